import type { PairMatrix, Statistics } from '@case-swarm/schema';
import { useState } from 'preact/hooks';
import { api } from '../api.ts';
import { readable, signed } from '../formats.ts';
import { Bars } from '../parts/bars.tsx';
import { Column, Scroll } from '../parts/table.tsx';
import { useRead } from '../use-read.ts';
import type { Words } from '../words.ts';

interface BalanceProps {
  readonly statistics: Statistics;
  readonly words: Words;
  readonly theme: string;
}

export function Balance({ statistics, words }: BalanceProps) {
  const { coverage } = statistics;
  const progress = coverage.training_cases_current / Math.max(1, coverage.generation_target);
  return (
    <>
      <h1>{words.balance}</h1>
      <Matrix statistics={statistics} words={words} />
      <h2>{words.worstPairs}</h2>
      <table>
        <thead>
          <tr>
            <Column label={words.level} />
            <Column label={words.beside} />
            <Column n label={words.has} />
            <Column n label={words.plan} />
            <Column n label={words.gap} />
          </tr>
        </thead>
        <tbody>
          {statistics.pairs.worst.slice(0, 8).map(({ axes, levels, accepted, plan, off }) => (
            <tr key={axes.join() + levels.join()}>
              <td>{`${readable(axes[0])} : ${readable(levels[0])}`}</td>
              <td>
                <a href={`#/cases?${axes[0]}=${levels[0]}&${axes[1]}=${levels[1]}`}>{`${readable(axes[1])} : ${readable(levels[1])}`}</a>
              </td>
              <td class="n">{accepted}</td>
              <td class="n">{plan.toFixed(1)}</td>
              <td class="n">{signed(off)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div class="columns">
        {Object.entries(coverage.dimensions).map(([axis, levels]) => (
          <Bars
            key={axis}
            axis={axis}
            words={words}
            rows={Object.entries(levels).map(([level, { current, target_count }]) => ({ level, current, plan: target_count, off: current - target_count * progress }))}
          />
        ))}
      </div>
    </>
  );
}

/** Full colour at this many rows beside the plan. */
const FULL_ROWS = 4;

function shade(off: number): string {
  const step = Math.min(4, Math.round((Math.abs(off) / FULL_ROWS) * 4));
  return step === 0 ? 'even' : `${off < 0 ? 'few' : 'many'}-${step}`;
}

function Matrix({ statistics, words }: { readonly statistics: Statistics; readonly words: Words }) {
  const axes = Object.keys(statistics.coverage.dimensions);
  const [[a, b], setPair] = useState<[string, string]>([axes[0] ?? '', axes[2] ?? axes[1] ?? '']);
  const [matrix, setMatrix] = useState<PairMatrix>();
  const accepted = statistics.coverage.training_cases_current;
  useRead(
    () => api.pairs(a, b),
    setMatrix,
    () => setMatrix(undefined),
    [a, b, accepted],
  );
  const choose = (which: 0 | 1) => (event: Event) => {
    const { value } = event.currentTarget as HTMLSelectElement;
    setPair(which === 0 ? [value, b] : [a, value]);
  };
  const select = (which: 0 | 1, value: string) => (
    <label>
      {words.axis} {which + 1}{' '}
      <select value={value} onChange={choose(which)}>
        {axes.map((axis) => (
          <option key={axis} value={axis} disabled={axis === (which === 0 ? b : a)}>
            {readable(axis)}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <section aria-labelledby="matrix">
      <h2 id="matrix">{words.pairMatrix}</h2>
      <p class="filters">
        {select(0, a)} {select(1, b)}
      </p>
      <p class="hint">{words.pairHint}</p>
      {matrix && (
        <Scroll label={words.pairMatrix}>
          <table class="matrix">
            <thead>
              <tr>
                <td />
                {matrix.levels[1].map((level) => (
                  <th key={level} scope="col">
                    <span>{readable(level)}</span>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {matrix.levels[0].map((level, i) => (
                <tr key={level}>
                  <th scope="row">{readable(level)}</th>
                  {matrix.levels[1].map((other, j) => {
                    const [has, plan] = [matrix.accepted[i]![j]!, matrix.plan[i]![j]!];
                    if (matrix.excluded[i]![j]) return <td key={other} class="excluded" aria-label="–" />;
                    return (
                      <td key={other} class={shade(has - plan)}>
                        <a
                          href={`#/cases?${matrix.axes[0]}=${encodeURIComponent(level)}&${matrix.axes[1]}=${encodeURIComponent(other)}`}
                          title={`${readable(level)} × ${readable(other)}: ${has} ${words.of} ${plan.toFixed(1)}`}
                        >
                          {has}
                        </a>
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </section>
  );
}
