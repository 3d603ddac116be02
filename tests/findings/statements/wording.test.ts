import { describe, expect, test } from 'vitest';
import { check, told } from '../../support/statements.ts';

describe('where the words end', () => {
  test('who the hearers were is no part of a quotation', () =>
    check('“It is over,” Tavel told fishermen gathered at the pier.', 'Tavel {told} SAY: It is over'));
  test('a clause before a semicolon is not what somebody apologised with', () =>
    check('Tavel was criticised for calling the port a “trick”; he apologised a day later.'));
});

describe('things told as a whole', () => {
  test('conditions laid out', () =>
    check(
      'The Danish minister laid out three conditions for the return of the ambassador.',
      'Danish minister {laid out} SAY: three conditions for the return of the ambassador',
    ));
  test('plans outlined', () =>
    check(
      "The minister outlined his government's plans for the port.",
      "minister {outlined} SAY: his government's plans for the port",
    ));
  test('a call echoed', () =>
    check(
      'The Fijian leader echoed the call for a moratorium.',
      'Fijian leader {echoed} URGE: the call for a moratorium',
    ));
  test('what drew praise', () =>
    check('The plan won praise from the Kenyan president.', 'Kenyan president {praise} WELCOME: The plan'));
  test('what met with criticism', () =>
    check('The move met with criticism from Tunis.', 'Tunis {criticism} CONDEMN: The move'));
  test('honour done', () =>
    check(
      'The Latvian prime minister paid homage to Canadian soldiers.',
      'Latvian prime minister {paid homage to} WELCOME: Canadian soldiers',
    ));
  test('hoped for', () =>
    check('Ghana hopes for a quick end to the dispute.', 'Ghana {hopes for} HOPE: a quick end to the dispute'));
  test('readiness signalled', () =>
    check('Ankara signalled readiness to lift its veto.', 'Ankara {signalled readiness} HOPE: to lift its veto'));
  test('an office taken away is no word', () => check('The king dismissed his government on Monday.'));
  test('nor one taken by an agent', () => check('The army chief was dismissed by the president.'));
  test('a claim dismissed is', () =>
    check('The minister dismissed the claim as fiction.', 'minister {dismissed} DENY: the claim as fiction'));
});

describe('requests and refusals', () => {
  test('requested that', () =>
    check(
      'The Omani minister requested that the quota be lifted.',
      'Omani minister {requested that} URGE: the quota be lifted',
    ));
  test('would not be drawn', () =>
    check(
      'The chancellor would not be drawn on whether the tanks would be sent.',
      'chancellor {would not be drawn} NOCOMMENT: whether the tanks would be sent',
    ));
  test('neither confirm nor deny', () =>
    check('The ministry would neither confirm nor deny the report.', 'ministry {confirm} NOCOMMENT: the report'));
  test('left open', () =>
    check(
      'Norway left open whether it would attend the summit.',
      'Norway {left open} SAY: whether it would attend the summit',
    ));
  test('rang to ask', () =>
    check(
      "Ecuador's foreign minister rang her Peruvian counterpart to ask for search dogs.",
      "Ecuador's foreign minister {ask for} URGE: search dogs",
    ));
});

describe('hearsay', () => {
  test('reported to have said', () =>
    check('The envoy is reported to have said that the door was open.', 'envoy {said} SAY: the door was open'));
  test('to hear them tell it', () =>
    check(
      'To hear the Kenyan negotiators tell it, the deal was never in doubt.',
      'Kenyan negotiators {tell it} SAY: the deal was never in doubt',
    ));
  test('all that was said', () =>
    check('All the minister would say was that talks were going on.', 'minister {say} SAY: talks were going on'));
  test('let it be known', () =>
    check(
      'The governor, through an aide, let it be known he was not amused.',
      'governor {let it be known} SAY: he was not amused',
    ));
  test('at pains to stress', () =>
    check(
      'The president was at pains to stress that nobody had been hurt.',
      'president {stress} AFFIRM: nobody had been hurt',
    ));
  test('by the account of', () =>
    check(
      'By the account of two villagers, the soldiers came before dawn.',
      'two villagers {By the account of} SAY: the soldiers came before dawn',
    ));
  test('word from a capital', () =>
    check('Word came from Baku that the prisoners had been freed.', 'Baku {Word} SAY: the prisoners had been freed'));
  test('like to say', () =>
    check(
      'The attack on inflation begins with bread, economists in Cairo like to say.',
      'economists in Cairo {say} SAY: The attack on inflation begins with bread',
    ));
  test('a paper that quotes is no speaker', () =>
    check(
      'The daily La Voz, quoting judicial sources, said a court had ordered the seizure.',
      'judicial sources {quoting} SAY: a court had ordered the seizure',
    ));
});

