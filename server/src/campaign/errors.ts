import type { ProblemCode, WireProblem } from '@case-swarm/schema';

/** An answer that is not a success, with its stable code; `http/problem.ts` turns it into a status. */
export class CampaignProblem extends Error {
  override readonly name = 'CampaignProblem';
  readonly code: ProblemCode;
  readonly problems: readonly WireProblem[] | undefined;
  readonly attemptsLeft: number | undefined;
  constructor(code: ProblemCode, message: string, more: { problems?: readonly WireProblem[]; attemptsLeft?: number } = {}) {
    super(message);
    this.code = code;
    this.problems = more.problems;
    this.attemptsLeft = more.attemptsLeft;
  }
}
