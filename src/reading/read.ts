/** One page to one Reading, in this thread. */

import { readPage, readRendered } from '../article/index.ts';
import type { Page } from '../core/index.ts';
import { type Kit, readArticle } from '../pipeline.ts';
import { withinLimit } from './limit.ts';
import { type Reading, toReading } from './reading.ts';

/**
 * Pure and synchronous. HTML from strangers belongs in the pool (pool.ts), where a page that takes too long can be stopped.
 *
 * `stopped` says why markup is read as plain lines, for a page that could not be read otherwise; the flag `reader-stopped` repeats it.
 */
export function readingOf(page: Page, kit: Kit, stopped?: string): Reading {
  const article = stopped === undefined ? readPage(page) : readRendered(page, stopped);
  return toReading(readArticle(withinLimit(article), kit));
}
