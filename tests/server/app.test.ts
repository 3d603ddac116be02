/** The API, asked without a socket: answers keep their schemas, refusals their one shape, feeds their filters. */

import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Entry } from '../../src/index.ts';
import { loadKnowledge, openPool, type ReadingPool } from '../../src/index.ts';
import { buildApp } from '../../src/server/app.ts';
import { escapeXml } from '../../src/server/feeds.ts';
import { entry } from '../support/readings.ts';
import { type Bench, pgliteBench } from '../support/records.ts';

let bench: Bench;
let pool: ReadingPool;
let app: ReturnType<typeof buildApp>;
const faults: unknown[] = [];

beforeAll(async () => {
  bench = await pgliteBench();
  const { record } = await bench.open();
  await record.add([
    entry({
      id: 'a',
      title: 'Talks & <b>tea</b>',
      publisher: 'Quay Herald',
      published: '2021-08-07',
      events: ['USA meets VNM on 2021-08-06', 'USA calls VNM'],
    }),
    entry({ id: 'b', publisher: 'Harbour Post', published: '2021-08-08', events: ['USA meets VNM on 2021-08-06'] }),
    entry({ id: 'c', events: ['USA sanctions PRK on 2020-01-02'] }),
    planned(entry({ id: 'd', published: '2024-05-01', events: ['USA meets JPN on 2024-06-01'] })),
    planned(entry({ id: 'e', published: '2024-01-01', events: ['USA meets JPN on 2024-02-01'] })),
  ]);
  await record.decide({ kind: 'search', by: 'A. Reader', about: ['a'], why: 'looked for more', body: { found: 0 } });
  pool = await openPool({ jobs: 1 });
  app = buildApp({
    record,
    read: (page) => pool.read(page),
    knowledge: loadKnowledge,
    clock: () => new Date('2024-05-06T07:08:09Z'),
    hosts: ['localhost'],
    pages: '/nowhere',
    version: '0.0.0',
    log: (error) => faults.push(error),
  });
});
afterAll(async () => {
  await pool.close();
  await bench.close();
  expect(faults).toEqual([]);
});

function planned({ reading, ...rest }: Entry): Entry {
  return { ...rest, reading: { ...reading, events: reading.events.map((one) => ({ ...one, modality: 'planned' })) } };
}

const ask = (path: string, init: RequestInit = {}) =>
  app.request(`http://localhost${path}`, { ...init, headers: { host: 'localhost', ...init.headers } });
const json = async (path: string) => (await ask(path)).json();

interface Described {
  paths: Record<string, Record<string, { responses: Record<string, { content: Record<string, { schema: object }> }> }>>;
  components: { schemas: Record<string, object> };
}

test('answers keep to the schemas that describe them', async () => {
  const described = (await json('/api/openapi.json')) as Described;
  const ajv = new Ajv2020({ strict: false });
  ajv.addSchema({ $id: 'api', components: described.components });
  const check = async (path: string, address: string, method = 'get'): Promise<void> => {
    const { schema } = described.paths[path]?.[method]?.responses['200']?.content['application/json'] ?? {};
    const local = JSON.parse(JSON.stringify(schema).replaceAll('#/components', 'api#/components')) as object;
    const valid = ajv.compile(local);
    const answer = await json(address);
    expect(valid(answer), `${address}: ${ajv.errorsText(valid.errors)}`).toBe(true);
  };
  const fact = ((await json('/api/facts')) as { items: { id: string }[] }).items[0]?.id;
  const checked = {
    '/api/stats': '/api/stats',
    '/api/documents': '/api/documents',
    '/api/documents/{id}': '/api/documents/a',
    '/api/documents/{id}/descent': '/api/documents/a/descent',
    '/api/sources': '/api/sources',
    '/api/facts': '/api/facts?held=true',
    '/api/facts/histogram': '/api/facts/histogram',
    '/api/facts/{id}': `/api/facts/${fact}`,
    '/api/timeline': '/api/timeline',
    '/api/timeline/histogram': '/api/timeline/histogram',
    '/api/events/{id}': `/api/events/${fact}`,
    '/api/statements': '/api/statements',
    '/api/figures': '/api/figures',
    '/api/upcoming': '/api/upcoming',
    '/api/meetings': '/api/meetings?actor=USA',
    '/api/people': '/api/people?limit=5',
    '/api/decisions': '/api/decisions',
    '/api/relation/{a}/{b}': '/api/relation/vnm/usa?on=2023-10-01',
    '/api/search': '/api/search?q=meets',
  };
  for (const [path, address] of Object.entries(checked)) await check(path, address);
  expect(Object.keys(described.paths).filter((path) => !(path in checked))).toEqual(['/api/read']);
});

