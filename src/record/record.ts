/** The words of the record: what is kept of a reading, what a claim, a fact, a judgment and a derivation are. Types only. */

import type { Actor, Event, Figure, Relation, Span, Speaker, Statement } from '../core/index.ts';
import type { Reading, ReadingMention } from '../reading/index.ts';

/** A printed Reading is stored and given back whole. */
export type RecordedReading = Reading;
export type RecordedMention = ReadingMention;
export type RecordedActor = Actor;
export type RecordedEvent = Event;
export type RecordedSpeaker = Speaker;
export type RecordedStatement = Statement;
export type RecordedFigure = Figure;
export type RecordedRelation = Relation;

export type ClaimKind = 'event' | 'statement' | 'figure' | 'relation';

/** What one document asserts once. The id is a hash of the content, so reading again gives the same id. */
export interface Claim {
  readonly id: string;
  readonly kind: ClaimKind;
  /** The document that asserts it. */
  readonly document: string;
  /** Position in the reading's `events`, `statements`, `figures` or `relations`. */
  readonly index: number;
  /** In the document's text, and its words. */
  readonly evidence: Span;
  readonly quote: string;
  readonly rule: string;
  readonly publisher: string | null;
  readonly published: string | null;
}

/** Whether two claims, documents or entities are one. By a rule or a person; never deleted, only superseded. */
export interface Judgment {
  readonly left: string;
  readonly right: string;
  readonly verdict: 'same' | 'different' | 'unsure';
  /** 0..1 */
  readonly score: number;
  /** Rule id, or a person's name. */
  readonly by: string;
  readonly why: string;
}

/** How one document comes from another. `quotes` joins no origins. */
export interface Derivation {
  readonly document: string;
  /** A document id, or null when the original is not in the record and only named. */
  readonly from: string | null;
  readonly relation: 'identical' | 'excerpt' | 'abridged' | 'revision' | 'rewrite' | 'spun' | 'quotes';
  readonly status: 'stated' | 'aligned' | 'inferred' | 'suspected';
  readonly why: string;
}

/** How many stand behind a fact. Origins are a range: unknown roots merged with known ones, or apart. */
export interface Support {
  readonly documents: readonly string[];
  readonly publishers: readonly string[];
  readonly origins: { readonly min: number; readonly max: number; readonly ids: readonly string[] };
  /** Official register entries that agree. */
  readonly registers: readonly string[];
}
