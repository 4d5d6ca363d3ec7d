import { readFileSync } from 'node:fs';
import { UserError } from '@case-swarm/schema';

/** The first word of a token file. */
export function readToken(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim().split(/\s/)[0] ?? '';
  } catch (error) {
    throw new UserError('token-unreadable', `cannot read the token file ${file}: ${(error as Error).message}`, 2);
  }
}
