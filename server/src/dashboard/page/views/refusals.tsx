import type { Refusal, Statistics } from '@case-swarm/schema';
import { useEffect, useState } from 'preact/hooks';
import { api } from '../api.ts';
import { percent } from '../formats.ts';
import type { Place } from '../main.tsx';
import { MarkedText } from '../parts/marked-text.tsx';
import type { Words } from '../words.ts';

const tally = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .map(([name, texts]) => `${name} ${texts}`)
    .join(', ');

/** Why texts are refused, by whom, and the latest ones with what was wrong marked. */
export function Refusals({ statistics, words, place }: { readonly statistics: Statistics; readonly words: Words; readonly place: Place }) {
  const code = place.item;
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  useEffect(() => {
    let over = false;
    void api.refusals(code).then(
      ({ refusals: read }) => !over && setRefusals(read),
      () => {},
    );
    return () => {
      over = true;
    };
  }, [code, statistics.refused]);
  return (
    <>
      <h1>{words.refusals}</h1>
      <div class="scroll" tabIndex={0} role="region" aria-label={words.reasons}>
        <table>
          <caption>{words.reasons}</caption>
          <thead>
            <tr>
              <th scope="col">{words.reasons}</th>
              <th scope="col" class="n">
                {words.texts}
              </th>
              <th scope="col" class="n" title={words.aloneHint}>
                {words.alone}
              </th>
              <th scope="col">{words.byAgent}</th>
              <th scope="col">{words.byWriter}</th>
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
      </div>
      <p class="hint">{words.aloneHint}</p>
      <h2>{words.writers}</h2>
      <div class="scroll" tabIndex={0} role="region" aria-label={words.writers}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.writer}</th>
              <th scope="col" class="n">
                {words.accepted}
              </th>
              <th scope="col" class="n">
                {words.refused}
              </th>
              <th scope="col" class="n">
                {words.acceptance}
              </th>
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
      </div>
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
