/** The words of the record: what is kept of a reading, what a claim, a fact, a judgment and a derivation are. Types only. */

import type { Flag, Grade, Span } from '../core/index.ts';

/** A printed Reading (`chancery.reading/1`) as far as the record looks into it; it is stored and given back whole. */
export interface RecordedReading {
  readonly format: string;
  readonly id: string;
  readonly article: {
    readonly url: string | null;
    readonly title: string | null;
    readonly byline: readonly string[];
    readonly publisher: string | null;
    readonly published: string | null;
    readonly publishedBasis: string | null;
    readonly language: string | null;
    readonly text: string;
  };
  readonly mentions: readonly RecordedMention[];
  readonly events: readonly RecordedEvent[];
  readonly statements: readonly RecordedStatement[];
  readonly figures: readonly RecordedFigure[];
  readonly relations: readonly RecordedRelation[];
  readonly flags: readonly Flag[];
  readonly grade: Grade;
}

export interface RecordedMention {
  readonly span: Span;
  readonly kind: string;
  readonly name: string | null;
  readonly entity: string | null;
  readonly country: string | null;
}

export interface RecordedActor {
  readonly text: string;
  readonly span: Span;
  readonly country: string | null;
  readonly code: string | null;
  readonly sector: string | null;
  readonly org: string | null;
  readonly name: string | null;
  readonly role: string | null;
  readonly entity: string | null;
}

export interface RecordedEvent {
  readonly type: string;
  readonly mode: string | null;
  readonly contexts: readonly string[];
  readonly actors: readonly RecordedActor[];
  readonly recipients: readonly RecordedActor[];
  readonly date: {
    readonly value: string;
    readonly precision: string;
    readonly basis: string;
    readonly span: Span | null;
  } | null;
  readonly place: { readonly name: string; readonly country: string | null } | null;
  readonly channel: string | null;
  readonly modality: string;
  readonly trigger: Span;
  readonly evidence: Span;
  readonly attributedTo: number | null;
  readonly rule: string;
  readonly confidence: number;
}

export interface RecordedSpeaker {
  readonly text: string;
  readonly span: Span;
  readonly name: string | null;
  readonly entity: string | null;
  readonly country: string | null;
  readonly sector: string | null;
  readonly anonymous: boolean;
}

export interface RecordedStatement {
  readonly speaker: RecordedSpeaker | null;
  readonly addressee: RecordedSpeaker | null;
  readonly act: string;
  readonly cue: Span | null;
  readonly content: readonly Span[];
  readonly quotation: string;
  readonly verbatim: boolean;
  readonly evidence: Span;
  readonly rule: string;
  readonly confidence: number;
}

export interface RecordedFigure {
  readonly value: number;
  readonly bound: string;
  readonly unit: string | null;
  readonly currency: string | null;
  readonly item: string | null;
  readonly status: string;
  readonly span: Span;
  readonly evidence: Span;
  readonly event: number | null;
}

export interface RecordedRelation {
  readonly parties: readonly [string, string];
  readonly ladder: string | null;
  readonly level: string;
  readonly change: string;
  readonly since: string | null;
  readonly date: string | null;
  readonly evidence: Span;
  readonly rule: string;
}

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
