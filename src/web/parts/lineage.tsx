/** Where a document's words come from: drawn, said in a sentence, and as a table of all that share them. */

import { useQueries, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { descentQuery, documentQuery } from '../api.ts';
import { showDate } from '../words/dates.ts';
import { COPIES, counted, DESCENT, KINSHIP, sentenceCase, showNumber } from '../words/labels.ts';
import { LineageDrawing } from './lineage-drawing.tsx';

const SHOWN_KIN = 12;

export function Lineage({ id }: { readonly id: string }): ReactNode {
  const { data: descent } = useQuery(descentQuery(id));
  const kin = (descent?.kin ?? []).slice(0, SHOWN_KIN);
  const drawn = new Map(descent?.lineage.map((line) => [line.document, line]));
  // Those of the same origin are known from the lineage.
  const others = kin.map(({ document }) => document).filter((document) => !drawn.has(document));
  const asked = useQueries({ queries: others.map((document) => documentQuery(document)) });
  if (descent === undefined || (kin.length === 0 && descent.derivation === null && descent.source === null))
    return null;
  const { derivation } = descent;
  const about = (document: string | null) => drawn.get(document) ?? asked[others.indexOf(document ?? '')]?.data;
  const original = about(derivation?.from ?? null);
  return (
    <section aria-labelledby="lineage">
      <h2 id="lineage">Where its words come from</h2>
      {derivation === null ? (
        <p>
          {descent.source === null
            ? 'Nothing older with these words is in the record.'
            : `It names ${descent.source} as its source; that text is not in the record.`}
        </p>
      ) : (
        <p>
          {sentenceCase(COPIES[derivation.relation] ?? derivation.relation)}
          {derivation.from === null ? '' : ' of '}
          {derivation.from === null ? null : (
            <Link to="/documents/$id" params={{ id: derivation.from }}>
              {original?.title ?? 'the original'}
            </Link>
          )}
          {original?.publisher ? ` by ${original.publisher}` : null}
          <span className="unknown">
            {' '}
            · {DESCENT[derivation.status] ?? derivation.status}: {derivation.why}
          </span>
        </p>
      )}
      {descent.lineage.length < 2 ? null : (
        <LineageDrawing
          lineages={[descent.lineage]}
          current={new Set([id])}
          title="Where this document’s words come from"
        />
      )}
      {kin.length === 0 ? null : (
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">Shares words with</th>
              <th scope="col">Publisher</th>
              <th scope="col">Published</th>
              <th scope="col">How</th>
              <th scope="col" className="number">
                Words
              </th>
            </tr>
          </thead>
          <tbody>
            {kin.map((one) => {
              const other = about(one.document);
              return (
                <tr key={one.document} title={one.why}>
                  <td>
                    <Link to="/documents/$id" params={{ id: one.document }}>
                      {other?.title ?? one.document}
                    </Link>
                  </td>
                  <td>{other?.publisher ?? '–'}</td>
                  <td className="keep">{other?.published ? showDate(other.published) : '–'}</td>
                  <td>{KINSHIP[one.relation] ?? one.relation}</td>
                  <td className="number keep">
                    <Link
                      to="/documents/$id/beside/$other"
                      params={{ id, other: one.document }}
                      aria-label={`Side by side with ${other?.title ?? 'it'}`}
                    >
                      {showNumber(one.words)} side by side
                    </Link>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      {descent.kin.length > SHOWN_KIN ? <p>and {counted(descent.kin.length - SHOWN_KIN, 'more document')}</p> : null}
    </section>
  );
}
