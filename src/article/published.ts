/** The day of publication. A page has many dates: this one stands with the headline, and is never the clock of the crawl. */

import type { PublishedBasis } from '../core/index.ts';
import { findDates, isoDay, readStamp, type WrittenDate } from './calendar.ts';
import type { Metadata } from './metadata.ts';
import { dateInUrl } from './metadata.ts';
import { countWords } from './sentence.ts';
import type { Verdict } from './verdict.ts';

export interface Published {
  readonly value: string | null;
  readonly basis: PublishedBasis | null;
}

export const UNDATED: Published = { value: null, basis: null };

/** Metadata up to this rank is trusted before the address and the print (see metadata.ts). */
const SURE = 119;

const UPDATED = /\b(?:updated|modified|edited|revised|atualizado|actualizado|diperbarui|обновлено)\b/i;
const PUBLISHED =
  /\b(?:published|posted|publicado|publié|diterbitkan|опубликовано|created|first published|issued|released)\b/i;

/** Whether numbers like 25/12 on the same page settle which of two is the day. */
function numericOrder(verdicts: readonly Verdict[]): 'dmy' | 'mdy' | null {
  let dmy = 0;
  let mdy = 0;
  for (const { line } of verdicts) {
    if (line.text.length > 300) continue;
    for (const match of line.text.matchAll(/(?<![\d/.-])(\d{1,2})[/.-](\d{1,2})[/.-](?:19|20)\d\d(?![\d/])/g)) {
      const [one, two] = [Number(match[1]), Number(match[2])];
      if (one > 12 && two <= 12) dmy++;
      else if (two > 12 && one <= 12) mdy++;
    }
  }
  return dmy > 0 && mdy === 0 ? 'dmy' : mdy > 0 && dmy === 0 ? 'mdy' : null;
}

// Country domains whose news writes the day first, also in English.
const DAY_FIRST = new Set(
  'uk au nz ie za in pk bd lk np sg my id vn th kh la mm bn tl hk fr de it es pt br mx ar cl co pe nl be at ch pl cz ru ua by tr gr ro bg ng ke gh ug tz eg sa ae qa kw jo lb il'.split(
    ' ',
  ),
);

/** What the page's country or its language say about numeric dates; English on a general domain says nothing. */
export function dayFirst(url: string | null, language: string | null): 'dmy' | null {
  const domain = /^[a-z]+:\/\/[^/?#]*?\.([a-z]{2})(?::\d+)?(?:[/?#]|$)/i.exec(url ?? '')?.[1]?.toLowerCase();
  if (domain !== undefined && DAY_FIRST.has(domain)) return 'dmy';
  return language !== null && language !== 'en' ? 'dmy' : null;
}

/**
 * The date printed with the headline.
 *
 * Looks between headline and body, then right above the headline, then at the last lines of the body's end when they say "published".
 * `title` and `first` are positions in `verdicts`, -1 when unknown.
 */
export function datePrinted(
  verdicts: readonly Verdict[],
  title: number,
  first: number,
  usual: 'dmy' | 'mdy' | null,
): string | null {
  const order = numericOrder(verdicts) ?? usual;
  const seen: { value: string; rank: number }[] = [];
  const look = (index: number, rank: number): void => {
    const verdict = verdicts[index];
    if (
      verdict === undefined ||
      verdict.role === 'body' ||
      verdict.role === 'comment' ||
      countWords(verdict.line.text) > 24
    )
      return;
    const { text, stamp } = verdict.line;
    const worse = UPDATED.test(text) && !PUBLISHED.test(text) ? 5 : 0;
    const value = (stamp === null ? null : readStamp(stamp)) ?? settle(findDates(text)[0], order);
    if (value !== null) seen.push({ value, rank: rank + worse });
  };
  if (title >= 0) {
    const end = first > title ? Math.min(first, title + 15) : title + 8;
    for (let index = title; index < end; index++) look(index, 1);
    // Above the headline only when nothing of a menu lies between: the date in a masthead is today's.
    for (let index = title - 1; index >= Math.max(1, title - 3); index--) {
      const { role, line } = verdicts[index]!;
      if (role === 'nav' && (line.bullet || countWords(line.text) <= 2) && line.stamp === null) break;
      look(index, 3);
    }
  } else if (first > 0) {
    for (let index = first - 1; index >= Math.max(0, first - 4); index--) {
      // Without a headline a date belongs to the story only when no other story's line stands above it.
      const above = verdicts[index - 1];
      if (verdicts[index]!.role === 'nav' || (above !== undefined && ['nav', 'teaser', 'share'].includes(above.role)))
        break;
      if (index === 0 && first > 2) break;
      look(index, 3);
    }
  }
  if (seen.length === 0 && first >= 0) {
    const last = verdicts.findLastIndex((verdict) => verdict.role === 'body');
    for (let index = last + 1; index <= last + 3; index++) {
      if (PUBLISHED.test(verdicts[index]?.line.text ?? '')) look(index, 4);
    }
  }
  seen.sort((a, b) => a.rank - b.rank);
  return seen[0]?.value ?? null;
}

function settle(date: WrittenDate | undefined, order: 'dmy' | 'mdy' | null): string | null {
  if (date === undefined) return null;
  if (date.other === null) return date.value;
  // `value` reads day first.
  return order === 'dmy' ? date.value : order === 'mdy' ? date.other : null;
}

export interface DateEvidence {
  readonly given: string | null;
  readonly metadata: Metadata | null;
  readonly url: string | null;
  readonly printed: string | null;
  readonly dateline: string | null;
}

/** Given, sure metadata, address, print, lesser metadata, dateline: the first that speaks. */
export function choosePublished(evidence: DateEvidence): Published {
  if (evidence.given !== null) return { value: dayOf(evidence.given), basis: 'given' };
  const dates = evidence.metadata?.dates ?? [];
  const sure = dates[0];
  if (sure !== undefined && sure.rank <= SURE) return { value: sure.value, basis: sure.basis };
  const url = dateInUrl(evidence.url) ?? dateInUrl(evidence.metadata?.canonical ?? null);
  if (url !== null) return { value: url, basis: 'url' };
  const item = dates.find((date) => date.rank < 190);
  if (item !== undefined) return { value: item.value, basis: item.basis };
  if (evidence.printed !== null) return { value: evidence.printed, basis: 'page' };
  if (sure !== undefined) return { value: sure.value, basis: sure.basis };
  if (evidence.dateline !== null) return { value: evidence.dateline, basis: 'text' };
  return UNDATED;
}

/** A caller's date as ISO day; months and years stay as they are given. */
function dayOf(given: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?$/.exec(given.trim());
  return (
    (match === null ? readStamp(given) : isoDay(Number(match[1]), Number(match[2]), Number(match[3]))) ?? given.trim()
  );
}
