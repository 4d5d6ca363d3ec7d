import type { Instruction, WireProblem } from '@case-swarm/schema';
import { execa } from 'execa';
import { WriterFailed, WriterUnfit, type Writer } from './writer.ts';

export interface CommandWriterOptions {
  /** As a shell reads it. */
  readonly command: string;
  readonly timeoutMs?: number;
}

/** What the program reads on its standard input: one line of JSON. */
export interface CommandOrder {
  readonly instruction: Instruction;
  /** Of the text that was refused; none at the first attempt. */
  readonly problems: readonly WireProblem[] | null;
}

/** The program cannot write this one; its lease goes back and that is no fault. */
const CANNOT = 3;
const NOT_FOUND = new Set([126, 127]);
const MOST_BYTES = 1024 * 1024;

/** A writer that runs a program: JSON in, text out. Exit 0: the text is on standard output; exit 3: not this one. */
export function commandWriter({ command, timeoutMs = 120_000 }: CommandWriterOptions): Writer {
  return {
    name: `command ${command}`,
    async write(instruction, problems, signal) {
      const order: CommandOrder = { instruction, problems: problems ?? null };
      const limit = AbortSignal.timeout(timeoutMs);
      const over = AbortSignal.any([signal, limit]);
      const running = execa(command, { shell: true, input: `${JSON.stringify(order)}\n`, reject: false, maxBuffer: MOST_BYTES, detached: true });
      // A shell's own end would leave what it started; the whole group goes.
      const end = (): void => killGroup(running.pid);
      over.addEventListener('abort', end, { once: true });
      const ran = await running.finally(() => over.removeEventListener('abort', end));
      if (ran.isMaxBuffer) end();
      signal.throwIfAborted();
      const said = ran.stderr.trim().split('\n').at(-1)?.slice(0, 200) ?? '';
      const because = said === '' ? '' : `: ${said}`;
      if (limit.aborted) throw new WriterFailed(`"${command}" did not answer within ${timeoutMs / 1000} s and was stopped`);
      if (ran.isMaxBuffer) throw new WriterFailed(`"${command}" wrote more than ${MOST_BYTES} bytes`);
      if (ran.exitCode !== undefined && NOT_FOUND.has(ran.exitCode)) throw new WriterUnfit(`cannot run "${command}"${because}`);
      if (ran.exitCode === CANNOT) throw new WriterFailed(`"${command}" passes on ${instruction.instruction_id}${because}`);
      if (ran.exitCode !== 0) throw new WriterFailed(`"${command}" ended with ${ran.exitCode ?? ran.signal ?? 'no code'}${because}`);
      const text = ran.stdout.trim();
      if (text === '') throw new WriterFailed(`"${command}" wrote no text`);
      return text;
    },
  };
}

function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
