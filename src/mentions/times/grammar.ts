/** The grammar of English news times: each rule says which words it may begin with, its pattern, and what it means. */

import './dates.ts';
import './relative.ts';
import './amounts.ts';
import { WordScan } from '../wordscan.ts';
import { DIGITS, RULES } from './rules.ts';
import type { Mod, TimeMatch } from './spec.ts';
import { unitOf } from './words.ts';

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

/** "the '90s": the apostrophe belongs to the digits. */
const SHORT_DECADE = /['’]\d0s/y;

/** All time expressions of a text in order, the longest at each place, none overlapping. Linear in the text's length. */
export function matchTimes(text: string): TimeMatch[] {
  const found: TimeMatch[] = [];
  const scan = new WordScan(text);
  let free = 0;
  for (let next = 0; scan.next(next); ) {
    next = scan.end;
    const match = (scan.digits ? matchShortDecade(text, scan.start - 1, free) : null) ?? matchWord(text, scan);
    if (match === null) continue;
    found.push(withParts(match, text));
    free = match.end;
    next = Math.max(match.end, next);
  }
  return found;
}

function matchShortDecade(text: string, at: number, free: number): TimeMatch | null {
  SHORT_DECADE.lastIndex = at;
  return at >= free && SHORT_DECADE.test(text) ? matchAt(text, at, "'") : null;
}

function matchWord(text: string, scan: WordScan): TimeMatch | null {
  if (scan.digits) return matchAt(text, scan.start, DIGITS);
  const lower = scan.word();
  return (MOD_STARTS.has(lower) ? matchWithMod(text, scan.start) : null) ?? matchAt(text, scan.start, lower);
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
