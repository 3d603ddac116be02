/** The cue table: words that report speech, what they do (act), how sure they are, and what they take. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Act, ChanceryError } from '../../core/index.ts';

export type CueKind = 'verb' | 'light' | 'refusal' | 'adjective' | 'noun' | 'preposition' | 'spun';
export type CueTier = 'sure' | 'usual' | 'weak' | 'belief' | 'spun';
/** What stands for the words said: see the head of data/cues/cues.tsv. */
export type Takes = 'clause' | 'quote' | 'thing' | 'do' | 'whom' | 'of' | 'for' | 'on' | 'to' | 'as';

export interface Cue {
  /** First lemma of a verb or phrase, lower case. */
  readonly head: string;
  /** Words that follow it ("out", "on"); for a light cue the noun that is its object. */
  readonly rest: readonly string[];
  readonly kind: CueKind;
  readonly act: Act;
  readonly tier: CueTier;
  readonly takes: ReadonlySet<Takes>;
}

/** The cue table, loaded once. */
export interface StatementTables {
  /** By first lemma; longer cues before shorter ones. */
  readonly cues: ReadonlyMap<string, readonly Cue[]>;
  /** Light cues by verb, then by noun. */
  readonly light: ReadonlyMap<string, ReadonlyMap<string, Cue>>;
  /** How many different cues there are. */
  readonly size: number;
}

const KINDS = new Set(['verb', 'light', 'refusal', 'adjective', 'noun', 'preposition', 'spun']);
const TIERS = new Set(['sure', 'usual', 'weak', 'belief', 'spun']);
const TAKES = new Set(['clause', 'quote', 'thing', 'do', 'whom', 'of', 'for', 'on', 'to', 'as']);
const ACTS = new Set(
  (
    'SAY URGE DEMAND PLEDGE PROPOSE WELCOME ENDORSE CONDEMN ACCUSE DENY REJECT WARN THREATEN HOPE AFFIRM ANNOUNCE ' +
    'CONCEDE CONDOLE REPORT NOCOMMENT'
  ).split(' '),
);

const ownData = (): string => fileURLToPath(new URL('../../../data', import.meta.url));

/** Reads cues/cues.tsv below `dir` (the package's own data by default). Throws `bad-data` with the line at fault. */
export function loadStatementTables(dir: string = ownData()): StatementTables {
  const path = join(dir, 'cues', 'cues.tsv');
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new ChanceryError('bad-data', 'cues/cues.tsv is missing from the data folder.');
  }
  return parseCues(text);
}

/** The table from its text; the first line that is no comment names the columns. */
export function parseCues(text: string): StatementTables {
  const cues = new Map<string, Cue[]>();
  const light = new Map<string, Map<string, Cue>>();
  let size = 0;
  let header = true;
  const lines = text.split('\n');
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]!.trimEnd();
    if (line === '' || line.startsWith('#')) continue;
    if (header) {
      header = false;
      continue;
    }
    const [words = '', kind = '', act = '', tier = '', takes = ''] = line.split('\t');
    const wanted = takes.split(' ').filter((word) => word !== '');
    if (
      !KINDS.has(kind) ||
      !TIERS.has(tier) ||
      !ACTS.has(act) ||
      wanted.some((word) => !TAKES.has(word)) ||
      words === ''
    )
      throw new ChanceryError('bad-data', `cues/cues.tsv line ${index + 1}: "${line}" is no cue.`);
    const rest = { kind: kind as CueKind, act: act as Act, tier: tier as CueTier, takes: new Set(wanted as Takes[]) };
    if (kind === 'light') {
      const [verbs = '', nouns = ''] = words.split(' + ');
      for (const verb of verbs.split('/')) {
        const byNoun = light.get(verb) ?? new Map<string, Cue>();
        light.set(verb, byNoun);
        for (const noun of nouns.split('/')) {
          if (!byNoun.has(noun)) size++;
          byNoun.set(noun, { head: verb, rest: [noun], ...rest });
        }
      }
      continue;
    }
    const [head = '', ...tail] = words.split(' ');
    const list = cues.get(head) ?? [];
    cues.set(head, list);
    list.push({ head, rest: tail, ...rest });
    size++;
  }
  for (const list of cues.values()) list.sort((a, b) => b.rest.length - a.rest.length);
  return { cues, light, size };
}
