/** Findings: what happened, who said what, how much, and where a relationship stands. Shapes as in the Reading format. */

import type { Bound, Mentioned, Sector } from './mentioned.ts';
import type { Span } from './span.ts';

/** PLOVER 2021 (OEDA manual, draft 2.0). */
export const EVENT_TYPES = [
  'AGREE',
  'CONSULT',
  'SUPPORT',
  'CONCEDE',
  'COOPERATE',
  'AID',
  'RETREAT',
  'REQUEST',
  'ACCUSE',
  'REJECT',
  'THREATEN',
  'PROTEST',
  'SANCTION',
  'MOBILIZE',
  'COERCE',
  'ASSAULT',
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

export type Modality =
  | 'occurred'
  | 'ongoing'
  | 'planned'
  | 'possible'
  | 'requested'
  | 'denied'
  | 'cancelled'
  | 'historical';

export interface Actor {
  /** The quote of `span`. */
  readonly text: string;
  readonly span: Span;
  readonly country: string | null;
  readonly code: string | null;
  readonly sector: Sector | null;
  readonly org: string | null;
  readonly name: string | null;
  readonly role: string | null;
  readonly entity: string | null;
}

export interface EventDate {
  readonly value: string;
  readonly precision: string;
  readonly basis: string;
  readonly span: Span | null;
}

export interface EventPlace {
  readonly name: string;
  readonly country: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly span: Span;
}

export interface Event {
  readonly type: EventType;
  readonly mode: string | null;
  readonly contexts: readonly string[];
  /** Types that the codebook's contradictions also allow. */
  readonly alt: readonly EventType[];
  /** Reciprocal events list everybody here and leave `recipients` empty. */
  readonly actors: readonly Actor[];
  readonly recipients: readonly Actor[];
  readonly date: EventDate | null;
  readonly place: EventPlace | null;
  readonly channel: 'in-person' | 'virtual' | 'phone' | null;
  readonly modality: Modality;
  readonly trigger: Span;
  /** The event's own sentence. */
  readonly evidence: Span;
  /** Index into `statements`, when the event is somebody's word. */
  readonly attributedTo: number | null;
  readonly rule: string;
  readonly confidence: number;
}

export type Act =
  | 'SAY'
  | 'URGE'
  | 'DEMAND'
  | 'PLEDGE'
  | 'PROPOSE'
  | 'WELCOME'
  | 'ENDORSE'
  | 'CONDEMN'
  | 'ACCUSE'
  | 'DENY'
  | 'REJECT'
  | 'WARN'
  | 'THREATEN'
  | 'HOPE'
  | 'AFFIRM'
  | 'ANNOUNCE'
  | 'CONCEDE'
  | 'CONDOLE'
  | 'REPORT'
  | 'NOCOMMENT';

export interface Speaker {
  readonly text: string;
  readonly span: Span;
  readonly name: string | null;
  readonly entity: string | null;
  readonly country: string | null;
  readonly sector: Sector | null;
  readonly anonymous: boolean;
}

export interface Statement {
  readonly speaker: Speaker | null;
  readonly addressee: Speaker | null;
  readonly act: Act;
  readonly cue: Span | null;
  readonly content: readonly Span[];
  readonly quotation: 'direct' | 'indirect' | 'mixed';
  readonly verbatim: boolean;
  /** Outer to inner: the outlets and bodies through whom it reached us. */
  readonly via: readonly { readonly name: string; readonly span: Span }[];
  readonly venue: string | null;
  readonly evidence: Span;
  readonly rule: string;
  readonly confidence: number;
}

export interface Figure {
  readonly value: number;
  readonly bound: Bound;
  readonly unit: string | null;
  readonly currency: string | null;
  readonly currencyBasis: 'stated' | 'assumed' | null;
  readonly item: string | null;
  readonly partOf: number | null;
  readonly status: 'donated' | 'pledged' | 'planned' | 'reported';
  readonly span: Span;
  readonly evidence: Span;
  /** Index into `events`. */
  readonly event: number | null;
}

export interface Relation {
  readonly parties: readonly [string, string];
  /** Ladder owner as in data/ladders ("vn", "asean", "cn"), or null for a relation outside the ladders. */
  readonly ladder: string | null;
  readonly level: string;
  readonly change: 'holds' | 'established' | 'upgraded' | 'sought' | 'downgraded';
  readonly since: string | null;
  readonly date: string | null;
  readonly evidence: Span;
  readonly rule: string;
}

export interface Found extends Mentioned {
  /** By confidence, ties in text order. */
  readonly events: readonly Event[];
  readonly statements: readonly Statement[];
  readonly figures: readonly Figure[];
  readonly relations: readonly Relation[];
}
