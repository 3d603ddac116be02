/** What this record holds, and how to read it. */

import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { statsQuery } from '../api.ts';
import { Failed, Loading } from '../parts/states.tsx';
import { showDate } from '../words/dates.ts';
import { counted, GRADES, showNumber, TYPES } from '../words/labels.ts';

export function AboutPage(): ReactNode {
  const { data, error, refetch } = useQuery(statsQuery);
  useEffect(() => {
    document.title = 'About this record · Chancery';
  }, []);
  return (
    <main className="page about" id="content">
      <h1 className="page-title">About this record</h1>
      <p className="lead">
        Chancery reads news as it is found and keeps who met, said, pledged or sanctioned whom, with the exact words and
        the source under every fact. What a page does not say stays unknown.
      </p>
      {error ? (
        <Failed error={error} retry={() => void refetch()} />
      ) : data === undefined ? (
        <Loading what="the numbers" />
      ) : (
        <>
          <dl className="numbers">
            {(['documents', 'publishers', 'events', 'statements', 'figures', 'relations', 'entities'] as const).map(
              (kind) => (
                <div key={kind}>
                  <dt>{kind}</dt>
                  <dd>{showNumber(data[kind])}</dd>
                </div>
              ),
            )}
          </dl>
          <p>
            {data.from === null || data.to === null
              ? 'No document is dated.'
              : `Published from ${showDate(data.from)} to ${showDate(data.to)}.`}{' '}
            {counted(data.archive.pages, 'page')} in {counted(data.archive.segments, 'archive segment')},{' '}
            {showNumber(Math.round(data.archive.bytes / 1024))} KB; database {data.engine}.
          </p>
          <section>
            <h2>How far documents can be trusted</h2>
            <table className="plain">
              <tbody>
                {(['usable', 'use-with-care', 'hold'] as const).map((grade) => (
                  <tr key={grade}>
                    <td>
                      <Link to="/documents" search={{ grade }} className="grade" data-grade={grade}>
                        {GRADES[grade].word}
                      </Link>
                    </td>
                    <td className="number">{showNumber(data.grades[grade])}</td>
                    <td>{GRADES[grade].says}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        </>
      )}
      <section>
        <h2>Facts and reports</h2>
        <ul>
          <li>
            A report is one event as one document tells it. A fact is what all documents together tell of one event.
          </li>
          <li>
            Documents that copy each other share an origin. Nine documents of two origins are two witnesses, not nine; a
            range (“1–2 origins”) means it is not known whether two roots are one.
          </li>
          <li>
            A date in grey with “by” is the day of publication: the event is not later, its own day is not stated.
          </li>
        </ul>
      </section>
      <section>
        <h2>Codes</h2>
        <table className="plain">
          <tbody>
            {Object.entries(TYPES).map(([type, meaning]) => (
              <tr key={type}>
                <td>
                  <Link to="/" search={{ types: [type] }} className="type" data-type={type}>
                    {type}
                  </Link>
                </td>
                <td>{meaning}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className="note">Types of the PLOVER 2021 codebook. Countries by ISO 3166-1.</p>
      </section>
      <section>
        <h2>The same as data</h2>
        <p>
          Every page has a .json twin; <a href="/api/openapi.json">/api/openapi.json</a> describes them all. The
          timeline comes as RSS, JSON feed and calendar under its own filters, and tools that speak MCP find it at /mcp.
        </p>
      </section>
    </main>
  );
}