describe('where content ends', () => {
  test('the outer attribution stays out', () =>
    check(
      "The ministry's website said the consul had been freed, the Lima Star reported.",
      "ministry's website {said} REPORT: the consul had been freed",
      "Lima Star {reported} REPORT: The ministry's website said the consul had been freed",
    ));
  test("the writer's doubt stays out", () =>
    check(
      'The Somali ministry said troops had killed 26 fighters, a toll that could not be independently verified.',
      'Somali ministry {said} SAY: troops had killed 26 fighters',
    ));
  test('how little was said stays out', () =>
    check('Moscow has said the treaty will lapse, without elaborating.', 'Moscow {said} SAY: the treaty will lapse'));
  test('what others dispute stays out', () =>
    check(
      'The Danish envoy said the road was mined, a claim the army disputes.',
      'Danish envoy {said} SAY: the road was mined',
    ));
  test('what is not known is told by nobody', () => check('What the general told the king is not known.'));
  test('a clause with an aside inside', () =>
    check(
      'The premier spoke, adding that work on the port, which will cost $40 million, would begin in May.',
      'premier {adding} SAY: work on the port, which will cost $40 million, would begin in May',
    ));
  test('words behind a quote belong to the clause', () =>
    check(
      'Ethiopia is "ready for talks" with Eritrea, the Kenyan premier says.',
      'Kenyan premier {says} SAY: Ethiopia is "ready for talks" with Eritrea',
    ));
  test('a doing beside the saying stays out', () =>
    check(
      'South Korea will lend Kenya a ship, the two governments said on Thursday as they raised their ties.',
      'two governments {said} SAY: South Korea will lend Kenya a ship',
    ));
  test('all of a concern', () =>
    check(
      'Both sides expressed concern over the fall in the number of seasonal workers.',
      'Both sides {expressed concern} CONDEMN: the fall in the number of seasonal workers',
    ));
});

describe('the one who speaks', () => {
  test('behind a verdict', () =>
    check('The deal was hailed as historic by both presidents.', 'both presidents {hailed} WELCOME: The deal'));
  test('an aside before the verb', () =>
    check(
      'Bulgaria, replying to questions from a paper, said talks "have not broken down".',
      'Bulgaria {said} SAY: talks "have not broken down',
    ));
  test('in a relative clause behind a quote', () =>
    check(
      '"A title pays nobody," said lawmaker Faith Anyango, who called on the treasury to act.',
      'lawmaker Faith Anyango {said} SAY: A title pays nobody',
      'lawmaker Faith Anyango {called on} URGE: to act',
    ));
  test('for his part', () =>
    check(
      'Minister Ochieng for his part stressed that Kenya remained open for business.',
      'Minister Ochieng {stressed} AFFIRM: Kenya remained open for business',
    ));
  test('his words are those of the only person named', () =>
    expect(told('Ambassador Ilmar Tuul left Lima. The two men were well, in his words.')[0]?.speaker?.name).toBe(
      'Ilmar Tuul',
    ));
  test('people who meet', () =>
    check(
      'Pacific leaders meeting in Port Moresby welcomed the visas, deferred a decision and voiced concern at the discharge.',
      'Pacific leaders {welcomed} WELCOME: the visas',
      'Pacific leaders {voiced concern} CONDEMN: the discharge',
    ));
  test('a label is nobody', () => check('Analysis: why the deal failed'));
  test('calm urged in a headline', () =>
    check('US, Japan urge calm in Taiwan Strait', 'US, Japan {urge} URGE: calm in Taiwan Strait'));
  test('a headline to somebody', () => check('PM to protesters: go home', 'PM {} SAY: go home'));
  test('a headline with a quote', () =>
    check("Talks 'a waste of time' - Iranian official", "Iranian official {} SAY: Talks 'a waste of time"));
});
