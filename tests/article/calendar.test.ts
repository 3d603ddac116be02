import { expect, test } from 'vitest';
import { DATE_LINE, findDates, isoDay, readStamp } from '../../src/article/calendar.ts';

const check = (text: string, value: string | null, other: string | null = null) => {
  const first = findDates(text)[0];
  expect([first?.value ?? null, first?.other ?? null]).toEqual([value, other]);
};

test('month first', () => check('Posted August 6, 2021 at noon', '2021-08-06'));
test('day first', () => check('6th of August 2021', '2021-08-06'));
test('short month with stop', () => check('Nov. 19, 2019', '2019-11-19'));
test('hyphens', () => check('06-Aug-2021', '2021-08-06'));
test('Spanish', () => check('6 de agosto de 2021', '2021-08-06'));
test('Indonesian', () => check('Senin, 7 April 2031', '2031-04-07'));
test('Vietnamese', () => check('ngày 7 tháng 4 năm 2031', '2031-04-07'));
test('Russian', () => check('11 октября 2018', '2018-10-11'));
test('Japanese', () => check('2018年8月16日', '2018-08-16'));
test('Thai with a Buddhist year', () => check('7 เมษายน 2574', '2031-04-07'));
test('year first with slashes', () => check('2021/08/06', '2021-08-06'));
test('numbers that may be either', () => check('03/04/2021', '2021-04-03', '2021-03-04'));
test('numbers that can be one only', () => check('25/03/2021', '2021-03-25'));
test('two-figure year only where the day is plain', () => check('11/19/19', '2019-11-19'));
test('two-figure year that is not plain', () => check('11/12/19', null));
test('no such day', () => check('February 30, 2021', null));
test('an address is no date', () => check('version 10.2.2021.4', null));

test('stamps keep the day they print', () => {
  expect(readStamp('2021-08-06T23:30:00-05:00')).toBe('2021-08-06');
  expect(readStamp('20210806')).toBe('2021-08-06');
  expect(readStamp('03/04/2021')).toBeNull();
  expect(readStamp('yesterday')).toBeNull();
});

test('days outside the calendar are null', () => {
  expect(isoDay(2021, 13, 1)).toBeNull();
  expect(isoDay(2021, 2, 29)).toBeNull();
  expect(isoDay(2564, 8, 6)).toBe('2021-08-06');
});

test('lines that are only a date', () => {
  for (const line of [
    'Monday, June 16, 2025',
    'August 6, 2021',
    '6 Aug 2021, 10:30 am',
    '2021-08-06',
    'Mon 18 Nov 2019 18:54 GMT',
    '18.11.2019',
  ]) {
    expect(DATE_LINE.test(line), line).toBe(true);
  }
  for (const line of ['On August 6, 2021 the ministers met.', 'August', 'May 2 people enter?'])
    expect(DATE_LINE.test(line), line).toBe(false);
});
