import {
  checkAlignment,
  createRandom,
  encodeToon,
  inBlocks,
  isMoney,
  ownerOf,
  remembered,
  setAt,
  validatePayload,
  violationsOf,
  type Fact,
  type HardNegative,
  type Hints,
  type LeafKind,
  type LeafValue,
  type Pack,
  type Payload,
  type Random,
  type Stratum,
  type World,
} from '@case-swarm/schema';
import { boundsOf, courtExtra, type Bounds } from './bounds.ts';
import { contradict, chooseMatter, isForbidden, omit } from './hard-negative.ts';

export interface Target {
  readonly payload: Payload;
  readonly toon: string;
  readonly hints: Hints;
  /** Draws that broke a check before this one; each is a bug of the world or the builder. */
  readonly rejectedDraws: readonly { readonly draw: number; readonly reason: string }[];
}

export interface TargetKey {
  readonly seed: number;
  readonly ordinal: number;
  /** 0 for the first target of a slot; a slot whose target was refused three times asks for the next. */
  readonly draw: number;
}

const MOST_TRIES = 120;
/** What a stratum requires wins over its length: after many tries the upper ends give way. */
const relaxation = (attempt: number): number => (attempt < 5 ? 0 : attempt < 40 ? 4 : 10);

/**
 * The target of a slot: a function of (seed, ordinal, draw) and the stratum alone.
 * Every draw is proven against schema, sparse rule, integrity rules and topic alignment before it is given out.
 */
export function buildTarget(pack: Pack, stratum: Stratum, key: TargetKey): Target {
  const rejectedDraws: { draw: number; reason: string }[] = [];
  for (let attempt = 0; attempt < MOST_TRIES; attempt++) {
    const draw = key.draw * MOST_TRIES + attempt;
    const drawn = drawTarget(pack, stratum, [key.seed, key.ordinal, draw], relaxation(attempt));
    if ('infeasible' in drawn || hasImpossibleVersion(pack, drawn)) continue;
    const reason = firstFault(pack, stratum, drawn);
    if (reason !== undefined) {
      rejectedDraws.push({ draw, reason });
      continue;
    }
    return { payload: drawn.payload, toon: encodeToon(drawn.payload), hints: drawn.hints, rejectedDraws };
  }
  throw new Error(
    `no target for ordinal ${key.ordinal} in ${MOST_TRIES} draws (seed ${key.seed}); last fault: ${rejectedDraws.at(-1)?.reason ?? 'the stratum leaves no combination of facts'}`,
  );
}

interface Drawn {
  readonly payload: Payload;
  readonly hints: Hints;
  readonly waived: ReadonlySet<string>;
}

function firstFault(pack: Pack, stratum: Stratum, { payload, waived }: Drawn): string | undefined {
  const schema = validatePayload(pack.master, payload)[0];
  if (schema) return `schema: ${schema.path}: ${schema.message}`;
  const broken = violationsOf(pack.rules, payload)[0];
  if (broken) return `${broken.rule}: ${broken.path}: ${broken.message}`;
  for (const name of topicsOf(stratum)) {
    const topic = pack.topics[name];
    const finding = topic && checkAlignment(name, topic, payload, waived)[0];
    if (finding) return `alignment: ${finding.topic}: ${finding.message}`;
  }
  return undefined;
}

/** Either version of a contested fact can be true: who gave in 2021 did not die in 2019. */
const hasImpossibleVersion = (pack: Pack, { payload, hints: { contested } }: Drawn): boolean =>
  contested?.values.some((value) => {
    const version = structuredClone(payload);
    setAt(version, contested.path, value);
    return violationsOf(pack.rules, version).length > 0;
  }) === true;

/** One figure more than the stratum asks, since the contested one leaves the target. */
function makeRoomForDoubt(selection: Selection, stratum: Stratum, bounds: Bounds): boolean {
  const density = stratum['numeric_density'];
  if (stratum['date_precision'] !== 'aucune' && selection.fillKind('date', bounds.dates[0] + 1)) return true;
  if ((density === 'plusieurs_montants' || density === 'montants_et_dates') && selection.fillKind('amount', bounds.amounts[0] + 1)) return true;
  return selection.fillKind('age', 1);
}

const topicsOf = (stratum: Stratum): string[] => [stratum['primary_topic'], stratum['secondary_topic']].filter((topic): topic is string => typeof topic === 'string');

