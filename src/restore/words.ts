/** Words and marks of a text with their offsets, as the wording patterns count them. */

export interface Word {
  readonly start: number;
  readonly end: number;
  readonly lower: string;
  readonly capital: boolean;
  readonly number: boolean;
}

// "U.S.", "state-run", "U.S.’s"; a possessive is a word of its own, and so is every mark.
const WORD = /(?:\p{L}\.){2,}|[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*|['’]s(?![\p{L}])|[^\s\p{L}\p{N}]/gu;

export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    const word = match[0];
    words.push({
      start: match.index,
      end: match.index + word.length,
      lower: word.toLowerCase().replace('’', "'"),
      capital: /^\p{Lu}/u.test(word),
      number: /^\p{N}/u.test(word),
    });
  }
  return words;
}
