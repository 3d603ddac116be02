/** Event coreference on ECB+, within topics and across documents: the same-lemma baseline, and words with their circumstances. */

import { addCoref, type CorefTally, conllOf, f1OfRatio, NO_COREF, scoreCoref } from './coref-metrics.ts';
import { type EventMention, loadEcb } from './ecb-corpus.ts';
import type { Score, Scorer } from './scorer.ts';

/** Features of a pair, 0..1 each. */
export const FEATURES = [
  'lemma',
  'stem',
  'document',
  'sentence',
  'people',
  'places',
  'times',
  'things',
  'otherPeople',
  'otherTimes',
  'sameDocument',
  'lemmaInDocument',
] as const;

/** Logistic weights, in the order of FEATURES, then the constant; fitted on the training part alone. */
export const WEIGHTS: readonly number[] = [
  -0.22, 2.87, 2.89, -0.33, 0.41, 0.38, -0.04, 0.36, -0.31, -0.17, -2.32, 4.39, -4.36,
];
/** Mean probability of a pair from which two groups are one; chosen on the training part. */
export const THRESHOLD = 0.3;

export type Idf = (word: string) => number;

/** How telling a word is among the documents of these mentions. */
export function idfOf(mentions: readonly EventMention[]): Idf {
  const documents = new Map(mentions.map(({ document, words }) => [document, words]));
  const counts = new Map<string, number>();
  for (const words of documents.values())
    for (const word of words.keys()) counts.set(word, (counts.get(word) ?? 0) + 1);
  return (word) => Math.log((1 + documents.size) / (1 + (counts.get(word) ?? 0)));
}

export function featuresOf(a: EventMention, b: EventMention, idf: Idf): number[] {
  const same = Number(a.lemma === b.lemma);
  const stem = Number(same === 1 || (a.lemma.length > 3 && a.lemma.slice(0, 4) === b.lemma.slice(0, 4)));
  const document = a.document === b.document ? 1 : cosine(a.words, b.words, idf);
  const clash = (x: ReadonlySet<string>, y: ReadonlySet<string>): number =>
    Number(x.size > 0 && y.size > 0 && ![...x].some((word) => y.has(word)));
  return [
    same,
    stem,
    document,
    overlap(a.sentence, b.sentence, idf),
    overlap(a.people, b.people, idf),
    overlap(a.places, b.places, idf),
    overlap(a.times, b.times, idf),
    overlap(a.things, b.things, idf),
    clash(a.people, b.people),
    clash(a.times, b.times),
    Number(a.document === b.document),
    same * document,
  ];
}

/** Weighted share of the smaller set's words in the other. */
function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>, idf: Idf): number {
  const sum = (words: Iterable<string>): number => [...words].reduce((total, word) => total + idf(word), 0);
  const least = Math.min(sum(a), sum(b));
  return least <= 0 ? 0 : Math.min(1, sum([...a].filter((word) => b.has(word))) / least);
}

function cosine(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>, idf: Idf): number {
  let dot = 0;
  for (const [word, count] of a) {
    const other = b.get(word);
    if (other !== undefined) dot += (1 + Math.log(count)) * (1 + Math.log(other)) * idf(word) ** 2;
  }
  const norm = (words: ReadonlyMap<string, number>): number =>
    Math.sqrt([...words].reduce((total, [word, count]) => total + ((1 + Math.log(count)) * idf(word)) ** 2, 0));
  const length = norm(a) * norm(b);
  return length === 0 ? 0 : dot / length;
}

export function probability(features: readonly number[], weights: readonly number[] = WEIGHTS): number {
  const z = features.reduce((sum, value, i) => sum + value * (weights[i] ?? 0), weights[features.length] ?? 0);
  return 1 / (1 + Math.exp(-z));
}

