/** Folders of the record: made one by one, each known to the disk. */

import { lstat, mkdir, open } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { ChanceryError } from '../core/index.ts';

/**
 * Makes a folder and what is above it.
 *
 * One by one: asked for all at once, Node tries for ever where the system denies that the folder above is there (below /proc).
 * Throws ChanceryError 'unreadable' naming the folder when it cannot be made.
 */
export async function makeFolder(folder: string): Promise<void> {
  const missing: string[] = [];
  try {
    let above = resolve(folder);
    for (; (await kindOf(above)) === null && above !== dirname(above); above = dirname(above)) missing.unshift(above);
    if (missing.length === 0 && (await kindOf(above)) !== 'folder') throw new Error('EEXIST');
    for (const path of missing) {
      await mkdir(path).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'EEXIST') throw error;
      });
      await syncFolder(dirname(path));
    }
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? (error as Error).message;
    throw new ChanceryError('unreadable', `the folder ${folder} cannot be made (${reason})`, { cause: error });
  }
}

async function kindOf(path: string): Promise<'folder' | 'other' | null> {
  try {
    const found = await lstat(path);
    return found.isDirectory() || found.isSymbolicLink() ? 'folder' : 'other';
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** On Windows folders cannot be opened; there the file system journals names itself. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  if (handle === null) return;
  try {
    await handle.sync();
  } catch {
    // Some file systems refuse to sync a folder and have nothing to sync.
  } finally {
    await handle.close();
  }
}
