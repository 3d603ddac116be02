/** Loads everything a reading needs, once: knowledge tables, weights, lexicons. */

import { loadFindingTables } from './findings/index.ts';
import { loadKnowledge } from './knowledge/index.ts';
import { knownNames, loadLanguageModel } from './language/index.ts';
import type { Kit } from './pipeline.ts';
import { loadRestoreTables } from './restore/index.ts';

/** Reads the shipped tables and weights from disk. Throws ChanceryError `model-missing` or `bad-data` when they are damaged. */
export function loadKit(): Kit {
  const knowledge = loadKnowledge();
  return {
    knowledge,
    language: loadLanguageModel({ locks: knownNames(knowledge.matcher) }),
    restore: loadRestoreTables(knowledge),
    findings: loadFindingTables(),
  };
}
