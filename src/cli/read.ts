/** `chancery read`: documents in, Readings out. No database. */

import { ChanceryError, describeError, findInputs, givenDate, type Input, openPool, readAll } from '../index.ts';
import type { ExitCode } from './main.ts';
import { complain, type Globals, write } from './output.ts';
import { summarize } from './summary.ts';

export interface ReadingOptions {
  readonly published?: string;
  readonly asPlain?: boolean;
  readonly jobs?: number;
  readonly maxBytes?: number;
  readonly timeout?: number;
}

export interface ReadOptions extends ReadingOptions {
  readonly json?: boolean;
  readonly jsonl?: boolean;
  readonly jsonlIn?: string;
}

export async function read(globals: Globals, paths: readonly string[], options: ReadOptions): Promise<ExitCode> {
  if (options.json && options.jsonl)
    throw new ChanceryError('bad-argument', '--json and --jsonl cannot both be asked for');
  if ((paths.length === 0) === (options.jsonlIn === undefined)) {
    throw new ChanceryError(
      'bad-argument',
      'give files, addresses or - to read, or --jsonl-in FILE; see chancery read --help',
    );
  }
  const bulk = options.jsonlIn !== undefined;
  const form = bulk || options.jsonl ? 'jsonl' : options.json || !process.stdout.isTTY ? 'json' : 'summary';
  const inputs = options.jsonlIn === undefined ? findInputs(paths) : lines(options.jsonlIn);
  const pool = await openPool(poolOptions(options));
  let failed = 0;
  let first = true;
  try {
    for await (const result of await readAll(inputs, pool, acquireOptions(options))) {
      if (result.kind === 'not-read') {
        failed++;
        complain(globals, result.name, result.error);
        if (bulk) await write(`${JSON.stringify({ id: result.id, error: describeError(result.error) })}\n`);
      } else if (result.kind === 'read') {
        const reading = bulk && result.id !== null ? { ...result.reading, id: result.id } : result.reading;
        if (form === 'jsonl') await write(`${JSON.stringify(reading)}\n`);
        else if (form === 'json') await write(`${JSON.stringify(reading, null, 2)}\n`);
        else await write(`${first ? '' : `\n${'─'.repeat(80)}\n`}${summarize(result.reading, process.stdout)}`);
        first = false;
      }
    }
  } finally {
    await pool.close();
  }
  return failed > 0 ? 1 : 0;
}

async function* lines(file: string): AsyncGenerator<Input> {
  if (file === '-') yield { kind: 'stdin', given: '-', format: 'jsonl' };
  else {
    for await (const input of findInputs([file])) yield input.kind === 'file' ? { ...input, format: 'jsonl' } : input;
  }
}

export function acquireOptions(options: ReadingOptions): { published?: string; asPlain?: boolean; maxBytes?: number } {
  const { published, asPlain, maxBytes } = options;
  const day = published === undefined ? undefined : givenDate(published);
  if (day === null) throw new ChanceryError('bad-argument', `--published takes an ISO 8601 date, not "${published}"`);
  return {
    ...(day === undefined ? {} : { published: day }),
    ...(asPlain === undefined ? {} : { asPlain }),
    ...(maxBytes === undefined ? {} : { maxBytes }),
  };
}

export function poolOptions(options: ReadingOptions): { jobs?: number; timeout?: number } {
  return {
    ...(options.jobs === undefined ? {} : { jobs: options.jobs }),
    ...(options.timeout === undefined ? {} : { timeout: options.timeout * 1000 }),
  };
}
