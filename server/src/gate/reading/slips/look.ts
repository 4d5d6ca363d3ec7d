import { MONTHS } from '@case-swarm/schema';
import type { Dictionary } from '../dictionary.ts';
import { endsInQuestion, type Word } from '../words.ts';

/** A word where it stands, and what its neighbours in the clause are; one look goes over a whole text. */
export class Look {
  readonly words: readonly Word[];
  /** Index of the word that is looked at. */
  at = 0;
  readonly dictionary: Dictionary;
  readonly text: string;
  readonly #names: ReadonlySet<string>;
  readonly #tags: readonly (readonly string[])[];

  constructor(words: readonly Word[], dictionary: Dictionary, text: string, names: ReadonlySet<string>) {
    this.#tags = words.map((word) => dictionary.tags(word.lower));
    this.#names = names;
    this.words = words;
    this.dictionary = dictionary;
    this.text = text;
  }

  get word(): Word {
    return this.words[this.at]!;
  }

  /** The word so many places on (behind: negative), where it stands in the same clause. */
  near(by: number): Word | undefined {
    const other = this.words[this.at + by];
    return other?.clause === this.word.clause ? other : undefined;
  }

  /** First letters of what the word can be; nothing where no dictionary has it. */
  get kinds(): string {
    return kindsOf(this.#tags[this.at]!);
  }

  /** In lower case; nothing where the clause ends. */
  lower(by: number): string {
    return this.near(by)?.lower ?? '';
  }

  tags(by = 0): readonly string[] {
    return this.near(by) ? this.#tags[this.at + by]! : NO_TAGS;
  }

  /** Whether a word is written as a name is. */
  isCapital(by: number): boolean {
    return /^\p{Lu}/u.test(this.near(by)?.text ?? '');
  }

  /** Whether a word with a capital may be a name: at the head of a clause only such as the facts know. */
  isName(by: number): boolean {
    return this.isCapital(by) && (this.near(by - 1) !== undefined || this.#names.has(this.near(by)!.fold));
  }

  /** How far back the first word stands that is no adverb, negation or pronoun before a verb ("elle ne le lui [sait]"). */
  beforeClitics(): number {
    const by = this.#before((word) => CLITICS.has(word));
    // "De quel droit exige-t-il les comptes": a pronoun behind its verb has no other.
    return by < -1 && this.near(by)?.hyphened ? -1 : by;
  }

  /** The word before a verb's little pronouns: its subject, where that is a pronoun. */
  get subject(): string {
    const by = this.beforeClitics();
    // "Ses parents à elle sont décédés".
    return this.lower(by - 1) === 'à' && ['elle', 'elles'].includes(this.lower(by)) ? '' : this.lower(by);
  }

  /** Whether a question mark ends the sentence. */
  get isAsked(): boolean {
    return endsInQuestion(this, this.at);
  }

  /** How far back the first word stands that is no adverb. */
  beforeAdverbs(): number {
    return this.#before((word) => ADVERBS.has(word));
  }

  /** How far back the first word stands that is neither ("il faudra donc le [demander]"). */
  beforeSmall(): number {
    return this.#before((word) => CLITICS.has(word) || ADVERBS.has(word));
  }

  #before(isSmall: (word: string) => boolean): number {
    let by = -1;
    while (isSmall(this.lower(by))) by--;
    return by;
  }

  /** How far back the auxiliary stands that this word goes with ("a toujours été [vendu]"); 0 where there is none. */
  auxiliary(auxiliaries: ReadonlySet<string>): number {
    let by = -1;
    while (by > -4 && (ADVERBS.has(this.lower(by)) || this.#isManner(by))) by--;
    return auxiliaries.has(this.lower(by)) ? by : 0;
  }

  /** "Manifestement": an adverb that no noun is. */
  #isManner(by: number): boolean {
    return /ment$/.test(this.lower(by)) && !any(this.tags(by), /^[NAKV]/);
  }

  /** Whether only a space parts this word from the next ("sont il", not "sont-il"). */
  get openBehind(): boolean {
    const next = this.near(1);
    return next !== undefined && /^\s$/.test(this.text.slice(this.word.end, next.start));
  }
}

const CLITICS = new Set('ne n me m te t se s y en le la les lui leur l vous nous'.split(' '));
const ADVERBS = new Set('pas plus jamais déjà bien toujours aussi encore rien tous toutes tout donc désormais maintenant encore été assez très trop plutôt'.split(' '));

/** Words share their tags, which the dictionary keeps. */
const kinds = new WeakMap<readonly string[], string>();
function kindsOf(tags: readonly string[]): string {
  let known = kinds.get(tags);
  if (known === undefined) kinds.set(tags, (known = [...new Set(tags.map((tag) => tag[0]!))].join('')));
  return known;
}

const NO_TAGS: readonly string[] = [];
/** "La SARL": no dictionary has these, and all are feminine. */
export const COMPANIES: ReadonlySet<string> = new Set('SARL SAS SASU SCI SA SNC EURL EARL SCP PME'.split(' '));

/**
 * A rule says whether the word is wrong where it stands; where it could be several things it keeps silent. It is asked
 * only where the word is one of `on`, stands behind one of `after` or has a tag that begins with a letter of `of`.
 */
export interface SlipRule {
  (look: Look): boolean;
  readonly on?: ReadonlySet<string>;
  readonly after?: ReadonlySet<string>;
  readonly of?: ReadonlySet<string>;
}

/** A rule about a few words, in lower case. */
export const on = (words: Iterable<string>, test: (look: Look) => boolean): SlipRule => Object.assign(test, { on: new Set(words) });

/** A rule about what stands behind a few words, in one clause with them. */
export const after = (words: Iterable<string>, test: (look: Look) => boolean): SlipRule => Object.assign(test, { after: new Set(words) });

/** A rule about words of a kind: the first letters of tags ("K" participles, "V" verbs), any of which will do. */
export const of = (kinds: string, test: (look: Look) => boolean): SlipRule => Object.assign(test, { of: new Set(kinds) });

export const only = (tags: readonly string[], test: RegExp): boolean => tags.length > 0 && tags.every((tag) => test.test(tag));
export const any = (tags: readonly string[], test: RegExp): boolean => tags.some((tag) => test.test(tag));

/** Whether a word can be a participle, and is one or an adjective in these forms only, whatever noun or verb it may be. */
export const isOnlyParticiple = (tags: readonly string[], test: RegExp): boolean =>
  any(tags, /^K/) &&
  only(
    tags.filter((tag) => /^[KA]/.test(tag)),
    test,
  );

/** Determiners of a noun that is feminine, whatever its own letters say. */
export const FEMININE: ReadonlySet<string> = new Set('la une cette ma sa ta aucune'.split(' '));
export const MONTH_NAMES: ReadonlySet<string> = new Set(MONTHS);

export const HAVE: ReadonlySet<string> = new Set('a ai as ont avons avez avait avais avaient aurait aura auront'.split(' '));
export const BE: ReadonlySet<string> = new Set('est sont était étaient etait etaient étions etions es suis sommes êtes soit soient serait sera seront été'.split(' '));
