import { bool, itemsAt, num, str } from '../payload.ts';
import { firstFinding, namesOf, peopleOf } from './reading.ts';
import type { Rule } from './types.ts';

const family = 'personnes et liens';
const sameByLaw = (paths: readonly string[]): boolean => new Set(paths).size === 1;

/** Persons and how they are linked. */
export const personRules: readonly Rule[] = [
  {
    id: 'R01',
    family,
    reason: "Deux personnes d'une même histoire ne portent pas le même nom, sans quoi le texte ne dirait plus de qui il parle.",
    check: (p) =>
      [...namesOf(p)].flatMap(([name, paths]) => (paths.length > 1 && !sameByLaw(paths) ? [{ path: `${paths[1]}.nom`, message: `${name} est déjà le nom de ${paths[0]}` }] : [])),
  },
  {
    id: 'R02',
    family,
    reason: 'Un mineur a moins de dix-huit ans au jour du décès (C. civ. art. 388).',
    check: (p) =>
      peopleOf(p).flatMap((path) => {
        const age = num(p, `${path}.age_au_deces`);
        const minor = bool(p, `${path}.est_mineur`);
        return firstFinding(age !== undefined && minor !== undefined && minor !== age < 18, `${path}.est_mineur`, `${age} ans et ${minor ? 'mineur' : 'majeur'}`);
      }),
  },
  {
    id: 'R03',
    family,
    reason: "Un enfant marié ou sous protection des majeurs n'est pas mineur (C. civ. art. 144, 425).",
    check: (p) =>
      itemsAt(p, 'famille.descendants.enfants').flatMap(({ path }) =>
        firstFinding(
          bool(p, `${path}.est_mineur`) === true && (str(p, `${path}.conjoint_nom`) !== undefined || str(p, `${path}.sous_protection`) !== undefined),
          `${path}.est_mineur`,
          'mineur, mais marié ou protégé comme majeur',
        ),
      ),
  },
  {
    id: 'R04',
    family,
    reason: "L'option ne s'exerce que par un successible vivant à l'ouverture de la succession (C. civ. art. 725, 768).",
    check: (p) =>
      peopleOf(p).flatMap((path) => {
        const option = str(p, `${path}.option_successorale`);
        return firstFinding(
          bool(p, `${path}.est_decede`) === true && option !== undefined && option !== 'PREDECEDE',
          `${path}.option_successorale`,
          'mort avant le défunt, il ne peut opter',
        );
      }),
  },
  {
    id: 'R05',
    family,
    reason: 'Le prédécédé est mort avant le défunt (C. civ. art. 725, 752).',
    check: (p) =>
      peopleOf(p).flatMap((path) =>
        firstFinding(str(p, `${path}.option_successorale`) === 'PREDECEDE' && bool(p, `${path}.est_decede`) === false, `${path}.option_successorale`, 'prédécédé et vivant'),
      ),
  },
  {
    id: 'R06',
    family,
    reason: "Le défunt n'est ni mineur ni successible de lui-même.",
    check: (p) => firstFinding(str(p, 'famille.defunt.option_successorale') !== undefined, 'famille.defunt.option_successorale', "le défunt n'a pas d'option"),
  },
  {
    id: 'R07',
    family,
    reason: 'Personne ne vit plus de 115 ans.',
    check: (p) => peopleOf(p).flatMap((path) => firstFinding((num(p, `${path}.age_au_deces`) ?? 0) > 115, `${path}.age_au_deces`, `${num(p, `${path}.age_au_deces`)} ans`)),
  },
  {
    id: 'R08',
    family,
    reason: 'Un cousin est parent au quatrième degré au moins, et ne succède plus au-delà du sixième (C. civ. art. 743, 745).',
    check: (p) =>
      itemsAt(p, 'famille.collateraux.cousins').flatMap(({ path }) => {
        const degree = num(p, `${path}.degre`);
        return firstFinding(degree !== undefined && degree < 4, `${path}.degre`, `un cousin au ${degree}e degré`);
      }),
  },
];
