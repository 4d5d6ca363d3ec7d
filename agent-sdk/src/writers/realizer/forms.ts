import { capitalise, type Clause, type Random } from '@case-swarm/schema';
import { choose, lowerStart, narrate, thingOf, type FormTask } from './narrate.ts';
import { countWords } from './noise.ts';
import { Discourse, sentence, tidy } from './surface.ts';

/** Clauses by group in a drawn order; what follows stays behind what it follows. */
function orderClauses(clauses: readonly Clause[], random: Random, form: string): Clause[][] {
  const groups = new Map<string, Clause[][]>();
  for (const clause of clauses) {
    const blocks = groups.get(clause.group) ?? [];
    if (clause.follows && blocks.length > 0) blocks.at(-1)!.push(clause);
    else blocks.push([clause]);
    groups.set(clause.group, blocks);
  }
  const names = [...groups.keys()].filter((name) => name !== 'death');
  const order = form === 'recit_libre' ? names : random.shuffle(names);
  const first = groups.has('death') ? ['death'] : [];
  // Who is who comes before who did what: the family early, unless the writer starts with the matter itself.
  const early = random.chance(0.75) ? ['union', 'family'].filter((name) => order.includes(name)) : [];
  const sorted = [...first, ...early, ...order.filter((name) => !early.includes(name))];
  return sorted.map((name) => {
    const blocks = groups.get(name)!;
    // The first clause of a group introduces the others (the contract before its premiums, the death before the age).
    const [head, ...rest] = blocks;
    if (['death', 'union', 'family', 'insurance', 'will', 'company'].includes(name)) return [head!, ...rest].flat();
    return byThing(blocks, random).flat();
  });
}

/** Things in a drawn order; what is told of one comes behind what introduces it, at once or after the others are there. */
function byThing(blocks: readonly Clause[][], random: Random): Clause[][] {
  const things = new Map<string, Clause[][]>();
  for (const block of blocks) {
    const thing = thingOf(block[0]!);
    things.set(thing, [...(things.get(thing) ?? []), block]);
  }
  const order = random.shuffle([...things.values()]);
  if (random.chance(0.8)) return order.flat();
  return [...order.map(([intro]) => intro!), ...random.shuffle(order).flatMap(([, ...rest]) => rest)];
}

/** Puts the voice on some of the sentences that tell facts. */
function voiced(task: FormTask, sentences: readonly string[]): string[] {
  if (task.voice !== 'parole_rapportee' || task.script.reports.length === 0) return [...sentences];
  return sentences.map((text, index) => (index === 0 || (!task.bare && task.random.chance(0.25)) ? `${task.random.pick(task.script.reports)} ${lowerStart(text)}` : text));
}

/** Adds sentences without facts until the text is long enough. */
function padded(task: FormTask, sentences: string[], pool: readonly string[], around: number): string[] {
  const { random } = task;
  const out = [...sentences];
  const words = (): number => countWords(out.join(' ')) + around;
  for (const filler of pool) {
    if (words() >= task.length[0] + 2) break;
    // People say such things before they come to the facts, and behind them; between two facts now and then.
    const at = random.weighted([
      [Math.min(1, out.length), 2],
      [out.length, 5],
      [random.int(Math.min(1, out.length), out.length), 2],
    ] as const);
    out.splice(at, 0, filler);
  }
  return out;
}

const finish = (sentences: readonly string[]): string => sentences.map((text) => sentence(tidy(text))).join(' ');

function questionForm(task: FormTask, groups: readonly (readonly Clause[])[]): string {
  const { random, script } = task;
  const discourse = new Discourse();
  const body = [...intro(task), ...voiced(task, narrate(task, groups, discourse))];
  const question = choose(task, script.questions);
  const text = finish(padded(task, body, task.script.asides, countWords(question)));
  return random.chance(0.2) ? `${question} ${text}` : `${text} ${question}`;
}

