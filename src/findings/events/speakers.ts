/** Who says a clause, and to whom: "Norway told Sudan that …", "…, the envoy said". */

import type { Actor } from '../../core/index.ts';
import {
  agentsOf,
  child,
  children,
  governor,
  hasRelation,
  head,
  lemmaOf,
  nominalModifiersOf,
  possessorsOf,
} from '../../language/tree.ts';
import { without } from './cast.ts';
import { actorsAt, ownActors } from './phrase.ts';
import type { Scene } from './scene.ts';

const SPEECH = new Set(
  'say tell add stress insist reiterate repeat declare warn argue state emphasise emphasize underline maintain announce reaffirm affirm remind assert caution threaten vow promise'.split(
    ' ',
  ),
);

const TELLING = /^(warn|tell|remind|inform|caution)$/;

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
  // "warned the leaders that they would be arrested": the tree may hang the clause on those who are told.
  const told =
    rel === 'acl:relcl' && hasRelation(sent, up, 'obj', 'iobj') && TELLING.test(lemmaOf(sent, head(sent, up)))
      ? head(sent, up)
      : -1;
  const said =
    told >= 0
      ? told
      : rel === 'ccomp' || rel === 'acl'
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
  const hearers = SPEECH.has(lemmaOf(sent, said)) ? children(sent, said, 'iobj', 'obj') : [];
  return { verb: said, speakers, addressees: hearers.flatMap((t) => actorsAt(scene, t, false)) };
}

/** Writings that speak for whoever issues them. */
const WRITINGS =
  /^(statement|declaration|communique|communiqué|letter|note|message|resolution|motion|petition|text|post|tweet|memo|memorandum|cable|appeal|editorial|release|article|report|bulletin|telegram|document)$/;

/** Whose words a writing holds: "a statement by France", "Chad's letter", "issued a statement condemning". */
export function authorsOf(scene: Scene, noun: number): readonly Actor[] {
  const { sent } = scene;
  if (!WRITINGS.test(lemmaOf(sent, noun))) return [];
  const own = [
    ...possessorsOf(sent, noun),
    ...nominalModifiersOf(sent, noun).flatMap((o) => (/^(by|from|of)$/.test(o.preposition ?? '') ? [o.token] : [])),
  ].flatMap((t) => actorsAt(scene, t, false));
  if (own.length > 0) return own;
  const near = children(sent, noun, 'amod', 'compound', 'nmod:desc').flatMap((c) => ownActors(scene, c));
  if (near.some((a) => a.code !== null)) return near;
  const up = head(sent, noun);
  if (up < 0 || !ISSUING.test(lemmaOf(sent, up))) return [];
  return agentsOf(sent, up).flatMap((a) => (a.token === noun ? [] : actorsAt(scene, a.token, true)));
}

const ISSUING =
  /^(issue|release|publish|sign|adopt|send|post|pass|circulate|deliver|hand|write|make|put|approve|read|submit|file|transmit|tweet|share|present|vote|endorse)$/;

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
