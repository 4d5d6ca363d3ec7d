import { GIFT, toldReceiver } from '../binding/receiving.ts';
import { ACT_REACH, marksIn, sideOf, SIDES } from '../binding/sides.ts';
import { subjectPlaces } from '../binding/subject-places.ts';
import { findForms } from '../reading/forms.ts';
import { isWrittenAsName, type Word } from '../reading/words.ts';
import { codeHits } from '../binding/heads.ts';
import { isTeller } from '../binding/teller.ts';
import { isSubjectName, wordsOf, type Subject, type TargetLeaf } from '../subject.ts';
import { refuse, type Problem } from '../verdict.ts';
import type { Occurrence } from '../kin/marks.ts';
import { placesIn, type Places } from '../kin/titles.ts';
import { describe } from './grounding.ts';

/** Who did what: a name on the wrong side of its verb, another's contract, another's option. */
export function checkRoles(subject: Subject): Problem[] {
  const places = placesIn(subject);
  return [...reversedSides(subject, places), ...otherSubscriber(subject), ...optionsOfOthers(subject, places)];
}

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

function reversedSides(subject: Subject, places: Places): Problem[] {
  const { words } = subject.reading;
  const marks = marksIn(words);
  const sidesOf = (leaf: TargetLeaf): readonly { readonly sentence: number; readonly side: 'from' | 'to' }[] => {
    const told = spokenOf(subject, leaf, places).flatMap((place) => {
      const side = sideOf(words, place, marks);
      return side ? [{ side, sentence: words[place.from]!.sentence }] : [];
    });
    const isGot = told.some(({ side }) => side === 'to');
    return told.flatMap(({ side, sentence }) => (side !== 'from-by-noun' ? [{ side, sentence }] : isGot ? [] : [{ side: 'from' as const, sentence }]));
  };
  return subject.leaves.flatMap((leaf) => {
    const wanted = leaf.pattern.startsWith('patrimoine.') || leaf.pattern.startsWith('indivision.') ? undefined : SIDES[leaf.key];
    if (!wanted) return [];
    const reversed = refuse('roles-reversed', `Le sens est inversé pour ${describe(leaf)} : dites clairement qui donne ou doit, et qui reçoit.`, { path: leaf.path });
    if (isReceiverOfGift(subject, leaf)) return [reversed];
    const sides = sidesOf(leaf);
    if (sides.length === 0 && !isGiftToSubject(subject, leaf)) return [];
    // One who gives here and receives there stands on both sides: then only what is said of these two counts.
    const other = leaf.owner.leaves.find((item) => SIDES[item.key] !== undefined && SIDES[item.key] !== wanted);
    const together = other ? new Set(sidesOf(other).map(({ sentence, side }) => `${sentence} ${side}`)) : new Set<string>();
    const both = sides.filter(({ sentence, side }) => together.has(`${sentence} ${side === 'from' ? 'to' : 'from'}`));
    const telling = both.length > 0 ? both : sides;
    if (telling.some(({ side }) => side === wanted)) return [];
    // Who receives in another act may stand here with no word of the side.
    if (sides.length > 0 && both.length === 0 && isOnBothSides(subject, leaf)) return [];
    return [reversed];
  });
}

/** "Donation simple à Jeanne", "Jeanne a eu une donation", of one who gives in the target, and gets no gift there: of a gift she is not the giver. */
const isReceiverOfGift = (subject: Subject, leaf: TargetLeaf): boolean =>
  leaf.key === 'donateur_nom' &&
  !isSubjectName(subject, leaf.value) &&
  !subject.leaves.some(({ pattern, value }) => pattern === 'liberalites.donations.*.beneficiaire_nom' && value === leaf.value) &&
  toldReceiver(subject, GIFT, [leaf]) !== undefined;

/** One whom the target has give in an act of one sort and receive in another (a gift, a soulte); the deceased received what they owe. */
const isOnBothSides = (subject: Subject, leaf: TargetLeaf): boolean =>
  (isSubjectName(subject, String(leaf.value)) && subject.leaves.some(({ pattern }) => pattern === 'patrimoine.passifs.*.creancier_nom')) ||
  subject.leaves.some((other) => other.value === leaf.value && other.owner.entity !== leaf.owner.entity && SIDES[other.key] !== undefined && SIDES[other.key] !== SIDES[leaf.key]);

/** A gift to the one whose succession it is: so unusual that it must be told in so many words. */
const isGiftToSubject = (subject: Subject, leaf: TargetLeaf): boolean =>
  leaf.key === 'donateur_nom' && isSubjectName(subject, leaf.owner.leaves.find(({ key }) => key === 'beneficiaire_nom')?.value);

