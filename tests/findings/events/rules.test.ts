/** The rules of the codebook that decide between types: three cases each, with near misses. */

import { describe, expect, test } from 'vitest';
import { eventsOf } from './support.ts';

interface Wanted {
  readonly type: string;
  readonly mode?: string | null;
  readonly alt?: readonly string[];
}

function check(text: string, wanted: Wanted | null): void {
  const events = eventsOf(text);
  if (wanted === null) expect(events.map((e) => e.rule)).toEqual([]);
  else
    expect(events.map(({ type, mode, alt }) => ({ type, mode, alt }))).toContainEqual(expect.objectContaining(wanted));
}

const never = (text: string, type: string): void => expect(eventsOf(text).map((e) => e.type)).not.toContain(type);

describe('time first', () => {
  test('what is to come and cooperative', () => check('Japan will help Tonga.', { type: 'AGREE', alt: ['AID'] }));
  test('a visit to come', () => check('Peru’s president will visit Chile.', { type: 'AGREE', alt: ['CONSULT'] }));
  test('a retreat to come', () =>
    check('Eritrea will withdraw its troops from Ethiopia.', { type: 'AGREE', alt: ['CONCEDE', 'RETREAT'] }));
  test('hostile and to come', () => check('Iran will bomb an Israeli town.', { type: 'THREATEN', mode: 'violence' }));
  test('sanctions to come', () =>
    check('Canada will impose sanctions on Mali.', { type: 'THREATEN', mode: 'restrict' }));
  test('near miss: it happened', () => check('Canada imposed sanctions on Mali.', { type: 'SANCTION' }));
});

describe('topics', () => {
  test('a commitment affirmed again', () =>
    check('Norway reiterated its commitment to the security of Tunisia.', null));
  test('threats among other issues', () =>
    check('Ties have been strained over issues such as Iran’s threats to Oman and the price of oil.', null));
  test('near miss: a threat made', () => check('Iran issued threats against Oman.', { type: 'THREATEN' }));
  test('a part in joint work', () =>
    never(
      'Peru praised Chile’s role in maintaining dialogue, strengthening trade, and jointly building roads.',
      'COOPERATE',
    ));
  test('another than who is ready does it', () =>
    check('The poet was ready for his plea to be heard by the court in Oslo.', null));
  test('near miss: ready oneself', () => check('Norway told Chile it was ready to lift the ban.', { type: 'AGREE' }));
  test('who is ready is who tells it', () =>
    expect(
      eventsOf('Norway told Chile it was ready to lift the ban.').flatMap((e) => e.actors.map((a) => a.code)),
    ).toEqual(['NOR']));
});

describe('meetings', () => {
  test('an invitation', () => check('Mongolia invited the Japanese premier to Ulaanbaatar.', { type: 'AGREE' }));
  test('held', () => check('Kenya held talks with Uganda.', { type: 'CONSULT' }));
  test('called off', () => check('India cancelled talks with Pakistan.', { type: 'REJECT', mode: 'meet' }));
  test('refused', () => check('Chile refused to meet the Bolivian envoy.', { type: 'REJECT', mode: 'meet' }));
  test('an envoy summoned', () =>
    check('Nigeria summoned the ambassador of Niger.', { type: 'ACCUSE', mode: 'disapprove' }));
  test('near miss: an envoy received is no complaint', () =>
    never('The Jordanian king received the Danish ambassador.', 'ACCUSE'));
});

describe('pacts', () => {
  test('signed', () => check('Peru and Chile signed a treaty.', { type: 'SUPPORT' }));
  test('ratified', () => check('The Greek parliament ratified a treaty with Egypt.', { type: 'SUPPORT' }));
  test('promised', () => check('Peru and Chile agreed to sign a treaty.', { type: 'AGREE' }));
  test('near miss: torn up', () => never('Iraq tore up its treaty with Iran.', 'SUPPORT'));
});

describe('cutting back', () => {
  test('aid stopped', () => check('Norway cut aid to Uganda.', { type: 'SANCTION', mode: 'withdraw' }));
  test('a diplomat expelled', () =>
    check('Estonia expelled two Russian diplomats.', { type: 'SANCTION', mode: 'expel' }));
  test('entry refused', () => check('Israel refused entry to an Irish lawmaker.', { type: 'REJECT' }));
  test('one person deported', () => check('Algeria deported a Malian preacher.', { type: 'COERCE', mode: 'deport' }));
  test('near miss: aid given', () => never('Norway gave aid to Uganda.', 'SANCTION'));
});

