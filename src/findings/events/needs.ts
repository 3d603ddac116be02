/** What a frame needs before it may make an event: a doer, a counterpart, joint work, civilians. */

import type { Sentence } from '../../core/index.ts';
import { PAST } from '../../language/irregular.ts';
import {
  agentsOf,
  children,
  hasRelation,
  isPassive,
  lemmaOf,
  objectsOf,
  patientsOf,
  subjectsOf,
  subtree,
} from '../../language/tree.ts';
import { foundSo } from './constructions.ts';
import { complementsIn } from './positions.ts';
import type { Reading } from './reading.ts';
import type { Roles } from './roles.ts';
import type { Scene } from './scene.ts';
import type { Match } from './triggers.ts';
import { isNewsOfItself } from './unled.ts';
import { NATURE, VIOLENT } from './violence.ts';

const TOGETHER = new Set([
  'joint',
  'jointly',
  'together',
  'combined',
  'bilateral',
  'trilateral',
  'multinational',
  'each',
  'mutual',
]);

/** Told without anybody: "four agreements were signed". */
const NAMELESS = new Set(['support/pact', 'sanction/impose', 'reject/meeting-off']);

/** Nobody receives or calls on himself. */
const ONE_TO_ONE = new Set(['consult/receive', 'consult/call-on', 'consult/phone', 'consult/host']);

/** Who travels on no errand of a state. */
const PRIVATE = new Set(['SOC', 'JRN', 'EDU', 'LAB', 'CRM', 'CVL', 'AGR', 'REF']);

/** What arrives without anybody on a visit. */
const CARGO =
  /\b(aircraft|planes?|jets?|flights?|ships?|vessels?|boats?|soldiers?|troops?|convoys?|trucks?|lorr(y|ies)|warships?|frigates?|destroyers?|trains?|forces|peacekeepers|tourists?|visitors?|travellers?|fans?|passengers?|players?|pilgrims?|supporters|team|runners?|singers?)$/i;
/** "Two aircraft with 42 tonnes of medicine landed": what moves is relief. */
const carriesRelief = (sent: Sentence, verb: number): boolean =>
  subjectsOf(sent, verb).some(
    (s) =>
      !/^(minister|premier|president|king|envoy|secretary|leader|ambassador|delegation)$/.test(
        lemmaOf(sent, s.token),
      ) && subtree(sent, s.token, ['acl:relcl', 'appos']).some((w) => RELIEF.has(lemmaOf(sent, w))),
  );

const RELIEF = new Set(
  'aid relief medicine blanket tent flour wheat rice grain food maize vaccine dose supply medic peacekeeper peacekeeping rescuer firefighter generator ambulance tarpaulin oxygen fuel ration kit diver sapper'.split(
    ' ',
  ),
);

const SCORE = /\b\d{1,3}\s?[-–]\s?\d{1,3}\b/;

/** What a side has rather than does: as the object or topic of other words ("reaffirmed its commitment", "issues like the threats") it is no act. */
const STANDING = new Set(['commitment', 'threat']);
const isTopic = (sent: Sentence, { noun, words }: Match): boolean =>
  noun >= 0 &&
  words.length === 1 &&
  STANDING.has(lemmaOf(sent, noun)) &&
  /^(?:obj|obl|nmod|conj|dep|appos)/.test(sent.tokens[noun]?.deprel ?? '');

/** "was ready for his plea to be heard": another than the one who is ready does it. */
const doneByOthers = (sent: Sentence, predicate: number): boolean =>
  children(sent, predicate).some(
    (child) =>
      [...children(sent, child, 'case'), ...children(sent, child, 'mark')].some((w) => lemmaOf(sent, w) === 'for') &&
      subtree(sent, child).some((w) => hasRelation(sent, w, 'mark') && lemmaOf(sent, w) === 'to'),
  );

