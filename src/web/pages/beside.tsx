/** Two documents side by side, the runs of words they share marked in both. */

import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { type ReactNode, useEffect, useMemo } from 'react';
import type { StoredDocument } from '../../index.ts';
import { documentQuery } from '../api.ts';
import { MarkedText } from '../parts/marked-text.tsx';
import { Failed, Loading } from '../parts/states.tsx';
import { type Shared, sharedWords } from '../words/beside.ts';
import { showDate } from '../words/dates.ts';
import { percent, showNumber } from '../words/labels.ts';

const route = getRouteApi('/documents/$id/beside/$other');

export function BesidePage(): ReactNode {
  const { id, other } = route.useParams();
  const left = useQuery(documentQuery(id));
  const right = useQuery(documentQuery(other));
  useEffect(() => {
    document.title = 'Side by side · Chancery';
  }, []);
  const error = left.error ?? right.error;
  return (
    <main className="page" id="content">
      <h1 className="page-title">Side by side</h1>
      <p className="note">Marked: runs of five words or more that stand in both.</p>
      {error ? (
        <Failed error={error} />
      ) : left.data === undefined || right.data === undefined ? (
        <Loading what="both documents" />
      ) : (
        <Both left={left.data} right={right.data} />
      )}
    </main>
  );
}

function Both({ left, right }: { readonly left: StoredDocument; readonly right: StoredDocument }): ReactNode {
  const [a, b] = useMemo(() => sharedWords(left.reading.article.text, right.reading.article.text), [left, right]);
  return (
    <div className="beside">
      <Side stored={left} shared={a} />
      <Side stored={right} shared={b} />
    </div>
  );
}

const nothing = (): void => undefined;

function Side({ stored, shared }: { readonly stored: StoredDocument; readonly shared: Shared }): ReactNode {
  const marks = useMemo(() => shared.spans.map((span) => ({ span, kind: 'shared', id: 'mention' })), [shared]);
  return (
    <article className="document-text" lang={stored.language ?? undefined}>
      <header>
        <h2>
          <Link to="/documents/$id" params={{ id: stored.id }}>
            {stored.title ?? 'No title'}
          </Link>
        </h2>
        <p className="unknown">
          {stored.publisher ?? 'publisher unknown'} ·{' '}
          {stored.published === null ? 'no date' : showDate(stored.published)}
          {' · '}
          {showNumber(shared.shared)} of {showNumber(shared.words)} words
          {shared.words === 0 ? '' : ` (${percent(shared.shared / shared.words)})`}
        </p>
      </header>
      <MarkedText text={stored.reading.article.text} marks={marks} choose={nothing} />
    </article>
  );
}
