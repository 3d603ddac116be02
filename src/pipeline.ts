/** The reading path, in order. Each stage adds one layer; skipping one does not compile. */

import type { Article, Found, Judged, Mentioned, Parsed, Restored } from './core/index.ts';
import { type FindingTables, findFindings } from './findings/index.ts';
import type { Knowledge } from './knowledge/index.ts';
import { analyze, type LanguageModel } from './language/index.ts';
import { findMentions } from './mentions/index.ts';
import { type RestoreTables, restore } from './restore/index.ts';
import { judge } from './trust/index.ts';

/** Everything a reading needs besides the article: loaded once, shared by all, never changed. */
export interface Kit {
  readonly knowledge: Knowledge;
  readonly language: LanguageModel;
  readonly restore: RestoreTables;
  readonly findings: FindingTables;
}

/** From a clean article to a judged reading. Pure: same article and kit, same result. Never throws on content. */
export function readArticle(article: Article, kit: Kit): Judged {
  const restored: Restored = restore(article, kit.restore);
  const parsed: Parsed = analyze(restored, kit.language);
  const mentioned: Mentioned = findMentions(parsed, kit.knowledge);
  const found: Found = findFindings(mentioned, kit.findings, kit.knowledge);
  return judge(found, kit.knowledge);
}
