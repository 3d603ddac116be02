/** `chancery show ID`: a document's reading, or an event with the words it stands on. */

import { ChanceryError } from '../index.ts';
import type { ExitCode } from './main.ts';
import { type Globals, write, writeJson } from './output.ts';
import { withRecord } from './record.ts';
import { clean, summarize, who } from './summary.ts';

export async function show(globals: Globals, id: string, options: { readonly json?: boolean }): Promise<ExitCode> {
  const { document, item } = await withRecord(globals, async (record) => ({
    document: await record.document(id),
    item: await record.event(id),
  }));
  if (document) {
    if (options.json) await writeJson(document);
    else await write(summarize(document.reading, process.stdout));
  } else if (item) {
    if (options.json) await writeJson(item);
    else
      await write(
        `${item.event.type} ${clean(who(item.event))}\n“${clean(item.quote)}”\n${item.document.id}  ${clean(item.document.title ?? '')}\n`,
      );
  } else throw new ChanceryError('unknown-id', `the record holds nothing with the id ${id}`);
  return 0;
}
