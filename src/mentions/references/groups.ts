/** Groups and pairs: "the bloc", "the country", "the two sides", "the two leaders". */

import type { Sentence } from '../../core/index.ts';
import type { Group } from '../../knowledge/index.ts';
import { type Draft, draft } from '../draft.ts';
import { copyActor, type History, isSubject, lastWord, type ReferenceContext } from './history.ts';
import { bodyNamed } from './named.ts';
import { isMainLine, isOfState, type Pairs } from './pairs.ts';
import { genderOfPronoun, type Pronouns } from './pronouns.ts';

const GROUP_REACH = 12;

const PAIR_NOUNS = new Set(
  'side country nation party neighbour neighbor power state capital government economy ally rival superpower republic'.split(
    ' ',
  ),
);

const GROUP_NOUNS = new Set(
  'bloc commission alliance association grouping group organisation organization union forum club council body pact partnership community'.split(
    ' ',
  ),
);

/** Nouns for a body of no states, and words in the names of those that fight. */
const FORCES = /^(?:group|movement|front|organisation|organization|alliance|coalition|league|brotherhood|network)$/;
const ARMED = /^(?:front|movement|army|brigades?|liberation|resistance|militia|mujahideen|fighters|forces)$/;

/** Words that are used of states only. */
const OWN_KIND = /^(?:kingdom|sultanate|emirate|sheikhdom|principality|archipelago)$/;

export class Groups {
  readonly #context: ReferenceContext;
  readonly #history: History;
  readonly #pronouns: Pronouns;
  readonly #pairs: Pairs;
  #ahead: readonly Draft[] = [];

  constructor(context: ReferenceContext, history: History, pronouns: Pronouns, pairs: Pairs) {
    this.#context = context;
    this.#history = history;
    this.#pronouns = pronouns;
    this.#pairs = pairs;
  }

  /** Takes all that the coming sentence names. */
  open(drafts: readonly Draft[]): void {
    this.#ahead = drafts;
  }

