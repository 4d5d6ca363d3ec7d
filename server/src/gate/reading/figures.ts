import { MONTHS } from '@case-swarm/schema';
import { readNumeral } from './numerals.ts';
import { fold, type Reading, type Word } from './words.ts';

type FigureKind = 'amount' | 'date' | 'ratio' | 'years' | 'months' | 'days' | 'number';

/** A figure that the text tells, with what it counts. */
export interface Figure {
  readonly kind: FigureKind;
  /** Euros, ratio in [0, 1], years, months, days, or a bare number; 0 for a date. */
  readonly value: number;
  /** ISO date of its own precision. */
  readonly iso?: string;
  /** "par mois", "mensuel": an amount of a month; "par an" of a year. */
  readonly period?: 'month' | 'year';
  /** "né le 14 mars 2026": a date that tells a birth, and nothing else. */
  readonly isBirth?: true;
  readonly start: number;
  readonly end: number;
  /** Index of its first word, and of the word behind its last. */
  readonly from: number;
  readonly to: number;
}

const MONTH_NUMBERS = new Map(MONTHS.flatMap((month, index) => [[fold(month), index + 1] as const]));
for (const [short, month] of [
  ['janv', 1],
  ['fev', 2],
  ['fevr', 2],
  ['avr', 4],
  ['juil', 7],
  ['sept', 9],
  ['oct', 10],
  ['nov', 11],
  ['dec', 12],
] as const)
  MONTH_NUMBERS.set(short, month);
const FRACTION_NAMES: ReadonlyMap<string, number> = new Map(
  Object.entries({ moitie: 0.5, tiers: 1 / 3, quart: 0.25, quarts: 0.25, cinquieme: 0.2, sixieme: 1 / 6, huitieme: 0.125, dixieme: 0.1 }),
);
const EUROS = new Set(['euro', 'euros', 'eur', 'eu', 'euors', 'euro s', 'francs']);
const pad = (value: number): string => String(value).padStart(2, '0');

/** All figures in reading order. Each word belongs to one figure at most. */
export function figuresOf(reading: Reading): Figure[] {
  const { words, text } = reading;
  const figures: Figure[] = [];
  for (let i = 0; i < words.length;) {
    const figure = dateAt(words, i, text) ?? degreeAt(words, i) ?? fractionAt(words, i, text) ?? quantityAt(words, i, text);
    if (figure) {
      figures.push(figure.kind === 'date' && isBehindBorn(words, i) ? { ...figure, isBirth: true } : figure);
      i = Math.max(i + 1, figure.to);
    } else i++;
  }
  return figures;
}

/** "Née le", "né en", "née vers". */
const isBehindBorn = (words: readonly Word[], at: number): boolean =>
  words.slice(Math.max(0, at - 2), at).some(({ fold: word, sentence }) => BORN.has(word) && sentence === words[at]!.sentence);
const BORN = new Set(['ne', 'nee', 'nes', 'nees']);

const gap = (text: string, a: Word, b: Word | undefined): string => (b ? text.slice(a.end, b.start) : text.slice(a.end, a.end + 3));
const isYear = (word: Word | undefined): boolean => word !== undefined && /^(1[89]\d\d|20\d\d)$/.test(word.text);

