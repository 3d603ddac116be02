import { expect, test } from 'vitest';
import { findDateline } from '../../src/article/dateline.ts';

/** "place | agency | the dateline's own words", or null. */
const check = (text: string, expected: string | null) => {
  const found = findDateline(text, 0);
  expect(found && `${found.place} | ${found.agency} | ${text.slice(...found.span!)}`).toBe(expected);
};

test('capital, agency, dash', () => check('HANOI (Reuters) – The minister said', 'Hanoi | Reuters | HANOI (Reuters)'));
test('place alone in capitals', () => check('WASHINGTON – US officials said', 'Washington | null | WASHINGTON'));
test('date between', () => check('Phnom Penh, 3 May (AKP) -- The king', 'Phnom Penh | AKP | Phnom Penh, 3 May (AKP)'));
test('two words and a date', () =>
  check('KUALA LUMPUR, July 5 (Bernama) -- Malaysia', 'Kuala Lumpur | Bernama | KUALA LUMPUR, July 5 (Bernama)'));
test('state behind the place', () =>
  check('ST. JOSEPH, Mich. (AP) — Health officials', 'St. Joseph, Mich. | AP | ST. JOSEPH, Mich. (AP)'));
test('agency first', () => check('(AFP) - The palace said', 'null | AFP | (AFP)'));
test('Indonesian order', () => check('TEMPO.CO, Jakarta - Menteri', 'Jakarta | TEMPO.CO | TEMPO.CO, Jakarta'));
test('colon after a known city', () => check('New Delhi: The foreign minister', 'New Delhi | null | New Delhi'));
test('known city in small letters', () => check('Hanoi – The prime minister', 'Hanoi | null | Hanoi'));
test('known city, agency in brackets', () => check('Hanoi (VNA) - The prime minister', 'Hanoi | VNA | Hanoi (VNA)'));
test('two countries are no place', () => check('Vietnam – China ties are growing.', null));
test('a noun is no place', () => check('Diplomacy – the art of the possible – is slow.', null));
test('a label is no place', () => check('BREAKING: The minister has resigned', null));
test('an organisation is no place', () => check('ASEAN – The bloc met on Monday', null));
test('a letter to an aunt', () => check('DEAR ABBY: My husband', null));
test('a sentence is no dateline', () => check('The ministers met in Hanoi – again.', null));
test('a date with its year is kept', () =>
  expect(findDateline('Hollin, 15 May 2029 (AKP) -- The president', 0)?.date).toBe('2029-05-15'));
test('spans count from the offset', () => expect(findDateline('HANOI – The', 10)?.span).toEqual([10, 15]));
