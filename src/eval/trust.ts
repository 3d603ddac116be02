/** Scores spin gate, restoration and the checks on consistency: false alarms on genuine text, a spinner's recall, planted contradictions. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPage } from '../article/index.ts';
import type { Flag, Judged, Restoration } from '../core/index.ts';
import { type Knowledge, makeKnowledge, type Row, readTables } from '../knowledge/index.ts';
import { parse } from '../language/index.ts';
import { type Kit, readArticle } from '../pipeline.ts';
import { findGarbledNames, restore, wordsOf } from '../restore/index.ts';
import { type GoldItem, pageOf, readGold } from './diplomatic.ts';
import { alignedScores } from './restored-names.ts';
import type { EvalContext, Score, Scorer } from './scorer.ts';
import { loadSpinner, type SpinInput, type SpinnerTables, type SpinStyle, spin } from './spinner.ts';
import { readDocuments } from './treebank.ts';

const TREEBANKS = ['ewt-dev', 'ewt-test', 'ewt-train', 'gum-dev', 'gum-test', 'gum-train'];
/** Shorter pieces carry no judgement. */
const LEAST_CHARS = 200;

const judged = (id: string, text: string, published: string | null, kit: Kit): Judged =>
  readArticle(readPage(pageOf({ id, text, published, publisher: null, title: null })), kit);

/** Genuine documents: of the treebanks, and the bodies of the article pages. */
function genuine(goldDir: string): { id: string; text: string }[] {
  const documents = TREEBANKS.map((name) => join(goldDir, 'treebanks', `${name}.conllu`))
    .filter(existsSync)
    .flatMap((path) => readDocuments(path))
    .map(({ id, text }) => ({ id, text }));
  const truth = join(goldDir, 'articles', 'ground-truth.json');
  if (existsSync(truth)) {
    const bodies = JSON.parse(readFileSync(truth, 'utf8')) as Record<string, { articleBody: string }>;
    for (const [id, { articleBody }] of Object.entries(bodies)) documents.push({ id, text: articleBody });
  }
  return documents.filter(({ text }) => text.length >= LEAST_CHARS);
}

export interface Alarms {
  readonly documents: number;
  readonly spun: number;
  readonly hold: number;
  /** Strong or medium flags of consistency. */
  readonly contradicting: number;
}

export function countAlarms(readings: Iterable<Pick<Judged, 'spun' | 'grade' | 'allFlags'>>): Alarms {
  let [documents, spun, hold, contradicting] = [0, 0, 0, 0];
  for (const reading of readings) {
    documents++;
    if (reading.spun) spun++;
    if (reading.grade === 'hold') hold++;
    if (reading.allFlags.some(isContradiction)) contradicting++;
  }
  return { documents, spun, hold, contradicting };
}

const isContradiction = (flag: Flag): boolean => flag.ledger === 'consistency' && flag.strength !== 'weak';

function alarmScores(goldDir: string, kit: Kit): Score[] {
  const all = genuine(goldDir);
  const {
    documents: n,
    spun,
    hold,
    contradicting,
  } = countAlarms(
    (function* () {
      for (const { id, text } of all) yield judged(id, text, null, kit);
    })(),
  );
  const rate = (measure: string, count: number): Score => ({
    measure: `trust/genuine/${measure}`,
    value: count / n,
    n,
    note: `${count} documents`,
    lowerIsBetter: true,
  });
  return [rate('spun', spun), rate('hold', hold), rate('contradicting', contradicting)];
}

const STYLES: readonly SpinStyle[] = ['synonyms', 'thesaurus', 'translation', 'names'];
const RATES = [0.1, 0.25, 0.5];
/** Each story is spun so often. */
const SEEDS = 3;

