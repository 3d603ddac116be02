/**
 * Articles of 500 words a second for the mentions room alone (times, quantities, actors, references), on one core,
 * with the trees ready; and what the tables cost to load.
 *
 * Usage: npx tsx bench/mentions.ts [FILE...]   (plain text; the shipped samples unless told)
 */

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bareArticle } from '../src/core/index.ts';
import { loadKnowledge } from '../src/knowledge/index.ts';
import { analyze, loadLanguageModel } from '../src/language/index.ts';
import { findMentions } from '../src/mentions/index.ts';
import { readQuantities } from '../src/mentions/quantities/index.ts';
import { readTimes } from '../src/mentions/times/index.ts';

const ROUNDS = 15;
const WORDS = 500;
const samples = fileURLToPath(new URL('../samples/stories/', import.meta.url));
const files =
  process.argv.length > 2
    ? process.argv.slice(2)
    : readdirSync(samples)
        .filter((name) => name.endsWith('.txt'))
        .map((name) => samples + name);

const begun = performance.now();
const knowledge = loadKnowledge();
const loaded = performance.now() - begun;
const language = loadLanguageModel();
const documents = files.map((file) =>
  analyze({ article: bareArticle(readFileSync(file, 'utf8')), restorations: [], spun: false, flags: [] }, language),
);
const words = documents.reduce((n, doc) => n + doc.article.text.split(/\s+/).length, 0);

/** CPU milliseconds of the fastest of several rounds: other work on the machine hardly counts. */
function fastest(run: () => void): number {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < ROUNDS; i++) {
    const { user, system } = process.cpuUsage();
    for (let k = 0; k < 10; k++) run();
    const used = process.cpuUsage();
    best = Math.min(best, (used.user + used.system - user - system) / 10_000);
  }
  return best;
}

const all = fastest(() => {
  for (const doc of documents) findMentions(doc, knowledge);
});
const times = fastest(() => {
  for (const { article, sentences } of documents)
    readTimes({
      text: article.text,
      blocks: [],
      sentences,
      published: null,
      publishedBasis: null,
      dateline: null,
      offices: null,
    });
});
const quantities = fastest(() => {
  for (const { article, sentences } of documents)
    readQuantities({ text: article.text, blocks: [], sentences, taken: [], dollar: 'USD' });
});

console.log(`tables      ${loaded.toFixed(0)} ms to load, ${knowledge.matcher.size} names`);
console.log(
  `mentions    ${Math.round((1000 / all) * (words / WORDS))} articles of ${WORDS} words a second (${words} words)`,
);
console.log(
  `            of which times ${((100 * times) / all).toFixed(0)} %, quantities ${((100 * quantities) / all).toFixed(0)} %`,
);
