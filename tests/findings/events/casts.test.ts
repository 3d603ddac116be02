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

describe('whom it is done to', () => {
  cases([
    ['Lebanese rebels fired rockets at Israel.', 'ASSAULT heavy-weapons LBN REB > ISR'],
    ['Kenyan police detained eleven.', 'COERCE arrest KEN COP > eleven'],
    ['The bloc ECOWAS suspended Togo from its councils.', 'SANCTION discontinue IGO > TGO'],
    ['On Fiji, Tonga called on Samoa to stop the raids.', 'REQUEST yield TON > WSM'],
    ['Togo and Ghana established a strategic partnership in Lome.', 'SUPPORT TGO, GHA'],
    ['Peruvian police opened fire to disperse students.', 'ASSAULT crowd-control PER COP > PER EDU'],
  ]);
});

describe('things that are no recipients', () => {
  cases([
    ['Jordan sent a field hospital and 30 doctors.', 'AID JOR'],
    ['Canada pledged 20 million dollars for schools and clinics.', 'AGREE CAN (planned)'],
    ['Chad threatened to send troops.', 'THREATEN violence TCD (planned)'],
    ['Yemen declared a truce in the south of Oman.', 'CONCEDE YEM'],
  ]);
});

describe('doers that are no subjects', () => {
  cases([
    ['A Chadian consul was found shot dead in Lome.', 'ASSAULT firearms > TCD GOV'],
    ['Kenya was designated a major non-NATO ally of the United States.', 'SUPPORT USA > KEN'],
    ['Relations between Fiji and Tonga were restored on Monday.', 'SUPPORT FJI, TON'],
    ['Forty Cuban doctors were sent to Haiti.', 'AID CUB MED > HTI'],
    [
      'Japan pledged 40 million dollars to Fiji, Australia 20 million and Canada 5 million.',
      'AGREE JPN, AUS, CAN > FJI (planned)',
    ],
    ['Kenya, along with Uganda and Rwanda, condemned the raid.', 'ACCUSE disapprove KEN, UGA, RWA'],
  ]);
});

describe('nouns that say whom it is done to', () => {
  cases([
    ['The Tunisian government dissolved the opposition party.', 'COERCE restrict TUN GOV > TUN OPP'],
    ['Chad accepted an invitation to attend the Japan Forum.', 'AGREE TCD (planned)'],
    ['Latvia promised to stand by Ukraine against Russia.', 'AGREE LVA > UKR (planned)'],
  ]);
});

describe('more that is told beside the act', () => {
  cases([
    ['Vietnam and South Africa upgraded their relations.', 'SUPPORT VNM, ZAF'],
    ['Peruvian police detained 19 opposition figures.', 'COERCE arrest PER COP > PER OPP'],
    ['Ghana has asked for four patrol boats.', 'REQUEST assist GHA'],
  ]);
});

describe('the occasion of an act', () => {
  cases([
    [
      "In a phone call with the Emir of Qatar, Tunisia's president expressed his condolences over the crash.",
      'CONSULT phone QAT GOV, TUN GOV',
      'SUPPORT TUN GOV > QAT GOV',
    ],
    [
      'At talks in Oslo with his Danish counterpart, the Swedish premier urged Russia to withdraw its ships.',
      'CONSULT DNK GOV, SWE GOV',
      'REQUEST yield SWE GOV > RUS',
    ],
    [
      'Fiji’s security minister paid a working visit to Nuku’alofa in July, meeting King Tamati.',
      'CONSULT visit FJI GOV > TON',
      'CONSULT FJI GOV, TON GOV',
    ],
  ]);
});

describe('words that mislead', () => {
  cases([
    ['Armed men seized a Polish missionary in Chad.', 'ASSAULT abduct Armed men UAF > POL'],
    ['Iran seized a Greek tanker.', 'COERCE seize IRN > GRC'],
    ['Iran’s judiciary freed two French cyclists.', 'RETREAT release IRN JUD > FRA SOC'],
    ['Malaysia became the ninth country to forge a strategic partnership with Hanoi.', 'SUPPORT MYS > VNM GOV'],
    ['Spain handed over two documents to the Malaysian embassy.'],
    ['Fiji and Samoa had last met in Suva in June.', 'CONSULT FJI, WSM'],
    ['In a letter to the African Union, Ghana asked for observers along the border.', 'REQUEST GHA > IGO'],
    ['Chad demanded the release of the president of Niger.', 'REQUEST yield TCD'],
    ['Chile demanded Argentina’s release of its sailors.', 'REQUEST yield CHL > ARG'],
  ]);
});

describe('whose the blow was', () => {
  cases([
    ['An attack by Somali militants killed ten Kenyan soldiers.', 'ASSAULT SOM REB > KEN MIL'],
    ['A drone attack by Ukraine wounded two Russian soldiers.', 'ASSAULT drone UKR > RUS MIL'],
    ['A Russian missile strike killed two Ukrainian soldiers.', 'ASSAULT heavy-weapons RUS > UKR MIL'],
    ['An ambush claimed by Somali militants killed two Kenyan soldiers.', 'ASSAULT SOM REB > KEN MIL'],
    ['The shelling of a Turkish town by Syrian troops continued.', 'ASSAULT heavy-weapons SYR MIL > TUR CVL'],
  ]);
});

describe('the preposition of the words themselves', () => {
  cases([
    ['Germany stood by Ukraine.', 'SUPPORT DEU > UKR'],
    ['Peru called upon Chile to return the boats.', 'REQUEST change PER > CHL'],
    ['Denmark shut the door on Turkey.', 'REJECT DNK > TUR'],
    ['Lebanon pinned the blast on Israel.', 'ACCUSE allege LBN > ISR'],
    ['China warned the Philippines of consequences.', 'THREATEN CHN > PHL (planned)'],
    ['A protest note by Peru to Chile was delivered on Monday.', 'ACCUSE disapprove PER > CHL'],
  ]);
});
