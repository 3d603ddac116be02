/**
 * Packs what the training wrote into models/english.bin: int8 weights with one scale per row, fingerprints for words.
 *
 * Usage: tsx train/pack.ts --work DIR --out FILE
 */

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fnv } from '../src/language/features.ts';
import { packContainer, type Section } from '../src/models/index.ts';

const { values } = parseArgs({ options: { work: { type: 'string' }, out: { type: 'string' } } });
const work = values.work ?? '.';

interface Exported {
  hidden: number;
  arcDim: number;
  labelDim: number;
  wordDim: number;
  vectorDim: number;
  hashed: [number, number][];
  tags: string[];
  labels: string[];
  words: string[];
  vectorWords: string[];
  tensors: { name: string; shape: number[]; offset: number }[];
}

const exported = JSON.parse(readFileSync(join(work, 'network.json'), 'utf8')) as Exported;
const raw = readFileSync(join(work, 'network.f32'));
const all = new Float32Array(raw.buffer.slice(raw.byteOffset, raw.byteOffset + raw.byteLength));
const sections = new Map<string, Section>();

function tensor(name: string): { data: Float32Array; columns: number } {
  const found = exported.tensors.find((t) => t.name === name);
  if (!found) throw new Error(`no tensor ${name}`);
  const size = found.shape.reduce((a, b) => a * b, 1);
  return { data: all.subarray(found.offset, found.offset + size), columns: found.shape.at(-1) ?? 1 };
}

/** Rows as int8 with a scale each. */
function quantize(name: string, data: Float32Array, columns: number): void {
  const rows = data.length / columns;
  const scale = new Float32Array(rows);
  const out = new Int8Array(data.length);
  for (let r = 0; r < rows; r++) {
    let most = 0;
    for (let c = 0; c < columns; c++) most = Math.max(most, Math.abs(data[r * columns + c]!));
    scale[r] = most / 127 || 1;
    for (let c = 0; c < columns; c++) out[r * columns + c] = Math.round(data[r * columns + c]! / scale[r]!);
  }
  sections.set(name, out);
  sections.set(`${name}.scale`, scale);
}

const put = (name: string, from: string) => {
  const { data, columns } = tensor(from);
  quantize(name, data, columns);
};
const putFloats = (name: string, ...from: string[]) => {
  const parts = from.map((f) => tensor(f).data);
  sections.set(
    name,
    Float32Array.from(parts[0]!, (_, i) => parts.reduce((sum, part) => sum + part[i]!, 0)),
  );
};

/** Sorted fingerprints of words, and the order their rows must take. Of two words with one fingerprint the more frequent stays. */
function fingerprints(words: readonly string[]): { keys: Uint32Array; order: number[] } {
  const seen = new Map<number, number>();
  words.forEach((word, i) => {
    if (!seen.has(fnv(word))) seen.set(fnv(word), i);
  });
  const sorted = [...seen].sort(([a], [b]) => a - b);
  return { keys: Uint32Array.from(sorted, ([key]) => key), order: sorted.map(([, i]) => i) };
}

const vectors = new Int8Array(readFileSync(join(work, 'vectors.i8')));
const byVector = fingerprints(exported.vectorWords);
const dim = exported.vectorDim;
sections.set('vectors.keys', byVector.keys);
sections.set('vectors', Int8Array.from(byVector.order.flatMap((i) => [...vectors.subarray(i * dim, (i + 1) * dim)])));

const byWord = fingerprints(exported.words);
const embedded = tensor('words.weight').data;
const { wordDim } = exported;
// Row 0, the unknown word, stays in front.
const rows = [0, ...byWord.order.map((i) => i + 1)];
sections.set('words.keys', byWord.keys);
quantize(
  'words',
  Float32Array.from(rows.flatMap((i) => [...embedded.subarray(i * wordDim, (i + 1) * wordDim)])),
  wordDim,
);

for (const i of exported.hashed.keys()) put(`hashed.${i}`, `hashed.${i}.weight`);
for (const [layer, from] of [
  ['first', 'lstm1'],
  ['second', 'lstm2'],
] as const) {
  for (const [direction, suffix] of [
    ['forward', ''],
    ['backward', '_reverse'],
  ] as const) {
    put(`${layer}.${direction}.ih`, `${from}.weight_ih_l0${suffix}`);
    put(`${layer}.${direction}.hh`, `${from}.weight_hh_l0${suffix}`);
    putFloats(`${layer}.${direction}.bias`, `${from}.bias_ih_l0${suffix}`, `${from}.bias_hh_l0${suffix}`);
  }
}
for (const [name, from] of [
  ['tag', 'tag'],
  ['arcHead', 'arc_head'],
  ['arcDep', 'arc_dep'],
  ['labelHead', 'label_head'],
  ['labelDep', 'label_dep'],
  ['arc', 'arc'],
  ['label', 'label'],
] as const) {
  put(name, `${from}.weight`);
  putFloats(`${name}.bias`, `${from}.bias`);
}
putFloats('root', 'root');

const text = (name: string) => {
  const path = join(work, name);
  if (existsSync(path)) sections.set(name.replace('.tsv', ''), new Uint8Array(readFileSync(path)));
};
text('lemmas.tsv');
for (const name of ['tokens', 'sentences']) {
  const path = join(work, `segmenter.${name}.i16`);
  if (!existsSync(path)) continue;
  const data = readFileSync(path);
  sections.set(
    `segmenter.${name}`,
    new Int16Array(data.buffer.slice(data.byteOffset, data.byteOffset + data.byteLength)),
  );
}

const { hidden, arcDim, labelDim, hashed, tags, labels } = exported;
const meta = { network: { hidden, arcDim, labelDim, wordDim, vectorDim: dim, hashed, tags, labels } };
const packed = packContainer('english/1', meta, sections);
writeFileSync(values.out ?? 'models/english.bin', packed);
console.log(`${packed.length} bytes`);
