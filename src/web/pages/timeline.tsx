/** The timeline: filters, a histogram that is one of them, and the events newest first. */

import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useCallback, useEffect, useMemo } from 'react';
import { countsQuery, histogramQuery, timelineQuery } from '../api.ts';
import { Filters } from '../parts/filters.tsx';
import { Histogram } from '../parts/histogram.tsx';
import { Empty, Failed, Loading } from '../parts/states.tsx';
import { TimelineList } from '../parts/timeline-list.tsx';
import { showDate, today } from '../words/dates.ts';
import type { Entry } from '../words/entry.ts';
import { partiesOf } from '../words/findings.ts';
import { codeOf, counted, MODALITIES } from '../words/labels.ts';
import { stringifySearch, type TimelineSearch, timelineSearch } from '../words/search.ts';

const route = getRouteApi('/');

export function TimelinePage(): ReactNode {
  const search = route.useSearch();
  const navigate = useNavigate();
  const events = useInfiniteQuery(timelineQuery(search));
  const counts = useQuery(histogramQuery(search));
  const items = useMemo(() => events.data?.pages.flatMap((page) => page.items) ?? [], [events.data]);
  const names = useMemo(
    () => new Map(items.flatMap(({ event }) => partiesOf(event)).map(({ entity, name }) => [entity, name])),
    [items],
  );
  const parties = useMemo(() => namesIn(items), [items]);
  useEffect(() => {
    document.title = `${[search.actor, search.other].filter(Boolean).join(' – ') || 'Timeline'} · Chancery`;
  }, [search.actor, search.other]);

  const change = useCallback(
    (next: object) =>
      void navigate({
        to: '/',
        search: (before: TimelineSearch) => timelineSearch({ ...before, ...next }),
        resetScroll: false,
      }),
    [navigate],
  );
  const { fetchNextPage } = events;
  const loadMore = useCallback(() => void fetchNextPage(), [fetchNextPage]);
  const shown = useQuery({ ...countsQuery(search), enabled: isRanged(search) });
  const total = (isRanged(search) ? shown.data : counts.data)?.total ?? null;

  return (
    <main className="timeline" id="content">
      <h1 className="unseen">Timeline</h1>
      <details className="filter-fold" open={window.matchMedia('(min-width: 60rem)').matches}>
        <summary>Filters</summary>
        <Filters search={search} change={change} counts={counts.data} parties={parties} />
      </details>
      <section className="results" aria-label="Events" aria-busy={events.isPlaceholderData}>
        {counts.data === undefined ? (
          <div className="histogram-space" />
        ) : (
          <Histogram
            counts={counts.data}
            range={search}
            choose={({ from, to, undated }) => change({ from, to, undated })}
          />
        )}
        <div className="range">
          <DayField label="From" value={search.from} set={(from) => change({ from, undated: undefined })} />
          <DayField label="To" value={search.to} set={(to) => change({ to, undated: undefined })} />
          <Upcoming search={search} />
          <PairLink search={search} />
          <p className="total" role="status">
            {total === null ? '' : counted(total, search.view === 'reports' ? 'report' : 'fact')}
          </p>
          <fieldset className="views">
            <legend className="unseen">Show</legend>
            <button type="button" aria-pressed={search.view === undefined} onClick={() => change({ view: undefined })}>
              Facts
            </button>
            <button
              type="button"
              aria-pressed={search.view === 'reports'}
              onClick={() => change({ view: 'reports' })}
              title="Every report for itself"
            >
              Reports
            </button>
          </fieldset>
          <Feeds search={search} />
        </div>
        <Chosen search={search} change={change} names={names} />
        {events.isPending ? (
          <Loading what="the record" />
        ) : events.isError ? (
          <Failed error={events.error} retry={() => void events.refetch()} />
        ) : items.length === 0 ? (
          <Nothing search={search} clear={() => void navigate({ to: '/' })} />
        ) : (
          <TimelineList
            key={stringifySearch(search)}
            items={items}
            more={events.hasNextPage && !events.isFetchingNextPage}
            loadMore={loadMore}
          />
        )}
      </section>
    </main>
  );
}

/** What is planned from today on, under the other filters. */
function Upcoming({ search }: { readonly search: TimelineSearch }): ReactNode {
  const { from: _from, to: _to, undated: _undated, modality: _modality, ...kept } = search;
  const day = today();
  return (
    <Link
      to="/"
      search={{ ...kept, modality: ['planned'], from: day }}
      resetScroll={false}
      title={`Planned, from ${showDate(day)} on`}
      className={isUpcoming(search) && search.from === day ? 'preset chosen' : 'preset'}
    >
      Upcoming
    </Link>
  );
}

function isUpcoming({ modality, from, to }: TimelineSearch): boolean {
  return modality?.length === 1 && modality[0] === 'planned' && from !== undefined && to === undefined;
}

