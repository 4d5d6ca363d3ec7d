import { remembered } from './remembered.ts';

/** Sparse payloads: nested objects and lists that hold told leaves and nothing else. */
export type LeafValue = string | number | boolean;
export type PayloadNode = LeafValue | PayloadNode[] | { [key: string]: PayloadNode };
export type Payload = { [key: string]: PayloadNode };

/** A told leaf. `path` has list indices (`a.b.0.c`), `pattern` has `*` in their place. */
export interface Leaf {
  readonly path: string;
  readonly pattern: string;
  readonly value: PayloadNode;
}

export const isObject = (node: unknown): node is { [key: string]: PayloadNode } => typeof node === 'object' && node !== null && !Array.isArray(node);

/** Every leaf in the payload's order. Null and empty containers are reported as leaves, so that a check can refuse them. */
export function leavesOf(payload: PayloadNode): Leaf[] {
  const leaves: Leaf[] = [];
  const visit = (node: PayloadNode, path: string, pattern: string): void => {
    const join = (base: string, key: string): string => (base === '' ? key : `${base}.${key}`);
    if (Array.isArray(node) && node.length > 0) {
      node.forEach((item, index) => visit(item, join(path, String(index)), join(pattern, '*')));
      return;
    }
    if (isObject(node) && Object.keys(node).length > 0) {
      for (const key of Object.keys(node)) visit(node[key]!, join(path, key), join(pattern, key));
      return;
    }
    leaves.push({ path, pattern, value: node });
  };
  visit(payload, '', '');
  return leaves;
}

/** The list item that owns a leaf (`patrimoine.actifs.0`), or the object above it. */
export function ownerOf(path: string): string {
  const parts = path.split('.');
  for (let i = parts.length - 1; i >= 0; i--) if (/^\d+$/.test(parts[i]!)) return parts.slice(0, i + 1).join('.');
  return parts.slice(0, -1).join('.');
}

export const patternOf = (path: string): string =>
  path
    .split('.')
    .map((part) => (/^\d+$/.test(part) ? '*' : part))
    .join('.');

/** Rules ask for the same paths of every payload. */
const partsOf = remembered((path): readonly string[] => path.split('.'));

export function valueAt(payload: PayloadNode, path: string): PayloadNode | undefined {
  let node: PayloadNode | undefined = payload;
  for (const part of partsOf(path)) {
    if (Array.isArray(node)) node = node[Number(part)];
    else if (isObject(node)) node = Object.hasOwn(node, part) ? node[part] : undefined;
    else return undefined;
  }
  return node;
}

/** Items of a list with their paths; empty where the list is not told. */
export function itemsAt(payload: Payload, path: string): { path: string; item: { [key: string]: PayloadNode } }[] {
  const list = valueAt(payload, path);
  if (!Array.isArray(list)) return [];
  return list.flatMap((item, index) => (isObject(item) ? [{ path: `${path}.${index}`, item }] : []));
}

/** Sets a leaf, making the objects and lists on its way. Keys keep the order in which they were first set. */
export function setAt(payload: Payload, path: string, value: LeafValue): void {
  const parts = path.split('.');
  let node: PayloadNode = payload;
  parts.forEach((part, i) => {
    const last = i === parts.length - 1;
    const empty = (): PayloadNode => (/^\d+$/.test(parts[i + 1]!) ? [] : {});
    if (Array.isArray(node)) {
      const index = Number(part);
      if (last) node[index] = value;
      else node = node[index] ??= empty();
    } else if (isObject(node)) {
      if (last) node[part] = value;
      else node = node[part] ??= empty();
    }
  });
}

export function str(payload: Payload, path: string): string | undefined {
  const value = valueAt(payload, path);
  return typeof value === 'string' ? value : undefined;
}
export function num(payload: Payload, path: string): number | undefined {
  const value = valueAt(payload, path);
  return typeof value === 'number' ? value : undefined;
}
export function bool(payload: Payload, path: string): boolean | undefined {
  const value = valueAt(payload, path);
  return typeof value === 'boolean' ? value : undefined;
}
