/** One line of the timeline: a fact that documents agree on, or one report of it. */

import type { Event, Grade, StoredFact, TimelineItem } from '../../index.ts';

export interface Entry {
  readonly id: string;
  readonly event: Event;
  /** Whether it happened, as the last of its reports has it. */
  readonly modality: Event['modality'];
  readonly quote: string;
  readonly day: string | null;
  /** Where the words stand. */
  readonly document: string;
  readonly claim: string;
  readonly publisher: string | null;
  readonly title: string | null;
  readonly held: boolean;
  readonly grade: Grade | null;
  /** Null for a single report. */
  readonly fact: StoredFact | null;
}

export function entryOfReport({ id, event, quote, day, document }: TimelineItem): Entry {
  const { publisher, title, grade } = document;
  return {
    id,
    event,
    modality: event.modality,
    quote,
    day,
    document: document.id,
    claim: id,
    publisher,
    title,
    held: grade === 'hold',
    grade,
    fact: null,
  };
}

export function entryOfFact(fact: StoredFact): Entry {
  const best = fact.claims.find(({ quote }) => quote === fact.quote) ?? fact.claims[0];
  return {
    id: fact.id,
    event: fact.event,
    modality: fact.state as Event['modality'],
    quote: fact.quote,
    day: fact.day,
    document: best?.document ?? '',
    claim: best?.id ?? fact.id,
    publisher: best?.publisher ?? null,
    title: null,
    held: fact.held,
    grade: null,
    fact,
  };
}

/** Where the evidence is read: the document when there is one, the fact page when there are several to compare. */
export function addressOf(
  entry: Entry,
):
  | { readonly to: '/facts/$id'; readonly id: string }
  | { readonly to: '/documents/$id'; readonly id: string; readonly hash: string } {
  return entry.fact !== null && entry.fact.claims.length > 1
    ? { to: '/facts/$id', id: entry.id }
    : { to: '/documents/$id', id: entry.document, hash: `event-${entry.claim}` };
}

/** "2", or "2–3" while it is not known whether two roots are one. */
export function originsOf({ support }: Pick<StoredFact, 'support'>): string {
  const { min, max } = support.origins;
  return min === max ? String(min) : `${min}–${max}`;
}
