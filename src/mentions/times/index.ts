/** Times in a text: what was said, which days it means, and what they were counted from. */

import { daysOf, partsOf } from '../../core/calendar.ts';
import type { Reference, Sentence, Span, TimeReading } from '../../core/index.ts';
import { type Anchor, anchorTime, type Tense } from './anchor.ts';
import { matchTimes } from './grammar.ts';
import { inferReference } from './reference.ts';
import type { TimeMatch } from './spec.ts';
import { tenseOfToken, tenseOfWords } from './tense.ts';

export type { Tense } from './anchor.ts';

export interface TimeInput {
  readonly text: string;
  /** Paragraphs in order; an expression never crosses one. Empty means the whole text. */
  readonly blocks: readonly Span[];
  /** Sentences with their trees where there are any; else tense is told by words alone. */
  readonly sentences: readonly Sentence[];
  /** ISO day of publication, or null. */
  readonly published: string | null;
  readonly publishedBasis: string | null;
  readonly dateline: Span | null;
  /** Interval in which the offices named as current were held together, or null. */
  readonly offices: { readonly from: string; readonly to: string } | null;
}

export interface FoundTime {
  readonly span: Span;
  readonly reading: TimeReading;
  readonly rule: string;
}

/** With so many years named, nearly all of them past, a yearless date belongs to the year last named. */
const CARRY_YEARS = 8;
const CARRY_SHARE = 0.6;
/** How far back a time may have been told for "that day" or "two days later" to count from it. */
const TOLD_DAY = 300;
const TOLD_LONGER = 700;

/** Pure. Never throws; linear in the length of the text. */
export function readTimes(input: TimeInput): { reference: Reference | null; times: readonly FoundTime[] } {
  const matches = matchBlocks(input);
  const tenseAt = tenses(input);
  const reference = inferReference({ ...input, matches, tenseAt });
  const day = reference === null ? null : (daysOf(reference.date)?.from ?? null);
  const carries = isHistory(matches, day);
  const told: { end: number; days: number; value: string }[] = [];
  const times: FoundTime[] = [];
  let carried: { year: number; month: number } | null = null;
  const read = (match: TimeMatch): TimeReading => {
    const anchor: Anchor = {
      reference: day,
      missing: 'no reference date: neither the text nor the page tells the day of writing',
      tense: () => tenseAt(match),
      history: carries,
      carried: carries ? carried : null,
      told: (days) => toldBefore(told, match.start, days),
    };
    const reading = anchorTime(match, input.text.slice(match.start, match.end), anchor);
    times.push({ span: [match.start, match.end], reading, rule: `time/${match.rule}` });
    return reading;
  };
  for (const match of matches) {
    const reading = read(match);
    readParts(match, reading, times);
    if (reading.value === null || !reading.dates) continue;
    const days = daysOf(reading.value);
    if (days !== null) told.push({ end: match.end, days: days.to - days.from + 1, value: reading.value });
    if (days !== null && days.to - days.from < 367) carried = monthTold(reading.value, carried);
  }
  return { reference, times };
}

/** The two ends of a range carry the two ends of its value. */
function readParts(match: TimeMatch, whole: TimeReading, times: FoundTime[]): void {
  const ends = whole.value?.split('/') ?? [];
  match.parts?.forEach((part, i) => {
    const value = ends[i] ?? null;
    const precision = value === null ? 'unknown' : value.length === 10 ? 'day' : value.length === 7 ? 'month' : 'year';
    const basis = `${i === 0 ? 'start' : 'end'} of a range: ${whole.basis}`;
    times.push({
      span: [part.start, part.end],
      reading: { ...whole, value, precision, mod: part.mod, basis },
      rule: 'time/part',
    });
  });
}

function matchBlocks(input: TimeInput): TimeMatch[] {
  const blocks: readonly Span[] = input.blocks.length > 0 ? input.blocks : [[0, input.text.length]];
  const all: TimeMatch[] = [];
  for (const [start, end] of blocks) {
    const moved = (match: TimeMatch): TimeMatch => ({
      ...match,
      start: match.start + start,
      end: match.end + start,
      ...(match.parts === undefined
        ? {}
        : { parts: match.parts.map((part) => ({ ...part, start: part.start + start, end: part.end + start })) }),
    });
    for (const match of matchTimes(input.text.slice(start, end))) all.push(start === 0 ? match : moved(match));
  }
  return all;
}

