import type { EntityForms } from './types.ts';

const personEntity = (owner: string, ...heads: string[]): EntityForms => ({ owner, kind: 'person', heads, identifiers: ['nom'] });

/** What the persons of a succession are called, where no name is said. */
export const personEntities: EntityForms[] = [
  personEntity('famille.defunt', 'defunt|defunte', 'cujus', 'disparu|disparue'),
  personEntity(
    'famille.partenaire',
    'conjoint|conjointe',
    'epoux|epouse',
    'mari|femme',
    'veuf|veuve',
    'partenaire',
    'compagnon|compagne',
    'concubin|concubine',
    'belle mere',
    'beau pere',
    'survivant|survivante',
  ),
  personEntity('famille.partenaire.enfants_d_une_autre_union.*', 'enfant|enfants|fils|fille|filles a elle|lui'),
  personEntity('famille.descendants.enfants.*', 'enfant|enfants', 'fils', 'fille|filles', 'fiston', 'aine|ainee', 'cadet|cadette', 'benjamin|benjamine', 'garcon|garcons'),
  personEntity('famille.descendants.petits_enfants.*', 'petit|petits fils|enfant|enfants', 'petite|petites fille|filles'),
  personEntity('famille.descendants.arriere_petits_enfants.*', 'arriere petit|petits fils|enfants', 'arriere petite|petites fille|filles'),
  personEntity('famille.ascendants.parents.*', 'pere', 'mere', 'parents', 'papa', 'maman'),
  personEntity('famille.ascendants.grands_parents.*', 'grand|grands pere|mere|parents', 'papi|papy|mamie|mamy'),
  personEntity('famille.collateraux.freres_soeurs.*', 'frere|freres', 'soeur|soeurs', 'demi frere|soeur', 'fratrie'),
  personEntity('famille.collateraux.neveux_nieces.*', 'neveu|neveux', 'niece|nieces'),
  personEntity('famille.collateraux.cousins.*', 'cousin|cousins|cousine|cousines'),
  personEntity('famille.collateraux.autres_parents.*', 'oncle', 'tante', 'filleul|filleule', 'ami|amie', 'petit neveu', 'petite niece'),
  {
    owner: 'famille.unions_anterieures.*',
    kind: 'person',
    heads: ['premier* mariage|noces|femme|mari|epoux|epouse|union|pacs', 'ex mari|femme|epoux|epouse|compagnon|compagne'],
    identifiers: ['conjoint_nom'],
  },
];
