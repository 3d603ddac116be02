/** CoNLL-U, the exchange format of treebanks: written from sentences, and read with tokens and sentences kept. */

import type { Sentence } from '../core/index.ts';
import { parseDrafts } from './assemble.ts';
import type { LanguageModel } from './model.ts';

export interface ConlluWord {
  readonly form: string;
  readonly lemma: string;
  readonly upos: string;
  readonly xpos: string;
  /** Position of the head among the words; -1 for the root or a head outside the sentence. */
  readonly head: number;
  readonly deprel: string;
  /** Offsets in the text built from the forms. Parts of a multiword token that do not spell it share its offsets. */
  readonly start: number;
  readonly end: number;
}

/** One sentence with every line it came with. */
export interface ConlluSentence {
  readonly comments: readonly string[];
  /** Lines in order: the words by position, multiword ranges and empty nodes as they stood. */
  readonly rows: readonly { readonly word: number | null; readonly columns: readonly string[] }[];
  readonly words: readonly ConlluWord[];
  readonly start: number;
  readonly end: number;
}

export interface ConlluText {
  /** Words joined as SpaceAfter says; "# newpar" and "# newdoc" begin after `separator`. */
  readonly text: string;
  readonly sentences: readonly ConlluSentence[];
}

const COLUMNS = 10;
const isComment = (comments: readonly string[], name: string) => comments.some((line) => line.startsWith(`# ${name}`));

/** Reads CoNLL-U. Never throws: short lines are filled with "_", what is no sentence is left out. */
export function readConllu(source: string, separator = '\n\n'): ConlluText {
  const sentences: ConlluSentence[] = [];
  const out = { text: '' };
  let comments: string[] = [];
  let rows: string[][] = [];
  const flush = () => {
    if (rows.length > 0) {
      const apart = isComment(comments, 'newpar') || isComment(comments, 'newdoc');
      if (out.text && apart) out.text = out.text.trimEnd() + separator;
      sentences.push(readSentence(out, comments, rows));
    }
    comments = [];
    rows = [];
  };
  for (const line of source.split(/\r?\n/)) {
    if (line.trim() === '') flush();
    else if (line.startsWith('#') && rows.length === 0) comments.push(line);
    else {
      const columns = line.split('\t').slice(0, COLUMNS);
      while (columns.length < COLUMNS) columns.push('_');
      rows.push(columns);
    }
  }
  flush();
  return { text: out.text.trimEnd(), sentences };
}

function readSentence(out: { text: string }, comments: readonly string[], lines: readonly string[][]): ConlluSentence {
  const words: ConlluWord[] = [];
  const rows: { word: number | null; columns: string[] }[] = [];
  const start = out.text.length;
  let end = start;
  // While inside a multiword token: where it lies, how many words are left, and whether they spell it.
  let range = { start: 0, end: 0, left: 0, at: 0, exact: false };
  const space = (columns: readonly string[]) => {
    if (!/(?:^|\|)SpaceAfter=No(?:\||$)/.test(columns[9] ?? '')) out.text += ' ';
  };
  lines.forEach((columns, r) => {
    const [id = '', form = '_', lemma = '_', upos = '_', xpos = '_', , head = '0', deprel = '_'] = columns;
    const span = /^(\d+)-(\d+)$/.exec(id);
    if (span || id.includes('.')) {
      rows.push({ word: null, columns });
      if (!span) return;
      const count = Math.min(Number(span[2]) - Number(span[1]) + 1, lines.length - r - 1);
      const at = out.text.length;
      out.text += form;
      end = out.text.length;
      const spelled = lines
        .slice(r + 1, r + 1 + count)
        .map((line) => line[1])
        .join('');
      range = { start: at, end, left: Math.max(0, count), at, exact: spelled === form };
      space(columns);
      return;
    }
    rows.push({ word: words.length, columns });
    let [from, to] = [out.text.length, out.text.length + form.length];
    if (range.left > 0) {
      [from, to] = range.exact ? [range.at, range.at + form.length] : [range.start, range.end];
      range = { ...range, left: range.left - 1, at: to };
    } else {
      out.text += form;
      end = out.text.length;
      space(columns);
    }
    const governor = Number(head);
    words.push({
      form,
      lemma,
      upos,
      xpos,
      head: Number.isInteger(governor) ? governor - 1 : -1,
      deprel,
      start: from,
      end: to,
    });
  });
  return { comments, rows, words, start, end };
}

/** A parsed CoNLL-U text: pass it to `toConllu` to get every given line back with the predictions filled in. */
export interface AnnotatedConllu {
  readonly text: string;
  readonly sentences: readonly Sentence[];
  readonly source: readonly ConlluSentence[];
}

/** Keeps the given sentences and words and predicts LEMMA, UPOS, XPOS, FEATS, HEAD and DEPREL. */
export function fromConllu(source: string, model: LanguageModel): AnnotatedConllu {
  const { text, sentences } = readConllu(source);
  const drafts = sentences.map(({ words, start, end }, block) => ({
    words,
    units: words.map(({ form }, i) => ({ first: i, end: i + 1, head: i, form })),
    span: [start, end] as const,
    block,
  }));
  return { text, sentences: parseDrafts(drafts, model), source: sentences };
}

/** CoNLL-U of parsed sentences. With `source`, its comments, multiword ranges, empty nodes, DEPS and MISC are carried through. */
export function toConllu(parsed: {
  readonly text: string;
  readonly sentences: readonly Sentence[];
  readonly source?: readonly ConlluSentence[];
}): string {
  const out: string[] = [];
  parsed.sentences.forEach((sent, k) => {
    const source = parsed.source?.[k];
    if (source) out.push(...source.comments);
    else {
      if (sent.block !== parsed.sentences[k - 1]?.block) out.push('# newpar');
      out.push(
        `# sent_id = ${k + 1}`,
        `# text = ${clean(parsed.text.slice(sent.span[0], sent.span[1])).trim() || '_'}`,
      );
    }
    const row = (i: number, given?: readonly string[]) => {
      const token = sent.tokens[i]!;
      const next = sent.tokens[i + 1];
      const misc = next && next.start <= token.end && next.start >= token.start ? 'SpaceAfter=No' : '_';
      out.push(
        [
          given?.[0] ?? i + 1,
          given?.[1] ?? field(token.form),
          field(token.lemma),
          token.upos,
          token.xpos,
          token.feats,
          token.head + 1,
          token.deprel,
          given?.[8] ?? '_',
          given?.[9] ?? misc,
        ].join('\t'),
      );
    };
    for (const { word, columns } of source?.rows ?? []) {
      if (word === null) out.push(columns.join('\t'));
      else row(word, columns);
    }
    if (!source) for (const i of sent.tokens.keys()) row(i);
    out.push('');
  });
  return out.length > 0 ? `${out.join('\n')}\n` : '';
}

const clean = (text: string): string => text.toWellFormed().replace(/\s+/g, ' ');
const field = (text: string): string => clean(text) || '_';
