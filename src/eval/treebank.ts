/** CoNLL-U treebanks as documents with their raw text, for the recipes and the scorers. */

import { readFileSync } from 'node:fs';

export interface GoldWord {
  readonly form: string;
  readonly lemma: string;
  readonly upos: string;
  readonly xpos: string;
  readonly head: number;
  readonly deprel: string;
  /** Offsets in the document; words of one multiword token that are not its exact parts share its offsets. */
  readonly start: number;
  readonly end: number;
}

export interface GoldSentence {
  readonly words: readonly GoldWord[];
  readonly start: number;
  readonly end: number;
}

export interface GoldDocument {
  readonly id: string;
  readonly text: string;
  readonly sentences: readonly GoldSentence[];
}

interface Row {
  readonly form: string;
  readonly columns: readonly string[];
}

/** Builds each document's text as the CoNLL shared tasks do: words by SpaceAfter, paragraphs by `separator`. */
export function readDocuments(path: string, separator = '\n\n'): GoldDocument[] {
  const documents: { id: string; text: string; sentences: GoldSentence[] }[] = [];
  for (const block of readFileSync(path, 'utf8').split(/\n\n+/)) {
    const lines = block.split('\n').filter(Boolean);
    const comments = lines.filter((line) => line.startsWith('#'));
    const rows: Row[] = lines
      .filter((line) => !line.startsWith('#'))
      .map((line) => {
        const columns = line.split('\t');
        return { form: columns[1] ?? '', columns };
      });
    if (rows.length === 0) continue;
    const newdoc = comments.find((line) => line.startsWith('# newdoc'));
    if (newdoc !== undefined || documents.length === 0) {
      documents.push({ id: newdoc?.split('=')[1]?.trim() ?? '', text: '', sentences: [] });
    }
    const doc = documents[documents.length - 1]!;
    if (doc.text)
      doc.text = doc.text.trimEnd() + (comments.some((line) => line.startsWith('# newpar')) ? separator : ' ');
    addSentence(doc, rows);
  }
  return documents;
}

function addSentence(doc: { text: string; sentences: GoldSentence[] }, rows: readonly Row[]): void {
  const words: GoldWord[] = [];
  const begin = doc.text.length;
  let last = begin;
  const spaced = (columns: readonly string[]) => !/(^|\|)SpaceAfter=No/.test(columns[9] ?? '');
  const push = (columns: readonly string[], start: number, end: number) => {
    const [, form = '', lemma = '', upos = '', xpos = '', , head = '0', deprel = ''] = columns;
    words.push({ form, lemma, upos, xpos, head: Number(head) - 1, deprel, start, end });
  };
  for (let r = 0; r < rows.length; r++) {
    const { columns, form } = rows[r]!;
    const id = columns[0] ?? '';
    if (id.includes('.')) continue;
    const start = doc.text.length;
    doc.text += form;
    last = doc.text.length;
    if (id.includes('-')) {
      const [from, to] = id.split('-').map(Number) as [number, number];
      const parts = rows.slice(r + 1, r + 2 + to - from);
      const exact = parts.map((part) => part.form).join('') === form;
      let at = start;
      for (const part of parts) {
        if (exact) push(part.columns, at, (at += part.form.length));
        else push(part.columns, start, last);
      }
      r += parts.length;
    } else push(columns, start, last);
    if (spaced(columns)) doc.text += ' ';
  }
  doc.sentences.push({ words, start: begin, end: last });
}
