/** Ties told without their name: "recognises Taipei", "switched recognition from Taipei to Beijing", "broke with Taipei". */

import type { Mentioned, Relation, Sentence } from '../../core/index.ts';
import { child, children, hasRelation, lemmaOf, obliquesOf, subjectsOf, verbGroup } from '../../language/tree.ts';
import { mentionAt } from '../../mentions/index.ts';
import { partyCode } from './party.ts';

export interface Recognition {
  readonly pair: readonly [string, string];
  readonly change: Relation['change'];
  readonly word: number;
}

/** In text order; only what is told as fact. */
export function recognitionsIn(doc: Mentioned, sent: Sentence): Recognition[] {
  const found: Recognition[] = [];
  sent.tokens.forEach((token, verb) => {
    if (token.upos !== 'VERB') return;
    const lemma = lemmaOf(sent, verb);
    if (!/^(recogni[sz]e|switch|shift|transfer|break)$/.test(lemma)) return;
    const group = verbGroup(sent, verb);
    if (group.negated || group.modal !== null || group.infinitive || group.condition !== null || token.xpos === 'VBG')
      return;
    const owners = subjectsOf(sent, verb).flatMap(({ token: word }) => statesOf(doc, sent, word));
    if (owners.length === 0 || owners.length > 6) return;
    const add = (codes: readonly string[], change: Relation['change']): void => {
      for (const owner of owners)
        for (const code of codes) if (owner !== code) found.push({ pair: [owner, code], change, word: verb });
    };
    if (/^recog/.test(lemma)) {
      const object = child(sent, verb, 'obj');
      if (object < verb || child(sent, verb, 'ccomp') >= 0) return;
      add(statesOf(doc, sent, object), /^(VBZ|VBP)$/.test(token.xpos) ? 'holds' : 'established');
      return;
    }
    const behind = (preposition: string): string[] =>
      obliquesOf(sent, verb, preposition).flatMap((phrase) => statesOf(doc, sent, phrase.token));
    if (lemma === 'break') {
      if (child(sent, verb, 'obj') < 0) add(behind('with'), 'downgraded');
      return;
    }
    const object = child(sent, verb, 'obj');
    if (object < 0 || !/^(recognition|ties|relation|allegiance)$/.test(lemmaOf(sent, object))) return;
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

/** Codes of the states named by a word and those listed beside it; nothing for people, bodies and things. */
function statesOf(doc: Mentioned, sent: Sentence, word: number): string[] {
  const codes: string[] = [];
  for (const head of [word, ...children(sent, word, 'conj')]) {
    const mention = mentionAt(doc, sent.index, head);
    if (mention === null || mention.kind !== 'state' || mention.form !== 'name' || mention.head !== head) continue;
    if (hasRelation(sent, head, 'compound', 'amod', 'nmod:poss')) continue;
    const code = partyCode(mention);
    if (code !== null) codes.push(code);
  }
  return [...new Set(codes)];
}
