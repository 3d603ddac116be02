/** Roles of a noun: "talks between A and B", "X's visit to Y", "a raid by X on Y". */

import type { Actor, Sentence } from '../../core/index.ts';
import {
  agentsOf,
  child,
  children,
  clauseOf,
  conjuncts,
  hasRelation,
  isWithin,
  lemmaOf,
  nominalModifiersOf,
  objectsOf,
  obliquesOf,
  possessorsOf,
  prepositionOf,
  subjectsOf,
  subtree,
} from '../../language/tree.ts';
import { charged } from './addressed.ts';
import { Cast, coded, distinct, flat, without } from './cast.ts';
import { expellers } from './constructions.ts';
import { actorsAt, ownActors } from './phrase.ts';
import { firstActors, matches } from './positions.ts';
import { SCHEME_TO } from './recipients.ts';
import { isReciprocal, type Roles } from './roles.ts';
import type { Scene } from './scene.ts';
import { speechOver } from './speakers.ts';
import type { Match } from './triggers.ts';

/** Verbs whose subject does what their object names. */
export const LIGHT = new Set(
  'hold have begin start continue resume end open conclude stage make conduct launch host renew reopen wrap close complete finish undertake mount join organise organize lead enter carry do give pay receive issue repeat renew reiterate impose declare announce'.split(
    ' ',
  ),
);

/** "gave way after a call", "despite the talks": the clause goes on beside the meeting. */
const isAside = (sent: Sentence, noun: number): boolean =>
  /^(after|before|since|despite|following|over|about|because of|ahead of|until)$/.test(prepositionOf(sent, noun) ?? '');

