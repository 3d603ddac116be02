/** Scores the record on the project's own clusters and sample stories: merges, origins, disagreements, registers. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EventClaim, Fact } from '../record/facts/index.ts';
import { partiesOf, storyOf } from '../record/facts/index.ts';
import { checkAgainst, type Registers, readRegister, registersOf } from '../record/registers/index.ts';
import { type GoldCluster, type GoldFact, type ReadCluster, readCluster, readClusters } from './clusters.ts';
import { f1Of, NOTHING, plus, precisionOf, recallOf, type Tally } from './diplomatic.ts';
import { type Gathered, gather } from './gather.ts';
import type { EvalContext, Score, Scorer } from './scorer.ts';

export interface ClusterTally {
  /** Pairs of one event in two documents, over events that the readers found. */
  readonly merges: Tally;
  /** Gold pairs, those that the readers missed included. */
  readonly pairs: number;
  /** Gold events in documents, and those found there. */
  readonly told: number;
  readonly found: number;
  /** Facts told by somebody, and those whose number of origins is right. */
  readonly facts: number;
  readonly origins: number;
  readonly disagreements: Tally;
  /** Facts with a register entry; false is a fact matched to another entry, or to one where there is none. */
  readonly registers: Tally;
}

export const NO_CLUSTERS: ClusterTally = {
  merges: NOTHING,
  pairs: 0,
  told: 0,
  found: 0,
  facts: 0,
  origins: 0,
  disagreements: NOTHING,
  registers: NOTHING,
};

export const addClusters = (a: ClusterTally, b: ClusterTally): ClusterTally => ({
  merges: plus(a.merges, b.merges),
  pairs: a.pairs + b.pairs,
  told: a.told + b.told,
  found: a.found + b.found,
  facts: a.facts + b.facts,
  origins: a.origins + b.origins,
  disagreements: plus(a.disagreements, b.disagreements),
  registers: plus(a.registers, b.registers),
});

/** One gold event in one document, with the claims that tell it. */
interface Told {
  readonly gold: GoldFact;
  readonly document: string;
  readonly claims: readonly EventClaim[];
}

const codesOf = (claim: EventClaim): string =>
  [...new Set((partiesOf(claim.event) ?? '').split(/[+>]/).filter((code) => code !== ''))].sort().join();

/** Where a sentence tells several events of these parties, the one whose act stands in the gold's words is meant. */
export function findTold(cluster: GoldCluster, claims: readonly EventClaim[]): Told[] {
  return cluster.facts.flatMap((gold) =>
    gold.told.map(({ document, says }) => {
      const near = claims.filter(
        (claim) =>
          claim.document === document &&
          claim.quote.includes(says) &&
          storyOf(claim.event) === gold.story &&
          codesOf(claim) === [...gold.parties].sort().join(),
      );
      const meant = near.filter(({ event, quote }) => {
        const start = event.evidence[0] + quote.indexOf(says);
        return event.trigger[0] < start + says.length && start < event.trigger[1];
      });
      return { gold, document, claims: meant.length > 0 ? meant : near };
    }),
  );
}

/** Compares the facts of one cluster with its gold. Without registers none are scored. */
export function scoreCluster(
  cluster: GoldCluster,
  { claims, facts }: Pick<Gathered, 'claims' | 'facts'>,
  originOf: ReadCluster['originOf'],
  registers: Registers | null = null,
): ClusterTally {
  const told = findTold(cluster, claims);
  const factOf = new Map<string, Fact>();
  for (const fact of facts) for (const { id } of fact.claims) factOf.set(id, fact);
  const factsOf = (one: Told): Set<Fact> => new Set(one.claims.map(({ id }) => factOf.get(id) as Fact));
  let merges = NOTHING;
  let pairs = 0;
  for (const [i, a] of told.entries()) {
    for (const b of told.slice(i + 1)) {
      if (a.document === b.document) continue;
      const same = a.gold === b.gold;
      if (same) pairs++;
      if (a.claims.length === 0 || b.claims.length === 0) continue;
      const theirs = factsOf(b);
      const joined = [...factsOf(a)].some((fact) => theirs.has(fact));
      merges = plus(merges, {
        tp: Number(joined && same),
        fp: Number(joined && !same),
        fn: Number(same && !joined),
      });
    }
  }
  let [known, origins] = [0, 0];
  let disagreements = NOTHING;
  let matches = NOTHING;
  for (const gold of cluster.facts) {
    const found = told.filter((one) => one.gold === gold && one.claims.length > 0);
    const fact = largest(found.flatMap((one) => [...factsOf(one)]));
    const wanted = cluster.disagreements.filter((one) => one.fact === gold.fact);
    const have = fact?.disagreements ?? [];
    for (const { slot, verdict } of wanted) {
      const hit = have.some((one) => one.slot === slot && one.verdict === verdict);
      disagreements = plus(disagreements, { tp: Number(hit), fp: 0, fn: Number(!hit) });
    }
    // Only conflicts alarm: a compatible difference that nobody asked for is no error.
    for (const { slot, verdict } of have) {
      if (verdict === 'conflict' && !wanted.some((one) => one.slot === slot && one.verdict === verdict))
        disagreements = plus(disagreements, { tp: 0, fp: 1, fn: 0 });
    }
    if (fact === undefined) {
      if (registers !== null && gold.register) matches = plus(matches, { tp: 0, fp: 0, fn: 1 });
      continue;
    }
    known++;
    const want = new Set(found.map(({ document }) => originOf.get(document) ?? document)).size;
    if (fact.support.origins.max === want) origins++;
    if (registers !== null) matches = plus(matches, matchTally(gold, found, registers));
  }
  return {
    merges,
    pairs,
    told: told.length,
    found: told.filter((one) => one.claims.length > 0).length,
    facts: known,
    origins,
    disagreements,
    registers: matches,
  };
}

