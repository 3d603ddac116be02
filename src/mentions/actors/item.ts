/** One name, title or role of a sentence: its tokens and what the tables say of it. */

import type { NameEntry, NameKind } from '../../knowledge/index.ts';

export interface Item {
  /** Token range. */
  readonly start: number;
  readonly end: number;
  /** Text range; narrower than the tokens for one half of "US-China". */
  readonly from: number;
  readonly to: number;
  /** What the tables say; empty for a run of capitals. */
  readonly entries: readonly NameEntry[];
  readonly kind: NameKind | 'run';
  /** For a run: items of the tables inside it ("Bank of [England]"). */
  readonly inside: readonly Item[];
}

const GEO: ReadonlySet<string> = new Set(['country', 'adjective', 'demonym', 'capital', 'place', 'region', 'water']);
export const isGeo = (item: Item): boolean => GEO.has(item.kind);
export const isBody = (item: Item): boolean =>
  item.kind === 'group' ||
  item.kind === 'organisation' ||
  item.kind === 'outlet' ||
  item.kind === 'agency' ||
  item.kind === 'metonym';

export const entryOf = (item: Item, ...kinds: readonly NameKind[]): NameEntry | null => {
  for (const kind of kinds) {
    const entry = item.entries.find((candidate) => candidate.kind === kind);
    if (entry !== undefined) return entry;
  }
  return null;
};
