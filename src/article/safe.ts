/** The killable reader: markup is read in a thread with a limit on time and memory; when it is stopped, the text path takes over. */

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Article, Page } from '../core/index.ts';
import { readRendered } from './html.ts';
import { readPage } from './read.ts';

export interface SafeOptions {
  /** Milliseconds for one page; 5000 unless told. */
  readonly timeout?: number;
  /** Megabytes of JavaScript heap for one reader; 512 unless told. */
  readonly memory?: number;
}

const TIMEOUT = 5000;
const MEMORY = 512;
/** Starting a thread and loading its code is not the page's fault; on a busy machine it takes this long at most. */
const START = 30_000;

/** Workers start from built code; run from source they are found in `dist`, if it was built. */
function workerFile(): string | null {
  const candidates = ['./worker.js', '../../dist/article/worker.js'].map((path) =>
    fileURLToPath(new URL(path, import.meta.url)),
  );
  return candidates.find((path) => existsSync(path)) ?? null;
}

type Outcome = { readonly article: Article } | { readonly stopped: string };

/** One thread; it reads one page at a time. */
class Reader {
  readonly memory: number;
  readonly #worker: Worker;
  readonly #ready: Promise<void>;
  #settle: ((outcome: Outcome) => void) | null = null;
  alive = true;

  constructor(file: string, memory: number) {
    this.memory = memory;
    this.#worker = new Worker(file, { resourceLimits: { maxOldGenerationSizeMb: memory, stackSizeMb: 8 } });
    let ready = (): void => {};
    this.#ready = new Promise((resolve) => {
      ready = resolve;
    });
    this.#worker.on('message', (message: Article | 'ready') => {
      if (message === 'ready') ready();
      else this.#settle?.({ article: message });
    });
    const lost = (why: string) => (): void => {
      this.alive = false;
      ready();
      this.#settle?.({ stopped: why });
    };
    this.#worker.on('error', lost('needed more memory than allowed'));
    this.#worker.on('exit', lost('stopped the reader'));
  }

  async read(page: Page, timeout: number): Promise<Outcome> {
    this.#worker.ref();
    await within(this.#ready, START);
    const outcome = await new Promise<Outcome>((resolve) => {
      if (!this.alive) return resolve({ stopped: 'could not be given to a reader' });
      const timer = setTimeout(
        () => resolve({ stopped: `took longer than ${timeout / 1000} seconds to read` }),
        timeout,
      );
      this.#settle = (result) => {
        clearTimeout(timer);
        resolve(result);
      };
      this.#worker.postMessage(page);
    });
    this.#settle = null;
    // An idle reader never keeps the process alive.
    if ('article' in outcome) this.#worker.unref();
    else await this.stop();
    return outcome;
  }

  async stop(): Promise<void> {
    this.alive = false;
    await this.#worker.terminate();
  }
}

function within(promise: Promise<void>, milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    void promise.then(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}

const idle: Reader[] = [];
/** More idle readers than this are let go. */
const KEEP = 4;

/**
 * Reads one page within limits of time and memory.
 *
 * Markup goes to a worker thread; other kinds are read at once, because their path is linear. A page that exceeds a limit is read
 * as lines and carries the flag `reader-stopped`. Never rejects on content.
 */
export async function readPageSafely(page: Page, options: SafeOptions = {}): Promise<Article> {
  if (page.kind !== 'html') return readPage(page);
  const file = workerFile();
  // From unbuilt source there is no thread to start; the gate's caps still hold.
  if (file === null) return readPage(page);
  const memory = options.memory ?? MEMORY;
  const place = idle.findIndex((reader) => reader.alive && reader.memory === memory);
  const reader = place >= 0 ? idle.splice(place, 1)[0]! : new Reader(file, memory);
  const outcome = await reader.read(page, options.timeout ?? TIMEOUT);
  if (!('article' in outcome)) return readRendered(page, outcome.stopped);
  if (idle.length < KEEP) idle.push(reader);
  else await reader.stop();
  return outcome.article;
}

/** Ends the idle readers at once; without it they end with the process. */
export async function stopReaders(): Promise<void> {
  await Promise.all(idle.splice(0).map((reader) => reader.stop()));
}
