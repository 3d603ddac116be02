/** Bodies called by a part of their name: "the Fund", "the agency", "the mission". */

import type { Sentence } from '../../core/index.ts';
import { type Draft, draft } from '../draft.ts';
import { copyActor, type History } from './history.ts';

/** How many sentences back such a noun may reach. */
const REACH = 12;

/** Nouns that stand alone for a body named before by its full name. */
const NAMED =
  /^(?:fund|agency|bank|mission|service|tribunal|court|office|watchdog|lender|body|organi[sz]ation|institute|federation|authority|bureau)$/;

/** Words for the same kind of body. */
const SAME_KIND: ReadonlyMap<string, RegExp> = new Map([
  ['mission', /^(?:mission|embassy|consulate|monusco|minusma|unifil)$/],
  ['lender', /^(?:fund|bank|lender)$/],
  ['watchdog', /^(?:watchdog|agency)$/],
]);

/** Whether a body's name, or the noun that its name belongs to ("the IMF mission"), is such a noun. */
function isCalled({ name, sentence: { tokens }, head, span }: Draft, noun: string): boolean {
  const like = SAME_KIND.get(noun) ?? new RegExp(`^${noun}$`);
  const own = tokens[head]!;
  const up = own.deprel === 'compound' ? tokens[own.head] : undefined;
  if (up !== undefined && up.start > span[0] && like.test(up.lemma.toLowerCase())) return true;
  if (like.test(own.lemma.toLowerCase())) return true;
  return (name ?? '')
    .toLowerCase()
    .split(/[\s-]+/)
    .some((word) => like.test(word));
}

/** The body named last whose name has the noun, or that was called so; null where there is none. */
export function bodyNamed(history: History, sentence: Sentence, i: number, lemma: string): Draft | null {
  const { tokens } = sentence;
  if (!NAMED.test(lemma) || tokens[i + 1]?.form === 'of') return null;
  const { deprel } = tokens[i]!;
  if (!/^(?:nsubj|obj|iobj|obl|nmod:poss|conj)/.test(deprel)) return null;
  for (const earlier of history.bodiesBackwards(tokens[i]!.start)) {
    if (sentence.index - earlier.sentence.index > REACH) return null;
    if (earlier.code === null || !isCalled(earlier, lemma)) continue;
    const item = draft(sentence, [tokens[i]!.start, tokens[i]!.end], i, 'organization', 'reference/named-body');
    copyActor(item, earlier);
    return Object.assign(item, { form: 'nominal', antecedent: earlier, definite: true, confidence: 0.6 });
  }
  return null;
}
