/** Queries about facts: lists for everybody, one party or a pair, and one fact by any of its claims. */

import { Conditions, checkDay, limitOf, readCursor, writeCursor } from './cursor.ts';
import { MATCHES } from './documents.ts';
import type { Session } from './engine.ts';
import { type DayCount, histogramOf } from './histogram.ts';
import type { FactQuery, Histogram, Results, StoredFact } from './record-api.ts';
import { isPairKey, resolveKeys } from './timeline.ts';

interface FactRow {
  readonly id: string;
  readonly day: string;
  readonly body: string;
}

export async function listFacts(session: Session, query: FactQuery): Promise<Results<StoredFact>> {
  const limit = limitOf(query.limit);
  const found = await selectFacts(session, query);
  if (found === null) return { items: [], next: null };
  const { from, conditions } = found;
  const rows = await session.query<FactRow>(
    `select f.id, f.day::text as day, f.body::text as body ${from.sql} ${conditions.where}
     order by ${from.day} desc nulls last, ${from.id} desc limit ${conditions.parameter(limit + 1)}::int`,
    conditions.parameters,
  );
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(({ body }) => JSON.parse(body) as StoredFact),
    next: rows.length > limit && last !== undefined ? writeCursor(last) : null,
  };
}

export async function countFacts(session: Session, query: FactQuery): Promise<Histogram> {
  const found = await selectFacts(session, query);
  if (found === null) return histogramOf([]);
  const { from, conditions } = found;
  return histogramOf(
    await session.query<DayCount>(
      `select f.day::text as day, f.story as type, f.state as modality, count(*)::int as count
       ${from.sql} ${conditions.where} group by 1, 2, 3`,
      conditions.parameters,
    ),
  );
}

/** Null when nobody of such a name is in the record. */
export async function selectFacts(
  session: Session,
  query: FactQuery,
): Promise<{ readonly from: Source; readonly conditions: Conditions } | null> {
  const named = [query.actor, query.other].filter((name) => name !== undefined && name !== '') as string[];
  const keys = await Promise.all(named.map((name) => resolveKeys(session, name)));
  if (keys.some((found) => found.length === 0)) return null;
  const conditions = new Conditions();
  const from = source(keys, conditions);
  if (query.stories?.length) {
    conditions.add(
      'f.story = any(?::text[])',
      query.stories.map((story) => story.toUpperCase()),
    );
  }
  if (query.states?.length) conditions.add('f.state = any(?::text[])', query.states);
  if (query.disagreeing) conditions.add('f.disagreements > 0');
  if (query.text !== undefined && query.text !== '') {
    conditions.add(
      `exists (select 1 from fact_claims c join events e on e.id = c.claim join documents d on d.id = e.document
        where c.fact = f.id and ${MATCHES(conditions.parameter(query.text))})`,
    );
  }
  if (query.undated === true) conditions.add(`f.day = '-infinity'`);
  if (query.held !== true) conditions.add('not f.held');
  if (query.from !== undefined) conditions.add('coalesce(f.last_day, f.day) >= ?::date', checkDay(query.from, 'from'));
  if (query.to !== undefined) conditions.add('f.day <= ?::date', checkDay(query.to, 'to'));
  if (query.from !== undefined || query.to !== undefined) conditions.add(`f.day > '-infinity'`);
  if (query.cursor !== undefined) {
    const { day, id } = readCursor(query.cursor);
    conditions.add(`(${from.day}, ${from.id}) < (?::date, ?)`, day, id);
  }
  return { from, conditions };
}

export async function findFact(session: Session, id: string): Promise<StoredFact | null> {
  const [row] = await session.query<{ body: string }>(
    'select f.body::text as body from fact_claims c join facts f on f.id = c.fact where c.claim = $1',
    [id],
  );
  return row === undefined ? null : (JSON.parse(row.body) as StoredFact);
}

interface Source {
  readonly sql: string;
  /** The columns of its order. */
  readonly day: string;
  readonly id: string;
}

/** The table whose index walks the answer in order. */
function source(keys: readonly (readonly string[])[], conditions: Conditions): Source {
  const [first, second] = keys;
  if (first === undefined) return { sql: 'from facts f', day: 'f.day', id: 'f.id' };
  const pair = second !== undefined && first.length === 1 && second.length === 1;
  if (pair && isPairKey(first[0]!) && isPairKey(second[0]!)) {
    const [a, b] = [first[0]!, second[0]!].sort();
    conditions.add('y.a = ? and y.b = ?', a, b);
    return { sql: 'from fact_dyads y join facts f on f.id = y.fact', day: 'y.day', id: 'y.fact' };
  }
  // Of a person and a state the person has fewer.
  const [lead, other] = second?.every((key) => !isPairKey(key)) ? [second, first] : [first, second];
  const only = conditions.parameter(lead.length === 1 ? lead[0] : lead);
  if (other !== undefined) {
    conditions.add('exists (select 1 from fact_parties q where q.fact = p.fact and q.key = any(?::text[]))', other);
  }
  const rows =
    lead.length === 1
      ? `(select day, fact from fact_parties where key = ${only})`
      : `(select distinct day, fact from fact_parties where key = any(${only}::text[]))`;
  return { sql: `from ${rows} p join facts f on f.id = p.fact`, day: 'p.day', id: 'p.fact' };
}
