/** Wordings of levels, and what verbs do to them: two tables an area expert can read. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ChanceryError } from '../../core/index.ts';

export type Change = 'established' | 'upgraded' | 'downgraded';

/** Level phrases of each ladder, and the verbs of change. */
export interface RelationTables {
  /** Words that stand in front of "partnership", with the word they count as. */
  readonly labels: ReadonlyMap<string, string>;
  readonly nouns: ReadonlySet<string>;
  /** Wordings that name a level by themselves, longest first: words and level. */
  readonly wholes: readonly { readonly words: readonly string[]; readonly level: string }[];
  /** Machine synonyms, read in spun text alone. */
  readonly spun: ReadonlyMap<string, string>;
  /** By verb ("set up") and by noun ("upgrade"). */
  readonly changes: ReadonlyMap<string, Change>;
}

const ownData = (): string => fileURLToPath(new URL('../../../data', import.meta.url));

/** Reads ladder-wording.tsv and ladder-changes.tsv below `dir` (the package's own data by default). Throws `bad-data`. */
export function loadRelationTables(dir: string = ownData()): RelationTables {
  return parseRelationTables(readTable(dir, 'ladder-wording.tsv'), readTable(dir, 'ladder-changes.tsv'));
}

function readTable(dir: string, name: string): string {
  try {
    return readFileSync(join(dir, name), 'utf8');
  } catch {
    throw new ChanceryError('bad-data', `${name} is missing from the data folder.`);
  }
}

function rowsOf(text: string, name: string): { cells: string[]; line: number }[] {
  const rows = text
    .split('\n')
    .map((line, index) => ({ cells: line.trimEnd().split('\t'), line: index + 1, raw: line }))
    .filter(({ raw }) => raw.trim() !== '' && !raw.startsWith('#'));
  if (rows.length === 0) throw new ChanceryError('bad-data', `${name} holds no rows.`);
  return rows.slice(1);
}

/** The tables from their texts. */
export function parseRelationTables(wording: string, changing: string): RelationTables {
  const labels = new Map<string, string>();
  const nouns = new Set<string>();
  const wholes: { words: string[]; level: string }[] = [];
  const spun = new Map<string, string>();
  for (const { cells, line } of rowsOf(wording, 'ladder-wording.tsv')) {
    const [word = '', part = '', level = ''] = cells;
    if (part === 'label') labels.set(word, level || word);
    else if (part === 'noun') nouns.add(word);
    else if (part === 'whole' && level !== '') wholes.push({ words: word.split(' '), level });
    else if (part === 'spun' && level !== '') spun.set(word, level);
    else throw new ChanceryError('bad-data', `ladder-wording.tsv line ${line}: "${part}" is no part.`);
  }
  wholes.sort((a, b) => b.words.length - a.words.length);
  const changes = new Map<string, Change>();
  for (const { cells, line } of rowsOf(changing, 'ladder-changes.tsv')) {
    const [word = '', change = '', also = ''] = cells;
    if (change !== 'established' && change !== 'upgraded' && change !== 'downgraded')
      throw new ChanceryError('bad-data', `ladder-changes.tsv line ${line}: "${change}" is no change.`);
    for (const form of [word, ...also.split(',')]) if (form !== '') changes.set(form, change);
  }
  return { labels, nouns, wholes, spun, changes };
}
