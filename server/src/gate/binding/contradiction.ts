import type { Word } from '../reading/words.ts';
import { nameOf, wordsOf, type Owner, type Subject, type TargetLeaf } from '../subject.ts';
import type { Bound } from './bind.ts';
import { DENIALS, findForms, isDeniedBefore } from '../reading/forms.ts';
import { isDoubted } from '../reading/factuality.ts';
import { isLabel, isPartOfFigure } from './heads.ts';
import { codePlacesOf, placesOf, statedPlaces, unreal } from './places.ts';
import { overlaps, SAME_SENTENCE, type Place, type Scorer } from './score.ts';

/** A leaf and the place that says its opposite. */
export interface Contradicted {
  readonly leaf: TargetLeaf;
  readonly place: Place;
}

/**
 * Flags whose opposite is said of the very same owner. Beside a denial "Assurance-vie :" is a heading, and a word far from
 * its owner may be another's.
 */
export function findContradicted(subject: Subject, bound: readonly Bound[], scorer: Scorer): Contradicted[] {
  const { words } = subject.reading;
  return bound.flatMap(({ leaf, place }) => {
    if (leaf.kind !== 'boolean' || subject.judged.hints.contested?.path === leaf.path) return [];
    const doubted = isExistence(leaf) ? findForms(leaf.forms?.yes ?? [], words).find((other) => isDoubted(words, other.from) && isIndefinite(words, other)) : undefined;
    if (doubted) return [{ leaf, place: doubted }];
    const opposite = statedPlaces(subject, leaf, leaf.value !== true).find((other) => {
      if (unreal(subject, other) || overlaps(other, place) || tellsAnother(subject, leaf, other)) return false;
      const isOfPerson = leaf.owner.entity?.kind === 'person' && leaf.key.startsWith('est_');
      if (!isOfPerson && (leaf.owner.entity?.owner.includes('*') !== true || isOnlyOfItsSort(subject, leaf)))
        return (
          isSaidPlainly(leaf, words, other) &&
          (leaf.value === true ? isExistence(leaf) && isDeniedBefore(words, other.from) : isAsserted(subject, other) && !tellsLeaf(subject, leaf, other))
        );
      if (isLabel(subject, other)) return false;
      const own = scorer.headScore(other, leaf.owner.path, [leaf]);
      const entity = leaf.owner.entity!;
      const rivals = subject.owners.filter(
        (owner) => owner !== leaf.owner && (entity.kind === 'thing' ? owner.entity === entity : owner.entity?.kind === 'person' && !isNamedAs(owner, leaf.owner)),
      );
      // "L'enfant du couple que Paul formait": Paul is no child, and no rival for it.
      const { master } = subject.judged.pack;
      const mayHave = (owner: Owner): boolean => master.leaves.has(`${owner.entity?.owner}.${leaf.key}`);
      if (entity.kind === 'thing' && own <= scorer.headScore(place, leaf.owner.path, [leaf])) return false;
      return own >= SAME_SENTENCE && rivals.every((owner) => !mayHave(owner) || scorer.headScore(other, owner.path, [leaf]) < own);
    });
    return opposite ? [{ leaf, place: opposite }] : [];
  });
}
/** That there is such a thing: "on ne sait pas s'il y a un testament" says the contrary, whatever it is said to hold. */
const isExistence = ({ key, value }: TargetLeaf): boolean => value === true && /(^|_)exist/.test(key);

/** "Un testament", "il y a des donations"; "le testament" is known. */
const isIndefinite = (words: readonly Word[], { from, to }: Place): boolean => words.slice(Math.max(0, from - 1), to).some(({ fold }) => /^(?:une?|plusieurs|des)$/.test(fold));

/**
 * Codes of an item where the text tells another code of the list of that very item, nearer than its own ("Maurice est
 * bénéficiaire pour la nue-propriété" where the target gives him the usufruct, as it does another).
 */
export function findOtherCodes(subject: Subject, bound: readonly Bound[], scorer: Scorer): Contradicted[] {
  const { words } = subject.reading;
  return bound.flatMap(({ leaf }) => {
    const { entity } = leaf.owner;
    if (leaf.kind !== 'code' || entity?.owner.includes('*') !== true || leaf.key === 'type' || leaf.key === 'unite') return [];
    const value = String(leaf.value);
    const isAnothers = (code: string): boolean => leaf.owner.leaves.some(({ key }) => key === leaf.forms?.othersCodes?.[code]);
    const told = Object.entries(leaf.forms?.codes ?? {}).filter(([code]) => code !== value && !isAnothers(code));
    if (told.every(([, forms]) => findForms(forms, words).length === 0)) return [];
    const own = Math.max(
      0,
      ...placesOf(subject, leaf)
        .filter((place) => !isPartOfFigure(subject, place))
        .map((place) => scorer.headScore(place, leaf.owner.path, [leaf])),
    );
    const rivals = subject.owners.filter((owner) => owner !== leaf.owner && owner.entity?.kind === entity.kind);
    for (const [code] of told) {
      const place = codePlacesOf(subject, leaf, code).find((other) => {
        if (
          isLabel(subject, other) ||
          isEscaped(words, other) ||
          other.to - other.from > TIGHT ||
          isPartOfFigure(subject, other) ||
          unreal(subject, other) ||
          isOfTheHint(subject, other) ||
          tellsLeaf(subject, leaf, other)
        )
          return false;
        const score = scorer.headScore(other, leaf.owner.path, [leaf]);
        return score >= SAME_SENTENCE && score > own + CLEARLY && rivals.every((owner) => scorer.headScore(other, owner.path, [leaf]) <= score);
      });
      if (place) return [{ leaf, place }];
    }
    return [];
  });
}
/** "Date d'acquisition : 2016 ou 2019 selon les versions" names what is told in two ways. */
const isOfTheHint = ({ judged: { hints }, reading: { words } }: Subject, { from }: Place): boolean =>
  hints.contested !== undefined && wordsOf(hints.contested.label).includes(words[from]!.fold);

