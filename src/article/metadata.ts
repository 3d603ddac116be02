/** What a page says about itself in its markup: JSON-LD, meta elements, microdata. Read before anything changes the tree. */

import { findDates, isoDay, readStamp } from './calendar.ts';
import type { DomDocument, DomElement } from './dom.ts';
import { squeeze } from './line.ts';

export interface Stamp {
  readonly value: string;
  readonly basis: 'json-ld' | 'meta' | 'page';
  /** Lower is better. */
  readonly rank: number;
}

export interface Metadata {
  readonly headline: string | null;
  readonly ogTitle: string | null;
  readonly h1: readonly string[];
  readonly docTitle: string | null;
  readonly authors: readonly string[];
  readonly publisher: string | null;
  readonly canonical: string | null;
  readonly dates: readonly Stamp[];
  /** JSON-LD says the page is a running live report. */
  readonly live: boolean;
}

// Names that publishing systems use for the day of publication, best first. Modified dates come last, as a last resort.
const PUBLISHED_META = (
  'article:published_time article:published og:article:published_time og:published_time article.published published_time publishedtime article_date_original ' +
  'datepublished date_published publisheddate published-date published_date published publication_date publicationdate publication-date pubdate publish-date publish_date ' +
  'publishdate publish_time sailthru.date parsely-pub-date rnews:datepublished dc.date.issued dcterms.issued dcterms.date dc.date dc.date.created dcterms.created dcterms.available ' +
  'citation_publication_date citation_date citation_online_date bt:pubdate article.created article_published created creationdate date_created datecreated cxenseparse:recs:publishtime ' +
  'cxenseparse:publishtime originalpublicationdate displaydate article-publication-date eomportal-firstpublished shareaholic:article_published_time vr:published_time sourcedate date pdate weibo:article:create_at'
).split(' ');
const MODIFIED_META =
  'article:modified_time og:updated_time datemodified last-modified dcterms.modified dc.date.modified lastmod modified_time revised'.split(
    ' ',
  );
const AUTHOR_META =
  'author article:author:name dc.creator dcterms.creator byl parsely-author sailthru.author citation_author dc.contributor twitter:creator:name authors rnews:author cxenseparse:author'.split(
    ' ',
  );
const SITE_META =
  'og:site_name application-name dc.publisher dcterms.publisher publisher apple-mobile-web-app-title cxenseparse:site_name source'.split(
    ' ',
  );
const TITLE_META = 'og:title twitter:title dc.title dcterms.title headline parsely-title title'.split(' ');

const rankOf = (list: readonly string[], name: string): number => list.indexOf(name);

/** One pass over the elements that may carry metadata. Never throws, whatever the values hold. */
export function readMetadata(document: DomDocument): Metadata {
  const metas = new Map<string, string[]>();
  const dates: Stamp[] = [];
  const authors: string[] = [];
  const h1: string[] = [];
  let docTitle: string | null = null;
  let canonical: string | null = null;
  const linked = new LinkedData();
  const itemAuthors: string[] = [];

  for (const element of document.querySelectorAll('meta,link[rel],script,title,h1,[itemprop],time[pubdate]')) {
    const tag = element.nodeName.toLowerCase();
    if (tag === 'meta') {
      const content = squeeze(element.getAttribute('content') ?? '');
      if (content === '') continue;
      for (const key of ['property', 'name', 'itemprop', 'http-equiv']) {
        const name = element.getAttribute(key)?.trim().toLowerCase();
        if (name === undefined || name === '') continue;
        const values = metas.get(name);
        if (values === undefined) metas.set(name, [content]);
        else if (values.length < 50) values.push(content);
      }
    } else if (tag === 'link') {
      if ((element.getAttribute('rel') ?? '').toLowerCase() === 'canonical') canonical ??= element.getAttribute('href');
    } else if (tag === 'script') {
      if (/ld\+json/i.test(element.getAttribute('type') ?? '')) linked.read(element.textContent ?? '');
    } else if (tag === 'title') docTitle ??= squeeze(element.textContent ?? '') || null;
    else {
      if (tag === 'h1') {
        const text = squeeze(element.textContent ?? '');
        if (text !== '') h1.push(text);
      }
      readItem(element, dates, itemAuthors);
    }
  }

  const first = (names: readonly string[]): string | null => {
    for (const name of names) {
      const value = metas.get(name)?.[0];
      if (value !== undefined) return value;
    }
    return null;
  };
  for (const [name, values] of metas) {
    const published = rankOf(PUBLISHED_META, name);
    const modified = rankOf(MODIFIED_META, name);
    if (published < 0 && modified < 0) continue;
    const value = readStamp(values[0] ?? '');
    if (value === null) continue;
    const rank = published === 0 ? 0 : published > 0 ? 20 + published : 200 + modified;
    dates.push({ value, basis: 'meta', rank });
  }
  for (const [index, value] of linked.published.entries()) dates.push({ value, basis: 'json-ld', rank: 1 + index });
  if (linked.modified !== null) dates.push({ value: linked.modified, basis: 'json-ld', rank: 190 });
  dates.sort((a, b) => a.rank - b.rank);

  authors.push(...linked.authors);
  if (authors.length === 0) for (const name of AUTHOR_META) authors.push(...(metas.get(name) ?? []));
  if (authors.length === 0) authors.push(...itemAuthors);

  return {
    headline: linked.headline,
    ogTitle: first(TITLE_META),
    h1,
    docTitle,
    authors,
    publisher: linked.publisher ?? first(SITE_META),
    canonical,
    dates,
    live: linked.live,
  };
}

