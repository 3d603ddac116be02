/** A spun document with what stood in it before: read off its kin when asked, so that it is the same whatever came into the record first. */

import { MOST_ORIGINALS, namesOf, type Original, restoreFromOriginals } from '../record/copies/index.ts';
import type { RecordedReading } from '../record/index.ts';
import { findDocument } from './documents.ts';
import type { Session } from './engine.ts';
import type { StoredDocument } from './record-api.ts';

/** A document with its reading and, where it is spun, the restorations that its kin in the record allow. */
export async function findRestored(session: Session, id: string): Promise<StoredDocument | null> {
  const document = await findDocument(session, id);
  if (document === null) return null;
  if (!isSpun(document.reading)) return { ...document, aligned: [] };
  const originals = await findOriginals(session, id);
  return { ...document, aligned: restoreFromOriginals(document.reading.article.text, originals) };
}

const isSpun = ({ flags, restorations }: RecordedReading): boolean =>
  restorations.length > 0 || flags.some(({ code }) => code === 'spun');

/** Kin that are in their own words, those that share most first. More are asked for than are read, since some of them may be spun as well. */
async function findOriginals(session: Session, id: string): Promise<Original[]> {
  const kin = await session.query<{ other: string }>(
    `select other from kin where document = $1 and relation <> 'quotes' order by aligned desc, other limit ${4 * MOST_ORIGINALS}`,
    [id],
  );
  const originals: Original[] = [];
  for (const { other } of kin) {
    if (originals.length === MOST_ORIGINALS) break;
    const document = await findDocument(session, other);
    if (document === null || isSpun(document.reading)) continue;
    const { title, publisher, text } = document.reading.article;
    originals.push({
      id: other,
      name: [title === null ? null : `“${title}”`, publisher].filter((part) => part !== null).join(', ') || other,
      text,
      names: namesOf(text, document.reading),
    });
  }
  return originals;
}
