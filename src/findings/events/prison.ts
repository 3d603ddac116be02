/** A conviction that jails is two events: the court convicts, and a person is held. */

import { lemmaOf, obliquesOf, spanOf, subtree } from '../../language/tree.ts';
import type { Candidate } from './candidate.ts';
import type { Scene } from './scene.ts';

const HELD = new Set(['prison', 'jail', 'imprisonment', 'detention', 'bar', 'penitentiary', 'camp']);

/** The arrest beside a conviction, or null when the sentence jails nobody. */
export function jailing(scene: Scene, conviction: Candidate): Candidate | null {
  const { match, typed } = conviction;
  if (typed.mode !== 'convict' || typed.modality !== 'occurred' || match.verb < 0) return null;
  const { sent } = scene;
  if (suspended(scene, match.verb)) return null;
  const word = subtree(sent, match.verb, ['conj']).find(
    (w) => w > match.verb && sent.tokens[w]?.upos === 'NOUN' && HELD.has(lemmaOf(sent, w)),
  );
  const held = word ?? (lemmaOf(sent, match.verb) === 'sentence' ? termOf(scene, match.verb) : undefined);
  const span = held === undefined ? null : spanOf(sent, [held]);
  if (span === null) return null;
  return {
    ...conviction,
    typed: { type: 'COERCE', mode: 'arrest', alt: [], modality: 'occurred' },
    confidence: Math.round(conviction.confidence * 900) / 1000,
    trigger: span,
  };
}

/** "A court jailed the editor for six years": who gives a term convicts. Null where none is given. */
export function conviction(scene: Scene, arrest: Candidate): Candidate | null {
  const { match, typed } = arrest;
  const { sent } = scene;
  if (typed.mode !== 'arrest' || !/^(occurred|historical)$/.test(typed.modality) || match.verb < 0) return null;
  if (!/^(jail|imprison|incarcerate)$/.test(lemmaOf(sent, match.verb))) return null;
  const term = obliquesOf(sent, match.verb, 'for').some(({ token }) =>
    /^(year|month|life|decade)$/.test(lemmaOf(sent, token)),
  );
  if (!term) return null;
  return {
    ...arrest,
    typed: { type: 'SANCTION', mode: 'convict', alt: [], modality: typed.modality },
    confidence: Math.round(arrest.confidence * 900) / 1000,
  };
}

/** "sentenced to six years": a term is served in prison. */
const termOf = ({ sent }: Scene, verb: number): number | undefined =>
  obliquesOf(sent, verb, 'to').find(
    ({ token }) => /^(year|month)$/.test(lemmaOf(sent, token)) && !/^(work|service)$/.test(lemmaOf(sent, token + 2)),
  )?.token;

const suspended = ({ sent }: Scene, verb: number): boolean =>
  subtree(sent, verb, ['conj']).some((w) => /^(suspended|probation|community)$/i.test(sent.tokens[w]?.form ?? ''));
