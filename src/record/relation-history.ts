/** Where two parties stood on any day: steps of the reviewed tables and what documents say, side by side; wishes kept apart. */

import type { Relation } from '../core/index.ts';
import type { Knowledge, RelationStep } from '../knowledge/index.ts';
import { dayRange } from './days.ts';

export interface RelationClaim {
  readonly id: string;
  readonly document: string;
  readonly relation: Relation;
  readonly quote: string;
  readonly publisher: string | null;
  readonly published: string | null;
}

export interface Interval {
  readonly ladder: string | null;
  readonly level: string;
  /** First day, month or year it held; null when no source says. */
  readonly from: string | null;
  /** From when another level replaced it; null while it holds. */
  readonly to: string | null;
  /** The line of data/relations.tsv, when it has one. */
  readonly step: RelationStep | null;
  /** Claims that say it was established, reached or held then. */
  readonly claims: readonly RelationClaim[];
  /** Claims that date it differently, with how they differ. */
  readonly disagreements: readonly { readonly claim: RelationClaim; readonly why: string }[];
}

export interface RelationHistory {
  readonly parties: readonly [string, string];
  /** By ladder, then in time. */
  readonly intervals: readonly Interval[];
  /** Hopes, calls and offers to move: they change nothing. */
  readonly sought: readonly RelationClaim[];
}

const CHANGES = new Set(['established', 'upgraded', 'downgraded']);

/** Deterministic; the order of parties and claims makes no difference. */
export function relationHistory(
  a: string,
  b: string,
  claims: readonly RelationClaim[],
  knowledge: Knowledge,
): RelationHistory {
  const parties = [a, b].sort() as [string, string];
  const between = claims
    .filter(({ relation }) => [...relation.parties].sort().join() === parties.join())
    .sort((x, y) => compare(x.published ?? '9999', y.published ?? '9999') || compare(x.id, y.id));
  const steps = knowledge.relations.filter((step) => [...step.parties].sort().join() === parties.join());
  const ladders = [
    ...new Set([...steps.map((step) => step.ladder), ...between.map(({ relation }) => relation.ladder)]),
  ].sort((x, y) => compare(x ?? '', y ?? ''));
  return {
    parties,
    intervals: ladders.flatMap((ladder) =>
      intervalsOf(
        ladder,
        steps.filter((step) => step.ladder === ladder && step.event !== 'announced'),
        between.filter(({ relation }) => relation.ladder === ladder && relation.change !== 'sought'),
      ),
    ),
    sought: between.filter(({ relation }) => relation.change === 'sought'),
  };
}

/** The intervals that hold on an ISO day, one at most for each ladder; those without a first day only when nothing dated holds. */
export function standingOn(history: RelationHistory, day: string): Interval[] {
  const byLadder = new Map<string | null, Interval>();
  for (const interval of history.intervals) {
    const from = interval.from === null ? null : (dayRange(interval.from)?.first ?? null);
    const to = interval.to === null ? null : (dayRange(interval.to)?.first ?? null);
    if ((from !== null && from > day) || (to !== null && to <= day)) continue;
    const before = byLadder.get(interval.ladder);
    if (!before || compare(from ?? '', before.from ?? '') >= 0) byLadder.set(interval.ladder, interval);
  }
  return [...byLadder.values()];
}

interface Draft {
  level: string;
  from: string | null;
  step: RelationStep | null;
  claims: RelationClaim[];
  disagreements: { claim: RelationClaim; why: string }[];
}

function intervalsOf(
  ladder: string | null,
  steps: readonly RelationStep[],
  claims: readonly RelationClaim[],
): Interval[] {
  const drafts: Draft[] = steps
    .filter((step) => step.event !== 'ended')
    .map((step) => ({ level: step.level, from: step.date, step, claims: [], disagreements: [] }));
  for (const claim of claims) {
    const { level, change, since, date } = claim.relation;
    const told = CHANGES.has(change) ? (date ?? since) : since;
    const same = drafts.filter((draft) => draft.level === level);
    const agreeing = same.find((draft) => told === null || draft.from === null || overlap(told, draft.from));
    if (agreeing) {
      agreeing.claims.push(claim);
      if (
        agreeing.from === null ||
        (told !== null && told.length > agreeing.from.length && overlap(told, agreeing.from))
      ) {
        agreeing.from = agreeing.step === null ? (told ?? agreeing.from) : agreeing.from;
      }
      continue;
    }
    const dated = same.find((draft) => draft.from !== null);
    if (dated && told !== null) dated.disagreements.push({ claim, why: `says ${told}, others ${dated.from}` });
    else drafts.push({ level, from: told, step: null, claims: [claim], disagreements: [] });
  }
  const sorted = drafts.sort((x, y) => compare(firstDay(x.from), firstDay(y.from)) || compare(x.level, y.level));
  const ended = steps.find((step) => step.event === 'ended')?.date ?? null;
  return sorted.map((draft, i) => ({
    ladder,
    ...draft,
    to: sorted.slice(i + 1).find((next) => next.from !== null && next.level !== draft.level)?.from ?? ended,
  }));
}

const firstDay = (value: string | null): string => (value === null ? '' : (dayRange(value)?.first ?? value));

function overlap(a: string, b: string): boolean {
  const [x, y] = [dayRange(a), dayRange(b)];
  if (x === null || y === null) return false;
  return (x.first ?? '') <= (y.last ?? '9999') && (y.first ?? '') <= (x.last ?? '9999');
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
