/** Doubts about a content: said with their reason, never a silent decision. */

import type { Span } from './span.ts';

export type Ledger = 'integrity' | 'consistency' | 'sourcing';
export type Strength = 'strong' | 'medium' | 'weak';

export interface Flag {
  /** A word, documented in docs/flags.md. */
  readonly code: string;
  readonly ledger: Ledger;
  readonly strength: Strength;
  /** One sentence a reader understands. */
  readonly reason: string;
  readonly spans: readonly Span[];
  readonly rule: string;
}

export type Grade = 'usable' | 'use-with-care' | 'hold';
