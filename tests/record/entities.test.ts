import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchPeople, type PersonMention, resolvePeople, SAME_PERSON } from '../../src/record/entities.ts';

interface Part {
  readonly name: string;
  readonly country?: string | null;
  readonly role?: string | null;
  readonly entity?: string;
}

const mention = ({ name, country = null, role = null, entity }: Part, n = 0): PersonMention => ({
  key: `${n}`,
  document: `d${n}`,
  name,
  country,
  role,
  entity: entity ?? `person:~${name.toLowerCase().replaceAll(' ', '-')}`,
});
const same = (a: Part, b: Part): boolean => matchPeople(mention(a), mention(b)).score >= SAME_PERSON;
const groups = (...parts: readonly Part[]): string[] =>
  resolvePeople(parts.map(mention)).map(({ members }) =>
    members
      .map(({ key }) => key)
      .sort()
      .join(''),
  );

describe('two people are one', () => {
  test.each([
    ['Wanjiru Ochola', 'Wanjiru Ochola'],
    ['Đặng Quỳnh Ánh', 'Dang Quynh Anh'],
    ['Yerzhan Tolegen', 'Erzhan Tolegen'],
    ['Mohammed Al-Rashidi', 'Muhammad Rashidi'],
    ['Sergei Volkonov', 'Sergey Volkonov'],
    ['Park Ji-hoon', 'Ji-hoon Park'],
    ['Ana Maria Belmonte', 'Ana Belmonte'],
    ['A. Belmonte', 'Ana Belmonte'],
    ['Belmonte', 'Ana Belmonte'],
  ])('%s, %s', (a, b) => expect(same({ name: a }, { name: b })).toBe(true));
});
describe('two people are two', () => {
  test.each([
    ['Ana Belmonte', 'Ines Belmonte'],
    ['Ana Belmonte', 'Ana Villar'],
    ['Maria', 'Ana Maria Belmonte'],
    ['Li Wei', 'Li Qiang'],
    ['Kim Young-ho', 'Kim Yong-su'],
  ])('%s, %s', (a, b) => expect(same({ name: a }, { name: b })).toBe(false));
  test('of two countries', () =>
    expect(same({ name: 'Ana Belmonte', country: 'ESP' }, { name: 'Ana Belmonte', country: 'CHL' })).toBe(false));
  test('when the tables have them as two', () =>
    expect(
      same(
        { name: 'Ana Belmonte', entity: 'person:ana-belmonte' },
        { name: 'Ana Belmonte', entity: 'person:ana-belmonte-2' },
      ),
    ).toBe(false));
});
test('reasons are said', () => {
  const { score, why } = matchPeople(
    mention({ name: 'Ana Belmonte', country: 'ESP', role: 'Foreign Minister' }),
    mention({ name: 'Ana Maria Belmonte', country: 'ESP', role: 'Minister of Foreign Affairs' }),
  );
  expect(score).toBe(0.95);
  expect(why).toEqual(['a shorter form of the name', 'both of ESP', 'both foreign minister']);
});
test('promotion costs little', () =>
  expect(
    same({ name: 'Ana Belmonte', role: 'Foreign Minister' }, { name: 'Ana Belmonte', role: 'Prime Minister' }),
  ).toBe(true));

test('spellings gather under the fullest name', () => {
  const [person] = resolvePeople([
    mention({ name: 'Belmonte', country: 'ESP' }, 1),
    mention({ name: 'Ana Maria Belmonte', country: 'ESP' }, 2),
    mention({ name: 'Ana Belmonte' }, 3),
  ]);
  expect(person?.id).toBe('person:~ana-maria-belmonte');
  expect(person?.members).toHaveLength(3);
  expect(person?.country).toBe('ESP');
});
test('the tables’ id wins', () =>
  expect(
    resolvePeople([
      mention({ name: 'Ana Belmonte' }, 1),
      mention({ name: 'Ana Belmonte', entity: 'person:ana-belmonte' }, 2),
    ]).map(({ id }) => id),
  ).toEqual(['person:ana-belmonte']));
test('a family name that fits two people bridges them not', () =>
  expect(groups({ name: 'Ana Belmonte' }, { name: 'Ines Belmonte' }, { name: 'Belmonte' })).toEqual(['0', '2', '1']));
test('a person’s judgment parts and joins', () => {
  const people = [
    mention({ name: 'Ana Belmonte' }, 1),
    mention({ name: 'Ana Belmonte' }, 2),
    mention({ name: 'A. B. Rojas' }, 3),
  ];
  const parted = { same: () => false, different: () => true };
  expect(resolvePeople(people, parted)).toHaveLength(3);
  const joined = { same: (a: string, b: string) => a + b === '31' || a + b === '13', different: () => false };
  expect(resolvePeople(people, joined).map(({ members }) => members.length)).toContain(2);
});

const anybody = fc.record({
  name: fc
    .tuple(
      fc.constantFrom('Ana', 'Ines', 'A.', 'Yerzhan', 'Erzhan', ''),
      fc.constantFrom('Belmonte', 'Tolegen', 'Rojas'),
    )
    .map((parts) => parts.join(' ').trim()),
  country: fc.constantFrom(null, 'ESP', 'KAZ'),
  role: fc.constantFrom(null, 'President', 'Foreign Minister'),
});
test('any people in any order: the same groups, everybody in exactly one', () =>
  fc.assert(
    fc.property(fc.array(anybody, { maxLength: 12 }), fc.infiniteStream(fc.nat()), (parts, random) => {
      const people = parts.map(mention);
      const shuffled = people
        .map((person) => ({ person, at: random.next().value as number }))
        .sort((a, b) => a.at - b.at)
        .map(({ person }) => person);
      const shown = (all: readonly PersonMention[]): string[] =>
        resolvePeople(all).map(({ id, members }) => `${id} ${members.map(({ key }) => key).join()}`);
      expect(shown(shuffled)).toEqual(shown(people));
      expect(
        resolvePeople(people)
          .flatMap(({ members }) => members.map(({ key }) => key))
          .sort(),
      ).toEqual(people.map(({ key }) => key).sort());
    }),
  ));
test('matching is symmetric and within 0..1', () =>
  fc.assert(
    fc.property(anybody, anybody, (a, b) => {
      const { score } = matchPeople(mention(a), mention(b));
      expect(score).toBe(matchPeople(mention(b), mention(a)).score);
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(1);
    }),
  ));
