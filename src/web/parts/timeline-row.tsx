/** One line of the timeline: its date and what the date rests on, who and whom, the words, who says so. */

import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { showBasis, showDate } from '../words/dates.ts';
import { addressOf, type Entry } from '../words/entry.ts';
import { GRADES, percent } from '../words/labels.ts';
import { Evidence, ModalityMark, TypeCode, WhoToWhom } from './event.tsx';
import { Support } from './support.tsx';

export function TimelineRow({ entry }: { readonly entry: Entry }): ReactNode {
  const { event, fact } = entry;
  return (
    <>
      <div className="row-date">
        <When event={event} day={entry.day} />
      </div>
      <div className="row-main">
        <p className="row-kind">
          <TypeCode event={event} />
          <ModalityMark modality={entry.modality} />
          {event.channel === 'virtual' || event.channel === 'phone' ? (
            <span className="tag">{event.channel}</span>
          ) : null}
          {event.place === null ? null : <span className="place">{event.place.name}</span>}
          {entry.held || entry.grade === 'use-with-care' ? (
            <span className="grade" data-grade={entry.held ? 'hold' : 'use-with-care'}>
              {GRADES[entry.held ? 'hold' : 'use-with-care'].word}
            </span>
          ) : null}
        </p>
        <h3 className="row-who">
          <WhoToWhom event={event} linked />
        </h3>
        <EvidenceLink entry={entry}>
          <Evidence quote={entry.quote} evidence={event.evidence} trigger={event.trigger} />
        </EvidenceLink>
        <p className="row-source">
          <span className="publisher">{entry.publisher ?? 'publisher unknown'}</span>
          {entry.title === null ? null : <span className="title">{entry.title}</span>}
          {fact === null ? null : <Support fact={fact} />}
          <span className="confidence" title={`rule ${event.rule}`}>
            {percent(event.confidence)} confidence
          </span>
        </p>
      </div>
    </>
  );
}

export function EvidenceLink({ entry, children }: { readonly entry: Entry; readonly children: ReactNode }): ReactNode {
  const at = addressOf(entry);
  return at.to === '/facts/$id' ? (
    <Link to={at.to} params={{ id: at.id }} className="row-evidence">
      {children}
    </Link>
  ) : (
    <Link to={at.to} params={{ id: at.id }} hash={at.hash} className="row-evidence">
      {children}
    </Link>
  );
}

/** The event's own date and its basis; else the day of publication, which is later than the event. */
export function When({ event, day }: { readonly event: Entry['event']; readonly day: string | null }): ReactNode {
  if (event.date !== null) {
    return (
      <>
        <time dateTime={event.date.value}>{showDate(event.date.value)}</time>
        <small>{showBasis(event.date.basis)}</small>
      </>
    );
  }
  if (day === null) return <span className="undated">no date</span>;
  return (
    <>
      <span className="published">
        by <time dateTime={day}>{showDate(day)}</time>
      </span>
      <small>day of publication</small>
    </>
  );
}
