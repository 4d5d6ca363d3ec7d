import type { Stratum } from '../dimensions.ts';
import { femaleFirstNames, epicene, maleFirstNames, surnames, weighed } from '../lexicon/names.ts';
import type { LeafValue } from '../payload.ts';
import { hashSeed, type Random } from '../random.ts';
import { dayBetween, dayIn, iso, yearsBetween, tellingDay, type Day } from './calendar.ts';
import { Purse } from './money.ts';
import type { Fact } from './types.ts';

export interface Person {
  readonly key: string;
  /** Path of the person's item or object (`famille.descendants.enfants.#c1`). */
  readonly path: string;
  readonly sex: 'f' | 'm';
  readonly name: string;
  readonly birth: Day;
  /** Died before the deceased. */
  readonly dead: boolean;
  readonly minor: boolean;
  readonly age: number;
}

const firstNames = {
  f: weighed(femaleFirstNames.filter((name) => !epicene.has(name))),
  m: weighed(maleFirstNames.filter((name) => !epicene.has(name))),
};
const firstSet = new Set([...maleFirstNames, ...femaleFirstNames]);
const familyNames = weighed(surnames.filter((name) => !firstSet.has(name) && !epicene.has(name)));

/** A prime, so that every step below it permutes all places. */
const PERMUTED = 1_000_003;
/** Steps that spread well at every length and against one another: the golden ratio and the fractional parts of √2 and √3. */
const SPREAD = { status: 0.6180339887, children: 0.4142135624, siblings: 0.7320508076 } as const;

/** Shared state of one story while its sections are written, in the order of their making. */
export class WorldBuilder {
  readonly random: Random;
  readonly stratum: Stratum;
  readonly topics: ReadonlySet<string>;
  readonly persona: string;
  readonly purse: Purse;
  readonly facts: Fact[] = [];
  readonly must: string[] = [];
  readonly #names = new Set<string>();
  readonly #days = new Set<string>();
  readonly #keys = new Set<string>();

  // The story so far; each section reads only what earlier ones set.
  death: Day = tellingDay;
  deceased!: Person;
  surname = '';
  marital: 'CELIBATAIRE' | 'MARIE' | 'PACSE' | 'DIVORCE' | 'VEUF' = 'CELIBATAIRE';
  link: 'CONJOINT' | 'PARTENAIRE_PACS' | 'CONCUBIN' | undefined;
  regime: string | undefined;
  partner: Person | undefined;
  unionStart: Day | undefined;
  children: (Person & { common: boolean })[] = [];
  grandchildren: (Person & { parent: Person })[] = [];
  siblings: Person[] = [];
  nephews: (Person & { parent: Person })[] = [];
  parents: Person[] = [];
  friends: Person[] = [];
  divorcePending = false;
  abroad = false;
  initials = false;

  readonly #ordinal: number;
  readonly #seed: number;

  constructor(random: Random, stratum: Stratum, seed: readonly (string | number)[]) {
    this.random = random;
    this.#seed = hashSeed(seed[0] ?? 0, 'freshness');
    this.#ordinal = Number(seed[1] ?? 0) + Number(seed[2] ?? 0) * 7919;
    this.stratum = stratum;
    this.persona = stratum['persona'] ?? 'narrateur_neutre';
    this.topics = new Set([stratum['primary_topic'], stratum['secondary_topic']].filter((topic) => typeof topic === 'string'));
    this.purse = new Purse(random.fork('purse'));
  }

