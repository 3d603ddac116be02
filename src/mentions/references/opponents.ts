/** Whose heads and ministers the people of home politics speak of: their own. */

import type { Sentence } from '../../core/index.ts';
import { hasOffice } from '../actors/home.ts';
import type { Draft } from '../draft.ts';
import { type History, isSubject, lastMention, lastWord, type ReferenceContext } from './history.ts';

/** "Freedonia's opposition leader called the premier a puppet": their own. */
export function ofOpponents(item: Draft, sentence: Sentence, history: History, context: ReferenceContext): boolean {
  if (
    !item.definite ||
    item.country !== null ||
    !/^(?:president|premier|minister|chancellor)$/.test(lastWord(item.role))
  )
    return false;
  if (!/^(?:obj|iobj|obl)/.test(sentence.tokens[item.head]!.deprel)) return false;
  for (const earlier of history.before(sentence, item.span[0], 0)) {
    if (!isSubject(earlier) || earlier.country === null) continue;
    if (earlier.sector !== 'OPP' && earlier.sector !== 'LEG') return false;
    const { people, knowledge } = context;
    const { country } = earlier;
    if (!hasOffice(knowledge, country, item.office, item.role)) return false;
    const own = people.all.find((person) => person.country === country && person.office === item.office);
    Object.assign(item, { country, code: earlier.code, rule: 'reference/body-of', confidence: 0.55 });
    if (own !== undefined && item.office !== null) {
      item.antecedent = lastMention(own.drafts, item);
      people.mean(item, own);
      item.anonymous = false;
    }
    return true;
  }
  return false;
}
