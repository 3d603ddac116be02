/** A lineage drawn: origins at the left, what comes from them further right and below, each line by how it is known. */

import { Link } from '@tanstack/react-router';
import { type ReactNode, useId, useRef } from 'react';
import type { LineageLine } from '../../index.ts';
import { showDate } from '../words/dates.ts';
import { counted, DESCENT } from '../words/labels.ts';
import { describeLineage, type LineageRow, lineageRows, nameOfLine, wayHere } from '../words/lineage.ts';
import { useWidth } from './width.ts';
import '../style/lineage.css';

/** Height of a row, and the place of a node in it. */
const ROW = 46;
const MIDDLE = 15;
const LEFT = 10;
const WIDEST_STEP = 44;

interface Props {
  /** One, or those of several origins. */
  readonly lineages: readonly (readonly LineageLine[])[];
  /** The documents the page is about. */
  readonly current: ReadonlySet<string>;
  /** What the drawing shows, as a title. */
  readonly title: string;
}

export function LineageDrawing({ lineages, current, title }: Props): ReactNode {
  const frame = useRef<HTMLElement>(null);
  const width = useWidth(frame, 640);
  const id = useId();
  const rows = lineageRows(lineages);
  const columns = Math.max(1, ...rows.map(({ column }) => column));
  const step = Math.min(WIDEST_STEP, (width * (width < 480 ? 0.28 : 0.42)) / columns);
  const x = ({ column }: LineageRow): number => LEFT + column * step;
  const y = (row: number): number => row * ROW + MIDDLE;
  const statuses = ['stated', 'aligned', 'inferred', 'suspected'].filter((status) =>
    rows.some(({ line, parent, more }) => parent !== null && more === 0 && line.status === status),
  );
  return (
    <figure ref={frame} className="lineage">
      <div>
        <svg width={LEFT * 2 + columns * step} height={rows.length * ROW} role="img" aria-labelledby={`${id}t ${id}d`}>
          <title id={`${id}t`}>{title}</title>
          <desc id={`${id}d`}>{describeLineage(rows)}</desc>
          {rows.map((row, index) => {
            if (row.parent === null) return null;
            const above = rows[row.parent] as LineageRow;
            return (
              <path
                key={row.key}
                className="descent"
                data-status={row.more > 0 ? 'more' : (row.line.status ?? 'suspected')}
                d={`M${x(above)} ${y(row.parent) + 6}V${y(index) - 6}q0 6 6 6H${x(row) - 7}`}
              />
            );
          })}
          {rows.map((row, index) => (
            <Node key={row.key} row={row} x={x(row)} y={y(index)} current={isCurrent(row, current)} />
          ))}
        </svg>
        <ol>
          {rows.map((row) => (
            <li key={row.key} style={{ paddingInlineStart: x(row) + 16 }}>
              <Words row={row} current={isCurrent(row, current)} />
            </li>
          ))}
        </ol>
      </div>
      {statuses.length === 0 ? null : (
        <figcaption>
          {statuses.map((status) => (
            <span key={status}>
              <svg width="28" height="8" aria-hidden="true">
                <path className="descent" data-status={status} d="M1 4H27" />
              </svg>{' '}
              {DESCENT[status]}
            </span>
          ))}
        </figcaption>
      )}
    </figure>
  );
}

const isCurrent = ({ line, more }: LineageRow, current: ReadonlySet<string>): boolean =>
  more === 0 && line.document !== null && current.has(line.document);

function Node({
  row: { line, more },
  x,
  y,
  current,
}: {
  readonly row: LineageRow;
  readonly x: number;
  readonly y: number;
  readonly current: boolean;
}): ReactNode {
  const kind = more > 0 ? 'more' : line.document === null ? 'absent' : line.spun ? 'spun' : line.grade;
  return (
    <g className="node" data-kind={kind}>
      {current ? <circle className="ring" cx={x} cy={y} r={9} /> : null}
      {kind === 'spun' || kind === 'hold' ? (
        <path d={`M${x} ${y - 6.5}l6.5 6.5l-6.5 6.5l-6.5 -6.5z`} />
      ) : (
        <circle cx={x} cy={y} r={more > 0 ? 3 : 5} />
      )}
    </g>
  );
}

function Words({ row, current }: { readonly row: LineageRow; readonly current: boolean }): ReactNode {
  const { line, more } = row;
  if (more > 0) return <span className="unknown">and {counted(more, 'more document')}</span>;
  const name = nameOfLine(line);
  return (
    <>
      <span className="lineage-name">
        {line.document === null ? (
          <b>{name}</b>
        ) : (
          <Link
            to="/documents/$id"
            params={{ id: line.document }}
            title={line.title ?? undefined}
            className={current ? 'here' : undefined}
          >
            {name}
          </Link>
        )}
        {line.published === null ? null : <time dateTime={line.published}>{showDate(line.published)}</time>}
        {line.spun ? <em data-mark="spun">spun</em> : null}
        {line.grade === 'hold' ? <em data-mark="hold">held</em> : null}
      </span>
      <span className="lineage-way" title={line.why ?? undefined}>
        {wayHere(row)}
      </span>
    </>
  );
}
