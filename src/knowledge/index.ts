/** Knowledge: reviewed tables in data/, loaded once and never changed. */

import { makeKnowledge } from './make.ts';
import { readTables } from './tables.ts';
import type { Knowledge } from './types.ts';

export { makeKnowledge } from './make.ts';
export { readTables, type Tables } from './tables.ts';
export type * from './types.ts';

/**
 * Loads the tables of a folder (default: the package's own `data/`).
 * Missing tables count as empty; a malformed line throws `bad-data` with file and line.
 */
export function loadKnowledge(dir?: string): Knowledge {
  return makeKnowledge(readTables(dir));
}
