/** The record as everybody outside the store sees it: what can be put in, decided and asked. */

import type { Page } from '../core/index.ts';
import type { RecordedReading, RelationClaim } from '../record/index.ts';
import type { RegisterCoverage, RegisterEntry } from '../record/registers/index.ts';
import type {
  Check,
  Counterpart,
  DocumentDescent,
  DocumentSummary,
  FoundFigure,
  FoundPerson,
  FoundStatement,
  Histogram,
  Results,
  SearchHit,
  Stats,
  StoredDocument,
  StoredFact,
  TimelineItem,
} from './answer-types.ts';
import type {
  DocumentQuery,
  FactQuery,
  FigureQuery,
  MeetingQuery,
  PersonQuery,
  RegisterQuery,
  StatementQuery,
  TimelineQuery,
  UpcomingQuery,
} from './query-types.ts';

export type { Corrections, Review, ReviewBody } from '../record/index.ts';
export type { RegisterCoverage, RegisterEntry } from '../record/registers/index.ts';
export type * from './answer-types.ts';
export type * from './query-types.ts';

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
