/** Whether two documents' figures of one event agree: only figures of one slot are compared, and rounding is no quarrel. */

import type { Bound, Figure } from '../../core/index.ts';
import type { EventClaim } from './claim.ts';
import type { Disagreement } from './disagree.ts';

/** A figure and the words it stands in. */
export interface ToldFigure {
  readonly figure: Figure;
  readonly quote: string;
}

export interface Comparison {
  readonly verdict: 'agree' | 'compatible' | 'updates' | 'conflict';
  readonly why: string;
}

/** Up to this share apart, two figures are one, rounded. */
const ROUNDING = 0.02;
/** "About 20" covers so much on both sides. */
const ABOUT = 0.1;

/**
 * Compares two figures of one event. Null when they count different things: other units, other currencies, items without a common word, a
 * part against a whole, a total against an addition.
 */
export function compareFigures(a: ToldFigure, b: ToldFigure): Comparison | null {
  if (slotOf(a.figure) !== slotOf(b.figure) || !sameItem(a.figure.item, b.figure.item)) return null;
  if ((a.figure.partOf === null) !== (b.figure.partOf === null)) return null;
  const [left, right] = [scopeOf(a.quote), scopeOf(b.quote)];
  if (left !== right && left !== null && right !== null) return null;
  const [x, y] = [a.figure, b.figure];
  const apart = Math.abs(x.value - y.value) / Math.max(Math.abs(x.value), Math.abs(y.value), Number.MIN_VALUE);
  if (apart <= ROUNDING) {
    return x.value === y.value
      ? { verdict: 'agree', why: 'the same figure' }
      : { verdict: 'agree', why: 'the same figure, rounded' };
  }
  if (touch(rangeOf(x), rangeOf(y))) return { verdict: 'compatible', why: 'their bounds leave room for both' };
  if (left !== right) return { verdict: 'compatible', why: 'one may be a total, the other an addition' };
  if (STAGE[x.status] !== STAGE[y.status])
    return { verdict: 'updates', why: `one is ${x.status}, the other ${y.status}` };
  return { verdict: 'conflict', why: `${Math.round(apart * 100)} % apart` };
}

/** What is counted: the unit, or the currency. */
export function slotOf({ unit, currency }: Figure): string | null {
  return currency !== null ? `amount (${currency})` : unit !== null ? `number (${unit})` : null;
}

/** Differences of the figures that claims of one fact tie to it; copies and repetitions in one document are no difference. */
export function figureDisagreements(claims: readonly EventClaim[]): Disagreement[] {
  const slots = new Map<string, { claim: EventClaim; told: ToldFigure }[]>();
  for (const claim of claims) {
    for (const told of claim.figures ?? []) {
      const slot = slotOf(told.figure);
      if (slot === null) continue;
      const list = slots.get(slot);
      if (list) list.push({ claim, told });
      else slots.set(slot, [{ claim, told }]);
    }
  }
  const found: Disagreement[] = [];
  for (const [slot, entries] of [...slots].sort(([a], [b]) => (a < b ? -1 : 1))) {
    let worst: Comparison | null = null;
    for (const [i, a] of entries.entries()) {
      for (const b of entries.slice(i + 1)) {
        if (a.claim.document === b.claim.document) continue;
        const compared = compareFigures(a.told, b.told);
        if (compared === null || compared.verdict === 'agree') continue;
        // A document that gives several figures of the slot, one of them the other's, tells more and contradicts nothing.
        if (compared.verdict === 'conflict' && (agreesElsewhere(a, b, entries) || agreesElsewhere(b, a, entries)))
          continue;
        if (worst === null || GRAVITY[compared.verdict] > GRAVITY[worst.verdict]) worst = compared;
      }
    }
    if (worst === null || worst.verdict === 'agree') continue;
    found.push({ slot: slot as Disagreement['slot'], verdict: worst.verdict, sides: sidesOf(entries), why: worst.why });
  }
  return found;
}

interface Entry {
  readonly claim: EventClaim;
  readonly told: ToldFigure;
}

const agreesElsewhere = (a: Entry, b: Entry, entries: readonly Entry[]): boolean =>
  entries.some(
    (other) => other.claim.document === a.claim.document && compareFigures(other.told, b.told)?.verdict === 'agree',
  );

function sidesOf(entries: readonly Entry[]): Disagreement['sides'] {
  const sides = new Map<string, Set<string>>();
  for (const { claim, told } of entries) {
    const { value, bound } = told.figure;
    const key = `${boundOf(bound)}${value}`;
    sides.set(key, (sides.get(key) ?? new Set()).add(claim.id));
  }
  return [...sides]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([value, claimed]) => ({ value, claims: [...claimed].sort() }));
}

const GRAVITY = { agree: 0, compatible: 1, updates: 2, conflict: 3 } as const;

/** A promise and a gift are stages of one story; "reported" takes no stage. */
const STAGE: Readonly<Record<Figure['status'], number>> = { planned: 0, pledged: 0, donated: 1, reported: 1 };

const boundOf = (bound: Bound): string => (bound === 'exactly' ? '' : `${bound.replace('-', ' ')} `);

function rangeOf({ value, bound }: Figure): readonly [number, number] {
  const slack = Math.abs(value) * ABOUT;
  if (bound === 'about') return [value - slack, value + slack];
  if (bound === 'at-least' || bound === 'more-than') return [value, Number.POSITIVE_INFINITY];
  if (bound === 'at-most' || bound === 'less-than') return [Number.NEGATIVE_INFINITY, value];
  return [value, value];
}

const touch = (a: readonly [number, number], b: readonly [number, number]): boolean => a[0] <= b[1] && b[0] <= a[1];

const LEAN = new Set(['the', 'of', 'and', 'for', 'new', 'more', 'other']);

/** Items meet in a word ("Moderna vaccine", "COVID-19 vaccines"); one that is not named may be the other. */
function sameItem(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return true;
  const words = (item: string): string[] =>
    item
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word.length > 2 && !LEAN.has(word))
      .map((word) => word.slice(0, 5));
  const [left, right] = [words(a), words(b)];
  return left.length === 0 || right.length === 0 || left.some((word) => right.includes(word));
}

const TOTAL =
  /\b(?:in total|a total of|total(?:l?ing)?|so far|to date|altogether|cumulative(?:ly)?|in all|since \d{4})\b/i;
const ADDED =
  /\b(?:another|additional|further|extra|on top of|more doses|in this batch|latest (?:batch|shipment|tranche))\b/i;

/** Whether the words make it a total or an addition; null when neither (or both). */
function scopeOf(quote: string): 'total' | 'addition' | null {
  const [total, added] = [TOTAL.test(quote), ADDED.test(quote)];
  return total === added ? null : total ? 'total' : 'addition';
}
