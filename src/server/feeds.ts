/** What a view selects, for other programs: RSS, JSON Feed and calendar to follow, tables and graphs to take away. */

import type { OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { type Actor, ChanceryError, type ChanceryRecord, exportFacts, type StoredFact } from '../index.ts';
import { factsQuery, toFacts } from './queries.ts';

const FEED_ITEMS = 100;
/** An export may be long, but not without end. */
const EXPORT_FACTS = 20_000;

const EXPORTS: Readonly<Record<string, string>> = {
  csv: 'text/csv; charset=utf-8',
  jsonl: 'application/jsonl',
  parquet: 'application/vnd.apache.parquet',
  gexf: 'application/xml',
  graphml: 'application/xml',
  ics: 'text/calendar; charset=utf-8',
  jsonld: 'application/ld+json',
};

export function addFeeds(app: OpenAPIHono, record: ChanceryRecord, clock: () => Date): void {
  app.get('/feeds/timeline.rss', async (context) => {
    const { items } = await record.facts(asked(context, FEED_ITEMS));
    return context.body(toRss(items, homeOf(context), context.req.url), 200, {
      'content-type': 'application/rss+xml; charset=utf-8',
    });
  });
  app.get('/feeds/timeline.json', async (context) => {
    const { items } = await record.facts(asked(context, FEED_ITEMS));
    return context.body(JSON.stringify(toJsonFeed(items, homeOf(context), context.req.url)), 200, {
      'content-type': 'application/feed+json; charset=utf-8',
    });
  });
  app.get('/feeds/timeline.ics', async (context) => {
    const { items } = await record.facts(asked(context, 1000));
    return context.body((await exportFacts('ics', items, { stamp: clock() })) as string, 200, {
      'content-type': EXPORTS.ics as string,
    });
  });
  app.get('/api/export/:format', async (context) => {
    const format = context.req.param('format');
    const type = EXPORTS[format];
    if (type === undefined) {
      throw new ChanceryError(
        'bad-argument',
        `no export format ${format}; there are: ${Object.keys(EXPORTS).join(', ')}`,
      );
    }
    const rows = context.req.query('rows') === 'dyads' ? 'dyads' : 'facts';
    const data = await exportFacts(format, await allFacts(record, asked(context, 1000)), { stamp: clock(), rows });
    return context.body(typeof data === 'string' ? data : new Uint8Array(data), 200, {
      'content-type': type,
      'content-disposition': `attachment; filename="chancery-${rows}.${format}"`,
    });
  });
}

async function allFacts(record: ChanceryRecord, query: ReturnType<typeof asked>): Promise<StoredFact[]> {
  const facts: StoredFact[] = [];
  let cursor: string | undefined;
  do {
    const { items, next } = await record.facts({ ...query, cursor });
    facts.push(...items);
    cursor = next ?? undefined;
  } while (cursor !== undefined && facts.length < EXPORT_FACTS);
  return facts;
}

/** The view's filters, as the API takes them. */
function asked(context: Context, limit: number): ReturnType<typeof toFacts> {
  const parsed = factsQuery.safeParse(context.req.query());
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new ChanceryError(
      'bad-argument',
      `${issue?.path.join('.') ?? 'request'}: ${issue?.message ?? 'not understood'}`,
    );
  }
  return toFacts({ ...(parsed.data as z.output<typeof factsQuery>), limit });
}

function homeOf(context: Context): string {
  return new URL(context.req.url).origin;
}

/** "Antony Blinken (USA) – Wang Yi (CHN)", "… → …" where it has a direction. */
function headlineOf({ event, state }: StoredFact): string {
  const side = (actors: readonly Actor[]): string =>
    actors.map((actor) => (actor.code === null ? name(actor) : `${name(actor)} (${actor.code})`)).join(', ');
  const [first, ...others] = event.actors;
  const who =
    event.recipients.length > 0
      ? `${side(event.actors)} → ${side(event.recipients)}`
      : first === undefined
        ? 'nobody named'
        : others.length === 0
          ? side([first])
          : `${side([first])} – ${side(others)}`;
  return `${event.type}: ${who}${state === 'occurred' ? '' : ` [${state}]`}`;
}

const name = (actor: Actor): string => actor.name ?? actor.text;

function standingBehind({ support }: StoredFact): string {
  const { min, max } = support.origins;
  const origins = min === max ? String(min) : `${min}–${max}`;
  return `Documents: ${support.documents.length}. Publishers: ${support.publishers.join(', ') || 'unknown'}. Origins: ${origins}.`;
}

function toRss(facts: readonly StoredFact[], home: string, self: string): string {
  const items = facts.map((fact) => {
    const date =
      fact.day === null ? '' : `\n      <pubDate>${new Date(`${fact.day}T00:00:00Z`).toUTCString()}</pubDate>`;
    return `    <item>
      <title>${escapeXml(headlineOf(fact))}</title>
      <link>${escapeXml(`${home}/facts/${fact.id}`)}</link>
      <guid isPermaLink="false">${escapeXml(fact.id)}</guid>${date}
      <category>${escapeXml(fact.event.type)}</category>
      <description>${escapeXml(`“${fact.quote}” ${standingBehind(fact)}`)}</description>
    </item>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">
  <channel>
    <title>Chancery</title>
    <link>${escapeXml(home)}/</link>
    <description>Facts of the record, newest first, each with its words and sources.</description>
    <atom:link href="${escapeXml(self)}" rel="self" type="application/rss+xml"/>
${items.join('\n')}
  </channel>
</rss>
`;
}

function toJsonFeed(facts: readonly StoredFact[], home: string, self: string): object {
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Chancery',
    home_page_url: `${home}/`,
    feed_url: self,
    items: facts.map((fact) => ({
      id: fact.id,
      url: `${home}/facts/${fact.id}`,
      title: headlineOf(fact),
      content_text: `“${fact.quote}”\n${standingBehind(fact)}`,
      ...(fact.day === null ? {} : { date_published: `${fact.day}T00:00:00Z` }),
      tags: [fact.event.type, fact.state],
    })),
  };
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** For text and attributes; characters that XML 1.0 does not allow are left out. */
export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"']/g, (char) => ENTITIES[char] as string);
}
