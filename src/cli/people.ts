/** `chancery people`: who is in the record, spellings taken together. */

import type { ExitCode } from './main.ts';
import { type Globals, paint, write, writeJson } from './output.ts';
import { withRecord } from './record.ts';
import { clean } from './summary.ts';

export async function people(
  globals: Globals,
  name: string | undefined,
  options: { readonly country?: string; readonly limit?: number; readonly json?: boolean },
): Promise<ExitCode> {
  const { country, limit } = options;
  const items = await withRecord(globals, (record) => record.people({ name, country: country?.toUpperCase(), limit }));
  if (options.json) return writeJson({ items }).then(() => 0);
  const style = paint(process.stdout);
  for (const person of items) {
    await write(
      `${String(person.documents).padStart(5)}  ${style('bold', clean(person.name))} ${person.country ?? ''}  ${style('dim', person.id)}\n`,
    );
    for (const { id, why } of person.entities)
      if (why !== null && id !== person.id) await write(style('dim', `         ${clean(id)}: ${clean(why)}\n`));
  }
  if (items.length === 0) await write('nobody found\n');
  return 0;
}
