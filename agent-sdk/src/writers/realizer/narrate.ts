import { capitalise, type Clause, type Random, type Script } from '@case-swarm/schema';
import type { Discourse, Habits } from './surface.ts';

export interface FormTask {
  readonly script: Script;
  readonly habits: Habits;
  readonly random: Random;
  readonly voice: string;
  readonly length: readonly [least: number, most: number];
  /** Telegraphic wordings are wanted wherever there are any. */
  readonly terse: boolean;
  /** Nothing but the facts and the form's own marks. */
  readonly bare: boolean;
  /** Between a thing and the sentence right behind that speaks of it by a pronoun: nothing may come in between. */
  readonly glue?: string;
}

/** What a clause tells something of ("patrimoine.actifs.1"). */
export function thingOf({ thing, covers }: Clause): string {
  const path = covers[0] ?? '';
  return thing ?? /^.*?\.\d+/.exec(path)?.[0] ?? path;
}

/** Any of the sentences, or the shortest where every word counts. */
export const choose = (task: FormTask, sentences: readonly string[]): string =>
  task.bare ? sentences.reduce((short, text) => (text.length < short.length ? text : short)) : task.random.pick(sentences);

export const lowerStart = (text: string): string => (/^(Il|Elle|On|Un|Une|Le|La|Les|L'|Ce|Cette|C') /.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text);

/** A sentence that may still take something up. */
interface Told {
  readonly text: string;
  readonly clause: Clause;
  /** The wording it began with, before its marks were filled. */
  readonly wording: string;
  /** Clauses in it. */
  readonly size: number;
  /** It speaks by a pronoun of the thing in the sentence before. */
  readonly isAgain: boolean;
}

/** Characters from which on a sentence takes up no more. */
const LONG = 90;
const LONG_WITH_RELATIVE = 150;

/**
 * Full sentences. What is told of one thing goes behind its name ("une maison, dont elle n'avait que l'usufruit") or into a sentence that
 * says "elle"; what one person did shares its subject ("il était veuf et vivait à Lyon"); some neighbours are merely joined.
 */
export function narrate(task: FormTask, groups: readonly (readonly Clause[])[], discourse: Discourse): string[] {
  const narrator = new Narrator(task, discourse);
  const { glue = '. ' } = task;
  const glued = (before: string, text: string): string => `${before}${glue}${glue.startsWith('.') ? capitalise(text) : lowerStart(text)}`;
  return groups.flatMap((group) =>
    narrator.tell(group).reduce<string[]>((sentences, { text, isAgain }) => {
      const before = isAgain ? sentences.pop() : undefined;
      sentences.push(before === undefined ? text : glued(before, text));
      return sentences;
    }, []),
  );
}

const isOfOneThing = (told: Told, clause: Clause): boolean => thingOf(told.clause) === thingOf(clause);

/** A business is one of the things that are left. */
const matterOf = ({ group }: Clause): string => (group === 'company' ? 'estate' : group);

