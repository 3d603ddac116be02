import { describe, expect, test } from 'vitest';
import type { Mention, Mentioned } from '../../src/core/index.ts';
import { mentionsOf } from '../support/mentioned.ts';

const last = (doc: Mentioned, words: string): Mention | undefined =>
  doc.mentions.filter((one) => doc.article.text.slice(...one.span) === words).at(-1);

describe('parties without a number', () => {
  const met = 'Estonian Foreign Minister Maarja Kask received Latvian Ambassador Janis Ozols on Monday.';
  test.each([
    [`${met} The parties discussed fish.`, 'parties'],
    [`${met} The interlocutors agreed to meet again.`, 'interlocutors'],
    [`${met} The delegations discussed fish.`, 'delegations'],
  ])('%s', (text, words) => {
    const doc = mentionsOf(text);
    expect((last(doc, words)?.members ?? []).map((id) => doc.mentions[id]?.code)).toEqual(['EST', 'LVA']);
  });
});

describe('whose a body is not', () => {
  test('the government is not that of a foreign ambassador', () =>
    expect(
      last(mentionsOf('The French ambassador in Bamako urged the government to wait.'), 'government')?.code,
    ).not.toBe('FRA'));
  test('a union of doctors is no union of states', () =>
    expect(
      last(mentionsOf('The African Union met. A strike goes on, a local doctors’ union said.'), 'union')?.code ?? null,
    ).toBeNull());
});

describe('days of what comes next', () => {
  test('the next meeting lies ahead', () =>
    expect(
      last(
        mentionsOf('Togo and Benin agreed to hold the next round in November.', { published: '2023-10-06' }),
        'November',
      )?.value,
    ).toBe('2023-11'));
});
