import { describe, expect, test } from 'vitest';
import type { Mention, Mentioned } from '../../src/core/index.ts';
import { mentionsOf } from '../support/mentioned.ts';

/** The last mention of exactly these words. */
const last = (doc: Mentioned, words: string): Mention => {
  const found = doc.mentions.filter((one) => doc.article.text.slice(...one.span) === words);
  expect(found.length).toBeGreaterThan(0);
  return found[found.length - 1]!;
};

/** "LIMA - Peru …": read as filed from there. */
function codeIn(text: string, words: string): string | null {
  const place = /^(\p{Lu}[\p{Lu}/ ]+) - /u.exec(text)?.[1];
  const named = place?.toLowerCase().replace(/(?:^|[ /])\p{Ll}/gu, (letters) => letters.toUpperCase());
  const dateline = named === undefined ? null : { place: named, agency: null, span: [0, named.length] as const };
  return last(mentionsOf(text, dateline === null ? {} : { dateline }), words).code;
}

describe('whom bodies of states send', () => {
  test.each([
    [
      'The Special Envoy for Yemen, Lars Wennberg, briefed the Security Council. He urged restraint.',
      'Special Envoy for Yemen',
      'UNO',
    ],
    ['The Special Envoy for Yemen, Lars Wennberg, briefed the Security Council. He urged restraint.', 'He', 'UNO'],
    ['The Secretary-General arrived in Nairobi. The Security Council will meet on Libya.', 'Secretary-General', 'UNO'],
    [
      'The UN Secretary-General condemned the raid. His spokesman called it a crime. His spokesman was clear.',
      'spokesman',
      'UNO',
    ],
    [
      'The EU froze the funds. High Representative Katarina Holm met the Foreign Minister of Moldova, Ion Lupan. The High Representative praised the reforms.',
      'High Representative',
      'EUR',
    ],
  ])('%s: %s', (text, words, code) => expect(codeIn(text, words)).toBe(code));
  test('an envoy for a state is not that state’s', () =>
    expect(codeIn('The Special Envoy for Yemen left Aden on Monday.', 'Special Envoy for Yemen')).toBeNull());
});

describe('bodies called by a part of their name, and abbreviations', () => {
  test.each([
    ['Zambia owes the International Monetary Fund two billion. The Fund has agreed to wait.', 'Fund', 'IGO'],
    ['An IMF mission came to Lusaka on Monday. The mission met the president.', 'mission', 'IGO'],
    [
      'Sudan’s army shelled the Rapid Support Forces. The RSF denied that RSF fighters had fled.',
      'RSF fighters',
      'SDN',
    ],
    [
      'The Office for the Coordination of Humanitarian Affairs (OCHA) asked for funds in Chad.',
      'Office for the Coordination of Humanitarian Affairs',
      'UNO',
    ],
  ])('%s: %s', (text, words, code) => expect(codeIn(text, words)).toBe(code));
});

