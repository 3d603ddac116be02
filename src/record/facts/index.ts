/** Facts: views over claims, computed and never edited. One meeting told by nine pages is one fact with nine documents behind it. */

import type { Modality } from '../../core/index.ts';
import type { Support } from '../record.ts';
import { blocksOf, storyOf } from './block.ts';
import type { EventClaim } from './claim.ts';
import { type Cluster, clusterBlock, NO_VERDICTS, type Verdicts } from './cluster.ts';
import { type Disagreement, disagreementsOf } from './disagree.ts';
import { supportOf } from './support.ts';
import { firmDays } from './window.ts';

export { partiesOf, storyOf } from './block.ts';
export type { EventClaim } from './claim.ts';
export { NO_VERDICTS, type Verdicts } from './cluster.ts';
export type { Disagreement } from './disagree.ts';
export { compareFigures, type ToldFigure } from './figures.ts';
export { supportOf } from './support.ts';

export interface State {
  readonly modality: Modality;
  /** Earliest publication day of a claim that says so. */
  readonly since: string | null;
  readonly claims: readonly string[];
}

export interface Fact {
  /** The smallest id of its claims; every claim id of the fact leads to it. */
  readonly id: string;
  /** CONSULT, AID …: planned, held and cancelled meetings are one story. */
  readonly story: string;
  /** The claim that tells it best: of a usable document, most parties and slots filled, highest confidence. */
  readonly best: EventClaim;
  readonly claims: readonly EventClaim[];
  /** In order of time; the last one is where it stands. */
  readonly states: readonly State[];
  readonly state: Modality;
  readonly support: Support;
  readonly disagreements: readonly Disagreement[];
  /** Why each claim but the first belongs here, by claim id. */
  readonly why: ReadonlyMap<string, string>;
  /** Only held documents tell it: shown when asked for, never counted. */
  readonly held: boolean;
}

/** Computes all facts of these claims. Same claims in any order, same facts, sorted by id. */
export function findFacts(claims: readonly EventClaim[], verdicts: Verdicts = NO_VERDICTS): Fact[] {
  const facts: Fact[] = [];
  const blocked = new Set<string>();
  for (const block of blocksOf(claims).values()) {
    for (const claim of block) blocked.add(claim.id);
    for (const cluster of clusterBlock(block, verdicts)) facts.push(factOf(cluster));
  }
  for (const claim of claims) if (!blocked.has(claim.id)) facts.push(factOf({ claims: [claim], why: new Map() }));
  return facts.sort((a, b) => (a.id < b.id ? -1 : 1));
}

export function factOf({ claims, why }: Cluster, registers: readonly string[] = []): Fact {
  const sorted = [...claims].sort((a, b) => (a.id < b.id ? -1 : 1));
  const best = [...sorted].sort((a, b) => goodness(b) - goodness(a))[0] as EventClaim;
  const states = statesOf(sorted);
  return {
    id: (sorted[0] as EventClaim).id,
    story: storyOf(best.event),
    best,
    claims: sorted,
    states,
    state: (states.at(-1) as State).modality,
    support: supportOf(sorted, registers),
    disagreements: disagreementsOf(sorted),
    why,
    held: sorted.every((claim) => claim.grade === 'hold'),
  };
}

function goodness({ event, grade }: EventClaim): number {
  const people = [...event.actors, ...event.recipients].filter((actor) => actor.entity?.startsWith('person:')).length;
  return (
    (grade === 'usable' ? 8 : grade === 'use-with-care' ? 4 : 0) +
    (PROGRESS[event.modality] ?? 0) +
    Math.min(people, 4) / 2 +
    (event.date === null ? 0 : 1) +
    (event.place === null ? 0 : 0.5) +
    event.confidence
  );
}

/** How far along a story is: among claims of one day the further one is where it stands. */
const PROGRESS: Partial<Record<Modality, number>> = {
  possible: 0,
  requested: 0,
  planned: 1,
  ongoing: 2,
  occurred: 3,
  historical: 3,
  cancelled: 3,
  denied: 3,
};

function statesOf(claims: readonly EventClaim[]): State[] {
  const states = new Map<Modality, EventClaim[]>();
  const counted = claims.some((claim) => claim.grade !== 'hold')
    ? claims.filter((claim) => claim.grade !== 'hold')
    : claims;
  for (const claim of counted) {
    const list = states.get(claim.event.modality);
    if (list) list.push(claim);
    else states.set(claim.event.modality, [claim]);
  }
  return [...states]
    .map(([modality, list]) => ({
      modality,
      since:
        list
          .map((claim) => claim.published)
          .filter((day) => day !== null)
          .sort()[0] ?? null,
      claims: list.map((claim) => claim.id),
    }))
    .sort(
      (a, b) =>
        compareSince(a, b) ||
        (PROGRESS[a.modality] ?? 0) - (PROGRESS[b.modality] ?? 0) ||
        (a.modality < b.modality ? -1 : 1),
    );
}

/** A plan published after the deed is only an old page, so progress decides where the deed is known. */
function compareSince(a: State, b: State): number {
  const [x, y] = [PROGRESS[a.modality] ?? 0, PROGRESS[b.modality] ?? 0];
  if (Math.min(x, y) < 2 && Math.max(x, y) >= 2 && a.modality !== 'cancelled' && b.modality !== 'cancelled')
    return x - y;
  if (a.since === null || b.since === null || a.since === b.since) return 0;
  return a.since < b.since ? -1 : 1;
}

/** First and last day of a fact, as its best-dated claim gives them; null when no claim dates it firmly. */
export function factDays(fact: Fact): { readonly from: number; readonly to: number } | null {
  for (const claim of [fact.best, ...fact.claims]) {
    const days = firmDays(claim);
    if (days !== null) return days;
  }
  return null;
}
