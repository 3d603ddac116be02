import { describe, expect, test } from 'vitest';
import { findFigures, loadFigureTables, parseFigureTables } from '../../../src/findings/figures/index.ts';
import { loadKnowledge } from '../../../src/knowledge/index.ts';
import { mentionsOf } from '../../support/mentioned.ts';

const tables = loadFigureTables();
const knowledge = loadKnowledge();

const check = (text: string, expected: readonly string[]): void =>
  expect(
    findFigures(mentionsOf(text), [], tables, knowledge).map(
      ({ value, unit, currency, item, status }) =>
        `${value} ${unit ?? currency}${item === null ? '' : ` of ${item}`}, ${status}`,
    ),
  ).toEqual(expected);

describe('status', () => {
  test('given', () => check('Canada has given Haiti 5,000 tents.', ['5000 tent, donated']));
  test('received', () => check('Haiti has received 5,000 tents from Canada.', ['5000 tent, donated']));
  test('promised', () => check('Kuwait pledged 10 million euros for the port.', ['10000000 EUR, pledged']));
  test('a promise to give', () => check('Japan promised to donate 300 buses to Laos.', ['300 bus, pledged']));
  test('planned', () => check('Seoul will provide $35 million to Madagascar.', ['35000000 USD, planned']));
  test('one verb for a list', () =>
    check('Canada pledged 5 million euros, Chad 2 million and Mali 1 million.', [
      '5000000 EUR, pledged',
      '2000000 EUR, pledged',
      '1000000 EUR, pledged',
    ]));
  test('handed over is no bound', () => check('China handed over 300 tents.', ['300 tent, donated']));
  test('a refusal gives nothing', () => check('Norway refused to hand over 12 tanks.', ['12 tank, reported']));
  test('told behind the amount', () => check('Half of the 36 guns it promised have come.', ['36 gun, pledged']));
  test('told', () => check('Trade rose to 340 million euros last year.', ['340000000 EUR, reported']));
  test('givers are not what is given', () =>
    check('A region of 600 million people received little attention.', ['600000000 person, reported']));
});

describe('what is no gift', () => {
  test('a loan', () => check('China has extended a loan of 400 million euros to Laos.', ['400000000 EUR, reported']));
  test('a sale', () => check('Brazil sold Chile 12 helicopters.', ['12 helicopter, reported']));
  test('gas that flows under a contract', () =>
    check('Oman supplies Kenya with 3 million tonnes of gas a year.', ['3000000 tonne of gas, reported']));
  test('troops sent to the border', () =>
    check('The army has sent 3,000 troops to the border.', ['3000 troop, reported']));
  test('doctors sent abroad are one', () => check('Cuba has sent 250 doctors to Mexico.', ['250 doctor, donated']));
  test('aid held back', () => check('Congress has blocked 3 million euros in aid to Chad.', ['3000000 EUR, reported']));
  test('aid asked for', () => check('Malawi has asked for 200 million euros in aid.', ['200000000 EUR, reported']));
  test('a share', () => check('The opposition received 38 percent of the vote.', ['38 percent, reported']));
  test('those who get it', () =>
    check('Denmark plans to spend 640 million euros on housing for 3,500 refugees.', [
      '640000000 EUR, planned',
      '3500 refugee, reported',
    ]));
  test('what the money builds', () =>
    check('Spain gave Honduras 5 million euros, enough to rebuild 18 schools.', [
      '5000000 EUR, donated',
      '18 school, reported',
    ]));
  test('prisoners let go', () => check('Peru will free 14 fishermen.', ['14 fisherman, reported']));
});

describe('promised or planned', () => {
  test('said of oneself behind it', () =>
    check('Poland will provide 12 million euros for the bridge, it announced.', ['12000000 EUR, pledged']));
  test('said by another', () =>
    check('Poland will provide 12 million euros, Prime Minister Jan Wolny said.', ['12000000 EUR, planned']));
  test('a gift announced', () =>
    check('London announced 20 million euros in aid for Sudan.', ['20000000 EUR, pledged']));
  test('announced, but done', () => check('Canada announced it had sent 500 lorries to Kyiv.', ['500 lorry, donated']));
  test('a second verb stands for itself', () =>
    check('Kenya has promised ten tanks but delivered only three.', ['10 tank, pledged', '3 tank, donated']));
  test('a bound is no goal', () => check('Japan has pledged up to 60 million euros.', ['60000000 EUR, pledged']));
  test('in talks', () => check('Peru is in talks with Seoul on 12 more jets.', ['12 jet, planned']));
});

