import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readQuantities } from '../../src/mentions/quantities/index.ts';
import { numberAt } from '../../src/mentions/quantities/numbers.ts';

const read = (text: string, dollar = 'USD') =>
  readQuantities({ text, blocks: [], sentences: [], taken: [], dollar }).map(({ reading }) => reading);

describe('numbers', () => {
  test.each([
    ['5', 5],
    ['1,234,567', 1234567],
    ['2.3 million', 2_300_000],
    ['2bn', 2e9],
    ['35 lakh', 3_500_000],
    ['three hundred and twenty-five', 325],
    ['two and a half million', 2_500_000],
    ['half a million', 500_000],
    ['a dozen', 12],
    ['a billion', 1e9],
    ['twenty-one trillion', 21e12],
    ['two hundred thousand', 200_000],
    ['quarter million', 250_000],
  ])('%s', (text, value) => expect(numberAt(text, 0, false)?.value).toBe(value));

  test.each(['a', 'and', 'half', 'the', ''])('"%s" is no number', (text) =>
    expect(numberAt(text, 0, false)).toBeNull(),
  );

  test('digits are read back', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 12 }), (n) => {
        expect(numberAt(n.toLocaleString('en-US'), 0, false)?.value).toBe(n);
      }),
    ));
});

describe('money', () => {
  test.each([
    ['US$2 billion', 2e9, 'USD', 'stated'],
    ['U.S.$1.2 billion', 1.2e9, 'USD', 'stated'],
    ['$96 million', 96e6, 'USD', 'assumed'],
    ['A$5m', 5e6, 'AUD', 'stated'],
    ['S$300,000', 300_000, 'SGD', 'stated'],
    ['€4.5bn', 4.5e9, 'EUR', 'stated'],
    ['£60,000', 60_000, 'GBP', 'stated'],
    ['¥100 billion', 100e9, 'JPY', 'stated'],
    ['Rs 50 crore', 500e6, 'INR', 'stated'],
    ['300 million baht', 300e6, 'THB', 'stated'],
    ['5 trillion dong', 5e12, 'VND', 'stated'],
    ['2 billion kip', 2e9, 'LAK', 'stated'],
    ['P500 million', 500e6, 'PHP', 'stated'],
    ['N1.2bn', 1.2e9, 'NGN', 'stated'],
    ['35 million dalasi', 35e6, 'GMD', 'stated'],
    ['2 million Zambian kwacha', 2e6, 'ZMW', 'stated'],
    ['J$40 million', 40e6, 'JMD', 'stated'],
    ['40 million riel', 40e6, 'KHR', 'stated'],
    ['20 million Hong Kong dollars', 20e6, 'HKD', 'stated'],
    ['10 million Swiss francs', 10e6, 'CHF', 'stated'],
    ['75 million euros', 75e6, 'EUR', 'stated'],
  ])('%s', (text, value, currency, currencyBasis) =>
    expect(read(`It gave ${text} in all.`)[0]).toMatchObject({ value, currency, currencyBasis }),
  );
  test('a bare sign is the outlet’s own dollar', () =>
    expect(read('It gave $5 million.', 'AUD')[0]).toMatchObject({ currency: 'AUD', currencyBasis: 'assumed' }));
  test('an article before the sign is no country', () =>
    expect(read('A $5 million plan failed.')[0]).toMatchObject({ currency: 'USD', currencyBasis: 'assumed' }));
  test('a currency that several states share stays open', () =>
    expect(read('It gave 5 million francs.')[0]).toMatchObject({ currency: null, unit: 'franc' }));
  test('part of a whole', () =>
    expect(read('It gave US$2 billion of the total $4 billion.')[0]).toMatchObject({ value: 2e9, partOf: 4e9 }));
  test('a range keeps both ends', () =>
    expect(read('It gave $5-10 million.')[0]).toMatchObject({ value: 5e6, high: 10e6, bound: 'at-least' }));
});

describe('comparisons', () => {
  test('an amount held against another has no bound', () =>
    expect(read('They raised 5 million euros, less than the 7 million euros of May.')[1]).toMatchObject({
      bound: 'exactly',
    }));
});

describe('bounds', () => {
  test.each([
    ['more than $5 million', 'more-than'],
    ['over $5 million', 'more-than'],
    ['at least $5 million', 'at-least'],
    ['no fewer than 5 percent', 'at-least'],
    ['up to $5 million', 'at-most'],
    ['as much as $5 million', 'at-most'],
    ['less than 5 percent', 'less-than'],
    ['nearly $5 million', 'less-than'],
    ['just under $5 million', 'less-than'],
    ['a little over $5 million', 'more-than'],
    ['upwards of $5 million', 'more-than'],
    ['at least another 40 million', 'at-least'],
    ['"not less than" 15 million', 'at-least'],
    ['some 5 million', 'about'],
    ['an estimated 5 million', 'about'],
    ['$5 million or more', 'at-least'],
    ['exactly 5 percent', 'exactly'],
  ])('%s', (text, bound) => expect(read(`It gave ${text} to them.`)[0]?.bound).toBe(bound));
});

describe('names of money', () => {
  test('in braces', () =>
    expect(read('It gave 3 million {dollars}.')[0]).toMatchObject({ value: 3e6, currency: 'USD' }));
  test('with accents', () =>
    expect(read('It gave 3 million krónur.')[0]).toMatchObject({ value: 3e6, currency: 'SEK' }));
});

describe('no quantities', () => {
  test.each([
    'COVID-19 spread.',
    'The G7 met.',
    'An F-16 landed.',
    'Su-30 jets flew.',
    'Call 555-0142 now.',
    'It won 3-2.',
    'See Article 5.',
    'Flight 370 vanished.',
    'It is 10:30 there.',
    'The 5th round began.',
    'The Group of Seven met.',
    'A 5G network.',
    'One of them left.',
  ])('%s', (text) => expect(read(text)).toEqual([]));

  test('"10-member" counts members', () =>
    expect(read('The 10-member bloc met.')).toMatchObject([{ value: 10, unit: 'member' }]));
  test('"three-day" is a time', () => expect(read('The three-day visit ended.')).toEqual([]));
});

test('any text: values are finite and nothing is thrown', () =>
  fc.assert(
    fc.property(
      fc.array(
        fc.constantFrom(
          '$',
          '5',
          '1,2',
          'million',
          'a',
          'half',
          'and',
          '-',
          'of',
          'the',
          'dollars',
          'cents',
          '.',
          '€',
          'to',
        ),
        { maxLength: 30 },
      ),
      (words) => {
        for (const joint of ['', ' '])
          for (const { value } of read(words.join(joint))) expect(Number.isFinite(value)).toBe(true);
      },
    ),
  ));
