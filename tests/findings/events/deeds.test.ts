/** Aid, joint acts, forces raised, protests and retreats: who gives, joins, moves and gives way in turns of phrase of their own. */

import { expect, test } from 'vitest';
import { lines } from './support.ts';

const CASES: readonly (readonly [string, readonly string[]])[] = [
  // Gifts and goods told by nouns.
  ['Two pumps, a present from Iceland to Cape Verde, were unloaded.', ['AID ISL > CPV']],
  ['A consignment of vaccines from India to Nepal arrived on Monday.', ['AID IND > NPL']],
  ['Nine planes with tents are on their way from Denmark to Chad.', ['AID DNK > TCD']],
  ['Nepal received 500 school desks from India.', ['AID IND > NPL']],
  ['An Italian coastguard boat picked up 84 Tunisians adrift off the island.', ['AID ITA BUS > TUN CVL']],
  // What is sold is no gift.
  ['Malaysia shipped 40,000 tonnes of oil to Chad under a contract signed in May.', ['COOPERATE MYS > TCD']],
  ['Malaysia shipped 40,000 tonnes of oil to Chad as a gift under a contract.', ['AID MYS > TCD']],
  // Two countries before one thing.
  ['Japanese and Philippine ships sailed in formation.', ['COOPERATE JPN BUS, PHL BUS']],
  // What is raised tells how; a frontier is no recipient.
  ['Lithuania put its coastal batteries on alert.', ['MOBILIZE weapons LTU']],
  ['Eritrean tanks rolled towards the Ethiopian frontier.', ['MOBILIZE troops ERI MIL']],
  // What only civilians do with words that soldiers have too.
  ['Students in Peru burned buses.', ['PROTEST riot PER EDU']],
  ['Soldiers in Peru burned buses.', ['ASSAULT destroy PER MIL']],
  ['Belgian hauliers parked their lorries across both lanes of the E19.', ['PROTEST obstruct BEL BUS']],
  ['Opposition parties in Togo stayed away from the election.', ['PROTEST boycott TGO OPP']],
  // The freed go free, whoever freed them.
  ['A British teacher walked free from a prison in Iran.', ['RETREAT release > GBR EDU']],
  ['Turkey held live-fire drills.', ['MOBILIZE troops TUR']],
  ['The pull-out of Rwandan troops from Congo started on Saturday.', ['RETREAT withdraw RWA MIL']],
  [
    'The two have had no ties since 2014, when soldiers of Chad stormed a base of Niger.',
    ['ASSAULT TCD MIL > NER MIL (historical)'],
  ],
  // Ground that is given up is nobody's receipt.
  ['Kenyan soldiers left northern Somalia on Friday.', ['RETREAT withdraw KEN MIL']],
  ['Tuareg rebels have quit the town.', ['RETREAT withdraw Tuareg rebels REB']],
  ["Nepal's home minister stood down on Monday.", ['RETREAT resign NPL GOV']],
  ['Some 30 Kurdish fighters burned their rifles.', ['RETREAT disarm 30 Kurdish fighters REB']],
  ['Danish soldiers were flown home from Mali on Thursday.', ['RETREAT withdraw DNK MIL > MLI']],
  ['He withdrew 300 dollars from a bank in Rwanda.', []],
  ['The company quit Russia in March.', []],
  ['Workers in Ghana sealed off the parliament for repairs.', []],
  ['Nepal got 40 medals from the games in India.', []],
  // Tags and words that deceive.
  ['A Turkish company has begun drilling for oil off Somalia.', []],
  ['The minister has lent equipment to Kenya.', ['AID minister GOV > KEN']],
  ['A jailed Georgian opposition leader went on hunger strike.', ['PROTEST hunger GEO OPP']],
  ["Serbia's army was ordered to full readiness.", ['MOBILIZE troops SRB MIL']],
];

for (const [sentence, events] of CASES) test(sentence, () => expect(lines(sentence)).toEqual(events));
