/** A trace: for each sentence, the triggers tried and the rules fired or refused, with the reason. */

import type { Span } from '../../core/index.ts';

export interface TraceStep {
  readonly sentence: number;
  /** The words that were tried, trigger key and span. */
  readonly trigger: string;
  readonly span: Span;
  /** Frame id. */
  readonly rule: string;
  readonly outcome: 'fired' | 'refused';
  readonly reason: string;
}

/** Collects steps in the order they were taken. */
export interface Trace {
  readonly steps: TraceStep[];
}