  /** The mention a definite noun makes; null for one that means no group. */
  read(sentence: Sentence, i: number): Draft | null {
    const token = sentence.tokens[i]!;
    const lemma = token.lemma.toLowerCase();
    const phrase = nounPhrase(sentence, i);
    if (phrase.owned && token.xpos === 'NN' && /^(?:country|nation|homeland)$/.test(lemma))
      return this.#ownCountry(sentence, i, phrase.start);
    if (!phrase.definite) return null;
    if (/^(?:pair|duo)$/.test(lemma) && phrase.start === i && token.deprel.startsWith('nsubj'))
      return this.both(sentence, i);
    if (
      phrase.each &&
      sentence.tokens[i + 1]?.form !== 'of' &&
      /^(?:side|country|party|nation|state|government|capital)$/.test(lemma)
    )
      return this.#states(sentence, i, phrase.start, 2);
    if (token.xpos === 'NNS') {
      if (phrase.count >= 2 && PAIR_NOUNS.has(lemma)) return this.#states(sentence, i, phrase.start, phrase.count);
      // "The neighbours agreed"
      if (phrase.start === i && /^(?:neighbou?r|side)$/.test(lemma) && /^(?:nsubj|obj)/.test(token.deprel))
        return this.#states(sentence, i, i, 2);
      // "The interlocutors agreed to meet again": those whose talk is told, when it is clear which two
      if (phrase.start === i && /^(?:party|interlocutor|side)$/.test(lemma) && token.deprel.startsWith('nsubj')) {
        const item = sentence.tokens[i + 1]?.form === 'to' ? null : this.#states(sentence, i, i, 2);
        return item !== null && item.members.length === 2 ? item : null;
      }
      return null;
    }
    if (
      /^(?:country|nation|kingdom|republic|state|sultanate|emirate|archipelago|sheikhdom|principality)$/.test(lemma)
    ) {
      const acted = /^(?:country|nation)$/.test(lemma) && isActedOn(sentence, i);
      if (phrase.start === i && !token.deprel.startsWith('nsubj') && !OWN_KIND.test(lemma) && !acted) return null;
      return phrase.host || sentence.tokens[i + 1]?.form === 'of' ? null : this.#theCountry(sentence, i, phrase.start);
    }
    return (
      this.#theBloc(sentence, i, lemma, phrase) ??
      (phrase.start === i ? bodyNamed(this.#history, sentence, i, lemma) : null)
    );
  }

  /** "the bloc", "the 10-member bloc": the group named last that is called so, and has so many members. */
  #theBloc(sentence: Sentence, i: number, lemma: string, phrase: NounPhrase): Draft | null {
    if (!GROUP_NOUNS.has(lemma)) return this.#theForce(sentence, i, lemma, phrase);
    const { knowledge, date } = this.#context;
    const token = sentence.tokens[i]!;
    for (const earlier of this.#history.bodiesBackwards(token.start)) {
      if (sentence.index - earlier.sentence.index > GROUP_REACH) break;
      if (earlier.entity === null) continue;
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
    return this.#theForce(sentence, i, lemma, phrase);
  }

  /** "the group", "the movement": the body named last whose name says so, or the rebels named last. */
  #theForce(sentence: Sentence, i: number, lemma: string, phrase: NounPhrase): Draft | null {
    const { tokens } = sentence;
    if (!FORCES.test(lemma) || phrase.start !== i || !/^(?:nsubj|obj|iobj|nmod:poss)/.test(tokens[i]!.deprel))
      return null;
    for (const earlier of this.#history.bodiesBackwards(tokens[i]!.start)) {
      if (sentence.index - earlier.sentence.index > GROUP_REACH) return null;
      if (earlier.form !== 'name' || earlier.name === null || earlier.country === null) continue;
      const words = earlier.name.toLowerCase().split(/\s+/);
      const armed = words.some((word) => ARMED.test(word)) || earlier.sector === 'REB';
      if (!words.includes(lemma) && !(/^(?:group|movement)$/.test(lemma) && armed)) continue;
      if (earlier.sentence === sentence && isSubject(earlier)) continue;
      const item = draft(sentence, [tokens[i]!.start, tokens[i]!.end], i, 'organization', 'reference/group');
      copyActor(item, earlier);
      return Object.assign(item, { form: 'nominal', antecedent: earlier, definite: true, confidence: 0.6 });
    }
    return null;
  }

  /** "the country" as subject: the only state spoken of just before. */
  #theCountry(sentence: Sentence, i: number, start: number): Draft | null {
    const countries = new Map<string, Draft>();
    const acted = isActedOn(sentence, i);
    const doer = acted ? this.#history.subjectState(sentence, sentence.tokens[start]!.start, 0) : null;
    const kind = sentence.tokens[i]!.lemma.toLowerCase();
    for (const earlier of this.#history.before(sentence, sentence.tokens[start]!.start, OWN_KIND.test(kind) ? 3 : 1)) {
      if ((earlier.kind !== 'state' && !OWN_KIND.test(kind)) || earlier.country === null) continue;
      if (!this.#isKind(earlier.country, kind)) continue;
      // "Freedonia imposed an embargo on the country": another one
      if (acted && earlier.country === doer) continue;
      if (!countries.has(earlier.country)) countries.set(earlier.country, earlier);
      if (earlier.sentence === sentence && isSubject(earlier) && countries.size === 1) break;
    }
    const named = [...countries.values()];
    if (named.length === 0) return null;
    const answers = sentence.tokens[i]!.deprel.startsWith('nsubj') ? this.#history.answering(sentence, i) : null;
    const leading = named.filter((one) => (isSubject(one) || one.span[0] === one.sentence.span[0]) && isMainLine(one));
    const only =
      answers !== null
        ? answers
        : named.length === 1 || isSubject(named[0]!)
          ? named[0]
          : leading.length === 1
            ? leading[0]
            : undefined;
    if (only === undefined) return null;
    const token = sentence.tokens[i]!;
    const item = draft(sentence, [sentence.tokens[start]!.start, token.end], i, 'state', 'reference/country');
    const { country, code } = only;
    Object.assign(item, { country, code: code ?? country, entity: `state:${country}` });
    item.name = this.#context.knowledge.countries.get(country ?? '')?.name ?? null;
    return Object.assign(item, { form: 'nominal', antecedent: only, definite: true, confidence: 0.6 });
  }

  /** Whether a state may be called so: a kingdom only by its official name. */
  #isKind(country: string, kind: string): boolean {
    if (!/^(?:kingdom|sultanate|emirate|principality)$/.test(kind)) return true;
    const row = this.#context.knowledge.countries.get(country);
    return row?.official.toLowerCase().includes(kind) === true;
  }

