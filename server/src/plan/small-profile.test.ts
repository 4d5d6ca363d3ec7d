import { xxh64 } from '@node-rs/xxhash';
import { loadPack, readProfile, type Profile, type Stratum } from '@case-swarm/schema';
import { expect, test } from 'vitest';
import { planHeatMap } from './heat-map.ts';
import { measurePlan, planReport } from './report.ts';
import { pairShares, planRows, planSequence } from './sequence.ts';
import { fitPairShares } from './shares.ts';

/** Two axes of two levels with one pair excluded, and a third that exists at one level of the second. */
const small = (): Profile =>
  readProfile({
    profile: 'small & "quoted" <1>',
    target_total_cases: 20,
    axes: { colour: { red: 0.75, blue: 0.25 }, size: { big: 0.5, small: 0.5 }, trap: { soft: 0.25, hard: 0.75 } },
    conditional: { trap: { size: ['small'] } },
    excluded: [{ colour: ['blue'], size: ['big'] }],
  });
const axis = (profile: Profile, name: string): Profile['axes'][number] => profile.axes.find((item) => item.name === name)!;
const rowsOf = (text: string): Stratum[] =>
  text.split(' ').map((row) => {
    const [colour, size, trap] = row.split('/');
    return { colour: colour!, size: size!, trap: trap ?? null };
  });

test('pair shares keep both margins, and an excluded pair is empty', () => {
  const profile = small();
  const cells = [...fitPairShares(profile, axis(profile, 'colour'), axis(profile, 'size'))];
  // red × big, red × small, blue × big, blue × small: with blue × big at 0 the margins leave one table.
  expect(cells.map((share) => Math.round(share * 1e6) / 1e6)).toEqual([0.5, 0.25, 0, 0.25]);
});

test('within its condition a pair has the shares of the rows there', () => {
  const profile = small();
  const near = (cells: Float64Array | undefined): number[] => [...cells!].map((share) => Math.round(share * 1e6) / 1e6);
  // Where the size is small, half the rows are red.
  expect(near(pairShares(profile, axis(profile, 'colour'), axis(profile, 'trap')))).toEqual([0.125, 0.375, 0.125, 0.375]);
  expect(near(pairShares(profile, axis(profile, 'trap'), axis(profile, 'colour')))).toEqual([0.125, 0.125, 0.375, 0.375]);
  expect(pairShares(profile, axis(profile, 'size'), axis(profile, 'trap'))).toBeUndefined();
});

test('a secondary axis follows its source and the axis that decides on "none"', () => {
  const profile = readProfile({
    profile: 'secondary',
    target_total_cases: 20,
    axes: {
      topic: { a: 0.5, b: 0.25, c: 0.25 },
      depth: { flat: 0.6, deep: 0.4 },
      second: { none: { flat: 0.5, deep: 0 }, otherwise: "shares of topic without the row's own topic" },
    },
    excluded: [{ equal: ['topic', 'second'] }],
  });
  const second = axis(profile, 'second');
  const at = (cells: Float64Array, i: number, level: string | null): number => cells[i * second.levels.length + second.levels.indexOf(level)]!;
  const byTopic = fitPairShares(profile, axis(profile, 'topic'), second);
  const byDepth = fitPairShares(profile, axis(profile, 'depth'), second);
  expect(at(byTopic, 0, 'a')).toBe(0);
  expect(at(byTopic, 0, null)).toBeCloseTo(0.5 * 0.3, 6);
  expect(at(byDepth, 0, null)).toBeCloseTo(0.3, 6);
  expect(at(byDepth, 1, null)).toBe(0);
  expect(fitPairShares(profile, second, axis(profile, 'depth'))[second.levels.indexOf(null) * 2]).toBeCloseTo(0.3, 6);
  const rows = planRows(profile, 3, 200);
  expect(rows.some((row) => row['topic'] === row['second'])).toBe(false);
  expect(Math.abs(rows.filter((row) => row['second'] === null).length - 60)).toBeLessThanOrEqual(1);
});

test('twenty rows of a seed are these, today and in a year', () => {
  const rows = planRows(small(), 5, 20).map((row) => Object.values(row).filter(Boolean).join('/'));
  expect(rows.join(' ')).toMatchInlineSnapshot(
    `"red/big red/small/hard blue/small/hard red/big red/big red/small/soft blue/small/hard red/big red/big red/small/hard blue/small/soft red/big red/big red/small/hard blue/small/hard red/big red/big red/small/hard blue/small/hard red/big"`,
  );
});

test('rows from elsewhere are evened out by those behind them', () => {
  const sequence = planSequence(small(), 5);
  for (const row of rowsOf('red/big red/big red/big red/big')) sequence.include(row);
  expect(sequence.row).toBe(4);
  const next = Array.from({ length: 4 }, () => sequence.next());
  expect(next.filter((row) => row['size'] === 'small')).toHaveLength(4);
  expect(next.filter((row) => row['colour'] === 'blue')).toHaveLength(2);
  expect(sequence.snapshot()).toMatchObject({ row: 8, applied: [8, 8, 4] });
});

