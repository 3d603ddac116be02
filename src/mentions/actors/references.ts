/** What refers back: "the minister", "his Chinese counterpart", "he", "it", "the bloc", "the two sides". Open rather than wrong. */

import type { Sentence } from '../../core/index.ts';
import type { Group, Knowledge } from '../../knowledge/index.ts';
import { type Draft, draft } from '../draft.ts';
import type { ArticlePerson, People } from './people.ts';
import type { Phrase } from './phrases.ts';
import type { ReadSentence } from './sentence.ts';

/** How many sentences back a pronoun, and a definite phrase, may reach. */
const PRONOUN_REACH = 2;
const NOMINAL_REACH = 12;
const PAIR_REACH = 4;

export interface ReferenceContext {
  readonly knowledge: Knowledge;
  readonly date: string | null;
  readonly people: People;
}

/** Resolves what refers back, sentence by sentence; gives the further mentions that it finds (pronouns, "the two sides"). */
export function resolveReferences(read: readonly ReadSentence[], context: ReferenceContext): Draft[] {
  const resolver = new Resolver(context);
  for (const one of read) resolver.take(one);
  return resolver.found;
}

class Resolver {
  readonly found: Draft[] = [];
  readonly #context: ReferenceContext;
  /** Actors in text order, outermost mentions. */
  readonly #history: Draft[] = [];

  constructor(context: ReferenceContext) {
    this.#context = context;
  }

  take(read: ReadSentence): void {
    const { sentence } = read;
    const outer = outermost(read.drafts).sort((a, b) => a.span[0] - b.span[0]);
    const actors = outer.filter(
      (item) => item.kind === 'person' || item.kind === 'state' || item.kind === 'organization',
    );
    let next = 0;
    sentence.tokens.forEach((token, i) => {
      while (next < actors.length && actors[next]!.span[0] <= token.start) {
        const item = actors[next]!;
        const phrase = read.phrases.get(item);
        if (phrase !== undefined) this.#nominal(item, phrase, sentence, read);
        this.#history.push(item);
        next += 1;
      }
      if (outer.some((item) => item.span[0] <= token.start && token.end <= item.span[1])) return;
      const made =
        token.upos === 'PRON' ? this.#pronoun(sentence, i) : token.upos === 'NOUN' ? this.#noun(sentence, i) : null;
      if (made === null) return;
      this.found.push(made);
      if (made.entity !== null || made.members.length > 0 || made.antecedent !== null) this.#history.push(made);
    });
  }

