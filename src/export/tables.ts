/** Rows as CSV, JSON Lines and Parquet. */

import { stringify } from 'csv-stringify/sync';
import { parquetWriteBuffer } from 'hyparquet-writer';
import type { FlatRow } from './rows.ts';

/** RFC 4180 with a header line. Cells that a spreadsheet would run as a formula are defused. */
export function toCsv(rows: readonly FlatRow[], columns: readonly string[]): string {
  return stringify(rows as FlatRow[], { header: true, columns: [...columns], escape_formulas: true });
}

export const toJsonLines = (items: readonly unknown[]): string =>
  items.map((item) => `${JSON.stringify(item)}\n`).join('');

const NUMBERS = new Set([
  'year',
  'month',
  'quad',
  'reciprocal',
  'documents',
  'publishers',
  'origins_min',
  'origins_max',
  'disagreements',
]);
const FLOATS = new Set(['lat', 'lon', 'confidence']);

/** Counts as INT32, coordinates and confidence as DOUBLE, everything else as text; all columns may be null. */
export function toParquet(rows: readonly FlatRow[], columns: readonly string[]): Uint8Array {
  return new Uint8Array(
    parquetWriteBuffer({
      columnData: columns.map((name) => ({
        name,
        data: rows.map((row) => row[name] ?? null),
        type: NUMBERS.has(name) ? ('INT32' as const) : FLOATS.has(name) ? ('DOUBLE' as const) : ('STRING' as const),
        nullable: true,
      })),
    }),
  );
}
