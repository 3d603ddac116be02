/** The headline: what the markup calls it, or the line of a dump that a title is told by. */

import { findDates } from './calendar.ts';
import type { Line } from './line.ts';
import { decodeEntities, type Metadata } from './metadata.ts';
import { countWords, isCutShort } from './sentence.ts';
import type { Verdict } from './verdict.ts';

const letters = (text: string): string => (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');

/** Same headline, whatever the punctuation; a cut one counts as its whole. */
export function sameTitle(a: string, b: string): boolean {
  const [left, right] = [letters(a), letters(b)];
  if (left === '' || right === '') return false;
  if (left === right) return true;
  const [short, long] = left.length < right.length ? [left, right] : [right, left];
  return isCutShort(a) || isCutShort(b) ? long.startsWith(short) && short.length >= 12 : false;
}

const SEPARATOR = /\s+(?:[|»·•–—-]|::|:)\s+|\s*\|\s*/;

/** "Headline | Outlet" → "Headline": the site's name is short, and the part beside it long. */
export function withoutSite(title: string, site: string | null): string {
  const parts = title.split(SEPARATOR).filter((part) => part !== '');
  if (parts.length < 2) return title;
  const last = parts.at(-1) ?? '';
  const start = title.lastIndexOf(last);
  const head = title.slice(0, start).replace(/\s*(?:[|»·•–—:-]+)\s*$/u, '');
  if (site !== null && (letters(last) === letters(site) || letters(site).includes(letters(last)))) return head;
  return countWords(last) <= 4 && countWords(head) >= 4 && !title.includes(': ') ? head : title;
}

/** "Outlet: Headline" and "Headline | Outlet" are the headline where a line of the page is just that part. */
export function confirmedByLine(title: string | null, lines: readonly Line[]): string | null {
  if (title === null || !/[:|»·•–—-]\s/.test(title)) return title;
  const whole = letters(decodeEntities(title));
  for (const { text } of lines.slice(0, REACH * 4)) {
    const own = letters(text);
    if (countWords(text) < 3 || own.length >= whole.length || own.length < whole.length / 3) continue;
    if (whole.startsWith(`${own} `) || whole.endsWith(` ${own}`)) return text;
  }
  return title;
}

/** JSON-LD, then the h1 that the page's own title confirms, then Open Graph, then the title element. */
export function titleOfPage(metadata: Metadata): string | null {
  const hints = [metadata.ogTitle, metadata.docTitle]
    .filter((hint) => hint !== null)
    .map((hint) => letters(decodeEntities(hint)));
  const confirmed = metadata.h1.find((text) => {
    const own = letters(text);
    return own.length >= 8 && hints.some((hint) => hint.startsWith(own) || own.startsWith(hint) || hint.includes(own));
  });
  const headline = metadata.headline;
  if (headline !== null && !isCutShort(headline) && countWords(headline) >= 2) {
    // Search engines get another headline at times; the one on the page wins when it is the same story's.
    return decodeEntities(headline);
  }
  if (confirmed !== undefined) return confirmed;
  const h1 = metadata.h1.filter((text) => countWords(text) >= 3 && text.length < 300);
  if (h1.length === 1) return h1[0] ?? null;
  const only = metadata.h1[0];
  if (metadata.h1.length === 1 && only !== undefined && countWords(only) >= 2 && only !== metadata.publisher)
    return only;
  const og = metadata.ogTitle ?? metadata.docTitle ?? headline;
  return og === null ? (h1[0] ?? null) : withoutSite(decodeEntities(og), metadata.publisher) || null;
}

// "Read More:Headline", "Share: Headline", "The post Headline appeared first on …".
const ECHO = /^(?:read more|read the full (?:story|article)|share|source|original|title|tweet)\s*[:：]\s*(.{12,250})$/i;
const POST = /^the post (.{8,250}?) (?:first )?appeared (?:first )?on\b/i;

/** How far above the body a headline may stand. */
const REACH = 25;

/**
 * The headline of a dump: a line above the body that is repeated, echoed below, followed by a date or byline, or the nearest one that could be a title.
 *
 * Gives the position of the last line that carries it, or null.
 */
export function titleInLines(verdicts: readonly Verdict[], first: number): { text: string; index: number } | null {
  const echoes = verdicts.flatMap(({ line }) => {
    const echo = ECHO.exec(line.text)?.[1] ?? POST.exec(line.text)?.[1];
    return echo === undefined ? [] : [letters(echo)];
  });
  const count = new Map<string, number>();
  for (const { line } of verdicts.slice(0, Math.max(0, first))) count.set(line.text, (count.get(line.text) ?? 0) + 1);
  let best: { text: string; index: number } | null = null;
  let most = 2;
  let walls = 0;
  for (let index = first - 1; index >= Math.max(0, first - REACH); index--) {
    const { line, role, reason } = verdicts[index]!;
    if (role === 'nav' && line.bullet) walls++;
    if (walls > 2) break;
    // A line that a furniture rule knows is no headline.
    if (!/^(?:outside|edge|links|line|element\/form)/.test(reason) || !isTitleLike(line, role)) continue;
    const words = countWords(line.text);
    let score = 2.5 - 0.15 * (first - 1 - index);
    if ((count.get(line.text) ?? 0) > 1) score += 3;
    if (echoes.some((echo) => echo === letters(line.text))) score += 5;
    const below = verdicts.slice(index + 1, Math.min(first, index + 6));
    if (below.some((verdict) => verdict.role === 'date' || verdict.role === 'byline')) score += 2;
    if (words >= 5) score += 1;
    if (line.tag === 'h1') score += 3;
    if (score > most) {
      most = score;
      best = { text: line.text, index };
    }
  }
  return best;
}

function isTitleLike(line: Line, role: Verdict['role']): boolean {
  if (role !== 'teaser' && role !== 'nav' && role !== 'other') return false;
  const words = countWords(line.text);
  if (line.bullet || words < 3 || words > 35 || line.text.length > 260) return false;
  // A byline with its date, a clock, an address: not a headline.
  if (findDates(line.text).length > 0 || /^by:?\s\p{Lu}|\d{1,2}:\d{2}|@|https?:|\b(?:getty|ago)\b/iu.test(line.text))
    return false;
  return (
    /^[\p{Lu}\p{Lo}\p{N}"“‘'«‹「『]/u.test(line.text) &&
    !/[.;,:]$/.test(line.text.replace(/\b(?:u\.s|u\.k|u\.n|inc|jr|sr|co|ltd)\.$/i, '')) &&
    !isCutShort(line.text)
  );
}
