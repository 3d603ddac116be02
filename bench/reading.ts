/**
 * The whole reading on one core: documents and words a second, and the share of each stage, the parse being the baseline.
 *
 * Usage: npx tsx bench/reading.ts [FILE...]   (pages or plain text; the shipped samples unless told)
 */

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { toPage } from '../src/acquire/index.ts';
import { readPage } from '../src/article/index.ts';
import { findFindings } from '../src/findings/index.ts';
import { loadKit } from '../src/kit.ts';
import { analyze } from '../src/language/index.ts';
import { findMentions } from '../src/mentions/index.ts';
import { restore } from '../src/restore/index.ts';
import { judge } from '../src/trust/index.ts';

const ROUNDS = 7;
const samples = fileURLToPath(new URL('../samples/stories/', import.meta.url));
const files = process.argv.length > 2 ? process.argv.slice(2) : readdirSync(samples).map((name) => samples + name);

const begun = performance.now();
const kit = loadKit();
const loaded = performance.now() - begun;

const pages = files.map((file) => toPage(readFileSync(file), { id: file }));
const articles = pages.map((page) => readPage(page));
const restored = articles.map((article) => restore(article, kit.restore));
const parsed = restored.map((document) => analyze(document, kit.language));
const mentioned = parsed.map((document) => findMentions(document, kit.knowledge));
const found = mentioned.map((document) => findFindings(document, kit.findings, kit.knowledge));
const words = articles.reduce((n, { text }) => n + text.split(/\s+/).filter(Boolean).length, 0);

/** CPU milliseconds of the fastest of several rounds: other work on the machine hardly counts. */
function fastest(run: () => unknown): number {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < ROUNDS; i++) {
    const { user, system } = process.cpuUsage();
    run();
    const used = process.cpuUsage();
    best = Math.min(best, (used.user + used.system - user - system) / 1000);
  }
  return best;
}

const stages: [name: string, run: () => unknown][] = [
  ['article', () => pages.map((page) => readPage(page))],
  ['restore', () => articles.map((article) => restore(article, kit.restore))],
  ['language', () => restored.map((document) => analyze(document, kit.language))],
  ['mentions', () => parsed.map((document) => findMentions(document, kit.knowledge))],
  ['findings', () => mentioned.map((document) => findFindings(document, kit.findings, kit.knowledge))],
  ['trust', () => found.map((document) => judge(document, kit.knowledge))],
];
const times = stages.map(([name, run]) => ({ name, ms: fastest(run) }));
const whole = times.reduce((sum, { ms }) => sum + ms, 0);
const parse = times.find(({ name }) => name === 'language')?.ms ?? whole;

console.log(`tables and weights  ${loaded.toFixed(0)} ms to load`);
console.log(`read                ${files.length} documents, ${words} words`);
for (const { name, ms } of times)
  console.log(
    `${name.padEnd(20)}${ms.toFixed(0).padStart(5)} ms  ${((100 * ms) / whole).toFixed(0).padStart(3)} %  ${(ms / parse).toFixed(2)} of the parse  ${Math.round((1000 * words) / ms)} words/s`,
  );
console.log(
  `whole               ${whole.toFixed(0).padStart(5)} ms  ${((1000 * files.length) / whole).toFixed(1)} documents/s, ${Math.round((1000 * words) / whole)} words/s`,
);
