/** Who says a clause, and to whom: "Norway told Sudan that …", "…, the envoy said". */

import type { Actor } from '../../core/index.ts';
import { agentsOf, child, children, governor, hasRelation, head, lemmaOf } from '../../language/tree.ts';
import { without } from './cast.ts';
import { actorsAt } from './phrase.ts';
import type { Scene } from './scene.ts';

const SPEECH = new Set(
  'say tell add stress insist reiterate repeat declare warn argue state emphasise emphasize underline maintain announce reaffirm affirm remind assert caution threaten vow promise'.split(
    ' ',
  ),
);

export interface Speech {
  readonly verb: number;
  readonly speakers: readonly Actor[];
  /** Whom the words are told to; empty where they name nobody. */
  readonly addressees: readonly Actor[];
}

/** The speech whose content a clause is; null where nobody is told of saying it. */
export function speechOver(scene: Scene, clause: number): Speech | null {
  const { sent } = scene;
  const { head: up, rel } = governor(sent, clause);
  const said =
    rel === 'ccomp' || rel === 'acl'
      ? up
      : (['parataxis', 'ccomp']
          .map((r) => child(sent, clause, r))
          .find((c) => c >= 0 && SPEECH.has(lemmaOf(sent, c))) ?? -1);
  if (said < 0) return null;
  const speaker = SPEECH.has(lemmaOf(sent, said))
    ? agentsOf(sent, said)
    : rel === 'acl' && hasRelation(sent, said, 'obj')
      ? agentsOf(sent, head(sent, said))
      : [];
  const speakers = [...new Set(speaker.map((a) => a.token))].flatMap((token) => actorsAt(scene, token, true));
  const told = SPEECH.has(lemmaOf(sent, said)) ? children(sent, said, 'iobj', 'obj') : [];
  return { verb: said, speakers, addressees: told.flatMap((t) => actorsAt(scene, t, false)) };
}

/** Actors each once, without those who speak. */
export const othersThan = (speakers: readonly Actor[], list: readonly Actor[]): readonly Actor[] =>
  without(
    list.filter((a, i) => list.findIndex((b) => b.span[0] === a.span[0] && b.span[1] === a.span[1]) === i),
    speakers,
  );

/** A known actor that is none of the speakers; a state and its own government are one. */
export const isApart = (actor: Actor, speakers: readonly Actor[]): boolean =>
  actor.code !== null &&
  !speakers.some((b) => b.code === actor.code && (b.sector === actor.sector || (isState(actor) && isState(b))));

const isState = (actor: Actor): boolean => actor.sector === null || actor.sector === 'GOV';
