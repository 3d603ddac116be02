/** Every page has a .json twin: the same address with ".json" leads to its data, filters kept. */

import type { OpenAPIHono } from '@hono/zod-openapi';

const TWINS: readonly (readonly [page: RegExp, data: string])[] = [
  [/^\/(?:index|timeline)$/, '/api/facts'],
  [/^\/about$/, '/api/stats'],
  [/^\/documents$/, '/api/documents'],
  [/^\/documents\/([^/]+)$/, '/api/documents/$1'],
  [/^\/facts\/([^/]+)$/, '/api/facts/$1'],
  [/^\/pairs\/([^/]+)\/([^/]+)$/, '/api/relation/$1/$2'],
];

export function addTwins(app: OpenAPIHono): void {
  app.get('*', (context, next) => {
    const { pathname, search } = new URL(context.req.url);
    if (!pathname.endsWith('.json')) return next();
    const page = pathname.slice(0, -'.json'.length);
    const twin = TWINS.find(([pattern]) => pattern.test(page));
    return twin === undefined ? next() : context.redirect(page.replace(twin[0], twin[1]) + search, 302);
  });
}
