import { findForms } from '../reading/forms.ts';
import { isWrittenAsName, type Word } from '../reading/words.ts';
import type { Occurrence } from '../kin/marks.ts';

/** Leaves that name the two sides of one act: who gives, owes or renounces, and who receives. */
export const SIDES: Readonly<Record<string, 'from' | 'to'>> = { donateur_nom: 'from', debiteur_nom: 'from', renoncant_nom: 'from', beneficiaire_nom: 'to', creancier_nom: 'to' };
const GIVING = [
  'fait',
  'donne|donnait|donner',
  'remis|remettait',
  'verse|versait|verser|verserait|versera',
  'consenti',
  'doit|devait|dois|devais|devra|devrait',
  'renonce ... profit|faveur',
  'renonce par avance',
  'renonce a l action',
  'gratifie',
];
const RECEIVING = [
  'avait|a eu une|un|la|le donation|don',
  'recu|recoit|recevait|recevra',
  'beneficie|beneficiaire',
  'touche',
  'ete|est|etait|fut gratifie|gratifiee|gratifies',
  '=gratifiée|=gratifiées|=gratifiés',
];
/** "Au profit de Luc": Luc receives. */
const BENEFIT = new Set(['profit', 'faveur', 'benefice']);
export const TOWARDS = new Set(['a', 'au', 'aux', 'envers', 'pour']);
const FROM = new Set(['de', 'd', 'du', 'par', 'chez']);
const REACH = 5;

const TITLES = new Set(['m', 'mme', 'monsieur', 'madame', 'mlle', 'mon', 'ma', 'son', 'sa', 'notre', 'la', 'le', 'l', 'feu', 'feue']);

/** "le don de Paul": the noun of an act, close before "de". */
const ACTS = [
  'liberalite|liberalites',
  'don|dons',
  'donation|donations',
  'pret|prets',
  'dette|dettes',
  'creance',
  'soulte|soultes',
  'avance|avances',
  'present|presents',
  'cadeau',
  'somme',
  'nue propriete',
  'versement|virement',
];
/** One who stands behind "à" receives it; whose it was goes without saying. */
const BEQUESTS: readonly string[] = ['legs', 'legue|leguee|legues|leguees|leguait'];
export const ACT_REACH = 8;

export type Marks = Record<'giving' | 'receiving' | 'acts' | 'bequests', ReadonlySet<number>>;
/** "Les donations de Laurence" are those that she made as well as those that she got. */
export type Side = 'from' | 'to' | 'from-by-noun';

/** On which side of an act a name stands, as far as its preposition and verb tell. */
export function sideOf(words: readonly Word[], place: Occurrence, { giving, receiving, acts, bequests }: Marks): Side | undefined {
  let at = place.from - 1;
  while (at >= 0 && TITLES.has(words[at]!.fold)) at--;
  const before = words[at];
  // "Celui de Valérie" is hers, not from her.
  if (/^(?:celui|celle|ceux|celles)$/.test(words[at - 1]?.fold ?? '')) return undefined;
  // "Elle devrait me verser une soulte".
  if (TO_ME.has(words[place.from]!.fold)) return giving.has(place.to) ? 'to' : undefined;
  const sentence = words[place.from]!.sentence;
  const inSentence = (set: ReadonlySet<number>): boolean => [...set].some((i) => words[i]!.sentence === sentence);
  // "La donation simple, un courrier d'Enzo": in another clause it is no gift of his.
  const isBehind = (set: ReadonlySet<number>, clause?: number): boolean =>
    [...set].some((i) => i < place.from && place.from - i <= ACT_REACH && words[i]!.sentence === sentence && (clause === undefined || words[i]!.clause === clause));
  const isFor = FROM.has(before?.fold ?? '') && BENEFIT.has(words[at - 1]?.fold ?? '');
  if (before?.sentence === sentence && (TOWARDS.has(before.fold) || isFor) && (inSentence(giving) || isBehind(acts) || isBehind(bequests))) return 'to';
  // "Donations reçues par Antoine".
  if (before?.sentence === sentence && before.fold === 'par' && /^recue?s?$/.test(words[at - 1]?.fold ?? '')) return 'to';
  if (before?.sentence === sentence && FROM.has(before.fold)) {
    if (inSentence(receiving)) return 'from';
    if (isBehind(acts, before.clause)) return 'from-by-noun';
  }
  if (isGivenTo(words, place.to) && inSentence(giving)) return 'to';
  // "Sa fille, Martine, avait reçu": a name between commas.
  const isApart = before !== undefined && at === place.from - 1 && before.sentence === sentence && before.clause < words[place.from]!.clause;
  const clause = words[place.from]!.clause + (isApart ? 1 : 0);
  for (let i = place.to; i < Math.min(place.to + REACH, words.length) && words[i]!.clause <= clause && words[i]!.sentence === sentence; i++) {
    // "Son filleul, Julien : elle lui avait fait …": there another does it.
    if (isApart && SUBJECTS.has(words[i]!.fold)) break;
    // "Un frère, Yann, et Jeanne avait fait …": there Jeanne does.
    if (words[i]!.fold === 'et' && isWrittenAsName(words[i + 1], words)) break;
    if (receiving.has(i)) return 'to';
    if (giving.has(i)) return 'from';
  }
  return undefined;
}