function drawTarget(pack: Pack, stratum: Stratum, seed: readonly number[], relaxed: number): Drawn | { infeasible: true } {
  const random = createRandom(...seed, 'target');
  const mode = stratum['hard_negative_mode'];
  const trap = mode ? pack.hardNegatives[mode] : undefined;
  const world = pack.makeWorld(seed, stratum);
  const bounds = boundsOf(stratum, relaxed);
  const selection = new Selection(pack, world, bounds, trap, random);
  for (const id of world.must) if (!selection.add(id)) return { infeasible: true };
  const waived = new Set<string>();
  for (const name of topicsOf(stratum)) {
    const topic = pack.topics[name];
    if (!topic) continue;
    for (const entry of topic.required) {
      const alternatives = entry.filter((pattern) => pack.master.leaves.has(pattern));
      if (alternatives.length === 0) {
        for (const pattern of entry) waived.add(pattern);
        continue;
      }
      if (bounds.amounts[1] === 0 && alternatives.every((pattern) => isAmount(pack, pattern))) {
        for (const pattern of alternatives) waived.add(pattern);
        continue;
      }
      if (trap?.kind === 'unclear' && alternatives.every((pattern) => isForbidden(trap, pattern))) {
        for (const pattern of alternatives) waived.add(pattern);
        continue;
      }
      if (!selection.require(alternatives)) return { infeasible: true };
    }
  }
  const required = selection.leafCount;
  if (!selection.fillKind('date', bounds.dates[0]) || !selection.fillKind('amount', bounds.amounts[0])) return { infeasible: true };
  if (trap?.kind === 'contradict' && !makeRoomForDoubt(selection, stratum, bounds)) return { infeasible: true };
  const [least, most] = bounds.leaves;
  const wanted = stratum['length_band'] === 'court' ? Math.min(most, required + random.int(0, courtExtra)) : random.int(least, most);
  const primary = pack.topics[stratum['primary_topic'] ?? ''];
  // What is left out must leave something of its topic behind.
  if (trap?.kind === 'omit' && primary) selection.fill(Math.min(most, selection.leafCount + 3), (pattern) => (inBlocks(primary, pattern) ? 100 : 0.1));
  const only = stratum['complexity'] === 'simple' ? topicsOf(stratum).flatMap((name) => pack.topics[name] ?? []) : undefined;
  selection.fill(Math.max(least, wanted), (pattern) => (primary && inBlocks(primary, pattern) ? 3 : only?.some((topic) => inBlocks(topic, pattern)) === false ? 0.5 : 1));
  if (selection.leafCount < least && stratum['length_band'] !== 'court') return { infeasible: true };
  if (selection.leafCount > most) return { infeasible: true };
  return finish(pack, stratum, selection, trap, waived, bounds, random);
}

function finish(
  pack: Pack,
  stratum: Stratum,
  selection: Selection,
  trap: HardNegative | undefined,
  waived: Set<string>,
  bounds: Bounds,
  random: Random,
): Drawn | { infeasible: true } {
  let leaves: readonly (readonly [string, LeafValue])[] = selection.leaves();
  const mode = stratum['hard_negative_mode'];
  let hints: Hints = mode ? { mode, ...(stratum['hard_negative_intensity'] ? { intensity: stratum['hard_negative_intensity'] } : {}) } : {};
  if (trap?.kind === 'unclear') hints = { ...hints, unclear: { label: trap.label } };
  if (trap?.kind === 'omit') {
    const omission = omit(pack, stratum, selection, trap.most, random);
    if (!omission) return { infeasible: true };
    leaves = omission.leaves;
    for (const pattern of omission.patterns) waived.add(pattern);
    hints = { ...hints, omitted: omission.patterns.map((pattern) => ({ pattern, label: pack.lexicon.leaves.get(pattern)?.label ?? pattern })) };
  }
  if (trap?.kind === 'contradict') {
    const contested = contradict(pack, stratum, leaves, random);
    if (!contested) return { infeasible: true };
    leaves = leaves.filter(([path]) => path !== contested.path);
    hints = { ...hints, contested: contested.hint };
  }
  if (trap?.kind === 'off-scope') hints = { ...hints, neighbour: chooseMatter(trap, random) };
  if (!meetsDensity(pack, leaves, bounds)) return { infeasible: true };
  const { payload, renamed } = assemble(pack, leaves);
  if (hints.contested) hints = { ...hints, contested: { ...hints.contested, path: renamed(hints.contested.path) } };
  return { payload, hints, waived };
}

/** What a hard negative takes away must leave as many figures as the stratum asks for. */
function meetsDensity(pack: Pack, leaves: readonly (readonly [string, LeafValue])[], bounds: Bounds): boolean {
  const kinds = leaves.map(([path]) => pack.master.leaves.get(starPattern(path))?.kind ?? 'text');
  return kinds.filter(isMoney).length >= bounds.amounts[0] && kinds.filter((kind) => kind === 'date').length >= bounds.dates[0];
}

