// The table of the balanced plan: ours beside independent draws and per-axis greedy, in one run; then targets and prompts.
// usage: node bench/plan.js [rows of the plan = 5000] [targets = 5000]
import { createRandom, leavesOf, loadPack, pairAllowed, validatePayload, violationsOf } from '../schema/dist/index.js';
import { buildTarget, measurePlan, planSequence, renderPrompt } from '../server/dist/index.js';

const rows = Number(process.argv[2] ?? 5000);
const targets = Number(process.argv[3] ?? 5000);
const pack = await loadPack();
const { profile } = pack;
const plain = profile.axes.filter((axis) => !axis.condition);

/** A row drawn axis by axis, again where an exclusion forbids it. */
function rowBy(choose) {
  for (;;) {
    const row = {};
    for (const axis of plain) row[axis.name] = choose(axis, row);
    if (plain.every((a) => plain.every((b) => a === b || pairAllowed(profile, a.name, row[a.name], b.name, row[b.name])))) return row;
  }
}
function independent(seed) {
  const random = createRandom(seed);
  return Array.from({ length: rows }, () => rowBy((axis) => random.weighted(axis.levels.map((level, i) => [level, axis.shares[i]]))));
}
function greedy(seed) {
  const random = createRandom(seed);
  const counts = new Map(plain.map((axis) => [axis.name, new Map(axis.levels.map((level) => [level, 0]))]));
  return Array.from({ length: rows }, (_, k) => {
    const row = {};
    for (const axis of random.shuffle(plain)) {
      const free = axis.levels
        .map((level, i) => ({ level, need: (k + 1) * axis.shares[i] - counts.get(axis.name).get(level) }))
        .filter(({ level }) => Object.entries(row).every(([name, other]) => pairAllowed(profile, axis.name, level, name, other)));
      row[axis.name] = free.reduce((best, item) => (item.need > best.need ? item : best)).level;
    }
    for (const axis of plain) counts.get(axis.name).set(row[axis.name], counts.get(axis.name).get(row[axis.name]) + 1);
    return row;
  });
}
function ours(seed) {
  const sequence = planSequence(profile, seed);
  return Array.from({ length: rows }, () => sequence.next());
}

console.log(
  `| rule (${rows} rows) | worst margin at any prefix | worst pair cell | excluded cells | pairs seen at 1,000 | triples seen | µs a row |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: |`,
);
for (const [name, make, seeds] of [
  ['independent draws', independent, [1]],
  ['per-axis greedy', greedy, [1]],
  ['joint descent (ours)', ours, [7, 1234, 987654]],
]) {
  for (const seed of seeds) {
    const started = performance.now();
    const made = make(seed);
    const micros = ((performance.now() - started) / rows) * 1000;
    const figures = measurePlan(profile, made);
    const early = measurePlan(profile, made.slice(0, 1000));
    console.log(
      `| ${String(name)}, seed ${seed} | ${figures.worstMargin.rows.toFixed(2)} | ${figures.worstPair.rows.toFixed(2)} | ${figures.excludedCells} | ${(100 * early.pairCoverage).toFixed(2)} % | ${(100 * figures.tripleCoverage).toFixed(1)} % | ${micros.toFixed(0)} |`,
    );
  }
}

const sequence = planSequence(profile, 42);
const times = [];
const shapes = new Set();
const used = new Set();
let rejected = 0;
let broken = 0;
for (let ordinal = 0; ordinal < targets; ordinal++) {
  const started = performance.now();
  const stratum = sequence.next();
  const target = buildTarget(pack, stratum, { seed: 42, ordinal, draw: 0 });
  renderPrompt(pack, target.payload, target.toon, stratum, target.hints);
  times.push(performance.now() - started);
  rejected += target.rejectedDraws.length;
  broken += validatePayload(pack.master, target.payload).length + violationsOf(pack.rules, target.payload).length;
  const leaves = leavesOf(target.payload);
  for (const leaf of leaves) used.add(leaf.pattern);
  if (ordinal < 5000)
    shapes.add(
      leaves
        .map((leaf) => `${leaf.path}${pack.master.leaves.get(leaf.pattern).codes ? `=${JSON.stringify(leaf.value)}` : ''}`)
        .sort()
        .join('|'),
    );
}
times.sort((a, b) => a - b);
const unused = [...pack.master.leaves.keys()].filter((pattern) => !used.has(pattern));
console.log(
  `\n${targets} targets: ${broken} schema or rule breaks, ${rejected} draws rejected and drawn again, ${shapes.size} distinct shapes among ${Math.min(targets, 5000)} (${((100 * shapes.size) / Math.min(targets, 5000)).toFixed(1)} %)`,
);
console.log(`row, target and prompt together: p50 ${times[targets >> 1].toFixed(2)} ms, p99 ${times[Math.floor(targets * 0.99)].toFixed(2)} ms`);
console.log(`leaves used ${used.size} of ${pack.master.leaves.size}${unused.length > 0 ? `; not used: ${unused.join(', ')}` : ''}`);
