/** Whose an office holder is by where somebody came to see him: "flew to Lagos, where she met President Doe". */

import type { Knowledge } from '../../knowledge/index.ts';
import type { Draft } from '../draft.ts';

/** What one does with a host. */
const SEES = /^(?:meet|see|visit|greet|hold|have|call|confer|discuss|speak|talk|sit|sign|receive|welcome)$/;

/**
 * The state of the one capital that "where" behind it, or the sentence's own "In Lagos, …", speaks of, when somebody
 * else meets the office holder there. A capital that seats an international body tells nothing: all the world meets there.
 */
export function hostAt(item: Draft, drafts: readonly Draft[], knowledge: Knowledge): string | null {
  const { tokens } = item.sentence;
  const token = tokens[item.head]!;
  if (!/^(?:obj|obl|nmod)/.test(token.deprel)) return null;
  let verb = token.head;
  // "held talks with President Doe"
  if (tokens[verb]?.upos === 'NOUN') verb = tokens[verb]!.head;
  if (!SEES.test(tokens[verb]?.lemma.toLowerCase() ?? '')) return null;
  const place = placeOf(item, verb, drafts);
  if (place?.country == null) return null;
  if (!tokens.some((word) => word.head === verb && word.deprel.startsWith('nsubj'))) return null;
  const capital = knowledge.countries.get(place.country)?.capitals.includes(place.name ?? '') === true;
  const shared = [...knowledge.groups.values()].some(({ seat }) => seat === place.name);
  return capital && !shared ? place.country : null;
}

function placeOf(item: Draft, verb: number, drafts: readonly Draft[]): Draft | null {
  const { tokens } = item.sentence;
  const places = drafts.filter(
    (other) => other.kind === 'place' && other.sentence === item.sentence && other.span[1] <= tokens[verb]!.start,
  );
  const last = places.at(-1);
  if (last === undefined) return null;
  const comma = tokens[last.head + 1]?.form === ',' ? 2 : 1;
  const where = tokens[last.head + comma]?.form === 'where' && tokens[last.head + comma]!.head === verb;
  const fronted = last.head === 1 && tokens[0]!.form === 'In' && tokens[1]!.head === verb;
  return where || fronted ? last : null;
}
