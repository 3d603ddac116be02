/** Phrases that mean somebody named before: "the minister", "the official", "his Chinese counterpart", "the ministry". */

import type { Sentence } from '../../core/index.ts';
import { hasOffice, isCrowned } from '../actors/home.ts';
import type { ArticlePerson } from '../actors/people.ts';
import type { Phrase } from '../actors/phrases.ts';
import type { ReadSentence } from '../actors/sentence.ts';
import type { Draft } from '../draft.ts';
import { Bodies } from './bodies.ts';
import { Counterparts } from './counterparts.ts';
import { Envoys } from './envoys.ts';
import type { Groups } from './groups.ts';
import {
  copyActor,
  firstOf,
  type History,
  isSubject,
  lastMention,
  lastWord,
  NOMINAL_REACH,
  type ReferenceContext,
} from './history.ts';
import type { Internationals } from './internationals.ts';
import { ofOpponents } from './opponents.ts';
import { Owners } from './owners.ts';
import {
  ABROAD,
  countIn,
  isAtHome,
  isFullTitle,
  isHeadOf,
  isLabel,
  isLike,
  isOther,
  isOtherCrown,
  isOtherSecretary,
  isSummit,
  isUnclaimed,
  isUnions,
  OWN_OFFICE,
} from './phrasing.ts';
import type { Pronouns } from './pronouns.ts';
import type { Rulers } from './rulers.ts';
import { lendSender } from './sent.ts';
import type { Speakers } from './speakers.ts';
import type { Story } from './story.ts';

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
const TOGETHER =
  /^(?:leader|minister|vice-minister|president|premier|king|envoy|ambassador|secretary|negotiator|diplomat|delegate|commander|general|chief|speaker|governor|mayor)$/;

/** Who speaks for a body of states. */
const isOfBody = ({ country, code }: ArticlePerson): boolean =>
  country === null && /^(?:UNO|IGO|EUR|NGO)$/.test(code ?? '');

export class Nominals {
  readonly #context: ReferenceContext;
  readonly #history: History;
  readonly #groups: Groups;
  readonly #bodies: Bodies;
  readonly #owners: Owners;
  readonly #envoys: Envoys;
  readonly #counterparts: Counterparts;
  readonly #story: Story;
  readonly #internationals: Internationals;
  readonly #rulers: Rulers;

  constructor(
    context: ReferenceContext,
    history: History,
    pronouns: Pronouns,
    groups: Groups,
    speakers: Speakers,
    story: Story,
    rulers: Rulers,
    internationals: Internationals,
  ) {
    this.#rulers = rulers;
    this.#story = story;
    this.#internationals = internationals;
    this.#context = context;
    this.#history = history;
    this.#groups = groups;
    this.#envoys = new Envoys(history);
    this.#bodies = new Bodies(context, history, pronouns);
    this.#owners = new Owners(context, history, pronouns, this.#bodies, speakers, groups);
    this.#counterparts = new Counterparts(context, history, pronouns);
  }

  /** A body named in full without its state. */
  resolveBody(item: Draft, sentence: Sentence): void {
    this.#bodies.resolveBody(item, sentence);
  }

