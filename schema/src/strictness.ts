import { UserError } from './errors.ts';
import { patternOf } from './payload.ts';

/** `must`: a text that fails it is refused; `should`: it is kept with a warning. */
export type Strictness = 'must' | 'should';

/** How strictly the gate holds a text to what. A file of this shape is a pack's `strictness.json`, or given with `--strictness`. */
export interface StrictnessTable {
  /** For leaves that nothing below names. */
  readonly default: Strictness;
  /** By pattern or its beginning (`patrimoine.actifs`, `famille.descendants.enfants.*.nom`); the longest that fits counts. */
  readonly leaves: Readonly<Record<string, Strictness>>;
  /** By a problem's code, for problems that are about no leaf (`figure-not-in-target`, `noise`). */
  readonly reasons: Readonly<Record<string, Strictness>>;
}

/** What holds without a table: everything. */
export const STRICT: StrictnessTable = { default: 'must', leaves: {}, reasons: {} };

/** How strictly a problem is taken. Its code comes first, then its leaf, then the table's default for leaves. */
export function strictnessOf(table: StrictnessTable, code: string, path: string | undefined): Strictness {
  const byCode = table.reasons[code];
  if (byCode !== undefined) return byCode;
  if (path === undefined) return 'must';
  const pattern = patternOf(path);
  let longest = -1;
  let found = table.default;
  for (const [prefix, strictness] of Object.entries(table.leaves)) {
    if (prefix.length <= longest || !(pattern === prefix || pattern.startsWith(`${prefix}.`))) continue;
    longest = prefix.length;
    found = strictness;
  }
  return found;
}

/** @throws UserError `strictness-invalid`, with the key that is wrong. */
export function readStrictness(value: unknown, where: string): StrictnessTable {
  const wrong = (what: string): UserError => new UserError('strictness-invalid', `${where}: ${what}; docs/packs.md shows the form`, 2);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrong('is not an object');
  const { default: fallback = 'must', leaves = {}, reasons = {}, ...more } = value as Record<string, unknown>;
  const unknown = Object.keys(more)[0];
  if (unknown !== undefined) throw wrong(`has the key “${unknown}”; it may have default, leaves and reasons`);
  if (!isStrictness(fallback)) throw wrong('default is neither “must” nor “should”');
  return { default: fallback, leaves: readTable(leaves, 'leaves', wrong), reasons: readTable(reasons, 'reasons', wrong) };
}

const isStrictness = (value: unknown): value is Strictness => value === 'must' || value === 'should';

function readTable(value: unknown, key: string, wrong: (what: string) => UserError): Record<string, Strictness> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrong(`${key} is not an object`);
  for (const [name, strictness] of Object.entries(value)) if (!isStrictness(strictness)) throw wrong(`${key}.${name} is neither “must” nor “should”`);
  return value as Record<string, Strictness>;
}
