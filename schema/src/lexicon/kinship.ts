import type { Form, Kinship } from './types.ts';

type Words = readonly (readonly [forms: readonly Form[], roles: readonly string[]])[];

const CHILD: readonly Form[] = [
  'enfant|enfants',
  'fils',
  'fille|filles',
  'fiston',
  'garcon|garcons',
  'aine|ainee|aines',
  'cadet|cadette',
  'benjamin|benjamine',
  'ne|nee|nes|nees d|de ... union|lit|mariage|relation',
  'jumeau|jumelle|jumeaux|jumelles',
  'descendance',
];
const GRANDCHILD: readonly Form[] = ['petit|petits fils|enfant|enfants', 'petite|petites fille|filles'];
const PARENT: readonly Form[] = ['pere', 'mere', 'papa', 'maman', 'parents'];
const GRANDPARENT: readonly Form[] = ['grand|grands pere|mere|parents', 'papi|papy|mamie|mamy'];
const SIBLING: readonly Form[] = [
  'frere|freres',
  'soeur|soeurs',
  'demi frere|soeur|freres|soeurs',
  'frangin|frangine',
  'frere|soeur|freres|soeurs aine|ainee|aines|ainees|cadet|cadette|jumeau|jumelle',
  'grand|grande|petit|petite frere|soeur',
];
const NEPHEW: readonly Form[] = ['neveu|neveux', 'niece|nieces'];
const SPOUSE: readonly Form[] = [
  'mari|femme',
  'epoux|epouse',
  'conjoint|conjointe',
  'partenaire',
  'compagnon|compagne',
  'concubin|concubine',
  'survivant|survivante',
  'une|sa|la|leur|desormais|maintenant veuve',
  'un|son|le|desormais|maintenant veuf',
];
/** These stand before the one they are about ("mariée à Luc"); behind a name they say that the person is married. */
const UNIONS: readonly Form[] = [
  'marie|mariee|maries|marier|mariage a|avec',
  'marie|mariee|maries|remarie|remariee|remaries',
  'mariage',
  'pacse|pacsee|pacses|pacs',
  'pacs|concubinage|vecu|vivait|mariee|marie|pacse|pacsee ... avec',
  'pacs avec',
  'pacte civil de solidarite avec',
  'union libre|couple|noces avec',
  'en concubinage|couple',
  'formaient|formait|forment un couple',
  'partageait|partage la|sa vie',
  'concubinage avec|notoire',
  'epouse|epousee',
  'vivait|vit|vivaient|vivions|vecu avec',
];
const STEP_CHILD: readonly Form[] = ['beau fils', 'belle fille', 'beaux enfants'];

/** What a kin word makes of a person, seen from the deceased. */
const theirs: Words = [
  [CHILD, ['child']],
  [GRANDCHILD, ['grandchild']],
  [['arriere petit|petite|petits|petites fils|fille|enfants'], ['great-grandchild']],
  [PARENT, ['parent']],
  [GRANDPARENT, ['grandparent']],
  [SIBLING, ['sibling']],
  [NEPHEW, ['nephew']],
  [['cousin|cousins|cousine|cousines'], ['cousin']],
  [
    ['oncle|oncles', 'tante|tantes', 'filleul|filleule', 'ami|amie|amis|amies', 'petit neveu', 'petite niece'],
    ['other', 'sibling', 'child'],
  ],
  // Whoever writes may have any of them as a neighbour.
  [['voisin|voisine'], ['other', 'sibling', 'child', 'partner', 'grandchild']],
  [SPOUSE, ['partner']],
  [STEP_CHILD, ['step-child', 'child']],
];

