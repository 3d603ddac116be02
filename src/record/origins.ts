/** Who took a story from whom: one parent at most for each document, the root of the chain is the origin. */

import type { Credit } from '../core/index.ts';
import type { Derivation } from './record.ts';

/** What is known of a document's descent before its kin are looked at. */
export interface Descent {
  readonly id: string;
  readonly publisher: string | null;
  /** ISO day or null. */
  readonly published: string | null;
  readonly credits: readonly Credit[];
  readonly spun: boolean;
  /** Words in the body. */
  readonly words: number;
}

/** Two documents that share their words (or, as `quotes`, only a quotation). */
export interface KinEdge {
  readonly left: string;
  readonly right: string;
  readonly relation: Derivation['relation'];
  readonly aligned: number;
  readonly why: string;
}

export interface Origins {
  /** By document id: the root of its chain, itself when nothing older is known. */
  readonly originOf: ReadonlyMap<string, string>;
  /** At most one for each document. */
  readonly derivations: ReadonlyMap<string, Derivation>;
  /** Outlets and agencies that a root names as its own source without our having their text. */
  readonly named: ReadonlyMap<string, string>;
}

/**
 * Builds the forest of descent.
 *
 * A document derives from that kin, more original than itself, with which it shares most. One parent only: a round-up that holds two
 * stories must not make them one. `quotes` never joins. The order of the inputs makes no difference.
 */
export function findOrigins(documents: readonly Descent[], edges: readonly KinEdge[]): Origins {
  const byId = new Map(documents.map((document) => [document.id, document]));
  const kin = new Map<string, { other: Descent; edge: KinEdge }[]>();
  for (const edge of edges) {
    const left = byId.get(edge.left);
    const right = byId.get(edge.right);
    if (!left || !right || edge.relation === 'quotes') continue;
    push(kin, left.id, { other: right, edge });
    push(kin, right.id, { other: left, edge });
  }
  const rank = (document: Descent): Rank => originality(document, kin.get(document.id) ?? []);
  const ranks = new Map(documents.map((document) => [document.id, rank(document)]));
  const derivations = new Map<string, Derivation>();
  for (const document of documents) {
    const own = ranks.get(document.id) as Rank;
    const parents = (kin.get(document.id) ?? [])
      .filter(({ other }) => compareRanks(ranks.get(other.id) as Rank, own) < 0)
      .sort(
        (a, b) =>
          Number(credits(document, b.other)) - Number(credits(document, a.other)) ||
          b.edge.aligned - a.edge.aligned ||
          compareRanks(ranks.get(a.other.id) as Rank, ranks.get(b.other.id) as Rank),
      );
    const parent = parents[0];
    if (!parent) continue;
    const { other, edge } = parent;
    const stated = credits(document, other);
    const dated = document.published !== null && other.published !== null && other.published < document.published;
    const status = stated
      ? 'stated'
      : edge.relation === 'rewrite'
        ? 'suspected'
        : dated || document.spun
          ? 'aligned'
          : 'inferred';
    derivations.set(document.id, {
      document: document.id,
      from: other.id,
      relation: document.spun && edge.relation === 'rewrite' ? 'spun' : edge.relation,
      status,
      why: stated ? `it credits ${other.publisher}; ${edge.why}` : edge.why,
    });
  }

  const originOf = new Map<string, string>();
  const named = new Map<string, string>();
  for (const document of documents) {
    let root = document.id;
    // Ranks strictly fall along the chain, so it ends.
    for (let up = derivations.get(root); up?.from; up = derivations.get(root)) root = up.from;
    originOf.set(document.id, root);
  }
  for (const root of new Set(originOf.values())) {
    const source = byId
      .get(root)
      ?.credits.find(({ relation }) => relation === 'first-published' || relation === 'agency');
    if (source && !sameName(source.name, byId.get(root)?.publisher ?? null)) named.set(root, source.name);
  }
  return { originOf, derivations, named };
}

type Rank = readonly [spun: number, credited: number, published: string, words: number, id: string];

/** Most original first: not spun, crediting nobody among its kin, earliest, longest. */
function originality(document: Descent, kin: readonly { readonly other: Descent }[]): Rank {
  const crediting = kin.some(({ other }) => credits(document, other) && !credits(other, document));
  return [Number(document.spun), Number(crediting), document.published ?? '9999', -document.words, document.id];
}

function compareRanks(a: Rank, b: Rank): number {
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [a[i] as string | number, b[i] as string | number];
    if (x !== y) return x < y ? -1 : 1;
  }
  return 0;
}

/** Whether the document names the other's publisher as its source. "Told X" and copyright lines are only clues. */
function credits(document: Descent, other: Descent): boolean {
  return document.credits.some(
    ({ name, relation, status }) =>
      (relation === 'first-published' || relation === 'agency') &&
      status === 'stated' &&
      sameName(name, other.publisher),
  );
}

/** "The Khmer Daily" and "Khmer Daily", "AsiaOne" and "Asia One". */
export function sameName(a: string, b: string | null): boolean {
  return b !== null && bare(a) === bare(b) && bare(a) !== '';
}

const bare = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/^the\s+/, '')
    .replace(/\.(?:com|org|net)\b.*$/, '')
    .replace(/[^\p{L}\p{N}]/gu, '');

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
