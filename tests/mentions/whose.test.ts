import { describe, expect, test } from 'vitest';
import type { Mention, Mentioned } from '../../src/core/index.ts';
import { mentionsOf } from '../support/mentioned.ts';

/** The last mention of exactly these words. */
const last = (doc: Mentioned, words: string): Mention => {
  const found = doc.mentions.filter((one) => doc.article.text.slice(...one.span) === words);
  expect(found.length).toBeGreaterThan(0);
  return found[found.length - 1]!;
};

const codeIn = (text: string, words: string, publisher?: string): string | null =>
  last(mentionsOf(text, publisher === undefined ? {} : { publisher }), words).code;

const nameIn = (text: string, words: string): string | null => last(mentionsOf(text), words).name;

const membersOf = (text: string, words: string): (string | null)[] => {
  const doc = mentionsOf(text);
  return (last(doc, words).members ?? []).map((id) => doc.mentions[id]!.code);
};

describe('officials whom a text names without their state', () => {
  test.each([
    [
      'Soldiers in Guinea-Bissau seized power and put President Abel Lopes under arrest.',
      'President Abel Lopes',
      'GNB',
    ],
    [
      'Latvia expelled two consuls. Foreign Minister Ilze Ozola handed them a note.',
      'Foreign Minister Ilze Ozola',
      'LVA',
    ],
    [
      'Latvia expelled a consul. Foreign Minister Ilze Ozola told Belarus to reply.',
      'Foreign Minister Ilze Ozola',
      'LVA',
    ],
    ['Kenya closed the port. The provincial governor, Amos Kiptoo, said it was unsafe.', 'provincial governor', 'KEN'],
    [
      'Kenya and Uganda met. Trade Minister Ann Wekesa greeted her Ugandan counterpart.',
      'Trade Minister Ann Wekesa',
      'KEN',
    ],
  ])('%s', (text, words, code) => expect(codeIn(text, words)).toBe(code));
  test.each([
    ['Kenya’s premier met President Abel Lopes on Monday.', 'President Abel Lopes'],
    [
      'Kenya closed the port. The Malian minister rang the Chadian minister. Minister Abel Lopes was glad.',
      'Minister Abel Lopes',
    ],
  ])('open: %s', (text, words) => expect(codeIn(text, words)).toBeNull());
});

describe('appositions', () => {
  test.each([
    ['Uganda brokered the truce. Its envoy, Moses Kabanda, flew in.', 'Moses Kabanda', 'UGA'],
    ['Peru summoned the Chilean ambassador. The ambassador, Rodrigo Ulloa, was late.', 'Rodrigo Ulloa', 'CHL'],
    ['Peru summoned the Chilean ambassador. Peru told the envoy to leave.', 'envoy', 'CHL'],
    [
      'Minsk rejected the note. A spokesman for its foreign ministry, Anton Harbach, called it a farce.',
      'Anton Harbach',
      'BLR',
    ],
  ])('%s', (text, words, code) => expect(codeIn(text, words)).toBe(code));
  test('a short part of a name', () =>
    expect(nameIn('A colonel, Domingos Na Tchuda, read the decree.', 'colonel')).toBe('Domingos Na Tchuda'));
  test('a name with an article', () =>
    expect(nameIn('Faisal al-Dulaimi said it was late.', 'Faisal al-Dulaimi')).toBe('Faisal al-Dulaimi'));
});

describe('whose body it is', () => {
  test.each([
    [
      'BISSAU - Guinea-Bissau was calm. Senegal is hosting the country’s prime minister, Luisa Djalo.',
      'Luisa Djalo',
      'GNB',
    ],
    ['Chile’s government was silent. Peruvian fishermen demanded that the government pay.', 'government', 'PER'],
    ['The Congolese army left Bunia.', 'Congolese army', 'COD'],
    ['The Congolese army left Brazzaville.', 'Congolese army', 'COG'],
  ])('%s', (text, words, code) => expect(codeIn(text, words)).toBe(code));
  test('a ministry’s own minister rings a counterpart', () => {
    const text = 'The Foreign Minister spoke with her Latvian counterpart Andris Kalve. The Minister thanked Latvia.';
    expect(codeIn(text, 'Minister', 'Ministry of Foreign Affairs of Estonia')).toBe('EST');
  });
  test('who is given something asked for it', () =>
    expect(codeIn('France did not send Niger the tents it had asked for.', 'it')).toBe('NER'));
  test('who is thanked is not who thanks', () =>
    expect(codeIn('Latvian minister Ilze Ozola summoned the Belarusian envoy and handed him a note.', 'him')).toBe(
      'BLR',
    ));
  test('the one who is quoted, not the subject before', () =>
    expect(
      nameIn(
        'Moses Kabanda flew home. Troops were sent, according to a spokesman, Colonel Jean Mbuyi. He said no more.',
        'He',
      ),
    ).toBe('Jean Mbuyi'));
});

