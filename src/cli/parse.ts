/** `chancery parse`: CoNLL-U from raw text, or the rest of the columns for tokens that are given. */

import { readFile } from 'node:fs/promises';
import { text as readStream } from 'node:stream/consumers';
import { ChanceryError, language } from '../index.ts';
import type { ExitCode } from './main.ts';
import { type Globals, write, writeJson } from './output.ts';

export interface ParseOptions {
  readonly conlluIn?: string;
  readonly json?: boolean;
  readonly svg?: boolean;
}

export async function parse(_globals: Globals, file: string, options: ParseOptions): Promise<ExitCode> {
  const room = await language();
  const input = await readText(options.conlluIn ?? file);
  const model = room.loadLanguageModel();
  const parsed =
    options.conlluIn === undefined
      ? { text: input, sentences: room.parse(input, model) }
      : room.fromConllu(input, model);
  if (options.json) await writeJson(parsed.sentences);
  else if (options.svg) for (const sentence of parsed.sentences) await write(`${room.toSvg(sentence)}\n`);
  else await write(room.toConllu(parsed));
  return 0;
}

async function readText(file: string): Promise<string> {
  if (file === '-') return readStream(process.stdin);
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new ChanceryError('not-found', `cannot read ${file} (${(error as NodeJS.ErrnoException).code})`, {
      cause: error,
    });
  }
}
