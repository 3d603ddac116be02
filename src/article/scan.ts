/** The gate in front of every tree: bounds depth and size in one pass, because tree algorithms are what a hostile page can stall. */

import { Parser } from 'htmlparser2';

/** Deeper elements lose their tags and keep their text. */
export const MAX_DEPTH = 256;
/** Elements and texts; reading stops there. Readability at this cap is timed in bench/article.mjs. */
export const MAX_NODES = 150_000;
/** Characters of markup; what is behind is cut off. */
export const MAX_LENGTH = 5_000_000;

export interface Scan {
  /** Markup that is safe to build a tree from. */
  readonly html: string;
  readonly flattened: boolean;
  readonly cut: boolean;
  /** Whether a script element stood in it. */
  readonly scripted: boolean;
}

interface Limits {
  readonly depth: number;
  readonly nodes: number;
}

const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
const RAW = new Set(['script', 'style']);

/** Scans once; only a page beyond the limits is written again without what is beyond. */
export function scanMarkup(source: string, limits: Limits = { depth: MAX_DEPTH, nodes: MAX_NODES }): Scan {
  let html = source.length > MAX_LENGTH ? source.slice(0, MAX_LENGTH) : source;
  // A NUL byte means nothing in markup and upsets parsers.
  if (html.includes('\u0000')) html = html.replaceAll('\u0000', '');
  let depth = 0;
  let deepest = 0;
  let nodes = 0;
  let scripted = false;
  const parser = new Parser({
    onopentag(name) {
      nodes++;
      depth++;
      if (depth > deepest) deepest = depth;
      if (name === 'script') scripted = true;
      if (nodes > limits.nodes) parser.pause();
    },
    ontext() {
      nodes++;
    },
    onclosetag() {
      depth--;
    },
  });
  parser.write(html);
  parser.end();
  const cut = nodes > limits.nodes || source.length > MAX_LENGTH;
  if (deepest <= limits.depth && nodes <= limits.nodes) return { html, flattened: false, cut, scripted };
  return { html: rewrite(html, limits), flattened: deepest > limits.depth, cut, scripted };
}

const escapeText = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const escapeValue = (text: string): string => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;');

function rewrite(html: string, limits: Limits): string {
  const out: string[] = [];
  const open: boolean[] = [];
  let written = 0;
  let nodes = 0;
  let raw = false;
  const parser = new Parser({
    onopentag(name, attributes) {
      nodes++;
      if (nodes > limits.nodes) {
        parser.pause();
        return;
      }
      const keep = written < limits.depth || VOID.has(name);
      open.push(keep);
      // A flattened block still parts two paragraphs.
      if (!keep) {
        out.push(' ');
        return;
      }
      written++;
      raw = RAW.has(name);
      const values = Object.entries(attributes).map(([key, value]) =>
        /^[\w:.-]+$/.test(key) ? ` ${key}="${escapeValue(value)}"` : '',
      );
      out.push(`<${name}${values.join('')}>`);
    },
    ontext(data) {
      nodes++;
      out.push(raw ? data : escapeText(data));
    },
    onclosetag(name) {
      const kept = open.pop() ?? false;
      if (!kept) return;
      written--;
      raw = false;
      if (!VOID.has(name)) out.push(`</${name}>`);
    },
  });
  parser.write(html);
  // Closing what is open keeps the tree as it was up to the cut.
  parser.end();
  return out.join('');
}
