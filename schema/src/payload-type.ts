import type { MasterSchema } from './master-schema.ts';

interface Branch {
  readonly children: Map<string, Branch>;
  type: string | undefined;
}

/** TypeScript for the payloads of a schema: every key optional, since payloads are sparse; closed codes as unions. */
export function payloadType(master: MasterSchema, name: string): string {
  const root: Branch = { children: new Map(), type: undefined };
  for (const leaf of master.leaves.values()) {
    let branch = root;
    for (const part of leaf.pattern.split('.')) {
      let next = branch.children.get(part);
      if (!next) branch.children.set(part, (next = { children: new Map(), type: undefined }));
      branch = next;
    }
    branch.type = leaf.codes ? leaf.codes.map((code) => `'${code}'`).join(' | ') : leaf.type;
  }
  const print = (branch: Branch, indent: string): string => {
    if (branch.type !== undefined) return branch.type;
    const item = branch.children.get('*');
    if (item) return `readonly ${print(item, indent).replace(/^(.*\|.*)$/, '($1)')}[]`;
    const inner = `${indent}  `;
    return `{\n${[...branch.children].map(([key, child]) => `${inner}readonly ${key}?: ${print(child, inner)};`).join('\n')}\n${indent}}`;
  };
  return `// Generated from the schema by "npm run schema:types"; a test keeps it fresh.\n\nexport interface ${name} ${print(root, '')}\n`;
}
