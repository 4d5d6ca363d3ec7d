import { successionClaims } from './claims.ts';
import { contextEntities, contextEntries } from './context.ts';
import { estateEntities, estateEntries } from './estate.ts';
import { insuranceEntities, insuranceEntries } from './insurance.ts';
import { liberalityEntities, liberalityEntries } from './liberalities.ts';
import { personEntities, personEntries } from './persons.ts';
import type { Lexicon } from './types.ts';
import { undividedEntities, undividedEntries } from './undivided.ts';

export const successionLexicon: Lexicon = {
  leaves: new Map(Object.entries({ ...contextEntries, ...personEntries, ...liberalityEntries, ...insuranceEntries, ...estateEntries, ...undividedEntries })),
  entities: [...personEntities, ...contextEntities, ...liberalityEntities, ...insuranceEntities, ...estateEntities, ...undividedEntities],
  claims: successionClaims,
  subject: 'famille.defunt',
  subjectForms: [
    'defunt|defunte',
    'cujus',
    'ma|mon|notre mere|pere|grand|soeur|frere|mari|femme|compagne|compagnon|partenaire|associe|associee|belle|beau',
    'maman|papa|mamie|papi',
  ],
  ordinaryCapitals: [
    'maitre',
    'notaire',
    'dutreil',
    'pacs',
    'sci',
    'sarl',
    'sas',
    'sa',
    'eurl',
    'earl',
    'cgi',
    'av',
    'rp',
    'np',
    'us',
    'pp',
    'qd',
    'ddv',
    'raar',
    'ehpad',
    'urssaf',
    'tva',
    'ue',
    'uk',
    'pme',
    'lrar',
    'france',
    'etat',
    'tresor',
    'code',
    'cse',
  ],
};
