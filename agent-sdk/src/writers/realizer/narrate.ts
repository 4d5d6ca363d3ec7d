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
interface Open {
  readonly text: string;
  readonly clause: Clause;
  /** The wording it began with, before its marks were filled. */
  readonly wording: string;
  /** Clauses in it. */
  readonly size: number;
}

/** Characters from which on a sentence takes up no more. */
const LONG = 90;
const LONG_WITH_RELATIVE = 150;

/**
 * Full sentences. What is told of one thing goes behind its name ("une maison, dont elle n'avait que l'usufruit") or into a sentence that
 * says "elle"; what one person did shares its subject ("il était veuf et vivait à Lyon"); some neighbours are merely joined.
 */
export function narrate(task: FormTask, groups: readonly (readonly Clause[])[], discourse: Discourse): string[] {
  const sentences: string[] = [];
  for (const group of groups) {
    let open: Open | undefined;
    let isAgain = false;
    const close = (): void => {
      if (!open) return;
      const before = isAgain ? sentences.pop() : undefined;
      const { glue = '. ' } = task;
      sentences.push(before === undefined ? open.text : `${before}${glue}${glue.startsWith('.') ? capitalise(open.text) : lowerStart(open.text)}`);
    };
    group.forEach((clause, index) => {
      const longer = open && (task.terse ? apposed(task, open, clause, discourse) : takenUp(task, open, clause, discourse));
      if (longer) {
        open = longer;
        return;
      }
      close();
      isAgain = !task.terse && open !== undefined && clause.again !== undefined && thingOf(open.clause) === thingOf(clause) && task.random.chance(0.75);
      open = begun(task, isAgain ? clause.again! : undefined, clause, discourse, !task.terse && (index > 0 || task.random.chance(0.6)));
    });
    close();
  }
  return sentences;
}

/** A business is one of the things that are left. */
const matterOf = ({ group }: Clause): string => (group === 'company' ? 'estate' : group);

/** A new sentence, in one of the clause's own wordings or of those that are given. */
function begun(task: FormTask, given: readonly string[] | undefined, clause: Clause, discourse: Discourse, pronounAllowed: boolean): Open {
  const { random, script, habits, terse, bare } = task;
  const wordings = given ?? (terse && clause.short.length > 0 ? clause.short : discourse.opening(clause.full, matterOf(clause)));
  const wording = bare ? choose(task, wordings) : discourse.freshest(wordings, random);
  return { text: discourse.fill(wording, script.referents, habits, random, { pronounAllowed }), clause, wording, size: 1 };
}

/** "Compte bancaire : 14 000 €, bien commun": what a note tells of a thing, behind its name. */
function apposed(task: FormTask, open: Open, clause: Clause, discourse: Discourse): Open | undefined {
  const { random, script, habits } = task;
  const isBehind = open.clause.heads !== undefined && clause.apposed !== undefined && thingOf(open.clause) === thingOf(clause);
  if (!isBehind || /\n/.test(open.text)) return undefined;
  return { ...open, text: `${open.text}, ${discourse.fill(random.pick(clause.apposed!), script.referents, habits, random, { pronounAllowed: false, isRelative: true })}` };
}

/** The sentence with the clause in it, in the first of the ways that are open to it and that chance has; undefined where none is. */
function takenUp(task: FormTask, open: Open, clause: Clause, discourse: Discourse): Open | undefined {
  if (open.text.includes(' : ')) return undefined;
  return withRelative(task, open, clause, discourse) ?? withSharedSubject(task, open, clause, discourse) ?? joined(task, open, clause, discourse);
}

/** "Une maison à Lyon, dont elle n'avait que l'usufruit". */
function withRelative(task: FormTask, open: Open, clause: Clause, discourse: Discourse): Open | undefined {
  const { random, script, habits } = task;
  const isOfIt = open.size === 1 && open.clause.heads?.includes(open.wording) === true && thingOf(open.clause) === thingOf(clause);
  if (!isOfIt || clause.relative === undefined || open.text.length > LONG_WITH_RELATIVE || !random.chance(0.6)) return undefined;
  const relative = discourse.fill(random.pick(clause.relative), script.referents, habits, random, { pronounAllowed: false, isRelative: true });
  const link = /, (?:qui|que|qu'|dont|sur) /.test(open.text) ? ' et' : ',';
  return { ...open, text: `${open.text}${link} ${relative}`, size: 2 };
}

const SUBJECT = /^\{D\} (?!et )/;
/** "Elle est morte et avait 90 ans": what was so in life is no part of the death; "et laisse" has its second verb. */
const APART = /^\{D\} (?:est (?:mort|décédé)|vient de|nous a|s'est éteint)| et laisse /;
/** "Il avait un bateau et avait un garage" wants no subject so much as a list. */
const HAVING = /^\{D\} (?:avait|possédait|détenait|laisse) (?:une?|des?|d') ?/;

/** "Ma mère était veuve et vivait à Lyon". */
function withSharedSubject(task: FormTask, open: Open, clause: Clause, discourse: Discourse): Open | undefined {
  const { random, script, habits } = task;
  if (open.size > 1 || open.text.length > LONG || !SUBJECT.test(open.wording) || APART.test(open.wording) || !random.chance(0.5)) return undefined;
  const wordings = (thingOf(open.clause) === thingOf(clause) ? clause.again : undefined) ?? clause.full;
  const fits = wordings.filter((wording) => SUBJECT.test(wording) && !APART.test(wording) && !(HAVING.test(wording) && HAVING.test(open.wording)));
  if (fits.length === 0) return undefined;
  const wording = discourse.freshest(fits, random).replace(SUBJECT, '');
  const more = discourse.fill(wording, script.referents, habits, random, { pronounAllowed: false, isRelative: true });
  return { text: `${open.text} et ${more}`, clause, wording: open.wording, size: 2 };
}

/** Two sentences in one. */
function joined(task: FormTask, open: Open, clause: Clause, discourse: Discourse): Open | undefined {
  const { random, script, habits } = task;
  const isOfIt = thingOf(open.clause) === thingOf(clause);
  if (open.size > 1 || open.text.length > LONG || !random.chance(isOfIt ? 0.4 : 0.25)) return undefined;
  const wordings = (isOfIt ? clause.again : undefined) ?? discourse.opening(clause.full, matterOf(clause));
  const fits = wordings.filter((wording) => !wording.includes(' : '));
  if (fits.length === 0) return undefined;
  const more = discourse.fill(discourse.freshest(fits, random), script.referents, habits, random, { pronounAllowed: true });
  return { text: `${open.text}${random.pick([' et ', ', et ', ' ; '])}${lowerStart(more)}`, clause, wording: open.wording, size: 2 };
}
