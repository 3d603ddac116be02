/** Scores copies: own stories in the variants that copiers make, against each other and against the genuine rest. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toPage } from '../acquire/index.ts';
import { readPage } from '../article/index.ts';
import { parse } from '../language/index.ts';
import type { Kit } from '../pipeline.ts';
import { CopyIndex, type CopyInput, type CopyRelation, kinship, type Side, wordsOf } from '../record/copies/index.ts';
import { pageOf, readGold } from './diplomatic.ts';
import type { EvalContext, Score, Scorer } from './scorer.ts';
import { loadSpinner, type SpinnerTables, spin } from './spinner.ts';

/** Copies of a story, and what they are to be called. */
export interface Variant {
  readonly name: string;
  readonly text: string;
  readonly relations: readonly CopyRelation[];
}

const LEAST_WORDS = 120;

interface Story {
  readonly id: string;
  readonly text: string;
}

/** Bodies of the sample stories that copy nothing, of the diplomatic documents, and of the article pages where they are there. */
export function storiesOf(context: EvalContext): Story[] {
  const stories: Story[] = [];
  const samples = join(context.ownDir, '../../samples');
  const seen = new Set<string>();
  for (const file of existsSync(samples) ? readdirSync(join(samples, 'stories')).sort() : []) {
    const expected = join(samples, 'expected', file.replace(/\.\w+$/, '.json'));
    const { origin } = JSON.parse(readFileSync(expected, 'utf8')) as { origin?: string };
    if (origin !== undefined && seen.has(origin)) continue;
    if (origin !== undefined) seen.add(origin);
    const bytes = readFileSync(join(samples, 'stories', file));
    stories.push({ id: file, text: readPage(toPage(bytes, { kind: file.endsWith('.html') ? 'html' : 'dump' })).text });
  }
  for (const item of readGold(context.ownDir))
    if (item.text.length > 700) stories.push({ id: item.id, text: readPage(pageOf({ ...item, title: null })).text });
  const truth = context.goldDir === null ? '' : join(context.goldDir, 'articles', 'ground-truth.json');
  if (truth !== '' && existsSync(truth)) {
    const bodies = JSON.parse(readFileSync(truth, 'utf8')) as Record<string, { articleBody: string }>;
    for (const [id, { articleBody }] of Object.entries(bodies)) stories.push({ id, text: articleBody });
  }
  return stories.filter(({ text }) => wordsOf(text).count >= LEAST_WORDS);
}

/** The variants of `story`; `others` lend teasers and the article around the inserted passage. */
export function variantsOf(story: Story, others: readonly Story[], spun: (rate: number) => string): Variant[] {
  const words = story.text.split(/(?<=\s)/);
  const take = (share: number): string => words.slice(0, Math.ceil(words.length * share)).join('');
  const paragraphs = story.text.split('\n').filter((line) => line.trim() !== '');
  const teasers = others.slice(0, 12).map(({ text }) => text.split(/\s+/).slice(0, 30).join(' '));
  const host = others[0]?.text ?? '';
  const passage = words.slice(10, 130).join('');
  return [
    {
      name: 'teasers',
      text: [...teasers.slice(0, 6), story.text, ...teasers.slice(6)].join('\n'),
      relations: ['excerpt', 'abridged', 'identical'],
    },
    { name: 'half', text: take(0.5), relations: ['excerpt'] },
    { name: 'quarter', text: take(0.25), relations: ['excerpt'] },
    { name: 'changed-11', text: changed(words, 9), relations: ['abridged', 'identical', 'rewrite'] },
    { name: 'changed-30', text: changed(words, 3.3), relations: ['abridged', 'rewrite'] },
    { name: 'passage-120', text: `${host}\n${passage}\n${others[1]?.text ?? ''}`, relations: ['excerpt', 'abridged'] },
    {
      name: 'abridged',
      text: paragraphs.filter((_, i) => i % 3 !== 2).join('\n'),
      relations: ['abridged', 'excerpt', 'identical'],
    },
    {
      name: 'headline',
      text: `Another heading altogether for the same story\n${story.text}`,
      relations: ['identical'],
    },
    { name: 'spun-25', text: spun(0.25), relations: ['spun', 'abridged', 'rewrite'] },
    { name: 'spun-50', text: spun(0.5), relations: ['spun', 'abridged', 'rewrite'] },
  ];
}

/** Every word form that falls on the beat is another word wherever it stands; names and numbers as well. */
function changed(words: readonly string[], every: number): string {
  const forms = new Map<string, boolean>();
  return words
    .map((word) => {
      const form = word.trim().toLowerCase();
      if (!forms.has(form)) forms.set(form, Math.floor((forms.size + 1) / every) > Math.floor(forms.size / every));
      return forms.get(form) === true
        ? word.replace(/[\p{L}\p{N}]+/u, (letters) => `${letters.slice(0, 1)}ox${letters.length}`)
        : word;
    })
    .join('');
}

