/** Who, where, when, how much: the things named in a parsed article, and what they stand for. */

import type { Mentioned, Parsed, Span } from '../core/index.ts';
import type { Knowledge } from '../knowledge/index.ts';
import { findActors } from './actors/index.ts';
import { assemble, type Draft, draft, headOf, sentenceAt, tokensOf } from './draft.ts';
import { dollarOf } from './quantities/currencies.ts';
import { readQuantities } from './quantities/index.ts';
import { commonTenure } from './tenure.ts';
import { readTimes } from './times/index.ts';

export { mentionAt, mentionsIn } from './lookup.ts';
export { actorOf, actorsOf, dateOf, isActor, placeOf, speakerOf } from './project.ts';

/**
 * Finds actors, places, times and quantities.
 * @param parsed sentences, tokens and trees of one article; any content is accepted, nothing is thrown.
 * @param knowledge the reviewed tables.
 * @returns the same article with mentions in text order (outer before inner) and the date relative times count from.
 */
export function findMentions(parsed: Parsed, knowledge: Knowledge): Mentioned {
  const { article, sentences } = parsed;
  const outlet = article.publisher === null ? null : knowledge.outlet(article.publisher);
  // The automaton walks the text once; all that asks for known names shares what it found
  const matches = sentences.map((sentence) => knowledge.matcher.find(sentence.tokens.map((token) => token.form)));
  const blocks = article.blocks.map((block) => block.span);
  const { reference, times } = readTimes({
    text: article.text,
    blocks,
    sentences,
    published: article.published,
    publishedBasis: article.publishedBasis,
    dateline: article.dateline?.span ?? null,
    // A page's date narrows better than offices do
    offices: article.published === null ? commonTenure(parsed, matches, knowledge) : null,
  });
  const quantities = readQuantities({
    text: article.text,
    blocks,
    sentences,
    taken: times.map((time) => time.span),
    dollar: dollarOf(outlet?.country ?? null),
  });
  const drafts: Draft[] = [];
  for (const { span, reading, rule } of times) {
    const item = draftAt(parsed, span, 'time', rule);
    if (item !== null) drafts.push(Object.assign(item, { time: reading, value: reading.value }));
  }
  for (const { span, reading, rule } of quantities) {
    const item = draftAt(parsed, span, 'quantity', rule);
    if (item !== null) drafts.push(Object.assign(item, { quantity: reading, value: reading.value }));
  }
  // "US$50 million": the letters in front of a sign name money, no state.
  const signs = quantities.flatMap(({ span, reading }): Span[] => {
    const lead = reading.currency === null ? 0 : article.text.slice(...span).search(/[^\p{L}.]/u);
    return lead > 0 ? [[span[0], span[0] + lead]] : [];
  });
  const taken = [...times.map((time) => time.span), ...signs].sort((a, b) => a[0] - b[0]);
  drafts.push(
    ...findActors(parsed, knowledge, {
      matches,
      date: reference?.date ?? null,
      outlet: outlet?.country ?? null,
      taken,
    }),
  );
  return { ...parsed, reference, mentions: assemble(drafts) };
}

function draftAt(parsed: Parsed, span: Span, kind: 'time' | 'quantity', rule: string): Draft | null {
  const sentence = sentenceAt(parsed, span[0]);
  if (sentence === null) return null;
  const [start, end] = tokensOf(sentence, span);
  return draft(sentence, span, headOf(sentence, start, end), kind, rule);
}
