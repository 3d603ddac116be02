/** Parties listed one after the other behind a level, each with the year that stands beside it. */

import type { Mention, Mentioned, Sentence, Span } from '../../core/index.ts';
import { ancestors, hasRelation } from '../../language/tree.ts';
import { mentionsIn } from '../../mentions/index.ts';
import { codesOf } from './code.ts';
import type { Label } from './label.ts';
import { runBefore } from './run.ts';

export interface Listed {
  readonly code: string;
  /** Token of the name. */
  readonly at: number;
  /** Where the name stands in the text. */
  readonly span: Span;
}

/** Prepositions and conjunctions that lead out of a list unless a date and more of the list follow. */
const LEAVES =
  /^(after|since|before|when|while|which|who|whom|whose|where|during|in|on|from|amid|despite|until|because|together|along|alongside|besides)$/;
const INCLUDES = /^(including|counting|among|like|namely|notably)$/;

/** Names behind an opener ("with", "between", "of", a colon) that stands within `reach` tokens; none when there is no opener. */
export function listBehind(doc: Mentioned, sent: Sentence, label: Label, opener: RegExp, reach: number): Listed[] {
  let start = -1;
  for (let at = label.last + 1; at < Math.min(label.until, label.last + 1 + reach); at++) {
    const form = sent.tokens[at]!.form.toLowerCase();
    if (opener.test(form)) {
      start = at;
      break;
    }
    if (/^[.;]$/.test(form) || /^(VBD|VBZ|VBP|MD)$/.test(sent.tokens[at]!.xpos)) return [];
  }
  if (start < 0) return [];
  const found = withoutNext(sent, label, listFrom(doc, sent, start, label.until));
  // "with it, China and India are partners": the names right before the next verb are its own.
  const end = Math.min(label.until, endOf(doc, sent, start));
  const next = sent.tokens[end];
  if (next === undefined || !/^(VBD|VBZ|VBP|MD)$/.test(next.xpos)) return found;
  if (isSubject(sent, label.head) || opener.test('between')) return found;
  const theirs = runBefore(doc, sent, end, start + 1);
  return found.filter((one) => !theirs.some((other) => other.span[0] === one.span[0]));
}

/** "a strategic partner of Hanoi and Chile a comprehensive one": the last name is what the next level is said of. */
function withoutNext(sent: Sentence, label: Label, list: readonly Listed[]): Listed[] {
  const last = list.at(-1);
  if (last === undefined || list.length < 2 || label.until >= sent.tokens.length) return [...list];
  if (/^and$/i.test(sent.tokens[label.until]!.form)) return [...list];
  let end = label.until;
  while (end > 0 && /^(DET|ADV)$/.test(sent.tokens[end - 1]!.upos)) end -= 1;
  const joined = /^(and|,|;)$/i.test(sent.tokens.findLast((token) => token.end <= last.span[0])?.form ?? '');
  return joined && end > last.at && sent.tokens[end - 1]!.end === last.span[1] ? list.slice(0, -1) : [...list];
}

/** Whether the phrase of a word is the subject of its clause. */
export function isSubject(sent: Sentence, word: number): boolean {
  for (const up of [word, ...ancestors(sent, word)]) {
    if (hasRelation(sent, up, 'nsubj', 'nsubj:pass')) return true;
    if (/^(VERB|AUX)$/.test(sent.tokens[up]!.upos)) return false;
  }
  return false;
}

/** The names of the list that begins right behind the token `start` and ends before `until`. */
export function listFrom(doc: Mentioned, sent: Sentence, start: number, until: number): Listed[] {
  const end = Math.min(until, endOf(doc, sent, start));
  const found: Listed[] = [];
  for (const mention of mentionsIn(doc, sent.index)) {
    if (mention.head <= start || mention.head >= end) continue;
    // "some U.S. allies", "Japan's premier": not the party but what modifies it.
    if (hasRelation(sent, mention.head, 'compound', 'amod') && !insideMention(doc, sent, mention)) continue;
    if (mention.form === 'adjective' && !insideMention(doc, sent, mention)) continue;
    if (isExcepted(sent, mention.head)) continue;
    for (const code of codesOf(doc, mention))
      if (!found.some((one) => one.code === code)) found.push({ code, at: mention.head, span: mention.span });
  }
  return found;
}

/** "but not yet Canada", "except Peru". */
export const isExcepted = (sent: Sentence, at: number): boolean =>
  sent.tokens
    .slice(Math.max(0, at - 3), at)
    .some((token) => /^(not|except|excluding|unlike|without|nor|neither)$/i.test(token.form));

