import type { Statistics } from '@case-swarm/schema';
import { useState } from 'preact/hooks';
import { ApiError, api } from '../api.ts';
import { percent, spoken } from '../formats.ts';
import { Column, Scroll } from '../parts/table.tsx';
import type { Words } from '../words.ts';

const QUIET_S = 120;

export function Agents({ statistics, words, onChange }: { readonly statistics: Statistics; readonly words: Words; readonly onChange: () => void }) {
  const [note, setNote] = useState('');
  const release = (agent: string): void => {
    void api.release(agent).then(
      ({ released }) => {
        setNote(`${agent}: ${released} ${words.released}`);
        onChange();
      },
      (error: unknown) => setNote(error instanceof ApiError && error.status === 403 ? words.noRights : (error as Error).message),
    );
  };
  return (
    <>
      <h1>{words.agents}</h1>
      <p role="status" aria-live="polite" class="note">
        {note}
      </p>
      <Scroll label={words.agents}>
        <table>
          <thead>
            <tr>
              <Column label={words.agent} />
              <Column label={words.writer} />
              <Column label={words.state} />
              <Column n label={words.accepted} />
              <Column n label={words.refused} />
              <Column n label={words.acceptance} />
              <Column n label={words.lapsed} />
              <Column n label={words.perMinute} />
              <Column label={words.lastSeen} />
              <Column label={words.openLeases} />
            </tr>
          </thead>
          <tbody>
            {statistics.agents.map(({ agent_id, accepted, refused, expired, cases_per_minute, last_seen, open_leases, writer }) => {
              const idle = (Date.now() - Date.parse(last_seen)) / 1000;
              const state = open_leases === 0 ? 'away' : idle > QUIET_S ? 'quiet' : 'working';
              return (
                <tr key={agent_id}>
                  <th scope="row">
                    <a href={`#/cases?agent_id=${encodeURIComponent(agent_id)}`}>{agent_id}</a>
                  </th>
                  <td>{writer ?? '–'}</td>
                  <td class={state === 'quiet' ? 'warn' : ''}>{words[state]}</td>
                  <td class="n">{accepted}</td>
                  <td class="n">{refused}</td>
                  <td class="n">{accepted + refused > 0 ? percent(accepted / (accepted + refused)) : '–'}</td>
                  <td class="n">{expired}</td>
                  <td class="n">{cases_per_minute.toFixed(1)}</td>
                  <td>{`${spoken(idle)} ${words.ago}`}</td>
                  <td>
                    {open_leases}{' '}
                    {open_leases > 0 && (
                      <button type="button" onClick={() => release(agent_id)}>
                        {words.release}
                      </button>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Scroll>
    </>
  );
}
