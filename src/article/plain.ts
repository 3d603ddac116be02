/** Clean running text: nothing is removed, nothing changed; only paragraphs are found. */

import type { Article, Block, Page } from '../core/index.ts';
import { flagsOf } from './assemble.ts';
import { findCredits } from './credits.ts';
import { type FoundDateline, findDateline } from './dateline.ts';
import { findLanguage } from './language.ts';
import { withoutBullet } from './line.ts';
import { choosePublished } from './published.ts';
import { countWords, hasSentenceEnd } from './sentence.ts';
import { isWrapped } from './unwrap.ts';

export function readPlain(page: Page): Article {
  const text = page.content;
  const blocks = findBlocks(text);
  let dateline: FoundDateline | null = null;
  for (const block of blocks.slice(0, 3)) {
    if (block.kind === 'body') dateline ??= findDateline(text.slice(block.span[0], block.span[1]), block.span[0]);
  }
  const language = findLanguage(text);
  const end = blocks.at(-1);
  const last = end === undefined ? '' : text.slice(end.span[0], end.span[1]);
  const published = choosePublished({
    given: page.given.published,
    metadata: null,
    url: page.url,
    printed: null,
    dateline: dateline?.date ?? null,
  });
  return {
    id: page.id,
    url: page.url,
    title: page.given.title,
    byline: [],
    publisher: page.given.publisher,
    published: published.value,
    publishedBasis: published.basis,
    dateline: dateline === null ? null : { place: dateline.place, agency: dateline.agency, span: dateline.span },
    language,
    text,
    blocks,
    asides: [],
    credits: findCredits({
      asides: [],
      text,
      lastBlock: last.trimEnd(),
      datelineAgency: dateline?.agency ?? null,
      datelineText: dateline?.span == null ? null : text.slice(dateline.span[0], dateline.span[1]),
    }),
    flags: flagsOf(page, text, language, last, null),
  };
}

/** Lines are paragraphs, unless the text is hard-wrapped: then blank lines part them. */
function findBlocks(text: string): Block[] {
  const spans: [number, number][] = [];
  const wrapped = isWrapped(text.split('\n'));
  let open = false;
  for (const match of text.matchAll(/[^\n\r]+/g)) {
    const line = match[0];
    const start = match.index + (line.length - line.trimStart().length);
    const end = match.index + line.trimEnd().length;
    if (start >= end) {
      open = false;
      continue;
    }
    const last = spans.at(-1);
    const near = last !== undefined && !/\n\s*\n|\r\r/.test(text.slice(last[1], start));
    if (wrapped && open && near && last !== undefined) last[1] = end;
    else {
      const bullet = text.slice(start, end);
      spans.push([start + (bullet.length - withoutBullet(bullet).length), end]);
    }
    open = true;
  }
  return spans.map(([start, end], index): Block => {
    const line = text.slice(start, end);
    const next = spans[index + 1];
    const heading =
      next !== undefined &&
      index > 0 &&
      !hasSentenceEnd(line) &&
      countWords(line) <= 12 &&
      !/[,;]$/.test(line) &&
      hasSentenceEnd(text.slice(next[0], next[1]));
    return { span: [start, end], kind: heading ? 'heading' : 'body' };
  });
}
