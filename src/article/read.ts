/** Which path a page takes. */

import type { Article, Page } from '../core/index.ts';
import { readDump } from './dump.ts';
import { readHtml } from './html.ts';
import { readPlain } from './plain.ts';

/**
 * Reads one page.
 *
 * Pure and synchronous: the same page gives the same article. Never throws on content: what is odd about it becomes a flag.
 * Markup from strangers is better read by readPageSafely (safe.ts), which also bounds time and memory.
 */
export function readPage(page: Page): Article {
  if (page.kind === 'html') return readHtml(page);
  return page.kind === 'plain' ? readPlain(page) : readDump(page);
}
