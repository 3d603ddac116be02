/** The timeline as a list: only what is near the window is in the page, months as headings, one row chosen by keys. */

import { useNavigate } from '@tanstack/react-router';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useKeys } from '../keys.ts';
import { showMonth } from '../words/dates.ts';
import { addressOf, type Entry } from '../words/entry.ts';
import { usePrinting } from './printing.ts';
import { TimelineRow } from './timeline-row.tsx';

interface Props {
  readonly items: readonly Entry[];
  readonly more: boolean;
  readonly loadMore: () => void;
}

/** A guess for rows not yet measured. */
const ROW_HEIGHT = 138;

export function TimelineList({ items, more, loadMore }: Props): ReactNode {
  const list = useRef<HTMLOListElement>(null);
  const [chosen, setChosen] = useState(-1);
  const [top, setTop] = useState(0);
  const navigate = useNavigate();
  const printing = usePrinting();
  const months = useMemo(() => monthStarts(items), [items]);
  useLayoutEffect(() => {
    const measure = (): void => setTop((list.current?.getBoundingClientRect().top ?? 0) + window.scrollY);
    measure();
    const watcher = new ResizeObserver(measure);
    watcher.observe(document.body);
    return () => watcher.disconnect();
  }, []);
  const virtual = useWindowVirtualizer({
    count: items.length,
    estimateSize: () => ROW_HEIGHT,
    overscan: 6,
    scrollMargin: top,
    scrollPaddingStart: 90,
    scrollPaddingEnd: 40,
    getItemKey: (index) => items[index]?.id ?? index,
  });
  const rows = virtual.getVirtualItems();
  const last = rows.at(-1)?.index ?? 0;
  useEffect(() => {
    if (more && last >= items.length - 10) loadMore();
  }, [more, last, items.length, loadMore]);

  const choose = (next: number): void => {
    const index = Math.max(0, Math.min(items.length - 1, next));
    if (items.length === 0) return;
    setChosen(index);
    virtual.scrollToIndex(index, { align: 'auto' });
  };
  // The chosen row takes the focus before the next key is heard, so that screen readers follow and Enter opens it and no
  // other; a row not yet in the page takes it a frame later, and the row left behind loses it at once.
  useLayoutEffect(() => {
    if (chosen < 0) return;
    const focusRow = (): boolean => {
      const link = list.current?.querySelector<HTMLElement>(`[data-index="${chosen}"] .row-evidence`);
      link?.focus({ preventScroll: true });
      return link != null;
    };
    if (focusRow()) return;
    const held = document.activeElement;
    if (held instanceof HTMLElement && list.current?.contains(held)) held.blur();
    const frame = requestAnimationFrame(focusRow);
    return () => cancelAnimationFrame(frame);
  }, [chosen]);
  const open = (): void => {
    const entry = items[chosen];
    if (entry === undefined) return;
    const { id, ...at } = addressOf(entry);
    void navigate({ ...at, params: { id } });
  };
  useKeys({
    j: () => choose(chosen + 1),
    k: () => choose(chosen - 1),
    Enter: open,
  });

  const shown = printing ? items.map((_, index) => ({ index, start: 0, key: index })) : rows;
  return (
    <ol
      ref={list}
      className={printing ? 'rows printed' : 'rows'}
      style={printing ? undefined : { blockSize: virtual.getTotalSize() }}
    >
      {shown.map(({ index, start, key }) => {
        const item = items[index];
        if (item === undefined) return null;
        const month = months.get(index);
        return (
          <li
            key={String(key)}
            data-index={index}
            data-modality={item.modality}
            className={index === chosen ? 'row chosen' : 'row'}
            ref={printing ? undefined : virtual.measureElement}
            style={printing ? undefined : { transform: `translateY(${start - top}px)` }}
            aria-posinset={index + 1}
            aria-setsize={more ? -1 : items.length}
          >
            {month === undefined ? null : <h2 className="month">{month}</h2>}
            <div className="row-grid">
              <TimelineRow entry={item} />
            </div>
          </li>
        );
      })}
    </ol>
  );
}

/** Where a new month begins. */
function monthStarts(items: readonly Entry[]): Map<number, string> {
  const starts = new Map<number, string>();
  let before: string | null = null;
  items.forEach(({ day }, index) => {
    const month = day === null ? 'No date' : showMonth(day);
    if (month !== before) starts.set(index, month);
    before = month;
  });
  return starts;
}