function dateAt(words: readonly Word[], i: number, text: string): Figure | undefined {
  const word = words[i]!;
  const make = (iso: string, to: number): Figure => ({ kind: 'date', value: 0, iso, start: word.start, end: words[to - 1]!.end, from: i, to });
  const a = words[i + 1];
  const b = words[i + 2];
  if (/^\d+$/.test(word.text) && a && b && /^\d+$/.test(a.text) && /^\d+$/.test(b.text)) {
    const joined = gap(text, word, a) + gap(text, a, b);
    if (isYear(word) && joined === '--') return make(`${word.text}-${pad(Number(a.text))}-${pad(Number(b.text))}`, i + 3);
    if ((joined === '//' || joined === '..' || joined === '--') && Number(word.text) <= 31 && Number(a.text) <= 12 && (isYear(b) || /^\d\d$/.test(b.text))) {
      const year = isYear(b) ? b.text : Number(b.text) > 30 ? `19${b.text}` : `20${b.text}`;
      return make(`${year}-${pad(Number(a.text))}-${pad(Number(word.text))}`, i + 3);
    }
    // "Né le 29 03 1945".
    if (joined === '  ' && isYear(b) && /^\d\d$/.test(word.text) && /^(?:0\d|1[0-2])$/.test(a.text) && Number(word.text) <= 31)
      return make(`${b.text}-${a.text}-${word.text}`, i + 3);
  }
  const day = dayAt(words, i);
  if (day) {
    const month = words[i + day.length];
    const number = month && MONTH_NUMBERS.get(month.fold);
    const year = number === undefined ? undefined : yearAt(words, i + day.length + 1, text);
    if (number !== undefined && year) return make(`${year.value}-${pad(number)}-${pad(day.value)}`, i + day.length + 1 + year.length);
  }
  const behind = isYear(word) && words[i - 1]?.fold === 'en' && a?.fold === 'le' ? dayOfYear(words, i + 2, text) : undefined;
  if (behind) return make(`${word.text}-${behind.iso}`, behind.to);
  const month = MONTH_NUMBERS.get(word.fold);
  const year = month === undefined ? undefined : yearAt(words, i + 1, text);
  if (month !== undefined && year) return make(`${year.value}-${pad(month)}`, i + 1 + year.length);
  const spoken = IN_YEAR.has(words[i - 1]?.fold ?? '') ? yearAt(words, i, text) : undefined;
  if (spoken && spoken.length > 1) return make(String(spoken.value), i + spoken.length);
  if (/^\d{1,2}$/.test(word.text) && a && isYear(a) && gap(text, word, a) === '/' && Number(word.text) >= 1 && Number(word.text) <= 12)
    return make(`${a.text}-${pad(Number(word.text))}`, i + 2);
  if (isYear(word) && !followedByUnit(words, i, text) && !/^[  ]\d{3}(?!\d)/.test(text.slice(word.end))) return make(word.text, i + 1);
  return undefined;
}

/** "En 1984, le 26 juillet": the day behind its year. */
function dayOfYear(words: readonly Word[], at: number, text: string): { readonly iso: string; readonly to: number } | undefined {
  const day = dayAt(words, at);
  const month = day && MONTH_NUMBERS.get(words[at + day.length]?.fold ?? '');
  if (!month || words[at]!.sentence !== words[at - 1]!.sentence || yearAt(words, at + day.length + 1, text)) return undefined;
  return { iso: `${pad(month)}-${pad(day.value)}`, to: at + day.length + 1 };
}

/** Behind these a number in words is a year ("en deux mille onze"). */
const IN_YEAR = new Set(['en', 'depuis', 'debut', 'fin', 'annee']);

/** "2021", "deux mille vingt et un", "dix-neuf cent cinquante". */
function yearAt(words: readonly Word[], i: number, text: string): { value: number; length: number } | undefined {
  if (isYear(words[i])) return { value: Number(words[i]!.text), length: 1 };
  const numeral = readNumeral(words, i);
  if (!numeral || numeral.length < 2 || numeral.value < 1800 || numeral.value >= 2100) return undefined;
  return followedByUnit(words, i + numeral.length - 1, text) ? undefined : numeral;
}

function dayAt(words: readonly Word[], i: number): { value: number; length: number } | undefined {
  const word = words[i];
  if (!word) return undefined;
  const digits = /^(\d{1,2})$/.exec(word.text);
  // "1er" is read as "1" and "er".
  if (digits && Number(digits[1]) >= 1 && Number(digits[1]) <= 31)
    return { value: Number(digits[1]), length: words[i + 1]?.fold === 'er' && words[i + 1]?.start === word.end ? 2 : 1 };
  if (word.fold === 'premier') return { value: 1, length: 1 };
  const numeral = readNumeral(words, i);
  return numeral && numeral.value >= 1 && numeral.value <= 31 ? { value: numeral.value, length: numeral.length } : undefined;
}

const UNIT_AFTER = /^[\s ]*(?:€|k\s?€|k\b|m€|euros?\b|eur\b|%|ans\b|mois\b)/i;
function followedByUnit(words: readonly Word[], i: number, text: string): boolean {
  return UNIT_AFTER.test(text.slice(words[i]!.end, words[i]!.end + 8));
}

