import { printedDate, grouped, plainCode } from '@case-swarm/schema';
import type { Binding } from '../binding/bind.ts';
import { phrasePlaces } from '../binding/occurrences.ts';
import { isAddressed, speaksToYou } from '../binding/addressed.ts';
import { isTeller } from '../binding/teller.ts';
import { placesIn } from '../kin/titles.ts';
import { sexOfName } from '../reading/first-names.ts';
import { findForms } from '../reading/forms.ts';
import { fold } from '../reading/words.ts';
import type { Place } from '../binding/score.ts';
import { isSubjectName, wordsOf, type Subject, type TargetLeaf } from '../subject.ts';
import { refuse, type Problem } from '../verdict.ts';

/** Each leaf has a place that proves it, and no two values could be exchanged. */
export function checkGrounding(subject: Subject, binding: Binding): Problem[] {
  const { reading } = subject;
  const missing = binding.missing.map(untold);
  const exchanged = binding.exchangeable.map(([a, b]) =>
    refuse('ambiguous-owner', `On ne sait pas à qui va chaque valeur : ${describe(a.leaf)}, et ${describe(b.leaf)}. Rapprochez chaque valeur de ce dont elle parle.`, {
      path: a.leaf.path,
    }),
  );
  const misplaced = binding.misplaced.map(({ leaf }) =>
    refuse('ambiguous-owner', `Ce fait est dit d'un autre : ${describe(leaf)}. Rapprochez-le de ce dont il parle.`, { path: leaf.path }),
  );
  const contradicted = binding.contradicted.map(({ leaf, place }) =>
    refuse('contradiction', `Le texte dit aussi le contraire : ${describe(leaf)}. Gardez une seule version.`, {
      path: leaf.path,
      span: [reading.words[place.from]!.start, reading.words[place.to - 1]!.end],
    }),
  );
  const borrowed = binding.borrowed.map(({ leaf, place }) => {
    const span = [reading.words[place.from]!.start, reading.words[place.to - 1]!.end] as const;
    return refuse('fact-not-in-target', `« ${reading.text.slice(...span)} » est dit aussi d'un autre, qui ne l'a pas : ${describe(leaf)}. Retirez-le là.`, {
      path: leaf.path,
      span,
    });
  });
  const unheld = binding.unheld.map(({ label, place }) => {
    const span = [reading.words[place.from]!.start, reading.words[place.to - 1]!.end] as const;
    return refuse('fact-not-in-target', `« ${reading.text.slice(...span)} » dit ce qui n'est pas donné (${label}) : retirez-le.`, { span });
  });
  return [...missing, ...exchanged, ...misplaced, ...contradicted, ...borrowed, ...unheld, ...unannounced(subject, binding)];
}

const untold = (leaf: TargetLeaf): Problem =>
  refuse('fact-missing', `Ce fait n'est pas dit, ou pas de façon certaine : ${describe(leaf)}. Dites-le en toutes lettres.`, { path: leaf.path });

/**
 * "L'appartement" proves no flat to be sold at auction where it is spoken of for itself: what is of no list, and has the
 * words of another fact, is told beside a word of its own ("licitation de l'appartement").
 */
function unannounced(subject: Subject, binding: Binding): Problem[] {
  const { words } = subject.reading;
  const told = new Map<string, number>();
  for (const { value, kind } of subject.leaves) if (kind === 'text' || kind === 'name') told.set(String(value), (told.get(String(value)) ?? 0) + 1);
  return binding.bound.flatMap(({ leaf }) => {
    if ((leaf.kind !== 'text' && leaf.kind !== 'name') || leaf.key === 'nom' || leaf.pattern.includes('*') || leaf.forms === undefined) return [];
    // What no other fact has is told by itself.
    if (leaf.key !== 'bien' && told.get(String(leaf.value)) === 1) return [];
    const cues = findForms(leaf.forms.cues, words).map((hit) => words[hit.from]!.sentence);
    const places = leaf.kind === 'name' ? placesIn(subject)(leaf) : phrasePlaces(words, wordsOf(String(leaf.value)));
    const person = subject.owners.find((owner) => owner.leaves.some((other) => other.key === 'nom' && other.value === leaf.value));
    const heads = findForms(person?.entity?.heads ?? [], words);
    // "C'est le mari qui gère": without the name.
    if ([...places, ...heads].some((place) => cues.some((sentence) => Math.abs(sentence - words[place.from]!.sentence) <= 1))) return [];
    if (leaf.kind === 'text' && isTakenUp(subject, String(leaf.value), places, cues)) return [];
    // A teller is there without a name ("j'occupe la maison").
    const speaks = (sentence: number): boolean => words.some((word) => word.sentence === sentence && FIRST_PERSON.has(word.fold));
    if (leaf.kind === 'name' && cues.some(speaks) && isTeller(words, String(leaf.value), subject.sharedFirstWords)) return [];
    // "Tu as réglé les charges" of whom the text is written to.
    if (leaf.kind === 'name' && cues.some((sentence) => speaksToYou(words, sentence)) && placesIn(subject)(leaf).some((place) => isAddressed(words, place))) return [];
    if (leaf.kind === 'name' && cues.some((sentence) => isMeantByPronoun(subject, leaf, sentence))) return [];
    return [untold(leaf)];
  });
}

