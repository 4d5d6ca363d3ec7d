import { subjectPlaces } from '../binding/subject-places.ts';
import { findForms } from '../reading/forms.ts';
import { isWrittenAsName, type Word } from '../reading/words.ts';
import { codeHits, isTeller } from '../binding/heads.ts';
import { isSubjectName, wordsOf, type Subject, type TargetLeaf } from '../subject.ts';
import { refuse, type Problem } from '../verdict.ts';
import type { Occurrence } from '../kin/marks.ts';
import { placesIn, type Places } from '../kin/titles.ts';
import { describe } from './grounding.ts';

/** Leaves that name the two sides of one act: who gives, owes or renounces, and who receives. */
const SIDES: Readonly<Record<string, 'from' | 'to'>> = { donateur_nom: 'from', debiteur_nom: 'from', renoncant_nom: 'from', beneficiaire_nom: 'to', creancier_nom: 'to' };
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
const RECEIVING = ['avait|a eu une|un|la|le donation|don', 'recu|recoit|recevait|recevra', 'beneficie|beneficiaire', 'touche', 'ete|est|etait|fut gratifie|gratifiee|gratifies'];
/** "Au profit de Luc": Luc receives. */
const BENEFIT = new Set(['profit', 'faveur', 'benefice']);
const TOWARDS = new Set(['a', 'au', 'aux', 'envers', 'pour']);
const FROM = new Set(['de', 'd', 'du', 'par', 'chez']);
const REACH = 5;

/** Who did what: a name on the wrong side of its verb, another's contract, another's option. */
export function checkRoles(subject: Subject): Problem[] {
  const places = placesIn(subject);
  return [...reversedSides(subject, places), ...untoldReceivers(subject, places), ...otherSubscriber(subject), ...optionsOfOthers(subject, places)];
}

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
const BEQUESTS: readonly string[] = ['legs'];
const ACT_REACH = 8;

type Marks = Record<'giving' | 'receiving' | 'acts' | 'bequests', ReadonlySet<number>>;
/** On which side of an act a name stands, as far as its preposition and verb tell. */
function sideOf(words: readonly Word[], place: Occurrence, { giving, receiving, acts, bequests }: Marks): 'from' | 'to' | undefined {
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
  if (before?.sentence === sentence && FROM.has(before.fold) && (inSentence(receiving) || isBehind(acts, before.clause))) return 'from';
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
  // "Doit rapporté" as it is typed.
  return isInfinitive(words[next]) || /.é$/.test(words[next]?.lower ?? '');
}
const BEFORE_DUTY = new Set('tout rien y en lui leur les l s se t il ils elle elles peut etre donc aussi alors encore sans doute'.split(' '));

const NOT_GIVEN = new Set('lieu suite raison accord avis semblant comme mine partie pression peur etat obstacle opposition blocage'.split(' '));
/** "La donation s'est faite", "n'a pas donné lieu": no one gives. */
const isOfItself = (words: readonly Word[], { from, to }: Occurrence): boolean =>
  NOT_GIVEN.has(words[to]?.fold ?? '') ||
  // "Fait la sourde oreille".
  (words[from]!.fold === 'fait' && ['sourde', 'tete', 'loi', 'guerre'].includes(words[to + 1]?.fold ?? '')) ||
  // "Me fait savoir".
  (words[from]!.fold === 'fait' && isInfinitive(words[to])) ||
  (words[from - 2]?.fold === 's' && ['est', 'etait'].includes(words[from - 1]!.fold));

const isInfinitive = (word: Word | undefined): boolean => word !== undefined && /^(?!mere|pere|frere)[a-z]+(?:er|ir|oir|re)$/.test(word.fold) && !/^\p{Lu}/u.test(word.text);

/** "Pascal, à qui il avait fait une donation". */
const isGivenTo = (words: readonly Word[], at: number): boolean =>
  (words[at]?.fold === 'a' && ['qui', 'laquelle', 'lesquels'].includes(words[at + 1]?.fold ?? '')) || ['auquel', 'auxquels', 'auxquelles'].includes(words[at]?.fold ?? '');

/** Where someone is spoken of: by name, the deceased by their descriptions too, the teller by "je". */
function spokenOf(subject: Subject, leaf: TargetLeaf, places: Places): readonly Occurrence[] {
  const { words } = subject.reading;
  const name = String(leaf.value);
  const isSpeaking = OWED.has(leaf.key) && isTeller(words, name, subject.sharedFirstWords);
  return [...places(leaf), ...(isSubjectName(subject, name) ? subjectPlaces(subject) : []), ...(isSpeaking ? findForms(MYSELF, words) : [])];
}

