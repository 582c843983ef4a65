#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Installs what is missing of the Debian packages that building (and, with the argument "test",
# testing) needs. Asks apt only when something is missing.
set -euo pipefail

build=(
  g++ cmake ninja-build pkg-config
  libxapian-dev libicu-dev libmecab-dev mecab mecab-ipadic-utf8 libpugixml-dev
  libcli11-dev libfmt-dev nlohmann-json3-dev libtomlplusplus-dev libkainjow-mustache-dev
  libzip-dev libssl-dev libcurl4-openssl-dev libgraphviz-dev libdtl-dev
  libcmark-gfm-dev libcmark-gfm-extensions-dev libgumbo-dev libpoppler-cpp-dev
  libgtest-dev
  dpkg-dev file  # a .deb made by cpack names what it needs with them
)
test=(git tar zstd chromium fonts-noto-cjk)
# Some builds of Node.js bring npm along and refuse Debian's package of it.
command -v node >/dev/null || test+=(nodejs)
command -v npm >/dev/null || test+=(npm)

wanted=("${build[@]}")
if [ "${1:-}" = test ]; then wanted+=("${test[@]}"); fi

missing=()
for package in "${wanted[@]}"; do
  [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing+=("$package")
done
if [ ${#missing[@]} -eq 0 ]; then exit 0; fi

sudo=()
if [ "$(id -u)" -ne 0 ]; then
  if ! command -v sudo >/dev/null; then
    echo "packages missing, and neither root nor sudo at hand: ${missing[*]}" >&2
    exit 2
  fi
  sudo=(sudo)
fi
echo "installing: ${missing[*]}" >&2
"${sudo[@]}" apt-get update -q >&2
"${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}" >&2
