/** A pool thread: loads the kit once, then reads page after page. */

import type { Page } from '../core/index.ts';
import { loadKit } from '../kit.ts';
import type { Kit } from '../pipeline.ts';
import { readingOf } from './read.ts';
import type { Reading } from './reading.ts';

let kit: Kit | undefined;

/** The task: JSON, since a string crosses threads faster than a deep object. */
export default function readInThread(page: Page): string {
  kit ??= loadKit();
  return JSON.stringify(readingOf(page, kit) satisfies Reading);
}
