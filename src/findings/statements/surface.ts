/**
 * Attributions told by word order: "…, its negotiator conceded." at the end of a sentence, "The offer, a negotiator
 * said, was dead" in its middle. Parsers often miss both, so these patterns are read in front of the tree.
 */

import type { Knowledge } from '../../knowledge/index.ts';
import { child, children, objectsOf } from '../../language/tree.ts';
import { mentionAt } from '../../mentions/index.ts';
import { passiveAt } from './assertion.ts';
import { type Beside, inRelative, leadIn, sourceBeside } from './beside.ts';
import type { Spotted } from './spot.ts';
import { isTensed, isVerb, lastWord, type View } from './view.ts';

export interface Surface {
  readonly source: number;
  readonly words: ReadonlySet<number>;
  readonly how: 'postposed' | 'intercalated';
}

const SUBORDINATE =
  /^(after|before|when|while|if|unless|because|as|since|although|though|once|until|whereas|during|following|amid|despite|by|in|on|at|from|with|without|under|for|to|citing|asked|speaking|addressing)$/;

/** The pattern around this cue, or null when word order tells nothing. */
export function surfaceOf(view: View, knowledge: Knowledge, spotted: Spotted): Surface | null {
  const { cue } = spotted;
  if (!(cue.takes.has('clause') || cue.takes.has('quote')) || spotted.noun >= 0) return null;
  const verb = spotted.head;
  const bare = /^(VB|VBG)$/.test(view.tokens[verb]!.xpos) && view.low[verb] !== 'read';
  if (view.quoted[verb] || (bare && leadIn(view, verb) === verb)) return null;
  const last = Math.max(...spotted.tokens);
  const source = sourceBeside(view, knowledge, verb, last);
  // "The emir, it is said, has tired of the talks": nobody is named.
  if (source !== null && view.low[source.head] === 'it' && passiveAt(view, verb)) return null;
  // "The statement, signed by 14 ministers, urges both armies to …": whom one urges stands behind the verb.
  if (source !== null && source.first === verb && cue.takes.has('whom') && !view.quoted[verb - 1]) return null;
  if (source === null) return null;
  const before = source.first - 1;
  if (before < 1) return null;
  // "…called it a trick; he apologised": two clauses side by side.
  if (view.low[before] === ';') return null;
  const quoteClosed = view.quoted[before] === true || view.quoted[before - 1] === true;
  if (!/^[,—–-]+$/.test(view.low[before]!) && !quoteClosed) return null;
  return (
    splitQuote(view, source, before) ??
    (OPEN_VERB.test(view.low[before - 1] ?? '') && !quoteClosed ? cutClause(view, source, before) : null) ??
    postposed(view, spotted, source, before, quoteClosed) ??
    intercalated(view, verb, source, before)
  );
}

/** "“We are ready,” he said, “but not at any price.”": quotes on both sides of the attribution and nothing else. */
function splitQuote(view: View, source: Beside, before: number): Surface | null {
  if (!view.quoted[before] && !view.quoted[before - 1]) return null;
  let open = source.last + 1;
  while (open < view.tokens.length && open - source.last < 16 && !view.quoted[open]) {
    if (isTensed(view, open) || view.tokens[open]!.xpos === 'VBG' || /^(and|but|that|;)$/.test(view.low[open]!))
      return null;
    open++;
  }
  if (open >= view.tokens.length || !view.quoted[open] || !/^[,:—–-]+$/.test(view.low[open - 1] ?? '')) return null;
  const words = new Set<number>();
  for (let at = 0; at < view.tokens.length; at++) {
    if (at >= source.first && at < open) continue;
    if (view.quoted[at]) words.add(at);
    else if (!view.mark[at]) return null;
  }
  return { source: source.head, words, how: 'intercalated' };
}

/** Verbs that cannot end a clause. */
const OPEN_VERB = /^(is|are|was|were|has|have|had|will|would|could|should|may|might|must|be|been)$/;

/** "It was, the ambassador conceded, a bad day": the attribution stands behind a verb that waits for its rest. */
function cutClause(view: View, source: Beside, before: number): Surface | null {
  const end = lastWord(view);
  const close = source.last + 1;
  if (view.low[close] !== ',' || close >= end) return null;
  const words = new Set<number>();
  for (let at = 0; at <= end; at++) if (at < before || at > close) words.add(at);
  return { source: source.head, words, how: 'intercalated' };
}

