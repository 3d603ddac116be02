/** A lineage as lines of text: who took the words from whom, and how that is known. */

import type { AlignedRestoration, LineageLine, Restoration } from '../index.ts';
import { clean } from './summary.ts';

/** What the drawing needs of a document, in the order of `DocumentDescent.lineage`. */
export type DrawnLine = Pick<LineageLine, 'depth'>;

/** What stands before each line. The nearest line above with a smaller depth is a line's parent. */
export function branches(lines: readonly DrawnLine[]): { readonly before: string }[] {
  return lines.map(({ depth }, n) => {
    let before = '';
    for (let level = 1; level <= depth; level++) {
      const goesOn = continues(lines, n, level);
      if (level < depth) before += goesOn ? '│  ' : '   ';
      else before += goesOn ? '├─ ' : '└─ ';
    }
    return { before };
  });
}

interface More {
  readonly more: number;
  readonly depth: number;
}

/** With a line of its own for what is left out, behind the copies that are shown. */
function withMore(lines: readonly LineageLine[]): (LineageLine | More)[] {
  const all: (LineageLine | More)[] = [];
  const open: LineageLine[] = [];
  const close = (depth: number): void => {
    while ((open.at(-1)?.depth ?? -1) >= depth) {
      const { hidden, depth: own } = open.pop() as LineageLine;
      if (hidden > 0) all.push({ more: hidden, depth: own + 1 });
    }
  };
  for (const line of lines) {
    close(line.depth);
    open.push(line);
    all.push(line);
  }
  close(0);
  return all;
}

/** Whether a later line hangs at this level before the tree goes back above it. */
function continues(lines: readonly DrawnLine[], from: number, level: number): boolean {
  for (let n = from + 1; n < lines.length; n++) {
    const { depth } = lines[n] as DrawnLine;
    if (depth < level) return false;
    if (depth === level) return true;
  }
  return false;
}

const KNOWN: Readonly<Record<string, string>> = {
  stated: 'stated by the page',
  aligned: 'its words show it',
  inferred: 'inferred',
  suspected: 'suspected',
};

/** One line for each document, `id` marked. */
export function drawLineage(lines: readonly LineageLine[], id: string): string[] {
  const all = withMore(lines);
  const drawn = branches(all);
  return all.map((line, n) => {
    const before = drawn[n]?.before ?? '';
    if ('more' in line) return `${before}and ${line.more} more`;
    const name = before + clean(line.publisher ?? line.title ?? 'publisher unknown');
    if (line.document === null) return `${name} (named as the source, not in the record)`;
    const way = [
      line.status === null ? 'the origin' : `${line.relation ?? 'the first in the record'}, ${KNOWN[line.status]}`,
      line.spun && line.relation !== 'spun' ? 'spun' : null,
      line.grade === 'hold' ? 'held' : null,
    ].filter((part) => part !== null);
    const here = line.document === id ? '  ← this document' : '';
    return `${name} ${line.published ?? 'no date'} (${way.join(', ')})  ${line.document}${here}`;
  });
}

/** As many terms as a terminal shows; `--json` has all. */
const SHOWN_TERMS = 12;

/** Restorations, names first, each with its basis. */
export function listRestored(restored: readonly (Restoration | AlignedRestoration)[]): string[] {
  const names = restored.filter(({ kind }) => kind !== 'term');
  const terms = restored.filter(({ kind }) => kind === 'term');
  const line = ({ from, to, kind, basis, confidence }: Restoration | AlignedRestoration): string =>
    `${clean(from)} → ${clean(to)}  ${kind}, ${clean(basis)}, ${confidence.toFixed(2)}`;
  const rest = terms.length - SHOWN_TERMS;
  return [...names, ...terms.slice(0, SHOWN_TERMS)].map(line).concat(rest > 0 ? [`and ${rest} more words`] : []);
}