/** "praised its role in keeping peace and jointly building roads": told of a part or wish, not as done. */
const isPart = (sent: Sentence, verb: number): boolean => {
  const first = sent.tokens[verb]?.deprel === 'conj' ? sent.tokens[verb]!.head : verb;
  const token = sent.tokens[first];
  return (
    token?.xpos === 'VBG' &&
    token.deprel === 'acl' &&
    children(sent, first, 'mark').some((mark) => lemmaOf(sent, mark) === 'in')
  );
};

/** Refusing to do these is saying nothing. */
const SILENCE = new Set(
  'comment say elaborate answer disclose identify name specify discuss reveal speculate confirm go detail describe quote'.split(
    ' ',
  ),
);

/** Tag of the finite word of a clause: its first auxiliary or copula, else the verb. */
function finiteTag(sent: Sentence, verb: number): string {
  const helper = sent.tokens[children(sent, verb, 'aux', 'cop')[0] ?? verb];
  // "that Bogotá halt its raids": a past tense that looks like no past tense is none.
  if (helper?.xpos === 'VBD' && helper.form === helper.lemma && !PAST.has(helper.form)) return 'VB';
  return helper?.xpos ?? '';
}

const PRONOUN =
  /^(it|he|she|they|we|i|you|him|her|them|us|me|its|his|their|our|my|your|who|whoever|this|that|these|those)$/i;

const OFFICIAL = new Set(['MIL', 'GOV', 'COP', 'LEG', 'SPY', 'JUD']);
const CIVIL = new Set(['CVL', 'LAB', 'EDU', 'SOC', 'REL', 'OPP', 'AGR', 'MED', 'REF', 'JRN', 'BUS']);

