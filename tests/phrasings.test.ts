import { readFileSync } from 'node:fs';
import { leavesOf, loadPack, setAt, type LeafValue, type Payload } from '@case-swarm/schema';
import { frenchDictionary, judge } from '@case-swarm/server';
import { expect, test } from 'vitest';
import { faultsOf } from '../server/src/gate/reading/spelling.ts';
import { read } from '../server/src/gate/reading/words.ts';
import { phrasings } from '../bench/gate/phrasings.js';

/** What a few sentences alone cannot have: their number of words and of facts. */
const OF_WHOLE_TEXTS = new Set(['too-short', 'too-long', 'density']);
/** Two pairs of codes that the same words say of a man without a wife, or of any loan; two that are another item's in the same sentence. */
const SAID_ALIKE = 4;

const pack = await loadPack();
const refused = (text: string, target: Payload, stratum: Parameters<typeof judge>[0]['stratum']): string[] =>
  judge({ pack, dictionary: frenchDictionary(), text, target, hints: {}, ...(stratum ? { stratum } : {}) })
    .problems.filter(({ severity, code }) => severity === 'refuse' && !OF_WHOLE_TEXTS.has(code))
    .map(({ code, path }) => `${code} ${path ?? ''}`);

test('a fact is found in the ways in which people tell it', () => {
  const missed = phrasings().flatMap(({ file, sentence, text, target, stratum }) => {
    const problems = refused(text, target, stratum);
    return problems.length > 0 ? [`${file}: ${sentence} (${problems.join(', ')})`] : [];
  });
  expect(missed).toEqual([]);
});

test('and no other code or answer is found there', () => {
  const taken = phrasings().flatMap(({ sentence, text, target, stratum }) =>
    leavesOf(target).flatMap(({ path, pattern, value }) =>
      otherValues(pattern, value).flatMap((other) => (refused(text, withValue(target, path, other), stratum).length === 0 ? [`${path} ${other}: ${sentence}`] : [])),
    ),
  );
  expect(taken.slice(SAID_ALIKE), taken.join('\n')).toEqual([]);
});

function otherValues(pattern: string, value: unknown): (string | boolean)[] {
  if (typeof value === 'boolean') return [!value];
  return Object.keys(pack.lexicon.leaves.get(pattern)?.codes ?? {}).filter((code) => code !== value);
}

function withValue(target: Payload, path: string, value: LeafValue): Payload {
  const changed = structuredClone(target);
  setAt(changed, path, value);
  return changed;
}

test('what people write wrong is seen', () => {
  const lines = readFileSync(new URL('../bench/gate/faults.txt', import.meta.url), 'utf8')
    .trim()
    .split('\n');
  const missed = lines.filter((line) => faultsOf(read(line), frenchDictionary(), pack.lexicon.writing, new Set()).every(({ kind }) => kind === 'abbreviation'));
  expect(missed.slice(Math.floor(lines.length / 20)), missed.join('\n')).toEqual([]);
});
