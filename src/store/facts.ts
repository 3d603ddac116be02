/** Facts kept up to date: blocks of claims that changed are computed again, then replaced whole. */

import type { Event, Figure, Grade } from '../core/index.ts';
import {
  type EventClaim,
  type Fact,
  factDays,
  findFacts,
  type ToldFigure,
  type Verdicts,
} from '../record/facts/index.ts';
import { partyKey, partyKeys, type Review } from '../record/index.ts';
import { checkAgainst, type RegisterCoverage, type RegisterEntry, type Registers } from '../record/registers/index.ts';
import { type Engine, insertRows, type Session } from './engine.ts';
import type { StoredFact } from './record-api.ts';
import { blockOf, clip, MAX_PAIRED, NO_DAY } from './rows.ts';

// So many blocks are replaced in one transaction: a crash in between leaves the rest stale, not wrong.
const BLOCKS = 100;

/** Computes all stale blocks. Must not run twice at once. */
export async function refreshFacts(engine: Engine): Promise<void> {
  let verdicts: Verdicts | null = null;
  let registers: Registers | null = null;
  let years: Years | null = null;
  for (;;) {
    const stale = await engine.query<{ block: string }>(
      `select block from stale_blocks order by block limit ${BLOCKS}`,
    );
    if (stale.length === 0) return;
    verdicts ??= await readVerdicts(engine);
    registers ??= await readRegisters(engine);
    years ??= yearsOf(registers);
    const blocks = stale.map(({ block }) => block);
    const claims = await readClaims(engine, blocks);
    const lookUp = { registers, years };
    const rows = findFacts(claims, verdicts).map((fact) => factRows(fact, lookUp.registers, lookUp.years));
    await engine.transaction(async (session) => {
      await removeFacts(session, blocks);
      await insertRows(
        session,
        'facts',
        rows.map(({ fact }) => fact),
      );
      for (const table of ['fact_claims', 'fact_parties', 'fact_dyads'] as const) {
        await insertRows(
          session,
          table,
          rows.flatMap((row) => row[table]),
        );
      }
      await session.query('delete from stale_blocks where block = any($1::text[])', [blocks]);
    });
  }
}

async function readClaims(session: Session, blocks: readonly string[]): Promise<EventClaim[]> {
  const rows = await session.query<
    { n: number; body: string; review: string | null } & Omit<EventClaim, 'event' | 'figures' | 'review'>
  >(
    `select e.id, e.n, e.document, coalesce(e.corrected, e.body)::text as body, e.review::text as review, e.quote, d.publisher, d.published, d.grade,
       coalesce(o.origin, d.id) as origin, o.source
     from events e join documents d on d.id = e.document left join origins o on o.document = d.id
     where e.block = any($1::text[]) and not e.rejected order by e.id`,
    [blocks],
  );
  const figures = await readFigures(session, [...new Set(rows.map(({ document }) => document))]);
  return rows.map(({ n, body, review, ...row }) => ({
    ...row,
    review: review === null ? null : (JSON.parse(review) as Review),
    grade: row.grade as Grade,
    event: JSON.parse(body) as Event,
    figures: figures.get(`${n} ${row.document}`) ?? [],
  }));
}

/** Figures tied to events, by the event's position and document. */
async function readFigures(session: Session, documents: readonly string[]): Promise<Map<string, ToldFigure[]>> {
  const rows = await session.query<{ document: string; body: string; quote: string }>(
    `select document, coalesce(corrected, body)::text as body, quote from figures
     where document = any($1::text[]) and not rejected order by document, n`,
    [documents],
  );
  const figures = new Map<string, ToldFigure[]>();
  for (const { document, body, quote } of rows) {
    const figure = JSON.parse(body) as Figure;
    if (figure.event === null) continue;
    const key = `${figure.event} ${document}`;
    const told = figures.get(key);
    if (told) told.push({ figure, quote });
    else figures.set(key, [{ figure, quote }]);
  }
  return figures;
}

/** Judgments about pairs of claims; the latest about a pair counts. */
async function readVerdicts(session: Session): Promise<Verdicts> {
  const rows = await session.query<{ about: string; verdict: string | null }>(
    `select about::text as about, body->>'verdict' as verdict from decisions where kind = 'judgment' order by at, id`,
  );
  const pairs = new Map<string, string | null>();
  const keyOf = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);
  for (const { about, verdict } of rows) {
    const [a, b] = JSON.parse(about) as string[];
    if (a !== undefined && b !== undefined) pairs.set(keyOf(a, b), verdict);
  }
  return {
    same: (a, b) => pairs.get(keyOf(a, b)) === 'same',
    different: (a, b) => pairs.get(keyOf(a, b)) === 'different',
    involved: new Set([...pairs.keys()].flatMap((key) => key.split(' '))),
  };
}

