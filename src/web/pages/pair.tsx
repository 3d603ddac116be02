/** Two parties: where they stand and stood, what happened between them, what was said and counted. */

import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { type ReactNode, useEffect, useMemo } from 'react';
import type { FoundFigure, FoundStatement } from '../../index.ts';
import { pairFactsQuery, pairFiguresQuery, pairStatementsQuery, type Relation, relationQuery } from '../api.ts';
import { ModalityMark, Quote, TypeCode, WhoToWhom } from '../parts/event.tsx';
import { FigureSummary, StatementSummary } from '../parts/finding-card.tsx';
import { Ladder } from '../parts/ladder.tsx';
import { Empty, Failed, Loading } from '../parts/states.tsx';
import { Support } from '../parts/support.tsx';
import { EvidenceLink } from '../parts/timeline-row.tsx';
import { showBasis, showDate } from '../words/dates.ts';
import type { Entry } from '../words/entry.ts';
import { counted, sentenceCase } from '../words/labels.ts';

const route = getRouteApi('/pairs/$a/$b');

export function PairPage(): ReactNode {
  const params = route.useParams();
  const [a, b] = [params.a.toUpperCase(), params.b.toUpperCase()];
  const relation = useQuery(relationQuery(a, b));
  const facts = useQuery(pairFactsQuery(a, b));
  useEffect(() => {
    document.title = `${a} – ${b} · Chancery`;
  }, [a, b]);
  return (
    <main className="page fact" id="content">
      <header className="pair-head">
        <h1 className="page-title">
          <Party code={a} names={relation.data?.names} /> – <Party code={b} names={relation.data?.names} />
        </h1>
        {relation.data?.standing.map((now) => (
          <span key={now.ladder} className="grade" data-grade="usable">
            {sentenceCase(now.level)}
            {now.from === null ? '' : ` since ${showDate(now.from)}`}
          </span>
        ))}
        <Link to="/" search={{ actor: a, other: b }}>
          On the timeline
        </Link>
        <a href={`/pairs/${a}/${b}.json`}>JSON</a>
      </header>
      {relation.isPending ? (
        <Loading what="their history" />
      ) : relation.isError ? (
        <Failed error={relation.error} retry={() => void relation.refetch()} />
      ) : (
        <History relation={relation.data} facts={facts.data ?? []} />
      )}
      {facts.isError ? <Failed error={facts.error} retry={() => void facts.refetch()} /> : null}
      {facts.data === undefined ? null : <Between a={a} b={b} facts={facts.data} />}
    </main>
  );
}

function Party({ code, names }: { readonly code: string; readonly names: Relation['names'] | undefined }): ReactNode {
  const name = names?.[code];
  return name === undefined || name === code ? (
    code
  ) : (
    <>
      {name} <span className="code">{code}</span>
    </>
  );
}

