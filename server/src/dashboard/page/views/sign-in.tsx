import { useState } from 'preact/hooks';
import { api } from '../api.ts';
import type { Words } from '../words.ts';

/** Asks for a token; the server keeps it behind a cookie that scripts cannot read. */
export function SignIn({ words, again, onSignedIn }: { readonly words: Words; readonly again: boolean; readonly onSignedIn: () => void }) {
  const [token, setToken] = useState('');
  const [note, setNote] = useState('');
  const send = (event: Event): void => {
    event.preventDefault();
    void api.signIn(token).then(onSignedIn, (error: unknown) => setNote((error as Error).message));
  };
  return (
    <form class="sign-in" onSubmit={send}>
      <h1>{words.signIn}</h1>
      <p>{again ? words.expired : words.signInHint}</p>
      <label>
        {words.token} <input type="password" autoComplete="current-password" value={token} onInput={(event) => setToken(event.currentTarget.value)} />
      </label>
      <button type="submit">{words.signIn}</button>
      <p role="alert">{note}</p>
    </form>
  );
}
