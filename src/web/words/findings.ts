/** A reading's findings as one list in text order, each with its words, its parts and the marks that show it. */

import type {
  Actor,
  AlignedRestoration,
  Event,
  Figure,
  Flag,
  Reading,
  Relation,
  Restoration,
  Span,
  Statement,
} from '../../index.ts';
import type { Mark } from './segments.ts';

type FindingKind = 'event' | 'statement' | 'figure' | 'relation';

interface Common {
  /** "event-3": the fragment of its permalink. */
  readonly id: string;
  readonly index: number;
  readonly evidence: Span;
}

export type Finding = Common &
  (
    | { readonly kind: 'event'; readonly event: Event }
    | { readonly kind: 'statement'; readonly statement: Statement }
    | { readonly kind: 'figure'; readonly figure: Figure }
    | { readonly kind: 'relation'; readonly relation: Relation }
  );

export function findingsOf(reading: Reading): Finding[] {
  const findings: Finding[] = [
    ...reading.events.map((event, index) => ({ kind: 'event' as const, ...place('event', index, event), event })),
    ...reading.statements.map((statement, index) => ({
      kind: 'statement' as const,
      ...place('statement', index, statement),
      statement,
    })),
    ...reading.figures.map((figure, index) => ({ kind: 'figure' as const, ...place('figure', index, figure), figure })),
    ...reading.relations.map((relation, index) => ({
      kind: 'relation' as const,
      ...place('relation', index, relation),
      relation,
    })),
  ];
  const order = { event: 0, statement: 1, figure: 2, relation: 3 };
  return findings.sort((a, b) => anchor(a) - anchor(b) || order[a.kind] - order[b.kind] || a.index - b.index);
}

function place(kind: FindingKind, index: number, { evidence }: { readonly evidence: Span }): Common {
  return { id: `${kind}-${index + 1}`, index, evidence };
}

/** The place in the text that a reader would point at. */
function anchor(finding: Finding): number {
  if (finding.kind === 'event') return finding.event.trigger[0];
  if (finding.kind === 'statement') return finding.statement.cue?.[0] ?? finding.evidence[0];
  return finding.kind === 'figure' ? finding.figure.span[0] : finding.evidence[0];
}

/** Lasting marks of a finding, shown while its kind is switched on. */
export function marksOf(finding: Finding): Mark[] {
  const { id } = finding;
  if (finding.kind === 'event') {
    return [
      { span: finding.evidence, kind: 'event', id },
      { span: finding.event.trigger, kind: 'trigger', id },
    ];
  }
  if (finding.kind === 'statement') {
    const { content, cue, via } = finding.statement;
    return [
      ...content.map((span) => ({ span, kind: 'statement', id })),
      ...(cue === null ? [] : [{ span: cue, kind: 'cue', id }]),
      ...via.map(({ span, name }) => ({ span, kind: 'via', id, hint: `by way of ${name}` })),
    ];
  }
  if (finding.kind === 'figure') return [{ span: finding.figure.span, kind: 'figure', id }];
  return [{ span: finding.evidence, kind: 'relation', id }];
}

/** The parts of the finding a reader has chosen, each with the word for what it is. */
function partsOf(finding: Finding): Mark[] {
  const part = (span: Span | null | undefined, kind: string): Mark[] =>
    span === null || span === undefined ? [] : [{ span, kind: `part-${kind}`, id: finding.id }];
  const whole: Mark[] = [{ span: finding.evidence, kind: 'chosen', id: finding.id }];
  if (finding.kind === 'event') {
    const { event } = finding;
    return [
      ...whole,
      ...event.actors.flatMap(({ span }) => part(span, 'actor')),
      ...event.recipients.flatMap(({ span }) => part(span, 'recipient')),
      ...part(event.date?.span, 'date'),
      ...part(event.place?.span, 'place'),
      ...part(event.trigger, 'trigger'),
    ];
  }
  if (finding.kind === 'statement') {
    const { statement } = finding;
    return [
      ...whole,
      ...part(statement.speaker?.span, 'speaker'),
      ...part(statement.addressee?.span, 'recipient'),
      ...part(statement.cue, 'trigger'),
      ...statement.via.flatMap(({ span }) => part(span, 'via')),
    ];
  }
  return finding.kind === 'figure' ? [...whole, ...part(finding.figure.span, 'figure')] : whole;
}

export function flagMarks(flags: readonly Flag[]): Mark[] {
  return flags.flatMap(({ spans, reason }, index) =>
    spans.map((span) => ({ span, kind: 'flag', id: `flag-${index + 1}`, hint: reason })),
  );
}

export interface RestorationRow {
  readonly one: Restoration | AlignedRestoration;
  /** "restored-3", or "aligned-3" for what another document shows: the fragment of its address. */
  readonly id: string;
}

/** Those of the reading and those of the record, by their place in the text. */
export function restorationRows(
  restorations: readonly Restoration[],
  aligned: readonly AlignedRestoration[],
): RestorationRow[] {
  return [
    ...restorations.map((one, index) => ({ one, id: `restored-${index + 1}` })),
    ...aligned.map((one, index) => ({ one, id: `aligned-${index + 1}` })),
  ].sort((a, b) => a.one.span[0] - b.one.span[0]);
}

export function restorationMarks(rows: readonly RestorationRow[]): Mark[] {
  return rows.map(({ one, id }) => ({
    span: one.span,
    kind: 'restored',
    id,
    hint: `restored: ${one.to}, ${one.basis}`,
  }));
}

export function mentionMarks({ mentions }: Reading): Mark[] {
  return mentions.map(({ span, kind, name, value, country }, index) => ({
    span,
    kind: `mention mention-${kind}`,
    id: `mention-${index + 1}`,
    hint: [name ?? value ?? kind, country].filter((part) => part !== null).join(', '),
  }));
}

/** The marks of whatever an address points at: a finding with its parts, a doubt, a restored name. Empty for anything else. */
export function marksAt(
  id: string,
  reading: Reading,
  findings: readonly Finding[],
  restored: readonly RestorationRow[],
): Mark[] {
  const finding = findings.find((one) => one.id === id);
  if (finding !== undefined) return partsOf(finding);
  const index = Number(/^flag-(\d+)$/.exec(id)?.[1]) - 1;
  const spans = reading.flags[index]?.spans ?? restored.filter((row) => row.id === id).map(({ one }) => one.span);
  return spans.map((span) => ({ span, kind: 'chosen', id }));
}

/** Everybody in it, actors before recipients. */
export function partiesOf(event: Event): readonly Actor[] {
  return [...event.actors, ...event.recipients];
}
