import { describe, expect, test } from 'vitest';
import { type Coded, compare, f1, interval, macroF1, type Party, scoreRecord } from '../../src/eval/event-score.ts';
import { plainCountry, readRemarks, remarkSentence } from '../../src/eval/remarks.ts';

const party = (line: string): Party => {
  const [role, code = '', sector = null] = line.split(' ');
  return { role: role === '>' ? 'recipient' : 'actor', code, sector };
};
const coded = (type: string, ...parties: string[]): Coded => ({ type, parties: parties.map(party) });
const gold = (type: string, alt: string[], ...parties: string[]) => ({
  ...coded(type, ...parties),
  id: 'x',
  text: 'x',
  alt,
  scoreActors: true,
});

describe('a record', () => {
  test('is right with type and cast', () => {
    const score = scoreRecord(gold('ACCUSE', [], '< FIN', '> EST'), [coded('ACCUSE', '< FIN', '> EST')]);
    expect(score).toMatchObject({ strictAny: true, strictTop: true, exact: true });
  });
  test('takes a second type when it is documented', () => {
    const score = scoreRecord(gold('AGREE', ['CONCEDE'], '< FIN'), [coded('CONCEDE', '< FIN')]);
    expect(score).toMatchObject({ strictAny: false, lenientAny: true });
  });
  test('counts a swap as two false and two missing', () => {
    const score = scoreRecord(gold('ACCUSE', [], '< FIN', '> EST'), [coded('ACCUSE', '< EST', '> FIN')]);
    expect(score.actors).toEqual({ tp: 0, fp: 2, fn: 2 });
    expect(score.undirected).toEqual({ tp: 2, fp: 0, fn: 0 });
  });
  test('scores the cast of the event with the right type', () => {
    const found = [coded('REQUEST', '< USA'), coded('ACCUSE', '< FIN', '> EST')];
    expect(scoreRecord(gold('ACCUSE', [], '< FIN', '> EST'), found)).toMatchObject({
      strictTop: false,
      strictAny: true,
      exact: true,
    });
  });
  test('is silent without an event', () => {
    expect(scoreRecord(gold('ACCUSE', [], '< FIN'), [])).toMatchObject({
      events: 0,
      type: null,
      actors: { tp: 0, fp: 0, fn: 1 },
    });
  });
  test('counts sectors only where the gold has one', () => {
    const score = scoreRecord(gold('ACCUSE', [], '< FIN GOV', '> EST'), [coded('ACCUSE', '< FIN MIL', '> EST')]);
    expect(score.sectors).toEqual({ gold: 1, placed: 1, right: 0 });
  });
});

test('multisets count repeated codes', () =>
  expect(compare(['a', 'a', 'b'], ['a', 'b', 'b'])).toEqual({ tp: 2, fp: 1, fn: 1 }));
test('f1 of nothing is nothing', () => expect(f1({ tp: 0, fp: 0, fn: 0 })).toBe(0));
test('macro F1 weighs types alike', () => {
  const scores = [scoreRecord(gold('ACCUSE', []), [coded('ACCUSE')]), scoreRecord(gold('AID', []), [coded('ACCUSE')])];
  expect(macroF1(scores)).toBeCloseTo(1 / 3);
});
test('the interval is the same on every run and holds the mean', () => {
  const hits = Array.from({ length: 100 }, (_, i) => i % 4 !== 0);
  const [low, high] = interval(hits);
  expect(interval(hits)).toEqual([low, high]);
  expect(low).toBeLessThan(0.75);
  expect(high).toBeGreaterThan(0.75);
});
test.each([
  ['Korea, Republic of', 'South Korea'],
  ['China, People’s Republic of', 'China'],
  ['Serbia-Montenegro (Kosovo)', 'Kosovo'],
  ['Norway', 'Norway'],
])('%s is %s', (name, plain) => expect(plainCountry(name)).toBe(plain));
test('a folder without registers has no remarks', () => expect(readRemarks('/nowhere', '1989-01-01')).toEqual([]));
test('a remark becomes a sentence with its traveller', () => {
  const remark = { traveller: 'Ann Example', country: 'Peru', date: '2001-01-01', text: 'Met with President X.' };
  expect(remarkSentence(remark, 'Secretary')).toBe('Secretary Ann Example met with President X.');
});
