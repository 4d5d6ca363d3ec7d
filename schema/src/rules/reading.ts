import { itemsAt, str, type Payload } from '../payload.ts';
import { span, yearsBetween, type Day } from '../world/calendar.ts';

/** A path with what is wrong there. */
export interface Finding {
  readonly path: string;
  readonly message: string;
}

export const dateAt = (payload: Payload, path: string): { first: Day; last: Day } | undefined => {
  const text = str(payload, path);
  return text === undefined ? undefined : span(text);
};

const order = (a: Day, b: Day): number => a.year - b.year || a.month - b.month || a.day - b.day;
/** Whether the first date is certainly after the second, at their own precisions. */
export const surelyAfter = (a: { first: Day }, b: { last: Day }): boolean => order(a.first, b.last) > 0;
/** The ages that a birth and a later day allow, given their precisions. */
export const ageRange = (birth: { first: Day; last: Day }, day: { first: Day; last: Day }): readonly [number, number] => [
  yearsBetween(birth.last, day.first),
  yearsBetween(birth.first, day.last),
];

const personLists = [
  'famille.descendants.enfants',
  'famille.descendants.petits_enfants',
  'famille.descendants.arriere_petits_enfants',
  'famille.ascendants.parents',
  'famille.ascendants.grands_parents',
  'famille.collateraux.freres_soeurs',
  'famille.collateraux.neveux_nieces',
  'famille.collateraux.cousins',
  'famille.collateraux.autres_parents',
];

/** Paths of everybody that the payload tells of: the deceased, the partner, and every relative. */
export function peopleOf(payload: Payload): string[] {
  return [
    'famille.defunt',
    'famille.partenaire',
    ...personLists.flatMap((list) => itemsAt(payload, list).map(({ path }) => path)),
    ...itemsAt(payload, 'famille.partenaire.enfants_d_une_autre_union').map(({ path }) => path),
  ];
}

/** Everybody's names. */
export const namesOf = (payload: Payload): Map<string, string[]> => {
  const names = new Map<string, string[]>();
  for (const path of peopleOf(payload)) {
    const name = str(payload, `${path}.nom`);
    if (name !== undefined) names.set(name, [...(names.get(name) ?? []), path]);
  }
  return names;
};

export const firstFinding = (condition: boolean, path: string, message: string): Finding[] => (condition ? [{ path, message }] : []);