function fractionAt(words: readonly Word[], i: number, text: string): Figure | undefined {
  const word = words[i]!;
  const a = words[i + 1];
  const make = (value: number, to: number): Figure => ({ kind: 'ratio', value, start: word.start, end: words[to - 1]!.end, from: i, to });
  if (word.fold === 'moitie') return make(0.5, i + 1);
  if (word.fold === 'totalite') return make(1, i + 1);
  // "Le quart d'une PME".
  const alone = ['le', 'du', 'au'].includes(words[i - 1]?.fold ?? '') && ['de', 'd', 'du', 'des'].includes(a?.fold ?? '') ? FRACTION_NAMES.get(word.fold) : undefined;
  if (alone !== undefined) return make(alone, i + 1);
  if (/^\d{1,3}$/.test(word.text) && a && /^\d{1,3}$/.test(a.text) && gap(text, word, a) === '/') {
    if (Number(word.text) + Number(a.text) === 100) return make(Number(word.text) / 100, i + 2);
    if (Number(a.text) >= 2 && Number(a.text) <= 24 && Number(word.text) < Number(a.text)) return make(Number(word.text) / Number(a.text), i + 2);
  }
  const numeral = /^\d+$/.test(word.text) ? { value: Number(word.text), length: 1 } : readNumeral(words, i);
  if (!numeral) return undefined;
  const name = words[i + numeral.length];
  const share = name && FRACTION_NAMES.get(name.fold);
  if (share !== undefined && numeral.value >= 1 && numeral.value * share <= 1) return make(numeral.value * share, i + numeral.length + 1);
  return undefined;
}

/** "Cousin au cinquième degré". */
function degreeAt(words: readonly Word[], from: number): Figure | undefined {
  const word = words[from]!;
  const value = words[from + 1]?.fold === 'degre' ? DEGREES.indexOf(word.fold) : -1;
  return value < 0 ? undefined : { kind: 'number', value, start: word.start, end: word.end, from, to: from + 1 };
}
const DEGREES = ['zero', 'premier', 'deuxieme', 'troisieme', 'quatrieme', 'cinquieme', 'sixieme', 'septieme', 'huitieme'];

