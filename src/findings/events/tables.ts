/** The tables that events are read with, loaded and checked once. */

import type { Demands } from './demands.ts';
import { type Lexicon, loadLexicon } from './lexicon.ts';
import { loadOntology, type Ontology } from './ontology.ts';
import {
  type ContextWords,
  type Governors,
  loadContextWords,
  loadDemands,
  loadGovernors,
  loadThings,
  loadTopics,
  type Things,
  type Topic,
} from './words.ts';

export interface EventTables {
  readonly ontology: Ontology;
  readonly lexicon: Lexicon;
  readonly governors: Governors;
  readonly contexts: ContextWords;
  readonly topics: readonly Topic[];
  readonly things: Things;
  readonly demands: Demands;
}

/** Reads data/plover, data/frames and data/events. Throws ChanceryError 'bad-data' naming the file and row at fault. */
export function loadEventTables(dir: string): EventTables {
  const ontology = loadOntology(dir);
  return {
    ontology,
    lexicon: loadLexicon(dir, ontology),
    governors: loadGovernors(dir),
    contexts: loadContextWords(dir, ontology),
    topics: loadTopics(dir),
    things: loadThings(dir),
    demands: loadDemands(dir),
  };
}
