#include "sanad_math.h"

#include <stddef.h>
#include <stdint.h>

#pragma STDC FP_CONTRACT OFF
// All functions that take vectors are inlined, so how vectors are passed does not matter.
#pragma clang diagnostic ignored "-Wpsabi"

// Vectors of 8 numbers; compiled to two registers where the machine has no wider ones.
typedef float v8 __attribute__((vector_size(32), aligned(4)));
typedef int32_t i8 __attribute__((vector_size(32), aligned(4)));

#define INLINE static inline __attribute__((always_inline))

INLINE void matrix_add(const float *restrict a, const float *restrict b, float *restrict c, long rows, long inner,
                       long columns) {
  long column = 0;
  for (; column + 16 <= columns; column += 16) {
    long row = 0;
    for (; row + 4 <= rows; row += 4) {
      const float *a0 = a + row * inner, *a1 = a0 + inner, *a2 = a1 + inner, *a3 = a2 + inner;
      float *c0 = c + row * columns + column, *c1 = c0 + columns, *c2 = c1 + columns, *c3 = c2 + columns;
      v8 s00 = *(v8 *)c0, s01 = *(v8 *)(c0 + 8), s10 = *(v8 *)c1, s11 = *(v8 *)(c1 + 8);
      v8 s20 = *(v8 *)c2, s21 = *(v8 *)(c2 + 8), s30 = *(v8 *)c3, s31 = *(v8 *)(c3 + 8);
      const float *p = b + column;
      for (long k = 0; k < inner; k++, p += columns) {
        const v8 b0 = *(const v8 *)p, b1 = *(const v8 *)(p + 8);
        s00 += a0[k] * b0;
        s01 += a0[k] * b1;
        s10 += a1[k] * b0;
        s11 += a1[k] * b1;
        s20 += a2[k] * b0;
        s21 += a2[k] * b1;
        s30 += a3[k] * b0;
        s31 += a3[k] * b1;
      }
      *(v8 *)c0 = s00;
      *(v8 *)(c0 + 8) = s01;
      *(v8 *)c1 = s10;
      *(v8 *)(c1 + 8) = s11;
      *(v8 *)c2 = s20;
      *(v8 *)(c2 + 8) = s21;
      *(v8 *)c3 = s30;
      *(v8 *)(c3 + 8) = s31;
    }
    for (; row < rows; row++) {
      const float *a0 = a + row * inner, *p = b + column;
      float *c0 = c + row * columns + column;
      v8 s0 = *(v8 *)c0, s1 = *(v8 *)(c0 + 8);
      for (long k = 0; k < inner; k++, p += columns) {
        s0 += a0[k] * *(const v8 *)p;
        s1 += a0[k] * *(const v8 *)(p + 8);
      }
      *(v8 *)c0 = s0;
      *(v8 *)(c0 + 8) = s1;
    }
  }
  for (; column + 8 <= columns; column += 8) {
    for (long row = 0; row < rows; row++) {
      const float *a0 = a + row * inner, *p = b + column;
      v8 s = *(v8 *)(c + row * columns + column);
      for (long k = 0; k < inner; k++, p += columns) s += a0[k] * *(const v8 *)p;
      *(v8 *)(c + row * columns + column) = s;
    }
  }
}

// e to the x to about six digits, without the library's exp, whose last digits differ from system to system.
INLINE v8 exponential(v8 x) {
  const v8 limit = {80, 80, 80, 80, 80, 80, 80, 80};
  x = __builtin_elementwise_max(__builtin_elementwise_min(x, limit), -limit);
  const v8 scaled = x * 1.44269504f;
  // Adding 1.5 · 2²³ leaves the nearest whole number in the low bits.
  const v8 shifted = scaled + 12582912.0f;
  const v8 part = (scaled - (shifted - 12582912.0f)) * 0.69314718f;
  v8 power = part * (1.0f / 720) + (1.0f / 120);
  power = power * part + (1.0f / 24);
  power = power * part + (1.0f / 6);
  power = power * part + 0.5f;
  power = power * part + 1.0f;
  power = power * part + 1.0f;
  const i8 exponent = ((i8)shifted - 0x4B400000 + 127) << 23;
  return power * (v8)exponent;
}

INLINE v8 sigmoid(v8 x) { return 1.0f / (1.0f + exponential(-x)); }
INLINE v8 hyperbolic_tangent(v8 x) { return 2.0f / (1.0f + exponential(-2.0f * x)) - 1.0f; }

INLINE void cell_step(const float *restrict gates, const float *restrict previous, float *restrict cells,
                      float *restrict states, long rows, long width) {
  for (long row = 0; row < rows; row++) {
    const float *g = gates + row * 4 * width;
    for (long k = 0; k < width; k += 8) {
      v8 cell = sigmoid(*(const v8 *)(g + k)) * hyperbolic_tangent(*(const v8 *)(g + 3 * width + k));
      if (previous) cell += sigmoid(*(const v8 *)(g + width + k)) * *(const v8 *)(previous + row * width + k);
      *(v8 *)(cells + row * width + k) = cell;
      *(v8 *)(states + row * width + k) = sigmoid(*(const v8 *)(g + 2 * width + k)) * hyperbolic_tangent(cell);
    }
  }
}

