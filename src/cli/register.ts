/** `chancery register add KIND PATH`: official registers, kept as published and held against the press. */

import { readFile } from 'node:fs/promises';
import { ChanceryError, loadKnowledge, type RegisterEntry, readRegister, registersOf } from '../index.ts';
import type { ExitCode } from './main.ts';
import { complain, type Globals, note, writeJson } from './output.ts';
import { withRecord } from './record.ts';

export async function addRegister(
  globals: Globals,
  kind: string,
  path: string,
  options: { readonly json?: boolean },
): Promise<ExitCode> {
  const knowledge = await loadKnowledge();
  const entries: RegisterEntry[] = [];
  let failed = 0;
  for await (const input of xmlFiles(path)) {
    try {
      if (input.error) throw input.error;
      entries.push(...(await readRegister(kind, await readFile(input.path, 'utf8'), knowledge)));
    } catch (error) {
      if (error instanceof ChanceryError && error.code === 'bad-argument') throw error;
      failed++;
      complain(globals, input.path, error);
    }
  }
  const registers = await registersOf(kind, entries);
  const counts: Record<string, number> = {};
  if (entries.length > 0) {
    await withRecord(globals, async (record) => {
      for (const register of registers) counts[register.id] = await record.addRegister(register);
    });
  }
  if (options.json) await writeJson({ registers: counts, failed });
  else for (const [id, count] of Object.entries(counts)) note(globals, `${id}: ${count} entries`);
  return failed > 0 || entries.length === 0 ? 1 : 0;
}

async function* xmlFiles(path: string): AsyncGenerator<{ path: string; error?: Error }> {
  const { readdir, stat } = await import('node:fs/promises');
  const info = await stat(path).catch(() => null);
  if (info === null) {
    yield { path, error: new ChanceryError('not-found', `no such file or folder: ${path}`) };
    return;
  }
  if (!info.isDirectory()) {
    yield { path };
    return;
  }
  const names = (await readdir(path, { recursive: true })).filter((name) => name.endsWith('.xml')).sort();
  if (names.length === 0) yield { path, error: new ChanceryError('no-documents', `no .xml files in ${path}`) };
  for (const name of names) yield { path: `${path}/${name}` };
}
