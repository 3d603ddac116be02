/** Who is who in one article: full names first, then the short forms that mean them. */

import type { Sector } from '../../core/index.ts';
import type { Knowledge, OfficeKind, Person } from '../../knowledge/index.ts';
import type { Draft, Gender } from '../draft.ts';
import { fold } from './naming.ts';
import { codeOf } from './scene.ts';
import { sectorInOffice } from './titles.ts';

/** A person of the article, with all that is said of him or her anywhere in it. */
export interface ArticlePerson {
  readonly entity: string;
  name: string;
  readonly words: readonly string[];
  country: string | null;
  /** The code of the body of states he or she speaks for (UNO, EUR); null for a country's people. */
  code: string | null;
  role: string | null;
  office: OfficeKind | null;
  sector: Sector | null;
  org: string | null;
  gender: Gender;
  readonly drafts: Draft[];
}

export class People {
  readonly #people: ArticlePerson[] = [];
  readonly #byDraft = new Map<Draft, ArticlePerson>();
  readonly #knowledge: Knowledge;
  readonly #date: string | null;

  constructor(knowledge: Knowledge, date: string | null) {
    this.#knowledge = knowledge;
    this.#date = date;
  }

  get all(): readonly ArticlePerson[] {
    return this.#people;
  }

  of(item: Draft): ArticlePerson | null {
    return this.#byDraft.get(item) ?? null;
  }

  /** Takes the full names of the article, in text order. */
  addFull(items: readonly Draft[]): void {
    for (const item of items) {
      const words = wordsOf(item.name);
      if (words.length < 2 && !isInitialled(item.name) && item.entity?.includes('~') !== false) continue;
      const person =
        this.#people.find((other) => other.entity === item.entity || isSameName(other.words, words, other, item)) ??
        this.#add(item, words);
      this.#join(person, item);
    }
  }

  /** Whether a name can be the short form of somebody in the article. */
  isShortForm(item: Draft): boolean {
    if (this.#people.some((person) => person.entity === item.entity)) return true;
    const words = wordsOf(item.name);
    const word = words[0] ?? '';
    return (
      words.length === 1 &&
      this.#people.some(
        (person) =>
          (person.words.length > 1 || isInitialled(person.name)) &&
          person.words.includes(word) &&
          isCompatible(person, item),
      )
    );
  }

  /** Words that are the first or last word of exactly one person with a full name; folded. */
  callable(): ReadonlySet<string> {
    const counts = new Map<string, number>();
    for (const { words } of this.#people) {
      if (words.length < 2) continue;
      for (const word of new Set([words[0]!, words[words.length - 1]!])) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
    return new Set([...counts].filter(([word, n]) => n === 1 && word.length >= 4).map(([word]) => word));
  }

  /** Whether the tables know exactly one head of state, of government or of diplomacy called so, on the day or at all. */
  isWellKnown(item: Draft): boolean {
    const called = this.#called(item, null);
    if (called === null) return false;
    return this.#knowledge.termsOf(called.id).some((term) => RANK.slice(0, 3).includes(term.office));
  }

  /** Settles a single name: somebody of the article, else the one person the tables can mean, else itself. */
  settle(item: Draft, title: OfficeKind | null): void {
    if (this.#byDraft.has(item)) return;
    const same = this.#people.find((person) => person.entity === item.entity);
    if (same !== undefined) {
      this.#join(same, item);
      return;
    }
    const words = wordsOf(item.name);
    const word = words[0] ?? '';
    const fitting = this.#people.filter((person) => person.words.includes(word) && isCompatible(person, item));
    const last = fitting.filter((person) => person.words[person.words.length - 1] === word || person.words[0] === word);
    const choice = nearest(last.length > 0 ? last : fitting, item);
    if (choice !== null) {
      this.#join(choice, item);
      return;
    }
    const called = this.#called(item, title);
    if (called !== null) {
      item.entity = `person:${called.id}`;
      item.name = called.name;
      item.country ??= called.country;
      const person =
        this.#people.find((other) => other.entity === item.entity) ?? this.#add(item, wordsOf(called.name));
      this.#join(person, item);
      return;
    }
    if (item.confidence >= 0.6 || title !== null) this.#join(this.#add(item, words), item);
  }

  #called(item: Draft, title: OfficeKind | null): Person | null {
    return this.#calledOn(item, title, this.#date) ?? (this.#date === null ? null : this.#calledOn(item, title, null));
  }

  #calledOn(item: Draft, title: OfficeKind | null, date: string | null): Person | null {
    let people = this.#knowledge.peopleCalled(item.name ?? '', date);
    if (item.country !== null)
      people = people.filter((person) => person.country === null || person.country === item.country);
    if (people.length > 1 && title !== null)
      people = people.filter((person) =>
        this.#knowledge
          .termsOf(person.id)
          .some((term) => term.office === title && (date === null || within(term.from, term.to, date))),
      );
    return people.length === 1 ? people[0]! : null;
  }

