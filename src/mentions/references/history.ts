/** The actors of an article in reading order, and how they stand to what comes after them. */

import type { Sentence } from '../../core/index.ts';
import type { Knowledge } from '../../knowledge/index.ts';
import type { Visits } from '../actors/destination.ts';
import type { People } from '../actors/people.ts';
import type { Draft } from '../draft.ts';

/** How many sentences back a definite phrase may reach. */
export const NOMINAL_REACH = 12;

export interface ReferenceContext {
  readonly knowledge: Knowledge;
  readonly date: string | null;
  readonly people: People;
  /** The state whose body published the article; null for all others. */
  readonly home: string | null;
  /** The state the article is about: its dateline's, or of the subject of its first sentence; null when open. */
  topic: string | null;
  /** By sentence the state that its paragraph is about, where it says so at its head: then that is the topic. */
  readonly labels: ReadonlyMap<Sentence, string>;
  readonly visits: Visits;
  /** The state of the dateline; null without one. */
  readonly seat: string | null;
  /** The state whose rebels the article tells of; null when it tells of none or of several. */
  readonly conflict: string | null;
  /** The states that the article's title names, by code. */
  readonly titled: readonly string[];
}

/** Outermost actors in text order, as far as the reader has come. */
export class History {
  readonly all: Draft[] = [];
  readonly #bySentence = new Map<number, Draft[]>();
  readonly #states: Draft[] = [];
  readonly #bodies: Draft[] = [];
  readonly #parties = new Map<string, { n: number; first: Draft }>();
  readonly #titled: readonly string[];
  /** How often each state was told of. */
  readonly #countries = new Map<string, number>();

  constructor(titled: readonly string[]) {
    this.#titled = titled;
  }

  push(item: Draft): void {
    this.all.push(item);
    if (item.country !== null) this.#countries.set(item.country, (this.#countries.get(item.country) ?? 0) + 1);
    this.#count(item);
    const { index } = item.sentence;
    const others = this.#bySentence.get(index);
    if (others === undefined) this.#bySentence.set(index, [item]);
    else others.push(item);
  }