/** Why the frame does not hold here, or null when it does. */
export function whyNot(scene: Scene, match: Match, reading: Reading, roles: Roles): string | null {
  const { sent } = scene;
  const frame = match.trigger.frame;
  const objects =
    match.verb < 0 ? [] : [...objectsOf(sent, match.verb), ...patientsOf(sent, match.verb)].map((a) => a.token);
  for (const o of objects) {
    if (frame.not.has(lemmaOf(sent, o))) return `"${lemmaOf(sent, o)}" means something else`;
  }
  if (match.noun >= 0)
    for (const c of children(sent, match.noun, 'amod', 'compound'))
      if (frame.not.has(lemmaOf(sent, c))) return `"${lemmaOf(sent, c)}" means something else`;
  if (match.verb >= 0) {
    const direct = objectsOf(sent, match.verb);
    if (frame.only.has('persons') && roles.actors.some((a) => isState(scene, a.span))) return 'a state receives nobody';
    if (
      frame.only.has('armed') &&
      !roles.actors.some((a) => a.sector === 'MIL' || a.sector === 'REB' || a.sector === 'PRM' || a.sector === 'UAF')
    )
      return 'no forces';
    if (frame.only.has('complement') && complementsIn(sent, match.verb).length === 0 && !asksSoon(sent, match.words))
      return 'nothing is asked';
    if (frame.only.has('plain') && complementsIn(sent, match.verb).length > 0) return 'a complement follows';
    if (frame.only.has('transitive') && direct.length === 0 && patientsOf(sent, match.verb).length === 0)
      return 'no object';
    if (frame.only.has('intransitive') && direct.length > 0) return 'an object follows';
    if (
      frame.only.has('quantity') &&
      !objects.some((o) => children(sent, o, 'nummod').length > 0) &&
      !countsSoon(sent, match.verb)
    )
      return 'nothing is counted';
  }
  if (
    frame.mode === 'investigate' &&
    roles.actors.length > 0 &&
    roles.actors.every((a) => a.code === null && a.sector === 'BUS')
  )
    return 'no investigators';
  const parties = roles.actors.length + roles.recipients.length;
  // "a vote of no confidence", "gave no assurance"
  if (
    match.noun >= 0 &&
    match.verb >= 0 &&
    children(sent, match.noun, 'det').some((d) => /^no$/i.test(sent.tokens[d]?.form ?? ''))
  )
    return 'nothing of the kind';
  // "quit ECOWAS": a state that leaves a body does not resign.
  if (
    frame.id === 'retreat/resign' &&
    match.noun < 0 &&
    objects.some((o) => /^(IGO|UNO|EUR)$/.test(scene.headed.get(o)?.code ?? ''))
  )
    return 'a body is left';
  if (
    frame.id === 'retreat/withdraw' &&
    match.noun < 0 &&
    roles.recipients.length > 0 &&
    roles.recipients.every(isAssembly) &&
    roles.actors.every((a) => a.sector === null || a.sector === 'GOV')
  )
    return 'a body is left';
  if (frame.only.has('body') && !roles.recipients.some(isAssembly)) return 'no body is left';
  if (frame.id === 'consult/visit' && roles.actors.length > 0 && roles.actors.every((a) => CARGO.test(a.text)))
    return 'nobody travels';
  if (match.verb >= 0 && (frame.only.has('relief') || frame.id === 'consult/travel')) {
    const brings = carriesRelief(sent, match.verb);
    if (frame.only.has('relief') && !brings) return 'no relief';
    if (
      frame.id === 'consult/travel' &&
      (brings || (roles.actors.length > 0 && roles.actors.every((a) => CARGO.test(a.text))))
    )
      return 'nobody travels';
  }
  if (isTopic(sent, match)) return 'only a topic';
  if (frame.type === 'COOPERATE' && match.verb >= 0 && isPart(sent, match.verb)) return 'only a part in it';
  if (frame.id === 'agree/prepared' && match.verb >= 0 && doneByOthers(sent, match.verb)) return 'others do it';
  if (frame.id === 'assault/beat' && SCORE.test(scene.doc.article.text.slice(...sent.span))) return 'a score';
  // "called his counterpart": on the telephone only between officials of two countries.
  if (
    frame.only.has('officials') &&
    (roles.actors.some((a) => a.sector !== 'GOV' || a.code === null) ||
      new Set(roles.actors.map((a) => a.code)).size < 2)
  )
    return 'no officials of two countries';
  if (
    frame.type === 'ASSAULT' &&
    match.verb >= 0 &&
    agentsOf(sent, match.verb).some((a) => NATURE.has(lemmaOf(sent, a.token)))
  )
    return 'nobody does it';
  if (
    (frame.id === 'consult/visit' || frame.id === 'consult/travel') &&
    roles.actors.length > 0 &&
    roles.actors.every((a) => PRIVATE.has(a.sector ?? ''))
  )
    return 'a private journey';
  // A firm that supplies sells.
  if (
    frame.type === 'AID' &&
    roles.actors.length > 0 &&
    roles.actors.every((a) => a.sector === 'BUS') &&
    match.verb >= 0 &&
    /^(supply|deliver|ship|provide|lend|pay|finance|export)$/.test(lemmaOf(sent, match.verb))
  )
    return 'a business';
  if (frame.type === 'COOPERATE' && frame.needs === 'both' && roles.actors.length === 0) return 'no actor is named';
  // "will build a school in Laos": for others, not at home.
  if (
    frame.only.has('abroad') &&
    !(
      roles.actors.every((a) => a.code !== null) &&
      roles.recipients.some((r) => r.code !== null && !roles.actors.some((a) => a.code === r.code))
    )
  )
    return 'nothing abroad';
  if (
    frame.only.has('both') &&
    !subjectsOf(sent, match.verb).some((s) =>
      subtree(sent, s.token, ['acl', 'acl:relcl']).some((w) => /^(two|both)$/i.test(sent.tokens[w]?.form ?? '')),
    )
  )
    return 'no two';
  if (frame.id === 'consult/travel' && match.verb >= 0 && isPassive(sent, match.verb)) return 'brought there';
  // "told its nationals to leave": who is told to leave must be somebody else.
  if (
    frame.id === 'sanction/expel' &&
    roles.recipients.length === 0 &&
    match.verb >= 0 &&
    /^(tell|order)$/.test(lemmaOf(sent, match.verb))
  )
    return 'nobody is expelled';
  if (frame.only.has('officers') && !roles.actors.some((a) => /^(MIL|COP|SPY)$/.test(a.sector ?? '')))
    return 'no officers';
  if (match.noun >= 0) {
    const noun = lemmaOf(sent, match.noun);
    const near = new Set(subtree(sent, match.noun).map((w) => lemmaOf(sent, w)));
    if (match.verb >= 0) for (const a of children(sent, match.verb, 'advmod', 'obl')) near.add(lemmaOf(sent, a));
    const joint = roles.actors.length > 1 || [...TOGETHER].some((word) => near.has(word));
    if (frame.joint.has(noun) && !joint) return 'not joint';
    if (frame.drills.has(noun) && joint) return 'joint';
  }
  if (
    frame.civil &&
    roles.actors.some(
      (a) =>
        (OFFICIAL.has(a.sector ?? '') && !(frame.id === 'protest/strike' && /^(JUD|COP)$/.test(a.sector ?? ''))) ||
        (a.sector === null && isState(scene, a.span)),
    )
  )
    return 'no civilians';
  if (frame.official && roles.actors.length > 0 && roles.actors.every((a) => CIVIL.has(a.sector ?? '')))
    return 'civilians';
  if (parties === 0 && isNewsOfItself(scene, match, reading)) return null;
  if (
    parties === 0 &&
    !(match.noun >= 0 && match.verb >= 0 && roles.agentless && !reading.background && NAMELESS.has(frame.id))
  )
    return 'no actor is named';
  if (parties === 0) return null;
  // "They offer hot dogs": a pronoun for nobody known, and nobody else.
  if ([...roles.actors, ...roles.recipients].every((a) => a.code === null && a.sector === null && PRONOUN.test(a.text)))
    return 'only a pronoun for somebody unknown';
  if (match.verb >= 0 && roles.actors.length === 0 && foundSo(scene, match.verb) === null) {
    const subjects = subjectsOf(sent, match.verb);
    const violent = agentsOf(sent, match.verb).some((a) => VIOLENT.has(lemmaOf(sent, a.token)));
    const passive =
      sent.tokens[match.verb] !== undefined && agentsOf(sent, match.verb).length === 0 && subjects.length > 0;
    if (!violent && !passive && !(frame.type === 'AID' && frame.roles === 'reversed')) return 'the subject is no actor';
    if (violent && frame.type !== 'ASSAULT') return 'the subject is no actor';
  }
  if (match.verb < 0 && frame.type === 'CONSULT' && parties < 2) return 'no counterpart is named';
  if (frame.roles === 'visit' && roles.recipients.length > 0 && roles.recipients.every((a) => a.code === null))
    return 'no country is visited';
  if (match.verb >= 0) {
    const complements = complementsIn(sent, match.verb);
    if (frame.type === 'REQUEST' && complements.some((c) => isPassive(sent, c) && SILENCE.has(lemmaOf(sent, c))))
      return 'asks not to be named';
    // "suggested the Union work closely": somebody else is to act, nothing is offered.
    if (
      frame.id === 'agree/offer' &&
      lemmaOf(sent, match.verb) === 'suggest' &&
      complements.some((c) => othersAct(sent, c))
    )
      return 'somebody else is to act';
    if (frame.type === 'REJECT' && complements.some((c) => SILENCE.has(lemmaOf(sent, c)))) return 'no comment';
    // "insisted that it was a balloon", "agreed that the areas held promise": an opinion, no demand and no promise.
    if (frame.type === 'REQUEST' || frame.id === 'agree/agree')
      for (const c of complements)
        if (hasRelation(sent, c, 'ccomp') && /^VB[DZ]$/.test(finiteTag(sent, c))) return 'an opinion';
  }
  if (
    roles.agentless &&
    reading.background &&
    (frame.type === 'AGREE' || frame.type === 'CONSULT' || frame.type === 'SUPPORT') &&
    roles.actors.length === 0
  )
    return 'told only beside the point';
  switch (frame.needs) {
    case 'actor':
      if (roles.actors.length === 0 && frame.id === 'assault/aerial') return 'no actor is named';
      break;
    case 'recipient':
      // "freed the wounded", "released eleven": people without a name.
      if (
        roles.recipients.length === 0 &&
        ![
          ...objects,
          ...children(sent, match.verb, 'xcomp', 'ccomp').flatMap((c) => subjectsOf(sent, c).map((s) => s.token)),
        ].some((o) => isPeople(scene, o))
      )
        return 'no recipient is named';
      break;
    case 'both':
      // "would not buy power": what is refused need not be told of whom.
      if (reading.refusal && reading.modality === 'denied' && roles.actors.length > 0) break;
      if (roles.recipients.length === 0) return 'no recipient is named';
      if (roles.actors.length === 0 && match.verb < 0) return 'no actor is named';
      break;
    case 'complement':
      if (complementsIn(sent, match.verb).length === 0 && !asksSoon(sent, match.words)) return 'nothing is asked';
      break;
    case 'pair':
      if (
        roles.actors.length < 2 &&
        (ONE_TO_ONE.has(frame.id) || !roles.actors.some((a) => isPlural(scene, a.span) || isAssembly(a)))
      )
        return 'no counterpart is named';
      break;
    default:
  }
  if (match.verb < 0) {
    if (reading.background && parties < 2) return 'a noun beside the point';
    if (frame.needs === null && roles.actors.length === 0 && frame.type !== 'ASSAULT' && frame.type !== 'COERCE')
      return 'no actor is named';
  }
  return null;
}

