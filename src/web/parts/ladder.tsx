/** A relationship over time: one line for each level, drawn while it held, and the days of events below. */

import { type ReactNode, useRef } from 'react';
import type { RelationHistory } from '../../index.ts';
import { dayNumber, showDate } from '../words/dates.ts';
import { sentenceCase } from '../words/labels.ts';
import { linear } from '../words/scale.ts';
import { useWidth } from './width.ts';

/** Below this the names of the levels stand over their lines instead of beside them. */
const NARROW = 560;

type Interval = RelationHistory['intervals'][number];

export function Ladder({
  intervals,
  days,
}: {
  readonly intervals: readonly Interval[];
  readonly days: readonly (string | null)[];
}): ReactNode {
  const frame = useRef<HTMLElement>(null);
  const width = useWidth(frame, 960);
  const narrow = width < NARROW;
  const left = narrow ? 12 : 190;
  const right = width - 16;
  const row = narrow ? 48 : 30;
  const dated = intervals.filter(({ from }) => from !== null);
  if (dated.length === 0) return null;
  const events = days.filter((day) => day !== null).map(dayNumber);
  const starts = dated.map(({ from }) => firstDay(from as string));
  const first = Math.min(...starts, ...events);
  const latest = Math.max(...starts, ...events);
  const x = linear([first, latest + Math.max(60, (latest - first) * 0.06)], [left, right]);
  // The highest level on top: by rank where the ladder is known, else in the order of time.
  const levels = [...new Set(dated.map(({ level }) => level))].sort((a, b) => rankOf(dated, b) - rankOf(dated, a));
  const bottom = levels.length * row + (narrow ? 30 : 18);
  const y = (level: string): number => levels.indexOf(level) * row + row / 2 + 10;
  return (
    <figure ref={frame} className="ladder">
      <svg viewBox={`0 0 ${width} ${bottom + 44}`} role="img" aria-label={describe(dated)}>
        {levels.map((level) => (
          <g key={level}>
            <line className="rung" x1={left} x2={right} y1={y(level)} y2={y(level)} />
            <text
              className="level"
              x={narrow ? left : left - 14}
              y={y(level) + (narrow ? -11 : 4)}
              textAnchor={narrow ? 'start' : 'end'}
            >
              {sentenceCase(level)}
            </text>
          </g>
        ))}
        {dated.map(({ ladder, level, from, to }) => {
          const start = x(firstDay(from as string));
          const end = to === null ? right : x(firstDay(to));
          return (
            <g key={`${ladder} ${level} ${from}`}>
              <rect
                className={to === null ? 'step open' : 'step'}
                x={start}
                y={y(level) - 5}
                width={Math.max(4, end - start)}
                height={10}
                rx={2}
              >
                <title>{`${sentenceCase(level)}: ${showDate(from as string)} – ${to === null ? 'now' : showDate(to)}`}</title>
              </rect>
              <text className="step-day" x={Math.min(start, width - 90)} y={y(level) + (narrow ? 17 : -8)}>
                {showDate(from as string)}
              </text>
            </g>
          );
        })}
        <line className="rung" x1={left} x2={right} y1={bottom + 10} y2={bottom + 10} />
        <text
          className="level"
          x={narrow ? left : left - 14}
          y={bottom + (narrow ? 0 : 14)}
          textAnchor={narrow ? 'start' : 'end'}
        >
          Events
        </text>
        {events.map((day, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: several events share a day, and the list never changes.
          <circle key={index} className="met" cx={x(day)} cy={bottom + 10} r={3.5} />
        ))}
        {years(first, latest, width / 80).map((year) => (
          <text key={year} className="tick" x={x(dayNumber(`${year}-01-01`))} y={bottom + 34} textAnchor="middle">
            {year}
          </text>
        ))}
      </svg>
    </figure>
  );
}

/** "2013", "2013-07" and "2013-07-25" by their first day. */
function firstDay(value: string): number {
  const [year, month = '01', day = '01'] = (value.split('/')[0] as string).split('-');
  return dayNumber(`${year}-${/^\d\d$/.test(month) ? month : '01'}-${day}`);
}

function rankOf(intervals: readonly Interval[], level: string): number {
  const own = intervals.filter((interval) => interval.level === level);
  const rank = own.find(({ step }) => step !== null)?.step?.rank;
  return typeof rank === 'number' ? rank : Math.min(...own.map(({ from }) => firstDay(from as string))) / 1e6;
}

function years(first: number, latest: number, most: number): number[] {
  const [from, to] = [
    new Date(first * 86_400_000).getUTCFullYear() + 1,
    new Date(latest * 86_400_000).getUTCFullYear(),
  ];
  const step = [1, 2, 5, 10, 20, 50].find((each) => (to - from) / each <= most) ?? 100;
  const marks: number[] = [];
  for (let year = Math.ceil(from / step) * step; year <= to; year += step) marks.push(year);
  return marks;
}

function describe(intervals: readonly Interval[]): string {
  return intervals
    .map(
      ({ level, from, to }) => `${level} from ${showDate(from as string)} ${to === null ? 'on' : `to ${showDate(to)}`}`,
    )
    .join('; ');
}
