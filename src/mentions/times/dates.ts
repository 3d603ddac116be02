/** Grammar of dates as written: numbers, months, weekdays. */

import {
  capital,
  DATE,
  DATE2,
  DIGITS,
  directionOf,
  END,
  isMonthDate,
  isMonthName,
  NOT_AMOUNT,
  PART_OF_DAY,
  REL_YEAR,
  rule,
  TO,
  YEAR_TAIL,
  yearSpec,
} from './rules.ts';
import { MONTH, MONTH_STARTS, monthOf, WEEKDAY, WEEKDAY_STARTS, weekdayNamed, YEAR } from './words.ts';

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
rule(
  'month-days',
  MONTH_STARTS,
  `(?<m>${MONTH})\\s+${DATE}${TO}${DATE2}${NOT_AMOUNT}${YEAR_TAIL}?`,
  (g, text, at, end) => {
    const month = monthOf(g.m ?? '');
    const [d, d2] = [Number(g.d), Number(g.d2)];
    if (!isMonthDate(month, d) || !isMonthDate(month, d2) || !capital(text, at)) return null;
    if (d2 <= d || (/\sand\s/.test(text.slice(at, end)) && d2 !== d + 1)) return null;
    return { kind: 'date', year: yearSpec(g), month, date: d, end: { date: d2 } };
  },
);
rule(
  'month-day-to-month-day',
  MONTH_STARTS,
  `(?<m>${MONTH})\\s+${DATE}${TO}(?<m2>${MONTH})\\s+${DATE2}${YEAR_TAIL}?`,
  (g, text, at, end) => {
    const [month, month2] = [monthOf(g.m ?? ''), monthOf(g.m2 ?? '')];
    const [d, d2] = [Number(g.d), Number(g.d2)];
    if (!isMonthDate(month, d) || !isMonthDate(month2, d2) || !capital(text, at)) return null;
    // "July 9 and August 2" are two times, "between July 9 and July 11" is one.
    if (/\sand\s/.test(text.slice(at, end)) && !/\bbetween\s$/i.test(text.slice(Math.max(0, at - 8), at))) return null;
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
