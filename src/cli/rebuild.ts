/** `chancery rebuild`: the record made again from its archive, with the current readers. */

import { openPool } from '../index.ts';
import type { ExitCode } from './main.ts';
import { complain, type Globals, note, writeJson } from './output.ts';
import { withRecord } from './record.ts';

export async function rebuild(
  globals: Globals,
  options: { readonly jobs?: number; readonly json?: boolean },
): Promise<ExitCode> {
  const pool = await openPool(options.jobs === undefined ? {} : { jobs: options.jobs });
  try {
    const rebuilt = await withRecord(globals, (record) =>
      record.rebuild(async (archived) => {
        try {
          return await pool.read(archived.page);
        } catch (error) {
          complain(globals, archived.id, error);
          return null;
        }
      }),
    );
    if (options.json) await writeJson(rebuilt);
    else note(globals, `${rebuilt.documents} documents read again, ${rebuilt.failed.length} failed`);
    return rebuilt.failed.length > 0 ? 1 : 0;
  } finally {
    await pool.close();
  }
}