/** "Talks between A and B", "X's visit to Y", "a raid by X on Y". */
export function nounRoles(scene: Scene, match: Match): Roles {
  const { sent } = scene;
  const noun = match.noun;
  const frame = match.trigger.frame;
  const doers = new Cast();
  const parts = nominalModifiersOf(sent, noun);
  const at = (preposition: string, placesAct = false): readonly Actor[] =>
    flat(
      parts.filter((o) => matches(o.preposition, preposition)).map((o) => actorsAt(scene, o.token, false, placesAct)),
    );
  /** "a delivery of vaccines from India to Nepal": the tree may hang the sides on what is delivered. */
  const inside = (preposition: string): readonly Actor[] => {
    const own = at(preposition);
    if (own.length > 0) return own;
    return flat(
      [
        ...obliquesOf(sent, noun, preposition),
        ...nominalModifiersOf(sent, noun, 'of').flatMap((o) => nominalModifiersOf(sent, o.token, preposition)),
      ].map((o) => actorsAt(scene, o.token, false)),
    );
  };
  const under = (preposition: string): readonly Actor[] =>
    flat(
      subtree(sent, noun, ['acl', 'acl:relcl', 'advcl'])
        .filter((w) => w !== noun && hasRelation(sent, w, 'nmod') && prepositionOf(sent, w) === preposition)
        .map((w) => actorsAt(scene, w, false)),
    );
  doers.add(under('by'));
  let sureness = 0.9;
  if (doers.list.length === 0)
    for (const p of possessorsOf(sent, noun))
      doers.add(actorsAt(scene, p, false).filter((a) => coded(a) || sent.tokens[p]?.upos !== 'PRON'));
  if (doers.list.length === 0)
    for (const c of children(sent, noun, 'amod', 'compound', 'nmod:desc'))
      for (const w of conjuncts(sent, c)) doers.add(ownActors(scene, w));
  if (doers.list.length === 0 && child(sent, noun, 'cop') >= 0)
    for (const s of subjectsOf(sent, noun)) doers.add(actorsAt(scene, s.token, true));
  const clause = clauseOf(sent, noun);
  if (
    doers.list.length === 0 &&
    clause >= 0 &&
    LIGHT.has(lemmaOf(sent, clause)) &&
    objectsOf(sent, clause).some((a) => a.token === noun)
  ) {
    for (const a of agentsOf(sent, clause))
      if (a.token !== noun && !scene.attribution.has(a.token)) doers.add(actorsAt(scene, a.token, true));
    sureness = 0.85;
  }
  // "There will be no talks with Kosovo", the president said.
  if (doers.list.length === 0 && frame.negative && clause >= 0) doers.add(speechOver(scene, clause)?.speakers ?? []);
  // "withdrawal of troops", "resignation of the premier", "mobilisation of forces": those at "of" do it.
  if (
    doers.list.length === 0 &&
    (frame.roles === 'self' || frame.roles === 'forces' || frame.mode === 'withdraw' || frame.mode === 'disarm')
  )
    doers.add(at('of'));
  // "a gift from Iceland to Cape Verde"
  if (doers.list.length === 0 && frame.roles === 'transfer') doers.add(inside('from').filter(coded));
  const all = new Cast();
  const sides = [
    ...under('between'),
    // "Fighting raged between the army and rebels"
    ...(clause >= 0 ? flat(obliquesOf(sent, clause, 'between').map((o) => actorsAt(scene, o.token, false))) : []),
    // "Clashes broke out along the border between Thailand and Cambodia"
    ...(clause >= 0 && frame.id === 'assault/clash'
      ? flat(
          obliquesOf(sent, clause)
            .filter((o) => /^(border|frontier|line|boundary)$/.test(lemmaOf(sent, o.token)))
            .flatMap((o) => nominalModifiersOf(sent, o.token, 'between'))
            .map((o) => actorsAt(scene, o.token, false)),
        )
      : []),
  ];
  if (!isReciprocal(frame) && sides.length > 1)
    return { actors: distinct(sides), recipients: [], sureness, agentless: false };
  if (isReciprocal(frame)) {
    all.add(doers.list);
    for (const preposition of ['between', 'with', 'among', 'of']) all.add(at(preposition));
    const aside = nominalModifiersOf(sent, noun, 'between').length > 0 || isAside(sent, noun);
    if (clause >= 0 && !aside) {
      for (const a of agentsOf(sent, clause))
        if (a.token !== noun && !isWithin(sent, a.token, noun) && !scene.attribution.has(a.token))
          all.add(actorsAt(scene, a.token, true));
      for (const o of [...obliquesOf(sent, clause, 'with'), ...obliquesOf(sent, clause, 'between')])
        if (!isWithin(sent, o.token, noun)) all.add(actorsAt(scene, o.token, false));
    }
    return { actors: distinct(all.list), recipients: [], sureness, agentless: false };
  }
  const found = new Cast();
  found.add(without(charged(scene, match), doers.list));
  const visit = frame.roles === 'visit';
  for (const source of frame.to.length > 0 ? frame.to : SCHEME_TO[frame.roles]) {
    if (found.list.length > 0) break;
    if (source === 'theme' && clause >= 0)
      for (const c of children(sent, clause, 'advcl', 'xcomp'))
        found.add(without(firstActors(scene, subtree(sent, c)), doers.list));
    // "Jordan's demand that Israel reopen the crossing"
    if (source === 'xsubj')
      for (const c of children(sent, noun, 'acl', 'ccomp'))
        if (!hasRelation(sent, c, 'acl:relcl'))
          found.add(without(flat(subjectsOf(sent, c).map((s) => actorsAt(scene, s.token, true))), doers.list));
    if (source === 'obj' || source === 'iobj' || source === 'xsubj' || source === 'comp' || source === 'theme')
      continue;
    const list = source === 'obj.in' ? at('of') : frame.roles === 'transfer' ? inside(source) : at(source, visit);
    found.add(without(list, doers.list));
  }
  // "the arrest of a dissident", "the release of hostages": what "of" names is acted upon.
  if (found.list.length === 0 && !visit) found.add(without(at('of'), doers.list));
  if (found.list.length === 0 && clause >= 0) {
    for (const o of obliquesOf(sent, clause)) {
      if (found.list.length > 0) break;
      if (o.preposition !== null && /^(on|against|in|at|to|into|with)$/.test(o.preposition))
        found.add(without(actorsAt(scene, o.token, false, visit), doers.list));
    }
    if (found.list.length === 0 && frame.type === 'ASSAULT')
      found.add(without(flat(objectsOf(sent, clause).map((a) => actorsAt(scene, a.token, false))), doers.list));
  }
  const actors = doers.list.length > 0 ? doers.list : expellers(scene, match);
  return { actors, recipients: found.list, sureness, agentless: actors.length === 0 };
}
