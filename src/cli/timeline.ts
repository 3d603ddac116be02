/** `chancery timeline`: facts, newest first; with `--claims` each document's own word for them. */

import type { StoredFact, TimelineItem } from '../index.ts';
import { type FactOptions, factQuery } from './facts.ts';
import type { ExitCode } from './main.ts';
import { type Globals, paint, write, writeJson } from './output.ts';
import { withRecord } from './record.ts';
import { clean, who } from './summary.ts';

export interface TimelineOptions extends FactOptions {
  readonly claims?: boolean;
  readonly json?: boolean;
}

export async function timeline(
  globals: Globals,
  actor: string | undefined,
  other: string | undefined,
  options: TimelineOptions,
): Promise<ExitCode> {
  const { from, to, type, modality, text, held, limit } = options;
  const results = await withRecord(globals, async (record) =>
    options.claims
      ? record.timeline({ actor, other, from, to, types: type, modality, text, held, limit })
      : record.facts({ ...factQuery(options), actor, other }),
  );
  if (options.json) await writeJson(results);
  else {
    const lines = results.items.map((item) => ('claims' in item ? factLines(item) : claimLines(item)));
    await write(lines.join('') || 'nothing found\n');
    if (results.next !== null) await write('… more; ask with --limit or a narrower range\n');
  }
  return 0;
}

export function factLines(fact: StoredFact): string {
  const style = paint(process.stdout);
  const { event, support } = fact;
  const kind = event.mode ? `${event.type}/${event.mode}` : event.type;
  const conflicts = fact.disagreements.filter(({ verdict }) => verdict === 'conflict');
  const origins =
    support.origins.min === support.origins.max
      ? String(support.origins.max)
      : `${support.origins.min}–${support.origins.max}`;
  const counts = [
    counted(support.documents.length, 'document'),
    support.publishers.length === 0 ? 'publisher unknown' : counted(support.publishers.length, 'publisher'),
    origins === '1' ? '1 origin' : `${origins} origins`,
    fact.register === null ? null : `register: ${fact.register.verdict}`,
    ...conflicts.map(({ slot }) => `differs in ${slot}`),
  ].filter((part) => part !== null);
  return [
    `${style('bold', fact.day ?? 'no date   ')}${event.date === null && fact.day !== null ? '*' : ' '} ${style('blue', kind)} ${clean(who(event))} ${style('dim', fact.state)}`,
    `            “${clean(fact.quote)}”`,
    style('dim', `            ${counts.join(' · ')}  ${fact.id}`),
    '',
  ].join('\n');
}

const counted = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`;

function claimLines(item: TimelineItem): string {
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
