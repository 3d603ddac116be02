/** A statement while it is being put together: words and characters, before speakers are looked up. */

import type { Act, Span } from '../../core/index.ts';
import type { CueTier } from './cue-table.ts';
import type { View } from './view.ts';

export interface Draft {
  readonly view: View;
  /** Tokens of the cue; empty for a headline's colon. */
  readonly cue: readonly number[];
  readonly act: Act;
  readonly tier: CueTier;
  /** Head of the source in `view`; -1 when the text names none. */
  readonly source: number;
  /** Head of the one spoken to; -1 for none. */
  readonly addressee: number;
  /** Words of the content in `view`. */
  readonly words: ReadonlySet<number>;
  /** Heads of outlets and bodies in `view` that passed the words on, outer to inner. */
  readonly via: readonly number[];
  readonly rule: string;
  /** The words said are the quote that opens the next sentence. */
  readonly next?: boolean;
  /** The words said are the sentence before: a headline cut at its colon. */
  readonly previous?: boolean;
  readonly confidence: number;
}

/** What a draft grows into once its content is spans of the text. */
export interface Spanned {
  readonly draft: Draft;
  readonly content: readonly Span[];
  readonly quotation: 'direct' | 'indirect' | 'mixed';
}
