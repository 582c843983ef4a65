#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# One case is a folder: `cmd` is run by bash with $JOBUN (the program), $CORPORA (tests/corpora) and an
# empty folder to work in, where JOBUN_KB is the index of the corpus named in `corpus` (canal when there
# is none). What it prints must be `out`, its exit status `status` (0 when there is none).
# UPDATE=1 writes both anew; read the diff before you commit.
set -u
jobun=$1 case=$2
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

export JOBUN=$jobun CORPORA="$here/../corpora" JOBUN_KB="$work/kb" NO_COLOR=1 LC_ALL=C.UTF-8
corpus=$(cat "$case/corpus" 2>/dev/null || echo canal)
if [ "$corpus" != none ]; then "$jobun" index "$CORPORA/$corpus" >/dev/null 2>&1; fi
mkdir "$work/in" && cd "$work/in" || exit 2

bash "$case/cmd" >"$work/out" 2>"$work/err"
status=$?
if [ "${UPDATE:-}" = 1 ]; then
  cp "$work/out" "$case/out"
  if [ $status -ne 0 ]; then echo $status >"$case/status"; else rm -f "$case/status"; fi
  exit 0
fi
fail=0
diff -u "$case/out" "$work/out" || fail=1
if [ "$(cat "$case/status" 2>/dev/null || echo 0)" != $status ]; then
  echo "exit status $status, expected $(cat "$case/status" 2>/dev/null || echo 0)"
  fail=1
fi
if [ $fail -ne 0 ]; then echo "--- stderr"; cat "$work/err"; fi
exit $fail
