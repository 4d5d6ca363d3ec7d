import type { Figure } from '../reading/figures.ts';
import { isDoubted, isUnreal } from '../reading/factuality.ts';
import { sexOfName } from '../reading/first-names.ts';
import { findForms, isNegated, type FormHit } from '../reading/forms.ts';
import { reportsSpeech } from '../reading/reports.ts';
import { startsSentence, type Word } from '../reading/words.ts';
import { wordsOf, type Subject, type TargetLeaf } from '../subject.ts';
import { isPlain } from './heads.ts';
import { isPartOfName, nameOccurrences, phrasePlaces } from './occurrences.ts';
import type { Place } from './score.ts';

/** Whether a figure can be of a leaf: the day of a birth is of nothing else. */
export const fitsBirth = ({ isBirth }: Figure, { key }: Pick<TargetLeaf, 'key'>): boolean => isBirth !== true || key === 'date_naissance';

/** Whether a figure says a leaf's value, to the leaf's own precision and in its unit. */
export function figureTells(figure: Figure, leaf: TargetLeaf): boolean {
  const { kind, value } = leaf;
  if (kind === 'date') return figure.kind === 'date' && figure.iso === value && fitsBirth(figure, leaf);
  if (kind === 'amount') return figure.kind === 'amount' && figure.period === undefined && figure.value === value;
  if (kind === 'monthly-amount')
    return figure.kind === 'amount' && figure.value === value && (figure.period === 'month' || (figure.period === undefined && leaf.forms?.periodImplied === true));
  if (kind === 'ratio') return figure.kind === 'ratio' && Math.abs(figure.value - Number(value)) < 0.0006;
  if (kind === 'age' || kind === 'years') return figure.kind === 'years' && figure.value === value;
  if (kind === 'duration') return ['years', 'months', 'days'].includes(figure.kind) && figure.value === value && unitAgrees(figure, leaf);
  if (kind === 'count' || kind === 'number') return figure.kind === 'number' && figure.value === value;
  return false;
}

function unitAgrees(figure: Figure, leaf: TargetLeaf): boolean {
  if (leaf.key.endsWith('_mois')) return figure.kind === 'months';
  const unit = leaf.owner.leaves.find((other) => other.pattern === leaf.pattern.replace(/valeur$/, 'unite'))?.value;
  return unit === undefined || { ANNEES: 'years', MOIS: 'months', JOURS: 'days' }[String(unit)] === figure.kind;
}

/** "Trois neveux": a count says at once what it counts. */
export const isCounted = (subject: Subject, figure: Figure, leaf: TargetLeaf): boolean =>
  findForms(leaf.forms?.cues ?? [], subject.reading.words).some(
    (hit) => (hit.to > figure.from && hit.from - figure.to <= COUNTED_REACH) || (isNumbered(subject, figure) && figure.from > hit.from && figure.from - hit.to <= NUMBERED_REACH),
  );
/** "Ses enfants sont au nombre de trois". */
const isNumbered = ({ reading: { words } }: Subject, { from }: Figure): boolean => words[from - 1]?.fold === 'de' && words[from - 2]?.fold === 'nombre';
const NUMBERED_REACH = 5;
const COUNTED_REACH = 3;

/** In reported speech the conditional reports; elsewhere it imagines. */
export function unreal(subject: Subject, place: Place): boolean {
  const { words } = subject.reading;
  const reported = reportsSpeech(subject.judged, words);
  if (isUnreal(words, place.from, reported)) return true;
  // "Cette donation" is as real as the one that it speaks of again.
  if (!THIS.has(words[place.from - 1]?.fold ?? '')) return false;
  const antecedent = words.findLastIndex((word, i) => i < place.from && word.fold === words[place.from]!.fold);
  return antecedent >= 0 && isUnreal(words, antecedent, reported);
}
const THIS = new Set(['cette', 'ce', 'cet', 'ladite', 'ledit']);

/** Every place that could tell a leaf, with a figure or without. */
export const candidatesOf = (subject: Subject, leaf: TargetLeaf): Place[] => [...subject.figures.filter((figure) => figureTells(figure, leaf)), ...placesOf(subject, leaf)];

const known = new WeakMap<TargetLeaf, readonly Place[]>();

/** Places that tell a leaf without a figure: names, codes, denials, words. A leaf is of one subject, and asked for more than once. */
export function placesOf(subject: Subject, leaf: TargetLeaf): readonly Place[] {
  let places = known.get(leaf);
  if (!places) known.set(leaf, (places = findPlaces(subject, leaf)));
  return places;
}

