// What the gate lets in and keeps out: known-bad texts by kind, known-good ones by source, and the time of a text.
// node bench/gate.js [rows of the plan] [seed] [--show kind]
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { decodeToon, loadPack } from '../schema/dist/index.js';
import { frenchDictionary, judge } from '../server/dist/index.js';
import { realizedCases } from './gate/cases.js';
import { knownBad } from './gate/known-bad.js';

const show = process.argv.includes('--show') ? process.argv[process.argv.indexOf('--show') + 1] : undefined;
const [rows = 600, seed = 5] = process.argv
  .slice(2)
  .filter((word) => /^\d+$/.test(word))
  .map(Number);
const pack = await loadPack();
const dictionary = frenchDictionary();
const refusals = (verdict) => verdict.problems.filter((problem) => problem.severity === 'refuse');
const judgeCase = ({ text, target, stratum, hints }) => judge({ pack, dictionary, text, target, stratum, hints });

const { cases, refused, random } = realizedCases(pack, rows, seed);
console.log(`| known bad | tried | accepted | for the right reason |\n| --- | ---: | ---: | ---: |`);
let tried = 0;
let slipped = 0;
for (const [kind, [reason, make]] of Object.entries(knownBad)) {
  let made = 0;
  let accepted = 0;
  let right = 0;
  for (const one of cases) {
    const bad = make(one, random, cases, pack);
    if (bad === undefined || (bad.text === one.text && bad.target === one.target && bad.stratum === one.stratum)) continue;
    made++;
    const verdict = judgeCase(bad);
    if (verdict.accepted) {
      accepted++;
      if (show === kind || show === 'all') console.log(`\n--- ${kind} was accepted:\n${bad.text}\n${JSON.stringify(bad.target)}\nbefore: ${JSON.stringify(one.target)}`);
    } else if (refusals(verdict).some(({ code }) => reason.test(code))) right++;
  }
  tried += made;
  slipped += accepted;
  console.log(`| ${kind} | ${made} | ${accepted} | ${made > accepted ? ((100 * right) / (made - accepted)).toFixed(0) : '–'} % |`);
}
console.log(`| **all** | ${tried} | ${slipped} | |\n`);

console.log(`| known good | tried | refused |\n| --- | ---: | ---: |\n| embedded writer, first attempt | ${cases.length + refused} | ${refused} |`);
const corpus = process.env.SEED_CORPUS_DIR;
if (corpus === undefined) console.log('| real statements with their gold | SEED_CORPUS_DIR is not set | |');
else {
  const statements = new Map(
    readFileSync(path.join(corpus, 'e2e_cases.jsonl'), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
      .map((row) => [row.case_id, row.text]),
  );
  const gold = readdirSync(new URL('../schema/gold/', import.meta.url)).map((file) => file.replace('.toon', ''));
  const targetOf = (id) => decodeToon(readFileSync(new URL(`../schema/gold/${id}.toon`, import.meta.url), 'utf8').trimEnd());
  const bad = gold
    .filter((id) => statements.has(id))
    .map((id) => ({ id, verdict: judgeCase({ text: statements.get(id), target: targetOf(id), stratum: undefined, hints: {} }) }))
    .filter(({ verdict }) => !verdict.accepted);
  console.log(`| real statements with their gold | ${gold.length} | ${bad.length} |`);
  for (const { id, verdict } of bad)
    console.log(
      `${id}: ${refusals(verdict)
        .map(({ code, path: at, message }) => `${code} ${at ?? ''} ${message}`)
        .join(' · ')}`,
    );
}
