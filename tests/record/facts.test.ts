import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Actor, Event } from '../../src/core/index.ts';
import { type EventClaim, findFacts } from '../../src/record/facts/index.ts';

const actor = (code: string, person: string | null = null): Actor => ({
  text: person ?? code,
  span: [0, 1],
  country: code,
  code,
  sector: 'GOV',
  org: null,
  name: person,
  role: null,
  entity: person === null ? `state:${code}` : `person:${person}`,
});

interface Told {
  id: string;
  date?: string | null;
  published?: string | null;
  type?: Event['type'];
  modality?: Event['modality'];
  people?: readonly (string | null)[];
  place?: [name: string, country: string] | null;
  grade?: EventClaim['grade'];
  origin?: string;
  document?: string;
  quote?: string;
  source?: string | null;
  mode?: string;
  /** The event's own word, to be found in the quote. */
  trigger?: string;
  /** The first party acts on the second; swapped, the second on the first. */
  directed?: boolean;
  swapped?: boolean;
}

function cast({ people, directed, swapped }: Told): Pick<Event, 'actors' | 'recipients'> {
  const sides = [actor('USA', people?.[0] ?? null), actor('VNM', people?.[1] ?? null)];
  if (swapped) sides.reverse();
  return directed ? { actors: sides.slice(0, 1), recipients: sides.slice(1) } : { actors: sides, recipients: [] };
}

function triggerIn({ quote, trigger }: Told): Event['trigger'] {
  const at = quote?.indexOf(trigger ?? '\0') ?? -1;
  return at < 0 ? [0, 1] : [at, at + (trigger as string).length];
}

const claim = (told: Told): EventClaim => ({
  id: told.id,
  document: told.document ?? told.id,
  event: {
    type: told.type ?? 'CONSULT',
    mode: told.mode ?? null,
    contexts: [],
    alt: told.type === 'AGREE' ? ['CONSULT'] : [],
    ...cast(told),
    date: told.date ? { value: told.date, precision: 'day', basis: 'test', span: null } : null,
    place: told.place ? { name: told.place[0], country: told.place[1], lat: 1, lon: 1, span: [0, 1] } : null,
    channel: null,
    modality: told.modality ?? 'occurred',
    trigger: triggerIn(told),
    evidence: [0, (told.quote ?? told.id).length],
    attributedTo: null,
    rule: 'test',
    confidence: 0.8,
  },
  quote: told.quote ?? told.id,
  publisher: told.document ?? told.id,
  published: told.published ?? null,
  grade: told.grade ?? 'usable',
  origin: told.origin ?? told.document ?? told.id,
  source: told.source ?? null,
});

const grouped = (...told: readonly Told[]): string[] =>
  findFacts(told.map(claim))
    .map((fact) => fact.claims.map(({ id }) => id).join(''))
    .sort();

test('same parties, same day: one fact', () =>
  expect(grouped({ id: 'a', date: '2031-05-02' }, { id: 'b', date: '2031-05-02' })).toEqual(['ab']));
test('a day apart is time zones', () =>
  expect(grouped({ id: 'a', date: '2031-05-02' }, { id: 'b', date: '2031-05-03' })).toEqual(['ab']));
test('a month apart is the next meeting', () =>
  expect(grouped({ id: 'a', date: '2031-05-02' }, { id: 'b', date: '2031-06-02' })).toEqual(['a', 'b']));
test('days do not chain: the third day is another event', () =>
  expect(
    grouped({ id: 'a', date: '2031-05-01' }, { id: 'b', date: '2031-05-02' }, { id: 'c', date: '2031-05-03' }),
  ).toEqual(['ab', 'c']));
test('another counterpart is another meeting', () =>
  expect(
    grouped({ id: 'a', date: '2031-05-02', people: ['x', 'y'] }, { id: 'b', date: '2031-05-02', people: ['x', 'z'] }),
  ).toEqual(['a', 'b']));
test('a person and her country agree', () =>
  expect(grouped({ id: 'a', date: '2031-05-02', people: ['x', 'y'] }, { id: 'b', date: '2031-05-02' })).toEqual([
    'ab',
  ]));
test('two countries for one meeting are two meetings', () =>
  expect(
    grouped(
      { id: 'a', date: '2031-05-02', place: ['Hanoi', 'VNM'] },
      { id: 'b', date: '2031-05-02', place: ['Paris', 'FRA'] },
    ),
  ).toEqual(['a', 'b']));
