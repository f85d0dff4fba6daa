// The inner loops of the network: products of small matrices and the cells of recurrent layers, with the vector
// instructions that the machine has. The order of operations is fixed and none are fused, so every machine computes the
// same bits.
#ifndef SANAD_MATH_H
#define SANAD_MATH_H

/// Adds `a` (rows × inner) times `b` (inner × columns) to `c` (rows × columns), all row by row. `columns` is a multiple of 8.
void sanad_matrix_add(const float *_Nonnull a, const float *_Nonnull b, float *_Nonnull c, long rows, long inner,
                      long columns);

/// The same with fused operations where the machine has them: about twice as fast, but its last bits differ from machine to
/// machine. For training.
void sanad_matrix_add_fused(const float *_Nonnull a, const float *_Nonnull b, float *_Nonnull c, long rows, long inner,
                            long columns);

/// One step of a recurrent layer: turns the sums of the gates (rows × 4 width: in, forget, out, candidate) into new cells
/// and states. `previous` are the cells of the step before, or null at the first. `width` is a multiple of 8.
void sanad_cell_step(const float *_Nonnull gates, const float *_Nullable previous, float *_Nonnull cells,
                     float *_Nonnull states, long rows, long width);

#endif
