import { describe, expect, test } from 'vitest';
import { matchHeads, readEntities } from '../../src/eval/gum-entities.ts';
import { matchNames, namesOf, parseIob } from '../../src/eval/mentions.ts';
import { isNumberRight, rightAmounts } from '../../src/eval/quantities.ts';
import { calendarValue, f1, isSupported, matchCalendar, sum } from '../../src/eval/times.ts';
import { readTimes } from '../../src/mentions/times/index.ts';

const timesOf = (text: string) =>
  readTimes({ text, blocks: [], sentences: [], published: null, publishedBasis: null, dateline: null, offices: null })
    .times;

describe('times', () => {
  test.each([
    ['2021-03-05', '2021-03-05'],
    ['2021-03-05T14:00', '2021-03-05'],
    ['2021-W31', '2021-W31'],
    ['2021', '2021'],
    ['P2W', null],
    ['2021-Q3', null],
    [null, null],
  ])('%s as a calendar value is %s', (value, expected) => expect(calendarValue(value)).toBe(expected));
  test('a value counts where spans overlap, once', () => {
    const found = timesOf('Signed on March 5, 2019 and in 2020.');
    const gold = [
      { start: 10, end: 23, value: '2019-03-05' },
      { start: 31, end: 35, value: '2021' },
    ];
    expect(matchCalendar(gold, found)).toEqual({ tp: 1, fp: 1, fn: 1 });
  });
  test('F1 of nothing is 0', () => expect(f1(sum([]))).toBe(0));
  test('cases that are not for us are left out', () => {
    expect(isSupported({ NotSupported: 'dotnet, javascript' })).toBe(false);
    expect(isSupported({ NotSupported: 'python' })).toBe(true);
  });
});

describe('amounts', () => {
  const item = (unit: string, value: string) => ({
    Input: '$5 million',
    Results: [{ Start: 0, End: 9, Text: '$5 million', Resolution: { value, unit } }],
  });
  const found = [
    {
      span: [0, 10] as const,
      rule: 'x',
      reading: {
        value: 5e6,
        bound: 'exactly' as const,
        unit: null,
        currency: 'USD',
        currencyBasis: 'assumed' as const,
        item: null,
        partOf: null,
      },
    },
  ];
  test('value and currency must agree', () => {
    expect(rightAmounts(item('Dollar', '5000000'), found)).toBe(1);
    expect(rightAmounts(item('Euro', '5000000'), found)).toBe(0);
    expect(rightAmounts(item('Dollar', '5'), found)).toBe(0);
  });
  test('a number must end where the gold ends', () => {
    const number = (End: number) => ({
      Input: 'two hundred men',
      Results: [{ Start: 0, End, Text: '', Resolution: { value: '200' } }],
    });
    expect(isNumberRight(number(10))).toBe(true);
    expect(isNumberRight(number(2))).toBe(false);
  });
});

describe('names', () => {
  test('IOB2 tags become spans', () =>
    expect(namesOf(['B-PER', 'I-PER', 'O', 'B-LOC', 'B-LOC'])).toEqual([
      { start: 0, end: 2, type: 'PER' },
      { start: 3, end: 4, type: 'LOC' },
      { start: 4, end: 5, type: 'LOC' },
    ]));
  test('comments are no words', () =>
    expect(parseIob('# text = Ann left\n1\tAnn\tB-PER\t-\t-\n2\tleft\tO\t-\t-\n')).toEqual([
      { forms: ['Ann', 'left'], tags: ['B-PER', 'O'] },
    ]));
  test('type counts only when asked', () => {
    const gold = [{ start: 0, end: 1, type: 'PER' as const }];
    const other = [{ start: 0, end: 1, type: 'ORG' as const }];
    expect(matchNames(gold, other)).toEqual({ tp: 0, fp: 1, fn: 1 });
    expect(matchNames(gold, other, false)).toEqual({ tp: 1, fp: 0, fn: 0 });
  });
});

describe('entities', () => {
  const line = (id: number, form: string, upos: string, misc: string) =>
    [id, form, '_', upos, '_', '_', 0, 'x', '_', misc].join('\t');
  const conllu = [
    '# newdoc id = a',
    '# text = Dr Ann Lee left Riga',
    line(1, 'Dr', 'PROPN', 'Entity=(1-person-new-nnnnn-cf1-1-coref'),
    line(2, 'Ann', 'PROPN', '_'),
    line(3, 'Lee', 'PROPN', 'Entity=1)'),
    line(4, 'left', 'VERB', '_'),
    line(5, 'Riga', 'PROPN', 'Entity=(2-place-new-nnnnn-cf2-1-sgl-Riga)'),
    '',
  ].join('\n');
  test('brackets give type and head', () =>
    expect(readEntities(conllu)[0]?.names).toEqual([
      { at: 0, type: 'person' },
      { at: 16, type: 'place' },
    ]));
  test('the head must lie in a mention of its type', () =>
    expect(
      matchHeads(
        [
          { at: 0, type: 'person' },
          { at: 16, type: 'place' },
        ],
        [
          { span: [0, 10], type: 'person' },
          { span: [16, 20], type: 'organization' },
        ],
      ),
    ).toEqual({ tp: 1, fp: 1, fn: 1 }));
});
