import { flag, leaf, under, exclusive, type LexiconEntries } from './types.ts';

/** Behind these a union is an earlier one. */
export const FORMER = ['feue', 'feu', 'premier', 'premiere', 'precedent', 'precedente', 'ancien', 'ancienne', 'ex'];

/** How it is said that someone died, where and when. */
export const DIED = 'deced*|deces|mort|morte|meurt|disparu*|eteint*|parti*|quitte*|mourut';

export const person: LexiconEntries = {
  nom: leaf('nom'),
  date_naissance: leaf('date de naissance', 'ne|nee|nes|nees', 'naissance', 'naqui*'),
  // Of a relative: read alone, "âge au décès" has them dead.
  age_au_deces: leaf('âge le jour du décès du défunt', 'age|agee|ages|agees', 'ans a|au|quand|lorsque|lors'),
  est_decede: flag(
    'décédé avant lui',
    [
      'décédé',
      'decede*|predecede*|mort|morte|morts|mortes|disparu*|feu|feue',
      'n est plus',
      'nous a quitte*',
      'perdu*',
      'enterre|enterree|enterres',
      'avait|avaient precede',
      'parti|partie|partis avant lui|elle|eux',
    ],
    ['vivant', 'vivant*|vit|vivent', 'en vie', 'toujours la', 'survi*'],
  ),
  est_mineur: {
    ...flag(
      'mineur',
      ['mineur', 'mineur*', 'encore petit*', 'moins de dix huit ans', 'moins de 18', 'pas encore dix huit', 'pas encore 18', 'pas encore majeur*'],
      ['majeur', 'majeur*', 'adulte*'],
    ),
    impliedBelow: { key: 'age_au_deces', years: 18 },
  },
  est_handicape: flag('en situation de handicap', ['handicapé', 'handicap*', 'invalid*', 'infirm*']),
  nationalite: leaf(
    'nationalité',
    'nationalite',
    'de nationalite',
    'francais*|belge*|suisse*|italien*|espagnol*|portugais*|allemand*|marocain*|algerien*|tunisien*|britannique*|polonais*|luxembourgeois*|neerlandais*|canadien*',
  ),
  residence_habituelle: leaf('résidence habituelle', 'resid*|habit*|vit|vivait|vivent|install*|demeur*', 'domicil*'),
  residence_fiscale: leaf('résidence fiscale', 'fiscal*', 'domicile fiscal', 'resident* fiscal*', 'payait|paye|paie|payais ... impots', 'impose*|imposee*'),
  option_successorale: exclusive('option', {
    ACCEPTE: [
      'accepte la succession',
      'accept* ... succession|heritage|purement',
      'dit oui a la succession|l heritage',
      'est|sont|etait acceptant|acceptante|acceptants',
      'accepte|acceptent|acceptait|acceptee|acceptes|accepter|acceptation',
    ],
    ACCEPTE_A_CONCURRENCE_ACTIF_NET: [
      "accepte à concurrence de l'actif net",
      'accepte|accepter la succession a concurrence',
      'concurrence de l actif',
      'accepte qu a',
      'sous benefice d inventaire',
    ],
    RENONCE: [
      'renonce à la succession',
      'renonc*',
      'refus* la succession',
      'refus* l heritage',
      'ne veut rien de la succession',
      'veut|voulait pas de la succession',
      'veut|voulait pas de l heritage',
    ],
    CANTONNE: ['cantonne son émolument', 'cantonn*'],
    PREDECEDE: ['prédécédé', 'predeced*', 'mort* avant lui|elle', 'decede* avant lui|elle'],
    N_A_PAS_OPTE: [
      "n'a pas encore opté",
      'pas encore ... opt*|choisi*|decid*',
      'pas opte',
      'n a pas ... option',
      'ne s est pas ... prononc*',
      'hesite encore',
      'pas encore dit ... accept*|renonc*',
      'pas encore fait ... choix',
      'pas encore fait connaitre ... option|choix|decision|position',
      'rien decide',
      'pas pris parti',
      'pas encore pris parti',
      'ni accepte ni refuse',
      'hesit* ... accept*|renonc*',
      'ni accepte ni renonce',
      'reserve son option|choix',
    ],
  }),
};
/** What is told of any person, and what else of these. */
export const personWith = (prefix: string, extra: LexiconEntries = {}): LexiconEntries => under(prefix, { ...person, ...extra });
