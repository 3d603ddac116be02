/** `chancery knowledge`: the reviewed tables, checked and asked. */

import { ChanceryError, knowledgeRoom, loadKnowledge, postForm } from '../index.ts';
import type { ExitCode } from './main.ts';
import { complain, type Globals, note, write, writeJson } from './output.ts';

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

export interface RefreshOptions {
  readonly office: 'hos' | 'hog';
  readonly country?: readonly string[];
  readonly since: string;
  readonly endpoint?: string;
  readonly json?: boolean;
}

/** What Wikidata says of heads of state and government otherwise than our tables; nothing is written, an editor decides. */
export async function refreshKnowledge(globals: Globals, options: RefreshOptions): Promise<ExitCode> {
  const room = await knowledgeRoom();
  const knowledge = room.loadKnowledge();
  const endpoint = options.endpoint ?? room.WIKIDATA_ENDPOINT;
  const codes = (options.country ?? [...knowledge.countries.keys()]).map((name) => {
    const code = knowledge.country(name)?.iso3;
    if (code === undefined) throw new ChanceryError('bad-argument', `no country is called ${name}`);
    return code;
  });
  const differences = [];
  let asked = 0;
  for (let at = 0; at < codes.length; at += room.COUNTRIES_A_QUERY) {
    const some = codes.slice(at, at + room.COUNTRIES_A_QUERY);
    const query = room.holdersQuery(some, options.office, options.since);
    if (query === null)
      throw new ChanceryError('bad-argument', `--since takes a day (ISO 8601), not "${options.since}"`);
    try {
      const answer: unknown = JSON.parse(await postForm(endpoint, { query, format: 'json' }));
      differences.push(...room.compareHolders(room.readHolders(answer, options.office), knowledge));
      asked += some.length;
    } catch (error) {
      const failure =
        error instanceof SyntaxError ? new ChanceryError('fetch-failed', 'the answer is not JSON') : error;
      complain(globals, endpoint, failure);
      break; // what fails once fails for every other country too
    }
  }
  if (options.json) await writeJson({ endpoint, office: options.office, asked, differences });
  else for (const { kind, says } of differences) await write(`${kind.padEnd(11)} ${says}\n`);
  note(globals, `${asked} of ${codes.length} countries asked, ${differences.length} differences`);
  return asked < codes.length ? 1 : 0;
}