async function readRegisters(session: Session): Promise<Registers> {
  const entries = await session.query<RegisterEntry>(
    `select register || '/' || id as id, person, role, country, host, place, first_day::text as "from", last_day::text as "to",
       text, source from register_entries order by first_day, register, id`,
  );
  const coverage = await session.query<{ coverage: string | null }>(
    'select coverage::text as coverage from registers order by id',
  );
  return { entries, coverage: coverage.flatMap((row) => JSON.parse(row.coverage ?? '[]') as RegisterCoverage[]) };
}

/** Register entries by the year they begin in. */
type Years = ReadonlyMap<number, readonly RegisterEntry[]>;

function yearsOf({ entries }: Registers): Years {
  const years = new Map<number, RegisterEntry[]>();
  for (const entry of entries) {
    const year = Number(entry.from?.slice(0, 4));
    const list = years.get(year);
    if (list) list.push(entry);
    else years.set(year, [entry]);
  }
  return years;
}

/** Register entries that could be of the claim's days, so that not every claim meets every entry. */
function near(claim: EventClaim, { coverage }: Registers, years: Years): Registers {
  const value = claim.event.date?.value;
  if (value === undefined || years.size === 0) return { entries: [], coverage };
  const named = [...value.matchAll(/\d{4}/g)].map(([year]) => Number(year));
  const [first, last] = [Math.min(...named) - 1, Math.max(...named) + 1];
  const entries: RegisterEntry[] = [];
  // No claim that dates anything firmly spans more than two years.
  for (let year = first; year <= Math.min(last, first + 3); year++) entries.push(...(years.get(year) ?? []));
  return { entries, coverage };
}

async function removeFacts(session: Session, blocks: readonly string[]): Promise<void> {
  for (const table of ['fact_claims', 'fact_parties', 'fact_dyads']) {
    await session.query(`delete from ${table} where fact in (select id from facts where block = any($1::text[]))`, [
      blocks,
    ]);
  }
  await session.query('delete from facts where block = any($1::text[])', [blocks]);
}

interface FactRows {
  readonly fact: object;
  readonly fact_claims: readonly object[];
  readonly fact_parties: readonly object[];
  readonly fact_dyads: readonly object[];
}

function factRows(fact: Fact, registers: Registers, years: Years): FactRows {
  const verdicts = fact.claims
    .map((claim) => checkAgainst(claim, near(claim, registers, years)))
    .filter((found) => found !== null);
  const confirmed = verdicts.filter((found) => found.verdict === 'confirmed');
  const [register] = confirmed.length > 0 ? confirmed : verdicts;
  const entries = [...new Set(confirmed.flatMap((found) => found.entries))].sort();
  const days = factDays(fact);
  const iso = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);
  const published = fact.claims
    .map((claim) => claim.published)
    .filter((day) => day !== null && /^\d{4}-\d\d-\d\d$/.test(day));
  const first = days === null ? null : iso(days.from);
  const day = first ?? published.sort()[0] ?? NO_DAY;
  const support = { ...fact.support, registers: entries };
  const best = fact.best;
  const body: StoredFact = {
    id: fact.id,
    story: fact.story,
    state: fact.state,
    day: day === NO_DAY ? null : day,
    event: best.event,
    quote: best.quote,
    claims: fact.claims.map(({ id, document, publisher, published: when, event, quote, origin, review }) => ({
      id,
      document,
      publisher,
      published: when,
      modality: event.modality,
      date: event.date?.value ?? null,
      quote,
      origin,
      why: fact.why.get(id) ?? null,
      review: review ?? null,
    })),
    states: fact.states,
    support,
    disagreements: fact.disagreements,
    register: register === undefined ? null : { verdict: register.verdict, why: register.why },
    held: fact.held,
  };
  const parties = fact.claims.flatMap(({ event }) => [...event.actors, ...event.recipients]);
  const keys = [...new Set(parties.flatMap((party) => partyKeys(party)))];
  const paired = [...new Set([...best.event.actors, ...best.event.recipients].map(partyKey))]
    .filter((key) => key !== null)
    .sort()
    .slice(0, MAX_PAIRED);
  return {
    fact: {
      id: fact.id,
      block: blockOf(best.event, best.id),
      story: fact.story,
      state: fact.state,
      day,
      first_day: first,
      last_day: days === null ? null : iso(days.to),
      documents: support.documents.length,
      publishers: support.publishers.length,
      origins_min: support.origins.min,
      origins_max: support.origins.max,
      registers: entries.length,
      disagreements: fact.disagreements.length,
      held: fact.held,
      body,
    },
    fact_claims: fact.claims.map(({ id }) => ({ claim: id, fact: fact.id })),
    fact_parties: keys.map((key) => ({ key: clip(key), day, fact: fact.id })),
    fact_dyads: paired.flatMap((a, i) =>
      paired.slice(i + 1).map((b) => ({ a: clip(a), b: clip(b), day, fact: fact.id })),
    ),
  };
}
