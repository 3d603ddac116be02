/** A document as it is read: its clean text with what was found in it, what speaks against it, and what was taken off the page. */

import { useQuery } from '@tanstack/react-query';
import { useNavigate, useRouter, useRouterState } from '@tanstack/react-router';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { StoredDocument } from '../../index.ts';
import { documentEventsQuery } from '../api.ts';
import { useKeys } from '../keys.ts';
import {
  type Finding,
  findingsOf,
  flagMarks,
  marksAt,
  marksOf,
  mentionMarks,
  restorationMarks,
  restorationRows,
} from '../words/findings.ts';
import { DocumentHead } from './document-head.tsx';
import { Asides, Doubts, Restorations } from './document-notes.tsx';
import { FindingCard } from './finding-card.tsx';
import { Lineage } from './lineage.tsx';
import { MarkedText } from './marked-text.tsx';
import { Empty } from './states.tsx';

const LAYERS = ['events', 'statements', 'figures', 'relations', 'names', 'doubts'] as const;
type Layer = (typeof LAYERS)[number];
const LAYER_OF: Readonly<Record<Finding['kind'], Layer>> = {
  event: 'events',
  statement: 'statements',
  figure: 'figures',
  relation: 'relations',
};

interface Props {
  readonly stored: StoredDocument;
  /** In the record; else only read, so that nothing there leads to it. */
  readonly kept: boolean;
}

