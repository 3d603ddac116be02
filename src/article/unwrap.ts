/** Undoes hard wraps: a line was broken only because its next word did not fit. */

import { hasSentenceEnd } from './sentence.ts';

// A column of text is this wide; wider lines are paragraphs, narrower ones labels.
const NARROWEST = 45;
const WIDEST = 120;
/** This share of the longer lines must be near the width before wrapping is believed. */
const NEAR_WIDTH = 0.3;

/** And this share of those must end in the middle of a sentence. */
const MID_SENTENCE = 0.6;

const BULLET = /^\s*(?:[•·●○▪▫■□►▸‣⁃∙*]|[-–—]\s|\(?\d{1,2}[.)]\s|\[\/?[a-z]{2,20}[_\d]{0,4}\])/;

/** The width that lines were wrapped at, or null when they were not. */
function findWidth(lines: readonly string[]): number | null {
  const lengths = lines.map((line) => line.trimEnd().length).filter((length) => length > 0);
  if (lengths.length < 4) return null;
  const width = Math.max(...lengths.slice(0, 20_000));
  if (width < NARROWEST || width > WIDEST) return null;
  const near = lines.map((line) => line.trimEnd()).filter((line) => line.length >= width * 0.8);
  // Menus and labels are short in any text and say nothing about wrapping.
  const long = lengths.filter((length) => length >= NARROWEST).length;
  // Wrapping cuts sentences; a page of short paragraphs ends its lines with their full stops.
  const open = near.filter((line) => !hasSentenceEnd(line));
  return near.length >= Math.max(3, long * NEAR_WIDTH) && open.length >= near.length * MID_SENTENCE ? width : null;
}

/** Joins wrapped lines; blank lines and bullets still part paragraphs. Lines that were not wrapped come back as they are. */
export function unwrapLines(lines: readonly string[]): string[] {
  const width = findWidth(lines);
  if (width === null) return [...lines];
  const result: string[] = [];
  let parts: string[] = [];
  let previous = '';
  const flush = (): void => {
    if (parts.length > 0) result.push(parts.join(' '));
    parts = [];
  };
  for (const line of lines) {
    const text = line.trimEnd();
    const word = /^\s*(\S*)/.exec(text)?.[1] ?? '';
    const fits = previous.length + 1 + word.length <= width;
    const hanging = /^\s{2,}/.test(text) && !/^\s{2,}/.test(previous);
    if (text.trim() === '') {
      flush();
      result.push('');
    } else if (previous === '' || fits || hanging || BULLET.test(text)) {
      flush();
      parts.push(text);
    } else {
      // A word cut by a hyphen at the margin grows together again only when the rest is lower case.
      const last = parts.at(-1) ?? '';
      if (/\p{Ll}-$/u.test(last) && /^\s*\p{Ll}/u.test(text) && parts.length > 0)
        parts[parts.length - 1] = last.slice(0, -1) + text.trim();
      else parts.push(text.trim());
    }
    previous = text.trim() === '' ? '' : text;
  }
  flush();
  return result;
}

/** Whether the text stands in a column of fixed width. */
export const isWrapped = (lines: readonly string[]): boolean => findWidth(lines) !== null;
