/** Reading speed of the article room: pages per second beside bare Readability, and the time of pages at the caps. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { readPage, renderLines } from '../src/article/index.ts';
import { pageOf } from '../src/eval/article-fixtures.ts';

// Usage: npx tsx bench/article.ts [FOLDER], where FOLDER/html holds *.html.gz; without it the hand-written pages are read.
const folder = process.argv[2] ?? process.env.CHANCERY_GOLD_ARTICLES;
const own = new URL('../tests/fixtures/pages/', import.meta.url).pathname;

const pages =
  folder !== undefined && existsSync(join(folder, 'html'))
    ? readdirSync(join(folder, 'html')).map((file) =>
        gunzipSync(readFileSync(join(folder, 'html', file))).toString('utf8'),
      )
    : readdirSync(own)
        .filter((file) => file.endsWith('.html'))
        .map((file) => readFileSync(join(own, file), 'utf8'));
const dumps = pages.map(renderLines);

/** CPU milliseconds of the fastest of three rounds: other work on the machine hardly counts. */
function clock(run: () => void): number {
  run();
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 3; round++) {
    const { user, system } = process.cpuUsage();
    run();
    const after = process.cpuUsage();
    best = Math.min(best, (after.user - user + after.system - system) / 1000);
  }
  return best;
}

const html = clock(() => {
  for (const page of pages) readPage(pageOf(page, 'html'));
});
const text = clock(() => {
  for (const page of dumps) readPage(pageOf(page, 'dump'));
});
const bare = clock(() => {
  for (const page of pages) new Readability(parseHTML(page).document as never).parse();
});
const rate = (milliseconds: number): string => `${((pages.length / milliseconds) * 1000).toFixed(0)} pages/s`;
console.log(`article, HTML      ${rate(html)}, ${(html / bare).toFixed(2)} times the time of bare Readability`);
console.log(`article, text      ${rate(text)}`);
console.log(`Readability, bare  ${rate(bare)}`);

const STORY =
  '<p>The minister met her counterpart in the capital on Monday, officials said, and both agreed to meet again.</p>';
const CAPS: Readonly<Record<string, string>> = {
  'paragraphs at the node cap': STORY.repeat(25_000),
  'blocks at the node cap': '<div class="x">some text, here</div>'.repeat(25_000),
  'nested 20,000 deep': '<div>'.repeat(20_000) + STORY.repeat(5),
  'repeated <b><p>, 8,000': '<b><p>words of some length, and more'.repeat(8000),
  '<a><div> nest, 5,000': '<a href=x><div>word words, more words'.repeat(5000),
  'line breaks at their cap': 'text<br>'.repeat(8000),
  '50 MB': `<p>${'lorem ipsum dolor, '.repeat(50)}</p>`.repeat(52_000),
};
for (const [name, page] of Object.entries(CAPS)) {
  const start = performance.now();
  readPage(pageOf(page, 'html'));
  console.log(`${name.padEnd(28)} ${(performance.now() - start).toFixed(0)} ms`);
}
