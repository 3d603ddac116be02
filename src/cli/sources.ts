/** `chancery sources`: every document, whose words it has, and how far it may be used. */

import type { DocumentSummary } from '../index.ts';
import type { ExitCode } from './main.ts';
import { type Globals, paint, write, writeJson } from './output.ts';
import { withRecord } from './record.ts';
import { clean } from './summary.ts';

export async function sources(
  globals: Globals,
  options: { readonly publisher?: string; readonly json?: boolean },
): Promise<ExitCode> {
  const documents = await withRecord(globals, async (record) => {
    const all: DocumentSummary[] = [];
    let cursor: string | undefined;
    do {
      const page = await record.documents({ publisher: options.publisher, limit: 1000, cursor });
      all.push(...page.items);
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    return all;
  });
  if (options.json) {
    await writeJson({
      documents: documents.map(({ id, url, title, publisher, published, grade, origin, copyOf, relation }) => ({
        id,
        url,
        title,
        publisher,
        published,
        grade,
        origin,
        copyOf,
        relation,
      })),
    });
    return 0;
  }
  const style = paint(process.stdout);
  const families = new Map<string, DocumentSummary[]>();
  for (const document of documents) {
    const family = families.get(document.origin);
    if (family) family.push(document);
    else families.set(document.origin, [document]);
  }
  const line = (document: DocumentSummary): string =>
    `${document.published ?? 'no date   '} ${clean(document.publisher ?? '(unknown publisher)')}: ${clean(document.title ?? '(no title)')}${document.grade === 'usable' ? '' : ` ${style('yellow', document.grade)}`}  ${style('dim', document.id)}\n`;
  for (const [origin, family] of families) {
    const root = family.find((document) => document.id === origin) ?? (family[0] as DocumentSummary);
    await write(line(root));
    for (const copy of family) if (copy !== root) await write(`   └ ${copy.relation ?? 'copy'}: ${line(copy)}`);
  }
  await write(`${documents.length} documents, ${families.size} origins\n`);
  return 0;
}
