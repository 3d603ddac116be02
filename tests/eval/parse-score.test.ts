/** Scoring of parses: words are aligned by their characters, heads by the heads' characters. */

import { expect, test } from 'vitest';
import type { Sentence } from '../../src/core/index.ts';
import { compare, emptyTally, f1 } from '../../src/eval/parse-score.ts';
import type { GoldSentence } from '../../src/eval/treebank.ts';

type Row = readonly [start: number, end: number, head: number, deprel: string];
const word = ([start, end, head, deprel]: Row) => ({
  start,
  end,
  head,
  deprel,
  form: 'w',
  lemma: 'w',
  upos: 'X',
  xpos: 'Y',
  feats: '_',
});
const gold = (rows: readonly Row[]): GoldSentence => ({ words: rows.map(word), start: 0, end: rows.at(-1)![1] });
const system = (rows: readonly Row[]): Sentence => ({
  tokens: rows.map(word),
  span: [0, rows.at(-1)![1]],
  index: 0,
  block: 0,
});
function check(want: readonly (readonly Row[])[], have: readonly (readonly Row[])[]) {
  const tally = emptyTally();
  compare(want.map(gold), have.map(system), tally);
  return tally;
}

const MET: readonly Row[] = [
  [0, 2, 1, 'nsubj'],
  [3, 6, -1, 'root'],
  [7, 11, 1, 'obj'],
];

test('the same tree is all right', () => {
  expect(check([MET], [MET])).toMatchObject({ words: 3, uas: 3, las: 3, sentences: 1, upos: 3, lemma: 3 });
});
test('a wrong head costs both, a wrong relation one, a wrong subtype the strict one', () => {
  expect(check([MET], [[[0, 2, 2, 'nsubj'], MET[1]!, MET[2]!]])).toMatchObject({ uas: 2, las: 2 });
  expect(check([MET], [[[0, 2, 1, 'obj'], MET[1]!, MET[2]!]])).toMatchObject({ uas: 3, las: 2, lasUniversal: 2 });
  expect(check([MET], [[[0, 2, 1, 'nsubj:pass'], MET[1]!, MET[2]!]])).toMatchObject({
    uas: 3,
    las: 2,
    lasUniversal: 3,
  });
});
test('a word cut otherwise is neither aligned nor a right head', () => {
  const joined: readonly Row[] = [
    [0, 6, -1, 'root'],
    [7, 11, 0, 'obj'],
  ];
  expect(check([MET], [joined])).toMatchObject({ gold: 3, system: 2, words: 1, uas: 0 });
});
test('a sentence counts when both its ends agree', () => {
  const parts: readonly (readonly Row[])[] = [
    [[0, 2, -1, 'root']],
    [
      [3, 6, -1, 'root'],
      [7, 11, 0, 'obj'],
    ],
  ];
  expect(check([MET], parts)).toMatchObject({ goldSentences: 1, systemSentences: 2, sentences: 0, words: 3 });
});
test('words that share their characters are told apart by order', () => {
  const parts: readonly Row[] = [
    [0, 3, 1, 'case'],
    [0, 3, -1, 'root'],
  ];
  expect(check([parts], [parts])).toMatchObject({ words: 2, las: 2 });
});
test('relations are counted by name', () => {
  const tally = check([MET], [[MET[0]!, MET[1]!, [7, 11, 1, 'obl']]]);
  expect(tally.relations.get('obj')).toEqual({ gold: 1, system: 0, right: 0 });
  expect(tally.relations.get('nsubj')).toEqual({ gold: 1, system: 1, right: 1 });
});
test('F1', () => {
  expect(f1(1, 2, 2)).toBe(0.5);
  expect(f1(0, 0, 0)).toBe(0);
});