#if defined(__x86_64__)

// With the 32 registers of AVX-512: blocks of up to eight rows and two vectors of 16. Each number is the sum of the same
// products in the same order as above, so the bits are the same, but for the fused variant.
typedef float v16 __attribute__((vector_size(64), aligned(4)));

#define WIDE __attribute__((target("avx512f,avx512vl"), noinline)) static

#define WIDE_MATRIX_ADD(name, contract)                                                                            \
  INLINE void name##_block(const float *restrict a, const float *restrict b, float *restrict c, const long rows,   \
                           long inner, long columns) {                                                             \
    _Pragma(contract) v16 sum[8][2];                                                                               \
    for (long r = 0; r < rows; r++) {                                                                              \
      sum[r][0] = *(const v16 *)(c + r * columns);                                                                 \
      sum[r][1] = *(const v16 *)(c + r * columns + 16);                                                            \
    }                                                                                                              \
    for (long k = 0; k < inner; k++, b += columns) {                                                               \
      const v16 b0 = *(const v16 *)b, b1 = *(const v16 *)(b + 16);                                                 \
      for (long r = 0; r < rows; r++) {                                                                            \
        sum[r][0] += a[r * inner + k] * b0;                                                                        \
        sum[r][1] += a[r * inner + k] * b1;                                                                        \
      }                                                                                                            \
    }                                                                                                              \
    for (long r = 0; r < rows; r++) {                                                                              \
      *(v16 *)(c + r * columns) = sum[r][0];                                                                       \
      *(v16 *)(c + r * columns + 16) = sum[r][1];                                                                  \
    }                                                                                                              \
  }                                                                                                                \
                                                                                                                   \
  WIDE void name(const float *a, const float *b, float *c, long rows, long inner, long columns) {                  \
    const long wide = columns / 32 * 32;                                                                           \
    for (long column = 0; column < wide; column += 32) {                                                           \
      long row = 0;                                                                                                \
      for (; row + 8 <= rows; row += 8)                                                                            \
        name##_block(a + row * inner, b + column, c + row * columns + column, 8, inner, columns);                  \
      for (; row + 4 <= rows; row += 4)                                                                            \
        name##_block(a + row * inner, b + column, c + row * columns + column, 4, inner, columns);                  \
      for (; row < rows; row++)                                                                                    \
        name##_block(a + row * inner, b + column, c + row * columns + column, 1, inner, columns);                  \
    }                                                                                                              \
    for (long column = wide; column < columns; column += 8) {                                                      \
      for (long row = 0; row < rows; row++) {                                                                      \
        const float *p = b + column;                                                                               \
        v8 s = *(v8 *)(c + row * columns + column);                                                                \
        for (long k = 0; k < inner; k++, p += columns) s += a[row * inner + k] * *(const v8 *)p;                   \
        *(v8 *)(c + row * columns + column) = s;                                                                   \
      }                                                                                                            \
    }                                                                                                              \
  }

WIDE_MATRIX_ADD(matrix_add_avx512, "clang fp contract(off)")
WIDE_MATRIX_ADD(matrix_add_fused_avx512, "clang fp contract(fast)")

static int has_avx512(void) { return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl"); }

#define AVX2 __attribute__((target("avx2"), noinline)) static

AVX2 void matrix_add_avx2(const float *a, const float *b, float *c, long rows, long inner, long columns) {
  matrix_add(a, b, c, rows, inner, columns);
}

AVX2 void cell_step_avx2(const float *gates, const float *previous, float *cells, float *states, long rows, long width) {
  cell_step(gates, previous, cells, states, rows, width);
}

#define DISPATCH(avx2, plain) (__builtin_cpu_supports("avx2") ? (avx2) : (plain))
#else
#define DISPATCH(avx2, plain) (plain)
#endif

void sanad_matrix_add(const float *a, const float *b, float *c, long rows, long inner, long columns) {
#if defined(__x86_64__)
  if (has_avx512()) {
    matrix_add_avx512(a, b, c, rows, inner, columns);
    return;
  }
#endif
  DISPATCH(matrix_add_avx2(a, b, c, rows, inner, columns), matrix_add(a, b, c, rows, inner, columns));
}

void sanad_matrix_add_fused(const float *a, const float *b, float *c, long rows, long inner, long columns) {
#if defined(__x86_64__)
  if (has_avx512()) {
    matrix_add_fused_avx512(a, b, c, rows, inner, columns);
    return;
  }
#endif
  sanad_matrix_add(a, b, c, rows, inner, columns);
}

void sanad_cell_step(const float *gates, const float *previous, float *cells, float *states, long rows, long width) {
  DISPATCH(cell_step_avx2(gates, previous, cells, states, rows, width),
           cell_step(gates, previous, cells, states, rows, width));
}
