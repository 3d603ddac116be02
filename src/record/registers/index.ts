/** Official registers: importers, and what they say of press claims. */

import { ChanceryError } from '../../core/index.ts';
import type { Knowledge } from '../../knowledge/index.ts';
import type { RegisterEntry } from './entry.ts';
import { readHistoryAtState } from './historyatstate.ts';

export type { RegisterEntry } from './entry.ts';
export { checkAgainst, type RegisterCoverage, type Registers, type RegisterVerdict } from './match.ts';

/** Importers by kind; docs/registers.md says how to write another. */
const IMPORTERS: Readonly<Record<string, (text: string, knowledge: Knowledge) => RegisterEntry[]>> = {
  historyatstate: readHistoryAtState,
};

export const REGISTER_KINDS: readonly string[] = Object.keys(IMPORTERS);

/** Throws ChanceryError `bad-argument` for an unknown kind, `bad-data` for a file that is not of it. */
export function readRegister(kind: string, text: string, knowledge: Knowledge): RegisterEntry[] {
  const importer = IMPORTERS[kind];
  if (!importer)
    throw new ChanceryError(
      'bad-argument',
      `no register importer named ${kind}; there are: ${REGISTER_KINDS.join(', ')}`,
    );
  return importer(text, knowledge);
}