  /** Mentions before a text offset, last first, at most so many sentences back. */
  *#before(sentence: Sentence, at: number, reach: number): Generator<Draft> {
    for (let i = this.#history.length - 1; i >= 0; i--) {
      const item = this.#history[i]!;
      if (item.span[0] >= at) continue;
      if (sentence.index - item.sentence.index > reach) return;
      yield item;
    }
  }

  // Phrases with a title or role ----------------------------------------------------------------------------------------

  #nominal(item: Draft, phrase: Phrase, sentence: Sentence, read: ReadSentence): void {
    if (item.kind === 'organization') this.#theBody(item, phrase, sentence);
    if (item.form !== 'nominal' || item.kind !== 'person' || item.antecedent !== null || item.members.length > 0)
      return;
    const role = item.role ?? '';
    if (role.endsWith('counterpart')) {
      this.#counterpart(item, phrase, sentence, read);
      return;
    }
    if (item.plural) {
      this.#ofPronoun(item, phrase, sentence);
      if (item.definite && phrase.adjectives.some((word) => word === 'two' || word === '2' || word === 'both'))
        this.#pairOfPeople(item, sentence, lastWord(role));
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
    if (person !== null) {
      item.antecedent = lastMention(person.drafts, item);
      this.#context.people.mean(item, person);
      item.rule = 'reference/title';
      item.anonymous = false;
      item.confidence = 0.8;
      return;
    }
    if (item.office !== null && item.country !== null && this.#fromTables(item)) return;
    if (item.definite && bare && item.office === null && !general) this.#sameUnnamed(item, sentence);
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
    for (const earlier of this.#before(sentence, item.span[0], NOMINAL_REACH)) {
      if (earlier.kind !== 'organization' || earlier.code === null || earlier.plural) continue;
      const called = `${earlier.role ?? ''} ${earlier.name ?? ''}`.toLowerCase();
      if (!called.split(/\s+/).includes(word)) continue;
      item.antecedent = earlier;
      copyActor(item, earlier);
      Object.assign(item, { rule: 'reference/body', confidence: 0.75 });
      return;
    }
    this.#bodyOfOfficial(item, sentence, 1);
  }

  /** "the ministry said" after "the Czech foreign minister": that country's. */
  #bodyOfOfficial(item: Draft, sentence: Sentence, reach: number): boolean {
    if (!/^(?:ministry|government|department|embassy|administration)$/.test(lastWord(item.role))) return false;
    for (const earlier of this.#before(sentence, item.span[0], reach)) {
      if (earlier.kind !== 'person' || earlier.country === null || earlier.sector !== 'GOV') continue;
      Object.assign(item, { country: earlier.country, code: earlier.code, rule: 'reference/body-of', confidence: 0.5 });
      return true;
    }
    return false;
  }

  /** The person of the article that a title or role with "the" can mean. */
  #holderInText(item: Draft, sentence: Sentence, bare: boolean): ArticlePerson | null {
    const { people } = this.#context;
    const seen = new Set<ArticlePerson>();
    const word = lastWord(item.role);
    for (const earlier of this.#before(sentence, item.span[0], NOMINAL_REACH)) {
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
        /^(?:official|diplomat|leader|politician|statesman)$/.test(word) &&
        person.sector === 'GOV'
      ) {
        // "the Chinese official" after one Chinese only
        if (
          people.all.filter((other) => other.country === item.country && other.sector === 'GOV').length === 1 ||
          word === 'official'
        )
          return person;
      }
    }
    return null;
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

  /** "his aides": the country of whoever is meant by "his". */
  #ofPronoun(item: Draft, phrase: Phrase, sentence: Sentence): void {
    if (phrase.pronoun < 0 || item.country !== null || item.code !== null) return;
    const gender = genderOfPronoun(sentence.tokens[phrase.pronoun]!.form);
    if (gender === null) return;
    const owner = this.#antecedentOf(sentence, phrase.pronoun, gender);
    item.country = owner?.person?.country ?? owner?.mention.country ?? null;
    item.code = item.country === null ? null : (owner?.mention.code ?? item.country);
  }

  /** "the official said" after "a senior State Department official". */
  #sameUnnamed(item: Draft, sentence: Sentence): boolean {
    const word = lastWord(item.role);
    for (const earlier of this.#before(sentence, item.span[0], NOMINAL_REACH)) {
      if (
        earlier.kind !== 'person' ||
        earlier.plural ||
        earlier.entity !== null ||
        lastWord(earlier.role) !== word ||
        earlier.form === 'pronoun'
      )
        continue;
      if (item.country !== null && earlier.country !== null && item.country !== earlier.country) continue;
      if (item.org !== null && earlier.org !== null && item.org !== earlier.org) continue;
      item.antecedent = earlier;
      item.country ??= earlier.country;
      item.code ??= earlier.code;
      item.sector = earlier.sector ?? item.sector;
      item.org ??= earlier.org;
      item.anonymous = earlier.anonymous;
      item.rule = 'reference/unnamed';
      item.confidence = 0.8;
      return true;
    }
    return false;
  }

  /** "his Chinese counterpart": the same office in the other country. */
  #counterpart(item: Draft, phrase: Phrase, sentence: Sentence, read: ReadSentence): void {
    const { people, knowledge, date } = this.#context;
    let owner: ArticlePerson | null = null;
    if (phrase.person !== null) {
      const named = read.drafts.find(
        (other) => other.span[0] === phrase.person!.from && other.kind === 'person' && other !== item,
      );
      owner = named === undefined ? null : people.of(named);
    } else if (phrase.pronoun >= 0) {
      owner =
        this.#antecedentOf(sentence, phrase.pronoun, genderOfPronoun(sentence.tokens[phrase.pronoun]!.form))?.person ??
        null;
    }
    item.role = owner?.role ?? 'counterpart';
    item.office = owner?.office ?? null;
    item.sector = owner?.sector ?? item.sector;
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

  // Pronouns ------------------------------------------------------------------------------------------------------------

  #pronoun(sentence: Sentence, i: number): Draft | null {
    const token = sentence.tokens[i]!;
    const form = token.form.toLowerCase();
    if (/^(?:he|she|him|her)$/.test(form) && token.xpos !== 'PRP$') return this.#heOrShe(sentence, i);
    if (form === 'it' && token.xpos === 'PRP' && !token.deprel.startsWith('expl')) return this.#it(sentence, i);
    if ((form === 'they' || form === 'them') && token.xpos === 'PRP') return this.#they(sentence, i);
    return null;
  }

  #make(sentence: Sentence, i: number, kind: Draft['kind'], rule: string): Draft {
    const token = sentence.tokens[i]!;
    return Object.assign(draft(sentence, [token.start, token.end], i, kind, rule), { form: 'pronoun' as const });
  }

  #heOrShe(sentence: Sentence, i: number): Draft {
    const item = this.#make(sentence, i, 'person', 'reference/pronoun');
    item.gender = genderOfPronoun(sentence.tokens[i]!.form);
    const antecedent = this.#antecedentOf(sentence, i, item.gender);
    if (antecedent === null) return Object.assign(item, { confidence: 0.3, rule: 'reference/open' });
    item.antecedent = antecedent.mention;
    copyActor(item, antecedent.mention);
    if (antecedent.person !== null) {
      this.#context.people.mean(item, antecedent.person);
      antecedent.person.gender ??= item.gender;
    }
    item.confidence = 0.75;
    return item;
  }

  /** The one person that stands out before a pronoun: by nearness and by being a subject; null when two are alike. */
  #antecedentOf(
    sentence: Sentence,
    i: number,
    gender: 'f' | 'm' | null,
  ): { mention: Draft; person: ArticlePerson | null } | null {
    const token = sentence.tokens[i]!;
    const scores = new Map<string | Draft, { score: number; mention: Draft; person: ArticlePerson | null }>();
    for (const earlier of this.#before(sentence, token.start, PRONOUN_REACH)) {
      if (
        earlier.kind !== 'person' ||
        earlier.plural ||
        earlier.members.length > 0 ||
        COLLECTIVE.has(lastWord(earlier.role))
      )
        continue;
      const person =
        this.#context.people.of(earlier) ?? (earlier.inner === null ? null : this.#context.people.of(earlier.inner));
      const known = person?.gender ?? earlier.gender;
      if (gender !== null && known !== null && known !== gender) continue;
      const distance = sentence.index - earlier.sentence.index;
      const subject = isSubject(earlier);
      // Subject and object of one verb are two people
      if (distance === 0 && earlier.sentence.tokens[earlier.head]!.head === token.head && earlier.head !== i) continue;
      const score =
        3 -
        distance +
        (subject ? 2 : 0) +
        (known !== null && known === gender ? 0.5 : 0) +
        (earlier.form === 'pronoun' ? 0.5 : 0);
      const id = person?.entity ?? firstOf(earlier);
      const before = scores.get(id);
      if (before === undefined || score > before.score)
        scores.set(id, { score, mention: before?.mention ?? earlier, person });
    }
    const ranked = [...scores.values()].sort((a, b) => b.score - a.score);
    const [best, second] = ranked;
    if (best === undefined || (second !== undefined && best.score - second.score < 1)) return null;
    return best;
  }

  /** "Kenya said it will host": the state or body that is the subject of the clause above, or of the sentence before. */
  #it(sentence: Sentence, i: number): Draft | null {
    const token = sentence.tokens[i]!;
    if (!token.deprel.startsWith('nsubj') || isExpletive(sentence, i)) return null;
    const here = this.#subjectAbove(sentence, i);
    const antecedent = here ?? (isOpening(sentence, i) ? this.#subjectBefore(sentence) : null);
    if (antecedent === null) return null;
    const item = this.#make(sentence, i, antecedent.kind, 'reference/it');
    item.antecedent = antecedent;
    copyActor(item, antecedent);
    item.confidence = here === null ? 0.6 : 0.75;
    return item;
  }

  #subjectAbove(sentence: Sentence, i: number): Draft | null {
    const { tokens } = sentence;
    const above = new Set<number>();
    let up = tokens[tokens[i]!.head]?.head ?? -1;
    for (let steps = 0; up >= 0 && steps < 8; steps++) {
      above.add(up);
      up = tokens[up]!.head;
    }
    for (const earlier of this.#before(sentence, tokens[i]!.start, 0)) {
      if (earlier.kind !== 'state' && earlier.kind !== 'organization') continue;
      if (isSubject(earlier) && above.has(tokens[earlier.head]!.head)) return earlier;
    }
    return null;
  }

  #subjectBefore(sentence: Sentence): Draft | null {
    for (const earlier of this.#before(sentence, sentence.span[0], 1)) {
      if ((earlier.kind !== 'state' && earlier.kind !== 'organization') || !isSubject(earlier)) continue;
      const up = earlier.sentence.tokens[earlier.head]!.head;
      if (up >= 0 && earlier.sentence.tokens[up]!.head === -1) return earlier;
    }
    return null;
  }

  #they(sentence: Sentence, i: number): Draft | null {
    const token = sentence.tokens[i]!;
    const subject = token.deprel.startsWith('nsubj');
    let antecedent: Draft | null = null;
    for (const earlier of this.#before(sentence, token.start, subject ? 1 : 0)) {
      const many = earlier.plural || earlier.members.length > 1;
      if (many && isSubject(earlier)) {
        antecedent = earlier;
        break;
      }
      const together = this.#coordinated(earlier);
      if (together.length > 1 && isSubject(together[0]!)) {
        const item = this.#make(sentence, i, together[0]!.kind, 'reference/they');
        return Object.assign(item, { plural: true, members: together, confidence: 0.7 });
      }
    }
    if (antecedent === null) return null;
    const item = this.#make(sentence, i, antecedent.kind, 'reference/they');
    item.antecedent = antecedent;
    copyActor(item, antecedent);
    return Object.assign(item, { plural: true, members: [...antecedent.members], confidence: 0.65 });
  }

  /** The members of the coordination a mention belongs to, in text order. */
  #coordinated(item: Draft): Draft[] {
    const { sentence } = item;
    const first = (one: Draft): number => {
      let at = one.head;
      for (let steps = 0; sentence.tokens[at]?.deprel === 'conj' && steps < 8; steps++) at = sentence.tokens[at]!.head;
      return at;
    };
    const root = first(item);
    return this.#history.filter(
      (other) => other.sentence === sentence && other.form !== 'pronoun' && first(other) === root,
    );
  }

  // Nouns -----------------------------------------------------------------------------------------------------------------

  #noun(sentence: Sentence, i: number): Draft | null {
    const token = sentence.tokens[i]!;
    const lemma = token.lemma.toLowerCase();
    const phrase = nounPhrase(sentence, i);
    if (!phrase.definite) return null;
    if (token.xpos === 'NNS') {
      if (phrase.two && PAIR_NOUNS.has(lemma)) return this.#pairOfStates(sentence, i, phrase.start);
      return null;
    }
    if (
      /^(?:country|nation|kingdom|republic|state)$/.test(lemma) &&
      phrase.start === i &&
      token.deprel.startsWith('nsubj')
    )
      return this.#theCountry(sentence, i);
    return this.#theBloc(sentence, i, lemma, phrase);
  }

  /** "the bloc", "the 10-member bloc": the group named last that is called so, and has so many members. */
  #theBloc(sentence: Sentence, i: number, lemma: string, phrase: NounPhrase): Draft | null {
    if (!GROUP_NOUNS.has(lemma)) return null;
    const { knowledge, date } = this.#context;
    const token = sentence.tokens[i]!;
    for (const earlier of this.#before(sentence, token.start, NOMINAL_REACH)) {
      if (earlier.kind !== 'organization' || earlier.entity === null) continue;
      const group: Group | undefined = knowledge.groups.get(earlier.entity.replace(/^org:/, ''));
      if (
        group === undefined ||
        !(
          group.nouns.includes(lemma) ||
          (lemma === 'group' && group.nouns.includes('grouping')) ||
          (lemma === 'organization' && group.nouns.includes('organisation'))
        )
      )
        continue;
      if (phrase.size !== null) {
        const size = date === null ? null : knowledge.groupSize(group.id, date);
        if (size !== null && size !== phrase.size) continue;
      }
      const item = draft(
        sentence,
        [sentence.tokens[phrase.start]!.start, token.end],
        i,
        'organization',
        'reference/group',
      );
      item.form = 'nominal';
      item.antecedent = earlier;
      copyActor(item, earlier);
      return Object.assign(item, { definite: true, confidence: phrase.size === null ? 0.75 : 0.85 });
    }
    return null;
  }

  /** "the country" as subject: the only state spoken of just before. */
  #theCountry(sentence: Sentence, i: number): Draft | null {
    const countries = new Map<string, Draft>();
    for (const earlier of this.#before(sentence, sentence.tokens[i]!.start, 1)) {
      if (earlier.kind !== 'state' || earlier.country === null) continue;
      if (!countries.has(earlier.country)) countries.set(earlier.country, earlier);
      if (earlier.sentence === sentence && isSubject(earlier) && countries.size === 1) break;
    }
    const [only] = countries.values();
    if (only === undefined || (countries.size > 1 && !isSubject(only))) return null;
    const token = sentence.tokens[i]!;
    const item = draft(sentence, [token.start, token.end], i, 'state', 'reference/country');
    copyActor(item, only);
    return Object.assign(item, { form: 'nominal', antecedent: only, definite: true, confidence: 0.6 });
  }

  /** "the two sides", "both countries": the two states last spoken of, when there are just two. */
  #pairOfStates(sentence: Sentence, i: number, start: number): Draft {
    const { tokens } = sentence;
    const item = draft(sentence, [tokens[start]!.start, tokens[i]!.end], i, 'state', 'reference/pair');
    Object.assign(item, { form: 'nominal', plural: true, definite: true, confidence: 0.4 });
    const members = this.#lastPair(sentence, tokens[start]!.start, (one) => one.code ?? null);
    if (members !== null) Object.assign(item, { members: members.map((one) => this.#stateOf(one)), confidence: 0.75 });
    return item;
  }

  /** The state's own mention nearest before, where a person stood for it. */
  #stateOf(item: Draft): Draft {
    if (item.kind !== 'person') return item;
    for (let i = this.#history.length - 1; i >= 0; i--) {
      const other = this.#history[i]!;
      if (other.kind === 'state' && other.code === item.code) return other;
    }
    return item;
  }

  /** "the two leaders": heads of state or government; "the two ministers", "the two officials": others. */
  #pairOfPeople(item: Draft, sentence: Sentence, word: string): void {
    const top = /^(?:leader|president|premier)$/.test(word);
    const other = /^(?:minister|official|diplomat|envoy|negotiator)$/.test(word);
    const members = this.#lastPair(sentence, item.span[0], (one) => {
      if (one.kind !== 'person' || one.plural || one.entity === null) return null;
      const isTop =
        one.office === 'hos' || one.office === 'hog' || one.office === 'party' || lastWord(one.role) === 'leader';
      if (one.office !== null && ((top && !isTop) || (other && (one.office === 'hos' || one.office === 'hog'))))
        return null;
      return one.entity;
    });
    if (members === null) return;
    Object.assign(item, { members, rule: 'reference/pair', confidence: 0.75, anonymous: false });
  }

  /** Two different actors by a key, taking in one sentence after another backwards; null when it becomes three at once. */
  #lastPair(sentence: Sentence, at: number, key: (item: Draft) => string | null): Draft[] | null {
    const found = new Map<string, Draft>();
    let current = sentence.index;
    for (const earlier of this.#before(sentence, at, PAIR_REACH)) {
      if (earlier.sentence.index !== current) {
        if (found.size === 2) break;
        current = earlier.sentence.index;
      }
      if (earlier.members.length === 2 && found.size === 0) return [...earlier.members];
      const id = key(earlier);
      if (id !== null && !found.has(id)) found.set(id, earlier);
    }
    return found.size === 2 ? [...found.values()].sort((a, b) => a.span[0] - b.span[0]) : null;
  }
}

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
/** Single nouns for many people: no "he" or "she" is one of them. */
const COLLECTIVE = new Set(
  'people public family media press police population electorate staff crew crowd youth clergy military army navy opposition'.split(
    ' ',
  ),
);
const PAIR_NOUNS = new Set(
  'side country nation party neighbour neighbor power state capital government economy ally rival superpower republic'.split(
    ' ',
  ),
);
const GROUP_NOUNS = new Set(
  'bloc alliance association grouping group organisation organization union forum club council body pact partnership community'.split(
    ' ',
  ),
);

