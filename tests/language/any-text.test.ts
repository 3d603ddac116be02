/** Whatever the text, there are trees: no throw, exact spans, one root, no circles, work in proportion to length. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Sentence } from '../../src/core/index.ts';
import { fromConllu, loadLanguageModel, parse, readConllu, toConllu, toSvg } from '../../src/language/index.ts';

const model = loadLanguageModel();

/** Everything that must hold of any parse. */
function check(text: string): readonly Sentence[] {
  const sentences = parse(text, model);
  let last = 0;
  for (const { span, tokens } of sentences) {
    expect(tokens.length).toBeGreaterThan(0);
    expect(tokens.filter((token) => token.head === -1).map((token) => token.deprel)).toEqual(['root']);
    tokens.forEach((token, i) => {
      expect(token.form).toBe(text.slice(token.start, token.end));
      expect(token.start).toBeGreaterThanOrEqual(last);
      expect(token.end).toBeGreaterThan(token.start);
      expect(token.start >= span[0] && token.end <= span[1]).toBe(true);
      // A pair of surrogates is one character and stays together.
      expect(/^[\udc00-\udfff]/.test(token.form) && /[\ud800-\udbff]$/.test(text.slice(0, token.start))).toBe(false);
      last = token.end;
      let at = i;
      for (let steps = 0; at >= 0; steps++) {
        expect(steps).toBeLessThanOrEqual(tokens.length);
        at = tokens[at]?.head ?? -1;
      }
    });
  }
  expect(sentences.map(({ tokens }) => tokens.map((t) => t.form).join('')).join('')).toBe(text.replace(/\s+/g, ''));
  return sentences;
}

const scripts = fc.constantFrom(
  '…',
  '“Stop!”',
  '”',
  "n't",
  "'s",
  'U.S.',
  '3.5',
  'Gen.',
  '\n',
  '\n\n',
  '  ',
  '.',
  '?!',
  '北京',
  '한국',
  'ไทย',
  'العربية',
  'Việt',
  'e\u0301',
  '👩🏽‍🚀',
  '🇱🇦',
  '\ud83d',
  '\udc00',
  '\u200d',
  '\u0000',
  '\u2028',
  'Li',
  'met',
  'and',
  'THE',
  'http://a.b/c?d',
  '(',
  ')',
  '—',
  '-',
  '$5bn',
  'İ',
  'ß',
  '@x',
  '#',
  '٣',
  '½',
  'cannot',
);
const mixed = fc.array(fc.oneof(scripts, fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 40 });

describe('any text', () => {
  test('has exact, rooted trees', () => {
    fc.assert(
      fc.property(mixed, fc.constantFrom('', ' '), (parts, glue) => void check(parts.join(glue))),
      { numRuns: 200 },
    );
  });
  test('lone surrogates included', () => {
    const unit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 60 }), (units) => void check(units.join(''))),
      { numRuns: 200 },
    );
  });
  test('reads the same twice, and alone or in company', () => {
    fc.assert(
      fc.property(mixed, (parts) => {
        const text = parts.join(' ');
        expect(parse(text, model)).toEqual(parse(text, model));
      }),
      { numRuns: 50 },
    );
    const alone = parse('Li met Wang in Hanoi.', model)[0]?.tokens.map((t) => [t.head, t.deprel]);
    const company = parse(
      'A short one.\n\nLi met Wang in Hanoi.\n\nAnother, rather longer, sentence follows here.',
      model,
    );
    expect(company[1]?.tokens.map((t) => [t.head, t.deprel])).toEqual(alone);
  });
  test('writes CoNLL-U that reads back, and a picture', () => {
    fc.assert(
      fc.property(mixed, (parts) => {
        const text = parts.join(' ');
        const sentences = parse(text, model);
        const back = readConllu(toConllu({ text, sentences }));
        expect(back.sentences.map((s) => s.words.map((w) => w.head))).toEqual(
          sentences.map((s) => s.tokens.map((t) => t.head)),
        );
        if (sentences[0]) expect(toSvg(sentences[0]).isWellFormed()).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
  test('any lines can be given as CoNLL-U', () => {
    const line = fc.oneof(fc.constantFrom('', '# c', '1\tLi', '1-2\tdel\t_', '1.1\tx', '2\tmet\t_\tVERB'), fc.string());
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => void toConllu(fromConllu(lines.join('\n'), model))),
      { numRuns: 100 },
    );
  });
});

describe('hard texts', () => {
  test('empty and blank', () => {
    expect(check('')).toEqual([]);
    expect(check(' \n\t\n ')).toEqual([]);
  });
  test('a headline in capitals', () => {
    const [sent] = check('MINISTER MEETS ENVOY IN CAPITAL');
    expect(sent?.tokens.find((t) => t.form === 'MEETS')).toMatchObject({ lemma: 'meet', head: -1 });
  });
  test('combining marks stay with their letter', () => {
    expect(check('Nguye\u0302\u0303n left.')[0]?.tokens[0]?.form).toBe('Nguye\u0302\u0303n');
  });
  test('an emoji with its modifiers is one word', () => {
    expect(check('Good 👩🏽‍🚀 news')[0]?.tokens[1]?.form).toBe('👩🏽‍🚀');
  });

  const milliseconds = (text: string): number => {
    const start = performance.now();
    parse(text, model);
    return performance.now() - start;
  };
  // Quadratic work would take a hundred times as long for ten times the text.
  const linear = (piece: string, count: number) => {
    milliseconds(piece.repeat(count / 10));
    const small = Math.max(5, milliseconds(piece.repeat(count / 10)));
    expect(milliseconds(piece.repeat(count)) / small).toBeLessThan(40);
  };
  test('a megabyte without a space', { timeout: 60_000 }, () => {
    check('a'.repeat(1_000_000));
    for (const piece of ['a', 'é', '👍', 'a1']) linear(piece, 100_000);
  });
  test('a megabyte of marks', { timeout: 120_000 }, () => {
    for (const piece of ['.', '"', '(', "'", '\n', '\u0301', '\n \n']) linear(piece, 20_000);
  });
  test('a sentence of a hundred thousand words', { timeout: 120_000 }, () => {
    const text = 'officials met and '.repeat(33_334);
    const before = process.memoryUsage().rss;
    const start = performance.now();
    const sentences = parse(text, model);
    expect(performance.now() - start).toBeLessThan(60_000);
    expect(sentences.flatMap((s) => s.tokens).length).toBe(100_002);
    expect((process.memoryUsage().rss - before) / 1e6).toBeLessThan(400);
  });
});
