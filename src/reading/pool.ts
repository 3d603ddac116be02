/** Reads pages in worker threads: in order, with bounded memory, and with a limit on time and memory for each page. */

import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
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
   * A page that exceeds the time limit as HTML is read once more by the text path, with a flag.
   * Rejects with ChanceryError `timeout` or `too-large` when that fails too.
   */
  read(page: Page): Promise<Reading>;
  close(): Promise<void>;
}

// Threads start from built JavaScript, in tests as well: Node 20 runs no TypeScript.
const WORKER = fileURLToPath(new URL('../../dist/reading/worker.js', import.meta.url));

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

  async function run(page: Page): Promise<Reading> {
    const limit = new AbortController();
    const timer = setTimeout(() => limit.abort(), timeout);
    try {
      return JSON.parse((await pool.run(page, { signal: limit.signal })) as string) as Reading;
    } catch (error) {
      if (limit.signal.aborted)
        throw new ChanceryError('timeout', `reading took longer than ${timeout / 1000} s`, { cause: error });
      if ((error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY') {
        throw new ChanceryError('too-large', 'reading needed more memory than allowed', { cause: error });
      }
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  return { jobs, read: run, close: () => pool.destroy() };
}
