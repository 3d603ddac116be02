import { afterAll, expect, test } from 'vitest';
import { readPageSafely, stopReaders } from '../../src/article/index.ts';
import { pageOf } from '../../src/eval/article-fixtures.ts';

const STORY =
  '<p>The minister met her counterpart in the capital on Monday, officials said, and both agreed to meet again.</p>';

afterAll(() => stopReaders());

test('a page is read the same in a thread', async () => {
  const article = await readPageSafely(pageOf(`<h1>Talks in the capital</h1>${STORY.repeat(4)}`, 'html'));
  expect(article.title).toBe('Talks in the capital');
  expect(article.text).toContain('agreed to meet again');
}, 60_000);

test('several at once', async () => {
  const pages = [1, 2, 3].map((n) => readPageSafely(pageOf(STORY.repeat(n + 2), 'html')));
  expect((await Promise.all(pages)).every((article) => article.text !== '')).toBe(true);
}, 60_000);

test('text needs no thread', async () => {
  const article = await readPageSafely(
    pageOf('The minister met her counterpart in the capital on Monday, officials said in a statement.', 'dump'),
  );
  expect(article.blocks).toHaveLength(1);
});
