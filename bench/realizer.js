// What the embedded writer's texts are like: accepted at the first attempt, variety, sentences, spelling, speed, and how
// easily a classifier tells them from real statements. node bench/realizer.js [rows] [seed]
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { realize } from '../agent-sdk/dist/index.js';
import { createRandom, leavesOf, loadPack } from '../schema/dist/index.js';
import { buildTarget, fingerprintOf, frenchDictionary, judge, planSequence } from '../server/dist/index.js';

const [rows = 5000, seed = 42] = process.argv.slice(2).map(Number);
const pack = await loadPack();
const dictionary = frenchDictionary();
const plan = planSequence(pack.profile, seed);
const texts = [];
const skeletons = new Map();
let accepted = 0;
let writing = 0;
let cleanWords = 0;
let cleanFaults = 0;
let neighbours = 0;
let together = 0;
let disordered = 0;
let measured = 0;
for (let ordinal = 0; ordinal < rows; ordinal++) {
  const stratum = plan.next();
  const { payload: target, hints } = buildTarget(pack, stratum, { seed, ordinal, draw: 0 });
  const started = performance.now();
  const text = realize(pack, { target, stratum, hints, seed: `bench|${seed}|${ordinal}` });
  writing += performance.now() - started;
  const verdict = judge({ pack, dictionary, text, target, stratum, hints });
  if (verdict.accepted) accepted++;
  texts.push({ text, stratum });
  const { skeleton } = fingerprintOf(text);
  skeletons.set(skeleton, (skeletons.get(skeleton) ?? 0) + 1);
  if (stratum.noise === 'propre') {
    cleanWords += verdict.measures.words;
    cleanFaults += verdict.measures.faults;
  }
  // Neighbours in the target: do they share a sentence, and do they come in the target's order?
  const spans = leavesOf(target).flatMap(({ path: at }) => (verdict.evidence[at] ? [verdict.evidence[at]] : []));
  let swaps = 0;
  for (let i = 1; i < spans.length; i++) {
    neighbours++;
    const [a, b] = spans[i - 1][0] < spans[i][0] ? [spans[i - 1], spans[i]] : [spans[i], spans[i - 1]];
    if (!/[.!?\n]/.test(text.slice(a[1], b[0]))) together++;
    if (spans[i - 1][0] > spans[i][0]) swaps++;
  }
  if (spans.length > 2) {
    measured++;
    if (swaps > 0) disordered++;
  }
}

const wordsOf = (text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
/** Of as many whole texts as have so many words; compressed as they are written. */
function variety(list, most) {
  const taken = [];
  const words = [];
  for (const text of list) {
    if (words.length >= most) break;
    taken.push(text);
    words.push(...wordsOf(text));
  }
  words.length = Math.min(words.length, most);
  const grams = new Set(words.slice(0, -3).map((_, i) => words.slice(i, i + 4).join(' ')));
  const bytes = Buffer.from(taken.join('\n'));
  return { words: words.length, types: new Set(words).size, grams: grams.size / (words.length - 3), gzip: bytes.length / gzipSync(bytes, { level: 9 }).length };
}
const median = (values) => values.sort((a, b) => a - b)[values.length >> 1];
const sentences = (list) => list.flatMap((text) => text.split(/[.!?…\n]+/).map((part) => wordsOf(part).length)).filter((length) => length > 0);
/** How many sentences are among the hundred commonest once names and figures are masked. */
function commonest(list, most) {
  const masked = list
    .join('\n')
    .split(/[.!?…\n]+/)
    .map((sentence) =>
      sentence
        .trim()
        .replaceAll(/(?<=\s)\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+)*/gu, 'N')
        .replaceAll(/\d[\d\s/.,]*/g, '0 ')
        .toLowerCase(),
    )
    .filter((sentence) => wordsOf(sentence).length > 2)
    .slice(0, most);
  const counts = new Map();
  for (const sentence of masked) counts.set(sentence, (counts.get(sentence) ?? 0) + 1);
  const top = [...counts.values()].sort((a, b) => b - a).slice(0, 100);
  return top.reduce((sum, uses) => sum + uses, 0) / masked.length;
}
const line = (name, ours, other, goal) => console.log(`| ${name} | ${ours} | ${other} | ${goal} |`);
const percent = (share) => `${(100 * share).toFixed(1)} %`;

