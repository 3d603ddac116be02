import { describe, expect, test } from 'vitest';
import type { Mention, Mentioned } from '../../src/core/index.ts';
import { mentionsOf } from '../support/mentioned.ts';

/** The mention that holds exactly these words; the last one, so that a text may say them twice. */
const last = (doc: Mentioned, words: string): Mention => {
  const found = doc.mentions.filter((one) => doc.article.text.slice(...one.span) === words);
  expect(found.length).toBeGreaterThan(0);
  return found[found.length - 1]!;
};

const membersOf = (text: string, words: string): (string | null)[] => {
  const doc = mentionsOf(text);
  return (last(doc, words).members ?? []).map((id) => doc.mentions[id]!.code);
};

const codeIn = (text: string, words: string, publisher?: string): string | null =>
  last(mentionsOf(text, publisher === undefined ? {} : { publisher }), words).code;

describe('parties told of together', () => {
  const met = 'Estonian Foreign Minister Maarja Kask met Latvian Foreign Minister Janis Ozols on Monday.';
  test.each([
    [`${met} The two ministers signed an accord.`, 'two ministers'],
    [`${met} Both agreed to meet again.`, 'Both'],
    [`${met} They signed an accord.`, 'They'],
    [`${met} The two sides opened a crossing.`, 'two sides'],
    [`${met} The neighbours will open a crossing.`, 'neighbours'],
    [`${met} The pair discussed fish.`, 'pair'],
    [`${met} Both governments pledged money.`, 'governments'],
  ])('%s', (text, words) => expect(membersOf(text, words)).toEqual(['EST', 'LVA']));

  test('those of the main clause, not those of its background', () =>
    expect(
      membersOf(
        'Estonian Foreign Minister Maarja Kask met Latvian Foreign Minister Janis Ozols in Riga, months after the Finnish and Swedish premiers spoke there. The two officials discussed fish.',
        'two officials',
      ),
    ).toEqual(['EST', 'LVA']));
  test('three states only when three are named together', () =>
    expect(
      membersOf('Chad met Niger on Monday. Mali was absent. The three countries share a river.', 'three countries'),
    ).toEqual([]));
  test('bodies of states are no countries', () =>
    expect(membersOf('Fiji met the African Union. Both countries were pleased.', 'Both countries')).toEqual([]));
});

describe('leaders of many states', () => {
  const met = 'Leaders of fourteen island states met on Friday.';
  test.each([
    [met, 'Leaders', 'IGO'],
    [`${met} The leaders agreed to share a ship.`, 'leaders', 'IGO'],
    ['Leaders of three island states met on Friday.', 'Leaders', null],
  ])('%s', (text, words, code) => expect(codeIn(text, words)).toBe(code));
});

describe('offices without their state', () => {
  test('somebody named later is whom the text had by office', () =>
    expect(
      codeIn('Zambia’s president dismissed a judge. President Mwape Tembo said he had no choice.', 'Mwape Tembo'),
    ).toBe('ZMB'));
  test('two states’ presidents: nobody’s', () =>
    expect(
      codeIn('Zambia’s president met the president of Chad. President Mwape Tembo said he was glad.', 'Mwape Tembo'),
    ).toBeNull());
  test('a ministry writes of its own minister', () =>
    expect(
      codeIn(
        'Foreign Minister Dario Quenal telephoned the Peruvian foreign minister.',
        'Dario Quenal',
        'Ministry of Foreign Affairs of Malta',
      ),
    ).toBe('MLT'));
  test('who receives is at home', () =>
    expect(codeIn('Deputy Premier Dao Van Khiem received the French ambassador in Hanoi.', 'Dao Van Khiem')).toBe(
      'VNM',
    ));
  test('a consul is not of the state that he is in', () =>
    expect(codeIn('Its consul in Lagos was called home.', 'consul in Lagos')).toBeNull());
  test('the counterpart of a traveller', () =>
    expect(codeIn('Chile’s army chief called on his counterpart in Dhaka.', 'counterpart')).toBe('BGD'));
});

describe('short forms of states and bodies', () => {
  test.each([
    ['Sri Lanka asked India for a loan. The island nation has run out of fuel.', 'island nation', 'LKA'],
    ['Jordan’s king visited Rabat. The kingdom agreed to send doctors.', 'kingdom', 'JOR'],
    ['Kenyan drivers were freed on Monday. The drivers flew home.', 'drivers', 'KEN'],
    ['Brussels imposed sanctions on Moscow.', 'Brussels', 'EUR'],
    ['Brussels and the Dutch agreed. The Belgian premier was glad.', 'Brussels', 'BEL'],
    ['Ecowas lifted sanctions on Mali.', 'Ecowas', 'IGO'],
    ['The West African bloc lifted sanctions on Mali.', 'West African bloc', 'IGO'],
  ])('%s', (text, words, code) => expect(codeIn(text, words)).toBe(code));
  test('leaders of a region are not those told of before', () =>
    expect(
      codeIn('Peru’s leaders quarrelled. Japan’s premier invited Pacific leaders to Tokyo.', 'Pacific leaders'),
    ).toBeNull());
  test('a state that urges the government urges another one', () =>
    expect(codeIn('Germany urged the government to hold elections.', 'government')).toBeNull());
});

