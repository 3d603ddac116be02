/** The server: opens the record, listens, says where, and stops on SIGTERM or SIGINT. */

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { serve as listen } from '@hono/node-server';
import { ChanceryError, type Knowledge, loadKnowledge, openPool, openRecord, type ReadingPool } from '../index.ts';
import { buildApp } from './app.ts';

export interface ServeOptions {
  readonly dir: string;
  readonly db?: string | undefined;
  readonly port: number;
  readonly host: string;
  /** More host names to answer to, when a proxy stands in front. */
  readonly names?: readonly string[];
  readonly notice: (line: string) => void;
  readonly log: (error: unknown) => void;
}

export interface Serving {
  readonly address: string;
  /** Ends open requests after half a second at most, closes the record. */
  close(): Promise<void>;
}

/** Milliseconds that open answers have to end once the server stops: stopping takes 5 s at most, and the record needs some. */
const LAST_ANSWERS = 500;

/** Milliseconds for one text that is read on request. */
const READ_TIMEOUT = 20_000;

/** Throws ChanceryError `record-locked`, or `bad-argument` when the port is taken. */
export async function serve(options: ServeOptions): Promise<Serving> {
  const record = await openRecord({ dir: options.dir, db: options.db, notice: options.notice });
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  let pool: Promise<ReadingPool> | undefined;
  let knowledge: Promise<Knowledge> | undefined;
  const app = buildApp({
    record,
    read: async (page) => (await (pool ??= openPool({ jobs: 1, timeout: READ_TIMEOUT }))).read(page),
    knowledge: () => (knowledge ??= loadKnowledge()),
    clock: () => new Date(),
    hosts: ['localhost', '127.0.0.1', '[::1]', options.host, ...(options.names ?? [])],
    pages: fileURLToPath(new URL('../web', import.meta.url)),
    version,
    log: options.log,
  });
  try {
    const server = await new Promise<ReturnType<typeof listen>>((resolve, reject) => {
      const started = listen({ fetch: app.fetch, port: options.port, hostname: options.host }, () => resolve(started));
      started.on('error', reject);
    });
    const at = server.address();
    const port = typeof at === 'object' && at !== null ? at.port : options.port;
    const address = `http://${options.host.includes(':') ? `[${options.host}]` : options.host}:${port}`;
    await record.announce(address);
    return {
      address,
      async close() {
        await new Promise<void>((resolve) => {
          const force = setTimeout(() => {
            if ('closeAllConnections' in server) server.closeAllConnections();
          }, LAST_ANSWERS);
          server.close(() => {
            clearTimeout(force);
            resolve();
          });
          if ('closeIdleConnections' in server) server.closeIdleConnections();
        });
        await (await pool)?.close();
        await record.close();
      },
    };
  } catch (error) {
    await record.close();
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') {
      throw new ChanceryError('bad-argument', `port ${options.port} is taken; give another with --port`);
    }
    throw error;
  }
}
