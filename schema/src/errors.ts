/** An error that a user can cause and mend: it has a stable code and a sentence with what, where and what to do. */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly code: string;
  /** 2 for wrong usage of a command, 1 for anything that failed in its work. */
  readonly exitCode: 1 | 2;
  constructor(code: string, message: string, exitCode: 1 | 2 = 1) {
    super(message);
    this.code = code;
    this.exitCode = exitCode;
  }
}
