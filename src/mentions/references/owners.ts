/** Whose a phrase is by its possessor: "its envoy", "the country's premier", "a spokesman for its ministry". */

import type { Sentence } from '../../core/index.ts';
import type { Phrase } from '../actors/phrases.ts';
import type { ReadSentence } from '../actors/sentence.ts';
import type { Draft } from '../draft.ts';
import type { Bodies } from './bodies.ts';
import type { Groups } from './groups.ts';
import { type History, isLawless, isSubject, type ReferenceContext } from './history.ts';
import { genderOfPronoun, type Pronouns } from './pronouns.ts';
import type { Speakers } from './speakers.ts';

export class Owners {
  readonly #context: ReferenceContext;
  readonly #history: History;
  readonly #pronouns: Pronouns;
  readonly #bodies: Bodies;
  readonly #groups: Groups;
  readonly #speakers: Speakers;

  constructor(
    context: ReferenceContext,
    history: History,
    pronouns: Pronouns,
    bodies: Bodies,
    speakers: Speakers,
    groups: Groups,
  ) {
    this.#groups = groups;
    this.#speakers = speakers;
    this.#context = context;
    this.#history = history;
    this.#pronouns = pronouns;
    this.#bodies = bodies;
  }

  /** "the chancellor's spokesman": the country of whoever owns the phrase. */
  ofOwner(item: Draft, phrase: Phrase, read: ReadSentence): void {
    const { owner } = phrase;
    if (owner === null || item.country !== null || item.code !== null) return;
    const draft = read.drafts.find(
      (other) => other.span[0] <= owner.from && owner.to <= other.span[1] && other !== item,
    );
    if (draft === undefined) return;
    item.country = draft.country;
    item.code = draft.code;
    item.sector ??= draft.sector;
    this.share(item);
  }

  /** "the country's prime minister": of the state that the text is about, or of the only one told just before. */
  ofCountry(item: Draft, phrase: Phrase, sentence: Sentence): void {
    if (item.country !== null || item.code !== null || !phrase.ofCountry) return;
    const { topic, knowledge } = this.#context;
    const last = this.#history.subjectState(sentence, item.span[0], 1) ?? this.#history.stateBefore(item.span[0]);
    // "Hackers in Freedonia broke into Sylvanian ports, the country's minister said": the country that was struck
    const struck = [...this.#history.before(sentence, item.span[0], 0)].some(
      (other) => isSubject(other) && isLawless(other),
    );
    const country = struck ? last : (topic ?? last);
    if (country === null) return;
    const code = knowledge.countries.get(country)?.code ?? country;
    Object.assign(item, { country, code, rule: 'reference/of-country', confidence: 0.55 });
    this.share(item);
  }

