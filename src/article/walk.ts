/** From an element to its lines: blocks in reading order, each with where it stood. Never recursive. */

import { type DomElement, type DomNode, isElement, TEXT } from './dom.ts';
import { type Line, squeeze } from './line.ts';
import { hasSentenceEnd } from './sentence.ts';

const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);
export const UNSHOWN = new Set(
  'script style template noscript svg math canvas iframe object embed select option datalist textarea head title meta link audio video source track map area dialog'.split(
    ' ',
  ),
);
/** Elements whose content is no running text. */
const APART = new Set('figure figcaption aside nav footer form button label menu'.split(' '));

interface Frame {
  readonly element: DomElement;
  readonly tag: string;
  readonly hints: string;
  readonly within: string | null;
  readonly link: boolean;
  readonly pre: boolean;
  readonly list: boolean;
}

const HINT_LIMIT = 400;

function hintsOf(element: DomElement, inherited: string): string {
  const own =
    `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''} ${element.getAttribute('itemprop') ?? ''}`.trim();
  return own === '' ? inherited : `${own.slice(0, HINT_LIMIT)} | ${inherited}`.slice(0, HINT_LIMIT);
}

/** Reads the blocks below `root`. Linear in the number of nodes. */
export function walkLines(root: DomElement): Line[] {
  const lines: Line[] = [];
  const top: Frame = { element: root, tag: 'div', hints: '', within: null, link: false, pre: false, list: false };
  const frames: Frame[] = [top];
  let block: Frame = top;
  let text = '';
  let linked = 0;
  let broken = false;
  let stamp: string | null = null;

  const flush = (): void => {
    const clean = squeeze(text);
    if (clean !== '') {
      const total = text.replace(/\s+/g, '').length;
      const line: Line = {
        text: clean,
        tag: block.tag,
        links: total === 0 ? 0 : Math.min(1, linked / total),
        within: block.within,
        hints: block.hints,
        gap: true,
        bullet: block.list,
        stamp,
      };
      const last = lines.at(-1);
      // A <br> in the middle of a sentence is a hard wrap, not a new paragraph.
      if (
        broken &&
        last !== undefined &&
        last.tag === line.tag &&
        !hasSentenceEnd(last.text) &&
        /^\p{Ll}/u.test(clean)
      ) {
        lines[lines.length - 1] = { ...last, text: `${last.text} ${clean}` };
      } else lines.push(line);
      broken = false;
    }
    text = '';
    linked = 0;
    stamp = null;
  };

  let node: DomNode | null = root.firstChild;
  while (frames.length > 0) {
    if (node === null) {
      const frame: Frame = frames.pop()!;
      if (frame === top) break;
      if (!INLINE.has(frame.tag)) {
        flush();
        block = blockOf(frames);
      }
      node = frame.element.nextSibling;
      continue;
    }
    if (node.nodeType === TEXT) {
      const frame = frames.at(-1)!;
      const value = node.nodeValue ?? '';
      if (frame.pre && value.includes('\n')) {
        const parts = value.split('\n');
        for (const [index, part] of parts.entries()) {
          text += part;
          if (frame.link) linked += part.replace(/\s+/g, '').length;
          if (index < parts.length - 1) {
            flush();
            broken = true;
          }
        }
      } else {
        text += value;
        if (frame.link) linked += value.replace(/\s+/g, '').length;
      }
      node = node.nextSibling;
      continue;
    }
    if (!isElement(node)) {
      node = node.nextSibling;
      continue;
    }
    const tag = node.nodeName.toLowerCase();
    if (UNSHOWN.has(tag)) {
      node = node.nextSibling;
      continue;
    }
    if (tag === 'br' || tag === 'hr') {
      flush();
      broken = tag === 'br';
      node = node.nextSibling;
      continue;
    }
    const parent = frames.at(-1)!;
    const inline = INLINE.has(tag);
    const frame: Frame = {
      element: node,
      tag,
      hints: hintsOf(node, parent.hints),
      within: APART.has(tag) ? tag : parent.within,
      link: parent.link || tag === 'a',
      pre: parent.pre || tag === 'pre',
      list: parent.list ? !inline || parent.list : tag === 'li',
    };
    if (!inline) {
      flush();
      block = frame;
    } else if (text === '' && frame.hints !== block.hints && parent.element === block.element) {
      // A block that opens with a classed span is described by that class too ("<p><span class=caption>").
      block = { ...block, hints: frame.hints };
    }
    if (tag === 'time') stamp ??= node.getAttribute('datetime');
    frames.push(frame);
    node = node.firstChild;
  }
  flush();
  return lines;
}

function blockOf(frames: readonly Frame[]): Frame {
  for (let index = frames.length - 1; index >= 0; index--) {
    const frame = frames[index]!;
    if (!INLINE.has(frame.tag)) return frame;
  }
  return frames[0]!;
}