  /** Gives a phrase with a title or role the actor it means. */
  resolve(item: Draft, phrase: Phrase, sentence: Sentence, read: ReadSentence): void {
    if (this.#rulers.resolve(item, phrase, sentence)) return;
    const words = sentence.tokens.filter((token) => token.start >= item.span[0] && token.end <= item.span[1]);
    if (this.#internationals.union(item, words.map((token) => token.form).join(' '))) return;
    if (phrase.geos.length === 0 && this.#internationals.peacekeepers(item)) return;
    this.#resolve(item, phrase, sentence, read);
    if (this.#internationals.office(item)) return;
    if (isUnclaimed(phrase) && lendSender(item, sentence, this.#history, this.#context)) return;
    if (isUnclaimed(phrase) && this.#envoys.summoned(item, sentence)) return;
    if (this.#story.lendThere(item, sentence) || this.#story.lendWhere(item, sentence)) return;
    if (isAtHome(item, phrase, sentence)) this.#story.lend(item, sentence);
    if (item.kind === 'organization') this.#bodies.shareWithName(item, read);
  }

  #resolve(item: Draft, phrase: Phrase, sentence: Sentence, read: ReadSentence): void {
    if (item.kind === 'organization') {
      const count = item.plural && item.definite && item.country === null ? countIn(phrase.adjectives) : 0;
      // "The delegations met for nine days": those of the two sides told of
      const bare = phrase.adjectives.length === 0 && phrase.pronoun < 0 && phrase.after === null;
      const sides =
        /^delegation$/.test(lastWord(item.role)) || (lastWord(item.role) === 'party' && item.sector === null);
      const both = count === 0 && bare && item.plural && item.definite && sides;
      if (count > 1 || (both && item.country === null && item.code === null))
        this.#groups.peopleTogether(item, sentence, 'government', both ? 2 : count);
      this.#bodies.ledBy(item, read);
      this.#owners.ofPronoun(item, phrase, sentence);
      this.#bodies.theBody(item, phrase, sentence);
      this.#bodies.shareWithName(item, read);
    }
    this.#owners.ofOwner(item, phrase, read);
    this.#owners.ofPossessor(item, sentence);
    this.#owners.ofNoun(item, sentence);
    this.#owners.ofCountry(item, phrase, sentence);
    this.#owners.ofItsBody(item, phrase, sentence, read);
    if (item.role === 'counterpart' && (item.form === 'title' || item.antecedent !== null))
      this.#counterparts.counterpart(item, phrase, sentence, read);
    if (item.rule === 'actor/apposition') this.#apposed(item, phrase, sentence);
    if (item.form !== 'nominal' || item.kind !== 'person' || item.antecedent !== null || item.members.length > 0)
      return;
    const role = item.role ?? '';
    if (role.endsWith('counterpart')) {
      this.#counterparts.counterpart(item, phrase, sentence, read);
      return;
    }
    if (item.plural) {
      this.#owners.ofPronoun(item, phrase, sentence);
      if (item.country === null && item.code === null && isSummit(item, sentence)) {
        Object.assign(item, { code: 'IGO', rule: 'reference/summit', anonymous: false, confidence: 0.65 });
        return;
      }
      const opens =
        sentence.tokens[0]!.start === item.span[0] && sentence.tokens[item.head]!.deprel.startsWith('nsubj');
      if (!(item.definite || (opens && ABROAD.test(lastWord(role)))) || item.country !== null || item.code !== null)
        return;
      const count = countIn(phrase.adjectives);
      if (count > 1) this.#groups.peopleTogether(item, sentence, lastWord(role), count);
      else if (
        phrase.adjectives.length === 0 &&
        phrase.roles.length === 0 &&
        (item.sector === null || item.sector === 'GOV' || item.sector === 'MIL') &&
        phrase.pronoun < 0 &&
        phrase.after === null &&
        TOGETHER.test(lastWord(role)) &&
        !isOther(item, phrase, sentence)
      )
        this.#groups.sameTogether(item, sentence, lastWord(role));
      if (item.members.length === 0 && count === 0 && phrase.pronoun < 0) this.#samePlural(item, phrase, sentence);
      return;
    }
    if (isLabel(item, sentence)) {
      this.#labelled(item);
      return;
    }
    this.#owners.ofPronoun(item, phrase, sentence);
    const bare =
      phrase.geos.length === 0 && phrase.bodies.length === 0 && phrase.roles.length === 0 && phrase.after === null;
    if (!item.definite && item.office === null) {
      if (bare && /^spokes/.test(lastWord(role)) && item.code === null && item.country === null)
        this.#bodies.officeOfState(item, sentence, false);
      return;
    }
    if (phrase.former) return;
    const general = GENERAL_ROLES.has(lastWord(role));
    if (general && item.definite && item.office === null && this.#sameUnnamed(item, sentence)) return;
    if (general && phrase.bodies.length > 0) return;
    if (bare && ofOpponents(item, sentence, this.#history, this.#context)) return;
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
    if (bare && item.country === null && item.code === null) this.#envoys.fromEmbassy(item, sentence);
    if (item.country !== null || item.code !== null || phrase.pronoun >= 0 || phrase.bodies.length > 0) return;
    const word = lastWord(role);
    const host =
      OWN_OFFICE.test(word) && item.definite && bare
        ? this.#context.visits.hostOf(item, (one) => one.country ?? this.#context.people.of(one)?.country ?? null)
        : null;
    if (host !== null && hasOffice(this.#context.knowledge, host, item.office, role)) {
      const code = this.#context.knowledge.countries.get(host)?.code ?? host;
      Object.assign(item, { country: host, code, rule: 'reference/host', confidence: 0.55 });
      return;
    }
    const office =
      item.definite &&
      bare &&
      (OWN_OFFICE.test(word) || /^(?:army|navy|air force|police|intelligence|military) chief$/i.test(role));
    if (office || /^spokes/.test(word)) this.#bodies.officeOfState(item, sentence, office);
  }

  /** "Spokesperson: …" after "Spokesperson Jane Doe: …": the one person so called, of the ministry that publishes. */
  #labelled(item: Draft): void {
    const { people, home, knowledge } = this.#context;
    const word = lastWord(item.role);
    const called = people.all.filter((person) => lastWord(person.role) === word);
    const [only] = called;
    if (only !== undefined && called.length === 1) {
      item.antecedent = lastMention(only.drafts, item);
      people.mean(item, only);
      Object.assign(item, { rule: 'reference/label', anonymous: false, confidence: 0.8 });
    }
    if (item.country !== null || item.code !== null || home === null) return;
    Object.assign(item, { country: home, code: knowledge.countries.get(home)?.code ?? home });
  }

  /** "The Freedonian said": the one person of that state whom the article has told of. */
  resolveNational(item: Draft, sentence: Sentence): void {
    const { tokens } = sentence;
    const at = tokens.findIndex((token) => token.start >= item.span[0]);
    const word = tokens[item.head]!;
    if (!/^the$/i.test(tokens[at - 1]?.form ?? '') || !/^(?:nsubj|obj|iobj|obl)/.test(word.deprel)) return;
    if (
      word.start !== item.span[0] ||
      word.xpos.endsWith('S') ||
      /^(?:NOUN|PROPN|ADJ)$/.test(tokens[at + 1]?.upos ?? '')
    )
      return;
    const told = new Set<ArticlePerson | Draft>();
    for (const earlier of this.#history.before(sentence, item.span[0], NOMINAL_REACH)) {
      const person =
        this.#context.people.of(earlier) ?? (earlier.inner === null ? null : this.#context.people.of(earlier.inner));
      if (earlier.kind !== 'person' || earlier.plural || (person?.country ?? earlier.country) !== item.country)
        continue;
      told.add(person ?? firstOf(earlier));
    }
    const [only] = told;
    if (only === undefined || told.size > 1) return;
    Object.assign(item, { kind: 'person', form: 'nominal', name: null, entity: null, rule: 'reference/national' });
    if ('drafts' in only) {
      item.antecedent = lastMention(only.drafts, item);
      this.#context.people.mean(item, only);
    } else {
      item.antecedent = only;
      copyActor(item, only);
    }
    item.confidence = 0.7;
  }

  /** "Its envoy, Jane Doe," and "the ambassador, John Doe," after "the Freedonian ambassador": whose, for both mentions. */
  #apposed(item: Draft, phrase: Phrase, sentence: Sentence): void {
    if (item.country !== null || item.code !== null) return;
    this.#owners.ofPronoun(item, phrase, sentence);
    if (item.code === null && item.definite && phrase.pronoun < 0 && phrase.bodies.length === 0) {
      const earlier = this.#unnamedBefore(item, sentence);
      if (earlier !== null) Object.assign(item, { country: earlier.country, code: earlier.code });
    }
    this.#owners.share(item);
  }

  /** "the drivers" after "eleven Kenyan drivers". */
  #samePlural(item: Draft, phrase: Phrase, sentence: Sentence): void {
    if (phrase.geos.length > 0 || phrase.after !== null || phrase.bodies.length > 0) return;
    if (isOther(item, phrase, sentence)) return;
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

  /** The person of the article that a title or role with "the" can mean. */
  #holderInText(item: Draft, sentence: Sentence, bare: boolean): ArticlePerson | null {
    const { people, topic } = this.#context;
    const seen = new Set<ArticlePerson>();
    const word = lastWord(item.role);
    const visits = /^visiting\b/i.test(sentence.tokens.find((token) => token.start >= item.span[0])?.form ?? '');
    // "The Head of State received the guest": the one at home
    if (/^head of (?:state|government)$/i.test(item.role ?? '') && bare) {
      const own = people.all.find((person) => person.country === topic && person.office === item.office);
      if (own !== undefined && topic !== null) return own;
    }
    // "the External Affairs Minister": of two foreign ministers the one whom his state calls so
    const called = bare && item.office !== null ? this.#calledSo(item) : null;
    if (called !== null) return called;
    for (const earlier of this.#history.before(sentence, item.span[0], NOMINAL_REACH)) {
      const person = people.of(earlier) ?? (earlier.inner === null ? null : people.of(earlier.inner));
      if (person === null || seen.has(person)) continue;
      seen.add(person);
      if (item.country !== null && person.country !== null && item.country !== person.country) continue;
      if (item.gender !== null && person.gender !== null && item.gender !== person.gender) continue;
      if (
        isOtherSecretary(
          item.role,
          person.drafts.map(({ role }) => role),
        )
      )
        continue;
      // "the visiting minister" is not at home here
      if (visits && topic !== null && person.country === topic) continue;
      if (isHeadOf(word, person.office, person.role) && (item.country === person.country || bare)) return person;
      if (item.office !== null) {
        // The Union's High Representative is no minister
        if (isUnions(item.role) !== isUnions(person.role)) continue;
        if (item.office === 'hos' && isCrowned(word) !== isCrowned(person.role ?? '')) continue;
        if (isOtherCrown(word, lastWord(person.role))) continue;
        // The president of a bank is no head of state
        if (
          item.office === 'hos' &&
          isOfBody(person) &&
          people.all.some((one) => one.office === 'hos' && one.country !== null)
        )
          continue;
        if (person.office === item.office && (item.country === person.country || bare)) return person;
        continue;
      }
      // "its inside minister" is no prime minister
      if (word === 'minister' && person.office === 'hog') continue;
      if (
        word !== '' &&
        lastWord(person.role) === word &&
        (!GENERAL_ROLES.has(word) || item.country !== null || isFullTitle(item.role, person.role))
      )
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

  /** The one of several holders of an office told of before whose state has just these words for it; null without one. */
  #calledSo(item: Draft): ArticlePerson | null {
    const { people, knowledge } = this.#context;
    const { office } = item;
    if (office === null || item.country !== null || item.code !== null) return null;
    const holders = people.all.filter(
      (person) => person.office === office && person.country !== null && person.drafts[0]!.span[0] < item.span[0],
    );
    if (new Set(holders.map(({ country }) => country)).size < 2) return null;
    const words = (item.role ?? '').toLowerCase();
    const own = holders.filter(({ country }) => knowledge.titleOf(country ?? '', office).toLowerCase() === words);
    return own.length === 1 ? own[0]! : null;
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
}
