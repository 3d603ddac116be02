/** Attributions without a verb of speech: "To the governor, the strike is blackmail", "As Oslo sees it, …", "If the crew is to be believed, …". */

import type { Knowledge } from '../../knowledge/index.ts';
import { child, children, hasRelation, head as headOf, subjectsOf } from '../../language/tree.ts';
import type { Draft } from './draft.ts';
import { withName } from './source.ts';
import { speakerKind } from './speaker.ts';
import { isTensed, lastWord, restFrom, type View } from './view.ts';

/** Drafts of all attributions of a sentence that no verb of speech tells. */
export const verbless = (view: View, knowledge: Knowledge): Draft[] => [
  ...toWhom(view, knowledge),
  ...asSeen(view, knowledge),
  ...ifBelieved(view, knowledge),
];

/** "To the governor, the strike is blackmail": an opinion, told by a copula. */
function toWhom(view: View, knowledge: Knowledge): Draft[] {
  if (!/^(to|for)$/.test(view.low[0] ?? '')) return [];
  const source = headOf(view.sent, 0);
  const comma = view.low.indexOf(',');
  if (source < 1 || comma < source || comma > 8 || view.low.slice(0, comma).includes('and')) return [];
  // "For Peru, the vote is a setback" may be the writer's own view; "To Peru, …" is Peru's.
  const wanted = view.low[0] === 'to' ? /^(actor|role|body)$/ : /^(role)$/;
  if (!wanted.test(speakerKind(view, knowledge, source))) return [];
  const verdict = headOf(view.sent, source);
  const copula = verdict < 0 ? -1 : child(view.sent, verdict, 'cop');
  if (copula < comma || !isTensed(view, copula) || !hasRelation(view.sent, verdict, 'root')) return [];
  if (view.tokens[verdict]!.upos !== 'NOUN' && !view.quoted[verdict]) return [];
  return [draft(view, [0], source, restFrom(view, comma + 1), 'statements/to-whom', 0.6)];
}

/** "As Tallinn sees it, the treaty binds both", "as the envoy tells it". */
function asSeen(view: View, knowledge: Knowledge): Draft[] {
  return view.low.flatMap((low, at) => {
    if (low !== 'as' || view.quoted[at]) return [];
    const verb = view.low.findIndex(
      (word, next) =>
        next > at + 1 &&
        next < at + 8 &&
        /^(sees|saw|see|tells|tell|told|views|hears)$/.test(word) &&
        view.low[next + 1] === 'it',
    );
    if (verb < 0 || !/^[,.]$/.test(view.low[verb + 2] ?? '')) return [];
    const source = subjectsOf(view.sent, verb)[0]?.token ?? verb - 1;
    if (source <= at || source >= verb || !speaks(view, knowledge, source)) return [];
    const words = new Set<number>();
    for (let word = 0; word <= lastWord(view); word++) if (word < at || word > verb + 1) words.add(word);
    return [draft(view, [verb, verb + 1], source, words, 'statements/as-seen', 0.7)];
  });
}

/** "If the Omanis are to be believed, the tanker was empty." */
function ifBelieved(view: View, knowledge: Knowledge): Draft[] {
  const at = view.low.findIndex(
    (low, word) =>
      low === 'believed' &&
      view.low
        .slice(word - 3, word)
        .join(' ')
        .endsWith('to be'),
  );
  if (at < 4 || !view.low.slice(0, at).includes('if')) return [];
  const source = children(view.sent, at, 'nsubj')[0] ?? children(view.sent, headOf(view.sent, at), 'nsubj')[0] ?? -1;
  const lead = view.low.lastIndexOf('if', at);
  const named = source > lead && source < at ? source : headBetween(view, lead, at);
  if (named < 0 || !speaks(view, knowledge, named)) return [];
  const words = new Set<number>();
  for (let word = 0; word <= lastWord(view); word++) if (word < lead || word > at) words.add(word);
  return [draft(view, [at], named, words, 'statements/if-believed', 0.6)];
}

const headBetween = (view: View, from: number, to: number): number => {
  for (let at = from + 1; at < to; at++)
    if (isTensed(view, at)) return /^(NOUN|PROPN|ADJ)$/.test(view.tokens[at - 1]!.upos) ? at - 1 : -1;
  return -1;
};

const speaks = (view: View, knowledge: Knowledge, head: number): boolean =>
  /^(actor|role|body|name|pronoun|writing)$/.test(speakerKind(view, knowledge, head));

const draft = (
  view: View,
  cue: readonly number[],
  source: number,
  words: ReadonlySet<number>,
  rule: string,
  confidence: number,
): Draft => ({
  view,
  cue,
  act: 'SAY',
  tier: 'weak',
  source: withName(view, source),
  addressee: -1,
  words,
  via: [],
  rule,
  confidence,
});
