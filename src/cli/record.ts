/** Opening the record for a command, and closing it whatever happens. */

import { type ChanceryRecord, openRecord } from '../index.ts';
import { type Globals, note } from './output.ts';

export async function withRecord<T>(globals: Globals, work: (record: ChanceryRecord) => Promise<T>): Promise<T> {
  const record = await openRecord({ dir: globals.data, db: globals.db, notice: (line) => note(globals, line) });
  try {
    return await work(record);
  } finally {
    await record.close();
  }
}
