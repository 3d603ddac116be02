/** All documents as a table: sorted, filtered and searched in the address. */

import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import {
  createColumnHelper,
  createSortedRowModel,
  rowSortingFeature,
  type SortingState,
  sortFn_alphanumeric,
  sortFn_text,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { DocumentSummary } from '../../index.ts';
import { documentsQuery } from '../api.ts';
import { useKeys } from '../keys.ts';
import { Field } from '../parts/filters.tsx';
import { usePrinting } from '../parts/printing.ts';
import { Empty, Failed, Loading } from '../parts/states.tsx';
import { showDate } from '../words/dates.ts';
import { counted, GRADES, KINSHIP } from '../words/labels.ts';
import { type DocumentsSearch, documentsSearch } from '../words/search.ts';

const route = getRouteApi('/documents');

const features = tableFeatures({
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  sortFns: { alphanumeric: sortFn_alphanumeric, text: sortFn_text },
});
const column = createColumnHelper<typeof features, DocumentSummary>();

const columns = column.columns([
  column.accessor((one) => one.published ?? undefined, {
    id: 'published',
    header: 'Published',
    sortUndefined: 'last',
    cell: ({ row: { original } }) =>
      original.published === null ? <span className="unknown">no date</span> : showDate(original.published),
  }),
  column.accessor((one) => one.title ?? undefined, {
    id: 'title',
    header: 'Title',
    sortUndefined: 'last',
    cell: ({ row: { original } }) => <TitleCell document={original} />,
  }),
  column.accessor((one) => one.publisher ?? undefined, {
    id: 'publisher',
    header: 'Publisher',
    sortUndefined: 'last',
    cell: ({ row: { original } }) => original.publisher ?? <span className="unknown">unknown</span>,
  }),
  column.accessor((one) => ['usable', 'use-with-care', 'hold'].indexOf(one.grade), {
    id: 'grade',
    header: 'Grade',
    cell: ({ row: { original } }) => (
      <span className="grade" data-grade={original.grade}>
        {GRADES[original.grade].word}
      </span>
    ),
  }),
  ...(['events', 'statements', 'figures', 'relations'] as const).map((kind) =>
    column.accessor((one) => one.counts[kind], {
      id: kind,
      header: kind.charAt(0).toUpperCase() + kind.slice(1),
      cell: ({ row: { original } }) => (
        <span className={original.counts[kind] === 0 ? 'zero' : undefined}>{original.counts[kind]}</span>
      ),
    }),
  ),
]);

const NUMBERS = new Set(['events', 'statements', 'figures', 'relations']);
const OPTIONAL = new Set(['statements', 'figures', 'relations', 'publisher']);

function TitleCell({ document }: { readonly document: DocumentSummary }): ReactNode {
  return (
    <>
      <Link to="/documents/$id" params={{ id: document.id }}>
        {document.title ?? 'No title'}
      </Link>
      {document.copyOf === null ? null : (
        <span className="kin"> · {KINSHIP[document.relation ?? ''] ?? 'a copy'} of another</span>
      )}
    </>
  );
}

const NONE: readonly DocumentSummary[] = [];

export function DocumentsPage(): ReactNode {
  const search = route.useSearch();
  const navigate = useNavigate();
  const { sort, ...filters } = search;
  const found = useInfiniteQuery(documentsQuery(filters));
  const documents = useMemo(() => found.data?.pages.flatMap(({ items }) => items) ?? NONE, [found.data]);
  const change = useCallback(
    (next: object) =>
      void navigate({
        to: '/documents',
        search: (before: DocumentsSearch) => documentsSearch({ ...before, ...next }),
        resetScroll: false,
      }),
    [navigate],
  );
  const everyone = useInfiniteQuery(documentsQuery({})).data;
  const publishers = useMemo(
    () =>
      [...new Set(everyone?.pages.flatMap(({ items }) => items.map(({ publisher }) => publisher)))]
        .filter((publisher) => publisher !== null)
        .sort(),
    [everyone],
  );
  useEffect(() => {
    window.document.title = 'Documents · Chancery';
  }, []);
  const { fetchNextPage, hasNextPage, isFetchingNextPage } = found;
  const loadMore = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);

  return (
    <main className="page" id="content">
      <h1 className="page-title">Documents</h1>
      <div className="toolbar">
        <Field label="Words" name="text" value={search.text} set={(text) => change({ text })} search />
        <label>
          Publisher
          <select
            value={search.publisher ?? ''}
            onChange={(event) => change({ publisher: event.target.value || undefined })}
          >
            <option value="">all</option>
            {[...new Set([...publishers, ...(search.publisher ? [search.publisher] : [])])].map((publisher) => (
              <option key={publisher}>{publisher}</option>
            ))}
          </select>
        </label>
        <label>
          Grade
          <select value={search.grade ?? ''} onChange={(event) => change({ grade: event.target.value || undefined })}>
            <option value="">all</option>
            {Object.entries(GRADES).map(([grade, { word }]) => (
              <option key={grade} value={grade}>
                {word}
              </option>
            ))}
          </select>
        </label>
        <label>
          From
          <input
            type="date"
            value={search.from ?? ''}
            onChange={(event) => change({ from: event.target.value || undefined })}
          />
        </label>
        <label>
          To
          <input
            type="date"
            value={search.to ?? ''}
            onChange={(event) => change({ to: event.target.value || undefined })}
          />
        </label>
        <p className="total" role="status">
          {found.data === undefined ? '' : `${counted(documents.length, 'document')}${hasNextPage ? ' so far' : ''}`}
        </p>
      </div>
      {found.isPending ? (
        <Loading what="the documents" />
      ) : found.isError ? (
        <Failed error={found.error} retry={() => void found.refetch()} />
      ) : documents.length === 0 ? (
        <Empty title={Object.keys(filters).length === 0 ? 'The record is empty' : 'No document fits these filters'}>
          <p>
            {Object.keys(filters).length === 0 ? (
              <>
                Put documents in with <code>chancery add PATH</code>.
              </>
            ) : (
              <Link to="/documents">Show all documents</Link>
            )}
          </p>
        </Empty>
      ) : (
        <DocumentsTable
          documents={documents}
          sort={sort}
          setSort={(next) => change({ sort: next })}
          loadMore={loadMore}
        />
      )}
    </main>
  );
}

