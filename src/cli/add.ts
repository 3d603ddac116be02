/** `chancery add`: archives and reads documents into the record. */

import { SingleBar } from 'cli-progress';
import { type Entry, findInputs, openPool, readAll } from '../index.ts';
import type { ExitCode } from './main.ts';
import { complain, type Globals, note, write, writeJson } from './output.ts';
import { acquireOptions, poolOptions, type ReadingOptions } from './read.ts';
import { withRecord } from './record.ts';

/** Acknowledged together: enough to make an fsync cheap, few enough to lose nothing worth a second reading. */
const BATCH = 50;

export async function add(
  globals: Globals,
  paths: readonly string[],
  options: ReadingOptions & { readonly json?: boolean },
): Promise<ExitCode> {
  const totals = { added: 0, known: 0, changed: 0, failed: 0 };
  const bar = progressBar(globals);
  const pool = await openPool(poolOptions(options));
  // The first Ctrl-C keeps what has been read; a second one ends at once, and loses no more than the batch.
  let interrupted = false;
  let stop: (value: null) => void = () => undefined;
  const stopped = new Promise<null>((resolve) => {
    stop = resolve;
  });
  const interrupt = (): void => {
    interrupted = true;
    stop(null);
    note(globals, 'stopping; what has been read is kept (once more to stop at once)');
  };
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  try {
    await withRecord(globals, async (record) => {
      let batch: Entry[] = [];
      const flush = async (): Promise<void> => {
        if (batch.length === 0) return;
        const { added, known, changed } = await record.add(batch);
        totals.added += added;
        totals.known += known;
        totals.changed += changed;
        batch = [];
      };
      const skip = async ({ page }: { page: Entry['page'] }): Promise<boolean> =>
        (await record.has([page]))[0] === true;
      const results = await readAll(findInputs(paths), pool, { ...acquireOptions(options), skip });
      for (;;) {
        const next = await Promise.race([stopped, results.next()]);
        if (next === null || next.done) break;
        const result = next.value;
        if (result.kind === 'not-read') {
          totals.failed++;
          complain(globals, result.name, result.error);
        } else if (result.kind === 'known') totals.known++;
        else {
          const { page, bytes, acquired } = result.document;
          batch.push({ page, bytes, acquired, reading: result.reading });
          if (batch.length === BATCH) await flush();
        }
        bar.increment(1, { name: result.name });
      }
      await flush();
    });
  } finally {
    bar.stop();
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
    await pool.close();
  }
  if (options.json) await writeJson(totals);
  else {
    const parts = [`${totals.added} added`, `${totals.known} known already`];
    if (totals.changed > 0) parts.push(`${totals.changed} changed`);
    if (totals.failed > 0) parts.push(`${totals.failed} failed`);
    if (process.stdout.isTTY) await write(`${parts.join(', ')}\n`);
    else note(globals, parts.join(', '));
  }
  if (interrupted) process.stdin.destroy();
  if (interrupted) note(globals, 'interrupted; the same command again reads the rest');
  return totals.failed > 0 || interrupted ? 1 : 0;
}

/** On a terminal only; the length of a stream is not known, so it counts. */
function progressBar(globals: Globals): { increment(by: number, payload: { name: string }): void; stop(): void } {
  if (globals.quiet || !process.stderr.isTTY) return { increment: () => undefined, stop: () => undefined };
  const bar = new SingleBar({
    format: '{value} read  {name}',
    stream: process.stderr,
    hideCursor: true,
    clearOnComplete: true,
  });
  bar.start(0, 0, { name: '' });
  return bar;
}
