/** The gate: runs the scorers whose gold is there, and holds each score against its floor. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ChanceryError } from '../core/index.ts';
import { fingerprint, missing } from './corpus.ts';
import { compare, type Floors, NO_FLOORS, parseFloors, raise, type Verdict } from './floors.ts';
import type { EvalContext } from './scorer.ts';
import { SCORERS } from './scorers.ts';

export interface ScorerResult {
  readonly scorer: string;
  /** Why it did not run: which gold is absent, or that the gold differs from the one its floors were measured on. */
  readonly left: string | null;
  readonly verdicts: readonly Verdict[];
  readonly seconds: number;
}

export interface GateResult {
  readonly results: readonly ScorerResult[];
  /** Measures under their floor, and scorers whose gold changed. */
  readonly failures: readonly string[];
  /** The floors as they would be, raised to these scores. */
  readonly raised: Floors;
}

export interface GateOptions extends EvalContext {
  /** Only these scorers; all when absent. */
  readonly names?: readonly string[];
  readonly floorsFile: string;
  readonly now: () => number;
  readonly progress?: (scorer: string) => void;
}

/** Throws ChanceryError `bad-argument` for an unknown scorer. */
export async function runGate(options: GateOptions): Promise<GateResult> {
  const unknown = (options.names ?? []).filter((name) => !SCORERS.some((scorer) => scorer.name === name));
  if (unknown.length > 0) {
    throw new ChanceryError(
      'bad-argument',
      `no scorer named ${unknown.join(', ')}; there are: ${SCORERS.map((s) => s.name).join(', ')}`,
    );
  }
  const floors = existsSync(options.floorsFile) ? parseFloors(readFileSync(options.floorsFile, 'utf8')) : NO_FLOORS;
  const results: ScorerResult[] = [];
  const failures: string[] = [];
  let raised = floors;
  for (const scorer of SCORERS) {
    if (options.names && options.names.length > 0 && !options.names.includes(scorer.name)) continue;
    const own = scorer.needs.filter((path) => path.startsWith('own/')).map((path) => path.slice(4));
    const shared = scorer.needs.filter((path) => !path.startsWith('own/'));
    const absent = [
      ...(shared.length > 0 && options.goldDir === null ? ['the gold folder (--gold DIR or CHANCERY_GOLD)'] : []),
      ...(options.goldDir === null ? [] : missing(options.goldDir, shared)),
      ...missing(options.ownDir, own),
    ];
    if (absent.length > 0) {
      results.push({
        scorer: scorer.name,
        left: `not measured: ${absent.join(', ')} not found`,
        verdicts: [],
        seconds: 0,
      });
      continue;
    }
    options.progress?.(scorer.name);
    const corpus = `${fingerprint(options.goldDir ?? options.ownDir, shared)}-${fingerprint(options.ownDir, own)}`;
    const started = options.now();
    const scores = await scorer.score(options);
    const seconds = (options.now() - started) / 1000;
    const pinned = floors.corpora[scorer.name];
    const changed = pinned !== undefined && pinned !== corpus;
    const verdicts = compare(scores, floors);
    for (const { measure, value, floor, ok } of verdicts)
      if (!ok) failures.push(`${measure}: ${value} is under its floor ${floor}`);
    if (changed)
      failures.push(`${scorer.name}: its gold is not the one the floors were measured on (${corpus}, not ${pinned})`);
    raised = raise(raised, scorer.name, corpus, scores);
    results.push({ scorer: scorer.name, left: null, verdicts, seconds });
  }
  return { results, failures, raised };
}

export const floorsPath = (root: string): string => join(root, 'eval', 'floors.json');
