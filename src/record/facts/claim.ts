/** An event claim as fact-finding sees it: one document's word for one event. */

import type { Event, Grade } from '../../core/index.ts';
import type { Review } from '../review.ts';
import type { ToldFigure } from './figures.ts';

export interface EventClaim {
  /** Content hash; the same reading gives the same id. */
  readonly id: string;
  readonly document: string;
  readonly event: Event;
  /** The evidence in the document's words. */
  readonly quote: string;
  readonly publisher: string | null;
  /** ISO day of publication, or null. */
  readonly published: string | null;
  readonly grade: Grade;
  /** The root of the document's descent. */
  readonly origin: string;
  /** The agency or outlet that the root names as its source without our having its text. */
  readonly source: string | null;
  /** Figures that the document ties to this event, with the words they stand in. */
  readonly figures?: readonly ToldFigure[];
  /** What a person said of it: accepted, or corrected (then `event` is the corrected one). */
  readonly review?: Review | null;
}
