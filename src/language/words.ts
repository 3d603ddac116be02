/** From a stretch of text to words: atoms first, then a learned choice which of them belong together ("U.S.", "3.5", "co-chair"). */

import { fnv, lower, shape } from './features.ts';
import { Features } from './perceptron.ts';

/** A word with its offsets in the text. */
export interface Word {
  readonly start: number;
  readonly end: number;
  readonly form: string;
}

interface Atom {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Split off by rule ("n't", "'s"): never joined to its neighbours. */
  readonly fixed: boolean;
}

// Addresses are whole. Their parts are bounded, so that a run of anything costs no more than its length.
const ADDRESS = /^(?:https?:|www\.|[\p{L}\p{N}._+-]{1,64}@)/u;

// An address; else a run of letters with their marks, a run of digits, one emoji with its modifiers, or any other
// character with its marks.
const ATOM =
  /(?:https?:\/\/|www\.)[^\s<>"“”]{0,1000}[\p{L}\p{N}/]|[\p{L}\p{N}._+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,5}|\p{L}[\p{L}\p{M}]*|\p{N}+|\p{Extended_Pictographic}(?:[\u{1F3FB}-\u{1F3FF}\uFE0F]|\u200D\p{Extended_Pictographic})*|\S\p{M}*/gu;

const CLITIC = /^(?:s|m|d|ll|re|ve)(?!\p{L})/iu;
const LETTER = /^\p{L}/u;
const APART = /^[[\]{}–—]$/;
const DASHES = /^[–—]+$/;
const WORD = /[\p{L}\p{N}]/u;

/** Words that are written as one and read as two. */
const PARTS: Readonly<Record<string, number>> = { cannot: 3, gonna: 3, wanna: 3, gotta: 3 };

/** Titles and other short forms that keep their full stop and end no sentence before a capital or a number. */
export const ABBREVIATIONS: ReadonlySet<string> = new Set(
  (
    'mr mrs ms dr prof rev hon gov gen sen rep sens reps lt col maj capt cpl sgt adm brig cmdr cdr supt amb fr st ste mt ft messrs mme mlle ' +
    'jan feb mar apr jun jul aug sept sep oct nov dec vs fig dept univ assn bros pres treas atty gens cols v'
  ).split(' '),
);

/** Short forms only in front of a number ("Art. 5", "pp. 3"); elsewhere they are words. */
export const NUMBERED: ReadonlySet<string> = new Set(
  'art arts para paras ch p pp no nos vol vols ca cf approx est sec secs'.split(' '),
);

/** Splits text into atoms; contractions come apart by rule. */
function atoms(text: string): Atom[] {
  const out: Atom[] = [];
  ATOM.lastIndex = 0;
  for (let match = ATOM.exec(text); match; match = ATOM.exec(text)) {
    const word = match[0];
    const start = match.index;
    const before = out[out.length - 1];
    if ((word === "'" || word === '’') && before && before.end === start) {
      const after = text.charCodeAt(start + 1) | 32;
      if (
        after === 116 &&
        /n$/i.test(before.text) &&
        before.text.length > 1 &&
        !before.fixed &&
        !LETTER.test(text.slice(start + 2, start + 4))
      ) {
        out.pop();
        const cut = before.end - 1;
        out.push({ text: before.text.slice(0, -1), start: before.start, end: cut, fixed: false });
        out.push({ text: text.slice(cut, start + 2), start: cut, end: start + 2, fixed: true });
        ATOM.lastIndex = start + 2;
        continue;
      }
      const clitic = CLITIC.exec(text.slice(start + 1, start + 5));
      if (clitic && /[\p{L}\p{N}.]$/u.test(before.text)) {
        const end = start + 1 + clitic[0].length;
        out.push({ text: text.slice(start, end), start, end, fixed: true });
        ATOM.lastIndex = end;
        continue;
      }
    }
    if (word.length > 5 && ADDRESS.test(word)) {
      out.push({ text: word, start, end: start + word.length, fixed: true });
      continue;
    }
    const cut = word.length <= 6 ? PARTS[word.toLowerCase()] : undefined;
    if (cut !== undefined) {
      out.push({ text: word.slice(0, cut), start, end: start + cut, fixed: false });
      out.push({ text: word.slice(cut), start: start + cut, end: start + word.length, fixed: true });
    } else out.push({ text: word, start, end: start + word.length, fixed: false });
  }
  return out;
}

const CUT = 48;
const short = (text: string): string => (text.length > CUT ? text.slice(0, CUT) : text);

/** Hashes that the decisions look at, computed when first asked for. */
export class Hashes {
  readonly #words = new Map<string, number>();
  readonly #shapes = new Map<string, number>();

  word(text: string): number {
    return this.#get(this.#words, text, (t) => fnv(lower(t)));
  }

  /** Digits alike: for the sentence decisions. */
  shape(text: string): number {
    return this.#get(this.#shapes, text, (t) => fnv(shape(t, 2)));
  }

  #get(map: Map<string, number>, text: string, make: (text: string) => number): number {
    const key = short(text);
    let value = map.get(key);
    if (value === undefined) {
      if (map.size > 20_000) map.clear();
      value = make(key);
      map.set(key, value);
    }
    return value;
  }
}

const NONE: Atom = { text: '', start: -1, end: -1, fixed: false };

/** The atoms of one text with what the join decisions need around each gap. */
export class WordCutter {
  readonly features = new Features();
  readonly #hashes: Hashes;
  #atoms: Atom[] = [];
  #chunks = new Int32Array(0);
  #text = '';

