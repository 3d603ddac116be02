/** Grammar of times counted from the day of writing or from one told before, and of quarters, seasons and decades. */

import { capital, DIGITS, directionOf, PART_OF_DAY, REL_YEAR, rule, yearSpec } from './rules.ts';
import {
  COUNT,
  countOf,
  DECADES,
  durationOf,
  MONTH,
  monthOf,
  ORDINALS,
  SEASONS,
  UNIT,
  unitOf,
  WEEKDAY,
  weekdayNamed,
  YEAR,
} from './words.ts';

// Counted from the reference ----------------------------------------------------------------------------------------

const RELATIVE = [
  'last',
  'this',
  'next',
  'past',
  'previous',
  'coming',
  'upcoming',
  'current',
  'the',
  'later',
  'earlier',
];
const REL = '(?<r>last|this past|this coming|this|next|past|previous|coming|upcoming|current)';

rule(
  'relative-unit',
  RELATIVE,
  `(?:(?:later|earlier)\\s+|the\\s+)?${REL}\\s+(?<u>week|weekend|month|year|decade|century|quarter|fortnight)(?!-?old|['’]?s?\\s+(?:ago|earlier|before|after|later))`,
  (g, text, at) => {
    const r = (g.r ?? '').toLowerCase();
    const word = (g.u ?? '').toLowerCase();
    if (word === 'fortnight') return { kind: 'length', amount: 'P2W', repeats: false };
    const unit = word as 'week' | 'weekend' | 'month' | 'year' | 'decade' | 'century' | 'quarter';
    const definite = /^the\s/i.test(text.slice(at, at + 4));
    if (unit !== 'weekend' && !/this/.test(r)) {
      if (r === 'past' || (definite && r === 'last')) return { kind: 'span', unit, count: 1, direction: -1 };
      if (definite && r === 'next' && /\b(?:over|within|during|for|in)\s$/i.test(text.slice(Math.max(0, at - 8), at)))
        return { kind: 'span', unit, count: 1, direction: 1 };
      if (definite && (r === 'next' || r === 'previous')) return { kind: 'narrative', unit, by: r === 'next' ? 1 : -1 };
    }
    if (unit === 'quarter') return { kind: 'part', months: 3, index: null, year: null, direction: directionOf(r) };
    return { kind: 'shift', unit, by: directionOf(r) };
  },
);
rule(
  'relative-span',
  RELATIVE,
  `(?:the\\s+)?${REL}\\s+(?<n>${COUNT}|several|few|couple of|many)\\s+(?:consecutive\\s+|full\\s+|fiscal\\s+)?(?<u>${UNIT})`,
  (g) => ({
    kind: 'length',
    amount: durationOf(
      /^(?:\d|[a-z]+$)/i.test(g.n ?? '') && countOf(g.n ?? '') > 0 ? countOf(g.n ?? '') : null,
      unitOf(g.u ?? ''),
    ),
    repeats: false,
  }),
);
rule('relative-month', RELATIVE, `(?:the\\s+)?${REL}\\s+(?<m>${MONTH})(?!\\s+\\d{1,2}(?!\\d))`, (g, text, at) => {
  const m = text.indexOf(g.m ?? '', at);
  if (!capital(text, m)) return null;
  return { kind: 'month', month: monthOf(g.m ?? ''), direction: directionOf(g.r ?? '') };
});
rule('relative-weekday', RELATIVE, `${REL}\\s+(?<w>${WEEKDAY})${PART_OF_DAY}`, (g, text, at) => {
  if (!capital(text, text.indexOf(g.w ?? '', at)) || (g.w ?? '').length < 5) return null;
  const weekday = weekdayNamed(g.w ?? '');
  const r = (g.r ?? '').toLowerCase();
  // "this Friday" lies in the running week; "next Friday" in the coming one, else it would be called just "Friday"
  if (r === 'this' || r === 'current') return { kind: 'weekday', weekday, direction: null, weeks: 0 };
  if (r === 'next') return { kind: 'weekday', weekday, direction: null, weeks: 1 };
  return { kind: 'weekday', weekday, direction: directionOf(r) };
});
rule(
  'relative-season',
  RELATIVE,
  `(?:${REL}|the)\\s+(?<s>spring|summer|autumn|fall|winter)(?:,?\\s+(?:of\\s+)?(?<y>${YEAR}))?`,
  (g) => {
    if (g.r === undefined && g.y === undefined) return null;
    return {
      kind: 'season',
      first: SEASONS[(g.s ?? '').toLowerCase()] ?? 3,
      year: yearSpec(g),
      direction: directionOf(g.r ?? ''),
    };
  },
);
rule(
  'season-year',
  ['spring', 'summer', 'autumn', 'fall', 'winter'],
  `(?<s>spring|summer|autumn|fall|winter),?\\s+(?:of\\s+)?(?<y>${YEAR})`,
  (g) => ({
    kind: 'season',
    first: SEASONS[(g.s ?? '').toLowerCase()] ?? 3,
    year: yearSpec(g),
    direction: 0,
  }),
);
rule(
  'that',
  ['that', 'the', 'later', 'earlier'],
  '(?:(?:later|earlier)\\s+)?(?:that|the same|that same|the very same)\\s+(?<u>day|week|month|year|decade|morning|afternoon|evening|night)',
  (g) => {
    const u = (g.u ?? '').toLowerCase();
    return { kind: 'narrative', unit: /day|week|month|year|decade/.test(u) ? unitOf(u) : 'day', by: 0 };
  },
);
rule(
  'following',
  ['the'],
  '(?:the)\\s+(?<r>following|next|previous|preceding|subsequent)\\s+(?<u>day|week|month|year|decade|morning|evening|afternoon|night)',
  (g) => {
    const u = (g.u ?? '').toLowerCase();
    return {
      kind: 'narrative',
      unit: /day|week|month|year|decade/.test(u) ? unitOf(u) : 'day',
      by: /previous|preceding/i.test(g.r ?? '') ? -1 : 1,
    };
  },
);
rule(
  'day',
  ['today', 'yesterday', 'tomorrow', 'tonight', 'the', 'last', 'this'],
  `(?:(?<a>the day before yesterday)|(?<b>the day after tomorrow)|(?<c>yesterday|last night)|(?<e>tomorrow)|(?:today|tonight|this (?:morning|afternoon|evening)))${PART_OF_DAY}`,
  (g) => {
    const by = g.a !== undefined ? -2 : g.b !== undefined ? 2 : g.c !== undefined ? -1 : g.e !== undefined ? 1 : 0;
    return { kind: 'shift', unit: 'day', by };
  },
);
rule(
  'current',
  ['later', 'earlier'],
  '(?:later|earlier)\\s+(?:on\\s+)?in\\s+the\\s+(?<u>week|month|year|decade)',
  (g) => ({
    kind: 'current',
    unit: unitOf(g.u ?? 'year'),
  }),
);
rule('now-year', ['year'], '(?:year[- ]end|year[- ]to[- ]date)', () => ({ kind: 'shift', unit: 'year', by: 0 }));

