import { expect, test } from 'vitest';
import { compare, lower, NO_FLOORS, parseFloors, raise } from '../../src/eval/floors.ts';

const score = (measure: string, value: number, lowerIsBetter = false) => ({ measure, value, n: 10, lowerIsBetter });

test('a score under its floor fails, at it passes, without one passes', () => {
  const floors = { ...NO_FLOORS, floors: { a: 0.9, alarms: 2 } };
  const verdicts = compare([score('a', 0.8999), score('a', 0.9), score('b', 0.1), score('alarms', 3, true)], floors);
  expect(verdicts.map((v) => v.ok)).toEqual([false, true, true, false]);
});

test('raising never lowers', () => {
  const once = raise(NO_FLOORS, 's', 'x', [score('a', 0.8), score('alarms', 2, true)]);
  const twice = raise(once, 's', 'y', [score('a', 0.7), score('alarms', 5, true)]);
  expect(twice.floors).toEqual({ a: 0.8, alarms: 2 });
  expect(twice.corpora).toEqual({ s: 'y' });
});

test('lowering takes a floor and a reason, and keeps it', () => {
  const floors = { ...NO_FLOORS, floors: { a: 0.9 } };
  expect(() => lower(floors, 'b', 0.1, 'a long enough reason')).toThrow('no floor named b');
  expect(() => lower(floors, 'a', 0.1, 'short')).toThrow('reason');
  expect(lower(floors, 'a', 0.85, 'the gold had two wrong rows').lowered).toEqual([
    { measure: 'a', from: 0.9, to: 0.85, why: 'the gold had two wrong rows' },
  ]);
});

test('a damaged floors file is named', () => {
  expect(() => parseFloors('{"floors": {"a": "x"}}')).toThrow('eval/floors.json');
});