/** Average link: the two closest groups are joined as long as their mean is at or over the threshold. Returns a label for each item. */
export function averageLink(size: number, near: (i: number, j: number) => number, threshold: number): string[] {
  const means = Array.from({ length: size }, (_, i) =>
    Float64Array.from({ length: size }, (__, j) => (i < j ? near(i, j) : 0)),
  );
  for (let i = 0; i < size; i++) for (let j = 0; j < i; j++) (means[i] as Float64Array)[j] = means[j]?.[i] as number;
  const sizes = new Float64Array(size).fill(1);
  const group = Array.from({ length: size }, (_, i) => i);
  const open = new Set(group);
  for (;;) {
    let [best, a, b] = [threshold, -1, -1];
    for (const i of open) {
      const row = means[i] as Float64Array;
      for (const j of open) {
        if (j > i && (row[j] as number) >= best && ((row[j] as number) > best || a < 0))
          [best, a, b] = [row[j] as number, i, j];
      }
    }
    if (a < 0) return group.map(String);
    const [left, right] = [means[a] as Float64Array, means[b] as Float64Array];
    const [m, n] = [sizes[a] as number, sizes[b] as number];
    for (const k of open) {
      if (k === a || k === b) continue;
      left[k] = ((left[k] as number) * m + (right[k] as number) * n) / (m + n);
      (means[k] as Float64Array)[a] = left[k] as number;
    }
    sizes[a] = m + n;
    open.delete(b);
    for (let k = 0; k < size; k++) if (group[k] === b) group[k] = a;
  }
}

export function byTopic(mentions: readonly EventMention[]): EventMention[][] {
  const topics = new Map<string, EventMention[]>();
  for (const mention of mentions) {
    const topic = topics.get(mention.topic);
    if (topic) topic.push(mention);
    else topics.set(mention.topic, [mention]);
  }
  return [...topics.values()];
}

export const clusterByLemma = (topic: readonly EventMention[]): string[] => topic.map(({ lemma }) => lemma);

export function clusterByCircumstances(
  topic: readonly EventMention[],
  idf: Idf,
  weights: readonly number[] = WEIGHTS,
  threshold: number = THRESHOLD,
): string[] {
  return averageLink(
    topic.length,
    (i, j) => probability(featuresOf(topic[i] as EventMention, topic[j] as EventMention, idf), weights),
    threshold,
  );
}

export function scoreTopics(
  mentions: readonly EventMention[],
  cluster: (topic: readonly EventMention[]) => readonly string[],
): CorefTally {
  return byTopic(mentions).reduce(
    (total, topic) =>
      addCoref(
        total,
        scoreCoref(
          topic.map(({ chain }) => chain),
          cluster(topic),
        ),
      ),
    NO_COREF,
  );
}

export const ecbScorer: Scorer = {
  name: 'ecb',
  describe: 'event coreference across documents: ECB+ dev (CoNLL F1 on gold mentions, against one lemma, one event)',
  needs: ['ecb/ECB_Dev_corpus.txt', 'ecb/ECB_Dev_Event_gold_mentions.json', 'ecb/ECB_Dev_Entity_gold_mentions.json'],
  async score(context) {
    const { language } = await context.kit();
    const mentions = loadEcb(context.goldDir as string, 'Dev', language);
    const idf = idfOf(mentions);
    const ways: readonly (readonly [string, CorefTally])[] = [
      ['lemma', scoreTopics(mentions, clusterByLemma)],
      ['ours', scoreTopics(mentions, (topic) => clusterByCircumstances(topic, idf))],
    ];
    return ways.flatMap(([name, tally]): Score[] =>
      [
        ['conll', conllOf(tally)] as const,
        ['muc', f1OfRatio(tally.muc)] as const,
        ['b3', f1OfRatio(tally.b3)] as const,
        ['ceafe', f1OfRatio(tally.ceafe)] as const,
      ].map(([part, value]) => ({ measure: `ecb/dev/${name}/${part}`, value, n: mentions.length })),
    );
  },
};
