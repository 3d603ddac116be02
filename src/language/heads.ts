/** What hangs where in a tree of heads that is still being mended. */

const REACH = 40;

/** Words that hang on this one, in order. */
export function children(heads: Int32Array, top: number): number[] {
  const out: number[] = [];
  for (let k = Math.max(0, top - REACH); k < Math.min(heads.length, top + REACH); k++)
    if (heads[k] === top) out.push(k);
  return out;
}

/** Whether a word is another or hangs below it. */
export function below(heads: Int32Array, i: number, top: number): boolean {
  let at = i;
  for (let steps = 0; at >= 0 && steps < REACH; steps++) {
    if (at === top) return true;
    at = heads[at]!;
  }
  return false;
}

/** Last word in one direction of the unbroken stretch below a word. */
export function edge(heads: Int32Array, top: number, step: 1 | -1): number {
  let at = top;
  while (at + step >= 0 && at + step < heads.length && Math.abs(at - top) < REACH && below(heads, at + step, top))
    at += step;
  return at;
}
