/** Signs in and around a clause: who governs it, whether it is asked, denied, unreal, a habit, a retold promise. */

import type { Sentence } from '../../core/index.ts';
import {
  ancestors,
  child,
  children,
  firstConjunct,
  hasChild,
  hasRelation,
  head,
  lemmaOf,
  verbGroup,
} from '../../language/tree.ts';
import { lemmasOf } from './triggers.ts';
import type { GovernorClass, Governors } from './words.ts';

/** "no longer insists": what was asked or refused is given up. */
export const isOver = (sent: Sentence, verb: number): boolean =>
  children(sent, verb, 'advmod').some((a) => /^longer$/i.test(sent.tokens[a]?.form ?? ''));

/** "Had Russia attacked": a condition that did not come true. */
export const isUnreal = (sent: Sentence, verb: number): boolean =>
  children(sent, verb, 'aux').some(
    (a) =>
      /^had$/i.test(sent.tokens[a]?.form ?? '') &&
      children(sent, verb, 'nsubj', 'nsubj:pass').some((s) => s > a) &&
      // "The two had last met": the subject is told, whatever else is taken for one
      children(sent, verb, 'nsubj', 'nsubj:pass').every((s) => s > a),
  );

/** "should both of them wish it": a condition without "if". */
export const isInverted = (sent: Sentence, clause: number): boolean => {
  const should = children(sent, clause, 'aux').find((a) => /^should$/i.test(sent.tokens[a]?.form ?? ''));
  return should !== undefined && children(sent, clause, 'nsubj', 'nsubj:pass').some((s) => s > should);
};

/** "When will the ambassador be named?": the main clause of a sentence that ends in a question mark, nobody told of asking it. */
export const isAsked = (sent: Sentence, verb: number): boolean => {
  const last = sent.tokens.findLast((t) => !/^["'’”»)]$/.test(t.form));
  return (
    last?.form === '?' && ![verb, ...ancestors(sent, verb)].some((w) => hasRelation(sent, w, 'acl:relcl', 'advcl'))
  );
};

/** "that Warsaw would pay", "Warsaw would pay, she said": a promise retold. */
export const isReported = (sent: Sentence, verb: number, words: Governors): boolean => {
  const first = firstConjunct(sent, verb);
  return (
    hasRelation(sent, first, 'ccomp', 'acl') ||
    children(sent, first, 'parataxis').some((p) => classAt(sent, p, words) === 'say')
  );
};

/** The class of the governing word at a token, null for other words. */
export function classAt(sent: Sentence, i: number, words: Governors): GovernorClass | null {
  const token = sent.tokens[i];
  if (!token) return null;
  const form = token.form.toLowerCase();
  for (const lemma of form === 'going' ? ['going'] : lemmasOf(token)) {
    const kind = words.classOf.get(lemma);
    if (kind !== undefined) return kind;
  }
  return null;
}

/** "told", "insisted" with a finite clause: a report. */
export const isTold = (sent: Sentence, clause: number, up: number): boolean =>
  TELLING.has(lemmaOf(sent, up)) && isFiniteAt(sent, clause) && verbGroup(sent, clause).modal !== 'should';

const TELLING = new Set(['tell', 'insist', 'suggest', 'advise', 'instruct']);

/** "warned it would shut the border": who warns of what they will do themselves threatens; a forecast does not. */
export function isOwnThreat(sent: Sentence, clause: number, up: number): boolean {
  if (!/^(warn|caution|threaten)$/.test(lemmaOf(sent, up)) || !hasRelation(sent, clause, 'ccomp')) return false;
  const { modal } = verbGroup(sent, clause);
  if (modal !== 'will' && modal !== 'would') return false;
  return children(sent, clause, 'nsubj').some(
    (s) =>
      /^(it|they|he|she|we|i)$/i.test(sent.tokens[s]?.form ?? '') ||
      children(sent, s, 'nmod:poss').some((p) => /^(its|their|his|her|our|my)$/i.test(sent.tokens[p]?.form ?? '')),
  );
}

/** A name that stands where the verb of the sentence should. */
export const isRootName = (sent: Sentence, i: number): boolean =>
  (head(sent, i) < 0 || (i === 0 && sent.tokens.length < 16 && sent.tokens[i]?.upos === 'PROPN')) &&
  (sent.tokens[i]?.upos === 'PROPN' || !sent.tokens.some((t) => /^VB[DZP]$/.test(t.xpos)));

const OFTEN = /\b(once|twice|times) (a|each|every|per) (day|week|month|year)\b|\b(daily|weekly)\b/i;

/** What is said of a report that does not hold. */
export const UNTRUE = /^(false|untrue|wrong|baseless|unfounded|inaccurate|incorrect|groundless|exaggerated|invented)$/i;

/** Words that make a predicate the first of its kind. */
export const FIRST =
  /^(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\d+(?:st|nd|rd|th)|latest|newest|last|only)$/i;

/** Verbs that tell of going on. */
export const LASTING = new Set(['continue', 'keep', 'persist', 'remain', 'go']);

/** "to visit". */
export const isInfinitive = (sent: Sentence, i: number): boolean =>
  children(sent, i, 'mark').some((m) => (sent.tokens[m]?.form ?? '').toLowerCase() === 'to' && m < i);

/** Whether the clause at a verb is finite. */
export function isFiniteAt(sent: Sentence, i: number): boolean {
  const xpos = sent.tokens[i]?.xpos ?? '';
  return /^(VBD|VBZ|VBP)$/.test(xpos) || hasChild(sent, i, 'aux', 'cop');
}

/** "regularly attend": present tense with a word of habit. */
export function isGeneric(sent: Sentence, verb: number, words: Governors): boolean {
  const xpos = sent.tokens[verb]?.xpos ?? '';
  if (xpos === 'VBN' && children(sent, verb, 'advmod').some((a) => /^always$/i.test(sent.tokens[a]?.form ?? '')))
    return true;
  if (!/^(VBZ|VBP)$/.test(xpos)) return false;
  if (OFTEN.test(sent.tokens.map((t) => t.form).join(' '))) return true;
  return (
    children(sent, verb, 'advmod').some((a) => words.generic.has(lemmaOf(sent, a))) ||
    children(sent, verb, 'obl').some(
      (o) =>
        (sent.tokens[child(sent, o, 'det')]?.form ?? '').toLowerCase() === 'every' || lemmaOf(sent, o) === 'annually',
    )
  );
}
