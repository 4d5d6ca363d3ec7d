import { readFileSync } from 'node:fs';
import { builtinSchemaFile, checkAlignment, checkSchema, leavesOf, loadPack, setAt, validatePayload, violationsOf, type Hints, type Pack, type Stratum } from '@case-swarm/schema';
import { beforeAll, expect, test } from 'vitest';
import { planRows } from '../plan/sequence.ts';
import { buildTarget } from './build.ts';

let pack: Pack;
let strata: Stratum[];
beforeAll(async () => {
  pack = await loadPack();
  strata = planRows(pack.profile, 7, 1500);
});

test('every target passes schema, rules and alignment, and agrees with its stratum', () => {
  const rejected: string[] = [];
  strata.forEach((stratum, ordinal) => {
    const target = buildTarget(pack, stratum, { seed: 7, ordinal, draw: 0 });
    rejected.push(...target.rejectedDraws.map((draw) => draw.reason));
    expect(validatePayload(pack.master, target.payload)).toEqual([]);
    expect(violationsOf(pack.rules, target.payload)).toEqual([]);
    const kinds = leavesOf(target.payload).map((leaf) => pack.master.leaves.get(leaf.pattern)!.kind);
    const amounts = kinds.filter((kind) => kind === 'amount' || kind === 'monthly-amount').length;
    const dates = kinds.filter((kind) => kind === 'date').length;
    if (stratum['numeric_density'] === 'sans_montant') expect(amounts).toBe(0);
    if (stratum['numeric_density'] === 'un_montant') expect(amounts).toBe(1);
    if (stratum['numeric_density'] === 'montants_et_dates') expect(Math.min(amounts, dates)).toBeGreaterThanOrEqual(2);
    if (stratum['date_precision'] === 'aucune') expect(dates).toBe(0);
    if (stratum['complexity'] !== 'hard_negative' && stratum['numeric_density'] !== 'sans_montant') {
      for (const name of [stratum['primary_topic'], stratum['secondary_topic']]) if (name) expect(checkAlignment(name, pack.topics[name]!, target.payload, new Set())).toEqual([]);
    }
    // Who gave in 2021 did not die in 2019: either version may be true.
    for (const value of target.hints.contested?.values ?? []) {
      const version = structuredClone(target.payload);
      setAt(version, target.hints.contested!.path, value);
      expect(violationsOf(pack.rules, version)).toEqual([]);
    }
    for (const year of contestedYears(target.hints)) {
      const told = leavesOf(target.payload).filter((leaf) => typeof leaf.value === 'string' && leaf.value.startsWith(year));
      expect(told.every((leaf) => leaf.path === target.hints.contested!.path)).toBe(true);
    }
    if (stratum['hard_negative_mode'] === 'pas_de_deces_clair')
      expect(leavesOf(target.payload).some((leaf) => /date_deces|lieu_deces|age_au_deces|option_successorale/.test(leaf.path))).toBe(false);
  });
  expect(rejected.length).toBeLessThan(5);
});

/** The year that was made up for a date told in two ways: no other date may have it, or one would prove the other. */
const contestedYears = ({ contested }: Hints): string[] => {
  const years = (contested?.values ?? []).flatMap((value) => (typeof value === 'string' ? [Number(value.slice(0, 4))] : []));
  return years.length === 2 ? [String(Math.min(...years))] : [];
};

test('a target depends on its key alone', () => {
  const late = buildTarget(pack, strata[40]!, { seed: 7, ordinal: 40, draw: 0 });
  buildTarget(pack, strata[3]!, { seed: 7, ordinal: 3, draw: 0 });
  expect(buildTarget(pack, strata[40]!, { seed: 7, ordinal: 40, draw: 0 }).toon).toBe(late.toon);
  expect(buildTarget(pack, strata[40]!, { seed: 7, ordinal: 40, draw: 1 }).toon).not.toBe(late.toon);
});

test("an owner's schema in place of ours: leaves it lacks are never told, others go on", async () => {
  const own = JSON.parse(readFileSync(builtinSchemaFile, 'utf8')) as {
    famille: { defunt: Record<string, unknown> };
    patrimoine: Record<string, unknown>;
    indivision: Record<string, unknown>;
  };
  delete own.famille.defunt['profession'];
  delete own.patrimoine['recompenses'];
  own.indivision['animal_de_compagnie'] = { description: "Nom de l'animal", type: 'string' };
  const { schema } = checkSchema(new TextEncoder().encode(JSON.stringify(own)));
  const swapped: Pack = { ...pack, master: schema! };
  strata.slice(0, 200).forEach((stratum, ordinal) => {
    const target = buildTarget(swapped, stratum, { seed: 7, ordinal, draw: 0 });
    expect(validatePayload(swapped.master, target.payload)).toEqual([]);
  });
});
