/** `chancery export`: exactly what a query selects, to a file or standard output. */

import { writeFile } from 'node:fs/promises';
import { exportFacts, type StoredFact } from '../index.ts';
import { type FactOptions, factQuery } from './facts.ts';
import type { ExitCode } from './main.ts';
import { type Globals, note, write } from './output.ts';
import { withRecord } from './record.ts';

export interface ExportCommandOptions extends FactOptions {
  readonly format: string;
  readonly rows?: 'facts' | 'dyads';
  readonly out?: string;
}

export async function exportRecord(
  globals: Globals,
  actor: string | undefined,
  other: string | undefined,
  options: ExportCommandOptions,
): Promise<ExitCode> {
  const facts = await withRecord(globals, async (record) => {
    const all: StoredFact[] = [];
    const wanted = options.limit ?? Number.POSITIVE_INFINITY;
    let cursor: string | undefined;
    do {
      const page = await record.facts({
        ...factQuery(options),
        actor,
        other,
        limit: Math.min(1000, wanted - all.length),
        cursor,
      });
      all.push(...page.items);
      cursor = page.next ?? undefined;
    } while (cursor !== undefined && all.length < wanted);
    return all;
  });
  const data = await exportFacts(options.format, facts, {
    stamp: new Date(),
    ...(options.rows ? { rows: options.rows } : {}),
  });
  if (options.out !== undefined) {
    await writeFile(options.out, data);
    note(globals, `${facts.length} facts written to ${options.out}`);
  } else if (typeof data === 'string') await write(data);
  else process.stdout.write(data);
  return 0;
}
