/** Counts by day, rolled up into as many bars as a reader can tell apart. */

import type { Histogram } from './record-api.ts';
import { NO_DAY } from './rows.ts';

export interface DayCount {
  readonly day: string;
  readonly type: string;
  readonly modality: string;
  readonly count: number;
}

const MOST_BARS = 150;

/** Rows in any order; several of one day are added up. */
export function histogramOf(rows: readonly DayCount[]): Histogram {
  const days = new Map<string, number>();
  const types = new Map<string, number>();
  const modalities = new Map<string, number>();
  let undated = 0;
  let total = 0;
  for (const { day, type, modality, count } of rows) {
    total += count;
    add(types, type, count);
    add(modalities, modality, count);
    if (day === NO_DAY) undated += count;
    else add(days, day, count);
  }
  const sorted = [...days.keys()].sort();
  const unit = unitFor(sorted[0], sorted.at(-1));
  const bars = new Map<string, number>();
  for (const day of sorted) add(bars, startOf(day, unit), days.get(day) ?? 0);
  return {
    unit,
    bars: [...bars].map(([day, count]) => ({ day, count })),
    undated,
    total,
    types: Object.fromEntries([...types].sort()),
    modalities: Object.fromEntries([...modalities].sort()),
  };
}

function add(counts: Map<string, number>, key: string, count: number): void {
  counts.set(key, (counts.get(key) ?? 0) + count);
}

function unitFor(first: string | undefined, last: string | undefined): Histogram['unit'] {
  if (first === undefined || last === undefined) return 'day';
  const days = (Date.parse(last) - Date.parse(first)) / 86_400_000 + 1;
  if (days <= MOST_BARS) return 'day';
  return days / 30.44 <= MOST_BARS ? 'month' : 'year';
}

function startOf(day: string, unit: Histogram['unit']): string {
  return unit === 'day' ? day : unit === 'month' ? `${day.slice(0, 7)}-01` : `${day.slice(0, 4)}-01-01`;
}
