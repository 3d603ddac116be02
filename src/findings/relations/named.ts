/** Where in a sentence the parties of a level stand: in front of it, in its clause, beside it, counted among others. */

import type { Mentioned, Sentence, Span } from '../../core/index.ts';
import {
  agentsOf,
  ancestors,
  children,
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
import { RUNG } from './change.ts';
import { codesOf, partyCode } from './code.ts';
import type { Label } from './label.ts';
import { isExcepted, isSubject, type Listed, listFrom } from './list.ts';
import { runBefore, runFrom } from './run.ts';

export const unique = (codes: readonly string[]): string[] => [...new Set(codes)];

/** The phrase headed by a word as a list: each code with where it stands. */
export function listed(doc: Mentioned, sent: Sentence, word: number): Listed[] {
  const found: Listed[] = [];
  for (const member of conjuncts(sent, word))
    if (!isExcepted(sent, member) || member === word)
      for (const code of memberCodes(doc, sent, member))
        if (!found.some((one) => one.code === code)) found.push({ code, at: member, span: spanAt(doc, sent, member) });
  // What the parse has torn off a list, the text still joins to it.
  const first = mentionAt(doc, sent.index, word);
  const start = first === null ? -1 : sent.tokens.findIndex((token) => token.start === first.span[0]);
  if (found.length > 0 && start >= 0)
    for (const one of runFrom(doc, sent, start)) if (!found.some((other) => other.code === one.code)) found.push(one);
  return found;
}

const spanAt = (doc: Mentioned, sent: Sentence, word: number): Span =>
  mentionAt(doc, sent.index, word)?.span ?? [sent.tokens[word]!.start, sent.tokens[word]!.end];

/** Codes of the phrase headed by a word, its coordination included; those inside it when the head itself has none. */
export const phraseCodes = (doc: Mentioned, sent: Sentence, word: number): string[] =>
  unique(listed(doc, sent, word).map((one) => one.code));

/** Codes of one member of a list; those inside its phrase when its head has none. */
function memberCodes(doc: Mentioned, sent: Sentence, member: number): string[] {
  const mention = mentionAt(doc, sent.index, member);
  const own = mention === null ? [] : codesOf(doc, mention);
  if (own.length > 0) return own;
  const inside = new Set(subtree(sent, member, ['acl', 'advcl', 'parataxis', 'conj', 'nsubj']));
  return mentionsIn(doc, sent.index)
    .filter((other) => inside.has(other.head))
    .flatMap((other) => codesOf(doc, other));
}

/** Names right in front of the label: "the Vietnam-Bulgaria", "Seoul's", "the two countries'". */
export function leadCodes(doc: Mentioned, sent: Sentence, label: Label): string[] {
  const codes: string[] = [];
  for (const mention of mentionsIn(doc, sent.index)) {
    if (mention.span[1] > sent.tokens[label.first]!.start) continue;
    const last = sent.tokens.findIndex((token) => token.end >= mention.span[1]);
    if (last < 0 || !leads(sent, last + 1, label.first)) continue;
    // "with A and B and comprehensive ones with C"
    if (label.after > 0 && /^(and|&)$/i.test(sent.tokens[label.first - 1]!.form)) continue;
    if (mention.form === 'pronoun' && !hasRelation(sent, mention.head, 'nmod:poss')) continue;
    // "made India partners": a bare name in front of partners is who they are, not whose.
    if (
      label.party &&
      mention.form === 'name' &&
      !owns(sent, last + 1) &&
      !hasRelation(sent, mention.head, 'compound', 'amod', 'nmod:poss')
    )
      continue;
    codes.push(...codesOf(doc, mention));
  }
  return unique(codes);
}

/** Whether the token is an owner's mark or a hyphen. */
const owns = (sent: Sentence, at: number): boolean => /^(['’]s?|[-–/‑])$/.test(sent.tokens[at]?.form ?? '');

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

/** Subjects and agents of the clause that the label stands in, nearest clause first. */
export function clauseCodes(doc: Mentioned, sent: Sentence, label: Label): string[] {
  const own = hasChild(sent, label.head, 'nsubj') ? [...subjectsOf(sent, label.head)] : [];
  const codes = own.flatMap((argument) => subjectCodes(doc, sent, label, argument.token));
  if (codes.length > 0) return unique(codes);
  // "and Argentina a comprehensive partner": named right in front of the phrase.
  if (label.party) {
    let start = label.first;
    while (start > 0 && /^(DET|ADV)$/.test(sent.tokens[start - 1]!.upos)) start -= 1;
    const before = mentionsIn(doc, sent.index).filter(
      (mention) => start < label.first && mention.span[1] <= sent.tokens[start]!.start && mention.head === start - 1,
    );
    const named = before.flatMap((mention) => codesOf(doc, mention));
    if (named.length > 0 && hasRelation(sent, label.head, 'conj', 'orphan', 'root', 'dep', 'parataxis', 'appos'))
      return unique(named);
  }
  let hung = governor(sent, label.head);
  // "Oslo and Lima, both of them strategic partners"
  if (hung.head >= 0 && /^(all|both|each)$/i.test(sent.tokens[hung.head]!.form)) hung = governor(sent, hung.head);
  // "a partner of Vietnam, a strategic partner of Seoul": said of the subject, however the parse hangs it.
  const row = /^appos/.test(hung.rel) ? governor(sent, hung.head) : hung;
  const inRow = row !== hung && row.head >= 0 && /^(partner|ally)$/.test(lemmaOf(sent, row.head)) && label.from > 0;
  if (inRow) {
    const found = subjectsOf(sent, row.head).flatMap(({ token }) => subjectCodes(doc, sent, label, token));
    if (found.length > 0) return unique(found);
  }
  const apposed = hung;
  if (/^appos/.test(apposed.rel) && apposed.head >= 0 && !RUNG.test(lemmaOf(sent, apposed.head))) {
    const named = listed(doc, sent, apposed.head);
    // "Singapore and India, a partner": one alone is the one named last.
    const alone = label.party && !/s$/i.test(sent.tokens[label.last]!.form) && named.length > 1;
    const last = named.filter((one) => one.at < label.first).at(-1);
    if (alone && last !== undefined) return [last.code];
    if (named.length > 0) return unique(named.map((one) => one.code));
  }
  for (const up of ancestors(sent, label.head)) {
    const found: string[] = [];
    for (const argument of subjectsOf(sent, up)) found.push(...subjectCodes(doc, sent, label, argument.token));
    for (const agent of agentsOf(sent, up)) found.push(...phraseCodes(doc, sent, agent.token));
    // Of a predicate, its subject; its owner has the lead of its own level.
    if (found.length === 0) for (const owner of possessorsOf(sent, up)) found.push(...phraseCodes(doc, sent, owner));
    if (found.length > 0) return unique(found);
    if (hasRelation(sent, up, 'ccomp')) break;
  }
  return [];
}

/** Codes of a subject, with those that "among them" adds; none when a semicolon parts it from the level. */
function subjectCodes(doc: Mentioned, sent: Sentence, label: Label, subject: number): string[] {
  const semicolon = sent.tokens.findLastIndex((token, at) => at < label.first && token.form === ';');
  if (semicolon > subject) {
    const start = sent.tokens.findIndex(
      (token, at) => at > semicolon && mentionsIn(doc, sent.index).some((mention) => mention.span[0] === token.start),
    );
    return start < 0 || start > label.first ? [] : runFrom(doc, sent, start).map((one) => one.code);
  }
  const codes = phraseCodes(doc, sent, subject);
  for (let at = subject + 1; at < label.first; at++) {
    const form = sent.tokens[at]!.form.toLowerCase();
    // "twelve states, Eswatini and Paraguay among them"
    if (form === 'among' && /^them$/i.test(sent.tokens[at + 1]?.form ?? ''))
      codes.push(...runBefore(doc, sent, at, subject + 1).map((one) => one.code));
    const them = form === 'among' && /^(them|these|those)$/i.test(sent.tokens[at + 1]?.form ?? '');
    if (them || /^(including|namely)$/.test(form))
      codes.push(...listFrom(doc, sent, them ? at + 1 : at, label.first).map((one) => one.code));
  }
  return codes;
}

/** "is a partner of Vietnam, together with India", "Like Peru, …": those of whom the same is said. */
export function alongside(doc: Mentioned, sent: Sentence, label: Label): string[] {
  const verb = head(sent, label.head);
  const has = !label.party && lemmaOf(sent, verb) === 'have' && hasRelation(sent, label.head, 'obj');
  if (!label.party && !has) return [];
  // Of the main clause alone: what stands in front of the sentence is not said of a clause inside it.
  if (ancestors(sent, label.head).length > 1) return [];
  const copular =
    hasChild(sent, label.head, 'cop') ||
    (verb >= 0 && hasChild(sent, verb, 'cop') && hasRelation(sent, label.head, 'conj', 'appos')) ||
    /^(become|remain|make|name|designate|join)$/.test(lemmaOf(sent, verb));
  if (!copular && !has) return [];
  // "joined Pakistan as partners"
  if (lemmaOf(sent, verb) === 'join')
    return objectsOf(sent, verb).flatMap(({ token }) => phraseCodes(doc, sent, token));
  for (let at = 0; at < sent.tokens.length; at++) {
    const form = sent.tokens[at]!.form.toLowerCase();
    const next = sent.tokens[at + 1]?.form.toLowerCase() ?? '';
    if (at > label.last && countsOthers(sent, label, at)) return [];
    const opens = at === 0 || sent.tokens[at - 1]!.form === ',';
    if (/^(together|along)$/.test(form) && next === 'with') return codesFrom(doc, sent, at + 1, label.until);
    // "…, and so are A and B"
    if (form === 'so' && /^(are|is|has|have)$/.test(next)) return codesFrom(doc, sent, at + 1, sent.tokens.length);
    // "…, as are A and B"
    if (opens && form === 'as' && /^(are|is|was|were|has|have|do|does|did)$/.test(next))
      return codesFrom(doc, sent, at + 1, label.until);
    if (opens && /^(alongside|like|besides)$/.test(form)) return codesFrom(doc, sent, at, label.until);
  }
  return [];
}

/** "has partnerships with 13 nations, together with France": those of the number, told by some machines so. */
const countsOthers = (sent: Sentence, label: Label, at: number): boolean =>
  /^(together|along)$/i.test(sent.tokens[at]!.form) &&
  sent.tokens
    .slice(label.last + 1, at)
    .some(
      (token, index, list) =>
        /^(countries|nations|states|partners|locations|members)$/i.test(token.form) &&
        list.slice(Math.max(0, index - 3), index).some((one) => one.upos === 'NUM'),
    );

const codesFrom = (doc: Mentioned, sent: Sentence, start: number, until: number): string[] => {
  const comma = sent.tokens.findIndex((token, at) => at > start && token.form === ',');
  // A phrase in front of the subject ends at its comma.
  const end = start === 0 && comma > 0 ? comma : until;
  return listFrom(doc, sent, start, end).map((one) => one.code);
};

/** "the Vietnam-U.S. relationship": two names joined by a hyphen anywhere in the sentence. */
export function hyphenPair(doc: Mentioned, sent: Sentence): readonly [string, string] | null {
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

const COUNTS =
  /^(count|consider|describe|name|number|include|regard|rank|list|call|designate|treat|see|view|join|embrace|comprise)$/;

/** "counts India and China among its partners", "considers seven states partners, together with Japan". */
export function countedCodes(doc: Mentioned, sent: Sentence, label: Label): Listed[] {
  // "ranks Brunei as a comprehensive partner, Malaysia as a strategic one": each with the name before its "as".
  if (label.from > 0) {
    const as = sent.tokens.findLastIndex((token, at) => at < label.first && /^as$/i.test(token.form));
    const own = mentionsIn(doc, sent.index).filter((mention) => as > label.opening && mention.head === as - 1);
    return own.flatMap((mention) =>
      codesOf(doc, mention).map((code) => ({ code, at: mention.head, span: mention.span })),
    );
  }
  const verb = ancestors(sent, label.head).find((up) => sent.tokens[up]!.upos === 'VERB');
  if (verb === undefined || !COUNTS.test(lemmaOf(sent, verb))) return [];
  const found: Listed[] = [];
  for (const { token } of objectsOf(sent, verb)) if (token !== label.head) found.push(...listed(doc, sent, token));
  for (const phrase of obliquesOf(sent, verb))
    if (
      /^(besides|alongside|along with|together with|with|like|including|apart from|aside from)$/.test(
        phrase.preposition ?? '',
      )
    )
      found.push(...listed(doc, sent, phrase.token));
  return found;
}

const SUCH_AS = /^(including|counting|namely|notably|like)$/;

/** "partners, among them A and B", "partnerships, including those with A and B", "such as A". */
export function enumerated(doc: Mentioned, sent: Sentence, label: Label): Listed[] {
  for (let at = label.last + 1; at < Math.min(label.until, label.last + 16); at++) {
    const form = sent.tokens[at]!.form.toLowerCase();
    const next = sent.tokens[at + 1]?.form.toLowerCase() ?? '';
    if (/^[.;]$/.test(form)) return [];
    if (next === 'with' && countsOthers(sent, label, at)) return listFrom(doc, sent, at + 1, label.until);
    if (SUCH_AS.test(form)) return listFrom(doc, sent, at, label.until);
    if ((form === 'among' && /^(them|which|these|those)$/.test(next)) || (form === 'such' && next === 'as'))
      return listFrom(doc, sent, at + 1, label.until);
  }
  return [];
}

/** "Jakarta, with which it is still a strategic partner": the one that the relative clause hangs on. */
export function relativeCodes(doc: Mentioned, sent: Sentence, label: Label): Listed[] {
  for (const up of [label.head, ...ancestors(sent, label.head)]) {
    if (!hasRelation(sent, up, 'acl:relcl')) continue;
    const whom = sent.tokens.findIndex(
      (token, at) =>
        at > 0 && at < label.first && /^(which|whom)$/i.test(token.form) && /^with$/i.test(sent.tokens[at - 1]!.form),
    );
    const one = head(sent, up);
    if (whom < 0 || whom < one) return [];
    const own = listed(doc, sent, one);
    // "Among the countries with which it has … are A and B": named behind the verb.
    const predicate = head(sent, one);
    return own.length > 0 || predicate < label.last || !/^among$/i.test(prepositionOf(sent, one) ?? '')
      ? own
      : listed(doc, sent, predicate);
  }
  return [];
}

/** "Hanoi's partners are A (2008) and B (2012)": those named behind the verb whose subject the phrase is. */
export function predicated(doc: Mentioned, sent: Sentence, label: Label): Listed[] {
  if (!label.party || !hasRelation(sent, label.head, 'nsubj')) return [];
  const predicate = head(sent, label.head);
  const includes = /^(include|embrace|comprise|number)$/.test(lemmaOf(sent, predicate));
  const start = includes ? predicate : children(sent, predicate, 'cop').find((word) => word > label.last);
  return start === undefined || predicate < label.last ? [] : listFrom(doc, sent, start, label.until);
}

/** "Washington's treaty allies Japan and South Korea": the names right behind the phrase. */
export function directly(doc: Mentioned, sent: Sentence, label: Label): Listed[] {
  const next = sent.tokens[label.last + 1];
  const named = mentionsIn(doc, sent.index).some(
    (mention) => mention.span[0] === next?.start && mention.form === 'name',
  );
  if (label.party && named) return listFrom(doc, sent, label.last, label.until);
  return [];
}

/** "A partnership has tied Vietnam to Germany": whom the level as a subject binds together. */
export function bindings(doc: Mentioned, sent: Sentence, label: Label): Listed[] {
  const verb = head(sent, label.head);
  if (!hasRelation(sent, label.head, 'nsubj') || verb < 0) return [];
  if (!/^(tie|link|bind|join|connect|unite|bring)$/.test(lemmaOf(sent, verb))) return [];
  const side = [
    ...objectsOf(sent, verb),
    ...obliquesOf(sent, verb).filter((one) => /^(to|with)$/.test(one.preposition ?? '')),
  ];
  return side.flatMap(({ token }) => listed(doc, sent, token));
}

/** "has one treaty ally, the United States, and two strategic partners, Japan and Fiji": the names right behind the number of them. */
export function numbered(doc: Mentioned, sent: Sentence, label: Label): Listed[] {
  const next = sent.tokens[label.last + 1];
  const counted =
    children(sent, label.head, 'nummod').length > 0 || /^(only|sole)$/i.test(sent.tokens[label.first - 1]?.form ?? '');
  const start = /^[,–—-]$/.test(next?.form ?? '') ? label.last + 2 : -1;
  if (!label.party || !counted || start < 0) return [];
  return runFrom(doc, sent, /^the$/i.test(sent.tokens[start]?.form ?? '') ? start + 1 : start);
}

/** Whoever acts on those that an apposition calls partners: "Oman told Seoul and Tokyo, both strategic partners, …". */
export function governing(doc: Mentioned, sent: Sentence, label: Label): string[] {
  if (!label.party) return [];
  const { head: apposed, rel } = governor(sent, label.head);
  if (!/^appos/.test(rel) || apposed < 0) return [];
  const { head: verb, rel: role } = governor(sent, apposed);
  if (verb < 0 || /^nsubj/.test(role) || sent.tokens[verb]!.upos !== 'VERB') return [];
  const together = children(sent, label.head, 'nmod').some(
    (kid) => !/^(since|in|from|for|until)$/.test(prepositionOf(sent, kid) ?? ''),
  );
  return together ? [] : unique(subjectsOf(sent, verb).flatMap(({ token }) => phraseCodes(doc, sent, token)));
}

/** "upgraded ties with Peru to …", "open full relations with Fiji": beside the label, hung on its verb. */
export function sideCodes(doc: Mentioned, sent: Sentence, label: Label): Listed[] {
  const found: Listed[] = [];
  let of = -1;
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
    // More than one "with" only where each hangs on the same word.
    if (found.length > 0 && up !== of) continue;
    of = up;
    const names = listed(doc, sent, noun);
    const verb = sent.tokens.findIndex((token, index) => index > noun && /^(VBD|VBZ|VBP|MD)$/.test(token.xpos));
    // Names right before the next verb are its subject, unless the ties with them are.
    const theirs = verb < 0 || isSubject(sent, up) ? [] : runBefore(doc, sent, verb, noun + 1);
    found.push(...names.filter((one) => !theirs.some((other) => other.span[0] === one.span[0])));
  }
  return found;
}
