/** What two texts share: runs of words that stand in both, found by their sequences of five. */

import type { Span } from '../../index.ts';

/** Shorter runs are chance: names, titles, set phrases. */
const RUN = 5;

interface Word {
  readonly form: string;
  readonly span: Span;
}

export interface Shared {
  /** Words of the text, and how many of them stand in a shared run. */
  readonly words: number;
  readonly shared: number;
  readonly spans: readonly Span[];
}

/** The same for both sides, in linear time. */
export function sharedWords(left: string, right: string): readonly [Shared, Shared] {
  const [a, b] = [wordsOf(left), wordsOf(right)];
  return [sharedIn(a, runsOf(b)), sharedIn(b, runsOf(a))];
}

function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{N}]+(?:[’'.-][\p{L}\p{N}]+)*/gu)].map(({ 0: form, index }) => ({
    form: form.toLowerCase().replaceAll('’', "'"),
    span: [index, index + form.length] as const,
  }));
}

function runAt(words: readonly Word[], at: number): string {
  return words
    .slice(at, at + RUN)
    .map(({ form }) => form)
    .join(' ');
}

function runsOf(words: readonly Word[]): Set<string> {
  const runs = new Set<string>();
  for (let at = 0; at + RUN <= words.length; at++) runs.add(runAt(words, at));
  return runs;
}

function sharedIn(words: readonly Word[], runs: ReadonlySet<string>): Shared {
  const covered = new Uint8Array(words.length);
  for (let at = 0; at + RUN <= words.length; at++) if (runs.has(runAt(words, at))) covered.fill(1, at, at + RUN);
  const spans: [number, number][] = [];
  let shared = 0;
  words.forEach(({ span }, at) => {
    if (covered[at] !== 1) return;
    shared++;
    const last = spans.at(-1);
    if (at > 0 && covered[at - 1] === 1 && last !== undefined) last[1] = span[1];
    else spans.push([span[0], span[1]]);
  });
  return { words: words.length, shared, spans };
}
