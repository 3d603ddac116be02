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
