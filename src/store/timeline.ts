/** Queries about events: the timeline of everybody, of one party, of a pair. */

import type { Grade } from '../core/index.ts';
import type { RecordedEvent, Review } from '../record/index.ts';
import { Conditions, checkDay, limitOf, readCursor, writeCursor } from './cursor.ts';
import { dayOrNull, MATCHES } from './documents.ts';
import type { Session } from './engine.ts';
import { type DayCount, histogramOf } from './histogram.ts';
import { aliasesOf, isLocal } from './people.ts';
import type { Histogram, Results, TimelineItem, TimelineQuery } from './record-api.ts';

interface EventRow {
  readonly id: string;
  readonly n: number;
  readonly body: string;
  readonly review: string | null;
  readonly quote: string;
  readonly day: string;
  readonly dated: boolean;
  readonly document: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly url: string | null;
  readonly grade: Grade;
}

const COLUMNS = `e.id, e.n, coalesce(e.corrected, e.body)::text as body, e.review::text as review, e.quote, e.day::text as day, e.first_day is not null as dated,
  d.id as document, d.title, d.publisher, d.published, d.url, d.grade`;

export async function findTimeline(session: Session, query: TimelineQuery): Promise<Results<TimelineItem>> {
  const limit = limitOf(query.limit);
  const found = await selectEvents(session, query);
  if (found === null) return { items: [], next: null };
  const { from, conditions } = found;
  const rows = await session.query<EventRow>(
    `select ${COLUMNS} ${from.sql} join documents d on d.id = e.document ${conditions.where}
     order by ${from.order}.day desc nulls last, ${from.id} desc limit ${conditions.parameter(limit + 1)}::int`,
    conditions.parameters,
  );
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(toItem), next: rows.length > limit && last !== undefined ? writeCursor(last) : null };
}

export async function countEvents(session: Session, query: TimelineQuery): Promise<Histogram> {
  const found = await selectEvents(session, query);
  if (found === null) return histogramOf([]);
  const { from, conditions } = found;
  return histogramOf(
    await session.query<DayCount>(
      `select ${from.order}.day::text as day, e.type, e.modality, count(*)::int as count
       ${from.sql} join documents d on d.id = e.document ${conditions.where} group by 1, 2, 3`,
      conditions.parameters,
    ),
  );
}

/** Null when nobody of such a name is in the record. */
async function selectEvents(
  session: Session,
  query: TimelineQuery,
): Promise<{ readonly from: Source; readonly conditions: Conditions } | null> {
  const named = [query.actor, query.other].filter((name) => name !== undefined && name !== '') as string[];
  const keys = await Promise.all(named.map((name) => resolveKeys(session, name)));
  if (keys.some((found) => found.length === 0)) return null;
  const conditions = new Conditions();
  const from = source(keys, conditions);
  filter(query, from.order, conditions);
  return { from, conditions };
}

export async function findEvent(session: Session, id: string): Promise<TimelineItem | null> {
  const [row] = await session.query<EventRow>(
    `select ${COLUMNS} from events e join documents d on d.id = e.document where e.id = $1`,
    [id],
  );
  return row === undefined ? null : toItem(row);
}

interface Source {
  readonly sql: string;
  /** Alias of the table whose index gives the order. */
  readonly order: string;
  readonly id: string;
}

/** The table whose index walks the answer in order. */
function source(keys: readonly (readonly string[])[], conditions: Conditions): Source {
  const [first, second] = keys;
  if (first === undefined) return { sql: 'from events e', order: 'e', id: 'e.id' };
  if (second === undefined) return { ...parties(first, conditions), order: 'p', id: 'p.event' };
  const one = first.length === 1 && second.length === 1;
  if (one && isPairKey(first[0]!) && isPairKey(second[0]!)) {
    const [a, b] = [first[0]!, second[0]!].sort();
    conditions.add('y.a = ? and y.b = ?', a, b);
    return { sql: 'from event_dyads y join events e on e.id = y.event', order: 'y', id: 'y.event' };
  }
  // A person and a state, or names with several keys: the events of one in which the other takes part, too. People have fewer.
  const [lead, other] = second.every((key) => !isPairKey(key)) ? [second, first] : [first, second];
  const from = parties(lead, conditions);
  conditions.add(
    `exists (select 1 from event_parties q where q.key = any(?::text[]) and q.day = p.day and q.event = p.event
      and not q.key = any(?::text[]))`,
    other,
    lead,
  );
  return { ...from, order: 'p', id: 'p.event' };
}

