/** From the archive into an empty or older database: everything but the readings. */

import type { Archive, Position } from './archive.ts';
import type { Engine } from './engine.ts';
import { dropAll, migrate } from './migrate.ts';
import { projectMember, writeInfo, writeWatermark } from './project.ts';

/** Rises when the same reading makes other rows: then old records ask for a rebuild. */
export const PROJECTION = '3';

/** An empty database with all tables. What the archive holds is still to be entered. */
export async function startOver(engine: Engine): Promise<void> {
  await dropAll(engine);
  await migrate(engine);
  await writeInfo(engine, 'projection', PROJECTION);
}

/** Enters archive records from a position on, each member with the new watermark in one transaction. */
export async function enterArchive(engine: Engine, archive: Archive, from: Position): Promise<void> {
  for await (const member of archive.scan(from)) {
    await engine.transaction(async (session) => {
      await projectMember(session, member);
      await writeWatermark(session, member.next);
    });
  }
}
