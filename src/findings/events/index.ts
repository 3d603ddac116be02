/** Events: what happened between whom, read from trigger, frame and modality. */

import type { Actor, Event, Mentioned, Span } from '../../core/index.ts';
import type { Knowledge } from '../../knowledge/index.ts';
import { spanOf } from '../../language/tree.ts';
import type { Candidate } from './candidate.ts';
import { readChannel, readContexts, readDate, readPlace } from './circumstances.ts';
import { addressed } from './complaints.ts';
import { changeAsked, demandMode } from './demands.ts';
import { isHistorical, isStanding, isTimetable } from './history.ts';
import { atHome } from './home.ts';
import { meetingMode, withGuests } from './hosting.ts';
import { instrumentMode } from './instrument.ts';
import { readModality } from './modality.ts';
import { whyNot } from './needs.ts';
import { findFates, findObligations } from './obligation.ts';
import { isAssembly } from './people.ts';
import { conviction, jailing } from './prison.ts';
import type { Reading } from './reading.ts';
import { type Roles, readRoles } from './roles.ts';
import { type Scene, sceneOf } from './scene.ts';
import { select } from './select.ts';
import { findStays } from './stay.ts';
import type { EventTables } from './tables.ts';
import { asThreat, themeMode } from './theme.ts';
import { topicOf } from './topics.ts';
import type { Trace } from './trace.ts';
import { sold } from './trade.ts';
import { findTriggers, type Match } from './triggers.ts';
import { typeEvent } from './typing.ts';
import { abroad, isRiot, withDoers } from './unled.ts';
import { isAbduction } from './violence.ts';

export type { EventTables } from './tables.ts';
export { loadEventTables } from './tables.ts';
export type { Trace, TraceStep } from './trace.ts';

export interface EventOptions {
  /** Collects, for each sentence, what was tried and why it was refused. */
  readonly trace?: Trace;
}

/** Below this an event is not reported: half of such readings were wrong on the project's tune sentences. */
const FLOOR = 0.42;

/** All events of a document by confidence, ties in text order. Never throws on content. */
export function findEvents(
  doc: Mentioned,
  tables: EventTables,
  knowledge: Knowledge,
  options: EventOptions = {},
): readonly Event[] {
  const events: Event[] = [];
  for (const sentence of doc.sentences) events.push(...eventsOf(doc, sentence.index, tables, knowledge, options.trace));
  return events
    .map((event, order) => ({ event, order }))
    .sort(
      (a, b) => b.event.confidence - a.event.confidence || a.event.trigger[0] - b.event.trigger[0] || a.order - b.order,
    )
    .map(({ event }) => event);
}

/** The events of one sentence in text order. */
function eventsOf(
  doc: Mentioned,
  index: number,
  tables: EventTables,
  knowledge: Knowledge,
  trace: Trace | undefined,
): readonly Event[] {
  if ((doc.sentences[index]?.tokens.length ?? 0) === 0) return [];
  const scene = sceneOf(doc, index, tables, knowledge);
  const { sent } = scene;
  const topic = topicOf(sent, tables.topics);
  const tell = (match: Match, outcome: 'fired' | 'refused', reason: string): void => {
    trace?.steps.push({
      sentence: index,
      trigger: match.trigger.key,
      span: spanOf(sent, match.words) ?? sent.span,
      rule: match.trigger.frame.id,
      outcome,
      reason,
    });
  };
  const read = findTriggers(sent, tables.lexicon).map((match) => ({
    match,
    reading: readModality(sent, match, tables.governors),
  }));
  const candidates: Candidate[] = [
    ...findObligations(scene, tables.lexicon),
    ...findFates(scene, tables.lexicon),
    ...findStays(scene, tables.lexicon),
  ];
  for (const { match, reading } of read) {
    const frame = match.trigger.frame;
    const dated = isHistorical(scene, match, reading)
      ? { ...reading, modality: 'historical' as const }
      : isStanding(scene, match, reading)
        ? { ...reading, modality: 'ongoing' as const }
        : reading;
    const due =
      TIMETABLED.has(frame.type) && isTimetable(scene, match, dated)
        ? { ...dated, modality: 'planned' as const }
        : dated;
    const typed = typeEvent(frame, due, match.trigger.kind === 'noun');
    if ('refused' in typed) {
      tell(match, 'refused', typed.refused);
      continue;
    }
    const own = withDoers(scene, match, typed.type, refused(scene, match, typed.type, readRoles(scene, match)));
    const acted = withGuests(scene, match, typed, due, own);
    const roles = atHome(scene, isRiot(frame, acted.actors) ? 'PROTEST' : typed.type, acted, match.verb, typed.mode);
    // Ministers who meet on a day of cricket still meet.
    const official = frame.type !== 'ASSAULT' && roles.actors.some((a) => a.sector !== null && OF_STATE.has(a.sector));
    const spared = topic?.spares === true && roles.actors.some(isDoer);
    if (topic?.blocks.has(frame.type) && !official && !spared && typed.mode !== 'boycott') {
      tell(match, 'refused', `a text about ${topic.topic}`);
      continue;
    }
    const lacking = whyNot(scene, match, reading, frame.needs === 'both' ? own : roles);
    if (lacking !== null) {
      tell(match, 'refused', lacking);
      continue;
    }
    const mode =
      (typed.type === 'THREATEN' && CUTS.has(match.trigger.noun ?? '') ? 'relations' : null) ??
      instrumentMode(scene, match, typed) ??
      meetingMode(scene, match, typed) ??
      (typed.alt.includes('PROTEST') ? null : demandMode(scene, match, typed.type, tables.demands)) ??
      themeMode(typed.type, match, read) ??
      changeAsked(scene, match, typed.type, roles.recipients) ??
      gatheringMode(typed.type, roles);
    if (typed.type === 'THREATEN' && frame.type !== 'THREATEN' && roles.actors.length === 0) {
      tell(match, 'refused', 'nobody threatens');
      continue;
    }
    const riot = isRiot(frame, roles.actors);
    const abducted = typed.type === 'COERCE' && isAbduction(scene, match, roles);
    candidates.push({
      match,
      reading: dated,
      typed: riot
        ? { ...typed, type: 'PROTEST', mode: 'riot', alt: ['ASSAULT'] }
        : abducted
          ? { ...typed, type: 'ASSAULT', mode: 'abduct', alt: ['COERCE'] }
          : { ...typed, mode, ...asThreat(match, read), ...abroad(match, typed, roles), ...sold(match, typed, sent) },
      actors: roles.actors,
      recipients: roles.recipients,
      agentless: roles.agentless,
      confidence: confidenceOf(match, reading, roles),
      trigger: spanOf(sent, match.words) ?? sent.span,
    });
  }
  const out: Event[] = [];
  for (const { candidate, refused } of select(sent, addressed(sent, candidates))) {
    if (refused !== null) tell(candidate.match, 'refused', refused);
    else if (candidate.confidence < FLOOR)
      tell(candidate.match, 'refused', `confidence ${candidate.confidence.toFixed(2)} below ${FLOOR}`);
    else {
      tell(candidate.match, 'fired', candidate.reading.reason);
      out.push(eventOf(scene, candidate, tables));
      const held = jailing(scene, candidate);
      if (held !== null && !candidates.some((c) => c.typed.mode === 'arrest')) out.push(eventOf(scene, held, tables));
      const convicted = conviction(scene, candidate);
      if (convicted !== null && !candidates.some((c) => c.typed.mode === 'convict'))
        out.push(eventOf(scene, convicted, tables));
    }
  }
  return out;
}

