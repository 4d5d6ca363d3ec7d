import type { Occurrence } from '../kin/marks.ts';
import { placesIn } from '../kin/titles.ts';
import { sexOfName } from '../reading/first-names.ts';
import { findForms, isNegated } from '../reading/forms.ts';
import { endsInQuestion, type Word } from '../reading/words.ts';
import { isSubjectName, wordsOf, type Subject, type TargetLeaf } from '../subject.ts';
import { isTeller } from './teller.ts';
import { indirectPlaces } from './pronouns.ts';
import { isGivenTo, TOWARDS } from './sides.ts';

/** How acts of one sort are told: what does them, what does them beside the word of one ("laisse … par testament"), what they are called, and that one gets them. */
export interface Act {
  readonly verbs: readonly string[];
  readonly verbsBeside: readonly string[];
  readonly beside: readonly string[];
  readonly nouns: readonly string[];
  readonly notNouns: readonly string[];
  readonly gets: readonly string[];
  /** Who gets it is called so. */
  readonly called: readonly string[];
  /** Behind one of its nouns "pour" is "à" ("un legs pour Luc"). */
  readonly isFor: boolean;
}
const GOT = ['a|avait|ai|avais|as|avais|aurait|avaient|ont eu|recu|touche', 'a|avait|ai|avais|as|avais|aurait|avaient|ont deja|aussi|bien|elle|lui eu|recu|touche'];
export const GIFT: Act = {
  verbs: ['donne|donner|offert|offrir|remis|remi|consenti|consentie|consentit|gratifie', 'fait donation|cadeau|present'],
  verbsBeside: [],
  beside: [],
  nouns: ['don|dons manuel|manuels', 'don|donation|donations', 'donation partage|simple', 'present d usage', 'liberalite|liberalites', 'cadeau'],
  notNouns: ['donation entre', 'donation|donations au dernier'],
  gets: [...GOT, 'a|avait|ai|as beneficie'],
  called: ['donataire'],
  isFor: false,
};
export const LEGACY: Act = {
  verbs: ['legue|leguee|legues|leguer|leguait'],
  verbsBeside: ['laisse|laissait|laissant|donne|donnait|consent|consentait|consenti|prevoit|accorde'],
  beside: ['testament|testaments', 'legs'],
  nouns: ['legs'],
  notNouns: [],
  gets: [...GOT, 'recoit|recevra|recevrait|beneficie|beneficierait|a|aurait|ai'],
  called: ['legataire'],
  isFor: true,
};

/** Where a text speaks of acts of one sort. */
interface Acts {
  readonly verbs: ReadonlySet<number>;
  readonly nouns: ReadonlySet<number>;
  /** Words of acts of another sort ("une donation entre époux à mon père"). */
  readonly others: ReadonlySet<number>;
  readonly gets: readonly Occurrence[];
  readonly called: ReadonlySet<number>;
  readonly isFor: boolean;
}

/** A person with the places where they are named. */
interface Named {
  readonly place: Occurrence;
  readonly leaf: TargetLeaf;
}

/** The person who is told to receive in an act of a sort, of those that are asked of; nobody where none is. */
export function toldReceiver(subject: Subject, act: Act, people: readonly TargetLeaf[]): TargetLeaf | undefined {
  const acts = actsIn(subject, act);
  if (acts.verbs.size === 0 && acts.nouns.size === 0 && acts.called.size === 0) return undefined;
  const places = placesIn(subject);
  const named = subject.leaves.flatMap((leaf) => (leaf.kind === 'name' && leaf.key === 'nom' ? places(leaf).map((place): Named => ({ place, leaf })) : []));
  const others = new Set(named.map(({ place }) => place.from));
  const { words } = subject.reading;
  const calledByPronoun = [...acts.called].flatMap((at) => whoIsMadeIt(subject, at, named));
  return people.find(
    (leaf) =>
      places(leaf).some((place) => isToward(words, place, acts) || isGetting(words, place, acts, others) || isCalledIt(words, place, acts)) ||
      (indirectPlaces(subject).get(String(leaf.value)) ?? []).some((place) => isDoneTo(words, place, acts)) ||
      isTellerGetting(subject, leaf, acts) ||
      calledByPronoun.includes(leaf.value) ||
      acts.gets.some((get) => isNamedBefore(subject, get, leaf, named) && hasActBehind(words, get, acts)),
  );
}

