/** Turns of phrase that put the doer elsewhere than the subject: "found shot dead", "named an ally of Chile", "Togo 20 million". */

import type { Actor, Sentence } from '../../core/index.ts';
import {
  children,
  conjuncts,
  hasRelation,
  head,
  lemmaOf,
  nominalModifiersOf,
  objectsOf,
  obliquesOf,
  patientsOf,
  prepositionOf,
  subjectsOf,
  subtree,
} from '../../language/tree.ts';
import { actorsOf } from '../../mentions/index.ts';
import { coded, flat } from './cast.ts';
import { actorsAt } from './phrase.ts';
import type { Scene } from './scene.ts';
import type { Match } from './triggers.ts';

/** "was found shot dead", "was left beaten": the subject of the first verb suffers the second. Null where it is no such turn. */
export function foundSo(scene: Scene, verb: number): readonly Actor[] | null {
  const { sent } = scene;
  const up = head(sent, verb);
  if (sent.tokens[verb]?.xpos !== 'VBN' || !hasRelation(sent, verb, 'xcomp') || up < 0) return null;
  if (!/^(find|leave|report)$/.test(lemmaOf(sent, up)) || sent.tokens[up]?.xpos !== 'VBN') return null;
  const sufferers = flat(subjectsOf(sent, up).map((a) => actorsAt(scene, a.token, false)));
  return sufferers.length > 0 ? sufferers : null;
}

/** "was designated an ally of the United States": whose ally somebody is made makes them one. */
export function allyOf(scene: Scene, match: Match): readonly Actor[] {
  if (match.trigger.frame.id !== 'support/designate' || match.verb < 0) return [];
  const { sent } = scene;
  return [
    ...children(sent, match.verb, 'xcomp', 'obj', 'advcl'),
    ...obliquesOf(sent, match.verb, 'as').map((o) => o.token),
  ]
    .filter((w) => sent.tokens[w]?.upos === 'NOUN')
    .flatMap((w) => nominalModifiersOf(sent, w, 'of'))
    .flatMap((o) => actorsAt(scene, o.token, false))
    .filter(coded);
}

/** "The expulsion of two Cuban doctors from Honduras": the country they must leave does it. */
export function expellers(scene: Scene, match: Match): readonly Actor[] {
  if (match.trigger.frame.mode !== 'expel' || match.noun < 0) return [];
  const { sent } = scene;
  const whence = subtree(sent, match.noun, ['acl:relcl'])
    .filter((w) => w > match.noun && prepositionOf(sent, w) === 'from')
    .at(-1);
  return whence === undefined
    ? []
    : actorsAt(scene, whence, false, true)
        .filter(coded)
        .map((a) => ({ ...a, sector: null }));
}

/** "Relations between A and B were restored": both sides, where the words name no other doer. */
export function sidesBetween(scene: Scene, match: Match): readonly Actor[] {
  if (match.noun < 0) return [];
  const sides = flat(nominalModifiersOf(scene.sent, match.noun, 'between').map((o) => actorsAt(scene, o.token, false)));
  return sides.length > 1 ? sides : [];
}

/** "Forty Cuban doctors were sent to Haiti": those sent help where they go; never a state, which sends and gets. */
export function sentOut(scene: Scene, match: Match): readonly Actor[] {
  const { frame } = match.trigger;
  const { sent } = scene;
  if (frame.type !== 'AID' || !/^(send|fly|dispatch|rush|deploy|lend)$/.test(lemmaOf(sent, match.verb))) return [];
  const there = flat(
    obliquesOf(sent, match.verb)
      .filter((o) => /^(to|in|into)$/.test(o.preposition ?? ''))
      .map((o) => actorsAt(scene, o.token, false, true)),
  );
  const bodies = flat(patientsOf(sent, match.verb).map((a) => actorsAt(scene, a.token, false)));
  return bodies.filter((a) => a.code !== null && a.sector !== null && !there.some((t) => t.code === a.code));
}

/**
 * "Japan pledged 40 million, Fiji 20 million and Tonga 5 million": names that take the verb from the first, each with
 * its own number. Empty where the verb counts nothing.
 */