const corpus = process.env.SEED_CORPUS_DIR;
const real = corpus
  ? readFileSync(path.join(corpus, 'e2e_cases.jsonl'), 'utf8')
      .trimEnd()
      .split('\n')
      .map((row) => JSON.parse(row).text)
  : [];
const shuffled = createRandom(seed, 'sample').shuffle(texts.map(({ text }) => text));
const most = real.length > 0 ? real.reduce((sum, text) => sum + wordsOf(text).length, 0) : 11_320;
const ours = variety(shuffled, most);
const theirs = real.length > 0 ? variety(real, most) : undefined;
console.log(`${rows} texts, Node ${process.version}\n\n| | embedded writer | real statements | goal |\n| --- | ---: | ---: | ---: |`);
line('accepted at the first attempt', percent(accepted / rows), '', '≥ 97 %');
line('texts a second, one core', Math.round((1000 * rows) / writing), '', '≥ 300');
line('skeletons used more than twice', [...skeletons.values()].filter((uses) => uses > 2).length, '', '0');
line(`word types in ${ours.words} words`, ours.types, theirs?.types ?? '–', '');
line('distinct 4-grams', percent(ours.grams), theirs ? percent(theirs.grams) : '–', '≥ 80 %');
line('gzip ratio', ours.gzip.toFixed(2), theirs ? theirs.gzip.toFixed(2) : '–', '≤ 3.5');
const SENTENCES = 900;
line(`among the hundred commonest masked sentences, of ${SENTENCES}`, percent(commonest(shuffled, SENTENCES)), real.length > 0 ? percent(commonest(real, SENTENCES)) : '–', '');
line('words of a sentence, median', median(sentences(shuffled)), real.length > 0 ? median(sentences(real)) : '–', '');
line('unknown words in clean texts', percent(cleanFaults / cleanWords), '', '≤ 0.5 %');
line('neighbouring facts in one sentence', percent(together / neighbours), '', '');
line('texts in another order than the target', percent(disordered / measured), '', '');
if (real.length > 0) line('told from real statements (AUC)', areaUnderCurve(shuffled.slice(0, real.length * 3), real).toFixed(3), '', 'low');

/** Logistic regression on hashed character 3- to 5-grams, five folds: how often a real text scores above one of ours. */
function areaUnderCurve(made, actual) {
  const SIZE = 1 << 16;
  const features = (text) => {
    const counts = new Map();
    const plain = text.toLowerCase().replaceAll(/\d/g, '0');
    for (let n = 3; n <= 5; n++)
      for (let i = 0; i + n <= plain.length; i++) {
        let hash = 2166136261;
        for (let k = i; k < i + n; k++) hash = Math.imul(hash ^ plain.charCodeAt(k), 16777619);
        const key = (hash >>> 0) % SIZE;
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    const norm = Math.sqrt([...counts.values()].reduce((sum, count) => sum + count * count, 0));
    return [...counts].map(([key, count]) => [key, count / norm]);
  };
  const items = createRandom(seed, 'folds').shuffle([...made.map((text) => ({ x: features(text), y: 0 })), ...actual.map((text) => ({ x: features(text), y: 1 }))]);
  const scores = [];
  for (let fold = 0; fold < 5; fold++) {
    const weights = new Float64Array(SIZE);
    let bias = 0;
    const score = ({ x }) => x.reduce((sum, [key, value]) => sum + weights[key] * value, bias);
    for (let epoch = 0; epoch < 12; epoch++)
      items.forEach((item, i) => {
        if (i % 5 === fold) return;
        const error = item.y - 1 / (1 + Math.exp(-score(item)));
        for (const [key, value] of item.x) weights[key] += 0.5 * error * value;
        bias += 0.05 * error;
      });
    items.forEach((item, i) => i % 5 === fold && scores.push([score(item), item.y]));
  }
  const positives = scores.filter(([, y]) => y === 1).map(([s]) => s);
  const negatives = scores.filter(([, y]) => y === 0).map(([s]) => s);
  return positives.reduce((sum, p) => sum + negatives.filter((n) => n < p).length, 0) / (positives.length * negatives.length);
}
