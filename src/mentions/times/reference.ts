/** Infers the day that relative times count from: by the dates a text pairs with weekdays, its dateline, its publication. */

import { type Day, dayIso, dayOf, daysOf, isDate, partsOf, weekdayOf } from '../../core/calendar.ts';
import type { Reference, Span } from '../../core/index.ts';
import type { Tense } from './anchor.ts';
import type { TimeMatch } from './spec.ts';

export interface ReferenceEvidence {
  readonly matches: readonly TimeMatch[];
  /** ISO day, or null. */
  readonly published: string | null;
  /** Whether the publication date came from the text's own page or the caller. */
  readonly publishedBasis: string | null;
  readonly dateline: Span | null;
  /** When the offices named as current were held together: from..to, null when nothing is known. */
  readonly offices: { readonly from: string; readonly to: string } | null;
  readonly tenseAt: (match: TimeMatch) => Tense;
  readonly text: string;
}

/** How far the publication of a copy may follow the day it tells of. */
const COPY_DAYS = 400;
/** A pair this close to publication dates the writing, wherever it stands. */
const NEAR_DAYS = 21;
/** A pair in the opening of a text dates its writing. */
const LEAD = 900;

interface Vote {
  readonly day: Day;
  readonly span: Span;
  readonly basis: string;
}

/** The reference date with its basis, or null: an unknown reference is never the clock's. */
export function inferReference(evidence: ReferenceEvidence): Reference | null {
  const published = evidence.published === null ? null : (daysOf(evidence.published)?.from ?? null);
  const votes: Vote[] = [];
  for (const match of evidence.matches) {
    const vote = voteOf(match, published, evidence);
    if (vote !== null) votes.push(vote);
  }
  const dateline = votes.find((vote) => vote.basis === 'dateline');
  const best =
    dateline ??
    votes.reduce<Vote | null>((latest, vote) => (latest === null || vote.day > latest.day ? vote : latest), null);
  if (best !== null) return { date: dayIso(best.day), basis: best.basis, span: best.span };
  if (published === null || evidence.published === null) return null;
  return { date: dayIso(published), basis: `published (${evidence.publishedBasis ?? 'given'})`, span: null };
}

function voteOf(match: TimeMatch, published: Day | null, evidence: ReferenceEvidence): Vote | null {
  const { spec } = match;
  if (spec.kind !== 'date' || spec.month === undefined || spec.date === undefined || spec.end !== undefined)
    return null;
  const span: Span = [match.start, match.end];
  const inDateline = isDateline(match, evidence);
  if (spec.weekday === undefined && !inDateline) return null;
  if (!inDateline && evidence.tenseAt(match) > 0) return null;
  const days = candidates(spec.month, spec.date, spec.weekday ?? null, spec.year, published, evidence.offices);
  // Several years fit: not known
  if (days.length !== 1) return null;
  const day = days[0]!;
  if (!inDateline && published !== null && published - day > NEAR_DAYS && match.start > LEAD) return null;
  if (!inDateline && published === null && match.start > LEAD) return null;
  return { day, span, basis: inDateline ? 'dateline' : 'weekday+date in the text' };
}

function candidates(
  month: number,
  date: number,
  weekday: number | null,
  year: unknown,
  published: Day | null,
  offices: ReferenceEvidence['offices'],
): Day[] {
  if (typeof year === 'number') {
    if (!isDate(year, month, date)) return [];
    const day = dayOf(year, month, date);
    // A weekday that does not fit its date is a slip: it dates nothing
    return weekday !== null && weekdayOf(day) !== weekday ? [] : [day];
  }
  const from = offices === null ? null : (daysOf(offices.from)?.from ?? null);
  const to = offices === null ? null : (daysOf(offices.to)?.to ?? null);
  if (published === null && from === null && to === null) return [];
  const last = partsOf(published ?? to ?? (from as Day) + 366 * 30).year + 1;
  const first = published === null ? partsOf(from ?? (to as Day) - 366 * 30).year : last - 3;
  const days: Day[] = [];
  for (let y = first; y <= last; y++) {
    if (!isDate(y, month, date)) continue;
    const day = dayOf(y, month, date);
    if (weekday !== null && weekdayOf(day) !== weekday) continue;
    if (published !== null && (published - day < -8 || published - day > COPY_DAYS)) continue;
    if ((from !== null && day < from - 30) || (to !== null && day > to + 30)) continue;
    days.push(day);
  }
  if (published === null || days.length < 2) return days;
  // With a publication date, the nearest day that is not after it
  return days.sort((a, b) => Math.abs(published - a) - Math.abs(published - b)).slice(0, 1);
}

/** "HANOI, March 4 (Reuters) –", "Washington – July 31, 2021 –" at the head of the text. */
function isDateline(match: TimeMatch, evidence: ReferenceEvidence): boolean {
  const { dateline, text } = evidence;
  if (dateline !== null && match.start >= dateline[0] && match.end <= dateline[1] + 2) return true;
  if (match.start > 120) return false;
  const before = text.slice(0, match.start);
  const after = text.slice(match.end, match.end + 40);
  if (!/^\s*(?:\([^)\n]{2,30}\)\s*)?(?:--|–|—|-{1,2}|\()/u.test(after)) return false;
  // A place in capitals, or one followed by a comma or dash, and nothing else
  const words = before
    .replace(/\([^)\n]*\)/g, '')
    .split(/[\s,–—-]+/u)
    .filter((word) => word !== '');
  if (words.length === 0 || words.length > 6) return false;
  return (
    /^\p{Lu}{2}/u.test(words[0] ?? '') ||
    (words.length <= 4 && /[,–—-]\s*$/u.test(before) && words.every((word) => /^\p{Lu}/u.test(word)))
  );
}
