/** Who did it to whom: the actors and recipients of a match, through the tree first, by nearness when the tree fails. */

import type { Actor, Sentence } from '../../core/index.ts';
import {
  agentsOf,
  child,
  hasRelation,
  head,
  isPassive,
  lemmaOf,
  modifiedNoun,
  nominalModifiersOf,
  obliquesOf,
  patientsOf,
  possessorsOf,
  subjectsOf,
} from '../../language/tree.ts';
import { actorsOf } from '../../mentions/index.ts';
import { companions } from './attendance.ts';
import { Cast, coded, distinct, flat, without } from './cast.ts';
import { isRootName } from './clause-signs.ts';
import { allyOf, alsoGave, byDeeper, foundSo, nounItself, sentOut, sidesBetween, summoners } from './constructions.ts';
import type { Frame } from './lexicon.ts';
import { nearestBefore } from './nearness.ts';
import { nounRoles } from './noun-roles.ts';
import { actorsAt } from './phrase.ts';
import { atPreposition, insideObject, insidePhrase } from './positions.ts';
import { readRecipients, SCHEME_TO, VERBAL } from './recipients.ts';
import type { Scene } from './scene.ts';
import { authorsOf } from './speakers.ts';
import type { Match } from './triggers.ts';

export interface Roles {
  readonly actors: readonly Actor[];
  readonly recipients: readonly Actor[];
  /** 0..1: 1 where the tree gave every role. */
  readonly sureness: number;
  /** Agentless: the words name no doer. */
  readonly agentless: boolean;
}

