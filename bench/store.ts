/**
 * Measures the record: how fast findings go in, and how fast they are found again, as the record grows.
 *
 *   npx tsx bench/store.ts [--events 100000] [--postgres] [--db postgres://…] [--fill]
 *
 * With --fill the tables are filled by the database itself, which is ten times faster and measures the queries alone.
 * Documents are made up: five events, three statements and some 1,200 characters each, over 60 codes of which a few are in most events.
 */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { toPage } from '../src/acquire/index.ts';
import type { RecordedActor, RecordedReading } from '../src/record/index.ts';
import type { Engine } from '../src/store/engine.ts';
import { openOver } from '../src/store/open.ts';
import { openPglite } from '../src/store/pglite.ts';
import { openPostgres } from '../src/store/postgres.ts';
import type { Entry, Record } from '../src/store/record-api.ts';
import { shortenLog } from '../src/store/tidy.ts';
import { startPostgres } from '../tests/support/postgres.ts';

const { values } = parseArgs({
  options: {
    events: { type: 'string', default: '100000' },
    postgres: { type: 'boolean', default: false },
    db: { type: 'string' },
    fill: { type: 'boolean', default: false },
  },
});
const TARGET = Number(values.events);
const PER_DOCUMENT = 5;
const BATCH = 100;

/** Mulberry32: the same documents every time. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const random = seeded(1);
const letter = (n: number): string => String.fromCharCode(65 + (n % 26));
const CODES = Array.from({ length: 60 }, (_, i) => `${letter(i)}${letter(i * 7 + 3)}${letter(i * 3 + 1)}`);
const TYPES = ['CONSULT', 'COOPERATE', 'AID', 'SANCTION', 'REJECT', 'ACCUSE'];
const WORDS =
  'minister talks visit border trade summit vaccine aid dispute court treaty envoy maritime energy security pledge loan port exercise ceasefire'.split(
    ' ',
  );
// Squared, so that a few codes are in most events, as in the news.
const pick = <T>(list: readonly T[]): T => list[Math.floor(random() ** 2 * list.length)]!;
const day = (): string =>
  new Date(Date.UTC(2015, 0, 1) + Math.floor(random() * 3650) * 86_400_000).toISOString().slice(0, 10);

function actor(at: number): RecordedActor {
  const code = pick(CODES);
  const person = Math.floor(random() * 300);
  return {
    text: code,
    span: [at, at + 3],
    country: code,
    code,
    sector: 'GOV',
    org: null,
    name: `Person ${person}`,
    role: 'minister',
    entity: `person:${code.toLowerCase()}-${person}`,
  };
}

function makeEntry(n: number): Entry {
  const words: string[] = [`Document ${n}.`];
  for (let i = 0; i < 160; i++) words.push(random() < 0.3 ? pick(WORDS) : `word${Math.floor(random() ** 3 * 20_000)}`);
  const text = words.join(' ');
  const bytes = Buffer.from(text);
  const page = toPage(bytes, { id: `d${n}`, asPlain: true, publisher: `Daily ${n % 200}` });
  const published = day();
  const events = Array.from({ length: PER_DOCUMENT }, (_, i) => ({
    type: pick(TYPES),
    mode: null,
    contexts: ['diplomatic'],
    alt: [],
    actors: [actor(i * 40), actor(i * 40 + 10)],
    recipients: [],
    date: random() < 0.8 ? { value: day(), precision: 'day', basis: 'stated', span: null } : null,
    place: null,
    channel: null,
    modality: 'occurred',
    trigger: [i * 40, i * 40 + 4] as const,
    evidence: [i * 40, i * 40 + 38] as const,
    attributedTo: null,
    rule: 'bench',
    confidence: random(),
  }));
  const reading = {
    format: 'chancery.reading/1',
    id: page.id,
    article: {
      url: null,
      title: `Title ${n} ${pick(WORDS)} ${pick(WORDS)}`,
      byline: [],
      publisher: `Daily ${n % 200}`,
      published,
      publishedBasis: 'given',
      reference: null,
      dateline: null,
      language: 'en',
      text,
      asides: [],
    },
    sentences: [],
    mentions: events.flatMap((event) =>
      event.actors.map(({ span, name, entity, country }) => ({
        span,
        kind: 'person',
        value: null,
        name,
        entity,
        country,
        role: null,
        sector: null,
      })),
    ),
    events,
    statements: events.slice(0, 3).map((event) => ({
      speaker: { ...event.actors[0]!, anonymous: false },
      addressee: null,
      act: 'SAY',
      cue: null,
      content: [event.evidence],
      quotation: 'indirect',
      verbatim: false,
      via: [],
      venue: null,
      evidence: event.evidence,
      rule: 'bench',
      confidence: 0.8,
    })),
    figures: [],
    relations: [],
    credits: [],
    flags: [],
    restorations: [],
    grade: 'usable',
  };
  return { page, bytes, reading: reading as RecordedReading };
}

async function percentiles(times: number, work: () => Promise<unknown>): Promise<string> {
  await work();
  const taken: number[] = [];
  const cpu = process.cpuUsage();
  for (let i = 0; i < times; i++) {
    const start = performance.now();
    await work();
    taken.push(performance.now() - start);
  }
  taken.sort((a, b) => a - b);
  const at = (share: number): string => taken[Math.min(times - 1, Math.floor(times * share))]!.toFixed(1);
  const { user, system } = process.cpuUsage(cpu);
  // Of this process alone: on a busy machine the better figure for the embedded engine.
  return `${at(0.5)}/${at(0.95)}/${((user + system) / 1000 / times).toFixed(1)}`;
}

async function queries(record: Record): Promise<string> {
  const parts: readonly (readonly [string, () => Promise<unknown>])[] = [
    ['pair', () => record.timeline({ actor: pick(CODES), other: pick(CODES), limit: 50 })],
    [
      'pair+filter',
      () =>
        record.timeline({
          actor: pick(CODES),
          other: pick(CODES),
          types: ['SANCTION'],
          from: '2018-01-01',
          to: '2020-12-31',
          limit: 50,
        }),
    ],
    ['actor', () => record.timeline({ actor: pick(CODES), limit: 50 })],
    [
      'person',
      () => record.timeline({ actor: `person:${pick(CODES).toLowerCase()}-${Math.floor(random() * 300)}`, limit: 50 }),
    ],
    ['newest', () => record.timeline({ limit: 50 })],
    ['search', () => record.search(`${pick(WORDS)} word${Math.floor(random() * 20_000)}`, { limit: 20 })],
    ['common', () => record.search(pick(WORDS), { limit: 20 })],
    ['list', () => record.documents({ limit: 50 })],
    ['show', () => record.document(`d${Math.floor(random() * 100)}`)],
  ];
  const found: string[] = [];
  for (const [name, work] of parts) found.push(`${name} ${await percentiles(60, work)}`);
  return found.join('  ');
}

/** Fills the tables with documents of five events each, as `add` would leave them but for text length. */
async function fill(engine: Engine, from: number, to: number): Promise<void> {
  const chance = `floor(power(random(), 2) * ${CODES.length})::int + 1`;
  const anyDay = `date '2015-01-01' + floor(random() * 3650)::int`;
  await engine.query(
    `insert into documents (id, version, hash, url, title, publisher, published, day, first_seen, grade, language, text, names,
       events, statements, figures, relations, reading)
     select 'd' || n, n::text, n::text, null, 'Title ' || n || ' ' || ($1::text[])[1 + floor(power(random(), 2) * 20)::int],
       'Daily ' || n % 200, null, ${anyDay}, '2024-01-01', 'usable', 'en',
       (select string_agg(word, ' ') from (
          select case when random() < 0.3 then ($1::text[])[1 + floor(power(random(), 2) * 20)::int]
            else 'word' || floor(power(random(), 3) * 20000)::int end as word
          from generate_series(1, 160) g where g + n > 0) words),
       'Person ' || n % 300, 5, 0, 0, 0, '{}' from generate_series($2::int, $3::int) n`,
    [WORDS, from, to],
  );
  await engine.query(
    `create temporary table made as
     select md5(n || ':' || i) as id, 'd' || n as document, i as n, ${anyDay} as day,
       ($1::text[])[${chance} + i * 0] as a, ($1::text[])[${chance} + i * 0] as b, ($4::text[])[1 + floor(random() * 6)::int] as type
     from generate_series($2::int, $3::int) n, generate_series(0, 4) i`,
    [CODES, from, to, TYPES],
  );
  const body = JSON.stringify(makeEntry(0).reading.events[0]);
  await engine.query(
    `insert into events (id, document, n, type, mode, modality, first_day, last_day, day, place_country, confidence, block, quote, body)
     select id, document, n, type, null, 'occurred', day, day, day, null, random(), a || b, repeat('word ', 30), $1::json from made`,
    [body],
  );
  await engine.query(
    `insert into event_parties (key, day, event, side)
     select key, day, id, 'actor' from made, lateral (values (a), (b), ('person:' || lower(a) || '-' || floor(random() * 300)),
       ('person:' || lower(b) || '-' || floor(random() * 300))) v (key)`,
  );
  await engine.query(
    'insert into event_dyads (a, b, day, event) select least(a, b), greatest(a, b), day, id from made where a <> b',
  );
  await engine.query('drop table made');
  await shortenLog(engine);
}

