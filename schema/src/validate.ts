import type { MasterSchema } from './master-schema.ts';
import { leavesOf, type Payload } from './payload.ts';
import { span } from './world/calendar.ts';

export interface SchemaFinding {
  readonly path: string;
  readonly message: string;
}

/**
 * Checks a payload against the schema and the sparse rule (no null, no empty text, list or object).
 * Unknown paths are findings too, with `unknown` set, so that an import can treat them softly.
 */
export function validatePayload(master: MasterSchema, payload: Payload): (SchemaFinding & { readonly unknown?: true })[] {
  const findings: (SchemaFinding & { unknown?: true })[] = [];
  for (const { path, pattern, value } of leavesOf(payload)) {
    const spec = master.leaves.get(pattern);
    if (value === null || value === '' || typeof value === 'object') {
      findings.push({ path, message: 'a sparse payload holds no null and no empty text, list or object; leave the key out' });
    } else if (!spec) {
      findings.push({ path, message: 'this path is not in the schema', unknown: true });
    } else if (typeof value !== spec.type) {
      findings.push({ path, message: `expected a ${spec.type}, found ${JSON.stringify(value)}` });
    } else if (spec.codes && !spec.codes.includes(String(value))) {
      findings.push({ path, message: `${JSON.stringify(value)} is none of ${spec.codes.join(', ')}` });
    } else if (spec.kind === 'date' && !span(String(value))) {
      findings.push({ path, message: `${JSON.stringify(value)} is not an ISO date (2019, 2019-05 or 2019-05-07)` });
    } else if (spec.kind === 'ratio' && (Number(value) < 0 || Number(value) > 1)) {
      findings.push({ path, message: `${value} is not a ratio between 0 and 1` });
    } else if (typeof value === 'number' && (!Number.isFinite(value) || value < 0)) {
      findings.push({ path, message: `${value} is not a number of 0 or more` });
    }
  }
  return findings;
}
