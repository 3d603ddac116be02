import { expect, test } from 'vitest';
import type { Mentioned } from '../../src/core/index.ts';
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

const membersOf = (text: string, words: string): (string | null)[] => {
  const doc: Mentioned = mentionsOf(text);
  const found = doc.mentions.filter((one) => doc.article.text.slice(...one.span) === words);
  return (found[found.length - 1]?.members ?? []).map((id) => doc.mentions[id]!.code);
};

test.each([
  ['The UN Human Rights Council voted. The High Commissioner for Human Rights welcomed it.', 'UNO'],
  ['The ASEAN foreign ministers met in Vientiane. The Secretary-General briefed them.', 'IGO'],
])('offices that bodies of states have: %s', (text, code) => {
  const words = /High Commissioner for Human Rights|Secretary-General/.exec(text)![0];
  expect(codeIn(text, words)).toBe(code);
});

test('an executive secretary of nobody told of stays open', () => {
  expect(
    codeIn('Ghana and Togo met. They invited the Executive Secretary to the talks.', 'Executive Secretary'),
  ).toBeNull();
});

test('"the Union" in a text about the European one', () => {
  const text = 'Kyrgyzstan received the envoy of the European Union. She said the Union would pay.';
  expect(codeIn(text, 'Union')).toBe('EUR');
});

test('"the authorities there" are those of the place named last', () => {
  expect(
    codeIn(
      'Kenya deplored the attack on its lorries in Kabul and called on the authorities there to act.',
      'authorities',
    ),
  ).toBe('AFG');
});

test.each([
  ['India and Maldives condemned piracy. Their coast guards will hold a drill.', 'coast guards', ['IND', 'MDV']],
  ['Peru and Chile met. Norway urged both sides to talk.', 'both sides', ['PER', 'CHL']],
])('the two told of together: %s', (text, words, codes) => {
  expect(membersOf(text, words)).toEqual(codes);
});

test.each([
  ['Tanzanian police dispersed Tanzanian strikers at the gate. Seven were arrested.', 'Seven', 'TZA'],
  ['Bolivian miners demanded that the authorities resign. Police dispersed them.', 'them', 'BOL'],
  ['The Philippine governor urged the Philippine guerrillas to stop. They refused.', 'They', 'PHL'],
])('so many of the people told of before: %s', (text, words, code) => {
  expect(codeIn(text, words)).toBe(code);
});

test('money is no people', () => {
  const doc = mentionsOf('Sudanese refugees wait. Kuwait promised 40 million.');
  expect(doc.mentions.some((one) => one.rule === 'reference/number')).toBe(false);
});

test.each([
  ['Parliament', 'BWA'],
  ['Union leader Ana Kassoma', 'AGO'],
  ['Constitutional Court', 'ZMB'],
])('a paragraph may name its own state at its head: %s', (words, code) => {
  const parts = [
    'Zambia: The Constitutional Court dismissed a petition by the opposition.',
    'Botswana: Parliament ratified the pact.',
    'Angola: Union leader Ana Kassoma was freed.',
  ];
  const text = parts.join('\n\n');
  let at = 0;
  const blocks = parts.map((part) => {
    const span: [number, number] = [at, at + part.length];
    at += part.length + 2;
    return { kind: 'body' as const, span };
  });
  const doc = mentionsOf(text, { blocks });
  const found = doc.mentions.find((one) => doc.article.text.slice(...one.span) === words);
  expect(found?.code).toBe(code);
});

test.each([
  ['DAVAO, Philippines - Communist rebels freed three teachers, the army said.', 'Communist rebels', 'PHL'],
  ['GULU, Uganda - Soldiers killed two fighters near the town.', 'two fighters', 'UGA'],
])('rebels beside the army of the state that the text is about: %s', (text, words, code) => {
  expect(codeIn(text, words)).toBe(code);
});