function postposed(view: View, spotted: Spotted, source: Beside, before: number, quoteClosed: boolean): Surface | null {
  const end = lastWord(view);
  const verb = spotted.head;
  const headline = view.tokens[verb]!.xpos === 'VBZ' && !/[.!?]/.test(view.low[view.tokens.length - 1]!);
  const rest = goesOn(view, closing(view, source.last + 1), end);
  let away = end + 1;
  for (let at = source.last + 1; at <= end; at++) {
    const meanwhile =
      /^(as|after|while|when|before|hours)$/.test(view.low[at]!) && /^(he|she|they|it)$/.test(view.low[at + 1] ?? '');
    if ((view.low[at - 1] === ',' && (leadsAway(view, at) || rest.length > 0)) || (meanwhile && !view.quoted[at])) {
      away = at;
      break;
    }
    if (
      view.quoted[at] ||
      (isTensed(view, at) && !inRelative(view, at)) ||
      view.low[at] === 'that' ||
      view.low[at] === ';'
    )
      return null;
  }
  if (children(view.sent, verb, 'ccomp').some((kid) => kid > verb && kid < away && isVerb(view, kid))) return null;
  const told = spotted.cue.takes.has('whom');
  for (const { token } of objectsOf(view.sent, verb)) {
    if (token <= verb || token === source.head || told) continue;
    if (mentionAt(view.doc, view.sent.index, token)?.kind !== 'time') return null;
  }
  if (!told && children(view.sent, verb, 'xcomp').some((kid) => kid > verb)) return null;
  const words = new Set<number>();
  let tensed = false;
  let commas = 0;
  let start = 0;
  for (let at = 0; at < before; at++) {
    if (view.quoted[at]) continue;
    // "She did not hide it: “We expected more,” she said": only the quote is hers.
    if (view.low[at] === ';' || (view.low[at] === ':' && at > 2 && quoteClosed && view.quoted[at + 1])) start = at + 1;
  }
  for (let at = start; at < before; at++) {
    words.add(at);
    const plans = /^(plans|wants|hopes|aims|intends|needs)$/.test(view.low[at]!) && view.low[at + 1] === 'to';
    if (isTensed(view, at) || plans || view.tokens[at]!.xpos === 'VBN' || (view.quoted[at] && !view.mark[at]))
      tensed = true;
    if (view.low[at] === ',' && !view.quoted[at]) commas++;
  }
  if (!(tensed || (headline && words.size > 2)) || words.size < 2) return null;
  // "…," chairman, chief and founder Brel said: words between the quote and the last comma are titles.
  let quoteEnd = before - 1;
  while (quoteEnd >= start && !view.quoted[quoteEnd]) quoteEnd--;
  if (quoteEnd >= start && quoteEnd < before - 1) {
    let verbs = false;
    for (let at = quoteEnd + 1; at < before; at++) if (isTensed(view, at)) verbs = true;
    // "Chad is “ready” for talks, the premier says": no comma closes that quote.
    const closed = [quoteEnd - 1, quoteEnd, quoteEnd + 1].some((at) => /^[,?!.—–-]$/.test(view.low[at] ?? ''));
    if (!verbs && closed) for (let at = quoteEnd + 1; at < before; at++) words.delete(at);
  }
  let first = start;
  while (first < before && (view.mark[first] || (view.tokens[first]!.upos === 'CCONJ' && first === start)))
    words.delete(first++);
  if (
    !quoteClosed &&
    commas === 0 &&
    (SUBORDINATE.test(view.low[first] ?? '') || /^(VBG|VBN)$/.test(view.tokens[first]?.xpos ?? ''))
  )
    return null;
  for (const word of rest) words.add(word);
  return { source: source.head, words, how: 'postposed' };
}

/**
 * "They were Swiss, he said, | and had been taken home", "He came back, she said, | with “a handshake”": what was said goes on
 * behind the attribution. Empty when it does not, or when the speaker does something else.
 */
