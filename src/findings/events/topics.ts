/** Other topics that borrow the words of diplomacy and war: sport, weather, film. */

import type { Sentence } from '../../core/index.ts';
import type { Topic } from './words.ts';

/** The topic whose words stand in the sentence, or null. */
export function topicOf(sent: Sentence, topics: readonly Topic[]): Topic | null {
  const forms = sent.tokens.map((token) => token.form.toLowerCase());
  const lemmas = sent.tokens.map((token) => token.lemma.toLowerCase());
  const stands = (words: readonly string[]): boolean => {
    for (let i = forms.indexOf(words[0]!); i >= 0; i = forms.indexOf(words[0]!, i + 1))
      if (words.every((word, k) => forms[i + k] === word)) return true;
    return false;
  };
  for (const topic of topics) {
    if (topic.words.some((words) => stands(words) || (words.length === 1 && lemmas.includes(words[0]!)))) return topic;
    if (topic.weak.filter(stands).length > 1) return topic;
  }
  return null;
}
