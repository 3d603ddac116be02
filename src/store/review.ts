/** Queries about what people decided and what official registers list. */

import { Conditions, checkDay } from './cursor.ts';
import type { Session } from './engine.ts';
import type { Decision, RegisterEntry, RegisterQuery, StoredDecision } from './record-api.ts';

export async function findDecisions(session: Session, kind: Decision['kind'] | undefined): Promise<StoredDecision[]> {
  const rows = await session.query<{
    id: string;
    kind: Decision['kind'];
    by_whom: string;
    about: string;
    why: string;
    body: string;
    at: string;
  }>(
    `select id, kind, by_whom, about::text as about, why, body::text as body, at from decisions
     where $1::text is null or kind = $1 order by at, id`,
    [kind ?? null],
  );
  return rows.map(({ by_whom, about, body, ...row }) => ({
    ...row,
    by: by_whom,
    about: JSON.parse(about) as string[],
    body: JSON.parse(body) as unknown,
  }));
}

export async function findRegisterEntries(session: Session, query: RegisterQuery): Promise<RegisterEntry[]> {
  const conditions = new Conditions();
  if (query.register !== undefined) conditions.add('register = ?', query.register);
  if (query.person !== undefined) conditions.add('person = ?', query.person);
  if (query.country !== undefined) conditions.add('country = ?', query.country);
  if (query.from !== undefined) conditions.add('last_day >= ?::date', checkDay(query.from, 'from'));
  if (query.to !== undefined) conditions.add('first_day <= ?::date', checkDay(query.to, 'to'));
  return await session.query<RegisterEntry>(
    `select id, person, role, country, host, place, first_day::text as "from", last_day::text as "to", text, source
     from register_entries ${conditions.where} order by first_day, register, id limit 10000`,
    conditions.parameters,
  );
}
