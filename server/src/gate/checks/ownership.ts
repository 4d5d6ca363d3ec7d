import type { LeafValue } from '@case-swarm/schema';
import { isTeller } from '../binding/teller.ts';
import type { Occurrence } from '../kin/marks.ts';
import { placesIn } from '../kin/titles.ts';
import { sexOfName } from '../reading/first-names.ts';
import { findForms } from '../reading/forms.ts';
import type { Word } from '../reading/words.ts';
import { wordsOf, type Subject } from '../subject.ts';
import { refuse, type Problem } from '../verdict.ts';
import { describe } from './grounding.ts';

/** From a name to its right. */
const REACH = 5;
/** From a right to the one who has it. */
const BELONGING_REACH = 8;

/** Who owns what, and by which right: usufruct and bare ownership, one's own and the other's. */
export const checkOwnership = (subject: Subject): Problem[] => [...exchangedRights(subject), ...exchangedOwnership(subject)];

const USUFRUCT: readonly string[] = ['usufruit*'];
const BARE_OWNERSHIP: readonly string[] = ['nue|nu propriet*'];
const BELONGING = new Set('propriete etant est etait c a de d lui elle moi appartient appartenait appartenant revient revenait pour chez monsieur madame m mme'.split(' '));
const HAVE: readonly string[] = ['j ai|avais|garde|conserve', 'je suis|garde|conserve|detiens', 'jai|javais'];

/** "Alice a l'usufruit" where the target gives her the bare ownership. */
function exchangedRights(subject: Subject): Problem[] {
  const { words } = subject.reading;
  const places = placesIn(subject);
  const usufruct = new Set(findForms(USUFRUCT, words).map((hit) => hit.from));
  const bare = new Set(findForms(BARE_OWNERSHIP, words).map((hit) => hit.from));
  return subject.leaves.flatMap((leaf) => {
    if (leaf.key !== 'usufruitier_nom' && leaf.key !== 'nu_proprietaire_nom') return [];
    const [right, wrong] = leaf.key === 'usufruitier_nom' ? [usufruct, bare] : [bare, usufruct];
    // "La nue-propriété étant à Henri", "l'usufruit c'est lui, Romain".
    const isSaidOf = (set: ReadonlySet<number>, place: Occurrence): boolean =>
      [...set].some((i) => i < place.from && place.from - i <= BELONGING_REACH && words.slice(i + 1, place.from).every((word) => BELONGING.has(word.fold)));
    // "J'ai l'usufruit" is told of the teller.
    const spoken = isTeller(words, String(leaf.value), subject.sharedFirstWords) ? findForms(HAVE, words) : [];
    const all = [...places(leaf), ...spoken];
    const near = (set: ReadonlySet<number>): boolean => all.some((place) => behind(words, place).some((at) => set.has(at)) || isSaidOf(set, place));
    return near(wrong) && !near(right)
      ? [refuse('roles-reversed', `Le droit est inversé pour ${describe(leaf)} : usufruit et nue-propriété sont échangés.`, { path: leaf.path })]
      : [];
  });
}

/** Words that say what someone has: behind the name, also where it is set apart ("son père, Paul, a l'usufruit"), and not behind "se demande si". */
function behind(words: readonly Word[], { from, to }: Occurrence): readonly number[] {
  const clause = HOLDS.has(words[to]?.fold ?? '') && words[to]!.sentence === words[from]!.sentence ? words[to]!.clause : words[from]!.clause;
  const said = words.slice(to, to + REACH).map((word, k) => ({ word, at: to + k }));
  const end = said.findIndex(({ word }) => word.clause !== clause || word.fold === 'si');
  return (end < 0 ? said : said.slice(0, end)).map(({ at }) => at);
}
const HOLDS = new Set(['a', 'avait', 'detient', 'detenait', 'garde', 'conserve']);

/** Words that the teller calls someone by ("mon mari, Romain"), wherever they stand. */
function calledAs(words: readonly Word[], name: readonly string[]): readonly number[] {
  const said = new Set(words.flatMap((word, i) => (MINE.has(words[i - 1]?.fold ?? '') && words.slice(i + 1, i + 3).some((behind) => behind.fold === name[0]) ? [word.fold] : [])));
  const pet = [...said].flatMap((word) => PETS.get(word) ?? []);
  return words.flatMap((word, i) => ((said.has(word.fold) && MINE.has(words[i - 1]?.fold ?? '')) || pet.includes(word.fold) ? [i] : []));
}
const MINE = new Set(['mon', 'ma', 'notre']);
/** "Ma mère, Agnès" is "maman" further on. */
const PETS: ReadonlyMap<string, readonly string[]> = new Map(Object.entries({ mere: ['maman'], pere: ['papa'] }));