test('second call and third call stay apart', () =>
  expect(
    grouped(
      { id: 'a', date: '2031-05-02', quote: 'the second call' },
      { id: 'b', date: '2031-05-02', quote: 'the third call' },
    ),
  ).toEqual(['a', 'b']));
test('a visit and a meeting in it are two events', () =>
  expect(
    grouped(
      { id: 'a', date: '2031-05-02/2031-05-04', mode: 'visit' },
      { id: 'b', date: '2031-05-03', people: ['ann', 'bo'] },
    ),
  ).toEqual(['a', 'b']));
test('a planned visit and the visit are one', () =>
  expect(
    grouped(
      {
        id: 'a',
        date: '2031-05-02/2031-05-04',
        type: 'AGREE',
        modality: 'planned',
        quote: 'will visit',
        trigger: 'visit',
      },
      { id: 'b', date: '2031-05-02', mode: 'visit' },
    ),
  ).toEqual(['ab']));
test('a visit there and a visit back are two', () =>
  expect(
    grouped(
      { id: 'a', date: '2031-05-02', mode: 'visit', directed: true },
      { id: 'b', date: '2031-05-04', mode: 'visit', directed: true, swapped: true },
    ),
  ).toEqual(['a', 'b']));
test('a call and a meeting in one room are two', () =>
  expect(
    grouped(
      { id: 'a', date: '2031-05-02', mode: 'phone' },
      { id: 'b', date: '2031-05-02', quote: 'They met.', trigger: 'met' },
    ),
  ).toEqual(['a', 'b']));
test('a day apart, another town is another meeting even when no gazetteer has it', () =>
  expect(
    grouped(
      { id: 'a', date: '2031-05-02', quote: 'They met in Uppervale.' },
      { id: 'b', date: '2031-05-03', quote: 'They met in Netherford.' },
    ),
  ).toEqual(['a', 'b']));
test('agreements on two subjects are two, one subject under two words is one', () => {
  const signed = (id: string, day: string, topic: string) =>
    ({ id, date: day, type: 'SUPPORT', quote: `They signed ${topic} in the capital.` }) as const;
  expect(
    grouped(
      signed('a', '2031-05-02', 'an agreement on fisheries'),
      signed('b', '2031-05-02', 'an accord about fishing rights'),
      signed('c', '2031-05-02', 'a pact on exchange of students'),
    ),
  ).toEqual(['ab', 'c']);
});
test('"this week" waits while there are two meetings in the week, and joins a single one', () => {
  const week = { id: 'c', date: '2031-05-05/2031-05-11', people: ['ann', 'bo'] } as const;
  const [monday, thursday] = [
    { id: 'a', date: '2031-05-05', people: ['ann', 'bo'] },
    { id: 'b', date: '2031-05-08', people: ['ann', 'bo'] },
  ] as const;
  expect(grouped(monday, thursday, week)).toEqual(['a', 'b', 'c']);
  expect(grouped(monday, week)).toEqual(['ac']);
});
test('a page without any date joins the one meeting of the same two people', () => {
  const met = { id: 'a', date: '2031-05-05', people: ['ann', 'bo'] } as const;
  expect(grouped(met, { id: 'b', people: ['ann', 'bo'] })).toEqual(['ab']);
  expect(grouped(met, { id: 'b', people: ['ann', null] })).toEqual(['a', 'b']);
  expect(
    grouped(met, { id: 'c', date: '2031-08-05', people: ['ann', 'bo'] }, { id: 'b', people: ['ann', 'bo'] }),
  ).toEqual(['a', 'b', 'c']);
});
test('one person in two spellings is one counterpart', () =>
  expect(
    grouped(
      { id: 'a', date: '2031-05-02', people: ['~Yerzhan Tolegen', null] },
      { id: 'b', date: '2031-05-02', people: ['~Erzhan Tolegen', null] },
    ),
  ).toEqual(['ab']));
