/** A conviction that jails is two events: the court convicts, and a person is held. */

import { lemmaOf, spanOf, subtree } from '../../language/tree.ts';
import type { Candidate } from './candidate.ts';
import type { Scene } from './scene.ts';

const HELD = new Set(['prison', 'jail', 'imprisonment', 'detention', 'bar', 'penitentiary', 'camp']);

/** The arrest beside a conviction, or null when the sentence jails nobody. */
export function jailing(scene: Scene, conviction: Candidate): Candidate | null {
  const { match, typed } = conviction;
  if (typed.mode !== 'convict' || typed.modality !== 'occurred' || match.verb < 0) return null;
  const { sent } = scene;
  const word = subtree(sent, match.verb, ['conj']).find(
    (w) => w > match.verb && sent.tokens[w]?.upos === 'NOUN' && HELD.has(lemmaOf(sent, w)),
  );
  const span = word === undefined ? null : spanOf(sent, [word]);
  if (span === null) return null;
  return {
    ...conviction,
    typed: { type: 'COERCE', mode: 'arrest', alt: [], modality: 'occurred' },
    confidence: Math.round(conviction.confidence * 900) / 1000,
    trigger: span,
  };
}
