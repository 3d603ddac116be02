/** Names that follow one another in the text, wherever the parse hangs them: "A, B and C". */

import type { Mention, Mentioned, Sentence } from '../../core/index.ts';
import { hasRelation, lemmaOf, subjectsOf } from '../../language/tree.ts';
import { mentionsIn } from '../../mentions/index.ts';
import { codesOf } from './code.ts';
import type { Label } from './label.ts';
import type { Listed } from './list.ts';

const JOINS = /^(,|and|&|or)$/i;
const ARTICLE = /^(the|both|all)$/i;

/** The names that end right before the token `end`, none before `from`. */
export function runBefore(doc: Mentioned, sent: Sentence, end: number, from: number): Listed[] {
  const found: Listed[] = [];
  let at = end - 1;
  while (at >= from) {
    const here = sent.tokens[at]!.end;
    const mention = widest(doc, sent, (one) => one.span[1] === here);
    if (mention === null) break;
    found.unshift(...asListed(doc, mention));
    at = firstOf(sent, mention) - 1;
    while (at >= from && ARTICLE.test(sent.tokens[at]!.form)) at -= 1;
    const joined = at;
    while (at >= from && JOINS.test(sent.tokens[at]!.form)) at -= 1;
    if (at === joined) break;
  }
  return found;
}

/** The names that begin with the one at the token `start`; a name that begins another clause ends them. */
export function runFrom(doc: Mentioned, sent: Sentence, start: number): Listed[] {
  const found: Listed[] = [];
  let at = start;
  while (at < sent.tokens.length) {
    const here = sent.tokens[at]!.start;
    const mention = widest(doc, sent, (one) => one.span[0] === here);
    if (mention === null) break;
    if (found.length > 0 && hasRelation(sent, mention.head, 'nsubj', 'nmod:poss', 'compound', 'amod')) break;
    found.push(...asListed(doc, mention));
    at = sent.tokens.findIndex((token) => token.start >= mention.span[1]);
    if (at < 0) break;
    const joined = at;
    while (at < sent.tokens.length && JOINS.test(sent.tokens[at]!.form)) at += 1;
    if (at === joined) break;
    while (at < sent.tokens.length && ARTICLE.test(sent.tokens[at]!.form)) at += 1;
  }
  return found;
}

const asListed = (doc: Mentioned, mention: Mention): Listed[] =>
  codesOf(doc, mention).map((code) => ({ code, at: mention.head, span: mention.span }));

const firstOf = (sent: Sentence, mention: Mention): number =>
  sent.tokens.findIndex((token) => token.end > mention.span[0]);

/** The widest name of a party that fits; null for none. */
function widest(doc: Mentioned, sent: Sentence, fits: (mention: Mention) => boolean): Mention | null {
  let best: Mention | null = null;
  for (const mention of mentionsIn(doc, sent.index)) {
    if (mention.form === 'pronoun' || !fits(mention) || codesOf(doc, mention).length === 0) continue;
    if (best === null || mention.span[1] - mention.span[0] > best.span[1] - best.span[0]) best = mention;
  }
  return best;
}

const CALLS =
  /^(call|name|make|declare|appoint|proclaim|designate|consider|count|rank|regard|treat|list|deem|label|brand|describe|portray|characteri[sz]e|see|view|term|place|put|number)$/;

/**
 * "made A, B and C strategic partners", "counts A and B as treaty allies, and C as …": the names right in front of the
 * phrase, and the verb above them that calls them so; null when the words do not stand like that.
 */
export function called(
  doc: Mentioned,
  sent: Sentence,
  label: Label,
): { readonly verb: number; readonly names: readonly Listed[]; readonly subjects: readonly number[] } | null {
  if (!label.party) return null;
  let start = label.first;
  while (start > 0 && /^(DET|ADV)$/.test(sent.tokens[start - 1]!.upos)) start -= 1;
  const form = (at: number): string => sent.tokens[at]?.form.toLowerCase() ?? '';
  const as = form(start - 1) === 'as';
  if (as) start -= 1;
  else if (/^(its|their)$/.test(form(start - 1)) && form(start - 2) === 'among') start -= 2;
  const names = runBefore(doc, sent, start, label.after);
  const [first] = names;
  if (first === undefined) return null;
  const before = sent.tokens.findIndex((token) => token.end > first.span[0]);
  for (let at = before - 1; at >= 0; at--) {
    const token = sent.tokens[at]!;
    if (token.form === ';') return null;
    const verb = /^(VERB|AUX)$/.test(token.upos);
    const calls = CALLS.test(lemmaOf(sent, at)) || (as && lemmaOf(sent, at) === 'have');
    if (verb && calls && token.xpos !== 'NN')
      return { verb: at, names, subjects: subjectsOf(sent, at).map((one) => one.token) };
    // Only names, and for later phrases of a row the phrases before, may stand between.
    if (verb || (label.from === 0 && /^(NOUN|PRON)$/.test(token.upos))) return null;
  }
  return null;
}
