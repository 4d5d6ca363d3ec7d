import { createHash } from 'node:crypto';
import { createRandom, encodeToon, loadPack } from '@case-swarm/schema';
import { frenchDictionary, judge, type Judged } from '@case-swarm/server';
import { expect, test } from 'vitest';
import { handWritten } from '../bench/gate/hand-written.js';
import { isChanged, knownBad } from '../bench/gate/known-bad.js';

/** Of the texts written by hand, how many are made bad in each way. */
const EACH = 12;
/** Made from a verdict's evidence: another gate makes other texts. */
const OF_EVIDENCE = 'fact dropped from the text';

/**
 * What the gate says of some eight hundred pairs, each with the codes it gives and a hash of the whole verdict (messages,
 * spans, evidence, measures). A change of the gate shows here in what it changes: look at the lines of `git diff`, then
 * `npx vitest run tests/verdicts.test.ts -u`.
 */
test('the verdicts on known pairs are as they were', async () => {
  const pack = await loadPack();
  const dictionary = frenchDictionary();
  const line = (name: string, judged: Omit<Judged, 'pack' | 'dictionary'>): string => {
    const verdict = judge({ pack, dictionary, ...judged });
    const codes = [...new Set(verdict.problems.map(({ code }) => code))].join('+');
    return `${name} ${verdict.accepted ? 'accepted' : codes} ${createHash('sha256').update(JSON.stringify(verdict)).digest('hex').slice(0, 8)}`;
  };
  const cases = [...handWritten('developed-with'), ...handWritten('last-round').map((one) => ({ ...one, number: 1000 + one.number }))];
  const lines = cases.flatMap((one) => {
    const { stratum, hints, target, text, number } = one;
    return [line(`${number}`, { text, target, stratum, hints }), line(`${number} unasked`, { text, target, hints })];
  });
  const random = createRandom('verdicts');
  for (const [kind, [, make]] of Object.entries(knownBad)) {
    if (kind === OF_EVIDENCE) continue;
    const made = cases.flatMap((one) => {
      const bad = make({ ...one, toon: encodeToon(one.target) }, random, cases, pack);
      return isChanged(bad, one) ? [{ ...bad, number: one.number }] : [];
    });
    for (let i = 0; i < EACH && i < made.length; i++) {
      const { number, text, target, stratum, hints } = made[Math.floor((i * made.length) / EACH)] ?? made[i]!;
      lines.push(line(`${kind}: ${number}`, { text, target, stratum, hints }));
    }
  }
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('./verdicts.txt');
});