/** The same, seen from a teller of a persona ("mon frère" of a child is a child). */
const mine: Readonly<Record<string, Words>> = {
  enfant: [
    [PARENT, ['deceased', 'partner']],
    [SIBLING, ['child']],
    [CHILD, ['grandchild']],
    [GRANDPARENT, ['parent']],
    [['oncle|oncles', 'tante|tantes'], ['sibling']],
    [['cousin|cousins|cousine|cousines'], ['nephew']],
    [NEPHEW, ['grandchild']],
    [['belle mere', 'beau pere'], ['partner']],
  ],
  petit_enfant: [
    [GRANDPARENT, ['deceased', 'partner']],
    [PARENT, ['child']],
    [['oncle|oncles', 'tante|tantes'], ['child']],
    [SIBLING, ['grandchild']],
    [['cousin|cousins|cousine|cousines'], ['grandchild']],
  ],
  beau_enfant: [
    [
      ['beau pere', 'belle mere'],
      ['deceased', 'partner'],
    ],
    [PARENT, ['partner', 'deceased']],
    [SIBLING, ['child', 'step-child']],
    [CHILD, ['grandchild', 'child']],
    [NEPHEW, ['grandchild']],
  ],
  fratrie: [
    [
      ['frere', 'soeur', 'demi frere|soeur', 'frangin|frangine'],
      ['deceased', 'sibling'],
    ],
    [['freres', 'soeurs', 'demi freres|soeurs'], ['sibling']],
    [NEPHEW, ['child', 'nephew']],
    [PARENT, ['parent']],
    [['belle soeur', 'beau frere'], ['partner']],
    [['cousin|cousins|cousine|cousines'], ['cousin']],
  ],
};
const ofPartner: Words = [
  [['veuf|veuve de|d', 'vecu|vivais|vivions|vie avec', 'mariee|marie avec', 'pacsee|pacse avec', 'concubinage avec', 'pacs avec'], ['deceased']],
  [SPOUSE, ['deceased']],
  [CHILD, ['child', 'step-child']],
  [GRANDCHILD, ['grandchild']],
  [['beau frere|freres', 'belle soeur|soeurs'], ['sibling']],
  [['beau pere', 'belle mere'], ['parent']],
  [NEPHEW, ['nephew']],
  [STEP_CHILD, ['child']],
];

