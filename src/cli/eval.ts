/** `chancery eval`: measures the readers and holds every score against its floor. */

import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import Table from 'cli-table3';
import { ChanceryError, loadKit, runEval } from '../index.ts';
import type { ExitCode } from './main.ts';
import { type Globals, note, paint, write, writeJson } from './output.ts';

export interface EvalOptions {
  readonly gold?: string;
  readonly raise?: boolean;
  readonly json?: boolean;
}

const CHECKOUT = fileURLToPath(new URL('../..', import.meta.url));

export async function evaluate(globals: Globals, names: readonly string[], options: EvalOptions): Promise<ExitCode> {
  const goldDir = options.gold ?? process.env.CHANCERY_GOLD ?? null;
  if (goldDir !== null && !existsSync(goldDir)) throw new ChanceryError('no-gold', `no gold folder at ${goldDir}`);
  const floorsFile = `${CHECKOUT}/eval/floors.json`;
  let kit: ReturnType<typeof loadKit> | undefined;
  const { results, failures, raised } = await runEval({
    names,
    goldDir,
    ownDir: `${CHECKOUT}/eval/gold`,
    floorsFile,
    kit: () => (kit ??= loadKit()),
    now: () => performance.now(),
    progress: (scorer) => note(globals, `measuring ${scorer} …`),
  });

  if (options.json) await writeJson({ results, failures });
  else {
    const style = paint(process.stdout);
    const table = new Table({ head: ['measure', 'score', 'floor', 'n', ''], style: { head: [], border: [] } });
    for (const { scorer, left, verdicts } of results) {
      if (left !== null) table.push([{ colSpan: 5, content: `${scorer}: ${left}` }]);
      for (const { measure, value, floor, n, ok, note: remark } of verdicts) {
        table.push([
          ok ? measure : style('red', measure),
          String(value),
          floor === null ? '–' : String(floor),
          String(n),
          remark ?? '',
        ]);
      }
    }
    await write(`${table.toString()}\n`);
    for (const failure of failures) await write(`${style('red', 'under the floor')} ${failure}\n`);
  }
  if (options.raise) {
    await writeFile(floorsFile, `${JSON.stringify(raised, null, 2)}\n`);
    note(globals, `floors raised in ${floorsFile}`);
  }
  return failures.length > 0 && !options.raise ? 1 : 0;
}
