/** The record as everybody outside the store sees it: what can be put in and asked. */

import type { Figure, Grade, Page, Span, Statement } from '../core/index.ts';
import type { Disagreement, State } from '../record/facts/index.ts';
import type { Derivation, RecordedEvent, RecordedReading, RelationClaim, Review, Support } from '../record/index.ts';

export type { Corrections, Review, ReviewBody } from '../record/index.ts';

import type { RegisterCoverage, RegisterEntry } from '../record/registers/index.ts';

export type { RegisterCoverage, RegisterEntry } from '../record/registers/index.ts';

export interface OpenOptions {
  /** The data folder: archive, lock, and the embedded database. Made when absent. */
  readonly dir: string;
  /** `postgres://…`: the projection lives there instead of in the folder; the archive stays in the folder. */
  readonly db?: string | undefined;
  /** Notices a person should see (torn tail cut, stale lock taken over, pages waiting to be read). Silent when absent. */
  readonly notice?: ((line: string) => void) | undefined;
}

/** A document to put into the record. */
export interface Entry {
  readonly page: Page;
  /** The raw bytes `page.hash` was made of: these go into the archive. */
  readonly bytes: Uint8Array;
  readonly reading: RecordedReading;
  /** ISO 8601 time of acquisition; the clock at `add` when absent. */
  readonly acquired?: string | undefined;
}

export interface Added {
  /** New documents. */
  readonly added: number;
  /** Documents the record had already, unchanged. */
  readonly known: number;
  /** Documents whose id was there with other bytes or other metadata: the newer version is shown now, the older stays archived. */
  readonly changed: number;
}

export interface DocumentQuery {
  /** Full text: words, "quoted phrases", or, -not. */
  readonly text?: string | undefined;
  readonly publisher?: string | undefined;
  readonly grade?: Grade | undefined;
  readonly language?: string | undefined;
  /** Entity id mentioned in the document ("state:VNM", "person:antony-blinken"). */
  readonly entity?: string | undefined;
  /** Published in this range of ISO days, ends included. Undated documents are left out once one is given. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** At most this many; 50 unless told, 1,000 at most. */
  readonly limit?: number | undefined;
  /** `next` of the page before. */
  readonly cursor?: string | undefined;
}

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
}

export interface Results<T> {
  readonly items: readonly T[];
  /** Give it as `cursor` to go on; null at the end. */
  readonly next: string | null;
}

export interface TimelineQuery {
  /** A code ("USA", "UNO"), an entity id ("person:antony-blinken"), an organisation ("ASEAN") or a name as the record knows it. */
  readonly actor?: string | undefined;
  /** The second of a pair, in any order and role. */
  readonly other?: string | undefined;
  /** ISO days, ends included; an event's interval must touch the range. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** PLOVER types. */
  readonly types?: readonly string[] | undefined;
  readonly modality?: readonly string[] | undefined;
  /** Only events of documents that match this full-text query. */
  readonly text?: string | undefined;
  readonly document?: string | undefined;
  readonly minConfidence?: number | undefined;
  /** Only what has no day at all, neither its own nor its document's. */
  readonly undated?: boolean | undefined;
  /** Events of documents graded `hold` are left out unless this is true. */
  readonly held?: boolean | undefined;
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
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

interface FindingQuery {
  /** Only from documents that match this full-text query. */
  readonly text?: string | undefined;
  /** ISO days of publication (of the event, where the finding has a date of its own). */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** With findings of documents graded `hold`. */
  readonly held?: boolean | undefined;
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
}

export interface StatementQuery extends FindingQuery {
  /** An entity id, a name, or a country code. */
  readonly speaker?: string | undefined;
  /** SAY, URGE, PLEDGE … */
  readonly acts?: readonly string[] | undefined;
}

export interface FigureQuery extends FindingQuery {
  readonly unit?: string | undefined;
  readonly currency?: string | undefined;
  /** Words in the item. */
  readonly item?: string | undefined;
  readonly status?: string | undefined;
  readonly atLeast?: number | undefined;
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

export interface FactQuery
  extends Pick<TimelineQuery, 'actor' | 'other' | 'from' | 'to' | 'text' | 'undated' | 'held' | 'limit' | 'cursor'> {
  /** CONSULT, AID …: a meeting planned, held and cancelled is one CONSULT story. */
  readonly stories?: readonly string[] | undefined;
  /** Where the story stands: occurred, planned, cancelled … */
  readonly states?: readonly string[] | undefined;
  /** Only facts whose claims differ in some slot. */
  readonly disagreeing?: boolean | undefined;
}

/** What is planned. */
export interface UpcomingQuery extends Pick<TimelineQuery, 'actor' | 'other' | 'to' | 'limit'> {
  /** ISO day: what ends before it is over. */
  readonly from: string;
}

/** Who met whom. Without an actor all pairs. */
export type MeetingQuery = Pick<TimelineQuery, 'actor' | 'from' | 'to' | 'limit'>;

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

export interface PersonQuery {
  /** All or part of a name, in any spelling that shares one of its parts; everybody when absent. */
  readonly name?: string | undefined;
  /** ISO3. */
  readonly country?: string | undefined;
  readonly limit?: number | undefined;
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

/** An archived page as it was acquired, to be read (again). */
export interface ArchivedPage {
  readonly id: string;
  readonly hash: string;
  readonly bytes: Uint8Array;
  readonly kind: Page['kind'];
  readonly url: string | null;
  readonly given: Page['given'];
  readonly charset: string;
  /** When it was acquired. */
  readonly acquired: string;
  /** The page made of it, as it was when it was added. */
  readonly page: Page;
}

/** Makes the reading of an archived page with the current readers; null when it cannot be read any more. */
export type ReadAgain = (page: ArchivedPage) => Promise<RecordedReading | null>;

export interface Rebuilt {
  readonly documents: number;
  /** Ids whose page gave no reading. */
  readonly failed: readonly string[];
}

/** What a person decides; archived, so that a rebuild keeps it. */
export interface Decision {
  readonly kind: 'judgment' | 'override' | 'exclusion' | 'search' | 'correction';
  /** Who; a name, never checked. */
  readonly by: string;
  /** What it is about: a claim, fact, document, entity or source. */
  readonly about: readonly string[];
  readonly why: string;
  /**
   * Kind-specific, JSON. A `judgment` is about two claims: `{ verdict: 'same' | 'different' | 'unsure' }`. An `override` is about
   * documents: `{ grade }`. A `correction` is about a claim: `ReviewBody`. The latest about the same thing counts. Other kinds are
   * kept and given back.
   */
  readonly body: unknown;
}

export interface StoredDecision extends Decision {
  readonly id: string;
  readonly at: string;
}

/** An official list of events, kept as published. */
export interface Register {
  /** "historyatstate-secretary-travels" */
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly entries: readonly RegisterEntry[];
  /** For whom and for which days it is complete: only there does its silence say something. */
  readonly coverage?: readonly RegisterCoverage[] | undefined;
}

export interface RegisterQuery {
  readonly register?: string | undefined;
  readonly person?: string | undefined;
  readonly country?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/**
 * A record: an append-only archive of pages, and a database made from it that can be asked.
 * Whatever a call has acknowledged is on the disk. One process owns a record at a time; calls on one
 * record may run at once. Every call after `close` throws ChanceryError 'bad-argument'.
 */
export interface Record {
  /** "pglite" or "postgres". */
  readonly engine: string;

