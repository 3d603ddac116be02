/** `chancery meetings`: who met whom how often. */

import type { ExitCode } from './main.ts';
import { type Globals, paint, write, writeJson } from './output.ts';
import { withRecord } from './record.ts';
import { clean } from './summary.ts';

export async function meetings(
  globals: Globals,
  actor: string | undefined,
  options: { readonly from?: string; readonly to?: string; readonly limit?: number; readonly json?: boolean },
): Promise<ExitCode> {
  const { from, to, limit } = options;
  const items = await withRecord(globals, (record) => record.meetings({ actor, from, to, limit }));
  if (options.json) return writeJson({ items }).then(() => 0);
  const style = paint(process.stdout);
  for (const one of items) {
    const other = clean(one.counterpartName ?? one.counterpart);
    const pair = actor === undefined ? `${clean(one.actorName ?? one.actor)} – ${other}` : other;
    const days = one.first === null ? '' : one.first === one.last ? one.first : `${one.first} to ${one.last}`;
    await write(`${String(one.meetings).padStart(5)}  ${style('bold', pair)}  ${style('dim', days)}\n`);
  }
  if (items.length === 0) await write('no meeting found\n');
  return 0;
}
