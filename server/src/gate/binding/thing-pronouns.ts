import type { Word } from '../reading/words.ts';
import type { Subject } from '../subject.ts';
import type { Head } from './heads.ts';

/** Sentences from a thing to the pronoun that takes it up. */
const REACH = 1;
/** Words behind a pronoun in which its verb stands. */
const VERB_REACH = 3;

/** What is done to things and to nobody, as a participle begins. */
const DONE_TO_THINGS =
  /^(?:achet|acqui|construi|recu|vendu|revendu|financ|souscri|lou|estim|evalu|situ|couver|contest|demembr|garanti|rembours|inoccup|occup|vide|grev|hypothequ|indivis|verse|plac|ouver|sign|denou|pass)/;
const OF_WHICH = new Set(['que', 'qu', 'dont', 'ou', 'lequel', 'laquelle', 'lesquels', 'lesquelles']);

interface Pronoun {
  readonly at: number;
  /** As far as the pronoun or what is said of it tells. */
  readonly gender: 'm' | 'f' | undefined;
  readonly isPlural: boolean | undefined;
}

const HAVE = new Set('a ai as avait avais avaient ont avons'.split(' '));
const BE = new Set('est etait etais sont etaient suis'.split(' '));
/** Behind "il" and "elle": what is said of a thing and not of a person. */
const OF_THINGS = new Set(
  'vaut valait valent valaient vient venait provient provenait date datait rapporte rapportait rapportent appartient appartenait appartenaient depend dependait fait font'.split(
    ' ',
  ),
);

/** "Elle avait été achetée", "il l'avait reçu", "il n'en avait que l'usufruit": with what they are of, the thing that was spoken of last. */
export function withThingPronouns(subject: Subject, heads: readonly Head[]): readonly Head[] {
  const { words } = subject.reading;
  const things = heads.filter(({ owner, attribute }) => owner.entity?.kind === 'thing' && owner.entity.owner.includes('*') && attribute === undefined);
  if (things.length === 0) return heads;
  const added: Head[] = [];
  for (const pronoun of words.flatMap((_word, i) => pronounAt(words, i) ?? [])) {
    const { clause, sentence } = words[pronoun.at]!;
    // "Elle laisse un studio. Il avait été acheté. Elle en était usufruitière": one pronoun behind the other.
    const near = [...things, ...added].filter((head) => head.to <= pronoun.at && sentence - words[head.from]!.sentence <= REACH);
    // "La maison elle était propre": it stands there by itself.
    if (near.some((head) => words[head.from]!.clause === clause)) continue;
    const before = near.filter((head) => agrees(subject, head, pronoun));
    const last = Math.max(-1, ...before.map(({ from }) => from));
    for (const { owner, strength, source } of before)
      if (before.some((head) => head.owner === owner && head.from === last) && !added.some((head) => head.owner === owner && head.from === pronoun.at))
        added.push({ owner, from: pronoun.at, to: pronoun.at + 1, strength, anaphor: true, ...(source ? { source } : {}) });
  }
  return added.length === 0 ? heads : [...heads, ...added].sort((a, b) => a.from - b.from);
}

/** A word, and what stands behind it in its clause. */
interface Look {
  readonly at: number;
  readonly words: readonly Word[];
  /** Folded; "" beyond the clause. */
  readonly next: (by: number) => string;
}

const unmarked = (at: number): Pronoun => ({ at, gender: undefined, isPlural: undefined });

/** "Il n'en avait que l'usufruit", "Colette en est bénéficiaire". */
const ofIt = ({ at, next }: Look): Pronoun | undefined => (HAVE.has(next(1)) || BE.has(next(1)) || /^deten(?:ait|ais|aient)$/.test(next(1)) ? unmarked(at) : undefined);

/** "32 000 euros y ont été versés", "on y a placé 34 000 euros". */
const intoIt = ({ at, next }: Look): Pronoun | undefined =>
  HAVE.has(next(1)) && [next(2), next(3)].some((word) => /^(?:vers|plac|depos)e/.test(word) || word === 'mis') ? unmarked(at) : undefined;

/** "Il l'avait achetée", "elle les a reçus". */
function asObject({ at, words, next }: Look): Pronoun | undefined {
  const participle = HAVE.has(next(1)) && words.slice(at + 2, at + 2 + VERB_REACH).find((word, k) => next(k + 2) !== '' && DONE_TO_THINGS.test(word.fold));
  if (!participle) return undefined;
  return { at, gender: /(?:ée|ue|ite|ise|uite)s?$/.test(participle.lower) ? 'f' : undefined, isPlural: words[at]!.fold === 'les' };
}

/** "Elle avait été achetée", "il n'est pas couvert", "ils valent"; "un studio, dont elle était nue-propriétaire" is somebody. */
function asSubject({ at, words, next }: Look): Pronoun | undefined {
  if (OF_WHICH.has(words[at - 1]?.fold ?? '')) return undefined;
  const from = next(1) === 'ne' || next(1) === 'n' ? 2 : 1;
  const isBeen = HAVE.has(next(from)) && ['ete', 'etait'].includes(next(from + 1));
  const isWhat = BE.has(next(from)) && (next(from + 1) === 'en' || DONE_TO_THINGS.test(next(from + 1)));
  const { fold } = words[at]!;
  return isBeen || isWhat || OF_THINGS.has(next(from)) ? { at, gender: fold.startsWith('elle') ? 'f' : 'm', isPlural: fold.endsWith('s') } : undefined;
}

/** "C'est un bien commun", "ce sont des biens propres". */
function asThis({ at, words, next }: Look): Pronoun | undefined {
  const from = words[at]!.fold === 'cest' ? 1 : 2;
  const isSaid = from === 1 || BE.has(next(1));
  return isSaid && /^(?:un|une|des)$/.test(next(from)) && /^(?:biens?|dettes?)$/.test(next(from + 1)) ? unmarked(at) : undefined;
}

const READERS: ReadonlyMap<string, (look: Look) => Pronoun | undefined> = new Map([
  ['en', ofIt],
  ['y', intoIt],
  ...['l', 'les'].map((word) => [word, asObject] as const),
  ...['il', 'elle', 'ils', 'elles'].map((word) => [word, asSubject] as const),
  ...['c', 'ce', 'cest'].map((word) => [word, asThis] as const),
]);

function pronounAt(words: readonly Word[], at: number): Pronoun | undefined {
  const { fold, clause } = words[at]!;
  const next = (by: number): string => (words[at + by]?.clause === clause ? words[at + by]!.fold : '');
  return READERS.get(fold)?.({ at, words, next });
}

/** Whether the noun that speaks of a thing can be what the pronoun means; a place or a name tells nothing of it. */
function agrees({ judged, reading: { words } }: Subject, { from, to }: Head, { gender, isPlural }: Pronoun): boolean {
  const tags = words.slice(from, to).flatMap(({ lower }) =>
    judged.dictionary
      .tags(lower)
      .filter((tag) => /^N[mf]/.test(tag))
      .slice(0, 1),
  )[0];
  if (tags === undefined) return true;
  if (gender !== undefined && tags[1] !== gender) return false;
  return isPlural === undefined || (tags[2] === 'p') === isPlural;
}
