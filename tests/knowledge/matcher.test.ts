import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadKnowledge } from '../../src/knowledge/index.ts';
import { world } from './invented.ts';

const known = loadKnowledge();

/** "words → kind:id" for every match, the first reading only. */
const found = (text: string, knowledge = world): string[] => {
  const forms = text.split(' ');
  return knowledge.matcher.find(forms).map((match) => {
    const entry = match.entries[0];
    const last = forms[match.end - 1] ?? '';
    const words = [...forms.slice(match.start, match.end)];
    words[words.length - 1] = last.slice(0, last.length - match.skipEnd);
    return `${words.join(' ').slice(match.skipStart)} → ${entry?.kind}:${entry?.id}`;
  });
};

test('the longest name wins', () => {
  expect(found('The Lume Post of Port Lume')).toEqual([
    'The Lume Post → outlet:org:lume-post',
    'Port Lume → capital:state:ZZA',
  ]);
});

test('diacritics, hyphens and dots do not count', () => {
  expect(found('Almo Doran')).toEqual(['Almo Doran → person:person:almo-doran']);
  expect(found('Port-Lume')).toEqual(['Port-Lume → capital:state:ZZA']);
  expect(found('the R.O. said')).toEqual(['R.O. → country:state:ZZA']);
});

test('one token can hold two names', () => {
  expect(found('Orsenia-Veld talks')).toEqual(['Orsenia → country:state:ZZA', 'Veld → country:state:ZZB']);
});

test('a proper name needs its capital, an acronym its case, a title neither', () => {
  expect(found('the veld')).toEqual([]);
  expect(found('row by ro')).toEqual([]);
  expect(found('Ro')).toEqual([]);
  expect(found('ORSENIA')).toEqual(['ORSENIA → country:state:ZZA']);
  expect(found('the first consul')).toEqual(['first consul → title:title:hog']);
  expect(found('foreign ministers')).toEqual(['foreign ministers → title:title:fm']);
});

test('punctuation stands between names', () => {
  expect(found('Port , Lume')).toEqual([]);
});

test('an ambiguous name says so', () => {
  const [match] = world.matcher.find(['Karst']);
  expect(match?.entries.map((entry) => [entry.kind, entry.country, entry.ambiguous])).toEqual([
    ['capital', 'ZZB', 'word'],
    ['place', 'ZZA', 'word'],
    ['place', 'ZZB', 'word'],
  ]);
});

test('a dependency carries the code of its state', () => {
  expect(world.matcher.lookup('Lesser Lume')[0]).toMatchObject({ country: 'ZZC', code: 'ZZA' });
});

test('every state answers to its name, adjective and people', () => {
  for (const country of known.countries.values()) {
    for (const name of [...country.names, ...country.adjectives, ...country.demonyms, ...country.demonymsPlural]) {
      const ids = known.matcher.lookup(name).map((entry) => entry.id);
      expect(ids, `${country.iso3} ${name}`).toContain(`state:${country.iso3}`);
    }
  }
});

test('what the note of traps asks for', () => {
  const kinds = (text: string) => found(text, known);
  expect(kinds('US Secretary of State Antony Blinken')).toEqual([
    'US Secretary of State → title:title:fm',
    'Antony Blinken → person:person:antony-blinken',
  ]);
  expect(kinds('give us a turkey')).toEqual([]);
  expect(kinds('at 10 pm')).toEqual([]);
  expect(kinds('East Sea')).toEqual(['East Sea → water:water:south-china-sea']);
  expect(kinds('Viet Nam , VN')).toEqual(['Viet Nam → country:state:VNM']);
  expect(kinds("Côte d'Ivoire")).toEqual(["Côte d'Ivoire → country:state:CIV"]);
});

test('a search is linear, and its matches lie in order inside the text', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          fc.string(),
          fc.constantFrom('United', 'Kingdom', 'of', 'the', 'New', 'York', 'Times', '-', "'s", 'Republic'),
        ),
        { maxLength: 60 },
      ),
      (forms) => {
        let before = -1;
        for (const match of known.matcher.find(forms)) {
          expect(match.start).toBeGreaterThanOrEqual(Math.max(0, before - 1));
          expect(match.end).toBeGreaterThan(match.start);
          expect(match.end).toBeLessThanOrEqual(forms.length);
          expect(match.entries.length).toBeGreaterThan(0);
          before = match.end;
        }
      },
    ),
    { numRuns: 200 },
  );
  const many = Array.from({ length: 100_000 }, (_, i) => (i % 2 === 0 ? 'United' : 'the'));
  const start = performance.now();
  known.matcher.find(many);
  expect(performance.now() - start).toBeLessThan(2000);
});
