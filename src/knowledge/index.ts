/** Knowledge: reviewed tables in data/, loaded once and never changed. */

import { type Complaint, checkTables } from './check.ts';
import { makeKnowledge } from './make.ts';
import { readTables } from './tables.ts';
import type { Knowledge } from './types.ts';

export { type Complaint, checkTables } from './check.ts';
export { makeKnowledge } from './make.ts';
export { type RegisterEntry, readRegister, type TitledName, titledNames } from './registers.ts';
export { gatherSightings, type Sighting } from './sightings.ts';
export { type Row, readTables, type TableName, type Tables } from './tables.ts';
export type * from './types.ts';
export {
  COUNTRIES_A_QUERY,
  compareHolders,
  type Difference,
  holdersQuery,
  readHolders,
  WIKIDATA_ENDPOINT,
  type WikidataHolder,
} from './wikidata.ts';

/**
 * Loads the tables of a folder (default: the package's own `data/`).
 * Missing tables count as empty; a malformed line throws `bad-data` with file and line.
 */
export function loadKnowledge(dir?: string): Knowledge {
  return makeKnowledge(readTables(dir));
}

/** Complaints about the tables of a folder, for `chancery knowledge check`; empty when they are sound. */
export const checkKnowledge = (dir?: string): readonly Complaint[] => checkTables(readTables(dir));
