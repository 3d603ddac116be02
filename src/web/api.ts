/** Asking the server: addresses, answers, and refusals in words. */

import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type {
  DocumentDescent,
  DocumentSummary,
  FoundFigure,
  FoundStatement,
  Histogram,
  Reading,
  RelationHistory,
  Results,
  Stats,
  StoredDocument,
  StoredFact,
  TimelineItem,
} from '../index.ts';
import { type Entry, entryOfFact, entryOfReport } from './words/entry.ts';
import { type DocumentsSearch, stringifySearch, type TimelineSearch } from './words/search.ts';

/** What the server said no to. */
export class Refused extends Error {
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

async function ask<T>(address: string, signal?: AbortSignal, body?: object): Promise<T> {
  let response: Response;
  try {
    response = await fetch(address, {
      headers: { accept: 'application/json', ...(body ? { 'content-type': 'application/json' } : {}) },
      signal: signal ?? null,
      ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new Refused(0, 'unreachable', 'The server does not answer. Is “chancery serve” still running?');
  }
  const answer = (await response.json().catch(() => null)) as { error?: string; errors?: string[] } | T | null;
  if (response.ok && answer !== null) return answer as T;
  const said = (answer ?? {}) as { error?: string; errors?: string[] };
  throw new Refused(response.status, said.error ?? 'internal', said.errors?.join('; ') ?? response.statusText);
}

const PAGE = 100;

/** Facts, or every report for itself. */
export const timelineQuery = ({ view, ...search }: TimelineSearch) =>
  infiniteQueryOptions({
    queryKey: ['timeline', view, search],
    queryFn: async ({ pageParam, signal }): Promise<Results<Entry>> => {
      const query = stringifySearch({ ...search, limit: PAGE, cursor: pageParam ?? undefined });
      if (view === 'reports') {
        const { items, next } = await ask<Results<TimelineItem>>(`/api/timeline${query}`, signal);
        return { items: items.map(entryOfReport), next };
      }
      const { items, next } = await ask<Results<StoredFact>>(`/api/facts${query}`, signal);
      return { items: items.map(entryOfFact), next };
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  });

/** The same filters without their dates: the bars are what a range is chosen from. */
export const histogramQuery = ({ from: _from, to: _to, undated: _undated, view, ...search }: TimelineSearch) =>
  countsQuery({ ...search, ...(view ? { view } : {}) });

export const countsQuery = ({ view, ...search }: TimelineSearch) =>
  queryOptions({
    queryKey: ['histogram', view, search],
    queryFn: ({ signal }) =>
      ask<Histogram>(`/api/${view === 'reports' ? 'timeline' : 'facts'}/histogram${stringifySearch(search)}`, signal),
    placeholderData: keepPreviousData,
  });

export const factQuery = (id: string) =>
  queryOptions({
    queryKey: ['fact', id],
    queryFn: ({ signal }) => ask<StoredFact>(`/api/facts/${encodeURIComponent(id)}`, signal),
  });

export const descentQuery = (id: string) =>
  queryOptions({
    queryKey: ['descent', id],
    queryFn: ({ signal }) => ask<DocumentDescent>(`/api/documents/${encodeURIComponent(id)}/descent`, signal),
  });

export const documentQuery = (id: string) =>
  queryOptions({
    queryKey: ['document', id],
    queryFn: ({ signal }) => ask<StoredDocument>(`/api/documents/${encodeURIComponent(id)}`, signal),
  });

/** The document's events with the ids that claims are cited by. */
export const documentEventsQuery = (id: string) =>
  queryOptions({
    queryKey: ['document-events', id],
    queryFn: ({ signal }) =>
      ask<Results<TimelineItem>>(`/api/timeline${stringifySearch({ document: id, held: true, limit: 1000 })}`, signal),
  });

export const documentsQuery = (search: Omit<DocumentsSearch, 'sort'>) =>
  infiniteQueryOptions({
    queryKey: ['documents', search],
    queryFn: ({ pageParam, signal }) =>
      ask<Results<DocumentSummary>>(
        `/api/documents${stringifySearch({ ...search, limit: 1000, cursor: pageParam ?? undefined })}`,
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  });

export const statsQuery = queryOptions({
  queryKey: ['stats'],
  queryFn: ({ signal }) => ask<Stats>('/api/stats', signal),
  staleTime: 30_000,
});

export type Relation = RelationHistory & {
  readonly standing: RelationHistory['intervals'];
  /** What the codes are called. */
  readonly names: { readonly [code: string]: string };
};

export const relationQuery = (a: string, b: string) =>
  queryOptions({
    queryKey: ['relation', a, b],
    queryFn: ({ signal }) => ask<Relation>(`/api/relation/${encodeURIComponent(a)}/${encodeURIComponent(b)}`, signal),
  });

export const pairFactsQuery = (a: string, b: string) =>
  queryOptions({
    queryKey: ['pair-facts', a, b],
    queryFn: async ({ signal }) =>
      (
        await ask<Results<StoredFact>>(`/api/facts${stringifySearch({ actor: a, other: b, limit: 500 })}`, signal)
      ).items.map(entryOfFact),
  });

/** What speakers of both sides said. */
export const pairStatementsQuery = (a: string, b: string) =>
  queryOptions({
    queryKey: ['pair-statements', a, b],
    queryFn: async ({ signal }) =>
      (
        await Promise.all(
          [a, b].map((speaker) =>
            ask<Results<FoundStatement>>(`/api/statements${stringifySearch({ speaker, limit: 500 })}`, signal),
          ),
        )
      ).flatMap(({ items }) => items),
  });

export const pairFiguresQuery = queryOptions({
  queryKey: ['pair-figures'],
  queryFn: async ({ signal }) => (await ask<Results<FoundFigure>>('/api/figures?limit=1000', signal)).items,
});

/** Markup is told by how it begins. */
export function readText({ text, published }: { readonly text: string; readonly published: string }): Promise<Reading> {
  const content = /^\s*<(?:!doctype|html|head|body|article|div|p)\b/i.test(text) ? { html: text } : { text };
  return ask<Reading>('/api/read', undefined, { ...content, ...(published === '' ? {} : { published }) });
}
