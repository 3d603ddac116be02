/** Who else is at an act, by the words beside it: "joined by", "together with", "talks brokered by Oman", "Omani-mediated". */

import type { Actor, Sentence } from '../../core/index.ts';
import {
  agentsOf,
  children,
  conjuncts,
  hasRelation,
  isPassive,
  lemmaOf,
  nominalModifiersOf,
  obliquesOf,
  subjectsOf,
} from '../../language/tree.ts';
import { Cast, coded } from './cast.ts';
import { actorsAt, ownActors } from './phrase.ts';
import type { Scene } from './scene.ts';

/** Verbs of those who are at a meeting: "a meeting attended by", "talks brokered by". */
const ATTEND =
  /^(attend|join|bring|gather|host|chair|co-chair|co-host|convene|broker|mediate|facilitate|moderate|sponsor|arrange|organi[sz]e|lead)$/;

/** Those whom a clause on the meeting names as present: "attended by India", "chaired by Norway". */
export function attendees(scene: Scene, noun: number): readonly Actor[] {
  const { sent } = scene;
  if (noun < 0) return [];
  const out = new Cast();
  for (const clause of children(sent, noun, 'acl', 'acl:relcl'))
    for (const verb of conjuncts(sent, clause)) {
      if (!ATTEND.test(lemmaOf(sent, verb)) || !isPassive(sent, verb)) continue;
      for (const a of agentsOf(sent, verb)) out.add(actorsAt(scene, a.token, true));
    }
  out.add(between(scene, noun));
  return out.list.filter(coded);
}

/** "Omani-mediated talks", "UN-brokered meeting". */
function between(scene: Scene, noun: number): readonly Actor[] {
  const { sent } = scene;
  for (const c of children(sent, noun, 'amod', 'compound')) {
    if (!ATTEND.test(lemmaOf(sent, c)) || sent.tokens[c - 1]?.form !== '-') continue;
    const own = ownActors(scene, c - 2);
    if (own.length > 0) return own;
  }
  return [];
}

const BESIDE = /^(together|along|jointly|alongside)$/i;

/** "ministers from Peru, together with observers from Chile", "the premier, joined by his colleague": those who do it with the subject. */
export function companions(scene: Scene, subject: number, verb: number): readonly Actor[] {
  const { sent } = scene;
  const out: Actor[] = [];
  for (const o of [...nominalModifiersOf(sent, subject), ...obliquesOf(sent, verb).filter((o) => o.token < verb)]) {
    if (o.token < subject || o.preposition === null) continue;
    if (o.preposition === 'alongside' || isBeside(sent, o.token, o.preposition))
      out.push(...actorsAt(scene, o.token, true));
  }
  // "Kenya, together with Rwanda, launched": the phrase may hang on "together".
  for (const w of [...children(sent, verb, 'advmod'), ...children(sent, subject, 'advmod')])
    if (w > subject && BESIDE.test(sent.tokens[w]?.form ?? ''))
      for (const o of obliquesOf(sent, w, 'with')) if (o.token < verb) out.push(...actorsAt(scene, o.token, true));
  for (const c of children(sent, subject, 'acl'))
    if (c > subject && c < verb && lemmaOf(sent, c) === 'join' && isPassive(sent, c))
      for (const a of agentsOf(sent, c)) out.push(...actorsAt(scene, a.token, true));
  return out.filter(coded);
}

function isBeside(sent: Sentence, noun: number, preposition: string): boolean {
  if (!/(^| )with$/.test(preposition)) return false;
  const start = Math.min(...children(sent, noun, 'case'));
  return [start, start - 1].some((w) => /^(together|along|jointly)$/i.test(sent.tokens[w]?.form ?? ''));
}

/** Whether somebody only joins another who does something else: "the premier, joined by his colleague, held talks". */
export const isJoining = (sent: Sentence, verb: number): boolean =>
  lemmaOf(sent, verb) === 'join' &&
  hasRelation(sent, verb, 'acl', 'advcl') &&
  isPassive(sent, verb) &&
  subjectsOf(sent, verb).length > 0;
