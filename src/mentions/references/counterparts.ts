/** "his Chinese counterpart": the same office in another state, by name where the article or the tables have one. */

import type { Sentence } from '../../core/index.ts';
import type { ArticlePerson } from '../actors/people.ts';
import type { Phrase } from '../actors/phrases.ts';
import type { ReadSentence } from '../actors/sentence.ts';
import type { Draft } from '../draft.ts';
import { type History, lastMention, type ReferenceContext } from './history.ts';
import { genderOfPronoun, type Pronouns } from './pronouns.ts';

/** Whose office a counterpart shares: a person of the article, or somebody told of by office alone. */
type Holder = Pick<ArticlePerson, 'country' | 'role' | 'office' | 'sector'>;

export class Counterparts {
  readonly #context: ReferenceContext;
  readonly #history: History;
  readonly #pronouns: Pronouns;

  constructor(context: ReferenceContext, history: History, pronouns: Pronouns) {
    this.#context = context;
    this.#history = history;
    this.#pronouns = pronouns;
  }

  /** "his Chinese counterpart": the same office in the other country. */
  counterpart(item: Draft, phrase: Phrase, sentence: Sentence, read: ReadSentence): void {
    const { people, knowledge, date } = this.#context;
    let owner: Holder | null = null;
    if (phrase.person !== null) {
      const named = read.drafts.find(
        (other) => other.span[0] === phrase.person!.from && other.kind === 'person' && other !== item,
      );
      owner = named === undefined ? null : (people.of(named) ?? named);
    } else if (phrase.pronoun >= 0) {
      const gender = genderOfPronoun(sentence.tokens[phrase.pronoun]!.form);
      const meant = this.#pronouns.antecedentOf(sentence, phrase.pronoun, gender);
      owner = meant?.person ?? meant?.mention ?? null;
    }
    if (item.country === null) this.#otherCountry(item, owner?.country ?? null, sentence, read);
    item.role = owner?.role ?? 'counterpart';
    item.office = owner?.office ?? null;
    if (item.sector !== 'REB') item.sector = owner?.sector ?? item.sector;
    const name = item.inner ?? item.antecedent;
    if (name !== null) {
      const person = people.of(name);
      if (item.office !== null && item.country !== null) item.role = knowledge.titleOf(item.country, item.office);
      Object.assign(name, { role: item.role, office: item.office, sector: item.sector });
      if (person !== null && (person.role === null || person.role === 'counterpart'))
        Object.assign(person, { role: item.role, office: item.office });
      return;
    }
    item.rule = 'reference/counterpart';
    item.anonymous = false;
    if (item.inner !== null || item.country === null) return;
    const same = people.all.filter(
      (person) =>
        person !== owner &&
        person.country === item.country &&
        (item.office === null || person.office === null || person.office === item.office),
    );
    const person =
      same.find((one) => one.office !== null && one.office === item.office) ?? (same.length === 1 ? same[0]! : null);
    if (person !== null && (person.office === item.office || person.sector === 'GOV')) {
      item.antecedent = lastMention(person.drafts, item);
      people.mean(item, person);
      item.confidence = 0.75;
      return;
    }
    if (item.office === null || date === null) return;
    const term = knowledge.holder(item.country, item.office, date);
    if (term === null) return;
    item.entity = `person:${term.person}`;
    item.name = term.name;
    item.role = knowledge.titleOf(item.country, item.office);
    item.confidence = 0.7;
  }

  /** "flew to Lagos, where she met her counterpart": the only other state that this sentence and the one before tell of. */
  #otherCountry(item: Draft, own: string | null, sentence: Sentence, read: ReadSentence): void {
    if (own === null) return;
    // The government's negotiator deals with those whom it fights
    if (own === this.#context.conflict) {
      const code = this.#context.knowledge.countries.get(own)?.code ?? own;
      for (const one of [item, item.inner ?? item.antecedent])
        if (one !== null) Object.assign(one, { country: own, code, sector: 'REB' });
      return;
    }
    const others = new Set<string>();
    for (const earlier of this.#history.before(sentence, item.span[0], 1))
      for (const one of earlier.members.length > 0 ? earlier.members : [earlier])
        if (one.country !== null && one.country !== own) others.add(one.country);
    // "met her counterpart in Lagos"
    for (const place of read.drafts)
      if (place.kind === 'place' && place.country !== null && place.country !== own) others.add(place.country);
    const [country] = others;
    if (country === undefined || others.size !== 1) return;
    const code = this.#context.knowledge.countries.get(country)?.code ?? country;
    const name = item.inner ?? item.antecedent;
    for (const one of name === null ? [item] : [item, name]) Object.assign(one, { country, code });
    const person = name === null ? null : this.#context.people.of(name);
    if (person !== null && person.country === null) Object.assign(person, { country, code });
    item.confidence = 0.55;
  }
}