test('facts and reports take the same words', async () => {
  const facts = (await json('/api/facts?actor=USA&other=VNM&types=CONSULT&from=2021-08-01')) as { items: unknown[] };
  const reports = (await json('/api/timeline?actor=USA&other=VNM&types=CONSULT&from=2021-08-01')) as {
    items: unknown[];
  };
  expect(facts.items.length).toBeGreaterThan(0);
  expect(reports.items.length).toBeGreaterThan(facts.items.length);
  expect(await json('/api/facts/histogram?types=SANCTION')).toMatchObject({ total: 1, types: { SANCTION: 1 } });
});

test('what is planned comes soonest first, from today on unless told', async () => {
  const days = async (query: string) =>
    ((await json(`/api/upcoming${query}`)) as { items: { day: string }[] }).items.map(({ day }) => day);
  expect(await days('')).toEqual(['2024-06-01']);
  expect(await days('?from=2024-01-01')).toEqual(['2024-02-01', '2024-06-01']);
  expect(await days('?from=2024-01-01&actor=VNM')).toEqual([]);
});

test('meetings, people and decisions are asked for by their own words', async () => {
  const first = async (address: string) => ((await json(address)) as { items: object[] }).items[0];
  expect(await first('/api/meetings?actor=VNM')).toMatchObject({ actor: 'VNM', counterpart: 'USA', meetings: 2 });
  expect(await first('/api/decisions?kind=search')).toMatchObject({ by: 'A. Reader', about: ['a'] });
  expect(await first('/api/decisions?kind=override')).toBeUndefined();
  expect((await ask('/api/decisions?kind=mood')).status).toBe(400);
});

test('relations stand as the tables say', async () => {
  const { standing } = (await json('/api/relation/VNM/USA?on=2023-10-01')) as { standing: { level: string }[] };
  expect(standing.map(({ level }) => level)).toContain('comprehensive strategic');
});

test('every refusal has one shape', async () => {
  for (const [path, status, error, init] of [
    ['/api/documents/none', 404, 'unknown-id', {}],
    ['/api/facts/none', 404, 'unknown-id', {}],
    ['/api/nothing', 404, 'not-found', {}],
    ['/assets/%2e%2e/%2e%2e/package.json', 404, 'not-found', {}],
    ['/api/timeline?from=yesterday', 400, 'bad-argument', {}],
    ['/api/timeline?from=2021-02-31', 400, 'bad-argument', {}],
    ['/api/timeline?limit=5000', 400, 'bad-argument', {}],
    ['/api/timeline?cursor=x', 400, 'bad-argument', {}],
    ['/feeds/timeline.rss?from=yesterday', 400, 'bad-argument', {}],
    ['/api/export/docx', 400, 'bad-argument', {}],
    ['/api/read', 400, 'bad-json', { method: 'POST', body: '{', headers: { 'content-type': 'application/json' } }],
    ['/api/read', 400, 'bad-argument', { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } }],
    [
      '/api/read',
      422,
      'empty',
      { method: 'POST', body: '{"text":" "}', headers: { 'content-type': 'application/json' } },
    ],
    ['/api/stats', 403, 'refused-address', { headers: { host: 'evil.example' } }],
    ['/api/read', 403, 'refused-address', { method: 'POST', headers: { origin: 'https://evil.example' } }],
  ] as const) {
    const answer = await ask(path, init);
    expect([path, answer.status]).toEqual([path, status]);
    expect(await answer.json()).toMatchObject({ ok: false, error, status, errors: [expect.any(String)] });
  }
});

