/** 100,000 synthetic documents through the copy index: time and memory. `npx tsx bench/copies.ts [DOCUMENTS]` */

import { CopyIndex, wordsOf } from '../src/record/copies/index.ts';

const documents = Number(process.argv[2] ?? 100_000);
const gc = (globalThis as { gc?: () => void }).gc;

/** Words as frequent as in prose: the n-th is drawn about 1/n as often. Every tenth document copies a passage of an earlier one. */
function* stories(count: number): Generator<string> {
  let state = 7;
  const next = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
  const words = Array.from({ length: 30_000 }, (_, i) => {
    let word = '';
    for (let n = i + 11; n > 0; n = Math.floor(n / 20)) word += 'bcdfghklmnprstvwz'[n % 17] + 'aeiou'[n % 5]!;
    return i % 9 === 8 ? word.charAt(0).toUpperCase() + word.slice(1) : word;
  });
  const kept: string[] = [];
  for (let d = 0; d < count; d++) {
    const sentences: string[] = [];
    for (let s = 0; s < 18; s++) {
      const sentence: string[] = [];
      for (let w = 0; w < 20; w++) sentence.push(words[Math.floor(30_000 ** next()) - 1] ?? 'na');
      sentences.push(`${sentence.join(' ')}.`);
    }
    if (d % 10 === 9) sentences.splice(0, 9, kept[Math.floor(next() * kept.length)]!);
    const text = sentences.join(' ');
    if (d % 50 === 0) kept.push(sentences.slice(0, 9).join(' '));
    yield text;
  }
}

gc?.();
const before = process.memoryUsage();
const index = new CopyIndex(() => null);
let spent = 0;
let computed = 0;
let met = 0;
let n = 0;
const BATCH = 1000;
const source = stories(documents);
for (let batch = take(source); batch.length > 0; batch = take(source)) {
  const start = performance.now();
  const used = process.cpuUsage();
  for (const text of batch) met += Math.min(1, index.candidates(`d${n++}`, wordsOf(text)).length);
  spent += performance.now() - start;
  const { user, system } = process.cpuUsage(used);
  computed += (user + system) / 1000;
}

function take(texts: Generator<string>): string[] {
  const batch: string[] = [];
  for (let i = 0; i < BATCH; i++) {
    const { value, done } = texts.next();
    if (done) break;
    batch.push(value);
  }
  return batch;
}
gc?.();
const after = process.memoryUsage();
const megabytes = (bytes: number): number => Math.round(bytes / 1e6);
process.stdout.write(
  `${documents} documents of 360 words: ${(spent / 1000).toFixed(1)} s, of computing ${(computed / 1000).toFixed(1)} s; index ${megabytes(index.bytes)} MB, ` +
    `process grew by ${megabytes(after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers)} MB; ${met} met an earlier one\n`,
);
