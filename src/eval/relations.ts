/** Scores relations on the project's own diplomatic gold: pair, level and change; ladder and date beside them. */

import type { Relation } from '../core/index.ts';
import { f1Of, type GoldRelation, NOTHING, ownScorer, plus, precisionOf, recallOf, type Tally } from './diplomatic.ts';
import type { Score } from './scorer.ts';

export interface RelationTally {
  readonly state: Tally;
  readonly ladder: number;
  readonly since: number;
}

export const NO_RELATIONS: RelationTally = { state: NOTHING, ladder: 0, since: 0 };

const samePair = (a: readonly string[], b: readonly string[]): boolean =>
  (a[0] === b[0] && a[1] === b[1]) || (a[0] === b[1] && a[1] === b[0]);

/** A relation is found by one of the same pair, level and change; the order of the pair does not matter. */
export function scoreRelations(gold: readonly GoldRelation[], found: readonly Relation[]): RelationTally {
  const used = new Set<Relation>();
  let tp = 0;
  let ladder = 0;
  let since = 0;
  for (const one of gold) {
    const hits = found.filter(
      (other) =>
        !used.has(other) &&
        samePair(one.parties, other.parties) &&
        one.level === other.level &&
        one.change === other.change,
    );
    const hit = hits.find((other) => other.since === one.since) ?? hits[0];
    if (hit === undefined) continue;
    used.add(hit);
    tp++;
    if (hit.ladder === one.ladder) ladder++;
    if (hit.since === one.since) since++;
  }
  return { state: { tp, fp: found.length - tp, fn: gold.length - tp }, ladder, since };
}

export const addRelations = (a: RelationTally, b: RelationTally): RelationTally => ({
  state: plus(a.state, b.state),
  ladder: a.ladder + b.ladder,
  since: a.since + b.since,
});

export function relationScores(prefix: string, total: RelationTally): Score[] {
  const n = total.state.tp + total.state.fn;
  const { tp } = total.state;
  return [
    { measure: `${prefix}/f1`, value: f1Of(total.state), n },
    { measure: `${prefix}/precision`, value: precisionOf(total.state), n },
    { measure: `${prefix}/recall`, value: recallOf(total.state), n },
    { measure: `${prefix}/ladder`, value: tp === 0 ? 0 : total.ladder / tp, n: tp },
    { measure: `${prefix}/since`, value: tp === 0 ? 0 : total.since / tp, n: tp },
  ];
}

export const relationScorer = ownScorer<RelationTally>({
  name: 'relations',
  describe: 'where ties stand: own diplomatic gold (pair, level, change)',
  none: NO_RELATIONS,
  tally: (item, { relations }) => scoreRelations(item.relations, relations),
  add: addRelations,
  report: relationScores,
});
