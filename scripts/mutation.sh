#!/bin/bash
# Mutates a room's sources one place at a time and counts how many mutants its tests catch (Stryker, in a copy of the tree).
# scripts/mutation.sh plan|graph|gate [folder for the report]
set -euo pipefail
cd "$(dirname "$0")/.."
declare -A sources=([plan]=server/src/plan [graph]=trainer/src/graph [gate]=server/src/gate)
declare -A tests=(
  [plan]='server/src/plan/small-profile.test.ts'
  [graph]='trainer/src/{graph,model}/*.test.ts'
  [gate]='{server/src/gate/**/*,tests/hand-written,tests/verdicts}.test.ts'
)
part=${1:?plan, graph or gate}
report=${2:-$PWD/runs/mutation}
mkdir -p "$report"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
git ls-files -z | xargs -0 cp --parents -t "$scratch"
cd "$scratch"
npm ci --silent
# Stryker 10 needs Node 22.
npm install --silent --no-save --ignore-scripts @stryker-mutator/core@9.6.1 @stryker-mutator/vitest-runner@9.6.1
cat > mutation.vitest.config.ts <<CONFIG
import base from './vitest.config.ts';
export default { ...base, test: { ...base.test, include: ['${tests[$part]}'] } };
CONFIG
cat > mutation.json <<CONFIG
{
  "testRunner": "vitest",
  "plugins": ["@stryker-mutator/vitest-runner"],
  "vitest": { "configFile": "mutation.vitest.config.ts" },
  "mutate": ["${sources[$part]}/**/*.ts", "!**/*.test.ts"],
  "coverageAnalysis": "perTest",
  "ignoreStatic": true,
  "tsconfigFile": "none.json",
  "disableTypeChecks": false,
  "concurrency": ${MUTATION_WORKERS:-2},
  "timeoutMS": 20000,
  "tempDirName": "$scratch/sandbox",
  "reporters": ["clear-text", "json"],
  "clearTextReporter": { "logTests": false, "allowColor": false },
  "jsonReporter": { "fileName": "$report/$part.json" }
}
CONFIG
npx stryker run mutation.json | tee "$report/$part.txt"
