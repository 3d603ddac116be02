/** Features of exchanged and genuine words for train/spin.py. `npx tsx train/spin.ts GOLD OUT`: reads the treebanks below GOLD, writes into OUT. */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type SpinnerTables, spin } from '../src/eval/spinner.ts';
import { type GoldDocument, readDocuments } from '../src/eval/treebank.ts';
import { judgeable, parseCommoner } from '../src/restore/replaced.ts';
import { loadWordVectors } from '../src/restore/vectors.ts';
import { wordsOf } from '../src/restore/words.ts';

const [gold = '', out = ''] = process.argv.slice(2);
const entries = parseCommoner(readFileSync(new URL('../data/spin/commoner.tsv', import.meta.url), 'utf8'));
const commoner = { entries, vectors: loadWordVectors(), net: null };

/** The shipped table turned round: a common word and the eight least rare of the words that would have been commoner as it. */
const rarer = new Map<string, string[]>();
for (const { word, commoner: list } of entries.values()) {
  for (const common of list) rarer.set(common, [...(rarer.get(common) ?? []), word]);
}
const synonyms = new Map<string, readonly string[]>();
for (const [word, list] of rarer) {
  const least = list.sort((a, b) => (entries.get(a)?.level ?? 0) - (entries.get(b)?.level ?? 0)).slice(0, 8);
  for (const pos of 'nvar') synonyms.set(`${word} ${pos}`, least);
}
const tables: SpinnerTables = { synonyms, thesaurus: new Map(), phrases: new Map() };

const features: number[] = [];
const documents: { set: string; spun: boolean; n: number; y: number[] }[] = [];
function enter(set: string, spun: boolean, text: string, edits: ReadonlySet<number>): void {
  const judged = judgeable(wordsOf(text), commoner);
  for (const one of judged) features.push(...one.features);
  documents.push({ set, spun, n: judged.length, y: judged.map(({ word }) => Number(edits.has(word.start))) });
}

const sentencesOf = (document: GoldDocument) =>
  document.sentences.map(({ words, start, end }, index) => ({
    index,
    span: [start, end] as const,
    block: 0,
    tokens: words.map((word) => ({ ...word, feats: '_', head: -1, deprel: '_' })),
  }));

let seed = 0;
for (const set of ['ewt-train', 'gum-train', 'ewt-dev', 'gum-dev', 'ewt-test', 'gum-test']) {
  for (const document of readDocuments(join(gold, 'treebanks', `${set}.conllu`))) {
    if (document.text.length < 400) continue;
    seed++;
    enter(set, false, document.text, new Set());
    for (const rate of [0.15, 0.4]) {
      const input = { text: document.text, sentences: sentencesOf(document), names: [] };
      const { text, edits } = spin(input, tables, 'synonyms', rate, seed);
      enter(set, true, text, new Set(edits));
    }
  }
}
writeFileSync(join(out, 'features.bin'), Buffer.from(new Float32Array(features).buffer));
writeFileSync(join(out, 'documents.json'), JSON.stringify(documents));