  /** "his country", "their nation": that of whoever is meant. */
  #ownCountry(sentence: Sentence, i: number, start: number): Draft | null {
    const { tokens } = sentence;
    const owner = this.#ownerOf(sentence, start);
    if (owner === null) return null;
    const item = draft(sentence, [tokens[start]!.start, tokens[i]!.end], i, 'state', 'reference/own-country');
    return Object.assign(item, {
      form: 'nominal',
      country: owner.country,
      code: owner.code,
      entity: `state:${owner.country}`,
      antecedent: owner,
      definite: true,
      confidence: 0.65,
    });
  }

  /** Whose "his" or "its" is, with a country; a person by the rules of pronouns, a state as the sentence's subject. */
  #ownerOf(sentence: Sentence, at: number): Draft | null {
    const gender = genderOfPronoun(sentence.tokens[at]!.form);
    const found = gender === null ? null : this.#pronouns.antecedentOf(sentence, at, gender);
    const owner = found === null ? null : (found.person?.drafts.find((one) => one.country !== null) ?? found.mention);
    return owner !== null && owner.country !== null ? owner : null;
  }

  /** "the two sides", "both countries", "the four nations": the states last spoken of together, when there are so many. */
  #states(sentence: Sentence, i: number, start: number, count: number): Draft {
    const { tokens } = sentence;
    const item = draft(sentence, [tokens[start]!.start, tokens[i]!.end], i, 'state', 'reference/pair');
    Object.assign(item, { form: 'nominal', plural: true, definite: true, confidence: 0.4 });
    const onlyStates = !/^(?:side|party)$/.test(tokens[i]!.lemma.toLowerCase());
    // "Norway urged both sides to talk": not Norway
    const acted =
      /^(?:obj|iobj)/.test(tokens[i]!.deprel) && tokens.some((token) => isSubjectOf(token, tokens[i]!.head));
    const at = acted ? sentence.span[0] : tokens[start]!.start;
    const members =
      (onlyStates || count !== 2 ? null : this.belligerents()) ??
      this.#withoutDoer(sentence, i, (from, except) =>
        this.#pairs.states(sentence, from ?? at, count, onlyStates, except),
      ) ??
      (count === 2 ? this.#pairs.ahead(this.#ahead, tokens[i]!.end) : null);
    if (members !== null) Object.assign(item, { members, confidence: 0.75 });
    return item;
  }

  /** "The pair pleaded guilty" after "two Polish citizens": those; null where people or states were told of since. */
  #twoPeople(sentence: Sentence, i: number): Draft | null {
    const { tokens } = sentence;
    for (const earlier of this.#history.before(sentence, tokens[i]!.start, 2)) {
      if (earlier.kind !== 'person') continue;
      if (!earlier.plural) return null;
      const words = earlier.sentence.tokens.filter(
        (token) => token.start >= earlier.span[0] - 4 && token.end <= earlier.span[1],
      );
      if (earlier.members.length > 0 || !words.some((token) => /^(?:two|2)$/i.test(token.form))) return null;
      const item = draft(sentence, [tokens[i]!.start, tokens[i]!.end], i, 'person', 'reference/pair');
      copyActor(item, earlier);
      return Object.assign(item, {
        form: 'pronoun',
        plural: true,
        definite: true,
        antecedent: earlier,
        confidence: 0.6,
      });
    }
    return null;
  }

  /**
   * "Norway urged both sides to talk": those told of together; where who acts on them is one of these, the others, also
   * of the same sentence.
   */
  #withoutDoer(
    sentence: Sentence,
    i: number,
    find: (from: number | null, except: string | null) => Draft[] | null,
  ): Draft[] | null {
    const found = find(null, null);
    const token = sentence.tokens[i]!;
    if (!/^(?:obj|iobj|obl)/.test(token.deprel)) return found;
    const doer = this.#doerOf(sentence, i);
    if (doer === null || (found !== null && !found.some((one) => one.code === doer))) return found;
    const others = find(token.start, doer);
    return others?.every((one) => one.code !== null && one.code !== doer) === true ? others : null;
  }

  /** The code of the subject of the verb that a word hangs on, or of the verb that this one goes on from. */
  #doerOf(sentence: Sentence, i: number): string | null {
    const { tokens } = sentence;
    let verb = tokens[i]!.head;
    for (let steps = 0; verb >= 0 && steps < 4; steps++) {
      const subject = tokens.findIndex((token) => token.head === verb && token.deprel.startsWith('nsubj'));
      if (subject >= 0) {
        for (const earlier of this.#history.before(sentence, tokens[i]!.start, 0))
          if (earlier.head === subject && earlier.members.length === 0 && isOfState(earlier)) return earlier.code;
        return null;
      }
      if (!/^(?:conj|xcomp)/.test(tokens[verb]!.deprel)) return null;
      verb = tokens[verb]!.head;
    }
    return null;
  }

  /** The two sides of the fighting that the article tells of. */
  belligerents(): Draft[] | null {
    const { conflict } = this.#context;
    return conflict === null ? null : this.#history.belligerents(conflict);
  }

  /** "Both agreed", "the two discussed": two people, else two states. */
  both(sentence: Sentence, i: number): Draft | null {
    const { tokens } = sentence;
    const form = tokens[i]!.form.toLowerCase();
    const article = /^(?:the|these|those)$/i.test(tokens[i - 1]?.form ?? '');
    if (form !== 'both' && !article) return null;
    if (
      !/^(?:nsubj|conj|obl|obj|iobj)/.test(tokens[i]!.deprel) ||
      tokens.some((token) => token.head === i && /^(?:nmod|conj)/.test(token.deprel))
    )
      return null;
    // "Doe thanked both": not Doe
    const at = /^(?:obj|iobj)/.test(tokens[i]!.deprel) ? sentence.span[0] : tokens[i]!.start;
    const counted = this.#twoPeople(sentence, i);
    if (counted !== null) return counted;
    const members = this.#withoutDoer(
      sentence,
      i,
      (from, except) =>
        this.#pairs.people(sentence, from ?? at, '', 2, except) ??
        this.#pairs.states(sentence, from ?? at, 2, false, except),
    );
    if (members === null) return null;
    const item = draft(sentence, [tokens[i]!.start, tokens[i]!.end], i, members[0]!.kind, 'reference/pair');
    return Object.assign(item, { form: 'pronoun', plural: true, definite: true, members, confidence: 0.65 });
  }

  /** "the two leaders", "both ministers", "the three premiers": people last named together, else their states. */
  peopleTogether(item: Draft, sentence: Sentence, word: string, count: number): void {
    // "both generals" of a war inside a state lead its two sides
    const sides = /^(?:delegation|team|party|camp|force|army|general|commander|warlord|foe|rival)$/;
    const members =
      (count === 2 && sides.test(lastWord(item.role)) ? this.belligerents() : null) ??
      this.#ofStates(this.#pairs.people(sentence, item.span[0], word, count), word) ??
      this.#pairs.states(sentence, item.span[0], count, true) ??
      (count === 2 ? this.#pairs.ahead(this.#ahead, item.span[1]) : null);
    if (members === null) return;
    Object.assign(item, { members, rule: 'reference/pair', confidence: 0.7, anonymous: false });
  }

  /** "both governments" are never of people whose states the text does not tell, nor of one state. */
  #ofStates(people: Draft[] | null, word: string): Draft[] | null {
    if (people === null || word !== 'government') return people;
    const codes = new Set(people.map(({ code }) => code));
    return codes.has(null) || codes.size < people.length ? null : people;
  }

  /** "the leaders" after "the premiers of Laos and Thailand", "the ministers" after "ASEAN foreign ministers". */
  sameTogether(item: Draft, sentence: Sentence, word: string): void {
    for (const earlier of this.#history.before(sentence, item.span[0], GROUP_REACH)) {
      if (earlier.kind !== 'person' || !earlier.plural || earlier.form === 'pronoun' || earlier.sector !== item.sector)
        continue;
      const own = lastWord(earlier.role);
      const fits =
        own === word ||
        (word === 'leader' && /^(?:president|premier|king|minister)$/.test(own) && earlier.office !== 'fm');
      if (!fits || (earlier.members.length === 0 && earlier.code === null)) continue;
      const { country, code, org } = earlier;
      Object.assign(item, { antecedent: earlier, members: [...earlier.members], country, code, org });
      Object.assign(item, { rule: 'reference/pair', confidence: 0.65, anonymous: false });
      return;
    }
    const people = this.#pairs.people(sentence, item.span[0], word, 2);
    const apart = people?.every((one) => one.code !== null) === true && people[0]!.code !== people[1]!.code;
    const members = apart ? people : this.#pairs.bothOfText();
    if (members === null) return;
    Object.assign(item, { members, rule: 'reference/pair', confidence: 0.55, anonymous: false });
  }
}

