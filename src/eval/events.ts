/** Scores events: PLOVER records of newswire, the project's own diplomatic gold, and meetings of the travel registers. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPage } from '../article/index.ts';
import type { Event, Mentioned } from '../core/index.ts';
import { findEvents } from '../findings/index.ts';
import { analyze } from '../language/index.ts';
import { findMentions } from '../mentions/index.ts';
import type { Kit } from '../pipeline.ts';
import { restore } from '../restore/index.ts';
import { f1Of, findIn, NOTHING, pageOf, plus, readGold, SPLITS, type Tally } from './diplomatic.ts';
import {
  type Coded,
  f1,
  type GoldRecord,
  interval,
  macroF1,
  type Party,
  type RecordScore,
  scoreRecord,
  total,
} from './event-score.ts';
import { type ItemWithEvents, scoreItem } from './own-events.ts';
import { plainCountry, readRemarks, remarkSentence } from './remarks.ts';
import type { EvalContext, Score, Scorer } from './scorer.ts';

interface RawActor {
  readonly code: string;
  readonly sector: string | null;
}

/** The records of gsr-dev.jsonl. */
export function readRecords(path: string): GoldRecord[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const raw = JSON.parse(line) as {
        id: string;
        text: string;
        event: string;
        alt: string[];
        actor: RawActor[];
        recipient: RawActor[];
        reciprocal: boolean;
        scoreActors: boolean;
      };
      const role = (list: readonly RawActor[], as: Party['role']): Party[] =>
        list.map((a) => ({ role: as, code: a.code, sector: a.sector }));
      return {
        id: raw.id,
        text: raw.text,
        type: raw.event,
        alt: raw.alt,
        scoreActors: raw.scoreActors,
        parties: [...role(raw.actor, 'actor'), ...role(raw.recipient, raw.reciprocal ? 'actor' : 'recipient')],
      };
    });
}

/** An event as a coded record; actors without a code keep a question mark. */
export const codedOf = (event: Event): Coded => ({
  type: event.type,
  parties: [
    ...event.actors.map((a): Party => ({ role: 'actor', code: a.code ?? '?', sector: a.sector })),
    ...event.recipients.map((a): Party => ({ role: 'recipient', code: a.code ?? '?', sector: a.sector })),
  ],
});

function readText(id: string, text: string, published: string | null, kit: Kit): Mentioned {
  const page = pageOf({ id, text, published, publisher: null, title: null });
  return findMentions(analyze(restore(readPage(page), kit.restore), kit.language), kit.knowledge);
}

const eventsIn = (id: string, text: string, published: string | null, kit: Kit): readonly Event[] =>
  findEvents(readText(id, text, published, kit), kit.findings.events, kit.knowledge);

export function scoreRecords(
  records: readonly GoldRecord[],
  find: (record: GoldRecord) => readonly Event[],
): RecordScore[] {
  return records.map((record) => scoreRecord(record, find(record).map(codedOf)));
}

function recordScores(context: EvalContext, kit: Kit): readonly Score[] {
  if (context.goldDir === null) return [];
  const path = join(context.goldDir, 'gsr-dev.jsonl');
  if (!existsSync(path)) return [];
  const records = readRecords(path);
  const scores = scoreRecords(records, (record) => eventsIn(record.id, record.text, null, kit));
  const n = scores.length;
  const share = (test: (s: RecordScore) => boolean, list = scores): number =>
    list.length === 0 ? 0 : list.filter(test).length / list.length;
  const cast = scores.filter((s) => s.gold.scoreActors);
  const [low, high] = interval(scores.map((s) => s.strictAny));
  const sentences = new Map(scores.map((s) => [s.gold.text, s.events]));
  const sectors = cast.reduce(
    (sum, s) => ({
      gold: sum.gold + s.sectors.gold,
      placed: sum.placed + s.sectors.placed,
      right: sum.right + s.sectors.right,
    }),
    {
      gold: 0,
      placed: 0,
      right: 0,
    },
  );
  const name = (measure: string): string => `events/gsr-dev/${measure}`;
  return [
    {
      measure: name('type-strict'),
      value: share((s) => s.strictAny),
      n,
      note: `95 % interval ${low.toFixed(3)} to ${high.toFixed(3)}`,
    },
    { measure: name('type-strict-top1'), value: share((s) => s.strictTop), n },
    { measure: name('type-lenient'), value: share((s) => s.lenientAny), n },
    { measure: name('type-lenient-top1'), value: share((s) => s.lenientTop), n },
    { measure: name('type-macro-f1'), value: macroF1(scores), n },
    { measure: name('actor-f1'), value: f1(total(cast.map((s) => s.actors))), n: cast.length },
    { measure: name('actor-f1-undirected'), value: f1(total(cast.map((s) => s.undirected))), n: cast.length },
    { measure: name('dyad-exact'), value: share((s) => s.exact, cast), n: cast.length },
    {
      measure: name('full-record'),
      value: share((s) => s.exact && s.type !== null && (s.type === s.gold.type || s.gold.alt.includes(s.type)), cast),
      n: cast.length,
    },
    { measure: name('sector'), value: sectors.gold === 0 ? 0 : sectors.right / sectors.gold, n: sectors.gold },
    {
      measure: name('sector-where-placed'),
      value: sectors.placed === 0 ? 0 : sectors.right / sectors.placed,
      n: sectors.placed,
    },
    { measure: name('silent'), value: share((s) => s.events === 0), n, lowerIsBetter: true },
    {
      measure: name('events-per-sentence'),
      value: [...sentences.values()].reduce((a, b) => a + b, 0) / Math.max(1, sentences.size),
      n: sentences.size,
      lowerIsBetter: true,
    },
  ];
}