const THE_DECEASED: readonly string[] = ['defunt|defunte', 'cujus'];
const OWN_WORD: readonly string[] = ['propre|propres'];
const OWN: readonly string[] = [...OWN_WORD, 'personnel*', 'appartenai*|appartient'];
/** Who else than the deceased something can be said to belong to. */
const OF_PARTNER: readonly string[] = ['conjoint|conjointe|survivant|survivante|mari|femme|epoux|epouse|veuf|veuve|mere|pere|maman|papa|mamie|papi'];
const OF_TELLER: readonly string[] = ['moi|mon|me|m'];
const OF_PARTNER_OR_TELLER: readonly string[] = [...OF_PARTNER, ...OF_TELLER];
const OWN_MINE: readonly string[] = ['me sont|est|etaient|etait propre|propres', 'propre|propres a moi'];
const OWN_OF: readonly string[] = [
  'propre|propres de|d|du|a|au',
  'propre|propres elle|lui|elles|eux|egalement aussi|de|du|a|au',
  'propre|propres elle|lui|elles|eux aussi de|du|a|au',
];
/** Of the deceased, where others' things are said to be theirs. */
const OWN_OF_THEIRS: readonly string[] = ['lui est|etait|sont|etaient propre|propres', 'lui appartenait|appartenaient en propre'];
const PRONOUNS = { m: 'lui', f: 'elle' } as const;
/** "Biens propres de Mme Lambert", of a couple of one surname. */
const TITLED: ReadonlyMap<string, 'm' | 'f'> = new Map(Object.entries({ m: 'm', monsieur: 'm', mme: 'f', madame: 'f' }));
/** "Bien propre de la défunte" where the target has it the survivor's. */
function exchangedOwnership(subject: Subject): Problem[] {
  const { words } = subject.reading;
  const { lexicon } = subject.judged.pack;
  const nameOf = (path: string): readonly string[] => wordsOf(String(subject.leaves.find((leaf) => leaf.path === path)?.value ?? ''));
  const [subjectName, partnerName] = [nameOf(`${lexicon.subject}.nom`), nameOf('famille.partenaire.nom')];
  const isSubject = new Set([...findForms(THE_DECEASED, words).map((hit) => hit.from), ...calledAs(words, subjectName)]);
  // "Des bijoux qui me sont propres", of a survivor who tells it, where nothing else is said to be anyone's own.
  const mine = isTeller(words, partnerName.join(' '), subject.sharedFirstWords) ? findForms(OWN_MINE, words) : [];
  const isAllMine = mine.length > 0 && findForms(OWN_WORD, words).length === mine.length;
  // "Propre à lui", of a man whose wife survives him.
  const [sex, other] = [sexOfName(subjectName), sexOfName(partnerName)];
  const pronoun = sex !== undefined && other !== undefined && sex !== other ? PRONOUNS[sex] : undefined;
  const sides = new Set([
    ...(isAllMine ? ['PROPRE_PARTENAIRE'] : []),
    ...(findForms(OWN_OF_THEIRS, words).length > 0 && subject.leaves.some(({ value }) => value === 'PROPRE_PARTENAIRE') ? ['PROPRE_DEFUNT'] : []),
    ...findForms(OWN_OF, words).flatMap((hit) => {
      for (let i = hit.to; i < Math.min(hit.to + REACH, words.length) && words[i]!.clause === words[hit.from]!.clause; i++) {
        if (isSubject.has(i) || words[i]!.fold === subjectName[0]) return ['PROPRE_DEFUNT'];
        if (i === hit.to && words[i]!.fold === pronoun) return ['PROPRE_DEFUNT'];
        const titled = TITLED.get(words[i]!.fold);
        if (i === hit.to && pronoun !== undefined && titled !== undefined) return [titled === sex ? 'PROPRE_DEFUNT' : 'PROPRE_PARTENAIRE'];
        if (words[i]!.fold === partnerName[0] || /^(?:conjoint|survivant|survivante|veuf|veuve)$/.test(words[i]!.fold)) return ['PROPRE_PARTENAIRE'];
      }
      return [];
    }),
  ]);
  const isPartnersTale = lexicon.kinship?.tellers[subject.judged.stratum?.['persona'] ?? '']?.includes('partner') !== false;
  const ofPartner = [
    ...findForms(isPartnersTale ? OF_PARTNER_OR_TELLER : OF_PARTNER, words).map((hit) => hit.from),
    ...words.flatMap((word, i) => (word.fold === partnerName[0] ? [i] : [])),
  ];
  const clauses = new Set(ofPartner.map((i) => words[i]!.sentence));
  const isTold = (value: LeafValue): boolean =>
    sides.size > 0 ? sides.has(String(value)) : value !== 'PROPRE_PARTENAIRE' || findForms(OWN, words).some((hit) => clauses.has(words[hit.from]!.sentence));
  return subject.leaves.flatMap((leaf) =>
    leaf.key === 'nature' && (leaf.value === 'PROPRE_DEFUNT' || leaf.value === 'PROPRE_PARTENAIRE') && !isTold(leaf.value)
      ? [refuse('roles-reversed', `Ce bien est dit propre à l'autre époux (${describe(leaf)}) : corrigez.`, { path: leaf.path })]
      : [],
  );
}
