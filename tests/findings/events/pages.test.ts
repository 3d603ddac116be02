import { describe, expect, test } from 'vitest';
import { lines } from './support.ts';

/** Each text with what it tells, and nothing else. */
const cases = (rows: readonly (readonly [string, ...string[]])[]): void => {
  test.each(rows.map(([text, ...expected]) => [text, expected] as const))('%s', (text, expected) =>
    expect(lines(text).sort()).toEqual([...expected].sort()),
  );
};

describe('acts joined to others', () => {
  cases([
    [
      'Oman summoned the Swedish ambassador and lodged a formal protest.',
      'ACCUSE disapprove OMN > SWE GOV',
      'ACCUSE disapprove OMN > SWE GOV',
    ],
    [
      'Peru invited the Cuban premier to Lima and pledged four buses.',
      'AGREE PER > CUB GOV (planned)',
      'AGREE PER (planned)',
    ],
    [
      'Fiji’s premier flew to Seoul, where he met the Korean president and agreed to upgrade ties.',
      'AGREE FJI GOV (planned)',
      'CONSULT FJI GOV, KOR GOV',
      'CONSULT visit FJI GOV > KOR',
    ],
  ]);
});

describe('who is meant and who is not', () => {
  cases([
    ['Japan invited the Lao premier to Tokyo.', 'AGREE JPN > LAO GOV (planned)'],
    ['Peru’s minister conveyed the greetings of the Peruvian president.', 'SUPPORT PER GOV'],
    ['Chinese vessels fired water cannon at a Philippine supply boat.', 'ASSAULT crowd-control CHN BUS > PHL BUS'],
    ['Welcoming the guests, the Thai premier said trade had grown.'],
    ['Tonga’s king cancelled a stop in Fiji.', 'REJECT meet TON GOV (cancelled)'],
    ['Canberra was surprised. It cut aid to Nauru.', 'SANCTION withdraw AUS GOV > NRU'],
  ]);
});
