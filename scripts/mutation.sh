#!/bin/bash
# Mutates a room's sources one place at a time and counts how many mutants its tests catch (Stryker, in a copy of the tree).
# scripts/mutation.sh plan|graph|gate [folder for the report]
# MUTATION_SHARE=0.1 draws a tenth of the lines (stretches of ten, by MUTATION_SEED, 1 unless told): a whole run over the gate takes a day.
set -euo pipefail
cd "$(dirname "$0")/.."
declare -A sources=([plan]=server/src/plan [graph]=trainer/src/graph [gate]=server/src/gate)
declare -A tests=(
  [plan]='server/src/plan/small-profile.test.ts'
  [graph]='trainer/src/{graph,model}/*.test.ts'
  [gate]='{server/src/gate/{exchanged,held,owners,reasons,relatives,run,unions},server/src/gate/{binding,checks,duplicate,kin,reading,telling}/**/*,tests/{verdicts,phrasings}}.test.ts'
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
// The copy that is mutated shares its node_modules with the one beside it, whose packages would be tested in its place.
const alias = Object.fromEntries(['schema', 'server'].map((name) => ['@case-swarm/' + name, new URL(name + '/src/index.ts', import.meta.url).pathname]));
export default { ...base, resolve: { ...base.resolve, alias }, test: { ...base.test, include: ['${tests[$part]}'] } };
CONFIG
mutated=$(node - "${sources[$part]}" "${MUTATION_SHARE:-1}" "${MUTATION_SEED:-1}" <<'RANGES'
const { readdirSync, readFileSync } = require('node:fs');
const room = process.argv[2];
const [share, seed] = process.argv.slice(3).map(Number);
const files = readdirSync(room, { recursive: true })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .map((name) => `${room}/${name}`)
  .toSorted();
let state = seed;
const drawn = () => (state = (state * 48271) % 2147483647) / 2147483647 < share;
const ranges = files.flatMap((file) => {
  if (share >= 1) return [file];
  const stretches = Math.ceil(readFileSync(file, 'utf8').split('\n').length / 10);
  return Array.from({ length: stretches }, (_, at) => `${file}:${at * 10 + 1}-${at * 10 + 10}`).filter(drawn);
});
console.log(JSON.stringify(ranges));
RANGES
)
cat > mutation.json <<CONFIG
{
  "testRunner": "vitest",
  "plugins": ["@stryker-mutator/vitest-runner"],
  "vitest": { "configFile": "mutation.vitest.config.ts", "related": false },
  "mutate": $mutated,
  "coverageAnalysis": "perTest",
  "ignoreStatic": true,
  "tsconfigFile": "none.json",
  "disableTypeChecks": false,
  "concurrency": ${MUTATION_WORKERS:-2},
  "timeoutMS": 20000,
  "tempDirName": "$scratch/sandbox",
  "reporters": ["progress-append-only", "clear-text", "json"],
  "clearTextReporter": { "logTests": false, "allowColor": false },
  "jsonReporter": { "fileName": "$report/$part.json" }
}
CONFIG
npx stryker run mutation.json | tee "$report/$part.txt"
