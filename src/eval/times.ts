/** Scores the reading of times: calendar values on WikiWars, and the cases of the Recognizers date-time specification. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FoundTime, readTimes } from '../mentions/times/index.ts';
import type { Score, Scorer } from './scorer.ts';

/** A day, month, year or ISO week: what the record needs. */
const CALENDAR = /^\d{4}(?:-\d\d(?:-\d\d)?|-W\d\d)?$/;

export interface GoldTime {
  readonly start: number;
  readonly end: number;
  readonly value: string | null;
}

export interface Counts {
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
}

/** TIMEX3 values down to the day: a time of day is dropped; what is no calendar value is null. */
export function calendarValue(value: string | null): string | null {
  if (value === null) return null;
  const day = value.replace(/T.*$/, '');
  return CALENDAR.test(day) ? day : null;
}

/** A gold time is found by an overlapping time of the same calendar value; each counts once. */
export function matchCalendar(gold: readonly GoldTime[], found: readonly FoundTime[]): Counts {
  const wanted = gold.filter((time) => calendarValue(time.value) !== null);
  const given = found.filter((time) => calendarValue(time.reading.value) !== null);
  const used = new Set<FoundTime>();
  let tp = 0;
  for (const time of wanted) {
    const hit = given.find(
      (other) =>
        !used.has(other) &&
        other.span[0] < time.end &&
        time.start < other.span[1] &&
        calendarValue(other.reading.value) === calendarValue(time.value),
    );
    if (hit === undefined) continue;
    used.add(hit);
    tp += 1;
  }
  return { tp, fp: given.length - tp, fn: wanted.length - tp };
}

export const f1 = ({ tp, fp, fn }: Counts): number => (tp === 0 ? 0 : (2 * tp) / (2 * tp + fp + fn));

export const sum = (all: readonly Counts[]): Counts =>
  all.reduce((a, b) => ({ tp: a.tp + b.tp, fp: a.fp + b.fp, fn: a.fn + b.fn }), { tp: 0, fp: 0, fn: 0 });

const readPlain = (text: string, published: string | null): readonly FoundTime[] =>
  readTimes({
    text,
    blocks: paragraphs(text),
    sentences: [],
    published,
    publishedBasis: 'given',
    dateline: null,
    offices: null,
  }).times;

const paragraphs = (text: string): [number, number][] =>
  [...text.matchAll(/[^\n]+(?:\n(?!\n)[^\n]+)*/g)].map((part) => [part.index, part.index + part[0].length]);

// Recognizers ---------------------------------------------------------------------------------------------------------

export interface RecognizersCase {
  readonly Input: string;
  readonly Context?: { readonly ReferenceDateTime?: string };
  readonly NotSupported?: string;
  readonly NotSupportedByDesign?: string;
  readonly Results: readonly {
    readonly Start: number;
    readonly End: number;
    readonly TypeName: string;
    readonly Resolution?: {
      readonly values?: readonly { timex?: string; value?: string; start?: string; end?: string }[];
    };
  }[];
}

export const isSupported = (item: {
  readonly NotSupported?: string;
  readonly NotSupportedByDesign?: string;
}): boolean => !/javascript/i.test(item.NotSupported ?? '') && !/javascript/i.test(item.NotSupportedByDesign ?? '');

/** Whether all dates of a case (times of day, durations and sets aside) were found with one of the accepted values, and none besides. */
export function isCaseRight(item: RecognizersCase, found: readonly FoundTime[]): boolean {
  const dates = item.Results.filter((result) => /\.(?:date|daterange|datetime|datetimerange)$/.test(result.TypeName));
  const given = found.filter(
    (time) => time.reading.dates && (time.reading.value !== null || time.reading.symbolic !== null),
  );
  const used = new Set<FoundTime>();
  for (const result of dates) {
    const hit = given.find(
      (time) =>
        time.span[0] <= result.End && result.Start < time.span[1] && agrees(result.Resolution?.values ?? [], time),
    );
    if (hit === undefined) return false;
    for (const time of given) if (time.span[0] <= result.End && result.Start < time.span[1]) used.add(time);
  }
  const others = item.Results.filter((result) => !dates.includes(result));
  return given.every((time) => used.has(time) || others.some((r) => time.span[0] <= r.End && r.Start < time.span[1]));
}

/** By days: a date's own day, or a range's first day and the one after its last. */
function agrees(
  values: readonly { timex?: string; value?: string; start?: string; end?: string }[],
  time: FoundTime,
): boolean {
  const value = time.reading.value;
  if (value === null) return false;
  return values.some((accepted) => {
    const timex = accepted.timex ?? '';
    if (calendarValue(timex) !== null && calendarValue(timex) === value) return true;
    if (accepted.value !== undefined && accepted.value.slice(0, 10) === value) return true;
    if (accepted.start === undefined) return false;
    const start = value.split('/')[0] ?? '';
    return (
      start !== '' && accepted.start.slice(0, start.length) === start && (value.includes('/') || start.length < 10)
    );
  });
}

function read<T>(root: string, path: string): T {
  return JSON.parse(readFileSync(join(root, path), 'utf8').replace(/^\uFEFF/, '')) as T;
}

const WIKIWARS = 'dates/wikiwars.json';
const RECOGNIZERS = 'dates/recognizers-DateTimeModel.json';

export const timesScorer: Scorer = {
  name: 'times',
  describe: 'calendar values of WikiWars, and the date-time cases of the Recognizers specification',
  needs: [WIKIWARS, RECOGNIZERS],
  async score({ goldDir }): Promise<readonly Score[]> {
    if (goldDir === null) return [];
    const documents = read<readonly { text: string; dct: string; timex: readonly GoldTime[] }[]>(goldDir, WIKIWARS);
    const wikiwars = sum(documents.map((doc) => matchCalendar(doc.timex, readPlain(doc.text, doc.dct))));
    const cases = read<readonly RecognizersCase[]>(goldDir, RECOGNIZERS).filter(isSupported);
    const right = cases.filter((item) =>
      isCaseRight(item, readPlain(item.Input, item.Context?.ReferenceDateTime?.slice(0, 10) ?? null)),
    );
    return [
      { measure: 'times/wikiwars/f1', value: f1(wikiwars), n: wikiwars.tp + wikiwars.fn },
      { measure: 'times/recognizers/right', value: right.length / cases.length, n: cases.length },
    ];
  },
};
