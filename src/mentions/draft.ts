/** A mention while it is being worked on: by tokens, with links to other drafts, before ids are given. */

import type {
  Mention,
  MentionForm,
  MentionKind,
  Parsed,
  QuantityReading,
  Sector,
  Sentence,
  Span,
  TimeReading,
} from '../core/index.ts';
import type { OfficeKind } from '../knowledge/index.ts';

export type Gender = 'f' | 'm' | null;

export interface Draft {
  sentence: Sentence;
  span: Span;
  /** Index of the head token in the sentence. */
  head: number;
  kind: MentionKind;
  form: MentionForm;
  value: string | number | null;
  name: string | null;
  entity: string | null;
  country: string | null;
  code: string | null;
  sector: Sector | null;
  org: string | null;
  role: string | null;
  office: OfficeKind | null;
  gender: Gender;
  plural: boolean;
  anonymous: boolean;
  /** "the minister": may refer back. */
  definite: boolean;
  /** For a title with a name: the bare name's own mention. */
  inner: Draft | null;
  antecedent: Draft | null;
  members: Draft[];
  time: TimeReading | null;
  quantity: QuantityReading | null;
  place: { lat: number; lon: number } | null;
  rule: string;
  confidence: number;
}

export function draft(sentence: Sentence, span: Span, head: number, kind: MentionKind, rule: string): Draft {
  return {
    sentence,
    span,
    head,
    kind,
    form: 'name',
    value: null,
    name: null,
    entity: null,
    country: null,
    code: null,
    sector: null,
    org: null,
    role: null,
    office: null,
    gender: null,
    plural: false,
    anonymous: false,
    definite: false,
    inner: null,
    antecedent: null,
    members: [],
    time: null,
    quantity: null,
    place: null,
    rule,
    confidence: 0.9,
  };
}

/** The token of a range that its other tokens hang on: the first whose head lies outside. */
export function headOf(sentence: Sentence, start: number, end: number): number {
  for (let i = start; i < end; i++) {
    const up = sentence.tokens[i]!.head;
    if (up < start || up >= end) return i;
  }
  return Math.max(start, end - 1);
}

/** Mentions in text order, an outer one before the inner ones, with ids and links. */
export function assemble(drafts: readonly Draft[]): Mention[] {
  const ordered = [...drafts].sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1]);
  const ids = new Map(ordered.map((item, i) => [item, i]));
  return ordered.map((item, id): Mention => {
    const members = item.members.map((member) => ids.get(member)).filter((member) => member !== undefined);
    return {
      id,
      span: item.span,
      kind: item.kind,
      form: item.form,
      sentence: item.sentence.index,
      head: item.head,
      value: item.value,
      name: item.name,
      entity: item.entity,
      country: item.country,
      code: item.code,
      sector: item.sector,
      org: item.org,
      role: item.role,
      plural: item.plural,
      anonymous: item.anonymous,
      antecedent: item.antecedent === null ? null : (ids.get(item.antecedent) ?? null),
      ...(members.length === 0 ? {} : { members }),
      time: item.time,
      quantity: item.quantity,
      place: item.place,
      rule: item.rule,
      confidence: item.confidence,
    };
  });
}

/** The sentence that holds a text offset, or the last one that begins before it; null in a text without sentences. */
export function sentenceAt(parsed: Parsed, at: number): Sentence | null {
  const { sentences } = parsed;
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (sentences[mid]!.span[0] <= at) low = mid + 1;
    else high = mid;
  }
  return sentences[low - 1] ?? sentences[0] ?? null;
}

/** Token range of a text span in its sentence: [first, past the last]; empty when no token lies in it. */
export function tokensOf(sentence: Sentence, span: Span): [number, number] {
  const { tokens } = sentence;
  let start = 0;
  while (start < tokens.length && tokens[start]!.end <= span[0]) start += 1;
  let end = start;
  while (end < tokens.length && tokens[end]!.start < span[1]) end += 1;
  return [start, end];
}
