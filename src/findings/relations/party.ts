/** Whose ties a level phrase speaks of: pairs of codes, one pair for each member of a list. */

import type { Mention, Mentioned, Sentence } from '../../core/index.ts';
import {
  agentsOf,
  ancestors,
  conjuncts,
  governor,
  hasChild,
  hasRelation,
  head,
  lemmaOf,
  objectsOf,
  obliquesOf,
  possessorsOf,
  prepositionOf,
  subjectsOf,
  subtree,
} from '../../language/tree.ts';
import { mentionAt, mentionsIn } from '../../mentions/index.ts';
import type { Label } from './label.ts';

export type Pair = readonly [string, string];

/** The code by which a mention can be a party: ISO alpha-3, "ASEAN" or "EUR"; null for all others. */
export function partyCode(mention: Mention): string | null {
  if (mention.kind === 'time' || mention.kind === 'quantity') return null;
  if (mention.org === 'ASEAN' || mention.entity === 'org:asean') return 'ASEAN';
  if (mention.code === 'EUR') return 'EUR';
  if (mention.code !== null && /^(UNO|IGO|NGO|ISM|IMG|MNC)$/.test(mention.code)) return null;
  return mention.country;
}

/** Codes of a mention, of its members when it stands for several. */
function codesOf(doc: Mentioned, mention: Mention): string[] {
  const members = mention.members ?? [];
  const all = members.length > 0 ? members.map((id) => doc.mentions[id]) : [mention];
  const codes = new Set<string>();
  for (const one of all) {
    const code = one === undefined ? null : partyCode(one);
    if (code !== null) codes.add(code === 'BEL' && isUnion(doc, one!) ? 'EUR' : code);
  }
  return [...codes];
}

/** "Brussels" where the text speaks of the European Union. */
const isUnion = (doc: Mentioned, mention: Mention): boolean =>
  doc.article.text.slice(...mention.span) === 'Brussels' && doc.mentions.some((other) => other.code === 'EUR');

const unique = (codes: readonly string[]): string[] => [...new Set(codes)];

/** Codes of the phrase headed by a word, its coordination included; those inside it when the head itself has none. */
function phraseCodes(doc: Mentioned, sent: Sentence, word: number): string[] {
  const codes: string[] = [];
  for (const member of conjuncts(sent, word)) {
    const mention = mentionAt(doc, sent.index, member);
    const own = mention === null ? [] : codesOf(doc, mention);
    codes.push(...own);
    if (own.length > 0) continue;
    const inside = new Set(subtree(sent, member, ['acl', 'advcl', 'parataxis', 'conj']));
    for (const other of mentionsIn(doc, sent.index)) if (inside.has(other.head)) codes.push(...codesOf(doc, other));
  }
  return unique(codes);
}

/** Names right in front of the label: "the Vietnam-Bulgaria", "Seoul's", "the two countries'". */
function leadCodes(doc: Mentioned, sent: Sentence, label: Label): string[] {
  const codes: string[] = [];
  for (const mention of mentionsIn(doc, sent.index)) {
    if (mention.span[0] >= sent.tokens[label.first]!.start) continue;
    const last = sent.tokens.findIndex((token) => token.end >= mention.span[1]);
    if (last < 0 || !leads(sent, last + 1, label.first)) continue;
    if (mention.form === 'pronoun' && !hasRelation(sent, mention.head, 'nmod:poss')) continue;
    codes.push(...codesOf(doc, mention));
  }
  return unique(codes);
}