  /**
   * Archives and projects documents; adding the same again adds nothing. Best in batches of 20–500.
   * All of a batch is in the record when it returns; when it throws, what was archived will be completed later.
   */
  add(entries: readonly Entry[]): Promise<Added>;

  /** Which of these pages the record holds already (same id, bytes and metadata), so that they need no reading. In the order given. */
  has(pages: readonly Page[]): Promise<readonly boolean[]>;

  /** Documents by publication day, newest first, undated last. */
  documents(query?: DocumentQuery): Promise<Results<DocumentSummary>>;

  /** A document with its whole reading; null when there is none of this id. */
  document(id: string): Promise<StoredDocument | null>;

  /** Whose words a document has, and who has its words; null when there is none of this id. */
  descent(id: string): Promise<DocumentDescent | null>;

  /** Events, newest first, undated last. */
  timeline(query?: TimelineQuery): Promise<Results<TimelineItem>>;

  /** One claim's event by its id; null when unknown. */
  event(id: string): Promise<TimelineItem | null>;

  /** Facts, newest first, undated last. Computes those whose claims have changed before it answers. */
  facts(query?: FactQuery): Promise<Results<StoredFact>>;

  /** The fact with this id or with a claim of this id; null when there is none. */
  fact(id: string): Promise<StoredFact | null>;

  /** People across documents and spellings, those in most documents first. */
  people(query?: PersonQuery): Promise<readonly FoundPerson[]>;

  /** Planned facts from a day on, soonest first. */
  upcoming(query: UpcomingQuery): Promise<readonly StoredFact[]>;

  /** Whom an actor met how often, most first; without an actor, all pairs of countries and bodies. */
  meetings(query?: MeetingQuery): Promise<readonly Counterpart[]>;

  /** What `timeline` would list, counted by day. */
  histogram(query?: TimelineQuery): Promise<Histogram>;

  /** What `facts` would list, counted by day. */
  factHistogram(query?: FactQuery): Promise<Histogram>;

  /** Who said what, newest first. */
  statements(query?: StatementQuery): Promise<Results<FoundStatement>>;

  /** How much, newest first. */
  figures(query?: FigureQuery): Promise<Results<FoundFigure>>;

  /** What documents say of the relation of two parties (codes), oldest first. */
  relationClaims(a: string, b: string): Promise<readonly RelationClaim[]>;

  /** Documents matching a full-text query, newest first. */
  search(text: string, options?: { readonly limit?: number; readonly cursor?: string }): Promise<Results<SearchHit>>;

  stats(): Promise<Stats>;

  /** Everything that could be wrong, checked. `deep` reads the whole archive and compares every hash. */
  doctor(options?: { readonly deep?: boolean }): Promise<readonly Check[]>;

  /** Pages that are archived but not yet read, after an unclean stop. */
  waiting(): Promise<number>;

  /** Reads and projects the waiting pages. */
  catchUp(read: ReadAgain): Promise<Rebuilt>;

  /** Makes the whole database again from the archive. Same readers, same ids and rows. */
  rebuild(read: ReadAgain, progress?: (done: number, total: number) => void): Promise<Rebuilt>;

  /** The bytes of a document as archived; null when unknown. */
  page(id: string): Promise<ArchivedPage | null>;

  /** Archives what a person decided and returns its id (a content hash: deciding the same twice is one decision). */
  decide(decision: Decision): Promise<string>;
  decisions(kind?: Decision['kind']): Promise<readonly StoredDecision[]>;

  /** Archives an official register and replaces its entries. Returns how many entries it has now. */
  addRegister(register: Register): Promise<number>;
  registerEntries(query?: RegisterQuery): Promise<readonly RegisterEntry[]>;

  /** Says in the lock where this process serves the record, so that others can ask it. */
  announce(address: string): Promise<void>;

  close(): Promise<void>;
}
