/** A finding in the side list: what it says in a line or two, and, once chosen, every part it was made of. */

import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Actor, Figure, Relation, Review, Speaker, Statement } from '../../index.ts';
import { showBasis, showDate } from '../words/dates.ts';
import type { Finding } from '../words/findings.ts';
import { percent, sentenceCase, showNumber } from '../words/labels.ts';
import { ActorName, ModalityMark, TypeCode, WhoToWhom } from './event.tsx';

interface Props {
  readonly finding: Finding;
  readonly text: string;
  readonly chosen: boolean;
  /** The claim's id, for events once it is known. */
  readonly claim: string | null;
  /** What a person said of it. */
  readonly review: Review | null;
}

export function FindingCard({ finding, text, chosen, claim, review }: Props): ReactNode {
  return (
    <>
      <Link
        to="."
        hash={claim === null ? finding.id : `event-${claim}`}
        replace
        resetScroll={false}
        className="finding-link"
        activeOptions={{ includeHash: true }}
      >
        <Summary finding={finding} text={text} />
      </Link>
      {review === null ? null : <ReviewNote review={review} />}
      {chosen ? (
        <div className="finding-more">
          <Parts finding={finding} text={text} />
          {claim === null ? null : (
            <p className="finding-ways">
              <Link to="/facts/$id" params={{ id: claim }}>
                All reports of this
              </Link>
            </p>
          )}
        </div>
      ) : null}
    </>
  );
}

const VERDICTS: Readonly<Record<Review['verdict'], string>> = {
  accepted: 'Accepted',
  rejected: 'Rejected, counted nowhere',
  corrected: 'Corrected',
};

/** "Corrected by Ada: type AID. The grant was in kind." */
export function ReviewNote({ review }: { readonly review: Review }): ReactNode {
  const fields = Object.entries(review.set).map(([field, value]) => `${field} ${value ?? 'unknown'}`);
  return (
    <p className="review" data-verdict={review.verdict}>
      <strong>{VERDICTS[review.verdict]}</strong> by {review.by}
      {fields.length === 0 ? null : `: ${fields.join(', ')}`}. {sentenceCase(review.why)}
    </p>
  );
}

function Summary({ finding, text }: { readonly finding: Finding; readonly text: string }): ReactNode {
  if (finding.kind === 'event') {
    const { event } = finding;
    return (
      <>
        <span className="finding-kind">
          <TypeCode event={event} />
          <ModalityMark modality={event.modality} />
          {event.date === null ? null : <span className="finding-date">{showDate(event.date.value)}</span>}
        </span>
        <span className="finding-words">
          <WhoToWhom event={event} />
        </span>
      </>
    );
  }
  if (finding.kind === 'statement') return <StatementSummary statement={finding.statement} text={text} />;
  if (finding.kind === 'figure') return <FigureSummary figure={finding.figure} />;
  return <RelationSummary relation={finding.relation} />;
}

export function StatementSummary({
  statement,
  text,
}: {
  readonly statement: Statement;
  readonly text: string;
}): ReactNode {
  const said = statement.content.map(([start, end]) => text.slice(start, end)).join(' … ');
  return (
    <>
      <span className="finding-kind">
        <span className="act">{statement.act}</span>
        {statement.quotation === 'indirect' ? null : <span className="tag">{statement.quotation} quote</span>}
      </span>
      <span className="finding-words">
        {statement.speaker === null ? (
          <span className="unknown">nobody named</span>
        ) : (
          <ActorName actor={statement.speaker} />
        )}
        {statement.addressee === null ? null : (
          <>
            {' → '}
            <ActorName actor={statement.addressee} />
          </>
        )}
      </span>
      <span className="finding-said">{said.length > 160 ? `${said.slice(0, 157)}…` : said}</span>
    </>
  );
}

const BOUNDS: Readonly<Record<Figure['bound'], string>> = {
  exactly: '',
  about: 'about ',
  'at-least': 'at least ',
  'more-than': 'more than ',
  'at-most': 'at most ',
  'less-than': 'less than ',
};