/** Whether the schema in use can hold a leaf; an owner's schema may lack some that the world knows. */
function fits(pack: Pack, pattern: string, value: LeafValue): boolean {
  const spec = pack.master.leaves.get(pattern);
  return spec !== undefined && typeof value === spec.type && (spec.codes === undefined || spec.codes.includes(String(value)));
}

const isAmount = (pack: Pack, pattern: string): boolean => isMoney(pack.master.leaves.get(pattern)?.kind ?? 'text');

const orders = new WeakMap<Pack, ReadonlyMap<string, number>>();
/** Places of the schema's patterns. */
function orderOf(pack: Pack): ReadonlyMap<string, number> {
  let order = orders.get(pack);
  if (!order) orders.set(pack, (order = new Map([...pack.master.leaves.keys()].map((pattern, index) => [pattern, index]))));
  return order;
}

/** Numbers the list items and sets the leaves in the schema's order. */
export function assemble(pack: Pack, leaves: readonly (readonly [string, LeafValue])[]): { payload: Payload; renamed: (path: string) => string } {
  const order = orderOf(pack);
  const numbers = new Map<string, number>();
  const next = new Map<string, number>();
  const renamed = (path: string): string => {
    let out = '';
    for (const part of path.split('.')) {
      if (!part.startsWith('#')) {
        out = out === '' ? part : `${out}.${part}`;
        continue;
      }
      const item = `${out}.${part}`;
      if (!numbers.has(item)) {
        numbers.set(item, next.get(out) ?? 0);
        next.set(out, (next.get(out) ?? 0) + 1);
      }
      out = `${out}.${numbers.get(item)}`;
    }
    return out;
  };
  const numbered = leaves.map(([path, value]) => {
    const own = renamed(path);
    return { path: own, value, place: order.get(starPattern(path)) ?? Infinity, owner: ownerOf(own) };
  });
  const payload: Payload = {};
  for (const { path, value } of numbered.toSorted((a, b) => (a.place === b.place ? (a.owner < b.owner ? -1 : 1) : a.place - b.place))) setAt(payload, path, value);
  return { payload, renamed };
}

