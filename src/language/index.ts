/** The language room: from text to sentences, words, tags and dependency trees. */

export { analyze, parse } from './analyze.ts';
export { type LanguageModel, type LoadOptions, type Locks, loadLanguageModel } from './model.ts';
export * as tree from './tree.ts';
