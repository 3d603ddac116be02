/** The import rule of ARCHITECTURE.md: a room imports only rooms above it; surfaces import only the public library. */

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const SRC = fileURLToPath(new URL('../src', import.meta.url));

/** In the order the data flows. A file directly under src/ counts as a room of its own name. */
const ROOMS = [
  'core',
  'knowledge',
  'models',
  'acquire',
  'article',
  'restore',
  'language',
  'mentions',
  'findings',
  'trust',
  'pipeline.ts',
  'kit.ts',
  'explain.ts',
  'reading',
  'record',
  'store',
  'export',
  'eval',
  'index.ts',
];
const SURFACES = ['cli', 'server', 'web'];
/** Only these may reach network, disk, clock, environment or randomness; the rest of the middle is pure. */
const PURE = ['core', 'restore', 'language', 'mentions', 'findings', 'trust', 'pipeline.ts', 'record'];

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
const roomOf = (file: string): string => file.split('/')[0] ?? file;

function importsOf(file: string): string[] {
  const source = readFileSync(join(SRC, file), 'utf8');
  const found = source.matchAll(
    /(?:^|\n)\s*(?:import|export)\b[^'"\n;]*?(?:\n[^'";]*?)*?from\s+['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g,
  );
  return [...found].map((match) => match[1] ?? match[2] ?? '');
}

test('every file stands in a known room', () => {
  expect(files.filter((file) => ![...ROOMS, ...SURFACES].includes(roomOf(file)))).toEqual([]);
  expect(files.length).toBeGreaterThan(20);
});

test('rooms import only rooms before them; surfaces import only the library', () => {
  const offences: string[] = [];
  for (const file of files) {
    const room = roomOf(file);
    for (const target of importsOf(file)) {
      if (!target.startsWith('.')) continue;
      const to = roomOf(relative(SRC, normalize(join(SRC, dirname(file), target))));
      if (to === room) continue;
      const allowed = SURFACES.includes(room)
        ? to === 'index.ts' || (room === 'cli' && to === 'server')
        : ROOMS.indexOf(to) >= 0 && ROOMS.indexOf(to) < ROOMS.indexOf(room);
      if (!allowed) offences.push(`src/${file} imports ${target}`);
    }
  }
  expect(offences).toEqual([]);
});

/** The only files of the pure rooms that read the disk: each loads tables or weights, once. */
const LOADERS = [
  'findings/index.ts',
  'findings/events/lexicon.ts',
  'findings/events/ontology.ts',
  'findings/events/words.ts',
  'findings/events/yaml.ts',
  'findings/figures/tables.ts',
  'findings/relations/tables.ts',
  'findings/statements/cue-table.ts',
  'language/model.ts',
  'restore/load.ts',
  'restore/vectors.ts',
];

test('the middle is pure: no disk, network, clock, environment or chance, but in the loaders', () => {
  const impure =
    /from\s+['"]node:(?!path|util|crypto)|\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bprocess\.(?:env|hrtime|argv)|\bperformance\.now\(/;
  const offences = files.filter(
    (file) =>
      PURE.includes(roomOf(file)) && !LOADERS.includes(file) && impure.test(readFileSync(join(SRC, file), 'utf8')),
  );
  expect(offences).toEqual([]);
  // A loader reads files and nothing else.
  const beyond =
    /from\s+['"]node:(?!path|util|crypto|fs|url|module)|\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bprocess\.(?:env|hrtime|argv)/;
  expect(LOADERS.filter((file) => beyond.test(readFileSync(join(SRC, file), 'utf8')))).toEqual([]);
});
