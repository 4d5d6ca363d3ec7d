import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { UserError } from './errors.ts';
import { kindOf, type LeafKind } from './leaf-kind.ts';

/** What the schema file says of one leaf. `pattern` has `*` for list items. */
export interface LeafSpec {
  readonly pattern: string;
  readonly description: string;
  readonly type: 'string' | 'number' | 'boolean';
  readonly codes: readonly string[] | undefined;
  readonly kind: LeafKind;
}

export interface MasterSchema {
  readonly leaves: ReadonlyMap<string, LeafSpec>;
  /** Patterns of all lists (`patrimoine.actifs`). */
  readonly lists: ReadonlySet<string>;
  readonly roots: readonly string[];
  /** First 16 hex digits of SHA-256 over the canonical leaf list; tells two schemas apart. */
  readonly hash: string;
}

export interface SchemaFault {
  readonly path: string;
  readonly message: string;
}

const LEAF_KEYS = new Set(['description', 'type', 'valeurs_possibles', 'pickOne']);
const TYPES = new Set(['string', 'number', 'boolean']);
const MAX_DEPTH = 64;
const CODE = /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/;
const KEY = /^[a-z0-9]+(_[a-z0-9]+)*$/;

const isRecord = (node: unknown): node is Record<string, unknown> => typeof node === 'object' && node !== null && !Array.isArray(node);

/** A leaf is an object whose `type` is a plain word; a child called `type` that is an object is structure. */
const looksLikeLeaf = (node: Record<string, unknown>): boolean => typeof node['type'] === 'string' || typeof node['description'] === 'string' || Array.isArray(node['pickOne']);

/** Reads a parsed master schema: every leaf by its pattern, and every fault with its path. */
export function indexSchema(root: unknown): { leaves: Map<string, LeafSpec>; lists: Set<string>; faults: SchemaFault[] } {
  const leaves = new Map<string, LeafSpec>();
  const lists = new Set<string>();
  const faults: SchemaFault[] = [];
  const fault = (path: string, message: string): void => void faults.push({ path: path === '' ? '(root)' : path, message });

  const leaf = (node: Record<string, unknown>, path: string): void => {
    for (const key of Object.keys(node)) {
      if (!LEAF_KEYS.has(key)) fault(path, `unknown key "${key}" in a leaf; a leaf has only ${[...LEAF_KEYS].join(', ')}`);
    }
    const type = node['type'] ?? 'string';
    if (typeof type !== 'string' || !TYPES.has(type)) {
      fault(path, `type ${JSON.stringify(type)} is not string, number or boolean`);
      return;
    }
    const description = node['description'] ?? '';
    if (typeof description !== 'string') fault(path, 'description is not a string');
    const closed = node['valeurs_possibles'] ?? node['pickOne'];
    let codes: string[] | undefined;
    if (closed !== undefined) {
      if (!Array.isArray(closed) || closed.length === 0) fault(path, 'the list of codes is empty or not a list');
      else {
        codes = closed.map(String);
        const seen = new Set<string>();
        for (const code of codes) {
          if (!CODE.test(code)) fault(path, `code "${code}" is not MAJUSCULES_AVEC_UNDERSCORE without accents`);
          if (seen.has(code)) fault(path, `code "${code}" stands twice`);
          seen.add(code);
        }
      }
    }
    const spec = { pattern: path, description: typeof description === 'string' ? description : '', type: type as LeafSpec['type'], codes };
    leaves.set(path, { ...spec, kind: kindOf(spec) });
  };

  // An explicit stack: a schema of 10,000 levels is a fault to report, not a stack overflow.
  const stack: { node: unknown; path: string; depth: number }[] = [{ node: root, path: '', depth: 0 }];
  while (stack.length > 0) {
    const { node, path, depth } = stack.pop()!;
    if (depth > MAX_DEPTH) {
      fault(path.slice(0, 120), `nested deeper than ${MAX_DEPTH} levels`);
      continue;
    }
    if (Array.isArray(node)) {
      if (node.length !== 1) fault(path, `a list has exactly one element, the description of its items; this one has ${node.length}`);
      lists.add(path);
      if (node.length > 0) stack.push({ node: node[0], path: `${path}.*`, depth: depth + 1 });
    } else if (isRecord(node)) {
      if (path !== '' && looksLikeLeaf(node)) leaf(node, path);
      else {
        const keys = Object.keys(node);
        if (keys.length === 0) fault(path, 'an empty object says nothing');
        for (const key of keys) {
          if (!KEY.test(key)) fault(path === '' ? key : `${path}.${key}`, `key "${key}" is not snake_case without accents`);
        }
        for (const key of keys.reverse()) stack.push({ node: node[key], path: path === '' ? key : `${path}.${key}`, depth: depth + 1 });
      }
    } else {
      fault(path, `expected an object or a list, found ${node === null ? 'null' : typeof node}`);
    }
  }
  if (leaves.size === 0 && faults.length === 0) fault('', 'no leaf in this schema');
  return { leaves, lists, faults };
}

