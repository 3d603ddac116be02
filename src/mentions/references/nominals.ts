/** Phrases that mean somebody named before: "the minister", "the official", "his Chinese counterpart", "the ministry". */

import type { Sentence } from '../../core/index.ts';
import type { ArticlePerson } from '../actors/people.ts';
import type { Phrase } from '../actors/phrases.ts';
import type { ReadSentence } from '../actors/sentence.ts';
import type { Draft } from '../draft.ts';
import type { Groups } from './groups.ts';
import { copyActor, type History, isSameNoun, isSubject, lastWord, type ReferenceContext } from './history.ts';
import { isMainLine } from './pairs.ts';
import { genderOfPronoun, type Pronouns } from './pronouns.ts';

/** How many sentences back a definite phrase may reach. */
const NOMINAL_REACH = 12;

/** Roles that name nobody in particular: somebody named is not called so again without more. */
const GENERAL_ROLES = new Set([
  'official',
  'source',
  'person',
  'spokesman',
  'spokeswoman',
  'spokesperson',
  'analyst',
  'expert',
  'aide',
  'diplomat',
  'representative',
]);

/** People who come together: "the leaders", "the ministers". */
const TOGETHER = /^(?:leader|minister|president|premier|envoy|negotiator|diplomat|commander|chief)$/;

/** How many "the two ministers", "both sides", "the 3 envoys" are; 0 when not told. */
function countIn(words: readonly string[]): number {
  for (const word of words) {
    if (word === 'both') return 2;
    if (/^\d$/.test(word)) return Number(word);
    const at = ['two', 'three', 'four', 'five', 'six'].indexOf(word);
    if (at >= 0) return at + 2;
  }
  return 0;
}

/** Whose office a counterpart shares: a person of the article, or somebody told of by office alone. */
type Holder = Pick<ArticlePerson, 'country' | 'role' | 'office' | 'sector'>;

/** Whose bodies these are in the first place. */
const OWN_PEOPLE: ReadonlyMap<string, RegExp> = new Map([
  ['ministry', /^(?:minister|secretary)$/],
  ['department', /^(?:minister|secretary)$/],
  ['embassy', /^(?:ambassador|envoy)$/],
  ['administration', /^president$/],
]);

/** People who turn to their own government. */
const CITIZENS: ReadonlySet<string> = new Set(['AGR', 'CVL', 'LAB', 'EDU', 'OPP', 'LEG', 'MED', 'BUS', 'REL']);

/** Bodies that every state has. */
const OF_STATE: ReadonlySet<string> = new Set(['GOV', 'MIL', 'LEG', 'JUD', 'COP', 'OPP']);

/** Offices that every state has. */
const OWN_OFFICE = /^(?:minister|president|premier|king|queen|monarch|emir|sultan|chancellor|governor|speaker|prosecutor)$/;

/** Words in the names of bodies that every state has. */
const COMMON_BODY = /^(?:chamber|federation|confederation|central|national|statistics|congress|parliament|senate|assembly|supreme|constitutional|police|prosecutor|commission|guild)$/i;

export class Nominals {
  readonly #context: ReferenceContext;
  readonly #history: History;
  readonly #pronouns: Pronouns;
  readonly #groups: Groups;

  constructor(context: ReferenceContext, history: History, pronouns: Pronouns, groups: Groups) {
    this.#context = context;
    this.#history = history;
    this.#pronouns = pronouns;
    this.#groups = groups;
  }

