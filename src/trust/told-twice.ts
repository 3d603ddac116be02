/** One event told in two ways that cannot both be: two places, two days, two numbers, done and not done. */

import { daysOf } from '../core/calendar.ts';
import type { Event, EventDate, Figure, Flag, Found } from '../core/index.ts';
import { type Check, inconsistency } from './rule.ts';

/** Two sentences on one meeting of the same people that put it in two countries. */
export const places: Check = (doc) => {
  const meetings = doc.events.filter(
    (event) =>
      event.type === 'CONSULT' && event.modality === 'occurred' && event.mode !== 'visit' && event.place?.country,
  );
  const flags: Flag[] = [];
  for (let i = 0; i < meetings.length; i++) {
    for (const other of meetings.slice(i + 1)) {
      const meeting = meetings[i] as Event;
      if (meeting.place?.country === other.place?.country || !samePeople(meeting, other) || !sameDay(meeting, other))
        continue;
      flags.push(
        inconsistency(
          'place-clash',
          'medium',
          `One meeting is put in ${meeting.place?.name} and in ${other.place?.name}.`,
          [meeting.evidence, other.evidence].sort((a, b) => a[0] - b[0]),
          'consistency/two-places',
        ),
      );
    }
  }
  return flags.slice(0, 2);
};

/** One act with its parties and day, told as done and as called off or denied, by nobody else's word. */
export const doneAndNot: Check = (doc) => {
  const flags: Flag[] = [];
  const done = doc.events.filter((event) => event.modality === 'occurred' && event.attributedTo === null);
  const undone = doc.events.filter(
    (event) => (event.modality === 'denied' || event.modality === 'cancelled') && event.attributedTo === null,
  );
  for (const no of undone) {
    const yes = done.find(
      (event) =>
        storyOf(event) === storyOf(no) &&
        samePeople(event, no) &&
        event.date !== null &&
        no.date !== null &&
        sameDay(event, no),
    );
    if (!yes) continue;
    flags.push(
      inconsistency(
        'state-clash',
        'medium',
        'The text says that one event took place and that it did not.',
        [yes.evidence, no.evidence].sort((a, b) => a[0] - b[0]),
        'consistency/done-and-not',
      ),
    );
  }
  return flags.slice(0, 2);
};

const storyOf = (event: Event): string => (event.type === 'REJECT' && event.mode === 'meet' ? 'CONSULT' : event.type);

/** Two exact numbers for one thing given by one party to another. */
export const numbers: Check = (doc) => {
  const flags: Flag[] = [];
  const exact = doc.figures.filter(
    (figure) => figure.bound === 'exactly' && figure.partOf === null && figure.event !== null && figure.value > 0,
  );
  for (let i = 0; i < exact.length; i++) {
    for (const other of exact.slice(i + 1)) {
      const figure = exact[i] as Figure;
      if (!sameThing(figure, other)) continue;
      const [a, b] = [doc.events[figure.event as number], doc.events[other.event as number]];
      if (!a || !b || a === b || a.type !== b.type || !sameStates(a, b) || a.modality !== b.modality) continue;
      if (
        !sameDay(a, b) ||
        ((a.date === null) !== (b.date === null) && !ofThatMonth(doc, (a.date ?? b.date) as EventDate))
      )
        continue;
      if (Math.abs(figure.value - other.value) / Math.max(figure.value, other.value) <= 0.02) continue;
      flags.push(
        inconsistency(
          'number-clash',
          'medium',
          `One ${figure.item ?? figure.unit ?? 'sum'} is given as ${figure.value.toLocaleString('en')} and as ${other.value.toLocaleString('en')}.`,
          [figure.evidence, other.evidence].sort((x, y) => x[0] - y[0]),
          'consistency/two-numbers',
        ),
      );
    }
  }
  return flags.slice(0, 2);
};

const sameThing = (a: Figure, b: Figure): boolean =>
  a.unit === b.unit &&
  a.currency === b.currency &&
  a.status === b.status &&
  (a.item ?? '') === (b.item ?? '') &&
  (a.unit !== null || a.currency !== null);

/** Everybody named on both sides by the same entities: at least two. */
function samePeople(a: Event, b: Event): boolean {
  const names = (event: Event): string =>
    [...event.actors, ...event.recipients]
      .map((actor) => actor.entity ?? actor.code ?? '?')
      .sort()
      .join(' ');
  return !names(a).includes('?') && names(a) === names(b) && a.actors.length + a.recipients.length >= 2;
}

/** The same as `samePeople`, with everybody under the state or body they stand for. */
function sameStates(a: Event, b: Event): boolean {
  const codes = (event: Event): string =>
    [...new Set([...event.actors, ...event.recipients].map((actor) => actor.country ?? actor.code ?? '?'))]
      .sort()
      .join(' ');
  return !codes(a).includes('?') && codes(a) === codes(b) && codes(a).includes(' ');
}

/** Within a month of the text's own time: then an undated telling may be of the same. */
function ofThatMonth(doc: Found, date: EventDate): boolean {
  const now = doc.reference?.date ?? doc.article.published;
  const [told, today] = [daysOf(date.value), now === null ? null : daysOf(now)];
  return told !== null && today !== null && told.from <= today.to + 31 && today.from <= told.to + 31;
}

function sameDay(a: Event, b: Event): boolean {
  const [x, y] = [a.date === null ? null : daysOf(a.date.value), b.date === null ? null : daysOf(b.date.value)];
  return x === null || y === null || (x.from <= y.to && y.from <= x.to);
}
