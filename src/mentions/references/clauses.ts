/** How a pronoun stands in the clauses of its sentence to those whom it may mean. */

import type { Sentence } from '../../core/index.ts';
import { SPEAKING } from '../actors/words.ts';
import type { Draft } from '../draft.ts';
import { standsFor } from './history.ts';

/** Things in the plural named nearer: "bought three boats and gave them". */
export const isThingsBetween = (sentence: Sentence, from: number, i: number): boolean =>
  sentence.tokens.some(
    (token, at) =>
      at < i &&
      token.start >= from &&
      token.xpos === 'NNS' &&
      /^(?:obj|nsubj|conj)/.test(token.deprel) &&
      !(token.head === sentence.tokens[i]!.head && token.deprel.startsWith('nsubj')),
  );

/** Subject and object of one verb are two people. */
export const isBeside = (sentence: Sentence, earlier: Draft, i: number): boolean =>
  sentence.tokens[standsFor(earlier)]!.head === sentence.tokens[i]!.head;

/** Subject of a verb that the pronoun hangs on at some remove. */
export function isAbove(sentence: Sentence, earlier: Draft, i: number): boolean {
  const { tokens } = sentence;
  const word = tokens[standsFor(earlier)]!;
  if (!word.deprel.startsWith('nsubj')) return false;
  let at = tokens[i]!.head;
  for (let steps = 0; at >= 0 && steps < 10; steps++) {
    if (at === word.head) return true;
    at = tokens[at]!.head;
  }
  return false;
}

/**
 * "Doe rang the envoy and thanked him", "Doe rang the envoy to thank him": the subject of a verb before is that of the
 * pronoun's verb too.
 */
export function sharesVerb(sentence: Sentence, earlier: Draft, i: number): boolean {
  const { tokens } = sentence;
  let verb = tokens[i]!.head;
  for (let steps = 0; steps < 4 && isLedOn(sentence, verb); steps++) {
    if (tokens.some((token) => token.head === verb && token.deprel.startsWith('nsubj'))) return false;
    verb = tokens[verb]!.head;
  }
  const word = tokens[standsFor(earlier)]!;
  return word.head === verb && word.deprel.startsWith('nsubj');
}

/** A second verb of one subject, or an infinitive that says what for. */
function isLedOn(sentence: Sentence, verb: number): boolean {
  const { tokens } = sentence;
  const { deprel } = tokens[verb] ?? { deprel: '' };
  return deprel === 'conj' || (deprel === 'advcl' && tokens.some((t) => t.head === verb && /^to$/i.test(t.form)));
}

/** "Doe's office said he …": whose the subject is. */
export function ownsSubject(item: Draft): boolean {
  const { tokens } = item.sentence;
  const token = tokens[item.head]!;
  return token.deprel === 'nmod:poss' && tokens[token.head]?.deprel.startsWith('nsubj') === true;
}

/** "it is clear that", "it remains to be seen", "it seems". */
export function isExpletive(sentence: Sentence, i: number): boolean {
  const { tokens } = sentence;
  const verb = tokens[tokens[i]!.head];
  if (verb === undefined) return true;
  if (/^(?:seem|appear|remain|happen|turn|rain|snow|take|matter)$/.test(verb.lemma.toLowerCase())) return true;
  const clause = tokens.some(
    (token) =>
      token.head === tokens[i]!.head &&
      /^(?:ccomp|csubj|xcomp|advcl)/.test(token.deprel) &&
      tokens.indexOf(token) > tokens[i]!.head,
  );
  return (verb.upos === 'ADJ' || verb.upos === 'NOUN') && clause;
}

/** "A spokesman for its ministry said": inside the sentence's own subject. */
export function isInSubject(sentence: Sentence, i: number): boolean {
  const { tokens } = sentence;
  let at = i;
  for (let steps = 0; at >= 0 && steps < 6; steps++) {
    const token = tokens[at]!;
    if (token.deprel.startsWith('nsubj')) return tokens[token.head]?.head === -1 && i <= 12;
    at = token.head;
  }
  return false;
}

/** "… ," it said: behind the words that it says. */
export const isSpeaker = (sentence: Sentence, i: number): boolean =>
  /^[,”"’']$/.test(sentence.tokens[i - 1]?.form ?? '') &&
  SPEAKING.has(sentence.tokens[sentence.tokens[i]!.head]?.lemma.toLowerCase() ?? '');

/** Near the head of the sentence, before any subject. */
export const isOpening = (sentence: Sentence, i: number): boolean =>
  sentence.tokens.slice(0, i).every((token) => !/^nsubj/.test(token.deprel)) && i <= 12;
