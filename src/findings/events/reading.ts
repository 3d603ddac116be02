/** What is known of whether an act happened, and how a governing word changes it. */

import type { Modality } from '../../core/index.ts';
import type { GovernorClass } from './words.ts';

/** What stands between a trigger and the asserted sentence. */
export interface Reading {
  /** Null when the words assert nothing: a wish, a purpose, a habit. */
  readonly modality: Modality | null;
  readonly reason: string;
  /** Words above the trigger that decided, outermost last: an event on one of them absorbs this one. */
  readonly governors: readonly number[];
  /** "will not visit": a refusal rather than a mere negation. */
  readonly refusal: boolean;
  /** Said to come under a condition ("if", "unless"). */
  readonly conditional: boolean;
  /** Told beside the point: "after crowds burned", "which signed". */
  readonly background: boolean;
  /** "must", "should": asked of the subject. */
  readonly obliged: number;
}

/** A reading that is no refusal, under no condition and asked of nobody. */
export const tell = (
  modality: Modality | null,
  reason: string,
  governors: readonly number[],
  background: boolean,
): Reading => ({ modality, reason, governors, refusal: false, conditional: false, background, obliged: -1 });

export const asserted = (modality: Modality, reason: string): Reading => ({
  modality,
  reason,
  governors: [],
  refusal: false,
  conditional: false,
  background: false,
  obliged: -1,
});

export const stopped = (next: Step, governors: readonly number[]): Reading =>
  tell(next.modality, next.reason ?? 'governed', governors, false);

export interface Step {
  readonly modality: Modality | null;
  readonly reason: string | null;
  readonly stop: boolean;
}

export function apply(now: Modality | null, kind: GovernorClass, lemma: string): Step {
  const reason = `below "${lemma}"`;
  switch (kind) {
    case 'say':
    case 'aspect':
      return { modality: now, reason: null, stop: false };
    case 'planned':
      return { modality: worse(now, 'planned'), reason, stop: false };
    case 'requested':
      return { modality: 'requested', reason, stop: true };
    case 'refused':
    case 'denied':
      return { modality: 'denied', reason, stop: true };
    case 'cancelled':
      return { modality: 'cancelled', reason, stop: true };
    case 'possible':
      return { modality: null, reason, stop: true };
  }
}

const ORDER: readonly (Modality | null)[] = ['occurred', 'ongoing', 'historical', 'planned', 'possible', 'requested'];
export const worse = (a: Modality | null, b: Modality): Modality =>
  ORDER.indexOf(a) >= ORDER.indexOf(b) && a !== null ? a : b;
