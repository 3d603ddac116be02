/** What the pages make of addresses, dates and overlapping marks, without a browser. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sharedWords } from '../../src/web/words/beside.ts';
import { barDays, showBasis, showDate } from '../../src/web/words/dates.ts';
import { linear } from '../../src/web/words/scale.ts';
import { documentsSearch, parseSearch, stringifySearch, timelineSearch, toggled } from '../../src/web/words/search.ts';
import { paragraphsOf, segmentsOf } from '../../src/web/words/segments.ts';

test('an address says what it was made of', () => {
  const search = { actor: 'person:antony-blinken', types: ['CONSULT', 'AID'], from: '2021-08-01', held: true as const };
  expect(stringifySearch(search)).toBe('?actor=person:antony-blinken&types=CONSULT,AID&from=2021-08-01&held=true');
  expect(timelineSearch(parseSearch(stringifySearch(search)))).toEqual(search);
});

test('any words come through an address unchanged', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme' }), (text) => {
      fc.pre(text.trim() !== '' && text.isWellFormed());
      expect(timelineSearch(parseSearch(stringifySearch({ text })))).toEqual({ text });
    }),
  );
});

test('nonsense in an address is passed over', () => {
  expect(timelineSearch(parseSearch('?from=yesterday&types=,,&held=maybe&view=none&colour=red&actor=%20'))).toEqual({});
  expect(documentsSearch(parseSearch('?to=2021-8-1&sort=-title'))).toEqual({ sort: '-title' });
});

test('a choice comes and goes', () => {
  expect(toggled(undefined, 'AID')).toEqual(['AID']);
  expect(toggled(['AID', 'CONSULT'], 'AID')).toEqual(['CONSULT']);
  expect(toggled(['AID'], 'AID')).toBeUndefined();
});

test('dates read as people write them', () => {
  for (const [value, shown] of [
    ['2024-07-27', '27 Jul 2024'],
    ['2013-07', 'Jul 2013'],
    ['1995', '1995'],
    ['2022-W31', 'week 31 of 2022'],
    ['2021-08-02/2021-08-06', '2–6 Aug 2021'],
    ['2021-08-30/2021-09-02', '30 Aug – 2 Sep 2021'],
    ['2021-05/2021-06', 'May 2021 – Jun 2021'],
    ['2021-12-30/2022-01-02', '30 Dec 2021 – 2 Jan 2022'],
    ['someday', 'someday'],
  ] as const) {
    expect(showDate(value)).toBe(shown);
  }
  expect(showBasis('in Lima, 2024-11-16 to 2024-11-16')).toBe('in Lima, 16\u00a0Nov\u00a02024');
  expect(showBasis('Saturday from 2024-07-28')).toBe('Saturday, from 28\u00a0Jul\u00a02024');
});

test('a bar ends where the next begins', () => {
  expect(barDays('2024-02-01', 'month')).toEqual({ from: '2024-02-01', to: '2024-02-29' });
  expect(barDays('2023-01-01', 'year')).toEqual({ from: '2023-01-01', to: '2023-12-31' });
  expect(barDays('2023-05-06', 'day')).toEqual({ from: '2023-05-06', to: '2023-05-06' });
});

test('paragraphs stand between line breaks', () => {
  expect(paragraphsOf('one\n\n  \ntwo three\n')).toEqual([
    [0, 3],
    [8, 17],
  ]);
});

test('overlapping marks cut the text where one begins or ends, innermost last', () => {
  const marks = [
    { span: [0, 10], kind: 'event', id: 'event-1' },
    { span: [4, 6], kind: 'figure', id: 'figure-1' },
    { span: [5, 12], kind: 'statement', id: 'statement-1' },
  ] as const;
  expect(
    segmentsOf('abcdefghijklmn', [0, 14], marks).map(({ text, marks: own }) => [
      text,
      own.map(({ kind }) => kind).join('+'),
    ]),
  ).toEqual([
    ['abcd', 'event'],
    ['e', 'event+figure'],
    ['f', 'event+statement+figure'],
    ['ghij', 'event+statement'],
    ['kl', 'statement'],
    ['mn', ''],
  ]);
});

test('segments are exactly the text, whatever is marked', () => {
  const span = fc.tuple(fc.integer({ min: -5, max: 60 }), fc.integer({ min: -5, max: 60 }));
  fc.assert(
    fc.property(fc.string({ maxLength: 50 }), fc.array(span, { maxLength: 12 }), (text, spans) => {
      const marks = spans.map((one, index) => ({ span: one, kind: 'event', id: String(index) }));
      const segments = segmentsOf(text, [0, text.length], marks);
      expect(segments.map((segment) => segment.text).join('')).toBe(text);
      for (const { start, end, marks: own } of segments) {
        const covering = marks.filter(
          (mark) => mark.span[0] <= start && mark.span[1] >= end && mark.span[0] < mark.span[1],
        );
        expect(own.map(({ id }) => id).sort()).toEqual(covering.map(({ id }) => id).sort());
      }
    }),
  );
});

test('a scale goes forth and back', () => {
  const x = linear([10, 20], [0, 200]);
  expect([x(10), x(15), x(20), x.invert(100), x.invert(x(12.5))]).toEqual([0, 100, 200, 15, 12.5]);
  expect(linear([5, 5], [0, 200])(5)).toBe(0);
});

test('two texts share runs of five words, not single ones', () => {
  const left = 'The ferry left the northern pier at noon, the ministry said.';
  const right = 'At noon there was rain. THE FERRY left the northern pier again.';
  const [a, b] = sharedWords(left, right);
  expect([a.shared, a.words, b.shared, b.words]).toEqual([6, 11, 6, 12]);
  expect(a.spans.map(([start, end]) => left.slice(start, end))).toEqual(['The ferry left the northern pier']);
  expect(b.spans.map(([start, end]) => right.slice(start, end))).toEqual(['THE FERRY left the northern pier']);
  expect(sharedWords(left, left)[0].shared).toBe(11);
  expect(sharedWords('', left)).toMatchObject([{ words: 0, shared: 0 }, { shared: 0 }]);
});
