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

/** Workers start from built code; run from source they are found in `dist`, if it was built. */
function workerFile(): string | null {
  const candidates = ['./worker.js', '../../dist/article/worker.js'].map((path) =>
    fileURLToPath(new URL(path, import.meta.url)),
  );
  return candidates.find((path) => existsSync(path)) ?? null;
}

const idle: Worker[] = [];
/** More idle readers than this are let go. */
const KEEP = 4;

function takeWorker(file: string, memory: number): Worker {
  const worker = idle.pop() ?? new Worker(file, { resourceLimits: { maxOldGenerationSizeMb: memory, stackSizeMb: 8 } });
  worker.ref();
  return worker;
}

function giveBack(worker: Worker): void {
  // An idle reader never keeps the process alive.
  worker.unref();
  if (idle.length < KEEP) idle.push(worker);
  else void worker.terminate();
}

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
  const timeout = options.timeout ?? TIMEOUT;
  return new Promise((resolve) => {
    const worker = takeWorker(file, options.memory ?? MEMORY);
    let done = false;
    const finish = (article: () => Article, keep: boolean): void => {
      if (done) return;
      done = true;
      clearTimeout(timer);
      worker.removeAllListeners();
      // A reader that dies after it was given up must not take the process with it.
      worker.on('error', () => {});
      if (keep) {
        worker.removeAllListeners();
        giveBack(worker);
      } else void worker.terminate();
      resolve(article());
    };
    const timer = setTimeout(
      () => finish(() => readRendered(page, `took longer than ${timeout / 1000} seconds to read`), false),
      timeout,
    );
    worker.on('message', (article: Article) => finish(() => article, true));
    worker.on('error', () => finish(() => readRendered(page, 'needed more memory than allowed'), false));
    worker.on('exit', () => finish(() => readRendered(page, 'stopped the reader'), false));
    worker.postMessage(page);
  });
}

/** Ends the idle readers at once; without it they end with the process. */
export async function stopReaders(): Promise<void> {
  await Promise.all(idle.splice(0).map((worker) => worker.terminate()));
}
