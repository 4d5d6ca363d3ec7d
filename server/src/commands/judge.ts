import { readFileSync } from 'node:fs';
import { decodeToon, loadPack, UserError, type Hints, type Stratum } from '@case-swarm/schema';
import { judge } from '../gate/run.ts';
import type { Verdict } from '../gate/verdict.ts';
import { frenchDictionary } from '../language/french-dictionary.ts';
import { markedText } from './marked-text.ts';

export interface JudgeOptions {
  readonly target: string;
  readonly text: string;
  readonly stratum?: string;
  readonly hints?: string;
  readonly pack?: string;
  readonly masterSchemaFile?: string;
  readonly strictness?: string;
  readonly format: string;
}

const REFUSED = 3;

export async function judgeCommand(options: JudgeOptions): Promise<number> {
  const pack = await loadPack({ pack: options.pack, masterSchemaFile: options.masterSchemaFile, strictnessFile: options.strictness });
  const target = decodeToon(readText(options.target));
  const text = readText(options.text);
  const stratum = options.stratum === undefined ? undefined : (readJson('--stratum', options.stratum) as Stratum);
  const hints = options.hints === undefined ? {} : (readJson('--hints', options.hints) as Hints);
  const verdict = judge({ pack, dictionary: frenchDictionary(), text, target, hints, ...(stratum ? { stratum } : {}) });
  process.stdout.write(options.format === 'json' ? `${JSON.stringify(verdict, null, 2)}\n` : pretty(text, verdict));
  return verdict.accepted ? 0 : REFUSED;
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new UserError('unreadable', `cannot read ${file}: ${(error as Error).message}`, 2);
  }
}

function readJson(option: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UserError('bad-option', `${option} is not JSON: ${(error as Error).message}`, 2);
  }
}

/** The text with what is proven in green and what is refused in red, then the reasons. */
function pretty(text: string, verdict: Verdict): string {
  const out = markedText(
    text,
    Object.values(verdict.evidence),
    verdict.problems.flatMap((problem) => (problem.span ? [problem.span] : [])),
  );
  const lines = verdict.problems.map((problem) => `  ${problem.severity === 'refuse' ? '✗' : '!'} ${problem.code}${problem.path ? ` ${problem.path}` : ''}: ${problem.message}`);
  return `${out}\n\n${verdict.accepted ? 'accepted' : 'refused'}\n${lines.join('\n')}${lines.length > 0 ? '\n' : ''}`;
}
