import { describe, expect, test } from 'vitest';
import type { Statement } from '../../../src/core/index.ts';
import { findStatements, loadStatementTables } from '../../../src/findings/statements/index.ts';
import { loadKnowledge } from '../../../src/knowledge/index.ts';
import { mentionsOf } from '../../support/mentioned.ts';

const tables = loadStatementTables();
const knowledge = loadKnowledge();

/** "speaker {cue} ACT: content + content" of every statement. */
function told(text: string, spun = false): Statement[] {
  return findStatements({ ...mentionsOf(text), spun }, tables, knowledge);
}
const line = (text: string, { speaker, cue, act, content }: Statement): string =>
  `${speaker?.text ?? '-'} {${cue === null ? '' : text.slice(...cue)}} ${act}: ${content.map((span) => text.slice(...span)).join(' + ')}`;

const check = (text: string, expected: readonly string[], spun = false): void =>
  expect(told(text, spun).map((statement) => line(text, statement))).toEqual(expected);

describe('where the source stands', () => {
  test('in front', () =>
    check('The Ghanaian minister said that the port would open in May.', [
      'Ghanaian minister {said} SAY: the port would open in May',
    ]));
  test('behind', () =>
    check('The port will open in May, the Ghanaian minister said.', [
      'Ghanaian minister {said} SAY: The port will open in May',
    ]));
  test('behind, turned round', () =>
    check('“The port will open in May,” said the Ghanaian minister.', [
      'Ghanaian minister {said} SAY: The port will open in May',
    ]));
  test('between two halves', () =>
    check('“The port,” the Ghanaian minister said, “will open in May.”', [
      'Ghanaian minister {said} SAY: The port + will open in May.',
    ]));
  test('according to, in front', () =>
    check('According to the Ghanaian ministry, the port will open in May.', [
      'Ghanaian ministry {According to} SAY: the port will open in May',
    ]));
  test('according to, behind', () =>
    check('The port will open in May, according to a Ghanaian official.', [
      'Ghanaian official {according to} SAY: The port will open in May',
    ]));
  test('a subject shared by two verbs', () =>
    check('Norway condemned the raid and urged Mali to free the crew.', [
      'Norway {condemned} CONDEMN: the raid',
      'Norway {urged} URGE: to free the crew',
    ]));
  test('a passive with its agent', () =>
    check('The raid was condemned by Norway.', ['Norway {condemned} CONDEMN: The raid']));
  test('a participle', () =>
    check('Oman welcomed the truce, adding that the border would stay open.', [
      'Oman {welcomed} WELCOME: the truce',
      'Oman {adding} SAY: the border would stay open',
    ]));
});

describe('around the attribution', () => {
  test('its time and what happened meanwhile are no content', () =>
    check(
      'Ties with Mali have never been closer, the Danish envoy said on Saturday (July 31), as Oslo opened a second consulate.',
      ['Danish envoy {said} SAY: Ties with Mali have never been closer'],
    ));
  test('a condition of anonymity is none', () =>
    check('The Danish official, who briefed reporters on condition of anonymity, said the port was open.', [
      'Danish official {said} SAY: the port was open',
    ]));
  test('two halves of one quote', () =>
    check('“We are ready,” the Danish envoy told reporters, “but not at any price.”', [
      'Danish envoy {told} SAY: We are ready + but not at any price.',
    ]));
  test('a participle of saying behind it', () =>
    check('The treaty would be reviewed, the Danish envoy said, adding that no decision had been made.', [
      'Danish envoy {said} SAY: The treaty would be reviewed',
      'Danish envoy {adding} SAY: no decision had been made',
    ]));
  test('whoever issued a statement speaks', () =>
    check('The Danish embassy issued a statement condemning the raid.', [
      'Danish embassy {condemning} CONDEMN: the raid',
    ]));
  test('where it was said is no part of a thing', () =>
    check('Norway condemned the raid in a statement issued in Oslo.', ['Norway {condemned} CONDEMN: the raid']));
  test('a quote behind the narration', () =>
    check('The Danish envoy did not hide her anger: “We expected more,” she said.', [
      'she {said} SAY: We expected more',
    ]));
  test('a sparing word is one', () =>
    check('The Danish envoy would say only that the talks went on.', ['Danish envoy {say} SAY: the talks went on']));
});

describe('what is said', () => {
  test('things', () =>
    check('Chad stressed the importance of the accord.', ['Chad {stressed} AFFIRM: the importance of the accord']));
  test('promises', () => check('Peru pledged to lower the tariff.', ['Peru {pledged} PLEDGE: to lower the tariff']));
  test('accusations', () =>
    check('Togo accused Benin of hiding the fugitives.', ['Togo {accused} ACCUSE: hiding the fugitives']));
  test('light verbs', () =>
    check('Fiji voiced concern over the arrests.', ['Fiji {voiced concern} CONDEMN: the arrests']));
  test('a particle verb', () => check('Malta ruled out a second vote.', ['Malta {ruled out} REJECT: a second vote']));
  test('a refusal to speak', () => {
    const [only] = told('The spokesman declined to comment.');
    expect([only?.act, only?.content]).toEqual(['NOCOMMENT', [[26, 33]]]);
  });
  test('a denial in other words', () =>
    expect(told('It is untrue that the mine was sold, the Zambian minister said.')[0]?.act).toBe('DENY'));
  test('a threat in plain words', () => expect(told('Kenya said it would close the border.')[0]?.act).toBe('THREATEN'));
  test('an allegation rejected is a denial', () => expect(told('Cuba rejected the allegations.')[0]?.act).toBe('DENY'));
  test('two sentences of one quote', () =>
    check('“We agree. We sign today,” the Peruvian minister said.', [
      'Peruvian minister {said} SAY: We agree. We sign today',
    ]));
  test('a quote that runs on', () =>
    check('“We agree,” the Peruvian minister said. “We sign today.”', [
      'Peruvian minister {said} SAY: We agree + We sign today.',
    ]));
  test('a quote behind a colon in the next paragraph', () =>
    check('The Peruvian minister said:\n“We sign today.”', ['Peruvian minister {said} SAY: We sign today.']));
});

