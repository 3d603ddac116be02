/** `chancery stats`: what the record holds. */

import type { ExitCode } from './main.ts';
import { type Globals, write, writeJson } from './output.ts';
import { withRecord } from './record.ts';

export async function stats(globals: Globals, options: { readonly json?: boolean }): Promise<ExitCode> {
  const numbers = await withRecord(globals, (record) => record.stats());
  if (options.json) await writeJson(numbers);
  else {
    const {
      documents,
      events,
      statements,
      figures,
      relations,
      publishers,
      entities,
      from,
      to,
      grades,
      archive,
      engine,
    } = numbers;
    await write(
      [
        `documents   ${documents} from ${publishers} publishers, ${from ?? '?'} to ${to ?? '?'}`,
        `grades      ${grades.usable} usable, ${grades['use-with-care']} use with care, ${grades.hold} on hold`,
        `events      ${events}`,
        `statements  ${statements}`,
        `figures     ${figures}`,
        `relations   ${relations}`,
        `entities    ${entities}`,
        `archive     ${archive.pages} pages, ${(archive.bytes / 1e6).toFixed(1)} MB in ${archive.segments} segments`,
        `engine      ${engine}`,
        '',
      ].join('\n'),
    );
  }
  return 0;
}
