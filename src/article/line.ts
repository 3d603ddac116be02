/** A line: one block of a page or one line of a dump, before anybody decided what it is. */

export interface Line {
  /** White space collapsed, ends trimmed; never empty. */
  readonly text: string;
  /** Lower-case element name of the block; empty in a dump. */
  readonly tag: string;
  /** Share of the characters that stand inside links, 0..1. */
  readonly links: number;
  /** Nearest enclosing element that is no running text: figure, aside, nav … */
  readonly within: string | null;
  /** Class and id words of the enclosing elements, innermost first. */
  readonly hints: string;
  /** A blank line stood before it (dumps). */
  readonly gap: boolean;
  /** A bullet or number stood before it, or it is a list item. */
  readonly bullet: boolean;
  /** Value of a <time datetime> in it. */
  readonly stamp: string | null;
}

const SPACE = /[\s\u00a0\u200b\u200c\u2060\ufeff]+/g;

/** White space of every kind as single spaces, ends trimmed. */
export const squeeze = (text: string): string => text.replace(SPACE, ' ').trim();

const BULLET = /^(?:[•·●○▪▫■□►▸‣⁃∙]|[-*–](?=\s))\s*/;

/** The line without its bullet. */
export const withoutBullet = (text: string): string => text.replace(BULLET, '');

/** Markdown's marks around a whole line, and its links, as their text. */
function withoutMarkdown(raw: string): string {
  const plain = raw.replace(/^\s{0,3}#{1,6}\s+/, '').replace(/^\s*([*_]{1,3})(\S.*\S)\1\s*$/, '$2');
  return plain.includes('](') ? plain.replace(/!?\[([^\]]{0,300})\]\([^()\s]{1,500}\)/g, '$1') : plain;
}

export function dumpLine(raw: string, gap: boolean): Line | null {
  const heading = /^\s{0,3}(#{1,6})\s/.exec(raw)?.[1];
  const text = squeeze(withoutMarkdown(raw));
  if (text === '') return null;
  return {
    text,
    tag: heading === undefined ? '' : `h${heading.length}`,
    links: 0,
    within: null,
    hints: '',
    gap,
    bullet: BULLET.test(text),
    stamp: null,
  };
}