function History({ relation, facts }: { readonly relation: Relation; readonly facts: readonly Entry[] }): ReactNode {
  const { intervals, sought } = relation;
  if (intervals.length === 0 && sought.length === 0) return null;
  return (
    <section aria-labelledby="ladder">
      <h2 id="ladder">Relationship</h2>
      {intervals.length === 0 ? null : (
        <>
          <Ladder intervals={intervals} days={facts.map(({ day }) => day)} />
          <table className="plain">
            <thead>
              <tr>
                <th scope="col">Level</th>
                <th scope="col">From</th>
                <th scope="col">To</th>
                <th scope="col">Stands on</th>
              </tr>
            </thead>
            <tbody>
              {intervals.map(({ ladder, level, from, to, step, claims, disagreements }) => (
                <tr key={`${ladder} ${level} ${from}`}>
                  <td>
                    {sentenceCase(level)} {ladder === null ? null : <span className="code">{ladder}</span>}
                  </td>
                  <td className="date">{from === null ? <span className="unknown">unknown</span> : showDate(from)}</td>
                  <td className="date">{to === null ? 'holds' : showDate(to)}</td>
                  <td>
                    {step === null ? null : <div>{step.source}</div>}
                    {claims.length === 0 ? null : (
                      <Link to="/documents/$id" params={{ id: claims[0]?.document ?? '' }} title={claims[0]?.quote}>
                        {counted(claims.length, 'report')}
                      </Link>
                    )}
                    {disagreements.map(({ claim, why }) => (
                      <div key={claim.id} className="differs">
                        {claim.publisher ?? 'Publisher unknown'} {showBasis(why)}
                      </div>
                    ))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
      {sought.length === 0 ? null : (
        <>
          <h3>Sought, and changing nothing</h3>
          <ul className="lines">
            {sought.map((claim) => (
              <li key={claim.id}>
                <Link to="/documents/$id" params={{ id: claim.document }}>
                  <Quote>{claim.quote}</Quote>
                </Link>{' '}
                <small>
                  {claim.publisher ?? 'publisher unknown'}
                  {claim.published === null ? '' : `, ${showDate(claim.published)}`}
                </small>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Between({
  a,
  b,
  facts,
}: {
  readonly a: string;
  readonly b: string;
  readonly facts: readonly Entry[];
}): ReactNode {
  const ours = useMemo(() => new Set(facts.flatMap(({ fact }) => fact?.support.documents ?? [])), [facts]);
  const statements = useQuery(pairStatementsQuery(a, b)).data;
  const figures = useQuery(pairFiguresQuery).data;
  const said = once(statements?.filter(({ document }) => ours.has(document.id)) ?? []);
  const counts = once(figures?.filter(({ document }) => ours.has(document.id)) ?? []);
  if (facts.length === 0) {
    return (
      <Empty title={`Nothing between ${a} and ${b}`}>
        <p>No report in this record has both in one event.</p>
      </Empty>
    );
  }
  return (
    <>
      <section aria-labelledby="events">
        <h2 id="events">
          Events <span className="count">{facts.length}</span>
        </h2>
        <ul className="lines">
          {facts.map((entry) => (
            <li key={entry.id} data-modality={entry.modality}>
              <EvidenceLink entry={entry}>
                <strong>{entry.day === null ? 'No date' : showDate(entry.event.date?.value ?? entry.day)}</strong>{' '}
                <TypeCode event={entry.event} /> <ModalityMark modality={entry.modality} />{' '}
                <WhoToWhom event={entry.event} />
                <br />
                <Quote>{entry.quote}</Quote>
              </EvidenceLink>
              <small>{entry.fact === null ? null : <Support fact={entry.fact} />}</small>
            </li>
          ))}
        </ul>
      </section>
      <div className="columns">
        {said.length === 0 ? null : (
          <section aria-labelledby="said">
            <h2 id="said">
              Said in those documents <span className="count">{said.length}</span>
            </h2>
            <ul className="lines">
              {said.map((found) => (
                <li key={found.id}>
                  <InDocument document={found.document}>
                    <StatementSummary statement={asQuoted(found)} text={found.quote} />
                  </InDocument>
                </li>
              ))}
            </ul>
          </section>
        )}
        {counts.length === 0 ? null : (
          <section aria-labelledby="counted">
            <h2 id="counted">
              Figures in those documents <span className="count">{counts.length}</span>
            </h2>
            <ul className="lines">
              {counts.map((found) => (
                <li key={found.id}>
                  <InDocument document={found.document}>
                    <FigureSummary figure={found.figure} />
                    <Quote>{found.quote}</Quote>
                  </InDocument>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </>
  );
}

function InDocument({
  document,
  children,
}: {
  readonly document: FoundStatement['document'];
  readonly children: ReactNode;
}): ReactNode {
  return (
    <>
      <Link to="/documents/$id" params={{ id: document.id }} className="finding-link">
        {children}
      </Link>
      <small>
        {document.publisher ?? 'publisher unknown'}
        {document.published === null ? '' : `, ${showDate(document.published)}`}
      </small>
    </>
  );
}

/** Copies say the same words; one of them is enough here. */
function once<T extends FoundStatement | FoundFigure>(found: readonly T[]): T[] {
  return [...new Map(found.map((one) => [one.quote, one])).values()];
}

/** The statement with its spans counted in its evidence, which is all of the text that is here. */
function asQuoted({ statement }: FoundStatement): FoundStatement['statement'] {
  const from = statement.evidence[0];
  return { ...statement, content: statement.content.map(([start, end]) => [start - from, end - from] as const) };
}
