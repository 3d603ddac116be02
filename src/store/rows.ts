/** A reading as rows: pure, so that the same reading always makes the same rows. */

import type { Event, Span } from '../core/index.ts';
import { partiesOf, storyOf } from '../record/facts/index.ts';
import {
  type ClaimKind,
  claimIds,
  dayRange,
  type Findings,
  partyKey,
  partyKeys,
  type RecordedEvent,
  type RecordedReading,
  type Review,
  speakerKey,
  underReview,
} from '../record/index.ts';

export const NO_DAY = '-infinity';

// A communiqué signed by forty states makes 780 pairs; more parties than this are a crowd, found by its members alone.
export const MAX_PAIRED = 24;

/** Rows by table, in the order they are inserted. */
export interface ReadingRows {
  readonly documents: readonly object[];
  readonly events: readonly object[];
  readonly event_parties: readonly object[];
  readonly event_dyads: readonly object[];
  readonly statements: readonly object[];
  readonly figures: readonly object[];
  readonly relations: readonly object[];
  readonly entities: readonly object[];
  readonly document_entities: readonly object[];
}

export const READING_TABLES = [
  'documents',
  'events',
  'event_parties',
  'event_dyads',
  'statements',
  'figures',
  'relations',
  'entities',
  'document_entities',
] as const satisfies readonly (keyof ReadingRows)[];

export interface Provenance {
  readonly id: string;
  readonly version: string;
  readonly hash: string;
  readonly firstSeen: string;
}

const NO_REVIEWS: ReadonlyMap<string, Review> = new Map();

interface Reviewed<Kind extends ClaimKind> {
  /** What counts; of a rejected claim, what was read. */
  readonly finding: Findings[Kind];
  readonly columns: { readonly review: Review | null; readonly corrected: object | null; readonly rejected: boolean };
}

function reviewed<Kind extends ClaimKind>(
  kind: Kind,
  read: Findings[Kind],
  review: Review | undefined,
): Reviewed<Kind> {
  const counting = underReview(kind, read, review);
  const finding = counting ?? read;
  return {
    finding,
    columns: { review: review ?? null, corrected: finding === read ? null : finding, rejected: counting === null },
  };
}

/** Makes all rows of one document. Text that no database takes (zero characters, lone surrogates) becomes U+FFFD, one for one. */
export function readingRows(
  reading: RecordedReading,
  from: Provenance,
  reviews: ReadonlyMap<string, Review> = NO_REVIEWS,
): ReadingRows {
  const { article } = reading;
  const text = clean(article.text);
  const published = article.published === null ? null : dayRange(article.published);
  const day = published?.first ?? NO_DAY;
  const ids = claimIds({ ...reading, id: from.id });
  const quoteOf = (span: Span): string => text.slice(span[0], span[1]);
  const event_parties: object[] = [];
  const event_dyads: object[] = [];

  const events = reading.events.map((read, n) => {
    const id = ids.events[n]!;
    const { finding: event, columns } = reviewed('event', read, reviews.get(id));
    const range = event.date === null ? null : dayRange(event.date.value);
    const eventDay = range?.first ?? range?.last ?? day;
    if (!columns.rejected) {
      event_parties.push(...partyRows(event, id, eventDay));
      event_dyads.push(...dyadRows(event, id, eventDay));
    }
    return {
      id,
      document: from.id,
      n,
      type: event.type,
      mode: event.mode,
      modality: event.modality,
      first_day: range?.first ?? range?.last ?? null,
      last_day: range?.last ?? range?.first ?? null,
      day: eventDay,
      place_country: event.place?.country ?? null,
      confidence: finite(event.confidence),
      block: blockOf(event, id),
      quote: quoteOf(event.evidence),
      body: read,
      ...columns,
    };
  });
  const statements = reading.statements.map((read, n) => {
    const id = ids.statements[n]!;
    const { finding: said, columns } = reviewed('statement', read, reviews.get(id));
    return {
      id,
      document: from.id,
      n,
      act: said.act,
      speaker: clipped(said.speaker === null ? null : speakerKey(said.speaker)),
      speaker_name: nullable(said.speaker?.name ?? null),
      speaker_country: clipped(said.speaker?.country ?? null),
      day,
      confidence: finite(said.confidence),
      quote: quoteOf(said.evidence),
      body: read,
      ...columns,
    };
  });
  const figures = reading.figures.map((read, n) => {
    const id = ids.figures[n]!;
    const { finding: figure, columns } = reviewed('figure', read, reviews.get(id));
    return {
      id,
      document: from.id,
      n,
      value: finite(figure.value),
      unit: clipped(figure.unit),
      currency: figure.currency,
      item: nullable(figure.item),
      status: figure.status,
      day,
      quote: quoteOf(figure.evidence),
      body: read,
      ...columns,
    };
  });
  const relations = reading.relations.map((read, n) => {
    const id = ids.relations[n]!;
    const { finding: relation, columns } = reviewed('relation', read, reviews.get(id));
    const [a, b] = relation.parties.map((party) => clip(party)).sort() as [string, string];
    const range = dayRange(relation.date ?? '');
    return {
      id,
      document: from.id,
      n,
      a,
      b,
      ladder: relation.ladder,
      level: relation.level,
      change: relation.change,
      day: range?.first ?? day,
      quote: quoteOf(relation.evidence),
      body: read,
      ...columns,
    };
  });
  const mentioned = countEntities(reading, from.id);
  const names = new Set(reading.mentions.map((mention) => mention.name).filter((name) => name !== null));
  const rest = {
    ...reading,
    id: from.id,
    article: { ...article, text: null },
    events: null,
    statements: null,
    figures: null,
    relations: null,
  };

  return {
    documents: [
      {
        id: from.id,
        version: from.version,
        hash: from.hash,
        url: nullable(article.url),
        title: nullable(article.title),
        publisher: clipped(article.publisher),
        published: nullable(article.published),
        day,
        first_seen: from.firstSeen,
        grade: reading.grade,
        language: article.language,
        text,
        names: clean([...names].join(' · ')),
        events: events.length,
        statements: statements.length,
        figures: figures.length,
        relations: relations.length,
        reading: rest,
      },
    ],
    events,
    event_parties,
    event_dyads,
    statements,
    figures,
    relations,
    entities: mentioned.entities,
    document_entities: mentioned.counts,
  };
}

