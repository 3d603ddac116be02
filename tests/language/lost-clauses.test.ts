/** Clauses the parser hung in the wrong place: each sentence came out wrong before it was mended. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadLanguageModel, parse } from '../../src/language/index.ts';
import { findLostClauses } from '../../src/language/lost-clauses.ts';

const model = loadLanguageModel();

/** "deprel<head" of the first word of this form. */
function place(text: string, form: string): string {
  const { tokens } = parse(text, model)[0]!;
  const word = tokens.find((t) => t.form === form)!;
  return `${word.deprel}<${tokens[word.head]?.form ?? '-'}`;
}

test.each([
  [
    'The Ardenians summoned Val-Doren’s deputy chief of mission on Thursday after a Dorenian coast guard vessel fired a water cannon at a supply boat.',
    'fired',
    'advcl<summoned',
  ],
  [
    'Two opposition lawmakers urged President Ferdinand Sokolai Jr. to expel the Turkish ambassador, a step his government has so far ruled out.',
    'ruled',
    'acl:relcl<step',
  ],
  ['The African Union urged both governments to show restraint and offered to mediate.', 'offered', 'conj<urged'],
  [
    'Hưng thanked Slovakia for donating vaccine during the pandemic and proposed direct flights.',
    'proposed',
    'conj<thanked',
  ],
  [
    'In a call, Secretary of Defense Tom Hale reaffirmed to his Kenyan counterpart that the treaty covers attacks on vessels at sea.',
    'covers',
    'ccomp<reaffirmed',
  ],
  [
    'Hackers based in Belarus broke into the computers of two ports last month, the country’s security minister, Irene Sola, said on Tuesday.',
    'minister',
    'nsubj<said',
  ],
  [
    'The Philippines may withdraw from the initiative, a transport official hinted on Thursday.',
    'official',
    'nsubj<hinted',
  ],
  ['Protesters called on President Sastro to sack the minister and dissolve parliament.', 'Protesters', 'nsubj<called'],
])('%s: %s is %s', (text, form, at) => expect(place(text, form)).toBe(at));

test.each([
  ['On Monday police in Lima arrested two envoys.', 'police', 'nsubj<arrested'],
  ['In May a preacher in Balkh called for a boycott of the talks.', 'May', 'obl<called'],
  ['In Geneva diplomats from both sides met for the first time.', 'diplomats', 'nsubj<met'],
  ['Earlier on Friday demonstrators stormed the embassy.', 'demonstrators', 'nsubj<stormed'],
  [
    'Indonesia summoned the Chinese ambassador on Tuesday after a Chinese coast guard cutter rammed one of its patrol boats off the Natuna Islands, injuring two sailors, the foreign ministry said.',
    'rammed',
    'advcl<summoned',
  ],
  ['Pakistan has deported 12,500 Afghan refugees since May, the UN refugee agency said.', 'May', 'obl<deported'],
  [
    'Within hours of the collapse of the talks, Ethiopian armoured columns rolled towards the frontier, residents said.',
    'columns',
    'nsubj<rolled',
  ],
])('%s: %s is %s', (text, form, at) => expect(place(text, form)).toBe(at));

test.each([
  ['Nauru cut diplomatic ties with Taipei and opened diplomatic relations with Beijing a week later.', 'cut'],
  ['Riot police in Kampala fired tear gas at opposition supporters and beat two reporters with batons.', 'beat'],
])('%s: %s is past', (text, form) => {
  expect(parse(text, model)[0]!.tokens.find((t) => t.form === form)?.xpos).toBe('VBD');
});

test('whatever the tree, one root is left and no word hangs below itself', () => {
  const word = fc.record({
    form: fc.constantFrom(
      ',',
      '.',
      '"',
      'to',
      'that',
      'after',
      'On',
      'Monday',
      'a',
      'aide',
      'said',
      'told',
      'called',
      'on',
      'fired',
      'cut',
      'plans',
      'Chad',
    ),
    tag: fc.constantFrom(
      ',|PUNCT',
      'TO|PART',
      'IN|ADP',
      'DT|DET',
      'NN|NOUN',
      'NNS|NOUN',
      'NNP|PROPN',
      'VBD|VERB',
      'VBN|VERB',
      'VB|VERB',
      'VBG|VERB',
      'MD|AUX',
    ),
    deprel: fc.constantFrom(
      'nsubj',
      'obj',
      'iobj',
      'obl',
      'nmod',
      'appos',
      'case',
      'mark',
      'conj',
      'ccomp',
      'xcomp',
      'advcl',
      'parataxis',
      'acl',
      'acl:relcl',
      'compound',
      'det',
      'punct',
    ),
    // Whom it hangs on, among the words that already hang on the root; and where it is put in the sentence.
    under: fc.nat(),
    at: fc.nat(),
  });
  fc.assert(
    fc.property(fc.array(word, { minLength: 5, maxLength: 10 }), (drawn) => {
      const order = drawn.map((_, i) => i).sort((a, b) => (drawn[a]!.at % 97) - (drawn[b]!.at % 97) || a - b);
      const place = new Map(order.map((original, position) => [original, position]));
      const heads = new Int32Array(drawn.length).fill(-1);
      drawn.forEach(({ under }, i) => {
        if (i > 0) heads[place.get(i)!] = place.get(under % i)!;
      });
      const deprels = order.map((i) => (i === 0 ? 'root' : drawn[i]!.deprel));
      const words = order.map((i, k) => ({ form: drawn[i]!.form, start: k * 8, end: k * 8 + drawn[i]!.form.length }));
      findLostClauses(
        words,
        heads,
        deprels,
        order.map((i) => drawn[i]!.tag),
      );
      expect(heads.filter((head) => head < 0)).toHaveLength(1);
      heads.forEach((_, i) => {
        let [at, steps] = [i, 0];
        while (at >= 0 && steps++ <= heads.length) at = heads[at]!;
        expect(at).toBe(-1);
      });
    }),
    { numRuns: 20_000 },
  );
});

test('a verb that hangs below the noun before it takes no subject from it', () => {
  const words = 'On Monday police arrested men then'
    .split(' ')
    .map((form, i) => ({ form, start: i * 9, end: i * 9 + form.length }));
  const heads = Int32Array.from([2, 2, 5, 2, 3, -1]);
  const joint = ['IN|ADP', 'NNP|PROPN', 'NNS|NOUN', 'VBD|VERB', 'NNS|NOUN', 'RB|ADV'];
  findLostClauses(words, heads, ['case', 'compound', 'obl', 'advcl', 'obj', 'root'], joint);
  expect([...heads]).toEqual([2, 2, 5, 2, 3, -1]);
});
