/** `chancery serve`: the reading room and the API, until SIGTERM or Ctrl-C. */

import { serve as startServer } from '../server/index.ts';
import type { ExitCode } from './main.ts';
import { complain, type Globals, note, write } from './output.ts';

export interface ServeCommandOptions {
  readonly port: number;
  readonly host: string;
}

export async function serve(globals: Globals, options: ServeCommandOptions): Promise<ExitCode> {
  const serving = await startServer({
    dir: globals.data,
    db: globals.db,
    port: options.port,
    host: options.host,
    notice: (line) => note(globals, line),
    log: (error) => complain(globals, null, error),
  });
  await write(`The reading room is open at ${serving.address}\n`);
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  await serving.close();
  return 0;
}
