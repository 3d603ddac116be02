/** "visiting" before those who visit is no verb; before those who are visited it is. */

import { expect, test } from 'vitest';
import { loadLanguageModel, parse } from '../../src/language/index.ts';

const model = loadLanguageModel();

const visiting = (text: string) => parse(text, model)[0]!.tokens.find((t) => /^visiting$/i.test(t.form))!;

test.each([
  'The emir met visiting Chadian President Idriss Abakar on Monday.',
  'The emir held talks with visiting Iraqi Foreign Minister Ali Hadi in Doha.',
  'Talks between the premier and visiting EU envoy Anna Lind ended late.',
  'Visiting Norwegian Prime Minister Signe Halvorsen thanked India.',
])('who visits: %s', (text) => expect(visiting(text)).toMatchObject({ upos: 'ADJ', deprel: 'amod' }));

test.each(['After visiting President Bell, he flew home.', 'She is visiting Peru with two ministers.'])(
  'who is visited: %s',
  (text) => expect(visiting(text).upos).toBe('VERB'),
);
