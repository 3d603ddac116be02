/** Decides between a place and the government that sits there, and which of several places of one name is meant. */

import type { Sentence } from '../../core/index.ts';
import type { Knowledge, Place } from '../../knowledge/index.ts';
import { headOf } from '../draft.ts';
import type { Item } from './item.ts';
import { isGeo } from './item.ts';
import type { ItemIndex } from './phrases.ts';
import { CITY_NOUNS, LOCATIVE, MOTION, RELATIONAL, SPEECH } from './words.ts';

/** How an item stands in its sentence: its preposition, its relation, and the word that governs it. */
export interface Standing {
  readonly head: number;
  readonly preposition: string | null;
  readonly relation: string;
  /** Lower-case lemma of the governing word, "" at the root. */
  readonly governor: string;
  readonly possessive: boolean;
}

export function standingOf(sentence: Sentence, item: Item): Standing {
  const { tokens } = sentence;
  let head = headOf(sentence, item.start, item.end);
  let token = tokens[head]!;
  const before = tokens[item.start - 1];
  const article = before?.upos === 'DET' ? tokens[item.start - 2] : before;
  let preposition = article?.upos === 'ADP' ? article.form.toLowerCase() : null;
  const possessive = /^(?:['’]s?|’s)$/.test(tokens[item.end]?.form ?? '');
  // A later member of a coordination stands as the first one does
  for (let steps = 0; token.deprel === 'conj' && token.head >= 0 && steps < 6; steps++) {
    // A coordination is led by its first member; a tree that says otherwise is wrong, the word before "and" is not
    const up = token.head < head ? token.head : item.start - 2;
    if (up < 0 || up >= head) break;
    head = up;
    token = tokens[head]!;
    if (preposition === null) {
      const own = caseOf(sentence, head);
      if (own !== null) preposition = own;
    }
  }
  if (preposition === null && token.deprel.startsWith('obl')) preposition = caseOf(sentence, head);
  return {
    head: headOf(sentence, item.start, item.end),
    preposition,
    relation: token.deprel,
    governor: tokens[token.head]?.lemma.toLowerCase() ?? '',
    possessive,
  };
}

function caseOf(sentence: Sentence, head: number): string | null {
  for (let i = head - 1; i >= Math.max(0, head - 5); i--) {
    const token = sentence.tokens[i]!;
    if (token.head === head && token.deprel === 'case' && token.upos === 'ADP') return token.form.toLowerCase();
  }
  return null;
}

/** Whether a country's name stands for a place rather than for the state. */
export function isCountryPlace(standing: Standing): boolean {
  if (standing.possessive || standing.preposition === null) return false;
  return (
    LOCATIVE.has(standing.preposition) &&
    !/^(?:interest|confidence|trust|faith|belief|invest|disappoint)/.test(standing.governor)
  );
}

/** What is done to governments, never to cities: "Berne was alarmed", "Quito was invited". */
const FELT =
  /^(?:surprise|alarm|accuse|anger|criticise|criticize|warn|invite|urge|ask|blame|condemn|concern|worry|determine|embarrass|humiliate|outrage|dismay|tempt|convince|persuade|force|oblige|pressure|rebuke|unsettle|irk|irritate|rattle|infuriate|offend|disappoint|reassure|inform|notify|consult|sideline|snub)$/;

export type CapitalReading = 'government' | 'place';

/** Whether a capital's name stands for the government or for the city. */
export function readCapital(
  sentence: Sentence,
  item: Item,
  index: ItemIndex,
): { reading: CapitalReading; rule: string; confidence: number } {
  const { tokens } = sentence;
  const standing = standingOf(sentence, item);
  const previous = tokens[item.start - 1]?.form ?? '';
  const next = tokens[item.end]?.form ?? '';
  const place = (rule: string, confidence = 0.85) => ({ reading: 'place' as const, rule: `place/${rule}`, confidence });
  const government = (rule: string, confidence = 0.85) => ({
    reading: 'government' as const,
    rule: `capital/${rule}`,
    confidence,
  });
  const following = index.startingAt(item.end + 1);
  // "TALLINN, March 4 -", "TALLINN (Agency) -"
  if (item.start === 0 && /^\p{Lu}{4,}$/u.test(tokens[0]!.form) && /^(?:,|\(|-|–|—)$/.test(next))
    return place('dateline', 0.9);
  // "Hanoi, Vietnam", "Vientiane-based"
  if (next === ',' && following !== undefined && isGeo(following) && sharesCountry(following, item))
    return place('with-country', 0.95);
  if (next === ',' && following?.kind === 'region') return place('with-region', 0.9);
  if (
    /^[-–](?:based|born|area)/.test(next) ||
    (next === '-' && /^(?:based|born)$/.test(tokens[item.end + 1]?.form ?? ''))
  )
    return place('based');
  if (standing.preposition !== null) {
    if (LOCATIVE.has(standing.preposition)) return place('after-preposition', 0.95);
    if (standing.preposition === 'from')
      return MOTION.has(standing.governor) || standing.governor === '' ? place('from') : government('from', 0.6);
    if (standing.preposition === 'to') {
      const moved = MOTION.has(standing.governor) || MOTION.has(lemmaBefore(sentence, item.start, 2));
      return moved ? place('to', 0.8) : government('to', 0.6);
    }
    if (standing.preposition === 'of')
      return CITY_NOUNS.has(standing.governor) ? place('of', 0.9) : government('of', 0.55);
    if (standing.preposition === 'for' && MOTION.has(standing.governor)) return place('for', 0.85);
    if (RELATIONAL.has(standing.preposition)) return government('relation', 0.85);
  }
  if (previous === ',' && index.endingAt(item.start - 2)?.kind === 'place') return place('after-comma');
  if (standing.possessive) return government('possessive', 0.8);
  if (standing.relation.startsWith('nsubj')) {
    if (SPEECH.has(standing.governor)) return government('subject', 0.95);
    return standing.relation === 'nsubj:pass' && !FELT.test(standing.governor)
      ? place('passive-subject', 0.6)
      : government('subject', 0.75);
  }
  if (standing.relation === 'obj' || standing.relation === 'iobj') {
    return MOTION.has(standing.governor) ||
      /^(?:hit|strike|bomb|attack|capture|seize|shell|host|tour)$/.test(standing.governor)
      ? place('object')
      : government('object', 0.7);
  }
  if (standing.relation === 'compound' || standing.relation === 'amod' || standing.relation.startsWith('nmod')) {
    // "the Paris agreement", "Geneva talks", against "Beijing officials"
    return /^(?:official|government|authority|diplomat|leader|leadership|regime|side|tie|relation|move|decision|policy|ally)$/.test(
      standing.governor,
    )
      ? government('modifier', 0.75)
      : place('modifier', 0.6);
  }
  // Beside another capital or state: "Washington and Beijing", "Hanoi–Washington"
  const neighbour = index.items.find(
    (other) =>
      other !== item &&
      (other.kind === 'capital' || other.kind === 'country') &&
      Math.abs(other.start - item.start) <= 2,
  );
  if (neighbour !== undefined && standing.relation === 'conj') return government('beside', 0.6);
  return place('default', 0.5);
}

/** The lemma right before the preposition before a token. */
const lemmaBefore = (sentence: Sentence, start: number, back: number): string =>
  sentence.tokens[start - back]?.lemma.toLowerCase() ?? '';

const sharesCountry = (a: Item, b: Item): boolean =>
  a.entries.some((x) => x.country !== null && b.entries.some((y) => y.country === x.country));

/**
 * The place of that name: in the country named beside it, else in one the article names, else the largest.
 * Null when no table has it: an unknown name is never looked up by likeness.
 */
export function placeNamed(
  knowledge: Knowledge,
  name: string,
  beside: string | null,
  countries: ReadonlySet<string>,
): { place: Place; confidence: number } | null {
  const all = knowledge.places(name);
  if (all.length === 0) return null;
  if (beside !== null) {
    const own = all.find((place) => place.country === beside);
    return own === undefined ? null : { place: own, confidence: 0.95 };
  }
  const told = all.find((place) => countries.has(place.country));
  const largest = all[0]!;
  if (told !== undefined) return { place: told, confidence: told === largest ? 0.9 : 0.7 };
  return { place: largest, confidence: all.length === 1 ? 0.85 : 0.6 };
}