  #add(item: Draft, words: readonly string[]): ArticlePerson {
    const person: ArticlePerson = {
      entity: item.entity ?? '',
      name: item.name ?? '',
      words,
      country: item.country,
      code: item.country === null ? item.code : null,
      role: item.role,
      office: item.office,
      sector: item.sector,
      org: item.org,
      gender: item.gender,
      drafts: [],
    };
    this.#people.push(person);
    return person;
  }

  #join(person: ArticlePerson, item: Draft): void {
    this.#byDraft.set(item, person);
    person.drafts.push(item);
    if (item.country === null) person.code ??= item.code;
    if (person.code === null) person.country ??= item.country;
    person.role ??= item.role;
    person.office ??= item.office;
    if (person.sector === null || (person.sector === 'GOV' && item.sector !== null && item.role !== null))
      person.sector = item.sector ?? person.sector;
    person.org ??= item.org;
    person.gender ??= item.gender;
  }

  /** Gives a mention that means this person what the article and the tables say of him or her. */
  mean(item: Draft, person: ArticlePerson): void {
    if (!this.#byDraft.has(item)) this.#join(person, item);
    this.#fill(item, person);
  }

  /** Once all are settled: every mention carries what is known. */
  fill(): void {
    for (const person of this.#people) this.#fromTables(person);
    for (const [item, person] of this.#byDraft) this.#fill(item, person);
  }

  #fill(item: Draft, person: ArticlePerson): void {
    item.entity = person.entity;
    item.name = person.name;
    if (person.code === null) item.country ??= person.country;
    item.code ??= person.code ?? codeOf(this.#knowledge, item.country);
    item.role ??= person.role;
    item.office ??= person.office;
    item.sector ??= person.sector;
    item.org ??= person.org;
    item.gender ??= person.gender;
  }

  /** Role and office on the day, where the article gives none. */
  #fromTables(person: ArticlePerson): void {
    if (person.entity.includes('~')) return;
    const id = person.entity.replace(/^person:/, '');
    const known = this.#knowledge.people.get(id);
    if (person.code === null) person.country ??= known?.country ?? null;
    person.gender ??= known?.gender ?? null;
    person.sector ??= sectorInOffice(this.#knowledge, id, this.#date);
    if (this.#date === null) return;
    const date = this.#date;
    const terms = this.#knowledge
      .termsOf(id)
      .filter((term) => term.kind === 'term' && within(term.from, term.to, date));
    const term = terms.find((one) => RANK.includes(one.office)) ?? terms[0];
    if (term === undefined) return;
    person.office ??= term.office;
    if (person.role === null || GENERAL.test(person.role)) person.role = this.#knowledge.titleOf(term.who, term.office);
  }
}

const GENERAL = /(?:^|\s)(?:official|leader|diplomat|politician|figure|aide|minister)$/;
/** The office a person with several is called by. */
const RANK: readonly OfficeKind[] = ['hos', 'hog', 'fm', 'dm', 'sg', 'vp', 'dhog'];

const within = (from: string | null, to: string | null, date: string): boolean =>
  (from === null || from <= date) && (to === null || date.slice(0, to.length) <= to);

const wordsOf = (name: string | null): string[] =>
  fold(name ?? '')
    .split(/[^\p{L}\d'’]+/u)
    .filter((word) => word.length > 1);

/** "S. Raghavan": initials and a family name. */
const isInitialled = (name: string | null): boolean => /^(?:\p{Lu}\. ?)+\p{Lu}\p{L}{2,}$/u.test(name ?? '');

/** First and last word agree, one letter aside in a long first name ("Anthony", "Antony"). */
function isSameName(a: readonly string[], b: readonly string[], person: ArticlePerson, item: Draft): boolean {
  if (a.length < 2 || b.length < 2 || !isCompatible(person, item)) return false;
  // "Solano-Vega" after "Irene Solano-Vega"
  if (!/\s/.test(item.name ?? '') && a.length > b.length)
    return b.every((word, i) => word === a[a.length - b.length + i]);
  // "Zelaya Funes" after "Ramiro Zelaya Funes", "Ahmad Fauzi" after "Ahmad Fauzi Ismail"
  const ends = (from: number): boolean => b.every((word, i) => word === a[from + i]);
  if (a.length > b.length && (ends(a.length - b.length) || ends(0))) return true;
  if (a[a.length - 1] !== b[b.length - 1]) return a.length === b.length && a.every((word) => b.includes(word));
  return a[0] === b[0] || isNear(a[0]!, b[0]!);
}

function isNear(a: string, b: string): boolean {
  if (a.length < 5 || b.length < 5 || Math.abs(a.length - b.length) > 1) return false;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i += 1;
  const rest = (text: string, skip: number): string => text.slice(i + skip);
  return rest(a, 1) === rest(b, 1) || rest(a, 1) === rest(b, 0) || rest(a, 0) === rest(b, 1);
}

/** Countries and genders do not speak against it. */
function isCompatible(person: ArticlePerson, item: Draft): boolean {
  if (person.country !== null && item.country !== null && person.country !== item.country) return false;
  return person.gender === null || item.gender === null || person.gender === item.gender;
}

/** The one named last before, else first after; null when there is none. */
function nearest(people: readonly ArticlePerson[], item: Draft): ArticlePerson | null {
  let best: ArticlePerson | null = null;
  let distance = Number.POSITIVE_INFINITY;
  for (const person of people) {
    for (const other of person.drafts) {
      const gap = item.span[0] - other.span[0];
      const far = gap >= 0 ? gap : 1e6 - gap;
      if (far < distance) {
        distance = far;
        best = person;
      }
    }
  }
  return best;
}