/** "suspended the country", "an embargo on the country": no place where something is. */
function isActedOn({ tokens }: Sentence, i: number): boolean {
  const token = tokens[i]!;
  if (token.deprel === 'obj') return true;
  const link = tokens.find((one) => one.head === i && one.deprel === 'case')?.form.toLowerCase() ?? '';
  return /^(?:obl|nmod)/.test(token.deprel) && /^(?:on|against)$/.test(link);
}

const isSubjectOf = (token: Sentence['tokens'][number], verb: number): boolean =>
  token.head === verb && token.deprel.startsWith('nsubj');

interface NounPhrase {
  readonly start: number;
  readonly definite: boolean;
  /** "each", "either". */
  readonly each: boolean;
  /** "his", "her", "their", "its". */
  readonly owned: boolean;
  /** "the host country", "a third country": not one spoken of. */
  readonly host: boolean;
  /** "two", "both", "three"; 0 for none. */
  readonly count: number;
  /** "10-member". */
  readonly size: number | null;
}

const NUMBERS = 'two three four five six seven eight nine ten eleven twelve'.split(' ');

/** A number word, or its first part in "ten-nation"; 0 for none. */
function numberOf(form: string): number {
  const word = form.replace(/-.*$/, '');
  return /^\d{1,2}$/.test(word) ? Number(word) : NUMBERS.includes(word) ? NUMBERS.indexOf(word) + 2 : 0;
}

