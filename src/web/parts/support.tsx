/** How many stand behind a fact, and what official registers say. */

import type { ReactNode } from 'react';
import type { StoredFact } from '../../index.ts';
import { originsOf } from '../words/entry.ts';
import { counted } from '../words/labels.ts';

export function Support({ fact }: { readonly fact: StoredFact }): ReactNode {
  const { documents, publishers } = fact.support;
  const origins = originsOf(fact);
  const conflicts = fact.disagreements.filter(({ verdict }) => verdict === 'conflict');
  return (
    <span className="support">
      <span>{counted(documents.length, 'document')}</span>
      {documents.length < 2 ? null : (
        <>
          {publishers.length === 0 ? null : <span>{counted(publishers.length, 'publisher')}</span>}
          <span>
            {origins} {origins === '1' ? 'origin' : 'origins'}
          </span>
        </>
      )}
      {fact.register === null ? null : (
        <span className={fact.register.verdict === 'confirmed' ? 'tick' : 'cross'} title={fact.register.why}>
          {fact.register.verdict === 'confirmed' ? '✓ in an official register' : '✗ not in the register that covers it'}
        </span>
      )}
      {conflicts.length === 0 ? null : (
        <span className="differs">differs on {conflicts.map(({ slot }) => slot).join(', ')}</span>
      )}
    </span>
  );
}