/** Claims of one block can be about one event. Those without known parties are alone. */
export function blockOf(event: RecordedEvent, id: string): string {
  const parties = partiesOf(event as Event);
  return parties === null ? `~${id}` : clip(`${storyOf(event as Event)} ${parties}`, 600);
}

function partyRows(event: RecordedEvent, id: string, day: string): object[] {
  const sides = new Map<string, string>();
  for (const actor of event.actors) for (const key of partyKeys(actor)) sides.set(key, 'actor');
  for (const recipient of event.recipients) {
    for (const key of partyKeys(recipient)) sides.set(key, sides.has(key) ? 'both' : 'recipient');
  }
  return [...sides].map(([key, side]) => ({ key: clip(key), day, event: id, side }));
}

function dyadRows(event: RecordedEvent, id: string, day: string): object[] {
  const keys = new Set<string>();
  for (const party of [...event.actors, ...event.recipients]) {
    const key = partyKey(party);
    if (key !== null) keys.add(clip(key));
  }
  const sorted = [...keys].sort().slice(0, MAX_PAIRED);
  return sorted.flatMap((a, i) => sorted.slice(i + 1).map((b) => ({ a, b, day, event: id })));
}

function countEntities(reading: RecordedReading, document: string): { entities: object[]; counts: object[] } {
  const entities = new Map<string, { id: string; kind: string; name: string; country: string | null }>();
  const counts = new Map<string, number>();
  for (const { entity, kind, name, country } of reading.mentions) {
    // "person:~name" is known inside its document only.
    if (entity === null || name === null) continue;
    const id = clip(entity);
    entities.set(id, entities.get(id) ?? { id, kind, name: clip(name), country });
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return {
    entities: [...entities.values()],
    counts: [...counts].map(([entity, mentions]) => ({ entity, document, mentions })),
  };
}

function clean(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\uFFFD');
}

/** What stands in an index must be short (2.7 KB at most); no name or code is this long. */
export function clip(text: string, length = 200): string {
  return clean(text.length > length ? text.slice(0, length) : text);
}

const clipped = (text: string | null): string | null => (text === null ? null : clip(text));

/** No column takes NaN from JSON, which has none. */
const finite = (value: number): number => (Number.isFinite(value) ? value : 0);

const nullable = (text: string | null): string | null => (text === null ? null : clean(text));
