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

describe('whose money', () => {
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
