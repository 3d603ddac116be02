/** What was odd about a page, in sentences a reader understands. */

import type { Flag, Strength } from '../core/index.ts';

const flag = (code: string, strength: Strength, reason: string): Flag => ({
  code,
  ledger: 'integrity',
  strength,
  reason,
  spans: [],
  rule: `article/${code}`,
});

export const truncated = (): Flag =>
  flag('truncated', 'medium', 'The input was longer than the limit, so its end was not read.');
export const lossyEncoding = (charset: string): Flag =>
  flag('lossy-encoding', 'medium', `Some bytes are no valid ${charset}; the characters they stood for are lost.`);
export const noBody = (): Flag =>
  flag('no-body', 'strong', 'No running text was found, so there is nothing to read findings from.');
export const scriptOnly = (): Flag =>
  flag('script-only', 'strong', 'The page shows its text by script only; the markup itself holds no story.');
export const tooDeep = (depth: number): Flag =>
  flag('too-deep', 'weak', `Elements nested more than ${depth} deep were flattened before reading.`);
export const tooLarge = (nodes: number): Flag =>
  flag(
    'too-large',
    'medium',
    `The markup has more than ${nodes.toLocaleString('en')} parts or is too long; the rest was not read.`,
  );
export const readerStopped = (why: string): Flag =>
  flag('reader-stopped', 'medium', `The page was read as plain lines, because its markup ${why}.`);
export const otherLanguage = (language: string): Flag =>
  flag(
    'other-language',
    'strong',
    `The text is not English (it looks like "${language}"), so names and findings are not to be relied on.`,
  );
export const livePage = (): Flag =>
  flag('live-page', 'weak', 'This is a running live report: its entries were written at different times.');
export const cutOff = (): Flag =>
  flag('cut-off', 'medium', 'The text stops in the middle, as behind a paywall or in a feed.');
export const listing = (): Flag =>
  flag('listing', 'strong', 'The page is a list of other stories, not a story of its own.');
