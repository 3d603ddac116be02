/** Which claims can be about one event at all: the same kind of story between the same parties. */

import type { Event } from '../../core/index.ts';
import { partyKey } from '../claims.ts';
import type { EventClaim } from './claim.ts';

/**
 * The kind of story an event belongs to. Planned, held and cancelled meetings are one story with states, so an AGREE that stands for a
 * planned meeting and a REJECT that calls one off count as CONSULT.
 */
export function storyOf(event: Event): string {
  if (event.type === 'AGREE' && event.alt.includes('CONSULT')) return 'CONSULT';
  if (event.type === 'REJECT' && event.mode === 'meet') return 'CONSULT';
  return event.type;
}

/** Types in which who did it to whom makes the event; in the others all stand on one side. */
const DIRECTED = new Set([
  'AID',
  'REQUEST',
  'ACCUSE',
  'REJECT',
  'THREATEN',
  'SANCTION',
  'COERCE',
  'ASSAULT',
  'PROTEST',
  'CONCEDE',
  'RETREAT',
]);

/**
 * Parties after roll-up: a minister, a ministry and a capital stand for their country; a named organisation for itself.
 * Null when nobody is known: such claims never meet.
 */
export function partiesOf(event: Event): string | null {
  const side = (actors: Event['actors']): string[] =>
    [...new Set(actors.map(partyKey).filter((party) => party !== null))].sort();
  const [left, right] = [side(event.actors), side(event.recipients)];
  if (left.length + right.length === 0) return null;
  if (DIRECTED.has(storyOf(event))) return `${left.join('+')}>${right.join('+')}`;
  return [...new Set([...left, ...right])].sort().join('+');
}

/** Claims by block; claims without parties are left out. */
export function blocksOf(claims: readonly EventClaim[]): Map<string, EventClaim[]> {
  const blocks = new Map<string, EventClaim[]>();
  for (const claim of claims) {
    const parties = partiesOf(claim.event);
    if (parties === null) continue;
    const key = `${storyOf(claim.event)} ${parties}`;
    const block = blocks.get(key);
    if (block) block.push(claim);
    else blocks.set(key, [claim]);
  }
  return blocks;
}
