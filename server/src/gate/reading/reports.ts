import type { Judged } from '../verdict.ts';
import { findForms, type FormHit } from './forms.ts';
import type { Word } from './words.ts';

/** How another's words are announced ("selon Jade, …", "il me dit que …"). */
const ANNOUNCED: readonly string[] = [
  'selon',
  'd apres',
  'indique|precise|explique|rapporte|affirme|declare|dit|raconte|soutient|pretend|ajoute|assure que|qu',
  'me|nous dit|explique|indique|raconte',
];

export const announcements = (words: readonly Word[]): readonly FormHit[] => findForms(ANNOUNCED, words);

/**
 * Whether a text reports another's words, so that its conditional reports too: as it was asked for, or else as it reads.
 * Where hesitation was asked for, "il aurait versé 23 000 €" is how it hesitates.
 */
export const reportsSpeech = ({ stratum }: Judged, words: readonly Word[]): boolean =>
  stratum === undefined ? announcements(words).length > 0 : stratum['voice'] === 'parole_rapportee' || stratum['noise'] === 'ambigu';
