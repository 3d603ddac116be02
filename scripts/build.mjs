// Builds dist/: TypeScript to JavaScript, the SQL migrations, the web reading room. `--no-web` leaves the pages out.
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const run = (args) => {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
};

run(['node_modules/ts7/bin/tsc', '-p', 'tsconfig.json']);
if (existsSync(`${root}/src/store/migrations`)) {
  rmSync(`${root}/dist/store/migrations`, { recursive: true, force: true });
  cpSync(`${root}/src/store/migrations`, `${root}/dist/store/migrations`, { recursive: true });
}
run(['scripts/parsed.mjs']);
if (!existsSync(`${root}/dist/store/empty-db.tgz`)) run(['scripts/empty-db.mjs']);
if (existsSync(`${root}/dist/cli/main.js`)) chmodSync(`${root}/dist/cli/main.js`, 0o755);
if (!process.argv.includes('--no-web') && existsSync(`${root}/vite.config.ts`)) {
  run(['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn']);
}