/** Reads the roles of a match. `placesAct` is for visits, where a town stands for its country. */
export function readRoles(scene: Scene, match: Match): Roles {
  const frame = match.trigger.frame;
  if (match.verb < 0) return nounRoles(scene, match);
  const verb = match.verb;
  const { sent } = scene;
  // "was alarmed by": a state of mind of the subject.
  const stative = match.trigger.kind === 'predicate';
  const passive = !stative && isPassive(sent, verb);
  const sufferers = foundSo(scene, verb);
  if (sufferers !== null) return { actors: [], recipients: sufferers, sureness: 0.95, agentless: true };
  const cast = new Cast();
  let sureness = 1;
  // "were engaged in": the subject does it.
  const engaged = passive && match.noun >= 0 && ENGAGED.has(lemmaOf(sent, verb));
  let agents = engaged || (stative && isPassive(sent, verb)) ? subjectsOf(sent, verb) : agentsOf(sent, verb);
  if (match.noun >= 0) agents = agents.filter((a) => a.token !== match.noun);
  for (const argument of agents) {
    const found = actorsAt(scene, argument.token, true);
    if (found.length > 0 && (argument.via === 'participle' || argument.via === 'control'))
      sureness = Math.min(sureness, 0.92);
    cast.add(found);
    if (found.length > 0) cast.add(companions(scene, argument.token, verb));
  }
  // "issued a statement condemning the coup", "a letter from Chad accused": whoever issues the words speaks.
  if (cast.list.length === 0 && VERBAL.has(frame.type)) for (const a of agents) cast.add(authorsOf(scene, a.token));
  if (cast.list.length === 0 && agents.length === 0) {
    // "it was ready": a pronoun the tree takes for a dummy; "Ghana to host": the name of a headline.
    const dummy = child(sent, verb, 'expl');
    const up = modifiedNoun(sent, verb);
    if (dummy >= 0) cast.add(actorsAt(scene, dummy, true).filter(coded));
    else if (up >= 0 && !passive && isRootName(sent, up)) cast.add(actorsAt(scene, up, true));
    else if (up >= 0 && hasRelation(sent, up, 'obj')) {
      // "took steps to free prisoners", "made an attempt to sell": who took the steps frees and sells.
      for (const a of agentsOf(sent, head(sent, up))) cast.add(actorsAt(scene, a.token, true));
      sureness = Math.min(sureness, 0.9);
    }
  }
  const first = cast.list[0];
  if (first !== undefined) {
    const listed = headlineFellow(scene, first);
    if (listed !== null) cast.add(listed);
    if (frame.roles === 'transfer' && coded(first)) cast.add(alsoGave(scene, verb));
  }
  // "India's decision met with a protest": whose decision it is takes the protest.
  if (frame.roles === 'reversed' && cast.list.length === 0 && frame.absorbs)
    for (const a of [...subjectsOf(sent, verb), ...patientsOf(sent, verb)])
      if (a.token !== match.noun && a.token < verb) cast.add(insidePhrase(scene, a.token));
  if (frame.roles === 'reversed') {
    // "A town in Congo fell to rebels": whose town it is.
    const lost =
      cast.list.length > 0 || frame.type !== 'COERCE'
        ? cast.list
        : flat(
            subjectsOf(sent, verb).map((s) => {
              const place = actorsAt(scene, s.token, false, true);
              return place.length > 0 ? place : insidePhrase(scene, s.token, true);
            }),
          );
    const towns = frame.type === 'COERCE' ? lost.map((a) => (a.sector === 'CVL' ? { ...a, sector: null } : a)) : lost;
    return reversed(scene, match, towns, passive);
  }
  // "the signing of X by Y", "sanctions imposed by Y" are passives; a possessor may name the doer: "its visit".
  // "the trip by the army chief was called off"
  if (cast.list.length === 0 && passive && match.noun >= 0)
    for (const o of nominalModifiersOf(sent, match.noun))
      if (o.preposition === 'by' || (o.preposition === 'of' && frame.modality === 'cancelled'))
        cast.add(actorsAt(scene, o.token, true));
  // "its envoy was summoned": whoever is summoned is no doer's.
  if (
    cast.list.length === 0 &&
    match.noun >= 0 &&
    !(passive && frame.roles === 'forces') &&
    nounItself(scene, match, passive).length === 0
  ) {
    for (const p of possessorsOf(sent, match.noun))
      if (isTaken(scene, match, passive)) continue;
      else if (
        sent.tokens[p]?.upos !== 'PRON' ||
        // "were driven from their homes": the home is theirs who suffer.
        (passive && patientsOf(sent, verb).some((a) => a.token === match.noun))
      )
        cast.add(actorsAt(scene, p, false));
    if (cast.list.length > 0) sureness = Math.min(sureness, 0.85);
  }
  if (cast.list.length === 0 && passive && agents.length === 0) cast.add(byDeeper(scene, verb));
  if (cast.list.length === 0 && passive) {
    cast.add(summoners(scene, match));
    cast.add(allyOf(scene, match));
    cast.add(sentOut(scene, match));
    const sides = cast.list.length === 0 && !isReciprocal(frame) ? sidesBetween(scene, match) : [];
    if (sides.length > 1) return { actors: distinct(sides), recipients: [], sureness, agentless: false };
  }
  const subjectIsThing = agents.length > 0 && cast.list.length === 0;
  let agentless = passive && !engaged && cast.list.length === 0;
  if (cast.list.length === 0 && !passive && agents.length === 0 && isFiniteVerb(sent, verb)) {
    const near = nearestBefore(scene, verb);
    if (near) {
      cast.add(near);
      sureness = Math.min(sureness, 0.72);
    }
  }
  if (agentless && (frame.mode === 'expel' || frame.id === 'sanction/suspend')) {
    // "thrown out of Khartoum", "declared persona non grata in Minsk": the country does it.
    for (const o of obliquesOf(sent, verb))
      if (/^(from|out of|of|in)$/.test(o.preposition ?? '')) cast.add(actorsAt(scene, o.token, false, true));
    agentless = cast.list.length === 0;
    if (!agentless) sureness = Math.min(sureness, 0.8);
  }
  if (subjectIsThing) agentless = true;
  const recipients = readRecipients(scene, match, cast, passive);
  if (frame.modality === 'cancelled' && passive && cast.list.length === 0 && recipients.list.length > 0)
    return { actors: distinct(recipients.list), recipients: [], sureness, agentless: false };
  if (isReciprocal(frame)) {
    const all = new Cast();
    all.add(cast.list);
    for (const source of ['with', 'between', 'among', 'alongside'] as const)
      all.add(atPreposition(scene, match, source));
    // "signed a contract with its Turkish partner"
    if (all.list.length === 1)
      for (const o of obliquesOf(sent, verb, 'with')) all.add(insidePhrase(scene, o.token).filter(coded));
    if (frame.roles === 'reciprocal') {
      all.add(recipients.list);
      if (passive)
        for (const p of patientsOf(sent, verb)) if (p.token !== match.noun) all.add(actorsAt(scene, p.token, false));
      return { actors: distinct(all.list), recipients: [], sureness: sureness * recipients.sureness, agentless };
    }
    const several = distinct(all.list);
    if (several.length > 1) return { actors: several, recipients: [], sureness, agentless };
  }
  const hosts = (actor: Actor): Actor =>
    frame.roles === 'visit' && actor.entity?.startsWith('state:') === true ? { ...actor, sector: null } : actor;
  return {
    actors: cast.list,
    recipients: distinct(without(recipients.list, cast.list)).map(hosts),
    sureness: sureness * recipients.sureness,
    agentless,
  };
}

