// Makes dist/store/empty-db.tgz, the empty embedded database that new records are unpacked from. Does nothing when it is there.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';

const target = fileURLToPath(new URL('../dist/store/empty-db.tgz', import.meta.url));
if (!existsSync(target)) {
  const folder = mkdtempSync(join(tmpdir(), 'chancery-empty-'));
  const db = await PGlite.create({ dataDir: join(folder, 'db') });
  const dump = await db.dumpDataDir('gzip');
  await db.close();
  writeFileSync(target, Buffer.from(await dump.arrayBuffer()));
  rmSync(folder, { recursive: true, force: true });
}
