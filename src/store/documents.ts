/** Queries about documents: lists, one with its whole reading, full-text search. */

import { type Grade, quote, type Span } from '../core/index.ts';
import type { RecordedReading, Review } from '../record/index.ts';
import { Conditions, checkDay, limitOf, readCursor, writeCursor } from './cursor.ts';
import type { Engine, Session } from './engine.ts';
import type {
  DocumentQuery,
  DocumentSummary,
  Results,
  ReviewedClaim,
  SearchHit,
  StoredDocument,
} from './record-api.ts';
import { FINDING_TABLES } from './review.ts';
import { NO_DAY } from './rows.ts';

interface SummaryRow {
  readonly id: string;
  readonly url: string | null;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly day: string;
  readonly first_seen: string;
  readonly grade: Grade;
  readonly language: string | null;
  readonly events: number;
  readonly statements: number;
  readonly figures: number;
  readonly relations: number;
  readonly origin: string | null;
  readonly copy_of: string | null;
  readonly relation: string | null;
}

const SUMMARY = `d.id, d.url, d.title, d.publisher, d.published, d.day::text as day, d.first_seen, d.grade, d.language,
  d.events, d.statements, d.figures, d.relations, o.origin, o.copy_of, o.relation`;
const FROM = 'from documents d left join origins o on o.document = d.id';

/** Full text matches by stem in the text, or word by word among title and names (which stemming would blur). */
export const MATCHES = (query: string): string =>
  `(d.search @@ websearch_to_tsquery('english', ${query}) or d.search_names @@ websearch_to_tsquery('simple', ${query}))`;

// With fewer matches than this all are fetched and sorted; with more, walking down the days meets the first ones soon.
const COMMON = 5000;

export async function findDocuments(session: Session, query: DocumentQuery): Promise<Results<DocumentSummary>> {
  const limit = limitOf(query.limit);
  const walk = query.text === undefined || query.text === '' || (await isCommon(session, query.text));
  const rows = await session.query<SummaryRow>(...select(query, limit + 1, walk));
  return page(rows, limit);
}

/** Planners guess badly how many documents a word is in, and a wrong guess costs a walk through all of them: so count. */
async function isCommon(session: Session, text: string): Promise<boolean> {
  const [row] = await session.query<{ n: number }>(
    `select count(*)::int as n from (select 1 from documents d where ${MATCHES('$1')} limit ${COMMON}) found`,
    [text],
  );
  return row?.n === COMMON;
}

function select(query: DocumentQuery, rows: number, walk: boolean): [string, unknown[]] {
  const conditions = new Conditions();
  if (query.text !== undefined && query.text !== '') conditions.add(MATCHES(conditions.parameter(query.text)));
  if (query.publisher !== undefined) conditions.add('d.publisher = ?', query.publisher);
  if (query.grade !== undefined) conditions.add('d.grade = ?', query.grade);
  if (query.language !== undefined) conditions.add('d.language = ?', query.language);
  if (query.entity !== undefined) {
    conditions.add('exists (select 1 from document_entities m where m.entity = ? and m.document = d.id)', query.entity);
  }
  if (query.from !== undefined) conditions.add('d.day >= ?::date', checkDay(query.from, 'from'));
  if (query.to !== undefined) conditions.add('d.day <= ?::date', checkDay(query.to, 'to'));
  if (query.from !== undefined || query.to !== undefined) conditions.add(`d.day > '-infinity'`);
  if (query.cursor !== undefined) {
    const { day, id } = readCursor(query.cursor);
    conditions.add('(d.day, d.id) < (?::date, ?)', day, id);
  }
  const limit = conditions.parameter(rows);
  // Adding nothing hides the day's index from the planner, which leaves it the one of the words.
  const day = walk ? 'd.day' : '(d.day + 0)';
  const sql = `select ${SUMMARY} ${FROM} ${conditions.where} order by ${day} desc nulls last, d.id desc limit ${limit}::int`;
  return [sql, conditions.parameters];
}

function page(rows: readonly SummaryRow[], limit: number): Results<DocumentSummary> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(toSummary), next: rows.length > limit && last !== undefined ? writeCursor(last) : null };
}

function toSummary(row: SummaryRow): DocumentSummary {
  return {
    id: row.id,
    url: row.url,
    title: row.title,
    publisher: row.publisher,
    published: row.published,
    firstSeen: row.first_seen,
    grade: row.grade,
    language: row.language,
    counts: { events: row.events, statements: row.statements, figures: row.figures, relations: row.relations },
    origin: row.origin ?? row.id,
    copyOf: row.copy_of,
    relation: row.relation,
  };
}