const dir = mkdtempSync(join(tmpdir(), 'chancery-bench-'));
const cluster = values.postgres ? await startPostgres() : null;
const url = values.db ?? cluster?.url;
const engine = url === undefined ? await openPglite(join(dir, 'db')) : await openPostgres(url);
const record = await openOver({ dir }, async () => engine);
console.log(`engine ${record.engine}; times in ms, p50/p95/mean CPU`);
if (values.fill) {
  const start = performance.now();
  const documents = TARGET / PER_DOCUMENT;
  for (let n = 0; n < documents; n += 20_000) await fill(engine, n, Math.min(documents, n + 20_000) - 1);
  await engine.script('analyze');
  console.log(`${TARGET} events filled in ${Math.round((performance.now() - start) / 1000)} s`);
  console.log(`  ${await queries(record)}`);
} else await grow();
console.log(`memory ${Math.round(process.memoryUsage.rss() / 1e6)} MB`);
await record.close();
cluster?.stop();
rmSync(dir, { recursive: true, force: true });

async function grow(): Promise<void> {
  let next = 1000;
  let spent = 0;
  let since = 0;
  let events = 0;
  for (let n = 0; events < TARGET; n += BATCH) {
    const batch = Array.from({ length: BATCH }, (_, i) => makeEntry(n + i));
    const start = performance.now();
    await record.add(batch);
    spent += performance.now() - start;
    events += BATCH * PER_DOCUMENT;
    since += BATCH * PER_DOCUMENT;
    if (events < next && events < TARGET) continue;
    const rate = Math.round((since / spent) * 1000);
    // Of a document: itself, its page and origin, 10 entities twice, 3 statements, and 5 events with 4 parties and a pair each.
    const rows = Math.round((rate / PER_DOCUMENT) * (3 + 20 + 3 + 5 * 6));
    console.log(`${events} events: ${rate} events/s (some ${rows} rows/s)`);
    console.log(`  ${await queries(record)}`);
    next *= 10;
    since = 0;
    spent = 0;
  }
}
