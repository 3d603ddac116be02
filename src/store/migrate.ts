/** Migrations: plain SQL files, run once each, in the order of their names, the same for both engines. */

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { ChanceryError } from '../core/index.ts';
import { type Engine, SCHEMA } from './engine.ts';

export interface Migration {
  readonly name: string;
  readonly sql: string;
  /** SHA-256 of the SQL: a file that was changed after it ran is found out. */
  readonly hash: string;
}

const FOLDER = new URL('./migrations/', import.meta.url);

/** Reads the migration files that ship with this version. */
export function loadMigrations(): Migration[] {
  return readdirSync(FOLDER)
    .filter((name) => /^\d{4}-[a-z-]+\.sql$/.test(name))
    .sort()
    .map((name) => {
      const sql = readFileSync(new URL(name, FOLDER), 'utf8');
      return { name, sql, hash: createHash('sha256').update(sql).digest('hex') };
    });
}

/**
 * Brings a database up to this version. Returns false when it was made by other migrations of the same names: then it must be
 * made again, and nothing was changed.
 *
 * Throws ChanceryError 'record-damaged' when the database was made by a newer version.
 */
export async function migrate(engine: Engine): Promise<boolean> {
  await engine.script('create table if not exists migrations (name text primary key, hash text not null)');
  const rows = await engine.query<{ name: string; hash: string }>('select name, hash from migrations');
  const done = new Map(rows.map((row) => [row.name, row.hash]));
  const migrations = loadMigrations();
  for (const name of done.keys()) {
    if (!migrations.some((migration) => migration.name === name)) {
      throw new ChanceryError('record-damaged', `the database was made by a newer version (migration ${name})`);
    }
  }
  if (migrations.some(({ name, hash }) => done.has(name) && done.get(name) !== hash)) return false;
  for (const { name, sql, hash } of migrations) {
    if (done.has(name)) continue;
    await engine.transaction(async (session) => {
      for (const statement of splitStatements(sql)) await session.query(statement);
      await session.query('insert into migrations (name, hash) values ($1, $2)', [name, hash]);
    });
  }
  return true;
}

/** Takes away every table of ours. */
export async function dropAll(engine: Engine): Promise<void> {
  await engine.script(`drop schema if exists ${SCHEMA} cascade; create schema ${SCHEMA};`);
}

/** Our migrations hold no strings or bodies with semicolons. */
function splitStatements(sql: string): string[] {
  return sql
    .replace(/^\s*--.*$/gm, '')
    .split(';')
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');
}
