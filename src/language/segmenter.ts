/** Words and sentences of a text, block by block. */

import type { Span } from '../core/index.ts';
import type { Container } from '../models/index.ts';
import { SentenceCutter } from './sentence-ends.ts';
import { Hashes, type Word, WordCutter } from './words.ts';

/** Learned cutter of words and sentences; not for two threads at once. */
export class Segmenter {
  readonly #hashes = new Hashes();
  readonly #words = new WordCutter(this.#hashes);
  readonly #sentences = new SentenceCutter(this.#hashes);
  readonly #wordWeights: Int16Array;
  readonly #sentenceWeights: Int16Array;

  constructor(model: Container<unknown>) {
    this.#wordWeights = model.section('segmenter.tokens', 'i16');
    this.#sentenceWeights = model.section('segmenter.sentences', 'i16');
  }

  /** Sentences of `text` within a span; offsets are of the whole text. No sentence ends inside a span of `whole`. */
  segment(text: string, span: Span, whole: readonly Span[] = []): Word[][] {
    const out: Word[][] = [];
    for (const [from, to] of paragraphs(text, span)) {
      this.#words.read(text.slice(from, to));
      const words = joined(this.#words.cut(this.#wordWeights));
      if (from > 0) for (let i = 0; i < words.length; i++) words[i] = moved(words[i]!, from);
      let k = 0;
      const inside = (i: number): boolean => {
        const { end } = words[i]!;
        while (k < whole.length && whole[k]![1] <= end) k++;
        return k < whole.length && whole[k]![0] < end;
      };
      let start = 0;
      for (const end of this.#sentences.cut(words, this.#sentenceWeights, inside)) {
        out.push(words.slice(start, end));
        start = end;
      }
    }
    return out;
  }
}

/** "M23", "G7" at the end of a sentence: a letter and its number are one name. Letters that stand for money are not among them. */
function joined(words: Word[]): Word[] {
  return words.flatMap((word, i) => {
    const before = words[i - 1];
    const after = words[i + 1];
    const ends = (a: Word | undefined, b: Word | undefined): boolean =>
      a !== undefined && b !== undefined && a.end === b.start && /^[MGEF]$/.test(a.form) && /^\d{1,3}$/.test(b.form);
    if (ends(before, word)) return [];
    return ends(word, after) ? [{ start: word.start, end: after!.end, form: word.form + after!.form }] : [word];
  });
}

const moved = (word: Word, by: number): Word => ({ start: word.start + by, end: word.end + by, form: word.form });

/** Stretches between blank lines. */
function paragraphs(text: string, [start, end]: Span): Span[] {
  const out: Span[] = [];
  const gap = /\n[^\S\n]*\n\s*/g;
  gap.lastIndex = start;
  let from = start;
  for (let match = gap.exec(text); match && match.index < end; match = gap.exec(text)) {
    if (match.index > from) out.push([from, match.index]);
    from = Math.min(end, gap.lastIndex);
  }
  if (from < end) out.push([from, end]);
  return out;
}