test('a person’s judgment joins what days part', () => {
  const claims = [claim({ id: 'a', date: '2031-05-02' }), claim({ id: 'b', date: '2031-09-02' })];
  const same = (x: string, y: string): boolean => x + y === 'ab' || x + y === 'ba';
  const verdicts = { same, different: () => false, involved: new Set(['a', 'b']) };
  expect(findFacts(claims, verdicts).map((fact) => fact.claims.length)).toEqual([2]);
});
test('an undated claim attaches to the one event of its week', () =>
  expect(grouped({ id: 'a', date: '2031-05-02' }, { id: 'b', published: '2031-05-04' })).toEqual(['ab']));
test('an undated claim between two events attaches to neither', () =>
  expect(
    grouped({ id: 'a', date: '2031-05-01' }, { id: 'b', date: '2031-05-03' }, { id: 'c', published: '2031-05-04' }),
  ).toEqual(['a', 'b', 'c']));
test('copies are one claim told twice, dated or not', () =>
  expect(grouped({ id: 'a', origin: 'o', quote: 'They met.' }, { id: 'b', origin: 'o', quote: 'they met' })).toEqual([
    'ab',
  ]));

test('planned, held: one story, and it stands as held', () => {
  const [fact] = findFacts([
    claim({ id: 'a', type: 'AGREE', modality: 'planned', date: '2031-05-02', published: '2031-04-20' }),
    claim({ id: 'b', date: '2031-05-02', published: '2031-05-02' }),
  ]);
  expect(fact?.states.map((state) => state.modality)).toEqual(['planned', 'occurred']);
  expect(fact?.state).toBe('occurred');
  expect(fact?.disagreements.map((d) => [d.slot, d.verdict])).toEqual([['state', 'updates']]);
});

test('planned, then cancelled: it stands as cancelled', () => {
  const [fact] = findFacts([
    claim({ id: 'b', type: 'AGREE', modality: 'planned', date: '2031-05-02', published: '2031-04-20' }),
    claim({ id: 'a', type: 'CONSULT', modality: 'cancelled', date: '2031-05-02', published: '2031-04-25' }),
  ]);
  expect(fact?.state).toBe('cancelled');
});

test('held documents are listed and support nothing', () => {
  const [fact] = findFacts([
    claim({ id: 'a', date: '2031-05-02' }),
    claim({ id: 'b', date: '2031-05-02', grade: 'hold' }),
  ]);
  expect(fact?.claims.length).toBe(2);
  expect(fact?.support.documents).toEqual(['a']);
});

test('nine documents, one origin: the copies count once', () => {
  const [fact] = findFacts('abcdefghi'.split('').map((id) => claim({ id, date: '2031-05-02', origin: 'wire' })));
  expect([fact?.support.documents.length, fact?.support.origins.max]).toEqual([9, 1]);
});

test('unknown roots may stand on the known source: a range', () => {
  const [fact] = findFacts([
    claim({ id: 'a', date: '2031-05-02', source: 'Orrin Wire' }),
    claim({ id: 'b', date: '2031-05-02' }),
    claim({ id: 'c', date: '2031-05-02', source: 'The Orrin Wire' }),
  ]);
  expect([fact?.support.origins.min, fact?.support.origins.max]).toEqual([1, 2]);
});

test('any claims in any order: the same facts, every claim in exactly one', () => {
  const told = fc.record({
    date: fc.option(fc.constantFrom('2031-05-01', '2031-05-02', '2031-05-03', '2031-05-09')),
    published: fc.option(fc.constantFrom('2031-05-02', '2031-05-06', '2031-05-10')),
    people: fc.tuple(fc.option(fc.constantFrom('x', 'y')), fc.option(fc.constantFrom('z', 'w'))),
    grade: fc.constantFrom('usable' as const, 'hold' as const),
    origin: fc.constantFrom('o', 'p', 'q'),
    modality: fc.constantFrom('occurred' as const, 'cancelled' as const),
  });
  fc.assert(
    fc.property(fc.array(told, { maxLength: 10 }), fc.integer(), (list, seed) => {
      const claims = list.map((one, i) => claim({ ...one, id: `c${i}` }));
      const turned = claims
        .map((c, i) => [Math.imul(seed + i, 0x9e3779b1) >>> 0, c] as const)
        .sort((a, b) => a[0] - b[0])
        .map(([, c]) => c);
      const facts = findFacts(claims);
      expect(findFacts(turned)).toEqual(facts);
      expect(facts.flatMap((fact) => fact.claims.map(({ id }) => id)).sort()).toEqual(
        claims.map(({ id }) => id).sort(),
      );
    }),
  );
});
