import { expect, test } from 'vitest';
import { mentionsOf } from '../support/mentioned.ts';

const codeIn = (text: string, words: string): string | null => {
  const { article, mentions } = mentionsOf(text);
  return mentions.findLast((one) => article.text.slice(...one.span) === words)!.code;
};

const COUP = 'Canada imposed sanctions on Mali’s military, which seized power in a coup.';

test.each([
  [`${COUP} "The regime has shelled villages," the Canadian foreign minister said.`, 'regime'],
  [`${COUP} The Ghanaian envoy met the generals.`, 'generals'],
  [`${COUP} The Ghanaian envoy will return, but the junta has refused to see him.`, 'junta'],
  [`${COUP} ECOWAS leaders agreed on a plan with the junta chief.`, 'junta chief'],
  [`${COUP} Ghana urged the military government to hold a vote.`, 'military government'],
])('those who rule by force: %s', (text, words) => expect(codeIn(text, words)).toBe('MLI'));

test.each([
  ['The UN special envoy for Yemen, Swedish diplomat Hans Lind, left.', 'UN special envoy for Yemen', 'UNO'],
  ['The UN special envoy for Yemen, Swedish diplomat Hans Lind, left.', 'Hans Lind', 'UNO'],
  ['US Treasury Under Secretary Dana Marsh left.', 'US Treasury Under Secretary Dana Marsh', 'USA'],
])('who is sent by a body, and a lower secretary: %s %s', (text, words, code) =>
  expect(codeIn(text, words)).toBe(code),
);

test.each([
  ['"We will watch," spokesman Omar Diallo told reporters in Dakar.', 'SEN'],
  ['Senegal’s Foreign Ministry criticised Mali. "We will watch," a spokesman, Omar Diallo, said.', 'SEN'],
  ['"We will watch," a spokesman for the rebels, Omar Diallo, told reporters in Dakar.', null],
])('whose spokesman speaks: %s', (text, code) => expect(codeIn(text, 'Omar Diallo')).toBe(code));
