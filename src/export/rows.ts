/** Facts as flat rows: one a fact, or one a pair of parties as event-data users expect. */

import type { Actor } from '../core/index.ts';
import { partyKey } from '../record/index.ts';
import type { StoredFact } from '../store/record-api.ts';

export type Cell = string | number | null;
export type FlatRow = Readonly<Record<string, Cell>>;

/**
 * PLOVER 2021 quadrant (1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict) and the CAMEO root code the type
 * comes from (OEDA crosswalk of 17 September 2021; where a type has several roots, the first).
 */
const CODES: Readonly<Record<string, readonly [quad: number, cameo: string]>> = {
  AGREE: [1, '03'],
  CONSULT: [1, '04'],
  SUPPORT: [1, '05'],
  CONCEDE: [1, '08'],
  COOPERATE: [2, '06'],
  AID: [2, '07'],
  RETREAT: [2, '08'],
  REQUEST: [3, '10'],
  ACCUSE: [3, '11'],
  REJECT: [3, '12'],
  THREATEN: [3, '13'],
  PROTEST: [4, '14'],
  SANCTION: [4, '16'],
  MOBILIZE: [4, '15'],
  COERCE: [4, '17'],
  ASSAULT: [4, '18'],
};

const named = (actors: readonly Actor[]): string => actors.map((actor) => actor.name ?? actor.text).join('; ');
const codes = (actors: readonly Actor[]): string => actors.map((actor) => actor.code ?? '').join('; ');
const sectors = (actors: readonly Actor[]): string => actors.map((actor) => actor.sector ?? '').join('; ');

/** One row a fact. Lists are joined by "; ", in the same order in every column of a side. */
export function factRow(fact: StoredFact): FlatRow {
  const { event, support } = fact;
  return {
    id: fact.id,
    day: fact.day,
    date: event.date?.value ?? null,
    date_precision: event.date?.precision ?? null,
    type: event.type,
    mode: event.mode,
    story: fact.story,
    state: fact.state,
    contexts: event.contexts.join('; '),
    actors: named(event.actors),
    actor_codes: codes(event.actors),
    actor_sectors: sectors(event.actors),
    recipients: named(event.recipients),
    recipient_codes: codes(event.recipients),
    recipient_sectors: sectors(event.recipients),
    place: event.place?.name ?? null,
    place_country: event.place?.country ?? null,
    lat: event.place?.lat ?? null,
    lon: event.place?.lon ?? null,
    channel: event.channel,
    confidence: event.confidence,
    documents: support.documents.length,
    publishers: support.publishers.length,
    origins_min: support.origins.min,
    origins_max: support.origins.max,
    register: fact.register?.verdict ?? null,
    disagreements: fact.disagreements.filter(({ verdict }) => verdict === 'conflict').length,
    quote: fact.quote,
    document_ids: support.documents.join('; '),
  };
}

export const FACT_COLUMNS: readonly string[] = [
  'id',
  'day',
  'date',
  'date_precision',
  'type',
  'mode',
  'story',
  'state',
  'contexts',
  'actors',
  'actor_codes',
  'actor_sectors',
  'recipients',
  'recipient_codes',
  'recipient_sectors',
  'place',
  'place_country',
  'lat',
  'lon',
  'channel',
  'confidence',
  'documents',
  'publishers',
  'origins_min',
  'origins_max',
  'register',
  'disagreements',
  'quote',
  'document_ids',
];

export const DYAD_COLUMNS: readonly string[] = [
  'event_id',
  'date',
  'year',
  'month',
  'source',
  'source_sector',
  'source_name',
  'target',
  'target_sector',
  'target_name',
  'reciprocal',
  'type',
  'mode',
  'quad',
  'cameo_root',
  'state',
  'place_country',
  'lat',
  'lon',
  'documents',
  'publishers',
  'origins_min',
  'origins_max',
  'confidence',
];

/**
 * One row a dyad, source to target; of a reciprocal event each unordered pair once, `reciprocal` 1. A fact without a second party has one row
 * with an empty target. Several people of one party make one row.
 */
export function dyadRows(fact: StoredFact): FlatRow[] {
  const { event, support } = fact;
  const [quad, cameo] = CODES[event.type] ?? [0, ''];
  const sources = parties(event.actors);
  const targets = parties(event.recipients);
  const pairs: [Party | null, Party | null, 0 | 1][] =
    targets.length > 0
      ? (sources.length > 0 ? sources : [null]).flatMap((source) =>
          targets.map((target): [Party | null, Party | null, 0] => [source, target, 0]),
        )
      : sources.length > 1
        ? sources.flatMap((source, i) => sources.slice(i + 1).map((target): [Party, Party, 1] => [source, target, 1]))
        : [[sources[0] ?? null, null, 0]];
  const day = fact.day;
  return pairs.map(([source, target, reciprocal]) => ({
    event_id: fact.id,
    date: day,
    year: day === null ? null : Number(day.slice(0, 4)),
    month: day === null ? null : Number(day.slice(5, 7)),
    source: source?.key ?? null,
    source_sector: source?.sector ?? null,
    source_name: source?.name ?? null,
    target: target?.key ?? null,
    target_sector: target?.sector ?? null,
    target_name: target?.name ?? null,
    reciprocal,
    type: event.type,
    mode: event.mode,
    quad,
    cameo_root: cameo,
    state: fact.state,
    place_country: event.place?.country ?? null,
    lat: event.place?.lat ?? null,
    lon: event.place?.lon ?? null,
    documents: support.documents.length,
    publishers: support.publishers.length,
    origins_min: support.origins.min,
    origins_max: support.origins.max,
    confidence: event.confidence,
  }));
}

interface Party {
  readonly key: string;
  readonly sector: string | null;
  readonly name: string;
}

/** Each party once, by its key; unknown actors by their words. */
export function parties(actors: readonly Actor[]): Party[] {
  const found = new Map<string, Party>();
  for (const actor of actors) {
    const key = partyKey(actor) ?? actor.text;
    if (!found.has(key)) found.set(key, { key, sector: actor.sector, name: actor.name ?? actor.text });
  }
  return [...found.values()];
}
