/** Sentences, tokens and trees (Universal Dependencies). */

import type { Restored } from './restored.ts';
import type { Span } from './span.ts';

export interface Token {
  /** Offsets in `article.text`. A restored token keeps the offsets of the garbled surface it stands for. */
  readonly start: number;
  readonly end: number;
  /** As read: the restored form where a restoration applies, else the surface. */
  readonly form: string;
  readonly lemma: string;
  readonly upos: string;
  /** Penn tag. */
  readonly xpos: string;
  /** "Number=Plur|Tense=Past", or "_". */
  readonly feats: string;
  /** Index of the head token in the sentence; -1 for the root. */
  readonly head: number;
  readonly deprel: string;
}

export interface Sentence {
  readonly index: number;
  readonly span: Span;
  /** Index of the block (paragraph, heading) in `article.blocks`. */
  readonly block: number;
  readonly tokens: readonly Token[];
}

export interface Parsed extends Restored {
  readonly sentences: readonly Sentence[];
}
