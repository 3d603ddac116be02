/** The recipients of a match, looked for where its frame says, in order of preference. */

import type { Actor, EventType, Sentence } from '../../core/index.ts';
import {
  agentsOf,
  children,
  indirectObjectsOf,
  lemmaOf,
  nominalModifiersOf,
  objectsOf,
  patientsOf,
  possessorsOf,
  subjectsOf,
  subtree,
} from '../../language/tree.ts';
import { Cast, flat, isSelf, without } from './cast.ts';
import { nounItself } from './constructions.ts';
import type { RoleScheme } from './lexicon.ts';
import { actorsAt } from './phrase.ts';
import {
  atPreposition,
  complementsIn,
  counted,
  countedAfter,
  firstActors,
  insideComplement,
  insideObject,
  nearestAfter,
  rightAfter,
} from './positions.ts';
import type { Scene } from './scene.ts';
import type { Match } from './triggers.ts';

export const SCHEME_TO: Readonly<Record<RoleScheme, readonly string[]>> = {
  directed: ['obj', 'iobj', 'obj.in', 'against', 'on', 'to', 'with', 'at', 'for', 'over', 'from', 'of', 'comp'],
  reciprocal: ['with', 'between', 'among', 'obj', 'to'],
  'reciprocal-with': ['to', 'for', 'obj.in', 'obj', 'of', 'comp'],
  visit: ['obj', 'to', 'in', 'for', 'into', 'on', 'at', 'of', 'through', 'obj.in'],
  transfer: ['iobj', 'to', 'for', 'obj.in', 'with', 'in', 'into', 'comp', 'obj', 'over', 'toward', 'towards', 'from'],
  reversed: ['from', 'by', 'obj.in'],
  ask: ['obj', 'on', 'to', 'of', 'from', 'with', 'xsubj', 'obj.in', 'for', 'comp'],
  self: [],
  forces: ['against', 'near', 'toward', 'towards', 'around', 'at'],
  gather: [],
};

const INVITING = new Set(['invitation', 'invite']);

/** "demanded the release of the president": whoever is to be freed is not asked. */
const FREEING = new Set(['release', 'freeing', 'extradition', 'handover', 'pardon', 'return']);

const isAccepted = (sent: Sentence, match: Match): boolean =>
  match.noun >= 0 &&
  INVITING.has(lemmaOf(sent, match.noun)) &&
  /^(accept|receive|decline)$/.test(lemmaOf(sent, match.verb));

/** Whose invitation it is: "accepted Fiji's invitation", "an invitation from the premier". */
function inviters(scene: Scene, noun: number): readonly Actor[] {
  const { sent } = scene;
  const tokens = [
    ...possessorsOf(sent, noun),
    ...children(sent, noun, 'amod', 'compound'),
    ...nominalModifiersOf(sent, noun).flatMap((o) => (/^(from|of|by)$/.test(o.preposition ?? '') ? [o.token] : [])),
    ...children(sent, noun, 'acl').flatMap((c) => agentsOf(sent, c).map((a) => a.token)),
  ];
  return flat(tokens.map((t) => actorsAt(scene, t, false)));
}

/** Acts on people: "detained eleven". */
const HANDLED: ReadonlySet<EventType> = new Set(['ASSAULT', 'COERCE', 'RETREAT']);

export interface Recipients {
  readonly list: readonly Actor[];
  readonly sureness: number;
}

/** Types of words: what they aim at is another country. */
export const VERBAL: ReadonlySet<EventType> = new Set(['ACCUSE', 'SUPPORT', 'REQUEST', 'REJECT', 'AGREE', 'THREATEN']);

/** "both sides", "the two ministers", "they": everybody at once. */
const isSeveral = (actor: Actor): boolean =>
  /^(they|both|the two|two|three|both \w+|either side)\b/i.test(actor.text) || /\bsides$/i.test(actor.text);

/** Houses of people that the mentions take for the people. */
const HOUSES = /\b(school|clinic|hospital|university|college|court|orphanage|ministry|mission)s?$/;

/** Sources whose words say plainly to whom it is done. */
const PLAIN: ReadonlySet<string> = new Set(['obj', 'iobj', 'xsubj', 'by']);

/**
 * Unnamed bodies and things that the act is not done to: what is handed on ("sent a field hospital and 30 doctors"),
 * what it is for ("for schools and clinics"), in front of what people gather.
 */
function isGivenOrScenery(scene: Scene, match: Match, source: string, actor: Actor): boolean {
  const { roles, type } = match.trigger.frame;
  if (roles === 'transfer' && source === 'obj') return true;
  if ((PLAIN.has(source) || (roles === 'ask' && source === 'on')) && type !== 'PROTEST') return false;
  const mention = scene.mentions.find((m) => m.span[0] === actor.span[0] && m.span[1] === actor.span[1]);
  if (mention === undefined || mention.form !== 'nominal') return false;
  return mention.kind === 'organization' || HOUSES.test(mention.role ?? '');
}