test.each([
  [
    'Deputy Foreign Ministers Ivan Kolev of Bulgaria, Radu Ionescu of Romania and Selim Aksoy of Türkiye met. The Deputy Ministers thanked Georgia.',
    'Deputy Ministers',
    ['BGR', 'ROU', 'TUR'],
  ],
  [
    'The ambassadors of France and Germany met activists. The ambassadors voiced concern.',
    'ambassadors',
    ['FRA', 'DEU'],
  ],
  [
    'Envoys from Mali, Niger and Chad met in Dakar. They urged Algeria to help. The three envoys will meet again.',
    'three envoys',
    ['MLI', 'NER', 'TCD'],
  ],
])('officials told of together before: %s', (text, words, codes) => {
  expect(membersOf(text, words)).toEqual(codes);
});

test('a consul is not the ambassador told of before', () => {
  expect(codeIn('Spain summoned the ambassador of Peru. It may recall the consul.', 'consul')).not.toBe('PER');
});

test('a head of government without a state in a headline is the first state’s', () => {
  expect(codeIn('Ethiopia "ready for talks" with Eritrea, premier says', 'premier')).toBe('ETH');
});

test('"Ms Doe" is the subject that "she" takes up', () => {
  const text =
    'The Minister of Foreign Affairs of Kyrgyzstan, Azamat Osmonov, received the envoy of the European Union, Ingrid Vestergren. Ms Vestergren praised Kyrgyzstan. She stressed the need for checks.';
  expect(codeIn(text, 'She')).toBe('EUR');
});

test('the deputy ministers of defence of three states are told of together later', () => {
  const text =
    'The Deputy Ministers of Defence of Bulgaria, Romania and Türkiye met on the coast. The Deputy Ministers paid tribute to the crews.';
  expect(membersOf(text, 'Deputy Ministers')).toEqual(['BGR', 'ROU', 'TUR']);
});

test('"the Special Representative" is the one told of with the full title', () => {
  const text =
    'Peru received the European Union’s Special Representative for Central Asia, Ingrid Vestergren. The Special Representative was heard by lawmakers.';
  expect(codeIn(text, 'Special Representative')).toBe('EUR');
});

test.each([
  [
    'India and Nepal traded words. Nepal’s army moved. India’s home minister, Arun Desai, spoke. He ordered the border police to stay.',
    'border police',
    'IND',
  ],
  ['The UN mission in Mali said its peacekeepers were attacked.', 'peacekeepers', 'UNO'],
  ['Norway has long dealt with Sudan. Norway imposed an embargo on the country.', 'country', 'SDN'],
])('whose they are by who acts: %s', (text, words, code) => {
  expect(codeIn(text, words)).toBe(code);
});

test.each([
  ['A Cuban delegation led by Deputy Minister Ana Ferrer came. Ferrer thanked Vietnam.', 'Ferrer', 'CUB'],
  ['Armenian police held a Russian blogger. He complained to the court.', 'court', 'ARM'],
  ['Turkey’s coast guard rescued 40 Syrian migrants. They had left on Friday.', 'They', 'SYR'],
  ['Moldova’s parliament met. Russian-backed lawmakers hailed the vote.', 'lawmakers', null],
])('citizens, delegations and those whom others back: %s', (text, words, code) => {
  const doc = mentionsOf(text);
  const found = doc.mentions.filter((one) => doc.article.text.slice(...one.span).endsWith(words));
  expect(found[found.length - 1]?.code ?? null).toBe(code);
});

test('a third state praises the neighbours', () => {
  const text = 'Thailand and Cambodia reopened a gate. Malaysia praised the neighbours.';
  expect(membersOf(text, 'neighbours')).toEqual(['THA', 'KHM']);
});

test.each([
  [
    'Fiji’s prime minister dismissed his deputy. Opposition leader Seru Vakatale demanded a vote. Australia took note.',
    'Seru Vakatale',
    'FJI',
  ],
  ['Gunmen in Burkina Faso freed two Austrian aid workers. They were flown home.', 'They', 'AUT'],
  ['The mayor of Mombasa banned a rally. It was held after the High Court intervened.', 'High Court', 'KEN'],
  ['Lesotho’s party leader said she would boycott parliament.', 'parliament', 'LSO'],
])('whose in home politics: %s', (text, words, code) => {
  expect(codeIn(text, words)).toBe(code);
});

test('a chancellor is of a state that has one', () => {
  expect(codeIn('Burkina Faso freed two nurses. The chancellor thanked the army.', 'chancellor')).toBeNull();
});
