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

/** `paths` as `chancery add` takes them, from the root of the checkout. Throws when the command line or the pages are not built. */
export async function serveSamples(paths: readonly string[] = ['samples/stories']): Promise<Served> {
  if (!existsSync(CLI) || !existsSync(join(ROOT, 'dist/web/index.html'))) {
    throw new Error('the page tests need a build; run "npm run build"');
  }
  const data = mkdtempSync(join(tmpdir(), 'chancery-served-'));
  const added = spawnSync(process.execPath, [CLI, '--data', data, 'add', ...paths], { cwd: ROOT, encoding: 'utf8' });
  if (added.status !== 0) throw new Error(`chancery add failed: ${added.stderr}`);
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
