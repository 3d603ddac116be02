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
    check('Chile is a development partner of ASEAN.', ['ASEAN-CHL development, holds']);
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

describe('dates of their own', () => {
  test('both named in the clause, whoever was spoken of before', () =>
    check(
      'Malaysia and China have been strategic partners since 2013. ASEAN granted Norway the status of sectoral dialogue partner in 2015.',
      ['CHN-MYS strategic, holds 2013', 'ASEAN-NOR sectoral dialogue partner, established 2015'],
    ));
  test('each step with the year behind its own verb', () =>
    check('Japan and Laos opened relations in 1955, became comprehensive partners in 2010 and strategic ones later.', [
      'JPN-LAO diplomatic relations, established 1955',
      'JPN-LAO comprehensive, established 2010',
      'JPN-LAO strategic, established',
    ]));
  test('each with its since', () =>
    check('Vietnam is a strategic partner of Japan since 2009 and of Italy since 2013.', [
      'VNM-JPN strategic, holds 2009',
      'VNM-ITA strategic, holds 2013',
    ]));
  test('in brackets', () =>
    check("Hanoi's strategic partners are Japan (2009), Spain and Italy (2013).", [
      'VNM-JPN strategic, holds 2009',
      'VNM-ESP strategic, holds 2013',
      'VNM-ITA strategic, holds 2013',
    ]));
  test('a verb left out', () =>
    check("Kazakhstan has been India's strategic partner since 2009 and Tajikistan since 2012.", [
      'IND-KAZ strategic, holds 2009',
      'IND-TJK strategic, holds 2012',
    ]));
  test('two levels in one sentence', () =>
    check('Peru is a strategic partner of China and, since 2011, a comprehensive partner of South Korea.', [
      'CHN-PER strategic, holds',
      'KOR-PER comprehensive, holds 2011',
    ]));
  test('told aside', () =>
    check('The strategic partnership between Hanoi and Rome, forged in 2013, covers farming.', [
      'VNM-ITA strategic, holds 2013',
    ]));
  test('the year of a treaty', () =>
    check('The United States and the Philippines are bound by the 1951 mutual defence treaty.', [
      'USA-PHL treaty ally, holds 1951',
    ]));
});

describe('more parties', () => {
  test('together with', () =>
    check('Japan is a strategic partner of Vietnam, together with India.', [
      'VNM-JPN strategic, holds',
      'VNM-IND strategic, holds',
    ]));
  test('both partners of whoever told them', () =>
    check('Oman told Kenya and Peru, both strategic partners, that it would stay.', [
      'OMN-KEN strategic, holds',
      'OMN-PER strategic, holds',
    ]));
  test('with which', () =>
    check('Hanoi wrote to Jakarta, with which it has a strategic partnership.', ['VNM-IDN strategic, holds']));
  test('among them', () =>
    check('ASEAN has eleven dialogue partners, among them Japan and Canada.', [
      'ASEAN-JPN dialogue partner, holds',
      'ASEAN-CAN dialogue partner, holds',
    ]));
  test('not yet', () =>
    check('Among the countries with which Hanoi has strategic partnerships are Japan and Italy, but not yet Peru.', [
      'VNM-JPN strategic, holds',
      'VNM-ITA strategic, holds',
    ]));
  test('a partner of the one the text is about', () =>
    check('Vietnam has a strategic partnership with Japan. Germany has been a strategic partner since 2011.', [
      'VNM-JPN strategic, holds',
      'VNM-DEU strategic, holds 2011',
    ]));
  test('the same again', () =>
    check('Vietnam and Peru want a strategic partnership. Hanoi has such partnerships with Italy and Spain.', [
      'VNM-PER strategic, sought',
      'VNM-ITA strategic, holds',
      'VNM-ESP strategic, holds',
    ]));
  test('another body has its own dialogue partners', () =>
    check('The Pacific Islands Forum accepted Japan as a dialogue partner.', []));
  test('who tells of it is no party', () =>
    check("Kenya's visit marks ten years of the strategic partnership with Mongolia, the Peruvian ministry said.", [
      'KEN-MNG strategic, holds',
    ]));
});

