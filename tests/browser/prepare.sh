#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# What the browser tests stand on, in a folder of the build: the pinned npm packages (once for each lock
# file), the tests themselves beside them, and sites of the embedded corpus and of our own small one.
#   prepare.sh JOBUN WORK
set -euo pipefail
jobun=$1 work=$2
here=$(cd "$(dirname "$0")" && pwd)

for program in node npm; do
  command -v $program >/dev/null || { echo "$program is missing: run tests/packages.sh test" >&2; exit 2; }
done
command -v "${CHROMIUM:-chromium}" >/dev/null || { echo "chromium is missing: run tests/packages.sh test" >&2; exit 2; }

mkdir -p "$work"
cp "$here"/package.json "$here"/package-lock.json "$here"/.npmrc "$here"/*.mjs "$work"
cd "$work"
if ! cmp -s package-lock.json node_modules/.installed; then
  npm ci --ignore-scripts --no-progress || { echo "npm cannot install the browser tests' packages" >&2; exit 2; }
  cp package-lock.json node_modules/.installed
fi

make_site() {  # NAME CORPUS
  "$jobun" index "$2" --kb "kb-$1" >/dev/null 2>&1
  "$jobun" site --kb "kb-$1" "site-$1" >/dev/null
}
# The real statutes at hand ($JOBUN_SHARED, or ../shared beside the checkout).
shared="${JOBUN_SHARED:-$here/../../../shared}/corpus"
if [ -d "$shared" ]; then make_site shared "$shared"; fi
make_site embedded "$here/../../corpus/embedded"
make_site canal "$here/../corpora/canal"
