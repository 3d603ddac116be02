/** Ties told without their name: "recognises Taipei", "switched recognition from Taipei to Beijing". */

import type { Mentioned, Relation, Sentence } from '../../core/index.ts';
import {
  agentsOf,
  child,
  children,
  conjuncts,
  hasRelation,
  head,
  lemmaOf,
  obliquesOf,
  subjectsOf,
  subtree,
  verbGroup,
} from '../../language/tree.ts';
import { mentionAt } from '../../mentions/index.ts';
import { partyCode } from './code.ts';
import { runBefore } from './run.ts';

export interface Recognition {
  readonly pair: readonly [string, string];
  readonly change: Relation['change'];
  readonly word: number;
}

/** In text order; only what is told as fact. */
export function recognitionsIn(doc: Mentioned, sent: Sentence): Recognition[] {
  const found: Recognition[] = [];
  sent.tokens.forEach((token, verb) => {
    const lemma = lemmaOf(sent, verb);
    if (token.upos !== 'VERB' || !/^(recogni[sz]e|switch|shift|transfer|dump|ditch|drop)$/.test(lemma)) return;
    const group = verbGroup(sent, verb);
    const last = lastTo(sent, verb);
    if (group.negated || group.modal !== null || (group.infinitive && last < 0) || group.condition !== null) return;
    if (token.xpos === 'VBG') return;
    const passive = group.voice === 'passive';
    const actors = passive ? agentsOf(sent, verb) : subjectsOf(sent, verb);
    const owners =
      last >= 0 ? ownersOf(doc, sent, last) : actors.flatMap(({ token: word }) => ownersOf(doc, sent, word));
    // "A, B and C still recognise Taipei", where the parse tears the list apart.
    let front = verb;
    while (front > 0 && /^(ADV|AUX)$/.test(sent.tokens[front - 1]!.upos)) front -= 1;
    const run = passive || last >= 0 ? [] : runBefore(doc, sent, front, 0).map((one) => one.code);
    if (run.length > owners.length) owners.splice(0, owners.length, ...new Set(run));
    if (owners.length === 0 || owners.length > 12) return;
    const add = (codes: readonly string[], change: Relation['change']): void => {
      for (const owner of owners)
        for (const code of codes) if (owner !== code) found.push({ pair: [owner, code], change, word: verb });
    };
    if (/^recog/.test(lemma)) {
      if (child(sent, verb, 'ccomp') >= 0 || obliquesOf(sent, verb, 'as').length > 0) return;
      const object = child(sent, verb, passive ? 'nsubj:pass' : 'obj');
      if (object < 0 || (!passive && object < verb)) return;
      const lasting = group.tense === 'present' || last >= 0 || sincePerfect(sent, verb);
      add(statesOf(doc, sent, object), lasting ? 'holds' : 'established');
      return;
    }
    const behind = (preposition: string): string[] =>
      obliquesOf(sent, verb, preposition).flatMap((phrase) => statesOf(doc, sent, phrase.token));
    const object = child(sent, verb, 'obj');
    if (object < 0) return;
    if (/^(dump|ditch|drop|switch)$/.test(lemma)) {
      // "dumps Taipei for Beijing"
      const left = statesOf(doc, sent, object);
      const taken = behind('for');
      if (left.length === 1 && taken.length === 1 && [left[0], taken[0]].sort().join() === 'CHN,TWN') {
        add(left, 'downgraded');
        add(taken, 'established');
        return;
      }
    }
    if (!/^(recognition|ties?|relation|allegiance)$/.test(lemmaOf(sent, object))) return;
    const below = (preposition: string): string[] =>
      children(sent, object, 'nmod').flatMap((kid) =>
        children(sent, kid, 'case').some((mark) => sent.tokens[mark]!.form.toLowerCase() === preposition)
          ? statesOf(doc, sent, kid)
          : [],
      );
    add([...behind('from'), ...below('from')], 'downgraded');
    add([...behind('to'), ...below('to')], 'established');
  });
  return found;
}

/** "the last state to recognise Taipei": the noun whose infinitive it is, or -1. */
function lastTo(sent: Sentence, verb: number): number {
  const noun = head(sent, verb);
  if (noun < 0 || !hasRelation(sent, verb, 'acl') || !verbGroup(sent, verb).infinitive) return -1;
  const words = [noun, ...subtree(sent, noun, ['acl', 'nsubj'])].map((word) => sent.tokens[word]!.form.toLowerCase());
  return words.some((word) => /^(last|only|few|remaining|dozen|twelve|\d+)$/.test(word)) ? noun : -1;
}

/** "has recognised Taipei since 2007": it still does. */
const sincePerfect = (sent: Sentence, verb: number): boolean =>
  sent.tokens.some((token, at) => at < verb && at > verb - 4 && /^(has|have|had)$/i.test(token.form)) &&
  sent.tokens.slice(verb).some((token) => /^since$/i.test(token.form));

/** States named by a subject, or by what "one of the states that …" is said of. */
function ownersOf(doc: Mentioned, sent: Sentence, word: number): string[] {
  for (let at = word, steps = 0; at >= 0 && steps < 4; steps++) {
    const named = statesOf(doc, sent, at);
    if (named.length > 0) return named;
    if (
      !/^(state|country|nation|ally|government|capital|one|last|friend|few|member|island|partner)$/.test(
        lemmaOf(sent, at),
      )
    )
      return [];
    const subject = child(sent, at, 'nsubj');
    if (subject >= 0) return statesOf(doc, sent, subject);
    if (!hasRelation(sent, at, 'nmod', 'appos', 'conj')) return [];
    at = head(sent, at);
  }
  return [];
}

/** Codes of the states named by a word and those listed beside it; nothing for people, bodies and things. */
function statesOf(doc: Mentioned, sent: Sentence, word: number): string[] {
  const codes: string[] = [];
  const semicolon = sent.tokens.findIndex((token, at) => at > word && token.form === ';');
  const members = conjuncts(sent, word).filter((member) => semicolon < 0 || member < semicolon);
  for (const head of members) {
    const mention = mentionAt(doc, sent.index, head);
    if (mention === null || mention.kind !== 'state' || mention.form !== 'name' || mention.head !== head) continue;
    if (hasRelation(sent, head, 'compound', 'amod', 'nmod:poss')) continue;
    const code = partyCode(mention);
    if (code !== null) codes.push(code);
  }
  return [...new Set(codes)];
}