/** Whether only hyphens, owners' marks and modifiers stand between a name and the label. */
function leads(sent: Sentence, from: number, to: number): boolean {
  if (to - from > 7) return false;
  for (let at = from; at < to; at++) {
    const token = sent.tokens[at]!;
    if (/^[-–—/‑]$/.test(token.form) || /^['’]s?$/.test(token.form)) continue;
    if (
      /^(ADJ|PROPN|NUM)$/.test(token.upos) ||
      (token.xpos === 'VBN' && token.deprel === 'amod') ||
      (token.upos === 'NOUN' && hasRelation(sent, at, 'compound')) ||
      /^["“”]$/.test(token.form)
    )
      continue;
    if (/^(and|&)$/.test(token.form) && at === from) continue;
    return false;
  }
  return true;
}

/** Names behind "with", "between", "of" or a colon after the label, or after the verb that governs it. */
function listCodes(doc: Mentioned, sent: Sentence, from: number, opener: RegExp, reach: number): string[] {
  let start = -1;
  for (let at = from; at < Math.min(sent.tokens.length, from + reach); at++) {
    const form = sent.tokens[at]!.form.toLowerCase();
    if (opener.test(form)) {
      start = at;
      break;
    }
    if (/^[.;]$/.test(form)) return [];
  }
  if (start < 0) return [];
  let end = sent.tokens.length;
  for (let at = start + 1; at < sent.tokens.length; at++) {
    const token = sent.tokens[at]!;
    if (/^[;:]$/.test(token.form) || (/^(VBD|VBZ|VBP|MD)$/.test(token.xpos) && token.upos !== 'NOUN')) {
      end = at;
      break;
    }
    if (/^(after|since|before|when|while|which|who|during|in|on)$/.test(token.form.toLowerCase()) && at > start + 1) {
      end = at;
      break;
    }
  }
  const codes: string[] = [];
  for (const mention of mentionsIn(doc, sent.index)) {
    if (mention.head <= start || mention.head >= end) continue;
    // "some U.S. allies", "Japan's premier": not the party but what modifies it.
    if (hasRelation(sent, mention.head, 'compound', 'amod', 'nmod:poss') && !insideMention(doc, sent, mention)) {
      if (mention.form === 'adjective' || hasRelation(sent, mention.head, 'compound', 'amod')) continue;
    }
    codes.push(...codesOf(doc, mention));
  }
  return unique(codes);
}

/** Whether a wider mention holds this one, so that the wider one speaks for it. */
const insideMention = (doc: Mentioned, sent: Sentence, mention: Mention): boolean =>
  mentionsIn(doc, sent.index).some(
    (other) =>
      other !== mention &&
      other.span[0] <= mention.span[0] &&
      other.span[1] >= mention.span[1] &&
      other.country !== null,
  );

/** Subjects and agents of the clause that the label stands in, nearest clause first. */
function clauseCodes(doc: Mentioned, sent: Sentence, label: Label): string[] {
  const own = hasChild(sent, label.head, 'nsubj') ? [...subjectsOf(sent, label.head)] : [];
  const codes = own.flatMap((argument) => phraseCodes(doc, sent, argument.token));
  if (codes.length > 0) return unique(codes);
  const apposed = governor(sent, label.head);
  if (/^appos/.test(apposed.rel) && apposed.head >= 0) {
    const named = phraseCodes(doc, sent, apposed.head);
    if (named.length > 0) return named;
  }
  for (const up of ancestors(sent, label.head)) {
    const found: string[] = [];
    for (const argument of subjectsOf(sent, up)) found.push(...phraseCodes(doc, sent, argument.token));
    for (const agent of agentsOf(sent, up)) found.push(...phraseCodes(doc, sent, agent.token));
    for (const owner of possessorsOf(sent, up)) found.push(...phraseCodes(doc, sent, owner));
    if (found.length > 0) return unique(found);
    if (hasRelation(sent, up, 'ccomp')) break;
  }
  return [];
}

/** "the Vietnam-U.S. relationship": two names joined by a hyphen anywhere in the sentence. */
function hyphenPair(doc: Mentioned, sent: Sentence): Pair | null {
  const mentions = mentionsIn(doc, sent.index);
  for (let at = 0; at + 1 < mentions.length; at++) {
    const between = doc.article.text.slice(mentions[at]!.span[1], mentions[at + 1]!.span[0]);
    if (!/^\s?[-–—‑/]\s?$/.test(between)) continue;
    const a = partyCode(mentions[at]!);
    const b = partyCode(mentions[at + 1]!);
    if (a !== null && b !== null && a !== b) return [a, b];
  }
  return null;
}

export interface Parties {
  readonly pairs: readonly Pair[];
  readonly how: 'lead' | 'between' | 'list' | 'clause' | 'hyphen' | 'context' | 'headline' | 'only-two';
}

/** The pairs a label is said of; `focus` is the party that the sentences before were about. */
export function partiesOf(doc: Mentioned, sent: Sentence, label: Label, focus: string | null): Parties | null {
  const lead = leadCodes(doc, sent, label);
  if (lead.length >= 2) return { pairs: [[lead[0]!, lead[1]!]], how: 'lead' };
  const between = listCodes(doc, sent, label.last + 1, /^between$/, 3);
  if (between.length >= 2) return { pairs: [[between[0]!, between[1]!]], how: 'between' };
  const with_ = listCodes(doc, sent, label.last + 1, label.party ? /^(of|with|to|for)$/ : /^with$/, 3);
  const colon = with_.length > 0 ? [] : listCodes(doc, sent, label.last + 1, /^[:–—(]$/, 4);
  const clause = clauseCodes(doc, sent, label);
  const beside = sideCodes(doc, sent, label);
  const named = label.party ? countedCodes(doc, sent, label) : [];
  const others =
    named.length > 0 && with_.length === 0 ? named : with_.length > 0 ? with_ : colon.length > 0 ? colon : beside;
  const owners = lead.length > 0 ? lead : clause;
  if (others.length > 0) {
    const own = owners.filter((code) => !others.includes(code));
    if (own.length > 0) return { pairs: crossed(own, others), how: 'list' };
    if (colon.length > 0 && focus !== null && !others.includes(focus))
      return { pairs: crossed([focus], others), how: 'context' };
    if (owners.length === 2) return { pairs: [[owners[0]!, owners[1]!]], how: 'clause' };
  }
  if (lead.length === 1 && label.party && prepositionOf(sent, label.head) === 'among') {
    // "Among Hanoi's strategic partners are A, B and C."
    const listed = phraseCodes(doc, sent, governor(sent, label.head).head).filter((code) => code !== lead[0]);
    if (listed.length > 0) return { pairs: crossed([lead[0]!], listed), how: 'list' };
  }
  if (lead.length === 1) {
    const rest = clause.filter((code) => code !== lead[0]);
    if (rest.length > 0 && (label.party || rest.length === 1))
      return { pairs: crossed([lead[0]!], rest), how: 'clause' };
  } else if (clause.length === 2) return { pairs: [[clause[0]!, clause[1]!]], how: 'clause' };
  if (clause.length === 0 && lead.length === 0) {
    const both = bothBefore(doc, sent, label);
    if (both !== null) return { pairs: [both], how: 'context' };
  }
  const hyphen = hyphenPair(doc, sent);
  if (hyphen !== null) return { pairs: [hyphen], how: 'hyphen' };
  const all = unique(
    mentionsIn(doc, sent.index)
      .filter((mention) => !isBackdrop(sent, mention))
      .flatMap((mention) => codesOf(doc, mention)),
  );
  if (all.length === 2) return { pairs: [[all[0]!, all[1]!]], how: 'only-two' };
  const one = lead[0] ?? (clause.length === 1 ? clause[0] : undefined);
  if (one !== undefined && focus !== null && focus !== one && all.length === 1)
    return { pairs: [[focus, one]], how: 'context' };
  return null;
}

/** Only the United States names major non-NATO allies: the other party is the one state of the sentence. */
export function ofAmerica(doc: Mentioned, sent: Sentence, label: Label): Parties | null {
  if (label.level !== 'major non-nato ally') return null;
  const codes = unique(mentionsIn(doc, sent.index).flatMap((mention) => codesOf(doc, mention))).filter(
    (code) => code !== 'USA',
  );
  return codes.length === 1 ? { pairs: [['USA', codes[0]!]], how: 'only-two' } : null;
}

/** "amid challenges posed by China": named only as the setting. */
const isBackdrop = (sent: Sentence, mention: Mention): boolean =>
  [mention.head, ...ancestors(sent, mention.head)].some((word) =>
    /^(amid|amidst|against|despite|over|given)$/.test(prepositionOf(sent, word) ?? ''),
  );

const COUNTS = /^(count|consider|name|number|include|regard|rank|list|call|designate|treat|see|view)$/;

/** "counts India and China among its partners", "considers seven states partners, together with Japan". */
function countedCodes(doc: Mentioned, sent: Sentence, label: Label): string[] {
  const verb = ancestors(sent, label.head).find((up) => sent.tokens[up]!.upos === 'VERB');
  if (verb === undefined || !COUNTS.test(lemmaOf(sent, verb))) return [];
  const codes: string[] = [];
  for (const { token } of objectsOf(sent, verb)) if (token !== label.head) codes.push(...phraseCodes(doc, sent, token));
  for (const phrase of obliquesOf(sent, verb))
    if (
      /^(besides|alongside|along with|together with|with|like|including|apart from|aside from)$/.test(
        phrase.preposition ?? '',
      )
    )
      codes.push(...phraseCodes(doc, sent, phrase.token));
  return unique(codes);
}

/** "The two sides … their partnership": the only two parties that the text has named before. */
function bothBefore(doc: Mentioned, sent: Sentence, label: Label): Pair | null {
  const words = sent.tokens.slice(0, label.first).map((token) => token.form.toLowerCase());
  if (!words.some((word) => /^(two|both|their|they|them)$/.test(word))) return null;
  const codes = new Set<string>();
  for (const mention of doc.mentions) {
    if (mention.sentence > sent.index || mention.sentence < sent.index - 8) continue;
    if (mention.kind === 'time' || mention.kind === 'quantity') continue;
    const code = partyCode(mention);
    if (code !== null) codes.add(code);
  }
  const [a, b] = [...codes];
  return codes.size === 2 ? [a!, b!] : null;
}

/** "upgraded ties with Peru to …", "open full relations with Fiji": beside the label, hung on its verb. */
function sideCodes(doc: Mentioned, sent: Sentence, label: Label): string[] {
  for (let at = 0; at < sent.tokens.length; at++) {
    if (sent.tokens[at]!.form.toLowerCase() !== 'with') continue;
    const noun = head(sent, at);
    if (noun < 0 || noun < at || prepositionOf(sent, noun) !== 'with') continue;
    const up = governor(sent, noun).head;
    const near =
      up >= 0 &&
      (/^(tie|relation|relationship|partnership|link|status|alliance)$/.test(lemmaOf(sent, up)) ||
        ancestors(sent, label.head).includes(up));
    if (!near) continue;
    const codes = phraseCodes(doc, sent, noun);
    if (codes.length > 0) return codes;
  }
  return [];
}

function crossed(owners: readonly string[], others: readonly string[]): Pair[] {
  const pairs: Pair[] = [];
  for (const owner of owners.slice(0, 4)) for (const other of others) if (owner !== other) pairs.push([owner, other]);
  return pairs;
}