export function readRecipients(scene: Scene, match: Match, cast: Cast, passive: boolean): Recipients {
  const { sent } = scene;
  const frame = match.trigger.frame;
  const verb = match.verb;
  const order = frame.to.length > 0 ? frame.to : SCHEME_TO[frame.roles];
  let unnamed: Recipients | null = null;
  for (const source of order) {
    // "both sides agreed to use the framework": those who agree are all there.
    if (frame.roles === 'reciprocal-with' && (source === 'comp' || source === 'obj.in') && cast.list.some(isSeveral))
      continue;
    // "The two declared a partnership in Manila": where both do it is neither's other side.
    if (source === 'in' && frame.type === 'SUPPORT' && cast.list.length > 1) continue;
    // "accepted an invitation to attend the forum": the theme of an invitation is not whose it is.
    if (source === 'comp' && match.noun >= 0 && INVITING.has(lemmaOf(sent, match.noun))) continue;
    // "dissolved the party", "called in the ambassador": the noun of the trigger is whom it is done to.
    if (source === 'obj' || source === 'obj.in') {
      const itself = without(nounItself(scene, match, passive), cast.list);
      if (itself.length > 0) return { list: itself, sureness: 1 };
    }
    const loose = source === 'obj.in' || source === 'comp' || source === 'theme' || source === 'in';
    let found: readonly Actor[] = [];
    switch (source) {
      case 'obj':
        if (frame.skipObject && !passive) break;
        found = flat(
          (passive ? patientsOf(sent, verb) : objectsOf(sent, verb))
            .filter((a) => a.token !== match.noun)
            .map((a) => {
              const named = actorsAt(scene, a.token, false, frame.roles === 'visit');
              return named.length === 0 && HANDLED.has(frame.type) ? counted(scene, a.token) : named;
            }),
        );
        break;
      case 'iobj':
        found = flat(indirectObjectsOf(sent, verb).map((a) => actorsAt(scene, a.token, false)));
        break;
      case 'obj.in':
        if (frame.type === 'REQUEST' && objectsOf(sent, verb).some((a) => FREEING.has(lemmaOf(sent, a.token)))) break;
        found = isAccepted(sent, match) ? inviters(scene, match.noun) : insideObject(scene, match);
        break;
      case 'xsubj':
        found = flat(
          complementsIn(sent, verb).flatMap((c) =>
            (frame.type === 'ACCUSE' ? agentsOf(sent, c) : subjectsOf(sent, c)).map((a) =>
              actorsAt(scene, a.token, true),
            ),
          ),
        );
        break;
      case 'comp':
        found = insideComplement(scene, match);
        if (found.some((a) => a.code !== null)) found = found.filter((a) => a.code !== null || a.name !== null);
        break;
      case 'theme':
        found = flat(
          [
            ...children(sent, verb, 'advcl', 'xcomp', 'ccomp'),
            ...(match.noun >= 0 ? children(sent, match.noun, 'acl') : []),
          ].map((c) => {
            const named = firstActors(scene, subtree(sent, c), frame.type === 'ASSAULT');
            if (named.length > 0 || frame.type !== 'ASSAULT') return named;
            // "opened fire to disperse demonstrators"
            return flat(objectsOf(sent, c).map((a) => actorsAt(scene, a.token, false)));
          }),
        );
        break;
      default:
        found = atPreposition(scene, match, source);
    }
    if (source === 'obj' && found.length === 0 && !passive && HANDLED.has(frame.type) && match.noun < 0)
      found = countedAfter(scene, verb);
    if (
      source === 'obj' &&
      found.length === 0 &&
      (frame.roles === 'ask' || frame.type === 'SANCTION' || frame.type === 'COERCE' || frame.type === 'ACCUSE') &&
      !passive &&
      objectsOf(sent, verb).length === 0
    )
      found = rightAfter(scene, verb);
    const once = new Cast();
    once.add(found);
    const fresh = without(once.list, cast.list).filter(
      (r) =>
        !(r.code === null && isGivenOrScenery(scene, match, source, r)) &&
        (source === 'in' ||
          (!cast.list.some((a) => isSelf(a, r)) &&
            // "raised Vietnam's own concerns": the doer's own country is not addressed.
            !(loose && VERBAL.has(frame.type) && cast.list.some((a) => a.code !== null && a.code === r.code)))),
    );
    if (fresh.length === 0) continue;
    const result = { list: fresh, sureness: loose ? 0.92 : 1 };
    if (
      frame.roles === 'visit' ||
      source === 'obj' ||
      source === 'iobj' ||
      source === 'xsubj' ||
      (source === 'on' && frame.roles === 'ask') ||
      fresh.some((a) => a.code !== null)
    )
      return result;
    if (
      !loose ||
      (source === 'theme' && frame.type === 'ASSAULT') ||
      fresh.some((a) => a.name !== null || a.sector === 'GOV')
    )
      unnamed ??= result;
  }
  if (unnamed === null && order[0] === 'obj' && !frame.skipObject && match.noun < 0) {
    const near = without(nearestAfter(scene, verb), cast.list).filter((r) => !cast.list.some((a) => isSelf(a, r)));
    if (near.length > 0) return { list: near, sureness: 0.75 };
  }
  return unnamed ?? { list: [], sureness: 1 };
}
