import { describe, expect, test } from 'vitest';
import { eventsOf, lines } from './support.ts';

const modality = (text: string, published: string | null = null): string[] =>
  eventsOf(text, published).map((e) => e.modality);

describe('every modality', () => {
  test.each([
    ['Peru’s president visited Chile on Monday.', 'occurred'],
    ['Kenya has met with Uganda.', 'occurred'],
    ['Turkey is shelling a Syrian town.', 'ongoing'],
    ['Indian police continue to detain Nepali drivers.', 'ongoing'],
    ['Peru’s president will visit Chile.', 'planned'],
    ['Norway is expected to host Finland.', 'planned'],
    ['Japan agreed to help Tonga.', 'planned'],
    ['Norway urged Sudan to end the raids.', 'requested'],
    ['Canada called for talks with Cuba.', 'requested'],
    ['India cancelled talks with Pakistan.', 'cancelled'],
    ['Serbia called off a summit with Kosovo.', 'cancelled'],
    ['In 1995 Vietnam and Chile established diplomatic ties.', 'historical'],
    ['Germany invaded Norway in 1940.', 'historical'],
    ['Iran threatened to strike Israel unless it leaves.', 'possible'],
  ])('%s is %s', (text, expected) => expect(modality(text)).toContain(expected));
});

describe('nothing is asserted', () => {
  test.each([
    'Peru may visit Chile.',
    'Peru could meet Chile if it pays.',
    'Peru’s president hopes to visit Chile.',
    'Peru’s president wants to visit Chile.',
    'Kenya did not attack Uganda.',
    'Kenya denied attacking Uganda.',
    'Kenya never expelled Ugandan diplomats.',
    'Did Kenya expel Ugandan diplomats?',
    'Kenyan ministers regularly attend the summit in Uganda.',
    'Kenya is considering sanctions on Uganda.',
  ])('%s', (text) => expect(lines(text)).toEqual([]));
});

test('background is measured against the day of the text', () => {
  expect(modality('Peru expelled Bolivian diplomats in March 2021.', '2021-03-20')).toEqual(['occurred']);
  expect(modality('Peru expelled Bolivian diplomats in March 2018.', '2021-03-20')).toEqual(['historical']);
});

test('a publication date is never the day of the event', () => {
  expect(eventsOf('Peru expelled Bolivian diplomats.', '2021-03-20')[0]?.date).toBeNull();
});

test('the year that names an agreement dates nothing done under it', () => {
  expect(eventsOf('Norway pledged 5 million euros to Mali under the 2014 Oslo Water Agreement.')[0]?.date).toBeNull();
});