describe('both of a text', () => {
  test.each([
    [
      'Iceland held a vote. Norwegian Fisheries Minister Tor Grimstad was there. The minister said both countries were glad.',
      'both countries',
      ['ISL', 'NOR'],
    ],
    [
      'Lao Foreign Minister Kham Souliya met his Vietnamese counterpart Tran Bao. The ministers said little.',
      'ministers',
      ['LAO', 'VNM'],
    ],
  ])('%s', (text, words, codes) => expect(membersOf(text, words)).toEqual(codes));
});

describe('what tells whose it is in the same sentence', () => {
  test.each([
    ['Serbia met the European Union. The envoy of the bloc, Katrin Moes, was late.', 'Katrin Moes', 'EUR'],
    ['Two Costa Rican ports were hit, the country’s security minister, Irene Solano, said.', 'Irene Solano', 'CRI'],
    ['The nuncio left Managua. He told the police to wait.', 'police', 'NIC'],
    ['Vice Premier Dao Khiem received Ambassador Hugh Tarrant in Hanoi. He thanked Britain.', 'Hugh Tarrant', 'GBR'],
    ['SAN JOSE - Hackers hit Costa Rican ports. The opposition blamed the police.', 'opposition', 'CRI'],
  ])('%s', (text, words, code) => expect(codeIn(text, words)).toBe(code));
  test('Korea of its own ministry', () =>
    expect(
      codeIn(
        'Korea gave rice. It condemned North Korea.',
        'Korea',
        'Ministry of Foreign Affairs of the Republic of Korea',
      ),
    ).not.toBeNull());
});

describe('an embassy’s own text', () => {
  const text = 'Ambassador Kenji Mori and Health Minister Boun Saya signed a contract. The ambassador was glad.';
  test.each([
    ['Kenji Mori', 'JPN'],
    ['Boun Saya', 'LAO'],
    ['ambassador', 'JPN'],
  ])('%s', (words, code) => expect(codeIn(text, words, 'Embassy of Japan in Laos')).toBe(code));
  test('a kingdom has no president', () =>
    expect(
      codeIn(
        'The envoy read a letter of President Ana Lagos.',
        'Ana Lagos',
        'Office of the Prime Minister of Thailand',
      ),
    ).toBeNull());
});

describe('other words for the same office', () => {
  const met = 'Eswatini’s king received the Taiwanese president in Mbabane.';
  test.each([
    [`${met} The monarch was glad.`, 'monarch', 'SWZ'],
    [`${met} The visitor was glad.`, 'visitor', 'TWN'],
    ['The Thai prime minister met the Chilean envoy. The premier was glad.', 'premier', 'THA'],
    ['Iran’s top negotiator left. The Iranian was tired.', 'Iranian', 'IRN'],
  ])('%s', (text, words, code) => expect(codeIn(text, words)).toBe(code));
  test('ministers of other offices are others', () =>
    expect(
      last(mentionsOf('The Thai foreign minister met Chile. The finance minister was glad.'), 'finance minister')
        .antecedent,
    ).toBeNull());
});

describe('the other one', () => {
  test('by the name of a people', () =>
    expect(
      nameIn('Nepalese minister Sita Rawal met Indian minister Arvind Menon. The Indian said it was late.', 'Indian'),
    ).toBe('Arvind Menon'));
  test('an ally is not whoever was told of before', () =>
    expect(
      mentionsOf('China denied it. Washington backed its ally.').mentions.every(
        (one) => one.rule !== 'reference/other',
      ),
    ).toBe(true));
  const met = 'Thai Foreign Minister Anong Srisakul met Indonesian Foreign Minister Raden Suprapto in Bangkok.';
  test.each([
    [
      'Chilean Trade Minister Ana Soto rejected Argentina’s offer. She called on her neighbour to wait.',
      'neighbour',
      'ARG',
    ],
    [
      'Latvia expelled two Belarusian consuls. Latvia shut a road to its eastern neighbour.',
      'eastern neighbour',
      'BLR',
    ],
    [`${met} Anong thanked her guest.`, 'guest', 'IDN'],
    [`${met} Suprapto thanked his host.`, 'host', 'THA'],
  ])('%s', (text, words, code) => expect(codeIn(text, words)).toBe(code));
  test('nobody where three states are told', () =>
    expect(
      mentionsOf('Chad met Niger and Mali. Chad thanked its neighbour.').mentions.every(
        (one) => one.rule !== 'reference/other',
      ),
    ).toBe(true));
});

