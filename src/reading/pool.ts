/** Reads pages in worker threads: in order, with bounded memory, and with a limit on time and memory for each page. */

import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { MessageChannel } from 'node:worker_threads';
import { Piscina } from 'piscina';
import { ChanceryError, type Page } from '../core/index.ts';
import type { Reading } from './reading.ts';

export interface PoolOptions {
  /** Worker threads; the number of cores unless told. */
  readonly jobs?: number;
  /** Milliseconds for one page; 60,000 unless told. */
  readonly timeout?: number;
  /** Megabytes of heap for one thread; 1,500 unless told. */
  readonly memory?: number;
}

export interface ReadingPool {
  readonly jobs: number;
  /**
   * The Reading of one page.
   *
   * Markup has half of the time. When it takes longer, or more memory than allowed, the page is read as plain lines in the
   * other half and carries the flag `reader-stopped`. Rejects with ChanceryError `timeout` or `too-large` when that fails too;
   * the pool stays usable.
   */
  read(page: Page): Promise<Reading>;
  close(): Promise<void>;
}

// Threads start from built JavaScript, in tests as well: Node 20 runs no TypeScript.
const WORKER = fileURLToPath(new URL('../../dist/reading/worker.js', import.meta.url));

/** Starting a thread and loading its tables is not the page's fault; on a busy machine it takes seconds. */
const START = 60_000;

export function openPool(options: PoolOptions = {}): ReadingPool {
  const jobs = options.jobs ?? availableParallelism();
  const timeout = options.timeout ?? 60_000;
  const pool = new Piscina({
    filename: WORKER,
    minThreads: 0,
    maxThreads: jobs,
    idleTimeout: 5_000,
    concurrentTasksPerWorker: 1,
    resourceLimits: { maxOldGenerationSizeMb: options.memory ?? 1_500 },
  });
  // A thread that cannot even start fails outside of any task; those that wait for it learn of it here.
  const waiting = new Set<(error: Error) => void>();
  pool.on('error', (error: Error) => {
    for (const reject of waiting) reject(error);
  });

  /** One attempt; `stopped` says why the page is no longer read as markup. */
  async function attempt(page: Page, milliseconds: number, stopped?: string): Promise<Reading> {
    const limit = new AbortController();
    const abort = (): void => limit.abort();
    let timer = setTimeout(abort, START);
    const { port1: started, port2 } = new MessageChannel();
    started.once('message', () => {
      clearTimeout(timer);
      timer = setTimeout(abort, milliseconds);
    });
    let fail: (error: Error) => void = () => undefined;
    const broken = new Promise<never>((_, reject) => {
      fail = reject;
    });
    waiting.add(fail);
    try {
      const task = { page, stopped, started: port2 };
      const result = pool.run(task, { signal: limit.signal, transferList: [port2] });
      return JSON.parse((await Promise.race([result, broken])) as string) as Reading;
    } catch (error) {
      if (limit.signal.aborted)
        throw new ChanceryError('timeout', `reading took longer than ${timeout / 1000} s`, { cause: error });
      if ((error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY') {
        throw new ChanceryError('too-large', 'reading needed more memory than allowed', { cause: error });
      }
      throw error;
    } finally {
      waiting.delete(fail);
      clearTimeout(timer);
      started.close();
    }
  }

  async function read(page: Page): Promise<Reading> {
    if (page.kind !== 'html') return attempt(page, timeout);
    try {
      return await attempt(page, timeout / 2);
    } catch (error) {
      if (!(error instanceof ChanceryError)) throw error;
      return attempt(
        page,
        timeout / 2,
        error.code === 'timeout' ? 'took too long to read' : 'needed more memory than allowed',
      );
    }
  }

  return { jobs, read, close: () => pool.destroy() };
}
