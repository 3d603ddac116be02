/** A pool thread: loads the kit once, then reads page after page. */

import type { MessagePort } from 'node:worker_threads';
import type { Page } from '../core/index.ts';
import { loadKit } from '../kit.ts';
import type { Kit } from '../pipeline.ts';
import { readingOf } from './read.ts';
import type { Reading } from './reading.ts';

export interface Task {
  readonly page: Page;
  /** Why the markup was given up: it is then read as plain lines. */
  readonly stopped?: string | undefined;
  /** Told when reading begins, so that loading does not count against the page. */
  readonly started: MessagePort;
}

let kit: Kit | undefined;

/** The task: JSON, since a string crosses threads faster than a deep object. */
export default function readInThread({ page, stopped, started }: Task): string {
  kit ??= loadKit();
  started.postMessage(null);
  started.close();
  return JSON.stringify(readingOf(page, kit, stopped) satisfies Reading);
}
