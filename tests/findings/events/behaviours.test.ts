import { describe, expect, test } from 'vitest';
import { lines } from './support.ts';

const check = (text: string, expected: readonly string[]): void =>
  expect(lines(text).sort()).toEqual([...expected].sort());

describe('who did it to whom', () => {
  test('passive with agent', () => check('Estonia was rebuked on Friday by Finland.', ['ACCUSE disapprove FIN > EST']));
  test('received from', () => check('Chad has received grain from France.', ['AID FRA > TCD']));
  test('no agent', () => check('Three journalists were jailed.', ['COERCE arrest > Three journalists JRN']));
  test('possessive and role', () => check("Ghana's deputy premier left for Lome.", ['CONSULT visit GHA GOV > TGO']));
  test('shared role', () =>
    check('The envoys of Peru, Chile and Bolivia met in Quito.', ['CONSULT multilateral PER GOV, CHL GOV, BOL GOV']));
  test('recipient list', () =>
    check('Cuba thanked Spain, tiny Malta and weary Greece.', ['SUPPORT CUB > ESP, MLT, GRC']));
  test('reciprocal', () => check('Laos and Nepal restored full ties.', ['SUPPORT LAO, NPL']));
  test('agree with two', () =>
    check('Togo agreed with Benin and Niger to share water.', ['AGREE TGO, BEN, NER (planned)']));
  test('two clauses', () =>
    check('Oslo condemned the raid by Malian soldiers and promised aid.', [
      'ACCUSE disapprove NOR GOV > MLI MIL',
      'AGREE NOR GOV (planned)',
    ]));
  test('negation', () => check('Neither Qatar nor Oman boycotted the summit.', []));
  test('background clause', () =>
    expect(
      lines('Five years after crowds burned its embassy, Denmark is calm.').filter((l) => !l.includes('(historical)')),
    ).toEqual([]));
  test('pronoun', () => check('Kenya said it will host Uganda.', ['AGREE KEN > UGA (planned)']));
  test('a compound of actors is one event', () =>
    expect(lines('Peru and Chile thanked Kenya and Ghana.')).toHaveLength(1));
  test('possessive of the object', () => check("Chile rejected Bolivia's proposal.", ['REJECT CHL > BOL']));
  test('sender behind a passive of a pair', () =>
    check('Sanctions were imposed on Mali by Canada.', ['SANCTION discontinue CAN > MLI']));
});

describe('light verbs and nouns', () => {
  test('held talks', () => check('Kenya held talks with Uganda.', ['CONSULT KEN, UGA']));
  test('talks between', () => check('Talks between Serbia and Kosovo resumed on Monday.', ['CONSULT SRB, XKX']));
  test('paid a visit', () => check("Rwanda's president paid a visit to Kenya.", ['CONSULT visit RWA GOV > KEN']));
  test('telephone conversation', () =>
    check("Chile's president had a telephone conversation with Peru's president.", ['CONSULT phone CHL GOV, PER GOV']));
});

describe('other topics', () => {
  test.each([
    'India’s batsman launched an attack on the Australian bowler in the final over of the cricket match.',
    'Typhoon Maring hits the Philippines.',
    'The film about Peru hit the box office in Chile.',
    'The Spanish golfer attacked the Swiss course.',
  ])('%s', (text) => check(text, []));
});
