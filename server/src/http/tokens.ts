import { createHash, timingSafeEqual } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { UserError, type ProblemDocument } from '@case-swarm/schema';
import { problemDocument } from './problem.ts';

interface Token {
  readonly digest: Buffer;
  readonly rights: ReadonlySet<string>;
}

const digestOf = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Bearer tokens, one a line: `token`, or the token and its rights: `read`, `submit`, `review`; without any it may read and submit. Compared in constant time. */
export class TokenGuard {
  readonly #tokens: readonly Token[];
  constructor(file: string) {
    let text: string;
    try {
      text = readFileSync(file, 'utf8');
    } catch (error) {
      throw new UserError('tokens-unreadable', `cannot read the token file ${file}: ${(error as Error).message}`, 2);
    }
    this.#tokens = text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => {
        const [token, ...rights] = line.split(/\s+/);
        return { digest: digestOf(token!), rights: new Set(rights.length > 0 ? rights : ['read', 'submit']) };
      });
    if (this.#tokens.length === 0)
      throw new UserError('tokens-unreadable', `the token file ${file} holds no token; write one a line, with rights "read", "submit", "review", or none for the first two`, 2);
  }

  refusalOf(header: string | undefined, method: string, path: string): ProblemDocument | undefined {
    if (path === '/ready') return undefined;
    const given = /^Bearer (.+)$/.exec(header ?? '')?.[1];
    if (given === undefined) return problemDocument('unauthorized', 'send a token: authorization: Bearer …');
    const digest = digestOf(given);
    let rights: ReadonlySet<string> | undefined;
    for (const token of this.#tokens) if (timingSafeEqual(token.digest, digest)) rights = token.rights;
    if (!rights) return problemDocument('unauthorized', 'this token is not known');
    const needed = /^\/cases\/[^/]+\/review$/.test(path) ? 'review' : method === 'GET' && path !== '/next-instruction' ? 'read' : 'submit';
    return rights.has(needed) ? undefined : problemDocument('forbidden', `this token has no right to ${needed}`);
  }
}
