/** Words that say what became of an amount. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ChanceryError } from '../../core/index.ts';

export type StatusClass = 'give' | 'move' | 'take' | 'pledge' | 'plan';

/** Words that decide the status of a figure, by lemma. */
export interface FigureTables {
  readonly words: ReadonlyMap<string, StatusClass>;
}

const ownData = (): string => fileURLToPath(new URL('../../../data', import.meta.url));

/** Reads figure-status.tsv below `dir` (the package's own data by default). Throws `bad-data` on a malformed row. */
export function loadFigureTables(dir: string = ownData()): FigureTables {
  let text: string;
  try {
    text = readFileSync(join(dir, 'figure-status.tsv'), 'utf8');
  } catch {
    throw new ChanceryError('bad-data', 'figure-status.tsv is missing from the data folder.');
  }
  return parseFigureTables(text);
}

/** The table from its text; the first line that is no comment names the columns. */
export function parseFigureTables(text: string): FigureTables {
  const words = new Map<string, StatusClass>();
  let header = true;
  text.split('\n').forEach((raw, index) => {
    const line = raw.trimEnd();
    if (line === '' || line.startsWith('#')) return;
    if (header) {
      header = false;
      return;
    }
    const [word = '', status = ''] = line.split('\t');
    if (word === '' || !/^(give|move|take|pledge|plan)$/.test(status))
      throw new ChanceryError('bad-data', `figure-status.tsv line ${index + 1}: "${line}" is no status word.`);
    if (!words.has(word)) words.set(word, status as StatusClass);
  });
  return { words };
}
