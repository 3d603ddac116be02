/** Options that select facts, shared by the timeline and the exports. */

import type { FactQuery } from '../index.ts';

export interface FactOptions {
  readonly from?: string;
  readonly to?: string;
  readonly type?: readonly string[];
  readonly modality?: readonly string[];
  readonly text?: string;
  readonly held?: boolean;
  readonly limit?: number;
}

export function factQuery({ from, to, type, modality, text, held, limit }: FactOptions): FactQuery {
  return { from, to, stories: type, states: modality, text, held, limit };
}
