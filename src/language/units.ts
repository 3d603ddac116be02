/** Words that are parsed as one: names known beforehand. Their inside gets a simple tree of its own. */

import type { Span } from '../core/index.ts';
import { standIn } from './stand-ins.ts';
import type { Word } from './words.ts';

/** A run of words of one sentence that the network sees as a single word. */
export interface Unit {
  readonly first: number;
  /** Exclusive. */
  readonly end: number;
  /** Index of the word that stands for the name in the tree. */
  readonly head: number;
  /** The word that the network is shown. */
  readonly form: string;
}

const LINK = /^(?:of|for|on|in|to|at|from|with|by|de|del|da|du)$/;

/** Units of a sentence under the given spans; words outside them stand alone. Overlapping spans: the longer, then the earlier. */
export function unitsOf(words: readonly Word[], spans: readonly Span[]): Unit[] {
  const chosen: (readonly [number, number])[] = [];
  const taken = new Uint8Array(words.length);
  for (const [start, end] of [...spans].sort((a, b) => b[1] - b[0] - (a[1] - a[0]) || a[0] - b[0])) {
    const first = words.findIndex((w) => w.start >= start);
    if (first < 0) continue;
    let last = first;
    while (last < words.length && words[last]!.end <= end) last++;
    if (last - first < 2 || words[first]!.start !== start || words[last - 1]!.end !== end) continue;
    if (taken.subarray(first, last).some(Boolean)) continue;
    taken.fill(1, first, last);
    chosen.push([first, last]);
  }
  const starts = new Map(chosen);
  const out: Unit[] = [];
  for (let i = 0; i < words.length; ) {
    const end = starts.get(i) ?? i + 1;
    out.push({ first: i, end, ...standsFor(words, i, end) });
    i = end;
  }
  return out;
}

/** "Ministry of Foreign Affairs" is a Ministry; "To Lam" is a To in the tree but shown as Lam, whose case says name. */
function standsFor(words: readonly Word[], first: number, end: number): { head: number; form: string } {
  for (let i = first + 1; i < end - 1; i++) {
    if (LINK.test(words[i]!.form)) return { head: i - 1, form: words[i - 1]!.form };
  }
  return { head: first, form: end - first === 1 ? standIn(words, first) : words[end - 1]!.form };
}

export interface InnerWord {
  readonly head: number;
  readonly deprel: string;
  /** "XPOS|UPOS", null for the word that carries the unit's own tag. */
  readonly tag: string | null;
}

/** The tree inside a unit, for every word but its head. Indices are of the sentence. */
export function innerTree(words: readonly Word[], unit: Unit): ReadonlyMap<number, InnerWord> {
  const out = new Map<number, InnerWord>();
  const name = 'NNP|PROPN';
  for (let i = unit.first; i < unit.head; i++) out.set(i, { head: unit.head, deprel: 'compound', tag: name });
  for (let i = unit.head + 1; i < unit.end; ) {
    if (!LINK.test(words[i]!.form)) {
      const punct = /^\P{L}+$/u.test(words[i]!.form) && !/\p{N}/u.test(words[i]!.form);
      out.set(
        i,
        punct ? { head: unit.head, deprel: 'punct', tag: ',|PUNCT' } : { head: unit.head, deprel: 'flat', tag: name },
      );
      i++;
      continue;
    }
    // "of Foreign Affairs": up to the next link, its last word heads a modifier.
    let end = i + 1;
    while (end < unit.end && !LINK.test(words[end]!.form)) end++;
    const inner = end - 1;
    if (inner === i) {
      out.set(i, { head: unit.head, deprel: 'flat', tag: name });
      i = end;
      continue;
    }
    out.set(i, { head: inner, deprel: 'case', tag: 'IN|ADP' });
    for (let k = i + 1; k < inner; k++) {
      const article = /^(?:the|a|an)$/i.test(words[k]!.form);
      const and = /^(?:and|&)$/i.test(words[k]!.form);
      out.set(k, {
        head: inner,
        deprel: article ? 'det' : and ? 'cc' : 'compound',
        tag: article ? 'DT|DET' : and ? 'CC|CCONJ' : name,
      });
    }
    out.set(inner, { head: unit.head, deprel: 'nmod', tag: name });
    i = end;
  }
  return out;
}
