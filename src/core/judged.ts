/** A document read to the end: findings, and how far to trust them. */

import type { Flag, Grade } from './flag.ts';
import type { Found } from './found.ts';

export interface Judged extends Found {
  /** All flags: of the article, the restoration and the trust room, strongest first. */
  readonly allFlags: readonly Flag[];
  readonly grade: Grade;
}