/** Two codes have a page of their own. */
function PairLink({ search: { actor, other } }: { readonly search: TimelineSearch }): ReactNode {
  if (!/^[A-Z]{3}$/i.test(actor ?? '') || !/^[A-Z]{3}$/i.test(other ?? '')) return null;
  return (
    <Link to="/pairs/$a/$b" params={{ a: (actor as string).toUpperCase(), b: (other as string).toUpperCase() }}>
      {actor} – {other}: relationship and history
    </Link>
  );
}

function DayField({
  label,
  value,
  set,
}: {
  readonly label: string;
  readonly value: string | undefined;
  readonly set: (value: string | undefined) => void;
}): ReactNode {
  return (
    <label className="day">
      <span>{label}</span>
      <input type="date" value={value ?? ''} onChange={(event) => set(event.target.value || undefined)} />
    </label>
  );
}

function Feeds({ search: { view, ...search } }: { readonly search: TimelineSearch }): ReactNode {
  const query = stringifySearch(search);
  return (
    <p className="feeds">
      <span>This view as</span> <a href={`/feeds/timeline.rss${query}`}>RSS</a>{' '}
      <a href={`/feeds/timeline.ics${query}`}>calendar</a> <a href={`/api/export/csv${query}`}>CSV</a>{' '}
      <a href={`/api/${view === 'reports' ? 'timeline' : 'facts'}${query}`}>JSON</a>
    </p>
  );
}

/** What is filtered by, each to be taken off. */
function Chosen({
  search,
  change,
  names,
}: {
  readonly search: TimelineSearch;
  readonly change: (next: object) => void;
  /** By entity. */
  readonly names: ReadonlyMap<string | null, string | null>;
}): ReactNode {
  const chips: { readonly name: string; readonly label: string; readonly off: object }[] = [];
  const add = (name: string, label: string, off: object): void => void chips.push({ name, label, off });
  if (search.text) add('text', `“${search.text}”`, { text: undefined });
  if (search.actor) add('actor', names.get(search.actor) ?? search.actor, { actor: undefined });
  if (search.other) add('other', `with ${names.get(search.other) ?? search.other}`, { other: undefined });
  for (const type of search.types ?? []) {
    add(`type-${type}`, type, { types: search.types?.filter((one) => one !== type) });
  }
  for (const one of search.modality ?? []) {
    add(`modality-${one}`, (MODALITIES as Record<string, string>)[one] ?? one, {
      modality: search.modality?.filter((other) => other !== one),
    });
  }
  if (search.undated) add('undated', 'no date', { undated: undefined });
  if (search.from || search.to) {
    add('range', `${search.from ? showDate(search.from) : '…'} – ${search.to ? showDate(search.to) : '…'}`, {
      from: undefined,
      to: undefined,
    });
  }
  if (search.held) add('held', 'with held documents', { held: undefined });
  if (chips.length === 0) return null;
  return (
    <ul className="chips" aria-label="Filtered by">
      {chips.map(({ name, label, off }) => (
        <li key={name}>
          <button type="button" className="chip" onClick={() => change(off)} aria-label={`Remove filter ${label}`}>
            {label} <span aria-hidden="true">×</span>
          </button>
        </li>
      ))}
      {chips.length > 1 ? (
        <li>
          <button
            type="button"
            className="quiet"
            onClick={() => change(Object.fromEntries(Object.keys(search).map((key) => [key, undefined])))}
          >
            Clear all
          </button>
        </li>
      ) : null}
    </ul>
  );
}

function Nothing({ search, clear }: { readonly search: TimelineSearch; readonly clear: () => void }): ReactNode {
  if (Object.keys(search).length === 0) {
    return (
      <Empty title="The record is empty">
        <p>
          Put documents in with <code>chancery add PATH</code>, then load this page again.
        </p>
      </Empty>
    );
  }
  return (
    <Empty
      title={
        isUpcoming(search)
          ? `Nothing is planned from ${showDate(search.from ?? '')} on`
          : 'Nothing fits all of these filters'
      }
    >
      <p>
        <button type="button" onClick={clear}>
          Show everything
        </button>
      </p>
    </Empty>
  );
}

function isRanged(search: TimelineSearch): boolean {
  return search.from !== undefined || search.to !== undefined || search.undated === true;
}

/** Codes first, then names, as often as they occur. */
function namesIn(items: readonly Entry[]): string[] {
  const times = new Map<string, number>();
  for (const { event } of items) {
    for (const actor of partiesOf(event)) {
      for (const name of [codeOf(actor), actor.name]) if (name) times.set(name, (times.get(name) ?? 0) + 1);
    }
  }
  return [...times]
    .sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))
    .map(([name]) => name)
    .slice(0, 200);
}
