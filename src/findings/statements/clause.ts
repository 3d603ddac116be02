/** How far an attribution phrase reaches: from its first word to the comma that closes it. */

import { children, subtree } from '../../language/tree.ts';
import type { View } from './view.ts';

/**
 * The words of "according to a senior official in the ministry," from `first` on: the phrase of `source`, relative
 * clauses included, cut where a comma hands over to the clause.
 */
export function attributionWords(view: View, first: number, source: number): Set<number> {
  const own = new Set(subtree(view.sent, source));
  let last = source;
  while (last + 1 < view.tokens.length && (own.has(last + 1) || (view.mark[last + 1] && own.has(last + 2)))) last++;
  if (first === 0) {
    // "According to X, …": the first comma outside a list closes it, whatever the parse says.
    let closed = false;
    for (let at = source + 1; at < view.tokens.length && at < source + 40 && !closed; at++) {
      if (view.low[at] !== ',') continue;
      const listed = [...own].some((word) => word > at && view.tokens[word]!.deprel === 'conj');
      // "According to X, as quoted by Y, …": what says how it came is part of it.
      if (/^(as|who|which|citing|quoted|speaking)$/.test(view.low[at + 1] ?? '')) continue;
      // "According to Jane Doe, a scholar at the institute, …"
      if (opensApposition(view, source, at + 1)) continue;
      if (!listed || at > source + 25) {
        last = at - 1;
        closed = true;
        break;
      }
    }
  }
  const words = new Set<number>();
  for (let at = first; at <= last; at++) words.add(at);
  return words;
}

/** Right behind a name's comma stands what the one named is, with a comma behind it. */
const opensApposition = (view: View, source: number, at: number): boolean =>
  /^(an?|the)$/.test(view.low[at] ?? '') &&
  children(view.sent, source, 'appos').some((kid) => {
    const own = subtree(view.sent, kid).filter((word) => !view.mark[word]);
    return kid > at && Math.min(...own) === at && view.low[Math.max(...own) + 1] === ',';
  });
