/** One page to one Reading, in this thread. */

import { readPage } from '../article/index.ts';
import type { Page } from '../core/index.ts';
import { type Kit, readArticle } from '../pipeline.ts';
import { type Reading, toReading } from './reading.ts';

/** Pure and synchronous. HTML from strangers belongs in the pool (pool.ts), where a page that takes too long can be stopped. */
export function readingOf(page: Page, kit: Kit): Reading {
  return toReading(readArticle(readPage(page), kit));
}
