/** The HTTP application: guards, the API, feeds, the reading room's files. No socket here, so tests call it directly. */

import { OpenAPIHono } from '@hono/zod-openapi';
import type { ChanceryRecord, Knowledge, Page, Reading } from '../index.ts';
import { addFeeds } from './feeds.ts';
import { serveFiles } from './files.ts';
import { guardHost, guardOrigin, securityHeaders } from './guards.ts';
import { addMcp } from './mcp.ts';
import { addReading } from './read.ts';
import { notFound, refuse } from './respond.ts';
import { addRoutes } from './routes.ts';
import { addTwins } from './twins.ts';

export interface AppOptions {
  readonly record: ChanceryRecord;
  /** Reads a page in another thread. */
  readonly read: (page: Page) => Promise<Reading>;
  /** The reviewed tables, loaded when first asked for. */
  readonly knowledge: () => Promise<Knowledge>;
  readonly clock: () => Date;
  /** Host names this server answers to, without port; others are refused, so that no foreign page can reach it by a name of its own. */
  readonly hosts: readonly string[];
  /** Folder of the built pages. */
  readonly pages: string;
  readonly version: string;
  /** What went wrong inside, for the log. */
  readonly log: (error: unknown) => void;
}

export function buildApp(options: AppOptions): OpenAPIHono {
  const { record, clock } = options;
  const app = new OpenAPIHono({
    defaultHook: (result, context) => {
      if (result.success) return undefined;
      const errors = result.error.issues.map((issue) => `${issue.path.join('.') || 'request'}: ${issue.message}`);
      return context.json({ ok: false, error: 'bad-argument', errors, status: 400 }, 400);
    },
  });
  app.use('*', guardHost(options.hosts), guardOrigin(), securityHeaders());
  addRoutes(app, { record, knowledge: options.knowledge, today: () => clock().toISOString().slice(0, 10) });
  addReading(app, options.read);
  addFeeds(app, record, clock);
  addMcp(app, record, options.version);
  app.doc31('/api/openapi.json', {
    openapi: '3.1.0',
    info: {
      title: 'Chancery',
      version: options.version,
      description: 'A trustworthy record of diplomacy: every fact with its words and its source.',
    },
  });
  app.get('/health', (context) => context.json({ ok: true }));
  addTwins(app);
  serveFiles(app, options.pages);
  app.notFound(notFound);
  app.onError((error, context) => {
    const answer = refuse(context, error);
    if (answer.status >= 500) options.log(error);
    return answer;
  });
  return app;
}
