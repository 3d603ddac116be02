/** The built pages: hashed files are kept by the browser, every other address gets the one page that routes itself. */

import { existsSync, readFileSync } from 'node:fs';
import { extname, join, normalize, sep } from 'node:path';
import type { OpenAPIHono } from '@hono/zod-openapi';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
};

export function serveFiles(app: OpenAPIHono, pages: string): void {
  app.get('/assets/*', (context) => {
    // The built names need no decoding.
    const path = normalize(join(pages, context.req.path));
    const type = TYPES[extname(path)];
    if (!path.startsWith(join(pages, 'assets') + sep) || type === undefined || !existsSync(path))
      return context.notFound();
    return context.body(new Uint8Array(readFileSync(path)), 200, {
      'content-type': type,
      'cache-control': 'public, max-age=31536000, immutable',
    });
  });
  app.get('*', (context, next) => {
    if (/^\/(?:api|feeds|mcp)\b/.test(context.req.path) || extname(context.req.path) !== '') return next();
    const page = join(pages, 'index.html');
    if (!existsSync(page))
      return context.text('The pages are not built; run "npm run build". The API is at /api/openapi.json.', 200);
    return context.body(readFileSync(page, 'utf8'), 200, {
      'content-type': TYPES['.html'] as string,
      'cache-control': 'no-cache',
    });
  });
}
