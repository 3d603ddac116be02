/** All scorers, in the order of the rooms they measure. */

import type { Scorer } from './scorer.ts';

export const SCORERS: readonly Scorer[] = [];
