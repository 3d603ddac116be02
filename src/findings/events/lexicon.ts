/**
 * The frame lexicon: which words start which event, and where its roles stand. Read from data/frames/*.yaml.
 *
 * Trigger keys: `visit` a verb, `call off` a verb with more words, `n visit` a noun, `a ready` a predicate,
 * `s be in` somebody's stay, `m must` what a speaker says another must do, `f face consequence` what a speaker says another will suffer,
 * `hold ~ talk` a verb with the noun that carries the meaning. Each key has an example sentence, which is a test.
 */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ChanceryError, type EventType, type Modality } from '../../core/index.ts';
import { allowsMode, isEventType, type Ontology } from './ontology.ts';
import { parseYaml } from './yaml.ts';

/** Where actors and recipients stand; see docs/events.md. */
export type RoleScheme =
  | 'directed'
  | 'reciprocal'
  | 'reciprocal-with'
  | 'visit'
  | 'transfer'
  | 'reversed'
  | 'ask'
  | 'self'
  | 'forces'
  | 'gather';

export interface Frame {
  /** Rule id: "consult/meet". */
  readonly id: string;
  readonly type: EventType;
  readonly mode: string | null;
  readonly alt: readonly EventType[];
  /** Set when the words themselves decide it ("called off"). */
  readonly modality: Modality | null;
  /** The frame is itself a promise or threat. */
  readonly planned: boolean;
  readonly channel: 'in-person' | 'virtual' | 'phone' | null;
  readonly roles: RoleScheme;
  /** Sources of the recipient in order of preference; empty = those of the scheme. */
  readonly to: readonly string[];
  /** Its complement is a theme, never an event of its own. */
  readonly absorbs: boolean;
  readonly needs: 'actor' | 'recipient' | 'both' | 'pair' | 'complement' | null;
  /** The object is handed on and is no recipient. */
  readonly skipObject: boolean;
  /** 0..1, multiplies the confidence. */
  readonly weight: number;
  readonly contexts: readonly string[];
  /** Objects or modifiers with which the words mean something else. */
  readonly not: ReadonlySet<string>;
  /** Nouns that need "joint", "together" or two sides. */
  readonly joint: ReadonlySet<string>;
  /** Nouns that must not be joint. */
  readonly drills: ReadonlySet<string>;
  /** Only civilians do it; a state or its forces do something else. */
  readonly civil: boolean;
  /** Civilians do something else with these words. */
  readonly official: boolean;
  /** Extra conditions: "plain" no complement, "transitive", "intransitive", "quantity" a counted object. */
  readonly only: ReadonlySet<string>;
  /** It is said by denying: "will not tolerate". */
  readonly negative: boolean;
}

export interface Trigger {
  readonly key: string;
  readonly kind: 'verb' | 'noun' | 'predicate' | 'pair' | 'modal' | 'fate' | 'stay';
  readonly frame: Frame;
  /** Words in order; for a pair the verb and its particles. */
  readonly words: readonly string[];
  /** Of a pair. */
  readonly noun: string | null;
  /** Written in the table, or made from its verbs and nouns. */
  readonly stated: boolean;
}

export interface Example {
  readonly key: string;
  readonly frame: Frame;
  readonly sentence: string;
}

export interface Lexicon {
  readonly frames: readonly Frame[];
  readonly examples: readonly Example[];
  /** By the lemma of the first word (of a noun trigger: any word that may head it). */
  readonly verbs: ReadonlyMap<string, readonly Trigger[]>;
  readonly nouns: ReadonlyMap<string, readonly Trigger[]>;
  readonly predicates: ReadonlyMap<string, readonly Trigger[]>;
  readonly modals: ReadonlyMap<string, Trigger>;
  /** What somebody is told he will suffer, by the lemma of its verb. */
  readonly fates: ReadonlyMap<string, readonly Trigger[]>;
  /** "is in Vietnam": the trigger of stays, when the lexicon has one. */
  readonly stays: readonly Trigger[];
  /** Verb lemma to noun lemma to triggers, stated ones first. */
  readonly pairs: ReadonlyMap<string, ReadonlyMap<string, readonly Trigger[]>>;
}

