/** Floors: the scores below which a change may not land. They only rise; lowering one takes a reason that is kept. */

import { z } from 'zod';
import { ChanceryError } from '../core/index.ts';
import type { Score } from './scorer.ts';

const floorsSchema = z.object({
  /** By scorer: SHA-256 over the gold it was measured on. */
  corpora: z.record(z.string(), z.string()),
  /** By measure: the floor (or, where less is better, the ceiling). */
  floors: z.record(z.string(), z.number()),
  lowered: z.array(z.object({ measure: z.string(), from: z.number(), to: z.number(), why: z.string().min(10) })),
});

export type Floors = z.infer<typeof floorsSchema>;

export const NO_FLOORS: Floors = { corpora: {}, floors: {}, lowered: [] };

/** Throws ChanceryError `bad-data` when the file is not as it should be. */
export function parseFloors(json: string): Floors {
  const parsed = floorsSchema.safeParse(JSON.parse(json));
  if (!parsed.success) throw new ChanceryError('bad-data', `eval/floors.json: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

/** Scores are rounded to 4 digits before they meet a floor, so that the last bits of a sum decide nothing. */
export const rounded = (value: number): number => Math.round(value * 1e4) / 1e4;

export interface Verdict extends Score {
  readonly floor: number | null;
  readonly ok: boolean;
}

export function compare(scores: readonly Score[], floors: Floors): Verdict[] {
  return scores.map((score) => {
    const floor = floors.floors[score.measure] ?? null;
    const value = rounded(score.value);
    const ok = floor === null || (score.lowerIsBetter ? value <= floor : value >= floor);
    return { ...score, value, floor, ok };
  });
}

/** Floors raised to these scores; none is ever lowered. `slack` leaves room for measures that sample (0 for none). */
export function raise(floors: Floors, scorer: string, corpus: string, scores: readonly Score[]): Floors {
  const next = { ...floors.floors };
  for (const { measure, value, lowerIsBetter } of scores) {
    const before = next[measure];
    const now = rounded(value);
    if (!Number.isFinite(now)) continue;
    next[measure] = before === undefined ? now : lowerIsBetter ? Math.min(before, now) : Math.max(before, now);
  }
  return {
    ...floors,
    corpora: sortKeys({ ...floors.corpora, [scorer]: corpus }),
    floors: sortKeys(next),
  };
}

/** Lowers one floor, and keeps why. Throws ChanceryError `bad-argument` when there is no such floor or no reason. */
export function lower(floors: Floors, measure: string, to: number, why: string): Floors {
  const from = floors.floors[measure];
  if (from === undefined) throw new ChanceryError('bad-argument', `there is no floor named ${measure}`);
  if (why.trim().length < 10)
    throw new ChanceryError('bad-argument', 'lowering a floor takes a reason of at least ten letters');
  return {
    ...floors,
    floors: { ...floors.floors, [measure]: rounded(to) },
    lowered: [...floors.lowered, { measure, from, to: rounded(to), why }],
  };
}

function sortKeys<T>(record: { [key: string]: T }): { [key: string]: T } {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
