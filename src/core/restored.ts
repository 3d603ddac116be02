/** An article with garbled names and terms restored beside it. The text itself never changes. */

import type { Article } from './article.ts';
import type { Flag } from './flag.ts';
import type { Span } from './span.ts';

export interface Restoration {
  /** In `article.text`. */
  readonly span: Span;
  readonly from: string;
  readonly to: string;
  readonly kind: 'organization' | 'person' | 'title' | 'term' | 'relation';
  /** Why, in words: which synonym step, coordination, or aligned original. */
  readonly basis: string;
  /** 0..1 */
  readonly confidence: number;
}

export interface Restored {
  readonly article: Article;
  /** In text order, not overlapping. Empty unless the spin gate fired. */
  readonly restorations: readonly Restoration[];
  /** Whether the text reads as machine-spun (then no quotation is verbatim). */
  readonly spun: boolean;
  readonly flags: readonly Flag[];
}
