/** What a scorer is: gold and readers in, numbers out. The gate compares them with eval/floors.json. */

import type { Kit } from '../pipeline.ts';

export interface Score {
  /** Stable id, "articles/html/f1": the key in eval/floors.json. */
  readonly measure: string;
  readonly value: number;
  /** How many items it stands on. */
  readonly n: number;
  readonly note?: string;
  /** True where a smaller number is better (false alarms, silence). */
  readonly lowerIsBetter?: boolean;
}

export interface EvalContext {
  /** Folder of the openly licensed measuring sets (articles, treebanks, gsr-dev.jsonl …), null when none was given. */
  readonly goldDir: string | null;
  /** The project's own gold, `eval/gold` in a checkout. */
  readonly ownDir: string;
  /** Loaded once, on first use. */
  kit(): Promise<Kit>;
}

export interface Scorer {
  /** One word: `chancery eval NAME`. */
  readonly name: string;
  /** One line for `chancery eval --help`. */
  readonly describe: string;
  /** Paths below the gold folder that it reads; empty when it runs on the project's own gold alone. */
  readonly needs: readonly string[];
  score(context: EvalContext): Promise<readonly Score[]>;
}