const SUBJECT = /^\{D\} (?!et )/;
/** "Elle est morte et avait 90 ans": what was so in life is no part of the death; "et laisse" has its second verb. */
const APART = /^\{D\} (?:est (?:mort|décédé)|vient de|nous a|s'est éteint)| et laisse /;
/** "Il avait un bateau et avait un garage" wants no subject so much as a list. */
const HAVING = /^\{D\} (?:avait|possédait|détenait|laisse) (?:une?|des?|d') ?/;

/** Tells clauses one after the other, each in the sentence before where it fits there. */
class Narrator {
  readonly #task: FormTask;
  readonly #discourse: Discourse;

  constructor(task: FormTask, discourse: Discourse) {
    this.#task = task;
    this.#discourse = discourse;
  }

  tell(clauses: readonly Clause[]): readonly Told[] {
    const told: Told[] = [];
    clauses.forEach((clause, index) => {
      const last = told.at(-1);
      const longer = last && this.#takenUp(last, clause);
      if (longer) told[told.length - 1] = longer;
      else told.push(this.#begun(last, clause, index));
    });
    return told;
  }

  #say(wording: string, options: { readonly pronounAllowed: boolean; readonly isRelative?: boolean }): string {
    const { script, habits, random } = this.#task;
    return this.#discourse.fill(wording, script.referents, habits, random, options);
  }

  /** What goes on with a sentence whose subject stays. */
  #goOn(wording: string): string {
    return this.#say(wording, { pronounAllowed: false, isRelative: true });
  }

  /** A new sentence; behind one of the same thing it may speak of it by a pronoun. */
  #begun(last: Told | undefined, clause: Clause, index: number): Told {
    const { random, terse, bare } = this.#task;
    const isAgain = !terse && last !== undefined && clause.again !== undefined && isOfOneThing(last, clause) && random.chance(0.75);
    const pronounAllowed = !terse && (index > 0 || random.chance(0.6));
    const wordings = isAgain ? clause.again! : terse && clause.short.length > 0 ? clause.short : this.#discourse.opening(clause.full, matterOf(clause));
    const wording = bare ? choose(this.#task, wordings) : this.#discourse.freshest(wordings, random);
    return { text: this.#say(wording, { pronounAllowed }), clause, wording, size: 1, isAgain };
  }

  /** The sentence with the clause in it, in the first of the ways that are open to it and that chance has; undefined where none is. */
  #takenUp(told: Told, clause: Clause): Told | undefined {
    if (this.#task.terse) return this.#apposed(told, clause);
    if (told.text.includes(' : ')) return undefined;
    return this.#withRelative(told, clause) ?? this.#withSharedSubject(told, clause) ?? this.#joined(told, clause);
  }

  /** "Compte bancaire : 14 000 €, bien commun": what a note tells of a thing, behind its name. */
  #apposed(told: Told, clause: Clause): Told | undefined {
    if (told.clause.heads === undefined || clause.apposed === undefined || !isOfOneThing(told, clause)) return undefined;
    return { ...told, text: `${told.text}, ${this.#goOn(this.#task.random.pick(clause.apposed))}` };
  }

  /** "Une maison à Lyon, dont elle n'avait que l'usufruit". */
  #withRelative(told: Told, clause: Clause): Told | undefined {
    const { random } = this.#task;
    const isOfIt = told.size === 1 && told.clause.heads?.includes(told.wording) === true && isOfOneThing(told, clause);
    if (!isOfIt || clause.relative === undefined || told.text.length > LONG_WITH_RELATIVE || !random.chance(0.6)) return undefined;
    const link = /, (?:qui|que|qu'|dont|sur) /.test(told.text) ? ' et' : ',';
    return { ...told, text: `${told.text}${link} ${this.#goOn(random.pick(clause.relative))}`, size: 2 };
  }

  /** "Ma mère était veuve et vivait à Lyon". */
  #withSharedSubject(told: Told, clause: Clause): Told | undefined {
    const { random } = this.#task;
    if (told.size > 1 || told.text.length > LONG || !SUBJECT.test(told.wording) || APART.test(told.wording) || !random.chance(0.5)) return undefined;
    const wordings = (isOfOneThing(told, clause) ? clause.again : undefined) ?? clause.full;
    const fits = wordings.filter((wording) => SUBJECT.test(wording) && !APART.test(wording) && !(HAVING.test(wording) && HAVING.test(told.wording)));
    if (fits.length === 0) return undefined;
    const more = this.#goOn(this.#discourse.freshest(fits, random).replace(SUBJECT, ''));
    return { ...told, text: `${told.text} et ${more}`, clause, size: 2 };
  }

  /** Two sentences in one. */
  #joined(told: Told, clause: Clause): Told | undefined {
    const { random } = this.#task;
    const isOfIt = isOfOneThing(told, clause);
    if (told.size > 1 || told.text.length > LONG || !random.chance(isOfIt ? 0.4 : 0.25)) return undefined;
    const wordings = (isOfIt ? clause.again : undefined) ?? this.#discourse.opening(clause.full, matterOf(clause));
    const fits = wordings.filter((wording) => !wording.includes(' : '));
    if (fits.length === 0) return undefined;
    const more = this.#say(this.#discourse.freshest(fits, random), { pronounAllowed: true });
    return { ...told, text: `${told.text}${random.pick([' et ', ', et ', ' ; '])}${lowerStart(more)}`, clause, size: 2 };
  }
}
