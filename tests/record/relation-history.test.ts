import { expect, test } from 'vitest';
import type { Relation } from '../../src/core/index.ts';
import type { Knowledge, RelationStep } from '../../src/knowledge/index.ts';
import { type RelationClaim, relationHistory, standingOn } from '../../src/record/relation-history.ts';

const step = (level: string, date: string | null, event: RelationStep['event'] = 'upgraded'): RelationStep => ({
  ladder: 'vn',
  parties: ['VNM', 'USA'],
  level,
  rank: null,
  date,
  event,
  wording: null,
  confidence: 'A',
  source: 'test',
});
const claim = (id: string, level: string, more: Partial<Relation> = {}): RelationClaim => ({
  id,
  document: id,
  quote: '',
  publisher: null,
  published: null,
  relation: {
    parties: ['USA', 'VNM'],
    ladder: 'vn',
    level,
    change: 'established',
    since: null,
    date: null,
    evidence: [0, 1],
    rule: 'test',
    ...more,
  },
});
const knows = (...relations: RelationStep[]): Knowledge => ({ relations }) as unknown as Knowledge;
const show = (claims: readonly RelationClaim[], ...steps: RelationStep[]): string[] =>
  relationHistory('VNM', 'USA', claims, knows(...steps)).intervals.map(({ level, from, to, claims: said }) =>
    `${level} ${from ?? '?'}..${to ?? ''} ${said.map(({ id }) => id).join('')}`.trim(),
  );

test('steps of the tables follow each other', () =>
  expect(show([], step('comprehensive', '2013-07'), step('comprehensive strategic', '2023-09-10'))).toEqual([
    'comprehensive 2013-07..2023-09-10',
    'comprehensive strategic 2023-09-10..',
  ]));
test('a claim that agrees stands with its step', () =>
  expect(show([claim('a', 'comprehensive', { since: '2013' })], step('comprehensive', '2013-07'))).toEqual([
    'comprehensive 2013-07.. a',
  ]));
test('a claim without a step makes an interval of its own', () =>
  expect(show([claim('a', 'strategic', { date: '2031-05' })])).toEqual(['strategic 2031-05.. a']));
test('a claim that dates a step otherwise is a disagreement, not a second step', () => {
  const history = relationHistory(
    'USA',
    'VNM',
    [claim('a', 'comprehensive', { since: '2009' })],
    knows(step('comprehensive', '2013-07')),
  );
  expect(history.intervals.map((interval) => interval.disagreements.map(({ why }) => why))).toEqual([
    ['says 2009, others 2013-07'],
  ]);
});
test('a wish changes nothing', () => {
  const history = relationHistory(
    'USA',
    'VNM',
    [claim('a', 'strategic', { change: 'sought' })],
    knows(step('comprehensive', '2013-07')),
  );
  expect(history.intervals.length).toBe(1);
  expect(history.sought.map(({ id }) => id)).toEqual(['a']);
});
test('the state on a day', () => {
  const history = relationHistory(
    'USA',
    'VNM',
    [],
    knows(step('comprehensive', '2013-07'), step('comprehensive strategic', '2023-09-10')),
  );
  const on = (day: string): string[] => standingOn(history, day).map(({ level }) => level);
  expect([on('2012-01-01'), on('2021-08-06'), on('2023-09-09'), on('2023-09-10')]).toEqual([
    [],
    ['comprehensive'],
    ['comprehensive'],
    ['comprehensive strategic'],
  ]);
});
