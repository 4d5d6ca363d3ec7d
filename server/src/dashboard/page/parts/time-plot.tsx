import { useEffect, useRef } from 'preact/hooks';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';

export interface TimeSeries {
  readonly label: string;
  readonly colour: string;
  readonly values: readonly number[];
  readonly scale?: 'share';
}

const HEIGHT = 220;
const LEAST_SECONDS = 900;

/** Series over minutes. `label` is what a screen reader says of it. */
export function TimePlot({
  minutes,
  series,
  label,
  theme,
}: {
  readonly minutes: readonly number[];
  readonly series: readonly TimeSeries[];
  readonly label: string;
  readonly theme: string;
}) {
  const holder = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot>();
  const data: uPlot.AlignedData = [minutes.map((minute) => minute * 60), ...series.map(({ values }) => [...values])];
  const shared = series.some(({ scale }) => scale === 'share');
  useEffect(() => {
    const style = getComputedStyle(document.documentElement);
    const ink = style.getPropertyValue('--muted').trim();
    const line = style.getPropertyValue('--line').trim();
    const axis = { stroke: ink, grid: { stroke: line, width: 1 }, ticks: { stroke: line, width: 1 } };
    const made = new uPlot(
      {
        width: holder.current!.clientWidth,
        height: HEIGHT,
        cursor: { y: false },
        legend: { live: false },
        // A young campaign has a minute or two: they stand in a quarter of an hour, not in a year.
        scales: {
          x: { time: true, range: (_u, min, max) => [Math.min(min, max - LEAST_SECONDS), max] },
          y: { range: (_u, _min, max) => [0, Math.max(1, max * 1.1)] },
          share: { range: [0, 100] },
        },
        series: [
          {},
          ...series.map(({ label: name, colour, scale }) => ({
            label: name,
            stroke: style.getPropertyValue(colour).trim(),
            width: 2,
            points: { show: minutes.length < 3 },
            scale: scale ?? 'y',
          })),
        ],
        axes: [axis, { ...axis, size: 44 }, ...(shared ? [{ ...axis, scale: 'share', side: 1 as const, size: 44, grid: { show: false } }] : [])],
      },
      data,
      holder.current!,
    );
    plot.current = made;
    const resize = new ResizeObserver(() => made.setSize({ width: holder.current!.clientWidth, height: HEIGHT }));
    resize.observe(holder.current!);
    return () => {
      resize.disconnect();
      made.destroy();
    };
    // The plot is made anew for another theme or language; new points only change its data.
  }, [theme, series.map(({ label: name }) => name).join()]);
  useEffect(() => plot.current?.setData(data), [minutes.length, minutes.at(-1), series.map(({ values }) => values.at(-1)).join()]);
  return <div ref={holder} class="plot" role="img" aria-label={label} />;
}
