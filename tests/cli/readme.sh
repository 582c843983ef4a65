#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# The commands README.md shows do what it says. In its ```text blocks a line "$ command" is run and the
# lines below it must be what it prints, where a line "…" stands for any lines; its other lines
# "build/bin/jobun …" must succeed. The knowledge base is that of the embedded corpus.
#   readme.sh PROGRAM README.md
set -u
jobun=$1 readme=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export JOBUN_KB="$work/kb" NO_COLOR=1 LC_ALL=C.UTF-8
mkdir "$work/bin" "$work/in"
ln -s "$jobun" "$work/bin/jobun"
PATH="$work/bin:$PATH"
"$jobun" index >/dev/null 2>&1 || exit 2
echo '強化法第五条の報告' >"$work/in/意見書.txt"

fail=0 commands=0

# check COMMAND: $work/expected holds the lines README shows, $work/got what was printed.
check() {
  local -a got want
  mapfile -t got <"$work/got"
  mapfile -t want <"$work/expected"
  local loose=0 i=0 line
  for line in "${want[@]}"; do
    if [ "$line" = … ]; then loose=1; continue; fi
    if [ $loose = 1 ]; then
      while [ $i -lt ${#got[@]} ] && [ "${got[$i]}" != "$line" ]; do i=$((i + 1)); done
      loose=0
    fi
    if [ $i -ge ${#got[@]} ] || [ "${got[$i]}" != "$line" ]; then
      printf 'README: %s\n  shows  %s\n  prints %s\n' "$1" "$line" "${got[$i]:-(nothing more)}"
      fail=1
      return
    fi
    i=$((i + 1))
  done
  if [ $loose = 0 ] && [ $i -lt ${#got[@]} ]; then
    printf 'README: %s\n  prints more: %s\n' "$1" "${got[$i]}"
    fail=1
  fi
}

run() {
  commands=$((commands + 1))
  (cd "$work/in" && bash -c "$1") </dev/null >"$work/got" 2>"$work/err"
  status=$?
}

finish() {
  [ -n "$command" ] || return
  sed -i -e :a -e '/^\n*$/{$d;N;ba' -e '}' "$work/expected"
  run "$command"
  check "$command"
  command=
}

inside=0 command=
while IFS= read -r line; do
  case "$line" in
    '```text') inside=1 ;;
    '```') finish; inside=0 ;;
    '$ '*) if [ $inside = 1 ]; then finish; command=${line#'$ '}; : >"$work/expected"; fi ;;
    'build/bin/jobun '*)
      run "${line#build/bin/}"
      if [ $status -ne 0 ]; then
        echo "README: $line: exit status $status"
        cat "$work/err"
        fail=1
      fi ;;
    *) if [ -n "$command" ]; then printf '%s\n' "$line" >>"$work/expected"; fi ;;
  esac
done <"$readme"
finish
if [ $commands -lt 5 ]; then echo "README: only $commands commands found"; fail=1; fi
exit $fail
