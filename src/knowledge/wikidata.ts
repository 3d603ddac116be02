/** Refreshing office-holders from Wikidata: the question, the reading of the answer, and what differs from our tables. No network here. */

import { daysBetween, firstDay } from './dates.ts';
import { slug } from './fold.ts';
import type { Knowledge, OfficeKind } from './types.ts';

/** Where the question is sent (as POST, `query=…&format=json`). One question takes up to 60 seconds there. */
export const WIKIDATA_ENDPOINT = 'https://query.wikidata.org/sparql';

/** Countries a question may name; more run into the time limit of the service. */
export const COUNTRIES_A_QUERY = 20;

/** Properties "office held by head of state" and "… of government" lead from a country to its office. */
const OFFICE_PROPERTY: Readonly<Partial<Record<OfficeKind, string>>> = { hos: 'P1906', hog: 'P1313' };

/**
 * The SPARQL for all holders of an office in some countries whose terms reach into or past `since`. Deprecated statements stay out.
 * Null for offices that no property leads to, for no countries, and for more than 20.
 */
export function holdersQuery(countries: readonly string[], office: OfficeKind, since: string): string | null {
  const property = OFFICE_PROPERTY[office];
  const codes = countries.filter((code) => /^[A-Z]{3}$/.test(code));
  if (
    property === undefined ||
    codes.length === 0 ||
    codes.length > COUNTRIES_A_QUERY ||
    !/^\d{4}-\d\d-\d\d$/.test(since)
  ) {
    return null;
  }
  return `SELECT ?iso ?person ?personLabel ?from ?fromPrecision ?to ?toPrecision WHERE {
  VALUES ?iso { ${codes.map((code) => `"${code}"`).join(' ')} }
  ?country wdt:P298 ?iso ; wdt:${property} ?position .
  ?person p:P39 ?statement .
  ?statement ps:P39 ?position ; wikibase:rank ?rank .
  FILTER(?rank != wikibase:DeprecatedRank)
  OPTIONAL { ?statement pqv:P580 [ wikibase:timeValue ?from ; wikibase:timePrecision ?fromPrecision ] }
  OPTIONAL { ?statement pqv:P582 [ wikibase:timeValue ?to ; wikibase:timePrecision ?toPrecision ] }
  FILTER(!BOUND(?to) || ?to >= "${since}T00:00:00Z"^^xsd:dateTime)
  SERVICE wikibase:label { bd:serviceParam wikibase:language "en,mul" . }
}
ORDER BY ?iso ?from`;
}

export interface WikidataHolder {
  readonly who: string;
  readonly office: OfficeKind;
  readonly name: string;
  readonly wikidata: string;
  readonly from: string | null;
  readonly to: string | null;
}

interface Cell {
  readonly value?: unknown;
}

const text = (row: Readonly<Record<string, Cell>>, name: string): string | null => {
  const value = row[name]?.value;
  return typeof value === 'string' ? value : null;
};

/** A time value cut to its precision: 9 year, 10 month, 11 day; coarser ones say nothing. */
function cut(value: string | null, precision: string | null): string | null {
  const date = value === null ? null : /^\+?(\d{4}-\d\d-\d\d)T/.exec(value)?.[1];
  if (date === null || date === undefined) return null;
  if (precision === '9') return date.slice(0, 4);
  if (precision === '10') return date.slice(0, 7);
  return precision === '11' || precision === null ? date : null;
}

/** The rows of an answer (SPARQL 1.1 results in JSON). Rows without a named person are left out; any other shape gives none. */
export function readHolders(answer: unknown, office: OfficeKind): WikidataHolder[] {
  const bindings = (answer as { results?: { bindings?: unknown } } | null)?.results?.bindings;
  if (!Array.isArray(bindings)) return [];
  const out = new Map<string, WikidataHolder>();
  for (const row of bindings as readonly Readonly<Record<string, Cell>>[]) {
    if (row === null || typeof row !== 'object') continue;
    const who = text(row, 'iso');
    const name = text(row, 'personLabel');
    const wikidata = /Q\d+$/.exec(text(row, 'person') ?? '')?.[0];
    // Without an English label the service repeats the identifier.
    if (who === null || name === null || wikidata === undefined || /^Q\d+$/.test(name)) continue;
    const holder = {
      who,
      office,
      name,
      wikidata,
      from: cut(text(row, 'from'), text(row, 'fromPrecision')),
      to: cut(text(row, 'to'), text(row, 'toPrecision')),
    };
    out.set([who, wikidata, holder.from, holder.to].join(' '), holder);
  }
  return [...out.values()];
}

export interface Difference {
  readonly kind: 'new-holder' | 'ended' | 'other-start' | 'other-end';
  readonly holder: WikidataHolder;
  /** One sentence for the editor who decides; hand-written lines are never overwritten. */
  readonly says: string;
}

/** Days that two sources may differ without a word: oaths, handovers, time zones. */
const TOLERANCE_DAYS = 7;

const apart = (a: string | null, b: string | null): number =>
  a === null || b === null || a.length !== b.length ? 0 : Math.abs(daysBetween(firstDay(a), firstDay(b)));

/** What an answer says otherwise than our lines, for review. Pure. */
export function compareHolders(holders: readonly WikidataHolder[], knowledge: Knowledge): Difference[] {
  const out: Difference[] = [];
  for (const holder of holders) {
    const people = new Set([...knowledge.peopleNamed(holder.name).map((person) => person.id), slug(holder.name)]);
    const own = [...people]
      .flatMap((id) => knowledge.termsOf(id))
      .filter((term) => term.who === holder.who && term.office === holder.office && term.kind === 'term');
    const span = `${holder.from ?? '?'} to ${holder.to ?? 'now'}`;
    const about = `${holder.name} (${holder.wikidata}), ${knowledge.titleOf(holder.who, holder.office)} of ${holder.who}, ${span} in Wikidata`;
    if (own.length === 0) {
      out.push({ kind: 'new-holder', holder, says: `${about}: not in our list.` });
      continue;
    }
    const near = [...own].sort((a, b) => apart(a.from, holder.from) - apart(b.from, holder.from))[0];
    if (near === undefined) continue;
    const line = `we have ${near.from ?? '?'} to ${near.to ?? 'now'}`;
    if (apart(near.from, holder.from) > TOLERANCE_DAYS)
      out.push({ kind: 'other-start', holder, says: `${about}: ${line}.` });
    else if (near.to === null && holder.to !== null) out.push({ kind: 'ended', holder, says: `${about}: ${line}.` });
    else if (apart(near.to, holder.to) > TOLERANCE_DAYS)
      out.push({ kind: 'other-end', holder, says: `${about}: ${line}.` });
  }
  return out;
}
