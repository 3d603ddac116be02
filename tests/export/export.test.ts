import { parquetReadObjects } from 'hyparquet';
import { expect, test } from 'vitest';
import type { Actor, Event } from '../../src/core/index.ts';
import { graphOf, xml } from '../../src/export/graph.ts';
import { DYAD_COLUMNS, exportFacts, FACT_COLUMNS } from '../../src/export/index.ts';
import { dyadRows } from '../../src/export/rows.ts';
import type { StoredFact } from '../../src/store/record-api.ts';

const actor = (code: string | null, name: string): Actor => ({
  text: name,
  span: [0, 1],
  country: code,
  code,
  sector: 'GOV',
  org: null,
  name,
  role: null,
  entity: code === null ? null : `state:${code}`,
});
const fact = (
  id: string,
  type: Event['type'],
  actors: readonly Actor[],
  recipients: readonly Actor[] = [],
  more: Partial<StoredFact> = {},
): StoredFact => ({
  id,
  story: type,
  state: 'occurred',
  day: '2031-05-02',
  event: {
    type,
    mode: null,
    contexts: [],
    alt: [],
    actors,
    recipients,
    date: { value: '2031-05-02', precision: 'day', basis: 'stated', span: null },
    place: null,
    channel: null,
    modality: 'occurred',
    trigger: [0, 1],
    evidence: [0, 1],
    attributedTo: null,
    rule: 'test',
    confidence: 0.9,
  },
  quote: 'They “met” <there> & left.',
  claims: [
    {
      id,
      document: 'd',
      publisher: 'P',
      published: null,
      modality: 'occurred',
      date: null,
      quote: 'They met.',
      origin: 'd',
      why: null,
      review: null,
    },
  ],
  states: [],
  support: { documents: ['d'], publishers: ['P'], origins: { min: 1, max: 1, ids: ['d'] }, registers: [] },
  disagreements: [],
  register: null,
  held: false,
  ...more,
});

const meeting = fact('m', 'CONSULT', [
  actor('LAO', 'Oru Benning'),
  actor('THA', 'Maro Tavel'),
  actor('LAO', 'Hedda Brisk'),
]);
const aid = fact('a', 'AID', [actor('JPN', 'Japan')], [actor('LAO', 'Laos'), actor('KHM', 'Cambodia')]);
const lone = fact('l', 'PROTEST', [actor(null, '=cmd()')]);
const stamp = new Date('2031-06-01T00:00:00Z');
const text = (format: string, rows?: 'facts' | 'dyads'): string =>
  exportFacts(format, [meeting, aid, lone], { stamp, ...(rows ? { rows } : {}) }) as string;

test('event-data rows: a reciprocal pair once, one row a recipient, one for an event of one', () => {
  const pairs = [meeting, aid, lone].map((one) =>
    dyadRows(one).map(({ source, target, reciprocal, quad, cameo_root }) => [
      source,
      target,
      reciprocal,
      quad,
      cameo_root,
    ]),
  );
  expect(pairs).toEqual([
    [['LAO', 'THA', 1, 1, '04']],
    [
      ['JPN', 'LAO', 0, 2, '07'],
      ['JPN', 'KHM', 0, 2, '07'],
    ],
    [['=cmd()', null, 0, 4, '14']],
  ]);
});

test('csv has its columns, and a spreadsheet runs none of its cells', () => {
  const [head, ...lines] = text('csv').trim().split('\n');
  expect(head).toBe(FACT_COLUMNS.join(','));
  expect(lines.length).toBe(3);
  expect(text('csv')).toContain("'=cmd()");
  expect(text('csv', 'dyads').split('\n')[0]).toBe(DYAD_COLUMNS.join(','));
});

test('json lines: one a fact', () =>
  expect(
    text('jsonl')
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { id: string }).id),
  ).toEqual(['m', 'a', 'l']));

test('parquet: numbers are numbers, unknown is null', async () => {
  const bytes = exportFacts('parquet', [meeting, lone], { stamp, rows: 'dyads' }) as Uint8Array;
  const rows = await parquetReadObjects({
    file: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer,
  });
  expect(rows[0]).toMatchObject({ event_id: 'm', year: 2031, source: 'LAO', target: 'THA', confidence: 0.9 });
  expect(rows[1]).toMatchObject({ target: null });
});

test('graphs: a node a party, an edge a pair, markup escaped', () => {
  const { nodes, edges } = graphOf([meeting, aid, lone]);
  expect([...nodes.keys()]).toEqual(['LAO', 'THA', 'JPN', 'KHM']);
  expect(edges.map(({ source, target, directed }) => [source, target, directed])).toEqual([
    ['LAO', 'THA', false],
    ['JPN', 'LAO', true],
    ['JPN', 'KHM', true],
  ]);
  expect(text('gexf')).toContain('<edge id="m-0" source="LAO" target="THA" type="undirected">');
  expect(text('graphml')).toContain('<edge id="m-0" source="LAO" target="THA" directed="false">');
  expect(xml('<a & "b">\u0001')).toBe('&lt;a &amp; &quot;b&quot;&gt;\ufffd');
});

test('calendar: all-day events that end the day after, cancelled ones marked', () => {
  const cancelled = fact('c', 'CONSULT', [actor('LAO', 'Laos'), actor('THA', 'Thailand')], [], { state: 'cancelled' });
  const ics = exportFacts('ics', [meeting, cancelled], { stamp }) as string;
  expect(ics).toContain('DTSTART;VALUE=DATE:20310502');
  expect(ics).toContain('DTEND;VALUE=DATE:20310503');
  expect(ics).toContain('STATUS:CANCELLED');
});

test('json-ld: schema.org with PROV, every claim with its document', () => {
  const graph = (
    JSON.parse(text('jsonld')) as {
      '@graph': { 'prov:wasDerivedFrom': { 'prov:wasQuotedFrom': { '@id': string } }[] }[];
    }
  )['@graph'];
  expect(graph[0]?.['prov:wasDerivedFrom'][0]?.['prov:wasQuotedFrom']['@id']).toBe('chancery:document/d');
});

test('an unknown format, or dyads where there is no table, is misuse', () => {
  expect(() => text('xlsx')).toThrow('no export format xlsx');
  expect(() => text('gexf', 'dyads')).toThrow('csv, jsonl or parquet');
});