/** Standing names with one word exchanged by a spinner's table, in a sentence: how many are restored, and how many rightly. */
function nameScores(kit: Kit, tables: SpinnerTables): Score[] {
  const { organisations, groups, titles, rungs } = kit.knowledge;
  const names = new Set([
    ...[...organisations.values(), ...groups.values(), ...titles].map(({ name }) => name),
    ...rungs.flatMap((rung) => rung.names.slice(0, 1)),
  ]);
  const scores: Score[] = [];
  for (const source of ['synonyms', 'thesaurus'] as const) {
    let [n, proposed, right] = [0, 0, 0];
    for (const name of names) {
      const words = name.split(' ');
      if (words.length < 2) continue;
      words.forEach((word, at) => {
        const lower = word.toLowerCase();
        const [exchange] = tables[source].get(`${lower} a`) ?? tables[source].get(`${lower} n`) ?? [];
        if (exchange === undefined) return;
        const spun = words.map((one, i) => capital(i === at ? exchange : one)).join(' ');
        const [from, to] = [BEFORE.length, BEFORE.length + spun.length];
        const text = `${BEFORE}${spun} met on Monday.`;
        const found = restoredNames(text, kit).filter(({ span }) => span[0] < to && span[1] > from);
        n++;
        if (found.length > 0) proposed++;
        if (
          found.some((one) => bare(text.slice(from, one.span[0]) + one.to + text.slice(one.span[1], to)) === bare(name))
        )
          right++;
      });
    }
    scores.push(
      { measure: `trust/restore/${source}/recall`, value: right / n, n },
      { measure: `trust/restore/${source}/precision`, value: right / Math.max(1, proposed), n: proposed },
    );
  }
  return scores;
}

const BEFORE = 'Officials of the ';

/** As behind the gate: by the narrow table, else by the wide one. */
function restoredNames(text: string, kit: Kit): readonly Restoration[] {
  const words = wordsOf(text);
  const found = findGarbledNames(text, words, kit.restore);
  return found.length > 0 ? found : findGarbledNames(text, words, kit.restore, kit.restore.widely());
}

const capital = (word: string): string =>
  /^(?:of|the|and|for|in|on|to)$/.test(word)
    ? word
    : word.replace(/(?:^|\s)\p{Ll}/gu, (letter) => letter.toUpperCase());

