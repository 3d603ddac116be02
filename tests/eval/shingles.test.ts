import { expect, test } from 'vitest';
import { halfOf } from '../../src/eval/articles.ts';
import { matchShingles, scoreMatches } from '../../src/eval/shingles.ts';

test('the same text matches whole', () =>
  expect(matchShingles('one two three four five', 'one two three four five')).toEqual({ tp: 1, fp: 0, fn: 0 }));
test('punctuation and line breaks do not count', () =>
  expect(matchShingles('One, two; three four.', 'One two\nthree four').tp).toBe(1));
test('a word more is one shingle too many', () =>
  expect(matchShingles('a b c d', 'a b c d e')).toEqual({ tp: 0.5, fp: 0.5, fn: 0 }));
test('repeated shingles count as often as they stand', () =>
  expect(matchShingles('a b c d', 'a b c d a b c d').tp).toBeCloseTo(0.2));
test('shorter than a shingle is one shingle', () =>
  expect(matchShingles('a b', 'a b')).toEqual({ tp: 1, fp: 0, fn: 0 }));
test('nothing against nothing', () => expect(matchShingles('', '')).toEqual({ tp: 0, fp: 0, fn: 0 }));

test('pages count the same, F1 is of the mean precision and recall', () => {
  const { precision, recall, f1 } = scoreMatches([
    matchShingles('a b c d', 'a b c d'),
    matchShingles('a b c d', 'w x y z'),
  ]);
  expect([precision, recall, f1]).toEqual([0.5, 0.5, 0.5]);
});

test('an outlet is in one half, whatever the host before it', () => {
  expect(halfOf('https://news.maren.example/a')).toBe(halfOf('https://sport.maren.example/b'));
});
