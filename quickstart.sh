#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# From a fresh clone to answers: installs what is missing, builds, indexes the embedded digest corpus,
# answers questions and writes the site to ./site.
set -euo pipefail
cd "$(dirname "$0")"

tests/packages.sh
cmake -S . -B build -G Ninja >build.log 2>&1 || { cat build.log; exit 2; }
cmake --build build --target jobun
rm -f build.log

jobun=build/bin/jobun
export JOBUN_KB="${JOBUN_KB:-$PWD/build/kb}"

ask() {
  printf '\n$ jobun %s\n' "$*"
  "$jobun" "$@"
}

"$jobun" index
ask search --limit 3 特定侵害事象 報告
ask define 特定侵害事象
ask who 届出をしないとどうなる --limit 1
echo
"$jobun" site site
echo "次は: $jobun help（知識ベースは $JOBUN_KB）"
