#!/bin/bash
# Builds a clean copy with the current LTS of Node, from npm's package of it, and runs the tests there.
set -euo pipefail
cd "$(dirname "$0")/.."
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
npm install --silent --no-save --prefix "$scratch/node" node@24
home=$(dirname "$(dirname "$(find "$scratch/node/node_modules" -path '*bin/node' -type f | head -1)")")
export PATH="$home/bin:$PATH"
# Headers that lie beside the binary spare node-gyp a download.
[ -d "$home/include/node" ] && export npm_config_nodedir="$home"
node --version
git clone --quiet . "$scratch/copy"
cd "$scratch/copy"
npm ci
# Its 12 releases run on our floor, Node 20, and break at the end of a process on Node 24: docs/decisions/0010.
npm install --silent --no-save --workspace server better-sqlite3@13
npm test