/** "La maison de Bourges … Éliane occupe la maison": told whole once, by its first word beside what is told of it. */
function isTakenUp({ reading: { words }, owners }: Subject, value: string, places: readonly Place[], cues: readonly number[]): boolean {
  const [thing, ...more] = wordsOf(value);
  if (more.length === 0 || places.length === 0) return false;
  // Of two houses either may be meant.
  const isOne = owners.filter(({ leaves }) => leaves.some((leaf) => leaf.key === 'type' && fold(plainCode(leaf.forms, String(leaf.value))).startsWith(thing!))).length <= 1;
  return isOne && words.some(({ fold: word, sentence }, i) => word === thing && ['la', 'le', 'l', 'cette', 'cet'].includes(words[i - 1]?.fold ?? '') && cues.includes(sentence));
}

const FIRST_PERSON = new Set(['je', 'j', 'jai', 'javais', 'jetais', 'me', 'm', 'moi', 'nous', 'on']);

/** "Son fils Rachid … Il refuse. … Maintenant il veut racheter ma part": the one of that sex who was named last. */
function isMeantByPronoun(subject: Subject, leaf: TargetLeaf, sentence: number): boolean {
  const { words } = subject.reading;
  const sex = sexOfName(wordsOf(String(leaf.value)));
  const at = words.findIndex((word) => word.sentence === sentence && isOfSex(words, words.indexOf(word), sex) && !IMPERSONAL.has(words[words.indexOf(word) + 1]?.fold ?? ''));
  if (sex === undefined || at < 0) return false;
  const named = subject.leaves.flatMap((other) =>
    // The dead do nothing any more.
    other.kind === 'name' && !isSubjectName(subject, other.value) && sexOfName(wordsOf(String(other.value))) !== (sex === 'f' ? 'm' : 'f')
      ? placesIn(subject)(other).flatMap(({ from }) => (from < at ? [{ from, name: other.value }] : []))
      : [],
  );
  const last = named.toSorted((a, b) => b.from - a.from)[0];
  return last?.name === leaf.value && sentence - words[last.from]!.sentence <= PRONOUN_SENTENCES;
}
/** "Il", "elle", "c'est lui qui". */
const isOfSex = (words: Subject['reading']['words'], at: number, sex: 'm' | 'f' | undefined): boolean =>
  words[at]!.fold === (sex === 'f' ? 'elle' : 'il') || (sex === 'm' && words[at]!.fold === 'lui' && words[at + 1]?.fold === 'qui');
/** "Il y a", "il faut": nobody. */
const IMPERSONAL = new Set(['y', 'faut', 'faudrait', 'faudra', 'existe', 'reste', 'ne', 'n', 'est', 's']);
const PRONOUN_SENTENCES = 3;

export function describe(leaf: TargetLeaf): string {
  const label = leaf.forms?.label ?? leaf.key.replaceAll('_', ' ');
  const value =
    leaf.kind === 'code'
      ? plainCode(leaf.forms, String(leaf.value))
      : typeof leaf.value === 'boolean'
        ? leaf.value
          ? 'oui'
          : 'non'
        : leaf.kind === 'date'
          ? printedDate(String(leaf.value))
          : typeof leaf.value === 'number'
            ? grouped(leaf.value)
            : leaf.value;
  return `${label} « ${value} »`;
}
