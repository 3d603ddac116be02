/** Below a document: doubts with their reasons, restored names, and the lines taken off the page. */

import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { AlignedRestoration, Aside, Flag, Restoration } from '../../index.ts';
import { type RestorationRow, restorationRows } from '../words/findings.ts';
import { ASIDES, LEDGERS, percent } from '../words/labels.ts';

export function Doubts({ flags, text }: { readonly flags: readonly Flag[]; readonly text: string }): ReactNode {
  if (flags.length === 0) return null;
  return (
    <section aria-labelledby="doubts">
      <h2 id="doubts">Doubts</h2>
      <ul className="doubts">
        {flags.map((flag, index) => (
          <li key={`${flag.code} ${flag.spans.join()}`} data-strength={flag.strength}>
            <p className="doubt-head">
              <span className="strength">{flag.strength}</span>
              <span className="ledger">{LEDGERS[flag.ledger]}</span>
              <code>{flag.rule}</code>
            </p>
            <p>{flag.reason}</p>
            {flag.spans.length === 0 ? null : (
              <ul className="doubt-spans">
                {flag.spans.slice(0, 6).map(([start, end]) => (
                  <li key={`${start}-${end}`}>
                    <Link to="." hash={`flag-${index + 1}`} replace resetScroll={false}>
                      “{shorten(text.slice(start, end))}”
                    </Link>
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface RestorationProps {
  readonly restorations: readonly Restoration[];
  readonly aligned: readonly AlignedRestoration[];
}

/** Names first. Terms that only the alignment shows are folded, since a spun text may have hundreds. */
export function Restorations({ restorations, aligned }: RestorationProps): ReactNode {
  if (restorations.length === 0 && aligned.length === 0) return null;
  const rows = restorationRows(restorations, aligned);
  const terms = rows.filter(({ one }) => one.kind === 'term' && 'document' in one);
  return (
    <section aria-labelledby="restored">
      <h2 id="restored">Restored wording</h2>
      <p className="note">
        The text stays as it was found.{' '}
        {restorations.length === 0 ? '' : 'Findings read the words restored from the tables. '}
        {aligned.length === 0
          ? ''
          : 'What is aligned with another document of the record is shown beside it; findings do not stand on it.'}
      </p>
      <RestorationTable
        rows={[
          ...rows.filter(({ one }) => one.kind !== 'term'),
          ...rows.filter((row) => row.one.kind === 'term' && !terms.includes(row)),
        ]}
      />
      {terms.length === 0 ? null : (
        <details>
          <summary>
            Other words <span className="count">{terms.length}</span>
          </summary>
          <RestorationTable rows={terms} />
        </details>
      )}
    </section>
  );
}

function RestorationTable({ rows }: { readonly rows: readonly RestorationRow[] }): ReactNode {
  if (rows.length === 0) return null;
  return (
    <table className="plain">
      <thead>
        <tr>
          <th scope="col">As found</th>
          <th scope="col">Read as</th>
          <th scope="col">Kind</th>
          <th scope="col">Basis</th>
          <th scope="col" className="number">
            Confidence
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ one, id }) => (
          <tr key={id}>
            <td>
              <Link to="." hash={id} replace resetScroll={false}>
                {one.from}
              </Link>
            </td>
            <td>{one.to}</td>
            <td className="keep">{one.kind}</td>
            <td title={one.basis}>
              {'document' in one ? (
                <Link to="/documents/$id" params={{ id: one.document }}>
                  {one.basis}
                </Link>
              ) : (
                plainBasis(one.basis)
              )}
            </td>
            <td className="number">{percent(one.confidence)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A wording's pattern says little to a reader; it stays as the hint. */
function plainBasis(basis: string): string {
  return basis.startsWith('rewritten wording: ') ? 'a rewriting program’s wording' : basis;
}

export function Asides({ asides }: { readonly asides: readonly Aside[] }): ReactNode {
  if (asides.length === 0) return null;
  const kinds = new Map<string, Aside[]>();
  for (const aside of asides) {
    const list = kinds.get(aside.kind);
    if (list) list.push(aside);
    else kinds.set(aside.kind, [aside]);
  }
  return (
    <section aria-labelledby="asides">
      <h2 id="asides">Taken off the page</h2>
      <p className="note">No line is dropped: what is not the article stands here, with the rule that took it off.</p>
      {[...kinds].map(([kind, list]) => (
        <details key={kind} className="asides">
          <summary>
            {ASIDES[kind] ?? kind} <span className="count">{list.length}</span>
          </summary>
          <ul>
            {list.map((aside, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: equal lines occur, and the list never changes.
              <li key={index}>
                <span className="aside-text">{aside.text}</span> <code>{aside.reason}</code>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </section>
  );
}

/** Quotation marks of the text's own would stand twice. */
function shorten(passage: string): string {
  const words = passage.replace(/^[“"]|[”"]$/g, '');
  return words.length > 140 ? `${words.slice(0, 137)}…` : words;
}
