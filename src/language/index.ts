/** The language room: from text to sentences, words, tags and dependency trees. */

export { analyze, parse, parseWords } from './analyze.ts';
export { type AnnotatedConllu, type ConlluSentence, fromConllu, readConllu, toConllu } from './conllu.ts';
export { knownNames } from './known-names.ts';
export { type LanguageModel, type LoadOptions, type Locks, loadLanguageModel } from './model.ts';
export { toSvg } from './svg.ts';
export * as tree from './tree.ts';