interface NounPhrase {
  readonly start: number;
  readonly definite: boolean;
  readonly two: boolean;
  /** "10-member". */
  readonly size: number | null;
}

const NUMBERS = 'two three four five six seven eight nine ten eleven twelve'.split(' ');

function nounPhrase(sentence: Sentence, i: number): NounPhrase {
  const { tokens } = sentence;
  let start = i;
  let definite = false;
  let two = false;
  let size: number | null = null;
  for (let k = i - 1; k >= 0 && i - k < 7; k--) {
    const token = tokens[k]!;
    const form = token.form.toLowerCase();
    if (/^(?:the|both|these|those)$/.test(form)) {
      definite = true;
      two ||= form === 'both';
      if (form === 'both') start = k;
      break;
    }
    if (token.upos !== 'ADJ' && token.upos !== 'NUM' && token.form !== '-' && token.upos !== 'NOUN') break;
    if (form === 'two' || form === '2') two = true;
    const count = /^(\d+)(?:-(?:member|nation|country|strong))?$/.exec(form)?.[1];
    if (count !== undefined) size = Number(count);
    else if (NUMBERS.includes(form.replace(/-.*$/, ''))) size = NUMBERS.indexOf(form.replace(/-.*$/, '')) + 2;
    start = k;
  }
  return { start, definite, two, size };
}

