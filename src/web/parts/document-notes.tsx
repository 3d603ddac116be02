/** Below a document: doubts with their reasons, restored names, where its words come from, and the lines taken off the page. */

import { useQueries, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Aside, Flag, Restoration } from '../../index.ts';
import { descentQuery, documentQuery } from '../api.ts';
import { showDate } from '../words/dates.ts';
import {
  ASIDES,
  COPIES,
  counted,
  DESCENT,
  KINSHIP,
  LEDGERS,
  percent,
  sentenceCase,
  showNumber,
} from '../words/labels.ts';

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

export function Restorations({ restorations }: { readonly restorations: readonly Restoration[] }): ReactNode {
  if (restorations.length === 0) return null;
  return (
    <section aria-labelledby="restored">
      <h2 id="restored">Restored wording</h2>
      <p className="note">The text stays as it was found; findings read the restored words.</p>
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
          {restorations.map((one, index) => (
            <tr key={`${one.span[0]}-${one.span[1]}`}>
              <td>
                <Link to="." hash={`restored-${index + 1}`} replace resetScroll={false}>
                  {one.from}
                </Link>
              </td>
              <td>{one.to}</td>
              <td className="keep">{one.kind}</td>
              <td title={one.basis}>{plainBasis(one.basis)}</td>
              <td className="number">{percent(one.confidence)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** A wording's pattern says little to a reader; it stays as the hint. */
function plainBasis(basis: string): string {
  return basis.startsWith('rewritten wording: ') ? 'a rewriting program’s wording' : basis;
}

const SHOWN_KIN = 12;

export function Lineage({ id }: { readonly id: string }): ReactNode {
  const { data: descent } = useQuery(descentQuery(id));
  const kin = (descent?.kin ?? []).slice(0, SHOWN_KIN);
  const documents = useQueries({ queries: kin.map(({ document }) => documentQuery(document)) });
  if (descent === undefined || (kin.length === 0 && descent.derivation === null && descent.source === null))
    return null;
  const { derivation } = descent;
  const original = documents[kin.findIndex(({ document }) => document === derivation?.from)]?.data;
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
            {kin.map((one, index) => {
              const other = documents[index]?.data;
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
