import { z } from 'zod';
import { UserError } from './errors.ts';

/** The ten axes and the two conditional ones, in the order in which a stratum is printed. */
export type Level = string | null;
export type Stratum = Readonly<Record<string, Level>>;

const sharesSchema = z.record(z.string(), z.number().positive().max(1));

/** A pack's `dimensions.json`: axes with shares, which axes are conditional, and which levels exclude one another. */
export const profileSchema = z.object({
  profile: z.string().min(1),
  target_total_cases: z.number().int().positive(),
  axes: z.record(z.string(), z.record(z.string(), z.unknown())),
  conditional: z.record(z.string(), z.record(z.string(), z.array(z.string()))).default({}),
  excluded: z.array(z.record(z.string(), z.array(z.string().nullable()))).default([]),
});
type RawProfile = z.infer<typeof profileSchema>;

/** A secondary axis draws from another axis' levels, without the row's own level there, or null with a share that depends on a third axis. */
export interface DerivedAxis {
  readonly of: string;
  readonly noneAxis: string;
  readonly noneShares: Readonly<Record<string, number>>;
}
export interface Axis {
  readonly name: string;
  readonly levels: readonly Level[];
  /** Share of each level, in the order of `levels`; of the whole, or within the condition for a conditional axis. */
  readonly shares: readonly number[];
  readonly derived?: DerivedAxis;
  /** Present where the axis exists only at these levels of another axis. */
  readonly condition?: { readonly axis: string; readonly levels: readonly string[] };
}
export interface Profile {
  readonly name: string;
  readonly targetTotalCases: number;
  readonly axes: readonly Axis[];
  /** Pairs of (axis, levels) that never stand together. */
  readonly excluded: readonly (readonly [ExcludedSide, ExcludedSide])[];
  /** Pairs of axes that never hold the same level. */
  readonly unequal: readonly (readonly [string, string])[];
}
export interface ExcludedSide {
  readonly axis: string;
  readonly levels: readonly Level[];
}

const fail = (message: string): never => {
  throw new UserError('dimensions-invalid', `dimensions: ${message}`, 2);
};

/** Checks a profile and turns it into axes. @throws UserError `dimensions-invalid` naming axis and level. */
export function readProfile(raw: unknown): Profile {
  const parsed = profileSchema.safeParse(raw);
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    return fail(`${issue.path.join('.') || '(root)'}: ${issue.message}`);
  }
  const data = parsed.data;
  const names = Object.keys(data.axes);
  const axes = names.map((name) => readAxis(name, data));
  const known = new Map(axes.map((axis) => [axis.name, axis]));
  for (const [name, condition] of Object.entries(data.conditional)) {
    if (!known.has(name)) fail(`conditional: unknown axis "${name}"; axes are ${names.join(', ')}`);
    for (const [axis, levels] of Object.entries(condition)) checkLevels(`conditional.${name}`, known, axis, levels);
  }
  const unequal: (readonly [string, string])[] = [];
  const excluded: (readonly [ExcludedSide, ExcludedSide])[] = [];
  data.excluded.forEach((entry, index) => {
    const sides = Object.entries(entry);
    if ('equal' in entry) {
      const [a, b] = entry['equal']!;
      if (a == null || b == null || !known.has(a) || !known.has(b)) fail(`excluded[${index}].equal names an unknown axis`);
      unequal.push([a!, b!]);
      return;
    }
    if (sides.length !== 2) fail(`excluded[${index}] must name exactly two axes`);
    for (const [axis, levels] of sides) checkLevels(`excluded[${index}]`, known, axis, levels);
    const [first, second] = sides.map(([axis, levels]) => ({ axis, levels }));
    excluded.push([first!, second!]);
  });
  const profile: Profile = { name: data.profile, targetTotalCases: data.target_total_cases, axes, excluded, unequal };
  checkFeasible(profile);
  return profile;
}

