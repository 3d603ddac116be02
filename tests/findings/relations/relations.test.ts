import { describe, expect, test } from 'vitest';
import {
  findRelations,
  ladderOf,
  loadRelationTables,
  parseRelationTables,
} from '../../../src/findings/relations/index.ts';
import { loadKnowledge } from '../../../src/knowledge/index.ts';
import { mentionsOf } from '../../support/mentioned.ts';

const tables = loadRelationTables();
const knowledge = loadKnowledge();

const check = (text: string, expected: readonly string[], spun = false): void =>
  expect(
    findRelations({ ...mentionsOf(text), spun }, tables, knowledge).map(
      ({ parties, level, change, since }) =>
        `${parties.join('-')} ${level}, ${change}${since === null ? '' : ` ${since}`}`,
    ),
  ).toEqual(expected);

describe('ties without their name', () => {
  test('recognition', () =>
    check('Tuvalu, which recognises Taipei, stayed away.', ['TUV-TWN diplomatic relations, holds']));
  test('recognition switched', () =>
    check('Panama switched its recognition from Taiwan to China in 2017.', [
      'PAN-TWN diplomatic relations, downgraded 2017',
      'CHN-PAN diplomatic relations, established 2017',
    ]));
  test('only Washington names major non-NATO allies', () =>
    check('Kenya, a major non-NATO ally since 2024, will host the drill.', [
      'USA-KEN major non-nato ally, holds 2024',
    ]));
  test('a development partner is one of ASEAN alone', () => {
    check('Chile is a development partner of ASEAN.', ['ASEAN-CHL development partner, holds']);
    check('Chile is a development partner of Peru.', []);
  });
});

describe('change', () => {
  test('upgraded to', () =>
    check('Vietnam and Malaysia upgraded ties to a comprehensive strategic partnership in November 2024.', [
      'VNM-MYS comprehensive strategic, upgraded 2024-11',
    ]));
  test('a wish changes nothing', () =>
    check('Kenya hopes to upgrade ties with Peru to a strategic partnership.', ['KEN-PER strategic, sought']));
  test('a wished-for level', () =>
    check('Manila wants a strategic partnership with Canberra.', ['PHL-AUS strategic, sought']));
  test('established', () =>
    check('ASEAN and New Zealand established a comprehensive strategic partnership.', [
      'ASEAN-NZL comprehensive strategic, established',
    ]));
  test('holds', () =>
    check("France is Vietnam's comprehensive strategic partner.", ['VNM-FRA comprehensive strategic, holds']));
  test('since', () =>
    check('Japan and the Philippines, strategic partners since 2011, signed a pact.', [
      'JPN-PHL strategic, holds 2011',
    ]));
  test('severed', () =>
    check('Honduras cut ties with Taipei in 2023.', ['HND-TWN diplomatic relations, downgraded 2023']));
  test('a threat to sever is none', () => check('Algeria threatened to break off relations with Spain.', []));
  test('an old level in passing holds', () =>
    check('Oman stressed the importance of the ASEAN-US strategic partnership.', ['ASEAN-USA strategic, holds']));
});

describe('parties', () => {
  test('a list', () =>
    check('Vietnam has strategic partnerships with 16 nations including Japan, Singapore and Australia.', [
      'VNM-JPN strategic, holds',
      'VNM-SGP strategic, holds',
      'VNM-AUS strategic, holds',
    ]));
  test('a list behind a colon takes its owner from the sentence before', () =>
    check(
      'Vietnam ranks its partners. Only four nations are comprehensive strategic partners: China, Russia, India and South Korea.',
      [
        'VNM-CHN comprehensive strategic, holds',
        'VNM-RUS comprehensive strategic, holds',
        'VNM-IND comprehensive strategic, holds',
        'VNM-KOR comprehensive strategic, holds',
      ],
    ));
  test('counted among', () =>
    check('Japan counts Australia and India among its special strategic partners.', [
      'JPN-AUS special strategic, holds',
      'IND-JPN special strategic, holds',
    ]));
  test('an ally of', () =>
    check('Kenya was designated a major non-NATO ally of the United States in June 2024.', [
      'USA-KEN major non-nato ally, established 2024-06',
    ]));
  test('one party alone is none', () => check('Peru praised the strategic partnership.', []));
});

describe('words', () => {
  test('a bare partnership is no level', () => check('Peru and Chile praised their partnership.', []));
  test('machine synonyms are read in spun text alone', () => {
    const text = "France is Vietnam's complete strategic companion.";
    check(text, ['VNM-FRA comprehensive strategic, holds'], true);
    check(text, []);
  });
  test('trade ties are not ties as such', () => check('Chile cut trade ties with Peru.', []));
});

test('whose ladder it is', () => {
  expect(ladderOf(['USA', 'ASEAN'])).toBe('asean');
  expect(ladderOf(['CHN', 'VNM'])).toBe('vn');
  expect(ladderOf(['HRV', 'VUT'])).toBeNull();
});

test('a malformed row is named', () => {
  const changes = 'word\tchange\talso\nraise\tupgraded\t';
  expect(() => parseRelationTables('word\tpart\tlevel\nstrategic\tadjective\t', changes)).toThrow('line 2');
  expect(() => parseRelationTables('word\tpart\tlevel\nstrategic\tlabel\t', 'word\tchange\talso\nraise\tup\t')).toThrow(
    'line 2',
  );
});
