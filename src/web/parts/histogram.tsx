/** How many events each day, month or year has, as a filter: drag over bars, press one, or press "no date". */

import { type PointerEvent, type ReactNode, useMemo, useRef, useState } from 'react';
import type { Histogram as Counts } from '../../index.ts';
import { barDays, dayNumber, dayOf, showDate } from '../words/dates.ts';
import { counted, showNumber } from '../words/labels.ts';
import { linear } from '../words/scale.ts';
import { useWidth } from './width.ts';

interface Range {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly undated?: true | undefined;
}

interface Props {
  readonly counts: Counts;
  readonly range: Range;
  readonly choose: (range: Range) => void;
}

const HEIGHT = 84;
const AXIS = 18;

export function Histogram({ counts, range, choose }: Props): ReactNode {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame, 900);
  const [drag, setDrag] = useState<readonly [number, number] | null>(null);
  const bars = useMemo(
    () => counts.bars.map((bar) => ({ ...bar, ...barDays(bar.day, counts.unit) })),
    [counts.bars, counts.unit],
  );
  const first = bars[0];
  const lastDay = bars.at(-1);
  const from = first === undefined ? 0 : dayNumber(first.from);
  const to = lastDay === undefined ? 1 : dayNumber(lastDay.to) + 1;
  const x = linear([from, to], [0, width]);
  const most = Math.max(1, ...bars.map(({ count }) => count));
  const y = linear([0, most], [0, HEIGHT]);

  const active =
    drag !== null
      ? spanOf(drag, bars)
      : range.from !== undefined || range.to !== undefined
        ? ([range.from ?? first?.from ?? '', range.to ?? lastDay?.to ?? ''] as const)
        : null;
  const dayAt = (event: PointerEvent<SVGSVGElement>): number => {
    const box = event.currentTarget.getBoundingClientRect();
    return Math.max(from, Math.min(to - 0.01, x.invert(((event.clientX - box.left) / box.width) * width)));
  };

  return (
    <div className="histogram">
      <div ref={frame} className="histogram-frame">
        {/* Its keyboard twin are the two date fields below. */}
        <svg
          viewBox={`0 0 ${width} ${HEIGHT + AXIS}`}
          height={HEIGHT + AXIS}
          role="img"
          aria-label={describe(counts)}
          onPointerDown={(event) => {
            if (event.button !== 0) return;
            event.currentTarget.setPointerCapture(event.pointerId);
            setDrag([dayAt(event), dayAt(event)]);
          }}
          onPointerMove={(event) => {
            if (drag !== null) setDrag([drag[0], dayAt(event)]);
          }}
          onPointerCancel={() => setDrag(null)}
          onPointerUp={() => {
            if (drag === null) return;
            const chosen = spanOf(drag, bars);
            setDrag(null);
            if (chosen !== null) choose({ from: chosen[0], to: chosen[1] });
          }}
        >
          {active === null ? null : (
            <rect
              className="brush"
              x={x(Math.max(from, dayNumber(active[0])))}
              width={Math.max(0, x(Math.min(to, dayNumber(active[1]) + 1)) - x(Math.max(from, dayNumber(active[0]))))}
              height={HEIGHT}
            />
          )}
          {bars.map((bar) => {
            const left = x(dayNumber(bar.from));
            const right = x(dayNumber(bar.to) + 1);
            const gap = right - left > 5 ? 1 : 0;
            const out = range.undated || (active !== null && (bar.to < active[0] || bar.from > active[1]));
            return (
              <rect
                key={bar.day}
                className={out ? 'bar out' : 'bar'}
                x={left}
                y={HEIGHT - y(bar.count)}
                width={Math.max(1, right - left - gap)}
                height={y(bar.count)}
              >
                <title>{`${barName(bar.day, counts.unit)}: ${counted(bar.count, 'event')}`}</title>
              </rect>
            );
          })}
          <line className="axis" x1={0} x2={width} y1={HEIGHT + 0.5} y2={HEIGHT + 0.5} />
          {ticks(from, to, width).map(({ day, label }) => (
            <text key={label} className="tick" x={x(day)} y={HEIGHT + 14}>
              {label}
            </text>
          ))}
        </svg>
      </div>
      <button
        type="button"
        className="undated-bar"
        aria-pressed={range.undated === true}
        disabled={counts.undated === 0}
        onClick={() => choose(range.undated ? {} : { undated: true })}
      >
        <span className="undated-column" style={{ blockSize: HEIGHT }} aria-hidden="true">
          <i style={{ blockSize: Math.min(HEIGHT, y(counts.undated)) }} />
        </span>
        <span>no date</span> <span className="count">{showNumber(counts.undated)}</span>
      </button>
    </div>
  );
}

/** Bars hold whole units, so a drag ends where bars do. A press without a drag takes the bar under it, if there is one. */
function spanOf(
  [a, b]: readonly [number, number],
  bars: readonly { readonly from: string; readonly to: string }[],
): readonly [string, string] | null {
  const [low, high] = [Math.floor(Math.min(a, b)), Math.floor(Math.max(a, b))];
  const touched = bars.filter((bar) => dayNumber(bar.to) >= low && dayNumber(bar.from) <= high);
  const [first, last] = [touched[0], touched.at(-1)];
  if (first !== undefined && last !== undefined) return [first.from, last.to];
  return high > low ? [dayOf(low), dayOf(high)] : null;
}

function barName(day: string, unit: Counts['unit']): string {
  return showDate(unit === 'day' ? day : unit === 'month' ? day.slice(0, 7) : day.slice(0, 4));
}

function ticks(from: number, to: number, width: number): { day: number; label: string }[] {
  const marks: { day: number; label: string }[] = [];
  const years = (to - from) / 365;
  const room = Math.max(1, width / 70);
  const start = dayOf(from);
  const end = dayOf(to);
  const stepMonths = [1, 3, 6, 12, 24, 60, 120, 240].find((step) => (years * 12) / step <= room) ?? 600;
  let month = Number(start.slice(0, 4)) * 12 + Number(start.slice(5, 7)) - 1;
  month = Math.ceil(month / stepMonths) * stepMonths;
  for (;;) {
    const day = `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`;
    if (day > end) return marks;
    const label = stepMonths >= 12 ? day.slice(0, 4) : showDate(day.slice(0, 7));
    if (dayNumber(day) >= from && ((dayNumber(day) - from) / (to - from)) * width < width - 52)
      marks.push({ day: dayNumber(day), label });
    month += stepMonths;
  }
}

function describe({ bars, undated, unit }: Counts): string {
  const total = bars.reduce((sum, { count }) => sum + count, 0);
  const [first, last] = [bars[0], bars.at(-1)];
  if (first === undefined || last === undefined) return `No dated events; ${undated} without a date`;
  return `Events by ${unit}: ${total} from ${barName(first.day, unit)} to ${barName(last.day, unit)}, ${undated} without a date. Choose a range with the date fields below.`;
}