/** Puts the reading together again, keys in the order of the Reading format. */
export async function findDocument(session: Session, id: string): Promise<Omit<StoredDocument, 'aligned'> | null> {
  const [row] = await session.query<SummaryRow & { hash: string; text: string; reading: string }>(
    `select ${SUMMARY}, d.hash, d.text, d.reading::text as reading ${FROM} where d.id = $1`,
    [id],
  );
  if (row === undefined) return null;
  const parts = await session.query<{
    kind: (typeof FINDING_TABLES)[number];
    n: number;
    id: string;
    body: string;
    review: string | null;
  }>(
    FINDING_TABLES.map(
      (table) =>
        `select '${table}' as kind, n, id, body::text as body, review::text as review from ${table} where document = $1`,
    )
      .join(' union all ')
      .concat(' order by kind, n'),
    [id],
  );
  const found = { events: [], statements: [], figures: [], relations: [] } as { [kind: string]: unknown[] };
  const reviews: ReviewedClaim[] = [];
  for (const { kind, n, id: claim, body, review } of parts) {
    found[kind]!.push(JSON.parse(body));
    if (review !== null) reviews.push({ claim, findings: kind, index: n, ...(JSON.parse(review) as Review) });
  }
  const rest = JSON.parse(row.reading) as RecordedReading;
  const reading = { ...rest, ...found, article: { ...rest.article, text: row.text } } as RecordedReading;
  return { ...toSummary(row), hash: row.hash, reading, reviews };
}

// Private-use characters, which no article holds on purpose.
const OPEN = '\uE0A0';
const CLOSE = '\uE0A1';
const SNIPPET = 240;

export async function searchDocuments(
  engine: Engine,
  text: string,
  options: { readonly limit?: number; readonly cursor?: string },
): Promise<Results<SearchHit>> {
  const { items, next } = await findDocuments(engine, { text, ...options });
  if (items.length === 0 || text === '') return { items: [], next: null };
  // Marks are made for the documents shown only: marking reads the whole text.
  const marked = await engine.query<{ id: string; text: string; marked: string }>(
    `select id, text, ts_headline('english', text, websearch_to_tsquery('english', $1),
       'HighlightAll=true, StartSel="${OPEN}", StopSel="${CLOSE}"') as marked
     from documents where id = any($2::text[])`,
    [text, items.map((item) => item.id)],
  );
  const byId = new Map(marked.map((row) => [row.id, row]));
  const hits = items.map((document) => {
    const row = byId.get(document.id);
    const spans = row === undefined ? [] : readMarks(row.marked, row.text);
    return { document, spans, snippet: row === undefined ? '' : snippetAround(row.text, spans[0]) };
  });
  return { items: hits, next };
}

/** The marked ranges; none when marking changed the text otherwise (it blanks out what looks like a tag). */
export function readMarks(marked: string, text: string): Span[] {
  const spans: Span[] = [];
  let removed = 0;
  let open = -1;
  for (let at = 0; at < marked.length; at++) {
    const char = marked[at];
    if (char !== OPEN && char !== CLOSE) continue;
    const place = at - removed++;
    if (char === OPEN) open = place;
    else if (open >= 0) {
      spans.push([open, place]);
      open = -1;
    }
  }
  const plain = marked.replaceAll(OPEN, '').replaceAll(CLOSE, '');
  return plain === text
    ? spans.slice(0, 100)
    : spans.slice(0, 100).filter((span) => plain.length === text.length && quote(plain, span) === quote(text, span));
}

/** Some words before the match and more behind, cut between words. */
export function snippetAround(text: string, span: Span | undefined): string {
  const from = Math.max(0, (span?.[0] ?? 0) - SNIPPET / 3);
  const start = from === 0 ? 0 : text.indexOf(' ', from) + 1;
  const end = Math.min(text.length, start + SNIPPET);
  const cut = end === text.length ? end : Math.max(text.lastIndexOf(' ', end), start + 1);
  return `${start > 0 ? '… ' : ''}${text.slice(start, cut).replace(/\s+/g, ' ')}${cut < text.length ? ' …' : ''}`;
}

export const dayOrNull = (day: string): string | null => (day === NO_DAY ? null : day);