  /**
   * A quantile that visits [0, 1) evenly as the ordinal grows, by a seeded permutation of the ordinals: neighbouring
   * cases differ in what this decides, without any memory of the cases before. Each purpose has its own order.
   */
  fresh(purpose: keyof typeof SPREAD): number {
    const step = Math.round(PERMUTED * SPREAD[purpose]);
    const place = (BigInt(this.#ordinal) * BigInt(step) + BigInt(hashSeed(purpose, this.#seed))) % BigInt(PERMUTED);
    return Number(place) / PERMUTED;
  }

  has(topic: string): boolean {
    return this.topics.has(topic);
  }
  is(...personas: string[]): boolean {
    return personas.includes(this.persona);
  }

  tell(
    id: string,
    leaves: readonly (readonly [string, LeafValue | undefined])[],
    options: { needs?: readonly string[]; excludes?: readonly string[]; weight?: number; must?: boolean } = {},
  ): void {
    const told = leaves.flatMap(([path, value]) => (value === undefined ? [] : [[path, value] as const]));
    if (told.length === 0 || this.#keys.has(id)) return;
    this.#keys.add(id);
    this.facts.push({ id, leaves: told, needs: options.needs ?? [], excludes: options.excludes ?? [], weight: options.weight ?? 1 });
    if (options.must) this.must.push(id);
  }
  told(id: string): boolean {
    return this.#keys.has(id);
  }

  /** Splits a thing into its core fact and details that need it, in one call. */
  thing(
    core: string,
    coreLeaves: readonly (readonly [string, LeafValue | undefined])[],
    details: Record<string, readonly (readonly [string, LeafValue | undefined])[]>,
    options: { needs?: readonly string[]; weight?: number } = {},
  ): void {
    this.tell(core, coreLeaves, options);
    for (const [name, leaves] of Object.entries(details)) this.tell(`${core}.${name}`, leaves, { needs: [core, ...(options.needs ?? [])], weight: (options.weight ?? 1) * 0.8 });
  }

  firstName(sex: 'f' | 'm'): string {
    for (;;) {
      const name = this.random.weighted(firstNames[sex]);
      if (this.#names.has(name)) continue;
      this.#names.add(name);
      return name;
    }
  }
  familyName(): string {
    for (;;) {
      const name = this.random.weighted(familyNames);
      if (this.#names.has(name)) continue;
      this.#names.add(name);
      return name;
    }
  }

  /** A full name, or the first name alone as people say it of their own. */
  person(path: string, options: { sex?: 'f' | 'm'; birth: Day; surname?: string; dead?: boolean; firstOnly?: boolean }): Person {
    const sex = options.sex ?? (this.random.chance(0.5) ? 'f' : 'm');
    const first = this.firstName(sex);
    const name = options.firstOnly ? first : `${first} ${options.surname ?? this.familyName()}`;
    const age = yearsBetween(options.birth, this.death);
    return { key: path.slice(path.lastIndexOf('.') + 1), path, sex, name, birth: options.birth, dead: options.dead ?? false, minor: age < 18, age };
  }

  /**
   * A date as this stratum tells dates: a full day, a reduced one, or nothing. Days of one story differ, so that each
   * date says one thing.
   */
  date(day: Day, old = false): string | undefined {
    const precision = this.stratum['date_precision'] ?? 'exacte';
    if (precision === 'aucune') return undefined;
    const full = iso(day);
    const year = full.slice(0, 4);
    const month = full.slice(0, 7);
    const wanted = precision === 'approx' ? (this.random.chance(0.55) ? [month, year] : [year, month]) : old && this.random.chance(0.25) ? [year, full] : [full];
    for (const text of wanted) {
      if (this.#days.has(text)) continue;
      this.#days.add(text);
      // A year once told would make another fact's year ambiguous.
      this.#days.add(text.slice(0, 4));
      return text;
    }
    return undefined;
  }

  between(from: Day, to: Day): Day {
    return dayBetween(this.random, from, to);
  }
  yearsBefore(day: Day, years: number): Day {
    return dayIn(this.random, day.year - years);
  }

  /** The leaves that every person can have, as details of the fact `id`. */
  personDetails(person: Person, id: string, options: { heir: boolean; weight?: number; without?: readonly string[] }): void {
    const at = (key: string): string => `${person.path}.${key}`;
    const can = (key: string): boolean => !options.without?.includes(key);
    const weight = options.weight ?? 0.25;
    const needs = [id];
    const random = this.random;
    if (!person.dead) {
      if (!can('date_naissance') || random.chance(0.7)) this.tell(`${id}.age`, [[at('age_au_deces'), person.age > 0 ? person.age : undefined]], { needs, weight });
      else this.tell(`${id}.birth`, [[at('date_naissance'), this.date(person.birth, true)]], { needs, weight: weight * 0.7 });
      if (person.minor && can('est_mineur')) this.tell(`${id}.minor`, [[at('est_mineur'), true]], { needs, weight: weight * 2 });
      else if (person.age < 30 && can('est_mineur')) this.tell(`${id}.major`, [[at('est_mineur'), false]], { needs, weight: weight * 0.6 });
      if (can('est_handicape') && random.chance(0.06)) this.tell(`${id}.handicap`, [[at('est_handicape'), true]], { needs, weight });
    }
    if (person.dead) this.tell(`${id}.dead`, [[at('est_decede'), true]], { needs, weight: weight * 12 });
    else if (random.chance(0.05)) this.tell(`${id}.alive`, [[at('est_decede'), false]], { needs, weight });
    if (options.heir && !person.dead) {
      const option = random.weighted([
        ['ACCEPTE', 5],
        ['RENONCE', 1.2],
        ['N_A_PAS_OPTE', 1.5],
        ['ACCEPTE_A_CONCURRENCE_ACTIF_NET', 0.8],
      ] as const);
      this.tell(`${id}.option`, [[at('option_successorale'), option]], { needs, weight: weight * 0.8 });
    }
  }

  /** Nationality and residence, for people whose life is abroad. */
  foreignDetails(person: Person, id: string, country: { name: string; adjective: string }, weight = 0.3): void {
    const at = (key: string): string => `${person.path}.${key}`;
    this.tell(`${id}.nationality`, [[at('nationalite'), country.adjective]], { needs: [id], weight });
    if (this.random.chance(0.6)) this.tell(`${id}.residence`, [[at('residence_habituelle'), country.name]], { needs: [id], weight });
    else this.tell(`${id}.fiscal`, [[at('residence_fiscale'), country.name]], { needs: [id], weight: weight * 0.7 });
  }
}
