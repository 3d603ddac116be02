/** The language room against held-out treebanks, from gold words and from raw text. */

import { join } from 'node:path';
import type { LanguageModel } from '../language/index.ts';
import { parse, parseWords } from '../language/index.ts';
import { compare, emptyTally, f1, goldWords, type ParseTally } from './parse-score.ts';
import type { Score, Scorer } from './scorer.ts';
import { type GoldDocument, readDocuments } from './treebank.ts';

const RELATIONS = ['nsubj', 'nsubj:pass', 'obj', 'obl', 'conj', 'ccomp', 'xcomp'];

export const languageScorer: Scorer = {
  name: 'language',
  describe: 'words, sentences, tags, lemmas and trees on the EWT and GUM test sets',
  needs: ['treebanks/ewt-test.conllu', 'treebanks/gum-test.conllu'],
  async score(context) {
    const { language } = await context.kit();
    const bank = (name: string) => readDocuments(join(context.goldDir ?? '.', 'treebanks', `${name}.conllu`));
    const [ewt, gum] = [bank('ewt-test'), bank('gum-test')];
    return [
      ...scoresOf('ewt', ewt, language),
      ...scoresOf('gum', gum, language),
      ...scoresOf(
        'gum-news',
        gum.filter((doc) => doc.id.startsWith('GUM_news')),
        language,
      ),
    ];
  },
};

/** All scores of one set of documents under "language/<name>/…". */
export function scoresOf(name: string, docs: readonly GoldDocument[], model: LanguageModel): readonly Score[] {
  const gold = emptyTally();
  const raw = emptyTally();
  for (const doc of docs) {
    const trees = parseWords(goldWords(doc), model);
    const sentences = trees.map((sent, k) => ({
      ...sent,
      tokens: sent.tokens.map((token, i) => ({
        ...token,
        start: doc.sentences[k]?.words[i]?.start ?? 0,
        end: doc.sentences[k]?.words[i]?.end ?? 0,
      })),
    }));
    compare(doc.sentences, sentences, gold);
    compare(doc.sentences, parse(doc.text, model), raw);
  }
  const score = (part: string, value: number, n: number): Score => ({ measure: `language/${name}/${part}`, value, n });
  const both = (kind: string, tally: ParseTally) =>
    (['upos', 'xpos', 'lemma', 'uas', 'las', 'lasUniversal'] as const).map((key) =>
      score(
        `${kind}/${key === 'lasUniversal' ? 'las-universal' : key}`,
        f1(tally[key], tally.gold, tally.system),
        tally.gold,
      ),
    );
  return [
    ...both('words', gold),
    ...both('raw', raw),
    score('raw/tokens', f1(raw.words, raw.gold, raw.system), raw.gold),
    score('raw/sentences', f1(raw.sentences, raw.goldSentences, raw.systemSentences), raw.goldSentences),
    ...RELATIONS.map((name) => {
      const row = gold.relations.get(name) ?? { gold: 0, system: 0, right: 0 };
      return score(`words/${name}`, f1(row.right, row.gold, row.system), row.gold);
    }),
  ];
}
