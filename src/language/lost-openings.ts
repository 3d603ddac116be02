/** "On Monday police in Lima arrested two men": a day or place in front that swallowed the subject. */

import { below, children, edge, finite, groupStart, hasSubject } from './heads.ts';
import type { Draft } from './lost-clauses.ts';

const TIME =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|(?:1[89]|20)\d\d|spring|summer|autumn|winter|yesterday|today)$/i;

/**
 * A finite verb without a subject takes the noun right before it that was read as the end of a phrase with a preposition: what
 * stands between the preposition and the noun is the day, month, year or place, and the noun is who acts.
 */
export function opening({ words, heads, deprels, joint }: Draft, verb: number): void {
  if (verb < 3 || !/\|VERB$/.test(joint[verb]!) || !finite(heads, deprels, joint, verb)) return;
  if (hasSubject(heads, deprels, verb) || !/^(?:root|ccomp|parataxis|advcl|conj)$/.test(deprels[verb]!)) return;
  const start = groupStart(heads, deprels, verb);
  const noun = nounEndingAt(heads, joint, start - 1);
  if (noun < 2 || !/^(?:obl|nmod)/.test(deprels[noun]!) || !/\|(?:NOUN|PROPN)$/.test(joint[noun]!)) return;
  if (below(heads, verb, noun)) return;
  const before = children(heads, noun).filter((c) => c < noun);
  const preposition = before.find((c) => deprels[c] === 'case');
  const place = preposition === undefined ? -1 : before.find((c) => c > preposition && isFront(c, before));
  if (preposition === undefined || place === undefined || place < 0) return;
  heads[preposition] = place;
  heads[place] = deprels[noun] === 'obl' ? heads[noun]! : verb;
  deprels[place] = 'obl';
  heads[noun] = verb;
  deprels[noun] = 'nsubj';
  for (const c of before) if (c > preposition && c < place) heads[c] = place;

  /** A time, or a name with the determiner or number of another phrase behind it or a plain noun right behind it. */
  function isFront(c: number, others: readonly number[]): boolean {
    if (!/^(?:compound|nmod|nummod|obl)/.test(deprels[c]!)) return false;
    if (TIME.test(words[c]!.form)) return true;
    if (preposition !== 0 || !/^NNP\|/.test(joint[c]!)) return false;
    const next = others.find((o) => o > c);
    return next === undefined
      ? edge(heads, c, 1) === noun - 1 && /^NNS\|/.test(joint[noun]!)
      : /^(?:det|nummod)$/.test(deprels[next]!);
  }
}

/** The highest noun whose words end here. */
function nounEndingAt(heads: Int32Array, joint: readonly string[], last: number): number {
  const governs = (at: number): boolean =>
    at >= 0 && /\|(?:NOUN|PROPN)$/.test(joint[at]!) && edge(heads, at, 1) === last;
  let at = last;
  while (at >= 0 && heads[at]! < at && governs(heads[at]!)) at = heads[at]!;
  return at;
}
