/** Repairs by mentions keep a tree a tree, whatever the parser gave. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Mention, Sentence } from '../../../src/core/index.ts';
import { mend } from '../../../src/findings/events/mend.ts';

const FORMS = 'Kenya gave Angola 300 rifles , New Zealand and South Africa lent Apia two boats'.split(' ');
const NAMES: readonly (readonly [number, number])[] = [
  [0, 0],
  [2, 2],
  [6, 7],
  [9, 10],
  [12, 12],
];
const UPOS: Readonly<Record<string, string>> = {
  gave: 'VERB',
  lent: 'VERB',
  '300': 'NUM',
  two: 'NUM',
  rifles: 'NOUN',
  boats: 'NOUN',
};
const at = (i: number): number => i * 10;

test('no word hangs below itself, and one root is left', () => {
  const link = fc.record({
    under: fc.nat(),
    order: fc.nat(),
    deprel: fc.constantFrom(
      'nsubj',
      'obj',
      'iobj',
      'obl',
      'conj',
      'amod',
      'compound',
      'nmod',
      'flat',
      'acl',
      'dep',
      'nummod',
    ),
  });
  fc.assert(
    fc.property(
      fc.array(link, { minLength: FORMS.length, maxLength: FORMS.length }),
      fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
      (links, atEnd) => {
        const order = links.map((_, i) => i).sort((a, b) => links[a]!.order - links[b]!.order || a - b);
        const heads = new Array<number>(links.length).fill(-1);
        order.forEach((word, k) => {
          if (k > 0) heads[word] = order[links[word]!.under % k]!;
        });
        const tokens = FORMS.map((form, i) => ({
          start: at(i),
          end: at(i) + form.length,
          form,
          lemma: form === 'gave' ? 'give' : form === 'lent' ? 'lend' : form,
          upos: UPOS[form] ?? (/^[A-Z]/.test(form) ? 'PROPN' : 'PUNCT'),
          xpos: 'NNP',
          feats: '',
          head: heads[i]!,
          deprel: heads[i]! < 0 ? 'root' : links[i]!.deprel,
        }));
        const sent = { index: 0, block: 0, span: [0, at(FORMS.length)], tokens } as unknown as Sentence;
        const mentions = NAMES.map(([from, to], k) => ({
          kind: 'state',
          form: 'name',
          head: atEnd[k] === true ? to : from,
          span: [at(from), at(to) + FORMS[to]!.length],
        })) as unknown as Mention[];
        const mended = mend(sent, mentions).tokens;
        expect(mended.filter((t) => t.head < 0)).toHaveLength(1);
        mended.forEach((_, i) => {
          let [word, steps] = [i, 0];
          while (word >= 0 && steps++ <= mended.length) word = mended[word]!.head;
          expect(word).toBe(-1);
        });
      },
    ),
    { numRuns: 5_000 },
  );
});