/** "India's partner since 2009 and Tajikistan since 2012": names behind the level that only a date goes with. */
export function gapped(doc: Mentioned, sent: Sentence, label: Label): Listed[] {
  const found: Listed[] = [];
  for (const mention of mentionsIn(doc, sent.index)) {
    if (mention.head <= label.last || mention.head >= label.until) continue;
    const first = sent.tokens.findIndex((token) => token.start >= mention.span[0]);
    const next = sent.tokens.findIndex((token) => token.start >= mention.span[1]);
    if (
      !/^(and|,)$/i.test(sent.tokens[first - 1]?.form ?? '') ||
      !/^(since|in)$/i.test(sent.tokens[next]?.form ?? '') ||
      afterDate(doc, sent, next) < 0
    )
      continue;
    for (const code of codesOf(doc, mention)) found.push({ code, at: mention.head, span: mention.span });
  }
  return found;
}

function endOf(doc: Mentioned, sent: Sentence, start: number): number {
  for (let at = start + 1; at < sent.tokens.length; at++) {
    const token = sent.tokens[at]!;
    const form = token.form.toLowerCase();
    if (/^[;:–—]$/.test(form)) return at;
    if (form === '(' && !/^\d{4}$/.test(sent.tokens[at + 1]?.form ?? '')) return at;
    if (form === ')' && !/^\d{4}$/.test(sent.tokens[at - 1]!.form)) return at;
    if (/^(VBD|VBZ|VBP|MD)$/.test(token.xpos) && token.upos !== 'NOUN') return at;
    if (
      /^(VBN|VBG|VB)$/.test(token.xpos) &&
      hasRelation(sent, at, 'root', 'conj', 'acl', 'advcl', 'ccomp', 'parataxis')
    )
      if (!INCLUDES.test(form)) return at;
    // "with Mongolia, the Paraguayan ministry said": the next subject is no part of the list.
    if (at > start + 1 && hasRelation(sent, at, 'nsubj', 'nsubj:pass')) return subjectStart(sent, at, start);
    if (at > start + 1 && LEAVES.test(form)) {
      const next = afterDate(doc, sent, at);
      if (next < 0 || !/^(,|and|&|\))$/.test(sent.tokens[next]?.form.toLowerCase() ?? '')) return at;
      at = next - 1;
    }
  }
  return sent.tokens.length;
}

/** Where the phrase of a subject begins, so that its modifiers are left out of the list too. */
function subjectStart(sent: Sentence, subject: number, start: number): number {
  let first = subject;
  sent.tokens.forEach((token, at) => {
    if (at > start && at < first && token.head === subject) first = at;
  });
  return first;
}

/** The token behind the date that follows the word at `at`, or -1 when no date does. */
function afterDate(doc: Mentioned, sent: Sentence, at: number): number {
  const word = sent.tokens[at]!;
  const date = mentionsIn(doc, sent.index).find(
    (mention) => mention.kind === 'time' && mention.span[0] >= word.end && mention.span[0] - word.end <= 5,
  );
  return date === undefined ? -1 : sent.tokens.findIndex((token) => token.start >= date.span[1]);
}

/**
 * The years that stand beside single names: "with China since 2008 and with Russia since 2012". A name without one of
 * its own takes the next. Empty unless two names at least have each their own.
 */
export function ownDates(doc: Mentioned, sent: Sentence, list: readonly Listed[]): Map<string, string | null> {
  const dates = new Map<string, string | null>();
  const times = mentionsIn(doc, sent.index).filter(
    (mention) =>
      mention.kind === 'time' &&
      mention.time?.dates === true &&
      mention.time.value !== null &&
      !mention.time.value.includes('/') &&
      /\d{4}/.test(doc.article.text.slice(...mention.span)),
  );
  const own = list.map((party, index) => {
    const from = party.span[1];
    const to = list[index + 1]?.span[0] ?? sent.span[1];
    const time = times.find((one) => one.span[0] >= from && one.span[1] <= to);
    const behind = doc.article.text.slice(from, time?.span[0] ?? to);
    if (
      !/^\s?\(?(?:,? ?(?:both|all) )?(?:as (?:early|far back|long ago|recently|late) as )?(?:since |in |from |as of |\()/.test(
        `${behind}(`,
      )
    )
      return undefined;
    // A date that stands there but could not be read belongs to this name all the same.
    return time === undefined ? (/^\s?\(?since /.test(behind) ? null : undefined) : time.time!.value;
  });
  if (own.filter((date) => date !== undefined).length < 2) return dates;
  let last: string | null | undefined;
  for (let index = list.length - 1; index >= 0; index--) {
    last = own[index] === undefined ? last : own[index];
    if (last !== undefined) dates.set(list[index]!.code, last);
  }
  return dates;
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