/** "called upon the parties to agree": an infinitive within the clause, wherever the tree hangs it. */
function asksSoon(sent: Sentence, words: readonly number[]): boolean {
  const from = words.at(-1) ?? -1;
  for (let i = from + 2; i < Math.min(sent.tokens.length - 1, from + 9); i++) {
    if (/^[,;:.]$/.test(sent.tokens[i]!.form)) return false;
    if (/^to$/i.test(sent.tokens[i]!.form) && sent.tokens[i + 1]!.xpos === 'VB') return true;
  }
  return false;
}

const HELD = /^(wounded|captive|hostage|prisoner|detainee|inmate|convict|crew|passenger|wife|son|daughter|leader)s?$/i;

/** People without a name or a country: "the wounded", "eleven", "them". */
const isPeople = (scene: Scene, word: number): boolean => {
  const token = scene.sent.tokens[word];
  return (
    token !== undefined &&
    (HELD.test(token.form) ||
      scene.things.people.has(lemmaOf(scene.sent, word)) ||
      (token.upos === 'NUM' && !/%|\d{4}/.test(token.form)) ||
      /^(them|him|her)$/i.test(token.form))
  );
};

/** "gave Moldova 20 fire engines": a number before the next verb, whatever the tree hangs it on. */
function countsSoon(sent: Sentence, verb: number): boolean {
  for (let i = verb + 1; i < Math.min(sent.tokens.length, verb + 6); i++) {
    const token = sent.tokens[i]!;
    if (/^(VERB|AUX|ADP|SCONJ|PUNCT)$/.test(token.upos)) return false;
    if (token.upos === 'NUM') return /^(NOUN|ADJ|PROPN|NUM|SYM)$/.test(sent.tokens[i + 1]?.upos ?? '');
  }
  return false;
}

const othersAct = (sent: Sentence, clause: number): boolean =>
  children(sent, clause, 'nsubj').some((s) => !/^(it|they|he|she|we|i)$/i.test(sent.tokens[s]?.form ?? ''));

/** A body of states meets by itself. */
export const isAssembly = (actor: { readonly code: string | null }): boolean =>
  actor.code === 'IGO' || actor.code === 'UNO' || actor.code === 'EUR';

/** A state by its name; "Palestinian" or "Kurds" are people. */
const isState = (scene: Scene, span: readonly [number, number]): boolean =>
  scene.mentions.some(
    (m) => m.kind === 'state' && m.form === 'name' && !m.plural && m.span[0] === span[0] && m.span[1] === span[1],
  );

function isPlural(scene: Scene, span: readonly [number, number]): boolean {
  return scene.mentions.some((m) => m.plural && m.span[0] === span[0] && m.span[1] === span[1]);
}