test('a text too long is refused before it is read', async () => {
  const body = JSON.stringify({ text: 'a'.repeat(6_000_001) });
  const answer = await ask('/api/read', { method: 'POST', body, headers: { 'content-type': 'application/json' } });
  expect([answer.status, ((await answer.json()) as { error: string }).error]).toEqual([413, 'too-large']);
});

test('a text is read and not kept', async () => {
  const body = JSON.stringify({
    text: 'Xi Jinping met Joe Biden in Lima on 16 November 2024.',
    plain: true,
    id: 'mine',
  });
  const answer = await ask('/api/read', { method: 'POST', body, headers: { 'content-type': 'application/json' } });
  expect(answer.status).toBe(200);
  expect(await answer.json()).toMatchObject({ format: 'chancery.reading/1', id: 'mine' });
  expect((await ask('/api/documents/mine')).status).toBe(404);
});

test('every page has a twin', async () => {
  for (const [page, data] of [
    ['/timeline.json?actor=USA', '/api/facts?actor=USA'],
    ['/documents.json', '/api/documents'],
    ['/documents/a.json', '/api/documents/a'],
    ['/facts/x.json', '/api/facts/x'],
    ['/pairs/VNM/USA.json', '/api/relation/VNM/USA'],
    ['/about.json', '/api/stats'],
  ] as const) {
    const answer = await ask(page);
    expect([answer.status, answer.headers.get('location')]).toEqual([302, data]);
  }
});

test('feeds hold what the filters select, as well-formed XML', async () => {
  const rss = await (await ask('/feeds/timeline.rss?types=SANCTION')).text();
  expect(rss.match(/<item>/g)).toHaveLength(1);
  expect(rss).toContain('<title>SANCTION: USA (USA) → PRK (PRK)</title>');
  const feed = (await json('/feeds/timeline.json?actor=VNM')) as { items: { url: string; content_text: string }[] };
  expect(feed.items.every(({ url }) => url.startsWith('http://localhost/facts/'))).toBe(true);
  const calendar = await (await ask('/feeds/timeline.ics?types=SANCTION')).text();
  expect(calendar).toContain('DTSTART;VALUE=DATE:20200102');
  expect((await ask('/api/export/csv?types=SANCTION')).headers.get('content-disposition')).toContain(
    'chancery-facts.csv',
  );
});

test('XML keeps no markup and no forbidden character', () => {
  expect(escapeXml(`<a href="x">&'\u0000\u000B\uD800\uFFFE 😀`)).toBe(
    '&lt;a href=&quot;x&quot;&gt;&amp;&apos;\uFFFD 😀',
  );
});

test('answers forbid the browser to run what is not ours', async () => {
  const { headers } = await ask('/api/stats');
  expect(headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'");
  expect(headers.get('x-content-type-options')).toBe('nosniff');
});

test('MCP lists its tools and answers with structured content', async () => {
  const call = async (method: string, params: object) => {
    const answer = await ask('/mcp', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream' },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
    });
    return ((await answer.json()) as { result: Record<string, unknown> }).result;
  };
  const { tools } = (await call('tools/list', {})) as unknown as { tools: { name: string }[] };
  expect(tools.map(({ name }) => name)).toEqual(['timeline', 'document', 'search', 'stats']);
  expect(await call('tools/call', { name: 'stats', arguments: {} })).toMatchObject({
    structuredContent: { documents: 5 },
  });
  expect(await call('tools/call', { name: 'timeline', arguments: { types: ['SANCTION'] } })).toMatchObject({
    structuredContent: { items: [{ story: 'SANCTION' }] },
  });
  expect(await call('tools/call', { name: 'document', arguments: { id: 'none' } })).toMatchObject({ isError: true });
});
