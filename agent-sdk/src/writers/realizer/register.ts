import { registerOf, type Pack, type Random, type Stratum } from '@case-swarm/schema';

/** How often a word that has a substitute in the register is replaced. */
const OFTEN = 0.45;

/**
 * A clean text in the register of its stratum: some everyday words give way to those of talk or of the office, each
 * throughout the text or, where it would weigh on it, at its first mention.
 */
export function inRegister(text: string, pack: Pack, stratum: Stratum, random: Random): string {
  const { registers } = pack.lexicon;
  if (!registers) return text;
  const register = registerOf(registers, stratum);
  if (register === 'everyday') return text;
  let said = text;
  for (const { from, to, once, notBehind } of registers.substitutes[register]) {
    if (!random.chance(OFTEN)) continue;
    // Not in a quotation, nor in a longer word: "« ma maison »" is a clause's own.
    const pattern = new RegExp(`(?<![\\p{L}'’-])${notBehind ? `(?<!${notBehind} )` : ''}${from}(?![\\p{L}'’-])(?![^«]*»)`, once ? 'u' : 'gu');
    said = said.replace(pattern, to);
    if (!once) said = said.replaceAll(new RegExp(`(?<![\\p{L}'’-])${capital(from)}(?![\\p{L}'’-])`, 'gu'), capital(to));
  }
  return said;
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
