import type { Clause } from '../pack.ts';
import { bool, itemsAt, num, str } from '../payload.ts';
import { countWord, listClauses, personWords, predicatesOf } from './persons.ts';
import { type Speaker } from './speaker.ts';
import { clause } from './clause.ts';

export function relativeClauses(s: Speaker): Clause[] {
  const { payload } = s;
  const out: Clause[] = [];
  const existing = bool(payload, 'famille.descendants.existe');
  if (existing === false)
    out.push(
      clause(
        'family',
        'Famille',
        ['famille.descendants.existe'],
        s.unclear ? ["{D} n'a pas d'enfant"] : ["{D} n'avait pas d'enfant", "{D} n'a laissé aucun enfant", "{D} n'a jamais eu d'enfant", "{D} n'a pas eu d'enfants"],
        ['sans enfant', "pas d'enfant", 'sans descendance'],
      ),
    );
  if (existing === true)
    out.push(clause('family', 'Famille', ['famille.descendants.existe'], s.unclear ? ['{D} a des descendants'] : ['{D} laisse des descendants'], ['descendants existants']));
  const children = num(payload, 'famille.descendants.nombre_enfants');
  if (children !== undefined)
    out.push(
      clause(
        'family',
        'Famille',
        ['famille.descendants.nombre_enfants'],
        [
          s.unclear ? `{D} a ${countWord(children)} enfant${children > 1 ? 's' : ''}` : `{D} laisse ${countWord(children)} enfant${children > 1 ? 's' : ''}`,
          `il y a ${countWord(children)} enfant${children > 1 ? 's' : ''}`,
        ],
        [`${children} enfant${children > 1 ? 's' : ''}`, `${countWord(children)} enfant${children > 1 ? 's' : ''}`],
      ),
    );
  out.push(...listClauses(s, { path: 'famille.descendants.enfants', group: 'family', label: 'Enfants', noun: ['fille', 'fils'], plural: ['filles', 'enfants'] }));
  const grand = num(payload, 'famille.descendants.nombre_petits_enfants');
  if (grand !== undefined)
    out.push(
      clause(
        'family',
        'Famille',
        ['famille.descendants.nombre_petits_enfants'],
        [`il y a ${countWord(grand)} petit${grand > 1 ? 's' : ''}-enfant${grand > 1 ? 's' : ''}`],
        [`${grand} petit${grand > 1 ? 's' : ''}-enfant${grand > 1 ? 's' : ''}`],
      ),
    );
  out.push(
    ...listClauses(s, {
      path: 'famille.descendants.petits_enfants',
      group: 'family',
      label: 'Petits-enfants',
      noun: ['petite-fille', 'petit-fils'],
      plural: ['petites-filles', 'petits-enfants'],
      parentKey: 'parent_nom',
    }),
  );
  out.push(
    ...listClauses(s, {
      path: 'famille.descendants.arriere_petits_enfants',
      group: 'family',
      label: 'Arrière-petits-enfants',
      noun: ['arrière-petite-fille', 'arrière-petit-fils'],
      plural: ['arrière-petites-filles', 'arrière-petits-enfants'],
      parentKey: 'parent_nom',
    }),
  );
  for (const { path } of itemsAt(payload, 'famille.ascendants.parents')) out.push(...parentClauses(s, path));
  if (bool(payload, 'famille.ascendants.parents_decedes') === true)
    out.push(
      clause(
        'family',
        'Ascendants',
        ['famille.ascendants.parents_decedes'],
        ['ses parents sont tous les deux décédés', 'ses père et mère sont morts', 'ses deux parents ne sont plus là', 'ses parents sont morts depuis longtemps'],
        ['parents décédés'],
      ),
    );
  out.push(
    ...listClauses(s, {
      path: 'famille.ascendants.grands_parents',
      group: 'family',
      label: 'Ascendants',
      noun: ['grand-mère', 'grand-père'],
      plural: ['grands-mères', 'grands-parents'],
    }),
  );
  if (bool(payload, 'famille.collateraux.existe') === false)
    out.push(clause('family', 'Collatéraux', ['famille.collateraux.existe'], ["{D} n'avait ni frère ni sœur", "il n'y a ni frère ni sœur"], ['ni frère ni sœur']));
  const siblings = num(payload, 'famille.collateraux.nombre_freres_soeurs');
  if (siblings !== undefined)
    out.push(
      clause(
        'family',
        'Collatéraux',
        ['famille.collateraux.nombre_freres_soeurs'],
        [`{D} avait ${countWord(siblings)} ${siblings > 1 ? 'frères et sœurs' : 'frère ou sœur'}`],
        [`${siblings} ${siblings > 1 ? 'frères et sœurs' : 'frère ou sœur'}`],
      ),
    );
  out.push(
    ...listClauses(s, { path: 'famille.collateraux.freres_soeurs', group: 'family', label: 'Frères et sœurs', noun: ['sœur', 'frère'], plural: ['sœurs', 'frères et sœurs'] }),
  );
  const nephews = num(payload, 'famille.collateraux.nombre_neveux_nieces');
  if (nephews !== undefined)
    out.push(
      clause(
        'family',
        'Collatéraux',
        ['famille.collateraux.nombre_neveux_nieces'],
        [`il y a ${countWord(nephews)} ${nephews > 1 ? 'neveux et nièces' : 'neveu ou nièce'}`],
        [`${nephews} ${nephews > 1 ? 'neveux et nièces' : 'neveu ou nièce'}`],
      ),
    );
  out.push(
    ...listClauses(s, {
      path: 'famille.collateraux.neveux_nieces',
      group: 'family',
      label: 'Neveux et nièces',
      noun: ['nièce', 'neveu'],
      plural: ['nièces', 'neveux et nièces'],
      parentKey: 'parent_nom',
    }),
  );
  out.push(...listClauses(s, { path: 'famille.collateraux.cousins', group: 'family', label: 'Cousins', noun: ['cousine', 'cousin'], plural: ['cousines', 'cousins'] }));
  for (const { path } of itemsAt(payload, 'famille.collateraux.autres_parents')) out.push(...otherClauses(s, path));
  return out;
}

