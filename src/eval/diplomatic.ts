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

/** Sentences and documents of `ownDir`/diplomatic and `ownDir`/diplomatic-dev; none when the files are not there. */
export function readGold(ownDir: string): GoldItem[] {
  const items: GoldItem[] = [];
  for (const folder of ['diplomatic', 'diplomatic-dev']) {
    for (const name of ['sentences', 'documents']) {
      const path = join(ownDir, folder, `${name}.jsonl`);
      if (!existsSync(path)) continue;
      for (const line of readFileSync(path, 'utf8').split('\n')) if (line.trim() !== '') items.push(JSON.parse(line));
    }
  }
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

/** The item read down to its findings. */
export function findIn(item: GoldItem, kit: Kit): Found {
  const parsed = analyze(restore(readPage(pageOf(item)), kit.restore), kit.language);
  return findFindings(findMentions(parsed, kit.knowledge), kit.findings, kit.knowledge);
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