/** Digits with thousands marks, a decimal comma or point, or words; then what they count. */
function quantityAt(words: readonly Word[], i: number, text: string): Figure | undefined {
  const word = words[i]!;
  let value: number;
  let to: number;
  if (/^\d+$/.test(word.text)) {
    let digits = word.text;
    to = i + 1;
    while (
      digits.length <= 12 &&
      words[to] &&
      /^\d{3}$/.test(words[to]!.text) &&
      /^[  .']$/.test(gap(text, words[to - 1]!, words[to])) &&
      /^\d{1,3}$/.test(to === i + 1 ? word.text : '000')
    ) {
      // A dot marks thousands only before exactly three digits that no other digit follows.
      if (/\d/.test(text[words[to]!.end] ?? '')) break;
      digits += words[to]!.text;
      to++;
    }
    value = Number(digits);
    const decimals = words[to];
    if (
      decimals &&
      /^\d+$/.test(decimals.text) &&
      /^[,.]$/.test(gap(text, words[to - 1]!, decimals)) &&
      (decimals.text.length < 3 || gap(text, words[to - 1]!, decimals) === ',')
    ) {
      value = Number(`${digits}.${decimals.text}`);
      to++;
    }
  } else {
    const numeral = readNumeral(words, i);
    if (!numeral) return undefined;
    value = numeral.value;
    to = i + numeral.length;
  }
  return withUnit(words, i, to, value, text);
}

function withUnit(words: readonly Word[], from: number, to: number, value: number, text: string): Figure {
  const last = words[to - 1]!;
  const after = text.slice(last.end, last.end + 12);
  const unit = words[to];
  const near = unit !== undefined && /^[\s -]{0,2}$/.test(gap(text, last, unit));
  const make = (kind: FigureKind, amount: number, end: number, next: number): Figure => ({ kind, value: amount, start: words[from]!.start, end, from, to: next });
  const euros = (scale: number, end: number, next: number): Figure => {
    const figure = make('amount', Math.round(value * scale * 100) / 100, end, next);
    const period = periodAfter(words, next) ?? slashPeriod(text, end) ?? periodBefore(words, from);
    return period ? { ...figure, period } : figure;
  };
  const symbol = /^[\s ]?€/.exec(after);
  if (symbol) return euros(1, last.end + symbol[0].length, to);
  if (/^[\s ]?%/.test(after)) return make('ratio', Math.round(value * 10_000) / 1_000_000, last.end + 1 + (after.startsWith('%') ? 0 : 1), to);
  if (near) {
    const next = words[to + 1];
    if (EUROS.has(unit.fold) || (unit.fold === 'e' && unit.start === last.end && value >= LEAST_GLUED)) return euros(1, unit.end, to + 1);
    if (unit.fold === 'k' || unit.fold === 'ke' || unit.fold === 'keuros')
      return euros(
        1000,
        text[unit.end] === '€' ? unit.end + 1 : next && EUROS.has(next.fold) ? next.end : unit.end,
        next && EUROS.has(next.fold) && unit.fold === 'k' ? to + 2 : to + 1,
      );
    if (unit.text === 'M' || unit.fold === 'millions' || unit.fold === 'million') {
      const euroWord = words.slice(to + 1, to + 3).find((word) => EUROS.has(word.fold));
      if (text[unit.end] === '€' || euroWord || unit.fold.startsWith('million'))
        return euros(1_000_000, euroWord?.end ?? unit.end + (text[unit.end] === '€' ? 1 : 0), to + 1 + (euroWord ? words.indexOf(euroWord, to) - to : 0));
    }
    if (unit.fold === 'pour' && next?.fold === 'cent') return make('ratio', value / 100, next.end, to + 2);
    if (/^(ans?|annees?)$/.test(unit.fold)) return make('years', value, unit.end, to + 1);
    // "45 et 41 ans".
    if (unit.fold === 'et' && Number.isInteger(value) && value < 120 && isYearsBehind(words, to + 1)) return make('years', value, last.end, to);
    // "Les quinze dernières années".
    if (BETWEEN_YEARS.has(unit.fold) && next?.fold === 'annees') return make('years', value, next.end, to + 2);
    if (unit.fold === 'mois') return make('months', value, unit.end, to + 1);
    if (/^jours?$/.test(unit.fold)) return make('days', value, unit.end, to + 1);
  }
  if (isBareSum(words, from, to, value, text)) return euros(1, last.end, to);
  // "Lui avait 84 ans, maman en avait 76"; "des enfants, il y en a quatre", "des contrats, il en avait deux" count.
  if (words[from - 2]?.fold === 'en' && words[from - 3]?.fold !== 'y' && ['a', 'avait', 'ai'].includes(words[from - 1]!.fold) && value >= LEAST_ALONE && value < 120)
    return make('years', value, last.end, to);
  if (Number.isInteger(value) && value < 120 && isAgeToo(words, from, to)) return make('years', value, last.end, to);
  return make('number', value, last.end, to);
}

/** "Son frère a 70 ans et sa sœur Anne 66", "Lucie a 45 ans, Marc 41": the second age needs no word for years. */
function isAgeToo(words: readonly Word[], from: number, to: number): boolean {
  const { sentence } = words[from]!;
  if (words[to] !== undefined && words[to]!.clause === words[from]!.clause && words[to]!.fold !== 'et') return false;
  let at = from - 1;
  while (at >= 0 && from - at <= TOO_REACH && words[at]!.sentence === sentence && words[at]!.fold !== 'ans' && (TOO.has(words[at]!.fold) || /^\p{Lu}/u.test(words[at]!.text))) at--;
  return from - at > 1 && words[at]?.fold === 'ans' && words[at]!.sentence === sentence && HAVE.has(words[at - 2]?.fold ?? '');
}
const TOO_REACH = 7;
const TOO = new Set('et puis enfin son sa mon ma notre leur le la l frere soeur fils fille mere pere demi cadet cadette aine ainee elle lui neveu niece'.split(' '));
/** The least age that is told without its unit. */
const LEAST_ALONE = 10;
const HAVE = new Set(['a', 'ai', 'avait', 'avais', 'aura', 'aurait', 'de']);

/** "7000e" are euros, "3e" is the third. */
const LEAST_GLUED = 100;
function isYearsBehind(words: readonly Word[], at: number): boolean {
  const numeral = /^\d{1,3}$/.test(words[at]?.text ?? '') ? { length: 1 } : readNumeral(words, at);
  return numeral !== undefined && words[at + numeral.length]?.fold === 'ans';
}
const BETWEEN_YEARS = new Set(['dernieres', 'premieres', 'longues', 'belles', 'bonnes']);
/** Words behind which a figure counts nothing: they go on with the sentence. */
const NO_UNITS = new Set(
  'de d du des a au aux en et puis ou pour sur par dont qui que chacun environ aujourd maintenant avant apres chez il elle on y c la le les l mais sans'.split(' '),
);

/** "11 000 euros, et le fonds 150 000": groups of thousands that count nothing else are money. */
function isBareSum(words: readonly Word[], from: number, to: number, value: number, text: string): boolean {
  if (value < 1000 || !Number.isInteger(value)) return false;
  const last = words[to - 1]!;
  const isTold = words.slice(from, to).some((word) => word.fold === 'mille');
  const isGrouped = to - from > 1 && /^\d{1,3}(?:[\s.]\d{3})+$/.test(text.slice(words[from]!.start, last.end));
  if (!isGrouped && !isTold) return isWorth(words, from, value);
  const next = words[to];
  const between = next === undefined ? '' : text.slice(last.end, next.start);
  return next === undefined ? !/^\s?[$£%]/.test(text.slice(last.end)) : /[^\s]/.test(between) ? /^\s?[,.;:)\n!?…]/.test(between) : NO_UNITS.has(next.fold);
}

