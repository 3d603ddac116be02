/** Runs of letters and digits, told one by one. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { WordScan } from '../../src/mentions/wordscan.ts';

function runs(text: string): string[] {
  const scan = new WordScan(text);
  const out: string[] = [];
  for (let next = 0; scan.next(next); next = scan.end) out.push(text.slice(scan.start, scan.end));
  return out;
}

test('letters and digits are runs of their own, marks and signs none', () =>
  expect(runs('In 1990s, Élan’s “5km” 𐐀b')).toEqual(['In', '1990', 's', 'Élan', 's', '5', 'km', '𐐀b']));

test('a limit holds back what begins at or after it', () => {
  const scan = new WordScan('one two', 4);
  expect([scan.next(0), scan.word(), scan.next(scan.end)]).toEqual([true, 'one', false]);
});

test('any text gives the runs that Unicode tells', () =>
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(runs(text)).toEqual(text.match(/\d+|\p{L}+/gu) ?? []);
    }),
  ));
