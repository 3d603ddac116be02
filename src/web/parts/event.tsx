/** An event in words: who did what to whom, under which code, and whether it happened. */

import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Actor, Event, Span, Speaker } from '../../index.ts';
import { codeOf, MODALITIES, nameOf, TYPES } from '../words/labels.ts';

export function TypeCode({ event }: { readonly event: Pick<Event, 'type' | 'mode'> }): ReactNode {
  return (
    <span className="type" data-type={event.type} title={TYPES[event.type]}>
      {event.type}
      {event.mode === null ? null : <span className="mode"> · {event.mode}</span>}
    </span>
  );
}

/** Plain for what happened; everything else says so. */
export function ModalityMark({ modality }: { readonly modality: Event['modality'] }): ReactNode {
  if (modality === 'occurred') return null;
  return (
    <span className="modality" data-modality={modality}>
      {MODALITIES[modality]}
    </span>
  );
}

/** With `linked`, the name leads to the timeline of the person, the code to that of the state or body. */
export function ActorName({
  actor,
  linked = false,
}: {
  readonly actor: Actor | Speaker;
  readonly linked?: boolean;
}): ReactNode {
  const code = codeOf(actor);
  const role = 'role' in actor && actor.role !== null && actor.name !== null ? actor.role : null;
  return (
    <span className="actor" title={role === null ? undefined : `${nameOf(actor)}, ${role}`}>
      {linked && actor.entity?.startsWith('person:') && !actor.entity.includes('~') ? (
        <Link to="/" search={{ actor: actor.entity }} className="actor-name">
          {nameOf(actor)}
        </Link>
      ) : (
        <span className="actor-name">{nameOf(actor)}</span>
      )}
      {code === null || code === nameOf(actor) ? null : (
        <>
          {' '}
          {linked ? (
            <Link to="/" search={{ actor: code }} className="code">
              {code}
            </Link>
          ) : (
            <span className="code">{code}</span>
          )}
        </>
      )}
    </span>
  );
}

const SHOWN = 4;

function Party({ actors, linked }: { readonly actors: readonly Actor[]; readonly linked: boolean }): ReactNode {
  const shown = actors.slice(0, SHOWN);
  return (
    <>
      {shown.map((actor, index) => (
        <span key={`${actor.span[0]}-${actor.span[1]}`}>
          {index === 0 ? '' : ', '}
          <ActorName actor={actor} linked={linked} />
        </span>
      ))}
      {actors.length > SHOWN ? <span className="more"> and {actors.length - SHOWN} more</span> : null}
    </>
  );
}

/** Reciprocal events join everybody by a double arrow; the others point from who to whom. */
export function WhoToWhom({ event, linked = false }: { readonly event: Event; readonly linked?: boolean }): ReactNode {
  const [first, ...rest] = event.actors;
  if (first === undefined && event.recipients.length === 0) return <span className="unknown">nobody named</span>;
  if (event.recipients.length === 0) {
    return rest.length === 0 ? (
      <Party actors={event.actors} linked={linked} />
    ) : (
      <>
        <Party actors={[first as Actor]} linked={linked} /> <Arrow words="with" sign="↔" />{' '}
        <Party actors={rest} linked={linked} />
      </>
    );
  }
  return (
    <>
      {first === undefined ? <span className="unknown">unnamed</span> : <Party actors={event.actors} linked={linked} />}{' '}
      <Arrow words="towards" sign="→" /> <Party actors={event.recipients} linked={linked} />
    </>
  );
}

function Arrow({ words, sign }: { readonly words: string; readonly sign: string }): ReactNode {
  return (
    <span className="arrow">
      <span aria-hidden="true">{sign}</span>
      <span className="unseen">{words}</span>
    </span>
  );
}

/** The evidence sentence, the words it turns on set apart. `trigger` is in the document's text, as `evidence` is. */
export function Evidence({
  quote,
  evidence,
  trigger,
}: {
  readonly quote: string;
  readonly evidence: Span;
  readonly trigger: Span | null;
}): ReactNode {
  const from = (trigger?.[0] ?? 0) - evidence[0];
  const to = (trigger?.[1] ?? 0) - evidence[0];
  if (trigger === null || from < 0 || to > quote.length) return <Quote>{quote}</Quote>;
  return (
    <q className={quoteClass(quote)}>
      {quote.slice(0, from)}
      <b>{quote.slice(from, to)}</b>
      {quote.slice(to)}
    </q>
  );
}

/** Words of a document in quotation marks, unless they open with one of their own. */
export function Quote({ children }: { readonly children: string }): ReactNode {
  return <q className={quoteClass(children)}>{children}</q>;
}

function quoteClass(words: string): string {
  return /^["'“”‘„«]/.test(words) ? 'evidence own-marks' : 'evidence';
}
