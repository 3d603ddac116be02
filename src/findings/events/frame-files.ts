/** The frame files, data/frames/*.yaml, as plain values; parsed ahead by the build, because YAML is slow to parse. */

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ChanceryError } from '../../core/index.ts';

/** Where the build leaves the parsed frames. They count only while their hash is that of the files. */
export const PARSED = fileURLToPath(new URL('../../../dist/findings/frames.json', import.meta.url));

interface Parsed {
  readonly hash: string;
  readonly frames: readonly unknown[];
}

/** The frames of a folder in file order. Throws ChanceryError 'bad-data' naming the file at fault. */
export function loadFrames(folder: string): readonly unknown[] {
  const files = readFiles(folder);
  const hash = hashOf(files);
  const ahead = readParsed();
  return ahead?.hash === hash ? ahead.frames : files.flatMap(parseFile);
}

/** What the build writes to `PARSED`. */
export function parsedFrames(folder: string): Parsed {
  const files = readFiles(folder);
  return { hash: hashOf(files), frames: files.flatMap(parseFile) };
}

interface File {
  readonly name: string;
  readonly text: string;
}

function readFiles(folder: string): File[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.yaml'))
      .sort()
      .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
  } catch (cause) {
    throw new ChanceryError('bad-data', 'Cannot read the folder data/frames.', { cause });
  }
}

function hashOf(files: readonly File[]): string {
  const hash = createHash('sha256');
  for (const { name, text } of files) hash.update(`${name}\n${text}\n`);
  return hash.digest('hex');
}

function readParsed(): Parsed | null {
  try {
    return JSON.parse(readFileSync(PARSED, 'utf8')) as Parsed;
  } catch {
    return null;
  }
}

const load = createRequire(import.meta.url);

function parseFile({ name, text }: File): readonly unknown[] {
  const { parse } = load('yaml') as typeof import('yaml');
  let content: unknown;
  try {
    content = parse(text);
  } catch (cause) {
    throw new ChanceryError('bad-data', `frames/${name} is no YAML.`, { cause });
  }
  if (!Array.isArray(content)) throw new ChanceryError('bad-data', `frames/${name} is no list of frames.`);
  return content;
}
