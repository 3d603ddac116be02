/** Official registers: importers, and what they say of press claims. */

import { ChanceryError } from '../../core/index.ts';
import type { Knowledge } from '../../knowledge/index.ts';
import type { RegisterEntry } from './entry.ts';
import { readHistoryAtState } from './historyatstate.ts';
import type { RegisterCoverage } from './match.ts';

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

/** A register as the record keeps it: one for each traveller, one for each decade of visits, so that files can be added one by one. */
export interface RegisterOf {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly entries: readonly RegisterEntry[];
  readonly coverage: readonly RegisterCoverage[];
}

/**
 * Groups entries into registers. A traveller's list counts as complete from the first trip to the last; visits of leaders are many
 * people's, and their silence says nothing of any one.
 */
export function registersOf(kind: string, entries: readonly RegisterEntry[]): RegisterOf[] {
  const groups = new Map<string, RegisterEntry[]>();
  for (const entry of entries) {
    const visit = entry.host === 'USA' && entry.country !== 'USA';
    const key = visit
      ? `visits ${(entry.from ?? '').slice(0, 3)}0s`
      : `travels of ${entry.role ?? 'traveller'} ${entry.person}`;
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  return [...groups].map(([key, group]) => {
    const id = `${kind}-${key.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-')}`;
    const first = group[0] as RegisterEntry;
    const days = group
      .flatMap((entry) => [entry.from, entry.to])
      .filter((day) => day !== null)
      .sort();
    const coverage: RegisterCoverage[] = key.startsWith('travels')
      ? [{ register: id, person: first.person, role: first.role, from: days[0] as string, to: days.at(-1) as string }]
      : [];
    return { id, name: `${key}, ${first.source ?? kind}`, kind, entries: group, coverage };
  });
}
