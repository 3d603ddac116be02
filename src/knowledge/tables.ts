/** The tables in data/: tab-separated, header line, one fact a line, "|" between several values, "#" before a remark. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ChanceryError } from '../core/index.ts';

/** Every table with the columns it must have. Others may follow. */
const COLUMNS = {
  countries: [
    'iso3',
    'iso2',
    'common',
    'official',
    'names',
    'former',
    'abbr',
    'adjectives',
    'demonyms',
    'plurals',
    'capitals',
    'metonyms',
    'code',
    'status',
    'region',
    'note',
    'source',
  ],
  ambiguous: ['name', 'why', 'note', 'source'],
  groups: ['id', 'name', 'names', 'code', 'sector', 'nouns', 'seat', 'complete', 'source'],
  memberships: ['group', 'countries', 'from', 'to', 'source'],
  organisations: ['id', 'name', 'names', 'type', 'country', 'code', 'sector', 'source'],
  outlets: ['id', 'name', 'names', 'domains', 'country', 'kind', 'state', 'source'],
  offices: ['who', 'office', 'person', 'from', 'to', 'kind', 'flags', 'confidence', 'source'],
  people: ['name', 'aliases', 'short', 'order', 'gender', 'country', 'wikidata', 'source'],
  naming: ['country', 'order', 'short', 'source'],
  coverage: ['who', 'office', 'from', 'to', 'source'],
  titles: ['name', 'names', 'office', 'who', 'notwho', 'sector', 'source'],
  roles: ['singular', 'plural', 'sector', 'class', 'code', 'source'],
  waters: ['id', 'name', 'names', 'usedby', 'sure', 'claimants', 'source'],
  ladders: ['ladder', 'level', 'rank', 'names', 'source'],
  relations: ['ladder', 'a', 'b', 'level', 'date', 'event', 'wording', 'confidence', 'source'],
  regions: ['name', 'names', 'adjectives', 'source'],
  peoples: ['singular', 'plural', 'country', 'source'],
  gazetteer: ['name', 'names', 'country', 'admin', 'kind', 'lat', 'lon', 'population', 'source'],
} as const;

export type TableName = keyof typeof COLUMNS;
export const TABLES = Object.keys(COLUMNS) as TableName[];

/** Cells by column; a missing cell is empty. */
export type Row = Readonly<Record<string, string>>;
export type Tables = Readonly<Partial<Record<TableName, readonly Row[]>>>;

/** Tables that may be spread over several files, all with the same columns. */
const PARTS: Readonly<Partial<Record<TableName, readonly string[]>>> = {
  offices: ['offices', 'offices-world', 'offices-wikidata', 'offices-seen'],
  people: ['people', 'people-world', 'people-notable', 'people-seen'],
  gazetteer: ['places', 'gazetteer'],
};

/** A cell's values. */
export const list = (cell: string | undefined): string[] =>
  cell === undefined || cell === ''
    ? []
    : cell
        .split('|')
        .map((value) => value.trim())
        .filter((value) => value !== '');

/** The rows of one table's text. Throws `bad-data` naming file and line when a line does not fit the header. */
export function parseTable(text: string, file: string, columns: readonly string[] = []): Row[] {
  const rows: Row[] = [];
  let header: string[] | null = null;
  const lines = text.split('\n');
  for (let number = 0; number < lines.length; number++) {
    const line = (lines[number] as string).replace(/\r$/, '');
    if (line === '' || line.startsWith('#')) continue;
    const cells = line.split('\t');
    if (header === null) {
      header = cells;
      const missing = columns.filter((column) => !cells.includes(column));
      if (missing.length > 0) throw new ChanceryError('bad-data', `${file}: column ${missing.join(', ')} is missing.`);
      continue;
    }
    if (cells.length > header.length) {
      throw new ChanceryError(
        'bad-data',
        `${file}, line ${number + 1}: ${cells.length} cells under ${header.length} headings.`,
      );
    }
    const row: Record<string, string> = {};
    for (let i = 0; i < header.length; i++) row[header[i] as string] = cells[i] ?? '';
    rows.push(row);
  }
  return rows;
}

/** The package's own data folder, from src/ as well as from dist/. */
export const defaultDataDir = (): string => fileURLToPath(new URL('../../data/', import.meta.url));

/** All tables of a folder; a missing file is an empty table. */
export function readTables(dir: string = defaultDataDir()): Tables {
  const tables: Partial<Record<TableName, readonly Row[]>> = {};
  for (const name of TABLES) {
    const rows: Row[] = [];
    for (const part of PARTS[name] ?? [name]) {
      const path = join(dir, `${part}.tsv`);
      if (existsSync(path)) rows.push(...parseTable(readFileSync(path, 'utf8'), `${part}.tsv`, COLUMNS[name]));
    }
    tables[name] = rows;
  }
  return tables;
}
