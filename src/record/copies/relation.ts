/** What two texts are to each other: a copy of which kind, a rewrite, a shared quotation, or nothing. */

import { type Alignment, align, containment, inStep } from './align.ts';
import type { Words } from './words.ts';

export type CopyRelation = 'identical' | 'excerpt' | 'abridged' | 'revision' | 'rewrite' | 'spun' | 'quotes';

export interface Side {
  readonly words: Words;
  readonly publisher: string | null;
  readonly url: string | null;
  /** Whether the text reads as machine-spun. */
  readonly spun: boolean;
}

export interface Kinship {
  readonly relation: CopyRelation;
  /** Which side is the fuller text: the one the other can derive from, as far as the words alone tell. */
  readonly longer: 'left' | 'right';
  readonly alignment: Alignment;
  /** In words a reader understands. */
  readonly why: string;
}

// Measured on synthetic variants and real news, see docs/decisions/0040-copies.md: no false copy.
const COPY_WORDS = 60;
const COPY_SHARE = 0.2;
const COPY_WORDS_ALONE = 120;
const COPY_RUN = 60;
// A short text cannot share sixty words; nearly all of it shared is a copy all the same.
const SHORT_SHARE = 0.7;
const SHORT_WORDS = 20;
// Independent reports of one meeting name the same people in the same order: up to half of the pairs of names, but not a third of all word
// pairs. A text that reads as spun needs less, since its words were changed on purpose.
const REWRITE = { pairs: 0.35, anchors: 0.5, items: 20 };
const SPUN = { pairs: 0.25, anchors: 0.35, items: 12 };
/** Nearly the whole of both texts. */
const IDENTICAL = 0.95;
/** Nearly the whole of the shorter text. */
const WITHIN = 0.8;
/** Mean length of runs under which a text was edited all over. */
const EDITED_RUN = 25;
const QUOTE_WORDS = 8;
// Word pairs that stand at nearly the same distance from each other in both texts: independent reports share few, and in another order.
const IN_STEP = { words: 50, share: 0.25 };

export function kinship(left: Side, right: Side): Kinship | null {
  const alignment = align(left.words, right.words);
  const { aligned, longest, leftWords, rightWords } = alignment;
  const shorter = Math.max(1, Math.min(leftWords, rightWords));
  const longer = leftWords >= rightWords ? 'left' : 'right';
  const share = aligned / shorter;
  const copied =
    (aligned >= COPY_WORDS && share >= COPY_SHARE) ||
    aligned >= COPY_WORDS_ALONE ||
    longest >= COPY_RUN ||
    (aligned >= SHORT_WORDS && share >= SHORT_SHARE);
  const spun = left.spun !== right.spun;
  if (copied) {
    const relation = spun ? 'spun' : copyKind(left, right, alignment);
    return {
      relation,
      longer,
      alignment,
      why: `${aligned} words in the same order, ${Math.round(share * 100)} % of the shorter text`,
    };
  }
  const shared = containment(left.words, right.words);
  const least = spun ? SPUN : REWRITE;
  if (shared.anchorPairs >= least.items && shared.anchors >= least.anchors && shared.pairs >= least.pairs) {
    return {
      relation: spun ? 'spun' : 'rewrite',
      longer,
      alignment,
      why: `names and numbers follow each other in the same order (${Math.round(shared.anchors * 100)} % of their pairs) in other words`,
    };
  }
  const step = inStep(left.words, right.words);
  if (step >= IN_STEP.words && step >= IN_STEP.share * shorter) {
    return {
      relation: spun ? 'spun' : 'rewrite',
      longer,
      alignment,
      why: `${step} words keep their place between words that were exchanged (${Math.round((step / shorter) * 100)} % of the shorter text)`,
    };
  }
  if (alignment.sharedQuoted >= QUOTE_WORDS) {
    return {
      relation: 'quotes',
      longer,
      alignment,
      why: `only quotations are shared (${alignment.sharedQuoted} words)`,
    };
  }
  return null;
}

function copyKind(left: Side, right: Side, { runs, aligned, leftWords, rightWords }: Alignment): CopyRelation {
  const shorter = Math.min(leftWords, rightWords);
  const longer = Math.max(leftWords, rightWords);
  if (aligned >= IDENTICAL * longer) return 'identical';
  const samePublisher = left.publisher !== null && left.publisher === right.publisher;
  if (samePublisher && (left.url === null || left.url === right.url || aligned < WITHIN * shorter)) return 'revision';
  if (aligned >= WITHIN * shorter) {
    const long = leftWords >= rightWords ? 'left' : 'right';
    const first = runs[0];
    const last = runs.at(-1);
    if (first && last) {
      const words = long === 'left' ? left.words : right.words;
      const spans = runs.map((run) => run[long]);
      const from = Math.min(...spans.map((span) => span[0]));
      const to = Math.max(...spans.map((span) => span[1]));
      const within = countBetween(words, from, to);
      // The whole of both texts in short runs: words were exchanged throughout.
      if (aligned >= WITHIN * longer && aligned / runs.length < EDITED_RUN) return 'rewrite';
      // One unbroken stretch of the longer text is an excerpt; a text with passages left out is an abridgement.
      return aligned >= WITHIN * within ? 'excerpt' : 'abridged';
    }
  }
  return 'abridged';
}

function countBetween(words: Words, from: number, to: number): number {
  let count = 0;
  for (let i = 0; i < words.count; i++) {
    if (words.quoted[i] === 0 && (words.starts[i] as number) >= from && (words.ends[i] as number) <= to) count++;
  }
  return count;
}
