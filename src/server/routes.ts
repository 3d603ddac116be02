/** The API, one readable table: address, question, answer. A handler validates, asks the record once, answers. */

import { createRoute, type OpenAPIHono, type z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import {
  ChanceryError,
  type ChanceryRecord,
  type Knowledge,
  relationHistory,
  type StoredFact,
  standingOn,
} from '../index.ts';
import {
  decisionsQuery,
  documentsQuery,
  factsQuery,
  figuresQuery,
  id,
  meetingsQuery,
  pageQuery,
  pair,
  peopleQuery,
  relationQuery,
  searchQuery,
  statementsQuery,
  timelineQuery,
  toFacts,
  upcomingQuery,
} from './queries.ts';
import { components, one, pageOf, pageOfSources, type Schema } from './schemas.ts';

/** What answers are made of. */
export interface Sources {
  readonly record: ChanceryRecord;
  /** Loaded when first asked for. */
  readonly knowledge: () => Promise<Knowledge>;
  /** Today's ISO day: where relations stand when no day is given. */
  readonly today: () => string;
}

interface Row {
  readonly path: string;
  readonly summary: string;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly schema: Schema;
  readonly answer: (
    sources: Sources,
    params: Record<string, unknown>,
    query: Record<string, unknown>,
  ) => Promise<unknown>;
}

/** Typed once here, so that a row's handler sees what its schemas say. */
function row<P extends z.ZodObject, Q extends z.ZodObject>(
  path: string,
  summary: string,
  schema: Schema,
  asked: { readonly params?: P; readonly query?: Q },
  answer: (sources: Sources, params: z.output<P>, query: z.output<Q>) => Promise<unknown>,
): Row {
  return { path, summary, schema, ...asked, answer: answer as unknown as Row['answer'] };
}

export const ROUTES: readonly Row[] = [
  row('/api/stats', 'what the record holds', one('Stats'), {}, ({ record }) => record.stats()),
  row(
    '/api/documents',
    'documents, newest first',
    pageOf('DocumentSummary'),
    { query: documentsQuery },
    ({ record }, _, query) => record.documents(query),
  ),
  row(
    '/api/documents/{id}',
    'a document with its whole reading',
    one('Document'),
    { params: id },
    async ({ record }, { id }) => known(await record.document(id), id),
  ),
  row(
    '/api/documents/{id}/descent',
    'whose words a document has',
    one('Descent'),
    { params: id },
    async ({ record }, { id }) => known(await record.descent(id), id),
  ),
  row('/api/sources', 'every document with its grade and origin', pageOfSources, { query: pageQuery }, listSources),
  row('/api/facts', 'facts, newest first', pageOf('Fact'), { query: factsQuery }, ({ record }, _, query) =>
    record.facts(toFacts(query)),
  ),
  row('/api/facts/histogram', 'facts counted by day', one('Histogram'), { query: factsQuery }, ({ record }, _, query) =>
    record.factHistogram(toFacts(query)),
  ),
  row(
    '/api/facts/{id}',
    'a fact, by its id or that of a claim',
    one('Fact'),
    { params: id },
    async ({ record }, { id }) => known<StoredFact>(await record.fact(id), id),
  ),
  row(
    '/api/timeline',
    'reports of events, newest first',
    pageOf('TimelineItem'),
    { query: timelineQuery },
    ({ record }, _, query) => record.timeline(query),
  ),
  row(
    '/api/timeline/histogram',
    'reports counted by day',
    one('Histogram'),
    { query: timelineQuery },
    ({ record }, _, query) => record.histogram(query),
  ),
  row(
    '/api/events/{id}',
    'one event as its document tells it',
    one('TimelineItem'),
    { params: id },
    async ({ record }, { id }) => known(await record.event(id), id),
  ),
  row(
    '/api/statements',
    'who said what, newest first',
    pageOf('FoundStatement'),
    { query: statementsQuery },
    ({ record }, _, query) => record.statements(query),
  ),
  row(
    '/api/figures',
    'how much, newest first',
    pageOf('FoundFigure'),
    { query: figuresQuery },
    ({ record }, _, query) => record.figures(query),
  ),
  row(
    '/api/upcoming',
    'planned facts, soonest first',
    pageOf('Fact'),
    { query: upcomingQuery },
    async ({ record, today }, _, { from, ...query }) =>
      whole(await record.upcoming({ ...query, from: from ?? today() })),
  ),
  row(
    '/api/meetings',
    'who met whom how often, most first',
    pageOf('Counterpart'),
    { query: meetingsQuery },
    async ({ record }, _, query) => whole(await record.meetings(query)),
  ),
  row(
    '/api/people',
    'people across documents and spellings',
    pageOf('Person'),
    { query: peopleQuery },
    async ({ record }, _, { country, ...query }) =>
      whole(await record.people({ ...query, country: country?.toUpperCase() })),
  ),
  row(
    '/api/decisions',
    'what persons decided about the record',
    pageOf('Decision'),
    { query: decisionsQuery },
    async ({ record }, _, { kind }) => whole(await record.decisions(kind)),
  ),
  row(
    '/api/relation/{a}/{b}',
    'where two parties stand and stood',
    one('RelationHistory'),
    { params: pair, query: relationQuery },
    async ({ record, knowledge, today }, { a, b }, { on }) => {
      const [x, y] = [a.toUpperCase(), b.toUpperCase()];
      const history = await relationHistory(x, y, await record.relationClaims(x, y), await knowledge());
      const { countries } = await knowledge();
      const names = Object.fromEntries([x, y].map((code) => [code, countries.get(code)?.name ?? code]));
      return { ...history, standing: await standingOn(history, on ?? today()), names };
    },
  ),
  row(
    '/api/search',
    'documents with these words, newest first',
    pageOf('SearchHit'),
    { query: searchQuery },
    ({ record }, _, { q, ...page }) => record.search(q, page as { limit?: number; cursor?: string }),
  ),
];

/** A list that comes all at once. */
function whole<T>(items: readonly T[]): { readonly items: readonly T[]; readonly next: null } {
  return { items, next: null };
}

async function listSources({ record }: Sources, _: unknown, query: z.output<typeof pageQuery>): Promise<unknown> {
  const { items, next } = await record.documents(query);
  return {
    documents: items.map(({ id, url, title, publisher, published, grade, origin, copyOf, relation }) => ({
      id,
      url,
      title,
      publisher,
      published,
      grade,
      origin,
      copyOf,
      relation,
    })),
    next,
  };
}

export function addRoutes(app: OpenAPIHono, sources: Sources): void {
  for (const [name, schema] of Object.entries(components())) {
    app.openAPIRegistry.registerComponent('schemas', name, schema as object);
  }
  for (const { path, summary, params, query, schema, answer } of ROUTES) {
    const route = createRoute({
      method: 'get',
      path,
      summary,
      request: { ...(params ? { params } : {}), ...(query ? { query } : {}) },
      responses: {
        200: { description: summary, content: { 'application/json': { schema: schema as object } } },
        ...REFUSALS,
      },
    });
    app.openapi(route, (async (context: Context) => {
      const valid = (part: string): Record<string, unknown> =>
        context.req.valid(part as never) as Record<string, unknown>;
      return context.json((await answer(sources, params ? valid('param') : {}, query ? valid('query') : {})) as object);
    }) as never);
  }
}

const refusal = { content: { 'application/json': { schema: one('Refusal') as object } } };
export const REFUSALS = {
  400: { description: 'the question makes no sense', ...refusal },
  404: { description: 'nothing of that id', ...refusal },
};

function known<T>(found: T | null, wanted: string): T {
  if (found === null) throw new ChanceryError('unknown-id', `the record holds nothing with the id ${wanted}`);
  return found;
}
