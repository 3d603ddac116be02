/** Exports: exactly what a query selects, in the formats others read. */

import { ChanceryError } from '../core/index.ts';
import type { StoredFact } from '../store/record-api.ts';
import { toIcs } from './calendar.ts';
import { toGexf, toGraphml } from './graph.ts';
import { toJsonLd } from './jsonld.ts';
import { DYAD_COLUMNS, dyadRows, FACT_COLUMNS, factRow } from './rows.ts';
import { toCsv, toJsonLines, toParquet } from './tables.ts';

export { titleOf } from './calendar.ts';
export { DYAD_COLUMNS, FACT_COLUMNS } from './rows.ts';

export const EXPORT_FORMATS = ['csv', 'jsonl', 'parquet', 'gexf', 'graphml', 'ics', 'jsonld'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export interface ExportOptions {
  /** Facts (the default), or event-data rows: one a pair of parties, with PLOVER quadrant and CAMEO root. Tables only. */
  readonly rows?: 'facts' | 'dyads';
  /** The time an iCalendar file says it was made at. */
  readonly stamp: Date;
}

/** Throws ChanceryError `bad-argument` for an unknown format, or dyads in a format that is no table. */
export function exportFacts(format: string, facts: readonly StoredFact[], options: ExportOptions): string | Uint8Array {
  const dyads = options.rows === 'dyads';
  const rows = () => (dyads ? facts.flatMap(dyadRows) : facts.map(factRow));
  const columns = dyads ? DYAD_COLUMNS : FACT_COLUMNS;
  switch (format) {
    case 'csv':
      return toCsv(rows(), columns);
    case 'parquet':
      return toParquet(rows(), columns);
    case 'jsonl':
      return toJsonLines(dyads ? rows() : facts);
  }
  if (dyads) throw new ChanceryError('bad-argument', 'event-data rows come as csv, jsonl or parquet');
  switch (format) {
    case 'gexf':
      return toGexf(facts);
    case 'graphml':
      return toGraphml(facts);
    case 'ics':
      return toIcs(facts, options.stamp);
    case 'jsonld':
      return toJsonLd(facts);
    default:
      throw new ChanceryError('bad-argument', `no export format ${format}; there are: ${EXPORT_FORMATS.join(', ')}`);
  }
}
