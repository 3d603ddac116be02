/** `chancery knowledge`: the reviewed tables, checked and asked. */

import { knowledgeRoom, loadKnowledge } from '../index.ts';
import type { ExitCode } from './main.ts';
import { type Globals, write, writeJson } from './output.ts';

export async function checkKnowledge(_globals: Globals, options: { readonly json?: boolean }): Promise<ExitCode> {
  const room = await knowledgeRoom();
  const complaints = room.checkTables(room.readTables());
  if (options.json) await writeJson({ complaints });
  else {
    for (const { table, line, level, problem } of complaints) await write(`${level} ${table}: ${line}: ${problem}\n`);
    if (complaints.length === 0) await write('all tables are in order\n');
  }
  return complaints.some(({ level }) => level === 'error') ? 1 : 0;
}

export async function explainName(
  _globals: Globals,
  name: string,
  date: string,
  options: { readonly json?: boolean },
): Promise<ExitCode> {
  const lines = (await loadKnowledge()).explainName(name, date);
  if (options.json) await writeJson({ name, date, lines });
  else await write(lines.length > 0 ? `${lines.join('\n')}\n` : `the tables say nothing of ${name}\n`);
  return 0;
}
