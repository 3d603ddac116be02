/** `chancery search`: documents with these words. */

import type { ExitCode } from './main.ts';
import { type Globals, paint, write, writeJson } from './output.ts';
import { withRecord } from './record.ts';
import { clean } from './summary.ts';

export async function search(
  globals: Globals,
  query: readonly string[],
  options: { readonly limit?: number; readonly json?: boolean },
): Promise<ExitCode> {
  const limit = options.limit === undefined ? {} : { limit: options.limit };
  const hits = await withRecord(globals, (record) => record.search(query.join(' '), limit));
  if (options.json) await writeJson(hits);
  else {
    const style = paint(process.stdout);
    const lines = hits.items.map(
      ({ document, snippet }) =>
        `${style('bold', document.published ?? 'no date')} ${clean(document.title ?? '(no title)')}  ${style('dim', document.id)}\n    ${clean(snippet)}\n`,
    );
    await write(lines.join('') || 'nothing found\n');
  }
  return 0;
}
