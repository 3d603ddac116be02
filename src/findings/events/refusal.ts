/** What a refusal is: a reason, and when a trigger in its clause makes no event for that reason. */

import type { Sentence } from '../../core/index.ts';
import { objectsOf, patientsOf } from '../../language/tree.ts';
import type { Frame } from './lexicon.ts';
import type { Reading } from './reading.ts';
import type { Roles } from './roles.ts';
import type { Scene } from './scene.ts';
import type { Match } from './triggers.ts';

/** A trigger with all that is known of its clause. */
export interface Case {
  readonly scene: Scene;
  readonly sent: Sentence;
  readonly match: Match;
  readonly frame: Frame;
  /** Token of the verb, or -1 for a noun that stands alone. */
  readonly verb: number;
  /** Token of the noun, or -1. */
  readonly noun: number;
  readonly reading: Reading;
  readonly roles: Roles;
  /** Objects of the verb, and what a passive is done to. */
  readonly objects: readonly number[];
}

export interface Refusal {
  readonly reason: string;
  readonly when: (it: Case) => boolean;
}

/** Puts together what the refusals ask of. */
export function caseOf(scene: Scene, match: Match, reading: Reading, roles: Roles): Case {
  const { sent } = scene;
  const { verb, noun } = match;
  const objects = verb < 0 ? [] : [...objectsOf(sent, verb), ...patientsOf(sent, verb)].map((a) => a.token);
  return { scene, sent, match, frame: match.trigger.frame, verb, noun, reading, roles, objects };
}

/** The reason of the first refusal that holds, or null. */
export const firstOf = (refusals: readonly Refusal[], it: Case): string | null =>
  refusals.find((refusal) => refusal.when(it))?.reason ?? null;

/** Everybody who acts is so; false when nobody is named. */
export const allActors = ({ roles }: Case, is: (actor: Roles['actors'][number]) => boolean): boolean =>
  roles.actors.length > 0 && roles.actors.every(is);