/** The pattern of a world's path ("famille.descendants.enfants.#luc.nom"). Worlds name their items from the same few lists. */
const starPattern = remembered((path) => path.replace(/#[^.]+/g, '*'), 50_000);

/** The facts chosen so far, kept inside the stratum's bounds with all that they need. */
export class Selection {
  readonly pack: Pack;
  readonly #facts: ReadonlyMap<string, Fact>;
  readonly #world: World;
  readonly #bounds: Bounds;
  readonly #trap: HardNegative | undefined;
  readonly #random: Random;
  readonly chosen = new Set<string>();
  readonly #told = new Set<string>();
  leafCount = 0;
  #amounts = 0;
  #dates = 0;
  #people = 0;

  constructor(pack: Pack, world: World, bounds: Bounds, trap: HardNegative | undefined, random: Random) {
    this.pack = pack;
    this.#world = world;
    this.#facts = new Map(world.facts.map((fact) => [fact.id, fact]));
    this.#bounds = bounds;
    this.#trap = trap;
    this.#random = random;
  }

  #kind(path: string): LeafKind {
    return this.pack.master.leaves.get(starPattern(path))?.kind ?? 'text';
  }
  #counts(facts: readonly Fact[]): { leaves: number; amounts: number; dates: number; people: number } {
    const fresh = facts.flatMap((fact) => fact.leaves).filter(([path]) => !this.#told.has(path));
    return {
      leaves: fresh.length,
      amounts: fresh.filter(([path]) => isMoney(this.#kind(path))).length,
      dates: fresh.filter(([path]) => this.#kind(path) === 'date').length,
      people: fresh.filter(([path]) => /(^|\.)nom$/.test(path) && path.startsWith('famille')).length,
    };
  }

  /** The fact and all that it needs and that is not chosen yet; undefined where something is missing, forbidden or excluded. */
  #closure(id: string, into = new Map<string, Fact>()): Map<string, Fact> | undefined {
    if (this.chosen.has(id) || into.has(id)) return into;
    const fact = this.#facts.get(id);
    if (!fact) return undefined;
    const trap = this.#trap;
    if (trap?.kind === 'unclear' && fact.leaves.some(([path, value]) => isForbidden(trap, starPattern(path), value))) return undefined;
    if (!fact.leaves.every(([path, value]) => fits(this.pack, starPattern(path), value))) return undefined;
    into.set(id, fact);
    for (const need of fact.needs) if (!this.#closure(need, into)) return undefined;
    return into;
  }

  add(id: string): boolean {
    if (this.chosen.has(id)) return true;
    const closure = this.#closure(id);
    if (!closure) return false;
    const facts = [...closure.values()];
    const all = [...this.chosen, ...closure.keys()];
    const excluded = (fact: Fact): boolean => fact.excludes.some((prefix) => all.some((other) => other !== fact.id && other.startsWith(prefix)));
    if ([...this.chosen].some((other) => excluded(this.#facts.get(other)!)) || facts.some(excluded)) return false;
    const counts = this.#counts(facts);
    if (this.leafCount + counts.leaves > this.#bounds.leaves[1] || this.#amounts + counts.amounts > this.#bounds.amounts[1]) return false;
    if (this.#dates + counts.dates > this.#bounds.dates[1] || this.#people + counts.people > this.#bounds.people) return false;
    for (const [key, fact] of closure) {
      this.chosen.add(key);
      for (const [path] of fact.leaves) this.#told.add(path);
    }
    this.leafCount += counts.leaves;
    this.#amounts += counts.amounts;
    this.#dates += counts.dates;
    this.#people += counts.people;
    return true;
  }

  /** Adds a fact that holds one of these patterns, unless one does already. */
  require(alternatives: readonly string[]): boolean {
    const holds = (fact: Fact): boolean => fact.leaves.some(([path]) => alternatives.includes(starPattern(path)));
    if ([...this.chosen].some((id) => holds(this.#facts.get(id)!))) return true;
    const candidates = this.#world.facts.filter(holds);
    while (candidates.length > 0) {
      const fact = this.#random.weighted(candidates.map((item) => [item, Math.max(item.weight, 0.01)] as const));
      if (this.add(fact.id)) return true;
      candidates.splice(candidates.indexOf(fact), 1);
    }
    return false;
  }

  /** Adds facts with amounts or dates until there are enough. */
  fillKind(kind: 'amount' | 'date' | 'age', least: number): boolean {
    const has = (fact: Fact): boolean => fact.leaves.some(([path]) => (kind === 'amount' ? isMoney(this.#kind(path)) : this.#kind(path) === kind));
    const candidates = this.#world.facts.filter((fact) => !this.chosen.has(fact.id) && has(fact) && fact.weight > 0);
    const now = (): number => (kind === 'date' ? this.#dates : kind === 'amount' ? this.#amounts : [...this.chosen].filter((id) => has(this.#facts.get(id)!)).length);
    while (now() < least && candidates.length > 0) {
      // What belongs to facts already chosen comes first: it explains them and brings nobody new.
      const fact = this.#random.weighted(candidates.map((item) => [item, item.weight * (item.needs.every((need) => this.chosen.has(need)) ? 6 : 1)] as const));
      this.add(fact.id);
      candidates.splice(candidates.indexOf(fact), 1);
    }
    return now() >= least;
  }

  /** Adds facts by weight, near what is told already, until there are `wanted` leaves. */
  fill(wanted: number, interest: (pattern: string) => number): void {
    const candidates = this.#world.facts.filter((fact) => !this.chosen.has(fact.id) && fact.weight > 0);
    const weights = new Map(candidates.map((fact) => [fact, fact.weight * interest(starPattern(fact.leaves[0]![0]))]));
    const weightOf = (fact: Fact): number => weights.get(fact)! * (fact.needs.every((need) => this.chosen.has(need)) ? 2.5 : 1);
    while (this.leafCount < wanted && candidates.length > 0) {
      const fact = this.#random.weighted(candidates.map((item) => [item, weightOf(item)] as const));
      candidates.splice(candidates.indexOf(fact), 1);
      this.add(fact.id);
    }
  }

  /** Chosen leaves in the story's order; a leaf that two facts share stands once. */
  leaves(without: ReadonlySet<string> = new Set()): (readonly [string, LeafValue])[] {
    const seen = new Map<string, LeafValue>();
    for (const fact of this.#world.facts) {
      if (!this.chosen.has(fact.id) || without.has(fact.id)) continue;
      for (const [path, value] of fact.leaves) if (!seen.has(path)) seen.set(path, value);
    }
    return [...seen];
  }

  /** A fact and all chosen facts that need it. */
  dependents(id: string): Set<string> {
    const found = new Set([id]);
    for (let grown = true; grown;) {
      grown = false;
      for (const other of this.chosen) {
        if (found.has(other) || !this.#facts.get(other)!.needs.some((need) => found.has(need))) continue;
        found.add(other);
        grown = true;
      }
    }
    return found;
  }

  leavesOf(id: string): Fact['leaves'] {
    return this.#facts.get(id)?.leaves ?? [];
  }
  factsHolding(pattern: string): Fact[] {
    return [...this.chosen].map((id) => this.#facts.get(id)!).filter((fact) => fact.leaves.some(([path]) => starPattern(path) === pattern));
  }
  isMust(id: string): boolean {
    return this.#world.must.includes(id);
  }
}