  /** Gives a phrase with a title or role the actor it means. */
  resolve(item: Draft, phrase: Phrase, sentence: Sentence, read: ReadSentence): void {
    if (item.kind === 'organization') {
      const count = item.plural && item.definite && item.country === null ? countIn(phrase.adjectives) : 0;
      if (count > 1) this.#groups.peopleTogether(item, sentence, 'government', count);
      this.#ledBy(item, read);
      this.#ofPronoun(item, phrase, sentence);
      this.#theBody(item, phrase, sentence);
      this.#shareWithName(item, read);
    }
    this.#ofOwner(item, phrase, read);
    this.#ofCountry(item, phrase, sentence);
    this.#ofItsBody(item, phrase, sentence, read);
    if (item.role === 'counterpart' && (item.form === 'title' || item.antecedent !== null))
      this.#counterpart(item, phrase, sentence, read);
    if (item.rule === 'actor/apposition') this.#apposed(item, phrase, sentence);
    if (item.form !== 'nominal' || item.kind !== 'person' || item.antecedent !== null || item.members.length > 0)
      return;
    const role = item.role ?? '';
    if (role.endsWith('counterpart')) {
      this.#counterpart(item, phrase, sentence, read);
      return;
    }
    if (item.plural) {
      this.#ofPronoun(item, phrase, sentence);
      if (!item.definite || item.country !== null || item.code !== null) return;
      const count = countIn(phrase.adjectives);
      if (count > 1) this.#groups.peopleTogether(item, sentence, lastWord(role), count);
      else if (
        phrase.adjectives.length === 0 &&
        phrase.pronoun < 0 &&
        phrase.after === null &&
        TOGETHER.test(lastWord(role))
      )
        this.#groups.sameTogether(item, sentence, lastWord(role));
      if (item.members.length === 0 && count === 0 && phrase.pronoun < 0) this.#samePlural(item, phrase, sentence);
      return;
    }
    this.#ofPronoun(item, phrase, sentence);
    const bare =
      phrase.geos.length === 0 && phrase.bodies.length === 0 && phrase.roles.length === 0 && phrase.after === null;
    if (!item.definite && item.office === null) return;
    if (phrase.former) return;
    const general = GENERAL_ROLES.has(lastWord(role));
    if (general && item.definite && item.office === null && this.#sameUnnamed(item, sentence)) return;
    if (general && phrase.bodies.length > 0) return;
    const person = this.#holderInText(item, sentence, bare);
    if (person !== null && !(item.definite && bare && this.#isRather(item, person, sentence))) {
      item.antecedent = lastMention(person.drafts, item);
      this.#context.people.mean(item, person);
      item.rule = 'reference/title';
      item.anonymous = false;
      item.confidence = 0.8;
      return;
    }
    if (item.antecedent !== null) return;
    if (item.office !== null && item.country !== null && this.#fromTables(item)) return;
    if (item.definite && bare && !general && this.#sameUnnamed(item, sentence)) return;
    if (bare && item.country === null && item.code === null) this.#fromEmbassy(item, sentence);
    if (item.country !== null || item.code !== null || phrase.pronoun >= 0 || phrase.bodies.length > 0) return;
    const word = lastWord(role);
    const office = item.definite && bare && OWN_OFFICE.test(word);
    if (office || /^spokes/.test(word)) this.#officeOfState(item, sentence, office);
  }

  /** "Freedonia owes its creditors a lot, the central bank governor said": of the one state that the sentence tells of. */
  #officeOfState(item: Draft, sentence: Sentence, office: boolean): void {
    const { topic, home, knowledge } = this.#context;
    const { tokens } = sentence;
    if (!tokens[item.head]!.deprel.startsWith('nsubj')) return;
    const here = this.#statesWithin(item, sentence, 0);
    const [only] = here.values();
    const focus = this.#history.mainState(sentence);
    let country: string | null = home;
    if (country === null && here.size > 1) country = [...here.values()].some((one) => one.country === topic) ? topic : null;
    else if (country === null && only !== undefined)
      country = isSubject(only) && isMainLine(only) && only.kind !== 'person' ? only.country : null;
    else country ??= focus ?? (office ? topic : null);
    if (country === null) return;
    const code = knowledge.countries.get(country)?.code ?? country;
    Object.assign(item, { country, code, rule: 'reference/office-of', confidence: 0.45 });
    item.sector ??= 'GOV';
  }

  /** "the opposition Civic Union": the name right behind is that body's. */
  #shareWithName(item: Draft, read: ReadSentence): void {
    if (item.code === null || item.plural) return;
    for (const other of read.drafts) {
      if (other.kind !== 'organization' || other.form !== 'name' || other.code !== null) continue;
      if (other.span[0] !== item.span[1] + 1) continue;
      Object.assign(other, { country: item.country, code: item.code, sector: item.sector ?? other.sector });
    }
  }

  /** "Its envoy, Jane Doe," and "the ambassador, John Doe," after "the Freedonian ambassador": whose, for both mentions. */
  #apposed(item: Draft, phrase: Phrase, sentence: Sentence): void {
    if (item.country !== null || item.code !== null) return;
    this.#ofPronoun(item, phrase, sentence);
    if (item.code === null && item.definite && phrase.pronoun < 0 && phrase.bodies.length === 0) {
      const earlier = this.#unnamedBefore(item, sentence);
      if (earlier !== null) Object.assign(item, { country: earlier.country, code: earlier.code });
    }
    this.#share(item);
  }

  /** "the drivers" after "eleven Kenyan drivers". */
  #samePlural(item: Draft, phrase: Phrase, sentence: Sentence): void {
    if (phrase.geos.length > 0 || phrase.after !== null || phrase.bodies.length > 0) return;
    const word = lastWord(item.role);
    for (const earlier of this.#history.before(sentence, item.span[0], NOMINAL_REACH)) {
      if (earlier.kind !== 'person' || !earlier.plural || earlier.form === 'pronoun' || lastWord(earlier.role) !== word)
        continue;
      if (earlier.code === null && earlier.country === null) return;
      const { country, code, org } = earlier;
      Object.assign(item, { antecedent: earlier, country, code, org, sector: earlier.sector ?? item.sector });
      Object.assign(item, { rule: 'reference/same-people', confidence: 0.7 });
      return;
    }
  }

