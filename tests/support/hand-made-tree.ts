/** Trees written by hand: "Li/NNP/2/nsubj met/VBD/0/root Wang/NNP/2/obj", heads counted from 1. */

import type { Sentence, Token } from '../../src/core/index.ts';
import { ruleLemma } from '../../src/language/lemmas.ts';

const UPOS: readonly (readonly [RegExp, string])[] = [
  [/^NNP/, 'PROPN'],
  [/^NN/, 'NOUN'],
  [/^(?:VB|MD)/, 'VERB'],
  [/^(?:PRP|WP)/, 'PRON'],
  [/^(?:DT|WDT)/, 'DET'],
  [/^JJ/, 'ADJ'],
  [/^(?:RB|WRB)/, 'ADV'],
  [/^IN/, 'ADP'],
  [/^TO/, 'PART'],
  [/^CC/, 'CCONJ'],
  [/^CD/, 'NUM'],
];

export function handMadeTree(notation: string): Sentence {
  let at = 0;
  const tokens: Token[] = notation
    .trim()
    .split(/\s+/)
    .map((word) => {
      const [form = '', xpos = '', head = '0', deprel = ''] = word.split('/');
      const start = at;
      at += form.length + 1;
      const upos =
        deprel.startsWith('aux') || deprel === 'cop' ? 'AUX' : (UPOS.find(([tag]) => tag.test(xpos))?.[1] ?? 'PUNCT');
      const lemma =
        deprel === 'aux' && form === 'has'
          ? 'have'
          : /^(?:was|is|are|were|been|be)$/.test(form)
            ? 'be'
            : ruleLemma(form, xpos, new Set(['approve', 'propose']));
      return { start, end: start + form.length, form, lemma, upos, xpos, feats: '_', head: Number(head) - 1, deprel };
    });
  return { index: 0, span: [0, Math.max(0, at - 1)], block: 0, tokens };
}
