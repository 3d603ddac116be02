/** All scorers, in the order of the rooms they measure. */

import { languageScorer } from './language.ts';
import type { Scorer } from './scorer.ts';

export const SCORERS: readonly Scorer[] = [languageScorer];