/** The month a tale has come to: a bare year only when it moves on. */
function monthTold(value: string, before: { year: number; month: number } | null): { year: number; month: number } {
  const year = Number(value.slice(0, 4));
  const month = /^\d{4}-\d\d/.test(value) ? Number(value.slice(5, 7)) : 0;
  return month === 0 && before?.year === year ? before : { year, month };
}

/** The year a match states by itself. */
function statedYear(match: TimeMatch): number | null {
  const { spec } = match;
  if (spec.kind === 'date' && typeof spec.year === 'number') return spec.year;
  if (spec.kind === 'season' && typeof spec.year === 'number') return spec.year;
  if (spec.kind === 'years' && spec.precision === 'year') return spec.from;
  return null;
}

function isHistory(matches: readonly TimeMatch[], reference: number | null): boolean {
  const years = matches.map(statedYear).filter((year) => year !== null);
  if (years.length < CARRY_YEARS) return false;
  if (reference === null) return true;
  const before = partsOf(reference).year - 1;
  return years.filter((year) => year < before).length > CARRY_SHARE * years.length;
}

function toldBefore(
  told: readonly { end: number; days: number; value: string }[],
  at: number,
  limit: number,
): string | null {
  const reach = limit === 1 ? TOLD_DAY : TOLD_LONGER;
  for (let i = told.length - 1; i >= 0; i--) {
    const time = told[i]!;
    if (at - time.end > reach) return null;
    if (time.days <= limit) return time.value;
  }
  return null;
}

/** Tense by the tree where the sentence has one, else by words; one look per question. */
function tenses(input: TimeInput): (match: TimeMatch) => Tense {
  const { text, sentences } = input;
  const cache = new Map<number, Tense>();
  return (match) => {
    const known = cache.get(match.start);
    if (known !== undefined) return known;
    const sentence = sentenceAt(sentences, match.start);
    let tense: Tense = 0;
    if (sentence !== null) {
      const index = sentence.tokens.findIndex((token) => token.end > match.start);
      tense = index < 0 ? 0 : tenseOfToken(sentence, index);
    }
    if (tense === 0) {
      const [from, to] = sentence?.span ?? around(text, match);
      tense = tenseOfWords(text.slice(from, match.start), text.slice(match.end, to));
    }
    cache.set(match.start, tense);
    return tense;
  };
}

function sentenceAt(sentences: readonly Sentence[], at: number): Sentence | null {
  let low = 0;
  let high = sentences.length - 1;
  while (low <= high) {
    const mid = (low + high) >> 1;
    const sentence = sentences[mid]!;
    if (at < sentence.span[0]) high = mid - 1;
    else if (at >= sentence.span[1]) low = mid + 1;
    else return sentence;
  }
  return null;
}

/** The sentence around a match in a text without sentences: to the nearest full stop that is not an abbreviation. */
function around(text: string, match: TimeMatch): Span {
  let from = match.start;
  const floor = Math.max(0, match.start - 200);
  while (from > floor && !isBreak(text, from - 1)) from--;
  let to = match.end;
  const ceiling = Math.min(text.length, match.end + 120);
  while (to < ceiling && !isBreak(text, to)) to++;
  return [from, to];
}

function isBreak(text: string, at: number): boolean {
  const char = text[at];
  if (char === '\n') return true;
  if (char !== '.' && char !== '!' && char !== '?') return false;
  if (!/\s/.test(text[at + 1] ?? ' ')) return false;
  return !/(?:\b(?:Mr|Mrs|Ms|Dr|Sen|Gov|Gen|St|Jan|Feb|Aug|Sept|Oct|Nov|Dec|Inc|Corp|Co|No)|\b\p{Lu})$/u.test(
    text.slice(Math.max(0, at - 5), at),
  );
}
