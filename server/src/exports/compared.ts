import { gzipSync } from 'node:zlib';
import { decodeToon, leavesOf, type Pack } from '@case-swarm/schema';
import { fingerprintOf } from '../gate/duplicate/fingerprint.ts';
import { jaccard, MinHashIndex } from '../gate/duplicate/minhash.ts';
import { judge } from '../gate/run.ts';
import { frenchDictionary } from '../language/french-dictionary.ts';

/** A row of a dataset as it stands in its file. */
export interface TextRow {
  readonly line: number;
  readonly text: string;
  readonly toon: string;
}

export interface DatasetFigures {
  readonly rows: number;
  readonly words: { readonly median: number; readonly p10: number; readonly p90: number };
  readonly vocabulary: number;
  /** Share of word 4-grams that are different ones, and how well the text packs: on the same number of words for both sides. */
  readonly distinctFourGrams: number;
  readonly gzipRatio: number;
  readonly nearDuplicates: number;
  readonly shapes: number;
  readonly accepted: number;
  readonly reasons: readonly (readonly [code: string, count: number])[];
  readonly leaves: ReadonlyMap<string, number>;
}

const NEAR = 0.8;
const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}'’-]+/gu) ?? [];

/** @param sampleWords how many words the measures of variety are taken on: they fall with length */
export function datasetFigures(pack: Pack, rows: readonly TextRow[], sampleWords: number): DatasetFigures {
  const lengths = rows.map(({ text }) => wordsOf(text).length).sort((a, b) => a - b);
  const at = (share: number): number => lengths[Math.min(lengths.length - 1, Math.floor(share * lengths.length))] ?? 0;
  const sample: string[] = [];
  for (const { text } of rows) if (sample.length < sampleWords) sample.push(...wordsOf(text));
  sample.length = Math.min(sample.length, sampleWords);
  const grams = new Set<string>();
  for (let i = 0; i + 4 <= sample.length; i++) grams.add(sample.slice(i, i + 4).join(' '));
  const joined = Buffer.from(sample.join(' '));
  const reasons = new Map<string, number>();
  const leaves = new Map<string, number>();
  const shapes = new Set<string>();
  let accepted = 0;
  for (const { text, toon } of rows) {
    const target = decodeToon(toon);
    const patterns = new Set(leavesOf(target).map(({ pattern }) => pattern));
    for (const pattern of patterns) leaves.set(pattern, (leaves.get(pattern) ?? 0) + 1);
    shapes.add(
      leavesOf(target)
        .map(({ path }) => path)
        .sort()
        .join(';'),
    );
    const verdict = judge({ pack, dictionary: frenchDictionary(), text, target, hints: {} });
    if (verdict.accepted) accepted++;
    for (const code of new Set(verdict.problems.filter(({ severity }) => severity === 'refuse').map(({ code }) => code))) reasons.set(code, (reasons.get(code) ?? 0) + 1);
  }
  return {
    rows: rows.length,
    words: { median: at(0.5), p10: at(0.1), p90: at(0.9) },
    vocabulary: new Set(sample).size,
    distinctFourGrams: grams.size / Math.max(1, sample.length - 3),
    gzipRatio: joined.length / gzipSync(joined, { level: 9 }).length,
    nearDuplicates: nearDuplicates(rows, rows),
    shapes: shapes.size,
    accepted,
    reasons: [...reasons].sort((a, b) => b[1] - a[1]),
    leaves,
  };
}

/** Rows of `these` that have a near-duplicate among `those`; a row is not compared with itself. */
export function nearDuplicates(these: readonly TextRow[], those: readonly TextRow[]): number {
  const index = new MinHashIndex();
  const shingles = those.map(({ text }) => {
    const { textSignature, textShingles } = fingerprintOf(text);
    index.add(textSignature);
    return textShingles;
  });
  return these.filter(({ text }, i) => {
    const { textSignature, textShingles } = fingerprintOf(text);
    return index.candidates(textSignature, NEAR - 0.25).some(({ row }) => (these !== those || row !== i) && jaccard(textShingles, shingles[row]!) >= NEAR);
  }).length;
}
