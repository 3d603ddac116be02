import { describe, expect, test } from 'vitest';
import { check, told } from '../../support/statements.ts';

describe('relative clauses', () => {
  test('a verdict on the noun', () =>
    check(
      'The drill, which Norway derided as a rehearsal for war, ended on Monday.',
      'Norway {derided} CONDEMN: The drill + a rehearsal for war',
    ));
  test('those accused', () =>
    check('Two envoys whom Peru accused of theft were freed.', 'Peru {accused} ACCUSE: theft'));
  test('the noun alone', () =>
    check('The truce that Qatar welcomed on Friday did not last.', 'Qatar {welcomed} WELCOME: The truce'));
  test('without a pronoun', () =>
    check('France sent the trucks Chad had asked for.', 'Chad {asked for} URGE: the trucks'));
});

describe('where an attribution ends', () => {
  test('behind what the one named is', () =>
    check(
      'According to Ana Brel, a scholar at the institute, Fiji has lent Tonga money.',
      'Ana Brel {According to} SAY: Fiji has lent Tonga money',
    ));
  test('before another one speaks', () =>
    check(
      'Nine people died, according to a local group, and the Danish mayor says ten were hurt.',
      'local group {according to} SAY: Nine people died',
      'Danish mayor {says} SAY: ten were hurt',
    ));
  test('an act goes on and a feeling has its cause', () => {
    check('Norway continues to build roads.');
    check('Both nations fear about the rise of prices.');
  });
});

describe('who speaks', () => {
  test('nobody named', () =>
    check('The Omani envoy was told that the talks were off.', '- {told} SAY: the talks were off'));
  test('the one who said before a comma', () =>
    check(
      'Talks would go on, the Danish minister said, and urged Chad to attend.',
      'Danish minister {said} SAY: Talks would go on',
      'Danish minister {urged} URGE: to attend',
    ));
  test('the one above an infinitive', () =>
    check(
      'Norway urged both armies to show restraint and offered to mediate.',
      'Norway {urged} URGE: to show restraint',
      'Norway {offered} PROPOSE: to mediate',
    ));
  test('behind a noun that was carried', () =>
    check(
      'Two papers in Lima carried the claim that the bridge had been shut.',
      'Two papers in Lima {claim} REPORT: the bridge had been shut',
    ));
  test('whoever spread it', () =>
    check(
      'Rumours spread by a Peruvian minister that the mine had been sold were false.',
      'Peruvian minister {Rumours} SAY: the mine had been sold',
    ));
  test('one of many is anonymous', () =>
    expect(told('A Palestinian negotiator said the offer was dead.')[0]?.speaker?.anonymous).toBe(true));
  test('givers whose verb is left out', () =>
    check(
      'Norway pledged 40 million dollars, and Japan 7 million.',
      'Norway {pledged} PLEDGE: 40 million dollars',
      'Japan {pledged} PLEDGE: 7 million',
    ));
});

describe('what is said', () => {
  test('goes on behind the attribution', () =>
    check(
      'They were Swiss, the Danish envoy said, and had been taken home.',
      'Danish envoy {said} SAY: They were Swiss + and had been taken home',
    ));
  test('on a condition in front', () =>
    check(
      'Unless the fine is paid, the Danish envoy warned, the pier would be closed.',
      'Danish envoy {warned} WARN: Unless the fine is paid + the pier would be closed',
    ));
  test('what was asked is none of it', () =>
    check('Asked about the port, the Danish envoy said: “It is shut.”', 'Danish envoy {said} SAY: It is shut.'));
  test('what one declines to speak of', () =>
    check(
      'Asked about the port, the Danish envoy declined to comment.',
      'Danish envoy {declined to comment} NOCOMMENT: the port',
    ));
  test('a noun and its clause', () =>
    check('Chad rejected a report that the dam was needed.', 'Chad {rejected} DENY: a report that the dam was needed'));
  test('what is given, not to whom', () =>
    check('Fiji offered Tonga access to its port.', 'Fiji {offered} PROPOSE: access to its port'));
  test('ends where the speaker holds back', () =>
    check(
      'The Danish envoy confirmed that a note had come but would not discuss it.',
      'Danish envoy {confirmed} AFFIRM: a note had come',
    ));
  test('a figure put', () =>
    check(
      'The Danish ministry put the damage at 2 million euros.',
      'Danish ministry {put} SAY: the damage at 2 million euros',
    ));
  test('one word', () => check('The Danish envoy had one word for them: “Wait.”', 'Danish envoy {word} SAY: Wait.'));
  test('a threat that is called a vow', () =>
    check('Chad vowed to respond in kind.', 'Chad {vowed} THREATEN: to respond in kind'));
});

describe('what is no statement', () => {
  test('a persona non grata', () => check('Latvia declared two consuls persona non grata.'));
  test('a vote', () => check('Peruvian lawmakers rejected the treaty.'));
  test('a march', () => check('Students protested the visit.'));
  test('a hope of the speaker’s own', () =>
    check('The Danish envoy said he hoped to travel in May.', 'Danish envoy {said} HOPE: he hoped to travel in May'));
  test('not answering', () => check('The Danish ministry did not respond to a request for comment.'));
});

test('a briefing: the label says the paragraph', () =>
  check(
    'Question: Will the envoy travel?\n\nSpokesperson: The envoy will travel in May. We welcome that.',
    'Spokesperson {} SAY: The envoy will travel in May + We welcome that',
  ));
test('a headline that quotes', () =>
  check('Hanoi “deeply concerned” over reef', 'Hanoi {} SAY: deeply concerned” over reef'));

describe('inside a quotation', () => {
  test('a clause that only compares attributes nothing in front of it', () =>
    expect(
      told('“Oslo hopes the deal is a sign of trust, while Tunis hopes the improved ties will help it.”').map(
        ({ speaker }) => speaker?.text,
      ),
    ).not.toContain('Tunis'));
  test('a participle attributes nothing in front of it', () => {
    const text =
      'The late harvest, and the recent “coup” by the Ardenian king dismissing his government, are examples of failure.';
    const words = told(text).flatMap(({ content }) => content.map((span) => text.slice(...span)));
    expect(words.filter((one) => one.includes('harvest'))).toEqual([]);
  });
  test('what a quoted speaker reports is not verbatim', () =>
    expect(
      told('“Chad told us that the bridge was closed,” the Omani envoy said.').map(
        ({ speaker, quotation, verbatim }) => `${speaker?.text} ${quotation} ${verbatim}`,
      ),
    ).toEqual(['Chad indirect false', 'Omani envoy direct true']));
});
