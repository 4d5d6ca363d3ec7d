/** An error that a user can cause and mend: one line with what, where and what to do. */
export class TrainerError extends Error {
  override readonly name = 'TrainerError';
  /** 2 for wrong usage, 1 for anything that failed in its work. */
  readonly exitCode: 1 | 2;
  constructor(message: string, exitCode: 1 | 2 = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}
