/** Where the documents of a lineage stand in its drawing: one row each, below what it comes from, the later ones further right. */

import type { LineageLine } from '../../index.ts';
import { showDate } from './dates.ts';
import { COPIES, counted, DESCENT } from './labels.ts';

export interface LineageRow {
  /** Of its own in the drawing. */
  readonly key: string;
  readonly line: LineageLine;
  /** More than 0 for a row that stands for documents left out; `line` is then the one they come from. */
  readonly more: number;
  /** From the left, 0 first. */
  readonly column: number;
  /** The row it comes from; null for an origin. */
  readonly parent: number | null;
}

/** Rows of one lineage or of several, one below the other. A row's column is always right of its parent's. */
export function lineageRows(lineages: readonly (readonly LineageLine[])[]): LineageRow[] {
  const days = [...new Set(lineages.flat().flatMap(({ published }) => published ?? []))].sort();
  const shift = lineages.some(([first]) => first?.document === null) ? 1 : 0;
  const rows: LineageRow[] = [];
  for (const lines of lineages) {
    // Rows that are still open: later rows may come from them.
    const open: { row: number; depth: number; hidden: number }[] = [];
    const close = (depth: number): void => {
      while (open.length > 0 && (open.at(-1) as { depth: number }).depth >= depth) {
        const { row, hidden } = open.pop() as { row: number; hidden: number };
        const { line, column } = rows[row] as LineageRow;
        if (hidden > 0) rows.push({ key: `row-${rows.length}`, line, more: hidden, column: column + 1, parent: row });
      }
    };
    for (const line of lines) {
      close(line.depth);
      const parent = open.at(-1)?.row ?? null;
      const after = parent === null ? 0 : (rows[parent] as LineageRow).column + 1;
      const dated = line.published === null || line.document === null ? 0 : days.indexOf(line.published) + shift;
      open.push({ row: rows.length, depth: line.depth, hidden: line.hidden });
      rows.push({ key: `row-${rows.length}`, line, more: 0, column: Math.max(after, dated), parent });
    }
    close(0);
  }
  const used = [...new Set(rows.map(({ column }) => column))].sort((a, b) => a - b);
  return rows.map((row) => ({ ...row, column: used.indexOf(row.column) }));
}

/** The drawing in words, for those who do not see it. */
export function describeLineage(rows: readonly LineageRow[]): string {
  return rows
    .map(({ line, more, parent }) => {
      if (more > 0) return `${counted(more, 'more document')} from ${nameOfLine(line)}.`;
      const own = `${nameOfLine(line)}${line.published === null ? '' : `, ${showDate(line.published)}`}`;
      const above = parent === null ? undefined : rows[parent]?.line;
      if (line.document === null) return `${own}: named as the source, its text is not in the record.`;
      const marks = [line.spun ? 'spun' : null, line.grade === 'hold' ? 'held' : null].filter((mark) => mark !== null);
      const way = above === undefined ? 'the origin' : `${wayOf(line)} ${nameOfLine(above)}, ${knownBy(line)}`;
      return `${own}: ${[way, ...marks].join(', ')}.`;
    })
    .join(' ');
}

export const nameOfLine = ({ publisher, title }: LineageLine): string => publisher ?? title ?? 'publisher unknown';

const wayOf = ({ relation }: LineageLine): string =>
  relation === null ? 'names as its source' : `${COPIES[relation] ?? relation} of`;

const knownBy = ({ status }: LineageLine): string => DESCENT[status ?? ''] ?? 'basis unknown';

/** What a row says of its way here: "a shortened version · its words show it". */
export function wayHere(row: LineageRow): string {
  if (row.line.document === null) return 'named as the source; not in the record';
  if (row.parent === null) return 'the origin';
  const { relation } = row.line;
  return `${relation === null ? 'the first in the record' : (COPIES[relation] ?? relation)} · ${knownBy(row.line)}`;
}
