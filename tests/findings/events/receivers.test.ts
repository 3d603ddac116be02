import { describe, expect, test } from 'vitest';
import { lines } from './support.ts';

/** Each text with what it tells, and nothing else. */
const cases = (rows: readonly (readonly [string, ...string[]])[]): void => {
  test.each(rows.map(([text, ...expected]) => [text, expected] as const))('%s', (text, expected) =>
    expect(lines(text).sort()).toEqual([...expected].sort()),
  );
};

describe('second receivers', () => {
  cases([
    ['Uganda has asked Kenya and Tanzania to reopen the pipeline talks.', 'REQUEST meet UGA > KEN, TZA'],
    ['Fiji appealed to Australia, New Zealand and France for drinking water.', 'REQUEST assist FJI > AUS, NZL, FRA'],
    ['The Lebanese army asked France for spare parts and Italy for fuel.', 'REQUEST assist LBN MIL > FRA, ITA'],
  ]);
});

describe('receivers right behind the verb', () => {
  cases([
    ['Wellington has lent Apia two patrol boats.', 'AID NZL GOV > WSM GOV'],
    ['Iceland sent Norway 40 rescuers.', 'AID ISL > NOR'],
    ['Riyadh will give Sanaa 200 million dollars.', 'AGREE SAU GOV > YEM (planned)'],
  ]);
});

describe('receivers behind a later verb of the trigger', () => {
  cases([
    ['Slovenia will stop issuing visas to Belarusian lorry drivers.', 'THREATEN restrict SVN > BLR LAB (planned)'],
    ['Fiji won a promise from Japan of five patrol boats.', 'AGREE JPN > FJI (planned)'],
  ]);
});

describe('forces told by what they hold', () => {
  cases([
    [
      'Chadian jets bombed rebel columns near the Sudanese border.',
      'ASSAULT aerial TCD MIL > rebel columns near the Sudanese border REB',
    ],
  ]);
});

describe('those who take part beside the subject', () => {
  cases([
    ['Kenya and Uganda, together with Rwanda, launched a joint patrol.', 'COOPERATE KEN, UGA, RWA'],
    [
      'The Dutch premier, joined by his Belgian colleague, held talks with the president of Rwanda.',
      'CONSULT multilateral NLD GOV, BEL GOV, RWA GOV',
    ],
    ['Talks between Chad and Sudan, brokered by Qatar, resumed on Monday.', 'CONSULT multilateral TCD, SDN, QAT'],
    ['Djibouti mediated between Eritrea and Ethiopia.', 'CONSULT third-party DJI, ERI, ETH'],
    ['Peruvian commandos trained alongside Brazilian soldiers.', 'COOPERATE PER MIL, BRA MIL'],
  ]);
});

describe('who is blamed, asked or thanked', () => {
  cases([
    ['Malta condemned the attack on an Indian fishing boat.', 'ACCUSE disapprove MLT'],
    ['Norway expressed concern at the use of spyware against Egyptian journalists.', 'ACCUSE disapprove NOR'],
    [
      "Guatemala's foreign ministry deplored the use of force by Mexican border agents.",
      'ACCUSE disapprove GTM GOV > MEX COP',
    ],
    ['Niger appealed for 340 million dollars for Chad.', 'REQUEST assist NER'],
    ['Austria called for Serbia to reopen the crossing.', 'REQUEST yield AUT > SRB'],
    ["Guyana's opposition demanded that lawmakers be briefed.", 'REQUEST GUY OPP'],
    [
      "Colombia's ombudsman criticised the migration office for deporting Haitian families.",
      'ACCUSE disapprove COL GOV',
    ],
    [
      'Kiribati thanked the people of India for this support and for the rescue of 37 Fijian students.',
      'SUPPORT KIR > IND CVL',
    ],
    ['The United States will designate Cyprus a major non-NATO ally.', 'AGREE USA > CYP (planned)'],
  ]);
});

describe('journeys that are off', () => {
  cases([
    [
      "The planned trip by Lebanon's army chief to Baghdad has been called off.",
      'REJECT meet LBN MIL > IRQ GOV (cancelled)',
    ],
  ]);
});

describe('receivers that nobody names', () => {
  cases([
    ['Latvia urged its allies to close their ports.', 'REQUEST LVA > its allies'],
    ['Kiribati has appealed to donors for tents.', 'REQUEST assist KIR > donors'],
    ['Malaysia refused to let the observers in.', 'REJECT yield MYS > observers'],
    [
      'Malaysia and its neighbours Thailand and Singapore agreed to patrol the strait.',
      'AGREE MYS, THA, SGP (planned)',
    ],
  ]);
});

describe('governments told by their capitals', () => {
  cases([
    ['The Vatican protested to Managua over the expulsion of its nuncio.', 'ACCUSE disapprove VAT > NIC'],
    ['Costa Rica turned down an offer from Managua.', 'REJECT CRI > NIC GOV'],
  ]);
});

test.each([
  [
    'In 1998 Botswana had promised Namibia to put the dispute before the court in The Hague.',
    ['AGREE BWA > NAM (historical)'],
  ],
  ['Activists threw red paint at the Azerbaijani embassy in Ottawa.', ['PROTEST vandalize CAN CVL > AZE GOV']],
  ['Jordan called upon Israel to halt such acts.', ['REQUEST yield JOR > ISR']],
  ['Baku lifted its ban on Georgian wine.', ['RETREAT AZE GOV > GEO']],
  ['The Houthis said they would attack Greek-owned tankers.', ['THREATEN violence YEM REB > GRC BUS (planned)']],
  [
    'Ecuador’s foreign minister rang her Peruvian opposite number to ask for search dogs.',
    ['REQUEST ECU GOV > PER GOV'],
  ],
  ['Chad’s president telephoned the Emir of Kuwait to thank him for the tents.', ['SUPPORT TCD GOV > KWT GOV']],
  ['Togo’s premier called his Malian colleague, urging restraint.', ['REQUEST TGO GOV > MLI GOV']],
  ['Bishkek repeated its accusation that Tajik guards had dug trenches.', ['ACCUSE allege KGZ GOV > TJK COP']],
  ['Indian fishermen were beaten with iron rods by Sri Lankan sailors.', ['ASSAULT beat LKA MIL > IND AGR']],
  ['Moscow’s ambassador to Sofia was summoned on Friday.', ['ACCUSE disapprove BGR GOV > RUS GOV']],
  ['The Azerbaijani ambassador was summoned to the Kazakh foreign ministry.', ['ACCUSE disapprove KAZ GOV > AZE GOV']],
  ['Monrovia accuses Abidjan of jailing its citizens.', ['ACCUSE allege LBR GOV > CIV']],
  ['Hezbollah demanded that Israel free 30 of its fighters.', ['REQUEST yield LBN REB > ISR']],
])('whom it is told or done to: %s', (text, expected) => expect(lines(text)).toEqual(expect.arrayContaining(expected)));
