/** What follows a verb of asking or counting within its clause, wherever the tree hangs it. */

import type { Sentence } from '../../core/index.ts';
import { complementsIn } from './positions.ts';
import type { Case } from './refusal.ts';

/** Nothing is asked: neither a complement nor an infinitive near by. */
export const asksNothing = ({ sent, verb, match }: Case): boolean =>
  complementsIn(sent, verb).length === 0 && !asksSoon(sent, match.words);

/** "called upon the parties to agree": an infinitive within the clause. */
function asksSoon(sent: Sentence, words: readonly number[]): boolean {
  const from = words.at(-1) ?? -1;
  for (let i = from + 2; i < Math.min(sent.tokens.length - 1, from + 9); i++) {
    if (/^[,;:.]$/.test(sent.tokens[i]!.form)) return false;
    if (/^to$/i.test(sent.tokens[i]!.form) && sent.tokens[i + 1]!.xpos === 'VB') return true;
  }
  return false;
}

/** "gave Moldova 20 fire engines": a number before the next verb. */
export function countsSoon(sent: Sentence, verb: number): boolean {
  for (let i = verb + 1; i < Math.min(sent.tokens.length, verb + 6); i++) {
    const token = sent.tokens[i]!;
    if (/^(VERB|AUX|ADP|SCONJ|PUNCT)$/.test(token.upos)) return false;
    if (token.upos === 'NUM') return /^(NOUN|ADJ|PROPN|NUM|SYM)$/.test(sent.tokens[i + 1]?.upos ?? '');
  }
  return false;
}
