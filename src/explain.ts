/** Why a document's sentences hold the findings they hold, or none. For whoever tunes the tables. */

import { readPage } from './article/index.ts';
import type { Page } from './core/index.ts';
import { type Explanation, explainSentence } from './findings/explain.ts';
import { analyze } from './language/index.ts';
import { findMentions } from './mentions/index.ts';
import type { Kit } from './pipeline.ts';
import { restore } from './restore/index.ts';

export interface SentenceExplanation extends Explanation {
  /** The article's text, which spans of tokens and mentions count in. */
  readonly documentText: string;
}

/** All sentences, or only the one of that index (from 0); empty when there is none. Pure. */
export function explainPage(page: Page, kit: Kit, only?: number): SentenceExplanation[] {
  const doc = findMentions(analyze(restore(readPage(page), kit.restore), kit.language), kit.knowledge);
  const wanted = only === undefined ? doc.sentences.map(({ index }) => index) : [only];
  return wanted
    .map((index) => explainSentence(doc, index, kit.findings, kit.knowledge))
    .filter((explanation) => explanation !== null)
    .map((explanation) => ({ ...explanation, documentText: doc.article.text }));
}
