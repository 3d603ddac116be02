/** Meetings that somebody hosts, chairs or attends: who is there besides the subject of the sentence. */

import type { Actor } from '../../core/index.ts';
import {
  agentsOf,
  children,
  conjuncts,
  isPassive,
  lemmaOf,
  nominalModifiersOf,
  obliquesOf,
  subtree,
} from '../../language/tree.ts';
import { Cast, coded, distinct } from './cast.ts';
import { actorsAt } from './phrase.ts';
import type { Reading } from './reading.ts';
import type { Roles } from './roles.ts';
import type { Scene } from './scene.ts';
import type { Match } from './triggers.ts';
import type { Typed } from './typing.ts';

/** A talk that guests are there for: "hosted envoys for two days of talks". */
const TALK = /^(talk|meeting|round|discussion|negotiation|consultation|dialogue|summit|conference|session)$/;

/** Verbs of those who are at a meeting: "a meeting attended by", "a summit joined by". */
const ATTEND = /^(attend|join|bring|gather)$/;

/**
 * Makes hosts and guests actors of one meeting. A visit that a host only promises to one guest stays an offer to that
 * guest; so do talks that somebody offers to hold for others.
 */
export function withGuests(scene: Scene, match: Match, typed: Typed, reading: Reading, roles: Roles): Roles {
  const { frame } = match.trigger;
  if (frame.type !== 'CONSULT') return roles;
  const hosting = isHosting(match);
  const there = attendees(scene, match);
  if (!hosting) return there.length === 0 ? roles : joined(roles, there);
  const offered = typed.type !== 'CONSULT' && /below "(prepare|ready|willing|offer)/.test(reading.reason);
  const promised = typed.type !== 'CONSULT' && roles.recipients.length < 2 && !forTalks(scene, match);
  if (there.length === 0 && (offered || promised)) return roles;
  return joined({ ...roles, recipients: [] }, [...roles.recipients, ...there]);
}

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

/** Those whom a clause on the meeting names as present: "attended by India", "which was attended by ministers from Bhutan". */
function attendees(scene: Scene, match: Match): readonly Actor[] {
  const { sent } = scene;
  if (match.noun < 0) return [];
  const out = new Cast();
  for (const clause of children(sent, match.noun, 'acl', 'acl:relcl'))
    for (const verb of conjuncts(sent, clause)) {
      if (!ATTEND.test(lemmaOf(sent, verb)) || !isPassive(sent, verb)) continue;
      for (const a of agentsOf(sent, verb)) out.add(actorsAt(scene, a.token, true));
    }
  return out.list.filter(coded);
}
