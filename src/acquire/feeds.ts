/** Lists of addresses: RSS, Atom, JSON Feed, sitemaps, OPML. */

import { Parser } from 'htmlparser2';
import { givenDate } from './given-date.ts';

export interface FeedEntry {
  /** Absolute, http or https. */
  readonly url: string;
  /** A list itself: an OPML outline's feed, a sitemap in an index. */
  readonly list: boolean;
  readonly title: string | null;
  /** ISO day, when the feed says when it was published; a day of change is none. */
  readonly published: string | null;
}

/** Entries taken of one list, the first ones; feeds hold the newest first. */
export const MOST_ENTRIES = 1000;

const ROOTS = new Set(['rss', 'rdf:rdf', 'feed', 'urlset', 'sitemapindex', 'opml']);

/**
 * The addresses a list holds, in its order, without repetitions; null when the text is no list at all. Broken markup gives what can be
 * read of it. Relative addresses count from `base`; other schemes than http and https are left out.
 */
export function readFeed(text: string, base: string | null): FeedEntry[] | null {
  const start = text.replace(/^\uFEFF/, '').trimStart();
  const found = start.startsWith('{') ? readJsonFeed(start) : start.startsWith('<') ? readXmlFeed(start) : null;
  if (found === null) return null;
  const seen = new Set<string>();
  const entries: FeedEntry[] = [];
  for (const { url: address, list, title, published } of found) {
    const url = absolute(address, base);
    if (url === null || seen.has(url)) continue;
    seen.add(url);
    entries.push({ url, list, title: cleaned(title), published: published === null ? null : givenDate(published) });
    if (entries.length === MOST_ENTRIES) break;
  }
  return entries;
}

/** Whether an address reads like that of a list, so that it is looked at before the pages it names. */
export function looksLikeFeed(url: string): boolean {
  const path = url.replace(/[?#].*$/, '');
  return (
    /\.(?:xml|rss|atom|rdf|opml)$/i.test(path) ||
    /(?:^|[/._-])(?:feeds?|rss\d?|atom|sitemap(?:[_-]?index)?)(?:\.json|\/?)$/i.test(path) ||
    /[?&](?:feed|format)=(?:rss2?|atom|json)\b/i.test(url)
  );
}

interface Raw {
  url: string;
  list: boolean;
  title: string | null;
  published: string | null;
}

const cleaned = (title: string | null): string | null => {
  const clean =
    title
      ?.replace(/<[^>]{0,200}>/g, '')
      .replace(/\s+/g, ' ')
      .trim() ?? '';
  return clean === '' ? null : clean;
};

function absolute(address: string, base: string | null): string | null {
  try {
    const url = new URL(address.trim(), base ?? undefined);
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null;
  } catch {
    return null;
  }
}

function readJsonFeed(text: string): Raw[] | null {
  let feed: unknown;
  try {
    feed = JSON.parse(text);
  } catch {
    return null;
  }
  const { version, items } = (feed ?? {}) as { version?: unknown; items?: unknown };
  if (typeof version !== 'string' || !version.includes('jsonfeed.org') || !Array.isArray(items)) return null;
  const string = (value: unknown): string | null => (typeof value === 'string' ? value : null);
  return items.flatMap((item: unknown): Raw[] => {
    const { url, external_url, title, date_published } = (item ?? {}) as { readonly [key: string]: unknown };
    const address = string(url) ?? string(external_url);
    return address === null
      ? []
      : [{ url: address, list: false, title: string(title), published: string(date_published) }];
  });
}

/** Elements that begin an entry, in all the formats. */
const ENTRIES = new Set(['item', 'entry', 'url', 'sitemap']);

function readXmlFeed(text: string): Raw[] | null {
  let root: string | null = null;
  const found: Raw[] = [];
  let entry: Raw | null = null;
  let permalink: string | null = null;
  let field: string | null = null;
  let depth = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const tag = name.toLowerCase();
        root ??= tag;
        if (!ROOTS.has(root)) return;
        if (root === 'opml') {
          const address = attributes.xmlUrl ?? attributes.xmlurl;
          if (tag === 'outline' && address)
            found.push({
              url: address,
              list: true,
              title: attributes.title ?? attributes.text ?? null,
              published: null,
            });
          return;
        }
        if (entry === null) {
          if (!ENTRIES.has(tag)) return;
          entry = { url: '', list: tag === 'sitemap', title: null, published: null };
          permalink = null;
          depth = 0;
          return;
        }
        depth++;
        field = depth === 1 || tag.startsWith('news:') ? tag : null;
        // Atom: the link without a relation, or the one called alternate, is the page.
        if (tag === 'link' && depth === 1 && attributes.href && (attributes.rel ?? 'alternate') === 'alternate')
          entry.url ||= attributes.href;
        if (tag === 'guid' && attributes.isPermaLink === 'false') field = null;
      },
      ontext(part) {
        if (entry === null || field === null) return;
        if (field === 'link' || field === 'loc') entry.url += part;
        else if (field === 'guid') permalink = (permalink ?? '') + part;
        else if (field === 'title' || field === 'news:title') entry.title = (entry.title ?? '') + part;
        else if (PUBLISHED.has(field)) entry.published = (entry.published ?? '') + part;
      },
      onclosetag(name) {
        const tag = name.toLowerCase();
        if (entry !== null && depth === 0 && ENTRIES.has(tag)) {
          if (entry.url.trim() === '' && permalink !== null && /^https?:/i.test(permalink.trim()))
            entry.url = permalink;
          if (entry.url.trim() !== '') found.push(entry);
          entry = null;
        } else if (entry !== null) depth--;
        field = null;
      },
    },
    { xmlMode: true, lowerCaseTags: false },
  );
  parser.write(text);
  parser.end();
  return root !== null && ROOTS.has(root) ? found : null;
}

const PUBLISHED = new Set(['pubdate', 'published', 'dc:date', 'news:publication_date']);
