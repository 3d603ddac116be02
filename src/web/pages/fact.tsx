/** A fact: what all documents together tell of one event, their words side by side, and where they differ. */

import { useQueries, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import type { Event, StoredDocument, StoredFact } from '../../index.ts';
import { descentQuery, documentQuery, factQuery } from '../api.ts';
import { useKeys } from '../keys.ts';
import { ModalityMark, Quote, TypeCode, WhoToWhom } from '../parts/event.tsx';
import { ReviewNote } from '../parts/finding-card.tsx';
import { LineageDrawing } from '../parts/lineage-drawing.tsx';
import { Failed, Loading } from '../parts/states.tsx';
import { When } from '../parts/timeline-row.tsx';
import { showBasis, showDate } from '../words/dates.ts';
import { originsOf } from '../words/entry.ts';
import { partiesOf } from '../words/findings.ts';
import { COPIES, codeOf, counted, MODALITIES, nameOf, sentenceCase, VERDICTS } from '../words/labels.ts';

const route = getRouteApi('/facts/$id');

export function FactPage(): ReactNode {
  const { id } = route.useParams();
  const fact = useQuery(factQuery(id));
  return (
    <main className="page fact" id="content">
      {fact.isPending ? (
        <Loading what="the fact" />
      ) : fact.isError ? (
        <Failed error={fact.error} retry={() => void fact.refetch()} />
      ) : (
        <FactView fact={fact.data} />
      )}
    </main>
  );
}

type Claim = StoredFact['claims'][number];

function FactView({ fact }: { readonly fact: StoredFact }): ReactNode {
  const navigate = useNavigate();
  const { event } = fact;
  const ids = [...new Set(fact.claims.map(({ document }) => document))];
  const results = useQueries({ queries: ids.map((id) => documentQuery(id)) });
  const documents = new Map(ids.map((id, index) => [id, results[index]?.data]));
  const claims = new Map(fact.claims.map((claim) => [claim.id, claim]));
  const origins = [...Map.groupBy(fact.claims, ({ origin }) => origin).values()].map(byDay).sort(byFirst);
  useEffect(() => {
    document.title = `${partiesOf(event).map(nameOf).slice(0, 2).join(' – ')} · Chancery`;
  }, [event]);
  useKeys({ u: () => void navigate({ to: '/' }) });
  const pair = [...new Set(partiesOf(event).map(codeOf))].filter((code) => code !== null && /^[A-Z]{3}$/.test(code));
  return (
    <>
      <header className="fact-head">
        <p className="crumbs">
          <Link to="/">Timeline</Link>
          <span aria-hidden="true"> / </span>
          <TypeCode event={event} />
        </p>
        <h1 className="page-title">
          <WhoToWhom event={event} />
        </h1>
        <p className="fact-when">
          <span>
            <When event={event} day={fact.day} />
          </span>
          {event.place === null ? null : (
            <span>
              {event.place.name}
              {event.place.country === null ? null : <span className="code"> {event.place.country}</span>}
            </span>
          )}
          <ModalityMark modality={fact.state as Event['modality']} />
          {pair.length === 2 ? (
            <Link to="/pairs/$a/$b" params={{ a: pair[0] as string, b: pair[1] as string }}>
              All between {pair[0]} and {pair[1]}
            </Link>
          ) : null}
          <a href={`/facts/${fact.id}.json`}>JSON</a>
        </p>
      </header>
      <dl className="tiles">
        <div>
          <dt>Documents</dt>
          <dd>{fact.support.documents.length}</dd>
        </div>
        <div>
          <dt>Publishers</dt>
          <dd>
            {fact.support.publishers.length}
            <small>{fact.support.publishers.join(', ')}</small>
          </dd>
        </div>
        <div>
          <dt>Origins</dt>
          <dd>
            {originsOf(fact)}
            <small>
              copies of one text count once
              {fact.support.origins.min === fact.support.origins.max
                ? ''
                : '; fewer if two share a source they do not name'}
            </small>
          </dd>
        </div>
        <div>
          <dt>Official registers</dt>
          {fact.register === null ? (
            <dd>
              –<small>none covers it</small>
            </dd>
          ) : (
            <dd className={fact.register.verdict === 'confirmed' ? 'tick' : 'cross'}>
              {fact.register.verdict === 'confirmed' ? '✓ confirmed' : '✗ contradicted'}
              <small>{showBasis(fact.register.why)}</small>
            </dd>
          )}
        </div>
      </dl>
      {fact.states.length > 1 ? (
        <section aria-labelledby="states">
          <h2 id="states">How it went</h2>
          <ol className="states">
            {fact.states.map(({ modality, since, claims: by }) => (
              <li key={modality}>
                <span className="modality" data-modality={modality}>
                  {MODALITIES[modality]}
                </span>
                <span className="unknown">
                  {since === null ? '' : `reported ${showDate(since)} · `}
                  {counted(by.length, 'report')}
                </span>
              </li>
            ))}
          </ol>
        </section>
      ) : null}
      {fact.disagreements.length === 0 ? null : (
        <section aria-labelledby="differences">
          <h2 id="differences">Where the reports differ</h2>
          <ul className="sides">
            {fact.disagreements.map((difference) => (
              <li key={difference.slot} data-verdict={difference.verdict}>
                <p>
                  <strong>{sentenceCase(difference.slot)}</strong>: {VERDICTS[difference.verdict]} – {difference.why}
                </p>
                <dl>
                  {difference.sides.map((side) => (
                    <div key={side.value}>
                      <dt>{sideName(difference.slot, side.value)}</dt>
                      {[...Map.groupBy(present(side.claims, claims), ({ quote }) => quote)].map(([quote, by]) => (
                        <dd key={quote}>
                          <Quote>{quote}</Quote>{' '}
                          <span className="unknown">
                            {[...new Set(by.map(({ publisher }) => publisher ?? 'publisher unknown'))].join(', ')}
                          </span>
                        </dd>
                      ))}
                    </div>
                  ))}
                </dl>
              </li>
            ))}
          </ul>
        </section>
      )}
      <FactLineage origins={origins} />
      <section aria-labelledby="claims">
        <h2 id="claims">Who says so</h2>
        <ul className="claims">
          {origins.flatMap((family, number) =>
            family.map((claim, index) => (
              <ClaimCard
                key={claim.id}
                claim={claim}
                document={documents.get(claim.document)}
                origin={origins.length === 1 ? 'the one origin' : `origin ${number + 1} of ${origins.length}`}
                copy={index > 0}
                alone={fact.claims.length === 1}
              />
            )),
          )}
        </ul>
      </section>
    </>
  );
}

/** More origins than these are told by the cards below. */
const DRAWN_ORIGINS = 8;

/** The lineages of the claims' documents, where any document has another's words. */
function FactLineage({ origins }: { readonly origins: readonly (readonly Claim[])[] }): ReactNode {
  const firsts = origins.slice(0, DRAWN_ORIGINS).map(([claim]) => (claim as Claim).document);
  const results = useQueries({ queries: firsts.map((id) => descentQuery(id)) });
  const lineages = results.map(({ data }) => data?.lineage ?? []);
  if (lineages.every((lines) => lines.length < 2)) return null;
  return (
    <section aria-labelledby="lineage">
      <h2 id="lineage">Whose words they are</h2>
      <p className="note">Ringed: documents that tell this fact.</p>
      <LineageDrawing
        lineages={lineages}
        current={new Set(origins.flat().map(({ document }) => document))}
        title="Whose words the reports have"
      />
      {origins.length > DRAWN_ORIGINS ? <p>and {counted(origins.length - DRAWN_ORIGINS, 'more origin')}</p> : null}
    </section>
  );
}

function sideName(slot: string, value: string): string {
  if (slot === 'date') return showDate(value);
  return slot === 'state' ? (MODALITIES[value as Event['modality']] ?? value) : value;
}

function present(ids: readonly string[], claims: ReadonlyMap<string, Claim>): Claim[] {
  return ids.map((id) => claims.get(id)).filter((claim) => claim !== undefined);
}

function byFirst([a]: readonly Claim[], [b]: readonly Claim[]): number {
  return (a?.published ?? '9999').localeCompare(b?.published ?? '9999');
}

/** The root of an origin first. */
function byDay(claims: readonly Claim[]): Claim[] {
  return [...claims].sort(
    (a, b) =>
      Number(b.document === b.origin) - Number(a.document === a.origin) ||
      (a.published ?? '9999').localeCompare(b.published ?? '9999'),
  );
}

function ClaimCard({
  claim,
  document,
  origin,
  copy,
  alone,
}: {
  readonly claim: Claim;
  readonly document: StoredDocument | undefined;
  /** Which one its words come from, in words. */
  readonly origin: string;
  readonly copy: boolean;
  readonly alone: boolean;
}): ReactNode {
  return (
    <li className={copy ? 'claim copy' : 'claim'}>
      <header>
        <h3>{claim.publisher ?? 'Publisher unknown'}</h3>
        <span className="unknown">{claim.published === null ? 'no date' : showDate(claim.published)}</span>
        <ModalityMark modality={claim.modality as Event['modality']} />
      </header>
      <Link to="/documents/$id" params={{ id: claim.document }} hash={`event-${claim.id}`} className="row-evidence">
        <Quote>{claim.quote}</Quote>
      </Link>
      <footer>
        <div>{document?.title ?? '\u00a0'}</div>
        <div>
          {sentenceCase(origin)}
          {document?.copyOf == null ? null : `, ${COPIES[document.relation ?? ''] ?? 'a copy'}`}
        </div>
        {alone ? null : (
          <div>{claim.why === null ? 'The report that the others join' : `Same event: ${claim.why}`}</div>
        )}
        {claim.review === null ? null : <ReviewNote review={claim.review} />}
      </footer>
    </li>
  );
}
