/** Who or what goes along without paying a visit or taking a side: goods, relief, crowds, private people, those who join in. */

import type { Sentence } from '../../core/index.ts';
import { isPassive, lemmaOf, subjectsOf, subtree } from '../../language/tree.ts';
import { isJoining } from './attendance.ts';
import { allActors, type Refusal } from './refusal.ts';

/** Who travels on no errand of a state. */
const PRIVATE = new Set(['SOC', 'JRN', 'EDU', 'LAB', 'CRM', 'CVL', 'AGR', 'REF']);

/** What arrives without anybody on a visit. */
const CARGO =
  /\b(aircraft|planes?|jets?|flights?|ships?|vessels?|boats?|soldiers?|troops?|convoys?|trucks?|lorr(y|ies)|warships?|frigates?|destroyers?|trains?|forces|peacekeepers|tourists?|visitors?|travellers?|fans?|passengers?|players?|pilgrims?|supporters|team|runners?|singers?)$/i;

const RELIEF = new Set(
  'aid relief rescue humanitarian doctor surgeon nurse paramedic parcel clothing water-purifier disaster medicine blanket tent flour wheat rice grain food maize vaccine dose supply medic peacekeeper peacekeeping rescuer firefighter generator ambulance tarpaulin oxygen fuel ration kit diver sapper'.split(
    ' ',
  ),
);

const ENVOY = /^(minister|premier|president|king|envoy|secretary|leader|ambassador|delegation)$/;

/** "Two aircraft with 42 tonnes of medicine landed": what moves is relief. */
export const carriesRelief = (sent: Sentence, verb: number): boolean =>
  subjectsOf(sent, verb).some(
    (s) =>
      !ENVOY.test(lemmaOf(sent, s.token)) &&
      subtree(sent, s.token, ['acl:relcl', 'appos']).some((w) => RELIEF.has(lemmaOf(sent, w))),
  );

export const TRAVELLERS: readonly Refusal[] = [
  {
    reason: 'nobody travels',
    when: (it) =>
      (it.frame.id === 'consult/visit' || (it.frame.id === 'consult/travel' && it.verb >= 0)) &&
      allActors(it, (a) => CARGO.test(a.text)),
  },
  {
    reason: 'nobody travels',
    when: ({ sent, frame, verb }) => frame.id === 'consult/travel' && verb >= 0 && carriesRelief(sent, verb),
  },
  {
    reason: 'a private journey',
    when: (it) => /^consult\/(visit|travel)$/.test(it.frame.id) && allActors(it, (a) => PRIVATE.has(a.sector ?? '')),
  },
  {
    reason: 'joins in what another does',
    when: ({ sent, frame, verb }) => frame.type === 'SUPPORT' && verb >= 0 && isJoining(sent, verb),
  },
  {
    reason: 'brought there',
    when: ({ sent, frame, verb }) => frame.id === 'consult/travel' && verb >= 0 && isPassive(sent, verb),
  },
];
