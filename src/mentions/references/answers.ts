/** "Doe asked the minister to resign. He refused": who answers is who was asked. */

import type { Sentence } from '../../core/index.ts';
import type { Draft } from '../draft.ts';
import type { History } from './history.ts';

const ANSWER =
  /^(?:refuse|decline|accept|agree|comply|oblige|demur|balk|baulk|reply|respond|answer|retort|reject|ignore)$/;
const ASK =
  /^(?:ask|urge|beg|press|implore|tell|order|invite|summon|call|appeal|demand|request|petition|exhort|pressure|plead|warn)$/;
const HEARER = /^(?:obj|iobj|obl)/;

/**
 * The one person, state or body that the sentence before asked, where the pronoun `i` opens its sentence as the subject of
 * an answer. Null when nobody or more than one was asked.
 */
export function whoAnswers(history: History, sentence: Sentence, i: number): Draft | null {
  const { tokens } = sentence;
  if (!tokens[i]!.deprel.startsWith('nsubj') || i > 1) return null;
  if (!ANSWER.test(tokens[tokens[i]!.head]?.lemma.toLowerCase() ?? '')) return null;
  const asked = history.inSentence(sentence.index - 1).filter((item) => {
    if (item.kind === 'place' || item.plural || item.members.length > 1) return false;
    const words = item.sentence.tokens;
    const word = words[item.head]!;
    return HEARER.test(word.deprel) && ASK.test(words[word.head]?.lemma.toLowerCase() ?? '');
  });
  return asked.length === 1 ? asked[0]! : null;
}
