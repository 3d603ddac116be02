/** PLOVER 2021 as data: types, modes, contexts, retired names and the CAMEO crosswalk, checked when loaded. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ChanceryError, EVENT_TYPES, type EventType } from '../../core/index.ts';

export interface TypeRow {
  readonly type: EventType;
  /** 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict. */
  readonly quad: 1 | 2 | 3 | 4;
  /** -10 to +10. */
  readonly score: number;
  readonly recipientRequired: boolean;
  readonly meaning: string;
}

export interface CameoRow {
  readonly code: string;
  readonly label: string;
  readonly type: EventType;
  readonly mode: string | null;
  readonly alt: readonly EventType[];
}

export interface Ontology {
  readonly types: ReadonlyMap<EventType, TypeRow>;
  /** "CONSULT visit" to its score. */
  readonly modes: ReadonlyMap<string, number>;
  readonly contexts: ReadonlySet<string>;
  /** Old context and type names to today's. */
  readonly retired: ReadonlyMap<string, string>;
  readonly cameo: ReadonlyMap<string, CameoRow>;
}

export const isEventType = (name: string): name is EventType => (EVENT_TYPES as readonly string[]).includes(name);

/** Whether a type may carry this mode; null always may. */
export const allowsMode = (ontology: Ontology, type: EventType, mode: string | null): boolean =>
  mode === null || ontology.modes.has(`${type} ${mode}`);

/** The score of an event: the mode's where it has one of its own, else the type's. */
export const scoreOf = (ontology: Ontology, type: EventType, mode: string | null): number =>
  (mode === null ? undefined : ontology.modes.get(`${type} ${mode}`)) ?? ontology.types.get(type)?.score ?? 0;

/** Reads data/plover. Throws ChanceryError 'bad-data' with file and line. */
export function loadOntology(dir: string): Ontology {
  const types = new Map<EventType, TypeRow>();
  for (const { cells, fail } of rows(dir, 'types.tsv', 5)) {
    const [name = '', quad = '', score = '', recipient = '', meaning = ''] = cells;
    if (!isEventType(name)) fail(`no event type ${name}`);
    if (!/^[1-4]$/.test(quad)) fail(`no quad ${quad}`);
    types.set(name as EventType, {
      type: name as EventType,
      quad: Number(quad) as 1 | 2 | 3 | 4,
      score: numberIn(score, fail),
      recipientRequired: recipient === 'required',
      meaning,
    });
  }
  const missing = EVENT_TYPES.filter((type) => !types.has(type));
  if (missing.length > 0) throw new ChanceryError('bad-data', `types.tsv lacks ${missing.join(', ')}.`);

  const modes = new Map<string, number>();
  for (const { cells, fail } of rows(dir, 'modes.tsv', 4)) {
    const [type = '', mode = '', score = ''] = cells;
    if (!isEventType(type)) fail(`no event type ${type}`);
    modes.set(`${type} ${mode}`, score === '' ? (types.get(type as EventType)?.score ?? 0) : numberIn(score, fail));
  }

  const contexts = new Set<string>();
  const retired = new Map<string, string>();
  for (const { cells } of rows(dir, 'contexts.tsv', 3)) {
    const [context = '', , old = ''] = cells;
    contexts.add(context);
    for (const name of old.split(',')) if (name !== '') retired.set(name, context);
  }
  for (const { cells, fail } of rows(dir, 'retired.tsv', 2)) {
    const [old = '', now = ''] = cells;
    if (!isEventType(now)) fail(`no event type ${now}`);
    retired.set(old, now);
  }

  const cameo = new Map<string, CameoRow>();
  for (const { cells, fail } of rows(dir, 'cameo.tsv', 5)) {
    const [code = '', label = '', type = '', mode = '', alt = ''] = cells;
    if (!/^\d{2,4}$/.test(code) || cameo.has(code)) fail(`bad or repeated code ${code}`);
    const other = alt === '' ? [] : alt.split(',');
    for (const name of [type, ...other]) if (!isEventType(name)) fail(`no event type ${name}`);
    if (mode !== '' && !modes.has(`${type} ${mode}`)) fail(`${type} has no mode ${mode}`);
    cameo.set(code, { code, label, type: type as EventType, mode: mode || null, alt: other as EventType[] });
  }
  return { types, modes, contexts, retired, cameo };
}

interface Line {
  readonly cells: readonly string[];
  readonly fail: (why: string) => never;
}

function rows(dir: string, file: string, columns: number): readonly Line[] {
  const path = join(dir, 'plover', file);
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    throw new ChanceryError('bad-data', `Cannot read plover/${file}.`, { cause });
  }
  const out: Line[] = [];
  let header = true;
  text.split('\n').forEach((line, i) => {
    if (line === '' || line.startsWith('#')) return;
    if (header) {
      header = false;
      return;
    }
    const cells = line.split('\t');
    const fail = (why: string): never => {
      throw new ChanceryError('bad-data', `plover/${file}, line ${i + 1}: ${why}.`);
    };
    if (cells.length !== columns) fail(`${cells.length} columns instead of ${columns}`);
    out.push({ cells, fail });
  });
  return out;
}

function numberIn(cell: string, fail: (why: string) => never): number {
  const value = Number(cell);
  return cell !== '' && Number.isFinite(value) ? value : fail(`no number ${cell}`);
}
