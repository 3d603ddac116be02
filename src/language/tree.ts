/**
 * Walking a dependency tree (Universal Dependencies, English, version 2): the one surface that later rooms use.
 *
 * Words are named by their index in `sent.tokens`; -1 is nobody. A relation name matches its subtypes too:
 * `nsubj` finds `nsubj:pass`, while `nsubj:pass` finds that alone. Everything is pure and linear in the sentence.
 * Parses are right for about nine words in ten, so rules on top need a second way to be sure.
 */

import type { Sentence, Span, Token } from '../core/index.ts';

export * from './arguments.ts';
export * from './verb-group.ts';

const TABLES = new WeakMap<Sentence, readonly (readonly number[])[]>();

function childTable(sent: Sentence): readonly (readonly number[])[] {
  let table = TABLES.get(sent);
  if (!table) {
    const rows: number[][] = sent.tokens.map(() => []);
    sent.tokens.forEach((token, i) => {
      rows[token.head]?.push(i);
    });
    table = rows;
    TABLES.set(sent, table);
  }
  return table;
}

/** Whether a label is this relation or a subtype of it. */
export const isRelation = (deprel: string, rel: string): boolean =>
  deprel === rel || (deprel.startsWith(rel) && deprel.charCodeAt(rel.length) === 58);

/** The token itself, or undefined for an index outside the sentence. */
export const tokenAt = (sent: Sentence, i: number): Token | undefined => sent.tokens[i];

/** Lower-case lemma; "" outside the sentence. */
export const lemmaOf = (sent: Sentence, i: number): string => sent.tokens[i]?.lemma.toLowerCase() ?? '';

/** Whether every word leads up to the one root: no word hangs below itself. */
export function isTree(tokens: readonly Token[]): boolean {
  const reaches = new Uint8Array(tokens.length);
  let roots = 0;
  for (let i = 0; i < tokens.length; i++) {
    if (tokens[i]!.head < 0) roots++;
    let [at, steps] = [i, 0];
    while (at >= 0 && reaches[at] === 0 && steps++ <= tokens.length) at = tokens[at]!.head;
    if (at >= 0 && reaches[at] === 0) return false;
    for (let k = i; k >= 0 && reaches[k] === 0; k = tokens[k]!.head) reaches[k] = 1;
  }
  return roots === 1;
}

/** The words from one index up to another, which is left out, in lower case with blanks between; indexes outside the sentence count for nothing. */
export const formsOf = (sent: Sentence, from: number, until: number): string =>
  sent.tokens
    .slice(Math.max(0, from), Math.max(0, until))
    .map((token) => token.form.toLowerCase())
    .join(' ');

/** Index of the head word, -1 for the root. */
export const head = (sent: Sentence, i: number): number => sent.tokens[i]?.head ?? -1;

/** The word's relation to its head ("nsubj:pass"). */
export const relation = (sent: Sentence, i: number): string => sent.tokens[i]?.deprel ?? '';

/** Whether the word stands in one of these relations to its head. */
export function hasRelation(sent: Sentence, i: number, ...rels: readonly string[]): boolean {
  const deprel = relation(sent, i);
  return rels.some((rel) => isRelation(deprel, rel));
}

export const isRoot = (sent: Sentence, i: number): boolean => sent.tokens[i]?.head === -1;

/** Index of the sentence's root, -1 when it has no words. */
export const rootOf = (sent: Sentence): number => sent.tokens.findIndex((token) => token.head === -1);

/** Dependents in text order; all of them when no relation is named. */
export function children(sent: Sentence, i: number, ...rels: readonly string[]): readonly number[] {
  const all = childTable(sent)[i] ?? [];
  return rels.length === 0 ? all : all.filter((c) => hasRelation(sent, c, ...rels));
}

/** The first dependent in one of these relations, or -1. */
export function child(sent: Sentence, i: number, ...rels: readonly string[]): number {
  return children(sent, i, ...rels)[0] ?? -1;
}

export const hasChild = (sent: Sentence, i: number, ...rels: readonly string[]): boolean =>
  child(sent, i, ...rels) >= 0;

/** The word and everything below it, in text order. Relations in `without` are left out with all they carry. */
export function subtree(sent: Sentence, i: number, without: readonly string[] = []): readonly number[] {
  if (!sent.tokens[i]) return [];
  const out: number[] = [];
  const open = [i];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    out.push(at);
    for (const c of children(sent, at)) if (!hasRelation(sent, c, ...without)) open.push(c);
  }
  return out.sort((a, b) => a - b);
}

/** The smallest text range over these words; null for none. */
export function spanOf(sent: Sentence, words: readonly number[]): Span | null {
  let start = Number.POSITIVE_INFINITY;
  let end = -1;
  for (const i of words) {
    const token = sent.tokens[i];
    if (!token) continue;
    if (token.start < start) start = token.start;
    if (token.end > end) end = token.end;
  }
  return end < 0 ? null : [start, end];
}

