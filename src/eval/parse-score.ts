/** Parses against a treebank: words are aligned by their characters, as the CoNLL 2018 task does. */

import type { Sentence } from '../core/index.ts';
import type { GoldDocument, GoldSentence } from './treebank.ts';

/** One word of either side, with its head named by the head's own characters. */
interface Aligned {
  readonly key: string;
  /** Key of the head; "" for the root. */
  readonly head: string;
  readonly deprel: string;
  readonly upos: string;
  readonly xpos: string;
  readonly lemma: string;
}

export interface ParseTally {
  gold: number;
  system: number;
  words: number;
  upos: number;
  xpos: number;
  lemma: number;
  uas: number;
  /** With the relation's subtype. */
  las: number;
  /** Without it, as the CoNLL task counts. */
  lasUniversal: number;
  goldSentences: number;
  systemSentences: number;
  sentences: number;
  /** By full relation name. */
  readonly relations: Map<string, { gold: number; system: number; right: number }>;
}

export const emptyTally = (): ParseTally => ({
  gold: 0,
  system: 0,
  words: 0,
  upos: 0,
  xpos: 0,
  lemma: 0,
  uas: 0,
  las: 0,
  lasUniversal: 0,
  goldSentences: 0,
  systemSentences: 0,
  sentences: 0,
  relations: new Map(),
});

interface AnyWord {
  readonly start: number;
  readonly end: number;
  readonly head: number;
  readonly deprel: string;
  readonly upos: string;
  readonly xpos: string;
  readonly lemma: string;
}

/** Words that share their characters (parts of "don't" written as one) are told apart by their order. */
function aligned(sentences: readonly (readonly AnyWord[])[]): Aligned[] {
  return sentences.flatMap((words) => {
    const keys = words.map(({ start, end }, i) => {
      let nth = 0;
      while (words[i - nth - 1]?.start === start && words[i - nth - 1]?.end === end) nth++;
      return `${start}-${end}#${nth}`;
    });
    return words.map((word, i) => ({ ...word, key: keys[i] ?? '', head: keys[word.head] ?? '' }));
  });
}

const universal = (deprel: string): string => deprel.split(':', 1)[0] ?? deprel;

/** Adds one document's comparison to the tally. */
export function compare(gold: readonly GoldSentence[], system: readonly Sentence[], into: ParseTally): void {
  const want = aligned(gold.map((s) => s.words));
  const have = aligned(system.map((s) => s.tokens));
  const byKey = new Map(want.map((word) => [word.key, word]));
  into.gold += want.length;
  into.system += have.length;
  into.goldSentences += gold.length;
  into.systemSentences += system.length;
  const ends = new Set(gold.map(({ words }) => `${words[0]?.start}-${words[words.length - 1]?.end}`));
  into.sentences += system.filter(({ tokens }) =>
    ends.has(`${tokens[0]?.start}-${tokens[tokens.length - 1]?.end}`),
  ).length;
  const relation = (name: string) => {
    const row = into.relations.get(name) ?? { gold: 0, system: 0, right: 0 };
    into.relations.set(name, row);
    return row;
  };
  for (const { deprel } of want) relation(deprel).gold++;
  for (const word of have) {
    relation(word.deprel).system++;
    const match = byKey.get(word.key);
    if (!match) continue;
    into.words++;
    if (match.upos === word.upos) into.upos++;
    if (match.xpos === word.xpos) into.xpos++;
    if (match.lemma === word.lemma || match.lemma === '_') into.lemma++;
    if (match.head !== word.head) continue;
    into.uas++;
    if (universal(match.deprel) === universal(word.deprel)) into.lasUniversal++;
    if (match.deprel !== word.deprel) continue;
    into.las++;
    relation(word.deprel).right++;
  }
}

/** F1 over words (or sentences) of gold and system. */
export const f1 = (right: number, gold: number, system: number): number =>
  gold + system === 0 ? 0 : (2 * right) / (gold + system);

/** Sentences of a document as the parser would be given them with gold words. */
export const goldWords = (doc: GoldDocument): readonly (readonly string[])[] =>
  doc.sentences.map((s) => s.words.map((w) => w.form));