/** "Je dois 8 300 € à Élodie"; of a gift a teller speaks in too many ways. */
const OWED = new Set(['debiteur_nom', 'creancier_nom']);
const MYSELF: readonly string[] = ['je|j|moi|jai|me|m'];
const TO_ME = new Set(['me', 'm']);
function marksIn(words: readonly Word[]): Marks {
  const giving = new Set(
    findForms(GIVING, words)
      .filter((hit) => !isDuty(words, hit.from) && !isOfItself(words, hit))
      .map((hit) => hit.from),
  );
  const receiving = new Set(findForms(RECEIVING, words).map((hit) => hit.from));
  return { giving, receiving, acts: new Set(findForms(ACTS, words).map((hit) => hit.from)), bequests: new Set(findForms(BEQUESTS, words).map((hit) => hit.from)) };
}

/** "Un don manuel à Luc" of a gift of which the target does not say to whom. */
function untoldReceivers(subject: Subject, places: Places): Problem[] {
  if (subject.judged.stratum === undefined || subject.judged.hints.omitted?.some(({ pattern }) => SIDES[pattern.split('.').at(-1)!] === 'to')) return [];
  const isOpen = subject.owners.some(({ entity, leaves }) => entity !== undefined && GIVEN.has(entity.owner) && !leaves.some(({ key }) => key === 'beneficiaire_nom'));
  if (!isOpen) return [];
  const receivers = new Set(subject.leaves.flatMap((leaf) => (SIDES[leaf.key] === 'to' || leaf.pattern.includes('beneficiaires') ? [String(leaf.value)] : [])));
  const { words } = subject.reading;
  const marks = marksIn(words);
  const told = subject.leaves.find(
    (leaf) =>
      leaf.key === 'nom' &&
      leaf.owner.entity?.kind === 'person' &&
      !isSubjectName(subject, leaf.value) &&
      !receivers.has(String(leaf.value)) &&
      places(leaf).some((place) => sideOf(words, place, marks) === 'to'),
  );
  return told ? [refuse('fact-not-in-target', `${String(told.value)} est dit recevoir : les faits donnés ne le disent pas. Retirez-le.`, { path: told.path })] : [];
}
const GIVEN = new Set(['liberalites.donations.*', 'liberalites.legs.*']);

function reversedSides(subject: Subject, places: Places): Problem[] {
  const { words } = subject.reading;
  const marks = marksIn(words);
  const sidesOf = (leaf: TargetLeaf): readonly { readonly sentence: number; readonly side: 'from' | 'to' }[] =>
    spokenOf(subject, leaf, places).flatMap((place) => {
      const side = sideOf(words, place, marks);
      return side ? [{ side, sentence: words[place.from]!.sentence }] : [];
    });
  return subject.leaves.flatMap((leaf) => {
    const wanted = leaf.pattern.startsWith('patrimoine.') || leaf.pattern.startsWith('indivision.') ? undefined : SIDES[leaf.key];
    if (!wanted) return [];
    const sides = sidesOf(leaf);
    if (sides.length === 0 && !isGiftToSubject(subject, leaf)) return [];
    // One who gives here and receives there stands on both sides: then only what is said of these two counts.
    const other = leaf.owner.leaves.find((item) => SIDES[item.key] !== undefined && SIDES[item.key] !== wanted);
    const together = other ? new Set(sidesOf(other).map(({ sentence, side }) => `${sentence} ${side}`)) : new Set<string>();
    const both = sides.filter(({ sentence, side }) => together.has(`${sentence} ${side === 'from' ? 'to' : 'from'}`));
    const telling = both.length > 0 ? both : sides;
    if (telling.some(({ side }) => side === wanted)) return [];
    // Who receives in another act may stand here with no word of the side.
    if (sides.length > 0 && both.length === 0 && isOnBothSides(subject, leaf) && !isReceiverOfGift(subject, leaf, places)) return [];
    return [refuse('roles-reversed', `Le sens est inversé pour ${describe(leaf)} : dites clairement qui donne ou doit, et qui reçoit.`, { path: leaf.path })];
  });
}

