/** "The minister said Libya must hold elections": what a speaker says another must do is a demand. */

import type { Actor } from '../../core/index.ts';
import { children, hasRelation, head, lemmaOf, prepositionOf, spanOf, subjectsOf } from '../../language/tree.ts';
import type { Candidate } from './candidate.ts';
import { isInfinitive } from './clause-signs.ts';
import type { Lexicon } from './lexicon.ts';
import { actorsAt } from './phrase.ts';
import { insidePhrase } from './positions.ts';
import type { Scene } from './scene.ts';
import { isApart, othersThan, speechOver } from './speakers.ts';

/** Demands in the content of speech. Speaker and addressee must be different known actors. */
export function findObligations(scene: Scene, lexicon: Lexicon): readonly Candidate[] {
  const out: Candidate[] = [];
  const { sent } = scene;
  sent.tokens.forEach((token, i) => {
    const form = token.form.toLowerCase();
    const trigger = lexicon.modals.get(form) ?? lexicon.modals.get(lemmaOf(sent, i));
    if (!trigger) return;
    // "had to respect", "needed to open": the verb itself obliges.
    const full = trigger.words.length > 1;
    if (full) {
      if (token.upos !== 'VERB' || !/^VB[DZP]$/.test(token.xpos)) return;
      if (!children(sent, i, 'xcomp').some((x) => isInfinitive(sent, x))) return;
      if (children(sent, i, 'aux', 'obj', 'advmod').length > 0) return;
    } else if (!hasRelation(sent, i, 'aux')) return;
    const verb = full ? i : head(sent, i);
    const actors = speechOver(scene, verb)?.speakers ?? [];
    const asked = othersThan(
      actors,
      subjectsOf(sent, verb).flatMap((a) => actorsAt(scene, a.token, true)),
    );
    const apart = asked.filter((a) => isApart(a, actors));
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
      confidence: confidence(trigger.frame.weight),
      trigger: spanOf(sent, [i]) ?? sent.span,
    });
  });
  return out;
}

const confidence = (weight: number): number => Math.round(900 * weight) / 1000;

const WILL = /^(will|would|shall|'ll)$/i;
const PRONOUN = /^(it|they|he|she|you)$/i;

/** Threats in the content of speech: "warned Minsk that it would lose its seat", "said Greece would pay a heavy price". */
export function findFates(scene: Scene, lexicon: Lexicon): readonly Candidate[] {
  const out: Candidate[] = [];
  const { sent } = scene;
  sent.tokens.forEach((token, verb) => {
    if (!/^VB[NGZDP]?$/.test(token.xpos)) return;
    const triggers = lexicon.fates.get(lemmaOf(sent, verb)) ?? lexicon.fates.get(token.form.toLowerCase());
    if (!triggers) return;
    if (!children(sent, verb, 'aux').some((a) => WILL.test(sent.tokens[a]?.form ?? ''))) return;
    if (children(sent, verb, 'advmod').some((a) => /^(not|n't|never)$/i.test(sent.tokens[a]?.form ?? ''))) return;
    const around = children(sent, verb, 'obj', 'obl', 'advmod', 'xcomp');
    const trigger = triggers.find((t) =>
      t.words
        .slice(1)
        .every((w) =>
          w === 'for'
            ? !around.some((c) => hasRelation(sent, c, 'obj')) && around.some((c) => prepositionOf(sent, c) === 'for')
            : around.some((c) => lemmaOf(sent, c) === w || sent.tokens[c]?.form.toLowerCase() === w),
        ),
    );
    if (!trigger) return;
    const speech = speechOver(scene, verb);
    if (!speech?.speakers.some((a) => a.code !== null)) return;
    const subject = children(sent, verb, 'nsubj', 'nsubj:pass')[0];
    if (subject === undefined) return;
    const own = PRONOUN.test(sent.tokens[subject]?.form ?? '') && speech.addressees.length > 0;
    // "any raid by Belarus would be met with force"
    const met = trigger.words[0] === 'meet';
    const suffering: readonly Actor[] = othersThan(
      speech.speakers,
      own ? speech.addressees : met ? insidePhrase(scene, subject) : actorsAt(scene, subject, true),
    );
    if (!suffering.some((a) => isApart(a, speech.speakers)) && !(met && suffering.length === 0)) return;
    const conditional = children(sent, verb, 'advcl').some((a) =>
      children(sent, a, 'mark').some((m) => /^(if|unless)$/i.test(sent.tokens[m]?.form ?? '')),
    );
    const modality = conditional ? 'possible' : 'planned';
    const words = [verb, ...around.filter((c) => trigger.words.includes(lemmaOf(sent, c)))].sort((a, b) => a - b);
    out.push({
      match: { trigger, verb, noun: -1, words, near: false },
      reading: {
        modality,
        reason: 'what is told to come over another',
        governors: [],
        refusal: false,
        conditional,
        background: false,
        obliged: -1,
      },
      typed: { type: 'THREATEN', mode: trigger.frame.mode, alt: [], modality },
      actors: speech.speakers,
      recipients: suffering,
      agentless: false,
      confidence: confidence(trigger.frame.weight),
      trigger: spanOf(sent, words) ?? sent.span,
    });
  });
  return out;
}