function ownScores(context: EvalContext, kit: Kit): readonly Score[] {
  const out: Score[] = [];
  const items = readGold(context.ownDir) as ItemWithEvents[];
  for (const split of SPLITS) {
    const chosen = items.filter((item) => item.split === split && item.events !== undefined);
    if (chosen.length === 0) continue;
    let [full, type]: [Tally, Tally] = [NOTHING, NOTHING];
    let [pairs, modality, mode, cast] = [0, 0, 0, 0];
    for (const item of chosen) {
      const score = scoreItem(item, findIn(item, kit).events);
      full = plus(full, score.full);
      type = plus(type, score.type);
      pairs += score.pairs;
      modality += score.modality;
      mode += score.mode;
      cast += score.cast;
    }
    const name = (measure: string): string => `events/own-${split}/${measure}`;
    const n = type.tp + type.fn;
    out.push(
      { measure: name('f1'), value: f1Of(full), n, note: 'type, actors and modality' },
      { measure: name('type-f1'), value: f1Of(type), n },
      { measure: name('modality'), value: pairs === 0 ? 0 : modality / pairs, n: pairs },
      { measure: name('mode'), value: pairs === 0 ? 0 : mode / pairs, n: pairs },
      { measure: name('cast'), value: pairs === 0 ? 0 : cast / pairs, n: pairs },
    );
  }
  return out;
}

/** From here on the registers name counterparts in full. */
const SINCE = '1989-01-01';

function registerScores(context: EvalContext, kit: Kit): readonly Score[] {
  if (context.goldDir === null) return [];
  const remarks = readRemarks(context.goldDir, SINCE);
  if (remarks.length === 0) return [];
  let [met, placed] = [0, 0];
  for (const [i, remark] of remarks.entries()) {
    const text = remarkSentence(remark, 'U.S. Secretary of State');
    const events = eventsIn(`remark-${i}`, text, remark.date, kit).filter(
      (e) => e.type === 'CONSULT' && e.actors.length > 1,
    );
    if (events.length === 0) continue;
    met++;
    const code = kit.knowledge.country(plainCountry(remark.country))?.code;
    if (code !== undefined && events.some((e) => [...e.actors, ...e.recipients].some((a) => a.code === code))) placed++;
  }
  return [
    {
      measure: 'events/registers/met',
      value: met / remarks.length,
      n: remarks.length,
      note: 'a meeting with a counterpart',
    },
    {
      measure: 'events/registers/country',
      value: placed / remarks.length,
      n: remarks.length,
      note: 'and the country of the trip',
    },
  ];
}

export const eventScorer: Scorer = {
  name: 'events',
  describe: 'PLOVER events: type, actors, modality; own gold by half; meetings of the travel registers',
  needs: ['gsr-dev.jsonl', 'registers', 'own/diplomatic', 'own/diplomatic-dev'],
  async score(context) {
    const kit = await context.kit();
    return [...recordScores(context, kit), ...ownScores(context, kit), ...registerScores(context, kit)];
  },
};
