import { expect, test } from 'vitest';
import type { GoldCluster } from '../../src/eval/clusters.ts';
import { addClusters, clusterScores, NO_CLUSTERS, scoreCluster } from '../../src/eval/record.ts';
import { findFacts } from '../../src/record/facts/index.ts';
import { eventClaim } from '../support/claims.ts';

const gold = (
  facts: Readonly<Record<string, readonly string[]>>,
  register?: { host: string; day: string },
): GoldCluster => ({
  id: 'one',
  split: 'tune',
  note: '',
  documents: [],
  facts: Object.entries(facts).map(([fact, documents]) => ({
    fact,
    story: 'CONSULT',
    parties: ['USA', 'VNM'],
    told: documents.map((document) => ({ document, says: document })),
    ...(register === undefined ? {} : { register }),
  })),
  disagreements: [],
});
const claims = [
  eventClaim({ id: 'a', date: '2031-05-02' }),
  eventClaim({ id: 'b', date: '2031-05-02' }),
  eventClaim({ id: 'c', date: '2031-08-02' }),
];
const score = (cluster: GoldCluster, origins: Readonly<Record<string, string>> = {}) =>
  scoreCluster(cluster, { claims, facts: findFacts(claims) }, new Map(Object.entries(origins)));

test('a pair joined rightly, and one kept apart rightly', () => {
  const tally = score(gold({ may: ['a', 'b'], august: ['c'] }));
  expect([tally.merges, tally.pairs, tally.found, tally.told]).toEqual([{ tp: 1, fp: 0, fn: 0 }, 1, 3, 3]);
});
test('a pair joined wrongly, and one missed', () => {
  expect(score(gold({ one: ['a', 'c'], other: ['b'] })).merges).toEqual({ tp: 0, fp: 1, fn: 1 });
});
test('an event that no document was read to tell counts as missed only when reading counts', () => {
  const tally = score(gold({ may: ['a', 'b', 'x'] }));
  expect([tally.merges, tally.pairs, tally.found]).toEqual([{ tp: 1, fp: 0, fn: 0 }, 3, 2]);
});
test('origins are right when their number is', () => {
  expect(score(gold({ may: ['a', 'b'] })).origins).toBe(1);
  expect(score(gold({ may: ['a', 'b'] }), { a: 'wire', b: 'wire' }).origins).toBe(0);
});
test('tallies add up to scores', () => {
  const tally = score(gold({ may: ['a', 'b'] }));
  const scores = clusterScores('x', addClusters(tally, addClusters(NO_CLUSTERS, tally)), false);
  expect(scores.find(({ measure }) => measure === 'x/merges/precision')).toMatchObject({ value: 1, n: 2 });
  expect(scores.find(({ measure }) => measure === 'x/found')).toMatchObject({ value: 1, n: 4 });
});

test('a register entry of another day or country is a false match', () => {
  const person = { name: 'Ada Example', entity: 'person:ada-example', country: 'USA' };
  const trip = eventClaim({ id: 'a', date: '2031-05-02' });
  const [actor, other] = [trip.event.actors[0]!, trip.event.recipients[0]!];
  const told = { ...trip, event: { ...trip.event, actors: [{ ...actor, ...person }], recipients: [other] } };
  const entry = {
    id: '1',
    person: 'Ada Example',
    role: null,
    country: 'USA',
    host: 'VNM',
    place: null,
    from: '2031-05-01',
    to: '2031-05-03',
    text: '',
    source: null,
  };
  const against = (register?: { host: string; day: string }) =>
    scoreCluster(gold({ may: ['a'] }, register), { claims: [told], facts: findFacts([told]) }, new Map(), {
      entries: [entry],
      coverage: [],
    }).registers;
  expect(against({ host: 'VNM', day: '2031-05-02' })).toEqual({ tp: 1, fp: 0, fn: 0 });
  expect(against({ host: 'LAO', day: '2031-05-02' })).toEqual({ tp: 0, fp: 1, fn: 1 });
  expect(against()).toEqual({ tp: 0, fp: 1, fn: 0 });
});
