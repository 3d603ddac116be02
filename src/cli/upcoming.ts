/** `chancery upcoming`: planned facts from a day on. The day is the clock's unless told: the record itself reads no clock. */

import type { ExitCode } from './main.ts';
import { type Globals, write, writeJson } from './output.ts';
import { withRecord } from './record.ts';
import { factLines } from './timeline.ts';

export async function upcoming(
  globals: Globals,
  actor: string | undefined,
  other: string | undefined,
  options: { readonly from?: string; readonly to?: string; readonly limit?: number; readonly json?: boolean },
): Promise<ExitCode> {
  const { from = new Date().toISOString().slice(0, 10), to, limit } = options;
  const items = await withRecord(globals, (record) => record.upcoming({ actor, other, from, to, limit }));
  if (options.json) await writeJson({ from, items });
  else await write(items.map(factLines).join('') || `nothing planned from ${from} on\n`);
  return 0;
}