describe('names in full', () => {
  test.each([
    ['Vice Foreign Minister Kim Sang-ho left for Oslo.', 'Kim Sang-ho'],
    ['He met Ambassador Park Ji-hoon of the Republic of Korea on Monday.', 'Park Ji-hoon'],
  ])('%s', (text, name) => expect(last(mentionsOf(text), name).kind).toBe('person'));
});

describe('answers', () => {
  test.each([
    ['Fijian lawyer Jemima Sade called on Kenyan Prime Minister Joni Odera to step down. He refused.', 'He', 'KEN'],
    ['Kenya asked Uganda to free the men. It declined.', 'It', 'UGA'],
    [
      'Kenya’s president, Amos Kiptoo, rang the Ugandan foreign minister, Joseph Okello, to thank him for the grain.',
      'him',
      'UGA',
    ],
  ])('%s', (text, words, code) => expect(codeIn(text, words)).toBe(code));
});

describe('names of several bodies', () => {
  test('a party of another state', () =>
    expect(
      codeIn('Zambia’s Democratic Alliance accused the Zambian government of neglect.', 'Democratic Alliance'),
    ).not.toBe('ZAF'));
  test('a party of the state that is told of', () =>
    expect(codeIn('South Africa’s parliament met. The Democratic Alliance walked out.', 'Democratic Alliance')).toBe(
      'ZAF',
    ));
});

describe('two family names', () => {
  test.each([
    ['President Ramiro Zelaya Funes of Honduras signed. Zelaya Funes said it was overdue.', 'Zelaya Funes', 'HND'],
    ['Egyptian envoy Mohamed Abdel Aziz flew home. Abdel Aziz was pleased.', 'Abdel Aziz', 'EGY'],
    ['Iraq’s oil minister Ali Hassan al-Jaburi quit. Hassan al-Jaburi blamed nobody.', 'Hassan al-Jaburi', 'IRQ'],
  ])('%s', (text, words, code) => expect(codeIn(text, words)).toBe(code));
});

describe('names of many parts', () => {
  test.each([
    [
      'Malaysian Foreign Minister Datuk Seri Ahmad Fauzi Ismail flew to Thailand. Ahmad Fauzi was tired.',
      'Ahmad Fauzi',
      'MYS',
    ],
    ['Dutch Prime Minister Pieter van der Molen rang Peru. Mr van der Molen was tired.', 'Molen', 'NLD'],
    ['Kuwaiti Foreign Minister Sheikh Jaber Al-Nasser Al-Sabah flew to Egypt.', 'Jaber Al-Nasser Al-Sabah', 'KWT'],
    ['Saudi Foreign Minister Prince Turki bin Fahd left Iran. Prince Turki was tired.', 'Turki', 'SAU'],
    [
      'Brazilian Foreign Minister João Carlos da Silva Neto left Peru. Da Silva Neto was tired.',
      'Da Silva Neto',
      'BRA',
    ],
    ['Mauritanian President Mohamed Ould Sidi left Mali. Ould Sidi was tired.', 'Ould Sidi', 'MRT'],
  ])('%s', (text, words, code) => expect(codeIn(text, words)).toBe(code));
});

describe('those at home in the place told of', () => {
  test.each([
    ['Bolivia recalled its consul in Puno, where protesters pelted Bolivian trucks with stones.', 'protesters', 'PER'],
    ['The head of the UN Mission in Mali welcomed the truce.', 'UN Mission', 'UNO'],
    ['Angola will host talks between the Government and M23.', 'M23', 'COD'],
  ])('%s', (text, words, code) => expect(codeIn(text, words)).toBe(code));
});

test('a president of another state is not the one told of before', () => {
  const text =
    'Chile and Peru raised ties. Peruvian President Luis Vega spoke. Chilean President Ana Rojas met the US President in Lima. Rojas then met the Peruvian president.';
  expect(codeIn(text, 'US President')).toBe('USA');
  const doc = mentionsOf(text);
  expect(last(doc, 'US President').entity ?? '').not.toContain('rojas');
});
