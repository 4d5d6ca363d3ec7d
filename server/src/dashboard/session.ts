import { randomBytes } from 'node:crypto';

/** Hours after which a signed-in page asks for its token again. */
const HOURS = 12;
const MOST = 1000;

interface Session {
  readonly rights: ReadonlySet<string>;
  readonly until: number;
}

export const COOKIE = 'case_swarm_session';

/** Sign-ins of the page: the token stays with the server, the browser holds a random name in a cookie that scripts cannot read. */
export class Sessions {
  readonly #sessions = new Map<string, Session>();

  open(rights: ReadonlySet<string>, now = Date.now()): { readonly name: string; readonly maxAgeSeconds: number } {
    for (const [name, session] of this.#sessions) if (session.until < now || this.#sessions.size >= MOST) this.#sessions.delete(name);
    const name = randomBytes(32).toString('base64url');
    this.#sessions.set(name, { rights, until: now + HOURS * 3_600_000 });
    return { name, maxAgeSeconds: HOURS * 3600 };
  }

  rightsOf(name: string | undefined, now = Date.now()): ReadonlySet<string> | undefined {
    const session = name === undefined ? undefined : this.#sessions.get(name);
    return session && session.until >= now ? session.rights : undefined;
  }

  close(name: string | undefined): void {
    if (name !== undefined) this.#sessions.delete(name);
  }
}
