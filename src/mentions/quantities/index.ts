/** Quantities in a text: value, bound, unit or currency, what they count, and the whole they are part of. */

import type { Bound, QuantityReading, Sentence, Span } from '../../core/index.ts';
import { WordScan } from '../wordscan.ts';
import { type Money, moneyAfter, moneyBefore } from './currencies.ts';
import { NUMBER_STARTS, numberAt, type ReadNumber } from './numbers.ts';
import { type Counted, countedAfter, unitWord } from './units.ts';

export interface QuantityInput {
  readonly text: string;
  readonly blocks: readonly Span[];
  readonly sentences: readonly Sentence[];
  /** Spans already read as times, in text order. */
  readonly taken: readonly Span[];
  /** What a bare "$" means here. */
  readonly dollar: string;
}

export interface FoundQuantity {
  readonly span: Span;
  readonly reading: QuantityReading;
  readonly rule: string;
}

/** Letters, digits or signs right before that make the digits part of a name, a code, a date or a score. */
const NOT_BEFORE = /(?:[\p{L}\d_#@]|[\p{L}\d][-/.:,’']|№)$/u;
const NUMBERED =
  /\b(?:No|nos?|number|article|section|chapter|resolution|phase|page|room|route|highway|flight|type|model|version|level|tier|part|annex|paragraph|rule|line|channel|grade|group of|big|apt|suite|psalm|unit|block|lot|gate|terminal|platform|pier)\.?\s$/iu;
const NOT_AFTER = /^(?:[\p{L}_°]|-\p{Lu}|[:/]\d|\.\d|,\d|-\d|st\b|nd\b|rd\b|th\b)/u;

/** Pure; linear in the length of the text; never throws. */
export function readQuantities(input: QuantityInput): FoundQuantity[] {
  const found: FoundQuantity[] = [];
  const blocks: readonly Span[] = input.blocks.length > 0 ? input.blocks : [[0, input.text.length]];
  let taken = 0;
  for (const [from, to] of blocks) {
    const scan = new WordScan(input.text, to);
    for (let next = from; scan.next(next); ) {
      const at = scan.start;
      next = scan.end;
      if (!scan.digits && !NUMBER_STARTS.has(scan.word())) continue;
      while (taken < input.taken.length && input.taken[taken]![1] <= at) taken += 1;
      const time = input.taken[taken];
      if (time !== undefined && time[0] <= at) {
        next = Math.max(next, time[1]);
        continue;
      }
      const quantity = quantityAt(input, at, to);
      if (quantity === null) {
        if (scan.digits) next = Math.max(next, endOfCode(input.text, at));
        continue;
      }
      found.push(quantity.found);
      next = quantity.resume;
    }
  }
  return found.map((quantity, i) => withWhole(quantity, found[i + 1], input.text));
}

/** Where a code like "2021/05-17" or "555-0142" ends, so that its later digits are not read either. */
function endOfCode(text: string, at: number): number {
  let end = at;
  while (end < text.length && /[\d.,:/-]/.test(text[end]!)) end += 1;
  return end;
}

function quantityAt(input: QuantityInput, at: number, limit: number): { found: FoundQuantity; resume: number } | null {
  const { text } = input;
  const before = moneyBefore(text, at, input.dollar);
  const number = numberAt(text, at, before !== null);
  if (number === null || number.end > limit) return null;
  const lead = before === null ? at : at - before.length;
  if (before === null && NOT_BEFORE.test(text.slice(Math.max(0, at - 2), at))) return null;
  // "one in ten of the complaints"
  if (before === null && /\b(?:one|two|three|four|\d) in (?:every )?$/i.test(text.slice(Math.max(0, at - 16), at)))
    return null;
  const range = rangeFrom(input, number, before);
  if (
    range === null &&
    !number.large &&
    NOT_AFTER.test(text.slice(number.end, number.end + 3)) &&
    !isAttached(text, number)
  ) {
    if (moneyAfter(text, number.end, false) === null) return null;
  }
  const last = range?.number ?? number;
  const money = before ?? moneyAfter(text, last.end, last.large);
  const end = last.end + (before === null && money !== null ? money.length : 0);
  const percent = money === null ? percentAfter(text, end) : 0;
  const bound = range !== null ? 'at-least' : boundOf(text, lead, end);
  const cents = money === null ? null : centsAfter(text, end);
  const value =
    (range === null ? number.value : scaled(number, range.number)) * (money?.factor ?? 1) + (cents?.value ?? 0);
  const base = { value, bound, partOf: null, ...(range === null ? {} : { high: range.number.value }) };
  if (percent > 0) {
    const reading = { ...base, unit: 'percent', currency: null, currencyBasis: null, item: null };
    return done(lead, end + percent, reading, 'quantity/percent');
  }
  if (/^-strong\b/.test(text.slice(end, end + 8))) return null;
  // "5,000-odd visitors"
  const odd = /^-odd\b/.test(text.slice(end, end + 5)) ? 4 : 0;
  const counted = countedAfter(input, end + odd, money !== null);
  if (money !== null) {
    const { currency, basis } = money;
    const reading: QuantityReading = {
      ...base,
      unit: currency === null ? money.name : null,
      currency,
      currencyBasis: currency === null ? null : basis,
      item: counted?.item ?? null,
    };
    return done(lead, cents?.end ?? end, reading, 'quantity/money');
  }
  const attached = unitWord(text, end);
  if (attached !== null) {
    const reading = { ...base, unit: attached.unit, currency: null, currencyBasis: null, item: null };
    return done(lead, attached.end, reading, 'quantity/attached');
  }
  // "Group of 77", but "a group of 22 engineers".
  const numbered = NUMBERED.exec(text.slice(Math.max(0, at - 14), at));
  if (
    numbered !== null &&
    !(/^group of/i.test(numbered[0]) && /^\s\p{Ll}/u.test(text.slice(number.end, number.end + 2)))
  )
    return null;
  if (!isCount(text, at, number, counted)) return null;
  const unit = counted?.unit ?? null;
  const reading = { ...base, unit, currency: null, currencyBasis: null, item: counted?.item ?? null };
  return done(lead, counted?.end ?? end, reading, unit === null ? 'quantity/bare' : 'quantity/count');
}

function done(
  start: number,
  end: number,
  reading: QuantityReading,
  rule: string,
): { found: FoundQuantity; resume: number } {
  return { found: { span: [start, end], reading, rule }, resume: end };
}

const CENTS = /\s(?:and\s)?(\d{1,2}|\p{L}+(?:[- ]\p{L}+)?)\scents?(?!\p{L})/iuy;
/** "3 dollars and 50 cents". */
function centsAfter(text: string, end: number): { value: number; end: number } | null {
  if (!/dollars?$/i.test(text.slice(end - 7, end))) return null;
  CENTS.lastIndex = end;
  const match = CENTS.exec(text);
  const number = match === null ? null : numberAt(text, end + match[0].indexOf(match[1]!), false);
  return match === null || number === null ? null : { value: number.value / 100, end: end + match[0].length };
}

const isAttached = (text: string, number: ReadNumber): boolean => unitWord(text, number.end) !== null;

/** "3 VIEWS", "12 comments", "5 min read": figures of the page, not of the story. */
const PAGE_COUNTS = new Set([
  'view',
  'share',
  'comment',
  'like',
  'tweet',
  'retweet',
  'min',
  'reply',
  'follower',
  'result',
  'photo',
]);
/** "the two sides": says which ones, not how many. */
const REFERRING = /\b(?:the|these|those|both|our|their|its|all|other)\s$/i;

function isCount(text: string, at: number, number: ReadNumber, counted: Counted | null): boolean {
  const before = text.slice(Math.max(0, at - 8), at);
  if (counted === null || counted.unit === null) return number.large;
  if (PAGE_COUNTS.has(counted.unit)) return false;
  if (number.words && number.value === 1) return false;
  if (number.value <= 3 && REFERRING.test(before)) return false;
  // "Group of Seven Nations", "the Five Eyes": part of a name
  if (
    number.words &&
    /^\p{Lu}/u.test(text.slice(at)) &&
    !/(?:^|[.!?:”"]\s|\n)\s*$/u.test(text.slice(Math.max(0, at - 3), at)) &&
    at > 0
  )
    return false;
  return true;
}

const PERCENT = /\s?(?:%|percent(?:age points?)?|per cent|pct|p\.c\.?)(?![\p{L}])/iuy;
function percentAfter(text: string, end: number): number {
  PERCENT.lastIndex = end;
  return PERCENT.exec(text)?.[0].length ?? 0;
}

const RANGE = /\s?(?:-|–|—|to|and)\s?(?:(?:US|A|S|C|HK|NZ)?[$€£¥]\s?)?/iuy;
/** "5 to 10 million", "between 3 and 5 people": the second number, when it is the upper end of a range. */
function rangeFrom(input: QuantityInput, number: ReadNumber, before: Money | null): { number: ReadNumber } | null {
  const { text } = input;
  RANGE.lastIndex = number.end;
  const gap = RANGE.exec(text);
  if (gap === null) return null;
  const start = number.end + gap[0].length;
  if (!/[\d\p{L}]/u.test(text[start] ?? '')) return null;
  const joined = gap[0].trim().toLowerCase();
  const opening = text.slice(Math.max(0, number.end - 40), number.end);
  if (/^and/.test(joined) && !/\bbetween\b/i.test(opening)) return null;
  if (/^to/.test(joined) && /\b(?:from|rose|fell|grew|cut|raised|reduced|increased)\b/i.test(opening)) return null;
  const second = numberAt(text, start, before !== null);
  if (second === null || second.value <= number.value) return null;
  // "one-on-one", "3-2": scores and phrases; a dash needs digits on both sides
  if (/^[-–—]/.test(joined) && (number.words || second.words)) return null;
  if (NOT_AFTER.test(text.slice(second.end, second.end + 2)) && unitWord(text, second.end) === null) return null;
  return { number: second };
}

/** "5 to 10 million": the first number shares the magnitude. */
const scaled = (low: ReadNumber, high: ReadNumber): number => {
  if (low.large || !high.large) return low.value;
  const factor = [1e12, 1e9, 1e7, 1e6, 1e5, 1e3, 1e2].find(
    (size) => high.value >= size && low.value * size < high.value,
  );
  return factor === undefined ? low.value : low.value * factor;
};

const BOUNDS: readonly (readonly [RegExp, Bound])[] = [
  [/\b(?:no|not) (?:more|greater) than\s$/, 'at-most'],
  [/\b(?:no|not) (?:fewer|less) than\s$/, 'at-least'],
  [/\b(?:just|slightly|a little|a bit|somewhat) (?:under|below|short of|shy of)\s$/, 'less-than'],
  [/\b(?:at least|at minimum|a minimum of|minimum of)\s$/, 'at-least'],
  [/\b(?:at most|up to|as many as|as much as|a maximum of|maximum of|capped at)\s$/, 'at-most'],
  [
    /\b(?:more than|over|above|exceed(?:s|ed|ing)?|in excess of|upwards of|greater than|surpass(?:es|ed|ing)?|topped|topping|better than|beyond|north of)\s$/,
    'more-than',
  ],
  [/\b(?:less than|fewer than|under|below|short of|shy of|nearly|almost|approaching|barely|scarcely)\s$/, 'less-than'],
  [
    /\b(?:about|around|approximately|roughly|some|close to|an estimated|estimated|circa|near|in the region of|on the order of|or so)\s$/,
    'about',
  ],
];

const PARTICLE = /\b(?:hand|turn|sign|bring|brought)\w* over\s$/;

function boundOf(text: string, start: number, end: number): Bound {
  const before = text
    .slice(Math.max(0, start - 40), start)
    .toLowerCase()
    .replace(/["“”‘]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/\b(?:a|an|the|other|another|some other)\s$/, '')
    .replace(/\b(?:an )?(?:additional|further|extra|initial|total of|annual)\s$/, '');
  // "handed over 300 tents": a particle, no bound.
  if (PARTICLE.test(before)) return 'exactly';
  // "less than the 7.5 billion raised": held against another amount.
  if (!/\b(?:than|from|short of|shy of) the\s$/i.test(text.slice(Math.max(0, start - 16), start)))
    for (const [pattern, bound] of BOUNDS) if (pattern.test(before)) return bound;
  if (
    /(?:^|[,.] )round $/.test(before) &&
    /^\d[\d.,]*\s?(?:thousand|million|billion)/i.test(text.slice(start, start + 20))
  )
    return 'about';
  const after = text.slice(end, end + 16);
  if (/^(?:\+|-plus\b|,?\s(?:or more|and more|plus|at least|and counting)\b)/i.test(after)) return 'at-least';
  if (/^(?:\s(?:or so|or thereabouts|give or take)|-odd)\b/i.test(after)) return 'about';
  if (/^,?\s(?:or less|or fewer|at most|at the most)\b/i.test(after)) return 'at-most';
  return 'exactly';
}

/** Whether a unit is only the word that names the money of the next amount, or none. */
const namesMoney = (unit: string | null, words: string): boolean =>
  unit === null || words.toLowerCase().replace(/s$/, '').endsWith(unit);

/** "$2 billion of the total $4 billion", "three out of ten": the first is part of the second. */
function withWhole(quantity: FoundQuantity, next: FoundQuantity | undefined, text: string): FoundQuantity {
  if (next === undefined || next.span[0] - quantity.span[1] > 40) return quantity;
  const between = text.slice(quantity.span[1], next.span[0]);
  if (
    !/^\s(?:out\s)?of\s(?:(?:the|a|an|its|their|those|these|(?:\p{Lu}\p{L}+\s)?\p{Lu}\p{L}+['’]s?)\s)?(?:\p{Ll}+\s){0,2}$/u.test(
      between,
    )
  )
    return quantity;
  if (/\b(?:and|or)\b/.test(between)) return quantity;
  // "5 million of the 40 million euros": the name of the money is said once.
  const money = next.reading.currency !== null && quantity.reading.currency === null;
  const named = money && namesMoney(quantity.reading.unit, text.slice(...next.span));
  if (
    (quantity.reading.currency === null) !== (next.reading.currency === null) &&
    quantity.reading.unit !== null &&
    !named
  )
    return quantity;
  if (next.reading.value < quantity.reading.value || next.reading.unit === 'percent') return quantity;
  return {
    ...quantity,
    reading: {
      ...quantity.reading,
      unit: named ? null : (quantity.reading.unit ?? next.reading.unit),
      ...(named ? { currency: next.reading.currency, currencyBasis: next.reading.currencyBasis } : {}),
      partOf: next.reading.value,
      item: null,
    },
  };
}