describe('offices and bodies that every state has', () => {
  test.each([
    ['Lebanon owes its creditors a lot, the central bank governor said.', 'central bank governor', 'LBN'],
    ['Manila will expel the envoy, the presidential palace warned.', 'presidential palace', 'PHL'],
    ['Three Djiboutian troops were killed, the defence ministry said.', 'defence ministry', 'DJI'],
    [
      'KATHMANDU - Nepal met India. India was calm. The main opposition party accused nobody.',
      'main opposition party',
      'NPL',
    ],
    [
      'MANILA - The Philippines met China. China denied it. Defence Secretary Lina Cruz will fly home.',
      'Lina Cruz',
      'PHL',
    ],
    ['LJUBLJANA - Slovenia froze two accounts. The Chamber of Commerce urged calm.', 'Chamber of Commerce', 'SVN'],
    ['BANJUL - Gambia was calm. A spokesman for the presidency, Lamin Touray, said so.', 'Lamin Touray', 'GMB'],
    ['The European Union paid. A Commission spokesperson confirmed it.', 'Commission spokesperson', 'EUR'],
    ['Colombia was tense. Colombian unions accused the president of lying.', 'president', 'COL'],
    ['ASEAN will meet. The bloc’s foreign ministers will discuss the bid.', 'foreign ministers', 'IGO'],
  ])('%s', (text, words, code) => expect(codeIn(text, words)).toBe(code));
  test('a state that somebody asks about is not the spokeswoman’s', () =>
    expect(codeIn('Asked whether Lima had been told, the spokeswoman said no.', 'spokeswoman')).toBeNull());
  test('home politics belong to the dateline, whatever state was just told of', () =>
    expect(
      codeIn('BANJUL - Gambia was calm. France denied it. Opposition leader Isatou Camara was not.', 'Isatou Camara'),
    ).toBe('GMB'));
  test('an office belongs to nobody known once the text has long left the state of its dateline', () =>
    expect(
      codeIn(
        'BANJUL - Gambia met Kenya. Peru wrote to Chile. Chile wrote to Peru. Peru left the talks. Senator Isatou Camara urged calm.',
        'Isatou Camara',
      ),
    ).toBeNull());
  test('a body with a name behind it is not lent the state around', () =>
    expect(
      codeIn('Norway paid under the pact, signed during the administration of Orla Venn.', 'administration'),
    ).toBeNull());
  test('the subject of the sentence before is who "he" is, not somebody from further back', () =>
    expect(
      nameIn(
        '"We deplore it," Peruvian Foreign Minister Luis Arana said. He called for calm. A Chilean spokesman, Bruno Salas, dismissed the criticism. He said Chile would wait.',
        'He',
      ),
    ).toBe('Bruno Salas'));
  test('all parties are sides, no political parties', () => {
    expect(last(mentionsOf('Norway urged all parties to show restraint.'), 'parties').sector).toBeNull();
    expect(last(mentionsOf('Leaders of political parties left.'), 'political parties').sector).toBe('PTY');
  });
  test('who is met where somebody travelled to belongs there, save in a city that seats a body of many states', () => {
    const met = (way: string) =>
      codeIn(`Peru and Kenya spoke. Danish minister Lise Holm ${way} President Arben Koliqi.`, 'Arben Koliqi');
    expect(met('flew from Skopje to Tirana, where she met')).toBe('ALB');
    expect(met('rested. In Tirana, she held talks with')).toBe('ALB');
    expect(met('flew to Brussels, where she met')).toBeNull();
  });
  test('a minister belongs to the state that just spoke', () =>
    expect(
      codeIn(
        'WASHINGTON - The United States paid. Tunisia denied it. Foreign Minister Lotfi Amri said it was late.',
        'Lotfi Amri',
      ),
    ).toBe('TUN'));
});

