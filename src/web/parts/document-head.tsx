/** What is known about a document before reading it: title, source, date and its basis, credits, and how far to trust it. */

import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Credit, StoredDocument } from '../../index.ts';
import { showBasis, showDate } from '../words/dates.ts';
import { BASES, GRADES } from '../words/labels.ts';

const CREDITS: Readonly<Record<Credit['relation'], string>> = {
  'first-published': 'First published by',
  agency: 'Agency',
  told: 'Told to',
  'edited-by': 'Edited by',
  copyright: 'Copyright',
};

export function DocumentHead({ stored, kept }: { readonly stored: StoredDocument; readonly kept: boolean }): ReactNode {
  const { reading } = stored;
  const { article, grade } = reading;
  const serious = reading.flags.filter(({ strength }) => strength !== 'weak');
  return (
    <header className="document-head">
      <p className="crumbs">
        {kept ? <Link to="/documents">Documents</Link> : 'Read just now, not kept'}
        <span aria-hidden="true"> / </span>
        {article.publisher === null ? (
          'publisher unknown'
        ) : (
          <Link to="/documents" search={{ publisher: article.publisher }}>
            {article.publisher}
          </Link>
        )}
      </p>
      <h1 className="page-title">{article.title ?? <span className="unknown">No title</span>}</h1>
      <dl className="meta">
        <Row name="Published">
          {article.published === null ? (
            <span className="unknown">no date found</span>
          ) : (
            <>
              <time dateTime={article.published}>{showDate(article.published)}</time>
              <span className="unknown"> · {BASES[article.publishedBasis ?? ''] ?? 'basis unknown'}</span>
            </>
          )}
        </Row>
        {article.byline.length === 0 ? null : <Row name="By">{article.byline.join(', ')}</Row>}
        {article.dateline === null ? null : (
          <Row name="Dateline">{[article.dateline.place, article.dateline.agency].filter(Boolean).join(' · ')}</Row>
        )}
        {reading.credits.map((credit) => (
          <Row key={`${credit.relation} ${credit.name}`} name={CREDITS[credit.relation]}>
            {credit.name}
            {credit.status === 'stated' ? null : <span className="unknown"> ({credit.status})</span>}
          </Row>
        ))}
        {article.reference === null || article.reference.date === article.published ? null : (
          <Row name="“Today” is">
            {showDate(article.reference.date)}
            <span className="unknown"> · {showBasis(article.reference.basis)}</span>
          </Row>
        )}
        {article.url === null ? null : (
          <Row name="Address">
            <SafeAddress url={article.url} />
          </Row>
        )}
        {kept ? (
          <Row name="As data">
            <a href={`/documents/${encodeURIComponent(stored.id)}.json`}>JSON</a>
          </Row>
        ) : null}
      </dl>
      <div className="verdict" data-grade={grade}>
        <strong>{GRADES[grade].word}</strong>
        <span>{GRADES[grade].says}</span>
        {serious.length === 0 ? null : (
          <ul>
            {serious.map((flag) => (
              <li key={`${flag.code} ${flag.reason}`}>{flag.reason}</li>
            ))}
          </ul>
        )}
      </div>
    </header>
  );
}

function Row({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactNode {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** A page's address may be anything; only web addresses become links. */
function SafeAddress({ url }: { readonly url: string }): ReactNode {
  return /^https?:\/\//i.test(url) ? (
    <a href={url} rel="noreferrer noopener" target="_blank">
      {url}
    </a>
  ) : (
    url
  );
}
