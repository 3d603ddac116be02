/** What is no part of content that is no clause: where it was said, what led to it, who is blamed. */

import { hasRelation, head as headOf } from '../../language/tree.ts';
import { mentionAt } from '../../mentions/index.ts';
import { isTensed, type View } from './view.ts';

/** "condemned the raid in a statement issued in Nicosia": where it was said is no part of it. */
export function cutVenue(view: View, words: Set<number>, cue: number): void {
  const sorted = [...words].filter((word) => word > cue).sort((a, b) => a - b);
  const at = sorted.find(
    (word, index) => index > 0 && !view.quoted[word] && VENUE.test(view.low.slice(word, word + 6).join(' ')),
  );
  if (at === undefined) return;
  for (const word of sorted) if (word >= at) words.delete(word);
}

const VENUE =
  /^(?:in|during|at|through|via) (?:(?:a|an|the|his|her|its|their) )?(?:(?:joint|written|brief|short|separate|strongly|worded|televised|official|regular|weekly|daily|final|rare|press|news|phone|telephone|video|opening) ){0,2}(?:statement|interview|letter|tweet|post|briefing|conference|communique|communiqué|speech|address|call|message)\b/;

/** "threatened to expel the envoys after a court jailed a reporter": what led to the words is no part of them. */
export function cutOccasion(view: View, words: Set<number>): void {
  const sorted = [...words].sort((a, b) => a - b);
  const at = sorted.find(
    (word, index) =>
      index > 1 &&
      /^(after|as|when)$/.test(view.low[word]!) &&
      !view.quoted[word] &&
      sorted.slice(index + 1).find((next) => isTensed(view, next)) !== undefined &&
      view.tokens[sorted.slice(index + 1).find((next) => isTensed(view, next))!]!.xpos === 'VBD' &&
      (view.low[word] === 'after' || view.low[word] === 'when' || hasRelation(view.sent, word, 'mark')),
  );
  if (at === undefined) return;
  for (const word of sorted) if (word >= at) words.delete(word);
}

/** "blamed the raid on rebels": those it is blamed on are no part of what they are blamed for. */
export function cutBlamed(view: View, words: Set<number>, cue: number): void {
  const sorted = [...words].filter((word) => word > cue).sort((a, b) => a - b);
  const stop = sorted.find((word) => view.low[word] === ',') ?? Number.POSITIVE_INFINITY;
  const on = sorted.findLast((word) => word < stop && /^(on|upon)$/.test(view.low[word]!) && !view.quoted[word]);
  if (on === undefined || on === sorted[0]) return;
  // "blamed rebels for the raid on the town": a place is not blamed.
  const blamed = headOf(view.sent, on);
  const mention = blamed > on ? mentionAt(view.doc, view.sent.index, blamed) : null;
  if (mention?.kind === 'place' || view.low.slice(cue, sorted[0]).includes('for')) return;
  for (const word of sorted) if (word >= on) words.delete(word);
}
