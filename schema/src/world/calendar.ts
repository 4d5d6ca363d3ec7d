import type { Random } from '../random.ts';

/** A calendar day; months and days count from 1. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The day on which all stories are told. Fixed, so that a target depends on its seed and on nothing else. */
export const tellingDay: Day = { year: 2026, month: 9, day: 1 };

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const pad = (value: number): string => String(value).padStart(2, '0');

export const iso = (day: Day): string => `${day.year}-${pad(day.month)}-${pad(day.day)}`;
export const compare = (a: Day, b: Day): number => a.year - b.year || a.month - b.month || a.day - b.day;

/** Whole years from `from` to `to`. */
export function yearsBetween(from: Day, to: Day): number {
  const before = to.month < from.month || (to.month === from.month && to.day < from.day);
  return to.year - from.year - (before ? 1 : 0);
}

export function dayIn(random: Random, year: number): Day {
  const month = random.int(1, 12);
  return { year, month, day: random.int(1, DAYS[month - 1]!) };
}

/** A day between two others, both included. */
export function dayBetween(random: Random, from: Day, to: Day): Day {
  for (let attempt = 0; attempt < 20; attempt++) {
    const day = dayIn(random, random.int(from.year, to.year));
    if (compare(day, from) >= 0 && compare(day, to) <= 0) return day;
  }
  return compare(from, to) <= 0 ? from : to;
}

/** Reads an ISO date of any precision (`2019`, `2019-05`, `2019-05-07`) as its earliest and latest day. */
export function span(text: string): { first: Day; last: Day } | undefined {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (!match) return undefined;
  const year = Number(match[1]);
  const month = match[2] === undefined ? undefined : Number(match[2]);
  const day = match[3] === undefined ? undefined : Number(match[3]);
  if (month !== undefined && (month < 1 || month > 12)) return undefined;
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 1 : 0;
  const monthDays = month === undefined ? 31 : DAYS[month - 1]! + leap;
  if (day !== undefined && (day < 1 || day > monthDays)) return undefined;
  return {
    first: { year, month: month ?? 1, day: day ?? 1 },
    last: { year, month: month ?? 12, day: day ?? monthDays },
  };
}
