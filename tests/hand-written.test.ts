import { loadPack } from '@case-swarm/schema';
import { frenchDictionary, judge } from '@case-swarm/server';
import { expect, test } from 'vitest';
import { handWritten } from '../bench/gate/hand-written.js';

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
