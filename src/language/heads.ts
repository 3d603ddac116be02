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
  for (let steps = 0; at >= 0 && steps <= heads.length; steps++) {
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

/** Whether a verb has a subject of any kind. */
export const hasSubject = (heads: Int32Array, deprels: readonly string[], verb: number): boolean =>
  children(heads, verb).some((c) => /^(?:nsubj|csubj|expl)/.test(deprels[c]!));

/** A verb in a finite form of its own or of its auxiliary. */
export function finite(heads: Int32Array, deprels: readonly string[], joint: readonly string[], verb: number): boolean {
  if (/^(?:VBD|VBZ|VBP)\|/.test(joint[verb]!)) return true;
  return children(heads, verb).some((c) => /^(?:aux|cop)/.test(deprels[c]!) && /^(?:VBD|VBZ|VBP|MD)\|/.test(joint[c]!));
}

/** Where a verb begins with its auxiliaries and adverbs right before it. */
export function groupStart(heads: Int32Array, deprels: readonly string[], verb: number): number {
  let at = verb;
  while (at > 0 && heads[at - 1] === verb && /^(?:aux|cop|advmod)/.test(deprels[at - 1]!)) at--;
  return at;
}
