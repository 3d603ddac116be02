/** Scores figures on the project's own diplomatic gold: the amount, and what is said about it. */

import type { Figure, Span } from '../core/index.ts';
import {
  f1Of,
  type GoldFigure,
  locate,
  NOTHING,
  ownScorer,
  plus,
  precisionOf,
  recallOf,
  type Tally,
} from './diplomatic.ts';
import type { Score } from './scorer.ts';

const FIELDS = ['bound', 'status', 'item', 'partOf', 'currencyBasis'] as const;
type Field = (typeof FIELDS)[number];

export interface FigureTally {
  readonly amount: Tally;
  readonly right: Readonly<Record<Field, number>>;
}

export const NO_FIGURES: FigureTally = {
  amount: NOTHING,
  right: { bound: 0, status: 0, item: 0, partOf: 0, currencyBasis: 0 },
};

const meets = (a: Span, b: Span): boolean => a[0] < b[1] && b[0] < a[1];

/** A figure is found by an overlapping one with the same value, unit and currency; each counts once. */
export function scoreFigures(text: string, gold: readonly GoldFigure[], found: readonly Figure[]): FigureTally {
  const used = new Set<Figure>();
  const right = { ...NO_FIGURES.right };
  let tp = 0;
  const taken: number[] = [];
  for (const one of gold) {
    let span: Span | null = null;
    for (let nth = 1; nth < 9 && span === null; nth++) {
      const next = locate(text, one.text, nth);
      if (next === null) break;
      if (!taken.includes(next[0])) span = next;
    }
    if (span === null) continue;
    taken.push(span[0]);
    const hit = found.find(
      (other) =>
        !used.has(other) &&
        meets(span, other.span) &&
        other.value === one.value &&
        other.unit === one.unit &&
        other.currency === one.currency,
    );
    if (hit === undefined) continue;
    used.add(hit);
    tp++;
    if (hit.bound === one.bound) right.bound++;
    if (hit.status === one.status) right.status++;
    if (hit.item === one.item) right.item++;
    if (hit.partOf === one.partOf) right.partOf++;
    if ((hit.currencyBasis ?? null) === (one.currencyBasis ?? null)) right.currencyBasis++;
  }
  return { amount: { tp, fp: found.length - tp, fn: gold.length - tp }, right };
}

export function addFigures(a: FigureTally, b: FigureTally): FigureTally {
  const right = { ...a.right };
  for (const field of FIELDS) right[field] += b.right[field];
  return { amount: plus(a.amount, b.amount), right };
}

export function figureScores(prefix: string, total: FigureTally): Score[] {
  const n = total.amount.tp + total.amount.fn;
  const scores: Score[] = [
    { measure: `${prefix}/f1`, value: f1Of(total.amount), n },
    { measure: `${prefix}/precision`, value: precisionOf(total.amount), n },
    { measure: `${prefix}/recall`, value: recallOf(total.amount), n },
  ];
  const { tp } = total.amount;
  for (const field of FIELDS)
    scores.push({ measure: `${prefix}/${field}`, value: tp === 0 ? 0 : total.right[field] / tp, n: tp });
  return scores;
}

export const figureScorer = ownScorer<FigureTally>({
  name: 'figures',
  describe: 'how much: own diplomatic gold (value, unit and currency; bound, status, item, whole)',
  none: NO_FIGURES,
  tally: (item, { article, figures }) => scoreFigures(article.text, item.figures, figures),
  add: addFigures,
  report: figureScores,
});