  /** Who speaks or acts for a state counts for it; a pair counts for both. */
  #count(item: Draft): void {
    for (const one of item.members.length > 0 ? item.members : [item]) {
      if (one.kind === 'place' || one.country === null || one.code === null) continue;
      if (one.sector !== null && one.sector !== 'GOV' && one.sector !== 'MIL') continue;
      const known = this.#parties.get(one.code);
      if (known === undefined) this.#parties.set(one.code, { n: 1, first: one });
      else known.n += 1;
    }
  }

  /**
   * The states of the whole text so far, when they are so many; unless `strict`, also when so many stand out clearly
   * from all others. Null when it is not clear.
   */
  parties(count: number, strict = false, except: string | null = null): Draft[] | null {
    if (this.#parties.size < count) return null;
    const titled = this.#titled.filter((code) => code !== except).map((code) => this.#parties.get(code)?.first);
    if (titled.length === count && titled.every((item) => item !== undefined))
      return titled.sort((a, b) => a.span[0] - b.span[0]);
    const ranked = [...this.#parties]
      .filter(([code]) => code !== except)
      .map(([, party]) => party)
      .sort((a, b) => b.n - a.n);
    const last = ranked[count - 1];
    if (last === undefined) return null;
    const next = ranked[count];
    if (next !== undefined && (strict || last.n < 2 || last.n < 2 * next.n)) return null;
    return ranked
      .slice(0, count)
      .map(({ first }) => first)
      .sort((a, b) => a.span[0] - b.span[0]);
  }

  /** The text has told of this state and at most one more so far, or of no other more often. */
  isMain(country: string): boolean {
    if (this.#countries.size <= 2) return true;
    const own = this.#countries.get(country) ?? 0;
    for (const n of this.#countries.values()) if (n > own) return false;
    return true;
  }

  /** How often the text has told of a state so far. */
  timesTold(country: string): number {
    return this.#countries.get(country) ?? 0;
  }

  /** The mentions of one sentence so far, in text order. */
  inSentence(index: number): readonly Draft[] {
    return this.#bySentence.get(index) ?? [];
  }

  /** Mentions before a text offset, last first, at most so many sentences back. */
  *before(sentence: Sentence, at: number, reach: number): Generator<Draft> {
    for (let i = this.all.length - 1; i >= 0; i--) {
      const item = this.all[i]!;
      if (item.span[0] >= at) continue;
      if (sentence.index - item.sentence.index > reach) return;
      yield item;
    }
  }

  /** The state of the last subject that is a state or speaks for one, at most so many sentences back. */
  subjectState(sentence: Sentence, at: number, reach: number): string | null {
    for (const item of this.before(sentence, at, reach))
      if (item.kind !== 'place' && item.country !== null && isSubject(item) && !isLawless(item)) return item.country;
    return null;
  }

  /** The state of the subject of the sentence before, when that is a state or one of its bodies. */
  mainState(sentence: Sentence): string | null {
    for (const item of this.inSentence(sentence.index - 1)) {
      const token = item.sentence.tokens[item.head]!;
      // An embassy speaks abroad
      const body = item.kind === 'state' || (item.kind === 'organization' && lastWord(item.role) !== 'embassy');
      if (body && item.country !== null && token.deprel.startsWith('nsubj')) return item.country;
    }
    return null;
  }

  /**
   * "Freedonia accused Sylvania. It denied the charge": of a sentence before with two states the one acted on, when the
   * verb here answers; null otherwise.
   */
  answering(sentence: Sentence, i: number): Draft | null {
    const { tokens } = sentence;
    const verb = tokens[tokens[i]!.head];
    if (verb === undefined || verb.head !== -1 || !ANSWERS.test(verb.lemma.toLowerCase())) return null;
    const told = this.inSentence(sentence.index - 1).filter(
      (item) => item.code !== null && item.kind !== 'place' && item.kind !== 'person',
    );
    const subject = told.find((item) => isSubject(item) && isOfMain(item));
    if (subject === undefined || !ACCUSES.test(mainVerb(subject.sentence))) return null;
    const others = told.filter((item) => item.code !== subject.code && item.form !== 'adjective');
    const [other] = others;
    return other !== undefined && others.every((one) => one.code === other.code) ? other : null;
  }

  /** States named anywhere so far, also inside a person's title ("Lao Foreign Minister A"), last first. */
  *statesBackwards(): Generator<Draft> {
    for (let i = this.#states.length - 1; i >= 0; i--) yield this.#states[i]!;
  }

  /** The one state that the text has told of so far, also by a place; null when it told of none or of several. */
  onlyState(): string | null {
    const [only] = this.#countries.keys();
    return this.#countries.size === 1 && only !== undefined ? only : null;
  }

  /** The state named last before a text offset, also by its adjective. */
  stateBefore(at: number): string | null {
    for (const item of this.statesBackwards()) if (item.span[0] < at) return item.country;
    return null;
  }

  nameStates(items: readonly Draft[]): void {
    for (const item of items)
      if (item.kind === 'state') this.#states.push(item);
      else if (item.kind === 'organization' && item.code !== null && !item.plural) this.#bodies.push(item);
  }

  /** Bodies with a state named anywhere before, also inside another phrase ("delegates of the Lao government"), last first. */
  *bodiesBackwards(at: number): Generator<Draft> {
    for (let i = this.#bodies.length - 1; i >= 0; i--) if (this.#bodies[i]!.span[0] < at) yield this.#bodies[i]!;
  }

  /** Those who fight each other in a state: its government or army, and its rebels, as named last. */
  belligerents(country: string): Draft[] | null {
    let own: Draft | null = null;
    let rebels: Draft | null = null;
    for (let i = this.all.length - 1; i >= 0 && (own === null || rebels === null); i--) {
      const item = this.all[i]!;
      if (item.country !== country || item.kind === 'place' || item.form === 'pronoun' || item.members.length > 0)
        continue;
      if (item.sector === 'REB') rebels ??= item;
      else if (item.sector === null || item.sector === 'GOV' || item.sector === 'MIL') own ??= item;
    }
    return own === null || rebels === null ? null : [own, rebels].sort((a, b) => a.span[0] - b.span[0]);
  }

  *backwards(): Generator<Draft> {
    for (let i = this.all.length - 1; i >= 0; i--) yield this.all[i]!;
  }
}

/** What whoever is accused does, and what is done to him before. */
const ANSWERS = /^(?:deny|reject|dismiss|refute|rebut|rebuff|brush|counter|retort)$/;
const ACCUSES = /^(?:accuse|blame|charge|suspect|criticize|criticise|condemn|slam|urge|ask|ban|denounce)$/;

const mainVerb = ({ tokens }: Sentence): string => tokens.find((token) => token.head === -1)?.lemma.toLowerCase() ?? '';

/** "Hackers based in Freedonia": nobody who speaks for the state he acts from. */
export const isLawless = ({ sector }: Draft): boolean => sector === 'CRM' || sector === 'REB' || sector === 'UAF';

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

/** The token that stands for a mention in the tree: "Ms" of "Ms Doe", where the tree hangs the name on it. */
export function standsFor(item: Draft): number {
  const { tokens } = item.sentence;
  let at = item.head;
  // "His Majesty the Sultan"
  const up = tokens[tokens[at]!.head];
  if (tokens[at]!.deprel === 'appos' && /^(?:Majesty|Highness|Excellency|Honou?r|Eminence)$/.test(up?.form ?? ''))
    return tokens[at]!.head;
  if (item.kind !== 'person' || item.name === null) return at;
  for (let steps = 0; tokens[at]?.deprel.startsWith('flat') && steps < 4; steps++) at = tokens[at]!.head;
  return at;
}

/** Subject by the tree, or a later member of a subject coordination. */
export function isSubject(item: Draft): boolean {
  const { tokens } = item.sentence;
  let at = standsFor(item);
  for (let steps = 0; tokens[at]?.deprel === 'conj' && steps < 6; steps++) at = tokens[at]!.head;
  const token = tokens[at];
  // A name that opens a sentence and that the tree takes for its root
  if (token?.head === -1 && token.upos === 'PROPN' && at <= 1)
    return /^(?:,|who|which)$/.test(tokens[at + 1]?.form ?? '');
  return token?.deprel.startsWith('nsubj') === true;
}

/** The mention that a chain of references began with. */
export function firstOf(item: Draft): Draft {
  let at = item;
  for (let steps = 0; at.antecedent !== null && steps < 50; steps++) at = at.antecedent;
  return at;
}

export function copyActor(item: Draft, from: Draft): void {
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

/** The noun of a role: "minister" of "foreign minister" and of "Deputy Ministers of Defence"; lower case. */
export const lastWord = (role: string | null): string =>
  (
    (role ?? '')
      .toLowerCase()
      .replace(/ (?:of|for) .*$/, '')
      .split(' ')
      .pop() ?? ''
  ).replace(
    /^(minister|vice-minister|president|premier|leader|envoy|ambassador|chief|commander|negotiator|governor|speaker|general)s$/,
    '$1',
  );

const ENVOY = /^(?:ambassador|envoy|diplomat|consul|d['’]affaires|attaché|emissary|chargé|representative)$/;

/** Words for any of them. */
const ANY_ENVOY = /^(?:envoy|diplomat|emissary|representative)$/;

/** Whether a person may be called by another's noun: the ambassador is "the envoy" later, and no consul. */
export const isSameNoun = (a: string, b: string): boolean =>
  a !== '' && (a === b || (ENVOY.test(a) && ENVOY.test(b) && (ANY_ENVOY.test(a) || ANY_ENVOY.test(b))));

/** "according to the spokesman, Jane Doe": who is quoted. */
export function isSource(item: Draft): boolean {
  const { tokens } = item.sentence;
  const at = tokens.findIndex((token) => token.start >= item.span[0]);
  for (let i = at - 1; i > 0 && at - i < 8; i--) {
    const token = tokens[i]!;
    if (token.form === 'to') return tokens[i - 1]!.form.toLowerCase() === 'according';
    if (token.upos === 'VERB' || token.upos === 'ADP') return false;
  }
  return false;
}

/** The mention of a person right before another, else any other one. */
export function lastMention(drafts: readonly Draft[], item: Draft): Draft | null {
  let last: Draft | null = null;
  for (const other of drafts)
    if (other !== item && other.span[0] < item.span[0] && (last === null || other.span[0] > last.span[0])) last = other;
  return last ?? drafts.find((other) => other !== item) ?? null;
}

/** Subject of the verb that the sentence hangs on: who it is about, or who says it. */
export function isOfMain(item: Draft): boolean {
  const { tokens } = item.sentence;
  const verb = tokens[tokens[standsFor(item)]!.head];
  return verb !== undefined && (verb.head === -1 || verb.deprel === 'parataxis');
}