describe('what is no statement', () => {
  test('a wish to speak', () => check('The minister wanted to say goodbye.', []));
  test('what will be announced', () => check('Chile will announce the winner in May.', []));
  test('what was not said', () => check('The Chilean minister did not say that the mine would close.', []));
  test('a decision', () => check('Oman agreed to host the talks.', []));
  test('in accordance with a plan', () => check('The work went according to plan.', []));
  test('things that show', () => check('The fire underlined the importance of drills.', []));
  test('a condition', () => check('If Chad says that it agrees, the talks begin.', []));
  test('another language', () =>
    expect(
      findStatements({ ...mentionsOf('Der Minister said that it rains.', { language: 'de' }) }, tables, knowledge),
    ).toEqual([]));
});

describe('who speaks', () => {
  test('unnamed officials are anonymous, offices are not', () => {
    expect(told('A senior Danish official said the talks had failed.')[0]?.speaker?.anonymous).toBe(true);
    expect(told('The Danish foreign minister said the talks had failed.')[0]?.speaker?.anonymous).toBe(false);
    expect(told('People familiar with the matter said the talks had failed.')[0]?.speaker?.anonymous).toBe(true);
  });
  test('country of an unnamed official', () =>
    expect(told('A senior Danish official said the talks had failed.')[0]?.speaker?.country).toBe('DNK'));
  test('a title and the name beside it', () =>
    expect(told('The Danish envoy, Mette Holbech, said the talks had failed.')[0]?.speaker).toMatchObject({
      text: 'Danish envoy, Mette Holbech',
      name: 'Mette Holbech',
    }));
  test('a pronoun has its name', () =>
    expect(
      told('Danish envoy Mette Holbech left Oslo on Monday. She said the talks had failed.').map(
        (statement) => statement.speaker?.name,
      ),
    ).toEqual(['Mette Holbech']));
  test('nobody is named', () => {
    const [only] = told('It was announced that the talks had failed.');
    expect([only?.speaker, only?.act]).toEqual([null, 'ANNOUNCE']);
  });
  test('the one spoken to', () =>
    expect(told('The Danish envoy told reporters that the talks had failed.')[0]?.addressee?.text).toBe('reporters'));
});

describe('through whom, and where', () => {
  test('quoted as saying', () => {
    const text = 'Reuters quoted the Danish envoy as saying the talks had failed.';
    const [only] = told(text);
    expect(line(text, only!)).toBe('Danish envoy {saying} SAY: the talks had failed');
    expect(only?.via.map((relay) => relay.name)).toEqual(['Reuters']);
  });
  test('an outlet that only frames a statement relays it', () => {
    const found = told('The talks have failed, the Danish envoy said, according to Reuters.');
    expect(found.map((statement) => [statement.speaker?.text, statement.via.map((relay) => relay.name)])).toEqual([
      ['Danish envoy', ['Reuters']],
    ]);
  });
  test('citing', () => {
    const [only] = told('The talks have failed, Reuters reported, citing two Danish officials.');
    expect([only?.speaker?.text, only?.via.map((relay) => relay.name)]).toEqual(['two Danish officials', ['Reuters']]);
  });
  test('speech inside speech is told by both', () => {
    const found = told('The Danish envoy said that Oslo had promised to pay.');
    expect(found.map((statement) => [statement.speaker?.text, statement.act])).toEqual([
      ['Danish envoy', 'SAY'],
      ['Oslo', 'PLEDGE'],
    ]);
  });
  test('a venue', () =>
    expect(told('The talks have failed, the Danish envoy said in a statement.')[0]?.venue).toBe('in a statement'));
});

describe('quotation', () => {
  test.each([
    ['“We agree,” the Peruvian minister said.', 'direct', true],
    ['The Peruvian minister said the port was “a gift”.', 'mixed', true],
    ['The Peruvian minister said the port was a gift.', 'indirect', false],
  ])('%s', (text, quotation, verbatim) =>
    expect(told(text).map((statement) => [statement.quotation, statement.verbatim])).toEqual([[quotation, verbatim]]),
  );
  test('nothing is verbatim in spun text', () =>
    expect(told('“We agree,” the Peruvian minister said.', true)[0]?.verbatim).toBe(false));
});

describe('machine synonyms', () => {
  test('are read in spun text', () =>
    check(
      'In keeping with the Peruvian ministry, the port will open in May.',
      ['Peruvian ministry {In keeping with} SAY: the port will open in May'],
      true,
    ));
  test('and nowhere else', () => check('In keeping with the Peruvian ministry, the port will open in May.', []));
});

describe('headlines', () => {
  test('speaker first', () => check('Danish minister: talks will go on', ['Danish minister {} SAY: talks will go on']));
  test('without a tense', () =>
    check('No deal without Oslo, says Danish minister', ['Danish minister {says} SAY: No deal without Oslo']));
  test('speaker last', () =>
    check('Talks will go on in May: Danish minister', ['Danish minister {} SAY: Talks will go on in May']));
});
