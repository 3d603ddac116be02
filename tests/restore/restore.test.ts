import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bareArticle } from '../../src/core/index.ts';
import { loadKnowledge } from '../../src/knowledge/index.ts';
import { loadRestoreTables, restore } from '../../src/restore/index.ts';

const tables = loadRestoreTables(loadKnowledge());
const read = (text: string) => restore(bareArticle(text), tables);
const repairs = (text: string): string[] => read(text).restorations.map(({ from, to }) => `${from} → ${to}`);

const SPUN =
  'The international ministers of Estovia and Norland met in Quellin, the place they mentioned the harbor, in keeping with individuals conversant in the matter. ' +
  'A spokesman advised reporters that the 2 governments will meet once more subsequent month. ';

test('clean agency prose is not spun and nothing in it is repaired', () => {
  const clean =
    'The foreign ministers of Estovia and Norland met in Quellin, where they discussed the harbour, according to people familiar with the matter. ' +
    'A spokesman told reporters that the two governments will meet again next month. The assembly meeting was held at the Sunday Times.';
  expect(read(clean)).toMatchObject({ spun: false, restorations: [], flags: [] });
});

test('many kinds of rewritten wording: spun, with the words it shows by', () => {
  const { spun, flags } = read(SPUN);
  expect(spun).toBe(true);
  expect(flags[0]).toMatchObject({ code: 'spun', ledger: 'integrity' });
  expect(flags[0]?.spans.map((span) => SPUN.slice(...span))).toContain('conversant in');
});

test('one odd phrase is an author, one odd name a misprint', () => {
  expect(
    read('Officials advised reporters to wait. The rest of the story is plain and has nothing odd about it.').spun,
  ).toBe(false);
  expect(
    read('The Related Press is a small printer in the town of Quellin that has made wedding cards since 1921.').spun,
  ).toBe(false);
});

test('text full of rare words for common ones: spun, each with the likelier word; the same text in common words is not', () => {
  const common =
    'The mayor of Quellin opened the new harbour on Friday and thanked the workers who built it in two years. The harbour can take larger ships, and the town hopes that trade will grow. ' +
    'Fishermen asked for a place where they can sell their catch. The mayor promised an answer before the end of the year. Many families left the town when the old harbour closed. ' +
    'Some of them came back to see the first ship arrive. Children sang a song and the owner of the inn gave bread to everybody. The work cost less than people feared.';
  const rare =
    'The mayor of Quellin opened the novel haven on Friday and thanked the proletarians who constructed it in two twelvemonths. The haven can take bigger watercraft, and the township trusts that commercialism will grow. ' +
    'Fishermen inquired for a spot where they can vend their gimmick. The mayor assured a reply before the conclusion of the twelvemonth. Many kinsfolk departed the township when the erstwhile haven shut. ' +
    'Some of them came back to behold the inaugural watercraft arrive. Youngsters sang a strain and the proprietor of the hostelry gave loaf to everybody. The toil cost less than folk dreaded.';
  expect(read(common)).toMatchObject({ spun: false, flags: [] });
  const { spun, flags } = read(rare);
  expect(spun).toBe(true);
  expect(flags[0]).toMatchObject({ code: 'spun', strength: 'medium', rule: 'spin/words' });
  expect(flags[0]?.reason).toMatch(/“\p{L}+” for “\p{L}+”/u);
  expect(flags[0]?.spans.length).toBeGreaterThan(3);
});

test('behind the gate names are restored: bodies, titles, ladder terms, people', () => {
  const found = repairs(
    `${SPUN} The Related Press reported that Invoice Harrow of the Communist Occasion of Vietnam praised the Complete Strategic Partnership. The U.S. State Division and the Common Secretary agreed.`,
  );
  expect(found).toEqual(
    expect.arrayContaining([
      'The Related Press → The Associated Press',
      'Invoice → Bill',
      'Communist Occasion of Vietnam → Communist Party of Vietnam',
      'Complete Strategic Partnership → Comprehensive Strategic Partnership',
      'U.S. State Division → U.S. State Department',
      'Common Secretary → General Secretary',
    ]),
  );
});

test('attribution and visits are restored, so that findings read them', () => {
  const found = repairs(`${SPUN} Blinken met officials during his go to to Vietnam.`);
  expect(found).toContain('advised → told');
  expect(found).toContain('In keeping with → According to'.toLowerCase());
  expect(found).toContain('go to → visit');
});

test('a known name that looks like a garbled one is left alone', () => {
  expect(repairs(`${SPUN} The Economic Times and the African Union reported it.`).join()).not.toMatch(
    /Economic Times|African Union/,
  );
});

test('any text: never throws, spans quote the surface, nothing overlaps, same again the second time', () => {
  const word = fc.constantFrom(
    'the',
    'place',
    'he',
    'advised',
    'reporters',
    'Related',
    'Press',
    'Invoice',
    'Hart',
    'subsequent',
    'month',
    '”',
    '’s',
    'go',
    'to',
    '\ud800',
    'é',
    '12',
    'months',
    '\n',
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 60 }), fc.string(), (words, tail) => {
      const text = `${SPUN}${words.join(' ')}${tail}`;
      const result = read(text);
      let end = 0;
      for (const { span, from } of result.restorations) {
        expect(text.slice(...span)).toBe(from);
        expect(span[0]).toBeGreaterThanOrEqual(end);
        end = span[1];
      }
      expect(read(text)).toEqual(result);
    }),
  );
});
