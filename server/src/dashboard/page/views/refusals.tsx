import type { Refusal, Statistics } from '@case-swarm/schema';
import { useState } from 'preact/hooks';
import { api } from '../api.ts';
import { percent } from '../formats.ts';
import type { Place } from '../main.tsx';
import { MarkedText } from '../parts/marked-text.tsx';
import { Column, Scroll } from '../parts/table.tsx';
import { useRead } from '../use-read.ts';
import type { Words } from '../words.ts';

const tally = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .map(([name, texts]) => `${name} ${texts}`)
    .join(', ');

/** Why texts are refused, by whom, and the latest ones with what was wrong marked. */
export function Refusals({ statistics, words, place }: { readonly statistics: Statistics; readonly words: Words; readonly place: Place }) {
  const code = place.item;
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  useRead(
    () => api.refusals(code),
    ({ refusals: read }) => setRefusals(read),
    () => {},
    [code, statistics.refused],
  );
  return (
    <>
      <h1>{words.refusals}</h1>
      <Scroll label={words.reasons}>
        <table>
          <caption>{words.reasons}</caption>
          <thead>
            <tr>
              <Column label={words.reasons} />
              <Column n label={words.texts} />
              <Column n label={words.alone} title={words.aloneHint} />
              <Column label={words.byAgent} />
              <Column label={words.byWriter} />
            </tr>
          </thead>
          <tbody>
            {statistics.reasons.map(({ code: name, count, alone, agents, writers }) => (
              <tr key={name}>
                <th scope="row">
                  <a href={`#/refusals/${name}`} {...(name === code ? { 'aria-current': 'true' as const } : {})}>
                    {name}
                  </a>
                </th>
                <td class="n">{count}</td>
                <td class="n">{alone}</td>
                <td>{tally(agents)}</td>
                <td>{tally(writers)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <p class="hint">{words.aloneHint}</p>
      <h2>{words.writers}</h2>
      <Scroll label={words.writers}>
        <table>
          <thead>
            <tr>
              <Column label={words.writer} />
              <Column n label={words.accepted} />
              <Column n label={words.refused} />
              <Column n label={words.acceptance} />
            </tr>
          </thead>
          <tbody>
            {statistics.writers.map(({ writer, accepted, refused }) => (
              <tr key={writer}>
                <th scope="row">{writer}</th>
                <td class="n">{accepted}</td>
                <td class="n">{refused}</td>
                <td class="n">{percent(accepted / Math.max(1, accepted + refused))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <h2>{`${words.examples}${code === undefined ? '' : ` : ${code}`}`}</h2>
      {code !== undefined && <a href="#/refusals">{words.allReasons}</a>}
      {refusals.map(({ instruction_id, agent_id, received_at, case_text, validation }) => (
        <article key={instruction_id + received_at} class="refusal">
          <h3>{`${instruction_id} · ${agent_id ?? '–'}`}</h3>
          <MarkedText
            text={case_text}
            marks={validation.problems.flatMap(({ span, message }) => (span ? [{ from: span[0], to: span[1], kind: 'fault' as const, about: message }] : []))}
          />
          <ul>
            {validation.problems.map(({ code: name, message, path }) => (
              <li key={name + (path ?? '') + message}>
                <strong>{name}</strong> {message}
              </li>
            ))}
          </ul>
        </article>
      ))}
    </>
  );
}
