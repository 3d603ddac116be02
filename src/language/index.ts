/** The language room: from text to sentences, words, tags and dependency trees. */

import type { Parsed, Restored } from '../core/index.ts';
import { type LanguageModel, type LoadOptions, loadLanguageModel } from './model.ts';

export { type LanguageModel, type LoadOptions, loadLanguageModel };

/** Adds sentences with their trees to a restored article. Pure; never throws on content. */
export function analyze(restored: Restored, model: LanguageModel): Parsed {
  void model;
  return { ...restored, sentences: [] };
}
