/** Pages poured into a form: numbered headings of one mould, "Key Points" that repeat the paragraph, and what a text machine says of itself. */

import type { Flag, Span } from '../core/index.ts';
import { type Check, inconsistency, wordsIn } from './rule.ts';

interface Line {
  readonly span: Span;
  readonly text: string;
}

const NUMBERED = /^\s*(?:#{1,4}\s*)?(?:\d{1,2}[.)]|section \d+:|part \d+:)\s+(.{8,160})$/i;
const SUMMARY = /^\s*(?:[-–•*]\s*)?(?:key (?:points|takeaways|facts|highlights)|in summary|takeaways?)\s*:?\s*$/i;

/** Numbered headings (three or more, or two with a repeated summary label) that share their mould. */
export const template: Check = (doc) => {
  const lines = linesOf(doc.article.text);
  const headings = lines.filter((line) => NUMBERED.test(line.text) && !/[.!?]["”’]?\s*$/.test(line.text));
  const summaries = lines.filter((line) => SUMMARY.test(line.text));
  if (headings.length < 2 || (headings.length < 3 && summaries.length < 2)) return [];
  const words = headings.map(
    (line) => new Set(wordsIn(NUMBERED.exec(line.text)?.[1] ?? '').filter((word) => word.length > 3)),
  );
  // Most headings share half of their longer words with another one: "X urges A to …", "X urges B to …".
  const alike = words.filter((set, i) => words.some((other, j) => i !== j && share(set, other) >= 0.5)).length;
  if (alike * 2 <= headings.length && summaries.length < 2) return [];
  return [
    inconsistency(
      'template',
      'strong',
      `${headings.length} numbered headings of one mould${summaries.length > 1 ? ` and ${summaries.length} lists of “key points”` : ''}: the text was poured into a form, not reported.`,
      [...headings, ...summaries].map((line) => line.span).sort((a, b) => a[0] - b[0]),
      'consistency/template',
    ),
  ];
};

const MACHINE =
  /(?:\b|(?=\[))(?:as an ai(?: language)? model|as a large language model|i(?:'|’)?m sorry,? but i (?:can(?:no|')t|cannot)|i (?:cannot|can't|can’t) (?:fulfil|fulfill|complete|assist with) (?:this|that|your) request|my (?:last |latest )?(?:knowledge|training) (?:cut-?off|update|data)|as of my last (?:knowledge |training )?update|regenerate response|(?:certainly|sure)[!,] here(?:'|’)?s (?:a|an|the|your) |\[(?:insert|add|your) [a-z ’']{3,60}\]|here is (?:a|the|your) (?:rewritten|revised|paraphrased|rephrased) (?:version|article|text)|let me know if you[^.]{0,60} (?:the tone|the article|rewrit|rephras|another version)|i hope this (?:rewritten|revised|version|article) )/i;

/** A text machine speaking of itself. */
export const machineTalk: Check = (doc) => {
  const flags: Flag[] = [];
  for (const sentence of doc.sentences) {
    const quote = MACHINE.exec(doc.article.text.slice(...sentence.span))?.[0];
    if (quote === undefined) continue;
    flags.push(
      inconsistency(
        'machine-talk',
        'strong',
        `“${quote.trim()}” is what a text machine says of itself.`,
        [sentence.span],
        'consistency/machine-talk',
      ),
    );
    break;
  }
  return flags;
};

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  for (let start = 0; start <= text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    if (end > start && end - start <= 400) lines.push({ span: [start, end], text: text.slice(start, end) });
    start = end + 1;
  }
  return lines;
}

function share(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared++;
  return shared / Math.max(3, Math.min(a.size, b.size));
}
