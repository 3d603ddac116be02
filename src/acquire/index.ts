/** Paths, streams and addresses to Pages. The only room that reads what strangers send. */

export { fetchLine, readDocuments, readUnfetched } from './documents.ts';
export type { Fetched, FetchOptions } from './fetch.ts';
export { givenDate } from './given-date.ts';
export { type Format, findInputs, formatOf, type Input } from './inputs.ts';
export { type LineResult, readLines } from './lines.ts';
export { DEFAULT_MAX_BYTES, keptBytes, type PageHints, toPage } from './page.ts';
export type { Acquired, AcquireOptions, Refused, ToFetch } from './types.ts';