/** Text range of the word and all below it. A crossing tree may cover foreign words in between. */
export const subtreeSpan = (sent: Sentence, i: number, without: readonly string[] = []): Span | null =>
  spanOf(sent, subtree(sent, i, without));

/** Text range of one word. */
export const wordSpan = (sent: Sentence, i: number): Span | null => spanOf(sent, [i]);

/** Heads from the word's own up to the root. */
export function ancestors(sent: Sentence, i: number): readonly number[] {
  const out: number[] = [];
  for (let at = head(sent, i); at >= 0 && out.length < sent.tokens.length; at = head(sent, at)) out.push(at);
  return out;
}

/** Whether `i` stands below `top` (or is it). */
export const isWithin = (sent: Sentence, i: number, top: number): boolean =>
  i === top || ancestors(sent, i).includes(top);

export interface Path {
  /** From `from` up to just below the common word. */
  readonly up: readonly number[];
  readonly common: number;
  /** From just below the common word down to `to`. */
  readonly down: readonly number[];
  /** "nsubj^ meet vobl": labels climbed, the common lemma, labels descended. */
  readonly text: string;
}

/** The way between two words through their lowest common head; null when one is outside the sentence. */
export function path(sent: Sentence, from: number, to: number): Path | null {
  if (!sent.tokens[from] || !sent.tokens[to]) return null;
  const climb = [from, ...ancestors(sent, from)];
  const other = [to, ...ancestors(sent, to)];
  const common = climb.find((i) => other.includes(i));
  if (common === undefined) return null;
  const up = climb.slice(0, climb.indexOf(common));
  const down = other.slice(0, other.indexOf(common)).reverse();
  const words = [
    ...up.map((i) => `${relation(sent, i)}^`),
    lemmaOf(sent, common),
    ...down.map((i) => `v${relation(sent, i)}`),
  ];
  return { up, common, down, text: words.join(' ') };
}

/** "A, B and C": all members that hang on this first one, itself included, in text order. */
export function conjuncts(sent: Sentence, first: number): readonly number[] {
  if (!sent.tokens[first]) return [];
  const out = [first];
  for (let k = 0; k < out.length; k++) out.push(...children(sent, out[k] ?? -1, 'conj'));
  return out.sort((a, b) => a - b);
}

/** The first member of the coordination the word belongs to (itself when it is none or the first). */
export function firstConjunct(sent: Sentence, i: number): number {
  let at = i;
  for (let steps = 0; hasRelation(sent, at, 'conj') && steps < sent.tokens.length; steps++) at = head(sent, at);
  return at;
}

/** Every member of the coordination the word belongs to. */
export const coordination = (sent: Sentence, i: number): readonly number[] => conjuncts(sent, firstConjunct(sent, i));

/** "and", "or", "but", "nor" … in front of a member; null for a first member or a mere comma. */
export function coordinator(sent: Sentence, i: number): string | null {
  if (!hasRelation(sent, i, 'conj')) return null;
  const cc = child(sent, i, 'cc');
  if (cc >= 0) return lemmaOf(sent, cc);
  // "A, B and C": the comma before B stands for the later "and".
  const siblings = children(sent, head(sent, i), 'conj').filter((c) => c > i);
  for (const c of siblings) {
    const later = child(sent, c, 'cc');
    if (later >= 0) return lemmaOf(sent, later);
  }
  return null;
}

/** What the word (or the coordination it is part of) depends on, and how: conj links are climbed. */
export function governor(sent: Sentence, i: number): { readonly head: number; readonly rel: string } {
  const first = firstConjunct(sent, i);
  return { head: head(sent, first), rel: relation(sent, first) };
}

const NOT_OF_THE_PHRASE = [
  'conj',
  'cc',
  'appos',
  'acl',
  'advcl',
  'parataxis',
  'punct',
  'case',
  'mark',
  'cop',
  'nsubj',
  'csubj',
  'aux',
  'dep',
  'discourse',
  'orphan',
];

/**
 * The noun phrase around its head word: determiners, adjectives, titles, compounds, numbers, possessors and "of"
 * phrases, but no clause, apposition, coordination or preposition of its own. In text order.
 */
export const nounPhrase = (sent: Sentence, i: number): readonly number[] => {
  const own = subtree(sent, i, NOT_OF_THE_PHRASE);
  const out = new Set(own);
  // Inside the phrase ("the city of Hanoi", "Japan's") prepositions and 's belong to it.
  for (const w of own) if (w !== i) for (const c of children(sent, w, 'case')) out.add(c);
  return [...out].sort((a, b) => a - b);
};

/** The bare name or compound around a head word: "Secretary of State Antony Blinken" without anything looser. */
export const nameWords = (sent: Sentence, i: number): readonly number[] => {
  const out: number[] = [];
  const open = [i];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (!sent.tokens[at]) continue;
    out.push(at);
    open.push(...children(sent, at, 'flat', 'compound', 'fixed', 'goeswith', 'nmod:desc'));
  }
  return out.sort((a, b) => a - b);
};