function nounPhrase(sentence: Sentence, i: number): NounPhrase {
  const { tokens } = sentence;
  let start = i;
  let [definite, each, owned, host] = [false, false, false, false];
  let count = 0;
  let size: number | null = null;
  for (let k = i - 1; k >= 0 && i - k < 7; k--) {
    const token = tokens[k]!;
    const form = token.form.toLowerCase();
    if (/^(?:the|both|these|those|each|either)$/.test(form)) {
      definite = true;
      each = form === 'each' || form === 'either';
      if (form === 'both') count = 2;
      if (form === 'both' || each) start = k;
      break;
    }
    if (/^(?:his|her|their|its)$/.test(form)) {
      owned = true;
      start = k;
      break;
    }
    const region = token.upos === 'PROPN' && (token.deprel === 'amod' || token.deprel === 'compound');
    if (token.upos !== 'ADJ' && token.upos !== 'NUM' && token.form !== '-' && token.upos !== 'NOUN' && !region) break;
    host ||=
      /^(?:host|third|other|same|first|second|next|last|latest|biggest|largest|richest|poorest|only|northern|southern|eastern|western|neighbou?ring|welfare|aggressor|rival|sending|receiving|requesting|deep|nanny)$/.test(
        form,
      );
    const number = numberOf(form);
    if (number > 0) {
      size = number;
      if (!form.includes('-')) count = number;
    }
    start = k;
  }
  return { start, definite, each, owned, host, count, size };
}