/** Where somebody is told to receive in an act of a sort, by a relative's word or a pronoun ("à sa fille", "lui avait fait un don"). */
export function unnamedReceiver(subject: Subject, act: Act): Occurrence | undefined {
  const acts = actsIn(subject, act);
  const { words } = subject.reading;
  const at = words.findIndex(({ fold }, i) => {
    const place = { from: i, to: i + 1 };
    if (SOMEBODY.has(fold)) return isToward(words, place, acts) || isCalledIt(words, place, acts);
    return OBJECTS.has(fold) && isDoneTo(words, place, acts);
  });
  return at < 0 ? undefined : { from: at, to: at + 1 };
}
const SOMEBODY = new Set(
  'ami amie fils fille frere soeur neveu niece filleul filleule cousin cousine concubin concubine compagne compagnon voisin voisine oncle tante pere mere mari femme epoux epouse partenaire associe associee moi elle lui'.split(
    ' ',
  ),
);
const OBJECTS = new Set(['lui', 'm', 'me', 't', 'te']);

function actsIn({ reading }: Subject, { verbs, verbsBeside, beside, nouns, notNouns, gets, called, isFor }: Act): Acts {
  const { words } = reading;
  const isSaid = ({ from, to }: Occurrence): boolean => !isNegated(words, from, to) && !endsInQuestion(reading, from);
  const placesOf = (forms: readonly string[]): readonly Occurrence[] => findForms(forms, words).filter(isSaid);
  const others = new Set(findForms(notNouns, words).map(({ from }) => from));
  const sentences = new Set(findForms(beside, words).map(({ from }) => words[from]!.sentence));
  return {
    verbs: new Set([...placesOf(verbs), ...placesOf(verbsBeside).filter(({ from }) => sentences.has(words[from]!.sentence))].map(({ from }) => from)),
    nouns: new Set(placesOf(nouns).flatMap(({ from }) => (others.has(from) ? [] : [from]))),
    others,
    gets: placesOf(gets),
    called: new Set(placesOf(called).map(({ from }) => from)),
    isFor,
  };
}

/** What stands before a name and what they are called ("à notre fille, [Samira]"): the index of the word. */
function beforeCalled(words: readonly Word[], from: number): number {
  const { sentence } = words[from]!;
  let at = from - 1;
  while (from - at <= CALLED_REACH && words[at]?.sentence === sentence && CALLED.has(words[at]!.fold)) at--;
  return at;
}

/** "Un don manuel de 30 000 € à notre fille Samira", "à Jean-Luc, elle avait offert": behind "à", with nothing but what they are called between. */
function isToward(words: readonly Word[], { from, to }: Occurrence, { verbs, nouns, others, isFor }: Acts): boolean {
  const { sentence } = words[from]!;
  const at = beforeCalled(words, from);
  if (words[at]?.sentence !== sentence) return false;
  const behind = (among: ReadonlySet<number>, reach: number): boolean => words.slice(to, to + reach).some((word, i) => word.sentence === sentence && among.has(to + i));
  // "Gratifie une amie, Béatrice, d'un legs".
  if (/^gratifi/.test(words[at]!.fold)) return behind(nouns, RIGHT_BEHIND);
  const isBenefit = ['de', 'd'].includes(words[at]!.fold) && BENEFIT.has(words[at - 1]?.fold ?? '');
  const isWanted = FOR.has(words[at]!.fold);
  if (!isBenefit && !(isWanted ? isFor : TOWARDS.has(words[at]!.fold))) return false;
  for (let i = at - 1; i >= 0 && at - i <= TOWARD_REACH && words[i]!.sentence === sentence; i--) {
    if (nouns.has(i) || (verbs.has(i) && !isWanted)) return true;
    if (others.has(i) || isOtherDoing(words[i]!)) break;
  }
  // "Elle avait fait à Serge un don".
  if (DID.test(words[at - 1]?.fold ?? '') && behind(nouns, RIGHT_BEHIND)) return true;
  // "Deux dons manuels. Le premier, à Josette, …".
  if (ORDINALS.has(words[at - 1]?.fold ?? '') && words[at - 1]!.sentence === sentence && [...nouns].some((i) => words[i]!.sentence === sentence - 1)) return true;
  // "À Jean-Luc, elle avait offert".
  const isFirst = words[at - 1]?.sentence !== sentence || words[at - 1]!.clause < words[at]!.clause;
  return isFirst && (behind(verbs, FRONT_REACH) || (behind(nouns, BEHIND_REACH) && words.slice(to, to + FRONT_REACH).some(({ fold }) => DID.test(fold))));
}
const DID = /^(?:fait|faite|faisait|consent|consenti|laisse|donne)$/;
const ORDINALS = new Set('premier premiere second seconde deuxieme troisieme autre'.split(' '));
const RIGHT_BEHIND = 4;
const FOR = new Set(['pour', 'pr']);
const CALLED = new Set(
  'un une son sa ses mon ma mes notre leur leurs le la l meme dit dite nomme nommee ami amie fils fille frere soeur neveu niece filleul filleule cousin cousine concubin concubine compagne compagnon voisin voisine petit petite grand grande seul seule unique propre oncle tante pere mere mari femme m mme monsieur madame associe associee autre'.split(
    ' ',
  ),
);
const CALLED_REACH = 5;
const TOWARD_REACH = 14;
const FRONT_REACH = 6;
const BENEFIT = new Set(['profit', 'faveur', 'benefice']);
/** What else is done to somebody between the act and "à". */
const isOtherDoing = ({ fold: word }: Word): boolean =>
  /^(?:demand|reclam|ecri|dit|doi|devr|rend|rembours|rappel|repond|refus|oppos|mari|pacs|appart|revien|vend|pret|confi|dema|paye)/.test(word) || STOPS.has(word);
