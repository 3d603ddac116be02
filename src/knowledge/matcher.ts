/** The automaton that finds every known name in a run of tokens: one trie over folded pieces. */

import { type Piece, pieces } from './fold.ts';
import type { Matcher, NameEntry, NameMatch } from './types.ts';

interface Pattern {
  readonly entry: NameEntry;
  /** Which pieces need a capital in the text, as bits. */
  readonly capitals: number;
  /** For acronyms: the letters as they must stand. */
  readonly exact: string | null;
}

interface Node {
  next: Map<string, Node> | null;
  patterns: Pattern[] | null;
}

/** Longest name in pieces; bounds the walk from each start, so that a search is linear. */
const LONGEST = 14;
const CACHE_LIMIT = 60_000;

/** A name and what it stands for; `anyCase` for words that need no capital (roles, titles). */
export interface NamedEntry {
  readonly surface: string;
  readonly entry: NameEntry;
  readonly anyCase: boolean;
}

const isAcronym = (raw: string): boolean => raw.length >= 2 && raw.length <= 6 && /^[A-Z][A-Z0-9&]*$/.test(raw);

export function makeMatcher(names: readonly NamedEntry[]): Matcher {
  const root: Node = { next: new Map(), patterns: null };
  let size = 0;
  for (const { surface, entry, anyCase } of names) {
    const parts = pieces(surface);
    if (parts.length === 0 || parts.length > LONGEST) continue;
    let node = root;
    let capitals = 0;
    parts.forEach((part, index) => {
      node.next ??= new Map();
      let child = node.next.get(part.key);
      if (child === undefined) {
        child = { next: null, patterns: null };
        node.next.set(part.key, child);
      }
      node = child;
      if (part.capital && !anyCase) capitals |= 1 << index;
    });
    const single = parts.length === 1 ? (parts[0]?.raw ?? '') : '';
    const exact = isAcronym(single) ? single : null;
    if (node.patterns === null) {
      node.patterns = [];
      size++;
    }
    const known = node.patterns.some(
      (pattern) => pattern.entry.id === entry.id && pattern.entry.kind === entry.kind && pattern.exact === exact,
    );
    if (!known) node.patterns.push({ entry, capitals, exact });
  }

  let cache = new Map<string, readonly Piece[]>();
  const piecesOf = (form: string): readonly Piece[] => {
    let known = cache.get(form);
    if (known === undefined) {
      known = form.length > 200 ? [] : pieces(form);
      if (cache.size >= CACHE_LIMIT) cache = new Map();
      cache.set(form, known);
    }
    return known;
  };

  return {
    size,
    find(forms) {
      // All pieces in order, with the token each came from; punctuation stays as a stop no name contains.
      const flat: Piece[] = [];
      const owner: number[] = [];
      forms.forEach((form, token) => {
        const parts = piecesOf(form);
        if (parts.length === 0) {
          if (isJoint(form)) return;
          flat.push(STOP);
          owner.push(token);
        }
        for (const part of parts) {
          flat.push(part);
          owner.push(token);
        }
      });
      const matches: NameMatch[] = [];
      let reached = 0;
      for (let start = 0; start < flat.length; start++) {
        let node: Node | undefined = root;
        let best: readonly NameEntry[] | null = null;
        let bestEnd = 0;
        let capitals = 0;
        for (let i = start; i < flat.length && i < start + LONGEST; i++) {
          const piece = flat[i];
          if (piece === undefined) break;
          node = node.next?.get(piece.key);
          if (node === undefined) break;
          if (piece.capital) capitals |= 1 << (i - start);
          if (node.patterns !== null && i + 1 > reached) {
            const found = fitting(node.patterns, capitals, piece.raw);
            if (found !== null) {
              best = found;
              bestEnd = i + 1;
            }
          }
        }
        if (best === null) continue;
        reached = bestEnd;
        const first = flat[start] as Piece;
        const last = flat[bestEnd - 1] as Piece;
        const lastToken = owner[bestEnd - 1] as number;
        const rest = (forms[lastToken] as string).slice(last.to);
        matches.push({
          start: owner[start] as number,
          end: lastToken + 1,
          skipStart: first.from,
          skipEnd: rest.length,
          entries: best,
        });
      }
      return matches;
    },
    lookup(name) {
      let node: Node | undefined = root;
      let capitals = 0;
      let raw = '';
      const parts = pieces(name);
      if (parts.length > LONGEST) return [];
      for (const [index, part] of parts.entries()) {
        node = node.next?.get(part.key);
        if (node === undefined) return [];
        if (part.capital) capitals |= 1 << index;
        raw = part.raw;
      }
      return node.patterns === null ? [] : (fitting(node.patterns, capitals, raw) ?? []);
    },
  };
}

const STOP: Piece = { key: '\u0000', capital: false, raw: '', from: 0, to: 0 };

/** A hyphen or apostrophe standing alone as a token joins its neighbours ("Guinea", "-", "Bissau"). */
const isJoint = (form: string): boolean => /^[-\u2010-\u2015'’.]$/.test(form);

function fitting(patterns: readonly Pattern[], capitals: number, raw: string): readonly NameEntry[] | null {
  let out: NameEntry[] | null = null;
  for (const pattern of patterns) {
    if ((pattern.capitals & capitals) !== pattern.capitals) continue;
    if (pattern.exact !== null && pattern.exact !== raw) continue;
    out ??= [];
    out.push(pattern.entry);
  }
  return out;
}
