import type { CaseView } from '@case-swarm/schema';
import { useEffect, useRef, useState } from 'preact/hooks';
import { ApiError, api } from '../api.ts';
import { percent, readable } from '../formats.ts';
import { MarkedText, type Mark } from '../parts/marked-text.tsx';
import { WordDiff } from '../parts/word-diff.tsx';
import { useRead } from '../use-read.ts';
import type { Words } from '../words.ts';

interface OneCaseProps {
  readonly id: string;
  readonly words: Words;
  readonly back: string;
  readonly onNext: () => void;
  readonly onPrevious: () => void;
  readonly onRejected: () => void;
}

/** A case with what proves each fact, its neighbours and its past; kept or rejected here. */
export function OneCase({ id, words, back, onNext, onPrevious, onRejected }: OneCaseProps) {
  const [found, setFound] = useState<CaseView>();
  const [note, setNote] = useState('');
  const [active, setActive] = useState<string>();
  const [reason, setReason] = useState('');
  const reasonField = useRef<HTMLInputElement>(null);
  useEffect(() => {
    setFound(undefined);
    setNote('');
    setReason('');
  }, [id]);
  useRead(
    () => api.case(id),
    setFound,
    (error) => setNote(error instanceof ApiError && [400, 404, 409].includes(error.status) ? words.notFound : error.message),
    [id],
  );
  const decide = (verdict: 'keep' | 'reject'): void => {
    if (verdict === 'reject' && reason.trim() === '') return reasonField.current?.focus();
    void api
      .review(id, verdict, reason)
      .then(({ precision }) => {
        const { kept, rejected, precision: share } = precision;
        setNote(`${verdict === 'keep' ? words.keptNow : words.rejectedNow} · ${words.precision} ${percent(share)} (${kept}/${kept + rejected})`);
        if (verdict === 'reject') onRejected();
      })
      .catch((error: unknown) => setNote(error instanceof ApiError && error.status === 403 ? words.noRights : (error as Error).message));
  };
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test((event.target as HTMLElement).tagName)) return;
      const act = { j: onNext, k: onPrevious, a: () => decide('keep'), r: () => decide('reject') }[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  });
  const marks: Mark[] = found
    ? [
        ...Object.entries(found.validation.evidence).map(([path, [from, to]]): Mark => ({ from, to, kind: 'proof', about: path })),
        ...found.validation.problems.flatMap(({ span, message }): Mark[] => (span ? [{ from: span[0], to: span[1], kind: 'fault', about: message }] : [])),
      ]
    : [];
  return (
    <article>
      <p>
        <a href={back}>← {words.back}</a>
      </p>
      <h1>{id}</h1>
      <p role="status" aria-live="polite" class="note">
        {note}
      </p>
      {found && (
        <>
          <div class="pair">
            <section>
              <h2>{words.text}</h2>
              <MarkedText text={found.case_text} marks={marks} active={active} onActive={setActive} />
            </section>
            <section>
              <h2>{words.facts}</h2>
              <Facts evidence={found.validation.evidence} text={found.case_text} toon={found.target_toon} active={active} onActive={setActive} />
            </section>
          </div>
          <form
            class="review"
            onSubmit={(event) => {
              event.preventDefault();
              decide('reject');
            }}
          >
            <button type="button" onClick={() => decide('keep')}>
              {words.keep}
            </button>
            <label>
              <span class="hidden-text">{words.reason}</span>
              <input ref={reasonField} value={reason} placeholder={words.reason} maxLength={2000} onInput={(event) => setReason(event.currentTarget.value)} />
            </label>
            <button type="submit" class="danger">
              {words.reject}
            </button>
          </form>
          <p class="hint">{words.keys}</p>
          <div class="pair">
            <section>
              <h2>{words.stratum}</h2>
              <ul class="plain">{Object.entries(found.dimensions).map(([axis, level]) => level !== null && <li key={axis}>{`${readable(axis)} : ${readable(level)}`}</li>)}</ul>
            </section>
            <section>
              <h2>{words.card}</h2>
              <ul class="plain">
                {Object.entries(found.validation.measures).map(([name, value]) => (
                  <li key={name}>{`${name}: ${value}`}</li>
                ))}
                {found.validation.problems.map(({ code, message }) => (
                  <li key={code + message}>{`${code}: ${message}`}</li>
                ))}
              </ul>
            </section>
          </div>
          <h2>{words.nearest}</h2>
          {found.nearest ? (
            <>
              <p class="hint">
                {found.nearest.instruction_id === null ? '' : <a href={`#/cases/${found.nearest.instruction_id}`}>{found.nearest.instruction_id}</a>} {words.similarity}{' '}
                {percent(found.nearest.jaccard)}
              </p>
              <WordDiff before={found.nearest.text} after={found.case_text} />
            </>
          ) : (
            <p class="hint">{words.noNearest}</p>
          )}
          <h2>{words.attempts}</h2>
          {found.attempts.length === 0 && <p class="hint">{words.noAttempts}</p>}
          {found.attempts.map((attempt) => (
            <details key={attempt.received_at + attempt.instruction_id}>
              <summary>{`${attempt.instruction_id} · ${attempt.agent_id ?? '–'} · ${attempt.validation.problems.map(({ code }) => code).join(', ')}`}</summary>
              <p class="statement" dir="auto" tabIndex={0}>
                {attempt.case_text}
              </p>
            </details>
          ))}
        </>
      )}
    </article>
  );
}

const inReadingOrder = (evidence: CaseView['validation']['evidence']) => Object.entries(evidence).sort(([, a], [, b]) => a[0] - b[0] || a[1] - b[1]);

interface FactsProps {
  readonly evidence: CaseView['validation']['evidence'];
  readonly text: string;
  readonly toon: string;
  readonly active: string | undefined;
  readonly onActive: (about: string | undefined) => void;
}

function Facts({ evidence, text, toon, active, onActive }: FactsProps) {
  return (
    <>
      <ul class="facts">
        {inReadingOrder(evidence).map(([path, [from, to]]) => (
          <li key={path}>
            <button
              type="button"
              class={active === path ? 'lit' : ''}
              onMouseEnter={() => onActive(path)}
              onMouseLeave={() => onActive(undefined)}
              onFocus={() => onActive(path)}
              onBlur={() => onActive(undefined)}
            >
              <code>{path}</code> <q dir="auto">{text.slice(from, to)}</q>
            </button>
          </li>
        ))}
      </ul>
      <pre tabIndex={0} dir="auto">
        {toon}
      </pre>
    </>
  );
}