// Quarters, halves, fiscal years ------------------------------------------------------------------------------------

const QUARTER_YEAR = `(?:\\s+(?:of\\s+)?(?:(?:the\\s+)?(?:fiscal\\s+(?:year\\s+)?)?(?<y>${YEAR})|${REL_YEAR}))?`;
rule(
  'quarter',
  ['the', 'first', 'second', 'third', 'fourth', 'final', 'q', DIGITS],
  `(?:the\\s+)?(?:(?<o>first|second|third|fourth|final|[1-4](?:st|nd|rd|th))[- ](?:fiscal\\s+)?quarter|Q(?<q>[1-4])|(?<k>[1-4])Q)${QUARTER_YEAR}`,
  (g) => ({
    kind: 'part',
    months: 3,
    index: Number(g.q ?? g.k ?? ORDINALS[(g.o ?? '').toLowerCase()] ?? 1),
    year: yearSpec(g),
    direction: null,
  }),
);
rule(
  'half',
  ['the', 'first', 'second'],
  `(?:the\\s+)?(?<o>first|second)[- ]half(?:\\s+of\\s+(?:(?<y>${YEAR})|(?<ry>last|this|next|the) year))`,
  (g) => ({
    kind: 'part',
    months: 6,
    index: ORDINALS[(g.o ?? '').toLowerCase()] ?? 1,
    year: yearSpec(g),
    direction: null,
  }),
);
rule(
  'fiscal',
  ['fiscal', 'financial', 'fy', 'the'],
  `(?:the\\s+)?(?:(?:fiscal|financial)(?:\\s+year)?\\s+|FY\\s?-?)(?<y>${YEAR})(?:[-–/](?<y2>\\d{4}|\\d\\d))?`,
  (g) => {
    const from = Number(g.y);
    return {
      kind: 'years',
      from,
      to: g.y2 === undefined ? from : from + 1,
      precision: g.y2 === undefined ? 'year' : 'interval',
    };
  },
);
rule(
  'decade-word',
  DECADES.flatMap((word) => [word]).concat('the'),
  `(?:the\\s+)?(?:(?:nineteen|19)\\s+)?(?<w>${DECADES.join('|')})`,
  (g, text, at) => {
    // "in his sixties" is an age
    if (
      !/^the\s/i.test(text.slice(at, at + 4)) &&
      !/\b(?:the|early|mid|late|nineteen)[ -]$/i.test(text.slice(Math.max(0, at - 10), at))
    )
      return null;
    if (/\b(?:his|her|their|my|our)\s(?:early|mid|late)?[ -]?$/i.test(text.slice(Math.max(0, at - 12), at)))
      return null;
    const from = 1920 + DECADES.indexOf((g.w ?? '').toLowerCase()) * 10;
    return { kind: 'years', from, to: from + 9, precision: 'decade' };
  },
);
rule('decade-short', ['’', "'", 's'], "['’](?<y>\\d)0s", (g) => {
  const from = 1900 + Number(g.y) * 10;
  return { kind: 'years', from, to: from + 9, precision: 'decade' };
});