export function DocumentView({ stored, kept }: Props): ReactNode {
  const { reading } = stored;
  const navigate = useNavigate();
  const router = useRouter();
  const hash = useRouterState({ select: (state) => state.location.hash });
  const claims = useQuery({ ...documentEventsQuery(stored.id), enabled: kept }).data?.items;
  const findings = useMemo(() => findingsOf(reading), [reading]);
  const restored = useMemo(() => restorationRows(reading.restorations, stored.aligned), [reading, stored.aligned]);
  const [layers, setLayers] = useState<ReadonlySet<Layer>>(
    () => new Set<Layer>(['events', 'statements', 'figures', 'relations', 'doubts']),
  );
  const text = useRef<HTMLElement>(null);
  const list = useRef<HTMLOListElement>(null);

  // Events are cited by their claim, which reading again keeps; the other findings by their place in the reading.
  const claimOf = useCallback(
    (finding: Finding): string | null =>
      finding.kind === 'event' ? (claims?.find(({ index }) => index === finding.index)?.id ?? null) : null,
    [claims],
  );
  const reviews = useMemo(
    () => new Map(stored.reviews.map((review) => [`${review.findings} ${review.index}`, review])),
    [stored.reviews],
  );
  const chosen = useMemo(() => {
    const cited = /^event-(\w{8,})$/.exec(hash)?.[1];
    if (cited === undefined) return hash;
    const found = claims?.find(({ id }) => id === cited);
    return found === undefined ? '' : `event-${found.index + 1}`;
  }, [hash, claims]);
  const listed = useMemo(() => findings.filter(({ kind }) => layers.has(LAYER_OF[kind])), [findings, layers]);
  const marks = useMemo(
    () => [
      ...listed.flatMap(marksOf),
      ...(layers.has('names') ? mentionMarks(reading) : []),
      ...(layers.has('doubts') ? [...flagMarks(reading.flags), ...restorationMarks(restored)] : []),
      ...marksAt(chosen, reading, findings, restored),
    ],
    [listed, layers, reading, chosen, findings, restored],
  );

  const choose = useCallback(
    (id: string) => {
      const finding = findings.find((one) => one.id === id);
      const claim = finding === undefined ? null : claimOf(finding);
      void navigate({ to: '.', hash: claim === null ? id : `event-${claim}`, replace: true, resetScroll: false });
    },
    [navigate, findings, claimOf],
  );
  useEffect(() => {
    if (chosen === '') return;
    text.current?.querySelector('mark.chosen')?.scrollIntoView({ block: 'center', behavior: 'auto' });
    const card = list.current?.querySelector<HTMLElement>('.chosen a');
    card?.focus({ preventScroll: true });
    const box = list.current;
    if (card && box && box.scrollHeight > box.clientHeight) {
      box.scrollTop = card.offsetTop - box.clientHeight / 3;
    }
  }, [chosen]);
  useEffect(() => {
    window.document.title = `${stored.title ?? 'Untitled'} · Chancery`;
  }, [stored.title]);

  const step = (by: 1 | -1) => (): void => {
    const at = listed.findIndex(({ id }) => id === chosen);
    const next = listed[at < 0 ? (by === 1 ? 0 : listed.length - 1) : at + by];
    if (next !== undefined) choose(next.id);
  };
  const toggle = (layer: Layer): void =>
    setLayers((before) => {
      const after = new Set(before);
      if (!after.delete(layer)) after.add(layer);
      return after;
    });
  useKeys({
    n: step(1),
    j: step(1),
    p: step(-1),
    k: step(-1),
    u: () => router.history.back(),
    ...Object.fromEntries(LAYERS.map((layer, index) => [String(index + 1), () => toggle(layer)])),
  });

  const counts: Readonly<Record<Layer, number>> = {
    events: reading.events.length,
    statements: reading.statements.length,
    figures: reading.figures.length,
    relations: reading.relations.length,
    names: reading.mentions.length,
    doubts: reading.flags.length + restored.length,
  };
  const place = listed.findIndex(({ id }) => id === chosen);
  return (
    <>
      <DocumentHead stored={stored} kept={kept} />
      <fieldset className="layers">
        <legend className="unseen">Marked in the text</legend>
        {LAYERS.map((layer, index) => (
          <button
            key={layer}
            type="button"
            className="layer"
            data-layer={layer}
            aria-pressed={layers.has(layer)}
            disabled={counts[layer] === 0}
            title={`Key ${index + 1}`}
            onClick={() => toggle(layer)}
          >
            <i aria-hidden="true" />
            {layer} <span className="count">{counts[layer]}</span>
          </button>
        ))}
      </fieldset>
      <div className="document-grid">
        <div>
          <article ref={text} className="document-text" lang={reading.article.language ?? undefined} aria-label="Text">
            <MarkedText text={reading.article.text} marks={marks} choose={choose} />
          </article>
          <div className="document-notes">
            <Doubts flags={reading.flags} text={reading.article.text} />
            <Restorations restorations={reading.restorations} aligned={stored.aligned} />
            {kept ? <Lineage id={stored.id} /> : null}
            <Asides asides={reading.article.asides} />
          </div>
        </div>
        <aside className="document-findings" aria-label="Findings">
          <header>
            <h2>Findings</h2>
            <span className="count" role="status">
              {place < 0 ? listed.length : `${place + 1} of ${listed.length}`}
            </span>
            <button
              type="button"
              className="quiet"
              onClick={step(-1)}
              disabled={place <= 0}
              aria-label="Previous finding"
            >
              <kbd>p</kbd>
            </button>
            <button
              type="button"
              className="quiet"
              onClick={step(1)}
              disabled={place === listed.length - 1}
              aria-label="Next finding"
            >
              <kbd>n</kbd>
            </button>
          </header>
          {listed.length === 0 ? (
            <Empty title="Nothing found">
              <p>No event, statement, figure or relation of the kinds shown.</p>
            </Empty>
          ) : (
            <ol ref={list}>
              {listed.map((finding) => (
                <li
                  key={finding.id}
                  data-kind={finding.kind}
                  className={finding.id === chosen ? 'finding chosen' : 'finding'}
                >
                  <FindingCard
                    finding={finding}
                    text={reading.article.text}
                    chosen={finding.id === chosen}
                    claim={claimOf(finding)}
                    review={reviews.get(`${LAYER_OF[finding.kind]} ${finding.index}`) ?? null}
                  />
                </li>
              ))}
            </ol>
          )}
        </aside>
      </div>
    </>
  );
}
