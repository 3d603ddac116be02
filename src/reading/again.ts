/** An archived page as a Page once more, so that a rebuild reads exactly what was read the first time. */

import { toPage } from '../acquire/index.ts';
import type { Page } from '../core/index.ts';

export interface Archived {
  readonly id: string;
  readonly bytes: Uint8Array;
  readonly kind: Page['kind'];
  readonly url: string | null;
  readonly given: Page['given'];
  readonly charset: string;
}

/** Throws what `toPage` throws; the id, kind and given facts are the archived ones. */
export function pageAgain(archived: Archived): Page {
  const { id, bytes, kind, url, given, charset } = archived;
  return toPage(bytes, { id, kind, url, charset, ...given, maxBytes: Math.max(bytes.length, 1) });
}
