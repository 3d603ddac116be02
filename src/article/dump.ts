/** Text with page furniture in it: lines, then the stretch that is the story. */

import type { Article, Flag, Page } from '../core/index.ts';
import { assemble } from './assemble.ts';
import { dumpLine, type Line } from './line.ts';
import { selectBody } from './select.ts';
import { unwrapLines } from './unwrap.ts';

// Form feeds, vertical tabs and the Unicode separators end lines too.
const BREAK = /\r\n|[\n\r\f\v\u2028\u2029\u0085]/;

/** A dump has as many lines as a page; beyond this nothing is read. */
const MAX_LINES = 100_000;
const MAX_LENGTH = 5_000_000;

export function linesOfText(text: string): Line[] {
  const lines: Line[] = [];
  let gap = true;
  for (const raw of unwrapLines(text.split(BREAK, MAX_LINES))) {
    const line = dumpLine(raw, gap);
    if (line !== null) lines.push(line);
    gap = line === null;
  }
  return lines;
}

export function readDump(page: Page, source: string = page.content, flags: readonly Flag[] = []): Article {
  if (source.length > MAX_LENGTH) return readDump({ ...page, truncated: true }, source.slice(0, MAX_LENGTH), flags);
  return assemble({ page, verdicts: selectBody(linesOfText(source)).verdicts, metadata: null, flags });
}
