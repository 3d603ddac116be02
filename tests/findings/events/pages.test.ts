/** Classes of errors met on full pages: what hangs on a clause of time, invitations handed on, places of a clause of their own. */

import { describe, expect, test } from 'vitest';
import { eventsOf, lines } from './support.ts';

describe('acts on full pages', () => {
  test.each([
    [
      'a past clause of its own is a fact, whatever it follows',
      'Chile agreed to run the embassy of Peru after Bolivia expelled the Peruvian diplomats.',
      ['AGREE CHL > PER GOV (planned)', 'SANCTION expel BOL > PER GOV'],
    ],
    [
      'an invitation handed on',
      'The Omani ambassador conveyed an invitation from the sultan to President Tokayev to visit Muscat.',
      ['AGREE OMN GOV > KAZ GOV (planned)'],
    ],
    [
      'an envoy sent to talks asks for nothing',
      'The United States, which sent an envoy to the talks, was dismayed.',
      [],
    ],
    ['a gift to an ambassador opens no ties', 'The minister presented the Fijian ambassador with a medal.', []],
  ])('%s', (_, text, expected) => expect(lines(text).sort()).toEqual([...expected].sort()));

  test('a place in a relative clause is no place of the visit', () => {
    const [visit] = eventsOf('Ghana’s premier paid a visit to Lagos, where he spoke of the war in Mali.');
    expect(visit?.place?.country).toBe('NGA');
  });
});
