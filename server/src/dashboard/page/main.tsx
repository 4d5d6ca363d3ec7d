import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useLive } from './live.ts';
import './style.css';
import { firstLanguage, wordsOf, type Language } from './words.ts';
import { Agents } from './views/agents.tsx';
import { Balance } from './views/balance.tsx';
import { Cases } from './views/cases.tsx';
import { Exports } from './views/exports.tsx';
import { Overview } from './views/overview.tsx';
import { Refusals } from './views/refusals.tsx';
import { SignIn } from './views/sign-in.tsx';

const views = ['overview', 'balance', 'cases', 'refusals', 'agents', 'exports'] as const;
type View = (typeof views)[number];

/** `#/cases/INS-0001?persona=enfant`: view, what of it, filters. */
export interface Place {
  readonly view: View;
  readonly item: string | undefined;
  readonly filters: Readonly<Record<string, string>>;
}

function readPlace(): Place {
  const [path = '', query = ''] = location.hash.replace(/^#\/?/, '').split('?');
  const [view, item] = path.split('/');
  return { view: views.find((name) => name === view) ?? 'overview', item: item || undefined, filters: Object.fromEntries(new URLSearchParams(query)) };
}

function usePlace(): Place {
  const [place, setPlace] = useState(readPlace);
  useEffect(() => {
    const changed = (): void => setPlace(readPlace());
    addEventListener('hashchange', changed);
    return () => removeEventListener('hashchange', changed);
  }, []);
  return place;
}

function useTheme(): [string, () => void] {
  const [theme, setTheme] = useState(localStorage.getItem('theme') ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'));
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme;
  }, [theme]);
  const turn = (): void => {
    const next = theme === 'dark' ? 'light' : 'dark';
    localStorage.setItem('theme', next);
    setTheme(next);
  };
  return [theme, turn];
}

function Page() {
  const place = usePlace();
  const { statistics, connection, refresh } = useLive();
  const [language, setLanguage] = useState<Language>(firstLanguage);
  const [theme, turnTheme] = useTheme();
  const words = wordsOf(language);
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = statistics ? `${statistics.coverage.training_cases_current}/${statistics.coverage.generation_target} – ${words[place.view]}` : words.overview;
  });
  const turnLanguage = (): void => {
    const next = language === 'fr' ? 'en' : 'fr';
    localStorage.setItem('language', next);
    setLanguage(next);
  };
  return (
    <>
      <a class="skip" href="#content" onClick={(event) => (event.preventDefault(), document.getElementById('content')?.focus())}>
        {words.skip}
      </a>
      <header>
        <strong class="brand">case-swarm</strong>
        <nav aria-label={words.overview}>
          {views.map((view) => (
            <a key={view} href={`#/${view}`} {...(view === place.view ? { 'aria-current': 'page' as const } : {})}>
              {words[view]}
            </a>
          ))}
        </nav>
        <div class="switches">
          <button type="button" onClick={turnLanguage} lang={language === 'fr' ? 'en' : 'fr'}>
            {words.language}
          </button>
          <button type="button" onClick={turnTheme} aria-pressed={theme === 'dark'}>
            {words.theme} {theme === 'dark' ? '☾' : '☀'}
          </button>
        </div>
      </header>
      <div role="status" aria-live="polite" class={connection === 'lost' ? 'notice' : 'notice hidden'}>
        {connection === 'lost' ? words.lost : ''}
      </div>
      <main id="content" tabIndex={-1}>
        {connection === 'signed-out' ? (
          <SignIn words={words} again={statistics !== undefined} onSignedIn={refresh} />
        ) : statistics === undefined ? (
          <p>{words.loading}…</p>
        ) : (
          <>
            {place.view === 'overview' && <Overview statistics={statistics} words={words} theme={theme} />}
            {place.view === 'balance' && <Balance statistics={statistics} words={words} theme={theme} />}
            {place.view === 'cases' && <Cases statistics={statistics} words={words} place={place} />}
            {place.view === 'refusals' && <Refusals statistics={statistics} words={words} place={place} />}
            {place.view === 'agents' && <Agents statistics={statistics} words={words} onChange={refresh} />}
            {place.view === 'exports' && <Exports words={words} accepted={statistics.coverage.training_cases_current} />}
          </>
        )}
      </main>
    </>
  );
}

render(<Page />, document.getElementById('page')!);