const SCHEMES: readonly RoleScheme[] = [
  'directed',
  'reciprocal',
  'reciprocal-with',
  'visit',
  'transfer',
  'reversed',
  'ask',
  'self',
  'forces',
  'gather',
];

/** Reads every frame file. Throws ChanceryError 'bad-data' naming the frame at fault. */
export function loadLexicon(dir: string, ontology: Ontology): Lexicon {
  const folder = join(dir, 'frames');
  let files: string[];
  try {
    files = readdirSync(folder)
      .filter((name) => name.endsWith('.yaml'))
      .sort();
  } catch (cause) {
    throw new ChanceryError('bad-data', 'Cannot read the folder data/frames.', { cause });
  }
  const raw = files.flatMap((file) => readFrames(join(folder, file), file));
  return makeLexicon(raw, ontology);
}

function readFrames(path: string, file: string): readonly unknown[] {
  let content: unknown;
  try {
    content = parseYaml(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new ChanceryError('bad-data', `frames/${file} is no YAML.`, { cause });
  }
  if (!Array.isArray(content)) throw new ChanceryError('bad-data', `frames/${file} is no list of frames.`);
  return content;
}

/** The lexicon of frames given as plain objects, as in the files. Throws ChanceryError 'bad-data'. */
export function makeLexicon(raw: readonly unknown[], ontology: Ontology): Lexicon {
  const frames: Frame[] = [];
  const examples: Example[] = [];
  const verbs = new Map<string, Trigger[]>();
  const nouns = new Map<string, Trigger[]>();
  const predicates = new Map<string, Trigger[]>();
  const modals = new Map<string, Trigger>();
  const fates = new Map<string, Trigger[]>();
  const stays: Trigger[] = [];
  const pairs = new Map<string, Map<string, Trigger[]>>();
  const push = (map: Map<string, Trigger[]>, word: string, trigger: Trigger): void => {
    const list = map.get(word);
    if (list) list.push(trigger);
    else map.set(word, [trigger]);
  };
  const pushPair = (trigger: Trigger): void => {
    const verb = trigger.words[0]!;
    let byNoun = pairs.get(verb);
    if (!byNoun) {
      byNoun = new Map();
      pairs.set(verb, byNoun);
    }
    push(byNoun, trigger.noun!, trigger);
  };
  const derived: Trigger[] = [];
  for (const entry of raw) {
    const { frame, stated, product } = readFrame(entry, ontology);
    frames.push(frame);
    for (const [key, sentence] of stated) {
      examples.push({ key, frame, sentence });
      const trigger = readKey(key, frame);
      if (trigger.kind === 'pair') pushPair(trigger);
      else if (trigger.kind === 'stay') stays.push(trigger);
      else if (trigger.kind === 'modal') modals.set(trigger.words[0]!, trigger);
      else if (trigger.kind === 'fate') push(fates, trigger.words[0]!, trigger);
      else if (trigger.kind === 'predicate') push(predicates, trigger.words[0]!, trigger);
      else if (trigger.kind === 'noun') push(nouns, trigger.words[0]!, trigger);
      else push(verbs, trigger.words[0]!, trigger);
    }
    for (const [verb, noun] of product) {
      const key = `${verb} ~ ${noun}`;
      if (!stated.some(([other]) => other === key))
        derived.push({ key, kind: 'pair', frame, words: verb.split(' '), noun, stated: false });
    }
  }
  for (const trigger of derived) pushPair(trigger);
  return { frames, examples, verbs, nouns, predicates, modals, fates, stays, pairs };
}

function readKey(key: string, frame: Frame): Trigger {
  const [left = '', noun] = key.split('~').map((part) => part.trim());
  if (noun !== undefined) return { key, kind: 'pair', frame, words: left.split(' '), noun, stated: true };
  if (left.startsWith('n '))
    return { key, kind: 'noun', frame, words: left.slice(2).split(' '), noun: null, stated: true };
  if (left.startsWith('a '))
    return { key, kind: 'predicate', frame, words: left.slice(2).split(' '), noun: null, stated: true };
  if (left.startsWith('s '))
    return { key, kind: 'stay', frame, words: left.slice(2).split(' '), noun: null, stated: true };
  if (left.startsWith('m '))
    return { key, kind: 'modal', frame, words: left.slice(2).split(' '), noun: null, stated: true };
  if (left.startsWith('f '))
    return { key, kind: 'fate', frame, words: left.slice(2).split(' '), noun: null, stated: true };
  return { key, kind: 'verb', frame, words: left.split(' '), noun: null, stated: true };
}

interface Raw {
  readonly [field: string]: unknown;
}

const isRecord = (value: unknown): value is Raw => typeof value === 'object' && value !== null && !Array.isArray(value);

const strings = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

function readFrame(
  entry: unknown,
  ontology: Ontology,
): { frame: Frame; stated: readonly (readonly [string, string])[]; product: readonly (readonly [string, string])[] } {
  if (!isRecord(entry) || typeof entry['id'] !== 'string') throw new ChanceryError('bad-data', 'A frame has no id.');
  const id = entry['id'];
  const fail = (why: string): never => {
    throw new ChanceryError('bad-data', `Frame ${id}: ${why}.`);
  };
  const type = String(entry['type']);
  if (!isEventType(type)) return fail(`no event type ${type}`);
  const mode = entry['mode'] === undefined || entry['mode'] === null ? null : String(entry['mode']);
  if (!allowsMode(ontology, type, mode)) return fail(`${type} has no mode ${mode}`);
  const alt = strings(entry['alt']);
  for (const other of alt) if (!isEventType(other)) fail(`no event type ${other}`);
  const roles = String(entry['roles']) as RoleScheme;
  if (!SCHEMES.includes(roles)) return fail(`no role scheme ${roles}`);
  const contexts = strings(entry['contexts']);
  for (const context of contexts) if (!ontology.contexts.has(context)) fail(`no context ${context}`);
  if (!isRecord(entry['triggers'])) return fail('no triggers');
  const stated = Object.entries(entry['triggers']).map(([key, sentence]) => [key, String(sentence)] as const);
  const pair = isRecord(entry['pair']) ? entry['pair'] : null;
  const pairs = (Array.isArray(entry['pair']) ? entry['pair'] : [entry['pair']]).filter(isRecord);
  const product: (readonly [string, string])[] = [];
  if (entry['product'] !== false)
    for (const { verbs, nouns } of pairs)
      for (const verb of strings(verbs)) for (const noun of strings(nouns)) product.push([verb, noun]);
  const frame: Frame = {
    id,
    type,
    mode,
    alt: alt as EventType[],
    modality: typeof entry['modality'] === 'string' ? (entry['modality'] as Modality) : null,
    planned: entry['planned'] === true,
    channel: (entry['channel'] ?? null) as Frame['channel'],
    roles,
    to: strings(entry['to']),
    absorbs: entry['absorbs'] === true,
    needs: (entry['needs'] ?? null) as Frame['needs'],
    skipObject: entry['skip-object'] === true,
    weight: typeof entry['weight'] === 'number' ? entry['weight'] : 1,
    contexts,
    not: new Set(strings(entry['not'])),
    joint: new Set(strings(pair?.['joint'] ?? entry['joint'])),
    drills: new Set(strings(entry['drills'])),
    civil: entry['civil'] === true,
    official: entry['official'] === true,
    negative: entry['negative'] === true,
    only: new Set(strings(entry['only'])),
  };
  return { frame, stated, product };
}
