/** How much of a text is analysed: enough for any story, little enough to end in time. */

import type { Article, Block, Flag } from '../core/index.ts';

/** UTF-16 units; some 65,000 words, ten seconds on one core. */
export const ANALYSED = 400_000;

/**
 * The article with no more than `limit` units of text to be analysed: blocks behind them are left out, the one that crosses is cut
 * after its last sentence or word. The text itself stays whole. The flag `truncated` says where the analysis stops.
 */
export function withinLimit(article: Article, limit = ANALYSED): Article {
  const { text, blocks } = article;
  if ((blocks.at(-1)?.span[1] ?? 0) <= limit) return article;
  const kept: Block[] = [];
  for (const block of blocks) {
    const [start, end] = block.span;
    if (end <= limit) kept.push(block);
    else {
      const cut = start < limit ? cutAt(text, start, limit) : start;
      if (cut > start) kept.push({ ...block, span: [start, cut] });
      break;
    }
  }
  const end = kept.at(-1)?.span[1] ?? 0;
  return { ...article, blocks: kept, flags: [...article.flags, stoppedAt(end, text.length)] };
}

/** Behind the last sentence that ends within reach before `limit`, else the last word, else `limit` but inside no character. */
function cutAt(text: string, start: number, limit: number): number {
  const from = Math.max(start, limit - 5_000);
  const tail = text.slice(from, limit);
  let sentence = -1;
  for (const match of tail.matchAll(/[.!?]["”’)]?(?=\s)/g)) sentence = match.index + match[0].length;
  if (sentence > 0) return from + sentence;
  const word = tail.search(/\s\S*$/);
  if (word > 0) return from + word;
  return /[\ud800-\udbff]/.test(text[limit - 1] ?? '') ? limit - 1 : limit;
}

const stoppedAt = (end: number, length: number): Flag => ({
  code: 'truncated',
  ledger: 'integrity',
  strength: 'medium',
  reason: `Only the first ${end.toLocaleString('en')} of ${length.toLocaleString('en')} characters were analysed; nothing behind them is in the findings.`,
  spans: [],
  rule: 'reading/limit',
});
