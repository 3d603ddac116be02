/** CSV of documents (RFC 4180): a header row that names the fields, one document a row; commas, semicolons or tabs. */

import { ChanceryError } from '../core/index.ts';
import { fromObject, type LineResult } from './lines.ts';
import { DEFAULT_MAX_BYTES } from './page.ts';
import type { AcquireOptions } from './types.ts';

/** What spreadsheets call the fields of a bulk line; all in lower case. */
const NAMES: { readonly [name: string]: string } = {
  id: 'id',
  text: 'text',
  body: 'text',
  content: 'text',
  article: 'text',
  html: 'html',
  url: 'url',
  link: 'url',
  published: 'published',
  date: 'published',
  publisher: 'publisher',
  source: 'publisher',
  outlet: 'publisher',
  title: 'title',
  headline: 'title',
};

/** Yields one result a row, as `readLines` does. A header without any of text, html, url is one refusal. */
export async function* readRows(
  stream: AsyncIterable<Uint8Array | string>,
  options: AcquireOptions = {},
): AsyncGenerator<LineResult> {
  const limit = options.maxLine ?? 4 * (options.maxBytes ?? DEFAULT_MAX_BYTES);
  let fields: (string | undefined)[] | null = null;
  let row = 0;
  for await (const cells of splitRows(stream, limit)) {
    row++;
    const name = `${options.name ?? 'row'}:${row}`;
    if (cells === null) {
      yield {
        kind: 'refused',
        name,
        id: null,
        error: new ChanceryError('too-large', `the row is longer than ${limit}`),
      };
    } else if (fields === null) {
      fields = cells.map((cell) => NAMES[cell.trim().toLowerCase()]);
      if (!fields.some((field) => field === 'text' || field === 'html' || field === 'url')) {
        const error = new ChanceryError('bad-line', 'the first row names no column "text", "html" or "url"');
        yield { kind: 'refused', name: options.name ?? 'csv', id: null, error };
        return;
      }
    } else if (cells.length > 1 || cells[0] !== '') {
      const document: { [field: string]: string } = {};
      for (const [i, field] of fields.entries()) {
        const cell = cells[i];
        if (field !== undefined && cell !== undefined && cell !== '') document[field] ??= cell;
      }
      yield fromObject(document, name, options);
    }
  }
}

/** The rows as cells; null for a row of more than `limit` characters. The separator is what the header row uses most. */
export async function* splitRows(
  stream: AsyncIterable<Uint8Array | string>,
  limit: number,
): AsyncGenerator<string[] | null> {
  const decoder = new TextDecoder('utf-8');
  let separator = '';
  let cells: string[] = [];
  let cell = '';
  let size = 0;
  // "open" inside quotes, "closed" after the closing quote, where another quote means a quote.
  let quoted: 'no' | 'open' | 'closed' = 'no';
  let held = '';

  const row = (): string[] | null => {
    const done = [...cells, cell];
    const tooLong = size > limit;
    cells = [];
    cell = '';
    size = 0;
    quoted = 'no';
    return tooLong ? null : done;
  };
  for await (const piece of stream) {
    let text = typeof piece === 'string' ? piece : decoder.decode(piece, { stream: true });
    if (separator === '') {
      held += text;
      if (!held.includes('\n') && held.length < limit) continue;
      separator = findSeparator(held.split('\n', 1)[0]!);
      text = held;
    }
    yield* scan(text);
  }
  if (separator === '' && held !== '') {
    separator = findSeparator(held.split('\n', 1)[0]!);
    yield* scan(held);
  }
  if (cell !== '' || cells.length > 0) yield row();

  function* scan(text: string): Generator<string[] | null> {
    let from = 0;
    const keep = (to: number): void => {
      size += to - from;
      if (size <= limit) cell += text.slice(from, to);
    };
    for (let i = 0; i < text.length; i++) {
      const char = text[i]!;
      if (quoted === 'open') {
        if (char === '"') {
          keep(i);
          from = i + 1;
          quoted = 'closed';
        }
      } else if (char === '"' && (quoted === 'closed' || (cell === '' && i === from))) {
        if (quoted === 'closed') cell += '"';
        from = i + 1;
        quoted = 'open';
      } else if (char === separator) {
        keep(i);
        from = i + 1;
        if (size <= limit) cells.push(cell);
        cell = '';
        quoted = 'no';
      } else if (char === '\n') {
        keep(i);
        from = i + 1;
        if (cell.endsWith('\r')) cell = cell.slice(0, -1);
        yield row();
      }
    }
    keep(text.length);
  }
}

function findSeparator(header: string): string {
  const counts = [',', ';', '\t'].map((mark) => [mark, header.split(mark).length] as const);
  return counts.reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}