const intro = (task: FormTask): string[] => (task.script.introductions.length > 0 ? [choose(task, task.script.introductions)] : []);

function mailForm(task: FormTask, groups: readonly (readonly Clause[])[]): string {
  const { random, script } = task;
  const discourse = new Discourse();
  const body = voiced(task, narrate(task, groups, discourse));
  const cut = Math.max(1, Math.floor(body.length * (0.6 + random.next() * 0.3)));
  const afterthought =
    body.length > 3 && !task.bare
      ? [
          `${random.pick(task.voice === 'premiere_personne' ? ["j'oubliais,", 'au fait,', 'autre chose,', 'pour finir,'] : ['au fait,', 'autre chose,', 'pour finir,', 'à noter encore :'])} ${lowerStart(body[cut] ?? '')}`.trim(),
        ]
      : [];
  const ordered = [
    ...intro(task),
    ...body.slice(0, cut),
    ...(afterthought.length > 0 && body[cut] !== undefined ? afterthought : []),
    ...body.slice(afterthought.length > 0 ? cut + 1 : cut),
  ];
  const opening = !task.bare && random.chance(0.7) && task.length[0] > 20 ? [random.pick(script.openings)] : [];
  const closing = choose(task, script.closings);
  const signature = script.signatures.length > 0 && random.chance(0.6) ? `\n${random.pick(script.signatures)}` : '';
  const greeting = choose(task, script.greetings);
  const text = finish(padded(task, [...opening, ...ordered], task.script.asides, countWords(greeting + closing)));
  return `${greeting}\n\n${text}\n\n${closing}${signature}`;
}

function storyForm(task: FormTask, groups: readonly (readonly Clause[])[]): string {
  const discourse = new Discourse();
  const links = ['à côté de cela,', 'par ailleurs,', 'et puis', 'il faut aussi dire que', 'pour le reste,', 'ajoutons que'];
  const used = new Set<string>();
  const body = groups.flatMap((group, index) => {
    const told = narrate(task, [group], discourse);
    const sentences = index === 0 || task.random.chance(0.3) ? voiced(task, told) : told;
    if (index < 2 || task.terse || !task.random.chance(0.45)) return sentences;
    const link = task.random.pick(links);
    if (used.has(link)) return sentences;
    used.add(link);
    const [head = '', ...rest] = sentences;
    return OPENS_ALREADY.test(head) ? sentences : [linked(link, lowerStart(head)), ...rest];
  });
  return finish(padded(task, [...intro(task), ...body], task.script.asides, 0));
}

/** "Il faut ajouter", "côté patrimoine": no other link goes before it. */
const OPENS_ALREADY = /^(?:il (?:ne )?faut|à cela|reste |on compte|côté |parmi |dans |avant cela)/i;

/** "Ajoutons qu'un compte": the e of "que" falls before a vowel. */
const linked = (link: string, text: string): string => (/ que$/.test(link) && /^[aeiouyéèêàâîïôûœh]/i.test(text) ? `${link.slice(0, -1)}'${text}` : `${link} ${text}`);

