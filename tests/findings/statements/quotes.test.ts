import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Block } from '../../../src/core/index.ts';
import { quoteAt, quoteMask } from '../../../src/findings/statements/quotes.ts';

const blocksOf = (text: string): Block[] => {
  const blocks: Block[] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    if (line.length > 0) blocks.push({ span: [at, at + line.length], kind: 'body' });
    at += line.length + 1;
  }
  return blocks;
};

const check = (text: string, expected: readonly string[], flags = 0): void => {
  const mask = quoteMask(text, blocksOf(text));
  expect(mask.quotes.map((quote) => `${'>'.repeat(quote.depth)}${text.slice(...quote.inner)}`)).toEqual(expected);
  expect(mask.flags.length).toBe(flags);
};

test('curly marks', () => check('“We agree,” she said. “We sign.”', ['We agree,', 'We sign.']));
test('straight marks', () => check('"We agree," she said, "today."', ['We agree,', 'today.']));
test('guillemets', () => check('He spoke of «a new page».', ['a new page']));
test('a quote of one word', () => check('a so-called "pause" in talks', ['pause']));
test('apostrophes open nothing', () => check("the ministers' plan isn't Bonn's", []));
test('curly apostrophes open nothing', () => check('the ministers’ plan isn’t Bonn’s', []));
test('decades and clipped words open nothing', () => check("back in the '90s, tell 'em so, the ministers' way", []));
test('inches open nothing', () => check('a 6" pipe and a 12" pipe', []));
test('single marks in a headline', () => check("Minister calls plan 'a dead letter' in Oslo", ['a dead letter']));
test('an owner inside single marks', () => check("'The states' leaders met,' he said.", ["The states' leaders met,"]));
test('a quote in a quote', () => check('“He said ‘no’ twice,” she said.', ['He said ‘no’ twice,', '>no']));
test('typewriter doubles', () => check("``We agree,'' she said.", ['We agree,']));
test('a closing mark turned round', () => check('„We agree,“ she said.', ['We agree,']));
test('an unclosed quote runs to the end of its paragraph', () =>
  check('She said: “We agree and\nThe talks went on.', ['We agree and'], 1));
test('a speech over two paragraphs is no fault', () =>
  check('“We agree.\n“We sign,” she said.', ['We agree.', 'We sign,']));
test('a stray closing mark is ignored', () => check('We agree,” she said.', []));

test('a mark on a bracket opens', () => check('(“agreed”) they said', ['agreed']));

test('the quote at a place', () => {
  const text = 'He said “no” to it.';
  const mask = quoteMask(text, blocksOf(text));
  expect(quoteAt(mask, text.indexOf('no'))?.closed).toBe(true);
  expect(quoteAt(mask, 0)).toBeNull();
});

test('any text: nothing throws, spans lie in their block and nest', () => {
  const piece = fc.constantFrom(
    '"',
    "'",
    '“',
    '”',
    '‘',
    '’',
    '«',
    '»',
    ' ',
    '\n',
    'a',
    'word',
    's',
    '6',
    ',',
    '.',
    '`',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const text = pieces.join('');
      const blocks = blocksOf(text);
      const mask = quoteMask(text, blocks);
      for (const quote of mask.quotes) {
        expect(quote.span[0]).toBeLessThanOrEqual(quote.inner[0]);
        expect(quote.inner[0]).toBeLessThanOrEqual(quote.inner[1]);
        expect(quote.inner[1]).toBeLessThanOrEqual(quote.span[1]);
        expect(blocks.some((block) => block.span[0] <= quote.span[0] && quote.span[1] <= block.span[1])).toBe(true);
      }
      for (let i = 1; i < mask.outer.length; i++)
        expect(mask.outer[i]!.span[0]).toBeGreaterThanOrEqual(mask.outer[i - 1]!.span[1]);
    }),
  );
});
