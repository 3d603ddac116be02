/**
 * Words per second from raw text to trees on one core, the share of each stage, and the ratio to plain JavaScript.
 *
 * Usage: npx tsx bench/language.ts [FILE...]   (plain text or CoNLL-U; the shipped samples unless told)
 */

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readDocuments } from '../src/eval/treebank.ts';
import { loadLanguageModel, parse } from '../src/language/index.ts';
import { Segmenter } from '../src/language/segmenter.ts';
import { openContainer } from '../src/models/index.ts';

const ROUNDS = 7;
const samples = fileURLToPath(new URL('../samples/stories/', import.meta.url));
const files = process.argv.length > 2 ? process.argv.slice(2) : readdirSync(samples).map((name) => samples + name);
const texts = files.flatMap((file) =>
  file.endsWith('.conllu') ? readDocuments(file).map((doc) => doc.text) : [readFileSync(file, 'utf8')],
);

const before = process.memoryUsage().rss;
const started = performance.now();
const model = loadLanguageModel();
const load = performance.now() - started;

/** CPU milliseconds of the fastest of several rounds: other work on the machine hardly counts. */
function fastest(run: () => void, rounds = ROUNDS): number {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < rounds; i++) {
    const { user, system } = process.cpuUsage();
    run();
    const used = process.cpuUsage();
    best = Math.min(best, (used.user + used.system - user - system) / 1000);
  }
  return best;
}

let words = 0;
let forms: string[][] = [];
for (const text of texts) {
  const sentences = parse(text, model);
  forms = forms.concat(sentences.map((s) => s.tokens.map((t) => t.form)));
  words += sentences.reduce((sum, s) => sum + s.tokens.length, 0);
}
const all = fastest(() => {
  for (const text of texts) parse(text, model);
});
const segmenter = new Segmenter(openContainer(model.shared, true));
const cut = fastest(() => {
  for (const text of texts) segmenter.segment(text, [0, text.length]);
});
const network = fastest(() => {
  for (let i = 0; i < forms.length; i += 40) model.network.parse(forms.slice(i, i + 40));
});
const plain = loadLanguageModel({ shared: model.shared, kernel: 'plain' });
const some = forms.slice(0, 60);
const slow = fastest(() => void plain.network.parse(some), 1);
const fast = fastest(() => void model.network.parse(some));

const share = (ms: number) => `${((100 * ms) / all).toFixed(0)} %`;
console.log(`words                 ${words} in ${texts.length} texts`);
console.log(`words/s, one core     ${Math.round((words / all) * 1000)}`);
console.log(
  `stages                cutting ${share(cut)}, network ${share(network)}, tokens and lemmas ${share(Math.max(0, all - cut - network))}`,
);
console.log(`plain JavaScript      ${(slow / fast).toFixed(1)} times slower in the network`);
console.log(`load                  ${load.toFixed(0)} ms`);
console.log(
  `memory                ${((process.memoryUsage().rss - before) / 1e6).toFixed(0)} MB above the start (two models), ${(model.shared.byteLength / 1e6).toFixed(2)} MB on disk`,
);
