import { describe, expect, test } from 'vitest';
import {
  actorOf,
  actorsOf,
  dateOf,
  isActor,
  mentionAt,
  mentionsIn,
  placeOf,
  speakerOf,
} from '../../src/mentions/index.ts';
import { mentionOf, mentionsOf } from '../support/mentioned.ts';

const doc = mentionsOf('Laos and Nepal restored full ties in Geneva.\nThe two sides will meet next week.', {
  published: '2021-07-31',
});

describe('looking up', () => {
  test('each sentence has its own mentions, together all of them', () => {
    const all = doc.sentences.flatMap((sentence) => mentionsIn(doc, sentence.index));
    expect(all).toEqual(doc.mentions);
    expect(mentionsIn(doc, 99)).toEqual([]);
  });
  test('a token finds the mention it heads, or lies in, or nothing', () => {
    const [first] = doc.sentences;
    const at = (form: string) =>
      mentionAt(
        doc,
        0,
        first!.tokens.findIndex((token) => token.form === form),
      );
    expect(at('Laos')?.code).toBe('LAO');
    expect(at('restored')).toBeNull();
    expect(mentionAt(doc, 0, 999)).toBeNull();
    expect(mentionAt(doc, 99, 0)).toBeNull();
  });
});

describe('projecting', () => {
  test('an actor quotes the text', () => {
    const actor = actorOf(doc, mentionOf(doc, 'Laos'));
    expect(actor).toMatchObject({ text: 'Laos', code: 'LAO', entity: 'state:LAO', span: [0, 4] });
  });
  test('two sides are two actors, with spans of their own', () => {
    const actors = actorsOf(doc, mentionOf(doc, 'two sides'));
    expect(actors.map(({ code }) => code)).toEqual(['LAO', 'NPL']);
  });
  test('a place is no actor', () => {
    const place = mentionOf(doc, 'Geneva');
    expect(isActor(place)).toBe(false);
    expect(actorsOf(doc, place)).toEqual([]);
    expect(placeOf(doc, place)).toMatchObject({ name: 'Geneva', country: 'CHE' });
  });
  test('a week ahead is dated by its working days', () =>
    expect(dateOf(mentionOf(doc, 'next week'))).toMatchObject({ value: '2021-08-02/2021-08-06', precision: 'week' }));
  test('a week gone by has seven days', () => {
    const past = mentionsOf('They met last week.', { published: '2021-07-31' });
    expect(dateOf(mentionOf(past, 'last week'))?.value).toBe('2021-07-19/2021-07-25');
  });
  test('an unknown time dates nothing', () => {
    const open = mentionsOf('They met last week.');
    expect(dateOf(mentionOf(open, 'last week'))).toBeNull();
  });
  test('a speaker without a name is anonymous', () => {
    const told = mentionsOf('A senior Latvian official said so.');
    expect(speakerOf(told, mentionOf(told, 'senior Latvian official'))).toMatchObject({
      anonymous: true,
      country: 'LVA',
      name: null,
    });
  });
});
