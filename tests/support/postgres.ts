/** A private PostgreSQL for tests: its own cluster in a temporary folder, on a free port, gone afterwards. */

import { execFileSync, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Cluster {
  readonly url: string;
  stop(): void;
}

/** The folder of the newest server programs, 15 or later; null when there are none. */
export function findPostgres(): string | null {
  const base = '/usr/lib/postgresql';
  const versions = existsSync(base) ? readdirSync(base).map(Number) : [];
  const folders = versions
    .filter((version) => version >= 15)
    .sort((a, b) => b - a)
    .map((version) => join(base, String(version), 'bin'));
  const own = process.env.CHANCERY_TEST_PG_BIN;
  return [...(own === undefined ? [] : [own]), ...folders].find((folder) => existsSync(join(folder, 'initdb'))) ?? null;
}

/**
 * Whether the PostgreSQL half of the tests can run here. Without the programs it is left out with a line that says so; with
 * CHANCERY_TEST_PG set, as in continuous integration, that is an error instead.
 */
export function hasPostgres(): boolean {
  if (findPostgres() !== null) return true;
  const message = 'no PostgreSQL 15 or later found (set CHANCERY_TEST_PG_BIN to the folder of its programs)';
  if (process.env.CHANCERY_TEST_PG) throw new Error(message);
  process.stderr.write(`The PostgreSQL half of the store tests does not run here: ${message}.\n`);
  return false;
}

export async function startPostgres(): Promise<Cluster> {
  const bin = findPostgres();
  if (bin === null) throw new Error('no PostgreSQL');
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'chancery-pg-'));
  const user = unprivileged();
  if (user !== null) chownSync(folder, user.uid, user.gid);
  const run = (program: string, args: readonly string[]): void => {
    execFileSync(join(bin, program), args, { stdio: ['ignore', 'ignore', 'pipe'], cwd: folder, ...user });
  };
  const data = join(folder, 'data');
  run('initdb', ['-D', data, '-U', 'chancery', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync']);
  const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off`;
  run('pg_ctl', ['-D', data, '-w', '-l', join(folder, 'log'), '-o', settings, 'start']);
  return {
    url: `postgres://chancery@127.0.0.1:${port}/postgres`,
    stop() {
      spawnSync(join(bin, 'pg_ctl'), ['-D', data, '-m', 'immediate', '-w', 'stop'], {
        stdio: 'ignore',
        cwd: folder,
        ...user,
      });
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The server refuses to run as root. */
function unprivileged(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const id = (flag: string): number => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