/** Drafts that lie in no other of the sentence; the bare name inside a title counts as inner. */
export function outermost(drafts: readonly Draft[]): Draft[] {
  const ordered = [...drafts].sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1]);
  const out: Draft[] = [];
  let reached = -1;
  for (const item of ordered) {
    if (item.span[1] <= reached) continue;
    out.push(item);
    reached = Math.max(reached, item.span[1]);
  }
  return out;
}

/** Subject by the tree, or a later member of a subject coordination. */
function isSubject(item: Draft): boolean {
  const { tokens } = item.sentence;
  let at = item.head;
  for (let steps = 0; tokens[at]?.deprel === 'conj' && steps < 6; steps++) at = tokens[at]!.head;
  return tokens[at]?.deprel.startsWith('nsubj') === true;
}

/** "it is clear that", "it remains to be seen", "it seems". */
function isExpletive(sentence: Sentence, i: number): boolean {
  const { tokens } = sentence;
  const verb = tokens[tokens[i]!.head];
  if (verb === undefined) return true;
  if (/^(?:seem|appear|remain|happen|turn|rain|snow|take|matter)$/.test(verb.lemma.toLowerCase())) return true;
  const clause = tokens.some(
    (token) =>
      token.head === tokens[i]!.head &&
      /^(?:ccomp|csubj|xcomp|advcl)/.test(token.deprel) &&
      tokens.indexOf(token) > tokens[i]!.head,
  );
  return (verb.upos === 'ADJ' || verb.upos === 'NOUN') && clause;
}

