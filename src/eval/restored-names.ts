/** Scores names restored from an original in the record: stories spun by our own spinner, the story or a near copy of it beside them. */

import { readPage } from '../article/index.ts';
import type { Sentence, Span } from '../core/index.ts';
import { parse } from '../language/index.ts';
import { type Kit, readArticle } from '../pipeline.ts';
import {
  type AlignedRestoration,
  CopyIndex,
  type CopyInput,
  namesOf,
  type Original,
  restoreFromOriginals,
} from '../record/copies/index.ts';
import { type GoldItem, pageOf } from './diplomatic.ts';
import type { Score } from './scorer.ts';
import { type SpinnerTables, type SpunText, spin } from './spinner.ts';

const RATES = [0.1, 0.25, 0.5];
/** Each story is spun so often. */
const TURNS = 10;

export interface NameTally {
  /** Garbled names, and how many of them are whole again. */
  readonly names: number;
  readonly restored: number;
  /** Names proposed, and how many of them are what stood there. */
  readonly proposed: number;
  readonly right: number;
}

/** What the restorations make of a spun text, against what stood there. Pure. */
export function tallyNames(spun: SpunText, restorations: readonly AlignedRestoration[]): NameTally {
  const asFound = restorations.map(({ span, to }) => ({ span, to }));
  const asWas = spun.exchanges.map(({ span, from }) => ({ span, to: from }));
  const whole = (span: Span): boolean => {
    const wide = widened(span, [...asFound, ...asWas]);
    return bare(rewritten(spun.text, wide, asFound)) === bare(rewritten(spun.text, wide, asWas));
  };
  const proposals = restorations.filter(({ kind }) => kind !== 'term');
  const count = (spans: readonly { readonly span: Span }[]): number => spans.filter(({ span }) => whole(span)).length;
  return {
    names: spun.names.length,
    restored: count(spun.names),
    proposed: proposals.length,
    right: count(proposals),
  };
}

interface Change {
  readonly span: Span;
  readonly to: string;
}

/** The span with every change that reaches into it. */
function widened(span: Span, changes: readonly Change[]): Span {
  let [start, end] = span;
  for (let before = -1; before !== end - start; ) {
    before = end - start;
    for (const { span: other } of changes)
      if (other[0] < end && start < other[1]) [start, end] = [Math.min(start, other[0]), Math.max(end, other[1])];
  }
  return [start, end];
}

function rewritten(text: string, [start, end]: Span, changes: readonly Change[]): string {
  let [out, at] = ['', start];
  for (const { span, to } of changes) {
    if (span[0] < start || span[1] > end) continue;
    out += text.slice(at, span[0]) + to;
    at = span[1];
  }
  return out + text.slice(at, end);
}

const bare = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Runs of two proper nouns and more, by the tagger alone: what garbles knows nothing of what restores. */
function properNames(sentences: readonly Sentence[]): Span[] {
  const names: Span[] = [];
  for (const { tokens } of sentences) {
    for (let i = 0; i < tokens.length; ) {
      let end = i;
      while (tokens[end]?.xpos.startsWith('NNP')) end++;
      const [first, last] = [tokens[i], tokens[end - 1]];
      if (end - i > 1 && first !== undefined && last !== undefined) names.push([first.start, last.end]);
      i = Math.max(end, i + 1);
    }
  }
  return names;
}

/** The texts are taken for spun, as the gate or a person may have said; whether the gate does is measured by itself. */
export function alignedScores(
  split: GoldItem['split'],
  stories: readonly GoldItem[],
  kit: Kit,
  tables: SpinnerTables,
): Score[] {
  const read = stories.map((story) => ({ story, ...readNamed(story, kit) }));
  const scores: Score[] = [];
  const add = (name: string, rate: number, originals: ReadonlyMap<string, Original>): void => {
    const index = new CopyIndex((id) => inputOf(originals.get(id)));
    for (const original of originals.values()) index.add(inputOf(original) as CopyInput);
    const sum = { names: 0, restored: 0, proposed: 0, right: 0 };
    for (const [n, { original, sentences, names }] of read.entries()) {
      for (let turn = 0; turn < TURNS; turn++) {
        const seed = 104_729 * turn + 7919 * n + Math.round(rate * 100);
        const spun = spin({ text: original.text, sentences, names }, tables, 'names', rate, seed);
        const kin = index.meet({ id: 'spun', text: spun.text, publisher: null, url: null, spun: true });
        const own = kin.flatMap(({ other, relation }) => (relation === 'quotes' ? [] : (originals.get(other) ?? [])));
        const tally = tallyNames(spun, restoreFromOriginals(spun.text, own));
        for (const key of ['names', 'restored', 'proposed', 'right'] as const) sum[key] += tally[key];
      }
    }
    const measure = `trust/aligned/${split}/${name}-${rate * 100}`;
    scores.push(
      { measure: `${measure}/recall`, value: sum.restored / Math.max(1, sum.names), n: sum.names },
      { measure: `${measure}/precision`, value: sum.right / Math.max(1, sum.proposed), n: sum.proposed },
    );
  };
  const whole = new Map(read.map(({ original }) => [original.id, original]));
  for (const rate of RATES) add('names', rate, whole);
  const near = new Map(read.map(({ original, sentences }) => [original.id, abridged(original, sentences)]));
  add('near', 0.25, near);
  return scores;
}

function readNamed(story: GoldItem, kit: Kit): { original: Original; sentences: Sentence[]; names: Span[] } {
  const page = pageOf({ id: story.id, text: story.text, published: story.published, publisher: null, title: null });
  const reading = readArticle(readPage(page), kit);
  const { text } = reading.article;
  const sentences = parse(text, kit.language);
  const original = { id: story.id, name: story.id, text, names: namesOf(text, reading) };
  return { original, sentences: [...sentences], names: properNames(sentences) };
}

/** Without every fourth sentence: a copy that an editor shortened. Names keep their words and are looked for again. */
function abridged(original: Original, sentences: readonly Sentence[]): Original {
  let text = '';
  const names: Original['names'][number][] = [];
  for (const [n, { span }] of sentences.entries()) {
    if (n % 4 === 3) continue;
    if (text !== '') text += ' ';
    for (const name of original.names)
      if (span[0] <= name.span[0] && name.span[1] <= span[1])
        names.push({
          ...name,
          span: [name.span[0] - span[0] + text.length, name.span[1] - span[0] + text.length],
        });
    text += original.text.slice(...span);
  }
  return { ...original, text, names };
}

function inputOf(original: Original | undefined): CopyInput | null {
  return original === undefined
    ? null
    : { id: original.id, text: original.text, publisher: null, url: null, spun: false };
}