  constructor(hashes: Hashes) {
    this.#hashes = hashes;
  }

  /** Reads a text; the number of its atoms. */
  read(text: string): number {
    this.#text = text;
    this.#atoms = atoms(text);
    // First atom of the unspaced chunk each atom is in.
    this.#chunks = new Int32Array(this.#atoms.length);
    for (let i = 1; i < this.#atoms.length; i++) {
      this.#chunks[i] = this.#atoms[i]!.start > this.#atoms[i - 1]!.end ? i : this.#chunks[i - 1]!;
    }
    return this.#atoms.length;
  }

  atom(i: number): Atom {
    return this.#atoms[i] ?? NONE;
  }

  /** Whether atoms i and i + 1 touch and nothing forbids joining them. */
  canJoin(i: number): boolean {
    const [a, b] = [this.#atoms[i], this.#atoms[i + 1]];
    if (a === undefined || b === undefined || a.end !== b.start || a.fixed || b.fixed) return false;
    if (APART.test(a.text) || APART.test(b.text)) return DASHES.test(a.text + b.text);
    // "Yes!", "US$": the mark is a word of its own, whatever a brand may write.
    if (LETTER.test(a.text) && /^[!?\p{Sc}]$/u.test(b.text)) return false;
    // 'A Charge': a quotation opens.
    if (a.text === "'" && this.#chunks[i] === i && /^\p{Lu}/u.test(b.text)) return false;
    // "the ministers’ plans": the mark is a word of its own, or closes a quotation.
    return !((b.text === "'" || b.text === '’') && /s$/i.test(a.text) && !WORD.test(this.#text.charAt(b.end)));
  }

  /** Joins known beforehand: the full stop of "Gov." and "Lt.". */
  mustJoin(i: number): boolean {
    const next = this.atom(i + 1);
    if (next.text !== '.' || this.#chunks[i] !== i) return false;
    const word = this.atom(i).text.toLowerCase();
    const after = this.#text.slice(next.end, next.end + 2);
    if (NUMBERED.has(word)) return /^[ \u00a0]\p{N}/u.test(after);
    return ABBREVIATIONS.has(word) && /^[ \u00a0]\S/.test(after);
  }

  /** Fills `features` for the gap between atoms i and i + 1. */
  look(i: number): void {
    const f = this.features;
    const all = this.#atoms;
    const [a, b] = [all[i]!, all[i + 1]!];
    const touching = (k: number, l: number) => k >= 0 && l < all.length && all[k]!.end === all[l]!.start;
    const p = touching(i - 1, i) ? all[i - 1]! : NONE;
    const pp = p !== NONE && touching(i - 2, i - 1) ? all[i - 2]! : NONE;
    const q = touching(i + 1, i + 2) ? all[i + 2]! : NONE;
    const qq = q !== NONE && touching(i + 2, i + 3) ? all[i + 3]! : NONE;
    const next = q === NONE && i + 2 < all.length ? all[i + 2]! : NONE;
    const w = (atom: Atom) => (atom === NONE ? 0 : this.#hashes.word(atom.text));
    const s = (atom: Atom) => (atom === NONE ? 0 : this.#hashes.shape(atom.text));
    const [aw, bw, pw, qw] = [w(a), w(b), w(p), w(q)];
    const [as, bs, ps, qs] = [s(a), s(b), s(p), s(q)];
    const both = Math.imul(as, 31) + bs;
    const first = this.#chunks[i]!;
    let last = i + 1;
    while (last + 1 < all.length && last - first < 12 && this.#chunks[last + 1] === first) last++;
    const chunk = this.#text.slice(all[first]!.start, all[last]!.end);
    const place = i - first;
    f.clear();
    f.add(aw, bw);
    f.add(as, bs);
    f.add(aw, bs);
    f.add(as, bw);
    f.add(ps, as, bw);
    f.add(aw, bs, qs);
    f.add(as, bw, qs);
    f.add(pw, aw, bw);
    f.add(aw, bw, qw);
    f.add(ps, both, qs);
    f.add(this.#hashes.shape(chunk), place);
    f.add(this.#hashes.word(chunk), place);
    f.add(s(pp), ps, Math.imul(both, 31) + qs);
    f.add(pw, as, bw);
    f.add(as, bw, qw);
    f.add(ps, aw, bs);
    f.add(as, bs, Math.imul(qs, 31) + s(qq));
    f.add(aw, bw, s(next));
    f.add(bw, last - first, place);
    f.add(pw, aw, bs);
    f.add(Math.imul(w(pp), 31) + pw, aw, bw);
    f.add(aw, bw, last === i + 1 ? 1 : 0);
    f.add(Math.min(a.text.length, 8), bw, qs);
    f.add(p.text.length, Math.imul(aw, 31) + bs, Math.min(b.text.length, 8));
  }

  /** The words of the text last read, by learned weights. */
  cut(weights: Int16Array): Word[] {
    const out: Word[] = [];
    const all = this.#atoms;
    for (let i = 0; i < all.length; i++) {
      const first = i;
      while (this.canJoin(i)) {
        if (!this.mustJoin(i)) {
          this.look(i);
          if (this.features.score(weights) <= 0) break;
        }
        i++;
      }
      const { start } = all[first]!;
      const { end } = all[i]!;
      out.push({ start, end, form: first === i ? all[i]!.text : this.#text.slice(start, end) });
    }
    return out;
  }
}
