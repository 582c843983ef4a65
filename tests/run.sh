#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Installs what is missing, builds everything with warnings as errors, and runs every test.
# With the real statutes at hand ($JOBUN_SHARED, or ../shared beside the checkout) the tests that want
# them run too; without, they skip and say so. SANITIZE=1 builds with ASan and UBSan.
set -euo pipefail
cd "$(dirname "$0")/.."

tests/packages.sh test

build=build
options=(-DWERROR=ON)
if [ "${SANITIZE:-}" = 1 ]; then
  build=build-sanitize
  options+=(-DSANITIZE=ON)
fi
log=$(mktemp)
cmake -S . -B "$build" -G Ninja "${options[@]}" >"$log" 2>&1 || { cat "$log"; exit 2; }
rm -f "$log"
cmake --build "$build"

shared="${JOBUN_SHARED:-../shared}"
if [ -d "$shared/bulk" ] && [ -z "${JOBUN_BULK:-}" ]; then
  bulk="$build/bulk"
  for archive in "$shared"/bulk/*.tar.zst; do
    name=$(basename "$archive" .tar.zst)
    if [ ! -f "$bulk/$name.unpacked" ]; then
      mkdir -p "$bulk/$name"
      tar --zstd -xf "$archive" -C "$bulk/$name"
      touch "$bulk/$name.unpacked"
    fi
  done
  JOBUN_BULK=$(realpath "$bulk")
  export JOBUN_BULK
fi

ctest --test-dir "$build" --output-on-failure -j "$(nproc)"