const isOpening = (sentence: Sentence, i: number): boolean =>
  sentence.tokens.slice(0, i).every((token) => !/^nsubj/.test(token.deprel)) && i <= 12;

const genderOfPronoun = (form: string): 'f' | 'm' | null =>
  /^(?:he|him|his)$/i.test(form) ? 'm' : /^(?:she|her)$/i.test(form) ? 'f' : null;

/** The mention that a chain of references began with. */
function firstOf(item: Draft): Draft {
  let at = item;
  for (let steps = 0; at.antecedent !== null && steps < 50; steps++) at = at.antecedent;
  return at;
}

const lastWord = (role: string | null): string => (role ?? '').toLowerCase().split(' ').pop() ?? '';

function lastMention(drafts: readonly Draft[], item: Draft): Draft | null {
  let last: Draft | null = null;
  for (const other of drafts)
    if (other !== item && other.span[0] < item.span[0] && (last === null || other.span[0] > last.span[0])) last = other;
  return last ?? drafts.find((other) => other !== item) ?? null;
}

function copyActor(item: Draft, from: Draft): void {
  Object.assign(item, {
    name: from.name,
    entity: from.entity,
    country: from.country,
    code: from.code,
    sector: from.sector,
    org: from.org,
    role: from.role,
    office: from.office,
    anonymous: from.anonymous,
  });
}