/** Keys that stand twice in one object of the root level; `JSON.parse` would drop the first in silence. */
export function doubledRoots(text: string): string[] {
  const seen = new Set<string>();
  const doubled: string[] = [];
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const char = text[i];
    if (char === '"') {
      const start = i + 1;
      for (i++; i < text.length && text[i] !== '"'; i++) if (text[i] === '\\') i++;
      if (depth !== 1) continue;
      let after = i + 1;
      while (/\s/.test(text[after] ?? '')) after++;
      if (text[after] !== ':') continue;
      const key = text.slice(start, i);
      if (seen.has(key)) doubled.push(key);
      seen.add(key);
    } else if (char === '{' || char === '[') depth++;
    else if (char === '}' || char === ']') depth--;
  }
  return doubled;
}

/** Parses and checks a schema's bytes; faults carry paths or the parser's position. */
export function checkSchema(bytes: Uint8Array): { schema: MasterSchema | undefined; faults: SchemaFault[] } {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { schema: undefined, faults: [{ path: '(file)', message: 'not valid UTF-8; save the file as UTF-8' }] };
  }
  let root: unknown;
  try {
    root = JSON.parse(text);
  } catch (error) {
    const reason = error instanceof RangeError ? 'nested too deeply to read' : `not JSON: ${(error as Error).message}`;
    return { schema: undefined, faults: [{ path: '(file)', message: reason }] };
  }
  if (!isRecord(root)) return { schema: undefined, faults: [{ path: '(root)', message: 'the schema must be a JSON object' }] };
  const { leaves, lists, faults } = indexSchema(root);
  for (const key of doubledRoots(text)) faults.push({ path: key, message: 'this root stands twice; keep one' });
  if (faults.length > 0) return { schema: undefined, faults };
  const canonical = [...leaves.values()].map((leaf) => `${leaf.pattern}|${leaf.type}|${leaf.codes?.join(',') ?? ''}`).join('\n');
  const hash = createHash('sha256').update(canonical).digest('hex').slice(0, 16);
  return { schema: { leaves, lists, roots: Object.keys(root), hash }, faults };
}

/** @throws UserError `schema-unreadable` or `schema-invalid`, with path and fault. */
export function loadMasterSchema(file: string | URL): MasterSchema {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    throw new UserError('schema-unreadable', `cannot read the master schema ${String(file)}: ${(error as Error).message}`, 2);
  }
  const { schema, faults } = checkSchema(bytes);
  if (schema) return schema;
  const first = faults[0]!;
  const more = faults.length > 1 ? ` (and ${faults.length - 1} more; "case-server schema check FILE" lists them)` : '';
  throw new UserError('schema-invalid', `master schema ${String(file)}: ${first.path}: ${first.message}${more}`, 2);
}

/** The seven-root succession schema that ships with the project. */
export const builtinSchemaFile = new URL('../schema.full.json', import.meta.url);
