import { growHeapSlowly } from '../frugal-heap.ts';
import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { loadPack, UserError } from '@case-swarm/schema';
import { html } from 'hono/html';
import { datasetFigures, nearDuplicates, type DatasetFigures, type TextRow } from '../exports/compared.ts';
import { readLines } from '../exports/read-lines.ts';

export interface CompareOptions {
  readonly outputDir?: string;
  readonly pack?: string;
  readonly masterSchemaFile?: string;
}

const MOST_SAMPLE_WORDS = 12_000;
const MOST_LEAVES = 30;

/** Two datasets beside each other: size, lengths, variety, copies within and across, leaves, verdicts of the gate. */
export async function compareCommand(first: string, second: string, options: CompareOptions): Promise<number> {
  growHeapSlowly();
  const pack = await loadPack({ pack: options.pack, masterSchemaFile: options.masterSchemaFile });
  const [a, b] = [readDataset(first), readDataset(second)];
  const total = (rows: readonly TextRow[]): number => rows.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0);
  const sample = Math.min(MOST_SAMPLE_WORDS, total(a), total(b));
  const tables = tablesOf(datasetFigures(pack, a, sample), datasetFigures(pack, b, sample), nearDuplicates(a, b), sample);
  const markdown = markdownOf(first, second, tables);
  if (options.outputDir === undefined) process.stdout.write(markdown);
  else {
    mkdirSync(options.outputDir, { recursive: true });
    writeFileSync(path.join(options.outputDir, 'comparison.md'), markdown);
    writeFileSync(path.join(options.outputDir, 'comparison.html'), String(await htmlOf(first, second, tables)));
    process.stdout.write(`${path.join(options.outputDir, 'comparison.md')} and comparison.html\n`);
  }
  return 0;
}

/** A file of `messages` rows, or a folder with one. @throws UserError naming file and line */
function readDataset(named: string): TextRow[] {
  if (!existsSync(named)) throw new UserError('no-dataset', `there is no ${named}; name a JSONL file or a dataset's folder`, 2);
  const candidates = ['train.jsonl', 'full_training_cases_mistral.jsonl'].map((name) => path.join(named, name));
  const file = statSync(named).isDirectory() ? candidates.find((candidate) => existsSync(candidate)) : named;
  if (file === undefined) throw new UserError('no-dataset', `${named} holds no train.jsonl and no full_training_cases_mistral.jsonl`, 2);
  const rows: TextRow[] = [];
  let line = 0;
  for (const text of readLines(file)) {
    line++;
    if (text.trim() === '') continue;
    try {
      const { messages } = JSON.parse(text) as { messages: { role: string; content: string }[] };
      const content = (role: string): string => {
        const found = messages.findLast((message) => message.role === role)?.content;
        if (found === undefined) throw new Error(`no ${role} turn`);
        return found;
      };
      rows.push({ line, text: content('user'), toon: content('assistant') });
    } catch (error) {
      throw new UserError('dataset-unreadable', `${file}, line ${line}: not a row of messages (${(error as Error).message})`);
    }
  }
  if (rows.length === 0) throw new UserError('dataset-unreadable', `${file} has no row`);
  return rows;
}

interface Table {
  readonly title: string;
  readonly rows: readonly (readonly [name: string, a: string, b: string])[];
}

const percent = (part: number, whole: number): string => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;

function tablesOf(a: DatasetFigures, b: DatasetFigures, across: number, sample: number): Table[] {
  const row = (name: string, value: (figures: DatasetFigures) => string): [string, string, string] => [name, value(a), value(b)];
  const codes = [...new Set([...a.reasons, ...b.reasons].map(([code]) => code))];
  const leaves = [...new Set([...a.leaves.keys(), ...b.leaves.keys()])];
  const share = (figures: DatasetFigures, leaf: string): number => (figures.leaves.get(leaf) ?? 0) / figures.rows;
  const apart = leaves.sort((x, y) => Math.abs(share(a, y) - share(b, y)) - Math.abs(share(a, x) - share(b, x))).slice(0, MOST_LEAVES);
  return [
    {
      title: 'Size and length',
      rows: [
        row('rows', ({ rows }) => String(rows)),
        row('words: 10 %, median, 90 %', ({ words }) => `${words.p10}, ${words.median}, ${words.p90}`),
        row('target shapes', ({ shapes, rows }) => `${shapes} (${percent(shapes, rows)})`),
      ],
    },
    {
      title: `Variety, on ${sample} words of each`,
      rows: [
        row('word types', ({ vocabulary }) => String(vocabulary)),
        row('distinct 4-grams', ({ distinctFourGrams }) => percent(distinctFourGrams, 1)),
        row('gzip ratio', ({ gzipRatio }) => gzipRatio.toFixed(2)),
        row('rows with a near-duplicate within', ({ nearDuplicates: count }) => String(count)),
        ['rows of the first with one in the second', String(across), ''],
      ],
    },
    {
      title: 'Verdicts of the gate, without strata',
      rows: [
        row('accepted', ({ accepted, rows }) => percent(accepted, rows)),
        ...codes.map((code) => row(code, ({ reasons, rows }) => percent(reasons.find(([known]) => known === code)?.[1] ?? 0, rows))),
      ],
    },
    { title: 'Leaves whose share differs most', rows: apart.map((leaf) => row(leaf, (figures) => percent(share(figures, leaf), 1))) },
  ];
}

const markdownOf = (first: string, second: string, tables: readonly Table[]): string =>
  `# ${path.basename(first)} beside ${path.basename(second)}\n${tables
    .map(
      ({ title, rows }) =>
        `\n## ${title}\n\n| | ${path.basename(first)} | ${path.basename(second)} |\n| --- | ---: | ---: |\n${rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`,
    )
    .join('')}`;

const htmlOf = (first: string, second: string, tables: readonly Table[]) =>
  html`<!doctype html>
    <html lang="en">
      <meta charset="utf-8" />
      <title>${path.basename(first)} beside ${path.basename(second)}</title>
      <style>
        body {
          font:
            16px/1.5 system-ui,
            sans-serif;
          max-width: 60rem;
          margin: 2rem auto;
          padding: 0 1rem;
        }
        table {
          border-collapse: collapse;
          width: 100%;
        }
        td,
        th {
          padding: 0.2rem 0.6rem;
          border-bottom: 1px solid #ddd;
          text-align: left;
        }
        td:not(:first-child),
        th:not(:first-child) {
          text-align: right;
        }
      </style>
      <h1>${path.basename(first)} beside ${path.basename(second)}</h1>
      ${tables.map(
        ({ title, rows }) =>
          html`<h2>${title}</h2>
            <table>
              <tr>
                <th></th>
                <th>${path.basename(first)}</th>
                <th>${path.basename(second)}</th>
              </tr>
              ${rows.map(
                (cells) =>
                  html`<tr>
                    ${cells.map((cell) => html`<td>${cell}</td>`)}
                  </tr>`,
              )}
            </table>`,
      )}
    </html>`;
