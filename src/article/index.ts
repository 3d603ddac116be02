/** From a page to an article: body, title, date, dateline, credits, and every line that was taken off with its reason. */

export { readRendered } from './html.ts';
export { readPage } from './read.ts';
export { renderLines } from './render.ts';
export { readPageSafely, type SafeOptions, stopReaders } from './safe.ts';
