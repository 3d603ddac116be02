/** The state that sentences speak of: that of their subject. */

import type { Draft } from '../draft.ts';
import { isOfMain, isSubject } from '../references/history.ts';
import { isMainLine } from '../references/pairs.ts';
import type { ReadSentence } from './sentence.ts';

/** The state of a sentence's subject; null where two states are the subject together. */
export function leadOf(told: readonly Draft[]): string | null {
  const leading = told.filter((item) => item.kind !== 'place' && isSubject(item) && isMainLine(item));
  const root = leading.find((item) => item.sentence.tokens[item.head]!.deprel.startsWith('nsubj')) ?? leading[0];
  if (root === undefined) return null;
  const joined = leading.some(
    (item) => item.country !== root.country && item.sentence.tokens[item.head]!.deprel === 'conj',
  );
  return joined ? null : root.country;
}

/** How far back a sentence that tells of no state looks for one. */
const FOCUS = 3;

/** The state that the sentences right before speak of: that of the last subject that is a state or one of its bodies. */
export function focusBefore(read: readonly ReadSentence[], at: number): string | null {
  for (let i = at - 1; i >= 0 && at - i <= FOCUS; i--) {
    const told = read[i]!.drafts.filter((item) => item.country !== null);
    if (told.length > 0)
      return leadOf(
        told.filter((item) => (item.kind !== 'person' || item.name === null) && isOfMain(item) && !isEmbassy(item)),
      );
  }
  return null;
}

/** An embassy speaks abroad. */
const isEmbassy = ({ sentence, head }: Draft): boolean =>
  /^(?:embassy|consulate|commission)$/i.test(sentence.tokens[head]!.lemma);

/** "conveyed greetings from President Doe": of whoever conveys them. */
export function isConveyed({ sentence: { tokens }, head }: Draft): boolean {
  const up = tokens[tokens[head]!.head];
  return (
    /^(?:nmod|obl)/.test(tokens[head]!.deprel) &&
    /^(?:greeting|regard|message|letter|invitation|condolence|congratulation|wish|convey|bring|carry|deliver)$/.test(
      up?.lemma.toLowerCase() ?? '',
    ) &&
    tokens.some((token) => token.head === head && token.deprel.startsWith('case') && token.form === 'from')
  );
}
