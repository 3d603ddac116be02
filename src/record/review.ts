/** What a person says of a claim: accepted, rejected, or corrected in some field. The reading itself stays as it was read. */

import { ChanceryError, type Event, type Figure, type Relation, type Statement } from '../core/index.ts';
import { dayRange } from './days.ts';
import type { ClaimKind } from './record.ts';

/** Findings by kind of claim. */
export interface Findings {
  readonly event: Event;
  readonly statement: Statement;
  readonly figure: Figure;
  readonly relation: Relation;
}

/** Field names to new values, as text; null and "-" mean unknown (of a party: nobody). */
export type Corrections = Readonly<{ [field: string]: string | null }>;

/** The body of a `correction` decision about one claim. The latest about a claim counts. */
export interface ReviewBody {
  /** "open" takes an earlier verdict back. */
  readonly verdict: 'accepted' | 'rejected' | 'corrected' | 'open';
  /** With "corrected" only. */
  readonly set?: Corrections | undefined;
}

/** What counts now of what people said of a claim. */
export interface Review {
  readonly verdict: 'accepted' | 'rejected' | 'corrected';
  readonly set: Corrections;
  readonly by: string;
  readonly why: string;
  /** ISO 8601 time. */
  readonly at: string;
}

/** The fields of each kind that can be corrected. `actors.0` is the first actor: its code, or "-" to take it out. */
export const CORRECTABLE: Readonly<Record<ClaimKind, readonly string[]>> = {
  event: ['type', 'mode', 'modality', 'date', 'actors.N', 'recipients.N'],
  statement: ['act', 'speaker.name', 'speaker.country'],
  figure: ['value', 'bound', 'unit', 'currency', 'item', 'status'],
  relation: ['level', 'change', 'since', 'date', 'ladder'],
};

/**
 * The finding with these fields changed; spans, rule and confidence stay the reader's.
 *
 * Throws ChanceryError 'bad-argument' naming the field when it is none of `CORRECTABLE` or when there is no such party. Whether
 * the outcome is of the Reading format is checked when a person decides (`src/store/review.ts`).
 */
export function corrected<Kind extends ClaimKind>(
  kind: Kind,
  finding: Findings[Kind],
  set: Corrections,
): Findings[Kind] {
  let changed: Findings[ClaimKind] = finding;
  const gone: [side: 'actors' | 'recipients', at: number][] = [];
  for (const [field, given] of Object.entries(set)) {
    const value = given === '-' || given === '' ? null : given;
    const generic = field.replace(/\.\d+$/, '.N');
    if (!CORRECTABLE[kind].includes(generic))
      throw wrong(`a ${kind} has no field "${field}" to correct; there are ${CORRECTABLE[kind].join(', ')}`);
    if (generic.endsWith('.N')) {
      const [side, n] = field.split('.') as ['actors' | 'recipients', string];
      const event = changed as Event;
      const party = event[side][Number(n)];
      if (party === undefined) throw wrong(`there is no ${field}: the event has ${event[side].length} ${side}`);
      if (value === null) gone.push([side, Number(n)]);
      else {
        const code = value.toUpperCase();
        if (!/^[A-Z]{3}$/.test(code)) throw wrong(`${field} takes a code of three letters, not "${value}"`);
        const country = NO_STATES.has(code) ? null : code;
        const parties = event[side].map((one) => (one === party ? { ...one, code, country } : one));
        changed = { ...event, [side]: parties };
      }
    } else changed = withField(kind, changed, field, value);
  }
  for (const side of ['actors', 'recipients'] as const) {
    const at = gone.filter(([of]) => of === side).map(([, n]) => n);
    if (at.length > 0) {
      const event = changed as Event;
      changed = { ...event, [side]: event[side].filter((_, n) => !at.includes(n)) };
    }
  }
  return changed as Findings[Kind];
}

/** PLOVER codes that are no country. */
const NO_STATES = new Set(['UNO', 'EUR', 'IGO', 'NGO', 'ISM', 'IMG', 'MNC']);

function withField(
  kind: ClaimKind,
  finding: Findings[ClaimKind],
  field: string,
  value: string | null,
): Findings[ClaimKind] {
  if ((field === 'date' || field === 'since') && value !== null && dayRange(value) === null)
    throw wrong(`${field} takes an ISO 8601 day, month, year, week or interval, not "${value}"`);
  if (kind === 'event') {
    if (field === 'type') return { ...finding, type: value, mode: null, alt: [] } as unknown as Event;
    if (field === 'date') {
      const date =
        value === null ? null : { value, precision: precisionOf(value), basis: 'corrected in review', span: null };
      return { ...finding, date } as Event;
    }
  }
  if (kind === 'figure' && field === 'value') return { ...finding, value: Number(value ?? Number.NaN) } as Figure;
  if (kind === 'figure' && field === 'currency')
    return { ...finding, currency: value, currencyBasis: value === null ? null : 'stated' } as Figure;
  if (field.startsWith('speaker.')) {
    const said = finding as Statement;
    if (said.speaker === null) throw wrong('the statement has no speaker to correct');
    return { ...said, speaker: { ...said.speaker, entity: null, [field.slice('speaker.'.length)]: value } };
  }
  return { ...finding, [field]: value } as unknown as Findings[ClaimKind];
}

const precisionOf = (value: string): string =>
  value.includes('/')
    ? 'interval'
    : value.includes('W')
      ? 'week'
      : (['year', 'month', 'day'][value.split('-').length - 1] ?? 'day');

const wrong = (message: string): ChanceryError => new ChanceryError('bad-argument', message);

/**
 * Reviews by claim, from decisions in the order they were made: the latest about a claim counts, and "open" leaves none.
 * Decisions of other kinds, and bodies that are none of ours, are passed over.
 */
export function reviewsOf(
  decisions: readonly {
    readonly about: readonly string[];
    readonly by: string;
    readonly why: string;
    readonly at: string;
    readonly body: unknown;
  }[],
): Map<string, Review> {
  const reviews = new Map<string, Review>();
  for (const { about, by, why, at, body } of decisions) {
    const { verdict, set = {} } = (body ?? {}) as Partial<ReviewBody>;
    for (const claim of about) {
      if (verdict === 'open') reviews.delete(claim);
      else if (verdict === 'accepted' || verdict === 'rejected' || verdict === 'corrected')
        reviews.set(claim, { verdict, set: verdict === 'corrected' ? set : {}, by, why, at });
    }
  }
  return reviews;
}

/** The finding as it counts under its review: corrected where it was, null when rejected. */
export function underReview<Kind extends ClaimKind>(
  kind: Kind,
  finding: Findings[Kind],
  review: Review | undefined,
): Findings[Kind] | null {
  if (review?.verdict === 'rejected') return null;
  if (review?.verdict !== 'corrected') return finding;
  try {
    return corrected(kind, finding, review.set);
  } catch {
    // Newer readers give the claim fewer parties: what no longer fits is left as read.
    return finding;
  }
}
