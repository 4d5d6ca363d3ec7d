import { readable, signed } from '../formats.ts';
import { Column } from './table.tsx';
import type { Words } from '../words.ts';

export interface BarRow {
  readonly level: string;
  readonly current: number;
  readonly plan: number;
  /** Rows beside the plan for as many cases as there are. */
  readonly off: number;
}

const NOTICEABLE = 2;

/** An axis as a table whose cells are also bars: readable without colour, and by a screen reader. */
export function Bars({ axis, rows, words }: { readonly axis: string; readonly rows: readonly BarRow[]; readonly words: Words }) {
  const most = Math.max(1, ...rows.map(({ plan }) => plan));
  return (
    <table class="bars">
      <caption>{readable(axis)}</caption>
      <thead>
        <tr>
          <Column label={words.level} />
          <th scope="col" class="wide">
            <span class="hidden-text">{words.has}</span>
          </th>
          <Column n label={words.has} />
          <Column n label={words.plan} />
          <Column n label={words.gap} />
        </tr>
      </thead>
      <tbody>
        {rows.map(({ level, current, plan, off }) => (
          <tr key={level}>
            <th scope="row">
              <a href={`#/cases?${axis}=${encodeURIComponent(level)}`}>{readable(level)}</a>
            </th>
            <td class="wide">
              <svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                <rect class="plan" x="0" y="2" height="6" width={(100 * plan) / most} />
                <rect class="has" x="0" y="2" height="6" width={Math.min(100, (100 * current) / most)} />
              </svg>
            </td>
            <td class="n">{current}</td>
            <td class="n">{plan.toFixed(0)}</td>
            <td class={Math.abs(off) > NOTICEABLE ? 'n warn' : 'n'}>{signed(off)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