/** The pact of the only company, in a list of other assets: nobody else's can be meant. */
function isOnlyOfItsSort(subject: Subject, { owner, pattern }: TargetLeaf): boolean {
  const part = pattern.slice((owner.entity?.owner.length ?? 0) + 1).split('.');
  const prefix = `${owner.entity?.owner}.${part[0]}.`;
  return part.length > 1 && subject.owners.every((other) => other === owner || !other.leaves.some((leaf) => leaf.pattern.startsWith(prefix)));
}

/** "La maison échappe-t-elle à la communauté ?" has it in none. */
const isEscaped = (words: readonly Word[], { from }: Place): boolean =>
  words.slice(Math.max(0, from - ESCAPE_REACH), from).some(({ fold, clause }) => clause === words[from]!.clause && ESCAPES.test(fold));
const ESCAPE_REACH = 6;
const ESCAPES = /^(?:echapp|exclu|hors$|dehors)/;

/** A brother who is a beneficiary too is no rival of himself. */
const isNamedAs = (owner: Owner, other: Owner): boolean => nameOf(owner) !== undefined && nameOf(owner) === nameOf(other);
/** A form that reaches over more words may have strayed into what is told of another thing. */
const TIGHT = 4;
/** By how much another code must stand nearer to its item than the item's own. */
const CLEARLY = 1;

/** Whether a place proves some other leaf of the target ("reçu par donation" beside the gift itself). */
function tellsLeaf(subject: Subject, leaf: TargetLeaf, place: Place): boolean {
  // "Une voiture" of a gift's use ("voiture").
  const start = place.to - place.from > 1 && ARTICLES.has(subject.reading.words[place.from]!.fold) ? place.from + 1 : place.from;
  return subject.leaves.some(
    (other) =>
      other !== leaf &&
      (other.pattern !== leaf.pattern || other.owner.path === leaf.owner.path) &&
      placesOf(subject, other).some(({ from, to }) => from <= start && place.to <= to),
  );
}
const ARTICLES = new Set(['un', 'une', 'le', 'la', 'l', 'des', 'les', 'du']);

/** "Pas de donation entre époux" denies that, and no other donation. */
const tellsAnother = (subject: Subject, leaf: TargetLeaf, place: Place): boolean =>
  subject.leaves.some((other) => other !== leaf && other.kind === 'boolean' && placesOf(subject, other).some(({ from, to }) => from === place.from && to > place.to));

/** "Sans legs" does not deny the will: only the fact's plain word does. */
const isSaidPlainly = ({ forms }: TargetLeaf, words: readonly Word[], { from, to }: Place): boolean =>
  words.slice(from, to).some((word) =>
    forms!
      .yes!.slice(0, PLAIN)
      .flatMap((form) => form.split(/[ |*]+/))
      .some((plain) => plain.length > 2 && word.fold.startsWith(plain.slice(0, STEM))),
  );
const PLAIN = 3;
const STEM = 5;

/** "Une licitation est prévue", in a sentence that asks, denies and weighs nothing. */
function isAsserted({ reading: { words, text } }: Subject, { from, to }: Place): boolean {
  const { sentence } = words[from]!;
  const within = words.filter((word) => word.sentence === sentence);
  const last = within.at(-1)!;
  if (/^[\s)»"”]*\?/.test(text.slice(last.end, last.end + 4))) return false;
  if (within.some(({ fold }) => WEIGHED.has(fold) || DENIALS.has(fold) || fold === 'non')) return false;
  return words.slice(Math.max(0, from - 1), to + 2).some((word) => word.sentence === sentence && ASSERTING.has(word.fold));
}
const WEIGHED = new Set(
  'si peut peuvent pourra pourrait pourraient faut faudra faudrait risque risquent question demander demande comment savoir eviter evite evitons sait ni personne rien nul'.split(
    ' ',
  ),
);
const ASSERTING = new Set('est sont etait etaient a ont avait avaient refuse refusent refusait existe prevue prevu engage engagee'.split(' '));
