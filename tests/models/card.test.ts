/** The shipped model is the one its card describes. */

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadLanguageModel } from '../../src/language/index.ts';

const read = (name: string) => readFileSync(new URL(`../../models/${name}`, import.meta.url));
const card = read('english.card.md').toString('utf8');

test('the card names the hash of the file, and the one inside', () => {
  expect(card).toContain(createHash('sha256').update(read('english.bin')).digest('hex'));
  expect(card).toContain(loadLanguageModel().hash);
});
test('the card names data, licences and scores', () => {
  for (const word of ['English EWT', 'English GUM', 'CC BY-SA 4.0', 'LAS', 'Recipe']) expect(card).toContain(word);
});
test('the model is small enough', () => expect(read('english.bin').length).toBeLessThan(8_000_000));
