/** Scores of clusterings: MUC (Vilain 1995), B³ (Bagga and Baldwin 1998), CEAFe (Luo 2005); their mean is the CoNLL score. */

export interface Ratio {
  /** Right and all, on the found side and on the gold side. */
  readonly precision: readonly [right: number, all: number];
  readonly recall: readonly [right: number, all: number];
}

export interface CorefTally {
  readonly muc: Ratio;
  readonly b3: Ratio;
  readonly ceafe: Ratio;
}

const ZERO: Ratio = { precision: [0, 0], recall: [0, 0] };
export const NO_COREF: CorefTally = { muc: ZERO, b3: ZERO, ceafe: ZERO };

const plusRatio = (a: Ratio, b: Ratio): Ratio => ({
  precision: [a.precision[0] + b.precision[0], a.precision[1] + b.precision[1]],
  recall: [a.recall[0] + b.recall[0], a.recall[1] + b.recall[1]],
});

export const addCoref = (a: CorefTally, b: CorefTally): CorefTally => ({
  muc: plusRatio(a.muc, b.muc),
  b3: plusRatio(a.b3, b.b3),
  ceafe: plusRatio(a.ceafe, b.ceafe),
});

const share = ([right, all]: readonly [number, number]): number => (all === 0 ? 0 : right / all);

export function f1OfRatio({ precision, recall }: Ratio): number {
  const [p, r] = [share(precision), share(recall)];
  return p + r === 0 ? 0 : (2 * p * r) / (p + r);
}

export const conllOf = ({ muc, b3, ceafe }: CorefTally): number =>
  (f1OfRatio(muc) + f1OfRatio(b3) + f1OfRatio(ceafe)) / 3;

/**
 * Compares two clusterings of the same mentions, each given as a cluster label for every mention. Tallies of separate sets of mentions
 * (topics, documents) may be added. Throws RangeError when the lengths differ.
 */
export function scoreCoref(gold: readonly string[], found: readonly string[]): CorefTally {
  if (gold.length !== found.length) throw new RangeError('both clusterings must label the same mentions');
  const [keys, responses] = [clustersOf(gold), clustersOf(found)];
  return {
    muc: { precision: muc(responses, gold), recall: muc(keys, found) },
    b3: { precision: b3(responses, gold, keys), recall: b3(keys, found, responses) },
    ceafe: ceafe(keys, responses, found),
  };
}

function clustersOf(labels: readonly string[]): Map<string, number[]> {
  const clusters = new Map<string, number[]>();
  labels.forEach((label, mention) => {
    const cluster = clusters.get(label);
    if (cluster) cluster.push(mention);
    else clusters.set(label, [mention]);
  });
  return clusters;
}

/** Links kept: a cluster of n mentions has n - 1, and loses one for each further cluster its mentions are spread over. */
function muc(clusters: ReadonlyMap<string, readonly number[]>, labels: readonly string[]): [number, number] {
  let [right, all] = [0, 0];
  for (const cluster of clusters.values()) {
    const parts = new Set(cluster.map((mention) => labels[mention]));
    right += cluster.length - parts.size;
    all += cluster.length - 1;
  }
  return [right, all];
}

/** For each mention, the share of its cluster that the other clustering keeps with it. */
function b3(
  clusters: ReadonlyMap<string, readonly number[]>,
  labels: readonly string[],
  others: ReadonlyMap<string, readonly number[]>,
): [number, number] {
  let right = 0;
  for (const cluster of clusters.values()) {
    const counts = new Map<string, number>();
    for (const mention of cluster) {
      const label = labels[mention] as string;
      if (others.has(label)) counts.set(label, (counts.get(label) ?? 0) + 1);
    }
    for (const count of counts.values()) right += (count * count) / cluster.length;
  }
  return [right, labels.length];
}

/** Entities aligned one to one so that the sum of 2·|shared|/(|a| + |b|) is greatest. */
function ceafe(
  keys: ReadonlyMap<string, readonly number[]>,
  responses: ReadonlyMap<string, readonly number[]>,
  found: readonly string[],
): Ratio {
  const columns = new Map([...responses.keys()].map((label, i) => [label, i]));
  const similarity = [...keys.values()].map((cluster) => {
    const row = new Array<number>(responses.size).fill(0);
    for (const mention of cluster) {
      const column = columns.get(found[mention] as string) as number;
      row[column] = (row[column] as number) + 1;
    }
    return row.map((shared, i) => (2 * shared) / (cluster.length + ([...responses.values()][i] as number[]).length));
  });
  const best = greatestSum(similarity);
  return { precision: [best, responses.size], recall: [best, keys.size] };
}

/** The greatest sum of entries no two of which share a row or column (Hungarian method, O(n³)). */
export function greatestSum(matrix: readonly (readonly number[])[]): number {
  const rows = matrix.length;
  const columns = matrix[0]?.length ?? 0;
  if (rows === 0 || columns === 0) return 0;
  const n = Math.max(rows, columns);
  const cost = (i: number, j: number): number => -(matrix[i - 1]?.[j - 1] ?? 0);
  const u = new Float64Array(n + 1);
  const v = new Float64Array(n + 1);
  const rowOf = new Int32Array(n + 1);
  const way = new Int32Array(n + 1);
  for (let i = 1; i <= n; i++) {
    rowOf[0] = i;
    let j0 = 0;
    const least = new Float64Array(n + 1).fill(Number.POSITIVE_INFINITY);
    const used = new Uint8Array(n + 1);
    do {
      used[j0] = 1;
      const i0 = rowOf[j0] as number;
      let delta = Number.POSITIVE_INFINITY;
      let j1 = 0;
      for (let j = 1; j <= n; j++) {
        if (used[j]) continue;
        const reduced = cost(i0, j) - (u[i0] as number) - (v[j] as number);
        if (reduced < (least[j] as number)) {
          least[j] = reduced;
          way[j] = j0;
        }
        if ((least[j] as number) < delta) {
          delta = least[j] as number;
          j1 = j;
        }
      }
      for (let j = 0; j <= n; j++) {
        if (used[j]) {
          const row = rowOf[j] as number;
          u[row] = (u[row] as number) + delta;
          v[j] = (v[j] as number) - delta;
        } else least[j] = (least[j] as number) - delta;
      }
      j0 = j1;
    } while (rowOf[j0] !== 0);
    do {
      const j1 = way[j0] as number;
      rowOf[j0] = rowOf[j1] as number;
      j0 = j1;
    } while (j0 !== 0);
  }
  let sum = 0;
  for (let j = 1; j <= n; j++) sum -= cost(rowOf[j] as number, j);
  return sum;
}