const STOPS = new Set(['mais', 'car', 'puis', 'alors', 'que', 'qu', 'qui']);

/** "Samira, la fille de Rosa, a eu d'elle un don": the name, what is said of it, and that they got it. */
function isGetting(words: readonly Word[], { from, to }: Occurrence, acts: Acts, named: ReadonlySet<number>): boolean {
  const { sentence } = words[from]!;
  if (['de', 'd', 'avec', 'par', 'a', 'chez', 'selon'].includes(words[from - 1]?.fold ?? '')) return false;
  if (isGivenTo(words, to)) return [...acts.verbs, ...acts.nouns].some((i) => i > to && i - to <= BEHIND_REACH && words[i]!.sentence === sentence);
  return acts.gets.some((get) => {
    if (get.from < to || get.from - to > BEHIND_REACH || words[get.from]!.sentence !== sentence) return false;
    for (let i = to; i < get.from; i++) if (STOPS.has(words[i]!.fold) && words[i]!.fold !== 'qui') return false;
    // "Le filleul de Rosa" names nobody who gets anything.
    for (let i = to; i < get.from; i++) if (named.has(i) && !['de', 'd'].includes(words[i - 1]!.fold)) return false;
    return hasActBehind(words, get, acts);
  });
}
const BEHIND_REACH = 9;

const hasActBehind = (words: readonly Word[], { from, to }: Occurrence, { nouns }: Pick<Acts, 'nouns'>): boolean =>
  words.slice(to, to + GOT_REACH).some((word, i) => nouns.has(to + i) && word.sentence === words[from]!.sentence);
/** "Avait reçu d'elle, le 15 mai 2016, 300 000 € par donation". */
const GOT_REACH = 14;

/** "Lui avait fait une donation", "lui avait donné". */
const isDoneTo = (words: readonly Word[], { from, to }: Occurrence, { verbs, nouns }: Pick<Acts, 'verbs' | 'nouns'>): boolean =>
  words
    .slice(to, to + DONE_REACH)
    .some((word, i) => word.sentence === words[from]!.sentence && (verbs.has(to + i) || (DID.test(word.fold) && hasActBehind(words, { from, to: to + i + 1 }, { nouns }))));
const DONE_REACH = 4;

