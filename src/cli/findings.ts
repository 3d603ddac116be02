/** `chancery statements` and `chancery figures`: who said what, and how much, newest first. */

import type { FigureQuery, StatementQuery } from '../index.ts';
import type { ExitCode } from './main.ts';
import { type Globals, paint, write, writeJson } from './output.ts';
import { withRecord } from './record.ts';
import { clean } from './summary.ts';

interface Common {
  readonly from?: string;
  readonly to?: string;
  readonly text?: string;
  readonly held?: boolean;
  readonly limit?: number;
  readonly json?: boolean;
}

export async function statements(
  globals: Globals,
  speaker: string | undefined,
  options: Common & { readonly act?: readonly string[] },
): Promise<ExitCode> {
  const { act, json, ...rest } = options;
  const results = await withRecord(globals, (record) =>
    record.statements({ ...rest, speaker, acts: act } satisfies StatementQuery),
  );
  if (json) return writeJson(results).then(() => 0);
  const style = paint(process.stdout);
  const lines = results.items.map(({ statement, quote, day, document }) => {
    const who = statement.speaker === null ? '(no speaker)' : (statement.speaker.name ?? statement.speaker.text);
    const via = statement.via.map(({ name }) => name).join(' via ');
    return `${style('bold', day ?? 'no date   ')} ${style('blue', statement.act)} ${clean(who)}${via ? ` (via ${clean(via)})` : ''}${statement.verbatim ? '' : style('dim', ' not verbatim')}\n            “${clean(quote)}”\n            ${style('dim', `${clean(document.publisher ?? '')} ${document.id}`)}\n`;
  });
  await write(lines.join('') || 'nothing found\n');
  return 0;
}

export interface FigureOptions extends Common {
  readonly unit?: string;
  readonly currency?: string;
  readonly item?: string;
  readonly status?: string;
  readonly atLeast?: number;
}

export async function figures(globals: Globals, options: FigureOptions): Promise<ExitCode> {
  const { json, ...query } = options;
  const results = await withRecord(globals, (record) => record.figures(query satisfies FigureQuery));
  if (json) return writeJson(results).then(() => 0);
  const style = paint(process.stdout);
  const lines = results.items.map(({ figure, quote, day, document }) => {
    const bound = figure.bound === 'exactly' ? '' : `${figure.bound} `;
    const of = figure.partOf === null ? '' : ` of ${figure.partOf.toLocaleString('en')}`;
    return `${style('bold', day ?? 'no date   ')} ${bound}${figure.value.toLocaleString('en')} ${figure.currency ?? figure.unit ?? ''}${of} ${clean(figure.item ?? '')} ${style('blue', figure.status)}\n            “${clean(quote)}”\n            ${style('dim', `${clean(document.publisher ?? '')} ${document.id}`)}\n`;
  });
  await write(lines.join('') || 'nothing found\n');
  return 0;
}
