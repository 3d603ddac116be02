/** The project's own gold of diplomatic prose: its items, where a quoted string stands, and how a reader reads them. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPage } from '../article/index.ts';
import type { Found, Page, Span } from '../core/index.ts';
import { findFindings } from '../findings/index.ts';
import { analyze } from '../language/index.ts';
import { findMentions } from '../mentions/index.ts';
import type { Kit } from '../pipeline.ts';
import { restore } from '../restore/index.ts';
import type { Score, Scorer } from './scorer.ts';

export interface GoldSpeaker {
  readonly text: string;
  readonly name: string | null;
  readonly anonymous: boolean;
  readonly country: string | null;
}

export interface GoldStatement {
  readonly speaker: GoldSpeaker | null;
  readonly addressee?: GoldSpeaker | null;
  readonly cue: string | null;
  readonly cueAt?: number;
  readonly content: readonly string[];
  readonly quotation: 'direct' | 'indirect' | 'mixed';
  readonly act: string;
  readonly verbatim: boolean;
  readonly via?: readonly string[];
}

export interface GoldFigure {
  readonly value: number;
  readonly bound: string;
  readonly unit: string | null;
  readonly currency: string | null;
  readonly currencyBasis?: string | null;
  readonly item: string | null;
  readonly partOf: number | null;
  readonly status: string;
  readonly text: string;
}

export interface GoldRelation {
  readonly parties: readonly [string, string];
  readonly ladder: string | null;
  readonly level: string;
  readonly change: string;
  readonly since: string | null;
}

/** The parts of the gold, in the order they are reported. */
export const SPLITS = ['tune', 'dev', 'test'] as const;
export type Split = (typeof SPLITS)[number];

export interface GoldItem {
  readonly id: string;
  /** Rules are written against "tune" and "dev"; "test" is only counted. */
  readonly split: Split;
  readonly slice: readonly string[];
  readonly text: string;
  readonly title?: string | null;
  readonly published: string | null;
  readonly publisher: string | null;
  readonly statements: readonly GoldStatement[];
  readonly figures: readonly GoldFigure[];
  readonly relations: readonly GoldRelation[];
}

const ITEMS = new Map<string, readonly GoldItem[]>();

/** Sentences and documents of `ownDir`/diplomatic and `ownDir`/diplomatic-dev; none when the files are not there. */
export function readGold(ownDir: string): readonly GoldItem[] {
  const known = ITEMS.get(ownDir);
  if (known !== undefined) return known;
  const items: GoldItem[] = [];
  for (const folder of ['diplomatic', 'diplomatic-dev']) {
    for (const name of ['sentences', 'documents']) {
      const path = join(ownDir, folder, `${name}.jsonl`);
      if (!existsSync(path)) continue;
      for (const line of readFileSync(path, 'utf8').split('\n')) if (line.trim() !== '') items.push(JSON.parse(line));
    }
  }
  ITEMS.set(ownDir, items);
  return items;
}

const isWord = (char: string | undefined): boolean => char !== undefined && /[\p{L}\p{N}]/u.test(char);

/** Where `words` stand in `text` for the `nth` time (from 1), on word boundaries; null when they do not. */
export function locate(text: string, words: string, nth = 1): Span | null {
  let seen = 0;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const end = at + words.length;
    if (isWord(words[0]) && isWord(text[at - 1])) continue;
    if (isWord(words[words.length - 1]) && isWord(text[end])) continue;
    if (++seen === nth) return [at, end];
  }
  return null;
}

export const pageOf = (item: Pick<GoldItem, 'id' | 'text' | 'published' | 'publisher' | 'title'>): Page => ({
  hash: item.id,
  id: item.id,
  kind: 'plain',
  content: item.text,
  url: null,
  given: { published: item.published, publisher: item.publisher, title: item.title ?? null },
  charset: 'utf-8',
  lossy: false,
  truncated: false,
});

// Statements, figures and relations of an item come out of one reading.
const READ = new WeakMap<Kit, WeakMap<GoldItem, Found>>();

/** The item read down to its findings. */
export function findIn(item: GoldItem, kit: Kit): Found {
  const read = READ.get(kit) ?? new WeakMap<GoldItem, Found>();
  READ.set(kit, read);
  let found = read.get(item);
  if (found === undefined) {
    const parsed = analyze(restore(readPage(pageOf(item)), kit.restore), kit.language);
    found = findFindings(findMentions(parsed, kit.knowledge), kit.findings, kit.knowledge);
    read.set(item, found);
  }
  return found;
}

export interface Tally {
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
}

export const NOTHING: Tally = { tp: 0, fp: 0, fn: 0 };
export const plus = (a: Tally, b: Tally): Tally => ({ tp: a.tp + b.tp, fp: a.fp + b.fp, fn: a.fn + b.fn });
export const f1Of = ({ tp, fp, fn }: Tally): number => (tp === 0 ? 0 : (2 * tp) / (2 * tp + fp + fn));
export const precisionOf = ({ tp, fp }: Tally): number => (tp + fp === 0 ? 0 : tp / (tp + fp));
export const recallOf = ({ tp, fn }: Tally): number => (tp + fn === 0 ? 0 : tp / (tp + fn));

/** What is measured on the items of the gold: a tally of each, summed, and told under "NAME/own/SPLIT/…". */
export interface OwnMeasure<T> {
  readonly name: string;
  readonly describe: string;
  readonly none: T;
  tally(item: GoldItem, found: Found): T;
  add(a: T, b: T): T;
  report(prefix: string, total: T): readonly Score[];
}

export const ownScorer = <T>(measure: OwnMeasure<T>): Scorer => ({
  name: measure.name,
  describe: measure.describe,
  needs: ['own/diplomatic', 'own/diplomatic-dev'],
  async score(context) {
    const kit = await context.kit();
    const items = readGold(context.ownDir);
    return SPLITS.flatMap((split) => {
      const total = items
        .filter((item) => item.split === split)
        .reduce((sum, item) => measure.add(sum, measure.tally(item, findIn(item, kit))), measure.none);
      return measure.report(`${measure.name}/own/${split}`, total);
    });
  },
});