function readItem(element: DomElement, dates: Stamp[], authors: string[]): void {
  const prop = (element.getAttribute('itemprop') ?? '').toLowerCase();
  const stamp = element.getAttribute('datetime') ?? element.getAttribute('content') ?? element.textContent ?? '';
  if (/\bdatepublished\b/.test(prop) || element.hasAttribute('pubdate')) {
    const value = readStamp(stamp.slice(0, 100));
    if (value !== null) dates.push({ value, basis: 'page', rank: 120 });
  } else if (/\bdatecreated\b/.test(prop)) {
    const value = readStamp(stamp.slice(0, 100));
    if (value !== null) dates.push({ value, basis: 'page', rank: 130 });
  } else if (/\bauthor\b/.test(prop)) {
    const name = squeeze(element.getAttribute('content') ?? element.textContent ?? '');
    if (name !== '' && name.length < 120) authors.push(name);
  }
}

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

const ARTICLE_TYPE = /(?:article|posting|report|newsstory|opinion|review|analysis|interview|pressrelease|liveblog)/i;
const MAX_JSON = 600_000;
const MAX_NODES = 5000;

/** JSON-LD as found: one object, an array, an `@graph`, or almost JSON. */
class LinkedData {
  headline: string | null = null;
  publisher: string | null = null;
  modified: string | null = null;
  live = false;
  readonly published: string[] = [];
  readonly authors: string[] = [];

  read(source: string): void {
    const text = source
      .slice(0, MAX_JSON)
      .replace(/^\s*(?:\/\/)?\s*(?:<!\[CDATA\[|<!--)/, '')
      .replace(/(?:\/\/\s*)?(?:\]\]>|-->)\s*$/, '')
      .trim();
    const value = parseLoosely(text);
    if (value === undefined) this.#salvage(text);
    else this.#visit(value);
  }

