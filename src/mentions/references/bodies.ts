/** Whose a body or an office is that every state has: "the ministry", "the government", "the Chamber of Commerce". */

import type { Sentence } from '../../core/index.ts';
import { hasOffice } from '../actors/home.ts';
import type { Phrase } from '../actors/phrases.ts';
import type { ReadSentence } from '../actors/sentence.ts';
import type { Draft } from '../draft.ts';
import { Envoys, SENT_ABROAD } from './envoys.ts';
import {
  copyActor,
  type History,
  isSource,
  isSubject,
  lastWord,
  NOMINAL_REACH,
  type ReferenceContext,
} from './history.ts';
import { isMainLine } from './pairs.ts';
import type { Pronouns } from './pronouns.ts';

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

/** Words in the names of bodies that every state has. */
const COMMON_BODY =
  /^(?:ministry|presidency|chamber|federation|confederation|central|national|statistics|congress|parliament|senate|assembly|supreme|constitutional|police|prosecutor|commission|court|guild)$/i;

/** A body's name that says nothing of whose it is: "Chamber of Deputies", "National Assembly". */
export const isCommonBody = (name: string): boolean => name.split(/\s+/).some((word) => COMMON_BODY.test(word));

/** Bodies of home politics. */
const AT_HOME: ReadonlySet<string> = new Set(['OPP', 'PTY', 'LEG', 'LAB']);

