/** Reading a text on the spot: pasted, read, shown as a document would be, and not kept. */

import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useEffect, useState } from 'react';
import type { Reading, StoredDocument } from '../../index.ts';
import { readText } from '../api.ts';
import { DocumentView } from '../parts/document-view.tsx';
import { Failed, Loading } from '../parts/states.tsx';

export function ReadPage(): ReactNode {
  const [text, setText] = useState('');
  const [published, setPublished] = useState('');
  const reading = useMutation({ mutationFn: readText });
  useEffect(() => {
    document.title = 'Read a text · Chancery';
  }, []);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim() !== '') reading.mutate({ text, published });
  };
  return (
    <main className="page document" id="content">
      <form className="read-form" onSubmit={submit}>
        {reading.data === undefined ? (
          <>
            <h1 className="page-title">Read a text</h1>
            <p className="lead">
              Paste an article, a text dump with its menus, or the source of a page. It is read on this machine and not
              kept.
            </p>
          </>
        ) : null}
        <label htmlFor="read-text" className={reading.data === undefined ? '' : 'unseen'}>
          Text or HTML
        </label>
        <textarea
          id="read-text"
          data-search=""
          rows={reading.data === undefined ? 14 : 3}
          value={text}
          spellCheck={false}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event);
          }}
        />
        <div className="read-with">
          <label className="day">
            <span>Published</span>
            <input type="date" value={published} onChange={(event) => setPublished(event.target.value)} />
          </label>
          <button type="submit" className="chief" disabled={reading.isPending || text.trim() === ''}>
            Read
          </button>
        </div>
      </form>
      {reading.isPending ? (
        <Loading what="the text" />
      ) : reading.isError ? (
        <Failed error={reading.error} />
      ) : reading.data === undefined ? null : (
        <DocumentView key={reading.submittedAt} stored={asStored(reading.data)} kept={false} />
      )}
    </main>
  );
}

/** A reading dressed as a document of the record. */
function asStored(reading: Reading): StoredDocument {
  const { url, title, publisher, published, language } = reading.article;
  const { events, statements, figures, relations } = reading;
  return {
    id: reading.id,
    url,
    title,
    publisher,
    published,
    firstSeen: '',
    grade: reading.grade,
    language,
    counts: {
      events: events.length,
      statements: statements.length,
      figures: figures.length,
      relations: relations.length,
    },
    origin: reading.id,
    copyOf: null,
    relation: null,
    hash: '',
    reading,
    aligned: [],
    reviews: [],
  };
}
