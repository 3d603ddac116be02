/**
 * Trains the cutter of words and sentences on raw text: two averaged perceptrons over hashed features.
 *
 * Usage: tsx train/segmenter.ts --treebanks DIR --out DIR
 */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type GoldDocument, readDocuments } from '../src/eval/treebank.ts';
import { BUCKETS, type Features } from '../src/language/perceptron.ts';
import { quoteMask, SentenceCutter } from '../src/language/sentence-ends.ts';
import { Hashes, type Word, WordCutter } from '../src/language/words.ts';

const { values } = parseArgs({ options: { treebanks: { type: 'string' }, out: { type: 'string' } } });
const EPOCHS = 5;

/** Perceptron with averaged weights (the sum is kept lazily). */
class Learner {
  readonly #weights = new Float32Array(BUCKETS);
  readonly #sums = new Float64Array(BUCKETS);
  #now = 1;
  errors = 0;
  seen = 0;

  learn(features: Features, yes: boolean): void {
    this.seen++;
    this.#now++;
    if (features.score(this.#weights) > 0 === yes) return;
    this.errors++;
    for (let i = 0; i < features.count; i++) {
      const b = features.buckets[i]!;
      const step = yes ? 1 : -1;
      this.#weights[b] = this.#weights[b]! + step;
      this.#sums[b] = this.#sums[b]! + step * this.#now;
    }
  }

  /** The averages as int16, the largest one at 16,000. */
  average(): Int16Array {
    const averaged = Float64Array.from(this.#weights, (w, b) => w - this.#sums[b]! / this.#now);
    const most = averaged.reduce((m, w) => Math.max(m, Math.abs(w)), 0);
    return Int16Array.from(averaged, (w) => Math.round((w / most) * 16_000));
  }
}

/** Paragraphs as they stand, and whole documents run together: both occur in the wild. */
function texts(): GoldDocument[] {
  const out: GoldDocument[] = [];
  for (const name of ['ewt-train', 'gum-train']) {
    const path = join(values.treebanks ?? '.', `${name}.conllu`);
    out.push(...readDocuments(path, ' '));
    for (const doc of readDocuments(path)) out.push(...paragraphs(doc));
  }
  return out;
}

function paragraphs(doc: GoldDocument): GoldDocument[] {
  const groups: GoldDocument[] = [];
  let current: GoldDocument['sentences'][number][] = [];
  const flush = () => {
    const [first, last] = [current[0], current.at(-1)];
    if (!first || !last) return;
    const at = first.start;
    groups.push({
      id: doc.id,
      text: doc.text.slice(at, last.end),
      sentences: current.map((s) => ({
        start: s.start - at,
        end: s.end - at,
        words: s.words.map((w) => ({ ...w, start: w.start - at, end: w.end - at })),
      })),
    });
    current = [];
  };
  for (const sentence of doc.sentences) {
    const before = current.at(-1);
    if (before && doc.text.slice(before.end, sentence.start).includes('\n')) flush();
    current.push(sentence);
  }
  flush();
  return groups;
}

const hashes = new Hashes();
const cutter = new WordCutter(hashes);
const sentences = new SentenceCutter(hashes);
const [joins, ends] = [new Learner(), new Learner()];
const documents = texts();
let seed = 7;
const random = () => (seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff) / 0x7fffffff;
for (let epoch = 0; epoch < EPOCHS; epoch++) {
  for (let i = documents.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [documents[i], documents[j]] = [documents[j]!, documents[i]!];
  }
  for (const doc of documents) {
    const gold = doc.sentences.flatMap((s) => s.words);
    const boundaries = new Set(gold.map((w) => w.end));
    const count = cutter.read(doc.text);
    for (let i = 0; i < count; i++) {
      if (!cutter.canJoin(i) || cutter.mustJoin(i)) continue;
      cutter.look(i);
      joins.learn(cutter.features, !boundaries.has(cutter.atom(i).end));
    }
    const words: Word[] = gold
      .filter((w, i) => w.start !== gold[i - 1]?.start)
      .map(({ start, end }) => ({ start, end, form: doc.text.slice(start, end) }));
    const last = new Set(doc.sentences.map((s) => s.end));
    const mask = quoteMask(words);
    let start = 0;
    words.forEach((word, i) => {
      const end = last.has(word.end);
      if (sentences.candidate(words, i)) {
        sentences.look(words, mask, i, start);
        ends.learn(sentences.features, end);
      }
      if (end) start = i + 1;
    });
  }
  const rate = (l: Learner) => `${((100 * l.errors) / l.seen).toFixed(3)} %`;
  console.log(`epoch ${epoch} errors: joins ${rate(joins)}, sentence ends ${rate(ends)}`);
  joins.errors = joins.seen = ends.errors = ends.seen = 0;
}
const save = (name: string, data: Int16Array) =>
  writeFileSync(join(values.out ?? '.', name), new Uint8Array(data.buffer));
save('segmenter.tokens.i16', joins.average());
save('segmenter.sentences.i16', ends.average());