describe('parts of a whole', () => {
  const parts = (text: string, expected: readonly string[]): void =>
    expect(
      findFigures(mentionsOf(text), [], tables, knowledge).map(
        ({ value, unit, currency, partOf }) => `${value} ${unit ?? currency}${partOf === null ? '' : ` of ${partOf}`}`,
      ),
    ).toEqual(expected);
  test('including', () =>
    parts('India pledged 450 million euros, including 100 million in grants.', [
      '450000000 EUR',
      '100000000 EUR of 450000000',
    ]));
  test('of which', () =>
    parts('Exports came to 3 billion euros, of which 900 million went to Chad.', [
      '3000000000 EUR',
      '900000000 EUR of 3000000000',
    ]));
  test('of them, people among people', () =>
    parts('Some 12,000 villagers, among them 4,000 children, fled.', ['12000 villager', '4000 child of 12000']));
  test('of it, in the next sentence', () =>
    parts('Trade reached 13 million euros. Cocoa made up 5 million euros of it.', [
      '13000000 EUR',
      '5000000 EUR of 13000000',
    ]));
  test('brings the total to', () =>
    parts('The gift of 70 million euros brings the total to 300 million.', [
      '70000000 EUR of 300000000',
      '300000000 EUR',
    ]));
  test('a list shares its whole', () =>
    parts('Mali has had 65 million euros. Chad gave 30 million euros of that, Niger 12 million.', [
      '65000000 EUR',
      '30000000 EUR of 65000000',
      '12000000 EUR of 65000000',
    ]));
});

describe('a unit left out', () => {
  test('people', () => {
    check('About 300 attended the ceremony.', ['300 person, reported']);
    check('The blast left 12 dead.', ['12 person, reported']);
    check('At least 23 people were killed and more than 140 injured.', ['23 person, reported', '140 person, reported']);
  });
  test('another six', () =>
    check('Kenya delivered 14 lorries last year and will deliver another six in May.', [
      '14 lorry, donated',
      '6 lorry, planned',
    ]));
  test('the money named with the next amount', () =>
    check('Germany added another 40 million to the 60 million euros it had given.', [
      '40000000 EUR, reported',
      '60000000 EUR, donated',
    ]));
  test('a tally', () =>
    check('The motion passed with 124 votes in favour, 14 against.', ['124 vote, reported', '14 vote, reported']));
});

describe('whose money', () => {
  test('a name shared by two states', () =>
    check('Iceland gave 40 million kronur to Chad.', ['40000000 ISK, donated']));
  test('named behind the amount', () =>
    check('Revenue fell to 12 billion pesos, the Chilean ministry said.', ['12000000000 CLP, reported']));
  test('their own dollars', () =>
    check('New Zealand promised 40 million of its own dollars.', ['40000000 NZD, pledged']));
  test('kroner', () => check('Norway donated 40 million kroner.', ['40000000 NOK, donated']));
  test('the Gulf’s abbreviations', () => check('Kuwait pledged KD 10 million.', ['10000000 KWD, pledged']));
});

describe('what counts', () => {
  test('a measure names what it holds', () =>
    check('Chad sent 40 tonnes of Indian wheat to Mali.', ['40 tonne of wheat, donated']));
  test('small counts of people are no figures', () => check('Two Danish nuns were freed by the rebels.', []));
  test('goods handed over are, however few', () =>
    check('China has given Laos three dredgers.', ['3 dredger, donated']));
  test('durations, ages and years are none', () => check('The 40-year-old envoy stayed for 12 days in 2019.', []));
  test('vehicles and places are, people and firms are not', () => {
    check('Gunmen stopped two lorries in three provinces.', ['2 lorry, reported', '3 province, reported']);
    check('Three firms from two countries came.', []);
  });
  test('a number inside a word is none', () => check('The 10-member bloc met.', []));
  test('a count that leaves its unit to the one before', () =>
    check('Mexico shipped 2,100,000 doses, of which 900,000 went to Guatemala.', [
      '2100000 dose, donated',
      '900000 dose, donated',
    ]));
});