/** "Il vaut 130000 voila": typed in haste, and no year. */
const isWorth = (words: readonly Word[], from: number, value: number): boolean =>
  (value < 1800 || value >= 2100) && (WORTH.has(words[from - 1]?.fold ?? '') || isOwed(words, from));
/** "Un crédit conso de 3600 à rembourser". */
const isOwed = (words: readonly Word[], from: number): boolean => words[from - 1]?.fold === 'de' && SUMS.has(words[from - 2]?.fold ?? '');
const SUMS = new Set('credit credits conso emprunt pret dette dettes solde capital prime primes somme don cheque virement valeur montant prix'.split(' '));
const WORTH = new Set(['vaut', 'vaux', 'valent', 'valait', 'valaient', 'vaudrait', 'coute', 'coutait']);

/** "1 500 € / mois". */
function slashPeriod(text: string, end: number): 'month' | 'year' | undefined {
  const match = /^\s?\/\s?(mois|an)\b/.exec(text.slice(end, end + 10));
  return match ? (match[1] === 'mois' ? 'month' : 'year') : undefined;
}

const MONTHLY = new Set(['mensuel', 'mensuels', 'mensuelle', 'mensuelles']);
/** "Un loyer mensuel de 700 €", "le loyer mensuel de l'appartement est de 400 €". */
function periodBefore(words: readonly Word[], from: number): 'month' | undefined {
  const { sentence, clause } = words[from]!;
  const near = ['de', 'a'].includes(words[from - 1]?.fold ?? '') ? [from - 1, from - 2] : [from - 1];
  if (near.some((at) => words[at]?.sentence === sentence && MONTHLY.has(words[at].fold))) return 'month';
  if (words[from - 1]?.fold !== 'de' || !['est', 'etait', 'serait'].includes(words[from - 2]?.fold ?? '')) return undefined;
  const subject = words.slice(Math.max(0, from - SUBJECT_REACH), from - 2).filter((word) => word.clause === clause);
  return subject.some((word, i) => MONTHLY.has(word.fold) && PAID_MONTHLY.has(subject[i - 1]?.fold ?? '')) ? 'month' : undefined;
}
const SUBJECT_REACH = 9;
const EACH_MONTH = new Set(['par', 'le', 'chaque', 'les']);
const PAID_MONTHLY = new Set(['loyer', 'loyers', 'indemnite', 'pension', 'rente', 'charge', 'charges']);

function periodAfter(words: readonly Word[], at: number): 'month' | 'year' | undefined {
  for (let i = at; i < Math.min(at + 4, words.length); i++) {
    const word = words[i]!.fold;
    const previous = words[i - 1]?.fold;
    // "75 000 €, loué 600 € par mois": the period is the next figure's.
    if (/^\d/.test(word) || ['et', 'puis', 'alors', 'mais'].includes(word)) return undefined;
    // "92 000 € ; le loyer mensuel": of what comes next.
    if ((word === 'mois' && EACH_MONTH.has(previous ?? '')) || (MONTHLY.has(word) && words[i]!.clause === words[at - 1]!.clause)) return 'month';
    if ((word === 'an' && (previous === 'par' || previous === 'l')) || word === 'annuel' || word === 'annuels' || word === 'annuelle') return 'year';
  }
  return undefined;
}