describe('whose officials and bodies are told of', () => {
  test.each([
    ['Argentina expelled an Iranian diplomat, the foreign ministry announced.', 'foreign ministry', 'ARG'],
    [
      'The Prime Minister, Amran Hashim, spoke to the envoy. The Prime Minister reaffirmed Malaysia’s support for the plan.',
      'Amran Hashim',
      'MYS',
    ],
    [
      'KUALA LUMPUR - Malaysia has frozen the intake of Bangladeshi workers, Labour Minister Azman Yusof said.',
      'Labour Minister Azman Yusof',
      'MYS',
    ],
    [
      'TUNIS - Tunisia rescued 80 people on Saturday, a judicial official said. A judicial official gave no names.',
      'judicial official',
      'TUN',
    ],
    ['BUENOS AIRES - Argentina closed a port. A federal court opened it.', 'federal court', 'ARG'],
    [
      'TEGUCIGALPA - A Honduran judge approved the extradition of a trader to the United States. The US Embassy was glad. President Marlon Zelaya said it was right.',
      'President Marlon Zelaya',
      'HND',
    ],
    [
      'Peru summoned the Chilean ambassador. Crowds gathered, and Peru’s mayors asked the embassy to move.',
      'embassy',
      'CHL',
    ],
    [
      'GEORGETOWN - Guyana closed a port. Suriname’s navy detained nine men. In Paramaribo, President Anton Roe told parliament so.',
      'President Anton Roe',
      'SUR',
    ],
    [
      'San Jose traced the raid. Costa Rica’s ports closed, and the country’s minister, Irene Solano, was angry. She blamed the government in Minsk.',
      'Irene Solano',
      'CRI',
    ],
    ['Nairobi sent an assistant minister, Peter Mutua, to the border with Uganda.', 'Peter Mutua', 'KEN'],
    ['Kenya sent 300 soldiers to the border with Uganda.', '300 soldiers', 'KEN'],
    ['Guinea named an economist as prime minister on Tuesday.', 'prime minister', 'GIN'],
    ['Belarus jailed two Poles. Poland summoned the chargé d’affaires.', 'chargé d’affaires', 'BLR'],
    [
      'Belarus jailed two Poles. The Foreign Ministry in Warsaw protested. Foreign Minister Pawel Gorski said so.',
      'Foreign Minister Pawel Gorski',
      'POL',
    ],
    ['Belarus jailed two Poles. The Polish minister was angry. "We will not yield," the minister said.', 'We', 'POL'],
    [
      'Sultan Tariq bin Saeed of Oman met Sheikh Khalid bin Jassim, Emir of Qatar. The Sultan thanked the Emir.',
      'Emir',
      'QAT',
    ],
    [
      'Nepal Foreign Minister Arjun Thapa met his Indian counterpart S. Raghavan. The External Affairs Minister was glad. Raghavan left.',
      'Raghavan',
      'IND',
    ],
    [
      'Nepal Foreign Minister Arjun Thapa met his Indian counterpart S. Raghavan. The External Affairs Minister was glad.',
      'External Affairs Minister',
      'IND',
    ],
    [
      'Secretary of State James Harlan met Kenyan Cabinet Secretary Lucy Mwangi. The Secretary praised Kenya.',
      'Secretary',
      'USA',
    ],
    ['The Ugandan drivers say Kenyan officers charge them twice. Their union asked for help.', 'union', 'UGA'],
    ['MALE - The Maldives closed a port. The opposition MDP protested.', 'MDP', 'MDV'],
    [
      'Tonga’s prime minister rang Fiji’s prime minister, Jone Rabuka. Fiji’s opposition leader called the prime minister a puppet.',
      'prime minister',
      'FJI',
    ],
    ['The Houthis freed ten men in Yemen. The group’s negotiator left.', 'negotiator', 'YEM'],
    [
      'Peruvian Premier Teodoro Huaman will meet President Ignacio Larrain in Santiago.',
      'President Ignacio Larrain',
      'CHL',
    ],
    ['Chile accused Peru of closing its eyes. The Andean nation rejected the charge.', 'Andean nation', 'PER'],
    ['Chile accused Peru of closing its eyes. It denied the charge.', 'It', 'PER'],
    ['Kenya closed a port. The minister, Ann Wekesa, was firm. "We will not yield," she said.', 'We', 'KEN'],
    [
      'KUALA LUMPUR - Malaysia froze hiring. In Dhaka, workers marched to parliament. The government sent riot police.',
      'government',
      'BGD',
    ],
  ])('%s: %s', (text, words, code) => expect(codeIn(text, words)).toBe(code));
  test.each([
    ['Ghana closed the road after soldiers from the neighbouring country crossed it.', 'soldiers'],
    [
      'LA PAZ/BOGOTA - Bolivia and Colombia agreed to meet. Bolivian minister Rosa Quisbert met Colombian minister Andres Lozano. President Hugo Mamani was there. Both called on Peru to join.',
      'President Hugo Mamani',
    ],
    [
      'BAGHDAD - Iraq closed a base. Foreign Minister Mehdi Sohrabi, in Baghdad for talks, was glad.',
      'Foreign Minister Mehdi Sohrabi',
    ],
    ['A U.S. official said the militia had fired rockets.', 'militia'],
    [
      'Turkmenistan received a guest. Uzbekistan’s envoy conveyed greetings from President Jasur Alimov.',
      'President Jasur Alimov',
    ],
    [
      'The International Court of Justice ordered Israel to open a road. Israel was told so. Judge Ama Owusu read the ruling.',
      'Judge Ama Owusu',
    ],
  ])('open: %s', (text, words) => expect(codeIn(text, words)).toBeNull());
});

describe('those on whom somebody acts are others', () => {
  const membersOf = (text: string, words: string): (string | null)[] => {
    const doc = mentionsOf(text);
    return (last(doc, words).members ?? []).map((id) => doc.mentions[id]!.code);
  };
  test.each([
    [
      'Malaysia offered to host talks. The Malaysian premier rang the Thai premier and his Cambodian colleague and asked both to stop.',
      'both',
      ['THA', 'KHM'],
    ],
  ])('%s: %s', (text, words, codes) => expect(membersOf(text, words)).toEqual(codes));
  test('a pair told of by its number', () =>
    expect(codeIn('Belarus jailed two Polish men for spying. The pair pleaded guilty.', 'pair')).toBe('POL'));
});
