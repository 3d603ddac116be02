import { describe, expect, test } from 'vitest';
import { toPage } from '../../src/acquire/index.ts';
import { readPage } from '../../src/article/index.ts';
import { loadKit } from '../../src/kit.ts';
import { readArticle } from '../../src/pipeline.ts';
import { gradeOf } from '../../src/trust/index.ts';

const kit = loadKit();
const judged = (text: string, published: string | null = null) =>
  readArticle(readPage(toPage(Buffer.from(text), { kind: 'plain', text: true, published })), kit);
/** Codes of the flags on consistency, each once. */
const check = (text: string, expected: readonly string[], published: string | null = null): void => {
  const doc = judged(text, published);
  const flags = doc.allFlags.filter((flag) => flag.ledger === 'consistency');
  expect([...new Set(flags.map((flag) => flag.code))].sort()).toEqual([...expected].sort());
  for (const flag of flags) {
    expect(flag.spans.length).toBeGreaterThan(0);
    expect(flag.reason).toMatch(/\.$/);
  }
};

describe('a party in relation to itself', () => {
  test('by two names of one state', () =>
    check('Analysts spoke of Japan’s difficult ties with Tokyo.', ['self-relation']));
  test('by one name twice, known or not', () =>
    check('Norland’s long quarrel with Norland goes on.', ['self-relation']));
  test('between X and X', () => check('Relations between France and Paris are cool.', ['self-relation']));
  test('two states are fine', () => check('Analysts spoke of Japan’s difficult ties with Seoul.', []));
  test('a town in its own country is fine', () => check('Japan’s talks in Tokyo with Seoul went on.', []));
});

describe('a text poured into a form', () => {
  const form = (a: string, b: string, c: string) =>
    `1. ${a}\nThe minister spoke in the morning.\nKey Points:\n- He spoke.\n2. ${b}\nThe minister spoke at noon.\nKey Points:\n- He spoke again.\n3. ${c}\nNothing else happened.`;
  test('headings of one mould', () =>
    check(
      form('Tavel urges Norland to mend ties', 'Tavel urges Estovia to mend ties', 'Tavel urges Quellin to mend ties'),
      ['template'],
    ));
  test('a list of different points is fine', () =>
    check('1. Bread\nBread is dear.\n2. Harbours\nShips wait.\n3. Weather\nIt rains.', []));
  test('a text machine speaking of itself', () =>
    check('As an AI language model, I cannot confirm the visit. The minister left.', ['machine-talk']));
});

describe('whose office', () => {
  test('an envoy to a country is not that country’s', () =>
    check(
      'Jordanian diplomat Tariq Haddadin left. Prak Sokhonn, the ASEAN special envoy to Myanmar, met the mediators.',
      [],
    ));
  test('an envoy of a body for a country', () =>
    check('The U.N. special envoy for Myanmar Noeleen Heyzer met the mediators on Monday.', []));
  test('a known minister called another country’s', () =>
    check('Vietnamese Foreign Minister Wang Yi met the mediators on Monday.', ['office-clash', 'unknown-official']));
});

describe('told twice', () => {
  const a = 'The two delegations met for most of the morning in a hall that overlooks the old harbour of the town.';
  const b = 'Neither delegation wanted to say how long the next round of the talks about fishing rights would take.';
  test('two long sentences word for word', () => check(`${a} ${b} The hall is cold.\n${a} ${b}`, ['repetition']));
  test('one repeated sentence is a refrain', () => check(`${a} ${b}\n${a}`, []));
  test('a quotation that is the narration', () =>
    check(
      `The harbour has waited a generation for new cranes and nobody expects them soon. Ships wait.\n“The harbour has waited a generation for new cranes and nobody expects them soon,” said Oru Benning.`,
      ['recycled-quote'],
    ));
});

describe('the world as the tables know it', () => {
  test('another country’s capital', () => check('The ministers met in Hanoi, the capital of Laos.', ['capital-clash']));
  test('the right capital', () => check('The ministers met in Vientiane, the capital of Laos.', []));
  test('a capital of old is no clash', () => check('The ministers met in Yangon, Myanmar’s biggest city.', []));
  test('another size than the group had', () =>
    check('The 14-member ASEAN held its summit.', ['size-clash'], '2021-08-06'));
  test('the size it had', () => check('The 10-member ASEAN held its summit.', [], '2021-08-06'));
  test('a weekday that was another', () => check('The talks began on Monday, July 31, 2021.', ['weekday-clash']));
  test('the right weekday', () => check('The talks began on Saturday, July 31, 2021.', []));
});

describe('the same sentence, but for one thing', () => {
  const told = 'Norway sent 12 engineers to the port of Lagos on Monday.';
  test('another number', () =>
    check(
      `${told} Ships wait. Norway sent 30 engineers to the port of Lagos on Monday.`,
      ['number-clash'],
      '2021-08-04',
    ));
  test('a "not"', () =>
    check(
      `${told} Ships wait. Norway did not send engineers to the port of Lagos on Monday.`,
      ['state-clash'],
      '2021-08-04',
    ));
  test('another day is another thing', () =>
    check(`${told} Ships wait. Norway did not send engineers to the port of Lagos on Tuesday.`, [], '2021-08-04'));
  test('items of a list are no sentences', () =>
    check('12 - engineers of Norway sent to Lagos.\n30 - engineers of Norway sent to Lagos in all.', [], '2021-08-04'));
});

test('no date and no attribution never accuse', () => {
  const doc = judged('Ships wait in the harbour.');
  expect(doc.allFlags.map((flag) => [flag.code, flag.ledger, flag.strength])).toEqual([
    ['no-date', 'sourcing', 'weak'],
    ['no-attribution', 'sourcing', 'weak'],
  ]);
  expect(doc.grade).toBe('usable');
});

test('hold takes two strong reasons of different kinds; weak ones never add up', () => {
  const flag = (code: string, strength: 'strong' | 'medium' | 'weak') => ({
    code,
    ledger: 'consistency' as const,
    strength,
    reason: '',
    spans: [],
    rule: '',
  });
  expect(gradeOf([flag('a', 'strong'), flag('b', 'strong')])).toBe('hold');
  expect(gradeOf([flag('a', 'strong'), flag('a', 'strong')])).toBe('use-with-care');
  expect(gradeOf([flag('a', 'medium'), flag('b', 'medium')])).toBe('use-with-care');
  expect(gradeOf(Array.from({ length: 9 }, (_, i) => flag(`w${i}`, 'weak')))).toBe('usable');
});
