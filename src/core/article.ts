/** An article: the body text of a page, and beside it everything that was taken off, with its reason. */

import type { Flag } from './flag.ts';
import type { Span } from './span.ts';

export type AsideKind =
  | 'nav'
  | 'share'
  | 'teaser'
  | 'caption'
  | 'credit'
  | 'syndication'
  | 'agency'
  | 'byline'
  | 'date'
  | 'ad'
  | 'comment'
  | 'copyright'
  | 'correction'
  | 'other';

export interface Aside {
  readonly kind: AsideKind;
  readonly text: string;
  /** Id of the rule that took the line off. */
  readonly reason: string;
}

export interface Block {
  readonly span: Span;
  readonly kind: 'body' | 'heading';
}

export interface Dateline {
  readonly place: string | null;
  readonly agency: string | null;
  /** The whole "HANOI (Reuters) –" in `text`; null when the dateline stood outside the body. */
  readonly span: Span | null;
}

/** "page" is a date printed on the page beside the title; "given" comes from the caller. */
export type PublishedBasis = 'page' | 'json-ld' | 'meta' | 'url' | 'text' | 'given';

export interface Credit {
  readonly name: string;
  readonly relation: 'first-published' | 'agency' | 'told' | 'edited-by' | 'copyright';
  readonly status: 'stated' | 'aligned' | 'inferred' | 'suspected';
  /** The words the credit stands on (of an aside or of the text). */
  readonly text: string;
}

export interface Article {
  readonly id: string;
  readonly url: string | null;
  readonly title: string | null;
  readonly byline: readonly string[];
  readonly publisher: string | null;
  /** ISO 8601 day, or null. Never the clock of the crawl. */
  readonly published: string | null;
  readonly publishedBasis: PublishedBasis | null;
  readonly dateline: Dateline | null;
  /** ISO 639-1, or null when the text is too short to tell. */
  readonly language: string | null;
  readonly text: string;
  /** Paragraphs, list items and headings of `text` in order; they do not overlap. */
  readonly blocks: readonly Block[];
  readonly asides: readonly Aside[];
  readonly credits: readonly Credit[];
  readonly flags: readonly Flag[];
}

/** An English article of which nothing is known but its words: each line that is not empty is a paragraph. */
export const bareArticle = (text: string, known: Partial<Article> = {}): Article => ({
  id: 'text',
  url: null,
  title: null,
  byline: [],
  publisher: null,
  published: null,
  publishedBasis: null,
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
});
