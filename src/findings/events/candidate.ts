/** A possible event of a sentence, before the candidates are weighed against each other. */

import type { Actor, Span } from '../../core/index.ts';
import type { Reading } from './reading.ts';
import type { Match } from './triggers.ts';
import type { Typed } from './typing.ts';

export interface Candidate {
  readonly match: Match;
  readonly reading: Reading;
  readonly typed: Typed;
  readonly actors: readonly Actor[];
  readonly recipients: readonly Actor[];
  readonly agentless: boolean;
  readonly confidence: number;
  readonly trigger: Span;
}
