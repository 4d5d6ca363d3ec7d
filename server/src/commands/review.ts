import { createInterface } from 'node:readline/promises';
import { decodeToon, leavesOf, createRandom } from '@case-swarm/schema';
import { processClock } from '../campaign/clock.ts';
import { AcceptedCounts } from '../campaign/coverage.ts';
import { reviewedPrecision, Reviews } from '../campaign/reviews.ts';
import { storedCampaign } from '../exports/exported-campaign.ts';
import { StateFiles } from '../exports/state-files.ts';
import { Duplicates } from '../gate/duplicate/duplicates.ts';
import { instructionId } from '../store/instruction-id.ts';
import type { CaseRow, Store } from '../store/store.ts';
import { markedText } from './marked-text.ts';
import { openState, type StateOptions } from './open-state.ts';
import { lockState } from './state-lock.ts';

export interface ReviewOptions extends StateOptions {
  readonly sample: number;
  readonly seed: number;
  readonly reviewer?: string;
}

/** Pages through accepted cases that nobody has looked at; a rejected one leaves the exports and its slot opens again. */
export async function reviewCommand(options: ReviewOptions): Promise<number> {
  const { folder, pack, store, row } = await openState(options);
  const lock = lockState(folder);
  const reviews = new Reviews({
    store,
    clock: processClock(),
    duplicates: new Duplicates(() => undefined),
    accepted: new AcceptedCounts(pack.profile, store.slotStrata('accepted')),
  });
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  let rejected = 0;
  try {
    const chosen = sample(store, reviews.reviewed(), options);
    process.stdout.write(`${chosen.length} cases to look at; k keep, r reject, s skip, q quit\n`);
    const answers = terminal[Symbol.asyncIterator]();
    for (const [index, found] of chosen.entries()) {
      const id = instructionId(found.instruction.number);
      process.stdout.write(`\n── ${index + 1}/${chosen.length}  ${id}\n${pageOf(found)}\n`);
      const decision = await ask(answers);
      if (decision === undefined) break;
      if (decision.verdict === 'skip') continue;
      await reviews.decide(id, { verdict: decision.verdict, reason: decision.reason, reviewer: options.reviewer });
      if (decision.verdict === 'reject') rejected++;
    }
    const { kept, rejected: bad, precision, low, high } = reviewedPrecision(store.reviews());
    process.stdout.write(
      `\n${kept + bad} reviewed so far: precision ${(100 * precision).toFixed(1)} % (95 % interval ${(100 * low).toFixed(1)} to ${(100 * high).toFixed(1)} %)\n`,
    );
    if (rejected > 0) new StateFiles(storedCampaign(pack, store, row), folder, () => {}).rebuild();
    return 0;
  } finally {
    terminal.close();
    lock.release();
    store.close();
  }
}

type Decision = { readonly verdict: 'keep' | 'reject' | 'skip'; readonly reason: string };

/** The next decision, or undefined where the reader has had enough. A rejection needs a reason. */
async function ask(answers: AsyncIterator<string>): Promise<Decision | undefined> {
  for (;;) {
    process.stdout.write('keep, reject, skip or quit? ');
    const { value, done } = await answers.next();
    if (done) return undefined;
    const [key, ...rest] = value.trim().split(/\s+/);
    if (key === 'q' || key === 'quit') return undefined;
    if (key === 'k' || key === 'keep') return { verdict: 'keep', reason: rest.join(' ') };
    if (key === 's' || key === 'skip') return { verdict: 'skip', reason: '' };
    if (key === 'r' || key === 'reject') {
      if (rest.length > 0) return { verdict: 'reject', reason: rest.join(' ') };
      process.stdout.write('why? ');
      const reason = await answers.next();
      if (reason.done) return undefined;
      if (reason.value.trim() !== '') return { verdict: 'reject', reason: reason.value.trim() };
    }
    process.stdout.write('k, r (with a reason), s or q\n');
  }
}

function sample(store: Store, seen: ReadonlySet<string>, options: ReviewOptions): CaseRow[] {
  const numbers: number[] = [];
  for (let after = 0; ;) {
    const page = store.fingerprintsFrom(after, 2000);
    numbers.push(...page.map((row) => row.instruction).filter((number) => !seen.has(instructionId(number))));
    if (page.length < 2000) break;
    after = page.at(-1)!.instruction;
  }
  const random = createRandom(options.seed);
  const chosen: CaseRow[] = [];
  while (chosen.length < options.sample && numbers.length > 0) {
    const at = random.int(0, numbers.length - 1);
    chosen.push(store.caseOf(numbers.splice(at, 1)[0]!)!);
  }
  return chosen;
}

function pageOf({ submission, instruction, stratum }: CaseRow): string {
  const evidence = Object.values((submission.validation as { evidence?: Record<string, readonly [number, number]> }).evidence ?? {});
  const axes = Object.entries(stratum)
    .filter(([, level]) => level !== null)
    .map(([axis, level]) => `${axis}=${level}`)
    .join('  ');
  const facts = leavesOf(decodeToon(instruction.targetToon)).map(({ path, value }) => `  ${path} = ${JSON.stringify(value)}`);
  return `${axes}\n\n${markedText(submission.caseText, evidence, [])}\n\n${facts.join('\n')}`;
}
