/** "The minister was in Hanoi this week": an official in another country is on a visit. */

import {
  child,
  children,
  hasChild,
  lemmaOf,
  prepositionOf,
  spanOf,
  subjectsOf,
  verbGroup,
} from '../../language/tree.ts';
import type { Candidate } from './candidate.ts';
import type { Lexicon } from './lexicon.ts';
import { actorsAt } from './phrase.ts';
import type { Scene } from './scene.ts';

/** Stays of officials outside their own country. The predicate is a place or state at "in", the subject a known official. */
export function findStays(scene: Scene, lexicon: Lexicon): readonly Candidate[] {
  const trigger = lexicon.stays[0];
  if (!trigger) return [];
  const out: Candidate[] = [];
  const { sent } = scene;
  sent.tokens.forEach((token, i) => {
    if (token.upos !== 'PROPN' || !hasChild(sent, i, 'cop') || prepositionOf(sent, i) !== 'in') return;
    const copula = child(sent, i, 'cop');
    if (lemmaOf(sent, copula) !== 'be' || children(sent, i, 'aux').length > 0) return;
    const group = verbGroup(sent, i);
    if (group.negated || group.condition !== null || group.question) return;
    const actors = subjectsOf(sent, i)
      .flatMap((s) => actorsAt(scene, s.token, true))
      .filter((a) => a.sector === 'GOV' && a.code !== null && !/^(it|they)$/i.test(a.text));
    const hosts = actorsAt(scene, i, false, true).filter(
      (h) => h.code !== null && !actors.some((a) => a.code === h.code),
    );
    if (actors.length === 0 || hosts.length === 0) return;
    const cop = sent.tokens[copula]!;
    out.push({
      match: { trigger, verb: i, noun: -1, words: [copula], near: false },
      reading: {
        modality: 'occurred',
        reason: 'a stay',
        governors: [],
        refusal: false,
        conditional: false,
        background: false,
        obliged: -1,
      },
      typed: { type: 'CONSULT', mode: 'visit', alt: [], modality: cop.xpos === 'VBD' ? 'occurred' : 'ongoing' },
      actors,
      recipients: hosts.map((h) => ({ ...h, sector: null })),
      agentless: false,
      confidence: 0.75,
      trigger: spanOf(sent, [copula, i]) ?? sent.span,
    });
  });
  return out;
}
