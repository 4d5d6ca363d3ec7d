// Prints what the succession pack holds, as Markdown. "--write" puts it into schema/README.md between its markers.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { inBlocks, leavesOf, loadPack, decodeToon, registerOfForm } from '../dist/index.js';

const pack = await loadPack();
const leaves = [...pack.master.leaves.values()];
const gold = readdirSync(new URL('../gold/', import.meta.url)).map((file) => leavesOf(decodeToon(readFileSync(new URL(`../gold/${file}`, import.meta.url), 'utf8'))));
const goldPatterns = new Set(gold.flat().map((leaf) => leaf.pattern));
const goldCodes = new Set(gold.flat().map((leaf) => `${leaf.pattern}=${JSON.stringify(leaf.value)}`));
const codes = leaves.flatMap((leaf) => (leaf.codes ?? []).map((code) => [leaf.pattern, code]));
const formless = leaves.filter((leaf) => !pack.lexicon.leaves.has(leaf.pattern));
const codesWithout = codes.filter(([pattern, code]) => !pack.lexicon.leaves.get(pattern)?.codes?.[code]?.length);
const families = Map.groupBy?.(pack.rules, (rule) => rule.family) ?? pack.rules.reduce((map, rule) => map.set(rule.family, [...(map.get(rule.family) ?? []), rule]), new Map());
const forms = [...pack.lexicon.leaves.values()].flatMap((leaf) => [...leaf.cues, ...Object.values(leaf.codes ?? {}).flat(), ...(leaf.yes ?? []), ...(leaf.no ?? [])]);
const byRegister = (register) => forms.filter((form) => registerOfForm(pack.lexicon.registers, form) === register).length;
const row = (...cells) => `| ${cells.join(' | ')} |`;

const report = [
  row('root', 'leaves', 'with codes', 'in gold'),
  row('---', '---:', '---:', '---:'),
  ...pack.master.roots.map((root) => {
    const own = leaves.filter((leaf) => leaf.pattern.startsWith(`${root}.`));
    return row(root, own.length, own.filter((leaf) => leaf.codes).length, own.filter((leaf) => goldPatterns.has(leaf.pattern)).length);
  }),
  row('**all**', leaves.length, leaves.filter((leaf) => leaf.codes).length, goldPatterns.size),
  '',
  row('topic', 'leaves in its blocks', 'required entries'),
  row('---', '---:', '---:'),
  ...Object.entries(pack.topics).map(([name, topic]) => row(name, leaves.filter((leaf) => inBlocks(topic, leaf.pattern)).length, topic.required.length)),
  '',
  row('rules of', 'number'),
  row('---', '---:'),
  ...[...families].map(([family, rules]) => row(family, rules.length)),
  row('**all**', pack.rules.length),
  '',
  row('register', 'forms'),
  row('---', '---:'),
  ...['everyday', 'spoken', 'professional'].map((register) => row(register, byRegister(register))),
  '',
  `Leaves without a French form: ${formless.length}. Codes without a French form: ${codesWithout.length} of ${codes.length}. Gold targets: ${gold.length}, with ${goldPatterns.size} leaves and ${codes.filter(([pattern, code]) => goldCodes.has(`${pattern}="${code}"`)).length} codes.`,
  '',
].join('\n');

process.stdout.write(report);
if (process.argv.includes('--write')) {
  const file = new URL('../README.md', import.meta.url);
  writeFileSync(file, readFileSync(file, 'utf8').replace(/<!-- report -->[\s\S]*<!-- \/report -->/, `<!-- report -->\n${report}<!-- /report -->`));
}
