/** One document's ledgers and grade. */

import type { Found, Judged } from '../core/index.ts';
import type { Knowledge } from '../knowledge/index.ts';

export function judge(doc: Found, _knowledge: Knowledge): Judged {
  return { ...doc, allFlags: [...doc.article.flags, ...doc.flags], grade: 'usable' };
}
