/** Meetings that somebody hosts, chairs or attends: who is there besides the subject of the sentence. */

import type { Actor } from '../../core/index.ts';
import { lemmaOf, nominalModifiersOf, obliquesOf, subjectsOf, subtree } from '../../language/tree.ts';
import { attendees } from './attendance.ts';
import { Cast, distinct } from './cast.ts';
import type { Reading } from './reading.ts';
import type { Roles } from './roles.ts';
import type { Scene } from './scene.ts';
import type { Match } from './triggers.ts';
import type { Typed } from './typing.ts';

/** A talk that guests are there for: "hosted envoys for two days of talks". */
const TALK = /^(talk|meeting|round|discussion|negotiation|consultation|dialogue|summit|conference|session)$/;

/**
 * Makes hosts and guests actors of one meeting. A visit that a host only promises to one guest stays an offer to that
 * guest; so do talks that somebody offers to hold for others.
 */
export function withGuests(scene: Scene, match: Match, typed: Typed, reading: Reading, roles: Roles): Roles {
  const { frame } = match.trigger;
  if (frame.type !== 'CONSULT') return roles;
  const hosting = isHosting(match);
  const there = attendees(scene, meetingNoun(scene, match));
  if (!hosting) return there.length === 0 ? roles : joined(roles, there);
  const offered = typed.type !== 'CONSULT' && /below "(prepare|ready|willing|offer)/.test(reading.reason);
  const promised = typed.type !== 'CONSULT' && roles.recipients.length < 2 && !forTalks(scene, match);
  if (there.length === 0 && (offered || promised)) return roles;
  return joined({ ...roles, recipients: [] }, [...roles.recipients, ...there]);
}

/** The noun of the meeting: that of the trigger, or the subject of "the meeting brought together". */
const meetingNoun = (scene: Scene, match: Match): number =>
  match.noun >= 0 || match.verb < 0
    ? match.noun
    : (subjectsOf(scene.sent, match.verb).find((s) => TALK.test(lemmaOf(scene.sent, s.token)))?.token ?? -1);

const isHosting = (match: Match): boolean => /^consult\/host(-talks)?$/.test(match.trigger.frame.id);

/** The mode of a meeting: who hosts meets the guests; who hosts talks "between" others stands between them. */
export function meetingMode(scene: Scene, match: Match, typed: Typed): string | null {
  if (typed.type !== 'CONSULT' || !isHosting(match)) return typed.mode;
  const { sent } = scene;
  const between =
    (match.noun >= 0 && nominalModifiersOf(sent, match.noun, 'between').length > 0) ||
    (match.verb >= 0 && obliquesOf(sent, match.verb, 'between').length > 0);
  return between ? 'third-party' : null;
}

const joined = (roles: Roles, others: readonly Actor[]): Roles => {
  const all = new Cast();
  all.add(roles.actors);
  all.add(others);
  return { ...roles, actors: distinct(all.list) };
};

const forTalks = (scene: Scene, match: Match): boolean =>
  match.verb >= 0 &&
  obliquesOf(scene.sent, match.verb, 'for').some((o) =>
    subtree(scene.sent, o.token, ['acl', 'acl:relcl']).some((w) => TALK.test(lemmaOf(scene.sent, w))),
  );
