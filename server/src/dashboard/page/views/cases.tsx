import type { ListedCase, Statistics } from '@case-swarm/schema';
import { useEffect, useRef, useState } from 'preact/hooks';
import { api } from '../api.ts';
import { readable } from '../formats.ts';
import type { Place } from '../main.tsx';
import type { Words } from '../words.ts';
import { OneCase } from './one-case.tsx';

interface CasesProps {
  readonly statistics: Statistics;
  readonly words: Words;
  readonly place: Place;
}

const FILTERED = ['persona', 'format', 'noise', 'complexity', 'primary_topic'];

const hashOf = (item: string | undefined, filters: Readonly<Record<string, string>>): string => {
  const query = new URLSearchParams(Object.entries(filters).filter(([, value]) => value !== '')).toString();
  return `#/cases${item === undefined ? '' : `/${item}`}${query === '' ? '' : `?${query}`}`;
};

/** Cases page by page as they are scrolled to; filters stand in the address. */
export function Cases({ statistics, words, place }: CasesProps) {
  const { filters, item } = place;
  const [cases, setCases] = useState<readonly ListedCase[]>([]);
  const [next, setNext] = useState<number | null>(null);
  const [loading, setLoading] = useState(true);
  const key = JSON.stringify(filters);
  const load = (after: number | undefined, wanted: string): void => {
    setLoading(true);
    void api
      .cases(JSON.parse(wanted) as Record<string, string>, after)
      .then(({ cases: page, next: cursor }) => {
        if (wanted !== current.current) return;
        setCases((known) => (after === undefined ? page : [...known, ...page]));
        setNext(cursor);
      })
      .catch(() => setNext(null))
      .finally(() => setLoading(false));
  };
  const current = useRef(key);
  useEffect(() => {
    current.current = key;
    load(undefined, key);
  }, [key]);
  const go = (id: string | undefined): void => {
    location.hash = hashOf(id, filters);
  };
  if (item !== undefined) {
    const at = cases.findIndex(({ instruction_id }) => instruction_id === item);
    return (
      <OneCase
        id={item}
        words={words}
        back={hashOf(undefined, filters)}
        onNext={() => cases[at + 1] && go(cases[at + 1]!.instruction_id)}
        onPrevious={() => at > 0 && go(cases[at - 1]!.instruction_id)}
        onRejected={() => setCases((known) => known.filter(({ instruction_id }) => instruction_id !== item))}
      />
    );
  }
  const filter = (name: string) => (event: Event) => {
    const { value } = event.currentTarget as HTMLInputElement | HTMLSelectElement;
    location.hash = hashOf(undefined, { ...filters, [name]: value });
  };
  const axes = [...new Set([...FILTERED, ...Object.keys(filters)])].filter((axis) => axis in statistics.coverage.dimensions);
  const choice = (name: string, options: readonly (readonly [value: string, label: string])[]) => (
    <label key={name}>
      {readable(name)}{' '}
      <select value={filters[name] ?? ''} onChange={filter(name)}>
        <option value="">{words.any}</option>
        {options.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <>
      <h1>{words.cases}</h1>
      <form class="filters" role="search" onSubmit={(event) => event.preventDefault()}>
        <label>
          {words.search} <input type="search" value={filters['q'] ?? ''} onChange={filter('q')} />
        </label>
        {axes.map((axis) =>
          choice(
            axis,
            Object.keys(statistics.coverage.dimensions[axis]!).map((level) => [level, readable(level)]),
          ),
        )}
        {choice(
          'agent_id',
          statistics.agents.map(({ agent_id }) => [agent_id, agent_id]),
        )}
        {choice('warnings', [
          ['true', words.withWarnings],
          ['false', words.withoutWarnings],
        ])}
      </form>
      <CaseList cases={cases} words={words} hash={(id) => hashOf(id, filters)} />
      {cases.length === 0 && !loading && <p>{words.none}</p>}
      {next !== null && (
        <button type="button" disabled={loading} onClick={() => load(next, key)}>
          {words.more}
        </button>
      )}
    </>
  );
}

/** Rows far outside the window are not laid out (`content-visibility` in the style), so that thousands stay quick. */
function CaseList({ cases, words, hash }: { readonly cases: readonly ListedCase[]; readonly words: Words; readonly hash: (id: string) => string }) {
  return (
    <ol class="cases">
      {cases.map(({ instruction_id, agent_id, dimensions, words: length, warnings, start }) => (
        <li key={instruction_id}>
          <a href={hash(instruction_id)}>
            <span class="id">{instruction_id}</span>
            <span class="start" dir="auto">
              {start}
            </span>
            <span class="tags">
              {[dimensions['persona'], dimensions['format'], dimensions['noise'], `${length}`].flatMap((tag) => (tag ? [readable(tag)] : [])).join(' · ')}
              {agent_id === null ? '' : ` · ${agent_id}`}
              {warnings > 0 ? ` · ${warnings} ${words.warnings}` : ''}
            </span>
          </a>
        </li>
      ))}
    </ol>
  );
}
