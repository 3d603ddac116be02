/** Partnership ladders: which rungs there are, and on which of them a pair stood on a day. */

import { firstDay } from './dates.ts';
import { list, type Row } from './tables.ts';
import type { Confidence, LadderRung, RelationStep } from './types.ts';

const rankOf = (cell: string | undefined): number | null => (cell === undefined || cell === '' ? null : Number(cell));

export const makeRungs = (rows: readonly Row[]): readonly LadderRung[] =>
  rows.map((row) => ({
    ladder: row.ladder ?? '',
    level: row.level ?? '',
    rank: rankOf(row.rank),
    names: list(row.names),
  }));

export function makeRelations(rows: readonly Row[], rungs: readonly LadderRung[]): readonly RelationStep[] {
  return rows.map((row) => ({
    ladder: row.ladder ?? '',
    parties: [row.a ?? '', row.b ?? ''] as const,
    level: row.level ?? '',
    rank: rungs.find((rung) => rung.ladder === row.ladder && rung.level === row.level)?.rank ?? null,
    date: row.date || null,
    event: (row.event || 'established') as RelationStep['event'],
    wording: row.wording || null,
    confidence: (row.confidence || 'B') as Confidence,
    source: row.source ?? '',
  }));
}

/** The last step on each ladder up to that day. A step known by its year or month counts from its first day. */
export function stepsOn(
  relations: readonly RelationStep[],
  a: string,
  b: string,
  date: string,
): readonly RelationStep[] {
  const last = new Map<string, RelationStep>();
  for (const step of relations) {
    const [x, y] = step.parties;
    if (!((x === a && y === b) || (x === b && y === a))) continue;
    if (step.date !== null && firstDay(step.date) > date) continue;
    const other = last.get(step.ladder);
    if (other === undefined || (other.date ?? '') <= (step.date ?? '')) last.set(step.ladder, step);
  }
  return [...last.values()].filter((step) => step.event !== 'ended');
}
