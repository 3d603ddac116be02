/** The few DOM members that this room uses, and the parser behind them. */

import { createRequire } from 'node:module';

const load = createRequire(import.meta.url);

export const ELEMENT = 1;
export const TEXT = 3;

export interface DomNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly nodeValue: string | null;
  readonly textContent: string | null;
  readonly firstChild: DomNode | null;
  readonly nextSibling: DomNode | null;
  readonly parentNode: DomNode | null;
}

export interface DomElement extends DomNode {
  readonly className: string;
  readonly id: string;
  getAttribute(name: string): string | null;
  hasAttribute(name: string): boolean;
  remove(): void;
}

export interface DomDocument {
  readonly documentElement: DomElement | null;
  readonly body: DomElement | null;
  querySelectorAll(selector: string): ArrayLike<DomElement> & Iterable<DomElement>;
  querySelector(selector: string): DomElement | null;
}

export const isElement = (node: DomNode): node is DomElement => node.nodeType === ELEMENT;

/** Parses markup that has passed the scan (see scan.ts). */
export function parseDocument(html: string): DomDocument {
  // linkedom makes no html element when the markup has none, and Readability needs one.
  const whole = /<html[\s>]/i.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`;
  // Loaded for the first page of markup: texts need no tree.
  const { parseHTML } = load('linkedom') as typeof import('linkedom');
  return parseHTML(whole).document as unknown as DomDocument;
}
