import { controlTokens } from './tekken.ts';

/** Common French letter pairs and endings, each reachable by merging earlier ones: a small vocabulary for random models. */
const PIECES = (
  'es on de en le re nt ti er ou te la an it ai is ra ur me se ne un in el ar at co al ri po ro ta ma pa so di ve ch ss ll si us ce qu pr or ' +
  'ent les ion ation que des est eur tre ous oir men ment con ant ell elle par our pour com ess tion ette aire eme ique ille age ance ence'
).split(' ');
const base64 = (bytes: readonly number[]): string => Buffer.from(bytes).toString('base64');

export interface SmallTekken {
  readonly config: {
    readonly pattern: string;
    readonly num_vocab_tokens: number;
    readonly default_vocab_size: number;
    readonly default_num_special_tokens: number;
    readonly version: string;
  };
  readonly vocab: readonly { readonly rank: number; readonly token_bytes: string; readonly token_str: string | null }[];
  readonly special_tokens: readonly { readonly rank: number; readonly token_str: string; readonly is_control: boolean }[];
}

const SIZE = 512;
const SPECIAL_SIZE = 32;

/** A Tekken file of 512 ids: control tokens, all bytes, and some French. */
export function smallTekken(): SmallTekken {
  const bytes = Array.from({ length: 256 }, (_, byte) => base64([byte]));
  const pieces = [...new Set([...PIECES, ...PIECES.map((piece) => ` ${piece}`)])].map((piece) => base64([...Buffer.from(piece)])).slice(0, SIZE - SPECIAL_SIZE - 256);
  const vocab = [...bytes, ...pieces].map((token_bytes, rank) => ({ rank, token_bytes, token_str: null }));
  const size = SPECIAL_SIZE + vocab.length;
  return {
    config: {
      pattern: '[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n/]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+',
      num_vocab_tokens: vocab.length,
      default_vocab_size: Math.ceil(size / 16) * 16,
      default_num_special_tokens: SPECIAL_SIZE,
      version: 'v13',
    },
    vocab,
    special_tokens: Array.from({ length: SPECIAL_SIZE }, (_, rank) => ({ rank, token_str: controlTokens[rank] ?? `<SPECIAL_${rank}>`, is_control: true })),
  };
}