function parentClauses(s: Speaker, path: string): Clause[] {
  const person = personWords(s, path);
  const kind = str(s.payload, `${path}.lien`);
  const noun = { PERE: 'son père', MERE: 'sa mère', PERE_ADOPTIF: 'son père adoptif', MERE_ADOPTIVE: 'sa mère adoptive' }[kind ?? 'PERE'] ?? 'son parent';
  const covers = [`${path}.nom`, ...(kind ? [`${path}.lien`] : [])];
  const out = [
    clause(
      'family',
      'Ascendants',
      covers,
      [`${noun}, ${person.name}, est dans l'histoire aussi`, `il y a aussi ${noun}, ${person.name}`, `reste ${noun}, ${person.name}`],
      [`${noun.replace(/^(son|sa) /, '')} : ${person.name}`],
    ),
  ];
  for (const item of predicatesOf(person))
    out.push(
      clause(
        'family',
        'Ascendants',
        [...item.covers],
        item.words.map((word) => `${person.name} ${word}`),
        item.words.map((word) => `${person.name} : ${word.replace(/^est /, '')}`),
      ),
    );
  return out;
}

function otherClauses(s: Speaker, path: string): Clause[] {
  const person = personWords(s, path);
  const kind = str(s.payload, `${path}.lien`);
  const f = person.sex === 'f';
  const noun =
    {
      ONCLE_TANTE: f ? 'sa tante' : 'son oncle',
      NEVEU_NIECE: f ? 'sa nièce' : 'son neveu',
      PETIT_NEVEU_NIECE: f ? 'sa petite-nièce' : 'son petit-neveu',
      FILLEUL: f ? 'sa filleule' : 'son filleul',
      AMI: f ? 'son amie' : 'son ami',
    }[kind ?? 'AMI'] ?? 'un proche';
  const out = [
    clause(
      'family',
      'Autres proches',
      [`${path}.nom`, ...(kind ? [`${path}.lien`] : [])],
      [
        `il y a aussi ${noun} ${person.name}`,
        `${person.name} est ${noun}`,
        `${noun}, ${person.name}, est ${f ? 'concernée' : 'concerné'} aussi`,
        `dans cette histoire, il y a encore ${noun} ${person.name}`,
      ],
      [`${noun.replace(/^(son|sa) /, '')} : ${person.name}`],
    ),
  ];
  for (const item of predicatesOf(person))
    out.push(
      clause(
        'family',
        'Autres proches',
        [...item.covers],
        item.words.map((word) => `${person.name} ${word}`),
        item.words.map((word) => `${person.name} : ${word.replace(/^est /, '')}`),
      ),
    );
  return out;
}
