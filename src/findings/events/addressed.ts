/** Whom words are for where the clause of the trigger names nobody: those written to, rung, charged, promised something; whose things are struck. */

import type { Actor, Sentence } from '../../core/index.ts';
import {
  agentsOf,
  children,
  hasRelation,
  indirectObjectsOf,
  isPassive,
  lemmaOf,
  nominalModifiersOf,
  nounPhrase,
  objectsOf,
  obliquesOf,
  possessorsOf,
  spanOf,
} from '../../language/tree.ts';
import { flat } from './cast.ts';
import { actorsAt } from './phrase.ts';
import type { Scene } from './scene.ts';
import type { Match } from './triggers.ts';

const LETTERS = new Set(['letter', 'note', 'cable', 'telegram', 'message', 'memorandum', 'petition', 'memo']);

/** "In a letter to the council, Guyana asked for": whoever is written to. */
export const addressees = (scene: Scene, verb: number): readonly Actor[] =>
  flat(
    obliquesOf(scene.sent, verb)
      .filter((o) => LETTERS.has(lemmaOf(scene.sent, o.token)))
      .flatMap((o) => nominalModifiersOf(scene.sent, o.token).filter((m) => m.preposition === 'to'))
      .map((m) => actorsAt(scene, m.token, false)),
  );

/** "struck their post", "seized its ships": what belongs to another than the doer. */
export function theirs(scene: Scene, token: number, doers: readonly Actor[]): readonly Actor[] {
  const { sent, doc } = scene;
  if (!doers.some((d) => d.code !== null)) return [];
  for (const p of possessorsOf(sent, token)) {
    if (!/^(its|their|his|her)$/.test(sent.tokens[p]!.form)) continue;
    const span = spanOf(sent, nounPhrase(sent, token));
    const owners = actorsAt(scene, p, false).filter((a) => a.code !== null && doers.every((d) => d.code !== a.code));
    if (span !== null && owners.length > 0)
      return owners
        .slice(0, 1)
        .map((a) => ({ ...a, span, text: doc.article.text.slice(...span), name: null, role: null }));
  }
  return [];
}

/** "promised Namibia to go to court": who is promised something to be done. */
export const promised = (sent: Sentence, verb: number): readonly { readonly token: number }[] =>
  /^(promise|assure|guarantee)$/.test(lemmaOf(sent, verb)) && children(sent, verb, 'xcomp', 'ccomp').length > 0
    ? objectsOf(sent, verb)
    : [];

/** "its accusation that Tajik guards dug trenches": who is said to have done it. */
export function charged(scene: Scene, match: Match): readonly Actor[] {
  const { sent } = scene;
  if (match.trigger.frame.type !== 'ACCUSE' || match.noun < 0) return [];
  if (!/^(accusation|allegation|claim|charge|complaint)$/.test(lemmaOf(sent, match.noun))) return [];
  return flat(
    children(sent, match.noun, 'acl', 'ccomp')
      .filter((c) => !hasRelation(sent, c, 'acl:relcl') && children(sent, c, 'mark').length > 0)
      .flatMap((c) => agentsOf(sent, c).map((a) => actorsAt(scene, a.token, true))),
  ).filter((a) => a.code !== null);
}

/** Nobody says this to a town: "accuses Abidjan" means those who govern from there. */
export const SPOKEN_TO = /^(accuse|blame|urge|ask|thank)$/;

/** What one gets hold of somebody by. */
const CONTACT = /^(call|ring|telephone|phone|write|cable|contact|speak|meet)$/;

const TALKS = /^(call|conversation|talk|meeting|exchange)$/;

/** "rang her colleague to ask for dogs", "met the premier and promised aid": whoever was reached is spoken to. */
export function reached(scene: Scene, match: Match): readonly Actor[] {
  const { sent } = scene;
  const { verb } = match;
  const { type } = match.trigger.frame;
  const up = sent.tokens[verb]!.head;
  if (up >= 0 && up < verb && CONTACT.test(lemmaOf(sent, up)) && sent.tokens[up]?.upos === 'VERB') {
    const beside =
      hasRelation(sent, verb, 'advcl', 'xcomp', 'conj') &&
      !children(sent, verb, 'mark').some((m) => sent.tokens[m]?.form !== 'to') &&
      children(sent, verb, 'nsubj').length === 0 &&
      (type !== 'AGREE' || /^(promise|pledge|offer|vow|assure)$/.test(lemmaOf(sent, verb)));
    if (beside && !isPassive(sent, up) && type !== 'ACCUSE' && type !== 'THREATEN')
      return flat(
        [
          ...objectsOf(sent, up),
          ...indirectObjectsOf(sent, up),
          ...obliquesOf(sent, up, 'to'),
          ...obliquesOf(sent, up, 'with'),
        ].map((a) => actorsAt(scene, a.token, false)),
      );
  }
  if (type !== 'SUPPORT' && type !== 'REQUEST') return [];
  return flat(
    obliquesOf(sent, verb)
      .filter((o) => /^(in|during)$/.test(o.preposition ?? '') && TALKS.test(lemmaOf(sent, o.token)))
      .flatMap((o) => nominalModifiersOf(sent, o.token, 'with'))
      .map((m) => actorsAt(scene, m.token, false)),
  );
}