test('a profile that leaves no row says so', () => {
  const profile = small();
  const pair = (colour: string, sizes: readonly string[]): Profile['excluded'][number] => [
    { axis: 'colour', levels: [colour] },
    { axis: 'size', levels: sizes },
  ];
  const none: Profile = { ...profile, excluded: [pair('red', ['big', 'small']), pair('blue', ['big', 'small'])] };
  expect(() => planRows(none, 1, 1)).toThrow(/no feasible row 0/);
});

test('figures of rows by hand', () => {
  const figures = measurePlan(small(), rowsOf('red/big red/small/soft red/big blue/small/hard'));
  expect(figures).toEqual({
    rows: 4,
    // Behind the third row: three red of 2.25.
    worstMargin: { rows: 0.75, where: 'colour=red at row 3' },
    worstPair: { rows: expect.closeTo(0, 9), where: expect.any(String) },
    excludedCells: 0,
    pairCoverage: 1,
    // Two axes have no triple to miss.
    tripleCoverage: 1,
  });
  const wrong = measurePlan(small(), rowsOf('blue/big red/big red/big red/big red/big'));
  expect(wrong.excludedCells).toBe(1);
  expect(wrong.pairCoverage).toBeCloseTo(1 / 3, 9);
  expect(wrong.worstPair).toEqual({ rows: expect.closeTo(1.5, 9), where: 'red × big' });
});

test('triples that a profile allows, and how many were seen', () => {
  const profile = readProfile({
    profile: 'three',
    target_total_cases: 8,
    axes: { a: { x: 0.5, y: 0.5 }, b: { x: 0.5, y: 0.5 }, c: { x: 0.5, y: 0.5 } },
    excluded: [{ a: ['x'], c: ['x'] }],
  });
  const row = (text: string): Stratum => ({ a: text[0]!, b: text[1]!, c: text[2]! });
  // Six of eight triples are allowed.
  expect(measurePlan(profile, ['yxx', 'yyx', 'xxy'].map(row)).tripleCoverage).toBeCloseTo(0.5, 9);
});

test('the report is for reading', () => {
  expect(planReport(small(), rowsOf('red/big red/small/soft red/big blue/small/hard'))).toMatchInlineSnapshot(`
    "profile small & "quoted" <1>, 4 rows
    worst margin at any prefix   0.75 rows (colour=red at row 3)
    worst pair cell at the end   0.00 rows (red × small)
    excluded cells used          0
    pairs seen                   100.0 %
    triples seen                 100.0 %

    colour
      red                                    3  plan       3.0
      blue                                   1  plan       1.0
    size
      big                                    2  plan       2.0
      small                                  2  plan       2.0
    trap
      soft                                   1  plan       0.5
      hard                                   1  plan       1.5
    "
  `);
});

test('the heat map shows each cell, what is over, under and excluded', () => {
  const svg = planHeatMap(small(), rowsOf('red/big red/big red/big blue/small/hard'));
  expect(svg).toContain('4 rows of small &amp; "quoted" &lt;1&gt;');
  const fills = Object.fromEntries([...svg.matchAll(/fill="([^"]+)"><title>([^<]+)<\/title>/g)].map(([, fill, title]) => [title, fill]));
  expect(fills).toMatchInlineSnapshot(`
    {
      "big × blue: 0 of 0.0": "#d9d9d9",
      "big × red: 3 of 2.0": "rgb(255,170,170)",
      "blue × big: 0 of 0.0": "#d9d9d9",
      "blue × small: 1 of 1.0": "rgb(255,255,255)",
      "red × big: 3 of 2.0": "rgb(255,170,170)",
      "red × small: 0 of 1.0": "rgb(170,170,255)",
      "small × blue: 1 of 1.0": "rgb(255,255,255)",
      "small × red: 0 of 1.0": "rgb(170,170,255)",
    }
  `);
  // Two axes of two levels: names twice, four cells each way; nothing lies beyond the picture.
  const side = Number(/viewBox="0 0 (\d+)/.exec(svg)![1]);
  const cells = [...svg.matchAll(/<rect x="(\d+)" y="(\d+)" width="13"/g)].map(([, x, y]) => [Number(x), Number(y)] as const);
  expect(cells).toHaveLength(8);
  expect(new Set(cells.map(String)).size).toBe(8);
  for (const [x, y] of cells) expect(x >= 190 && y >= 190 && x + 13 < side && y + 13 < side).toBe(true);
  expect(svg.match(/<text /g)).toHaveLength(9);
});

test('a plan is the same on every machine and in every version: a campaign goes on where it stood', async () => {
  const rows = planRows((await loadPack()).profile, 1, 60);
  expect(xxh64(JSON.stringify(rows)).toString(16)).toMatchInlineSnapshot(`"dd5f929cce71c2b8"`);
});