function findPlaces(subject: Subject, leaf: TargetLeaf): readonly Place[] {
  const { words } = subject.reading;
  if (leaf.kind === 'name') {
    const name = wordsOf(String(leaf.value));
    const occurrences = nameOccurrences(words, name, subject.sharedFirstWords).filter((place) => !isPartOfName(subject, name, place));
    // Every word of a name is told at least once as that person's; then the first name will do.
    return occurrences.some((place) => place.full) && !occurrences.some((place) => isOnlySupposed(words, place)) ? occurrences : [];
  }
  if (leaf.kind === 'text') {
    const told = wordsOf(String(leaf.value));
    return leaf.key === 'nationalite' && told.length === 1 ? demonymPlaces(words, told[0]!).filter((place) => !unreal(subject, place)) : phrasePlaces(words, told);
  }
  if (leaf.key === 'sexe' && isOtherSex(leaf)) return [];
  if (isOfOtherSex(leaf)) return [];
  if (leaf.kind === 'code')
    return [...codePlacesOf(subject, leaf, String(leaf.value)), ...placesBySex(subject, leaf)].filter((place) => !unreal(subject, place) && !isBesideOther(subject, leaf, place));
  if (leaf.kind === 'boolean') return booleanPlaces(subject, leaf).filter((place) => !unreal(subject, place) && !isSaidOfAnEnd(subject, leaf.pattern, place));
  if (leaf.kind === 'count') return countPlaces(subject, leaf);
  return [];
}

/** "Divorcée d'un premier mariage": what became of it, and of whom nobody is. */
export function isSaidOfAnEnd({ judged, reading: { words } }: Subject, pattern: string, { from }: Place): boolean {
  const { notBehind } = judged.pack.lexicon.closed?.[pattern] ?? {};
  return notBehind !== undefined && words.slice(Math.max(0, from - ENDED_REACH), from).some(({ fold, clause }) => clause === words[from]!.clause && notBehind.includes(fold));
}
/** From "divorcée" to "un premier mariage". */
const ENDED_REACH = 3;

/** Nathalie is no father. */
function isOfOtherSex({ forms, owner, value }: TargetLeaf): boolean {
  if (forms?.bySex === undefined) return false;
  const name = owner.leaves.find(({ key }) => key === 'nom');
  const sex = name && sexOfName(wordsOf(String(name.value)));
  return sex !== undefined && value === forms.bySex[sex === 'm' ? 'f' : 'm'];
}

/** "Ses parents, Marcel et Nathalie": which of them is the father his first name tells. */
function placesBySex({ reading: { words } }: Subject, { forms, owner, value }: TargetLeaf): readonly Place[] {
  const name = owner.leaves.find(({ key }) => key === 'nom');
  const sex = name && forms?.bySex ? sexOfName(wordsOf(String(name.value))) : undefined;
  return sex !== undefined && forms?.bySex?.[sex] === value ? findForms(forms.bySex.forms, words) : [];
}

/** "On craint qu'il ait un fils, Roger": whether there is one. "On ignore si Roger viendra" knows him. */
const isOnlySupposed = (words: readonly Word[], { from }: Place): boolean =>
  isDoubted(words, from) && words.slice(Math.max(0, from - SUPPOSED_REACH), from).some(({ fold }, i, before) => INDEFINITE.has(fold) && isDoubted(words, from - before.length + i));
const INDEFINITE = new Set(['un', 'une', 'deux', 'trois', 'quatre']);
const SUPPOSED_REACH = 6;

/** "Il était canadien" where the target has "canadienne". */
function demonymPlaces(words: readonly Word[], told: string): Place[] {
  const masculine = (fold: string): string => fold.replace(/nne$/, 'n').replace(/e$/, '');
  return words.flatMap((word, i) => (masculine(word.fold) === masculine(told) ? [{ from: i, to: i + 1 }] : []));
}

/** "Elle" may be anyone: a first name says whose sex it is. */
function isOtherSex({ owner, value }: TargetLeaf): boolean {
  const name = owner.leaves.find(({ key }) => key === 'nom');
  const sex = name && sexOfName(wordsOf(String(name.value)));
  return sex !== undefined && (sex === 'f') !== (value === 'FEMININ');
}

/** "Pacsé avec Marie" of a former partner: her name stands in the clause, and not the name of the one whom the leaf is about. */
function isBesideOther({ leaves, sharedFirstWords, reading: { words } }: Subject, { forms, owner }: TargetLeaf, { from, to }: Place): boolean {
  if (forms?.notBeside === undefined) return false;
  const inClause = (names: readonly TargetLeaf[]): boolean =>
    names.some(({ value }) =>
      nameOccurrences(words, wordsOf(String(value)), sharedFirstWords).some(
        (name) => name.from >= from && name.from - to <= WITH_REACH && words[name.from]!.clause === words[from]!.clause,
      ),
    );
  const own = owner.leaves.filter(({ kind }) => kind === 'name');
  return inClause(leaves.filter(({ pattern }) => pattern === forms.notBeside)) && !inClause(own);
}

