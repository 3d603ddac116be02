/** Queries about facts as encounters: who met whom how often, and what is planned. */

import { Conditions, checkDay, limitOf } from './cursor.ts';
import type { Session } from './engine.ts';
import { selectFacts } from './fact-queries.ts';
import type { Counterpart, MeetingQuery, StoredFact, UpcomingQuery } from './record-api.ts';
import { resolveKeys } from './timeline.ts';

interface CountRow {
  readonly key: string;
  readonly other: string;
  readonly name: string | null;
  readonly other_name: string | null;
  readonly country: string | null;
  readonly meetings: number;
  readonly first: string | null;
  readonly last: string | null;
}

const COUNTS = `count(distinct f.id)::int as meetings, min(f.first_day)::text as first, max(f.last_day)::text as last`;

/** Meetings, visits and calls that were held. */
const HELD_THEN = `f.story = 'CONSULT' and f.state in ('occurred', 'ongoing', 'historical') and not f.held`;

/** Most first. Null-safe: an actor nobody knows has met nobody. */
export async function countMeetings(session: Session, query: MeetingQuery): Promise<Counterpart[]> {
  const conditions = new Conditions();
  conditions.add(HELD_THEN);
  if (query.from !== undefined) conditions.add('coalesce(f.last_day, f.day) >= ?::date', checkDay(query.from, 'from'));
  if (query.to !== undefined) conditions.add('f.day <= ?::date', checkDay(query.to, 'to'));
  if (query.from !== undefined || query.to !== undefined) conditions.add(`f.day > '-infinity'`);
  const sql =
    query.actor === undefined || query.actor === ''
      ? `select y.a as key, y.b as other, null as name, null as other_name, null as country, ${COUNTS}
         from fact_dyads y join facts f on f.id = y.fact ${conditions.where} group by y.a, y.b`
      : await ofOne(session, query.actor, conditions);
  if (sql === null) return [];
  const rows = await session.query<CountRow>(
    `${sql} order by meetings desc, last desc nulls last, key, other limit ${conditions.parameter(limitOf(query.limit))}::int`,
    conditions.parameters,
  );
  return rows.map(({ key, other, name, other_name, ...counts }) => ({
    actor: key,
    actorName: name,
    counterpart: other,
    counterpartName: other_name,
    ...counts,
  }));
}

/** Everybody in the facts of one actor but the actor's own side: for a person the own country, for a country its people. */
async function ofOne(session: Session, actor: string, conditions: Conditions): Promise<string | null> {
  const keys = await resolveKeys(session, actor);
  const [key] = keys;
  if (key === undefined) return null;
  const [own] = await session.query<{ name: string | null; country: string | null }>(
    'select name, country from entities where id = any($1::text[]) order by id limit 1',
    [[...keys, ...keys.map((one) => `state:${one}`)]],
  );
  conditions.add('p.key = any(?::text[]) and not q.key = any(?::text[])', keys, keys);
  conditions.add('coalesce(e.country, q.key) is distinct from ?', own?.country ?? key);
  return `select ${conditions.parameter(key)}::text as key,
      ${conditions.parameter(own?.name ?? null)}::text as name, q.key as other, e.name as other_name,
      coalesce(e.country, case when q.key ~ '^[A-Z]{3}$' then q.key end) as country, ${COUNTS}
    from fact_parties p join facts f on f.id = p.fact join fact_parties q on q.fact = p.fact
      left join entities e on e.id = case when q.key ~ '^[A-Z]{3}$' then 'state:' || q.key else q.key end
    ${conditions.where} group by q.key, e.name, e.country`;
}

/** Planned facts that end on the day or later, soonest first; those without a day of their own are not dated by guess. */
export async function findUpcoming(session: Session, query: UpcomingQuery): Promise<StoredFact[]> {
  const from = checkDay(query.from, 'from');
  const found = await selectFacts(session, { actor: query.actor, other: query.other, states: ['planned'] });
  if (found === null) return [];
  const { from: source, conditions } = found;
  conditions.add('f.first_day is not null and f.last_day >= ?::date', from);
  if (query.to !== undefined) conditions.add('f.first_day <= ?::date', checkDay(query.to, 'to'));
  const rows = await session.query<{ body: string }>(
    `select f.body::text as body ${source.sql} ${conditions.where}
     order by f.first_day, f.id limit ${conditions.parameter(limitOf(query.limit))}::int`,
    conditions.parameters,
  );
  return rows.map(({ body }) => JSON.parse(body) as StoredFact);
}
