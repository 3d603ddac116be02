/** What the store needs of a database, whichever of the two it is: statements, and transactions that run alone. */

export type Row = { readonly [column: string]: unknown };

export interface Session {
  /** One statement with `$1` parameters: strings, numbers, booleans, null, arrays of strings. */
  query<T extends object = Row>(sql: string, parameters?: readonly unknown[]): Promise<T[]>;
}

export interface Engine extends Session {
  readonly name: 'pglite' | 'postgres';
  /** The server's version, for `doctor`. */
  readonly version: string;
  /** Several statements without parameters. */
  script(sql: string): Promise<void>;
  /** All of `work` or nothing of it. Not to be nested. */
  transaction<T>(work: (session: Session) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Parameters as the databases take them: a zero character in a string, which none takes, becomes U+FFFD. */
export function cleanParameters(parameters: readonly unknown[]): unknown[] {
  return parameters.map((value) => {
    if (typeof value === 'string') return value.includes('\0') ? value.replaceAll('\0', '\uFFFD') : value;
    return Array.isArray(value) ? cleanParameters(value) : value;
  });
}

/** All tables live in a schema of their own, so that a shared database stays tidy and a rebuild can drop them at once. */
export const SCHEMA = 'chancery';

/**
 * Inserts rows by one statement: the rows travel as one JSON parameter and take their types from the table.
 *
 * Rows that are there already (by primary key) stay as they are. Keys of the first row name the columns.
 */
export async function insertRows(session: Session, table: string, rows: readonly object[]): Promise<void> {
  const first = rows[0];
  if (first === undefined) return;
  const columns = Object.keys(first).join(', ');
  await session.query(
    `insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, $1::json) on conflict do nothing`,
    [toJson(rows)],
  );
}

/** JSON that every database takes: zero characters and lone surrogates, written as escapes, become U+FFFD. */
export function toJson(value: unknown): string {
  const json = JSON.stringify(value);
  if (!json.includes('\\u0000') && !json.includes('\\ud')) return json;
  // Whole surrogate pairs are never escaped; an even number of backslashes before the "u" is no escape.
  return json.replace(/(?<!\\)((?:\\\\)*)\\u(?:0000|d[89a-f][0-9a-f]{2})/g, '$1\\ufffd');
}
