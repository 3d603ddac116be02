/** `chancery sources`: every document, whose words it has, and how far it may be used. */

import type { DocumentSummary } from '../index.ts';
import { branches } from './lineage.ts';
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
  for (const family of families.values()) {
    const ordered = inOrder(family);
    for (const [n, { before }] of branches(ordered).entries()) {
      const { document, depth } = ordered[n] as Ordered;
      await write(`${before}${depth === 0 ? '' : `${document.relation ?? 'copy'}: `}${line(document)}`);
    }
  }
  await write(`${documents.length} documents, ${families.size} origins\n`);
  return 0;
}

interface Ordered {
  readonly document: DocumentSummary;
  readonly depth: number;
}

/** Each document below the one it comes from, the earlier first; one whose source is not listed stands for itself. */
function inOrder(family: readonly DocumentSummary[]): Ordered[] {
  const sorted = [...family].sort(
    (a, b) => (a.published ?? '9999').localeCompare(b.published ?? '9999') || (a.id < b.id ? -1 : 1),
  );
  const listed = new Set(family.map(({ id }) => id));
  const below = new Map<string | null, DocumentSummary[]>();
  for (const document of sorted) {
    const from = document.copyOf !== null && listed.has(document.copyOf) ? document.copyOf : null;
    const list = below.get(from);
    if (list) list.push(document);
    else below.set(from, [document]);
  }
  const ordered: Ordered[] = [];
  const walk = (document: DocumentSummary, depth: number): void => {
    ordered.push({ document, depth });
    for (const copy of below.get(document.id) ?? []) walk(copy, depth + 1);
  };
  for (const root of below.get(null) ?? []) walk(root, 0);
  return ordered;
}