export interface CopyTally {
  readonly found: number;
  readonly called: number;
  readonly n: number;
  /** Other stories taken for kin of a variant, quotations apart. */
  readonly wrong: number;
}

/** One copy of a story among all others. */
function meet(story: Story, variant: Variant, index: CopyIndex, lenders: ReadonlySet<string>): CopyTally {
  const kin = index.meet({
    id: 'variant',
    text: variant.text,
    publisher: null,
    url: null,
    spun: variant.name.startsWith('spun'),
  });
  const own = kin.find(({ other, relation }) => other === story.id && relation !== 'quotes');
  const wrong = kin.filter(({ other, relation }) => other !== story.id && relation !== 'quotes' && !lenders.has(other));
  return {
    found: own ? 1 : 0,
    called: own && variant.relations.includes(own.relation) ? 1 : 0,
    n: 1,
    wrong: wrong.length,
  };
}

function variantScores(stories: readonly Story[], kit: Kit, tables: SpinnerTables): Score[] {
  const byId = new Map(stories.map((story) => [story.id, story]));
  const input = ({ id, text }: Story): CopyInput => ({ id, text, publisher: null, url: null, spun: false });
  const index = new CopyIndex((id) => (byId.has(id) ? input(byId.get(id) as Story) : null));
  let pairs = 0;
  for (const story of stories) pairs += index.add(input(story)).filter(({ relation }) => relation !== 'quotes').length;
  const tallies = new Map<string, CopyTally>();
  stories.forEach((story, i) => {
    const sentences = parse(story.text, kit.language);
    const spun = (rate: number): string =>
      spin({ text: story.text, sentences, names: [] }, tables, 'thesaurus', rate, i + Math.round(rate * 100)).text;
    const others = Array.from({ length: 12 }, (_, k) => stories[(i + 3 + 5 * k) % stories.length] as Story).filter(
      (one) => one !== story,
    );
    for (const variant of variantsOf(story, others, spun)) {
      const lenders = new Set(variant.name === 'passage-120' ? others.slice(0, 2).map(({ id }) => id) : []);
      const { found, called, n, wrong } = meet(story, variant, index, lenders);
      const sum = tallies.get(variant.name) ?? { found: 0, called: 0, n: 0, wrong: 0 };
      tallies.set(variant.name, {
        found: sum.found + found,
        called: sum.called + called,
        n: sum.n + n,
        wrong: sum.wrong + wrong,
      });
    }
  });
  const scores: Score[] = [
    {
      measure: 'copies/genuine/false',
      value: pairs,
      n: stories.length,
      note: 'pairs of genuine stories taken for kin',
      lowerIsBetter: true,
    },
  ];
  for (const [name, { found, called, n, wrong }] of tallies) {
    scores.push({ measure: `copies/${name}/recall`, value: found / n, n });
    scores.push({ measure: `copies/${name}/relation`, value: found === 0 ? 0 : called / found, n: found });
    scores.push({ measure: `copies/${name}/false`, value: wrong, n, lowerIsBetter: true });
  }
  return scores;
}

/** What is no copy: two reports of one readout, a live page and its later state, two stories of one publisher under one closing paragraph. */
function notCopies(stories: readonly Story[]): Score[] {
  const side = (text: string, publisher: string | null, url: string | null = null): Side => ({
    words: wordsOf(text),
    publisher,
    url,
    spun: false,
  });
  const readout = `“${(stories[0]?.text ?? '')
    .replace(/["“”\n]/g, ' ')
    .split(' ')
    .slice(0, 90)
    .join(' ')}”`;
  let [quotes, revisions, n] = [0, 0, 0];
  for (let i = 1; i + 1 < stories.length; i += 2) {
    const [a, b] = [stories[i] as Story, stories[i + 1] as Story];
    n++;
    const shared = kinship(
      side(`${a.text}\n${readout}, the office said.`, 'A'),
      side(`${readout}, said the office.\n${b.text}`, 'B'),
    );
    if (shared === null || shared.relation === 'quotes') quotes++;
    const live = kinship(
      side(a.text, 'A', 'https://a.example/live'),
      side(`${b.text.slice(0, 600)}\n${a.text}`, 'A', 'https://a.example/live'),
    );
    if (live?.relation === 'revision') revisions++;
  }
  return [
    { measure: 'copies/shared-statement/no-copy', value: quotes / n, n },
    { measure: 'copies/live-page/revision', value: revisions / n, n },
  ];
}

export const copiesScorer: Scorer = {
  name: 'copies',
  describe: 'copies of own stories in ten variants; shared statements and live pages, which are none',
  needs: ['own/diplomatic', 'own/spinner'],
  async score(context) {
    const stories = storiesOf(context);
    return [...variantScores(stories, await context.kit(), loadSpinner(context.ownDir)), ...notCopies(stories)];
  },
};
