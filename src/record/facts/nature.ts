/** What sort of encounter a CONSULT is, as its words tell: a visit, a call, people in one room. */

import type { EventClaim } from './claim.ts';

const VISIT =
  /^(?:visit|arriv|travel|trip|tour|fl(?:y|ies|ew|own|ying)|went|go(?:es|ing)?$|gone|came|come|coming|stay|left|leav|head|return|stop|journey|depart)/i;
const FACE = /^(?:me[et]|receiv|host|welcom|greet|dine|summit)/i;

/** The event's own word in the evidence; empty when the spans do not fit. */
export function triggerOf({ event, quote }: EventClaim): string {
  const start = event.trigger[0] - event.evidence[0];
  return start < 0 ? '' : quote.slice(start, event.trigger[1] - event.evidence[0]);
}

/** A stay in a country. A meeting during it is an event of its own. */
export const isVisit = (claim: EventClaim): boolean =>
  claim.event.mode === 'visit' || (claim.event.type === 'AGREE' && VISIT.test(triggerOf(claim)));

/** By phone or on a screen. */
export const isRemote = ({ event }: EventClaim): boolean =>
  event.channel === 'phone' || event.channel === 'virtual' || event.mode === 'phone';

/** In one room, said or meant: "met", "received", "held talks in Vienna". */
export const isFaceToFace = (claim: EventClaim): boolean =>
  !isRemote(claim) &&
  (claim.event.channel === 'in-person' ||
    isVisit(claim) ||
    FACE.test(triggerOf(claim)) ||
    (claim.event.place !== null && claim.event.place.lat !== null));