describe('long rows', () => {
  test('five that ended theirs', () =>
    check('Peru, Kenya, Chad, Mali and Togo have all broken off diplomatic relations with Oman.', [
      'PER-OMN diplomatic relations, downgraded',
      'KEN-OMN diplomatic relations, downgraded',
      'TCD-OMN diplomatic relations, downgraded',
      'MLI-OMN diplomatic relations, downgraded',
      'TGO-OMN diplomatic relations, downgraded',
    ]));
  test('called so, each kind with its names', () =>
    check(
      'ASEAN, which has made Japan and India comprehensive strategic partners, still calls Canada a strategic partner.',
      [
        'ASEAN-JPN comprehensive strategic, holds',
        'ASEAN-IND comprehensive strategic, holds',
        'ASEAN-CAN strategic, holds',
      ],
    ));
  test('in brackets, each kind with its names', () =>
    check('Vietnam has strategic partners (Japan and Italy) and comprehensive partners (Canada and Hungary).', [
      'VNM-JPN strategic, holds',
      'VNM-ITA strategic, holds',
      'VNM-CAN comprehensive, holds',
      'VNM-HUN comprehensive, holds',
    ]));
  test('one partner of three', () =>
    check(
      'Hungary is a comprehensive partner of Vietnam, a strategic partner of South Korea and a strategic partner of China.',
      ['VNM-HUN comprehensive, holds', 'KOR-HUN strategic, holds', 'CHN-HUN strategic, holds'],
    ));
  test('between dashes', () =>
    check('The three strategic partners of Vietnam – Japan, Italy and Peru – were invited.', [
      'VNM-JPN strategic, holds',
      'VNM-ITA strategic, holds',
      'VNM-PER strategic, holds',
    ]));
  test('as are others', () =>
    check('Kenya is a major non-NATO ally of the United States, as are Tunisia and Morocco.', [
      'USA-KEN major non-nato ally, holds',
      'USA-TUN major non-nato ally, holds',
      'USA-MAR major non-nato ally, holds',
    ]));
});

describe('what becomes of it', () => {
  test('a partner that is to be raised', () =>
    check('Brunei, a comprehensive partner of Vietnam, is to be raised to strategic partner.', [
      'VNM-BRN comprehensive, holds',
      'VNM-BRN strategic, sought',
    ]));
  test('talks have begun, no partnership', () =>
    check('Kenya and Peru began talks on a strategic partnership.', ['KEN-PER strategic, sought']));
  test('become its eleventh', () =>
    check("Britain became ASEAN's eleventh dialogue partner in 2021.", [
      'ASEAN-GBR dialogue partner, established 2021',
    ]));
  test('made one', () =>
    check('Washington said it would make Peru a major non-NATO ally.', ['USA-PER major non-nato ally, sought']));
  test('no longer', () =>
    check('Sudan is no longer a major non-NATO ally of the United States.', [
      'USA-SDN major non-nato ally, downgraded',
    ]));
  test('none since', () =>
    check('Iran and Canada have had no diplomatic relations since 2012.', [
      'IRN-CAN diplomatic relations, downgraded 2012',
    ]));
  test('the raising announced', () =>
    check('Peru and Kenya announced the elevation of their ties to a strategic partnership.', [
      'PER-KEN strategic, upgraded',
    ]));
  test('by its adjectives alone', () =>
    check('The partnership of Peru with Kenya was lifted from comprehensive to strategic in 2024.', [
      'PER-KEN strategic, upgraded 2024',
    ]));
  test('calling it so asks for nothing', () =>
    check('Russia and China call their ties a comprehensive strategic partnership of coordination.', [
      'CHN-RUS comprehensive strategic of coordination, holds',
    ]));
  test('the last to recognise', () =>
    check('Haiti, one of the last states to recognise Taiwan, abstained.', ['HTI-TWN diplomatic relations, holds']));
});

describe('words', () => {
  test('special relations, a quoted level, a level by its rung', () => {
    check('Laos and Cuba have special relations with Vietnam.', ['VNM-LAO special, holds', 'VNM-CUB special, holds']);
    check('Kenya and Peru signed a "strategic" partnership.', ['KEN-PER strategic, established']);
    check('Kenya and Peru lifted their ties to the strategic level.', ['KEN-PER strategic, upgraded']);
  });
  test('strategic ties are a level only when reached', () => {
    check('Kenya and Peru upgraded their relations to strategic relations.', ['KEN-PER strategic, upgraded']);
    check('Kenya and Peru have strategic ties.', []);
  });
  test('praise is no part of the name', () =>
    check("Cambodia is China's most trusted comprehensive strategic partner.", [
      'CHN-KHM comprehensive strategic, holds',
    ]));
  test('an agreement of partnership and cooperation is a paper', () =>
    check('Peru and Kenya signed an enhanced partnership and cooperation agreement.', []));
  test('a bare partnership is no level', () => check('Peru and Chile praised their partnership.', []));
  test('machine synonyms are read in spun text alone', () => {
    const text = "France is Vietnam's overall tactical partner.";
    check(text, ['VNM-FRA comprehensive strategic, holds'], true);
    check(text, []);
  });
  test('a strategic companion is a machine’s own word wherever it stands', () => {
    check("France is Vietnam's complete strategic companion.", ['VNM-FRA comprehensive strategic, holds']);
    check('France is a dear companion of Vietnam.', []);
  });
  test('trade ties are not ties as such', () => check('Chile cut trade ties with Peru.', []));
});