  /** "the ambassador" after "the Chilean embassy". */
  #fromEmbassy(item: Draft, sentence: Sentence): void {
    if (!/^(?:ambassador|consul|attaché)$/.test(lastWord(item.role))) return;
    for (const earlier of this.#history.before(sentence, item.span[0], 1)) {
      if (lastWord(earlier.role) !== 'embassy' || earlier.country === null) continue;
      Object.assign(item, { country: earlier.country, code: earlier.code, rule: 'reference/embassy', confidence: 0.6 });
      return;
    }
  }

  /** "a delegation led by Freedonian minister Jane Doe". */
  #ledBy(item: Draft, read: ReadSentence): void {
    if (item.country !== null || item.code !== null || item.plural) return;
    const { tokens } = read.sentence;
    const end = tokens.findIndex((token) => token.start >= item.span[1]);
    if (end < 0 || !/^(?:led|headed)$/.test(tokens[end]?.form ?? '') || tokens[end + 1]?.form !== 'by') return;
    const from = tokens[end + 1]!.end;
    const head = read.drafts
      .filter(
        (other) =>
          other.kind === 'person' && other.country !== null && other.span[0] >= from && other.span[0] <= from + 12,
      )
      .sort((a, b) => a.span[0] - b.span[0])[0];
    if (head === undefined) return;
    Object.assign(item, { country: head.country, code: head.code, rule: 'reference/led-by', confidence: 0.75 });
  }

  /** "the ministry", "the government": the body called so before, else that of the official named just before. */
  #theBody(item: Draft, phrase: Phrase, sentence: Sentence): void {
    if (
      !item.definite ||
      item.plural ||
      item.country !== null ||
      item.code !== null ||
      phrase.geos.length > 0 ||
      phrase.after !== null
    )
      return;
    if (this.#bodyOfOfficial(item, sentence, 0)) return;
    const word = lastWord(item.role);
    if (this.#bodyOfCitizens(item, sentence)) return;
    for (const earlier of this.#history.before(sentence, item.span[0], NOMINAL_REACH)) {
      if (earlier.kind !== 'organization' || earlier.code === null || earlier.plural) continue;
      const called = `${earlier.role ?? ''} ${earlier.name ?? ''}`.toLowerCase();
      if (!called.split(/\s+/).includes(word)) continue;
      item.antecedent = earlier;
      copyActor(item, earlier);
      Object.assign(item, { rule: 'reference/body', confidence: 0.75 });
      return;
    }
    for (const earlier of this.#history.bodiesBackwards(item.span[0])) {
      if (lastWord(earlier.role) !== word || sentence.index - earlier.sentence.index > NOMINAL_REACH) continue;
      const { country, code, entity, sector } = earlier;
      Object.assign(item, { antecedent: earlier, country, code, entity, sector, rule: 'reference/body' });
      item.confidence = 0.7;
      return;
    }
    if (phrase.pronoun >= 0) return;
    if (this.#bodyOfOfficial(item, sentence, 1)) return;
    this.#bodyOfState(item, sentence);
  }

  /** "Freedonian farmers demanded that the government pay": that of the people who ask. */
  #bodyOfCitizens(item: Draft, sentence: Sentence): boolean {
    if (!/^(?:government|cabinet|authority|parliament)$/.test(lastWord(item.role))) return false;
    for (const earlier of this.#history.before(sentence, item.span[0], 0)) {
      if (earlier.kind === 'place' || earlier.country === null || !isSubject(earlier)) continue;
      if (earlier.sector === null || !CITIZENS.has(earlier.sector)) return false;
      const { country, code } = earlier;
      Object.assign(item, { country, code, rule: 'reference/body-of', confidence: 0.55 });
      return true;
    }
    return false;
  }

  /** "the central bank", "the foreign ministry": a body that every state has, named without its state. */
  resolveBody(item: Draft, sentence: Sentence): void {
    if (item.country !== null || item.code !== null) return;
    if (item.sector !== 'GOV') {
      this.#bodyOfTopic(item, sentence);
      return;
    }
    const words = sentence.tokens.filter((token) => token.start >= item.span[0] && token.end <= item.span[1]);
    const before = sentence.tokens.findIndex((token) => token.start === item.span[0]) - 1;
    if (!/^(?:the|its)$/i.test(sentence.tokens[before]?.form ?? '')) return;
    if (!/^(?:ministry|bank|department|office|court|council|palace|presidency|treasury|secretariat|parliament)$/i.test(words[words.length - 1]?.form ?? '')) return;
    if (/^its$/i.test(sentence.tokens[before]!.form)) {
      const owner = this.#pronouns.bodyBefore(sentence, before);
      if (owner === null || owner.code === null) return;
      Object.assign(item, { country: owner.country, code: owner.code, rule: 'reference/its', confidence: 0.65 });
      return;
    }
    if (!this.#ofState(item, sentence, 0)) this.#bodyOfState(item, sentence);
  }

  /** "The Chamber of Commerce urged …": a body that every state has, as subject in an article about one state. */
  #bodyOfTopic(item: Draft, sentence: Sentence): void {
    const { topic, knowledge } = this.#context;
    const { tokens } = sentence;
    if (topic === null || !tokens[item.head]!.deprel.startsWith('nsubj')) return;
    const at = tokens.findIndex((token) => token.start >= item.span[0]);
    const end = tokens.findIndex((token) => token.start >= item.span[1]);
    if (!/^the$/i.test(tokens[at - 1]?.form ?? '')) return;
    const words = tokens.slice(at, end < 0 ? tokens.length : end);
    if (!words.some((token) => COMMON_BODY.test(token.form))) return;
    for (const earlier of this.#history.before(sentence, item.span[0], 0))
      if (earlier.country !== null && earlier.country !== topic) return;
    const code = knowledge.countries.get(topic)?.code ?? topic;
    Object.assign(item, { country: topic, code, rule: 'reference/topic', confidence: 0.45 });
  }

  /** That of an official named in the sentence or before. */
  #ofState(item: Draft, sentence: Sentence, reach: number, whose?: RegExp): boolean {
    for (const earlier of this.#history.before(sentence, item.span[0], reach)) {
      if (earlier.kind !== 'person' || earlier.country === null || earlier.sector !== 'GOV') continue;
      if (whose !== undefined && !whose.test(lastWord(earlier.role))) continue;
      Object.assign(item, { country: earlier.country, code: earlier.code, rule: 'reference/body-of', confidence: 0.5 });
      return true;
    }
    return false;
  }

  /**
   * "the government", "the army" where sentence and the one before name one state only, and it does not act on the body;
   * where they name several, that of the article's own state when the body itself speaks or acts.
   */
  #bodyOfState(item: Draft, sentence: Sentence): void {
    const { tokens } = sentence;
    const { home, topic, knowledge } = this.#context;
    const leads = tokens[item.head]!.deprel.startsWith('nsubj');
    const lend = (country: string, rule: string, confidence: number): void => {
      const code = knowledge.countries.get(country)?.code ?? country;
      Object.assign(item, { country, code, rule, confidence });
    };
    if (home !== null && leads) {
      lend(home, 'reference/own-body', 0.65);
      return;
    }
    const here = this.#statesWithin(item, sentence, 0);
    const [only] = here.values();
    if (here.size > 1) {
      if (
        topic !== null &&
        leads &&
        item.sector !== null &&
        OF_STATE.has(item.sector) &&
        [...here.values()].some((one) => one.country === topic)
      )
        lend(topic, 'reference/topic', 0.45);
      return;
    }
    if (only !== undefined) {
      if (only.country !== null && !actsOn(only, item, sentence)) lend(only.country, 'reference/body-of', 0.5);
      return;
    }
    const before = this.#statesWithin(item, sentence, 1);
    const [last] = before.values();
    const told = before.size === 1 ? (last?.country ?? null) : null;
    const focus = this.#history.mainState(sentence);
    const own =
      topic === told || (topic === null && focus === null)
        ? told
        : focus === topic || (focus === told && leads)
          ? focus
          : null;
    if (own !== null) lend(own, 'reference/body-of', 0.5);
    else if (topic !== null && leads) lend(topic, 'reference/topic', 0.45);
  }

  /** The states told of before a mention, by code; what papers and broadcasters say tells of none. */
  #statesWithin(item: Draft, sentence: Sentence, reach: number): ReadonlyMap<string, Draft> {
    const states = new Map<string, Draft>();
    for (const earlier of this.#history.before(sentence, item.span[0], reach)) {
      const code = earlier.country === null ? null : (earlier.code ?? earlier.country);
      if (code !== null && earlier.sector !== 'JRN' && !states.has(code)) states.set(code, earlier);
    }
    return states;
  }

  /** "the ministry said" after "the Czech foreign minister": that country's. */
  #bodyOfOfficial(item: Draft, sentence: Sentence, reach: number): boolean {
    if (!/^(?:ministry|government|department|embassy|administration)$/.test(lastWord(item.role))) return false;
    // "The Ghanaian foreign minister summoned the Togolese ambassador, the ministry said": a ministry is its minister's.
    return (
      this.#ofState(item, sentence, reach, OWN_PEOPLE.get(lastWord(item.role))) || this.#ofState(item, sentence, reach)
    );
  }

  /** The person of the article that a title or role with "the" can mean. */
  #holderInText(item: Draft, sentence: Sentence, bare: boolean): ArticlePerson | null {
    const { people } = this.#context;
    const seen = new Set<ArticlePerson>();
    const word = lastWord(item.role);
    for (const earlier of this.#history.before(sentence, item.span[0], NOMINAL_REACH)) {
      const person = people.of(earlier) ?? (earlier.inner === null ? null : people.of(earlier.inner));
      if (person === null || seen.has(person)) continue;
      seen.add(person);
      if (item.country !== null && person.country !== null && item.country !== person.country) continue;
      if (item.gender !== null && person.gender !== null && item.gender !== person.gender) continue;
      if (item.office !== null) {
        if (person.office === item.office && (item.country === person.country || bare)) return person;
        continue;
      }
      if (word !== '' && lastWord(person.role) === word && (!GENERAL_ROLES.has(word) || item.country !== null))
        return person;
      if (
        item.country !== null &&
        item.country === person.country &&
        /^(?:official|diplomat|leader|politician|statesman|guest|host|visitor)$/.test(word) &&
        person.sector === 'GOV'
      ) {
        // "the Chinese official" after one Chinese only
        if (
          people.all.filter((other) => other.country === item.country && other.sector === 'GOV').length === 1 ||
          /^(?:official|guest|host|visitor)$/.test(word)
        )
          return person;
      }
    }
    return null;
  }

  /** "The minister" after "the minister rang her counterpart Jane Doe": the subject, though nobody names her. */
  #isRather(item: Draft, person: ArticlePerson, sentence: Sentence): boolean {
    const earlier = this.#unnamedBefore(item, sentence);
    if (earlier === null || earlier.code === null || !isSubject(earlier) || earlier.sector !== 'GOV') return false;
    const last = lastMention(person.drafts, item);
    const near = last !== null && last.sentence.index >= earlier.sentence.index && last.span[0] < item.span[0];
    return near && !isSubject(last) && last.sentence === earlier.sentence && this.#sameUnnamed(item, sentence);
  }

  /** Nobody of the article: whoever held the office on the day, if the tables know exactly one. */
  #fromTables(item: Draft): boolean {
    const { knowledge, date } = this.#context;
    if (date === null || item.office === null || item.country === null) return false;
    const term = knowledge.holder(item.country, item.office, date);
    if (term === null) return false;
    item.entity = `person:${term.person}`;
    item.name = term.name;
    item.rule = 'reference/office-holder';
    item.confidence = 0.7;
    item.anonymous = false;
    return true;
  }

  /** "the chancellor's spokesman": the country of whoever owns the phrase. */
  #ofOwner(item: Draft, phrase: Phrase, read: ReadSentence): void {
    const { owner } = phrase;
    if (owner === null || item.country !== null || item.code !== null) return;
    const draft = read.drafts.find(
      (other) => other.span[0] <= owner.from && owner.to <= other.span[1] && other !== item,
    );
    if (draft === undefined) return;
    item.country = draft.country;
    item.code = draft.code;
    item.sector ??= draft.sector;
    if (item.antecedent !== null)
      Object.assign(item.antecedent, {
        country: item.country,
        code: item.code,
        sector: item.antecedent.sector ?? item.sector,
      });
  }

  /** "the country's prime minister": of the state that the text is about, or of the only one told just before. */
  #ofCountry(item: Draft, phrase: Phrase, sentence: Sentence): void {
    if (item.country !== null || item.code !== null || !phrase.ofCountry) return;
    const { topic, knowledge } = this.#context;
    const last = this.#history.subjectState(sentence, item.span[0], 1);
    const country = topic ?? last;
    if (country === null) return;
    const code = knowledge.countries.get(country)?.code ?? country;
    Object.assign(item, { country, code, rule: 'reference/of-country', confidence: 0.55 });
    this.#share(item);
  }

  /** "a spokesman for its foreign ministry": whose the body is. */
  #ofItsBody(item: Draft, phrase: Phrase, sentence: Sentence, read: ReadSentence): void {
    const body = phrase.after ?? phrase.bodies[0];
    if (item.country !== null || item.code !== null || body === undefined) return;
    const inner = read.drafts.find((other) => other.kind === 'organization' && other.span[0] === body.from);
    if (inner === undefined || inner === item) return;
    if (inner.code === null) this.resolveBody(inner, sentence);
    if (inner.code === null || inner.country === null) return;
    Object.assign(item, { country: inner.country, code: inner.code, sector: item.sector ?? inner.sector });
    this.#share(item);
  }

  /** What an apposition learns of its state holds for the name beside it. */
  #share(item: Draft): void {
    const { country, code, antecedent: name } = item;
    if (name === null || code === null || item.rule.startsWith('reference/title')) return;
    const person = this.#context.people.of(name);
    if (person !== null && person.country === null && person.code === null)
      Object.assign(person, { country, code: country === null ? code : null });
    if (name.code === null) Object.assign(name, { country, code });
  }

  /** "his aides": the country of whoever is meant by "his". */
  #ofPronoun(item: Draft, phrase: Phrase, sentence: Sentence): void {
    if (phrase.pronoun < 0 || item.country !== null || item.code !== null) return;
    const form = sentence.tokens[phrase.pronoun]!.form;
    const gender = genderOfPronoun(form);
    if (gender === null) {
      const body = /^its$/i.test(form) ? this.#pronouns.bodyBefore(sentence, phrase.pronoun) : null;
      if (body === null) return;
      Object.assign(item, { country: body.country, code: body.code, org: item.org ?? body.org, rule: 'reference/its' });
      item.confidence = 0.65;
      return;
    }
    const owner = this.#pronouns.antecedentOf(sentence, phrase.pronoun, gender);
    item.country = owner?.person?.country ?? owner?.mention.country ?? null;
    item.code = item.country === null ? null : (owner?.mention.code ?? item.country);
  }

  /** "the official said" after "a senior State Department official". */
  #sameUnnamed(item: Draft, sentence: Sentence): boolean {
    const earlier = this.#unnamedBefore(item, sentence);
    if (earlier === null) return false;
    item.antecedent = earlier;
    item.country ??= earlier.country;
    item.code ??= earlier.code;
    item.sector = earlier.sector ?? item.sector;
    item.org ??= earlier.org;
    item.entity ??= earlier.entity;
    item.name ??= earlier.name;
    item.anonymous = earlier.anonymous;
    item.rule = 'reference/unnamed';
    item.confidence = 0.8;
    return true;
  }

  /** Somebody told of by the same noun and without a name, last first. */
  #unnamedBefore(item: Draft, sentence: Sentence): Draft | null {
    for (const earlier of this.#history.before(sentence, item.span[0], NOMINAL_REACH))
      if ((earlier.entity === null || earlier.rule === 'reference/office-holder') && isLike(item, earlier))
        return earlier;
    return null;
  }

  /** "flew to Lagos, where she met her counterpart": the only other state that this sentence and the one before tell of. */
  #otherCountry(item: Draft, own: string | null, sentence: Sentence, read: ReadSentence): void {
    if (own === null) return;
    const others = new Set<string>();
    for (const earlier of this.#history.before(sentence, item.span[0], 1))
      if (earlier.country !== null && earlier.country !== own) others.add(earlier.country);
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

  /** "his Chinese counterpart": the same office in the other country. */
  #counterpart(item: Draft, phrase: Phrase, sentence: Sentence, read: ReadSentence): void {
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
    item.sector = owner?.sector ?? item.sector;
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
}

