/** Finds every known name in a run of tokens: one table of folded names, entered by first pieces. */

import { foldWhole, type Piece, pieces } from './fold.ts';
import type { Matcher, NameEntry, NameMatch } from './types.ts';

/** A name and what it stands for; `anyCase` for words that need no capital (roles, titles). */
export interface NamedEntry {
  readonly surface: string;
  readonly entry: NameEntry;
  readonly anyCase: boolean;
}

/** Names that are kept elsewhere and turned into entries only when met. */
export interface MoreNames {
  readonly starts: ReadonlyMap<string, number>;
  readonly size: number;
  has(key: string): boolean;
  entries(key: string): readonly NamedEntry[];
}

interface Pattern {
  readonly entry: NameEntry;
  /** Which pieces need a capital in the text, as bits. */
  readonly capitals: number;
  /** For acronyms: the letters as they must stand. */
  readonly exact: string | null;
}

/** A piece with what the tables say of names that begin with it. */
interface MetPiece extends Piece {
  /** Pieces of the longest name that begins so. */
  readonly longest: number;
  /** Names that are this piece alone. */
  readonly alone: readonly Pattern[] | undefined;
}

/** Longest name in pieces; bounds the walk from each start, so that a search is linear. */
const LONGEST = 14;
const CACHE_LIMIT = 60_000;

const isAcronym = (raw: string | null): raw is string => raw !== null && /^[A-Z][A-Z0-9&]{1,5}$/.test(raw);

export function makeMatcher(names: readonly NamedEntry[], more: MoreNames): Matcher {
  const patterns = new Map<string, Pattern[]>();
  /** First piece of a name of several → pieces of the longest name that begins so. */
  const starts = new Map<string, number>();
  const put = (table: Map<string, Pattern[]>, { surface, entry, anyCase }: NamedEntry): void => {
    const folded = foldWhole(surface);
    if (folded.count === 0 || folded.count > LONGEST) return;
    const exact = isAcronym(folded.raw) ? folded.raw : null;
    const pattern = { entry, capitals: anyCase ? 0 : folded.capitals, exact };
    const known = table.get(folded.key);
    if (known === undefined) table.set(folded.key, [pattern]);
    else if (
      !known.some(
        (one) =>
          one.entry.id === entry.id &&
          one.entry.kind === entry.kind &&
          one.entry.country === entry.country &&
          one.exact === exact &&
          one.capitals === pattern.capitals,
      )
    ) {
      known.push(pattern);
    }
    if (folded.count > 1 && (starts.get(folded.first) ?? 1) < folded.count) starts.set(folded.first, folded.count);
  };
  for (const name of names) put(patterns, name);
  for (const [first, count] of more.starts) {
    if ((starts.get(first) ?? 1) < count) starts.set(first, Math.min(count, LONGEST));
  }

  /** Both sources under one key; the second is compiled on first meeting. */
  const met = new Map<string, readonly Pattern[]>();
  const patternsOf = (key: string): readonly Pattern[] | undefined => {
    if (!more.has(key)) return patterns.get(key);
    let known = met.get(key);
    if (known === undefined) {
      const table = new Map<string, Pattern[]>();
      for (const name of more.entries(key)) put(table, name);
      known = [...(patterns.get(key) ?? []), ...(table.get(key) ?? [])];
      met.set(key, known);
    }
    return known;
  };

  let cache = new Map<string, readonly MetPiece[]>();
  const piecesOf = (form: string): readonly MetPiece[] => {
    let known = cache.get(form);
    if (known === undefined) {
      const parts = form.length > 200 ? [] : pieces(form);
      known = parts.map((part) => ({ ...part, longest: starts.get(part.key) ?? 1, alone: patternsOf(part.key) }));
      if (cache.size >= CACHE_LIMIT) cache = new Map();
      cache.set(form, known);
    }
    return known;
  };

  return {
    size: patterns.size + more.size,
    find(forms) {
      // All pieces in order, with the token each came from; punctuation stays as a stop that no name contains.
      const flat: MetPiece[] = [];
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
        const first = flat[start] as MetPiece;
        if (first === STOP) continue;
        let best: readonly NameEntry[] | null = null;
        let bestEnd = 0;
        let capitals = 0;
        let key = '';
        const stop = Math.min(flat.length, start + first.longest);
        for (let i = start; i < stop; i++) {
          const piece = flat[i] as MetPiece;
          if (piece === STOP) break;
          key = i === start ? piece.key : `${key} ${piece.key}`;
          if (piece.capital) capitals |= 1 << (i - start);
          if (i < reached) continue;
          const known = i === start ? first.alone : patternsOf(key);
          const found = known === undefined ? null : fitting(known, capitals, piece.raw);
          if (found !== null) {
            best = found;
            bestEnd = i + 1;
          }
        }
        if (best === null) continue;
        reached = bestEnd;
        const last = flat[bestEnd - 1] as MetPiece;
        const lastToken = owner[bestEnd - 1] as number;
        matches.push({
          start: owner[start] as number,
          end: lastToken + 1,
          skipStart: first.from,
          skipEnd: (forms[lastToken] as string).length - last.to,
          entries: best,
        });
      }
      return matches;
    },
    lookup(name) {
      const folded = foldWhole(name);
      const known = folded.count > LONGEST ? undefined : patternsOf(folded.key);
      return known === undefined ? [] : (fitting(known, folded.capitals, folded.raw ?? '') ?? []);
    },
  };
}

const STOP: MetPiece = {
  key: '\u0000',
  capital: false,
  raw: '',
  from: 0,
  to: 0,
  longest: 1,
  alone: undefined,
};

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
