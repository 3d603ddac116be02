import { expect, test } from 'vitest';
import { findFurniture } from '../../src/article/furniture.ts';
import { countWords, hasSentenceEnd, isCutShort } from '../../src/article/sentence.ts';
import { unwrapLines } from '../../src/article/unwrap.ts';

const kind = (text: string) => findFurniture(text, countWords(text))?.kind ?? 'body';

const CASES: readonly (readonly [string, string])[] = [
  ['[ad_1]', 'ad'],
  ['- Advertisement -', 'ad'],
  ['Story continues below', 'ad'],
  ['Share on FacebookShare on Twitter', 'share'],
  ['Facebook Twitter WhatsApp', 'share'],
  ['SHARES', 'share'],
  ['1.2k Views', 'share'],
  ['5 min read', 'share'],
  ['Follow us on Telegram for more news', 'share'],
  ['Read More:Ministers meet on the river', 'teaser'],
  ['Also read: Who is King Aldric?', 'teaser'],
  ['Related Posts', 'teaser'],
  ['Most Popular', 'teaser'],
  ['You may also like', 'teaser'],
  ['Comments are closed.', 'comment'],
  ['Leave a Reply', 'comment'],
  ['Your email address will not be published. Required fields are marked *', 'comment'],
  ['© 2019 The Sarn Gazette.', 'copyright'],
  ['error: Content is protected !!', 'copyright'],
  ['Source: VNS', 'syndication'],
  ['This article was first published in Coast Mirror.', 'syndication'],
  ['(AFP)', 'agency'],
  ['-- BERNAMA', 'agency'],
  ['With inputs from agencies', 'agency'],
  ['Edited by Perrin Cole.', 'credit'],
  ['(Reporting by Ana Velt; Editing by Bo Marsh)', 'credit'],
  ['Photo: Maren Courier', 'caption'],
  ['The quay at dusk. (AFP Photo)', 'caption'],
  ['Envoys at the pier in Port Maren on Monday. — AFP', 'caption'],
  ['By Lena Sorrel', 'byline'],
  ['by Coast Mirror', 'byline'],
  ['August 6, 2021', 'date'],
  ['Updated: Nov 23, 2030 8:00 pm', 'date'],
  ['2 hours ago', 'date'],
  ['View All Result', 'teaser'],
  ['No Result', 'nav'],
  ['34 °c', 'nav'],
  ['Tags: #FisheriesOsk', 'nav'],
  ['Previous Post', 'nav'],
  ['in World', 'nav'],
  ['Home World', 'nav'],
  ['Sign up for our newsletter and get the news in your inbox', 'other'],
  ['Correction: An earlier version misstated the date.', 'correction'],
  // Story, however much it looks like one of the above.
  ['The share of the vote fell to 40 percent, officials said.', 'body'],
  ['By the end of the week the ministers had agreed on a text.', 'body'],
  ['Sources said the meeting would be held in Hollin.', 'body'],
  ['Read the treaty, she told the assembly, and you will understand.', 'body'],
  ['He said the comments were closed to interpretation by nobody in the room.', 'body'],
  ['The agency said it would publish the report in May.', 'body'],
  ['The fund was set up in the port in 1995. It has paid for more than thirty bridges since then. — VNS', 'body'],
  ['Nothing had been signed so far, the envoy said. — Bernama', 'body'],
  ['In World War II the bridge was destroyed twice.', 'body'],
  ['Follow-up talks will be held in Port Maren on Friday.', 'body'],
  ['Более ста человек пришли на площадь перед дворцом.', 'body'],
  ['A bridge in need', 'body'],
];

for (const [text, expected] of CASES) test(`${expected}: ${text}`, () => expect(kind(text)).toBe(expected));

test('words are counted in every script', () => {
  expect(countWords('The U.S. and Vietnam’s ministers')).toBe(5);
  expect(countWords('外相会談が行われた。')).toBeGreaterThanOrEqual(4);
  expect(countWords('รัฐมนตรีต่างประเทศพบกัน')).toBeGreaterThanOrEqual(4);
});

test('sentence ends of many scripts', () => {
  for (const text of ['Done.', '“Done.”', '終わった。', 'انتهى؟', 'समाप्त।', 'ចប់។', 'จบแล้ว'])
    expect(hasSentenceEnd(text), text).toBe(true);
  for (const text of ['Related Posts', 'It was set to...', 'cut […]']) expect(hasSentenceEnd(text), text).toBe(false);
  expect(isCutShort('It was set to…')).toBe(true);
});

test('hard wraps are undone by width', () => {
  const wrapped = [
    'The two ministers met in the harbour town on Monday and',
    'they agreed to open an office there before the summer is',
    'over.',
    '',
    'A second paragraph starts after the blank line and it also',
    'goes on.',
  ];
  expect(unwrapLines(wrapped).filter((line) => line !== '')).toHaveLength(2);
});

test('lines that were not wrapped stay', () => {
  const lines = [
    'Home',
    'World',
    'A paragraph that is far longer than any column of a printed page would ever be, because it was written on one line without a break in it.',
    'End.',
  ];
  expect(unwrapLines(lines)).toEqual(lines);
});
