/** A record filled from the sample stories and served, both by the built command line, for tests of the pages. */

import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CLI = join(ROOT, 'dist/cli/main.js');

export interface Served {
  readonly url: string;
  /** Ends the server by SIGTERM; resolves to the milliseconds it took. */
  close(): Promise<number>;
}

/** Runs one command on the record before it is served; gives back what it printed. */
export type Prepare = (run: (...args: readonly string[]) => string) => void;

/** `paths` as `chancery add` takes them, from the root of the checkout. Throws when the command line or the pages are not built. */
export async function serveSamples(
  paths: readonly string[] = ['samples/stories'],
  prepare: Prepare = () => undefined,
): Promise<Served> {
  if (!existsSync(CLI) || !existsSync(join(ROOT, 'dist/web/index.html'))) {
    throw new Error('the page tests need a build; run "npm run build"');
  }
  const data = mkdtempSync(join(tmpdir(), 'chancery-served-'));
  const run = (...args: readonly string[]): string => {
    const ran = spawnSync(process.execPath, [CLI, '--data', data, ...args], { cwd: ROOT, encoding: 'utf8' });
    if (ran.status !== 0) throw new Error(`chancery ${args[0]} failed: ${ran.stderr}`);
    return ran.stdout;
  };
  run('add', ...paths);
  prepare(run);
  const server = spawn(process.execPath, [CLI, '--data', data, 'serve', '--port', '0'], { cwd: ROOT });
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    let said = '';
    const listen = (chunk: Buffer): void => {
      said += chunk.toString('utf8');
      const address = /http:\/\/\S+/.exec(said)?.[0];
      if (address !== undefined) resolve(address);
    };
    server.stdout.on('data', listen);
    server.stderr.on('data', listen);
    server.once('exit', () => reject(new Error(`chancery serve ended: ${said}`)));
  });
  return {
    url,
    async close() {
      const before = performance.now();
      server.kill('SIGTERM');
      await ended;
      rmSync(data, { recursive: true, force: true });
      return performance.now() - before;
    },
  };
}
