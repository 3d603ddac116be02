/** A plain text read up to its mentions, with the tables and weights of the package. */

import { type Article, bareArticle, type Mention, type Mentioned } from '../../src/core/index.ts';
import { loadKnowledge } from '../../src/knowledge/index.ts';
import { analyze, loadLanguageModel } from '../../src/language/index.ts';
import { findMentions } from '../../src/mentions/index.ts';

const knowledge = loadKnowledge();
const language = loadLanguageModel();

export function mentionsOf(text: string, known: Partial<Article> = {}): Mentioned {
  const publishedBasis = known.published === undefined ? null : 'given';
  const article = bareArticle(text, { publishedBasis, ...known });
  return findMentions(analyze({ article, restorations: [], spun: false, flags: [] }, language), knowledge);
}

/** The mention whose words are exactly these; throws when there is none. `nth` counts equal ones from 0. */
export function mentionOf(doc: Mentioned, words: string, nth = 0): Mention {
  const found = doc.mentions.filter((mention) => doc.article.text.slice(...mention.span) === words)[nth];
  if (found !== undefined) return found;
  const all = doc.mentions.map((mention) => doc.article.text.slice(...mention.span));
  throw new Error(`no mention "${words}" among: ${all.join(' | ')}`);
}
