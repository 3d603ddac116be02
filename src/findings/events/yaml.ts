/** YAML of data/, parsed ahead by the build, because it is slow to parse. */

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/** Where the build leaves what it parsed: the SHA-256 of each text to its value, so that an edited file is parsed anew. */
export const PARSED = fileURLToPath(new URL('../../../dist/findings/parsed.json', import.meta.url));

export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

const load = createRequire(import.meta.url);
let ahead: Readonly<Record<string, unknown>> | undefined;

/** The value of a YAML text, the same whether the build knew it or not. Throws when it is no YAML. Do not change what it gives. */
export function parseYaml(text: string): unknown {
  ahead ??= readParsed();
  const hash = hashOf(text);
  return Object.hasOwn(ahead, hash) ? ahead[hash] : parseText(text);
}

export function parseText(text: string): unknown {
  return (load('yaml') as typeof import('yaml')).parse(text);
}

function readParsed(): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(readFileSync(PARSED, 'utf8')) as Record<string, unknown>;
  } catch {
    return {};
  }
}
