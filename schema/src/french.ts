/** French as it is written in print: values to words. The lexicon says what things are called; this file how values look. */

export const MONTHS = ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'];

/** "12 000": digits in groups of three. */
export const grouped = (value: number, separator = ' '): string => {
  const [whole, cents] = String(value).split('.');
  return whole!.replace(/\B(?=(\d{3})+(?!\d))/g, separator) + (cents === undefined ? '' : `,${cents.padEnd(2, '0')}`);
};

/** "7 janvier 2026", "mai 2019", "2019" by the date's own precision. */
export function printedDate(iso: string): string {
  const [year, month, day] = iso.split('-');
  if (month === undefined) return year!;
  const name = MONTHS[Number(month) - 1]!;
  if (day === undefined) return `${name} ${year}`;
  return `${Number(day) === 1 ? '1er' : Number(day)} ${name} ${year}`;
}

const FRACTIONS: readonly (readonly [number, string])[] = [
  [0.5, 'la moitié'],
  [1 / 3, 'un tiers'],
  [2 / 3, 'deux tiers'],
  [0.25, 'un quart'],
  [0.75, 'trois quarts'],
  [0.2, 'un cinquième'],
  [1, 'la totalité'],
];
export const fractionWord = (ratio: number): string | undefined => FRACTIONS.find(([value]) => Math.abs(value - ratio) < 0.0006)?.[1];
export const percent = (ratio: number): string => `${grouped(Math.round(ratio * 10_000) / 100)} %`.replace(',00', '');

const VOWEL = /^[aeiouyàâäéèêëîïôöùûüœæh]/i;
/** Words whose first letter does not elide. */
const ASPIRATED = /^(hollande|hongrie|huit|huitième|onze|onzième|yacht|haut|handicap|hangar|héros|holding|y[aeo])/i;
export const elides = (word: string): boolean => VOWEL.test(word) && !ASPIRATED.test(word);

/** "de" before a word: "de Luc", "d'Anne". */
export function de(word: string): string {
  // "propriétaire de bijoux": behind "de" the plural article falls away.
  if (word.startsWith('des ')) return de(word.slice(4));
  return elides(word) ? `d'${word}` : `de ${word}`;
}
/** "que" before a word. */
export const que = (word: string): string => (elides(word) ? `qu'${word}` : `que ${word}`);
/** "de" before a noun phrase with its article: du, des, de la, de l'. */
export function deNp(np: string): string {
  if (np.startsWith('le ')) return `du ${np.slice(3)}`;
  if (np.startsWith('les ')) return `des ${np.slice(4)}`;
  return de(np);
}
/** "à" before a noun phrase with its article: au, aux, à la. */
export function aNp(np: string): string {
  if (np.startsWith('le ')) return `au ${np.slice(3)}`;
  if (np.startsWith('les ')) return `aux ${np.slice(4)}`;
  return `à ${np}`;
}

export const capitalise = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "Luc", "Luc et Anne", "Luc, Anne et Paul". */
export function joined(items: readonly string[], last = 'et'): string {
  if (items.length <= 1) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)!}`;
}
