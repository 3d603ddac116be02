/** Spun text, from the gate through the restored words down to the findings: triggers and cues read what stood there, quotes show the page. */

import { expect, test } from 'vitest';
import type { Found } from '../../../src/core/index.ts';
import { findFindings } from '../../../src/findings/index.ts';
import { analyze, loadLanguageModel } from '../../../src/language/index.ts';
import { findMentions } from '../../../src/mentions/index.ts';
import { loadRestoreTables, restore } from '../../../src/restore/index.ts';
import { articleOf, knowledge, line, tables } from './support.ts';

const language = loadLanguageModel();
const repairs = loadRestoreTables(knowledge);

const read = (text: string): Found =>
  findFindings(findMentions(analyze(restore(articleOf(text), repairs), language), knowledge), tables, knowledge);

const events = (text: string): string[] => {
  const { spun, events: found } = read(text);
  expect(spun).toBe(true);
  return [...found]
    .sort((a, b) => a.trigger[0] - b.trigger[0])
    .map((event) => `${line(event)} “${text.slice(...event.trigger)}”`);
};

test.each([
  [
    'Uganda’s overseas minister paid a three-day go to to Cuba.',
    'CONSULT visit UGA GOV > CUB “paid a three-day go to”',
  ],
  ['The Tunisian premier will go to to Algiers on Thursday.', 'AGREE TUN GOV > DZA (planned) “go to to”'],
  [
    'Latvia’s premier referred to as on Belarus to launch all political detainees.',
    'REQUEST yield LVA GOV > BLR “referred to as on”',
  ],
  ['Angola known as off a summit with Rwanda.', 'REJECT meet AGO > RWA (cancelled) “known as off a summit”'],
  ['Ghana has dominated out sending troopers to Niger.', 'REJECT GHA “dominated out”'],
  ['The Estonian president obtained the Moldovan overseas minister in Tallinn.', 'CONSULT EST GOV, MDA GOV “obtained”'],
  [
    'Japan and the Philippines carried out joint naval workouts within the South China Ocean.',
    'COOPERATE JPN, PHL “carried out joint naval workouts”',
  ],
  [
    'Vietnam turned a Complete Strategic Companion of Malaysia.',
    'SUPPORT VNM, MYS “turned a Complete Strategic Companion”',
  ],
  [
    'The European Fee slapped sanctions on 12 Belarusian banks.',
    'SANCTION discontinue EUR > BLR BUS “slapped sanctions”',
  ],
  [
    'Honduras severed its diplomatic hyperlinks with Taiwan.',
    'SANCTION discontinue HND > TWN “severed its diplomatic hyperlinks”',
  ],
  [
    'Japan will lengthen a mortgage of 40 billion yen to Benin, its embassy knowledgeable.',
    'AGREE JPN > BEN (planned) “lengthen a mortgage”',
  ],
  ['The French president will obtain his Lebanese counterpart on Friday.', 'AGREE FRA GOV, LBN GOV (planned) “obtain”'],
])('%s', (text, wanted) => {
  expect(events(text)).toEqual([wanted]);
});

test('who tells whom is read through the exchanged word, and nothing in it is verbatim', () => {
  const { statements } = read(
    'The Peruvian overseas minister knowledgeable journalists that Lima “is not going to again down”.',
  );
  expect(statements[0]).toMatchObject({ act: 'SAY', verbatim: false, speaker: { country: 'PER' } });
});

test('a short text is told by one wording nobody writes, or by two that few write; never by one alone that somebody may', () => {
  const spun = (text: string): boolean => read(text).spun;
  expect(spun('He known as on miners to stay calm.')).toBe(true);
  expect(spun('Chad’s overseas minister spoke of clear vitality.')).toBe(true);
  expect(spun('France’s overseas minister flew to Martinique.')).toBe(false);
  expect(spun('The band dominated out wide and the crowd was known as on edge.')).toBe(false);
});
