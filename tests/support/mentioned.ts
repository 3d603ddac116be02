/** A plain text read up to its mentions, with the tables and weights of the package. */

import type { Article, Mention, Mentioned } from '../../src/core/index.ts';
import { loadKnowledge } from '../../src/knowledge/index.ts';
import { analyze, loadLanguageModel } from '../../src/language/index.ts';
import { findMentions } from '../../src/mentions/index.ts';

const knowledge = loadKnowledge();
const language = loadLanguageModel();

export function mentionsOf(text: string, known: Partial<Article> = {}): Mentioned {
  const article: Article = {
    id: 'test',
    url: null,
    title: null,
    byline: [],
    publisher: null,
    published: null,
    publishedBasis: known.published === undefined ? null : 'given',
    dateline: null,
    language: 'en',
    text,
    blocks: [...text.matchAll(/[^\n]+/g)].map((line) => ({
      span: [line.index, line.index + line[0].length],
      kind: 'body',
    })),
    asides: [],
    credits: [],
    flags: [],
    ...known,
  };
  return findMentions(analyze({ article, restorations: [], spun: false, flags: [] }, language), knowledge);
}

/** The mention whose words are exactly these; throws when there is none. `nth` counts equal ones from 0. */
export function mentionOf(doc: Mentioned, words: string, nth = 0): Mention {
  const found = doc.mentions.filter((mention) => doc.article.text.slice(...mention.span) === words)[nth];
  if (found !== undefined) return found;
  const all = doc.mentions.map((mention) => doc.article.text.slice(...mention.span));
  throw new Error(`no mention "${words}" among: ${all.join(' | ')}`);
}
