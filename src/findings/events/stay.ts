/** "The minister was in Hanoi this week": an official in another country is on a visit. */

import {
  child,
  children,
  hasChild,
  hasRelation,
  head,
  lemmaOf,
  obliquesOf,
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
  const headline = headlineStay(scene);
  if (headline !== null)
    out.push({ ...headline, match: { trigger, verb: -1, noun: headline.at, words: [headline.at], near: false } });
  for (const i of awaited(scene)) {
    // "is due in Lisbon": the tree may hang the word of waiting on the place.
    const onPlace = hasRelation(sent, i, 'case');
    const place = onPlace ? { token: head(sent, i) } : (obliquesOf(sent, i, 'in')[0] ?? obliquesOf(sent, i, 'at')[0]);
    const top = !onPlace && subjectsOf(sent, i).length > 0 ? i : head(sent, i);
    const group = verbGroup(sent, top);
    if (!place || top < 0 || group.negated || group.condition !== null || group.question) continue;
    const actors = subjectsOf(sent, top)
      .flatMap((s) => actorsAt(scene, s.token, true))
      .filter((a) => a.sector === 'GOV' && a.code !== null && !/^(it|they)$/i.test(a.text));
    const hosts = actorsAt(scene, place.token, false, true).filter(
      (h) => h.code !== null && !actors.some((a) => a.code === h.code),
    );
    if (actors.length === 0 || hosts.length === 0) continue;
    out.push({
      match: { trigger, verb: i, noun: -1, words: [i], near: false },
      reading: {
        modality: 'planned',
        reason: 'awaited',
        governors: [],
        refusal: false,
        conditional: false,
        background: false,
        obliged: -1,
      },
      typed: { type: 'AGREE', mode: null, alt: ['CONSULT'], modality: 'planned' },
      actors,
      recipients: hosts.map((h) => ({ ...h, sector: null })),
      agentless: false,
      confidence: 0.75,
      trigger: spanOf(sent, [i]) ?? sent.span,
    });
  }
  sent.tokens.forEach((token, i) => {
    if (token.upos !== 'PROPN' || !hasChild(sent, i, 'cop') || prepositionOf(sent, i) !== 'in') return;
    const copula = child(sent, i, 'cop');
    const coming = children(sent, i, 'aux').filter((a) => /^(will|shall)$/i.test(sent.tokens[a]?.form ?? ''));
    if (lemmaOf(sent, copula) !== 'be' || children(sent, i, 'aux').length > coming.length) return;
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
        modality: coming.length > 0 ? 'planned' : 'occurred',
        reason: 'a stay',
        governors: [],
        refusal: false,
        conditional: false,
        background: false,
        obliged: -1,
      },
      typed:
        coming.length > 0
          ? { type: 'AGREE', mode: null, alt: ['CONSULT'], modality: 'planned' }
          : { type: 'CONSULT', mode: 'visit', alt: [], modality: cop.xpos === 'VBD' ? 'occurred' : 'ongoing' },
      actors,
      recipients: hosts.map((h) => ({ ...h, sector: null })),
      agentless: false,
      confidence: 0.75,
      trigger: spanOf(sent, [copula, i]) ?? sent.span,
    });
  });
  return out;
}

/** "is due in Paris", "is expected in Washington": words of waiting with no verb below them. */
const awaited = (scene: Scene): readonly number[] =>
  scene.sent.tokens.flatMap((t, i) =>
    /^(due|expected|awaited)$/i.test(t.form) &&
    (children(scene.sent, i, 'xcomp', 'ccomp').length === 0 || scene.sent.tokens[i + 1]?.form.toLowerCase() === 'in')
      ? [i]
      : [],
  );

/** "Turkish FM in Baghdad for talks": a headline without a verb. */
function headlineStay(scene: Scene): (Omit<Candidate, 'match'> & { readonly at: number }) | null {
  const { sent } = scene;
  if (sent.tokens.length > 14 || sent.tokens.some((t) => /^(VB[DZP]?|MD)$/.test(t.xpos))) return null;
  const at = sent.tokens.findIndex(
    (t, i) =>
      /^(talk|visit|summit|meeting|trip|tour|discussion|conference)$/.test(lemmaOf(sent, i)) &&
      sent.tokens.slice(Math.max(0, i - 5), i).some((w) => w.form === 'for') &&
      t.upos === 'NOUN',
  );
  const inside = sent.tokens.findIndex((t) => t.form === 'in');
  if (at < 0 || inside < 1 || inside > at) return null;
  const start = sent.tokens[inside + 1]?.start ?? -1;
  const place = scene.mentions.find((m) => m.span[0] === start && (m.kind === 'place' || m.kind === 'state'));
  const who = [...scene.headed.values()].find(
    (m) => m.kind === 'person' && m.sector === 'GOV' && m.code !== null && m.span[1] === sent.tokens[inside - 1]?.end,
  );
  if (!place || !who || place.country === null || place.country === who.country) return null;
  const actors = actorsAt(scene, who.head, true);
  const hosts = actorsAt(scene, place.head, false, true).filter((h) => h.code !== null);
  if (actors.length === 0 || hosts.length === 0) return null;
  return {
    at,
    reading: {
      modality: 'occurred',
      reason: 'a headline',
      governors: [],
      refusal: false,
      conditional: false,
      background: false,
      obliged: -1,
    },
    typed: { type: 'CONSULT', mode: 'visit', alt: [], modality: 'occurred' },
    actors,
    recipients: hosts.map((h) => ({ ...h, sector: null })),
    agentless: false,
    confidence: 0.7,
    trigger: spanOf(sent, [at]) ?? sent.span,
  };
}
