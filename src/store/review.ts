/** Queries about what people decided and what official registers list. */

import { ChanceryError } from '../core/index.ts';
import { corrected, type ReviewBody } from '../record/index.ts';
import { Conditions, checkDay } from './cursor.ts';
import type { Session } from './engine.ts';
import type { Decision, RegisterEntry, RegisterQuery, StoredDecision } from './record-api.ts';

const REVIEW_VERDICTS: readonly string[] = ['accepted', 'rejected', 'corrected', 'open'];

/** The tables of claims, one for each kind of finding. */
export const FINDING_TABLES = ['events', 'statements', 'figures', 'relations'] as const;

/** In the order they were made. */
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

/** Decisions of the same kind about exactly the same things, in the order they were made. */
export async function decisionsAbout(session: Session, { kind, about }: Decision): Promise<StoredDecision[]> {
  return (await findDecisions(session, kind)).filter((one) => JSON.stringify(one.about) === JSON.stringify(about));
}

export const isSame = (one: Decision, other: Decision): boolean =>
  one.by === other.by && one.why === other.why && JSON.stringify(one.body ?? {}) === JSON.stringify(other.body ?? {});

const KINDS = { events: 'event', statements: 'statement', figures: 'figure', relations: 'relation' } as const;

/**
 * Whether a `correction` can be archived.
 *
 * Throws ChanceryError 'unknown-id' when the record holds no such claim, 'bad-argument' when the verdict is none or the corrected
 * finding would not be of the Reading format.
 */
export async function checkReview(session: Session, { about, body }: Decision): Promise<void> {
  const { verdict, set = {} } = (body ?? {}) as Partial<ReviewBody>;
  if (verdict === undefined || !REVIEW_VERDICTS.includes(verdict))
    throw new ChanceryError('bad-argument', `a review is one of ${REVIEW_VERDICTS.join(', ')}`);
  if (verdict === 'corrected' && Object.keys(set).length === 0)
    throw new ChanceryError('bad-argument', 'a correction names at least one field');
  for (const claim of about) {
    const found = await session.query<{ findings: keyof typeof KINDS; body: string }>(
      FINDING_TABLES.map(
        (table) => `select '${table}' as findings, body::text as body from ${table} where id = $1`,
      ).join(' union all '),
      [claim],
    );
    const [row] = found;
    if (row === undefined) throw new ChanceryError('unknown-id', `the record holds no claim ${claim}`);
    if (verdict !== 'corrected') continue;
    const kind = KINDS[row.findings];
    const changed = corrected(kind, JSON.parse(row.body), set);
    // The schemas take a tenth of a second to load, which only corrections need.
    const { eventSchema, figureSchema, relationSchema, statementSchema } = await import('../reading/schema.ts');
    const schemas = { event: eventSchema, statement: statementSchema, figure: figureSchema, relation: relationSchema };
    const checked = schemas[kind].safeParse(changed);
    if (checked.success) continue;
    const [issue] = checked.error.issues;
    throw new ChanceryError('bad-argument', `${issue?.path.join('.')}: ${issue?.message}`);
  }
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
