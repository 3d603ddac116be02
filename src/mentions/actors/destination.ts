/** Whose an office holder is by where somebody came to see him: "flew to Lagos, where she met President Doe", "He met the premier". */

import type { Sentence } from '../../core/index.ts';
import type { Draft } from '../draft.ts';
import type { ReadSentence } from './sentence.ts';

/** What one does with a host, and what a host does. */
const SEES =
  /^(?:meet|see|visit|greet|hold|have|call|confer|discuss|speak|talk|sit|sign|receive|welcome|thank|pay|invite|brief|tell)$/;
const RECEIVES = /^(?:receive|welcome|greet|host|meet|see)$/;

/** Verbs and nouns that bring somebody to a place. */
const COMES = /^(?:visit|travel|fly|come|go|arrive|head|journey|tour|land|call)$/;
const COMING = /^(?:visit|trip|journey|tour|stay|flight)$/;

/** Where all the world meets: who is seen there need not be at home. */
export const MEETING_PLACE =
  /^(?:Brussels|Geneva|New York|Vienna|The Hague|Strasbourg|Luxembourg|Addis Ababa|Davos|Munich)$/;

/** How many sentences behind the arrival somebody is still there. */
const STAY = 3;

interface Arrival {
  readonly country: string;
  /** The state of whoever came; null when it is not told. */
  readonly visitor: string | null;
}

export class Visits {
  readonly #read = new Map<Sentence, ReadSentence>();
  readonly #bySentence = new Map<number, Arrival | null>();

  constructor(read: readonly ReadSentence[]) {
    for (const one of read) {
      this.#read.set(one.sentence, one);
      const came = this.#arrivalIn(one);
      if (came !== undefined) this.#bySentence.set(one.sentence.index, came);
    }
  }

  /**
   * The state of the place that somebody had come to, when he meets the office holder or is received by him there; null
   * where no arrival is told. A place that seats an international body tells nothing: all the world meets there.
   */
  hostOf(item: Draft, stateOf: (one: Draft) => string | null = ({ country }) => country): string | null {
    const { sentence } = item;
    const { tokens } = sentence;
    const token = tokens[item.head]!;
    if (!/^(?:obj|obl|nmod|conj)/.test(token.deprel)) return null;
    let at = item.head;
    for (let steps = 0; tokens[at]!.deprel === 'conj' && steps < 4; steps++) at = tokens[at]!.head;
    let verb = tokens[at]!.head;
    // "held talks with President Doe"
    if (tokens[verb]?.upos === 'NOUN') verb = tokens[verb]!.head;
    const lemma = tokens[verb]?.lemma.toLowerCase() ?? '';
    const agent = isAgent(sentence, at);
    if (!(agent ? RECEIVES : SEES).test(lemma)) return null;
    const drafts = this.#read.get(sentence)?.drafts ?? [];
    const [subject, named] = subjectOf(sentence, verb, drafts);
    if (subject < 0) return null;
    const here = this.#placeBefore(sentence, verb, drafts);
    // "Doe will meet President Roe in Lagos": Doe is of another state
    const own = named === null ? null : stateOf(named);
    const behind = here === undefined && own !== null ? placeBehind(sentence, verb, drafts) : null;
    if (behind !== null && behind !== own) return behind;
    const came = here === undefined ? this.#lastArrival(sentence) : here;
    if (came === null || named?.country === came.country || came.visitor === came.country) return null;
    if (here !== undefined) return came.country;
    // Behind the sentence that tells of the arrival: the visitor again, by pronoun or of his own state
    const pronoun = /^(?:he|she|they)$/i.test(tokens[subject]!.form);
    const same = named !== null && named.country !== null && named.country === came.visitor;
    return pronoun || same || agent ? came.country : null;
  }

  /** In this sentence before the verb: undefined when it tells of no place, null when the place tells nothing. */
  #placeBefore(sentence: Sentence, verb: number, drafts: readonly Draft[]): Arrival | null | undefined {
    const { tokens } = sentence;
    const last = drafts.filter((one) => one.kind === 'place' && one.span[1] <= tokens[verb]!.start).at(-1);
    if (last === undefined) return undefined;
    const comma = tokens[last.head + 1]?.form === ',' ? 2 : 1;
    const where = tokens[last.head + comma]?.form === 'where' && tokens[last.head + comma]!.head === verb;
    const fronted = last.head === 1 && tokens[0]!.form === 'In' && tokens[1]!.head === verb;
    const came = isDestination(sentence, last) && isJoined(sentence, tokens[last.head]!.head, verb);
    return where || fronted || came ? this.#at(last, null) : undefined;
  }

  #lastArrival(sentence: Sentence): Arrival | null {
    for (let back = 1; back <= STAY; back++) {
      const came = this.#bySentence.get(sentence.index - back);
      if (came !== undefined) return came;
    }
    return null;
  }

  /** The arrival that a sentence tells of; null for one to nowhere in particular, undefined without any. */
  #arrivalIn({ sentence, drafts }: ReadSentence): Arrival | null | undefined {
    const places = drafts.filter(
      (item) => (item.kind === 'place' || item.kind === 'state') && isDestination(sentence, item),
    );
    const [first] = places;
    if (first === undefined) return undefined;
    if (places.some((item) => item.country !== first.country)) return null;
    const visitor = drafts.find(
      (item) =>
        item.kind !== 'place' &&
        item.country !== null &&
        item.country !== first.country &&
        sentence.tokens[item.head]!.deprel.startsWith('nsubj'),
    );
    return this.#at(first, visitor?.country ?? null);
  }

  #at(place: Draft, visitor: string | null): Arrival | null {
    if (place.country === null) return null;
    return MEETING_PLACE.test(place.name ?? '') ? null : { country: place.country, visitor };
  }
}

