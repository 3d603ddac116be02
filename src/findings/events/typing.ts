/** From frame and modality to one PLOVER type: time first, then the type, then what the codebook also allows. */

import type { EventType, Modality } from '../../core/index.ts';
import type { Frame } from './lexicon.ts';
import type { Reading } from './reading.ts';

export interface Typed {
  readonly type: EventType;
  readonly mode: string | null;
  readonly alt: readonly EventType[];
  readonly modality: Modality;
}

export interface Refused {
  readonly refused: string;
}

const COOPERATIVE: ReadonlySet<EventType> = new Set(['AGREE', 'CONSULT', 'SUPPORT', 'COOPERATE', 'AID']);
const GIVING_WAY: ReadonlySet<EventType> = new Set(['CONCEDE', 'RETREAT']);
const HOSTILE: ReadonlySet<EventType> = new Set(['SANCTION', 'COERCE', 'ASSAULT', 'MOBILIZE', 'PROTEST']);

/** What a threat of this type threatens with; null when PLOVER has no word for it. */
const THREAT_MODE: Readonly<Partial<Record<EventType, string>>> = {
  ASSAULT: 'violence',
  SANCTION: 'restrict',
  COERCE: 'restrict',
};

/** Types an event by its frame and modality, or says why there is none. `noun`: only a noun tells it. */
export function typeEvent(frame: Frame, reading: Reading, noun = false): Typed | Refused {
  const { modality } = reading;
  if (modality === null) return { refused: reading.reason };
  if (frame.negative && frame.type !== 'THREATEN') {
    if (frame.only.has('refusal') && !reading.refusal) return { refused: 'needs a refusal' };
    if (modality !== 'denied' || /^(no longer|did not|has yet to)$/.test(reading.reason))
      return { refused: 'needs a denial' };
    return { type: frame.type, mode: frame.mode, alt: frame.alt, modality: 'occurred' };
  }
  if (frame.negative) {
    if (modality !== 'denied' || !reading.refusal) return { refused: 'needs a denial' };
    return {
      type: frame.type,
      mode: frame.mode,
      alt: frame.alt,
      modality: reading.conditional ? 'possible' : 'planned',
    };
  }
  // "will respond in kind": hostile only as an announcement.
  if (frame.only.has('to-come')) {
    const open = modality === 'possible' && reading.conditional && reading.reason === 'would';
    if (modality !== 'planned' && !open) return { refused: 'a threat only when to come' };
    return {
      type: frame.type,
      mode: frame.mode,
      alt: frame.alt,
      modality: reading.conditional ? 'possible' : 'planned',
    };
  }
  if (modality === 'denied') {
    if (reading.reason === 'no longer' && (frame.type === 'REQUEST' || frame.type === 'REJECT'))
      return { type: 'CONCEDE', mode: null, alt: [], modality: 'occurred' };
    if (reading.refusal && (COOPERATIVE.has(frame.type) || GIVING_WAY.has(frame.type)))
      return { type: 'REJECT', mode: refusalMode(frame.type), alt: [], modality: 'occurred' };
    return { refused: `denied: ${reading.reason}` };
  }
  // "cancelled the joint exercise", "postponed the trip"
  if (modality === 'cancelled' && (frame.type === 'CONSULT' || frame.type === 'COOPERATE'))
    return { type: 'REJECT', mode: frame.type === 'CONSULT' ? 'meet' : null, alt: [], modality };
  if (modality === 'requested' || modality === 'cancelled') return { refused: `${modality}: ${reading.reason}` };
  if (frame.type === 'REQUEST') {
    if (modality === 'possible') return { refused: reading.reason };
    return {
      type: 'REQUEST',
      mode: frame.mode,
      alt: frame.alt,
      modality: modality === 'historical' ? 'historical' : 'requested',
    };
  }
  if (frame.planned) {
    const own: Modality = modality === 'historical' ? 'historical' : 'planned';
    if (modality === 'possible' && !reading.conditional) return { refused: reading.reason };
    return { type: frame.type, mode: frame.mode, alt: frame.alt, modality: reading.conditional ? 'possible' : own };
  }
  if (modality === 'possible') {
    if (!reading.conditional || reading.reason !== 'would') return { refused: reading.reason };
    // "would help if asked": an offer; "would bomb if attacked": a threat.
    return future(frame, 'possible');
  }
  // "voted to reject the plan": who decides on a refusal has refused.
  if (
    modality === 'planned' &&
    reading.reason === 'decided' &&
    (frame.type === 'REJECT' || frame.mode === 'disapprove')
  )
    return { type: frame.type, mode: frame.mode, alt: frame.alt, modality: frame.modality ?? 'occurred' };
  if (modality === 'planned' && noun && !COOPERATIVE.has(frame.type)) return { refused: `a ${frame.type} only named` };
  if (modality === 'planned') return future(frame, reading.conditional ? 'possible' : 'planned');
  if (frame.modality !== null && modality !== 'historical')
    return { type: frame.type, mode: frame.mode, alt: frame.alt, modality: frame.modality };
  return { type: frame.type, mode: frame.mode, alt: frame.alt, modality };
}

function future(frame: Frame, modality: Modality): Typed | Refused {
  const { type } = frame;
  if (type === 'AGREE' || type === 'THREATEN') return { type, mode: frame.mode, alt: frame.alt, modality };
  if (COOPERATIVE.has(type)) return { type: 'AGREE', mode: null, alt: [type], modality };
  if (GIVING_WAY.has(type))
    return { type: 'AGREE', mode: null, alt: type === 'CONCEDE' ? ['CONCEDE'] : ['CONCEDE', type], modality };
  if (type === 'REJECT') return { type, mode: frame.mode, alt: frame.alt, modality: frame.modality ?? 'planned' };
  if (HOSTILE.has(type)) return { type: 'THREATEN', mode: threatMode(frame), alt: [type], modality };
  if (type === 'ACCUSE' && frame.mode === 'allege')
    return { type: 'THREATEN', mode: 'arrest', alt: ['ACCUSE'], modality };
  return { refused: `${type} to come` };
}

function threatMode(frame: Frame): string | null {
  if (frame.type === 'THREATEN') return frame.mode;
  if (frame.mode === 'expel' || frame.mode === 'deport') return 'expel';
  if (frame.mode === 'arrest') return 'arrest';
  if (frame.mode === 'seize') return 'territory';
  return THREAT_MODE[frame.type] ?? null;
}

/** The mode of a threat whose complement is an event of this frame. */
export const threatOf = (frame: Frame): string | null => threatMode(frame);

/** Whether an act of this frame, promised, is a threat. */
export const isHostile = (frame: Frame): boolean =>
  (HOSTILE.has(frame.type) && frame.type !== 'MOBILIZE') || (frame.type === 'THREATEN' && frame.only.has('to-come'));

/** The mode of a refusal, from the type of what is refused. */
export function refusalMode(type: EventType): string | null {
  if (type === 'AID' || type === 'COOPERATE') return 'assist';
  if (type === 'CONSULT') return 'meet';
  if (type === 'RETREAT') return 'yield';
  if (type === 'CONCEDE') return 'change';
  return null;
}

/** The mode of a request, from the type of what is asked for. */
export function requestMode(type: EventType): string | null {
  if (type === 'AID' || type === 'COOPERATE') return 'assist';
  if (type === 'CONSULT') return 'meet';
  if (type === 'RETREAT') return 'yield';
  if (type === 'CONCEDE' || type === 'SUPPORT') return 'change';
  return null;
}