function readAxis(name: string, data: RawProfile): Axis {
  const levels = data.axes[name]!;
  const conditionEntry = Object.entries(data.conditional[name] ?? {})[0];
  const condition = conditionEntry && { condition: { axis: conditionEntry[0], levels: conditionEntry[1] } };
  if ('none' in levels && 'otherwise' in levels) {
    const none = sharesSchema.or(z.record(z.string(), z.number().min(0).max(1))).safeParse(levels['none']);
    if (!none.success) return fail(`${name}.none must map levels of one axis to shares in [0, 1]`);
    const of = Object.keys(data.axes).find((axis) => axis !== name && String(levels['otherwise']).includes(axis));
    if (of === undefined) return fail(`${name}.otherwise names no known axis`);
    const noneAxis = Object.keys(data.axes).find((axis) => Object.keys(none.data).every((level) => level in data.axes[axis]!));
    if (noneAxis === undefined) return fail(`${name}.none: its levels belong to no axis`);
    const noneLevels = data.axes[noneAxis]! as Record<string, number>;
    const base = data.axes[of]! as Record<string, number>;
    const noneShare = Object.entries(none.data).reduce((sum, [level, share]) => sum + share * noneLevels[level]!, 0);
    return {
      name,
      levels: [null, ...Object.keys(base)],
      shares: [noneShare, ...derivedShares(base).map((share) => share * (1 - noneShare))],
      derived: { of, noneAxis, noneShares: none.data },
      ...condition,
    };
  }
  const shares = sharesSchema.safeParse(levels);
  if (!shares.success) return fail(`${name}: every level needs a share above 0 and at most 1`);
  const sum = Object.values(shares.data).reduce((total, share) => total + share, 0);
  if (Object.keys(shares.data).length === 0) return fail(`${name} has no level`);
  if (Math.abs(sum - 1) > 1e-6) return fail(`${name}: shares add up to ${sum.toFixed(4)}, not 1`);
  return { name, levels: Object.keys(shares.data), shares: Object.values(shares.data), ...condition };
}

/** Share of each level when a row draws it by the base shares without the row's own level. */
function derivedShares(base: Record<string, number>): number[] {
  const shares = Object.values(base);
  return shares.map((share, i) => shares.reduce((sum, own, j) => (i === j ? sum : sum + (own * share) / (1 - own)), 0));
}

function checkLevels(where: string, known: Map<string, Axis>, axis: string, levels: readonly Level[]): void {
  const found = known.get(axis);
  if (!found) return fail(`${where}: unknown axis "${axis}"; axes are ${[...known.keys()].join(', ')}`);
  for (const level of levels) {
    if (!found.levels.includes(level)) fail(`${where}: axis "${axis}" has no level "${level}"; it has ${found.levels.join(', ')}`);
  }
}

/** Whether two levels may stand together. */
export function pairAllowed(profile: Profile, axisA: string, levelA: Level, axisB: string, levelB: Level): boolean {
  for (const [a, b] of profile.excluded) {
    if (a.axis === axisA && b.axis === axisB && a.levels.includes(levelA) && b.levels.includes(levelB)) return false;
    if (b.axis === axisA && a.axis === axisB && b.levels.includes(levelA) && a.levels.includes(levelB)) return false;
  }
  for (const [a, b] of profile.unequal) {
    if (((a === axisA && b === axisB) || (a === axisB && b === axisA)) && levelA === levelB && levelA !== null) return false;
  }
  return true;
}

function checkFeasible(profile: Profile): void {
  for (const axis of profile.axes) {
    for (const level of axis.levels) {
      for (const other of profile.axes) {
        if (other === axis) continue;
        if (!other.levels.some((otherLevel) => pairAllowed(profile, axis.name, level, other.name, otherLevel))) {
          fail(`axis "${other.name}" has no feasible level beside ${axis.name}=${level}; loosen "excluded"`);
        }
      }
    }
  }
}

/** True where the axis exists in this row. */
export const axisApplies = (axis: Axis, levelOf: (name: string) => Level | undefined): boolean =>
  axis.condition === undefined || axis.condition.levels.includes(levelOf(axis.condition.axis) ?? '');
