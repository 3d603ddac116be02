import { describe, expect, test } from 'vitest';
import type { Sentence } from '../../src/core/index.ts';
import { variantsOf } from '../../src/eval/copies.ts';
import { inflect, type SpinnerTables, spin } from '../../src/eval/spinner.ts';
import { countAlarms } from '../../src/eval/trust.ts';

const tables: SpinnerTables = {
  synonyms: new Map([
    ['ship n', ['vessel']],
    ['foreign a', ['alien']],
    ['wait v', ['hold off']],
  ]),
  thesaurus: new Map([['ship n', ['craft']]]),
  phrases: new Map([['ships', [{ words: ['ships', 'wait'], becomes: ['boats stand'] }]]]),
};
const words: readonly (readonly [form: string, lemma: string, upos: string, xpos: string])[] = [
  ['Ships', 'ship', 'NOUN', 'NNS'],
  ['wait', 'wait', 'VERB', 'VBP'],
  ['at', 'at', 'ADP', 'IN'],
  ['Foreign', 'Foreign', 'PROPN', 'NNP'],
  ['House', 'House', 'PROPN', 'NNP'],
];
const text = words.map(([form]) => form).join(' ');
let at = 0;
const tokens = words.map(([form, lemma, upos, xpos]) => {
  const start = at;
  at += form.length + 1;
  return { start, end: start + form.length, form, lemma, upos, xpos, feats: '_', head: -1, deprel: '_' };
});
const sentences: Sentence[] = [{ index: 0, span: [0, text.length], block: 0, tokens }];
const input = { text, sentences, names: [[14, 27] as const] };

describe('the spinner', () => {
  test('exchanges words, inflected and in their case, and leaves names alone', () => {
    const { text: spun, changes, edits, names } = spin(input, tables, 'synonyms', 1, 1);
    expect(spun).toBe('Vessels hold off at Foreign House');
    expect([changes, edits, names]).toEqual([2, [0, 8], []]);
  });
  test('by another resource', () =>
    expect(spin(input, tables, 'thesaurus', 1, 1).text).toBe('Crafts wait at Foreign House'));
  test('standing phrases', () =>
    expect(spin(input, tables, 'translation', 1, 1).text).toBe('Boats stand at Foreign House'));
  test('words of names, and says which', () => {
    const { text: spun, names } = spin(input, tables, 'names', 1, 1);
    expect(names.map(({ span, original }) => [spun.slice(...span), original])).toEqual([
      ['Alien House', 'Foreign House'],
    ]);
  });
  test('nothing at rate 0, the same twice at any rate', () => {
    expect(spin(input, tables, 'synonyms', 0, 1)).toMatchObject({ text, changes: 0 });
    expect(spin(input, tables, 'synonyms', 0.5, 9)).toEqual(spin(input, tables, 'synonyms', 0.5, 9));
  });
  test('inflects', () =>
    expect(['NNS', 'VBZ', 'VBD', 'VBG', 'JJR'].map((tag) => inflect('carry', tag))).toEqual([
      'carries',
      'carries',
      'carried',
      'carrying',
      'more carry',
    ]));
});

test('alarms are counted by document', () => {
  const flag = { code: 'x', ledger: 'consistency', strength: 'medium', reason: '', spans: [], rule: '' } as const;
  expect(
    countAlarms([
      { spun: false, grade: 'usable', allFlags: [{ ...flag, strength: 'weak' }] },
      { spun: true, grade: 'hold', allFlags: [flag, flag] },
    ]),
  ).toEqual({ documents: 2, spun: 1, hold: 1, contradicting: 1 });
});

test('variants: an excerpt is the opening, an abridged one lacks every third paragraph', () => {
  const story = { id: 'a', text: ['One two.', 'Three four.', 'Five six.', 'Seven eight.'].join('\n') };
  const byName = new Map(
    variantsOf(story, [{ id: 'b', text: 'Other.' }], () => 'spun').map((one) => [one.name, one.text]),
  );
  expect(byName.get('half')).toBe('One two.\nThree four.\n');
  expect(byName.get('abridged')).toBe('One two.\nThree four.\nSeven eight.');
  expect(byName.get('spun-25')).toBe('spun');
});
