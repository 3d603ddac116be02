/** The embedded engine: PGlite in its own thread, statements in the order they come, transactions alone. */

import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { ChanceryError } from '../core/index.ts';
import { cleanParameters, type Engine, SCHEMA, type Session } from './engine.ts';

export type Request = { readonly id: number } & (
  | { readonly op: 'query'; readonly sql: string; readonly parameters: readonly unknown[] }
  | { readonly op: 'script'; readonly sql: string }
  | { readonly op: 'close' }
);

type Unsent = Request extends infer R ? (R extends Request ? Omit<R, 'id'> : never) : never;

export type Answer =
  | { readonly id: number; readonly value: unknown; readonly error?: undefined }
  | { readonly id: number; readonly error: { readonly message: string; readonly code: string | null } };

// Threads start from built JavaScript, in tests as well: Node 20 runs no TypeScript.
const WORKER = fileURLToPath(new URL('../../dist/store/pglite-worker.js', import.meta.url));

/** Opens the database in a folder, making it when absent. Rejects when its files cannot be opened. */
export async function openPglite(folder: string): Promise<Engine> {
  const worker = new Worker(WORKER, { workerData: { folder } });
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let sent = 0;
  let dead: Error | null = null;
  let closing = false;

  const die = (error: Error): void => {
    dead ??= error;
    for (const { reject } of waiting.values()) reject(dead);
    waiting.clear();
  };
  const ready = new Promise<unknown>((resolve, reject) => waiting.set(0, { resolve, reject }));
  worker.on('message', (answer: Answer) => {
    const asked = waiting.get(answer.id);
    waiting.delete(answer.id);
    // A record that somebody forgot to close does not keep the program alive.
    if (waiting.size === 0) worker.unref();
    if (answer.error === undefined) asked?.resolve(answer.value);
    else asked?.reject(Object.assign(new Error(answer.error.message), { code: answer.error.code }));
  });
  worker.on('error', die);
  worker.on('exit', () => die(new ChanceryError(closing ? 'bad-argument' : 'internal', 'the record is closed')));

  function ask(request: Unsent): Promise<unknown> {
    if (dead !== null) return Promise.reject(dead);
    const id = ++sent;
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      worker.ref();
      worker.postMessage({ ...request, id });
    });
  }

  // Statements of others wait until a transaction is over: there is only one connection.
  let turn: Promise<unknown> = Promise.resolve();
  function alone<T>(work: () => Promise<T>): Promise<T> {
    const mine = turn.then(work, work);
    turn = mine.catch(() => undefined);
    return mine;
  }
  const query = (sql: string, parameters: readonly unknown[] = []): Promise<never[]> =>
    ask({ op: 'query', sql, parameters: cleanParameters(parameters) }) as Promise<never[]>;
  const session: Session = { query };
  const script = async (sql: string): Promise<void> => {
    await ask({ op: 'script', sql });
  };

  await ready;
  await script(
    `create schema if not exists ${SCHEMA}; set search_path to ${SCHEMA}; set jit = off; set enable_seqscan = off;`,
  );
  const [about] = (await query('show server_version')) as { server_version: string }[];
  return {
    name: 'pglite',
    version: about?.server_version ?? 'unknown',
    query: (sql, parameters) => alone(() => query(sql, parameters)),
    script: (sql) => alone(() => script(sql)),
    transaction: (work) =>
      alone(async () => {
        await query('begin');
        try {
          const result = await work(session);
          await query('commit');
          return result;
        } catch (error) {
          await query('rollback').catch(() => undefined);
          throw error;
        }
      }),
    close: () =>
      alone(async () => {
        if (dead !== null) return;
        closing = true;
        await ask({ op: 'close' });
        await worker.terminate();
      }),
  };
}
