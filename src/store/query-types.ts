/** What the record can be asked for. All days are ISO 8601, ends included. */

import type { Grade } from '../core/index.ts';

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

export interface PersonQuery {
  /** All or part of a name, in any spelling that shares one of its parts; everybody when absent. */
  readonly name?: string | undefined;
  /** ISO3. */
  readonly country?: string | undefined;
  readonly limit?: number | undefined;
}

export interface RegisterQuery {
  readonly register?: string | undefined;
  readonly person?: string | undefined;
  readonly country?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}
