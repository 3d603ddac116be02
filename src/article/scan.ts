/** The gate in front of every tree: bounds depth and size in one pass, because tree algorithms are what a hostile page can stall. */

import { Parser } from 'htmlparser2';

/** Deeper elements lose their tags and keep their text. */
export const MAX_DEPTH = 256;
/** Elements and texts; reading stops there. Readability at this cap takes under 5 s (bench/article.ts). */
export const MAX_NODES = 50_000;
/** Characters of markup; what is behind is cut off. */
export const MAX_LENGTH = 5_000_000;
/** Readability looks at each of these against all others, so that many of one kind cost their square. */
const MAX_OF: Readonly<Record<string, number>> = {
  br: 8000,
  form: 500,
  input: 2000,
  iframe: 500,
  object: 500,
  table: 2000,
};

export interface Scan {
  /** Markup that is safe to build a tree from: every element closed, no scripts, styles or comments. */
  readonly html: string;
  readonly flattened: boolean;
  readonly cut: boolean;
  /** Whether a script element stood in it. */
  readonly scripted: boolean;
}

export interface Limits {
  readonly depth: number;
  readonly nodes: number;
}

const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
/** Nothing in them is text; JSON-LD alone is kept. */
const DROPPED = new Set('script style noscript svg math template canvas'.split(' '));
const ATTRIBUTE = /^[\w:.-]{1,60}$/;
const MAX_VALUE = 10_000;
const MAX_ATTRIBUTES = 50;

const escapeText = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const escapeValue = (text: string): string =>
  text.length > MAX_VALUE ? '' : text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');

/**
 * Reads the markup once and writes it again within the limits.
 *
 * The tree is then the one counted here, whatever parser builds it. Linear in the input.
 */
export function scanMarkup(source: string, limits: Limits = { depth: MAX_DEPTH, nodes: MAX_NODES }): Scan {
  let html = source.length > MAX_LENGTH ? source.slice(0, MAX_LENGTH) : source;
  // A NUL byte means nothing in markup and upsets parsers.
  if (html.includes('\u0000')) html = html.replaceAll('\u0000', '');
  const out: string[] = ['<!doctype html>'];
  /** For each open element whether its tag was written. */
  const open: boolean[] = [];
  const count = new Map<string, number>();
  let written = 0;
  let nodes = 0;
  let flattened = false;
  let scripted = false;
  /** Depth inside a dropped element, and whether its text is JSON-LD. */
  let dropped = 0;
  let data = false;
  let full = false;

  const parser = new Parser({
    onopentag(name, attributes) {
      if (full) return;
      if (dropped > 0 || DROPPED.has(name)) {
        scripted ||= name === 'script';
        data = dropped === 0 && name === 'script' && /ld\+json/i.test(attributes.type ?? '');
        if (data) out.push('<script type="application/ld+json">');
        dropped++;
        return;
      }
      nodes++;
      const seen = (count.get(name) ?? 0) + 1;
      count.set(name, seen);
      if (nodes > limits.nodes || seen > (MAX_OF[name] ?? limits.nodes)) {
        full = true;
        return;
      }
      const keep = written < limits.depth || VOID.has(name);
      open.push(keep);
      if (!keep) {
        // A flattened block still parts two paragraphs.
        flattened = true;
        out.push(' ');
        return;
      }
      written++;
      let tag = `<${name.replace(/[^\w:.-]/g, '')}`;
      let left = MAX_ATTRIBUTES;
      for (const key in attributes) {
        if (left-- <= 0) break;
        if (ATTRIBUTE.test(key)) tag += ` ${key}="${escapeValue(attributes[key] ?? '')}"`;
      }
      out.push(`${tag}>`);
    },
    ontext(text) {
      if (full) return;
      if (dropped > 0) {
        if (data) out.push(text);
        return;
      }
      nodes++;
      out.push(escapeText(text));
    },
    onclosetag(name) {
      if (full) return;
      if (dropped > 0) {
        dropped--;
        if (dropped === 0 && data) {
          out.push('</script>');
          data = false;
        }
        return;
      }
      if (!(open.pop() ?? false)) return;
      written--;
      if (!VOID.has(name)) out.push(`</${name.replace(/[^\w:.-]/g, '')}>`);
    },
  });
  parser.write(html);
  parser.end();
  return { html: out.join(''), flattened, cut: full || source.length > MAX_LENGTH, scripted };
}
