import { createRandom, loadPack } from '@case-swarm/schema';
import { frenchDictionary, judge } from '@case-swarm/server';
import { expect, test } from 'vitest';
import { handWritten } from '../bench/gate/hand-written.js';

const STRETCHES = 4000;

/** Of texts that people wrote for targets, at most one in twenty-five may be refused; which ones, and why, is printed where it is more. */
test.each([
  ['as it was asked for', true],
  ['without a stratum, as a real statement', false],
])('what people write is taken: %s', async (_, asked) => {
  const pack = await loadPack();
  const cases = handWritten('developed-with');
  const refused = cases.flatMap(({ number, stratum, hints, target, text }) => {
    const verdict = judge({ pack, dictionary: frenchDictionary(), text, target, hints, ...(asked ? { stratum } : {}) });
    return verdict.accepted ? [] : [`${number}: ${verdict.problems.map(({ code, path, message }) => `${code} ${path ?? ''} ${message}`).join(' · ')}`];
  });
  expect(refused.slice(Math.floor(cases.length / 25)), refused.join('\n')).toEqual([]);
});

test('any stretch of what people write gets a verdict', async () => {
  const pack = await loadPack();
  const random = createRandom('stretches');
  const cases = handWritten('developed-with');
  for (let i = 0; i < STRETCHES; i++) {
    const { stratum, hints, target, text } = random.pick(cases);
    const words = text.split(/(?<=\s)/);
    const from = random.int(0, words.length - 1);
    const stretch = random.chance(0.3) ? random.shuffle(words).slice(0, 30) : words.slice(from, random.int(from, Math.min(words.length, from + 40)));
    const verdict = judge({ pack, dictionary: frenchDictionary(), text: stretch.join(''), target, hints, ...(random.chance(0.5) ? { stratum } : {}) });
    expect(verdict.problems.every(({ message }) => message.length > 0)).toBe(true);
  }
});
