/** Reads data/spin and models/spin.json, and compiles them with the names that the knowledge tables hold. */

import { readFileSync } from 'node:fs';
import type { Knowledge } from '../knowledge/index.ts';
import { type Net, parseCommoner } from './replaced.ts';
import {
  compileGarbled,
  indexWordings,
  parseVariants,
  parseWordings,
  type RestoreTables,
  rarerOf,
  type StandingName,
} from './tables.ts';
import { loadWordVectors } from './vectors.ts';

/** `dir`: a folder with wording.tsv, variants.tsv and commoner.tsv; the package's own when absent. */
export function loadRestoreTables(
  knowledge: Knowledge,
  dir: URL = new URL('../../data/spin/', import.meta.url),
): RestoreTables {
  const variants = parseVariants(readFileSync(new URL('variants.tsv', dir), 'utf8'));
  const commoner = {
    entries: parseCommoner(readFileSync(new URL('commoner.tsv', dir), 'utf8')),
    vectors: loadWordVectors(),
    net: JSON.parse(readFileSync(new URL('../../models/spin.json', import.meta.url), 'utf8')) as Net,
  };
  const names = standingNames(knowledge);
  const known = knownNames(knowledge);
  let garbled: ReturnType<RestoreTables['garbled']> | null = null;
  let widely: ReturnType<RestoreTables['widely']> | null = null;
  return {
    wordings: indexWordings(parseWordings(readFileSync(new URL('wording.tsv', dir), 'utf8'))),
    garbled: () => (garbled ??= compileGarbled(names, variants, known)),
    widely: () => (widely ??= compileGarbled(names, rarerOf(commoner), known, 1)),
    variants,
    commoner,
  };
}

function standingNames(knowledge: Knowledge): StandingName[] {
  const bodies = [...knowledge.organisations.values(), ...knowledge.groups.values(), ...knowledge.outlets.values()];
  return [
    ...bodies.flatMap(({ name, names }) =>
      [name, ...names].map((one) => ({ name: one, kind: 'organization' as const })),
    ),
    ...knowledge.titles.flatMap(({ name, names }) =>
      [name, ...names].map((one) => ({ name: one, kind: 'title' as const })),
    ),
    ...knowledge.rungs.flatMap(({ names }) =>
      names.flatMap((one) => withPlural(one).map((name) => ({ name, kind: 'relation' as const }))),
    ),
  ].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** What somebody really is called, in lower case: never taken for a garbled form. */
function knownNames(knowledge: Knowledge): Set<string> {
  return new Set(standingNames(knowledge).map(({ name }) => name.toLowerCase()));
}

/** "comprehensive strategic partner" is a ladder word in the plural as well. */
const withPlural = (name: string): string[] => (/\bpartner(?:ship)?$/.test(name) ? [name, `${name}s`] : [name]);
