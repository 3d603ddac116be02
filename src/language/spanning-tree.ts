/** The best tree with one root over scored arcs (Chu-Liu-Edmonds). */

const NEVER = -1e9;

/**
 * Heads of `n` words; -1 for the one root.
 *
 * `arcs[i * n + j]` scores word j as head of word i, `roots[i]` scores i as root. Greedy heads are kept when they
 * already make a tree with one root, as they do for most sentences; otherwise cycles are contracted.
 */
export function bestTree(arcs: Float32Array, roots: Float32Array, n: number): Int32Array {
  const heads = new Int32Array(n);
  if (n <= 1) return heads.fill(-1);
  let rootCount = 0;
  for (let i = 0; i < n; i++) {
    let best = -1;
    let score = roots[i]!;
    const row = i * n;
    for (let j = 0; j < n; j++) {
      const s = arcs[row + j]!;
      if (s > score && j !== i) {
        score = s;
        best = j;
      }
    }
    heads[i] = best;
    if (best < 0) rootCount++;
  }
  if (rootCount === 1 && findCycle(heads, n) === null) return heads;
  // Node 0 is the artificial root; scores[d * m + h].
  const m = n + 1;
  const scores = new Float64Array(m * m).fill(NEVER);
  for (let i = 0; i < n; i++) {
    scores[(i + 1) * m] = Number.isFinite(roots[i]!) ? roots[i]! : 0;
    for (let j = 0; j < n; j++) {
      if (j !== i) scores[(i + 1) * m + j + 1] = Number.isFinite(arcs[i * n + j]!) ? arcs[i * n + j]! : 0;
    }
  }
  let tree = contract(scores, m);
  let root = -1;
  for (let i = 1; i < m; i++) {
    if (tree[i] === 0 && (root < 0 || scores[i * m]! > scores[root * m]!)) root = i;
  }
  for (let i = 1, seen = 0; i < m; i++) {
    if (tree[i] === 0 && ++seen > 1) {
      for (let k = 1; k < m; k++) if (k !== root) scores[k * m] = NEVER * 2;
      scores.fill(NEVER * 2, root * m, root * m + m);
      scores[root * m] = 0;
      tree = contract(scores, m);
      break;
    }
  }
  for (let i = 0; i < n; i++) heads[i] = tree[i + 1]! - 1;
  return oneTree(heads, n);
}

/** The words of one cycle, or null. */
function findCycle(heads: Int32Array, n: number): number[] | null {
  const seen = new Int32Array(n);
  for (let i = 0; i < n; i++) {
    let at = i;
    while (at >= 0 && seen[at] === 0) {
      seen[at] = i + 1;
      at = heads[at]!;
    }
    if (at >= 0 && seen[at] === i + 1) {
      const cycle = [at];
      for (let k = heads[at]!; k !== at; k = heads[k]!) cycle.push(k);
      return cycle;
    }
  }
  return null;
}

/** Maximum spanning arborescence of m nodes below node 0. */
function contract(scores: Float64Array, m: number): Int32Array {
  const heads = new Int32Array(m);
  heads[0] = -1;
  for (let i = 1; i < m; i++) {
    let best = i === 1 && m > 2 ? 2 : 0;
    for (let j = 0; j < m; j++) if (j !== i && scores[i * m + j]! > scores[i * m + best]!) best = j;
    heads[i] = best;
  }
  const cycle = findCycle(heads, m);
  if (!cycle) return heads;

  const inCycle = new Uint8Array(m);
  let total = 0;
  for (const i of cycle) {
    inCycle[i] = 1;
    total += scores[i * m + heads[i]!]!;
  }
  const rest: number[] = [];
  for (let i = 0; i < m; i++) if (!inCycle[i]) rest.push(i);
  const c = rest.length;
  const size = c + 1;
  const smaller = new Float64Array(size * size).fill(NEVER * 4);
  const leaves = new Int32Array(c);
  const enters = new Int32Array(c);
  for (let a = 0; a < c; a++) {
    const o = rest[a]!;
    for (let b = 0; b < c; b++) if (a !== b) smaller[a * size + b] = scores[o * m + rest[b]!]!;
    let out = cycle[0]!;
    let into = cycle[0]!;
    const gain = (i: number) => scores[i * m + o]! - scores[i * m + heads[i]!]!;
    for (const i of cycle) {
      if (scores[o * m + i]! > scores[o * m + out]!) out = i;
      if (gain(i) > gain(into)) into = i;
    }
    smaller[a * size + c] = scores[o * m + out]!;
    smaller[c * size + a] = gain(into) + total;
    leaves[a] = out;
    enters[a] = into;
  }
  const tree = contract(smaller, size);
  for (let a = 0; a < c; a++) {
    const o = rest[a]!;
    if (o !== 0) heads[o] = tree[a] === c ? leaves[a]! : rest[tree[a]!]!;
  }
  const from = tree[c]!;
  heads[enters[from]!] = rest[from]!;
  return heads;
}

/** Guards against scores that left no tree (not finite): what has no way to the root hangs on it. */
function oneTree(heads: Int32Array, n: number): Int32Array {
  let root = heads.indexOf(-1);
  if (root < 0) {
    root = 0;
    heads[0] = -1;
  }
  for (let i = 0; i < n; i++) if (i !== root && heads[i]! < 0) heads[i] = root;
  for (let cycle = findCycle(heads, n); cycle; cycle = findCycle(heads, n)) heads[cycle[0]!] = root;
  return heads;
}
