import { describe, expect, test } from 'vitest';
import { lines } from './support.ts';

/** Each text with what it tells, and nothing else. */
const cases = (rows: readonly (readonly [string, ...string[]])[]): void => {
  test.each(rows.map(([text, ...expected]) => [text, expected] as const))('%s', (text, expected) =>
    expect(lines(text).sort()).toEqual([...expected].sort()),
  );
};

describe('hosts and guests', () => {
  cases([
    [
      'Portugal hosted envoys from Chad, Benin and Fiji for talks.',
      'CONSULT multilateral PRT, TCD GOV, BEN GOV, FJI GOV',
    ],
    ['Kenya is expected to host Omani and Yemeni ministers in June.', 'AGREE KEN, OMN GOV, YEM GOV (planned)'],
    ['Kenya will host the Omani foreign minister in June.', 'AGREE KEN > OMN GOV (planned)'],
    [
      "Peru chaired Monday's meeting of the forum, attended by Chile and Bolivia.",
      'CONSULT multilateral PER, CHL, BOL',
    ],
    [
      "Malawi's premier opened the conference, which was attended by ministers from Zambia and Angola.",
      'CONSULT multilateral MWI GOV, ZMB GOV, AGO GOV',
    ],
  ]);
});

describe('phrases for several', () => {
  cases([
    ['The trade ministers of the Slovak and Czech governments met in Brno.', 'CONSULT SVK GOV, CZE GOV'],
    [
      'Ministers from Togo, together with observers from Ghana and Benin, ended a conference in Lome.',
      'CONSULT multilateral TGO GOV, GHA, BEN',
    ],
    ['The regional bloc ECOWAS condemned the coup.', 'ACCUSE disapprove IGO'],
  ]);
});
