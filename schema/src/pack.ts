import type { Profile, Stratum } from './dimensions.ts';
import type { FactWords } from './fact-words.ts';
import type { Lexicon } from './lexicon/types.ts';
import type { MasterSchema } from './master-schema.ts';
import type { Payload } from './payload.ts';
import type { Random } from './random.ts';
import type { Rule } from './rules/types.ts';
import type { StrictnessTable } from './strictness.ts';
import type { Topic } from './topics.ts';
import type { WorldMaker } from './world/types.ts';

/** What a hard-negative level does to a target. */
export type HardNegative =
  /** Something stays unclear: these leaves are never told, nor what counts from them. */
  | { readonly kind: 'unclear'; readonly label: string; readonly forbidden: readonly string[] }
  /** One to `most` required leaves of the primary topic are left out. */
  | { readonly kind: 'omit'; readonly most: number }
  /** One leaf is told in two ways and settled in none. */
  | { readonly kind: 'contradict' }
  /** A neighbouring matter is told in the same words. */
  | { readonly kind: 'off-scope'; readonly matters: readonly Matter[] };

export interface Matter {
  readonly id: string;
  /** "une question de bornage avec le voisin". */
  readonly label: string;
  /** Forms that show that the matter is there (see `lexicon/types.ts`). */
  readonly forms: readonly string[];
  /** Sentences that a writer may use. */
  readonly sentences: readonly string[];
}

/** What a hard negative contradicts, omits or leaves unclear; part of an instruction, checked by the gate. */
export interface Hints {
  readonly mode?: string;
  readonly intensity?: string;
  readonly unclear?: { readonly label: string };
  readonly omitted?: readonly { readonly pattern: string; readonly label: string }[];
  readonly contested?: { readonly path: string; readonly label: string; readonly values: readonly [string | number | boolean, string | number | boolean] };
  readonly neighbour?: { readonly id: string; readonly label: string };
}

export interface PromptWording {
  /** The task, in two sentences. */
  readonly role: string;
  /** axis → level → how it is said in a prompt. */
  readonly levels: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Headline of each axis in a prompt. */
  readonly axes: Readonly<Record<string, string>>;
  readonly forbidden: readonly string[];
  /** Keys of the schema as French writes them; others are shown with blanks for their underscores. */
  readonly keys?: Readonly<Record<string, string>>;
}

/**
 * Something to say in one breath, in several wordings; the writer chooses, orders and joins them.
 *
 * Wordings hold marks that the writer fills when it knows the place: `{D}` a referent as a subject, `{D:de}`, `{D:à}`
 * the same after a preposition, `{D:il}` as the subject of a relative; `{€:1200}` an amount; `{le:2026-01-07}`, `{du:…}`, `{depuis:…}`, `{avant:…}` a date with its
 * preposition; `{ans:84}` years of age or of time; `{%:0.5}` a share.
 */
export interface Clause {
  /** What it is about ("death", "family", "estate"…); clauses of one group stand together. */
  readonly group: string;
  /** A heading for notes ("Famille"). */
  readonly label: string;
  /** Paths that it tells. */
  readonly covers: readonly string[];
  /** Full sentences, lower-case start unless a name, no final stop. */
  readonly full: readonly string[];
  /** Telegraphic or nominal wordings. */
  readonly short: readonly string[];
  /** Must stand right after the clause before it, since it says "elle" or "ce contrat". */
  readonly follows?: boolean;
  /** What it tells something of; left out, the item of a list that its first path is of ("patrimoine.actifs.1"). */
  readonly thing?: string;
  /** Those of `full` that end in the thing's name, so that a relative may stand behind them. */
  readonly heads?: readonly string[];
  /** How it is told behind one that ends in the thing's name ("dont {D:il} n'avait que l'usufruit"). */
  readonly relative?: readonly string[];
  /** How a note tells it behind the thing's name ("achetée en 2016"). */
  readonly apposed?: readonly string[];
  /** How it is told in a sentence right behind one of the same thing ("elle avait été achetée en 2016"). */
  readonly again?: readonly string[];
}

/** Someone who is named again and again: how at first, how later, and by which pronoun. */
export interface Referent {
  readonly first: readonly string[];
  readonly later: readonly string[];
  readonly pronoun: string | undefined;
}

/** All that a text may be made of. */
export interface Script {
  readonly clauses: readonly Clause[];
  readonly referents: Readonly<Record<string, Referent>>;
  /** Sentences that tell who speaks and say no fact ("Je suis sa fille aînée, Claire."). */
  readonly introductions: readonly string[];
  readonly titles: readonly string[];
  readonly greetings: readonly string[];
  readonly openings: readonly string[];
  readonly closings: readonly string[];
  readonly questions: readonly string[];
  readonly laments: readonly string[];
  readonly signatures: readonly string[];
  /** Sentences without facts, for texts that are too short. */
  readonly asides: readonly string[];
  readonly formalAsides: readonly string[];
  /** "selon la famille,": what opens a reported sentence. */
  readonly reports: readonly string[];
  /** Lines at the head of a note that reports another's words. */
  readonly reportHeadings: readonly string[];
}

/** What a writer of the pack makes of a target. */
export interface WritingTask {
  readonly target: Payload;
  readonly stratum: Stratum;
  readonly hints: Hints;
  readonly seed: string;
}

/** Everything that is known of one domain. `docs/packs.md` names the files of a pack. */
export interface Pack {
  readonly name: string;
  readonly master: MasterSchema;
  readonly profile: Profile;
  readonly topics: Readonly<Record<string, Topic>>;
  readonly lexicon: Lexicon;
  /** How facts of the domain sound; where it is left out, facts that the lexicon does not know are not looked for. */
  readonly factWords?: FactWords;
  /** How strictly the gate holds a text to what; left out, strictly to everything. */
  readonly strictness?: StrictnessTable;
  readonly rules: readonly Rule[];
  readonly makeWorld: WorldMaker;
  readonly hardNegatives: Readonly<Record<string, HardNegative>>;
  readonly wording: PromptWording;
  readonly systemMessage: string;
  /** The embedded writer's phrases: a target as its teller would say it. Deterministic by seed. */
  readonly script: (task: WritingTask, random: Random) => Script;
}
