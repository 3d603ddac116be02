/** Grammar of amounts of time: "two weeks ago", "three days before the visit", "five years", "every week". */

import { DIGITS, type Groups, rule } from './rules.ts';
import { COUNT, COUNT_STARTS, countOf, durationOf, UNIT, unitOf, WEEKDAY } from './words.ts';

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
