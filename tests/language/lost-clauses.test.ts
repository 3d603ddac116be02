/** Clauses the parser hung in the wrong place: each sentence came out wrong before it was mended. */

import { expect, test } from 'vitest';
import { loadLanguageModel, parse } from '../../src/language/index.ts';

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