const bare = (text: string): string =>
  text
    .toLowerCase()
    .replace(/^the\s+/, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Stories long enough to spin, of one split; those that are spun already left out. */
const storiesOf = (ownDir: string, split: GoldItem['split']): GoldItem[] =>
  readGold(ownDir).filter(
    (item) => item.split === split && item.text.length >= 600 && !item.slice.some((slice) => /spun|filler/.test(slice)),
  );

/** What the spinner needs of a story: its sentences, and the names of known bodies in it. */
function spinInput(item: GoldItem, kit: Kit): SpinInput {
  const reading = judged(item.id, item.text, item.published, kit);
  const { text } = reading.article;
  const names = reading.mentions
    .filter(
      ({ kind, form, entity, span }) =>
        kind === 'organization' && form === 'name' && entity?.startsWith('org:') && / /.test(text.slice(...span)),
    )
    .map(({ span }) => span)
    .sort((a, b) => a[0] - b[0]);
  return { text, sentences: parse(text, kit.language), names };
}

/** Another seed for each story, style, rate and turn, the same on every run. */
function seedOf(id: string, style: SpinStyle, rate: number, turn: number): number {
  let seed = Math.round(rate * 100) + 7919 * turn;
  for (const char of id + style) seed = (Math.imul(seed, 31) + char.charCodeAt(0)) >>> 0;
  return seed;
}

function spinScores(ownDir: string, kit: Kit, split: GoldItem['split']): Score[] {
  const tables = loadSpinner(ownDir);
  const stories = storiesOf(ownDir, split).map((story) => ({ story, input: spinInput(story, kit) }));
  const scores: Score[] = [];
  for (const style of STYLES) {
    for (const rate of RATES) {
      let flagged = 0;
      for (const { story, input } of stories) {
        for (let turn = 0; turn < SEEDS; turn++) {
          const { text } = spin(input, tables, style, rate, seedOf(story.id, style, rate, turn));
          if (restore(readPage(pageOf({ ...story, text })), kit.restore).spun) flagged++;
        }
      }
      scores.push({
        measure: `trust/spin/${split}/${style}-${rate * 100}/recall`,
        value: flagged / (stories.length * SEEDS),
        n: stories.length * SEEDS,
      });
    }
  }
  return scores;
}

/** Unseen documents of the treebanks, of every genre, with their words exchanged. */
function spunTreebanks(goldDir: string, kit: Kit, tables: SpinnerTables): Score[] {
  const documents = ['ewt-dev', 'ewt-test', 'gum-dev', 'gum-test']
    .map((name) => join(goldDir, 'treebanks', `${name}.conllu`))
    .filter(existsSync)
    .flatMap((path) => readDocuments(path))
    .filter(({ text }) => text.length >= 800);
  const scores: Score[] = [];
  for (const style of ['synonyms', 'thesaurus'] as const) {
    for (const rate of RATES) {
      let flagged = 0;
      documents.forEach(({ id, text, sentences }, seed) => {
        const tokens = sentences.map(({ words, start, end }, index) => ({
          index,
          span: [start, end] as const,
          block: 0,
          tokens: words.map((word) => ({ ...word, feats: '_', head: -1, deprel: '_' })),
        }));
        const spun = spin({ text, sentences: tokens, names: [] }, tables, style, rate, seed);
        const page = pageOf({ id, text: spun.text, published: null, publisher: null, title: null });
        if (restore(readPage(page), kit.restore).spun) flagged++;
      });
      scores.push({
        measure: `trust/spin/treebanks/${style}-${rate * 100}/recall`,
        value: flagged / documents.length,
        n: documents.length,
      });
    }
  }
  return scores;
}

/** A story of our own writing, with what was planted in it. */
export interface PlantedItem {
  readonly id: string;
  readonly split: 'tune' | 'test';
  /** Codes of which one has to be found; empty for the clean twin. */
  readonly flags: readonly string[];
  readonly text: string;
  readonly published: string | null;
  readonly title?: string;
}

export function readPlanted(ownDir: string): PlantedItem[] {
  return readFileSync(join(ownDir, 'contradictions.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as PlantedItem);
}

/** The shipped tables with the invented office-holders of the planted stories besides. */
export function knowingInvented(ownDir: string): Knowledge {
  const tables = readTables();
  const people: Row[] = [];
  const offices: Row[] = [];
  const coverage: Row[] = [];
  for (const line of readFileSync(join(ownDir, 'contradictions-offices.tsv'), 'utf8').split('\n').slice(2)) {
    const [name = '', country = '', office = '', from = '', to = ''] = line.split('\t');
    if (name === '') continue;
    people.push({ name, country, order: 'given-first', source: 'invented' });
    coverage.push({ who: country, office, from: '2000-01-01', to: '2025-01-01', source: 'invented' });
    offices.push({ who: country, office, person: name, from, to, kind: 'term', confidence: 'A', source: 'invented' });
  }
  return makeKnowledge({
    ...tables,
    people: [...(tables.people ?? []), ...people],
    offices: [...(tables.offices ?? []), ...offices],
    coverage: [...(tables.coverage ?? []), ...coverage],
  });
}

/** `kit` with the knowledge of `knowingInvented`. */
export const judgePlanted = (item: PlantedItem, kit: Kit): Judged =>
  readArticle(readPage(pageOf({ ...item, title: item.title ?? null, publisher: null })), kit);

function plantedScores(ownDir: string, kit: Kit, split: GoldItem['split']): Score[] {
  let [planted, found, twins, alarms] = [0, 0, 0, 0];
  for (const item of readPlanted(ownDir)) {
    if (item.split !== split) continue;
    const { allFlags } = judgePlanted(item, kit);
    if (item.flags.length === 0) {
      twins++;
      if (allFlags.some(isContradiction)) alarms++;
    } else {
      planted++;
      if (allFlags.some((flag) => item.flags.includes(flag.code) && flag.strength !== 'weak')) found++;
    }
  }
  return [
    { measure: `trust/planted/${split}/recall`, value: found / Math.max(1, planted), n: planted },
    {
      measure: `trust/planted/${split}/false-alarms`,
      value: alarms / Math.max(1, twins),
      n: twins,
      lowerIsBetter: true,
    },
  ];
}

export const trustScorer: Scorer = {
  name: 'trust',
  describe:
    'spin, restoration and contradictions: genuine documents, our own spinner, planted contradictions and their clean twins',
  needs: ['own/diplomatic', 'own/spinner', 'own/contradictions.jsonl', 'own/contradictions-offices.tsv'],
  async score(context: EvalContext) {
    const kit = await context.kit();
    const scores: Score[] = [];
    if (context.goldDir !== null) scores.push(...alarmScores(context.goldDir, kit));
    const tables = loadSpinner(context.ownDir);
    if (context.goldDir !== null) scores.push(...spunTreebanks(context.goldDir, kit, tables));
    scores.push(...nameScores(kit, tables));
    const informed = { ...kit, knowledge: knowingInvented(context.ownDir) };
    for (const split of ['tune', 'test'] as const)
      scores.push(
        ...spinScores(context.ownDir, kit, split),
        ...alignedScores(split, storiesOf(context.ownDir, split), kit, tables),
        ...plantedScores(context.ownDir, informed, split),
      );
    return scores;
  },
};
