/** `chancery timeline`: events, newest first. */

import type { TimelineItem } from '../index.ts';
import type { ExitCode } from './main.ts';
import { type Globals, paint, write, writeJson } from './output.ts';
import { withRecord } from './record.ts';
import { clean, who } from './summary.ts';

export interface TimelineOptions {
  readonly from?: string;
  readonly to?: string;
  readonly type?: readonly string[];
  readonly modality?: readonly string[];
  readonly text?: string;
  readonly held?: boolean;
  readonly limit?: number;
  readonly json?: boolean;
}

export async function timeline(
  globals: Globals,
  actor: string | undefined,
  other: string | undefined,
  options: TimelineOptions,
): Promise<ExitCode> {
  const { type, json, ...rest } = options;
  const results = await withRecord(globals, (record) => record.timeline({ ...rest, types: type, actor, other }));
  if (json) await writeJson(results);
  else await write(results.items.map(line).join('') || 'nothing found\n');
  return 0;
}

function line(item: TimelineItem): string {
  const style = paint(process.stdout);
  const { event, document } = item;
  const kind = event.mode ? `${event.type}/${event.mode}` : event.type;
  return [
    `${style('bold', item.day ?? 'no date   ')}${item.dayBasis === 'published' ? '*' : ' '} ${style('blue', kind)} ${clean(who(event))} ${style('dim', event.modality)}`,
    `            “${clean(item.quote)}”`,
    style('dim', `            ${clean([document.publisher, document.title].filter(Boolean).join(': '))}  ${item.id}`),
    '',
  ].join('\n');
}
