/** Sentences told twice, and quotations that only repeat the narration. */

import type { Flag, Found, Span } from '../core/index.ts';
import { type Check, inconsistency, wordsIn } from './rule.ts';

const LONG = 12;
const TIMES = 2;

/** Two or more long sentences that stand in the text more than once, word for word. Pull quotes and refrains repeat one. */
export const repetition: Check = (doc) => {
  const seen = new Map<string, Span[]>();
  for (const { span } of doc.sentences) {
    const words = wordsIn(doc.article.text.slice(...span));
    if (words.length < LONG) continue;
    const key = words.join(' ');
    const list = seen.get(key);
    if (list) list.push(span);
    else seen.set(key, [span]);
  }
  const repeated = [...seen.values()].filter((spans) => spans.length > 1);
  if (repeated.length < TIMES) return [];
  return [
    inconsistency(
      'repetition',
      'medium',
      `${repeated.length} long sentences stand in the text more than once, word for word.`,
      repeated.flat().sort((a, b) => a[0] - b[0]),
      'consistency/repetition',
    ),
  ];
};

const QUOTE_WORDS = 10;
const RECYCLED = 0.8;

/** A long direct quotation whose words stand elsewhere as the writer's own. */
export const recycledQuote: Check = (doc) => {
  const flags: Flag[] = [];
  const narration = doc.sentences
    .map((sentence) => ({ span: sentence.span, shingles: shingles(wordsIn(unquoted(doc, sentence.span))) }))
    .filter(({ shingles: set }) => set.size > 0);
  for (const statement of doc.statements) {
    if (statement.quotation === 'indirect') continue;
    for (const content of statement.content) {
      const words = wordsIn(doc.article.text.slice(...content));
      if (words.length < QUOTE_WORDS) continue;
      const mine = shingles(words);
      const source = narration.find(
        ({ span, shingles: theirs }) => !touches(span, content) && contained(mine, theirs) >= RECYCLED,
      );
      if (!source) continue;
      flags.push(
        inconsistency(
          'recycled-quote',
          'medium',
          'A quotation repeats, word for word, what the text says elsewhere in its own voice.',
          [source.span, content].sort((a, b) => a[0] - b[0]),
          'consistency/recycled-quote',
        ),
      );
      break;
    }
  }
  return flags.slice(0, 1);
};

/** The span without what stands in quotation marks. */
function unquoted(doc: Found, span: Span): string {
  return doc.article.text.slice(...span).replace(/[“"][^“”"]{0,2000}[”"]?/g, ' ');
}

const SHINGLE = 4;

function shingles(words: readonly string[]): Set<string> {
  const set = new Set<string>();
  for (let i = 0; i + SHINGLE <= words.length; i++) set.add(words.slice(i, i + SHINGLE).join(' '));
  return set;
}

function contained(mine: ReadonlySet<string>, theirs: ReadonlySet<string>): number {
  let shared = 0;
  for (const shingle of mine) if (theirs.has(shingle)) shared++;
  return shared / Math.max(1, mine.size);
}

const touches = (a: Span, b: Span): boolean => a[0] < b[1] && b[0] < a[1];
