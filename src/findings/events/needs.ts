/** Why a frame makes no event here: its own conditions, a false sense, or a party that is not named. */

import { agentsOf, children, head, lemmaOf, subjectsOf } from '../../language/tree.ts';
import { asksNothing } from './asked.ts';
import { foundSo } from './constructions.ts';
import { FALSE_CLAUSES, FALSE_SENSES } from './false-senses.ts';
import { FRAME_CONDITIONS, otherMeaning } from './frame-conditions.ts';
import type { Frame } from './lexicon.ts';
import { isAssembly, isPeople, isPlural } from './people.ts';
import type { Reading } from './reading.ts';
import { type Case, caseOf, firstOf, type Refusal } from './refusal.ts';
import type { Roles } from './roles.ts';
import type { Scene } from './scene.ts';
import { TRAVELLERS } from './travellers.ts';
import type { Match } from './triggers.ts';
import { isNewsOfItself } from './unled.ts';
import { isMalware, isViolence } from './violence.ts';

/** Told without anybody: "four agreements were signed". */
const NAMELESS = new Set(['support/pact', 'sanction/impose', 'reject/meeting-off', 'retreat/declare-truce']);

/** Nobody receives or calls on himself. */
const ONE_TO_ONE = new Set(['consult/receive', 'consult/call-on', 'consult/phone', 'consult/host']);

/** "toured eight West African states": countries that nobody names. */
const STATES =
  /\b((countries|nations|capitals)|(african|asian|european|american|arab|gulf|baltic|nordic|caribbean|pacific|island|neighbou?ring) states)$/i;

const PRONOUN =
  /^(it|he|she|they|we|i|you|him|her|them|us|me|its|his|their|our|my|your|who|whoever|this|that|these|those)$/i;

const parties = ({ roles }: Case): number => roles.actors.length + roles.recipients.length;

/** Why the frame does not hold here, or null when it does. */
export function whyNot(scene: Scene, match: Match, reading: Reading, roles: Roles): string | null {
  const it = caseOf(scene, match, reading, roles);
  const early = otherMeaning(it) ?? firstOf(REGARDLESS, it);
  if (early !== null) return early;
  if (parties(it) > 0) return firstOf(OF_PARTIES, it);
  if (isNewsOfItself(scene, match, reading)) return null;
  const nameless = it.noun >= 0 && it.verb >= 0 && roles.agentless && !reading.background;
  return nameless && NAMELESS.has(it.frame.id) ? null : 'no actor is named';
}

/** The subject of an active verb, or the agent of a passive, is known but nobody who acts. */
function isNoActor({ scene, sent, frame, verb, roles }: Case): boolean {
  if (verb < 0 || roles.actors.length > 0 || foundSo(scene, verb) !== null) return false;
  // "crippled by ransomware"
  if (frame.mode === 'cyber' && agentsOf(sent, verb).some((a) => isMalware(sent, a.token))) return false;
  if (agentsOf(sent, verb).some((a) => isViolence(sent, a.token))) return frame.type !== 'ASSAULT';
  const passive =
    sent.tokens[verb] !== undefined && agentsOf(sent, verb).length === 0 && subjectsOf(sent, verb).length > 0;
  // "survived an attempt on his life": who made it need not be known.
  return (
    !passive && !(frame.roles === 'reversed' && (/^(AID|RETREAT)$/.test(frame.type) || frame.needs === 'recipient'))
  );
}

/** "freed the wounded", "released eleven": people without a name. */
const toPeople = ({ scene, sent, verb, objects }: Case): boolean =>
  [...objects, ...children(sent, verb, 'xcomp', 'ccomp').flatMap((c) => subjectsOf(sent, c).map((s) => s.token))].some(
    (o) => isPeople(scene, o),
  );

/** "would not buy power": what is refused need not be told of whom. */
const refuses = ({ reading, roles }: Case): boolean =>
  reading.refusal && reading.modality === 'denied' && roles.actors.length > 0;