/** Several keys of one name may meet in one event, which is shown once. */
function parties(keys: readonly string[], conditions: Conditions): { sql: string } {
  const rows =
    keys.length === 1
      ? `(select day, event from event_parties where key = ${conditions.parameter(keys[0])})`
      : `(select distinct day, event from event_parties where key = any(${conditions.parameter(keys)}::text[]))`;
  return { sql: `from ${rows} p join events e on e.id = p.event` };
}

/** Pairs are filed under codes and organisations; people are found through their events. */
export const isPairKey = (key: string): boolean => !key.includes(':');

function filter(query: TimelineQuery, order: string, conditions: Conditions): void {
  if (query.from !== undefined) conditions.add('coalesce(e.last_day, e.day) >= ?::date', checkDay(query.from, 'from'));
  if (query.to !== undefined) conditions.add(`${order}.day <= ?::date`, checkDay(query.to, 'to'));
  if (query.from !== undefined || query.to !== undefined) conditions.add(`${order}.day > '-infinity'`);
  if (query.types?.length)
    conditions.add(
      'e.type = any(?::text[])',
      query.types.map((type) => type.toUpperCase()),
    );
  if (query.modality?.length) conditions.add('e.modality = any(?::text[])', query.modality);
  if (query.minConfidence !== undefined) conditions.add('e.confidence >= ?::real', query.minConfidence);
  if (query.document !== undefined) conditions.add('e.document = ?', query.document);
  if (query.text !== undefined && query.text !== '') conditions.add(MATCHES(conditions.parameter(query.text)));
  if (query.undated === true) conditions.add(`${order}.day = '-infinity'`);
  conditions.add('not e.rejected');
  if (query.held !== true) conditions.add(`d.grade <> 'hold'`);
  if (query.cursor !== undefined) {
    const { day, id } = readCursor(query.cursor);
    conditions.add(`(${order}.day, ${order === 'e' ? 'e.id' : `${order}.event`}) < (?::date, ?)`, day, id);
  }
}

/**
 * The keys a name stands for: a key as it is ("USA", "person:antony-blinken", "ASEAN"), a code in small letters, a state entity,
 * or the name of entities. Empty when the record has no event of such a party.
 */
export async function resolveKeys(session: Session, name: string): Promise<readonly string[]> {
  const plain = name.trim();
  const candidates = [plain, plain.toUpperCase(), plain.replace(/^state:/i, '').toUpperCase()];
  for (const key of new Set(candidates)) {
    if ((await existing(session, [key])).length === 0) continue;
    return isLocal(key) ? await existing(session, await aliasesOf(session, [key])) : [key];
  }
  const entities = await session.query<{ id: string; name: string }>(
    'select id, name from entities where lower(name) = lower($1) order by id',
    [plain],
  );
  const ids = entities.flatMap(({ id, name: own }) => [id.replace(/^state:/, ''), own]);
  return await existing(session, await aliasesOf(session, [...new Set(ids)]));
}

async function existing(session: Session, keys: readonly string[]): Promise<string[]> {
  if (keys.length === 0) return [];
  const rows = await session.query<{ key: string }>(
    'select k.key from unnest($1::text[]) as k(key) where exists (select 1 from event_parties p where p.key = k.key)',
    [keys],
  );
  return rows.map(({ key }) => key);
}

function toItem(row: EventRow): TimelineItem {
  const day = dayOrNull(row.day);
  return {
    id: row.id,
    index: row.n,
    event: JSON.parse(row.body) as RecordedEvent,
    review: row.review === null ? null : (JSON.parse(row.review) as Review),
    quote: row.quote,
    day,
    dayBasis: day === null ? null : row.dated ? 'event' : 'published',
    document: {
      id: row.document,
      title: row.title,
      publisher: row.publisher,
      published: row.published,
      url: row.url,
      grade: row.grade,
    },
  };
}