function DocumentsTable({
  documents,
  sort,
  setSort,
  loadMore,
}: {
  readonly documents: readonly DocumentSummary[];
  readonly sort: string | undefined;
  readonly setSort: (sort: string | undefined) => void;
  readonly loadMore: () => void;
}): ReactNode {
  const navigate = useNavigate();
  const printing = usePrinting();
  const [chosen, setChosen] = useState(-1);
  const [top, setTop] = useState(0);
  const frame = useRef<HTMLTableElement>(null);
  const sorting = useMemo<SortingState>(
    () => (sort === undefined ? [] : [{ id: sort.replace(/^-/, ''), desc: sort.startsWith('-') }]),
    [sort],
  );
  const table = useTable({
    features,
    columns,
    data: documents,
    state: { sorting },
    enableMultiSort: false,
    onSortingChange: (update) => {
      const [next] = typeof update === 'function' ? update(sorting) : update;
      setSort(next === undefined ? undefined : `${next.desc ? '-' : ''}${next.id}`);
    },
  });
  const { rows } = table.getRowModel();
  useLayoutEffect(() => setTop((frame.current?.getBoundingClientRect().top ?? 0) + window.scrollY), []);
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => 37,
    overscan: 20,
    scrollMargin: top,
    scrollPaddingStart: 100,
    scrollPaddingEnd: 40,
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= rows.length - 20) loadMore();
  }, [last, rows.length, loadMore]);
  const choose = (next: number): void => {
    const index = Math.max(0, Math.min(rows.length - 1, next));
    setChosen(index);
    virtual.scrollToIndex(index, { align: 'auto' });
  };
  useEffect(() => {
    if (chosen < 0) return;
    const wait = requestAnimationFrame(() =>
      frame.current?.querySelector<HTMLElement>(`[data-index="${chosen}"] a`)?.focus({ preventScroll: true }),
    );
    return () => cancelAnimationFrame(wait);
  }, [chosen]);
  const open = (): void => {
    const id = rows[chosen]?.original.id;
    if (id !== undefined) void navigate({ to: '/documents/$id', params: { id } });
  };
  useKeys({ j: () => choose(chosen + 1), k: () => choose(chosen - 1), Enter: open });

  const shown = printing ? rows.map((_, index) => index) : items.map(({ index }) => index);
  const before = printing ? 0 : (items[0]?.start ?? top) - top;
  const after = printing ? 0 : virtual.getTotalSize() - ((items.at(-1)?.end ?? top) - top);
  return (
    <div className="documents-table">
      <table ref={frame} aria-rowcount={rows.length + 1}>
        <thead>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id}>
              {group.headers.map((header) => {
                const order = header.column.getIsSorted();
                return (
                  <th
                    key={header.id}
                    scope="col"
                    className={classOf(header.column.id)}
                    aria-sort={order === 'asc' ? 'ascending' : order === 'desc' ? 'descending' : 'none'}
                  >
                    <button type="button" onClick={header.column.getToggleSortingHandler()}>
                      <table.FlexRender header={header} />
                      <span aria-hidden="true">{order === 'asc' ? '↑' : order === 'desc' ? '↓' : ''}</span>
                    </button>
                  </th>
                );
              })}
            </tr>
          ))}
        </thead>
        <tbody>
          <Spacer height={before} />
          {shown.map((index) => {
            const row = rows[index];
            if (row === undefined) return null;
            return (
              <tr
                key={row.id}
                data-index={index}
                ref={printing ? undefined : virtual.measureElement}
                className={index === chosen ? 'chosen' : undefined}
                aria-rowindex={index + 2}
              >
                {row.getAllCells().map((cell) => (
                  <td key={cell.id} className={classOf(cell.column.id)}>
                    <table.FlexRender cell={cell} />
                  </td>
                ))}
              </tr>
            );
          })}
          <Spacer height={after} />
        </tbody>
      </table>
    </div>
  );
}

function classOf(id: string): string | undefined {
  const classes = [
    id === 'published' ? 'date' : '',
    NUMBERS.has(id) ? 'number' : '',
    OPTIONAL.has(id) ? 'optional' : '',
  ];
  return classes.filter(Boolean).join(' ') || undefined;
}

/** Stands for the rows that are not in the page. */
function Spacer({ height }: { readonly height: number }): ReactNode {
  return height <= 0 ? null : (
    <tr className="spacer">
      <td colSpan={columns.length} style={{ blockSize: height }} />
    </tr>
  );
}