/** One person who may be called by the noun of another phrase, and not of another state or body. */
function isLike(item: Draft, earlier: Draft): boolean {
  if (earlier.kind !== 'person' || earlier.plural || earlier.form === 'pronoun') return false;
  if (!isSameNoun(lastWord(item.role), lastWord(earlier.role))) return false;
  if (item.country !== null && earlier.country !== null && item.country !== earlier.country) return false;
  return item.org === null || earlier.org === null || item.org === earlier.org;
}

/** "Freedonia urged the government": a state that acts on a body acts on another one's. */
function actsOn(state: Draft, item: Draft, sentence: Sentence): boolean {
  const { tokens } = sentence;
  if (state.sentence !== sentence || state.kind === 'place' || !isSubject(state)) return false;
  if (state.sector !== null && state.sector !== 'GOV' && state.sector !== 'MIL') return false;
  if (tokens[item.head]!.deprel.startsWith('nsubj')) return false;
  return state.form !== 'pronoun' || tokens[state.head]!.head === tokens[item.head]!.head;
}

function lastMention(drafts: readonly Draft[], item: Draft): Draft | null {
  let last: Draft | null = null;
  for (const other of drafts)
    if (other !== item && other.span[0] < item.span[0] && (last === null || other.span[0] > last.span[0])) last = other;
  return last ?? drafts.find((other) => other !== item) ?? null;
}
