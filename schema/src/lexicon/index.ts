import { successionClaims } from './claims/index.ts';
import { successionClosed } from './closed.ts';
import { contextEntities, contextEntries } from './context.ts';
import { debtEntities, debtEntries } from './debts.ts';
import { estateEntities, estateEntries } from './estate.ts';
import { insuranceEntities, insuranceEntries } from './insurance.ts';
import { successionKinship } from './kinship.ts';
import { liberalityEntities, liberalityEntries } from './liberalities.ts';
import { successionParts } from './parts.ts';
import { banks, insurers, otherInstitutions } from './places.ts';
import { personEntities } from './person-entities.ts';
import { personEntries } from './persons.ts';
import { successionRegisters } from './registers.ts';
import type { Lexicon } from './types.ts';
import { successionWriting } from './writing.ts';
import { undividedEntities, undividedEntries } from './undivided.ts';

export const successionLexicon: Lexicon = {
  leaves: new Map(Object.entries({ ...contextEntries, ...personEntries, ...liberalityEntries, ...insuranceEntries, ...estateEntries, ...debtEntries, ...undividedEntries })),
  entities: [...personEntities, ...contextEntities, ...liberalityEntities, ...insuranceEntities, ...estateEntities, ...debtEntities, ...undividedEntities],
  claims: successionClaims,
  parts: successionParts,
  closed: successionClosed,
  kinship: successionKinship,
  writing: successionWriting,
  registers: successionRegisters,
  constants: {
    near: ['abattement*', 'seuil*', 'plafond*', 'exoner*', 'rappel*', 'bareme*', 'franchise*', 'fiscal*'],
    // CGI 779 to 790 G, 757 B, 990 I, 764; Code civil 1527 and 900-1 give no amount.
    values: [100_000, 159_325, 159_000, 15_932, 7967, 1594, 31_865, 80_724, 5310, 30_500, 152_500, 700_000, 15, 20, 10, 60, 45, 35],
  },
  subject: 'famille.defunt',
  subjectForms: [
    'defunt|defunte',
    'cujus',
    'ma|mon|notre mere|pere|grand|soeur|frere|mari|femme|compagne|compagnon|partenaire|associe|associee|belle|beau',
    'maman|papa|mamie|papi',
  ],
  institutions: [...banks, ...insurers, ...otherInstitutions],
  ordinaryCapitals: [
    'confrere',
    'consoeur',
    'maitre',
    'art',
    'article',
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
    'noel',
    'paques',
    'toussaint',
    'etat',
    'tresor',
    'code',
    'cse',
  ],
};
