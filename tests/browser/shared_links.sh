#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# The site of the real statutes at hand (prepare.sh): every link and every fragment of every page is there.
set -euo pipefail
cd "$1"
if [ ! -d site-shared ]; then echo "skipped: no real statutes"; exit 77; fi
node links.mjs site-shared
