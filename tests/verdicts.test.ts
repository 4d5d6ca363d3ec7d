import { createHash } from 'node:crypto';
import { createRandom, encodeToon, loadPack } from '@case-swarm/schema';
import { frenchDictionary, judge, type Judged } from '@case-swarm/server';
import { describe, expect, test } from 'vitest';
import { handWritten } from '../bench/gate/hand-written.js';
import { isChanged, knownBad } from '../bench/gate/known-bad.js';

/** Texts by hand in one test: a change of the gate is seen after the first of them. */
const TOGETHER = 100;
/** Of the texts written by hand, how many are made bad in each way. */
const EACH = 40;
/** Made from a verdict's evidence: another gate makes other texts. */
const OF_EVIDENCE = new Set(['fact dropped from the text', 'fact put in doubt']);

const pack = await loadPack();
const dictionary = frenchDictionary();
const cases = [...handWritten('developed-with'), ...handWritten('last-round').map((one) => ({ ...one, number: 10_000 + one.number }))];

const line = (name: string, judged: Omit<Judged, 'pack' | 'dictionary'>): string => {
  const verdict = judge({ pack, dictionary, ...judged });
  const codes = [...new Set(verdict.problems.map(({ code }) => code))].join('+');
  return `${name} ${verdict.accepted ? 'accepted' : codes} ${createHash('sha256').update(JSON.stringify(verdict)).digest('hex').slice(0, 8)}\n`;
};

/**
 * What the gate says of some two thousand pairs, each with the codes it gives and a hash of the whole verdict (messages,
 * spans, evidence, measures). A change of the gate shows here in what it changes: look at the lines of `git diff`, then
 * `npx vitest run tests/verdicts.test.ts -u`.
 */
describe('the verdicts are as they were', () => {
  const hundreds = new Set(cases.map(({ number }) => Math.floor(number / TOGETHER) * TOGETHER));
  test.each([...hundreds])('on texts by hand from %i', async (first) => {
    const lines = cases
      .filter(({ number }) => number >= first && number < first + TOGETHER)
      .flatMap(({ number, text, target, stratum, hints }) => [line(`${number}`, { text, target, stratum, hints }), line(`${number} unasked`, { text, target, hints })]);
    await expect(lines.join('')).toMatchFileSnapshot(`./verdicts/texts-from-${first}.txt`);
  });

  const ways = Object.keys(knownBad).filter((kind) => !OF_EVIDENCE.has(kind));
  test.each(ways)('on texts made bad: %s', async (kind) => {
    const [, make] = knownBad[kind]!;
    const random = createRandom('verdicts', kind);
    const made = cases.flatMap((one) => {
      const bad = make({ ...one, toon: encodeToon(one.target) }, random, cases, pack);
      return isChanged(bad, one) ? [{ ...bad, number: one.number }] : [];
    });
    const lines = Array.from({ length: Math.min(EACH, made.length) }, (_, at) => {
      const { number, text, target, stratum, hints } = made[Math.floor((at * made.length) / EACH)] ?? made[at]!;
      return line(`${number}`, { text, target, stratum, hints });
    });
    await expect(lines.join('')).toMatchFileSnapshot(`./verdicts/${kind.replaceAll(/[^a-z]+/giu, '-').toLowerCase()}.txt`);
  });
});
