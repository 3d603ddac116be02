/** What the grammar's rules share: their shape, the register by first word, and the patterns they are made of. */

import type { TimeSpec, YearSpec } from './spec.ts';
import { YEAR } from './words.ts';

export type Groups = Readonly<Record<string, string | undefined>>;

export interface Rule {
  readonly name: string;
  readonly pattern: RegExp;
  /** Null when the words mean something else here. `text` and `at` allow a look around. */
  read(groups: Groups, text: string, at: number, end: number): TimeSpec | null;
}

export const DATE = '(?<d>\\d{1,2})(?:st|nd|rd|th)?(?![\\d:%]|,\\d|\\.\\d)';
export const DATE2 = '(?<d2>\\d{1,2})(?:st|nd|rd|th)?(?![\\d:%]|,\\d|\\.\\d)';
export const TO = '\\s?(?:-|–|—|to|until|till|through|and)\\s?';
export const PART_OF_DAY = '(?:\\s+(?:morning|afternoon|evening|night|noon|midday))?';
export const YEAR_TAIL = `(?:\\s?,?\\s+(?<y>${YEAR})(?!\\d|,\\d{3}))`;
export const REL_YEAR = '(?:of\\s+)?(?<ry>last|this|next|the following|the same|that same|that) year';
export const END = '(?![\\p{L}\\d])';
export const NOT_AMOUNT =
  '(?!\\s*(?:percent|per cent|%|million|billion|trillion|points?|doses|people|troops|soldiers|km|kilomet))';

export const RULES = new Map<string, Rule[]>();

/** Where the start word may stand for any digit sequence. */
export const DIGITS = '#';

export function rule(name: string, starts: readonly string[], pattern: string, read: Rule['read']): void {
  const made: Rule = { name, pattern: new RegExp(pattern + END, 'iuy'), read };
  for (const start of starts) {
    const list = RULES.get(start);
    if (list === undefined) RULES.set(start, [made]);
    else list.push(made);
  }
}

export const yearSpec = (groups: Groups): YearSpec => {
  if (groups.y !== undefined) return Number(groups.y);
  if (groups.ry === undefined) return null;
  return /same|that|following/i.test(groups.ry) ? 'told' : { shift: directionOf(groups.ry) };
};
export const directionOf = (word: string): number =>
  /last|past|previous|prior/i.test(word) ? -1 : /next|coming|following|upcoming/i.test(word) ? 1 : 0;
export const isMonthDate = (month: number, date: number): boolean => date >= 1 && date <= (month === 2 ? 29 : 31);
export const capital = (text: string, at: number): boolean => /\p{Lu}/u.test(text[at] ?? '');

export const BEFORE_MAY =
  /(?:^|[\s(–—-])(?:in|of|since|from|until|till|by|late|early|mid|last|next|this|and|or|between|during|through|before|after|past|to|for|around|on)[\s-]+$/i;
/** "May", "March", "August" and the like as other words and names. */
export function isMonthName(text: string, at: number, end: number, followedByNumber: boolean): boolean {
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