const SUBJECTS = new Set(['il', 'elle', 'on', 'je', 'j', 'tu', 'nous', 'vous', 'ils', 'elles']);

/** "Pascal doit apporter les papiers", "devra peut-être rapporter" owes no one. */
function isDuty(words: readonly Word[], at: number): boolean {
  if (!/^d(?:oi[ts]|evai[ts]|evra|evrait)$/.test(words[at]!.fold)) return false;
  let next = at + 1;
  while (BEFORE_DUTY.has(words[next]?.fold ?? '')) next++;
  // "Le legs doit-il être réduit".
  if (words[next - 1]!.fold === 'etre') return true;
  // "Doit rapporté" as it is typed.
  return isInfinitive(words[next]) || /.é$/.test(words[next]?.lower ?? '');
}
const BEFORE_DUTY = new Set('tout rien y en lui leur les l s se t il ils elle elles peut etre donc aussi alors encore sans doute'.split(' '));

const NOT_GIVEN = new Set('lieu suite raison accord avis semblant comme mine partie pression peur etat obstacle opposition blocage'.split(' '));
const PAPERS = new Set('elements informations documents pieces papiers renseignements dossier releves copie copies note'.split(' '));
/** "La donation s'est faite", "n'a pas donné lieu": no one gives. */
const isOfItself = (words: readonly Word[], { from, to }: Occurrence): boolean =>
  NOT_GIVEN.has(words[to]?.fold ?? '') ||
  // "Fait la sourde oreille".
  (words[from]!.fold === 'fait' && ['sourde', 'tete', 'loi', 'guerre'].includes(words[to + 1]?.fold ?? '')) ||
  // "M'a remis les éléments suivants".
  (words[from]!.fold.startsWith('remi') && words.slice(to, to + 3).some(({ fold }) => PAPERS.has(fold))) ||
  // "Me fait savoir".
  (words[from]!.fold === 'fait' && isInfinitive(words[to])) ||
  (words[from - 2]?.fold === 's' && ['est', 'etait'].includes(words[from - 1]!.fold));

const isInfinitive = (word: Word | undefined): boolean => word !== undefined && /^(?!mere|pere|frere)[a-z]+(?:er|ir|oir|re)$/.test(word.fold) && !/^\p{Lu}/u.test(word.text);

/** "Pascal, à qui il avait fait une donation". */
export const isGivenTo = (words: readonly Word[], at: number): boolean =>
  (words[at]?.fold === 'a' && ['qui', 'laquelle', 'lesquels'].includes(words[at + 1]?.fold ?? '')) || ['auquel', 'auxquels', 'auxquelles'].includes(words[at]?.fold ?? '');

const TO_ME = new Set(['me', 'm']);

/** Where a text speaks of giving, receiving, and of acts. */
export function marksIn(words: readonly Word[]): Marks {
  const giving = new Set(
    findForms(GIVING, words)
      .filter((hit) => !isDuty(words, hit.from) && !isOfItself(words, hit))
      .map((hit) => hit.from),
  );
  const receiving = new Set(findForms(RECEIVING, words).map((hit) => hit.from));
  return { giving, receiving, acts: new Set(findForms(ACTS, words).map((hit) => hit.from)), bequests: new Set(findForms(BEQUESTS, words).map((hit) => hit.from)) };
}
