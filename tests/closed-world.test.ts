import { readFileSync } from 'node:fs';
import { createRandom, encodeToon, loadPack } from '@case-swarm/schema';
import { frenchDictionary, judge } from '@case-swarm/server';
import { expect, test } from 'vitest';
import { handWritten } from '../bench/gate/hand-written.js';

/** Texts that each sentence is put into. */
const EACH = 12;
/** Of a hundred such texts, those that may pass: "il avait un frère" may be said of a child who is named just before. */
const SHARE = 1;

test('a fact that the target has not is seen, without a figure and without a name', async () => {
  const pack = await loadPack();
  const random = createRandom('closed world');
  const isTaken = (one: ReturnType<typeof handWritten>[number], text = one.text): boolean =>
    judge({ pack, dictionary: frenchDictionary(), text, target: one.target, stratum: one.stratum, hints: one.hints }).accepted;
  const good = random
    .shuffle(handWritten('developed-with'))
    .slice(0, 200)
    .filter((one) => isTaken(one));
  const lines = readFileSync(new URL('../bench/gate/invented.txt', import.meta.url), 'utf8')
    .trimEnd()
    .split('\n');
  let tried = 0;
  const taken = lines.flatMap((line) => {
    const [fits, sentence] = line.split('\t') as [string, string];
    const others = good.filter(({ target }) => !new RegExp(fits).test(encodeToon(target))).slice(0, EACH);
    tried += others.length;
    return others.flatMap((one) => (isTaken(one, one.text.replace(/(?<=[.!?])\s|$/, ` ${sentence} `).trim()) ? [`${sentence} (${one.number})`] : []));
  });
  expect(tried).toBeGreaterThan(lines.length * (EACH / 2));
  expect((100 * taken.length) / tried, taken.join('\n')).toBeLessThan(SHARE);
});
