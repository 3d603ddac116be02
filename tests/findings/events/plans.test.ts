/** Plans, visits, talks, praise and climb-downs in turns of phrase of their own. */

import { expect, test } from 'vitest';
import { lines } from './support.ts';

const CASES: readonly (readonly [string, readonly string[]])[] = [
  // Who is due somewhere.
  [
    "Uruguay's foreign minister is due in Lisbon on Thursday for talks with his Portuguese counterpart.",
    ['AGREE URY GOV > PRT (planned)'],
  ],
  ['The rains are due in Kenya next week.', []],
  // Countries nobody names.
  [
    'The Tanzanian vice president toured eight West African states last month.',
    ['CONSULT visit TZA GOV > West African states'],
  ],
  // What one hastens to do is done.
  ["Ghana's president hastened to congratulate the new Kenyan president.", ['SUPPORT GHA GOV > KEN GOV']],
  // Ready for talks.
  ['Ethiopia is ready for talks with Eritrea, the premier said on Monday.', ['AGREE ETH > ERI (planned)']],
  // Words of several parts.
  ['The Algerian and Nigerien foreign ministers had a face-to-face in Niamey.', ['CONSULT DZA GOV, NER GOV']],
  ['The Emirati ruler was full of praise for the Omani mediators.', ['SUPPORT ARE GOV > OMN GOV']],
  // Who is rung up.
  ['The Thai premier took a call from the Japanese foreign minister.', ['CONSULT phone THA GOV, JPN GOV']],
  ['The ruling party took a call from a voter.', []],
  // A table laid for voters is no meeting of states.
  ['The mayor hosted a dinner for shopkeepers.', []],
  // Only those in office pay a visit by getting there.
  ["Nepal's premier reached India on Monday.", ['CONSULT visit NPL GOV > IND']],
  ['By the time the climbers reached Nepal, the pass was shut.', []],
  // To come, for others; at home it is no news of two.
  ['Kuwait will bankroll a port in Jordan.', ['AGREE KWT > JOR (planned)']],
  ['Kuwait will bankroll a port at home.', []],
  // A body of two, not of one.
  ['Peru and Brazil set up a joint committee on fishing.', ['SUPPORT PER, BRA']],
  ['Peru set up a committee on fishing.', []],
];

for (const [text, events] of CASES)
  test(text, () => {
    expect(lines(text)).toEqual(events);
  });