/** "the doctors' union", "a teachers' association". */
const isOfPeople = (item: Draft, { tokens }: Sentence): boolean =>
  /^['’]$/.test(tokens[item.head - 1]?.form ?? '') && tokens[item.head - 2]?.xpos === 'NNS';

export class Bodies {
  readonly #context: ReferenceContext;
  readonly #history: History;
  readonly #pronouns: Pronouns;
  readonly #envoys: Envoys;

  constructor(context: ReferenceContext, history: History, pronouns: Pronouns) {
    this.#context = context;
    this.#history = history;
    this.#pronouns = pronouns;
    this.#envoys = new Envoys(history);
  }

  /** "the ministry", "the government": the body called so before, else that of the official named just before. */
  theBody(item: Draft, phrase: Phrase, sentence: Sentence): void {
    // "An opposition party said …": of the article's own state
    const { topic } = this.#context;
    if (!item.definite && item.sector === 'OPP' && topic !== null && item.country === null && item.code === null) {
      const leads = sentence.tokens[item.head]!.deprel.startsWith('nsubj');
      const code = this.#context.knowledge.countries.get(topic)?.code ?? topic;
      if (leads && phrase.after === null)
        Object.assign(item, { country: topic, code, rule: 'reference/topic', confidence: 0.4 });
      return;
    }
    if (
      !item.definite ||
      item.plural ||
      item.country !== null ||
      item.code !== null ||
      phrase.geos.length > 0 ||
      phrase.after !== null
    )
      return;
    // "a local doctors' union" is no union told of before
    if (phrase.possessed || isOfPeople(item, sentence)) return;
    if (this.#ordered(item, sentence)) return;
    if (this.#bodyOfOfficial(item, sentence, 0)) return;
    const word = lastWord(item.role);
    if (this.#bodyOfCitizens(item, sentence)) return;
    for (const earlier of this.#history.before(sentence, item.span[0], NOMINAL_REACH)) {
      if (earlier.kind !== 'organization' || earlier.code === null || earlier.plural) continue;
      const called = `${earlier.role ?? ''} ${earlier.name ?? ''}`.toLowerCase().split(/\s+/);
      const ofUn = word === 'force' && earlier.code === 'UNO' && earlier.sector === 'MIL';
      if (!called.includes(word) && !(word === 'tribunal' && called.includes('court')) && !ofUn) continue;
      item.antecedent = earlier;
      copyActor(item, earlier);
      Object.assign(item, { rule: 'reference/body', confidence: 0.75 });
      return;
    }
    for (const earlier of this.#history.bodiesBackwards(item.span[0])) {
      if (sentence.index - earlier.sentence.index > NOMINAL_REACH) break;
      if (lastWord(earlier.role) !== word) continue;
      const { country, code, entity, sector } = earlier;
      Object.assign(item, { antecedent: earlier, country, code, entity, sector, rule: 'reference/body' });
      item.confidence = 0.7;
      return;
    }
    if (phrase.pronoun >= 0 || isProper(item, sentence)) return;
    // "the Bank": some body by its name
    if (/^(?:Bank|Fund|Agency|Organi[sz]ation)$/.test(sentence.tokens[item.head]!.form)) return;
    if (this.#envoys.ofEnvoy(item, sentence) || this.#bodyOfOfficial(item, sentence, 1)) return;
    this.#bodyOfState(item, sentence);
  }

  /** "the opposition Civic Union": the name right behind is that body's. */
  shareWithName(item: Draft, read: ReadSentence): void {
    if (item.code === null || item.plural) return;
    for (const other of read.drafts) {
      if (other.kind !== 'organization' || other.form !== 'name' || other.code !== null) continue;
      if (other.span[0] !== item.span[1] + 1) continue;
      Object.assign(other, { country: item.country, code: item.code, sector: item.sector ?? other.sector });
    }
  }

  /** "a delegation led by Freedonian minister Jane Doe". */
  ledBy(item: Draft, read: ReadSentence): void {
    if (item.plural) return;
    const { tokens } = read.sentence;
    const end = tokens.findIndex((token) => token.start >= item.span[1]);
    if (end < 0 || !/^(?:led|headed)$/.test(tokens[end]?.form ?? '') || tokens[end + 1]?.form !== 'by') return;
    const from = tokens[end + 1]!.end;
    const head = read.drafts
      .filter((other) => other.kind === 'person' && other.span[0] >= from && other.span[0] <= from + 12)
      .sort((a, b) => a.span[0] - b.span[0])[0];
    if (head === undefined) return;
    // "a Freedonian delegation led by Minister Jane Doe"
    if (item.code !== null || item.country !== null) {
      const { people } = this.#context;
      for (const one of [head, head.inner]) {
        if (one === null || one.country !== null || one.code !== null) continue;
        Object.assign(one, { country: item.country, code: item.code });
        const person = people.of(one);
        if (person !== null && person.country === null && person.code === null)
          Object.assign(person, { country: item.country, code: item.country === null ? item.code : null });
      }
      return;
    }
    if (head.country === null) return;
    Object.assign(item, { country: head.country, code: head.code, rule: 'reference/led-by', confidence: 0.75 });
  }

  /** "He ordered the border police to stay": of the state of whoever commands. */
  #ordered(item: Draft, sentence: Sentence): boolean {
    const { tokens } = sentence;
    const word = tokens[item.head]!;
    const verb = tokens[word.head];
    if (!/^(?:COP|MIL)$/.test(item.sector ?? '') || !/^(?:obj|iobj)/.test(word.deprel)) return false;
    if (!/^(?:order|instruct|deploy|direct|command|dispatch|mobili[sz]e|task)$/.test(verb?.lemma.toLowerCase() ?? ''))
      return false;
    for (const earlier of this.#history.before(sentence, item.span[0], 0)) {
      const subject = tokens[earlier.head]!;
      if (earlier.country === null || subject.head !== word.head || !subject.deprel.startsWith('nsubj')) continue;
      const { country, code } = earlier;
      Object.assign(item, { country, code, rule: 'reference/body-of', confidence: 0.6 });
      return true;
    }
    return false;
  }

  /** "Freedonian farmers demanded that the government pay": that of the people who ask. */
  #bodyOfCitizens(item: Draft, sentence: Sentence): boolean {
    if (!/^(?:government|cabinet|authority|parliament|president|premier|minister|king)$/.test(lastWord(item.role)))
      return false;
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
    const ministry =
      item.sector === 'GOV' || /\b(?:ministry|department)$/i.test(item.name ?? '') || item.sector === 'MIL';
    if (!ministry) {
      this.#bodyOfTopic(item, sentence);
      return;
    }
    const words = sentence.tokens.filter((token) => token.start >= item.span[0] && token.end <= item.span[1]);
    const before = sentence.tokens.findIndex((token) => token.start === item.span[0]) - 1;
    if (!/^(?:the|its)$/i.test(sentence.tokens[before]?.form ?? '')) return;
    if (
      !/^(?:ministry|bank|department|office|court|council|palace|presidency|treasury|secretariat|parliament|government)$/i.test(
        words[words.length - 1]?.form ?? '',
      )
    )
      return;
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
    const words = tokens.slice(at, end < 0 ? tokens.length : end);
    const bare = words.length === 1 && /^(?:Congress|Parliament)$/.test(words[0]!.form);
    if (!bare && !/^the$/i.test(tokens[at - 1]?.form ?? '')) return;
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
      // "The French ambassador in Bamako urged the government": not his own
      if (whose === undefined && SENT_ABROAD.test(lastWord(earlier.role))) continue;
      // "Freedonia accused two Sylvanian ministers of fraud, the government said": of who acts
      if (reach === 0 && earlier.sentence === sentence && this.#isActedOn(earlier, sentence)) continue;
      Object.assign(item, { country: earlier.country, code: earlier.code, rule: 'reference/body-of', confidence: 0.5 });
      return true;
    }
    return false;
  }

  /** Whether somebody is no subject of a sentence whose subject is another state or its body. */
  #isActedOn(official: Draft, sentence: Sentence): boolean {
    if (isSubject(official) || isSource(official)) return false;
    for (const earlier of this.#history.before(sentence, official.span[0], 0))
      if (
        (earlier.kind === 'state' || earlier.kind === 'organization') &&
        earlier.country !== null &&
        earlier.country !== official.country &&
        isSubject(earlier) &&
        isMainLine(earlier)
      )
        return true;
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
    // "the administration of Jane Doe" is hers, whatever states stand around
    if (isNamedAfter(item, sentence)) return;
    // A state's official speaks of other people's armed bands
    if (item.sector === 'PRM' || item.sector === 'CRM' || item.sector === 'REB') return;
    // Nobody's embassy is at home
    if (/^(?:embassy|consulate)$/.test(lastWord(item.role)) && home === null) return;
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
      // "A Sylvanian blogger's lawyer turned to the court": that of the state told of, not of the citizen
      const citizen = only.kind === 'person' && (only.sector === null || !OF_STATE.has(only.sector));
      const ofState = OF_STATE.has(item.sector ?? '') || /^(?:ministry|department)$/.test(lastWord(item.role));
      if (citizen && topic !== null && topic !== only.country && ofState) {
        lend(topic, 'reference/topic', 0.45);
        return;
      }
      const own = actsOn(only, item, sentence) && isDoneAtHome(item, sentence);
      if (only.country !== null && (own || !actsOn(only, item, sentence))) lend(only.country, 'reference/body-of', 0.5);
      else if (only.country !== null && item.sector !== null && OF_STATE.has(item.sector)) {
        // "Freedonia urged the government": of the one other state told of just before
        const others = [...this.#statesWithin(item, sentence, 1).values()].filter(
          (one) => one.country !== only.country,
        );
        const [other] = others;
        if (others.length === 1 && other?.country != null) lend(other.country, 'reference/body-of', 0.45);
      }
      return;
    }
    // Home politics are the article's own
    if (item.sector !== null && AT_HOME.has(item.sector)) {
      const own = topic ?? this.#history.onlyState();
      if (own !== null && leads) lend(own, 'reference/topic', 0.45);
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
    else if (
      topic !== null &&
      leads &&
      item.sector !== 'BUS' &&
      item.sector !== 'JRN' &&
      !this.#leftBehind(topic, item, sentence)
    )
      lend(topic, 'reference/topic', 0.45);
  }

  /** "Freedonia owes its creditors a lot, the central bank governor said": of the one state that the sentence tells of. */
  officeOfState(item: Draft, sentence: Sentence, office: boolean): void {
    const { topic, home, knowledge } = this.#context;
    const { tokens } = sentence;
    if (office && this.#bodyOfCitizens(item, sentence)) return;
    const word = tokens[item.head]!;
    // "the president's chief of staff had …"
    const owns = word.deprel === 'nmod:poss' && tokens[word.head]!.deprel.startsWith('nsubj');
    if (!word.deprel.startsWith('nsubj') && !owns) return;
    const here = this.#statesWithin(item, sentence, 0);
    // "Asked whether Freedonia had been told, the spokeswoman …": what others ask about
    if (here.size > 0 && /^(?:asked|pressed|questioned)$/i.test(tokens[0]!.form)) return;
    const [only] = here.values();
    const focus = this.#history.mainState(sentence);
    let country: string | null = home;
    if (country === null && here.size > 1)
      country = [...here.values()].some((one) => one.country === topic) ? topic : null;
    else if (country === null && only !== undefined)
      country = this.#isLed(sentence, item.span[0], only.country) ? only.country : null;
    else country ??= focus ?? (office ? (topic ?? this.#history.onlyState()) : null);
    if (country === null || !hasOffice(knowledge, country, item.office, item.role)) return;
    const code = knowledge.countries.get(country)?.code ?? country;
    Object.assign(item, { country, code, rule: 'reference/office-of', confidence: 0.45 });
    item.sector ??= 'GOV';
  }

  /** Whether a state or one of its bodies is a subject of the sentence's main line. */
  #isLed(sentence: Sentence, at: number, country: string | null): boolean {
    for (const earlier of this.#history.before(sentence, at, 0))
      if (earlier.country === country && earlier.kind !== 'person' && isSubject(earlier) && isMainLine(earlier))
        return true;
    return false;
  }

  /** The states told of before a mention, by code; what papers and broadcasters say tells of none. */
  /** The sentences right before speak of other states and no more of this one. */
  #leftBehind(topic: string, item: Draft, sentence: Sentence): boolean {
    const recent = [...this.#statesWithin(item, sentence, 2).values()];
    return recent.length > 0 && recent.every((one) => one.country !== topic) && !this.#history.isMain(topic);
  }

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
    const word = lastWord(item.role);
    return (
      this.#ofState(item, sentence, reach, OWN_PEOPLE.get(word)) ||
      (word !== 'embassy' && this.#ofState(item, sentence, reach))
    );
  }
}

/** A name of its own stands behind "of". */
export function isNamedAfter(item: Draft, { tokens }: Sentence): boolean {
  return tokens.some(
    (token, at) =>
      token.head === item.head &&
      token.upos === 'PROPN' &&
      token.deprel.startsWith('nmod') &&
      tokens.some((word) => word.head === at && word.deprel === 'case' && word.lemma === 'of'),
  );
}

/** "the Long Distance Drivers' Union": a name of its own, not a body that every state has. */
function isProper(item: Draft, sentence: Sentence): boolean {
  const { tokens } = sentence;
  const at = tokens.findIndex((token) => token.start >= item.span[0]);
  const capital = (i: number): boolean => /^\p{Lu}/u.test(tokens[i]?.form ?? '');
  return at > 1 && capital(at) && (capital(at - 1) || /^['’]s?$/.test(tokens[at - 1]!.form));
}

/** What is done to a body only at home. */
const isDoneAtHome = (item: Draft, { tokens }: Sentence): boolean =>
  tokens[item.head]!.deprel === 'obj' &&
  /^(?:dissolve|reshuffle|prorogue|convene|disband|purge)$/.test(
    tokens[tokens[item.head]!.head]?.lemma.toLowerCase() ?? '',
  );

/** "Freedonia urged the government": a state that acts on a body acts on another one's. */
function actsOn(state: Draft, item: Draft, sentence: Sentence): boolean {
  const { tokens } = sentence;
  if (state.sentence !== sentence || state.kind === 'place' || !isSubject(state)) return false;
  if (state.sector !== null && state.sector !== 'GOV' && state.sector !== 'MIL') return false;
  if (tokens[item.head]!.deprel.startsWith('nsubj')) return false;
  return state.form !== 'pronoun' || tokens[state.head]!.head === tokens[item.head]!.head;
}
