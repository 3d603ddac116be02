/** Word lists around events, read from data/events: governing words, contexts, other topics. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ChanceryError, type EventType, type Sector } from '../../core/index.ts';
import type { Demands, DemandWords } from './demands.ts';
import { isEventType, type Ontology } from './ontology.ts';
import { parseYaml } from './yaml.ts';

export type GovernorClass =
  | 'planned'
  | 'requested'
  | 'refused'
  | 'denied'
  | 'cancelled'
  | 'possible'
  | 'aspect'
  | 'say';

export interface Governors {
  /** Lemma to class; the first list of the file that holds it wins. */
  readonly classOf: ReadonlyMap<string, GovernorClass>;
  /** Verbs whose purpose, where it is a speech act, was done in them. */
  readonly voiced: ReadonlySet<string>;
  readonly occurrence: ReadonlySet<string>;
  /** Verbs whose subject noun happened. */
  readonly performed: ReadonlySet<string>;
  readonly unreal: ReadonlySet<string>;
  readonly unrealPlanned: ReadonlySet<string>;
  readonly generic: ReadonlySet<string>;
}

export interface ContextWords {
  /** First word to the entries that start with it. */
  readonly byFirst: ReadonlyMap<string, readonly { readonly words: readonly string[]; readonly context: string }[]>;
}

export interface Things {
  /** Thing to the sector of its owner. */
  readonly sectorOf: ReadonlyMap<string, Sector>;
  /** Things that stand for nobody. */
  readonly none: ReadonlySet<string>;
  /** Human nouns to their sector, "" for none known. */
  readonly people: ReadonlyMap<string, Sector | null>;
}

export interface Topic {
  readonly topic: string;
  readonly blocks: ReadonlySet<EventType>;
  /** Whether acts of named states, forces and officials are told all the same. */
  readonly spares: boolean;
  /** One of these is enough. */
  readonly words: readonly (readonly string[])[];
  /** Two different ones are needed. */
  readonly weak: readonly (readonly string[])[];
}

const CLASSES: readonly GovernorClass[] = [
  'planned',
  'requested',
  'refused',
  'denied',
  'cancelled',
  'aspect',
  'say',
  'possible',
];

function readYaml(dir: string, file: string): unknown {
  try {
    return parseYaml(readFileSync(join(dir, 'events', file), 'utf8'));
  } catch (cause) {
    throw new ChanceryError('bad-data', `Cannot read events/${file}.`, { cause });
  }
}

const strings = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

/** Throws ChanceryError 'bad-data' when the file is missing or a class is empty. */
export function loadGovernors(dir: string): Governors {
  const raw = readYaml(dir, 'governors.yaml') as Record<string, unknown>;
  const classOf = new Map<string, GovernorClass>();
  for (const name of CLASSES) {
    const words = strings(raw[name]);
    if (words.length === 0) throw new ChanceryError('bad-data', `events/governors.yaml has no words for ${name}.`);
    for (const word of words) if (!classOf.has(word)) classOf.set(word, name);
  }
  return {
    classOf,
    voiced: new Set(strings(raw['voiced'])),
    occurrence: new Set(strings(raw['occurrence'])),
    performed: new Set(strings(raw['performed'])),
    unreal: new Set(strings(raw['unreal'])),
    unrealPlanned: new Set(strings(raw['unreal-planned'])),
    generic: new Set(strings(raw['generic'])),
  };
}

/** Throws ChanceryError 'bad-data' on a context that the ontology does not know. */
export function loadContextWords(dir: string, ontology: Ontology): ContextWords {
  const raw = readYaml(dir, 'contexts.yaml') as Record<string, unknown>;
  const byFirst = new Map<string, { words: string[]; context: string }[]>();
  for (const [context, list] of Object.entries(raw)) {
    if (!ontology.contexts.has(context))
      throw new ChanceryError('bad-data', `events/contexts.yaml: no context ${context}.`);
    for (const entry of strings(list)) {
      const words = entry.toLowerCase().split(' ');
      const first = words[0]!;
      const here = byFirst.get(first) ?? [];
      here.push({ words, context });
      byFirst.set(first, here);
    }
  }
  return { byFirst };
}

/** Throws ChanceryError 'bad-data' when the file cannot be read. */
export function loadThings(dir: string): Things {
  const raw = readYaml(dir, 'things.yaml') as Record<string, unknown>;
  const sectorOf = new Map<string, Sector>();
  for (const [name, list] of Object.entries(raw))
    if (name !== 'none' && name !== 'people')
      for (const word of strings(list)) if (!sectorOf.has(word)) sectorOf.set(word, name as Sector);
  const people = new Map<string, Sector | null>();
  for (const [sector, list] of Object.entries((raw['people'] ?? {}) as Record<string, unknown>))
    for (const word of strings(list)) people.set(word, sector === 'unknown' ? null : (sector as Sector));
  return { sectorOf, none: new Set(strings(raw['none'])), people };
}

/** Throws ChanceryError 'bad-data' on a type that does not exist. */
export function loadTopics(dir: string): readonly Topic[] {
  const raw = readYaml(dir, 'topics.yaml');
  if (!Array.isArray(raw)) throw new ChanceryError('bad-data', 'events/topics.yaml is no list.');
  return raw.map((entry: Record<string, unknown>) => {
    const blocks = strings(entry['blocks']).map((name) => {
      if (!isEventType(name)) throw new ChanceryError('bad-data', `events/topics.yaml: no event type ${name}.`);
      return name;
    });
    return {
      topic: String(entry['topic']),
      blocks: new Set(blocks),
      spares: entry['spares'] === 'doers',
      words: strings(entry['words']).map((words) => words.toLowerCase().split(' ')),
      weak: strings(entry['weak']).map((words) => words.toLowerCase().split(' ')),
    };
  });
}

/** Throws ChanceryError 'bad-data' when a list is missing. */
export function loadDemands(dir: string): Demands {
  const raw = readYaml(dir, 'demands.yaml') as Record<string, Record<string, unknown>>;
  const read = (name: string): DemandWords => {
    const lists = raw[name];
    if (lists === undefined) throw new ChanceryError('bad-data', `events/demands.yaml has no ${name}.`);
    return new Map(Object.entries(lists).map(([mode, words]) => [mode, strings(words).map((w) => w.split(' '))]));
  };
  return { request: read('request'), threat: read('threat') };
}
