/** What the record answers. */

import type { Figure, Grade, Span, Statement } from '../core/index.ts';
import type { AlignedRestoration } from '../record/copies/index.ts';
import type { Disagreement, State } from '../record/facts/index.ts';
import type { Derivation, RecordedEvent, RecordedReading, Review, Support } from '../record/index.ts';
import type { LineageLine } from '../record/lineage.ts';

export type { AlignedRestoration } from '../record/copies/index.ts';
export type { LineageLine } from '../record/lineage.ts';

export interface DocumentSummary {
  readonly id: string;
  readonly url: string | null;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  /** When the archive first got it (ISO 8601). */
  readonly firstSeen: string;
  readonly grade: Grade;
  readonly language: string | null;
  /** Findings in it. */
  readonly counts: {
    readonly events: number;
    readonly statements: number;
    readonly figures: number;
    readonly relations: number;
  };
  /** One origin is shared by all documents derived from it; the document's own id until something else is known. */
  readonly origin: string;
  readonly copyOf: string | null;
  readonly relation: string | null;
}

export interface StoredDocument extends DocumentSummary {
  readonly hash: string;
  /** As it was read; what people said of its findings stands in `reviews`. */
  readonly reading: RecordedReading;
  readonly reviews: readonly ReviewedClaim[];
  /**
   * What stood in a spun text before, read off documents of the record whose words it has: a view, computed when asked. The reading's
   * own restorations, on which its findings stand, stay in `reading.restorations`. Empty unless the text is spun.
   */
  readonly aligned: readonly AlignedRestoration[];
}

/** What a person said of one finding of a document. */
export interface ReviewedClaim extends Review {
  readonly claim: string;
  /** Where the finding stands in the reading. */
  readonly findings: 'events' | 'statements' | 'figures' | 'relations';
  readonly index: number;
}

/** Where a document's words come from. */
export interface DocumentDescent {
  /** The document at the root of its chain; its own id when nothing older is known. */
  readonly origin: string;
  /** The agency or outlet the root names as its source without our having its text. */
  readonly source: string | null;
  readonly derivation: Derivation | null;
  /** Documents that share its words, most first. `quotes` shares only a quotation. */
  readonly kin: readonly {
    readonly document: string;
    readonly relation: Derivation['relation'];
    readonly words: number;
    readonly why: string;
  }[];
  /** All other documents of the same origin. */
  readonly family: readonly string[];
  /** The origin and what comes from it, ready to be drawn; of a large family 40 lines, this document's own chain among them. */
  readonly lineage: readonly LineageLine[];
}

export interface Results<T> {
  readonly items: readonly T[];
  /** Give it as `cursor` to go on; null at the end. */
  readonly next: string | null;
}

/** One event as one document tells it, newest first. */
export interface TimelineItem {
  /** The claim's id, a content hash. */
  readonly id: string;
  /** Position in the reading's `events`. */
  readonly index: number;
  /** Corrected where a person corrected it. */
  readonly event: RecordedEvent;
  /** What a person said of it; null when nobody did. A rejected claim is found by its id only, and in its document. */
  readonly review: Review | null;
  /** The evidence sentence in the document's words. */
  readonly quote: string;
  /** ISO day it is sorted by: the event's first day, else the publication day; null when neither is known. */
  readonly day: string | null;
  readonly dayBasis: 'event' | 'published' | null;
  readonly document: {
    readonly id: string;
    readonly title: string | null;
    readonly publisher: string | null;
    readonly published: string | null;
    readonly url: string | null;
    readonly grade: Grade;
  };
}

export interface FoundStatement {
  readonly id: string;
  readonly statement: Statement;
  readonly review: Review | null;
  /** The evidence in the document's words. */
  readonly quote: string;
  readonly day: string | null;
  readonly document: TimelineItem['document'];
}

export interface FoundFigure extends Omit<FoundStatement, 'statement'> {
  readonly figure: Figure;
}

export interface Counterpart {
  /** Keys as in `TimelineQuery.actor`; names where the record has them. */
  readonly actor: string;
  readonly actorName: string | null;
  readonly counterpart: string;
  readonly counterpartName: string | null;
  /** ISO3 of the counterpart. */
  readonly country: string | null;
  /** Meetings, visits and calls held together. */
  readonly meetings: number;
  readonly first: string | null;
  readonly last: string | null;
}

/** A person across documents. */
export interface FoundPerson {
  /** The tables' entity, else "person:~" and the fullest name. */
  readonly id: string;
  readonly name: string;
  /** All spellings. */
  readonly aliases: readonly string[];
  readonly country: string | null;
  /** The entities taken together, with the reason for each but the first. A judgment about two of them parts or joins. */
  readonly entities: readonly { readonly id: string; readonly why: string | null }[];
  readonly documents: number;
}

/** One event as all documents together tell it. Computed from claims, never edited. */
export interface StoredFact {
  /** The smallest id of its claims. Any of its claims' ids finds it. */
  readonly id: string;
  readonly story: string;
  readonly state: string;
  /** ISO day it is sorted by: the event's first day, else the earliest publication; null when neither is known. */
  readonly day: string | null;
  /** Of the claim that tells it best. */
  readonly event: RecordedEvent;
  readonly quote: string;
  readonly claims: readonly {
    readonly id: string;
    readonly document: string;
    readonly publisher: string | null;
    readonly published: string | null;
    readonly modality: string;
    readonly date: string | null;
    readonly quote: string;
    readonly origin: string;
    /** Why it belongs to this fact; null for the first. */
    readonly why: string | null;
    /** What a person said of it; null when nobody did. Rejected claims are in no fact. */
    readonly review: Review | null;
  }[];
  readonly states: readonly State[];
  readonly support: Support;
  readonly disagreements: readonly Disagreement[];
  /** What official registers say of it; null when it is not theirs to say. */
  readonly register: { readonly verdict: 'confirmed' | 'contradicted'; readonly why: string } | null;
  /** Only documents on hold tell it. */
  readonly held: boolean;
}

/** How many events or facts a query selects, by their day, type and modality (for facts: story and state). */
export interface Histogram {
  /** What one bar holds: the smallest of these that makes at most 150 bars. */
  readonly unit: 'day' | 'month' | 'year';
  /** Earliest first; bars of nothing are left out. `day` is the bar's first. */
  readonly bars: readonly { readonly day: string; readonly count: number }[];
  readonly undated: number;
  /** With the undated. */
  readonly total: number;
  readonly types: { readonly [type: string]: number };
  readonly modalities: { readonly [modality: string]: number };
}

export interface SearchHit {
  readonly document: DocumentSummary;
  /** Spans of a few matching words in the reading's `article.text`, in text order. */
  readonly spans: readonly Span[];
  /** The text around the first match. */
  readonly snippet: string;
}

export interface Stats {
  readonly documents: number;
  readonly events: number;
  readonly statements: number;
  readonly figures: number;
  readonly relations: number;
  readonly publishers: number;
  readonly entities: number;
  /** Earliest and latest publication day. */
  readonly from: string | null;
  readonly to: string | null;
  readonly grades: { readonly usable: number; readonly 'use-with-care': number; readonly hold: number };
  readonly archive: { readonly segments: number; readonly bytes: number; readonly pages: number };
  readonly engine: string;
}

export interface Check {
  /** `archive`, `projection`, `lock`, `versions`, … */
  readonly name: string;
  readonly ok: boolean;
  /** What was found, in one line. */
  readonly detail: string;
}
