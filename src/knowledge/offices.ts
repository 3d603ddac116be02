/** Offices: who held what when, and what a claimed title is worth on a day. */

import { alignNames } from './align.ts';
import { daysBetween, firstDay, lastDay, within } from './dates.ts';
import { foldName, slug } from './fold.ts';
import { nameKey, nameWords } from './people.ts';
import { list, type Row } from './tables.ts';
import type {
  Confidence,
  Coverage,
  OfficeKind,
  OfficeQuery,
  OfficeTerm,
  OfficeVerdict,
  Person,
  Verdict,
} from './types.ts';

/** News titles lag and lead a change of office by some weeks; within this many days a title still counts. */
export const SLACK_DAYS = 30;

export function makeTerms(rows: readonly Row[]): readonly OfficeTerm[] {
  return rows.map((row) => ({
    who: row.who ?? '',
    office: row.office as OfficeKind,
    person: slug(row.person ?? ''),
    name: row.person ?? '',
    from: row.from || null,
    to: row.to || null,
    kind: row.kind === 'seen' ? 'seen' : 'term',
    flags: list(row.flags),
    confidence: (row.confidence || 'B') as Confidence,
    source: row.source ?? '',
  }));
}

export function makeCoverage(rows: readonly Row[]): readonly Coverage[] {
  return rows.map((row) => ({
    who: row.who ?? '',
    office: row.office as OfficeKind,
    from: row.from ?? '',
    to: row.to ?? '',
    source: row.source ?? '',
  }));
}

export interface OfficeBook {
  termsOf(person: string): readonly OfficeTerm[];
  holders(who: string, office: OfficeKind, date: string): readonly OfficeTerm[];
  holder(who: string, office: OfficeKind, date: string): OfficeTerm | null;
  covered(who: string, office: OfficeKind, date: string): Coverage | null;
  peopleNamed(name: string): readonly Person[];
  peopleCalled(short: string, date: string | null): readonly Person[];
  checkOffice(name: string, query: OfficeQuery, date: string): OfficeVerdict;
}

interface Words {
  readonly officeOf: (title: string, who?: string | null) => OfficeKind | null;
  readonly titleOf: (who: string, office: OfficeKind) => string;
  readonly whoName: (who: string) => string;
}

const isRival = (term: OfficeTerm): boolean => term.flags.some((flag) => flag.startsWith('rival'));

const covers = (term: OfficeTerm, date: string): boolean => within(date, term.from, term.to);

/** Days from the day to the nearest end of a term; 0 inside. */
function distance(term: OfficeTerm, date: string): number {
  if (covers(term, date)) return 0;
  if (term.from !== null && date < firstDay(term.from)) return daysBetween(date, firstDay(term.from));
  return term.to === null ? 0 : daysBetween(lastDay(term.to), date);
}

const rankOf: Readonly<Record<Verdict, number>> = {
  held: 5,
  'other-office': 4,
  anachronistic: 3,
  'near-name': 2,
  'not-in-complete-list': 1,
  'not-covered': 0,
};

interface NameIndex {
  /** Name and aliases of a person in words. */
  readonly spellings: ReadonlyMap<string, readonly (readonly string[])[]>;
  readonly byKey: ReadonlyMap<string, readonly Person[]>;
  readonly byShort: ReadonlyMap<string, readonly Person[]>;
  /** Everybody one of whose names has the word. */
  readonly byWord: ReadonlyMap<string, readonly Person[]>;
}

function indexNames(people: ReadonlyMap<string, Person>): NameIndex {
  const spellings = new Map<string, readonly (readonly string[])[]>();
  const byKey = new Map<string, Person[]>();
  const byShort = new Map<string, Person[]>();
  const byWord = new Map<string, Person[]>();
  const addTo = (index: Map<string, Person[]>, key: string, person: Person): void => {
    const known = index.get(key);
    if (known === undefined) index.set(key, [person]);
    else if (!known.includes(person)) known.push(person);
  };
  for (const person of people.values()) {
    const variants = [person.name, ...person.aliases].map(nameWords);
    spellings.set(person.id, variants);
    for (const variant of variants) {
      addTo(byKey, nameKey(variant), person);
      for (const word of variant) addTo(byWord, word, person);
    }
    for (const short of person.short) addTo(byShort, nameWords(short).join(' '), person);
  }
  return { spellings, byKey, byShort, byWord };
}

