import { findForms } from '../reading/forms.ts';
import { endsInQuestion } from '../reading/words.ts';
import type { Owner, Subject, TargetLeaf } from '../subject.ts';
import type { Bound } from './bind.ts';
import type { Contradicted } from './contradiction.ts';
import { ownerTells } from './teller.ts';
import { candidatesOf } from './places.ts';
import { overlaps, SAME_SENTENCE, type Place, type Scorer } from './score.ts';

/** By how much it must stand nearer to the one than to all whose it is. */
const CLEARLY = 2;
/** Told of many things, or by words that say more than the one thing. */
const NOT_ASKED = new Set(['nom', 'type', 'libelle', 'unite', 'objet', 'assure_nom', 'associes_noms', 'titulaires_noms', 'donateur_nom', 'beneficiaire_nom', 'parent_nom']);

/**
 * What one item of a list has, told a second time of another that the target has without it: "L'appartement vaut
 * 240 000 €. … La maison vaut aussi 240 000 €".
 */
export function findBorrowed(subject: Subject, bound: readonly Bound[], scorer: Scorer): Contradicted[] {
  // Real statements were not written for their targets, which may have less than they tell.
  if (subject.judged.stratum === undefined) return [];
  return bound.flatMap(({ leaf }) => {
    const { entity } = leaf.owner;
    if (entity?.owner.includes('*') !== true || NOT_ASKED.has(leaf.key)) return [];
    const same = subject.leaves.filter(({ value }) => value === leaf.value);
    const again = placesToldAgain(subject, leaf).filter((place) => !isMatter(subject, place) && !bound.some((other) => same.includes(other.leaf) && overlaps(other.place, place)));
    // "Mon renoncement": a teller is meant without a name.
    if (again.length === 0 || ownerTells(subject, leaf.owner)) return [];
    const lacking = subject.owners.filter((owner) => owner.entity === entity && !owner.leaves.some(({ pattern }) => pattern === leaf.pattern));
    // Of people any other may be the one who is meant.
    const having = subject.owners.filter((owner) => !lacking.includes(owner) && (owner.entity === entity || (entity.kind === 'person' && owner.entity?.kind === 'person')));
    const place = again.find((told) => {
      const scoreOf = (owner: Owner): number => scorer.headScore(told, owner.path, same);
      const nearest = nearestOf(lacking, scoreOf);
      return nearest !== undefined && having.every((owner) => scoreOf(owner) + CLEARLY <= scoreOf(nearest)) && !isAnnounced(subject, nearest, told, bound);
    });
    return place ? [{ leaf, place }] : [];
  });
}

/** "Il veut savoir comment on fait pour l'usufruit": a right that is asked about is nobody's there. */
function isMatter({ reading }: Subject, { from }: Place): boolean {
  const { words } = reading;
  if (endsInQuestion(reading, from) && ASKED_OF.has(words[from - 2]?.fold ?? '')) return true;
  if (words[from - 1]?.fold !== 'l' && words[from - 1]?.fold !== 'la') return false;
  const { sentence } = words[from]!;
  return words.slice(Math.max(0, from - ASKED_REACH), from).some((word) => word.sentence === sentence && ASKING.has(word.fold));
}
/** "Faut-il tenir compte de la nue-propriété ?" */
const ASKED_OF = new Set(['de', 'pour', 'sur', 'avec', 'valoir', 'valeur']);
const ASKED_REACH = 6;
const ASKING = new Set(['comment', 'savoir', 'demande', 'question']);

/** The owner that stands nearest, and in the sentence. */
function nearestOf(owners: readonly Owner[], scoreOf: (owner: Owner) => number): Owner | undefined {
  const best = Math.max(0, ...owners.map(scoreOf));
  return best >= SAME_SENTENCE ? owners.find((owner) => scoreOf(owner) === best) : undefined;
}

/** Where a leaf's value stands, a date's year alone too. */
const placesToldAgain = (subject: Subject, leaf: TargetLeaf): readonly Place[] =>
  leaf.kind === 'date' ? subject.figures.filter(({ iso }) => iso !== undefined && String(leaf.value).startsWith(iso)) : candidatesOf(subject, leaf);

/** "Acquis en 2010", "acquis pendant le mariage": what announces another fact of the thing says only by the way that it was bought. */
const isAnnounced = ({ reading: { words } }: Subject, owner: Owner, place: Place, bound: readonly Bound[]): boolean =>
  bound.some(
    ({ leaf, place: told }) => leaf.owner === owner && told.from >= place.to && told.from - place.to <= ANNOUNCED_REACH && words[told.from]!.clause === words[place.from]!.clause,
  ) || owner.leaves.some(({ forms }) => findForms(forms?.cues ?? [], words).some((cue) => overlaps(cue, place)));
const ANNOUNCED_REACH = 4;
