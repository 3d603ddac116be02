/** A page of markup: gate, tree, metadata, candidate body, post-pass. */

import { Readability } from '@mozilla/readability';
import type { Article, Flag, Page } from '../core/index.ts';
import { assemble } from './assemble.ts';
import { type DomDocument, type DomElement, parseDocument } from './dom.ts';
import { readDump } from './dump.ts';
import { readerStopped, scriptOnly, tooDeep, tooLarge } from './flags.ts';
import type { Line } from './line.ts';
import { type Metadata, readMetadata } from './metadata.ts';
import { findReason, pruneCandidate } from './prune.ts';
import { renderLines } from './render.ts';
import { MAX_DEPTH, MAX_NODES, scanMarkup } from './scan.ts';
import { selectBody, typeOutside } from './select.ts';
import { countWords } from './sentence.ts';
import { confirmedByLine, titleOfPage } from './title.ts';
import { aside, isKept, type Verdict } from './verdict.ts';
import { walkLines } from './walk.ts';

export function readHtml(page: Page): Article {
  const scan = scanMarkup(page.content);
  const flags: Flag[] = [];
  if (scan.flattened) flags.push(tooDeep(MAX_DEPTH));
  if (scan.cut) flags.push(tooLarge(MAX_NODES));
  try {
    const document = parseDocument(scan.html);
    const root = document.body ?? document.documentElement;
    // Metadata and lines are taken before Readability, which changes the tree.
    const lines = root === null ? [] : walkLines(root);
    const read = readMetadata(document);
    const metadata = { ...read, docTitle: confirmedByLine(read.docTitle, lines) };
    const verdicts = decide(document, lines, metadata);
    if (scan.scripted && !verdicts.some(isKept)) flags.push(scriptOnly());
    return assemble({ page, verdicts, metadata, flags });
  } catch {
    return readRendered(page, 'could not be made into a tree', flags);
  }
}

/** The text path for markup: used when the tree path failed or was stopped. */
export function readRendered(page: Page, why: string, flags: readonly Flag[] = []): Article {
  return readDump(page, renderLines(page.content), [...flags, readerStopped(why)]);
}

function findCandidate(document: DomDocument): DomElement | null {
  // Readability's types want a browser's document.
  const parsed = new Readability<unknown>(document as never, {
    serializer: (element: unknown) => element,
    keepClasses: true,
    disableJSONLD: true,
  }).parse();
  return (parsed?.content as DomElement | null | undefined) ?? null;
}

/** Every line of the page with its verdict, in page order. */
function decide(document: DomDocument, lines: readonly Line[], metadata: Metadata): Verdict[] {
  const candidate = findCandidate(document);
  const decided = candidate === null ? [] : pruneCandidate(walkLines(candidate), titleOfPage(metadata));
  if (!decided.some((verdict) => isKept(verdict) && countWords(verdict.line.text) >= 4))
    return [...selectBody(lines).verdicts];
  return merge(lines, decided);
}

const outside = (line: Line): Verdict => {
  const words = countWords(line.text);
  const reason = findReason(line, words);
  if (reason === null) return typeOutside(line);
  // A short link by itself is a menu's, a longer one another story's.
  return aside(line, reason.id === 'links/dense' && words <= 4 ? 'nav' : reason.kind, reason.id);
};

/**
 * Puts the candidate's decided lines back among the page's lines.
 *
 * Both come from the same tree in the same order, but Readability drops, joins and splits; so a page line is matched by its words,
 * each decided line at most once, and decided lines that match none keep their place behind the one before them.
 */
function merge(lines: readonly Line[], decided: readonly Verdict[]): Verdict[] {
  const waiting = new Map<string, { readonly at: number[]; next: number }>();
  for (const [index, { line }] of decided.entries()) {
    const queue = waiting.get(line.text);
    if (queue === undefined) waiting.set(line.text, { at: [index], next: 0 });
    else queue.at.push(index);
  }
  const result: Verdict[] = [];
  let next = 0;
  let tail = '';
  const emitTo = (end: number): void => {
    for (; next < end; next++) result.push(decided[next]!);
  };
  for (const line of lines) {
    const queue = waiting.get(line.text);
    // Each queue only moves on, so that a page of equal lines stays linear.
    while (queue !== undefined && (queue.at[queue.next] ?? next) < next) queue.next++;
    const match = queue?.at[queue.next];
    if (match !== undefined && match - next <= JUMP) {
      emitTo(match + 1);
      tail = line.text;
      continue;
    }
    // Part of a decided line that is joined or split otherwise there.
    const near = decided[next]?.line.text ?? '';
    if (line.text.length >= 12 && (near.includes(line.text) || tail.includes(line.text))) continue;
    result.push(outside(line));
  }
  emitTo(decided.length);
  return result;
}

/** A match further on than this is a teaser that has the words of a later line. */
const JUMP = 400;