/** The state of the one place that a verb is told to happen in, right behind: "met in Lagos"; null where all the world meets. */
function placeBehind({ tokens }: Sentence, verb: number, drafts: readonly Draft[]): string | null {
  const places = drafts.filter(
    (one) =>
      one.kind === 'place' &&
      one.country !== null &&
      one.head > verb &&
      tokens[one.head]!.deprel.startsWith('obl') &&
      tokens[one.head]!.head === verb &&
      /^in$/i.test(tokens.find((token) => token.head === one.head && token.deprel.startsWith('case'))?.form ?? ''),
  );
  const [only] = places;
  return only === undefined || places.length > 1 || MEETING_PLACE.test(only.name ?? '') ? null : only.country;
}

/** "flew to Lagos", "arrived in Lagos", "visited Lagos", "a visit to Lagos": what was done already. */
function isDestination(sentence: Sentence, place: Draft): boolean {
  const { tokens } = sentence;
  const token = tokens[place.head]!;
  const up = tokens[token.head];
  if (up === undefined) return false;
  const lemma = up.lemma.toLowerCase();
  const at = tokens.findIndex((one) => one.start >= place.span[0]);
  const before = [tokens[at - 1], tokens[at - 2]].find((one) => one?.upos === 'ADP')?.form ?? '';
  if (up.upos === 'NOUN') return COMING.test(lemma) && /^(?:to|in)$/.test(before);
  if (tokens.some((one) => one.head === token.head && /^(?:will|would|may|should)$/i.test(one.form))) return false;
  if (token.deprel === 'obj') return /^(?:visit|tour)$/.test(lemma);
  return token.deprel.startsWith('obl') && COMES.test(lemma) && /^(?:to|in|at|into)$/.test(before);
}

/** One verb goes on from the other: "flew to Lagos and met", "After arriving in Lagos she met". */
function isJoined({ tokens }: Sentence, a: number, verb: number): boolean {
  const root = (from: number): number => {
    let at = from;
    // "During a visit to Lagos she met"
    if (tokens[at]!.upos === 'NOUN' && tokens[at]!.head >= 0) at = tokens[at]!.head;
    for (let steps = 0; /^(?:conj|advcl|xcomp|parataxis)/.test(tokens[at]!.deprel) && steps < 4; steps++)
      at = tokens[at]!.head;
    return at;
  };
  return a === verb || root(a) === root(verb);
}

/** "was received by the premier". */
const isAgent = ({ tokens }: Sentence, at: number): boolean =>
  tokens[at]!.deprel.startsWith('obl') &&
  tokens.some((one) => one.head === at && one.deprel.startsWith('case') && one.form === 'by');

/** The subject of a verb, its own or that of the verb it goes on from, and the mention that it is. */
function subjectOf(sentence: Sentence, verb: number, drafts: readonly Draft[]): [number, Draft | null] {
  const { tokens } = sentence;
  let at = verb;
  for (let steps = 0; at >= 0 && steps < 5; steps++) {
    const i = tokens.findIndex((one) => one.head === at && one.deprel.startsWith('nsubj'));
    if (i >= 0) return [i, drafts.find((item) => item.head === i && item.kind !== 'place') ?? null];
    if (!/^(?:conj|xcomp|advcl)/.test(tokens[at]!.deprel)) break;
    at = tokens[at]!.head;
  }
  return [-1, null];
}

/** "Doe, in Baghdad for talks,", "Doe, visiting Baghdad,": where somebody is not at home. */
export function placeOfVisit({ span }: Draft, { sentence, drafts }: ReadSentence): string | null {
  const { tokens } = sentence;
  const at = tokens.findIndex((token) => token.start >= span[1]);
  if (at < 0 || tokens[at]!.form !== ',') return null;
  const place = drafts.find((item) => item.country !== null && item.span[0] > span[1] && item.kind !== 'person');
  if (place === undefined) return null;
  const between = tokens
    .filter((token) => token.start >= span[1] && token.end <= place.span[0])
    .map(({ form }) => form);
  const behind = tokens.find((token) => token.start >= place.span[1])?.form ?? '';
  const words = between.slice(1).join(' ').toLowerCase();
  const comes = /^(?:who (?:is|was) )?(?:visiting|on (?:a|his|her) .{0,30}\b(?:visit|trip|tour) (?:to|in|of))$/.test(
    words,
  );
  return comes || (words === 'in' && behind === 'for') ? place.country : null;
}