function goesOn(view: View, comma: number, end: number): number[] {
  if (view.low[comma] !== ',' || comma + 2 > end) return [];
  const first = view.low[comma + 1]!;
  let on = false;
  if (/^(and|but|or|nor)$/.test(first)) {
    const pronoun = /^(he|she|it|they|there|we|this)$/.test(view.low[comma + 2]!);
    let verb = pronoun ? comma + 3 : comma + 2;
    if (/^(never|always|still|also|not)$/.test(view.low[verb] ?? '')) verb++;
    const told = [verb, verb + 1, verb + 2].some((at) => SPEECH.test(view.low[at] ?? ''));
    on = !told && (view.tokens[verb]?.upos === 'AUX' || (pronoun && isTensed(view, verb)));
  } else if (/^(with|without|as|in|for|to)$/.test(first)) {
    on = view.quoted[comma + 2] === true || view.quoted[comma + 3] === true;
  } else on = view.quoted[comma + 2] === true && /^["“«]$/.test(first);
  if (!on) return [];
  const rest: number[] = [];
  for (let at = comma + 1; at <= end; at++) {
    if (
      at > comma + 1 &&
      view.low[at - 1] === ',' &&
      !view.quoted[at] &&
      (leadsAway(view, at) || view.low[at] === 'according')
    )
      break;
    rest.push(at);
  }
  return rest;
}

/** The comma that closes an attribution, past whom the words were for: "he told Radio Oslo,". */
function closing(view: View, from: number): number {
  for (let at = from; at < Math.min(view.tokens.length, from + 7); at++) {
    if (view.low[at] === ',') return at;
    if (isTensed(view, at) || view.quoted[at]) break;
  }
  return from;
}

const SPEECH =
  /^(said|says|told|tells|added|adds|warned|warns|urged|urges|called|calls|asked|asks|accused|accuses|vowed|promised|pledged|announced|denied|noted|stressed|insisted|declined|refused|confirmed|thanked|praised|condemned|welcomed|rejected|demanded|proposed|offered|appealed|wrote|explained|argued)$/;

/** Behind a comma: another cue's words, the circumstances of the saying, more about the speaker. */
const leadsAway = (view: View, at: number): boolean =>
  /^(and|but|as|after|while|when|before|because|since|although|though|amid|hours|days|weeks|months|who|whose|which|whom)$/.test(
    view.low[at]!,
  ) ||
  view.tokens[at]!.xpos === 'VBG' ||
  (view.tokens[at]!.upos === 'ADV' && view.tokens[at + 1]?.xpos === 'VBG') ||
  /^(a|one|two|three|four|five|just|only) (day|week|month|year|hour|days|weeks|hours|months|years) (after|before)$/.test(
    view.low.slice(at, at + 3).join(' '),
  );

const CONDITION = /^(if|unless|once|until|although|though|because|since|while|whereas|even|whatever|whoever|whether)$/;

function intercalated(view: View, verb: number, source: Beside, before: number): Surface | null {
  const end = lastWord(view);
  let close = source.last + 1;
  while (close <= end && close - source.last < 9 && !/^[,—–-]+$/.test(view.low[close]!) && !view.quoted[close]) {
    if (isTensed(view, close) || view.low[close] === 'that') return null;
    close++;
  }
  if (close > end || close - source.last >= 9) return null;
  const next = view.mark[close] ? close + 1 : close;
  if (
    next > end ||
    /^(adding|saying|noting|stressing|citing|and|but|which|who|while|as)$/.test(view.low[next]!) ||
    /^(VBG|VBN)$/.test(view.tokens[next]!.xpos)
  )
    return null;
  if (objectsOf(view.sent, verb).some(({ token }) => token > verb && token !== source.head)) return null;
  let tensed = false;
  const words = new Set<number>();
  // "Unless the money is paid, he warned, his members would block the pier."
  const opens = view.low.find((_, at) => !view.mark[at]) ?? '';
  // "What Oslo wants, its envoy said, is a vote."
  const asked =
    /^(what|how|why|where|who|which)$/.test(opens) && /^(AUX|VERB)$/.test(view.tokens[close + 1]?.upos ?? '');
  const clause = (CONDITION.test(opens) || asked) && view.low[close] === ',';
  // "Caracas has another story: the boat, it says, was empty."
  const start = view.low.findLastIndex((low, at) => low === ':' && at < before - 1 && !view.quoted[at]) + 1;
  for (let at = start; at < before; at++) {
    // "The men who fired, she said, were drunk."
    if (isTensed(view, at) && !clause && !inRelative(view, at)) return null;
    words.add(at);
  }
  for (let at = close; at <= end; at++) {
    words.add(at);
    if (isTensed(view, at) || (view.quoted[at] && isVerb(view, at))) tensed = true;
  }
  // Where and when stand in front of a plain statement too; a noun phrase waits for its verb.
  const opener = view.tokens[[...words].find((word) => !view.mark[word]) ?? 0]!;
  if (!tensed || (!clause && /^(ADP|SCONJ|ADV|CCONJ)$/.test(opener.upos)) || child(view.sent, source.head, 'cop') >= 0)
    return null;
  return { source: source.head, words, how: 'intercalated' };
}