/** "would not receive the envoy": who refuses a meeting stands before the verb, whom he refuses behind it. */
function refused(scene: Scene, match: Match, type: string, roles: Roles): Roles {
  if (type !== 'REJECT' || match.trigger.frame.type !== 'CONSULT' || match.verb < 0) return roles;
  const at = scene.sent.tokens[match.verb]?.start ?? 0;
  const before = roles.actors.filter((a) => a.span[0] < at);
  const behind = roles.actors.filter((a) => a.span[0] > at);
  if (before.length === 0 || behind.length === 0 || roles.recipients.length > 0) return roles;
  return { ...roles, actors: before, recipients: behind };
}

/** Those who act for a state, whatever else the sentence tells of: a court that frees two cyclists plays no game. */
const OF_STATE: ReadonlySet<string> = new Set(['GOV', 'JUD', 'LEG']);

/** States, and those who act with force or for a state: they do what they do whatever the weather is. */
const isDoer = (actor: Actor): boolean => (actor.sector === null ? actor.code !== null : DOERS.has(actor.sector));
const DOERS: ReadonlySet<string> = new Set(['GOV', 'JUD', 'LEG', 'MIL', 'COP', 'REB', 'PRM', 'UAF', 'CRM', 'SPY']);

/** What a threat to cut threatens relations with. */
const CUTS: ReadonlySet<string> = new Set(
  'tie relation relationship link embassy ambassador consulate envoy diplomat contact'.split(' '),
);

/** What is announced in the present tense with a day. */
const TIMETABLED: ReadonlySet<string> = new Set(['CONSULT', 'COOPERATE', 'AID']);

/** A meeting of three and more sides, or of a body of states, is multilateral. */
function gatheringMode(type: string, roles: Roles): string | null {
  if (type !== 'CONSULT') return null;
  const codes = new Set(roles.actors.map((a) => a.code ?? a.text));
  return codes.size > 2 || (codes.size === 1 && roles.actors.some(isAssembly)) ? 'multilateral' : null;
}

/** Frame weight times the sureness of roles, trigger and assertion. */
function confidenceOf(match: Match, reading: Reading, roles: Roles): number {
  let value = 0.93 * match.trigger.frame.weight * roles.sureness;
  if (match.near) value *= 0.8;
  if (!match.trigger.stated) value *= 0.93;
  if (match.verb < 0) value *= 0.85;
  if (reading.background) value *= 0.85;
  if (roles.agentless) value *= 0.9;
  if (roles.actors.length + roles.recipients.length < 2) value *= 0.88;
  return Math.round(Math.min(1, Math.max(0, value)) * 1000) / 1000;
}

function eventOf(scene: Scene, candidate: Candidate, tables: EventTables): Event {
  const { match, typed } = candidate;
  const frame = match.trigger.frame;
  const meets = typed.type === 'CONSULT' || typed.alt.includes('CONSULT');
  const channel = meets ? readChannel(scene.sent, frame, match.words) : null;
  const taken: readonly Span[] = [...candidate.actors, ...candidate.recipients].map((a) => a.span);
  return {
    type: typed.type,
    mode: typed.mode ?? (typed.type === 'CONSULT' && channel === 'phone' ? 'phone' : null),
    contexts: readContexts(scene.sent, frame, tables.contexts),
    alt: typed.alt,
    actors: candidate.actors,
    recipients: candidate.recipients,
    date: readDate(scene, match, typed.modality === 'planned' && !frame.planned),
    // A tour of several countries has no one place.
    place: frame.roles === 'visit' && candidate.recipients.length > 1 ? null : readPlace(scene, match, taken),
    channel,
    modality: typed.modality,
    trigger: candidate.trigger,
    evidence: scene.sent.span,
    attributedTo: null,
    rule: frame.id,
    confidence: candidate.confidence,
  };
}