test('an event of the same sentence', () => {
  const doc = mentionsOf('Canada gave Haiti 5,000 tents.');
  const event = {
    type: 'AID' as const,
    mode: null,
    contexts: [],
    alt: [],
    actors: [],
    recipients: [],
    date: null,
    place: null,
    channel: null,
    modality: 'occurred' as const,
    trigger: [7, 11] as const,
    evidence: [0, 30] as const,
    attributedTo: null,
    rule: 'aid/give',
    confidence: 0.9,
  };
  expect(findFigures(doc, [event], tables, knowledge).map((figure) => figure.event)).toEqual([0]);
});

test('a malformed row is named', () => expect(() => parseFigureTables('word\tclass\ngive\tgave')).toThrow('line 2'));

const wholes = (text: string): string[] =>
  findFigures(mentionsOf(text), [], tables, knowledge).map(
    ({ value, unit, currency, partOf }) => `${value} ${unit ?? currency}${partOf === null ? '' : ` of ${partOf}`}`,
  );

describe('what stands beside an amount', () => {
  test('what a gift consists of was given', () =>
    check('The donation includes 500 tents and 20 generators.', ['500 tent, donated', '20 generator, donated']));
  test('what has arrived of a promise was given', () =>
    check('Of the 900 million euros promised, 120 million has arrived.', [
      '900000000 EUR, pledged',
      '120000000 EUR, donated',
    ]));
  test('goods on their way are given', () =>
    check('Thirty old howitzers are on their way from Denmark to the Fijian army.', ['30 howitzer, donated']));
  test('a signed paper only foresees', () =>
    check('The ministers signed a 30 million euro aid agreement.', ['30000000 EUR, planned']));
  test('what an accord provides for is planned', () =>
    check('The accord provides for 30 nurses.', ['30 nurse, planned']));
  test('what a yard was picked to build is planned', () =>
    check('Fiji has picked a yard to build 11 barges.', ['11 barge, planned']));
  test('a pledge by name', () =>
    check('Norway will give 15 million euros for Chad, the biggest pledge of the day.', ['15000000 EUR, pledged']));
  test('prices and former levels are only told', () => {
    check('Peru will buy 300 buses at 90,000 euros apiece.', ['300 bus, planned', '90000 EUR, reported']);
    check('They want trade to reach 10 billion euros, up from 3 billion euros now.', [
      '10000000000 EUR, planned',
      '3000000000 EUR, reported',
    ]);
  });
  test('a line of credit is no gift', () =>
    check('India extended a 500 million euro line of credit to Fiji.', ['500000000 EUR, reported']));
  test('goods beside money', () =>
    check('Kuwait gave Yemen 18 million euros and up to 40 ambulances.', [
      '18000000 EUR, donated',
      '40 ambulance, donated',
    ]));
});

describe('parts and numbers without their unit', () => {
  test('of them, with what they are', () => {
    expect(wholes('Lifeboats picked up 287 people, 41 of them minors.')).toEqual(['287 person', '41 minor of 287']);
    expect(wholes('The cabinet paid for 14 embassies, only three of them in Asia.')).toEqual([
      '14 embassy',
      '3 embassy of 14',
    ]);
  });
  test('down from', () =>
    expect(wholes('The registry lists 1,604 ships, down from 1,720 a year ago.')).toEqual(['1604 ship', '1720 ship']));
  test('the money is named once', () =>
    expect(wholes('Paris paid 5 million of the 40 million euros.')).toEqual([
      '5000000 EUR of 40000000',
      '40000000 EUR',
    ]));
  test('a debt of a debt', () =>
    expect(wholes('Fiji owes Peru 2 billion euros of its external debt of 5 billion euros.')).toEqual([
      '2000000000 EUR of 5000000000',
      '5000000000 EUR',
    ]));
  test('currencies by their state', () => {
    expect(wholes('The Czech house voted 2 billion crowns.')).toEqual(['2000000000 CZK']);
    expect(wholes('Cameroon paid 3 billion CFA francs.')).toEqual(['3000000000 XAF']);
    expect(wholes('The summit cost R230 million.')).toEqual(['230000000 ZAR']);
  });
  test('a number in words with a hyphen', () =>
    expect(wholes('Twenty-four old howitzers reached Fiji.')).toEqual(['24 howitzer']));
  test('one in ten is no count', () =>
    expect(wholes('Nearly one in ten of the 4,700 complaints was upheld.')).toEqual(['4700 complaint']));
});