/** What a state does to others; all else that a passive takes from somebody is his who loses it. */
const IMPOSED =
  /^(sanction|embargo|tariff|ban|duty|fine|restriction|blockade|boycott|levy|penalty|quota|siege|curfew|lockdown|emergency|law|rule|crackdown|purge|coup|putsch|raid|arrest|tax|fee|limit|control|suspension|order|roundup|campaign|cyberattack|disinformation|propaganda|attack|border|crossing|frontier|airspace|embassy|consulate|ambassador|envoy|mission|consul|attache|diplomat|delegation|commissioner)$/;

/** "The ministry's servers were crippled": whose they are suffers. */
const isTaken = ({ sent }: Scene, match: Match, passive: boolean): boolean =>
  passive &&
  /^(COERCE|SANCTION)$/.test(match.trigger.frame.type) &&
  patientsOf(sent, match.verb).some((a) => a.token === match.noun) &&
  !IMPOSED.test(lemmaOf(sent, match.noun));

/** "Bulgaria, Greece agree": in headlines a comma joins two names at the start; the tree takes one of them. */
export function headlineFellow(scene: Scene, actor: Actor): readonly Actor[] | null {
  const { sent, doc } = scene;
  for (const mention of scene.mentions) {
    if (mention.kind !== 'state' || mention.form !== 'name') continue;
    const [left, right] = mention.span[0] < actor.span[0] ? [mention.span, actor.span] : [actor.span, mention.span];
    if (left[0] !== sent.span[0] || left[1] >= right[0]) continue;
    const between = doc.article.text.slice(left[1], right[0]);
    if (/^\s*,\s*$/.test(between) && /^\s+\w/.test(doc.article.text.slice(right[1], right[1] + 2)))
      return actorsOf(doc, mention);
  }
  return null;
}

export const isFiniteVerb = (sent: Sentence, verb: number): boolean =>
  /^VB[DZP]$/.test(sent.tokens[verb]?.xpos ?? '') || child(sent, verb, 'aux') >= 0;

export const ENGAGED = new Set(['engage', 'involve', 'lock', 'embroil']);

export const isReciprocal = (frame: Frame): boolean =>
  frame.roles === 'reciprocal' || frame.roles === 'reciprocal-with' || frame.roles === 'gather';

export function reversed(scene: Scene, match: Match, takers: readonly Actor[], passive: boolean): Roles {
  const givers = new Cast();
  for (const source of match.trigger.frame.to.length > 0 ? match.trigger.frame.to : SCHEME_TO.reversed) {
    if (givers.list.length > 0) break;
    givers.add(source === 'obj.in' ? insideObject(scene, match) : atPreposition(scene, match, source));
  }
  return {
    actors: without(givers.list, takers),
    recipients: takers,
    sureness: 0.95,
    agentless: passive || givers.list.length === 0,
  };
}
