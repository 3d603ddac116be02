/** The frame around every page: name, ways, what the record holds, keys that work everywhere. */

import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useRef, useState } from 'react';
import { statsQuery } from '../api.ts';
import { focusSearch, useKeys } from '../keys.ts';
import { counted } from '../words/labels.ts';
import { Help } from './help.tsx';

export function Shell(): ReactNode {
  const [help, setHelp] = useState(false);
  const navigate = useNavigate();
  const going = useRef(0);
  const go = (to: '/' | '/documents' | '/read') => (): void => {
    if (Date.now() - going.current < 1_000) void navigate({ to });
  };
  useKeys({
    '/': focusSearch,
    '?': () => setHelp(true),
    g: () => {
      going.current = Date.now();
    },
    t: go('/'),
    d: go('/documents'),
    r: go('/read'),
  });
  return (
    <>
      <a className="skip" href="#content">
        Skip to the content
      </a>
      <header className="top">
        <Link to="/" className="brand" aria-label="Chancery, timeline">
          <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
            <path d="M17.5 8A6.5 6.5 0 1 0 17.5 16" fill="none" stroke="currentColor" strokeWidth="2.4" />
            <path d="M6 21h12" stroke="var(--gilt)" strokeWidth="1.8" />
          </svg>
          <span>Chancery</span>
        </Link>
        <nav aria-label="Main">
          <Link to="/" activeOptions={{ exact: true, includeSearch: false }}>
            Timeline
          </Link>
          <Link to="/documents">Documents</Link>
          <Link to="/read">Read a text</Link>
          <Link to="/about">About</Link>
        </nav>
        <RecordStrip />
        <button type="button" className="quiet keys-button" onClick={() => setHelp(true)} aria-label="Keys">
          <kbd>?</kbd>
        </button>
      </header>
      <Outlet />
      <Help open={help} close={() => setHelp(false)} />
    </>
  );
}

function RecordStrip(): ReactNode {
  const { data } = useQuery(statsQuery);
  if (data === undefined) return <p className="strip" />;
  return (
    <p className="strip">
      <span>{counted(data.documents, 'document')}</span>
      <span>{counted(data.publishers, 'publisher')}</span>
      <span>{counted(data.events, 'event')}</span>
      <span>{counted(data.statements, 'statement')}</span>
    </p>
  );
}