describe('first person and words before their speaker', () => {
  test.each([
    ['“We will send 200 doctors,” Cuban Health Minister Rosa Ibarra said.', 'We', 'CUB'],
    ['“Our army will leave by June,” the Libyan premier told parliament.', 'army', 'LBY'],
    ['Her government has cut ties, Ethiopian minister Sela Bekele announced.', 'government', 'ETH'],
  ])('%s', (text, words, code) => expect(codeIn(text, words)).toBe(code));
  test('a ministry says we of its state', () =>
    expect(codeIn('We welcome the accord.', 'We', 'Ministry of Foreign Affairs of Estonia')).toBe('EST'));
});

describe('names with their state', () => {
  test('after a title in the plural', () =>
    expect(
      membersOf('Trade ministers Jo Wanjohi of Kenya and Hamisi Mrema of Tanzania met.', 'Trade ministers'),
    ).toEqual(['KEN', 'TZA']));
  test('a family name that is a town', () =>
    expect(nameIn('The Colombian negotiator, Clara Ibarra, was late. Ibarra refused.', 'Ibarra')).toBe('Clara Ibarra'));
  test('a judge by the town', () =>
    expect(codeIn('Judge Ottoline Pereira refused the appeal in Dili.', 'Ottoline Pereira')).toBe('TLS'));
  test('a body with its state is one phrase', () =>
    expect(codeIn('The Lao foreign ministry was glad.', 'Lao foreign ministry')).toBe('LAO'));
});

describe('sides of a fighting', () => {
  test('the government and its rebels', () =>
    expect(
      membersOf('Yemen’s government and the northern rebels met in Oman. Both sides were calm.', 'Both sides'),
    ).toEqual(['YEM', 'YEM']));
  test('rebels met abroad', () =>
    expect(
      codeIn(
        'The Congolese army and the rebels clashed. Rebel commanders in Kampala were silent.',
        'Rebel commanders in Kampala',
      ),
    ).toBe('COD'));
  test('whom an action falls upon', () =>
    expect(codeIn('Malta froze the assets of four Georgian judges and barred them.', 'them')).toBe('GEO'));
});

test('“the group” is the body that fights', () =>
  expect(
    codeIn('The Congolese army and rebels of the Ituri Patriotic Front clashed. The group denied it.', 'group'),
  ).toBe('COD'));
test('the labels of a briefing', () =>
  expect(
    nameIn('Spokesperson Mira Lukic: We are glad.\n\nQuestion: Are you?\n\nSpokesperson: We are.', 'Spokesperson'),
  ).toBe('Mira Lukic'));
test('a double family name', () =>
  expect(nameIn('Minister Irene Solano-Vega spoke. Solano-Vega said it was late.', 'Solano-Vega')).toBe(
    'Irene Solano-Vega',
  ));
test('a state that is merely dealt with is no home', () =>
  expect(codeIn('Minister Kadir Bai noted the growth of trade with Qatar.', 'Kadir Bai')).toBeNull());
test('a name of several states stands for each of them', () => {
  const { mentions } = mentionsOf('Poland thanked the Baltic states.');
  const group = mentions.find((one) => one.rule === 'actor/group');
  expect(group?.members?.map((id) => mentions[id]!.code)).toEqual(['EST', 'LTU', 'LVA']);
});

test('who accompanies somebody is of the same state', () =>
  expect(
    codeIn('Omar Diallo of Senegal came to Japan. Diallo was accompanied by Trade Minister Fatou Sarr.', 'Fatou Sarr'),
  ).toBe('SEN'));
test('an emperor is no president', () =>
  expect(codeIn('President Omar Diallo of Senegal came to Tokyo. The emperor met him.', 'emperor')).not.toBe('SEN'));
test('the president of the commission told of before', () =>
  expect(
    codeIn(
      'The European Commission paid. China protested. The commission’s president, Lena Vogt, was calm.',
      'Lena Vogt',
    ),
  ).toBe('EUR'));
test.each([
  ['Serbia will strengthen its garrison, the army chief said.', 'army chief', 'SRB'],
  ['Donors hurried aid to Vanuatu after a quake in Port Vila. The opposition was angry.', 'opposition', 'VUT'],
  ['COLOMBO - Sri Lanka paid. Opposition member Tara Dis said it was late.', 'Tara Dis', 'LKA'],
])('%s', (text, words, code) => expect(codeIn(text, words)).toBe(code));
test('a place with a particle lends its last word to nobody', () => {
  const { mentions } = mentionsOf('Osma lies on a river. In 1902 its name was changed from Villar de Osma to Osma.');
  expect(mentions.filter(({ kind }) => kind === 'person')).toEqual([]);
});
