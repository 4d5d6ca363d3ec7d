import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { UserError } from '@case-swarm/schema';
import { execa } from 'execa';
import { problemLines } from './repair-prompt.ts';
import type { Writer } from './writer.ts';

const SCISSORS = '# -------- tout ce qui suit cette ligne est laissé de côté --------';

/** The reader wants no more: an empty text, as with a commit message. */
export class ManualStop extends Error {
  override readonly name = 'ManualStop';
}

/**
 * A writer for people: opens the editor on a file that holds the last text, and below a line the instruction and what
 * was wrong. @throws UserError `no-editor`
 */
export function manualWriter(editor: string | undefined): Writer {
  if (editor === undefined || editor.trim() === '') throw new UserError('no-editor', '--manual opens your editor: set EDITOR (or VISUAL), for instance EDITOR=nano', 2);
  const last = new Map<string, string>();
  return {
    name: 'manual',
    async write(instruction, problems, signal) {
      const id = instruction.instruction_id;
      const folder = mkdtempSync(path.join(os.tmpdir(), 'case-agent-'));
      const file = path.join(folder, `${id}.txt`);
      const text = last.get(id) ?? '';
      const below = [
        ...(problems ? ['Refusé :', ...problemLines(text, problems), ''] : []),
        `${id}, encore ${instruction.attempts_left} essais ; un texte vide arrête.`,
        '',
        instruction.prompt,
      ];
      try {
        writeFileSync(file, `${text}\n\n${SCISSORS}\n${below.join('\n')}\n`);
        const ran = await execa(`${editor} "${file}"`, { shell: true, stdio: 'inherit', reject: false, cancelSignal: signal });
        signal.throwIfAborted();
        if (ran.exitCode !== 0) throw new UserError('editor-failed', `the editor "${editor}" ended with ${ran.exitCode ?? ran.signal}; is EDITOR right?`);
        const written = readFileSync(file, 'utf8').split(SCISSORS)[0]!.trim();
        if (written === '') throw new ManualStop('no text: stopped');
        last.set(id, written);
        return written;
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  };
}