export const successionKinship: Kinship = {
  roles: {
    deceased: ['famille.defunt.nom'],
    partner: ['famille.partenaire.nom'],
    child: ['famille.descendants.enfants.*.nom'],
    grandchild: ['famille.descendants.petits_enfants.*.nom'],
    'great-grandchild': ['famille.descendants.arriere_petits_enfants.*.nom'],
    'step-child': ['famille.partenaire.enfants_d_une_autre_union.*.nom'],
    parent: ['famille.ascendants.parents.*.nom'],
    grandparent: ['famille.ascendants.grands_parents.*.nom'],
    sibling: ['famille.collateraux.freres_soeurs.*.nom'],
    nephew: ['famille.collateraux.neveux_nieces.*.nom'],
    cousin: ['famille.collateraux.cousins.*.nom'],
    other: ['famille.collateraux.autres_parents.*.nom'],
  },
  theirs,
  links: [[UNIONS, ['partner']]],
  mine: { ...mine, conjoint: ofPartner, partenaire_pacs: ofPartner, concubin: ofPartner },
  ofPerson: {
    child: {
      deceased: ['child'],
      child: ['grandchild'],
      grandchild: ['great-grandchild'],
      partner: ['step-child', 'child'],
      sibling: ['nephew'],
      nephew: ['nephew', 'cousin', 'other'],
      parent: ['sibling'],
    },
    sibling: { deceased: ['sibling'], child: ['child', 'step-child'], sibling: ['sibling', 'deceased'], grandchild: ['grandchild'], nephew: ['nephew'] },
    partner: { deceased: ['partner'], partner: ['deceased'] },
    parent: { deceased: ['parent'], child: ['deceased', 'partner'], grandchild: ['child'], sibling: ['parent'], nephew: ['sibling'], 'step-child': ['partner'] },
    nephew: { deceased: ['nephew'] },
    cousin: { deceased: ['cousin'] },
    other: { deceased: ['other'] },
    grandparent: { deceased: ['grandparent'], grandchild: ['deceased', 'partner'], child: ['parent'] },
    grandchild: { deceased: ['grandchild'], partner: ['grandchild'], child: ['great-grandchild'] },
  },
  inverse: { parent: 'child', partner: 'partner', sibling: 'sibling', grandparent: 'grandchild', child: 'parent' },
  elsewhere: { forms: ['de son cote', 'd une autre union', 'd un autre lit', 'a elle|lui'], roles: ['step-child', 'child'] },
  tellers: {
    enfant: ['child'],
    petit_enfant: ['grandchild'],
    beau_enfant: ['child', 'step-child'],
    fratrie: ['sibling'],
    conjoint: ['partner'],
    partenaire_pacs: ['partner'],
    concubin: ['partner'],
  },
  death: {
    role: 'deceased',
    before: [
      'deces',
      'succession',
      'mort',
      'disparition',
      'defunt|defunte',
      'cujus',
      'feu|feue',
      'heritage',
      'heritiers de|d|du',
      'veuf|veuve de|d',
      'obseques',
      'enterrement',
      'dossier',
      'patrimoine',
      'perdu|perdue|perdre son|sa|mon|ma|notre|leur',
    ],
    after: [
      'est|etait|soit decede|decedee|mort|morte',
      'decede|decedee',
      'mort|morte',
      'meurt|mourut',
      'nous a quittes|quitte',
      'a quitte',
      's est eteint|eteinte',
      'n est plus',
      'a disparu',
      'laisse|laissait un|une|des|deux|trois|quatre|cinq|plusieurs|son|sa|ses|le|la|les|l|pour|comme|aussi|egalement|derriere|donc',
      'vient de mourir|deceder',
      'vient de s eteindre',
      'est parti|partie',
      'dcd',
    ],
    pronoun: [
      'il|elle est|etait mort|morte|decede|decedee',
      'il|elle est|etait deja|aussi mort|morte|decede|decedee',
      'il|elle est|etait dcd',
      'il|elle s est eteint|eteinte',
      'il|elle nous a quittes|quitte',
      'il|elle meurt|mourut',
    ],
    own: ['sa mort|disparition', 'son deces', 'la mort|disparition de celui|celle ci', 'le|au deces de celui|celle ci'],
    parents: ['maman|mamie|mamy est|etait morte|decedee', 'ma mere est|etait morte|decedee', 'papa|papi|papy est|etait mort|decede', 'mon pere est|etait mort|decede'],
    leaving: ['il|elle laisse|laissait un|une|deux|trois|quatre|pour', 'il|elle legue|leguait'],
    outlived: ['decede|decedee|mort|morte avant lui|elle'],
    earlier: ['predecede|predecedee', 'deja decede|decedee|mort|morte', 'decede|decedee|mort|morte avant lui|elle|eux'],
    about: ['tourne autour de|d', 'il s agit de|d', 'au sujet de|d', 'a propos de|d', 'concerne|concernant', 'le|la|l cas|situation|histoire de|d'],
    living: [
      'demande|voudrait|aimerait|souhaite|souhaiterait|espere|craint|s inquiete|hesite',
      'se demande',
      'explique|precise|indique|affirme|soutient|raconte|signale|rappelle|conteste|reclame|exige|ignore|pense|veut|reconnait|assure|repete|propose',
      'nous interroge|consulte|ecrit|contacte|sollicite|saisit|appelle',
      'me demande|charge|consulte',
    ],
    others: ['est_decede', 'option_successorale=PREDECEDE'],
    sure: {
      before: ['deces|mort|disparition|obseques|enterrement', 'succession de|d', 'veuf|veuve de|d', 'perdu|perdue|perdre son|sa|mon|ma|notre|leur'],
      after: [
        'est|etait decede|decedee|mort|morte',
        'decede|decedee',
        'mort|morte le|en',
        'meurt|mourut',
        'nous a quittes|quitte',
        's est eteint|eteinte',
        'vient de mourir|deceder',
        'vient de s eteindre',
        'dcd',
      ],
      own: ['la mort|disparition de celui|celle ci', 'le|au deces de celui|celle ci'],
    },
  },
};
