/** Title and name are one actor: mends trees in which both became subject (or object) of the same verb. */

import type { Word } from './words.ts';

/** Last words of what people are called before their names. */
const TITLES =
  /^(?:(?:vice-?|deputy-?|under-?|co-?|ex-?)?(?:presidents?|premiers?|ministers?|secretar(?:y|ies)|chancellors?|chair(?:man|woman|person|men)?|governors?|mayors?|directors?|generals?|commissioners?|representatives?|ambassadors?|spokes(?:man|woman|person|men|people)|leaders?|chiefs?|envoys?|commanders?|speakers?|diplomats?|advis[eo]rs?|counterparts?|counsell?ors?|heads?|kings?|queens?|princes?|princess(?:es)?|sultans?|emirs?|popes?|colonels?|admirals?|majors?|captains?|lieutenants?|marshals?|sergeants?|senators?|congress(?:man|woman|men)|professors?|judges?|justices?|sheikhs?|lords?|dames?|attach[eé]s?|consuls?|delegates?|officials?|officers?|analysts?|lawyers?|activists?|journalists?|researchers?|co-?founders?|founders?|owners?|managers?|executives?|coach(?:es)?|allies|ally|enemies|neighbou?rs?))$/i;

const ONE_PLACE = /^(?:nsubj|nsubj:pass|obj|iobj|obl|obl:agent|nmod|conj)$/;

/**
 * "Minister Sok met Li" with two subjects becomes one: the title describes the name.
 *
 * Applies when two nouns hang on one head by one relation, nothing stands between them, the second is a name and the
 * first is what people are called. A preposition in front moves to the name. Changes `heads` and `deprels` in place.
 */
export function joinTitles(
  words: readonly Word[],
  heads: Int32Array,
  deprels: string[],
  joint: readonly string[],
): void {
  for (let title = 0; title < words.length; title++) {
    if (!ONE_PLACE.test(deprels[title]!) || !/\|(?:PROPN|NOUN)$/.test(joint[title]!)) continue;
    if (!TITLES.test(words[title]!.form)) continue;
    const name = nextSibling(heads, deprels, title);
    if (name < 0 || !/^NNPS?\|/.test(joint[name]!) || !/^\p{Lu}/u.test(words[name]!.form)) continue;
    if (lastBelow(heads, title) + 1 !== firstBelow(heads, name) || hasChild(heads, deprels, name, 'case')) continue;
    if (
      hasChild(heads, deprels, title, 'conj') ||
      hasChild(heads, deprels, title, 'nummod') ||
      hasChild(heads, deprels, name, 'det')
    )
      continue;
    for (let k = 0; k < words.length; k++) {
      if (heads[k] === title && (deprels[k] === 'case' || deprels[k] === 'cc' || deprels[k] === 'punct'))
        heads[k] = name;
    }
    heads[title] = name;
    deprels[title] = 'nmod:desc';
  }
}

/** The nearest later word with the same head and relation, or -1. */
function nextSibling(heads: Int32Array, deprels: readonly string[], i: number): number {
  const stop = Math.min(heads.length, i + 12);
  for (let k = i + 1; k < stop; k++) if (heads[k] === heads[i] && deprels[k] === deprels[i]) return k;
  return -1;
}

const hasChild = (heads: Int32Array, deprels: readonly string[], i: number, rel: string): boolean => {
  const stop = Math.min(heads.length, i + 20);
  for (let k = Math.max(0, i - 20); k < stop; k++) if (heads[k] === i && deprels[k] === rel) return true;
  return false;
};

function isBelow(heads: Int32Array, i: number, top: number): boolean {
  let at = i;
  for (let steps = 0; at >= 0 && steps < 30; steps++) {
    if (at === top) return true;
    at = heads[at]!;
  }
  return false;
}

/** Ends of the unbroken stretch around a word that lies below it. */
function lastBelow(heads: Int32Array, top: number): number {
  let at = top;
  while (at + 1 < heads.length && isBelow(heads, at + 1, top)) at++;
  return at;
}

function firstBelow(heads: Int32Array, top: number): number {
  let at = top;
  while (at > 0 && isBelow(heads, at - 1, top)) at--;
  return at;
}
