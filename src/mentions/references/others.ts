/** Nouns that mean the other one: "her guest", "its southern neighbour", "his host", "her colleague". */

import type { Sentence } from '../../core/index.ts';
import type { ArticlePerson } from '../actors/people.ts';
import { type Draft, draft } from '../draft.ts';
import { type History, isSubject, type ReferenceContext } from './history.ts';
import { genderOfPronoun, type Pronouns } from './pronouns.ts';

/** Nouns for somebody met, and nouns for a state beside another. */
const PEOPLE = /^(?:guest|host|visitor|interlocutor|colleague|homologue|opponent|hostess)$/;
const STATES = /^neighbou?r$/;

const REACH = 3;

export class Others {
  readonly #context: ReferenceContext;
  readonly #history: History;
  readonly #pronouns: Pronouns;
  #ahead: readonly Draft[] = [];

  constructor(context: ReferenceContext, history: History, pronouns: Pronouns) {
    this.#context = context;
    this.#history = history;
    this.#pronouns = pronouns;
  }

  /** The mention such a noun makes; null when it is not clear who is meant. */
  read(sentence: Sentence, i: number): Draft | null {
    const { tokens } = sentence;
    const token = tokens[i]!;
    const lemma = token.lemma.toLowerCase();
    const people = PEOPLE.test(lemma);
    if (token.xpos !== 'NN' || (!people && !STATES.test(lemma)) || token.deprel === 'compound') return null;
    let start = i;
    while (start > 0 && i - start < 3 && /^(?:ADJ|NUM)$/.test(tokens[start - 1]!.upos)) start -= 1;
    const owner = tokens[start - 1];
    if (owner === undefined || tokens[i + 1]?.form === 'of') return null;
    const owned = owner.xpos === 'PRP$';
    // "thanked the host": one of those who meet
    const definite = /^(?:host|guest|visitor)$/.test(lemma) && /^the$/i.test(owner.form) && start === i;
    if (!owned && !definite) return null;
    const named = this.#beside(sentence, i);
    if (named !== null) return named.country === null ? null : this.#make(sentence, start, i, people, named, named);
    if (!owned && token.deprel.startsWith('nsubj')) {
      const met = this.#ofPlace(sentence, token.start, lemma === 'host');
      return met === null ? null : this.#make(sentence, start, i, people, met, null);
    }
    const own = owned ? this.#ownerAt(sentence, start - 1) : this.#subjectOf(sentence, i);
    if (own === null) return null;
    const other =
      (people ? this.#official(sentence, token.start, own) : null) ?? this.#other(sentence, token.start, own);
    if (other === null) return null;
    return this.#make(sentence, start, i, people, other, null);
  }

  #make(sentence: Sentence, start: number, i: number, people: boolean, other: Draft, named: Draft | null): Draft {
    const { tokens } = sentence;
    const span = [tokens[start]!.start, tokens[i]!.end] as const;
    const item = draft(sentence, span, i, people ? 'person' : 'state', 'reference/other');
    item.form = 'nominal';
    item.definite = true;
    item.confidence = 0.6;
    item.country = other.country;
    item.code = other.code;
    if (people) this.#asPerson(item, sentence, other, named);
    else item.entity = `state:${other.country}`;
    return item;
  }

  /** "The visitor said": of two who meet in a place, the one who is not at home there; "the host" is. */
  #ofPlace(sentence: Sentence, at: number, host: boolean): Draft | null {
    let place: string | null = null;
    const parties = new Map<string, Draft>();
    for (const earlier of this.#history.before(sentence, at, REACH)) {
      if (earlier.country === null) continue;
      if (earlier.kind === 'place') place ??= earlier.country;
      else if (isParty(earlier)) parties.set(earlier.country, earlier);
    }
    if (place === null || parties.size !== 2 || !parties.has(place)) return null;
    for (const [country, item] of parties) if ((country === place) === host) return item;
    return null;
  }

  /** "his host, President Doe,": the name right beside. */
  #beside(sentence: Sentence, i: number): Draft | null {
    if (sentence.tokens[i + 1]?.form !== ',') return null;
    const from = sentence.tokens[i + 2]?.start;
    return this.#ahead.find((item) => item.kind === 'person' && item.span[0] === from && item.name !== null) ?? null;
  }

  /** Takes all that the coming sentence names. */
  open(drafts: readonly Draft[]): void {
    this.#ahead = drafts;
  }

  /** The person of that state last spoken of, when there is one. */
  #asPerson(item: Draft, sentence: Sentence, other: Draft, named: Draft | null): void {
    item.sector = 'GOV';
    const beside = named === null ? null : this.#personOf(named);
    if (beside !== null) {
      item.antecedent = named;
      this.#context.people.mean(item, beside);
      return;
    }
    for (const earlier of this.#history.before(sentence, item.span[0], REACH)) {
      if (earlier.kind !== 'person' || earlier.plural || earlier.country !== other.country) continue;
      item.antecedent = earlier;
      item.sector = earlier.sector ?? item.sector;
      const person = this.#personOf(earlier);
      if (person !== null) this.#context.people.mean(item, person);
      return;
    }
  }

  #personOf(item: Draft): ArticlePerson | null {
    const { people } = this.#context;
    return people.of(item) ?? (item.inner === null ? null : people.of(item.inner));
  }

  /** The state of whoever "his", "her", "its" or "their" means. */
  #ownerAt(sentence: Sentence, at: number): string | null {
    const form = sentence.tokens[at]!.form;
    const gender = genderOfPronoun(form);
    if (gender !== null) {
      const found = this.#pronouns.antecedentOf(sentence, at, gender);
      const country = found?.person?.country ?? found?.mention.country ?? null;
      return country ?? this.#subjectOf(sentence, at);
    }
    return /^its$/i.test(form)
      ? (this.#pronouns.bodyBefore(sentence, at)?.country ?? null)
      : this.#subjectOf(sentence, at);
  }

  #subjectOf(sentence: Sentence, at: number): string | null {
    return this.#history.subjectState(sentence, sentence.tokens[at]!.start, 0);
  }

  /** The one official of another state told of just before: "her colleague". */
  #official(sentence: Sentence, at: number, own: string): Draft | null {
    let only: Draft | null = null;
    for (const earlier of this.#history.before(sentence, at, REACH)) {
      if (earlier.kind !== 'person' || earlier.plural || earlier.country === null || earlier.country === own) continue;
      if (earlier.sector !== 'GOV' && earlier.sector !== 'MIL') continue;
      if (only !== null && only.country !== earlier.country) return null;
      only = earlier;
    }
    return only;
  }

  /** The one other state told of just before, else the other one of a text with two. */
  #other(sentence: Sentence, at: number, own: string): Draft | null {
    for (let reach = 0; reach <= REACH; reach++) {
      const others = new Map<string, Draft>();
      for (const earlier of this.#history.before(sentence, at, reach))
        for (const one of earlier.members.length > 0 ? earlier.members : [earlier])
          if (one.country !== null && one.code !== null && one.kind !== 'place' && one.country !== own)
            others.set(one.country, one);
      const [only] = others.values();
      if (others.size === 1 && only !== undefined && isParty(only)) return only;
      if (others.size > 1) break;
    }
    const both = this.#history.parties(2);
    if (both === null || !both.some((one) => one.country === own)) return null;
    return both.find((one) => one.country !== own) ?? null;
  }
}

/** A state, or who acts for it. */
const isParty = (item: Draft): boolean =>
  item.sector === null || item.sector === 'GOV' || item.sector === 'MIL' || isSubject(item);