/** "Testament : oui", "Assurance-vie : Cardif …": what the heading says is not said again. */
function behindHeading(label: string, part: string): string {
  const said = part.toLowerCase();
  const heading = label.toLowerCase();
  if (said === heading) return 'oui';
  if (said.startsWith(`${heading} : `)) return part.slice(label.length + 3);
  const rest = part.slice(label.length + 1);
  return said.startsWith(`${heading} `) && !/^(?:de |d')/.test(rest) && heading !== 'décès' ? rest : part;
}

function noteForm(task: FormTask, groups: readonly (readonly Clause[])[]): string {
  const { random, script } = task;
  const discourse = new Discourse();
  const lines = groups.map((group) => {
    const parts = narrate({ ...task, terse: true }, [group], discourse).map(tidy);
    // "Enfants : enfants : Luc et Anne" says its heading twice.
    const { label } = group[0]!;
    const opening = behindHeading(label, parts[0]!);
    parts[0] = label === 'Décès' ? opening.replace(/^décès (de |du |d')/, (_match, link: string) => (link === 'du ' ? 'le ' : '')) : opening;
    const line = random.chance(0.7) ? parts.join(' ; ') : parts.map((part, i) => (i === 0 ? part : capitalise(part))).join('. ');
    return `${label} : ${line}.`.replaceAll('..', '.');
  });
  const title = !task.bare && random.chance(0.85) ? [random.pick(script.titles), ''] : [];
  const head = intro(task).map((line) => sentence(tidy(line)));
  if (task.voice === 'parole_rapportee' && script.reportHeadings.length > 0) head.push(random.pick(script.reportHeadings));
  const out = [...title, ...head, ...lines];
  const fillers = random.shuffle(script.formalAsides);
  while (countWords(out.join(' ')) < task.length[0] + 2 && fillers.length > 0) out.push(sentence(tidy(fillers.pop()!)));
  return out.join('\n');
}

const FILLERS = ['euh', 'ben', 'voilà', 'du coup', 'enfin', 'bon'];
function oralForm(task: FormTask, groups: readonly (readonly Clause[])[]): string {
  const { random } = task;
  const discourse = new Discourse();
  const body = padded(task, [...intro(task), ...voiced(task, narrate({ ...task, glue: random.pick([' et ', ', ', ' et puis ']) }, groups, discourse))], task.script.asides, 4);
  const runs: string[] = [];
  for (let i = 0; i < body.length;) {
    const size = random.int(2, 3);
    const parts = body.slice(i, i + size).map((text) => tidy(text));
    if (task.bare) {
      runs.push(`${runs.length === 0 ? `${random.pick(FILLERS)} ` : ''}${parts.join(' et ')}`);
      i += size;
      continue;
    }
    i += size;
    const run = parts
      .map((text, index) =>
        index === 0 ? text : `${random.pick(['et puis', 'et', 'alors', 'donc', 'et après'])} ${random.chance(0.3) ? `${random.pick(FILLERS)} ` : ''}${lowerStart(text)}`,
      )
      .join(' ');
    runs.push(random.chance(0.5) ? `${random.pick(FILLERS)} ${lowerStart(run)}` : run);
  }
  return runs
    .map((text) => capitalise(text.replaceAll("il n'y a pas", random.chance(0.5) ? 'y a pas' : 'il y a pas').replaceAll('il y a ', random.chance(0.5) ? 'y a ' : 'il y a ')))
    .map((text) => sentence(text))
    .join(' ');
}

function conflictForm(task: FormTask, groups: readonly (readonly Clause[])[]): string {
  const { random, script } = task;
  const discourse = new Discourse();
  const body = [...intro(task), ...voiced(task, narrate(task, groups, discourse))];
  const laments = random.shuffle(script.laments);
  const room = task.length[1] - countWords(body.join(' '));
  const count = task.bare ? 0 : room > 20 ? Math.min(3, 1 + Math.floor(body.length / 5)) : room > 8 ? 1 : 0;
  for (let i = 0; i < count; i++) body.splice(random.int(1, body.length), 0, laments[i]!);
  return padded(task, body, task.script.asides, 0)
    .map((text) => tidy(text))
    .map((text) => (laments.includes(text) ? `${capitalise(text)}${random.pick([' !', '…', ' !'])}` : sentence(text)))
    .join(' ');
}

const forms: Record<string, (task: FormTask, groups: readonly (readonly Clause[])[]) => string> = {
  question_directe: questionForm,
  mail_brouillon: mailForm,
  recit_libre: storyForm,
  note_professionnelle: noteForm,
  oral_retranscrit: oralForm,
  message_conflictuel: conflictForm,
};

export function writeForm(form: string, task: FormTask): string {
  return (forms[form] ?? storyForm)(task, orderClauses(task.script.clauses, task.random, form));
}
