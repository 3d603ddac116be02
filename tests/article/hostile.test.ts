/** Any input gives an article in bounded time, whose blocks and spans hold. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPage } from '../../src/article/index.ts';
import { scanMarkup } from '../../src/article/scan.ts';
import { type Article, overlaps } from '../../src/core/index.ts';
import { pageOf } from '../../src/eval/article-fixtures.ts';

const STORY =
  '<p>The minister met her counterpart in the capital on Monday, officials said, and both agreed to meet again.</p>';

function sound(article: Article): void {
  const { text, blocks } = article;
  let before = 0;
  for (const { span } of blocks) {
    expect(span[0]).toBeGreaterThanOrEqual(before);
    expect(span[1]).toBeGreaterThan(span[0]);
    expect(span[1]).toBeLessThanOrEqual(text.length);
    expect(text.slice(span[0], span[1]).trim()).not.toBe('');
    before = span[1];
  }
  for (const [index, block] of blocks.entries())
    expect(blocks[index + 1] === undefined || !overlaps(block.span, blocks[index + 1]!.span)).toBe(true);
  if (article.dateline?.span != null) expect(text.slice(...article.dateline.span)).not.toBe('');
  for (const aside of article.asides) expect(aside.text).not.toBe('');
}

const PIECES = [
  '<div>',
  '</div>',
  '<p>',
  '<b>',
  '<a href=x>',
  '<table><tr><td>',
  '<li>',
  '<script>',
  '</script>',
  '<br>',
  '<h1>',
  '<!--',
  '<article>',
  '<meta property="article:published_time" content="x">',
  '&#0;',
  STORY,
  'Related Posts',
  'August 6, 2021',
  '\n',
  '“',
  '\u0000',
  '\ud800',
  'คำ',
  '"',
];

test('soup of markup never throws and keeps its promises', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }), (parts) => {
      for (const kind of ['html', 'dump', 'plain'] as const) sound(readPage(pageOf(parts.join(''), kind)));
    }),
    { numRuns: 60 },
  );
});

test('any text: plain keeps it verbatim, reading twice agrees', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      const plain = readPage(pageOf(text, 'plain'));
      expect(plain.text).toBe(text);
      sound(plain);
      const page = pageOf(text, 'dump');
      expect(readPage(page)).toEqual(readPage(page));
    }),
    { numRuns: 100 },
  );
});

const HOSTILE: Readonly<Record<string, string>> = {
  'nested 20,000 deep': '<div>'.repeat(20_000) + STORY.repeat(5),
  'unclosed bold paragraphs': '<b><p>words, and more words'.repeat(8000),
  'links around blocks': '<a href=x><div>words, words'.repeat(5000),
  'forms beside forms': '<form><input>'.repeat(20_000),
  'broken lines': 'text<br>'.repeat(40_000),
  'unclosed lists': '<ul><li>'.repeat(10_000),
  'one line': 'word '.repeat(300_000),
  'script only': `<div id=root></div><script>${'var a=1;'.repeat(50_000)}</script>`,
  'deep JSON-LD': `<script type="application/ld+json">${'['.repeat(100_000)}</script>${STORY.repeat(4)}`,
  'open brackets': '<'.repeat(200_000),
};

for (const [name, html] of Object.entries(HOSTILE)) {
  test(name, { timeout: 20_000 }, () => sound(readPage(pageOf(html, 'html'))));
}

test('deep markup keeps its text and says so', () => {
  const article = readPage(pageOf(HOSTILE['nested 20,000 deep']!, 'html'));
  expect(article.text).toContain('both agreed to meet again');
  expect(article.flags.map((flag) => flag.code)).toContain('too-deep');
});

test('the gate writes within its limits', () => {
  const scan = scanMarkup(`${'<div>'.repeat(50)}x`, { depth: 10, nodes: 1000 });
  expect(scan.flattened).toBe(true);
  expect(scan.html.split('<div>').length - 1).toBe(10);
  expect(scanMarkup('<p>a</p>'.repeat(100), { depth: 10, nodes: 20 }).cut).toBe(true);
});
