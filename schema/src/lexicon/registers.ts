import { folded } from '../folded.ts';
import type { Form } from './types.ts';

/** Everyday French is what nothing marks; people speak to a friend, and lawyers to one another. */
export type Register = 'everyday' | 'spoken' | 'professional';
type Marked = Exclude<Register, 'everyday'>;

/** A word of a register for an everyday one. */
export interface Substitute {
  readonly from: string;
  readonly to: string;
  /** At its first mention only. */
  readonly once?: true;
  /** A word behind which it would say something else ("Anaïs est maman" of "Anaïs est ma mère"). */
  readonly notBehind?: string;
}

export interface Registers {
  /** Words by which a form belongs to a register; without one it is everyday. */
  readonly words: Readonly<Record<Marked, readonly string[]>>;
  /**
   * Everyday words and what stands for them in a register: of the same gender and number, so that nothing around them
   * changes. `once` replaces the first mention only ("une maison d'habitation", then "la maison").
   */
  readonly substitutes: Readonly<Record<Marked, readonly Substitute[]>>;
  /** Levels of a stratum's axes that set the register; the first that fits counts. */
  readonly levels: readonly { readonly axis: string; readonly level: string; readonly register: Register }[];
}

export const successionRegisters: Registers = {
  words: {
    spoken: [
      'appart',
      'bagnole',
      'baraque',
      'bicoque',
      'papa',
      'maman',
      'papi',
      'papy',
      'mamie',
      'mamy',
      'fiston',
      'frangin',
      'frangine',
      'sous',
      'banque',
      'clio',
      'toucher',
      'cadeau',
      'box',
      'ex',
      'ehpad',
      'argent',
      'gratter',
    ],
    professional: [
      'cujus',
      'preciput',
      'preciputaire',
      'hoirie',
      'avancement',
      'rapportable',
      'rapport',
      'quotite',
      'usufruit',
      'quasi',
      'nue',
      'nu',
      'indivis',
      'indivision',
      'licitation',
      'soulte',
      'recompense',
      'recompenses',
      'predecede',
      'consanguin',
      'uterin',
      'germain',
      'olographe',
      'mystique',
      'authentique',
      'donataire',
      'exherede',
      'renonciation',
      'cantonnement',
      'cantonne',
      'concurrence',
      'acquets',
      'dutreil',
      'remploi',
      'emploi',
      'abattement',
      'legs',
      'legataire',
      'pleniere',
      'holographe',
      'conciliation',
      'demembree',
      'nominative',
      'professio',
      'cautionnement',
      'recel',
      'reduction',
      'vacante',
      'desherence',
    ],
  },
  substitutes: {
    spoken: [
      { from: 'voiture', to: 'bagnole' },
      { from: 'maison', to: 'baraque' },
      { from: 'compte bancaire', to: 'compte en banque' },
      { from: 'emprunt immobilier', to: 'crédit immobilier' },
      { from: "frais d'obsèques", to: "frais d'enterrement" },
      { from: 'mon père', to: 'papa', notBehind: 'est' },
      { from: 'ma mère', to: 'maman', notBehind: 'est' },
      { from: 'est décédé', to: 'est mort' },
      { from: 'est décédée', to: 'est morte' },
    ],
    professional: [
      { from: 'maison', to: "maison d'habitation", once: true },
      { from: 'voiture', to: 'automobile' },
      { from: 'des meubles', to: 'des meubles meublants', once: true },
      { from: "frais d'obsèques", to: 'frais funéraires' },
      { from: 'est mort', to: 'est décédé' },
      { from: 'est morte', to: 'est décédée' },
    ],
  },
  levels: [
    { axis: 'voice', level: 'note_dossier', register: 'professional' },
    { axis: 'persona', level: 'notaire', register: 'professional' },
    { axis: 'persona', level: 'avocat', register: 'professional' },
    { axis: 'format', level: 'oral_retranscrit', register: 'spoken' },
    { axis: 'noise', level: 'tres_brouillon', register: 'spoken' },
  ],
};

/** The register of a stratum. */
export function registerOf(registers: Registers, stratum: Readonly<Record<string, string | null>>): Register {
  return registers.levels.find(({ axis, level }) => stratum[axis] === level)?.register ?? 'everyday';
}

const wordsOfForm = (form: Form): string[] => form.replaceAll(/[*^=]/g, '').split(/[ |]/);

/** The register that a form belongs to, by its words. */
export function registerOfForm(registers: Registers, form: Form): Register {
  const words = wordsOfForm(folded(form));
  for (const register of ['professional', 'spoken'] as const) if (words.some((word) => registers.words[register].includes(word))) return register;
  return 'everyday';
}
