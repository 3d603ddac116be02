/** Levels of a whole list: one state on one side, those listed on the other, however the sentence puts it. */

import type { Mentioned, Sentence } from '../../core/index.ts';
import { lemmaOf, subjectsOf, verbGroup } from '../../language/tree.ts';
import { mentionsIn } from '../../mentions/index.ts';
import { codesOf } from './code.ts';
import { isExcepted, listFrom } from './list.ts';
import { phraseCodes } from './named.ts';
import { runFrom } from './run.ts';

/** "places only four nations, A, B, C and D, on its top rung": the one party outside the list, and the list; null when it is not so. */
export function oneAndList(
  doc: Mentioned,
  sent: Sentence,
): { readonly owner: string; readonly list: readonly string[] } | null {
  const all: string[] = [];
  let list: readonly string[] = [];
  for (const mention of mentionsIn(doc, sent.index)) {
    const codes = mention.form === 'pronoun' || isExcepted(sent, mention.head) ? [] : codesOf(doc, mention);
    all.push(...codes);
    const start = sent.tokens.findIndex((token) => token.start >= mention.span[0]);
    const run = codes.length === 0 ? [] : [...new Set(runFrom(doc, sent, start).map((one) => one.code))];
    if (run.length > list.length) list = run;
  }
  const rest = [...new Set(all)].filter((code) => !list.includes(code));
  return list.length >= 2 && rest.length === 1 ? { owner: rest[0]!, list } : null;
}

/** "Besides A and B, …", "Apart from A and B, no …": those of whom the sentence says the same before it begins. */
export function prefaced(doc: Mentioned, sent: Sentence): string[] {
  const words = sent.tokens
    .slice(0, 3)
    .map((token) => token.form.toLowerCase())
    .join(' ');
  const lead =
    /^(?:besides |beside |apart from|aside from|other than|except for|in addition to|along with|beyond )/.exec(words);
  const comma = sent.tokens.findIndex((token) => token.form === ',');
  if (lead === null || comma < 0) return [];
  // "Apart from A, B and C, …": the comma behind the last name.
  const names = listFrom(doc, sent, lead[0].trim().split(' ').length - 1, sent.tokens.length);
  const first = names[0];
  if (first === undefined) return [];
  const start = sent.tokens.findIndex((token) => token.start >= first.span[0]);
  return runFrom(doc, sent, start).map((one) => one.code);
}

const CLUB = /^(they|club|circle|list|group|rank|league|them|tier)$/;

export interface Joined {
  readonly codes: readonly string[];
  readonly word: number;
}

/** "A and B have joined them since", "joined the club in May": who has come to stand on the level told before. */
export function joinedAgain(doc: Mentioned, sent: Sentence): Joined | null {
  for (let verb = 0; verb < sent.tokens.length; verb++) {
    if (sent.tokens[verb]!.upos !== 'VERB' || lemmaOf(sent, verb) !== 'join') continue;
    const next = sent.tokens[verb + 1];
    const object = /^(the|this|that|these|their)$/i.test(next?.form ?? '') ? verb + 2 : verb + 1;
    if (!CLUB.test(lemmaOf(sent, object)) && !/^them$/i.test(next?.form ?? '')) continue;
    const group = verbGroup(sent, verb);
    if (group.negated || group.modal !== null || group.infinitive || group.tense === 'future') return null;
    // The run of names in front of the verb, which the parse may tear apart.
    const codes = subjectsOf(sent, verb).flatMap(({ token }) => phraseCodes(doc, sent, token));
    for (const mention of mentionsIn(doc, sent.index)) {
      const start = sent.tokens.findIndex((token) => token.start >= mention.span[0]);
      const run = runFrom(doc, sent, start);
      if (start < verb && run.some((one) => codes.includes(one.code))) codes.push(...run.map((one) => one.code));
    }
    return codes.length === 0 ? null : { codes: [...new Set(codes)], word: verb };
  }
  return null;
}