  /** Iterative, so that depth cannot hurt; articles first, pages only when nothing better said a date. */
  #visit(root: Json): void {
    const queue: Json[] = [root];
    const byId = new Map<string, { readonly [key: string]: Json }>();
    const articles: { readonly [key: string]: Json }[] = [];
    const pages: { readonly [key: string]: Json }[] = [];
    const sites: { readonly [key: string]: Json }[] = [];
    for (let index = 0; index < queue.length && index < MAX_NODES; index++) {
      const value = queue[index];
      if (Array.isArray(value)) {
        queue.push(...(value as readonly Json[]).slice(0, 500));
        continue;
      }
      if (value === null || typeof value !== 'object') continue;
      const node = value as { readonly [key: string]: Json };
      const type = typeOf(node);
      if (typeof node['@id'] === 'string') byId.set(node['@id'], node);
      if (ARTICLE_TYPE.test(type)) articles.push(node);
      else if (/webpage/i.test(type)) pages.push(node);
      else if (/website|organization|newsmedia/i.test(type)) sites.push(node);
      // A list of other stories (ItemList) tells nothing about this one.
      if (!/itemlist|breadcrumb|comment/i.test(type))
        for (const [key, child] of Object.entries(node))
          if (key !== 'comment' && typeof child === 'object') queue.push(child);
    }
    const named = (value: Json | undefined): string[] => namesIn(value, byId);
    for (const node of articles.slice(0, 3)) {
      this.headline ??= plain(node.headline) ?? plain(node.name);
      const published = readStamp(plain(node.datePublished) ?? plain(node.dateCreated) ?? '');
      if (published !== null) this.published.push(published);
      this.modified ??= readStamp(plain(node.dateModified) ?? '');
      if (this.authors.length === 0)
        this.authors.push(...named(node.author), ...(node.author === undefined ? named(node.creator) : []));
      this.publisher ??= named(node.publisher)[0] ?? null;
      if (/liveblog/i.test(typeOf(node))) this.live = true;
    }
    for (const node of pages.slice(0, 2)) {
      const published = readStamp(plain(node.datePublished) ?? '');
      if (published !== null && this.published.length === 0) this.published.push(published);
    }
    if (articles.length > 0 || pages.length > 0) for (const node of sites) this.publisher ??= plain(node.name);
  }

  /** Broken beyond repair: the few values we want, by their keys. */
  #salvage(text: string): void {
    const pick = (key: string): string | null =>
      new RegExp(`"${key}"\\s*:\\s*"((?:[^"\\\\\\n]|\\\\.){1,300})"`).exec(text)?.[1] ?? null;
    const published = readStamp(pick('datePublished') ?? '');
    if (published !== null) this.published.push(published);
    this.headline ??= plain(pick('headline'));
    const author = /"author"\s*:\s*[[{\s]*(?:"@type"\s*:\s*"[^"]{1,40}"\s*,\s*)?"name"\s*:\s*"([^"\n]{1,120})"/.exec(
      text,
    )?.[1];
    if (author !== undefined && this.authors.length === 0) this.authors.push(author);
    const publisher =
      /"publisher"\s*:\s*[{\s]*(?:"@type"\s*:\s*"[^"]{1,40}"\s*,\s*)?"name"\s*:\s*"([^"\n]{1,120})"/.exec(text)?.[1];
    this.publisher ??= publisher ?? null;
  }
}

function parseLoosely(text: string): Json | undefined {
  const attempts = [
    () => text,
    // Raw line breaks in strings, trailing commas, a stray semicolon behind.
    () =>
      text
        .replace(/[\u0000-\u001f]+/g, ' ')
        .replace(/,(\s*[}\]])/g, '$1')
        .replace(/;\s*$/, ''),
  ];
  for (const attempt of attempts) {
    try {
      return JSON.parse(attempt()) as Json;
    } catch {
      // The next attempt, or the salvage, takes over.
    }
  }
  return undefined;
}

function typeOf(node: { readonly [key: string]: Json }): string {
  const type = node['@type'];
  if (typeof type === 'string') return type;
  return Array.isArray(type) ? type.filter((part) => typeof part === 'string').join(' ') : '';
}

const plain = (value: Json | undefined): string | null => {
  const one = Array.isArray(value) ? (value[0] as Json) : value;
  return typeof one === 'string' && one.trim() !== ''
    ? squeeze(decodeEntities(one.replace(/<[^<>]{0,200}>/g, '')))
    : null;
};

function namesIn(value: Json | undefined, byId: ReadonlyMap<string, { readonly [key: string]: Json }>): string[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value))
    return (value as readonly Json[]).slice(0, 20).flatMap((part) => (Array.isArray(part) ? [] : namesIn(part, byId)));
  if (typeof value === 'string') return /^https?:/.test(value) ? [] : [squeeze(decodeEntities(value))];
  if (typeof value !== 'object') return [];
  const node = value as { readonly [key: string]: Json };
  if (node.name !== undefined && !Array.isArray(node.name))
    return [plain(node.name) ?? ''].filter((name) => name !== '');
  if (Array.isArray(node.name)) return namesIn(node.name, byId);
  const id = node['@id'];
  const target = typeof id === 'string' ? byId.get(id) : undefined;
  const name = target === undefined ? null : plain(target.name);
  return name === null ? [] : [name];
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
  nbsp: ' ',
  rsquo: '’',
  lsquo: '‘',
  rdquo: '”',
  ldquo: '“',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  eacute: 'é',
};

/** Entities that survived into values because a publishing system escaped twice. */
export function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi,
    (whole, decimal?: string, hex?: string, name?: string) => {
      const code = decimal !== undefined ? Number(decimal) : hex !== undefined ? Number.parseInt(hex, 16) : 0;
      if (code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)) return String.fromCodePoint(code);
      return (name !== undefined ? ENTITIES[name.toLowerCase()] : undefined) ?? whole;
    },
  );
}

/** The day in an address: "/2021/08/06/", "/2021-08-06-", "/20210806/". */
export function dateInUrl(url: string | null): string | null {
  if (url === null) return null;
  const path = url.replace(/^[a-z]+:\/\/[^/]*/i, '').replace(/[?#].*$/, '');
  const parts =
    /[/_-]((?:19|20)\d\d)[/_-](\d{1,2})[/_-](\d{1,2})(?=[/_.-]|$)/.exec(path) ??
    /\/((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?=[/_.-]|$)/.exec(path);
  if (parts !== null) return isoDay(Number(parts[1]), Number(parts[2]), Number(parts[3]));
  const named = /\/((?:19|20)\d\d)\/([a-z]{3,9})\/(\d{1,2})(?=\/)/i.exec(path);
  return named === null ? null : (findDates(`${named[3]} ${named[2]} ${named[1]}`)[0]?.value ?? null);
}
