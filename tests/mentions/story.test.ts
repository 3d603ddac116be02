import { expect, test } from 'vitest';
import { mentionsOf } from '../support/mentioned.ts';

/** The code of the last mention of exactly these words. */
const codeIn = (text: string, words: string): string | null => {
  const place = /^(\p{L}+(?:, \p{L}+)?)(?=(?:, \w+ \d+)? - )/u.exec(text)?.[1];
  const doc = mentionsOf(
    text,
    place === undefined ? {} : { dateline: { place, agency: null, span: [0, place.length] } },
  );
  const found = doc.mentions.filter((one) => doc.article.text.slice(...one.span) === words);
  expect(found.length).toBeGreaterThan(0);
  return found[found.length - 1]!.code;
};

const SMELTER =
  'NDOLA - Workers walked out of a Zambian smelter after the government refused to raise the minimum wage. Switzerland, where its owner is based, called for calm.';

test.each([
  [`${SMELTER} Its ambassador met the minister. The courts have yet to rule.`, 'courts', 'ZMB'],
  [`${SMELTER} The provincial commissioner, Joseph Tembo, defended the officers.`, 'provincial commissioner', 'ZMB'],
  [`${SMELTER} The Swiss consul visited the mayor on Saturday.`, 'mayor', 'ZMB'],
  [`${SMELTER} Zambian miners joined them. A local judge fined the strikers.`, 'strikers', 'ZMB'],
  ['SFAX, Tunisia - Fishermen blocked the port, and the coast guard towed two boats.', 'coast guard', 'TUN'],
  ['MOMBASA, Kenya, March 4 - Dockers walked out. The union demanded more pay.', 'union', 'KEN'],
  [
    'PRAGUE - Honduran Foreign Minister Elena Solano arrived in Prague on Sunday. The opposition criticised the price.',
    'opposition',
    'CZE',
  ],
])('in a text about one state first, home politics are its own: %s', (text, words, code) => {
  expect(codeIn(text, words)).toBe(code);
});

test.each([
  ['Kenya urged the government to free the crew.', 'government'],
  ['Kenya and Uganda sent envoys to Juba. In Juba they met the mayor.', 'mayor'],
  ['Kenyan President Jane Otieno flew to Rome. She met the prime minister.', 'prime minister'],
])('left open where another state may be meant: %s', (text, words) => {
  expect(codeIn(text, words)).not.toBe('KEN');
});

test.each([
  ['Kenyan President Jane Otieno flew to Lima. She met President Raúl Quispe.', 'President Raúl Quispe', 'PER'],
  ['Kenyan President Jane Otieno flew to Lima. She called on the prime minister.', 'prime minister', 'PER'],
  ['The special envoy flew to Georgetown on Tuesday, met the president and left.', 'president', 'GUY'],
  ['Ghana sent an envoy to Oslo. The envoy arrived in Oslo and was received by the king.', 'king', 'NOR'],
  ['Polish President Jan Nowak travelled to Brussels, where he met the prime minister.', 'prime minister', null],
])('whom a visitor meets is of the state that he came to: %s', (text, words, code) => {
  expect(codeIn(text, words)).toBe(code);
});
