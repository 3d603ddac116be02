/** The grammar of English news times: each rule says which words it may begin with, its pattern, and what it means. */

import type { Mod, TimeMatch, TimeSpec, YearSpec } from './spec.ts';
import {
  COUNT,
  COUNT_STARTS,
  countOf,
  DECADES,
  durationOf,
  MONTH,
  MONTH_STARTS,
  monthOf,
  ORDINALS,
  SEASONS,
  UNIT,
  unitOf,
  WEEKDAY,
  WEEKDAY_STARTS,
  weekdayNamed,
  YEAR,
} from './words.ts';

type Groups = Readonly<Record<string, string | undefined>>;

interface Rule {
  readonly name: string;
  readonly pattern: RegExp;
  /** Null when the words mean something else here. `text` and `at` allow a look around. */
  read(groups: Groups, text: string, at: number, end: number): TimeSpec | null;
}

const DATE = '(?<d>\\d{1,2})(?:st|nd|rd|th)?(?![\\d:%]|,\\d|\\.\\d)';
const DATE2 = '(?<d2>\\d{1,2})(?:st|nd|rd|th)?(?![\\d:%]|,\\d|\\.\\d)';
const TO = '\\s?(?:-|–|—|to|until|till|through|and)\\s?';
const PART_OF_DAY = '(?:\\s+(?:morning|afternoon|evening|night|noon|midday))?';
const YEAR_TAIL = `(?:\\s?,?\\s+(?<y>${YEAR})(?!\\d|,\\d{3}))`;
const REL_YEAR = '(?:of\\s+)?(?<ry>last|this|next|the following|the same|that same|that) year';
const END = '(?![\\p{L}\\d])';
const NOT_AMOUNT =
  '(?!\\s*(?:percent|per cent|%|million|billion|trillion|points?|doses|people|troops|soldiers|km|kilomet))';

const RULES = new Map<string, Rule[]>();

/** Where the start word may stand for any digit sequence. */
const DIGITS = '#';

function rule(name: string, starts: readonly string[], pattern: string, read: Rule['read']): void {
  const made: Rule = { name, pattern: new RegExp(pattern + END, 'iuy'), read };
  for (const start of starts) {
    const list = RULES.get(start);
    if (list === undefined) RULES.set(start, [made]);
    else list.push(made);
  }
}

const yearSpec = (groups: Groups): YearSpec => {
  if (groups.y !== undefined) return Number(groups.y);
  if (groups.ry === undefined) return null;
  return /same|that|following/i.test(groups.ry) ? 'told' : { shift: directionOf(groups.ry) };
};
const directionOf = (word: string): number =>
  /last|past|previous|prior/i.test(word) ? -1 : /next|coming|following|upcoming/i.test(word) ? 1 : 0;
const isMonthDate = (month: number, date: number): boolean => date >= 1 && date <= (month === 2 ? 29 : 31);
const capital = (text: string, at: number): boolean => /\p{Lu}/u.test(text[at] ?? '');

