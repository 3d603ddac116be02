import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayIso, dayOf, daysOf, mondayOf, partsOf, weekdayOf, weekIso } from '../../src/core/calendar.ts';
import { matchTimes } from '../../src/mentions/times/grammar.ts';
import { readTimes } from '../../src/mentions/times/index.ts';

const read = (text: string, published: string | null = null) =>
  readTimes({
    text,
    blocks: [],
    sentences: [],
    published,
    publishedBasis: published === null ? null : 'page',
    dateline: null,
    offices: null,
  });

/** "words=value" of every time that dates, in order; ends of ranges left out. */
const values = (text: string, published: string | null = null): string[] =>
  read(text, published)
    .times.filter(({ reading, rule }) => reading.dates && rule !== 'time/part')
    .map(({ span, reading }) => `${text.slice(...span)}=${reading.value}`);

describe('full dates', () => {
  test.each([
    ['It was signed on March 5, 2019.', 'March 5, 2019=2019-03-05'],
    ['It was signed on 5 March 2019.', '5 March 2019=2019-03-05'],
    ['It was signed on the 5th of March, 2019.', '5th of March, 2019=2019-03-05'],
    ['It was signed on Sept. 5, 2019.', 'Sept. 5, 2019=2019-09-05'],
    ['It was signed on 2019-03-05.', '2019-03-05=2019-03-05'],
    ['It was signed on 25/03/2019.', '25/03/2019=2019-03-25'],
    ['It was signed on Tuesday, March 5, 2019.', 'Tuesday, March 5, 2019=2019-03-05'],
    ['She stayed from July 9 to July 11, 2022 and met the king.', 'July 9 to July 11, 2022=2022-07-09/2022-07-11'],
    ['She stayed between July 9 and July 11, 2022.', 'July 9 and July 11, 2022=2022-07-09/2022-07-11'],
    ['The visit took place on 26-29 April 2022.', '26-29 April 2022=2022-04-26/2022-04-29'],
    ['The visit lasts from March 30 to April 2, 2023.', 'March 30 to April 2, 2023=2023-03-30/2023-04-02'],
    ['It was agreed in October 2020.', 'October 2020=2020-10'],
    ['The plan of early 2024 failed.', 'early 2024=2024'],
    ['It rose in the first quarter of 2022.', 'the first quarter of 2022=2022-01/2022-03'],
    ['Talks were held in the 1990s.', '1990s=1990/1999'],
    ['The pact of 2015-17 lapsed.', '2015-17=2015/2017'],
    ['The budget for fiscal year 2023 passed.', 'fiscal year 2023=2023'],
    ['They met in the summer of 2021.', 'the summer of 2021=2021-06/2021-08'],
  ])('%s', (text, expected) => expect(values(text)).toEqual([expected]));

  test('day and month that cannot be told apart stay unknown', () => {
    const [time] = read('It was signed on 05/06/2019.').times;
    expect(time?.reading).toMatchObject({ value: null, basis: 'day and month cannot be told apart' });
  });
  test('"early", "mid" and "late" keep the year and say which part', () => {
    expect(read('It ended in late 2023.').times[0]?.reading).toMatchObject({ value: '2023', mod: 'end' });
    expect(read('It began in mid-2023.').times[0]?.reading).toMatchObject({ value: '2023', mod: 'mid' });
  });
  test('a range carries its two ends inside', () => {
    const times = read('Envoys toured the islands in May and June 2021.').times;
    expect(times.map(({ reading }) => reading.value)).toEqual(['2021-05/2021-06', '2021-05', '2021-06']);
  });
});

describe('counted from the reference, 2021-07-31, a Saturday', () => {
  test.each([
    ['Envoys will meet next week.', 'next week=2021-W31'],
    ['Envoys met last week.', 'last week=2021-W29'],
    ['Envoys met this month.', 'this month=2021-07'],
    ['Envoys met last month.', 'last month=2021-06'],
    ['Envoys will meet late next year.', 'late next year=2022'],
    ['Envoys met on Thursday.', 'Thursday=2021-07-29'],
    ['Envoys will meet on Thursday.', 'Thursday=2021-08-05'],
    ['Envoys are scheduled to meet on Thursday.', 'Thursday=2021-08-05'],
    ['Envoys agreed to meet on Thursday, and did.', 'Thursday=2021-07-29'],
    ['Envoys met last Thursday.', 'last Thursday=2021-07-29'],
    ['Envoys meet next Thursday.', 'next Thursday=2021-08-05'],
    ['Envoys met yesterday.', 'yesterday=2021-07-30'],
    ['Envoys met two weeks ago.', 'two weeks ago=2021-W28'],
    ['Envoys met three years ago.', 'three years ago=2018'],
    ['Envoys met in March.', 'March=2021-03'],
    ['Envoys met last November.', 'last November=2020-11'],
    ['Envoys will meet in February.', 'February=2022-02'],
    ['Envoys met on December 12.', 'December 12=2020-12-12'],
    ['Envoys meet this weekend.', 'this weekend=2021-07-31/2021-08-01'],
    ['Envoys met during the past month.', 'the past month=2021-06-30/2021-07-31'],
    ['Envoys will meet by the end of the year.', 'the end of the year=2021'],
  ])('%s', (text, expected) => expect(values(text, '2021-07-31')).toEqual([expected]));
});

