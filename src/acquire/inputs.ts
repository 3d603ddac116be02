/** What the caller points at: files, folders, globs, standard input, addresses; and what each file holds by its name. */

import { opendir, stat } from 'node:fs/promises';
import { basename, isAbsolute, join } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { ChanceryError } from '../core/index.ts';

/** "text" is any single document, markup or not. */
export type Format = 'text' | 'json' | 'jsonl' | 'csv' | 'warc' | 'eml' | 'feed';

export type Input =
  | { readonly kind: 'file'; readonly given: string; readonly path: string; readonly format: Format }
  | { readonly kind: 'stdin'; readonly given: string; readonly format: Format }
  | { readonly kind: 'url'; readonly given: string }
  | { readonly kind: 'failed'; readonly given: string; readonly error: ChanceryError };

const FORMATS: readonly (readonly [RegExp, Format])[] = [
  [/\.(?:html?|xhtml|txt|md|markdown)$/i, 'text'],
  [/\.json$/i, 'json'],
  [/\.(?:jsonl|ndjson)$/i, 'jsonl'],
  [/\.csv$/i, 'csv'],
  [/\.warc(?:\.gz)?$/i, 'warc'],
  [/\.eml$/i, 'eml'],
  [/\.(?:rss|atom|rdf|opml)$/i, 'feed'],
];

/** Null for a file that a folder may hold but that is no document. */
export function formatOf(path: string): Format | null {
  return FORMATS.find(([pattern]) => pattern.test(path))?.[1] ?? null;
}

export function isUrl(given: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(given);
}

/**
 * Finds the inputs behind the paths, in the order given; folders in name order, hidden files and folders left out.
 *
 * A path that is missing ('not-found'), a folder or pattern without documents ('no-documents') and a file that cannot be opened
 * ('unreadable') come as a `failed` input whose message names the path as given, so that the rest goes on.
 */
export async function* findInputs(paths: Iterable<string>): AsyncGenerator<Input> {
  for (const given of paths) {
    if (given === '-') yield { kind: 'stdin', given, format: 'text' };
    else if (isUrl(given)) yield { kind: 'url', given };
    else yield* findPath(given);
  }
}

async function* findPath(given: string): AsyncGenerator<Input> {
  try {
    const found = await stat(given).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null;
      throw error;
    });
    if (found === null) yield* findPattern(given);
    else if (found.isDirectory()) {
      let any = false;
      for await (const path of walk(given)) {
        any = true;
        yield { kind: 'file', given: path, path, format: formatOf(path) ?? 'text' };
      }
      if (!any) yield failed(given, 'no-documents', `no documents in folder ${given}`);
    } else yield { kind: 'file', given, path: given, format: formatOf(given) ?? 'text' };
  } catch (error) {
    yield failed(
      given,
      'unreadable',
      `cannot read ${given} (${(error as NodeJS.ErrnoException).code ?? 'unknown error'})`,
    );
  }
}

async function* findPattern(given: string): AsyncGenerator<Input> {
  if (!isDynamicPattern(given)) {
    yield failed(given, 'not-found', `no such file or folder: ${given}`);
    return;
  }
  const paths = (await glob(given, { expandDirectories: false, absolute: isAbsolute(given) })).sort();
  for (const path of paths) yield { kind: 'file', given: path, path, format: formatOf(path) ?? 'text' };
  if (paths.length === 0) yield failed(given, 'no-documents', `no documents match ${given}`);
}

/** Documents under a folder, each folder's entries in name order. Links to folders are not followed: they may lead in circles. */
async function* walk(folder: string): AsyncGenerator<string> {
  const entries = [];
  for await (const entry of await opendir(folder)) if (!entry.name.startsWith('.')) entries.push(entry);
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* walk(path);
    else if (
      formatOf(basename(path)) !== null &&
      (entry.isFile() || (entry.isSymbolicLink() && (await isFile(path))))
    ) {
      yield path;
    }
  }
}

async function isFile(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isFile() ?? false;
}

function failed(given: string, code: 'not-found' | 'no-documents' | 'unreadable', message: string): Input {
  return { kind: 'failed', given, error: new ChanceryError(code, message) };
}