export function alsoGave(scene: Scene, verb: number): readonly Actor[] {
  const { sent, doc } = scene;
  const out: Actor[] = [];
  let counting = false;
  for (let i = verb + 1; i < sent.tokens.length; i++) {
    const token = sent.tokens[i]!;
    if (/^(VERB|AUX|SCONJ)$/.test(token.upos) && !hasRelation(sent, i, 'amod', 'case')) break;
    counting ||= token.upos === 'NUM';
    if (!counting || !/^([,;]|and|while)$/.test(token.form)) continue;
    let at = i + 1;
    if (/^(and|while|the)$/i.test(sent.tokens[at]?.form ?? '')) at++;
    if (/^the$/i.test(sent.tokens[at]?.form ?? '')) at++;
    const start = sent.tokens[at]?.start;
    const mention = scene.mentions.find((m) => m.span[0] === start && m.code !== null && m.form === 'name');
    if (
      !mention ||
      (mention.kind !== 'state' && mention.kind !== 'organization' && mention.entity?.startsWith('state:') !== true)
    )
      continue;
    if (
      !isCount(
        sent,
        sent.tokens.findIndex((t) => t.start >= mention.span[1]),
      )
    )
      continue;
    out.push(...actorsOf(doc, mention));
  }
  return out;
}

/** "20 million", "a further 20", "$5 million". */
function isCount(sent: Sentence, at: number): boolean {
  if (at < 0) return false;
  let i = at;
  while (/^(a|another|further|some|about|around|nearly|over|only|just|up|to)$/i.test(sent.tokens[i]?.form ?? '')) i++;
  const token = sent.tokens[i];
  return token !== undefined && (token.upos === 'NUM' || (token.upos === 'SYM' && token.form !== '%'));
}

/** Whether the object of a verb is itself whom it is done to: "dissolved the party", "summoned the ambassador". */
export function nounItself(scene: Scene, match: Match, passive: boolean): readonly Actor[] {
  const { frame } = match.trigger;
  // "shut its embassy", "opened a mission", "recalled the ambassador": that is the doer's own.
  if (match.noun < 0 || frame.skipObject || frame.roles !== 'directed') return [];
  if (frame.type === 'SUPPORT' || frame.id === 'sanction/cut') return [];
  const { sent } = scene;
  const given = passive ? patientsOf(sent, match.verb) : objectsOf(sent, match.verb);
  if (!given.some((a) => a.token === match.noun || conjuncts(sent, a.token).includes(match.noun))) return [];
  return scene.headed.has(match.noun) ? actorsAt(scene, match.noun, false) : [];
}

/** "beaten with iron rods by soldiers": "by" hangs on what stands between. */
export function byDeeper(scene: Scene, verb: number): readonly Actor[] {
  const { sent } = scene;
  for (const o of children(sent, verb, 'obl')) {
    if (o < verb || !/^(with|at|in|from|on|to)$/.test(prepositionOf(sent, o) ?? '')) continue;
    const by = nominalModifiersOf(sent, o, 'by');
    // "killed in an attack by rebels": theirs is the attack.
    if (by.length === 0 || prepositionOf(sent, o) !== 'with') continue;
    return flat(by.map((b) => actorsAt(scene, b.token, true)));
  }
  return [];
}

/** "was summoned to the Kazakh ministry", "Oslo's ambassador to Peru was summoned": who calls an envoy in. */
export function summoners(scene: Scene, match: Match): readonly Actor[] {
  const { sent } = scene;
  if (match.noun < 0 || match.verb < 0 || !/^(summon|expel|call|recall)$/.test(lemmaOf(sent, match.verb))) return [];
  if (
    !/^(ambassador|envoy|consul|diplomat|attach[eé]|nuncio|minister|d'affaires|affaires)$/.test(
      lemmaOf(sent, match.noun),
    )
  )
    return [];
  if (lemmaOf(sent, match.verb) === 'recall') return [];
  const there = obliquesOf(sent, match.verb, 'to').flatMap((o) => actorsAt(scene, o.token, true));
  if (there.some(coded)) return there.filter(coded);
  return nominalModifiersOf(sent, match.noun)
    .filter((o) => /^(to|in)$/.test(o.preposition ?? ''))
    .flatMap((o) => actorsAt(scene, o.token, true, true))
    .filter(coded);
}