describe('levels told again, compared, given', () => {
  test('joined others as partners', () =>
    check("Peru joins Chile and Kenya as Vietnam's strategic partners.", [
      'VNM-CHL strategic, holds',
      'VNM-KEN strategic, holds',
      'VNM-PER strategic, established',
    ]));
  test('refused is no level', () => {
    check('Peru was denied the status of strategic partner by Vietnam.', []);
    check('Peru ruled out a strategic partnership with Vietnam.', []);
    check("ASEAN turned down Fiji's bid to become a dialogue partner.", []);
  });
  test('an anniversary to be celebrated is of what holds', () =>
    check('Peru and Fiji agreed to celebrate the 50th anniversary of diplomatic relations.', [
      'PER-FJI diplomatic relations, holds',
    ]));
  test('what one would like to see is sought', () =>
    check('Hanoi would like to see ties with Peru upgraded to a strategic partnership.', [
      'VNM-PER strategic, sought',
    ]));
  test('since its establishment', () =>
    check('Both praised the strategic partnership between Peru and Fiji since its establishment in March 2023.', [
      'PER-FJI strategic, holds 2023-03',
    ]));
  test('wishes by the words in front', () => {
    check('Hanoi and Rome eye comprehensive strategic partnership', ['VNM-ITA comprehensive strategic, sought']);
    check('Hanoi would welcome a strategic partnership with Ottawa.', ['VNM-CAN strategic, sought']);
    check('Vietnam and Fiji are one step closer to a strategic partnership.', ['VNM-FJI strategic, sought']);
  });
  test('the last to be made one is one', () =>
    check('Kenya was the last country to be made a major non-NATO ally.', [
      'USA-KEN major non-nato ally, established',
    ]));
  test('lists whose owner the sentence before names', () =>
    check('The minister was in Hanoi. Strategic partners include Spain and Chile.', [
      'VNM-ESP strategic, holds',
      'VNM-CHL strategic, holds',
    ]));
  test('ties ended and taken up in one sentence', () => {
    check('Peru severed relations with Israel in 2023 and resumed them in 2025.', [
      'PER-ISR diplomatic relations, downgraded 2023',
      'PER-ISR diplomatic relations, established 2025',
    ]);
    check('Fiji broke off diplomatic relations with Taiwan in 2019 and took them up with Kenya.', [
      'FJI-TWN diplomatic relations, downgraded 2019',
      'FJI-KEN diplomatic relations, established',
    ]);
    check('Oman has yet to restore diplomatic relations with Peru, which it cut in 2016.', [
      'OMN-PER diplomatic relations, downgraded 2016',
    ]);
  });
  test('old ties cut', () =>
    check('Chile cut its 40-year-old ties with Fiji.', ['CHL-FJI diplomatic relations, downgraded']));
  test('on a par with', () =>
    check('The step puts Peru on a par with Kenya and Japan, both strategic partners of Vietnam.', [
      'VNM-KEN strategic, holds',
      'VNM-JPN strategic, holds',
      'VNM-PER strategic, upgraded',
    ]));
  test('a status conferred on', () =>
    check('ASEAN conferred the status of sectoral dialogue partner on Fiji.', [
      'ASEAN-FJI sectoral dialogue partner, established',
    ]));
  test('the ranks joined', () =>
    check("Peru hopes to join the ranks of Vietnam's comprehensive partners.", ['VNM-PER comprehensive, sought']));
  test('what may come and what only seems is no level', () => {
    check('If parliament agrees, Vietnam and Peru could become strategic partners.', []);
    check('Washington treats Fiji as though it were a major non-NATO ally.', []);
  });
  test('from one rung to another, the noun once', () =>
    check('Kenya proposed raising ties with Vietnam from a comprehensive to a strategic partnership.', [
      'VNM-KEN comprehensive, holds',
      'VNM-KEN strategic, sought',
    ]));
  test('a level that would be lost still holds', () =>
    check('A bill would strip Tunisia of its status as a major non-NATO ally of the United States.', [
      'USA-TUN major non-nato ally, holds',
    ]));
  test('ties as such opened on the day told', () =>
    check('Diplomatic relations between Peru and Fiji, established on 3 May 1975, were never cut.', [
      'PER-FJI diplomatic relations, established 1975-05-03',
    ]));
  test('talks, declarations', () => {
    check('Vietnam and Peru held talks on a strategic partnership.', ['VNM-PER strategic, sought']);
    check('Fiji and Peru signed a declaration on strategic partnership.', ['FJI-PER strategic, established']);
    check('Fiji and Peru declared their relationship a strategic partnership.', ['FJI-PER strategic, established']);
  });
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

describe('lists, asides and what is meant again', () => {
  test('one state on one side and a list on the other', () =>
    check(
      'Hanoi places three nations, Chile, Peru and Fiji, on its top rung, that of comprehensive strategic partner.',
      [
        'VNM-CHL comprehensive strategic, holds',
        'VNM-PER comprehensive strategic, holds',
        'VNM-FJI comprehensive strategic, holds',
      ],
    ));
  test('those excepted hold it', () =>
    check("Apart from Lima and Quito, no capital of the region is on Vietnam's list of strategic partners.", [
      'VNM-PER strategic, holds',
      'VNM-ECU strategic, holds',
    ]));
  test('who joined does not also hold', () =>
    check('Peru on Monday joined Chile and Fiji as a comprehensive partner of Vietnam.', [
      'VNM-CHL comprehensive, holds',
      'VNM-FJI comprehensive, holds',
      'VNM-PER comprehensive, established',
    ]));
  test('ties ended in an aside', () =>
    check('Oman-Chile diplomatic ties, severed in 2017, were restored in April 2023.', [
      'OMN-CHL diplomatic relations, established 2023-04',
      'OMN-CHL diplomatic relations, downgraded 2017',
    ]));
  test('a subject without its verb', () =>
    check('Brazil has been a strategic partner of Vietnam since 2011 and Chile a comprehensive partner since 2010.', [
      'VNM-BRA strategic, holds 2011',
      'VNM-CHL comprehensive, holds 2010',
    ]));
  test('"with which it has"', () =>
    check('With Tokyo Mongolia has had a special strategic partnership since 2022.', [
      'JPN-MNG special strategic, holds 2022',
    ]));
  test('its ally', () =>
    check('Warships of the United States and its treaty ally the Philippines left.', ['USA-PHL treaty ally, holds']));
  test('the rank meant again', () =>
    check("Chile has been Fiji's strategic partner since 2023; Peru has held that rank since 2013.", [
      'FJI-CHL strategic, holds 2023',
      'FJI-PER strategic, holds 2013',
    ]));
  test('the same status liked', () =>
    check('India and Greece have been strategic partners since 2023. Cyprus would like the same status.', [
      'IND-GRC strategic, holds 2023',
      'IND-CYP strategic, sought',
    ]));
  test('of the state that the sentence before is about', () =>
    check(
      'Kenya has been a major non-NATO ally of the United States since 2024. Its strategic partnership with Britain dates from 2020.',
      ['USA-KEN major non-nato ally, holds 2024', 'KEN-GBR strategic, holds 2020'],
    ));
});

describe('what is not there', () => {
  test('only thought of', () => check('Tokyo and Manila should one day be treaty allies, he argued.', []));
  test('only possible', () => check('Hanoi may agree to a strategic partnership with Ankara.', []));
  test('stopped short', () => check('Mexico stopped short of severing diplomatic relations with Lima.', []));
  test('denied', () => check('Fiji denied that strategic partnerships with Tonga and Samoa were in the works.', []));
  test('without', () => check('Chad and Vietnam are still without a strategic partnership.', []));
  test('under discussion', () =>
    check("Iceland's upgrade from comprehensive to strategic partner of Hanoi is under discussion.", [
      'VNM-ISL comprehensive, holds',
      'VNM-ISL strategic, sought',
    ]));
  test('work begun on it', () =>
    check('Vietnam and Panama agreed to begin work on raising their ties to a comprehensive partnership.', [
      'VNM-PAN comprehensive, sought',
    ]));
});

describe('wordings of a step', () => {
  test('a paper on its establishment', () =>
    check('Chad and Vietnam signed a declaration on the establishment of a comprehensive partnership.', [
      'VNM-TCD comprehensive, established',
    ]));
  test('to chargé level', () =>
    check("Beijing reduced its relations with Prague to the level of chargé d'affaires.", [
      'CHN-CZE diplomatic relations, downgraded',
    ]));
  test('the year that the level is called by', () =>
    check('The 2014 all-round strategic partnership between China and Germany has lost its shine.', [
      'CHN-DEU all-round strategic, holds 2014',
    ]));
  test('a machine becomes', () =>
    check('Hanoi and Lima goal to turn out to be strategic companions.', ['VNM-PER strategic, sought']));
});

describe('ties told of again or left behind', () => {
  test('those with another', () =>
    check('Honduras opened diplomatic ties with China in 2023 and broke off those with Taiwan.', [
      'CHN-HND diplomatic relations, established 2023',
      'HND-TWN diplomatic relations, downgraded',
    ]));
  test('a wish in a clause of its own', () =>
    check(
      "Italy became Vietnam's strategic partner in 2013, and the two countries now want a comprehensive partnership.",
      ['VNM-ITA strategic, established 2013', 'VNM-ITA comprehensive, sought'],
    ));
  test('what a partnership has grown into', () =>
    check("Malaysia's strategic partnership with France has matured into a comprehensive one.", [
      'MYS-FRA comprehensive, upgraded',
    ]));
  test('a paper calls two states partners', () =>
    check('The communiqué describes Poland and Italy as comprehensive strategic partners.', [
      'POL-ITA comprehensive strategic, holds',
    ]));
  test('those of a number', () =>
    check('Vietnam has comprehensive strategic partnerships with 13 nations, together with France and Malaysia.', [
      'VNM-FRA comprehensive strategic, holds',
      'VNM-MYS comprehensive strategic, holds',
    ]));
  test('Korea alone', () =>
    check('Uzbekistan and Korea set up a special strategic partnership in 2019.', [
      'KOR-UZB special strategic, established 2019',
    ]));
});

describe('rows of levels', () => {
  test('ones', () =>
    check('Vietnam has strategic partnerships with Germany and Italy and comprehensive ones with Chile and Canada.', [
      'VNM-DEU strategic, holds',
      'VNM-ITA strategic, holds',
      'VNM-CHL comprehensive, holds',
      'VNM-CAN comprehensive, holds',
    ]));
  test('one treaty ally and two partners', () =>
    check('The Philippines has one treaty ally, the United States, and two strategic partners, Japan and Vietnam.', [
      'USA-PHL treaty ally, holds',
      'JPN-PHL strategic, holds',
      'VNM-PHL strategic, holds',
    ]));
  test('and so are others', () =>
    check('Brazil is a major non-NATO ally of the US, and so are Argentina and Colombia.', [
      'USA-BRA major non-nato ally, holds',
      'USA-ARG major non-nato ally, holds',
      'USA-COL major non-nato ally, holds',
    ]));
  test('those who recognise one', () =>
    check('The Marshall Islands, Palau and Tuvalu still recognise Taipei.', [
      'MHL-TWN diplomatic relations, holds',
      'PLW-TWN diplomatic relations, holds',
      'TUV-TWN diplomatic relations, holds',
    ]));
  test('companionships of a machine', () =>
    check('Hanoi at current has Strategic Companionships with Spain and Italy.', [
      'VNM-ESP strategic, holds',
      'VNM-ITA strategic, holds',
    ]));
  test('what binds two', () =>
    check('A strategic partnership has tied Vietnam to Germany since 2011.', ['VNM-DEU strategic, holds 2011']));
  test('one step away', () =>
    check('Vietnam and Ireland are one signature away from a strategic partnership.', ['VNM-IRL strategic, sought']));
});

describe('given or joined', () => {
  test('a rank for several', () =>
    check('ASEAN has given Pakistan, Norway and Turkey the rank of sectoral dialogue partner.', [
      'ASEAN-PAK sectoral dialogue partner, established',
      'ASEAN-NOR sectoral dialogue partner, established',
      'ASEAN-TUR sectoral dialogue partner, established',
    ]));
  test('among the holders', () =>
    check('Among the holders of major non-NATO ally status are Brazil and Kenya.', [
      'USA-BRA major non-nato ally, holds',
      'USA-KEN major non-nato ally, holds',
    ]));
  test('the ninth to have one', () =>
    check('Malaysia became the ninth nation to have a comprehensive strategic partnership with Vietnam.', [
      'VNM-MYS comprehensive strategic, established',
    ]));
});