describe('giving way', () => {
  test('a pardon', () => check('Tunisia’s president pardoned dozens of protesters.', { type: 'CONCEDE' }));
  test('a prisoner freed', () => check('Chad freed the Sudanese prisoners.', { type: 'RETREAT', mode: 'release' }));
  test('sanctions eased', () => check('Canada lifted sanctions on Belarus.', { type: 'RETREAT' }));
  test('a curfew eased', () => check('Sri Lanka lifted the curfew in Colombo.', { type: 'CONCEDE', alt: ['RETREAT'] }));
  test('a truce declared', () =>
    check('Colombian rebels declared a ceasefire.', { type: 'CONCEDE', alt: ['RETREAT'] }));
  test('a truce kept', () => check('Chad’s rebels kept the truce.', { type: 'RETREAT', mode: 'ceasefire' }));
  test('near miss: a curfew imposed', () => never('Sri Lanka imposed a curfew in Colombo.', 'CONCEDE'));
});

describe('forces', () => {
  test('a joint drill', () => check('India and France conducted joint naval exercises.', { type: 'COOPERATE' }));
  test('an own drill', () => check('Iran conducted a drill in the gulf.', { type: 'MOBILIZE' }));
  test('a combatant captured', () =>
    check('Ukrainian troops captured Russian soldiers.', { type: 'ASSAULT', mode: 'abduct' }));
  test('rescuers sent to a disaster', () => check('Greece sent rescuers to Libya.', { type: 'AID' }));
  test('near miss: troops massed', () =>
    check('Russia massed troops on the border with Ukraine.', { type: 'MOBILIZE' }));
});

describe('courts', () => {
  test('a conviction', () => check('A Kenyan court convicted a Somali pirate.', { type: 'SANCTION', mode: 'convict' }));
  test('reparations', () => check('Germany paid reparations to Namibia.', { type: 'AID' }));
  test('a warrant', () => check('A French court issued a warrant for the Syrian president.', { type: 'THREATEN' }));
  test('near miss: a charge', () =>
    check('Kenyan prosecutors charged the opposition leader.', { type: 'ACCUSE', mode: 'allege' }));
});

describe('the four disputed readings', () => {
  test('a promised retreat is AGREE, alt CONCEDE', () =>
    expect(eventsOf('Israel will evacuate settlements in Gaza.')[0]).toMatchObject({
      type: 'AGREE',
      alt: ['CONCEDE', 'RETREAT'],
    }));
  test('an apology is SUPPORT, alt CONCEDE', () =>
    check('Argentina apologised to Uruguay.', { type: 'SUPPORT', alt: ['CONCEDE'] }));
  test('an embargo is SANCTION, alt COERCE', () =>
    check('The United Nations imposed an embargo on Libya.', { type: 'SANCTION', alt: ['COERCE'] }));
  test('an eased emergency is CONCEDE, alt RETREAT', () =>
    check('Ethiopia ended its state of emergency.', { type: 'CONCEDE', alt: ['RETREAT'] }));
});

describe('acts of speech', () => {
  test.each([
    ['Norway urged Sudan to release the sailors.', 'REQUEST', 'yield'],
    ['Kenya asked Uganda to send aid to Somalia.', 'REQUEST', 'assist'],
    ['Egypt urged Libya to meet Tunisia.', 'REQUEST', 'meet'],
    ['Chile refused to send aid to Peru.', 'REJECT', 'assist'],
    ['Iran threatened to bomb Israel.', 'THREATEN', 'violence'],
    ['Niger threatened to sever ties with France.', 'THREATEN', 'relations'],
    ['Sudan accused Chad of arming rebels.', 'ACCUSE', 'allege'],
    ['Norway condemned the raid by Malian soldiers.', 'ACCUSE', 'disapprove'],
  ])('%s is %s %s', (text, type, mode) => check(text, { type, mode }));
  test('the act asked for is no event', () =>
    expect(eventsOf('Norway urged Sudan to expel Chadian rebels.')).toHaveLength(1));
  test('the act condemned is no event', () =>
    expect(eventsOf('Norway condemned the raid by Malian soldiers.')).toHaveLength(1));
  test('an attribution is no event', () => check('Kenya is calm, a senior Ugandan official said.', null));
  test('refusing to comment is no event', () => check('The Kenyan minister declined to comment.', null));
});
