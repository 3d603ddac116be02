/** Reading a text on request: nothing is kept. */

import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import { ChanceryError, type Page, type Reading, toPage } from '../index.ts';
import { readBody } from './queries.ts';
import type { Refusal } from './respond.ts';
import { REFUSALS } from './routes.ts';
import { one } from './schemas.ts';

/** As much as `chancery read` takes of one document, in JSON's clothing. */
const MAX_BODY = 6_000_000;
const MAX_WAITING = 16;

const route = createRoute({
  method: 'post',
  path: '/api/read',
  summary: 'reads a text or page and gives its Reading; nothing is kept',
  request: { body: { required: true, content: { 'application/json': { schema: readBody } } } },
  responses: {
    200: { description: 'the Reading', content: { 'application/json': { schema: one('Reading') as object } } },
    ...REFUSALS,
  },
});

export function addReading(app: OpenAPIHono, read: (page: Page) => Promise<Reading>): void {
  let waiting = 0;
  app.use(
    '/api/read',
    bodyLimit({
      maxSize: MAX_BODY,
      onError: (context) =>
        context.json(
          { ok: false, error: 'too-large', errors: [`more than ${MAX_BODY} bytes`], status: 413 } satisfies Refusal,
          413,
        ),
    }),
  );
  app.openapi(route, (async (context: {
    req: { valid(part: 'json'): ReturnType<typeof readBody.parse> };
    json(body: object): Response;
  }) => {
    const { text, html, plain, ...hints } = context.req.valid('json');
    if (waiting >= MAX_WAITING) throw new ChanceryError('timeout', 'too many texts wait to be read; try again later');
    const page = toPage(new TextEncoder().encode(html ?? text ?? ''), {
      ...hints,
      text: true,
      ...(html !== undefined ? { kind: 'html' as const } : {}),
      ...(plain ? { asPlain: true } : {}),
    });
    waiting++;
    try {
      return context.json(await read(page));
    } finally {
      waiting--;
    }
  }) as never);
}
