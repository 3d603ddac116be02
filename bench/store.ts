/**
 * Measures the record: how fast findings go in, and how fast they are found again, as the record grows.
 *
 *   npx tsx bench/store.ts [--events 100000] [--postgres] [--db postgres://…]
 *
 * Documents are made up: five events, three statements and some 1,200 characters each, over 60 codes of which a few are in most events.
 */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { toPage } from '../src/acquire/index.ts';
import type { RecordedActor, RecordedReading } from '../src/record/index.ts';
import { openRecord } from '../src/store/index.ts';
import type { Entry, Record } from '../src/store/record-api.ts';
import { startPostgres } from '../tests/support/postgres.ts';

const { values } = parseArgs({
  options: {
    events: { type: 'string', default: '100000' },
    postgres: { type: 'boolean', default: false },
    db: { type: 'string' },
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
    statements: events
      .slice(0, 3)
      .map((event) => ({
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
  for (let i = 0; i < times; i++) {
    const start = performance.now();
    await work();
    taken.push(performance.now() - start);
  }
  taken.sort((a, b) => a - b);
  const at = (share: number): string => taken[Math.min(times - 1, Math.floor(times * share))]!.toFixed(1);
  return `${at(0.5)}/${at(0.95)}`;
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

const dir = mkdtempSync(join(tmpdir(), 'chancery-bench-'));
const cluster = values.postgres ? await startPostgres() : null;
const record = await openRecord({ dir, db: values.db ?? cluster?.url });
console.log(`engine ${record.engine}; times in ms, p50/p95`);
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
  const rows = Math.round(rate * (1 + 0.6 + 4 + 1 + 2 / PER_DOCUMENT + 2));
  console.log(
    `${events} events: ${rate} events/s (some ${rows} rows/s)  memory ${Math.round(process.memoryUsage.rss() / 1e6)} MB`,
  );
  console.log(`  ${await queries(record)}`);
  next *= 10;
  since = 0;
  spent = 0;
}
await record.close();
cluster?.stop();
rmSync(dir, { recursive: true, force: true });
