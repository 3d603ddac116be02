/** Verbs left out: "Oslo pledged 100 million, Bern 40 million" is two promises, "one said it was dead, another that it slept" two sayings. */

import type { Knowledge } from '../../knowledge/index.ts';
import { head as headOf } from '../../language/tree.ts';
import { isActor, mentionsIn } from '../../mentions/index.ts';
import type { Draft } from './draft.ts';
import { speakerKind } from './speaker.ts';
import { lastWord, type View } from './view.ts';

const AMOUNT = /^(?:[$€£¥]|up|about|around|some|nearly|almost|another|roughly|over|[A-Z]{0,3}[$€£¥]|\d)/i;

/** The drafts, with those of later givers split off from the one that has the verb. */
export function withGaps(view: View, knowledge: Knowledge, drafts: readonly Draft[]): Draft[] {
  return drafts.flatMap((draft) =>
    /^(PLEDGE|PROPOSE|DEMAND|URGE)$/.test(draft.act) ? split(view, draft) : andAnotherThat(view, knowledge, draft),
  );
}

/** "One delegate said the text was dead, another that it was asleep": a comma, somebody else, and "that". */
function andAnotherThat(view: View, knowledge: Knowledge, draft: Draft): Draft[] {
  if (draft.cue.length === 0 || draft.source < 0 || !/\/verb\//.test(draft.rule)) return [draft];
  const cue = Math.max(...draft.cue);
  const that = view.low.findIndex(
    (low, at) => low === 'that' && at > cue + 4 && !view.quoted[at] && view.tokens[at]!.upos !== 'DET',
  );
  if (that < 0) return [draft];
  let edge = view.low[that - 1] === ',' ? that - 2 : that - 1;
  const last = edge;
  while (edge > cue && /^(NOUN|PROPN|DET|ADJ|PRON|NUM|PART|ADP)$/.test(view.tokens[edge]!.upos) && !view.mark[edge])
    edge--;
  const joined = /^(and|but|while)$/.test(view.low[edge]!) ? edge - 1 : edge;
  if (!/^[,;]$/.test(view.low[joined]!) || last - edge > 6 || edge === last) return [draft];
  let head = -1;
  for (let at = last; at > edge && head < 0; at--)
    if (/^(NOUN|PROPN|PRON|DET)$/.test(view.tokens[at]!.upos) && headOf(view.sent, at) !== at - 1) head = at;
  const other = /^(another|others|some)$/.test(view.low[edge + 1]!) && last === edge + 1;
  if (!other && (head < 0 || !/^(actor|role|body|name)$/.test(speakerKind(view, knowledge, head)))) return [draft];
  const words = new Set<number>();
  for (let at = that + 1; at <= lastWord(view) && view.low[at] !== ';'; at++) words.add(at);
  const own = new Set([...draft.words].filter((word) => word < joined));
  if (own.size === 0 || words.size < 2) return [draft];
  return [
    { ...draft, words: own },
    {
      ...draft,
      source: other ? edge + 1 : head,
      addressee: -1,
      words,
      confidence: Math.max(0.2, draft.confidence - 0.1),
      rule: `${draft.rule}-gapped`,
    },
  ];
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