  /** "the bloc's foreign ministers", "its neighbour's army": what stands right before with a possessive. */
  ofPossessor(item: Draft, sentence: Sentence): void {
    if (item.country !== null || item.code !== null) return;
    const at = sentence.tokens.findIndex((token) => token.start >= item.span[0]);
    if (!/^(?:['’]s?|’s)$/.test(sentence.tokens[at - 1]?.form ?? '')) return;
    const end = sentence.tokens[at - 2]?.end;
    for (const owner of this.#history.before(sentence, item.span[0], 0)) {
      if (owner.span[1] !== end) continue;
      if (owner.kind === 'person' || owner.code === null || owner.members.length > 0) return;
      Object.assign(item, { country: owner.country, code: owner.code, org: item.org ?? owner.org });
      item.confidence = Math.min(item.confidence, 0.7);
      this.share(item);
      return;
    }
    // "the commission's president": the noun is read first
    const noun = this.#groups.read(sentence, at - 2);
    if (noun === null || noun.code === null || noun.members.length > 0) return;
    Object.assign(item, { country: noun.country, code: noun.code, org: item.org ?? noun.org });
    item.confidence = Math.min(item.confidence, 0.65);
    this.share(item);
  }

  /** "the envoy of the bloc", "the president of the country": what the noun behind refers to. */
  ofNoun(item: Draft, sentence: Sentence): void {
    if (item.country !== null || item.code !== null) return;
    const { tokens } = sentence;
    const at = tokens.findIndex((token) => token.start >= item.span[1]);
    if (at < 0 || !/^(?:of|for)$/.test(tokens[at]!.form) || !/^(?:the|this)$/i.test(tokens[at + 1]?.form ?? '')) return;
    const noun = [at + 2, at + 3, at + 4].find((i) => tokens[i]?.upos === 'NOUN' && tokens[i + 1]?.upos !== 'NOUN');
    const owner = noun === undefined ? null : this.#groups.read(sentence, noun);
    if (owner === null || owner.code === null) return;
    Object.assign(item, { country: owner.country, code: owner.code, org: item.org ?? owner.org });
    item.confidence = Math.min(item.confidence, 0.65);
    this.share(item);
  }

  /** "a spokesman for its foreign ministry": whose the body is. */
  ofItsBody(item: Draft, phrase: Phrase, sentence: Sentence, read: ReadSentence): void {
    const body = phrase.after ?? phrase.bodies[0];
    if (item.country !== null || item.code !== null || body === undefined) return;
    const inner = read.drafts.find((other) => other.kind === 'organization' && other.span[0] === body.from);
    if (inner === undefined || inner === item) return;
    if (inner.code === null) this.#bodies.resolveBody(inner, sentence);
    if (inner.code === null || inner.country === null) return;
    Object.assign(item, { country: inner.country, code: inner.code, sector: item.sector ?? inner.sector });
    this.share(item);
  }

  /** "his aides": the country of whoever is meant by "his". */
  ofPronoun(item: Draft, phrase: Phrase, sentence: Sentence): void {
    if (phrase.pronoun < 0 || item.country !== null || item.code !== null) return;
    // Whoever stands trial abroad has a lawyer from there
    if (/^(?:lawyer|attorney|counsel|barrister)$/.test(item.role ?? '')) return;
    const form = sentence.tokens[phrase.pronoun]!.form;
    const gender = genderOfPronoun(form);
    if (/^(?:our|my)$/i.test(form)) {
      const own = this.#speakers.own(sentence, phrase.pronoun) ?? this.#pronouns.ownOfPronoun(sentence, phrase.pronoun);
      if (own !== null) Object.assign(item, own, { rule: 'reference/our', confidence: 0.65 });
      return;
    }
    if (/^their$/i.test(form)) {
      this.#ofMany(item, sentence, phrase.pronoun);
      return;
    }
    if (gender === null) {
      const body = /^its$/i.test(form) ? this.#pronouns.bodyBefore(sentence, phrase.pronoun) : null;
      if (body === null) return;
      Object.assign(item, { country: body.country, code: body.code, org: item.org ?? body.org, rule: 'reference/its' });
      item.confidence = 0.65;
      return;
    }
    const owner = this.#pronouns.antecedentOf(sentence, phrase.pronoun, gender);
    item.country = owner?.person?.country ?? owner?.mention.country ?? null;
    const code = owner?.mention.code ?? owner?.person?.code ?? null;
    // "his spokesman": of the head of a body of states its own
    item.code = item.country !== null ? (code ?? item.country) : /^(?:UNO|IGO|EUR)$/.test(code ?? '') ? code : null;
  }

  /** "Their coast guards", "their union": of the two states or the people who are subject just before. */
  #ofMany(item: Draft, sentence: Sentence, at: number): void {
    const owner = this.#pronouns.manyAt(sentence, at);
    if (owner === null) return;
    if (owner.members.length > 1) {
      const states = owner.members.every((one) => one.code !== null && one.kind !== 'person');
      if (item.plural && states) Object.assign(item, { members: [...owner.members], rule: 'reference/their' });
    } else if (owner.code !== null)
      Object.assign(item, { country: owner.country, code: owner.code, rule: 'reference/their', confidence: 0.6 });
  }

  /** What an apposition learns of its state holds for the name beside it. */
  share(item: Draft): void {
    const { country, code, antecedent: name } = item;
    if (name === null || code === null || item.rule.startsWith('reference/title')) return;
    const person = this.#context.people.of(name);
    if (person !== null && person.country === null && person.code === null)
      Object.assign(person, { country, code: country === null ? code : null });
    if (name.code === null) Object.assign(name, { country, code });
  }
}