/** "Fait de Luc son légataire", "institue une amie, Léa, légataire", "Luc, légataire universel", "le légataire, c'est un ami, Luc". */
function isCalledIt(words: readonly Word[], { from, to }: Occurrence, { called }: Acts): boolean {
  const { sentence } = words[from]!;
  const at = beforeCalled(words, from);
  const isMade = (words[at]?.sentence === sentence && /^institu/.test(words[at]!.fold)) || (['de', 'd'].includes(words[at]?.fold ?? '') && MADE.test(words[at - 1]?.fold ?? ''));
  return [...called].some((i) => {
    if (words[i]!.sentence !== sentence) return false;
    if (i >= to) {
      const isApposed = words[i - 1]!.clause < words[i]!.clause || ['est', 'etait', 'serait', 'comme'].includes(words[i - 1]!.fold);
      return (isMade && i - to <= BEHIND_REACH) || (isApposed && i - to <= RIGHT_BEHIND && !['de', 'd'].includes(words[from - 1]?.fold ?? ''));
    }
    return i < from && words.slice(i + 1, from).every(({ fold }) => CALLED.has(fold) || BEHIND_CALLED.has(fold)) && from - i <= BEHIND_REACH;
  });
}
const MADE = /^(?:fait|faisait|faire|fasse)$/;
const BEHIND_CALLED = new Set('universel universelle particulier particuliere c est etait eh bien titre a general'.split(' '));

/** "L'institue légataire", "l'a fait légataire": the one named last who is not the deceased. */
function whoIsMadeIt(subject: Subject, at: number, named: readonly Named[]): readonly TargetLeaf['value'][] {
  const { words } = subject.reading;
  const before = words.slice(Math.max(0, at - RIGHT_BEHIND), at).map(({ fold }) => fold);
  const verb = before.findIndex((fold) => MADE.test(fold) || /^institu/.test(fold));
  if (verb < 0 || ![before[verb - 1], before[verb - 2]].some((fold) => fold === 'l' || fold === 'la' || fold === 'le')) return [];
  const last = named
    .filter(({ place, leaf }) => place.from < at && words[at]!.sentence - words[place.from]!.sentence <= 1 && !isSubjectName(subject, leaf.value))
    .toSorted((a, b) => b.place.from - a.place.from)[0];
  return last ? [last.leaf.value] : [];
}

/** "Il m'avait fait un don", "j'ai eu une donation", of the one who tells it. */
function isTellerGetting(subject: Subject, { value }: TargetLeaf, acts: Acts): boolean {
  const { words } = subject.reading;
  if (!isTeller(words, String(value), subject.sharedFirstWords)) return false;
  const isMe = (i: number): boolean => ['m', 'me'].includes(words[i]!.fold);
  return (
    words.some((_, i) => isMe(i) && isDoneTo(words, { from: i, to: i + 1 }, acts)) ||
    acts.gets.some((get) => ['j', 'jai', 'javais'].includes(words[get.from - 1]?.fold ?? '') && hasActBehind(words, get, acts))
  );
}

/** "Alors c'est pour Jeanne … Elle avait reçu de lui un don": who was named last of that sex, where the deceased is of the other or the giver. */
function isNamedBefore(subject: Subject, { from, to }: Occurrence, leaf: TargetLeaf, named: readonly Named[]): boolean {
  const { words } = subject.reading;
  const sex = PRONOUN_SEX.get(words[from - 1]?.fold ?? '');
  const sexOf = ({ value }: TargetLeaf): 'm' | 'f' | undefined => sexOfName(wordsOf(String(value)));
  if (sex === undefined || sexOf(leaf) !== sex) return false;
  const isSubject = (other: TargetLeaf): boolean => isSubjectName(subject, other.value);
  const isGiver = named.some(({ place, leaf: other }) => isSubject(other) && place.from > to && place.from - to <= RIGHT_BEHIND);
  if (!isGiver && !subject.leaves.some((other) => isSubject(other) && sexOf(other) !== undefined && sexOf(other) !== sex)) return false;
  const before = named.filter(
    ({ place, leaf: other }) =>
      place.from < from && words[from]!.sentence - words[place.from]!.sentence <= (isGiver ? GIVER_REACH : 1) && sexOf(other) === sex && !isSubject(other),
  );
  return before.toSorted((a, b) => b.place.from - a.place.from)[0]?.leaf.value === leaf.value;
}
const GIVER_REACH = 3;
const PRONOUN_SEX: ReadonlyMap<string, 'm' | 'f'> = new Map(Object.entries({ il: 'm', elle: 'f' }));
