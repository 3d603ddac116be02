/** Numbers that leave their unit unsaid: "900,000 went to Guatemala" after doses, "the number of fighters at 1,100". */

import type { Mentioned, QuantityReading, Sentence, Span } from '../../core/index.ts';
import { children, hasRelation, lemmaOf } from '../../language/tree.ts';
import { mentionsIn } from '../../mentions/index.ts';

export interface BareNumber {
  readonly token: number;
  readonly span: Span;
  readonly reading: QuantityReading;
}

/** Bare numbers of a sentence with the unit that the words around them give; those without one are left out. */
export function bareNumbers(doc: Mentioned, sent: Sentence): BareNumber[] {
  const found: BareNumber[] = [];
  const mentions = mentionsIn(doc, sent.index);
  sent.tokens.forEach((token, at) => {
    if (!/^\d{1,3}(?:,\d{3})+$|^\d{2,7}$/.test(token.form) || token.upos !== 'NUM') return;
    if (
      !hasRelation(sent, at, 'nsubj', 'nsubj:pass', 'obj', 'obl', 'conj', 'root') ||
      /^(?:1[89]|20)\d\d$/.test(token.form)
    )
      return;
    if (mentions.some((mention) => mention.span[0] < token.end && token.start < mention.span[1])) return;
    const next = sent.tokens[at + 1];
    if (next !== undefined && (/^(NOUN|PROPN|SYM)$/.test(next.upos) || /^[-–/:%]$/.test(next.form))) return;
    const before = sent.tokens[at - 1]?.form ?? '';
    if (/^[-–/:#$€£]$/.test(before) || /^(page|article|number|no\.?|chapter|room|aged?|flight)$/i.test(before)) return;
    const unit = countedNoun(sent, at) ?? unitBefore(doc, sent, token.start);
    if (unit === null) return;
    found.push({
      token: at,
      span: [token.start, token.end],
      reading: {
        value: Number(token.form.replaceAll(',', '')),
        bound: boundOf(sent, at),
        unit,
        currency: null,
        currencyBasis: null,
        item: null,
        partOf: null,
      },
    });
  });
  return found;
}

/** "the number of fighters … at around 1,100". */
function countedNoun(sent: Sentence, at: number): string | null {
  for (let word = 0; word < at; word++) {
    if (!/^(number|total|tally|count|strength)$/.test(lemmaOf(sent, word))) continue;
    for (const kid of children(sent, word, 'nmod'))
      if (children(sent, kid, 'case').some((prep) => sent.tokens[prep]!.form.toLowerCase() === 'of'))
        return lemmaOf(sent, kid);
  }
  return null;
}

/** The unit of the count before it in the sentence. */
function unitBefore(doc: Mentioned, sent: Sentence, start: number): string | null {
  let unit: string | null = null;
  for (const mention of mentionsIn(doc, sent.index))
    if (
      mention.quantity !== null &&
      mention.span[1] <= start &&
      mention.quantity.currency === null &&
      mention.quantity.unit !== 'percent'
    )
      unit = mention.quantity.unit ?? unit;
  return unit;
}

function boundOf(sent: Sentence, at: number): QuantityReading['bound'] {
  const lead = sent.tokens
    .slice(Math.max(0, at - 3), at)
    .map((token) => token.form.toLowerCase())
    .join(' ');
  if (/(?:more than|over|above|upwards of)$/.test(lead)) return 'more-than';
  if (/(?:at least|no fewer than|not less than)$/.test(lead)) return 'at-least';
  if (/(?:up to|at most|as many as|no more than)$/.test(lead)) return 'at-most';
  if (/(?:fewer than|less than|under|nearly|almost)$/.test(lead)) return 'less-than';
  return /(?:about|around|some|roughly|approximately)$/.test(lead) ? 'about' : 'exactly';
}
