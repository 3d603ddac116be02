/** What is shown when there is nothing to show: still loading, nothing found, refused, no such page. */

import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Refused } from '../api.ts';

export function Loading({ what }: { readonly what: string }): ReactNode {
  return (
    <div className="state" role="status">
      <div className="state-bars" aria-hidden="true">
        <i />
        <i />
        <i />
      </div>
      <p>Reading {what} …</p>
    </div>
  );
}

export function Empty({ title, children }: { readonly title: string; readonly children?: ReactNode }): ReactNode {
  return (
    <div className="state" role="status">
      <h2>{title}</h2>
      {children}
    </div>
  );
}

export function Failed({ error, retry }: { readonly error: unknown; readonly retry?: () => void }): ReactNode {
  const message = error instanceof Error ? error.message : String(error);
  return (
    <div className="state" role="alert">
      <h2>{error instanceof Refused && error.status === 404 ? 'Not in the record' : 'That did not work'}</h2>
      <p>{message}</p>
      {retry === undefined ? null : (
        <p>
          <button type="button" onClick={retry}>
            Try again
          </button>
        </p>
      )}
    </div>
  );
}

export function PageError({ error, reset }: { readonly error: unknown; readonly reset?: () => void }): ReactNode {
  return (
    <main className="page" id="content">
      <Failed error={error} {...(reset ? { retry: reset } : {})} />
    </main>
  );
}

export function NotFound(): ReactNode {
  return (
    <main className="page" id="content">
      <Empty title="No such page">
        <p>
          Go to the <Link to="/">timeline</Link> or the <Link to="/documents">documents</Link>.
        </p>
      </Empty>
    </main>
  );
}
