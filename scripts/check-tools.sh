#!/usr/bin/env bash
# Says by name what is missing to build Sanad, and where it comes from.
set -euo pipefail

swift=${1:-swift}
missing=0

need() {
  command -v "$1" >/dev/null 2>&1 && return
  echo "missing: $1 — $2" >&2
  missing=1
}

need "$swift" "the Swift toolchain, 6.2 or later: https://www.swift.org/install/linux/"
need git "apt-get install git"
need ld "apt-get install binutils"
[ -e /usr/include/stdlib.h ] || { echo "missing: the C library's headers — apt-get install libc6-dev libstdc++-12-dev" >&2; missing=1; }
[ -e /usr/include/sqlite3.h ] || { echo "missing: SQLite's header and library — apt-get install libsqlite3-dev" >&2; missing=1; }
[ -e /usr/include/zlib.h ] || { echo "missing: zlib's header — apt-get install zlib1g-dev" >&2; missing=1; }

if command -v "$swift" >/dev/null 2>&1; then
  version=$("$swift" --version 2>/dev/null | sed -n 's/.*Swift version \([0-9]*\.[0-9]*\).*/\1/p' | head -n 1)
  major=${version%%.*}
  minor=${version##*.}
  if [ "${major:-0}" -lt 6 ] || { [ "$major" -eq 6 ] && [ "$minor" -lt 2 ]; }; then
    echo "too old: Swift ${version:-unknown}; Sanad needs 6.2 or later (its clang reads C23 #embed): https://www.swift.org/install/linux/" >&2
    missing=1
  fi
fi

[ "$missing" -eq 0 ] || { echo "Install what is missing and run make again." >&2; exit 1; }
