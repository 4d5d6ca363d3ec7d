// Builds schema/fact-words.tsv: what tells a sentence that states a fact from one that does not, learnt of the sentences by
// hand in bench/gate. The threshold is found by cross-validation, with whole texts left out in turn.
// usage: npm run build && npm run build:fact-words -w server
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { handWritten } from '../../bench/gate/hand-written.js';
import { toldList } from '../../bench/gate/told-lists.js';
import { createRandom, decodeToon, loadPack } from '../../schema/dist/index.js';
import { realize } from '../../agent-sdk/dist/index.js';
import { bind } from '../dist/gate/binding/bind.js';
import { subjectOf } from '../dist/gate/subject.js';
import { canBeWeighed, featuresOf, likenessOf } from '../dist/gate/telling/likeness.js';
import { untoldOf } from '../dist/gate/telling/untold.js';
import { frenchDictionary } from '../dist/index.js';
import { planSequence } from '../dist/plan/sequence.js';
import { prepareTarget } from '../dist/workshop/prepare-target.js';

const SEED = 'fact words';
/** Texts that each sentence of a list is put into: what stands in the target is taken out of it. */
const TEXTS = 4;
const WRITER_TEXTS = 3000;
const FOLDS = 5;
const EPOCHS = 12;
const RATE = 0.3;
const DECAY = 1e-3;
/** A sentence of a list counts more than one of a text, which is there for another purpose. */
const WEIGHT = { fact: 1.5, hand: 1.5, aside: 2, writer: 2 };
/** Of sentences that tell nothing, those that may be taken for facts: in texts, in clauses beside their facts, and in the list of asides, which are harder. */
const MOST_WRONG = { hand: 0.005, clauses: 0.002, asides: 0.02 };
/** Smaller weights are left out. */
const LEAST = 0.05;

const pack = await loadPack();
const dictionary = frenchDictionary();
const random = createRandom(SEED);
const texts = handWritten('developed-with');

function untoldIn({ text, target, stratum, hints }) {
  const subject = subjectOf({ pack, dictionary, text, target, stratum, hints, proven: true });
  return untoldOf(subject, bind(subject)).map((part) => ({ ...part, start: subject.reading.words[part.from].start }));
}

/** Sentences of a list, each at the end of texts whose targets it does not fit. */
function* placed(list) {
  for (const [group, { fits, sentence }] of list.entries()) {
    const others = random.shuffle(texts).filter(({ toon }) => !fits.test(toon));
    for (const one of others.slice(0, TEXTS)) {
      const before = `${one.text.trimEnd().replace(/[^.!?]$/, '$&.')} `;
      for (const part of untoldIn({ ...one, text: `${before}${sentence}` })) if (part.start >= before.length) yield { group, ...part };
    }
  }
}

/** What texts say beside their facts. */
function* untold(sources) {
  for (const [group, source] of sources.entries()) for (const part of untoldIn(source)) yield { group, ...part };
}

function* writerTexts() {
  const plan = planSequence(pack.profile, 1);
  for (let ordinal = 0; ordinal < WRITER_TEXTS; ordinal++) {
    const stratum = plan.next();
    const { toon, hints } = prepareTarget(pack, { seed: 1, ordinal, draw: 0, stratum });
    const target = decodeToon(toon);
    if (!hints.neighbour) yield { target, stratum, hints, text: realize(pack, { target, stratum, hints, seed: `fact-words-${ordinal}` }) };
  }
}

/** Those that can be weighed, with their features. */
const kept = (rows, isFact, weight) =>
  [...rows].filter(canBeWeighed).map(({ group, tokens }) => ({ group, isFact, weight, features: featuresOf(tokens, pack.factWords.classesOf) }));
const known = [...toldList('invented'), ...toldList('facts-told')];
const besides = [...untold(texts.filter(({ hints }) => !hints.neighbour))];
const wholes = besides.filter(({ isWhole }) => isWhole);
const parts = besides.filter(({ isWhole }) => !isWhole);
const hand = kept(wholes, false, WEIGHT.hand);
const clauses = kept(parts, false, WEIGHT.hand);
const asides = kept(placed(toldList('asides')), false, WEIGHT.aside);
const facts = kept(placed(known), true, WEIGHT.fact);
const written = kept(untold([...writerTexts()]), false, WEIGHT.writer);

/** Stochastic gradient descent on the logistic loss; a feature's weight decays when it is met. */
function learn(rows) {
  const weights = new Map();
  let bias = 0;
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    const rate = RATE / (1 + epoch / 2);
    for (const { features, isFact, weight } of createRandom(`${SEED} ${epoch}`).shuffle(rows)) {
      const wrong = (isFact ? 1 : 0) - 1 / (1 + Math.exp(-likenessOf(features, { bias, weights })));
      const step = wrong * weight * rate;
      bias += step / 10;
      for (const feature of features) weights.set(feature, (weights.get(feature) ?? 0) * (1 - DECAY) + step / Math.sqrt(features.size));
    }
  }
  return { bias, weights };
}

/** How sentences are weighed by what was learnt without their text, or without the sentence itself. */
function weighedApart() {
  const sources = { hand, clauses, asides, facts };
  const margins = { hand: [], clauses: [], asides: [], facts: [] };
  for (let fold = 0; fold < FOLDS; fold++) {
    const isOut = ({ group }) => group % FOLDS === fold;
    const model = learn([...Object.values(sources).flatMap((rows) => rows.filter((row) => !isOut(row))), ...written]);
    for (const [name, rows] of Object.entries(sources)) margins[name].push(...rows.filter(isOut).map(({ features }) => likenessOf(features, model)));
  }
  return margins;
}

const margins = weighedApart();
const lowest = (weighed, share) => weighed.toSorted((a, b) => b - a)[Math.floor(weighed.length * share)];
const bound = (name) => lowest(margins[name], MOST_WRONG[name]);
const thresholds = { sentence: Math.max(bound('hand'), bound('asides')), clause: bound('clauses') };
const { bias, weights } = learn([...hand, ...clauses, ...asides, ...facts, ...written]);
const lines = [...weights].filter(([, weight]) => Math.abs(weight) >= LEAST).toSorted(([a], [b]) => (a < b ? -1 : 1));
const file = fileURLToPath(new URL('../../schema/fact-words.tsv', import.meta.url));
writeFileSync(file, [...Object.entries(thresholds), ['bias', bias], ...lines].map(([name, value]) => `${name}\t${value.toFixed(3)}\n`).join(''));
const above = (weighed, than = 'sentence') => `${((100 * weighed.filter((margin) => margin >= thresholds[than]).length) / weighed.length).toFixed(1)} % of ${weighed.length}`;
process.stdout.write(
  `${file}: ${lines.length} words and pairs of ${weights.size}, from ${facts.length} facts and ${hand.length + clauses.length + asides.length + written.length} others\n` +
    `left out in turn, taken for facts: ${above(margins.facts)} facts (${above(margins.facts, 'clause')} as clauses), ${above(margins.hand)} sentences and ${above(margins.clauses, 'clause')} clauses that texts say besides, ${above(margins.asides)} asides\n`,
);
