/** More alternatives than these are not worth looking for one by one. */
const MOST_ALTERNATIVES = 6;
const LOOKAROUND = /^\?(?:<?[=!])/;
const PLAIN_ALTERNATIVES = /^\?:[\p{L} ',;:|]+$/u;

/**
 * Strings in small letters, one of which stands in every text that a pattern matches; the longest that its source shows, one
 * that is empty where it shows none. Looking for them is faster by far than trying a pattern at every letter of a text.
 */
export function requiredBy({ source }: RegExp): readonly string[] {
  let best: readonly string[] = [''];
  let current: readonly string[] = [''];
  const length = (strings: readonly string[]): number => Math.min(...strings.map((string) => string.length));
  const end = (): void => {
    if (length(current) > length(best)) best = current;
    current = [''];
  };
  for (let at = 0; at < source.length;) {
    const piece = pieceAt(source, at);
    at += piece.length;
    const next = source[at];
    if (piece.kind === 'choice') return [''];
    if (piece.kind === 'nothing') continue;
    const { strings } = piece;
    if (!strings || next === '?' || next === '*' || next === '{') {
      end();
      continue;
    }
    if (current.length * strings.length > MOST_ALTERNATIVES) end();
    current = current.flatMap((before) => strings.map((string) => before + string));
    if (next === '+') end();
  }
  end();
  return best.map((string) => string.toLowerCase());
}

interface Piece {
  readonly kind: 'strings' | 'any' | 'nothing' | 'choice';
  readonly strings?: readonly string[];
  /** Characters of the source. */
  readonly length: number;
}

/** What stands at a place of a pattern's source outside its groups: strings that it asks for, or what says nothing of them. */
function pieceAt(source: string, at: number): Piece {
  const sign = source[at]!;
  // Of "\p{L}" the sign says nothing, and the rest is read as a number of times.
  if (sign === '\\') return /[a-z0-9]/i.test(source[at + 1]!) ? { kind: 'any', length: 2 } : { kind: 'strings', strings: [source[at + 1]!], length: 2 };
  if (sign === '[') return { kind: 'any', length: classEnd(source, at) - at };
  if (sign === '{') return { kind: 'nothing', length: source.indexOf('}', at) - at + 1 };
  if (sign === '(') {
    const length = groupEnd(source, at) - at;
    const inner = source.slice(at + 1, at + length - 1);
    if (LOOKAROUND.test(inner)) return { kind: 'nothing', length };
    return PLAIN_ALTERNATIVES.test(inner) ? { kind: 'strings', strings: inner.slice(2).split('|'), length } : { kind: 'any', length };
  }
  if (sign === '|') return { kind: 'choice', length: 1 };
  if ('?*+^$'.includes(sign)) return { kind: 'nothing', length: 1 };
  return sign === '.' ? { kind: 'any', length: 1 } : { kind: 'strings', strings: [sign], length: 1 };
}

function classEnd(source: string, from: number): number {
  let at = from + 1;
  while (source[at] !== ']') at += source[at] === '\\' ? 2 : 1;
  return at + 1;
}

function groupEnd(source: string, from: number): number {
  let at = from + 1;
  while (source[at] !== ')') at = source[at] === '(' ? groupEnd(source, at) : source[at] === '[' ? classEnd(source, at) : at + (source[at] === '\\' ? 2 : 1);
  return at + 1;
}
