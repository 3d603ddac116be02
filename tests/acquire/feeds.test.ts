import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { looksLikeFeed, MOST_ENTRIES, readFeed } from '../../src/acquire/feeds.ts';
import { readDocuments } from '../../src/acquire/index.ts';
import { serveHttp, type TestServer } from '../support/server.ts';

const BASE = 'https://news.example/world/feed';
const check = (text: string, expected: readonly string[] | null): void => {
  const entries = readFeed(text, BASE);
  expect(
    entries?.map(({ url, title, published, list }) => [url, title, published, list ? 'list' : null].join(' ')),
  ).toEqual(expected ?? undefined);
};

describe('lists', () => {
  test('RSS', () =>
    check(
      `<?xml version="1.0"?><rss version="2.0"><channel><title>News</title><link>https://news.example/</link>
        <item><title>Ferries &amp; visas</title><link>https://news.example/a</link><pubDate>Fri, 06 Aug 2021 10:00:00 GMT</pubDate></item>
        <item><title><![CDATA[A <b>second</b> story]]></title><link>/b</link></item></channel></rss>`,
      ['https://news.example/a Ferries & visas 2021-08-06 ', 'https://news.example/b A second story  '],
    ));
  test('RSS with nothing but a permanent link, and with an image of its own', () =>
    check(
      `<rss><channel><item><guid>https://news.example/g</guid><media:content><title>no</title></media:content></item>
        <item><guid isPermaLink="false">https://news.example/no</guid></item></channel></rss>`,
      ['https://news.example/g   '],
    ));
  test('Atom: the alternate link, the day of publication and not of change', () =>
    check(
      `<feed xmlns="http://www.w3.org/2005/Atom"><link href="https://news.example/"/>
        <entry><title>One</title><link rel="self" href="/self"/><link href="/one"/><updated>2021-08-09T00:00:00Z</updated></entry>
        <entry><title>Two</title><link rel="alternate" href="/two"/><published>2021-08-06T10:00:00+07:00</published></entry></feed>`,
      ['https://news.example/one One  ', 'https://news.example/two Two 2021-08-06 '],
    ));
  test('JSON Feed', () =>
    check(
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        items: [{ url: '/j', title: 'J', date_published: '2021-08-06T00:00:00Z' }, { id: 'no address' }, null],
      }),
      ['https://news.example/j J 2021-08-06 '],
    ));
  test('a sitemap, and one of news', () =>
    check(
      `<urlset><url><loc>https://news.example/s</loc><lastmod>2021-08-09</lastmod></url>
        <url><loc>https://news.example/n</loc><news:news><news:publication_date>2021-08-06</news:publication_date><news:title>N</news:title></news:news></url></urlset>`,
      ['https://news.example/s   ', 'https://news.example/n N 2021-08-06 '],
    ));
  test('an index of sitemaps and an OPML file name lists', () => {
    check('<sitemapindex><sitemap><loc>/s1.xml</loc></sitemap></sitemapindex>', ['https://news.example/s1.xml   list']);
    check('<opml><body><outline text="Folder"><outline text="News" xmlUrl="/rss"/></outline></body></opml>', [
      'https://news.example/rss News  list',
    ]);
  });
  test('pages, other JSON and other XML are none', () => {
    check('<!doctype html><html><body><item><link>/a</link></item></body></html>', null);
    check('{"items": [{"url": "/a"}]}', null);
    check('<trips><trip/></trips>', null);
    check('Plain words.', null);
  });
  test('other schemes and repetitions are left out; a broken feed gives what can be read', () =>
    check(
      '<rss><channel><item><link>javascript:alert(1)</link></item><item><link>file:///etc/passwd</link></item><item><link>/a</link></item><item><link>/a</link></item><item><link>/b',
      ['https://news.example/a   ', 'https://news.example/b   '],
    ));
  test('a list without end is cut', () =>
    expect(
      readFeed(
        `<rss>${Array.from({ length: 3000 }, (_, i) => `<item><link>/${i}</link></item>`).join('')}</rss>`,
        BASE,
      ),
    ).toHaveLength(MOST_ENTRIES));
  test('anything at all is a list or none, never an error', () =>
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('<rss>', '<item>', '<link>', '/a', '</item>', '<feed', '{', '"', '&', '</link>')),
        (parts) => {
          const entries = readFeed(parts.join(''), BASE);
          for (const { url } of entries ?? []) expect(url).toMatch(/^https?:/);
        },
      ),
    ));
});

test.each([
  'https://news.example/rss.xml',
  'https://news.example/feed/',
  'https://news.example/world/rss',
  'https://news.example/sitemap_index.xml?x=1',
  'https://news.example/?feed=rss2',
  'https://news.example/feed.json',
])('%s reads like a list', (url) => expect(looksLikeFeed(url)).toBe(true));
test.each([
  'https://news.example/2021/08/feeding-the-poor',
  'https://news.example/atomic.html',
  'https://news.example/',
])('%s reads like a page', (url) => expect(looksLikeFeed(url)).toBe(false));

describe('through the guard', () => {
  const servers: TestServer[] = [];
  afterEach(async () => {
    await Promise.all(servers.splice(0).map((server) => server.close()));
  });

  async function acquire(files: Readonly<Record<string, string>>, path: string): Promise<string[]> {
    const server = await serveHttp((request, response) => {
      const body = files[request.url ?? ''];
      const type = body?.startsWith('<!doctype') ? 'text/html' : 'application/xml';
      if (body === undefined) response.writeHead(404).end();
      else response.writeHead(200, { 'content-type': type }).end(body);
    });
    servers.push(server);
    const results: string[] = [];
    const options = { fetch: { allow: [server.host], timeout: 5000 } };
    for await (const result of readDocuments({ kind: 'url', given: `${server.url}${path}` }, options)) {
      results.push(
        result.kind === 'document'
          ? `${new URL(result.page.url ?? 'x:').pathname} ${result.page.given.title} ${result.page.given.published}`
          : result.error.code,
      );
    }
    return results;
  }
  const page = (words: string): string => `<!doctype html><html><body><p>${words}</p></body></html>`;

  test('a feed gives its pages, with what it says of them; a lost page refuses itself alone', async () =>
    expect(
      await acquire(
        {
          '/feed':
            '<rss><item><title>T</title><link>/a</link><pubDate>2021-08-06</pubDate></item><item><link>/lost</link></item></rss>',
          '/a': page('Hue'),
        },
        '/feed',
      ),
    ).toEqual(['/a T 2021-08-06', 'fetch-failed']));
  test('an index leads to its sitemaps, and no deeper than they go', async () =>
    expect(
      await acquire(
        {
          '/sitemap.xml':
            '<sitemapindex><sitemap><loc>/s1.xml</loc></sitemap><sitemap><loc>/sitemap.xml</loc></sitemap></sitemapindex>',
          '/s1.xml': '<urlset><url><loc>/a</loc></url></urlset>',
          '/a': page('Hue'),
        },
        '/sitemap.xml',
      ),
    ).toEqual(['/a null null']));
  test('an address that only reads like a feed is a page', async () =>
    expect(await acquire({ '/feed': page('Hue') }, '/feed')).toEqual(['/feed null null']));
  test('entries on private addresses are refused', async () =>
    expect(
      await acquire({ '/feed': '<rss><item><link>http://169.254.169.254/latest</link></item></rss>' }, '/feed'),
    ).toEqual(['refused-address']));
});
