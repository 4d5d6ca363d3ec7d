import type { WireProblem } from '@case-swarm/schema';

/** The gate refused the text. Thrown by `submit`; carries every problem and how many attempts are left. */
export class SubmissionRefused extends Error {
  override readonly name = 'SubmissionRefused';
  readonly problems: readonly WireProblem[];
  readonly attemptsLeft: number;
  constructor(message: string, problems: readonly WireProblem[], attemptsLeft: number) {
    super(message);
    this.problems = problems;
    this.attemptsLeft = attemptsLeft;
  }
}

/** The lease ended before the text came, or is another agent's; ask for new work. */
export class LeaseExpired extends Error {
  override readonly name = 'LeaseExpired';
}

/** Every slot of the campaign has its case, or is parked. */
export class CampaignDone extends Error {
  override readonly name = 'CampaignDone';
  readonly parked: number;
  constructor(message: string, parked: number) {
    super(message);
    this.parked = parked;
  }
}

/** No answer after all retries. */
export class ServerUnavailable extends Error {
  override readonly name = 'ServerUnavailable';
}

/** The server does not take this request: wrong token, unknown topic, another protocol. Retrying does not help. */
export class RequestRejected extends Error {
  override readonly name = 'RequestRejected';
  readonly code: string;
  readonly status: number;
  constructor(code: string, status: number, message: string) {
    super(message);
    this.code = code;
    this.status = status;
  }
}