const SUBSCRIBES: readonly string[] = ['souscripteur|souscriptrice', 'souscrit|souscrite par'];
/** "Anne avait souscrit un contrat", "c'est Anne qui l'a souscrite": who did stands before. */
const HAS_SUBSCRIBED: readonly string[] = ['a|avait souscrit|souscrite', 'qui l|les a|avait souscrit|souscrite|souscrits'];
/** "Souscripteur du contrat : Nicole" where the target has it another. */
function otherSubscriber(subject: Subject): Problem[] {
  const { words } = subject.reading;
  const names = subject.leaves.filter((leaf) => leaf.kind === 'name').map((leaf) => String(leaf.value));
  const teller = tellerOf(subject);
  const before = findForms(HAS_SUBSCRIBED, words).flatMap(({ from }) => {
    const last = words[from - 1];
    const name = last?.sentence === words[from]!.sentence ? names.find((other) => wordsOf(other)[0] === last.fold || wordsOf(other).at(-1) === last.fold) : undefined;
    return name === undefined ? [] : [name];
  });
  const behind = findForms(SUBSCRIBES, words).flatMap((hit) => {
    if (teller !== undefined && words[hit.from - 3]?.fold === 'je' && words[hit.from - 2]?.fold === 'suis') return [teller];
    for (let i = hit.to; i < Math.min(hit.to + ACT_REACH, words.length) && words[i]!.sentence === words[hit.from]!.sentence; i++) {
      const name = names.find((other) => wordsOf(other).every((word, k) => words[i + k]?.fold === word));
      if (name !== undefined) return [name];
    }
    return [];
  });
  const said = [...before, ...behind];
  return subject.leaves.flatMap((leaf) =>
    leaf.key === 'souscripteur_nom' && said.length > 0 && !said.includes(String(leaf.value))
      ? [refuse('roles-reversed', `Le contrat est dit souscrit par un autre : ${describe(leaf)}. Corrigez.`, { path: leaf.path })]
      : [],
  );
}

/** Who of the named tells. */
const tellerOf = ({ leaves, reading: { words }, sharedFirstWords }: Subject): string | undefined =>
  leaves.flatMap(({ kind, value }) => (kind === 'name' ? [String(value)] : [])).find((name) => isTeller(words, name, sharedFirstWords));
const SPEAKING: readonly string[] = ['j ai', 'je', 'jai'];

/** An option that the text tells of others only: the name before it in its sentence is never the one whose it is. */
function optionsOfOthers(subject: Subject, places: Places): Problem[] {
  const { words } = subject.reading;
  const named = new Map<number, string>();
  // "Ma sœur Anne, née du couple ; j'ai accepté la succession".
  const teller = tellerOf(subject);
  if (teller !== undefined) for (const { from } of findForms(SPEAKING, words)) named.set(from, teller);
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
  for (let i = beforeSameWho(words, at) - 1; i >= 0 && words[i]!.sentence === words[at]!.sentence; i--) {
    const name = isComplement(words, i) ? undefined : named.get(i);
    if (name !== undefined) {
      who.add(name);
      gap = 0;
    } else if (who.size > 0 && words[i]!.fold !== 'et' && ++gap > SURNAME) break;
  }
  return who;
}
/** "Josette, qui est mariée avec Julien et qui a accepté": the second "qui" is whom the first one is. */
function beforeSameWho(words: readonly Word[], at: number): number {
  const second = words.findLastIndex((word, i) => i < at && at - i <= WHO_REACH && word.fold === 'qui' && word.sentence === words[at]!.sentence);
  if (second < 1 || words[second - 1]!.fold !== 'et') return at;
  const first = words.findLastIndex((word, i) => i < second && word.fold === 'qui' && word.sentence === words[at]!.sentence);
  return first < 0 ? at : first;
}
/** From "qui" to its verb. */
const WHO_REACH = 4;

/** "Annie, la nièce de Guy, qui n'a pas opté": behind a relative's word and "de" stands whose relative she is. */
const isComplement = (words: readonly Word[], at: number): boolean => isWedTo(words, at) || isOfANoun(words, at);

/** "António, marié à Léa, a accepté". */
const isWedTo = (words: readonly Word[], at: number): boolean => ['a', 'avec'].includes(words[at - 1]?.fold ?? '') && WED.test(words[at - 2]?.fold ?? '');
const WED = /^(?:marie|mariee|pacse|pacsee|epoux|epouse|uni|unie)$/;

const isOfANoun = (words: readonly Word[], at: number): boolean =>
  ['de', 'd'].includes(words[at - 1]?.fold ?? '') &&
  ['la', 'le', 'l', 'une', 'un'].includes(words[at - 3]?.fold ?? '') &&
  words[at - 2]!.clause === words[at]!.clause &&
  words[at - 4] !== undefined &&
  // "Paulette Girard la fille de Sylvie a accepté", in haste.
  (words[at - 4]!.clause < words[at]!.clause || (RELATIVES.test(words[at - 2]!.fold) && isWrittenAsName(words[at - 4], words)));
const RELATIVES = /^(?:fille|fils|soeur|frere|mere|pere|femme|mari|veuve|veuf|niece|neveu|compagne|compagnon|epouse|epoux)$/;

/** Words between two names of a row: a surname. */
const SURNAME = 2;