describe('told around an amount', () => {
  test('promised, right before it', () =>
    check('Oslo has disbursed 2 million euros of a promised 6 million euros to Malawi.', [
      '2000000 EUR, donated',
      '6000000 EUR, pledged',
    ]));
  test('what it is held against', () =>
    check('Trade is expected to hit 5 billion euros by 2027, against 3 billion euros in 2023.', [
      '5000000000 EUR, planned',
      '3000000000 EUR, reported',
    ]));
  test('what came aboard', () =>
    check('Two planes carrying 34 tonnes of medicine landed in Aleppo.', ['34 tonne of medicine, donated']));
  test('a line of credit', () =>
    check('India extends a 400 million euro credit line to Fiji.', ['400000000 EUR, reported']));
  test('ready to give', () => check('Oslo is ready to give Chad 36 howitzers.', ['36 howitzer, pledged']));
  test('a promise told in a clause', () =>
    check('He promised that 5,000 homes would be ready by winter.', ['5000 home, pledged']));
});

describe('numbers of people alone', () => {
  test('killed at least so many', () =>
    check('The floods displaced 7 million people and killed at least 61.', [
      '7000000 person, reported',
      '61 person, reported',
    ]));
  test('still missing', () =>
    check('Thirty-four sailors were rescued and eleven are still missing.', [
      '34 sailor, reported',
      '11 sailor, reported',
    ]));
  test('of them, by what they are', () =>
    check('They identified 298 victims, 196 of them Dutch nationals.', [
      '298 victim, reported',
      '196 national, reported',
    ]));
});

describe('units', () => {
  test.each([
    ['Aid reaches 7.1m people.', '7100000 person, reported'],
    ['Chad shelters 300,000 Sudanese in camps.', '300000 Sudanese, reported'],
    ['Norway has 18 F-16s.', '18 F-16, reported'],
    ['Laos sold 200 million kilowatt-hours of power.', '200000000 kilowatt-hour, reported'],
  ])('%s', (text, figure) => check(text, [figure]));
});

describe('one verb and one unit for several amounts', () => {
  test('names with a number each', () =>
    check('Germany gave 40 generators, Austria 25 and Chile 12.', [
      '40 generator, donated',
      '25 generator, donated',
      '12 generator, donated',
    ]));
  test('who has died', () => check('A total of 1,874 have died of cholera.', ['1874 person, reported']));
  test('the number handed over before', () =>
    check('Canada will supply 800 drones, on top of the 100 delivered in May.', [
      '800 drone, planned',
      '100 drone, donated',
    ]));
  test('a promise beside a gift', () =>
    check('Poland has delivered 240 tanks and promised 60 more.', ['240 tank, donated', '60 tank, pledged']));
  test('a kind of the unnumbered', () =>
    check('The refugees, 1,100 of them children, crossed at Adre.', ['1100 child, reported']));
});

describe('sums', () => {
  test('what a gift was', () =>
    check('Its gift to Laos was 2,000 tonnes of diesel.', ['2000 tonne of diesel, donated']));
  test('where a pledge stands', () => check('The pledge amounts to 5 million euros.', ['5000000 EUR, pledged']));
  test('what a package holds', () => check('The package contains 50 vehicles.', ['50 vehicle, donated']));
});

describe('small words that name who acts', () => {
  test('ships that act', () => check('Two frigates left the port.', []));
  test('ships that are given', () => check('Japan gave Fiji two frigates.', ['2 frigate, donated']));
});

describe('short measures', () => {
  test.each([
    ['It built a 100 MW solar park.', '100 megawatt, reported'],
    ['It sold 20 K-9 howitzers.', '20 howitzer, reported'],
    ['It sold 4,500 ready-to-eat meals.', '4500 meal, reported'],
    ['It counts 800 Kenyans.', '800 Kenyan, reported'],
  ])('%s', (text, figure) => check(text, [figure]));
});

describe('numbers that lean on others', () => {
  test('a team of so many', () =>
    check('Tokyo sent 60 generators and a medical team of 14.', ['60 generator, donated', '14 person, donated']));
  test('money named a sentence before', () =>
    check('Donors pledged 340 million euros. Italy came first with 90 million, Chad second with 70 million.', [
      '340000000 EUR, pledged',
      '90000000 EUR, reported',
      '70000000 EUR, reported',
    ]));
});
