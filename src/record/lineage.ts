/** The documents of one origin as a tree that can be drawn line by line: each below what it comes from, the earlier first. */

import type { Grade } from '../core/index.ts';
import type { Derivation } from './record.ts';

export interface LineageMember {
  readonly document: string;
  readonly title: string | null;
  readonly publisher: string | null;
  /** ISO day or null. */
  readonly published: string | null;
  readonly grade: Grade;
  readonly spun: boolean;
  /** The document it comes from; null for the origin. */
  readonly from: string | null;
  readonly relation: Derivation['relation'] | null;
  readonly status: Derivation['status'] | null;
  readonly why: string | null;
}

export interface LineageLine extends Omit<LineageMember, 'document' | 'from'> {
  /** Null for an agency or outlet that the origin names without its text being in the record; `publisher` is its name then. */
  readonly document: string | null;
  /** 0 for the first line; a line's parent is the nearest line above with a smaller depth. */
  readonly depth: number;
  /** Documents that come from this one, however far down, and are left out. */
  readonly hidden: number;
}

/** As many lines as one drawing holds. */
export const MOST_LINES = 40;

/**
 * The lines of the tree, its origin first. Of more than `most` documents those between `around` and the origin are kept, then those that
 * come from `around`, then the earliest. `named`: whom the origin names as its source. The order of the members makes no difference.
 */
export function lineageOf(
  members: readonly LineageMember[],
  around: string,
  named: { readonly name: string; readonly status: Derivation['status'] } | null,
  most = MOST_LINES,
): LineageLine[] {
  const sorted = [...members].sort(byDay);
  const byId = new Map(sorted.map((member) => [member.document, member]));
  const parent = (member: LineageMember): LineageMember | undefined =>
    member.from === null ? undefined : byId.get(member.from);
  const kept = new Set<LineageMember>();
  const keep = (member: LineageMember): void => {
    const chain: LineageMember[] = [];
    for (let up: LineageMember | undefined = member; up !== undefined && !kept.has(up); up = parent(up)) {
      if (chain.includes(up)) break; // never in a forest
      chain.push(up);
    }
    if (kept.size + chain.length <= most || kept.size === 0) for (const one of chain) kept.add(one);
  };
  const middle = byId.get(around);
  for (const member of [
    ...(middle === undefined ? [] : [middle]),
    ...sorted.filter(({ from }) => from === around),
    ...sorted,
  ])
    keep(member);
  const children = new Map<string | null, LineageMember[]>();
  for (const one of sorted) {
    const from = parent(one)?.document ?? null;
    const list = children.get(from);
    if (list) list.push(one);
    else children.set(from, [one]);
  }
  const first = named === null ? 0 : 1;
  const lines: LineageLine[] = [];
  if (named !== null) lines.push({ ...UNSEEN, publisher: named.name });
  const hidden = new Map<LineageMember, number>();
  for (const member of sorted) {
    const above = kept.has(member) ? undefined : nearest(member, kept, parent);
    if (above !== undefined) hidden.set(above, (hidden.get(above) ?? 0) + 1);
  }
  const walk = (member: LineageMember, depth: number): void => {
    const { document, from: _from, ...rest } = member;
    const root = depth === first;
    lines.push({
      ...rest,
      ...(root && named !== null ? { status: named.status, why: `it names ${named.name}` } : {}),
      document,
      depth,
      hidden: hidden.get(member) ?? 0,
    });
    for (const child of children.get(document) ?? []) if (kept.has(child)) walk(child, depth + 1);
  };
  for (const root of children.get(null) ?? []) if (kept.has(root)) walk(root, first);
  return lines;
}

const UNSEEN = {
  document: null,
  title: null,
  published: null,
  grade: 'usable',
  spun: false,
  relation: null,
  status: null,
  why: null,
  depth: 0,
  hidden: 0,
} as const;

const byDay = (a: LineageMember, b: LineageMember): number =>
  compare(a.published ?? '9999', b.published ?? '9999') || compare(a.document, b.document);

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** The kept document that a left-out one comes from. */
function nearest(
  member: LineageMember,
  kept: ReadonlySet<LineageMember>,
  parent: (member: LineageMember) => LineageMember | undefined,
): LineageMember | undefined {
  let up = parent(member);
  while (up !== undefined && !kept.has(up)) up = parent(up);
  return up;
}
