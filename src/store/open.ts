/** Opens a record: lock, archive, engine, migrations, and the archived tail the database has not seen. */

import { ChanceryError } from '../core/index.ts';
import type { OpenOptions, Record } from './record-api.ts';

/**
 * Opens (and makes, when absent) the record in `dir`.
 *
 * Throws ChanceryError 'record-locked' when another process has it open, naming that process;
 * 'record-damaged' when the archive itself cannot be read.
 */
export async function openRecord(options: OpenOptions): Promise<Record> {
  throw new ChanceryError('internal', `the record in ${options.dir} cannot be opened yet`);
}
