/** Queries about statements, figures and relation claims: who said what, how much, where two parties stand. Newest first. */

import type { Figure, Grade, Relation, Statement } from '../core/index.ts';
import type { RelationClaim, Review } from '../record/index.ts';
import { Conditions, checkDay, limitOf, readCursor, writeCursor } from './cursor.ts';
import { dayOrNull, MATCHES } from './documents.ts';
import type { Session } from './engine.ts';
import type { FigureQuery, FoundFigure, FoundStatement, Results, StatementQuery } from './record-api.ts';

interface FindingRow {
  readonly id: string;
  readonly body: string;
  readonly review: string | null;
  readonly quote: string;
  readonly day: string;
  readonly document: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly url: string | null;
  readonly grade: Grade;
}

const COLUMNS =
  'x.id, coalesce(x.corrected, x.body)::text as body, x.review::text as review, x.quote, x.day::text as day, d.id as document, d.title, d.publisher, d.published, d.url, d.grade';

export async function findStatements(session: Session, query: StatementQuery): Promise<Results<FoundStatement>> {
  const conditions = new Conditions();
  if (query.speaker) {
    conditions.add(
      '(x.speaker = ? or lower(x.speaker_name) = lower(?) or x.speaker_country = upper(?))',
      query.speaker,
      query.speaker,
      query.speaker,
    );
  }
  if (query.acts?.length)
    conditions.add(
      'x.act = any(?::text[])',
      query.acts.map((act) => act.toUpperCase()),
    );
  return select(session, 'statements', query, conditions, (row) => ({
    ...common(row),
    statement: JSON.parse(row.body) as Statement,
  }));
}

export async function findFigures(session: Session, query: FigureQuery): Promise<Results<FoundFigure>> {
  const conditions = new Conditions();
  if (query.unit) conditions.add('x.unit = ?', query.unit);
  if (query.currency) conditions.add('x.currency = upper(?)', query.currency);
  if (query.item) conditions.add('position(lower(?) in lower(x.item)) > 0', query.item);
  if (query.status) conditions.add('x.status = ?', query.status);
  if (query.atLeast !== undefined) conditions.add('x.value >= ?::float8', query.atLeast);
  return select(session, 'figures', query, conditions, (row) => ({
    ...common(row),
    figure: JSON.parse(row.body) as Figure,
  }));
}

/** All claims on the relation of two parties, in any order, held documents left out. */
export async function findRelationClaims(session: Session, a: string, b: string): Promise<RelationClaim[]> {
  const [first, second] = [a, b].sort();
  const rows = await session.query<FindingRow>(
    `select ${COLUMNS} from relations x join documents d on d.id = x.document where x.a = $1 and x.b = $2 and not x.rejected and d.grade <> 'hold' order by x.day, x.id`,
    [first, second],
  );
  return rows.map((row) => ({
    id: row.id,
    document: row.document,
    relation: JSON.parse(row.body) as Relation,
    quote: row.quote,
    publisher: row.publisher,
    published: row.published,
  }));
}

async function select<T>(
  session: Session,
  table: 'statements' | 'figures',
  query: StatementQuery & FigureQuery,
  conditions: Conditions,
  make: (row: FindingRow) => T,
): Promise<Results<T>> {
  const limit = limitOf(query.limit);
  if (query.from !== undefined) conditions.add('x.day >= ?::date', checkDay(query.from, 'from'));
  if (query.to !== undefined) conditions.add(`x.day <= ?::date and x.day > '-infinity'`, checkDay(query.to, 'to'));
  if (query.text) conditions.add(MATCHES(conditions.parameter(query.text)));
  conditions.add('not x.rejected');
  if (query.held !== true) conditions.add(`d.grade <> 'hold'`);
  if (query.cursor !== undefined) {
    const { day, id } = readCursor(query.cursor);
    conditions.add('(x.day, x.id) < (?::date, ?)', day, id);
  }
  const rows = await session.query<FindingRow>(
    `select ${COLUMNS} from ${table} x join documents d on d.id = x.document ${conditions.where}
     order by x.day desc nulls last, x.id desc limit ${conditions.parameter(limit + 1)}::int`,
    conditions.parameters,
  );
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(make), next: rows.length > limit && last !== undefined ? writeCursor(last) : null };
}

function common(row: FindingRow): Pick<FoundStatement, 'id' | 'quote' | 'day' | 'document' | 'review'> {
  const { id, quote, title, publisher, published, url, grade } = row;
  return {
    id,
    quote,
    review: row.review === null ? null : (JSON.parse(row.review) as Review),
    day: dayOrNull(row.day),
    document: { id: row.document, title, publisher, published, url, grade },
  };
}
