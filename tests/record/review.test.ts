import { expect, test } from 'vitest';
import type { Event } from '../../src/core/index.ts';
import { corrected, reviewsOf, underReview } from '../../src/record/index.ts';
import { entry } from '../support/readings.ts';

const event = entry({ events: ['USA meets VNM on 2021-08-06'] }).reading.events[0]!;
const said = entry().reading.statements[0]!;
const fix = (set: { readonly [field: string]: string | null }): Event => corrected('event', event, set);
const refusal = (work: () => unknown): string => {
  try {
    work();
    return 'done';
  } catch (error) {
    return (error as Error).message;
  }
};

test('fields are changed, spans and rule are not', () => {
  const changed = fix({ modality: 'planned', date: '2021-08', mode: '-' });
  expect(changed).toMatchObject({ modality: 'planned', mode: null, date: { value: '2021-08', precision: 'month' } });
  expect([changed.evidence, changed.trigger, changed.rule]).toEqual([event.evidence, event.trigger, event.rule]);
  expect(fix({ date: null }).date).toBeNull();
});

test('another type has no mode until one is given', () => {
  expect(fix({ type: 'AID' })).toMatchObject({ type: 'AID', mode: null });
  expect(fix({ type: 'CONSULT', mode: 'visit' })).toMatchObject({ type: 'CONSULT', mode: 'visit' });
});

test('parties are named by side and place; taking one out moves no other', () => {
  expect(fix({ 'actors.1': 'lao' }).actors.map(({ code, country }) => [code, country])).toEqual([
    ['USA', 'USA'],
    ['LAO', 'LAO'],
  ]);
  expect(fix({ 'actors.0': '-', 'actors.1': 'UNO' }).actors.map(({ code, country }) => [code, country])).toEqual([
    ['UNO', null],
  ]);
});

test('a speaker renamed is no longer the entity it was taken for', () => {
  expect(corrected('statement', said, { 'speaker.name': 'Ada Example' }).speaker).toMatchObject({
    name: 'Ada Example',
    entity: null,
    span: said.speaker?.span,
  });
});

test.each([
  [{ rule: 'mine' }, 'a event has no field "rule" to correct'],
  [{ 'actors.2': 'VNM' }, 'there is no actors.2: the event has 2 actors'],
  [{ 'actors.0': 'Vietnam' }, 'actors.0 takes a code of three letters'],
  [{ date: 'last week' }, 'date takes an ISO 8601 day'],
])('%o is refused', (set, message) => {
  expect(refusal(() => fix(set as unknown as { [field: string]: string }))).toContain(message);
});

test('the latest about a claim counts, and open leaves none', () => {
  const decision = (claim: string, verdict: string, at: string) => ({
    about: [claim],
    by: 'Ada',
    why: 'read again',
    at,
    body: { verdict },
  });
  const reviews = reviewsOf([
    decision('a', 'rejected', '1'),
    decision('a', 'accepted', '2'),
    decision('b', 'rejected', '3'),
    decision('b', 'open', '4'),
    decision('c', 'same', '5'),
  ]);
  expect([...reviews].map(([claim, { verdict, at }]) => `${claim} ${verdict} ${at}`)).toEqual(['a accepted 2']);
});

test('a correction that no longer fits leaves the finding as read', () => {
  const review = { verdict: 'corrected' as const, set: { 'actors.7': 'VNM' }, by: 'Ada', why: '', at: '' };
  expect(underReview('event', event, review)).toBe(event);
  expect(underReview('event', event, { ...review, verdict: 'rejected' })).toBeNull();
});
