/** `chancery show ID`: a document's reading with its lineage, or an event with the words it stands on. */

import { ChanceryError, type DocumentDescent, type StoredDocument } from '../index.ts';
import { drawLineage, listRestored } from './lineage.ts';
import type { ExitCode } from './main.ts';
import { type Globals, paint, write, writeJson } from './output.ts';
import { withRecord } from './record.ts';
import { clean, summarize, who } from './summary.ts';

export async function show(globals: Globals, id: string, options: { readonly json?: boolean }): Promise<ExitCode> {
  const { document, descent, item } = await withRecord(globals, async (record) => ({
    document: await record.document(id),
    descent: await record.descent(id),
    item: await record.event(id),
  }));
  if (document) {
    if (options.json) await writeJson(document);
    else await write(summarize(document.reading, process.stdout) + acrossDocuments(document, descent));
  } else if (item) {
    if (options.json) await writeJson(item);
    else
      await write(
        `${item.event.type} ${clean(who(item.event))}\n“${clean(item.quote)}”\n${item.document.id}  ${clean(item.document.title ?? '')}\n`,
      );
  } else throw new ChanceryError('unknown-id', `the record holds nothing with the id ${id}`);
  return 0;
}

/** What only the record knows of a document. */
function acrossDocuments(document: StoredDocument, descent: DocumentDescent | null): string {
  const style = paint(process.stdout);
  const parts: string[] = [];
  const section = (name: string, count: number, lines: readonly string[]): void => {
    parts.push('', `${style('bold', name)} ${style('dim', String(count))}`, ...lines.map((line) => `  ${line}`));
  };
  const { restorations } = document.reading;
  if (restorations.length > 0) section('Restored from the tables', restorations.length, listRestored(restorations));
  if (document.aligned.length > 0)
    section('Restored from the original', document.aligned.length, listRestored(document.aligned));
  if (descent !== null && descent.lineage.length > 1)
    section('Where its words come from', descent.lineage.length, drawLineage(descent.lineage, document.id));
  return parts.length === 0 ? '' : `${parts.join('\n')}\n`;
}
