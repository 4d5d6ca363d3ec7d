import { bool, itemsAt, num, str, type Payload } from '../payload.ts';
import { dateAt, firstFinding, surelyAfter } from './reading.ts';
import type { Rule } from './types.ts';

const family = 'descendants et représentation';
const children = 'famille.descendants.enfants';

/** Lists in which a relative may be named. */
const kin = [children, 'famille.descendants.petits_enfants', 'famille.collateraux.freres_soeurs', 'famille.collateraux.neveux_nieces', 'famille.collateraux.autres_parents'];
const namesIn = (p: Payload, list: string): string[] => itemsAt(p, list).flatMap(({ path }) => str(p, `${path}.nom`) ?? []);
/** Whether a parent is not among those who are named as such, or, where none is, is a relative of another kind: no grandchild's father is a brother of the deceased. */
const isNoneOf = (p: Payload, parent: string, parents: string): boolean => {
  const names = namesIn(p, parents);
  return names.length > 0 ? !names.includes(parent) : kin.some((list) => namesIn(p, list).includes(parent));
};

/** Descendants and who represents whom. */
export const descendantRules: readonly Rule[] = [
  {
    id: 'R30',
    family,
    reason: "Qui ne laisse aucun descendant n'a ni enfant ni petit-enfant vivant à nommer (C. civ. art. 734).",
    check: (p) =>
      firstFinding(
        bool(p, 'famille.descendants.existe') === false && (itemsAt(p, children).length > 0 || (num(p, 'famille.descendants.nombre_enfants') ?? 0) > 0),
        'famille.descendants.existe',
        'sans descendant, mais des enfants',
      ),
  },
  {
    id: 'R31',
    family,
    reason: "Des enfants nommés ne sont pas plus nombreux que ceux que l'on compte.",
    check: (p) => {
      const count = num(p, 'famille.descendants.nombre_enfants');
      return firstFinding(
        count !== undefined && itemsAt(p, children).length > count,
        'famille.descendants.nombre_enfants',
        `${count} comptés, ${itemsAt(p, children).length} nommés`,
      );
    },
  },
  {
    id: 'R32',
    family,
    reason: "Un petit-enfant vient d'un enfant du défunt, un arrière-petit-enfant d'un petit-enfant.",
    check: (p) =>
      (
        [
          ['famille.descendants.petits_enfants', children],
          ['famille.descendants.arriere_petits_enfants', 'famille.descendants.petits_enfants'],
        ] as const
      ).flatMap(([list, parents]) => {
        const names = namesIn(p, parents);
        return itemsAt(p, list).flatMap(({ path }) => {
          const parent = str(p, `${path}.parent_nom`);
          return firstFinding(
            parent !== undefined && isNoneOf(p, parent, parents),
            `${path}.parent_nom`,
            names.length > 0 ? `${parent} n'est pas parmi ${names.join(', ')}` : `${parent} est nommé comme un autre parent`,
          );
        });
      }),
  },
  {
    id: 'R33',
    family,
    reason: 'On représente un mort ou un renonçant, jamais un vivant qui accepte (C. civ. art. 752, 754).',
    check: (p) =>
      itemsAt(p, 'famille.descendants.petits_enfants').flatMap(({ path }) => {
        if (!str(p, `${path}.option_successorale`)) return [];
        const parent = itemsAt(p, children).find(({ path: child }) => str(p, `${child}.nom`) === str(p, `${path}.parent_nom`));
        return firstFinding(
          parent !== undefined && (bool(p, `${parent.path}.est_decede`) === false || str(p, `${parent.path}.option_successorale`) === 'ACCEPTE'),
          `${path}.option_successorale`,
          'son parent vit et accepte',
        );
      }),
  },
  {
    id: 'R34',
    family,
    reason: "L'adopté plénier a été accueilli avant ses quinze ans, sauf exception (C. civ. art. 345).",
    check: (p) =>
      itemsAt(p, children).flatMap(({ path }) => {
        const birth = dateAt(p, `${path}.date_naissance`);
        const adoption = dateAt(p, `${path}.adoption_date`);
        return firstFinding(
          str(p, `${path}.filiation`) === 'ADOPTION_PLENIERE' && birth !== undefined && adoption !== undefined && adoption.first.year - birth.last.year > 21,
          `${path}.adoption_date`,
          'adoption plénière à plus de 21 ans',
        );
      }),
  },
  {
    id: 'R35',
    family,
    reason: "Une date d'adoption suppose une adoption, et suit la naissance.",
    check: (p) =>
      itemsAt(p, children).flatMap(({ path }) => {
        const birth = dateAt(p, `${path}.date_naissance`);
        const adoption = dateAt(p, `${path}.adoption_date`);
        const filiation = str(p, `${path}.filiation`);
        return firstFinding(
          adoption !== undefined && ((filiation !== undefined && !filiation.startsWith('ADOPTION')) || (birth !== undefined && surelyAfter(birth, adoption))),
          `${path}.adoption_date`,
          `date d'adoption d'un enfant ${filiation ?? 'à naître'}`,
        );
      }),
  },
  {
    id: 'R36',
    family,
    reason: "Un enfant sans enfant n'a pas de descendant nommé.",
    check: (p) =>
      itemsAt(p, children).flatMap(({ path }) =>
        firstFinding(
          bool(p, `${path}.a_des_enfants`) === false &&
            itemsAt(p, 'famille.descendants.petits_enfants').some(({ path: grandchild }) => str(p, `${grandchild}.parent_nom`) === str(p, `${path}.nom`)),
          `${path}.a_des_enfants`,
          'un petit-enfant vient de lui',
        ),
      ),
  },
  {
    id: 'R37',
    family,
    reason: "Un neveu ou une nièce vient d'un frère ou d'une sœur du défunt (C. civ. art. 734).",
    check: (p) => {
      return itemsAt(p, 'famille.collateraux.neveux_nieces').flatMap(({ path }) => {
        const parent = str(p, `${path}.parent_nom`);
        return firstFinding(parent !== undefined && isNoneOf(p, parent, 'famille.collateraux.freres_soeurs'), `${path}.parent_nom`, `${parent} n'est pas un frère ou une sœur`);
      });
    },
  },
  {
    id: 'R38',
    family,
    reason: 'Des parents décédés ne sont pas aussi vivants.',
    check: (p) =>
      itemsAt(p, 'famille.ascendants.parents').flatMap(({ path }) =>
        firstFinding(
          bool(p, 'famille.ascendants.parents_decedes') === true && bool(p, `${path}.est_decede`) !== true && !str(p, `${path}.lien`)?.includes('ADOPTI'),
          path,
          'parent nommé vivant',
        ),
      ),
  },
  {
    id: 'R39',
    family,
    reason: "On n'a qu'un père et qu'une mère (C. civ. art. 320).",
    check: (p) =>
      ['PERE', 'MERE'].flatMap((kind) => {
        const same = itemsAt(p, 'famille.ascendants.parents').filter(({ path }) => str(p, `${path}.lien`) === kind);
        return firstFinding(same.length > 1, `${same[1]?.path}.lien`, `un second ${kind}`);
      }),
  },
  {
    id: 'R40',
    family,
    reason: "Qui n'a ni frère, ni sœur, ni neveu, ni nièce n'en nomme pas.",
    check: (p) =>
      firstFinding(
        bool(p, 'famille.collateraux.existe') === false &&
          (itemsAt(p, 'famille.collateraux.freres_soeurs').length > 0 || itemsAt(p, 'famille.collateraux.neveux_nieces').length > 0),
        'famille.collateraux.existe',
        'des collatéraux sont nommés',
      ),
  },
];