/** "Donation simple à Jeanne": whatever else she receives, of a gift she is not the giver. */
function isReceiverOfGift(subject: Subject, leaf: TargetLeaf, places: Places): boolean {
  if (leaf.key !== 'donateur_nom') return false;
  const { words } = subject.reading;
  const gifts = findForms(GIFTS, words);
  return places(leaf).some(({ from }) => TOWARDS.has(words[from - 1]?.fold ?? '') && gifts.some(({ to }) => to === from - 1));
}
const GIFTS: readonly string[] = ['donation|don', 'donation simple|partage', 'don manuel', 'donation de la|de nue propriete', 'present d usage'];

/** One whom the target has give in an act of one sort and receive in another (a gift, a soulte). */
const isOnBothSides = (subject: Subject, leaf: TargetLeaf): boolean =>
  subject.leaves.some((other) => other.value === leaf.value && other.owner.entity !== leaf.owner.entity && SIDES[other.key] !== undefined && SIDES[other.key] !== SIDES[leaf.key]);

/** A gift to the one whose succession it is: so unusual that it must be told in so many words. */
const isGiftToSubject = (subject: Subject, leaf: TargetLeaf): boolean =>
  leaf.key === 'donateur_nom' && isSubjectName(subject, leaf.owner.leaves.find(({ key }) => key === 'beneficiaire_nom')?.value);

const SUBSCRIBES: readonly string[] = ['souscripteur|souscriptrice', 'souscrit|souscrite par'];
/** "Souscripteur du contrat : Nicole" where the target has it another. */
function otherSubscriber(subject: Subject): Problem[] {
  const { words } = subject.reading;
  const names = subject.leaves.filter((leaf) => leaf.kind === 'name').map((leaf) => String(leaf.value));
  const teller = names.find((name) => isTeller(words, name, subject.sharedFirstWords));
  const said = findForms(SUBSCRIBES, words).flatMap((hit) => {
    if (teller !== undefined && words[hit.from - 3]?.fold === 'je' && words[hit.from - 2]?.fold === 'suis') return [teller];
    for (let i = hit.to; i < Math.min(hit.to + ACT_REACH, words.length) && words[i]!.sentence === words[hit.from]!.sentence; i++) {
      const name = names.find((other) => wordsOf(other).every((word, k) => words[i + k]?.fold === word));
      if (name !== undefined) return [name];
    }
    return [];
  });
  return subject.leaves.flatMap((leaf) =>
    leaf.key === 'souscripteur_nom' && said.length > 0 && !said.includes(String(leaf.value))
      ? [refuse('roles-reversed', `Le contrat est dit souscrit par un autre : ${describe(leaf)}. Corrigez.`, { path: leaf.path })]
      : [],
  );
}

/** An option that the text tells of others only: the name before it in its sentence is never the one whose it is. */
function optionsOfOthers(subject: Subject, places: Places): Problem[] {
  const { words } = subject.reading;
  const named = new Map<number, string>();
  for (const leaf of subject.leaves) if (leaf.kind === 'name') for (const place of places(leaf)) named.set(place.from, String(leaf.value));
  return subject.leaves.flatMap((leaf) => {
    if (leaf.key !== 'option_successorale') return [];
    const own = leaf.owner.leaves.find((other) => other.key === 'nom');
    const told = codeHits(leaf, words).map((hit) => whoBefore(words, hit.from, named));
    if (!own || told.length === 0 || told.some((who) => who.size === 0 || who.has(String(own.value)))) return [];
    return [refuse('ambiguous-owner', `Cette option est dite d'un autre : ${describe(leaf)}. Dites qui accepte ou renonce.`, { path: leaf.path })];
  });
}

/** Names that a verb is said of: the last one before it in its sentence, and those that stand beside it ("Alice, Bruno et Léa acceptent"). */
function whoBefore(words: readonly Word[], at: number, named: ReadonlyMap<number, string>): ReadonlySet<string> {
  const who = new Set<string>();
  let gap = 0;
  for (let i = at - 1; i >= 0 && words[i]!.sentence === words[at]!.sentence; i--) {
    const name = named.get(i);
    if (name !== undefined) {
      who.add(name);
      gap = 0;
    } else if (who.size > 0 && words[i]!.fold !== 'et' && ++gap > SURNAME) break;
  }
  return who;
}
/** Words between two names of a row: a surname. */
const SURNAME = 2;
