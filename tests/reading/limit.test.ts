import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toPage } from '../../src/acquire/index.ts';
import { readPage } from '../../src/article/index.ts';
import { withinLimit } from '../../src/reading/limit.ts';

const article = (text: string) => readPage(toPage(Buffer.from(text), { asPlain: true, text: true }));

test('a text within the limit is left alone', () => {
  const short = article('Laos met Thailand.');
  expect(withinLimit(short, 18)).toBe(short);
});

test('the text stays whole, the analysis stops after a sentence, the flag says where', () => {
  const cut = withinLimit(article('Laos met Thailand. Japan met Chile. Fiji met Peru.'), 40);
  expect(cut.text.length).toBe(50);
  expect(cut.blocks.map(({ span }) => cut.text.slice(...span))).toEqual(['Laos met Thailand. Japan met Chile.']);
  expect(cut.flags.at(-1)).toMatchObject({ code: 'truncated', rule: 'reading/limit' });
  expect(cut.flags.at(-1)?.reason).toContain('first 35 of 50 characters');
});

test('any text, any limit: no block reaches behind it, none ends inside a character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 80 }), fc.integer({ min: 1, max: 60 }), (text, limit) => {
      const whole = article(`a ${text}`);
      for (const { span } of withinLimit(whole, limit).blocks) {
        expect(span[1]).toBeLessThanOrEqual(limit);
        expect(span[1]).toBeGreaterThan(span[0]);
        expect(/[\ud800-\udbff]$/.test(whole.text.slice(...span))).toBe(false);
      }
    }),
  );
});
