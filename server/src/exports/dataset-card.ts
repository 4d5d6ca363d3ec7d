import type { Coverage } from '@case-swarm/schema';
import { worstMargin } from '../campaign/coverage.ts';
import { splitNames, type SplitName } from './split.ts';

export interface CardFacts {
  readonly pack: string;
  readonly profile: string;
  readonly schemaHash: string;
  readonly seeds: readonly number[];
  readonly coverage: Coverage;
  readonly sources: Readonly<Record<'generated' | 'imported' | 'real', number>>;
  readonly rows: Readonly<Record<SplitName, number>>;
  readonly words: { readonly median: number; readonly p90: number };
  readonly reviewed: { readonly kept: number; readonly rejected: number; readonly precision: number; readonly low: number; readonly high: number };
}

const sizeCategory = (rows: number): string => (rows < 1000 ? 'n<1K' : rows < 10_000 ? '1K<n<10K' : rows < 100_000 ? '10K<n<100K' : '100K<n<1M');
const percent = (value: number): string => `${(100 * value).toFixed(1)} %`;

/** README.md of a dataset, with the YAML header of the Hugging Face Hub. */
export function datasetCard(facts: CardFacts): string {
  const total = splitNames.reduce((sum, name) => sum + facts.rows[name], 0);
  const { reviewed } = facts;
  const files = splitNames.filter((name) => facts.rows[name] > 0);
  const review =
    reviewed.kept + reviewed.rejected === 0
      ? 'No case was reviewed by a person yet.'
      : `${reviewed.kept + reviewed.rejected} cases were reviewed by people: ${percent(reviewed.precision)} kept (95 % interval ${percent(reviewed.low)} to ${percent(reviewed.high)}); rejected ones are not in the files.`;
  return `---
language:
- fr
task_categories:
- text-generation
tags:
- information-extraction
- synthetic
- toon
size_categories:
- ${sizeCategory(total)}
configs:
- config_name: default
  data_files:
${files.map((name) => `  - split: ${name}\n    path: ${name}.parquet`).join('\n')}
---

# ${facts.pack}: statements and their facts

${total} pairs of a French text (user) and the facts that it tells, in TOON (assistant), under one system message. Targets were drawn first from profile \`${facts.profile}\` (seed ${facts.seeds.join(', ')}, schema \`${facts.schemaHash}\`); each text was written for its target and kept only when every fact was found in it and nothing else.

${facts.sources.imported + facts.sources.real > 0 ? `Of these ${facts.sources.generated} were generated, ${facts.sources.imported} taken in from earlier campaigns and judged again, ${facts.sources.real} are real statements with facts annotated by people.\n\n` : ''}| split | rows |
| --- | ---: |
${splitNames.map((name) => `| ${name} | ${facts.rows[name]} |`).join('\n')}

Near-duplicates and targets of one shape are all in one split. Texts have ${facts.words.median} words in the median, ${facts.words.p90} at the 90th percentile.

## Balance

The worst level of any axis is ${worstMargin(facts.coverage).toFixed(2)} rows off its plan.

![Accepted cases and plan by axis](balance.svg)

## Quality

${review} \`quality_cards.jsonl\` has a line for each row: the spans that prove each fact, measures, warnings and the similarity of the nearest other text.

## Files

Each split is there as JSONL, gzipped JSONL and Parquet; \`messages\` is the only field.
`;
}