const BEFORE_MAY =
  /(?:^|[\s(–—-])(?:in|of|since|from|until|till|by|late|early|mid|last|next|this|and|or|between|during|through|before|after|past|to|for|around|on)[\s-]+$/i;
/** "May", "March", "August" and the like as other words and names. */
function isMonthName(text: string, at: number, end: number, followedByNumber: boolean): boolean {
  if (!capital(text, at)) return false;
  if (followedByNumber) return true;
  const before = text.slice(Math.max(0, at - 14), at);
  const word = text.slice(at, at + 3).toLowerCase();
  if (word === 'may')
    return BEFORE_MAY.test(before) && !/^\s+\p{Lu}\p{Ll}+\s(?:said|told)/u.test(text.slice(end, end + 24));
  if (word === 'mar') return !/(?:\bthe|['’]s|\p{Lu}\p{Ll}+)\s+(?:Long\s+)?$/u.test(before) || BEFORE_MAY.test(before);
  // "June Smith", "April Doe": a first name
  if (/^(?:apr|jun)/.test(word) && !BEFORE_MAY.test(before) && /^\s\p{Lu}\p{Ll}+/u.test(text.slice(end, end + 20)))
    return false;
  return true;
}

// Numbers first -----------------------------------------------------------------------------------------------------

rule('iso', [DIGITS], '(?<y>\\d{4})[-/.](?<m>\\d\\d?)[-/.](?<d>\\d\\d?)(?:T[\\d:.]+Z?)?', (g) =>
  Number(g.m) <= 12 && Number(g.d) <= 31
    ? { kind: 'date', year: Number(g.y), month: Number(g.m), date: Number(g.d) }
    : null,
);
rule('numeric', [DIGITS], '(?<a>\\d{1,2})(?<sep>[-/.])(?<b>\\d{1,2})\\k<sep>(?<y>(?:19|20)\\d\\d)', (g) => {
  const a = Number(g.a);
  const b = Number(g.b);
  const year = Number(g.y);
  if (a > 12 && b >= 1 && b <= 12 && a <= 31) return { kind: 'date', year, month: b, date: a };
  if (b > 12 && a >= 1 && a <= 12 && b <= 31) return { kind: 'date', year, month: a, date: b };
  if (a === b && a >= 1 && a <= 12) return { kind: 'date', year, month: a, date: b };
  if (g.sep === '.' && a >= 1 && a <= 31 && b >= 1 && b <= 12) return { kind: 'date', year, month: b, date: a };
  return a >= 1 && a <= 12 && b >= 1 && b <= 12
    ? { kind: 'ambiguous', why: 'day and month cannot be told apart' }
    : null;
});
rule('day-month', [DIGITS], `${DATE}\\s+(?:of\\s+)?(?<m>${MONTH})${END}${YEAR_TAIL}?`, (g, text, at) => {
  const month = monthOf(g.m ?? '');
  const m = text.indexOf(g.m ?? '', at);
  if (!isMonthDate(month, Number(g.d)) || (!capital(text, m) && g.y === undefined) || isAmountBefore(text, at))
    return null;
  return { kind: 'date', year: yearSpec(g), month, date: Number(g.d) };
});
rule('days-month', [DIGITS], `${DATE}${TO}${DATE2}\\s+(?:of\\s+)?(?<m>${MONTH})${END}${YEAR_TAIL}?`, (g, text, at) => {
  const month = monthOf(g.m ?? '');
  if (!isMonthDate(month, Number(g.d)) || !isMonthDate(month, Number(g.d2))) return null;
  if (!capital(text, text.indexOf(g.m ?? '', at)) || Number(g.d2) <= Number(g.d)) return null;
  return { kind: 'date', year: yearSpec(g), month, date: Number(g.d), end: { date: Number(g.d2) } };
});
rule(
  'day-month-to-day-month',
  [DIGITS],
  `${DATE}\\s+(?<m>${MONTH})${TO}${DATE2}\\s+(?<m2>${MONTH})${END}${YEAR_TAIL}?`,
  (g) => {
    const [month, month2] = [monthOf(g.m ?? ''), monthOf(g.m2 ?? '')];
    if (!isMonthDate(month, Number(g.d)) || !isMonthDate(month2, Number(g.d2))) return null;
    return {
      kind: 'date',
      year: yearSpec(g),
      month,
      date: Number(g.d),
      end: { month: month2, date: Number(g.d2) },
    };
  },
);
rule(
  'years',
  [DIGITS],
  `(?<y>${YEAR})\\s?(?:-|–|—|/|to|until|through)\\s?(?<y2>${YEAR}|\\d\\d)(?![\\d-])`,
  (g, text, at) => {
    if (isAmountBefore(text, at)) return null;
    const from = Number(g.y);
    const short = (g.y2 ?? '').length === 2;
    const to = short ? Math.floor(from / 100) * 100 + Number(g.y2) : Number(g.y2);
    return to > from ? { kind: 'years', from, to, precision: 'interval' } : null;
  },
);
rule(
  'year',
  [DIGITS],
  `(?<y>${YEAR})(?!\\d|,\\d|\\.\\d|-\\d|[-/]\\p{L}|/\\d|:\\d)${NOT_AMOUNT}`,
  (g, text, at, end) => {
    if (isAmountBefore(text, at) || isCountedNoun(text, at, end)) return null;
    const year = Number(g.y);
    // Before 1900 only where a preposition or a closing bracket says that this is a year
    if (
      (year < 1900 || year > 2059) &&
      !/(?:\b(?:in|of|since|from|until|till|to|and|by|as|for|the|after|before|during|throughout|early|late|mid|circa)[\s-]|[-–(])$/i.test(
        text.slice(Math.max(0, at - 8), at),
      )
    )
      return null;
    return { kind: 'years', from: year, to: year, precision: 'year' };
  },
);
rule('decade', [DIGITS], "(?<y>1\\d\\d|20\\d)0['’]?s", (g) => {
  const from = Number(g.y) * 10;
  return { kind: 'years', from, to: from + 9, precision: 'decade' };
});
rule('century', [DIGITS], '(?<n>\\d{1,2})(?:st|nd|rd|th)[ -]centur(?:y|ies)', (g) => {
  const n = Number(g.n);
  return n < 1 || n > 21 ? null : { kind: 'years', from: n * 100 - 99, to: n * 100, precision: 'interval' };
});

const isAmountBefore = (text: string, at: number): boolean =>
  /(?:[$€£¥#№]|\b(?:US|A|S)\$|\d[.,/]|[\p{L}\d]-|\b(?:No\.|Rs\.?|Resolution|Flight|Article|Section|Room|Route|Highway)\s)\s?$/u.test(
    text.slice(Math.max(0, at - 12), at),
  ) && !/\b(?:mid|early|late|pre|post)-$/i.test(text.slice(Math.max(0, at - 6), at));
/** "2000 soldiers": a plural noun right after, without a preposition of time before. */
const isCountedNoun = (text: string, at: number, end: number): boolean => {
  const after = /^\s+(\p{Ll}{2,})/u.exec(text.slice(end, end + 24))?.[1] ?? '';
  if (
    !/[^s]s$|people|men|children/.test(after) ||
    /^(?:was|has|as|is|this|its|his|us|does|elections?|sanctions?|talks|protests|reforms)$/.test(after)
  )
    return false;
  return !/\b(?:in|since|from|until|by|early|late|the)\s$/i.test(text.slice(Math.max(0, at - 8), at));
};

// Months ------------------------------------------------------------------------------------------------------------

rule(
  'month-day',
  MONTH_STARTS,
  `(?<m>${MONTH})\\s+${DATE}${NOT_AMOUNT}(?:${YEAR_TAIL}|,?\\s+${REL_YEAR})?`,
  (g, text, at, end) => {
    const month = monthOf(g.m ?? '');
    if (!isMonthDate(month, Number(g.d)) || !isMonthName(text, at, end, true)) return null;
    return { kind: 'date', year: yearSpec(g), month, date: Number(g.d) };
  },
);
rule('month-days', MONTH_STARTS, `(?<m>${MONTH})\\s+${DATE}${TO}${DATE2}${NOT_AMOUNT}${YEAR_TAIL}?`, (g, text, at) => {
  const month = monthOf(g.m ?? '');
  const [d, d2] = [Number(g.d), Number(g.d2)];
  if (!isMonthDate(month, d) || !isMonthDate(month, d2) || !capital(text, at)) return null;
  if (d2 <= d || (/\sand\s/.test(text.slice(at, at + 24)) && d2 !== d + 1)) return null;
  return { kind: 'date', year: yearSpec(g), month, date: d, end: { date: d2 } };
});
rule(
  'month-day-to-month-day',
  MONTH_STARTS,
  `(?<m>${MONTH})\\s+${DATE}${TO}(?<m2>${MONTH})\\s+${DATE2}${YEAR_TAIL}?`,
  (g, text, at) => {
    const [month, month2] = [monthOf(g.m ?? ''), monthOf(g.m2 ?? '')];
    const [d, d2] = [Number(g.d), Number(g.d2)];
    if (!isMonthDate(month, d) || !isMonthDate(month2, d2) || !capital(text, at)) return null;
    if (/\sand\s/.test(text.slice(at, at + 30))) return null;
    return { kind: 'date', year: yearSpec(g), month, date: d, end: { month: month2, date: d2 } };
  },
);
rule(
  'month-year',
  MONTH_STARTS,
  `(?<m>${MONTH}),?\\s+(?:of\\s+)?(?:(?<y>${YEAR})(?!\\d|,\\d{3})|${REL_YEAR})`,
  (g, text, at) => (capital(text, at) ? { kind: 'date', year: yearSpec(g), month: monthOf(g.m ?? '') } : null),
);
rule(
  'months',
  MONTH_STARTS,
  `(?<m>${MONTH})(?:${TO}|\\s+and\\s+)(?<m2>${MONTH})(?!\\s+\\d{1,2}(?!\\d))(?:,?\\s+(?:of\\s+)?(?:(?<y>${YEAR})(?!\\d|,\\d{3})|${REL_YEAR}))?`,
  (g, text, at) => {
    const [month, month2] = [monthOf(g.m ?? ''), monthOf(g.m2 ?? '')];
    if (!capital(text, at) || !isMonthName(text, at, at + 3, true) || month === month2) return null;
    const m2 = text.indexOf(g.m2 ?? '', at + 3);
    if (!capital(text, m2)) return null;
    // "May and December" are two times; neighbours and ranges are one
    if (
      /\sand\s/.test(text.slice(at, m2)) &&
      !/\bbetween\s$/i.test(text.slice(Math.max(0, at - 8), at)) &&
      month2 !== (month % 12) + 1
    )
      return null;
    return { kind: 'date', year: yearSpec(g), month, end: { month: month2 } };
  },
);
rule(
  'month-of-later-year',
  MONTH_STARTS,
  `(?<m>${MONTH})(?=(?:\\s?(?:,|/|and|or|,\\s?and)\\s?${MONTH}){1,3},?\\s+(?<y>${YEAR})(?!\\d|,\\d))`,
  (g, text, at) => (capital(text, at) ? { kind: 'date', year: yearSpec(g), month: monthOf(g.m ?? '') } : null),
);
rule(
  'date-told',
  ['the'],
  'the\\s+(?<d>\\d{1,2})(?:st|nd|rd|th)(?:\\s+of (?:that|the same) month|(?=[,.;:)]|\\s+and\\s))',
  (g, text, at) => {
    const date = Number(g.d);
    if (date < 1 || date > 31 || !/\b(?:on|by|until|till|from|to|and)\s$/i.test(text.slice(Math.max(0, at - 7), at)))
      return null;
    return { kind: 'told-date', date };
  },
);
rule('month', MONTH_STARTS, `(?<m>${MONTH})(?!\\s+\\d{1,2}(?![\\d]))`, (g, text, at, end) => {
  const abbreviation = (g.m ?? '').length <= 5 && !/^(?:may|march|april|june|july)$/i.test(g.m ?? '');
  if (abbreviation && !(g.m ?? '').endsWith('.')) return null;
  return isMonthName(text, at, end, false) ? { kind: 'date', year: null, month: monthOf(g.m ?? '') } : null;
});

// Weekdays ----------------------------------------------------------------------------------------------------------

const isWeekday = (word: string, text: string, at: number, end: number): boolean =>
  capital(text, at) &&
  (word.length > 5 ||
    word.endsWith('.') ||
    (/^[,\s]/.test(text.slice(end, end + 1)) && !/^(?:Sun|Sat|Mon|Wed)$/.test(word)));

rule(
  'weekday-month-day',
  WEEKDAY_STARTS,
  `(?<w>${WEEKDAY})${PART_OF_DAY},?\\s+\\(?(?<m>${MONTH})\\s+${DATE}(?:${YEAR_TAIL})?\\)?`,
  (g, text, at) => {
    const month = monthOf(g.m ?? '');
    if (!capital(text, at) || !isMonthDate(month, Number(g.d))) return null;
    return { kind: 'date', year: yearSpec(g), month, date: Number(g.d), weekday: weekdayNamed(g.w ?? '') };
  },
);
rule(
  'weekday-day-month',
  WEEKDAY_STARTS,
  `(?<w>${WEEKDAY})${PART_OF_DAY},?\\s+\\(?(?:the\\s+)?${DATE}\\s+(?:of\\s+)?(?<m>${MONTH})(?:${YEAR_TAIL})?\\)?`,
  (g, text, at) => {
    const month = monthOf(g.m ?? '');
    if (!capital(text, at) || !isMonthDate(month, Number(g.d))) return null;
    return { kind: 'date', year: yearSpec(g), month, date: Number(g.d), weekday: weekdayNamed(g.w ?? '') };
  },
);
rule('weekday', WEEKDAY_STARTS, `(?<w>${WEEKDAY})${PART_OF_DAY}`, (g, text, at, end) =>
  isWeekday(g.w ?? '', text, at, end) ? { kind: 'weekday', weekday: weekdayNamed(g.w ?? ''), direction: null } : null,
);
rule(
  'weekday-of-week',
  WEEKDAY_STARTS,
  `(?<w>${WEEKDAY})${PART_OF_DAY},?\\s+(?:of\\s+)?(?<r>last|next|this) week`,
  (g, text, at) =>
    capital(text, at)
      ? { kind: 'weekday', weekday: weekdayNamed(g.w ?? ''), direction: null, weeks: directionOf(g.r ?? '') }
      : null,
);
rule(
  'weekdays',
  WEEKDAY_STARTS,
  `(?<w>${WEEKDAY})(?:\\s?(?:-|–|to|through)\\s?|\\s+and\\s+)(?<w2>${WEEKDAY})`,
  (g, text, at) => {
    const [first, last] = [weekdayNamed(g.w ?? ''), weekdayNamed(g.w2 ?? '')];
    if (!capital(text, at) || (g.w ?? '').length < 6) return null;
    if (/\sand\s/.test(text.slice(at, at + 18)) && last !== (first + 1) % 7) return null;
    return { kind: 'weekday', weekday: first, direction: null, end: last };
  },
);
rule(
  'weekday-repeated',
  ['mondays', 'tuesdays', 'wednesdays', 'thursdays', 'fridays', 'saturdays', 'sundays'],
  '\\p{L}+days',
  () => ({
    kind: 'length',
    amount: 'P1W',
    repeats: true,
  }),
);

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

// Amounts of time ---------------------------------------------------------------------------------------------------

const AMOUNT_STARTS = [...COUNT_STARTS, 'several', 'few', 'many', 'couple', 'some', DIGITS];
const AMOUNT = `(?<n>${COUNT}|several|a few|few|many|a couple of|a couple|some)(?<half>\\s+and\\s+a\\s+half)?[ -](?:(?:more|consecutive|straight|full|whole|long|short)\\s+)?(?<u>${UNIT})`;
const amountOf = (g: Groups): string => {
  const n = g.n ?? '';
  const known = /^(?:several|a few|few|many|some)$/i.test(n) ? null : /couple/i.test(n) ? 2 : countOf(n);
  return durationOf(known, unitOf(g.u ?? ''));
};
const countKnown = (g: Groups): number | null =>
  /^(?:several|a few|few|many|some|a couple|a couple of)$/i.test(g.n ?? '') || g.half !== undefined
    ? null
    : countOf(g.n ?? '');

rule('ago', AMOUNT_STARTS, `${AMOUNT}\\s+(?<dir>ago|from now|from today|hence)`, (g) => {
  const count = countKnown(g);
  if (count === null || !Number.isInteger(count)) return { kind: 'length', amount: amountOf(g), repeats: false };
  return { kind: 'shift', unit: unitOf(g.u ?? ''), by: /ago/i.test(g.dir ?? '') ? -count : count };
});
rule('in-amount', ['in'], `in\\s+${AMOUNT}['’]?\\s+time`, (g) => {
  const count = countKnown(g);
  return count === null ? null : { kind: 'shift', unit: unitOf(g.u ?? ''), by: count };
});
rule(
  'offset',
  AMOUNT_STARTS,
  `${AMOUNT}\\s+(?<dir>earlier than|later than|before|after|prior to|following|earlier|later|previously|afterwards?)`,
  (g, text, _at, end) => {
    const dir = (g.dir ?? '').toLowerCase();
    const back = /earlier|before|prior|previously/.test(dir);
    const open = /^\s*(?:$|[.,;:!?)”"])/u.test(text.slice(end, end + 4));
    const joined = /than|prior|following/.test(dir) || (/^(?:before|after)$/.test(dir) && !open);
    if (joined) return { kind: 'event', amount: amountOf(g), side: back ? 'before' : 'after' };
    const count = countKnown(g);
    if (count === null || !Number.isInteger(count))
      return { kind: 'event', amount: amountOf(g), side: back ? 'before' : 'after' };
    return { kind: 'narrative', unit: unitOf(g.u ?? ''), by: back ? -count : count };
  },
);
rule(
  'eve',
  ['the', 'a'],
  '(?:the|a)\\s+(?<u>day|week|month|year)\\s+(?<dir>before|after)(?!\\s+(?:yesterday|tomorrow))',
  (g, text, _at, end) => {
    const back = /before/i.test(g.dir ?? '');
    if (/^\s*(?:$|[.,;:!?)”"])/u.test(text.slice(end, end + 4)))
      return { kind: 'narrative', unit: unitOf(g.u ?? ''), by: back ? -1 : 1 };
    return { kind: 'event', amount: durationOf(1, unitOf(g.u ?? '')), side: back ? 'before' : 'after' };
  },
);
rule('length', AMOUNT_STARTS, `${AMOUNT}(?![ -]?old\\b)`, (g, text, at) => {
  // "$3 a day", "twice a week" are rates
  const rate =
    /^an?$/i.test(g.n ?? '') &&
    /(?:[\d%)]|\b(?:percent|million|billion|times|once|twice|cents))\s$/i.test(text.slice(Math.max(0, at - 9), at));
  return { kind: 'length', amount: amountOf(g), repeats: rate };
});
rule(
  'lengths',
  ['decades', 'years', 'months', 'weeks', 'days', 'recent', 'centuries'],
  '(?:recent\\s+)?(?<u>decades|years|months|weeks|days|centuries)(?!-)',
  (g, text, at) => {
    if (
      !/^recent/i.test(text.slice(at, at + 6)) &&
      !/\b(?:of|for|in|after|over|takes?|took|spent|coming|within)\s$/i.test(text.slice(Math.max(0, at - 8), at))
    )
      return null;
    return { kind: 'length', amount: durationOf(null, unitOf(g.u ?? '')), repeats: false };
  },
);
rule(
  'set',
  ['every', 'each', 'daily', 'weekly', 'monthly', 'annually', 'yearly', 'quarterly'],
  `(?:(?:every|each)\\s+(?:(?<n>${COUNT}|other)\\s+)?(?<u>day|week|month|quarter|year|days|weeks|months|years|hour|hours|morning|night|${WEEKDAY})|(?<f>daily|weekly|monthly|annually|yearly|quarterly))`,
  (g) => {
    const f = (g.f ?? '').toLowerCase();
    const unit =
      f === '' ? (g.u ?? '') : ({ daily: 'day', weekly: 'week', monthly: 'month', quarterly: 'quarter' }[f] ?? 'year');
    if (/^(?:morning|night)$/i.test(unit)) return { kind: 'length', amount: 'P1D', repeats: true };
    if (/^(?:mon|tue|wed|thu|fri|sat|sun)/i.test(unit) && !/^months?$/i.test(unit))
      return { kind: 'length', amount: 'P1W', repeats: true };
    const n = g.n === undefined ? 1 : /other/i.test(g.n) ? 2 : countOf(g.n);
    return { kind: 'length', amount: durationOf(n, unitOf(unit)), repeats: true };
  },
);

// Modifiers ---------------------------------------------------------------------------------------------------------

const MODS: readonly { readonly pattern: RegExp; readonly mod: Mod }[] = [
  { pattern: /(?:very\s+)?early(?:\s+(?:in|on)|[- ])\s?/iuy, mod: 'start' },
  {
    pattern: /(?:the\s+)?(?:start|beginning|first days|first weeks?|first weekend|first half|opening) of\s+/iuy,
    mod: 'start',
  },
  { pattern: /mid(?:[- ]?way through\s+|[- ]+(?:to[- ]late[- ])?)/iuy, mod: 'mid' },
  { pattern: /(?:the\s+)?middle of\s+/iuy, mod: 'mid' },
  { pattern: /late(?:\s+(?:in|on)|[- ])\s?/iuy, mod: 'end' },
  {
    pattern: /(?:the\s+)?(?:(?:very\s+)?end|close|last days|last weeks?|last weekend|final days|second half) of\s+/iuy,
    mod: 'end',
  },
  { pattern: /(?:around|about|circa|approximately|roughly|some)\s+/iuy, mod: 'approx' },
];
const MOD_STARTS = new Set(
  'very early the start final beginning first mid middle late end close last second around about circa approximately roughly some opening'.split(
    ' ',
  ),
);
const CURRENT = /(?:the\s+)?(?<u>week|month|year|decade|century)(?![\p{L}\d-])/iuy;

// Matching ----------------------------------------------------------------------------------------------------------

const WORD = /[\p{L}]+|\d+|['’](?=\d0s)/gu;

/** All time expressions of a text in order, the longest at each place, none overlapping. Linear in the text's length. */
export function matchTimes(text: string): TimeMatch[] {
  const found: TimeMatch[] = [];
  let free = 0;
  WORD.lastIndex = 0;
  for (let word = WORD.exec(text); word !== null; word = WORD.exec(text)) {
    const at = word.index;
    if (at < free) continue;
    const lower = /^\d/.test(word[0]) ? DIGITS : word[0].toLowerCase();
    if (!RULES.has(lower) && !MOD_STARTS.has(lower)) continue;
    const match = (MOD_STARTS.has(lower) ? matchWithMod(text, at) : null) ?? matchAt(text, at, lower);
    if (match === null) continue;
    found.push(withParts(match, text));
    free = match.end;
    WORD.lastIndex = Math.max(match.end, WORD.lastIndex);
  }
  return found;
}

function matchWithMod(text: string, at: number): TimeMatch | null {
  for (const { pattern, mod } of MODS) {
    pattern.lastIndex = at;
    const lead = pattern.exec(text);
    if (lead === null) continue;
    const inner = at + lead[0].length;
    const start = /^(?:\d+|\p{L}+)/u.exec(text.slice(inner, inner + 24))?.[0] ?? '';
    const lower = /^\d/.test(start) ? DIGITS : start.toLowerCase();
    const match = matchAt(text, inner, lower);
    if (match !== null && match.spec.kind !== 'length' && match.spec.kind !== 'event') {
      if (mod === 'approx' && match.spec.kind !== 'shift' && match.spec.kind !== 'years' && match.spec.kind !== 'date')
        continue;
      return { ...match, start: at, mod };
    }
    if (mod === 'approx') continue;
    CURRENT.lastIndex = inner;
    const current = CURRENT.exec(text);
    if (current === null) continue;
    const unit = unitOf(current.groups?.u ?? 'year');
    return { start: at, end: inner + current[0].length, spec: { kind: 'current', unit }, mod, rule: 'end-of' };
  }
  return null;
}

function matchAt(text: string, at: number, start: string): TimeMatch | null {
  const rules = RULES.get(start);
  if (rules === undefined) return null;
  let best: TimeMatch | null = null;
  for (const { name, pattern, read } of rules) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null) continue;
    const end = at + match[0].length;
    if (best !== null && end <= best.end) continue;
    const spec = read(match.groups ?? {}, text, at, end);
    if (spec !== null) best = { start: at, end, spec, mod: null, rule: name };
  }
  return best;
}

const SEPARATOR = /\s?(?:-|–|—|\/|\bto\b|\buntil\b|\btill\b|\bthrough\b|\band\b)\s?/iu;

/** "May and June", "March 5-9", "2015 to 2017": the two ends are times of their own as well. */
function withParts(match: TimeMatch, text: string): TimeMatch {
  const { spec } = match;
  const range =
    ((spec.kind === 'date' || spec.kind === 'weekday') && spec.end !== undefined) ||
    (spec.kind === 'years' && spec.precision === 'interval' && match.rule === 'years');
  const gap = range ? SEPARATOR.exec(text.slice(match.start, match.end)) : null;
  if (gap === null) return match;
  const middle = match.start + gap.index;
  return {
    ...match,
    parts: [
      { start: match.start, end: middle, mod: match.mod },
      { start: middle + gap[0].length, end: match.end, mod: null },
    ],
  };
}
