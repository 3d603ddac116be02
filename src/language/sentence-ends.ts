/** Where sentences end: a learned choice after full stops, question marks, closing quotes and the like. */

import { fnv, norm } from './features.ts';
import { Features } from './perceptron.ts';
import { ABBREVIATIONS, type Hashes, NUMBERED, type Word } from './words.ts';

/** Longest sentence in words; what runs on is cut, so that a page without a full stop stays harmless. */
export const LONGEST_SENTENCE = 1000;

const MAY_END = /[.!?:;…"”’)\]*>~\-–—。！？]$/u;
const CLOSES = /^["”’')\]}»]+$/u;

/** Marks quoted words: 1 while a quotation is open after the word. Pairs straight and curly marks within the text. */
export function quoteMask(words: readonly Word[]): Uint8Array {
  const mask = new Uint8Array(words.length);
  let open = 0;
  for (let i = 0; i < words.length; i++) {
    const { form } = words[i]!;
    if (form === '"') open ^= 1;
    else if (form === '“' || form === '«' || form === '„' || form === '``') open = 1;
    else if (form === '”' || form === '»' || form === "''") open = 0;
    mask[i] = open;
  }
  return mask;
}

/** Decides over the words of one block. */
export class SentenceCutter {
  readonly features = new Features();
  readonly #hashes: Hashes;
  readonly #digitless = new Map<string, number>();

  constructor(hashes: Hashes) {
    this.#hashes = hashes;
  }

  /** Whether a sentence could end after word i at all. */
  candidate(words: readonly Word[], i: number): boolean {
    return i + 1 < words.length && MAY_END.test(words[i]!.form);
  }

  #word(form: string): number {
    const key = form.length > 32 ? form.slice(0, 32) : form;
    let value = this.#digitless.get(key);
    if (value === undefined) {
      if (this.#digitless.size > 20_000) this.#digitless.clear();
      value = fnv(norm(key));
      this.#digitless.set(key, value);
    }
    return value;
  }

  /** Fills `features` for an end after word i of the sentence that began at `start`. */
  look(words: readonly Word[], mask: Uint8Array, i: number, start: number): void {
    const f = this.features;
    const at = (k: number) => words[k];
    const w = (k: number) => (at(k) ? this.#word(at(k)!.form) : 0);
    const s = (k: number) => (at(k) ? this.#hashes.shape(at(k)!.form) : 0);
    const spaced = words[i + 1]!.start > words[i]!.end ? 1 : 0;
    const length = i - start;
    const size = length > 20 ? 4 : length > 8 ? 3 : length > 3 ? 2 : length > 0 ? 1 : 0;
    const quoted = mask[i]!;
    const [t, x, y, p] = [w(i), w(i + 1), w(i + 2), w(i - 1)];
    const [ts, xs, ys, ps] = [s(i), s(i + 1), s(i + 2), s(i - 1)];
    f.clear();
    f.add(t, spaced);
    f.add(t, xs, spaced);
    f.add(ts, xs, spaced);
    f.add(t, x);
    f.add(p, t, xs);
    f.add(ps, t, xs);
    f.add(p, t);
    f.add(p, t, x);
    f.add(t, xs, ys);
    f.add(x, spaced);
    f.add(spaced, size, ts);
    f.add(t, xs, size);
    f.add(s(i - 2), ps, Math.imul(t, 31) + xs);
    f.add(quoted, t, xs);
    f.add(p, t, Math.imul(xs, 31) + ys);
    f.add(t, xs, y);
    f.add(x, y, ts);
    f.add(spaced);
    f.add(xs, spaced, ps);
    f.add(Math.imul(ts, 31) + ps, size, xs);
    f.add(t, x, spaced);
    f.add(Math.min(words[i]!.form.length, 8), words[i]!.form.endsWith('.') ? 1 : 0, xs);
    f.add(quoted, p, Math.imul(t, 31) + xs);
    f.add(quoted, mask[i + 1]!, Math.imul(t, 31) + x);
  }

  /** End index (exclusive) of each sentence. `whole` forbids an end after a word. */
  cut(words: readonly Word[], weights: Int16Array, whole: (i: number) => boolean): number[] {
    const ends: number[] = [];
    const mask = quoteMask(words);
    let start = 0;
    for (let i = 0; i < words.length; i++) {
      if (i - start + 1 >= LONGEST_SENTENCE) {
        ends.push((start = i + 1));
        continue;
      }
      if (!this.candidate(words, i) || whole(i) || forbidden(words, i)) continue;
      this.look(words, mask, i, start);
      if (this.features.score(weights) > 0) ends.push((start = i + 1));
    }
    if (start < words.length) ends.push(words.length);
    return ends;
  }
}

/** Ends that are never right, whatever was learned. */
function forbidden(words: readonly Word[], i: number): boolean {
  const [word, next] = [words[i]!, words[i + 1]!];
  // A closing mark that touches the word before belongs to it.
  if (next.start === word.end && CLOSES.test(next.form)) return true;
  // "non-NATO": the hyphen joins.
  if (next.start === word.end && /\p{L}-$/u.test(word.form)) return true;
  // "\"not less than\" 15 million": words quoted inside a sentence that goes on.
  const stopped = /[.!?…:;,\])]$/.test(words[i - 1]?.form ?? '.');
  if (!stopped && CLOSES.test(word.form) && /^[\p{Ll}\p{N}]/u.test(next.form)) return true;
  // "called it “an act of war” Monday": no full stop, no end.
  if (!stopped && /^["”’'»]$/.test(word.form) && /^\p{L}/u.test(next.form)) return true;
  // "the World Health Organization (WHO) Director": what is short for the words before it.
  if (word.form === ')' && words[i - 2]?.form === '(' && /^\p{Lu}[\p{Lu}\p{N}&-]+s?$/u.test(words[i - 1]!.form))
    return true;
  // "Lt. Gen. Sok": a title's full stop before a capital or a number.
  if (word.form.endsWith('.') && word.form.length > 1) {
    const stem = word.form.slice(0, -1).toLowerCase();
    if (ABBREVIATIONS.has(stem)) return /^[\p{Lu}\p{N}]/u.test(next.form);
    if (NUMBERED.has(stem)) return /^\p{N}/u.test(next.form);
  }
  // "Will you come?" she asked.
  return CLOSES.test(word.form) && /^\p{Ll}/u.test(next.form);
}