export function makeOffices(
  people: ReadonlyMap<string, Person>,
  terms: readonly OfficeTerm[],
  coverage: readonly Coverage[],
  words: Words,
): OfficeBook {
  const byPerson = new Map<string, OfficeTerm[]>();
  const byOffice = new Map<string, OfficeTerm[]>();
  const push = (index: Map<string, OfficeTerm[]>, key: string, term: OfficeTerm): void => {
    const known = index.get(key);
    if (known === undefined) index.set(key, [term]);
    else known.push(term);
  };
  for (const term of terms) {
    push(byPerson, term.person, term);
    push(byOffice, `${term.who} ${term.office}`, term);
  }
  for (const own of byPerson.values()) own.sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1));

  // The names are folded when the first one is looked up, not when the tables load.
  let folded: NameIndex | null = null;
  const names = (): NameIndex => (folded ??= indexNames(people));

  const termsOf = (person: string): readonly OfficeTerm[] => byPerson.get(person) ?? [];
  const listed = (who: string, office: OfficeKind): readonly OfficeTerm[] => byOffice.get(`${who} ${office}`) ?? [];
  const holders = (who: string, office: OfficeKind, date: string): readonly OfficeTerm[] =>
    listed(who, office).filter((term) => covers(term, date));
  const covered = (who: string, office: OfficeKind, date: string): Coverage | null =>
    coverage.find((row) => row.who === who && row.office === office && row.from <= date && date <= lastDay(row.to)) ??
    null;
  const peopleNamed = (name: string): readonly Person[] => {
    const key = nameKey(nameWords(name));
    return key === '' ? [] : (names().byKey.get(key) ?? []);
  };

  const line = (term: OfficeTerm): string => {
    const span =
      term.kind === 'seen'
        ? `documented in that office on ${term.from}${term.to !== null && term.to !== term.from ? ` to ${term.to}` : ''}`
        : `${term.from === null ? '' : `from ${term.from} `}${term.to === null ? '(in office when last checked)' : `to ${term.to}`}`;
    const flags = term.flags.length > 0 ? `, ${term.flags.join(', ')}` : '';
    return `${term.name}, ${words.titleOf(term.who, term.office)} (${words.whoName(term.who)}) ${span.trim()}${flags} [${term.source}]`;
  };

  function judge(person: Person, who: string | null, office: OfficeKind | null, date: string): OfficeVerdict {
    const own = termsOf(person.id);
    const fits = own.filter(
      (term) => (who === null || term.who === who) && (office === null || term.office === office),
    );
    const answer = (verdict: Verdict, term: OfficeTerm | null, evidence: string): OfficeVerdict => ({
      verdict,
      person: person.id,
      name: person.name,
      who: term?.who ?? who,
      office: term?.office ?? office,
      term,
      evidence,
    });
    const now =
      fits.find((term) => covers(term, date) && term.kind === 'term') ?? fits.find((term) => covers(term, date));
    if (now !== undefined) return answer('held', now, line(now));
    const nearest = [...fits].sort((a, b) => distance(a, date) - distance(b, date))[0];
    if (nearest !== undefined && nearest.kind === 'term' && distance(nearest, date) <= SLACK_DAYS) {
      return answer(
        'held',
        nearest,
        `${line(nearest)}; ${distance(nearest, date)} days off, which a title in the news may be.`,
      );
    }
    // Outside a declared window the list may simply lack a term.
    const complete =
      who !== null && office !== null
        ? covered(who, office, date)
        : nearest === undefined
          ? null
          : covered(nearest.who, nearest.office, date);
    const elsewhere = own.filter((term) => covers(term, date) && term.kind === 'term' && !fits.includes(term))[0];
    if (complete !== null) {
      const holder = holders(complete.who, complete.office, date)[0];
      const instead = holder === undefined ? '' : ` On ${date} the office was held by: ${line(holder)}.`;
      if (nearest !== undefined) return answer('anachronistic', nearest, `${line(nearest)}, not on ${date}.${instead}`);
      if (elsewhere !== undefined)
        return answer('other-office', elsewhere, `On ${date}: ${line(elsewhere)}.${instead}`);
      return answer('not-in-complete-list', null, `${person.name} is not among the holders listed.${instead}`);
    }
    return answer(
      'not-covered',
      nearest ?? null,
      nearest === undefined
        ? `No list of holders covers ${date}.`
        : `${line(nearest)}; the list is not declared complete for ${date}.`,
    );
  }

  return {
    termsOf,
    holders,
    holder(who, office, date) {
      const now = holders(who, office, date).filter((term) => !isRival(term));
      const ids = new Set(now.map((term) => term.person));
      return ids.size === 1 ? (now.find((term) => term.kind === 'term') ?? null) : null;
    },
    covered,
    peopleNamed,
    peopleCalled(short, date) {
      // "Mr", "X": nothing that calls anybody
      const words = nameWords(short).join(' ');
      const known = words === '' ? [] : (names().byShort.get(words) ?? []);
      return date === null ? known : known.filter((person) => termsOf(person.id).some((term) => covers(term, date)));
    },
    checkOffice(name, query, date) {
      const who = query.who ?? null;
      const office = query.office ?? (query.title ? words.officeOf(query.title, who) : null);
      const given = nameWords(name);
      const best = (verdicts: readonly OfficeVerdict[]): OfficeVerdict | undefined =>
        [...verdicts].sort((a, b) => rankOf[b.verdict] - rankOf[a.verdict])[0];
      if (query.title && office === null) {
        return nothing(name, who, null, `"${query.title}" names no office whose holders are listed.`);
      }

      const known = best(peopleNamed(name).map((person) => judge(person, who, office, date)));
      if (known !== undefined && known.verdict !== 'not-covered' && known.verdict !== 'not-in-complete-list')
        return known;

      // A part of a full name counts for somebody who held that very office.
      const candidates = new Set<Person>();
      for (const word of given) {
        for (const person of names().byWord.get(word) ?? []) {
          const fits = termsOf(person.id).some(
            (term) => (who === null || term.who === who) && (office === null || term.office === office),
          );
          if (fits) candidates.add(person);
        }
      }
      const parts: OfficeVerdict[] = [];
      let near: Person | null = null;
      for (const person of candidates) {
        for (const variant of names().spellings.get(person.id) ?? []) {
          if (
            given.length === 1 &&
            who !== null &&
            office !== null &&
            initialsFit(name, person) &&
            person.short.some((short) => nameWords(short).join(' ') === given[0])
          ) {
            parts.push(judge(person, who, office, date));
            break;
          }
          const alignment = alignNames(given, variant);
          if (alignment === 'same' || (alignment === 'part' && keepsShort(person, given))) {
            parts.push(judge(person, who, office, date));
            break;
          }
          if (alignment === 'near' || alignment === 'part') near ??= person;
        }
      }
      const part = best(parts);
      if (part !== undefined && (part.verdict === 'held' || given.length > 1)) return part;
      if (near !== null && known === undefined) {
        const judged = judge(near, who, office, date);
        return {
          ...judged,
          verdict: 'near-name',
          evidence: `"${name}" is not listed but resembles ${judged.evidence}`,
        };
      }
      if (known !== undefined) return known;
      if (part !== undefined) return part;
      if (who !== null && office !== null) {
        const complete = covered(who, office, date);
        const holder = holders(who, office, date)[0];
        if (complete !== null) {
          return nothing(
            name,
            who,
            office,
            `"${name}" is not among the holders listed. On ${date}: ${holder === undefined ? 'nobody listed' : line(holder)}.`,
            'not-in-complete-list',
          );
        }
      }
      // Two words in common prove nothing, but a reader may want to know.
      const alike = [...candidates].find(
        (person) => given.filter((word) => nameWords(person.name).includes(word)).length >= 2,
      );
      const resembles =
        alike === undefined || who === null || office === null
          ? ''
          : ` The name shares words with ${alike.name}, which proves nothing.`;
      return nothing(name, who, office, `No complete list of holders covers "${name}" on ${date}.${resembles}`);
    },
  };

  function nothing(
    name: string,
    who: string | null,
    office: OfficeKind | null,
    evidence: string,
    verdict: Verdict = 'not-covered',
  ): OfficeVerdict {
    return { verdict, person: null, name: verdict === 'not-covered' ? null : name, who, office, term: null, evidence };
  }
}

/** "Nguyễn Xuân" leaves out what the man is called by, "Xuân Phúc" does not. */
function keepsShort(person: Person, given: readonly string[]): boolean {
  return person.short.some((short) => nameWords(short).every((word) => given.includes(word)));
}

/** "S. Shoigu" may be Sergei, "J. Shoigu" may not. */
function initialsFit(name: string, person: Person): boolean {
  const initials = foldName(name)
    .split(' ')
    .filter((word) => word.length === 1);
  const own = [person.name, ...person.aliases].flatMap((one) =>
    foldName(one)
      .split(' ')
      .map((word) => word[0]),
  );
  return initials.every((initial) => own.includes(initial));
}