/** A match is right when every entry it names is of the right country and covers the day. */
function matchTally(gold: GoldFact, found: readonly Told[], registers: Registers): Tally {
  const verdicts = found.flatMap(({ claims }) => claims.map((claim) => checkAgainst(claim, registers)));
  const ids = new Set(verdicts.flatMap((verdict) => (verdict?.verdict === 'confirmed' ? verdict.entries : [])));
  const entries = registers.entries.filter(({ id }) => ids.has(id));
  const { register } = gold;
  const right =
    register !== undefined &&
    entries.length > 0 &&
    entries.every(
      ({ host, from, to }) =>
        host === register.host && (from ?? '') <= register.day && register.day <= (to ?? from ?? ''),
    );
  // A contradicted trip of the samples would be false, too: all of them were made.
  const wrong =
    (entries.length > 0 && !right) ||
    (register !== undefined && verdicts.some((verdict) => verdict?.verdict === 'contradicted'));
  return { tp: Number(right), fp: Number(wrong), fn: Number(register !== undefined && !right) };
}

function largest(facts: readonly Fact[]): Fact | undefined {
  const counts = new Map<Fact, number>();
  for (const fact of facts) counts.set(fact, (counts.get(fact) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0].id < b[0].id ? -1 : 1))[0]?.[0];
}

export function clusterScores(prefix: string, total: ClusterTally, withRegisters: boolean): Score[] {
  const { merges, pairs, told, found, facts, origins, disagreements, registers } = total;
  const scores: Score[] = [
    { measure: `${prefix}/merges/precision`, value: precisionOf(merges), n: merges.tp + merges.fp },
    {
      measure: `${prefix}/merges/recall`,
      value: recallOf(merges),
      n: merges.tp + merges.fn,
      note: 'of pairs that were found',
    },
    {
      measure: `${prefix}/merges/recall-read`,
      value: pairs === 0 ? 0 : merges.tp / pairs,
      n: pairs,
      note: 'with those that the readers missed',
    },
    { measure: `${prefix}/found`, value: told === 0 ? 0 : found / told, n: told },
    { measure: `${prefix}/origins/exact`, value: facts === 0 ? 0 : origins / facts, n: facts },
    { measure: `${prefix}/disagreements/f1`, value: f1Of(disagreements), n: disagreements.tp + disagreements.fn },
    { measure: `${prefix}/disagreements/false`, value: disagreements.fp, n: facts, lowerIsBetter: true },
  ];
  if (withRegisters) {
    scores.push(
      { measure: `${prefix}/registers/recall`, value: recallOf(registers), n: registers.tp + registers.fn },
      { measure: `${prefix}/registers/false`, value: registers.fp, n: facts, lowerIsBetter: true },
    );
  }
  return scores;
}

/** The registers of travels and visits below `goldDir`, as the record keeps them. */
export function loadRegisters(goldDir: string, knowledge: Parameters<typeof readRegister>[2]): Registers {
  const kind = 'historyatstate';
  const registers = ['travels/president-travels', 'travels/secretary-travels', 'visits'].flatMap((folder) =>
    readdirSync(join(goldDir, 'registers', folder))
      .filter((file) => file.endsWith('.xml'))
      .sort()
      .flatMap((file) =>
        registersOf(
          kind,
          readRegister(kind, readFileSync(join(goldDir, 'registers', folder, file), 'utf8'), knowledge),
        ),
      ),
  );
  return {
    entries: registers.flatMap(({ id, entries }) => entries.map((entry) => ({ ...entry, id: `${id}/${entry.id}` }))),
    coverage: registers.flatMap(({ coverage }) => coverage),
  };
}

async function score(context: EvalContext, registers: Registers | null): Promise<Score[]> {
  const kit = await context.kit();
  const samplesDir = join(context.ownDir, '..', '..', 'samples');
  const totals = { samples: NO_CLUSTERS, tune: NO_CLUSTERS, test: NO_CLUSTERS };
  for (const cluster of readClusters(context.ownDir)) {
    const { readings, originOf } = readCluster(cluster, samplesDir, kit);
    const tally = scoreCluster(cluster, gather(readings), originOf, registers);
    const key = cluster.samples === true ? 'samples' : cluster.split;
    totals[key] = addClusters(totals[key], tally);
  }
  return [
    ...clusterScores('record/samples', totals.samples, registers !== null),
    ...clusterScores('record/clusters/tune', totals.tune, false),
    ...clusterScores('record/clusters/test', totals.test, false),
  ];
}

const NEEDS = ['own/clusters.jsonl', 'own/../../samples/stories'];

export const recordScorer: Scorer = {
  name: 'record',
  describe: 'one event told by many: own clusters and sample stories (merges, origins, disagreements)',
  needs: NEEDS,
  score: (context) => score(context, null),
};

export const registerScorer: Scorer = {
  name: 'registers',
  describe: 'sample stories against the registers of travels and visits',
  needs: [...NEEDS, 'registers'],
  async score(context) {
    const { knowledge } = await context.kit();
    const scores = await score(context, loadRegisters(context.goldDir as string, knowledge));
    return scores.filter(({ measure }) => measure.includes('/registers/'));
  },
};
