import type { Statistics } from '@case-swarm/schema';
import { percent, spoken } from '../formats.ts';
import { TimePlot } from '../parts/time-plot.tsx';
import type { Words } from '../words.ts';

const BALANCED_ROWS = 3;
const QUIET_MS = 120_000;

/** The campaign in one line of words. */
function verdictLine({ worst_margin, agents, open_leases }: Statistics, words: Words): string {
  const quiet = agents.filter(({ last_seen, open_leases: leases }) => leases > 0 && Date.now() - Date.parse(last_seen) > QUIET_MS).length;
  // Slots at work are not accepted yet: so far off is in order.
  const balanced = worst_margin <= BALANCED_ROWS + open_leases;
  return [
    `${balanced ? words.balanced : words.off} (${words.worstMarginIs} ${worst_margin.toFixed(1)})`,
    ...(quiet > 0 ? [`${quiet} ${words.agentQuiet}`] : []),
    ...(open_leases === 0 ? [words.noAgents] : []),
  ].join(' · ');
}

export function Overview({ statistics, words, theme }: { readonly statistics: Statistics; readonly words: Words; readonly theme: string }) {
  const { coverage, cases_per_minute: rate, minutes, refused, open_leases, parked, rejected, pairs, worst_margin } = statistics;
  const share = (coverage.generation_target - coverage.remaining) / Math.max(1, coverage.generation_target);
  const judged = coverage.training_cases_current + refused;
  const left = coverage.remaining === 0 ? words.done : rate > 0 ? `${spoken((coverage.remaining / rate) * 60)} ${words.left}` : words.waiting;
  const tiles: [string, string][] = [
    [rate.toFixed(0), words.perMinute],
    [judged > 0 ? percent(coverage.training_cases_current / judged) : '–', words.acceptance],
    [String(open_leases), words.openLeases],
    [String(parked), words.parked],
    [String(refused), words.refused],
    [String(rejected), words.rejected],
    [worst_margin.toFixed(1), words.worstMargin],
    [`${pairs.seen} / ${pairs.possible}`, words.pairsSeen],
  ];
  return (
    <>
      <h1>
        {coverage.training_cases_current} {words.of} {coverage.generation_target} {words.casesLower}
      </h1>
      <progress max={1} value={share} aria-label={percent(share)} />
      <p class="lead">
        {percent(share)} · {left} · {verdictLine(statistics, words)}
      </p>
      <dl class="tiles">
        {tiles.map(([value, name]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <h2>{words.overTime}</h2>
      <TimePlot
        theme={theme}
        label={`${words.overTime}: ${words.acceptedLine}, ${words.refusedLine}, ${words.coverageLine}`}
        minutes={minutes.map(({ minute }) => minute)}
        series={[
          { label: words.acceptedLine, colour: '--good', values: minutes.map(({ accepted }) => accepted) },
          { label: words.refusedLine, colour: '--bad', values: minutes.map(({ refused: count }) => count) },
          { label: words.coverageLine, colour: '--accent', scale: 'share', values: minutes.map(({ pairs_seen }) => Math.round((1000 * pairs_seen) / pairs.possible) / 10) },
        ]}
      />
    </>
  );
}