export function FigureSummary({ figure }: { readonly figure: Figure }): ReactNode {
  const unit = figure.currency ?? figure.unit;
  return (
    <>
      <span className="finding-kind">
        <span className="act figure">FIGURE</span>
        <span className="tag">{figure.status}</span>
      </span>
      <span className="finding-words">
        {BOUNDS[figure.bound]}
        {showNumber(figure.value)}
        {unit === null ? '' : ` ${unit}`}
        {figure.currencyBasis === 'assumed' ? <span className="unknown"> (currency assumed)</span> : null}
        {figure.item === null ? null : <span className="finding-item"> {figure.item}</span>}
      </span>
    </>
  );
}

function RelationSummary({ relation }: { readonly relation: Relation }): ReactNode {
  return (
    <>
      <span className="finding-kind">
        <span className="act relation">RELATION</span>
        <span className="tag">{relation.change}</span>
      </span>
      <span className="finding-words">
        <span className="code">{relation.parties[0]}</span> – <span className="code">{relation.parties[1]}</span>{' '}
        {relation.level}
        {relation.since === null ? null : <span className="unknown"> since {relation.since}</span>}
      </span>
    </>
  );
}

function Parts({ finding, text }: { readonly finding: Finding; readonly text: string }): ReactNode {
  const rows: (readonly [name: string, part: string, value: ReactNode])[] = [];
  const add = (name: string, part: string, value: ReactNode): void => void rows.push([name, part, value]);
  if (finding.kind === 'event') {
    const { event } = finding;
    add('Act', 'trigger', quoted(text.slice(...event.trigger)));
    if (event.actors.length > 0) add('Who', 'actor', <People people={event.actors} />);
    if (event.recipients.length > 0) add('Whom', 'recipient', <People people={event.recipients} />);
    if (event.date !== null) add('When', 'date', `${showDate(event.date.value)} (${showBasis(event.date.basis)})`);
    if (event.place !== null) add('Where', 'place', placeOf(event.place));
    if (event.channel !== null) add('Channel', '', event.channel);
    if (event.contexts.length > 0) add('Context', '', event.contexts.map((one) => one.replaceAll('_', ' ')).join(', '));
    if (event.alt.length > 0) add('Or', '', event.alt.join(', '));
    add('Rule', '', <code>{event.rule}</code>);
    add('Confidence', '', percent(event.confidence));
  } else if (finding.kind === 'statement') {
    const { statement } = finding;
    if (statement.cue !== null) add('Cue', 'trigger', quoted(text.slice(...statement.cue)));
    if (statement.speaker !== null) add('Speaker', 'actor', <People people={[statement.speaker]} />);
    if (statement.addressee !== null) add('To', 'recipient', <People people={[statement.addressee]} />);
    if (statement.via.length > 0) add('Via', 'via', statement.via.map(({ name }) => name).join(' ‹ '));
    if (statement.venue !== null) add('Venue', '', statement.venue);
    add('Words', '', `${sentenceCase(statement.quotation)}${statement.verbatim ? ', verbatim' : ', not verbatim'}`);
    add('Rule', '', <code>{statement.rule}</code>);
    add('Confidence', '', percent(statement.confidence));
  } else if (finding.kind === 'figure') {
    add('As written', 'figure', quoted(text.slice(...finding.figure.span)));
    if (finding.figure.partOf !== null) add('Part of', '', `figure ${finding.figure.partOf + 1}`);
  } else {
    const { relation } = finding;
    if (relation.ladder !== null) add('Ladder', '', relation.ladder.toUpperCase());
    if (relation.date !== null) add('When', '', showDate(relation.date));
    add('Rule', '', <code>{relation.rule}</code>);
  }
  return (
    <dl>
      {rows.map(([name, part, value]) => (
        <div key={name}>
          <dt data-part={part === '' ? undefined : part}>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function People({ people }: { readonly people: readonly (Actor | Speaker)[] }): ReactNode {
  return (
    <ul>
      {people.map((one) => {
        const role = 'role' in one ? one.role : null;
        return (
          <li key={`${one.span[0]}-${one.span[1]}`}>
            <ActorName actor={one} />
            {role === null || one.name === null ? null : <span className="unknown">, {role}</span>}
            {one.name === null || one.name === one.text ? null : <span className="unknown"> · {quoted(one.text)}</span>}
          </li>
        );
      })}
    </ul>
  );
}

function placeOf({ name, country }: { readonly name: string; readonly country: string | null }): ReactNode {
  return (
    <>
      {name} {country === null ? null : <span className="code">{country}</span>}
    </>
  );
}

function quoted(words: string): string {
  return `“${words}”`;
}