/** By the word under `needs:` of the frame. */
const NEEDS: Readonly<Record<NonNullable<Frame['needs']>, readonly Refusal[]>> = {
  actor: [
    {
      reason: 'no actor is named',
      when: ({ frame, roles }) => roles.actors.length === 0 && frame.id === 'assault/aerial',
    },
  ],
  recipient: [{ reason: 'no recipient is named', when: (it) => it.roles.recipients.length === 0 && !toPeople(it) }],
  both: [
    { reason: 'no recipient is named', when: (it) => !refuses(it) && it.roles.recipients.length === 0 },
    { reason: 'no actor is named', when: (it) => it.roles.actors.length === 0 && it.verb < 0 },
  ],
  complement: [{ reason: 'nothing is asked', when: asksNothing }],
  pair: [
    {
      reason: 'no counterpart is named',
      when: (it) =>
        !refuses(it) &&
        it.roles.actors.length < 2 &&
        (ONE_TO_ONE.has(it.frame.id) || !it.roles.actors.some((a) => isPlural(it.scene, a.span) || isAssembly(a))),
    },
  ],
};

/** Refusals that hold whether or not anybody is named. */
const REGARDLESS: readonly Refusal[] = [
  ...FRAME_CONDITIONS,
  ...TRAVELLERS,
  ...FALSE_SENSES,
  {
    reason: 'no actor is named',
    when: ({ frame, roles }) => frame.type === 'COOPERATE' && frame.needs === 'both' && roles.actors.length === 0,
  },
];

/** Refusals once somebody is named. */
const OF_PARTIES: readonly Refusal[] = [
  // "They offer hot dogs": a pronoun for nobody known, and nobody else.
  {
    reason: 'only a pronoun for somebody unknown',
    when: ({ roles }) =>
      [...roles.actors, ...roles.recipients].every((a) => a.code === null && a.sector === null && PRONOUN.test(a.text)),
  },
  { reason: 'the subject is no actor', when: isNoActor },
  {
    reason: 'no counterpart is named',
    when: (it) => it.verb < 0 && it.frame.type === 'CONSULT' && parties(it) < 2,
  },
  {
    reason: 'where they meet, not what they do',
    when: ({ sent, frame, noun, verb }) =>
      verb < 0 && frame.type === 'CONSULT' && /^(sideline|margin|fringe)$/.test(lemmaOf(sent, head(sent, noun))),
  },
  {
    reason: 'no country is visited',
    when: ({ frame, roles }) =>
      frame.roles === 'visit' &&
      roles.recipients.length > 0 &&
      roles.recipients.every((a) => a.code === null && !STATES.test(a.text)),
  },
  ...FALSE_CLAUSES.map(({ reason, when }) => ({ reason, when: (it: Case) => it.verb >= 0 && when(it) })),
  {
    reason: 'told only beside the point',
    when: ({ frame, reading, roles }) =>
      roles.agentless &&
      reading.background &&
      /^(AGREE|CONSULT|SUPPORT)$/.test(frame.type) &&
      roles.actors.length === 0,
  },
  ...Object.entries(NEEDS).flatMap(([need, refusals]) =>
    refusals.map(({ reason, when }) => ({ reason, when: (it: Case) => it.frame.needs === need && when(it) })),
  ),
  {
    reason: 'a noun beside the point',
    when: (it) =>
      it.verb < 0 &&
      it.reading.background &&
      parties(it) < 2 &&
      !(it.frame.only.has('way') && it.roles.actors.length > 0),
  },
  {
    reason: 'no actor is named',
    when: ({ frame, verb, roles }) =>
      verb < 0 &&
      frame.needs === null &&
      roles.actors.length === 0 &&
      !/^(ASSAULT|COERCE)$/.test(frame.type) &&
      frame.mode !== 'expel',
  },
];
