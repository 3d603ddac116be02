import { describe, expect, test } from 'vitest';
import { check, told } from '../../support/statements.ts';

describe('verbs that say in passing', () => {
  test('by a participle', () => check('Chad responded by accusing Niger of spying.', 'Chad {accusing} ACCUSE: spying'));
  test('by warning', () =>
    check('The envoy ended the visit by warning that patience was short.', 'envoy {warning} WARN: patience was short'));
  test('pleased to', () =>
    check(
      'The ministry is pleased to note that ties with Fiji are improving.',
      'ministry {note} SAY: ties with Fiji are improving',
    ));
  test('used the speech to', () =>
    check('The premier used the speech to accuse Angola of theft.', 'premier {accuse} ACCUSE: theft'));
  test('accusing those just expelled', () =>
    check('Peru expelled two Chilean diplomats, accusing them of theft.', 'Peru {accusing} ACCUSE: theft'));
  test('told in the passive, joined', () =>
    check(
      'The consul was summoned and informed that his words had been rude.',
      '- {informed} SAY: his words had been rude',
    ));
  test('asked, by whom is not told', () =>
    check('Residents were urged to stay indoors.', '- {urged} URGE: to stay indoors'));
  test('told to leave is an expulsion', () => check('The consul was told to leave.'));
});

describe('questions told', () => {
  test('how', () =>
    check('The envoy explained how the truce would work.', 'envoy {explained} SAY: the truce would work'));
  test('whether', () =>
    check(
      'The Togolese minister asked whether the loan could wait.',
      'Togolese minister {asked} SAY: whether the loan could wait',
    ));
});

describe('nouns that say', () => {
  test('a clause without an object', () =>
    check(
      'The minister’s warning that the dam could burst was ignored.',
      'minister {warning} WARN: the dam could burst',
    ));
  test('of whom', () =>
    check(
      'The view of the ministry is that the treaty no longer holds.',
      'ministry {view} SAY: the treaty no longer holds',
    ));
  test('a noun that somebody gave says nothing here', () => check('The warning that the minister gave was ignored.'));
});

describe('words passed on', () => {
  test('quoted as … and as', () =>
    check(
      'The agency quoted the mayor as saying that the ship was held and as calling the search piracy.',
      'mayor {saying} SAY: the ship was held',
      'mayor {calling} CONDEMN: the search piracy',
    ));
  test('the one an outlet cited', () =>
    check(
      'The bridge will reopen, according to the daily La Voz, which cited two officials.',
      'two officials {cited} SAY: The bridge will reopen',
    ));
  test('per, at the start', () =>
    check('Per the ministry, 43 people have been freed.', 'ministry {Per} SAY: 43 people have been freed'));
  test('a semicolon parts what is told', () =>
    check(
      'The crowd left; eleven were held, according to the ombudsman.',
      'ombudsman {according to} SAY: eleven were held',
    ));
});

describe('where content begins and ends', () => {
  test('those blamed', () =>
    check(
      'Mali blamed the raid on the Sahel Front, which denied involvement.',
      'Mali {blamed} ACCUSE: the raid',
      'Sahel Front {denied} DENY: involvement',
    ));
  test('what led to a threat', () =>
    check(
      'Peru threatened to expel the envoys after a court in Quito jailed a reporter.',
      'Peru {threatened} THREATEN: to expel the envoys',
    ));
  test('the condition of a threat', () =>
    check(
      'Peru, by contrast, threatened to cut aid if the ship was allowed to dock.',
      'Peru {threatened} THREATEN: to cut aid if the ship was allowed to dock',
    ));
  test('a past tense behind a present', () =>
    check(
      'The minister said the port is open and invited donors to visit it.',
      'minister {said} SAY: the port is open',
    ));
  test('for one thing and for another', () =>
    check(
      'The envoy thanked Oman for the ships and for the return of the crew.',
      'envoy {thanked} WELCOME: the ships and for the return of the crew',
    ));
  test('what a party is condemned over', () =>
    check('The council condemned Belarus over the trials.', 'council {condemned} CONDEMN: the trials'));
  test('a verb hidden by a quotation mark', () =>
    check(
      'The embassy rejected the charge, saying the vessel had “changed course abruptly”.',
      'embassy {rejected} REJECT: the charge',
      'embassy {saying} SAY: the vessel had “changed course abruptly',
    ));
  test('those who both speak', () =>
    check(
      'The premier and the king both said the raid was a mistake.',
      'premier and the king {said} SAY: the raid was a mistake',
    ));
});

describe('attributions without a verb of speech', () => {
  test('to somebody', () =>
    check('To the governor, the strike is blackmail.', 'governor {To} SAY: the strike is blackmail'));
  test('as somebody sees it', () =>
    check('As Tallinn sees it, the treaty binds both sides.', 'Tallinn {sees it} SAY: the treaty binds both sides'));
  test('if somebody is to be believed', () =>
    check('If the Omanis are to be believed, the ship was empty.', 'Omanis {believed} SAY: the ship was empty'));
  test('a quote told by a noun', () =>
    check(
      '“Nobody asked us,” was the reply of the Estonian premier.',
      'Estonian premier {reply} SAY: Nobody asked us',
    ));
  test('another that', () =>
    check(
      'One delegate said the text was dead, another that it was asleep.',
      'One delegate {said} SAY: the text was dead',
      'another {said} SAY: it was asleep',
    ));
  test('a relative clause inside the source', () =>
    check(
      'The post was shut, two drivers who had been turned back told the radio.',
      'two drivers {told} SAY: The post was shut',
    ));
  test('a writing that shows somebody speaking', () =>
    expect(told('The memoirs have the clerk muttering that the king was ill.')[0]?.via.map(({ name }) => name)).toEqual(
      ['memoirs'],
    ));
});

describe('deeds that only look like words', () => {
  test('entry denied', () => check('Finland denied entry to four Russian singers.'));
  test('asked by', () =>
    check('Asked by the paper for his view, the abbot said he had none.', 'abbot {said} SAY: he had none'));
  test('an attack', () => check('Gunmen attacked a camp of peacekeepers in Bor.'));
  test('a court dismisses', () => check('The court dismissed a petition to annul the vote.'));
  test('an attack in words', () =>
    check(
      'The premier attacked the bill as a gift to smugglers.',
      'premier {attacked} CONDEMN: the bill as a gift to smugglers',
    ));
});
