import { inBlocks, isMoney, patternOf, supportedBy, type Fact, type HardNegative, type Hints, type LeafValue, type Pack, type Random, type Stratum } from '@case-swarm/schema';
import type { Selection } from './build.ts';

type Leaves = readonly (readonly [string, LeafValue])[];
type Unclear = Extract<HardNegative, { kind: 'unclear' }>;

const star = (path: string): string => patternOf(path.replace(/#[^.]+/g, '*'));

/** Whether an unclear matter forbids a pattern: the whole path, a block above it, a key anywhere in it, or a value of it (`path=CODE`). */
export function isForbidden(trap: Unclear, pattern: string, value?: LeafValue): boolean {
  return trap.forbidden.some((entry) => entry === `${pattern}=${String(value)}` || pattern === entry || pattern.startsWith(`${entry}.`) || `.${pattern}.`.includes(`.${entry}.`));
}

/**
 * Leaves out one to `most` required leaves of the primary topic. A whole person goes with what was told of them; of a
 * thing only the leaf goes, since "une dette de 5 000 €" is still understood.
 */
export function omit(pack: Pack, stratum: Stratum, selection: Selection, most: number, random: Random): { leaves: Leaves; patterns: string[] } | undefined {
  const topic = pack.topics[stratum['primary_topic'] ?? ''];
  if (!topic) return undefined;
  const goneFacts = new Set<string>();
  const gonePatterns = new Set<string>();
  const patterns: string[] = [];
  const wanted = random.int(1, most);
  for (const alternatives of random.shuffle(topic.required)) {
    if (patterns.length >= wanted) break;
    const told = alternatives.filter((pattern) => selection.factsHolding(pattern).length > 0);
    const trial = { facts: new Set(goneFacts), patterns: new Set(gonePatterns) };
    const possible = told.every((pattern) => {
      const holders = selection.factsHolding(pattern);
      const rest = identifiesThing(pack, pattern) ? allButOne(selection, holders, trial.facts) : [];
      if (!rest) return false;
      for (const id of rest) trial.facts.add(id);
      const spec = pack.lexicon.entities.find((entity) => pattern.startsWith(`${entity.owner}.`) && entity.kind === 'person' && entity.owner.includes('*'));
      const identifies = spec !== undefined && spec.identifiers.some((key) => pattern === `${spec.owner}.${key}`);
      return holders.every((fact) => {
        // "une dette de 5 000 €" is understood without its sort, as long as something of it is told.
        const thing = identifiesThing(pack, pattern);
        const alone = (fact.leaves.length === 1 && !thing) || identifies;
        // What the persona implies stays true of the story; only the leaf goes unsaid.
        if (!alone || (!identifies && selection.isMust(fact.id))) {
          trial.patterns.add(pattern);
          return true;
        }
        const dependents = selection.dependents(fact.id);
        if (selection.isMust(fact.id)) {
          // The teller goes unnamed: the name leaves the target wherever it stands, the teller's own details stay.
          const name = fact.leaves.find(([path]) => star(path) === pattern)?.[1];
          const naming = [...dependents].filter((id) => id !== fact.id && selection.leavesOf(id).some(([, value]) => value === name));
          for (const id of naming.filter((other) => selection.isMust(other)))
            for (const [path, value] of selection.leavesOf(id)) if (value === name) trial.patterns.add(star(path));
          for (const id of naming.filter((other) => !selection.isMust(other))) for (const gone of selection.dependents(id)) trial.facts.add(gone);
          trial.patterns.add(pattern);
          return true;
        }
        if ([...dependents].some((id) => selection.isMust(id))) return false;
        for (const id of dependents) trial.facts.add(id);
        return true;
      });
    });
    const left = selection.leaves(trial.facts).filter(([path]) => !trial.patterns.has(star(path)));
    // Another leaf may still entail what was left out (legacies entail a will); then this entry stays.
    const stillSaid = left.some(([path]) => alternatives.some((pattern) => pattern.endsWith('.existe') && star(path).startsWith(pattern.slice(0, -'existe'.length))));
    const topicLeft = left.some(([path]) => inBlocks(topic, star(path)));
    if (told.length === 0 || !possible || !topicLeft || stillSaid || left.length < 3 || !holdsTeller(pack, stratum, left)) continue;
    for (const id of trial.facts) goneFacts.add(id);
    for (const pattern of trial.patterns) gonePatterns.add(pattern);
    patterns.push(told[0]!);
  }
  if (patterns.length === 0) return undefined;
  const leaves = selection.leaves(goneFacts).filter(([path]) => !gonePatterns.has(star(path)));
  // What went with it counts as left out too, and the second topic must keep its own, or say what it lost.
  const told = new Set(leaves.map(([path]) => star(path)));
  const unmet = (entry: readonly string[]): boolean => !entry.some((pattern) => told.has(pattern)) && entry.some((pattern) => selection.factsHolding(pattern).length > 0);
  const other = pack.topics[stratum['secondary_topic'] ?? ''];
  if ([topic, ...(other ? [other] : [])].some((item) => !leaves.some(([path]) => inBlocks(item, star(path)) || item.required.some((entry) => entry.includes(star(path))))))
    return undefined;
  const missing = topic.required.filter(unmet);
  const second = pack.topics[stratum['secondary_topic'] ?? '']?.required.filter(unmet) ?? [];
  const omitted = missing.map((entry) => entry.find((pattern) => selection.factsHolding(pattern).length > 0)!);
  // What the second topic loses with it is left out as well, and said so.
  for (const entry of second) if (!entry.some((pattern) => omitted.includes(pattern))) omitted.push(entry.find((pattern) => selection.factsHolding(pattern).length > 0)!);
  if (omitted.length > most) return undefined;
  return { leaves, patterns: omitted };
}

/** Whether what is left still has the one who tells ("un enfant" whose name and union both go is no child of the target). */
function holdsTeller(pack: Pack, stratum: Stratum, left: Leaves): boolean {
  const needs = pack.lexicon.kinship?.holds[stratum['persona'] ?? ''];
  return !needs || needs.some((support) => left.some(([path, value]) => supportedBy(support, star(path), value)));
}

function identifiesThing(pack: Pack, pattern: string): boolean {
  return pack.lexicon.entities.some((entity) => entity.kind === 'thing' && entity.owner.includes('*') && entity.identifiers.some((key) => pattern === `${entity.owner}.${key}`));
}

/**
 * Of two things in a list nobody could say which is meant once their sort is left out ("un bien … un bien … le bien"):
 * one stays, the one that most is told of.
 * @returns what goes with the others; undefined where the persona needs one of them
 */
function allButOne(selection: Selection, holders: readonly Fact[], gone: ReadonlySet<string>): string[] | undefined {
  const told = holders.filter((fact) => !gone.has(fact.id)).map((fact) => ({ fact, all: [...selection.dependents(fact.id)] }));
  const kept = told.toSorted((a, b) => b.all.length - a.all.length)[0];
  const others = told.filter((item) => item !== kept).flatMap((item) => item.all.filter((id) => !kept?.all.includes(id)));
  return others.some((id) => selection.isMust(id)) ? undefined : others;
}

/** Picks a leaf to be told in two ways; amounts and dates only where the stratum has room for such figures. */
export function contradict(pack: Pack, stratum: Stratum, leaves: Leaves, random: Random): { path: string; hint: NonNullable<Hints['contested']> } | undefined {
  const required = new Set([stratum['primary_topic'], stratum['secondary_topic']].flatMap((name) => pack.topics[name ?? '']?.required.flat() ?? []));
  const density = stratum['numeric_density'];
  const moneyFits = density === 'plusieurs_montants' || density === 'montants_et_dates';
  const datesFit = stratum['date_precision'] !== 'aucune';
  const amounts = leaves.filter(([path]) => isMoney(pack.master.leaves.get(star(path))?.kind ?? 'text')).length;
  const dates = leaves.filter(([path]) => pack.master.leaves.get(star(path))?.kind === 'date').length;
  const candidates = leaves.filter(([path]) => {
    const kind = pack.master.leaves.get(star(path))?.kind;
    if (required.has(star(path)) || path.includes('nombre_') || path.includes('acquisition.origine')) return false;
    if (kind === 'amount') return moneyFits && amounts > 2;
    if (kind === 'date') return datesFit && dates > (density === 'montants_et_dates' ? 2 : 1);
    return kind === 'age' || kind === 'years' || kind === 'duration';
  });
  const dependable = candidates.filter(([path]) => !path.endsWith('anciennete_au_deces.valeur'));
  if (dependable.length === 0) return undefined;
  const [path, value] = random.pick(dependable);
  const other = alter(value, leaves, random);
  const label = `${pack.lexicon.leaves.get(star(path))?.label ?? star(path)}${ownerLabel(pack, leaves, path)}`;
  const values = random.chance(0.5) ? ([value, other] as const) : ([other, value] as const);
  return { path, hint: { path, label, values } };
}

/** " (maison, Lyon)" or " (Luc)": which item a label is about. */
function ownerLabel(pack: Pack, leaves: Leaves, path: string): string {
  const entity = pack.lexicon.entities.find((item) => item.owner.includes('*') && star(path).startsWith(`${item.owner}.`));
  if (!entity) return '';
  const depth = entity.owner.split('.').length;
  const owner = path.split('.').slice(0, depth).join('.');
  const words = entity.identifiers.flatMap((key) => {
    const leaf = leaves.find(([other]) => other === `${owner}.${key}`);
    if (!leaf) return [];
    const forms = pack.lexicon.leaves.get(star(leaf[0]))?.codes?.[String(leaf[1])];
    return [forms ? forms[0]! : String(leaf[1])];
  });
  return words.length > 0 ? ` (${words.slice(0, 2).join(', ')})` : '';
}

/** A value of the same kind that a person could have meant instead; a year that stands elsewhere would be taken for that one's. */
function alter(value: LeafValue, leaves: Leaves, random: Random): LeafValue {
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'number') {
    if (value > 1000) return Math.max(100, Math.round((value * random.pick([0.7, 0.8, 1.25, 1.4])) / 100) * 100);
    return value + random.pick([-3, -2, 2, 3, 4]) > 0 ? value + random.pick([2, 3, 4]) : value + 3;
  }
  const told = new Set(leaves.map(([, other]) => String(other).slice(0, 4)));
  let year = Number(value.slice(0, 4)) - random.int(1, 3);
  while (told.has(String(year))) year--;
  return `${year}${value.slice(4) === '-02-29' ? '-02-28' : value.slice(4)}`;
}

export function chooseMatter(trap: Extract<HardNegative, { kind: 'off-scope' }>, random: Random): NonNullable<Hints['neighbour']> {
  const matter = random.pick(trap.matters);
  return { id: matter.id, label: matter.label };
}
