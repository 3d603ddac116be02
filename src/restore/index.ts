/** Spin gate and standoff restoration: garbled names and terms are restored beside the text, never in it. */

import type { Article, Restored } from '../core/index.ts';

/** Spin patterns and the restoration lexicon, from data/spin. */
export interface RestoreTables {
  readonly version: string;
}

export function loadRestoreTables(_dir?: string): RestoreTables {
  return { version: '0' };
}

export function restore(article: Article, _tables: RestoreTables): Restored {
  return { article, restorations: [], spun: false, flags: [] };
}
