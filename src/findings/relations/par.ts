/** Levels told by comparison or gift: "puts Oslo on a par with Paris, a strategic partner of …", "conferred the status on Peru". */

import type { Mentioned, Relation, Sentence } from '../../core/index.ts';
import { ancestors, children, lemmaOf, objectsOf, obliquesOf, subjectsOf, verbGroup } from '../../language/tree.ts';
import type { Label } from './label.ts';
import { type Listed, listFrom } from './list.ts';
import { listed, phraseCodes } from './named.ts';

const PUTS = /^(put|place|bring|set|raise|lift|elevate|move)$/;
const SAME = /^(level|tier|rung|footing|rank|category|class|league|plane|status)$/;

interface Equal {
  readonly owner: string;
  readonly code: string;
  readonly level: string;
  readonly change: Relation['change'];
}

/** For each party that a verb puts on the rung of others in the sentence: itself, with the others' owner. */
export function equalled(doc: Mentioned, sent: Sentence, found: readonly Relation[]): Equal[] {
  const told = found.filter((one) => one.evidence === sent.span && one.change === 'holds');
  if (told.length === 0) return [];
  for (let at = 2; at < sent.tokens.length - 1; at++) {
    const form = (word: number): string => sent.tokens[word]?.form.toLowerCase() ?? '';
    const par = form(at) === 'par' && /^(a|on)$/.test(form(at - 1)) && form(at + 1) === 'with';
    const same = SAME.test(form(at)) && form(at - 1) === 'same' && /^(as|with)$/.test(form(at + 1));
    if (!par && !same) continue;
    const verb = ancestors(sent, at).find((up) => sent.tokens[up]!.upos === 'VERB');
    if (verb === undefined || !PUTS.test(lemmaOf(sent, verb))) return [];
    const equals = listFrom(doc, sent, at + 1, sent.tokens.length).map((one) => one.code);
    const raised = objectsOf(sent, verb)
      .filter(({ token }) => token < at)
      .flatMap(({ token }) => phraseCodes(doc, sent, token));
    return asPeers(told, raised, equals, 'upgraded');
  }
  return joined(doc, sent, told);
}

/** "Peru joins Chile and Fiji as its strategic partners" */
function joined(doc: Mentioned, sent: Sentence, told: readonly Relation[]): Equal[] {
  const verb = sent.tokens.findIndex((token, at) => token.upos === 'VERB' && lemmaOf(sent, at) === 'join');
  const as = sent.tokens.findIndex((token, at) => verb >= 0 && at > verb && /^(as|among)$/i.test(token.form));
  if (as < 0) return [];
  const group = verbGroup(sent, verb);
  if (group.negated || group.modal !== null || group.infinitive) return [];
  const newcomers = subjectsOf(sent, verb).flatMap(({ token }) => phraseCodes(doc, sent, token));
  const equals = listFrom(doc, sent, verb, as).map((one) => one.code);
  return asPeers(told, newcomers, equals, 'established');
}

/** The level that its peers hold, for each that has come to stand beside them. */
function asPeers(
  told: readonly Relation[],
  codes: readonly string[],
  equals: readonly string[],
  change: Relation['change'],
): Equal[] {
  const out: Equal[] = [];
  for (const code of codes) {
    const peer = told.find((one) => one.parties.some((party) => equals.includes(party)) && !one.parties.includes(code));
    const owner = peer?.parties.find((party) => !equals.includes(party)) ?? peer?.parties[0];
    if (peer !== undefined && owner !== undefined) out.push({ owner, code, level: peer.level, change });
  }
  return out;
}

/** "conferred the status of partner on Peru", "granted partner status to Peru": to whom the level is given. */
export function bestowed(doc: Mentioned, sent: Sentence, label: Label): Listed[] {
  if (!label.party) return [];
  const verb = ancestors(sent, label.head).find((up) => sent.tokens[up]!.upos === 'VERB');
  if (verb === undefined) return [];
  const lemma = lemmaOf(sent, verb);
  const to = /^(confer|bestow)$/.test(lemma)
    ? /^(on|upon)$/
    : /^(grant|give|award|accord|extend|offer)$/.test(lemma)
      ? /^to$/
      : null;
  if (to === null) return [];
  const phrases = obliquesOf(sent, verb).filter((phrase) => to.test(phrase.preposition ?? '') && phrase.token > verb);
  // The parse may hang the receiver on the status.
  const inside = [label.head, ...ancestors(sent, label.head)]
    .filter((word) => word !== verb && /^(status|rank|title|designation|partner|ally)$/.test(lemmaOf(sent, word)))
    .flatMap((word) => children(sent, word, 'nmod', 'obl'))
    .filter((kid) => children(sent, kid, 'case').some((mark) => to.test(sent.tokens[mark]!.form.toLowerCase())));
  return [...phrases.map((phrase) => phrase.token), ...inside].flatMap((token) => listed(doc, sent, token));
}
