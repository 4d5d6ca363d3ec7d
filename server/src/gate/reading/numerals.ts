import type { Word } from './words.ts';

const UNITS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    zero: 0,
    un: 1,
    une: 1,
    deux: 2,
    trois: 3,
    quatre: 4,
    cinq: 5,
    six: 6,
    sept: 7,
    huit: 8,
    neuf: 9,
    dix: 10,
    onze: 11,
    douze: 12,
    treize: 13,
    quatorze: 14,
    quinze: 15,
    seize: 16,
    vingt: 20,
    vingts: 20,
    trente: 30,
    quarante: 40,
    cinquante: 50,
    soixante: 60,
    septante: 70,
    huitante: 80,
    octante: 80,
    nonante: 90,
  }),
);

export interface Numeral {
  readonly value: number;
  /** Number of words it takes. */
  readonly length: number;
}

/** Reads a number written in words from `at`, undefined outside the text: "deux cent cinquante mille", "quatre-vingt-dix-neuf", "nonante-deux". */
export function readNumeral(words: readonly Word[], at: number): Numeral | undefined {
  let total = 0;
  let group = 0;
  let seen = 0;
  let i = at;
  for (; i >= 0 && i < words.length; i++) {
    const word = words[i]!.fold;
    const unit = UNITS.get(word);
    if (unit !== undefined) {
      if ((word === 'vingt' || word === 'vingts') && group % 10 === 4 && group % 100 < 20) group += 76;
      else if (seen > 0 && group % 10 !== 0 && unit < 10 && group % 100 > 16) break;
      else if (seen > 0 && unit < 100 && group % 100 !== 0 && !(group % 10 === 0 && unit < 20) && !(group % 100 === 10 && unit > 6)) break;
      else group += unit;
    } else if (word === 'et' && seen > 0 && (words[i + 1]?.fold === 'un' || words[i + 1]?.fold === 'une' || words[i + 1]?.fold === 'onze') && group % 10 === 0 && group >= 20)
      continue;
    else if ((word === 'cent' || word === 'cents') && (group % 100 < 10 || group < 20 || seen === 0)) group = (group === 0 ? 1 : group) * 100;
    else if (word === 'mille') {
      total += (group === 0 ? 1 : group) * 1000;
      group = 0;
    } else if ((word === 'million' || word === 'millions') && seen > 0) {
      total += group * 1_000_000;
      group = 0;
    } else break;
    seen = i - at + 1;
  }
  return seen === 0 ? undefined : { value: total + group, length: seen };
}
