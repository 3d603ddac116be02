/** `chancery parse`: CoNLL-U from raw text, or the rest of the columns for tokens that are given. */

import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { ChanceryError, language, toPage } from '../index.ts';
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
  if (options.conlluIn !== undefined && input.trim() !== '' && !/^\d+\t[^\t\n]/m.test(input))
    throw new ChanceryError('bad-line', `${options.conlluIn}: not CoNLL-U (no line has a number, a tab and a word)`);
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

/** Longer texts belong cut in pieces: trees take memory. */
const MAX_BYTES = 50_000_000;

async function readText(file: string): Promise<string> {
  let bytes: Uint8Array;
  try {
    bytes = file === '-' ? await buffer(process.stdin) : await readFile(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new ChanceryError(code === 'ENOENT' ? 'not-found' : 'unreadable', `cannot read ${file} (${code})`, {
      cause: error,
    });
  }
  const name = file === '-' ? 'standard input' : file;
  if (bytes.length > MAX_BYTES) throw new ChanceryError('too-large', `${name}: longer than ${MAX_BYTES} bytes`);
  try {
    return toPage(bytes, { asPlain: true, maxBytes: MAX_BYTES }).content;
  } catch (error) {
    // No text has no sentences, which is no mistake.
    if (error instanceof ChanceryError && error.code === 'empty') return '';
    if (error instanceof ChanceryError) throw new ChanceryError(error.code, `${name}: ${error.message}`);
    throw error;
  }
}