describe('traps', () => {
  test.each([
    ['The envoys may leave.', []],
    ['May the best envoy win.', []],
    ['Talks may end in May.', ['May=2022-05']],
    ['A march on the embassy began.', []],
    ['April Winterbourne chaired the session.', []],
    ['The law took effect with 2000 soldiers present.', []],
    ['It cost $2019 in all.', []],
    ['Resolution 1973 was adopted.', []],
    ['They spoke for two hours.', []],
    ['The three-day visit ended.', []],
    ['She is in her sixties.', []],
    ['The 35-year-old envoy spoke.', []],
    ['She earned $300 a week.', []],
    ['He said the second round failed.', []],
    ['Prices fall and spring back.', []],
  ])('%s', (text, expected) => expect(values(text, '2021-07-31')).toEqual(expected));

  test('a time counted from an event stays symbolic', () => {
    const [time] = read('Two weeks before the visit they had a call.', '2021-07-31').times;
    expect(time?.reading).toMatchObject({ value: null, symbolic: 'offset(P2W, before, event)' });
  });
  test('"a day later" counts from the day told just before', () => {
    expect(values('They met on March 5, 2019. A day later they signed.')).toEqual([
      'March 5, 2019=2019-03-05',
      'A day later=2019-03-06',
    ]);
  });
  test('durations and frequencies date nothing', () => {
    const times = read('They met every week for five consecutive days.').times;
    expect(times.map(({ reading }) => reading.dates)).toEqual([false, false]);
  });
  test('in a tale about the past, yearless dates follow the year last named', () => {
    const years = [1950, 1951, 1952, 1953, 1954, 1955, 1956, 1957].map((year) => `In ${year} they met.`).join(' ');
    expect(values(`${years} On 3 March they parted.`, '2021-07-31').at(-1)).toBe('3 March=1957-03-03');
  });
});

describe('reference date', () => {
  test('a weekday with its date beats the date of the page', () => {
    const { reference } = read('An official said on Saturday (July 31) that envoys will meet next week.', '2021-08-06');
    expect(reference).toMatchObject({ date: '2021-07-31', basis: 'weekday+date in the text' });
  });
  test('without a page date several years fit, and none is chosen', () => {
    expect(read('An official said on Saturday (July 31) that envoys will meet.').reference).toBeNull();
  });
  test('a stated year needs no page date', () => {
    expect(read('They met on Monday, 4 March 2024.').reference?.date).toBe('2024-03-04');
  });
  test('a weekday that does not fit its date is a slip and dates nothing', () => {
    expect(read('They met on Monday, 5 March 2024.').reference).toBeNull();
  });
  test('a planned day is not the day of writing', () => {
    const { reference } = read('Envoys will meet on Friday (June 16), officials said.', '2023-06-13');
    expect(reference).toMatchObject({ date: '2023-06-13', basis: 'published (page)' });
  });
  test('a dateline decides', () => {
    const { reference } = read('HANOI, March 4 (Example Agency) – Envoys met on Tuesday.', '2021-03-06');
    expect(reference).toMatchObject({ date: '2021-03-04', basis: 'dateline' });
  });
  test('nothing known: relative times stay unknown, with the reason', () => {
    const { reference, times } = read('Envoys met on Wednesday.');
    expect(reference).toBeNull();
    expect(times[0]?.reading.value).toBeNull();
    expect(times[0]?.reading.basis).toMatch(/no reference date/);
  });
});

describe('calendar', () => {
  const day = fc.integer({ min: -100_000, max: 60_000 });
  test('a day and its date are the same', () =>
    fc.assert(
      fc.property(day, (n) => {
        const { year, month, date } = partsOf(n);
        return dayOf(year, month, date) === n;
      }),
    ));
  test('a week holds its Monday to Sunday', () =>
    fc.assert(
      fc.property(day, (n) => {
        const week = daysOf(weekIso(n));
        return week !== null && week.from === mondayOf(n) && week.to === week.from + 6 && weekdayOf(week.from) === 1;
      }),
    ));
  test('a day value spans that day', () =>
    fc.assert(fc.property(day, (n) => daysOf(dayIso(n))?.from === n && daysOf(dayIso(n))?.to === n)));
  test.each(['2021-13', '2021-02-30', 'soon', '', '2021-W', '2021-01-01/x'])('%s is no value', (value) =>
    expect(daysOf(value)).toBeNull(),
  );
});

describe('any text', () => {
  test('spans lie in the text, in order, and values are ISO or null', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            'May',
            'march',
            '5',
            '2021',
            'Monday',
            ',',
            'next',
            'week',
            'two',
            'ago',
            '(',
            '–',
            'of',
            'the',
            'early',
            '\n',
            'x',
          ),
          { maxLength: 40 },
        ),
        (words) => {
          const text = words.join(' ');
          let reached = 0;
          for (const match of matchTimes(text)) {
            expect(match.start).toBeGreaterThanOrEqual(reached);
            expect(match.end).toBeLessThanOrEqual(text.length);
            reached = match.end;
          }
          for (const { reading } of read(text, '2021-07-31').times) {
            if (reading.value !== null) expect(daysOf(reading.value)).not.toBeNull();
          }
        },
      ),
    ));
  test('a long run of numbers is read in linear time', () => {
    const text = '5 March '.repeat(20_000);
    const begun = performance.now();
    expect(matchTimes(text).length).toBe(20_000);
    expect(performance.now() - begun).toBeLessThan(5_000);
  });
});
