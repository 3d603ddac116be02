/** "The minister said Libya must hold elections": what a speaker says another must do is a demand. */

import type { Actor } from '../../core/index.ts';
import { agentsOf, child, governor, hasRelation, head, lemmaOf, spanOf, subjectsOf } from '../../language/tree.ts';
import type { Candidate } from './candidate.ts';
import { without } from './cast.ts';
import type { Lexicon } from './lexicon.ts';
import { actorsAt } from './phrase.ts';
import type { Scene } from './scene.ts';

const SPEECH = new Set(
  'say tell add stress insist reiterate repeat declare warn argue state emphasise emphasize underline maintain announce reaffirm affirm remind assert'.split(
    ' ',
  ),
);

/** Demands in the content of speech. Speaker and addressee must be different known actors. */
export function findObligations(scene: Scene, lexicon: Lexicon): readonly Candidate[] {
  const out: Candidate[] = [];
  const { sent } = scene;
  sent.tokens.forEach((token, i) => {
    const form = token.form.toLowerCase();
    const trigger = lexicon.modals.get(form);
    if (!trigger || !hasRelation(sent, i, 'aux')) return;
    const verb = head(sent, i);
    const { head: speech, rel } = governor(sent, verb);
    const said =
      rel === 'ccomp' || rel === 'acl'
        ? speech
        : (['parataxis', 'ccomp']
            .map((r) => child(sent, verb, r))
            .find((c) => c >= 0 && SPEECH.has(lemmaOf(sent, c))) ?? -1);
    if (said < 0) return;
    const speaker = SPEECH.has(lemmaOf(sent, said))
      ? agentsOf(sent, said)
      : rel === 'acl' && hasRelation(sent, said, 'obj')
        ? agentsOf(sent, head(sent, said))
        : [];
    const actors = once(speaker.map((a) => a.token)).flatMap((token) => actorsAt(scene, token, true));
    const asked = without(onePerSpan(subjectsOf(sent, verb).flatMap((a) => actorsAt(scene, a.token, true))), actors);
    const apart = asked.filter(
      (a) => a.code !== null && !actors.some((b) => b.code === a.code && b.sector === a.sector),
    );
    if (actors.length === 0 || apart.length === 0) return;
    out.push({
      match: { trigger, verb, noun: -1, words: [i], near: false },
      reading: {
        modality: 'requested',
        reason: `"${form}"`,
        governors: [],
        refusal: false,
        conditional: false,
        background: false,
        obliged: i,
      },
      typed: { type: 'REQUEST', mode: null, alt: [], modality: 'requested' },
      actors,
      recipients: asked,
      agentless: false,
      confidence: Math.round(900 * trigger.frame.weight) / 1000,
      trigger: spanOf(sent, [i]) ?? sent.span,
    });
  });
  return out;
}

const once = (tokens: readonly number[]): readonly number[] => [...new Set(tokens)];

const onePerSpan = (actors: readonly Actor[]): readonly Actor[] =>
  actors.filter((a, i) => actors.findIndex((b) => b.span[0] === a.span[0] && b.span[1] === a.span[1]) === i);
