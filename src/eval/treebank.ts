/** Treebanks as documents with their raw text, for the recipes and the scorers. */

import { readFileSync } from 'node:fs';
import { type ConlluSentence, type ConlluWord, readConllu } from '../language/conllu.ts';

export interface GoldSentence {
  readonly words: readonly ConlluWord[];
  readonly start: number;
  readonly end: number;
}

export interface GoldDocument {
  readonly id: string;
  readonly text: string;
  readonly sentences: readonly GoldSentence[];
}

/** Reads a CoNLL-U file; each document's text is its words by SpaceAfter, its paragraphs joined by `separator`. */
export function readDocuments(path: string, separator = '\n\n'): GoldDocument[] {
  const { text, sentences } = readConllu(readFileSync(path, 'utf8'), separator);
  const groups: { id: string; sentences: ConlluSentence[] }[] = [];
  for (const sentence of sentences) {
    const newdoc = sentence.comments.find((line) => line.startsWith('# newdoc'));
    if (newdoc !== undefined || groups.length === 0)
      groups.push({ id: newdoc?.split('=')[1]?.trim() ?? '', sentences: [] });
    groups.at(-1)?.sentences.push(sentence);
  }
  return groups.map(({ id, sentences: own }) => {
    const at = own[0]?.start ?? 0;
    const move = <T extends { readonly start: number; readonly end: number }>(part: T): T => ({
      ...part,
      start: part.start - at,
      end: part.end - at,
    });
    return {
      id,
      text: text.slice(at, own.at(-1)?.end ?? at),
      sentences: own.map((sentence) => ({
        words: sentence.words.map(move),
        start: sentence.start - at,
        end: sentence.end - at,
      })),
    };
  });
}
