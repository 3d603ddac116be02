/** Who owns a record: a lock file with process id and start time. A lock whose process is gone is taken over. */

import { readFileSync } from 'node:fs';
import { link, open, readFile, rename, rm, stat, unlink, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ChanceryError } from '../core/index.ts';
import { makeFolder } from './folder.ts';

export interface Owner {
  readonly pid: number;
  /** Tells a process from a later one with the same id; null where the system does not say. */
  readonly started: string | null;
  readonly host: string;
  /** ISO 8601. */
  readonly since: string;
  /** Where the owner serves the record, once it does. */
  readonly address: string | null;
}

export interface Lock {
  /** The process before us ended without closing the record. */
  readonly tookOver: boolean;
  announce(address: string): Promise<void>;
  release(): Promise<void>;
}

// A lock is written at once; one that cannot be read for this long is a leftover.
const GRACE = 10_000;

/** Reads who holds the lock of a record; null when nobody does (or whoever did is gone). */
export async function readOwner(dir: string): Promise<Owner | null> {
  const held = await inspect(join(dir, 'lock'));
  return held.state === 'held' ? held.owner : null;
}

/**
 * Takes the lock of the record in `dir`.
 *
 * Throws ChanceryError 'record-locked' naming the process that has it. On another machine's lock (a shared folder) the process
 * cannot be checked, so it counts as held. Throws 'unreadable' when the folder cannot be made.
 */
export async function takeLock(dir: string): Promise<Lock> {
  await makeFolder(dir);
  const path = join(dir, 'lock');
  const mine: Owner = {
    pid: process.pid,
    started: startTime(process.pid),
    host: hostname(),
    since: new Date().toISOString(),
    address: null,
  };
  const draft = join(dir, `lock.${process.pid}.${Math.random().toString(36).slice(2, 8)}`);
  await writeFile(draft, JSON.stringify(mine), { flush: true });
  try {
    // A link is made whole or not at all, and fails when the name is taken.
    if (await tryLink(draft, path)) return lockAt(path, mine, false);
    return await takeOver(dir, path, draft, mine);
  } finally {
    await rm(draft, { force: true });
  }
}

/** Under a second lock, so that of two processes that find a stale lock only one takes it. */
async function takeOver(dir: string, path: string, draft: string, mine: Owner): Promise<Lock> {
  const gate = join(dir, 'lock.taking');
  for (let tries = 0; ; tries++) {
    const held = await inspect(path);
    if (held.state === 'held') throw locked(dir, held.owner);
    try {
      await (await open(gate, 'wx')).close();
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || tries > 200) throw error;
      if (await isOlder(gate, GRACE)) await rm(gate, { force: true });
      await wait(50);
    }
  }
  try {
    const held = await inspect(path);
    if (held.state === 'held') throw locked(dir, held.owner);
    if (held.state === 'free') {
      if (!(await tryLink(draft, path))) return await takeOver(dir, path, draft, mine);
      return lockAt(path, mine, false);
    }
    await rename(draft, path);
    return lockAt(path, mine, true);
  } finally {
    await rm(gate, { force: true });
  }
}

type Held = { state: 'free' } | { state: 'stale' } | { state: 'held'; owner: Owner | null };

async function inspect(path: string): Promise<Held> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { state: 'free' };
    throw error;
  }
  let owner: Owner;
  try {
    owner = JSON.parse(text) as Owner;
  } catch {
    return (await isOlder(path, GRACE)) ? { state: 'stale' } : { state: 'held', owner: null };
  }
  if (owner.host !== hostname()) return { state: 'held', owner };
  if (!isAlive(owner.pid)) return { state: 'stale' };
  const started = startTime(owner.pid);
  const another = started !== null && owner.started !== null && started !== owner.started;
  return another ? { state: 'stale' } : { state: 'held', owner };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, under another user.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Ticks since boot at which the process began, with the boot's id; Linux only. */
function startTime(pid: number): string | null {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const ticks = line.slice(line.lastIndexOf(')') + 2).split(' ')[19];
    return ticks === undefined ? null : `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${ticks}`;
  } catch {
    return null;
  }
}

function locked(dir: string, owner: Owner | null): ChanceryError {
  const who = owner === null ? 'another process' : describeOwner(owner);
  const where = owner?.address ? `, which serves it at ${owner.address}` : '';
  return new ChanceryError('record-locked', `the record in ${dir} is open in ${who}${where}; close it there first`);
}

function describeOwner(owner: Owner): string {
  const machine = owner.host === hostname() ? '' : ` on ${owner.host}`;
  return owner.pid === process.pid && machine === '' ? `this process (${owner.pid})` : `process ${owner.pid}${machine}`;
}

function lockAt(path: string, owner: Owner, tookOver: boolean): Lock {
  return {
    tookOver,
    async announce(address) {
      const draft = `${path}.${process.pid}.new`;
      await writeFile(draft, JSON.stringify({ ...owner, address }), { flush: true });
      await rename(draft, path);
    },
    async release() {
      const held = await inspect(path);
      if (held.state === 'held' && held.owner?.pid === owner.pid && held.owner.since === owner.since)
        await unlink(path);
    },
  };
}

async function tryLink(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return false;
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'ENOSYS') throw error;
  }
  // A file system without links: the name is still taken at once, its content a moment later.
  try {
    const file = await open(to, 'wx');
    await file.writeFile(await readFile(from));
    await file.sync();
    await file.close();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function isOlder(path: string, milliseconds: number): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found !== null && Date.now() - found.mtimeMs > milliseconds;
}
