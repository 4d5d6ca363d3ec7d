import { createHash, timingSafeEqual } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { UserError, type ProblemDocument } from '@case-swarm/schema';
import { Sessions } from '../dashboard/session.ts';
import { problemDocument } from './problem.ts';

interface Token {
  readonly digest: Buffer;
  readonly rights: ReadonlySet<string>;
}

const digestOf = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Bearer tokens, one a line: `token`, or the token and its rights: `read`, `submit`, `review`; without any it may read and submit. Compared in constant time. */
export class TokenGuard {
  readonly #tokens: readonly Token[];
  readonly #sessions = new Sessions();
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

  /** Opens a session of the page for a token; undefined where the token is not known. */
  signIn(token: string): ReturnType<Sessions['open']> | undefined {
    const rights = this.#rightsOf(token);
    return rights && this.#sessions.open(rights);
  }

  signOut(session: string | undefined): void {
    this.#sessions.close(session);
  }

  #rightsOf(token: string): ReadonlySet<string> | undefined {
    const digest = digestOf(token);
    let rights: ReadonlySet<string> | undefined;
    for (const known of this.#tokens) if (timingSafeEqual(known.digest, digest)) rights = known.rights;
    return rights;
  }

  refusalOf({ authorization, session, fromPage, method, path }: Asking): ProblemDocument | undefined {
    if (OPEN.test(path)) return undefined;
    const given = /^Bearer (.+)$/.exec(authorization ?? '')?.[1];
    const rights = given === undefined ? this.#sessions.rightsOf(session) : this.#rightsOf(given);
    if (!rights) return problemDocument('unauthorized', given === undefined ? 'send a token: authorization: Bearer …, or sign in on /dashboard' : 'this token is not known');
    // A cookie comes by itself, so a form of another site must not act through it: only the page sends this header.
    if (given === undefined && method !== 'GET' && !fromPage) return problemDocument('forbidden', 'a signed-in page sends x-case-swarm: dashboard with what changes something');
    const needed = /^\/cases\/[^/]+\/review$/.test(path) ? 'review' : method === 'GET' && path !== '/next-instruction' ? 'read' : 'submit';
    return rights.has(needed) ? undefined : problemDocument('forbidden', `this token has no right to ${needed}`);
  }
}

/** What is known of a request before it is looked at. */
export interface Asking {
  readonly authorization: string | undefined;
  readonly session: string | undefined;
  readonly fromPage: boolean;
  readonly method: string;
  readonly path: string;
}

/** The page itself holds no data; it asks for a token where one is needed. */
const OPEN = /^\/(ready|session|dashboard\/assets\/[\w.-]+)$/;
