#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# The site of the real statutes at hand ($JOBUN_SHARED, or ../shared beside the checkout): every link and
# every fragment of every page is there.
set -euo pipefail
jobun=$1 work=$2
here=$(cd "$(dirname "$0")" && pwd)
corpus="${JOBUN_SHARED:-$here/../../../shared}/corpus"
if [ ! -d "$corpus" ]; then echo "skipped: no real statutes at $corpus"; exit 77; fi
cd "$work"
"$jobun" index "$corpus" --kb kb-shared >/dev/null 2>&1
"$jobun" site --kb kb-shared site-shared
node links.mjs site-shared
