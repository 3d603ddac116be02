/** The server engine: PostgreSQL 15 or later by URL, unnamed statements, one owner by an advisory lock. */

import pg from 'pg';
import { ChanceryError } from '../core/index.ts';
import { cleanParameters, type Engine, SCHEMA, type Session } from './engine.ts';

// Any fixed number that no other program is likely to lock.
const LOCK = 7_244_883_012;

/**
 * Connects to a database; the tables are made in the schema "chancery".
 *
 * Throws ChanceryError 'record-locked' when another process has the same database open as a record, 'unreadable' when it cannot
 * be reached, without repeating the address: it may hold a password.
 */
export async function openPostgres(url: string): Promise<Engine> {
  const pool = new pg.Pool({
    connectionString: url,
    max: 8,
    options: `-c search_path=${SCHEMA} -c jit=off -c enable_seqscan=off`,
  });
  // An idle connection that breaks is replaced at the next statement.
  pool.on('error', () => undefined);
  let owner: pg.PoolClient;
  try {
    owner = await pool.connect();
  } catch (error) {
    await pool.end();
    throw new ChanceryError('unreadable', `the database cannot be reached (${reasonOf(error)})`, { cause: error });
  }
  try {
    const { rows } = await owner.query<{ ours: boolean; version: string }>(
      `select pg_try_advisory_lock($1) as ours, current_setting('server_version') as version`,
      [LOCK],
    );
    if (!rows[0]?.ours) {
      const { rows: others } = await owner.query<{ pid: number }>(
        `select pid from pg_locks where locktype = 'advisory' and objid = ($1::bigint & 4294967295)::oid and granted`,
        [LOCK],
      );
      throw new ChanceryError(
        'record-locked',
        `the database is open as a record elsewhere (its server process ${others[0]?.pid ?? '?'})`,
      );
    }
    await owner.query(`create schema if not exists ${SCHEMA}`);
    return engineOf(pool, owner, rows[0].version);
  } catch (error) {
    owner.release(true);
    await pool.end();
    throw error;
  }
}

function engineOf(pool: pg.Pool, owner: pg.PoolClient, version: string): Engine {
  let closed = false;
  const sessionOf = (client: pg.Pool | pg.PoolClient): Session => ({
    async query<T extends object>(sql: string, parameters: readonly unknown[] = []): Promise<T[]> {
      if (closed) throw new ChanceryError('bad-argument', 'the record is closed');
      return (await client.query<T & pg.QueryResultRow>(sql, cleanParameters(parameters))).rows;
    },
  });
  return {
    name: 'postgres',
    version,
    query: sessionOf(pool).query,
    async script(sql) {
      await pool.query(sql);
    },
    async transaction(work) {
      const client = await pool.connect();
      try {
        await client.query('begin');
        const result = await work(sessionOf(client));
        await client.query('commit');
        client.release();
        return result;
      } catch (error) {
        const broken = await client.query('rollback').then(
          () => false,
          () => true,
        );
        client.release(broken);
        throw error;
      }
    },
    async close() {
      if (closed) return;
      closed = true;
      owner.release(true);
      await pool.end();
    },
  };
}

function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return code ?? message.split('\n', 1)[0] ?? 'unknown error';
}
