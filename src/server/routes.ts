/** The API, one readable table: address, question, answer. A handler validates, asks the record once, answers. */

import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { ChanceryError, type ChanceryRecord, type FactQuery } from '../index.ts';

const words = z.string().min(1).max(300);
const isoDay = z.string().regex(/^\d{4}-\d\d-\d\d$/, 'an ISO day, 2021-08-06');
const limit = z.coerce.number().int().min(1).max(1000).optional();
const cursor = z.string().max(500).optional();
const list = z
  .union([z.string(), z.array(z.string())])
  .transform((value) =>
    [value]
      .flat()
      .flatMap((part) => part.split(','))
      .filter((part) => part !== ''),
  )
  .optional();
const flag = z
  .enum(['true', 'false'])
  .transform((value) => value === 'true')
  .optional();
const id = z.object({ id: words });

const documentsQuery = z.object({
  text: words.optional(),
  publisher: words.optional(),
  grade: z.enum(['usable', 'use-with-care', 'hold']).optional(),
  language: words.optional(),
  entity: words.optional(),
  from: isoDay.optional(),
  to: isoDay.optional(),
  limit,
  cursor,
});
const timelineQuery = z.object({
  actor: words.optional(),
  other: words.optional(),
  from: isoDay.optional(),
  to: isoDay.optional(),
  types: list,
  modality: list,
  text: words.optional(),
  undated: flag,
  document: words.optional(),
  minConfidence: z.coerce.number().min(0).max(1).optional(),
  held: flag,
  limit,
  cursor,
});
const factsQuery = timelineQuery.omit({ document: true, minConfidence: true }).extend({ disagreeing: flag });
const searchQuery = z.object({ q: words, limit, cursor });

interface Row {
  readonly path: string;
  readonly summary: string;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly answer: (
    record: ChanceryRecord,
    params: Record<string, unknown>,
    query: Record<string, unknown>,
  ) => Promise<unknown>;
}

/** Typed once here, so that a row's handler sees what its schemas say. */
function row<P extends z.ZodObject, Q extends z.ZodObject>(
  path: string,
  summary: string,
  schemas: { readonly params?: P; readonly query?: Q },
  answer: (record: ChanceryRecord, params: z.output<P>, query: z.output<Q>) => Promise<unknown>,
): Row {
  return { path, summary, ...schemas, answer: answer as unknown as Row['answer'] };
}

/** Facts are asked for in the timeline's words. */
function toFacts({ types, modality, ...query }: z.output<typeof factsQuery>): FactQuery {
  return { ...query, stories: types, states: modality };
}

export const ROUTES: readonly Row[] = [
  row('/api/stats', 'what the record holds', {}, (record) => record.stats()),
  row('/api/documents', 'documents, newest first', { query: documentsQuery }, (record, _, query) =>
    record.documents(query),
  ),
  row('/api/documents/{id}', 'a document with its whole reading', { params: id }, async (record, { id: wanted }) =>
    known(await record.document(wanted), wanted),
  ),
  row('/api/documents/{id}/descent', 'whose words a document has', { params: id }, async (record, { id: wanted }) =>
    known(await record.descent(wanted), wanted),
  ),
  row('/api/facts', 'facts, newest first', { query: factsQuery }, (record, _, query) => record.facts(toFacts(query))),
  row('/api/facts/histogram', 'facts counted by day', { query: factsQuery }, (record, _, query) =>
    record.factHistogram(toFacts(query)),
  ),
  row('/api/facts/{id}', 'a fact, by its id or that of a claim', { params: id }, async (record, { id: wanted }) =>
    known(await record.fact(wanted), wanted),
  ),
  row('/api/timeline/histogram', 'events counted by day', { query: timelineQuery }, (record, _, query) =>
    record.histogram(query),
  ),
  row('/api/timeline', 'events, newest first', { query: timelineQuery }, (record, _, query) => record.timeline(query)),
  row('/api/events/{id}', 'one event as its document tells it', { params: id }, async (record, { id: wanted }) =>
    known(await record.event(wanted), wanted),
  ),
  row('/api/search', 'documents with these words, newest first', { query: searchQuery }, (record, _, { q, ...rest }) =>
    record.search(q, rest as { limit?: number }),
  ),
];

export function addRoutes(app: OpenAPIHono, record: ChanceryRecord): void {
  for (const { path, summary, params, query, answer } of ROUTES) {
    const route = createRoute({
      method: 'get',
      path,
      summary,
      request: { ...(params ? { params } : {}), ...(query ? { query } : {}) },
      responses: {
        200: { description: summary, content: { 'application/json': { schema: z.unknown() } } },
        400: { description: 'the question makes no sense', content: { 'application/json': { schema: refusal } } },
        404: { description: 'nothing of that id', content: { 'application/json': { schema: refusal } } },
      },
    });
    app.openapi(route, (async (context: Context) => {
      const valid = (part: string): Record<string, unknown> =>
        context.req.valid(part as never) as Record<string, unknown>;
      return context.json((await answer(record, params ? valid('param') : {}, query ? valid('query') : {})) as object);
    }) as never);
  }
}

const refusal = z.object({ ok: z.literal(false), error: z.string(), errors: z.array(z.string()), status: z.number() });

function known<T>(found: T | null, wanted: string): T {
  if (found === null) throw new ChanceryError('unknown-id', `the record holds nothing with the id ${wanted}`);
  return found;
}
