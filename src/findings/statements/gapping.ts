/** Verbs left out: "Oslo pledged 100 million, Bern 40 million, and Doha 50 million" is three promises. */

import { isActor, mentionsIn } from '../../mentions/index.ts';
import type { Draft } from './draft.ts';
import type { View } from './view.ts';

const AMOUNT = /^(?:[$€£¥]|up|about|around|some|nearly|almost|another|roughly|over|[A-Z]{0,3}[$€£¥]|\d)/i;

/** The drafts, with those of later givers split off from the one that has the verb. */
export function withGaps(view: View, drafts: readonly Draft[]): Draft[] {
  return drafts.flatMap((draft) => (/^(PLEDGE|PROPOSE|DEMAND|URGE)$/.test(draft.act) ? split(view, draft) : [draft]));
}

function split(view: View, draft: Draft): Draft[] {
  const cue = Math.max(...draft.cue);
  const last = Math.max(...draft.words);
  const cuts: { at: number; head: number; from: number }[] = [];
  for (const mention of mentionsIn(view.doc, view.sent.index)) {
    if (!isActor(mention) || mention.form !== 'name') continue;
    const first = view.tokens.findIndex((token) => token.start === mention.span[0]);
    const next = view.tokens.findIndex((token) => token.start >= mention.span[1]);
    if (first <= cue + 1 || next < 0 || next > last || !draft.words.has(next)) continue;
    let edge = first - 1;
    if (/^the$/.test(view.low[edge]!)) edge--;
    const joined = view.low[edge] === 'and' && view.low[edge - 1] === ',';
    if (view.low[edge] !== ',' && !(joined || (view.low[edge] === 'and' && cuts.length > 0))) continue;
    if (!AMOUNT.test(view.low[next]!) || view.quoted[first]) continue;
    cuts.push({ at: joined ? edge - 1 : edge, head: mention.head, from: next });
  }
  if (cuts.length === 0 || ![...draft.words].some((word) => word < cuts[0]!.at && AMOUNT.test(view.low[word]!)))
    return [draft];
  const own = { ...draft, words: new Set([...draft.words].filter((word) => word < cuts[0]!.at)) };
  const others = cuts.map(({ head, from }, index) => {
    const end = cuts[index + 1]?.at ?? last + 1;
    const words = new Set([...draft.words].filter((word) => word >= from && word < end));
    return {
      ...draft,
      source: head,
      words,
      confidence: Math.max(0.2, draft.confidence - 0.1),
      rule: `${draft.rule}-gapped`,
    };
  });
  return [own, ...others.filter(({ words }) => words.size > 0)];
}