/** Places that say one code of a leaf's list, its own or another. */
export function codePlacesOf(subject: Subject, leaf: TargetLeaf, code: string): Place[] {
  const { words } = subject.reading;
  const forms = leaf.forms?.codes?.[code];
  // A leaf that the lexicon does not know is checked for form only.
  if (!forms) return [{ from: 0, to: Math.min(1, words.length) }];
  const others = Object.entries(leaf.forms!.codes!).flatMap(([other, told]) => (other === code ? [] : findForms(told, words)));
  return findForms(forms, words).filter(
    (hit) =>
      !isName(subject, hit) &&
      isPlain(leaf, words, hit) &&
      // "Usufruit" in "quasi-usufruit" is the other right.
      !others.some((other) => other.from <= hit.from && other.to >= hit.to && isLittleLonger(other, hit)) &&
      // "Cette donation" is the one spoken of, of whatever sort.
      !(leaf.key === 'type' && leaf.pattern.endsWith('.*.type') && THIS.has(words[hit.from - 1]?.fold ?? '')) &&
      (!isNegated(words, hit.from, hit.to, hit.negative) || (leaf.key === 'type' && leaf.pattern.includes('*'))),
  );
}

/** A form that is a word or two longer; one that reaches over half a sentence says nothing of the words under it. */
const isLittleLonger = (other: Place, hit: Place): boolean => {
  const more = other.to - other.from - (hit.to - hit.from);
  return more > 0 && more <= 2;
};

/** "Marie" is a daughter, not a bride. */
function isName(subject: Subject, { from, to }: Place): boolean {
  const { words } = subject.reading;
  const word = words[from]!;
  return (
    to - from === 1 &&
    subject.knownWords.has(word.fold) &&
    /^\p{Lu}\p{Ll}/u.test(word.text) &&
    (!startsSentence(words, from) || (word.lower === word.fold && subject.leaves.some((leaf) => leaf.kind === 'name' && wordsOf(String(leaf.value)).includes(word.fold))))
  );
}

function booleanPlaces(subject: Subject, leaf: TargetLeaf): Place[] {
  if (!leaf.forms?.yes) return [{ from: 0, to: Math.min(1, subject.reading.words.length) }];
  return statedPlaces(subject, leaf, leaf.value === true);
}

/** Places that say a flag, or deny it. */
export function statedPlaces(subject: Subject, leaf: TargetLeaf, value: boolean): (Place & { readonly negative: boolean })[] {
  const { words } = subject.reading;
  if (!leaf.forms?.yes) return [];
  const yes = findForms(leaf.forms.yes, words).filter((hit) => !isName(subject, hit));
  const again = spokenOfAgain(subject, leaf.forms, value).filter((hit) => isPlain(leaf, words, hit));
  if (value) return [...yes.filter((hit) => !isNegated(words, hit.from, hit.to, hit.negative)), ...again];
  // "Pas encore majeure" denies no minority.
  const denied = findForms(leaf.forms.no ?? [], words).filter((hit) => (hit.negative || !isNegated(words, hit.from, hit.to)) && isPlain(leaf, words, hit));
  return [...denied, ...yes.filter((hit) => isNegated(words, hit.from, hit.to, hit.negative)), ...again];
}

/** "Marié avec Odette … un fils de cette union": which union it is, the one named last says. */
export function spokenOfAgain(subject: Subject, forms: TargetLeaf['forms'], value: boolean): readonly FormHit[] {
  const { byAntecedent } = forms ?? {};
  if (!byAntecedent) return [];
  const { words } = subject.reading;
  const lastNamed = (owner: string, before: number): number =>
    Math.max(
      -1,
      ...subject.leaves
        .filter((other) => other.kind === 'name' && other.pattern.startsWith(`${owner}.`))
        .flatMap((other) => nameOccurrences(words, wordsOf(String(other.value)), subject.sharedFirstWords).flatMap(({ from }) => (from < before ? [from] : []))),
    );
  return findForms(byAntecedent.forms, words).filter(({ from, to }) => {
    // "De son mariage avec Nicolas Dumont" says itself with whom.
    const before = words[to]?.fold === 'avec' ? to + WITH_REACH : from;
    const [yes, no] = [lastNamed(byAntecedent.yes, before), lastNamed(byAntecedent.no, before)];
    return yes !== no && yes > no === value;
  });
}

/** "Avec", a title, a name. */
const WITH_REACH = 3;

/** "un enfant" tells a count of one. */
function countPlaces(subject: Subject, leaf: TargetLeaf): Place[] {
  if (leaf.value !== 1) return [];
  const { words } = subject.reading;
  return findForms(leaf.forms?.cues ?? [], words).filter((hit) => ['un', 'une', 'seul', 'seule'].includes(words[hit.from - 1]?.fold ?? ''));
}
