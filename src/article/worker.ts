/** The other side of safe.ts: reads pages in a thread that may be stopped at any moment. */

import { parentPort } from 'node:worker_threads';
import type { Page } from '../core/index.ts';
import { readPage } from './read.ts';

parentPort?.on('message', (page: Page) => {
  parentPort?.postMessage(readPage(page));
});
parentPort?.postMessage('ready');
