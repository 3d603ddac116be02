/** Words that stand where a commoner one fits better: what a text is full of when a machine exchanged words for synonyms, whichever machine. */

import type { Span } from '../core/index.ts';
import type { WordVectors } from './vectors.ts';
import type { Word } from './words.ts';

/** One line of data/spin/commoner.tsv. */
interface Entry {
  readonly word: string;
  /** Logarithm of its rank among the words of news and encyclopaedia text. */
  readonly level: number;
  /** Commoner synonyms, most common first, as rows of `entries`. */
  readonly commoner: readonly string[];
}

export interface Commoner {
  readonly entries: ReadonlyMap<string, Entry>;
  readonly vectors: WordVectors;
  readonly net: Net | null;
}

/** A small network over the features below; its card is models/spin.card.md. */
export interface Net {
  readonly mean: readonly number[];
  readonly deviation: readonly number[];
  /** hidden × features */
  readonly hidden: readonly (readonly number[])[];
  readonly bias: readonly number[];
  readonly out: readonly number[];
  readonly outBias: number;
}

export interface ReplacedWord {
  readonly span: Span;
  /** The likelier word, uninflected. */
  readonly likelier: string;
  /** How likely the word stands in place of another, 0..1. */
  readonly probability: number;
}

export interface Replacement {
  /** Root mean square of the probabilities, less a half over the root of their number: a few odd words are an author. */
  readonly score: number;
  /** Words that could have been exchanged. */
  readonly judged: number;
  /** Likeliest first. */
  readonly words: readonly ReplacedWord[];
}

// The most frequent words are nobody's synonym and say nothing of a context.
const FREQUENT = new Set(
  'the of to and in for that on is was said with he as it by at from his an be has are have but were not this who they had which will their or its one after new been also we would two more first about up when year there all out she other people her percent than over into last some government time you years if no world can three do president only state million could us most against so them what him united during before may since many while where states because now city made like between did just national day country under such second then company group any through china four being down war back off south american minister police well including team international week officials still both even high part told those end former'.split(
    ' ',
  ),
);
/** Longer texts are judged by their opening. */
const MOST_WORDS = 1500;
const AROUND = 4;
export const FEATURES = 15;

export function parseCommoner(tsv: string): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const line of tsv.split('\n')) {
    if (line === '' || line.startsWith('#') || line.startsWith('word\t')) continue;
    const [word = '', level = '', commoner = ''] = line.split('\t');
    entries.set(word, { word, level: Number(level) / 10, commoner: commoner === '' ? [] : commoner.split('|') });
  }
  return entries;
}

interface Judged {
  readonly word: Word;
  readonly likelier: string;
  readonly features: Float64Array;
}

/** Every word in lower case that has a commoner synonym, with what its surroundings say. */
export function judgeable(words: readonly Word[], { entries, vectors }: Commoner): Judged[] {
  const { rows, scale, dim } = vectors;
  const text = words.slice(0, MOST_WORDS);
  const row = text.map(({ lower }) => (/^\p{L}+$/u.test(lower) && lower.length > 1 ? vectors.rowOf(lower) : -1));
  const content: number[] = [];
  const before = text.map(({ lower }, k) => {
    const here = content.length;
    if ((row[k] as number) >= 0 && !FREQUENT.has(lower)) content.push(k);
    return here;
  });
  if (content.length < 5) return [];
  const whole = new Float64Array(dim);
  for (const k of content) add(whole, row[k] as number, vectors);
  const found: Judged[] = [];
  const near = new Float64Array(dim);
  for (let k = 0; k < text.length; k++) {
    const word = text[k] as Word;
    if (word.capital || word.lower.length < 3 || FREQUENT.has(word.lower)) continue;
    const stems = stemsOf(word.lower).filter((stem) => entries.has(stem));
    const candidates = [...new Set(stems.flatMap((stem) => entries.get(stem)?.commoner ?? []))];
    if (candidates.length === 0) continue;
    const own = row[k] as number;
    const known = own >= 0;
    const at = known ? own : vectors.rowOf(stems[0] as string);
    const level = Math.min(...stems.map((stem) => (entries.get(stem) as Entry).level));
    near.fill(0);
    let around = 0;
    const here = before[k] as number;
    for (let j = Math.max(0, here - AROUND); j < Math.min(content.length, here + AROUND + 1); j++) {
      const other = content[j] as number;
      if (other === k) continue;
      around++;
      add(near, row[other] as number, vectors);
    }
    if (around === 0) continue;
    const left = k > 0 ? (row[k - 1] as number) : -1;
    const right = k + 1 < text.length ? (row[k + 1] as number) : -1;
    const company = (of: number): [near: number, whole: number, left: number, right: number] => {
      if (of < 0) return [0, 0, 0, 0];
      let [a, b, c, d] = [0, 0, 0, 0];
      for (let i = 0; i < dim; i++) {
        const x = rows[of * dim + i] as number;
        a += x * (near[i] as number);
        b += x * ((whole[i] as number) - (at < 0 ? 0 : (rows[at * dim + i] as number) * (scale[at] as number)));
        if (left >= 0) c += x * (rows[left * dim + i] as number) * (scale[left] as number);
        if (right >= 0) d += x * (rows[right * dim + i] as number) * (scale[right] as number);
      }
      const s = scale[of] as number;
      return [(a * s) / around, (b * s) / content.length, c * s, d * s];
    };
    const mine = company(at);
    let best: { gain: number; word: string; rise: number; by: number[] } | null = null;
    let rise = 0;
    let risen = 0;
    for (const candidate of candidates) {
      const theirs = company(vectors.rowOf(candidate));
      const up = level - (entries.get(candidate)?.level ?? level);
      const by = theirs.map((value, i) => value - (mine[i] as number));
      const gain = 4 * (by[0] as number) + 4 * (by[1] as number) + 0.5 * up + (by[2] as number) + (by[3] as number);
      rise = Math.max(rise, up);
      if (up > 2) risen++;
      if (best === null || gain > best.gain) best = { gain, word: candidate, rise: up, by };
    }
    if (best === null) continue;
    found.push({
      word,
      likelier: best.word,
      features: Float64Array.of(
        level,
        best.rise,
        rise,
        ...best.by,
        ...mine,
        Math.log(candidates.length),
        best.gain,
        risen,
        known ? 0 : 1,
      ),
    });
  }
  return found;
}

export function findReplaced(words: readonly Word[], commoner: Commoner): Replacement {
  const judged = judgeable(words, commoner);
  const { net } = commoner;
  if (net === null || judged.length === 0) return { score: 0, judged: 0, words: [] };
  const found = judged.map(
    ({ word, likelier, features }): ReplacedWord => ({
      span: [word.start, word.end],
      likelier,
      probability: probability(features, net),
    }),
  );
  return {
    score:
      Math.sqrt(found.reduce((sum, one) => sum + one.probability ** 2, 0) / found.length) -
      0.5 / Math.sqrt(found.length),
    judged: found.length,
    words: found.sort((a, b) => b.probability - a.probability || a.span[0] - b.span[0]),
  };
}

function probability(features: Float64Array, net: Net): number {
  let sum = net.outBias;
  net.hidden.forEach((weights, h) => {
    let inner = net.bias[h] as number;
    for (let i = 0; i < FEATURES; i++) {
      const value = ((features[i] as number) - (net.mean[i] as number)) / (net.deviation[i] as number);
      inner += (weights[i] as number) * Math.max(-6, Math.min(6, value));
    }
    sum += Math.tanh(inner) * (net.out[h] as number);
  });
  return 1 / (1 + Math.exp(-sum));
}

function add(sum: Float64Array, row: number, { rows, scale, dim }: WordVectors): void {
  const s = scale[row] as number;
  for (let i = 0; i < dim; i++) sum[i] = (sum[i] as number) + (rows[row * dim + i] as number) * s;
}

/** The word and what it may be an inflected form of. */
function stemsOf(word: string): string[] {
  const stems = [word];
  if (/(?:ies|ied)$/.test(word)) stems.push(`${word.slice(0, -3)}y`);
  if (/(?:es|ed)$/.test(word)) stems.push(word.slice(0, -2), word.slice(0, -1));
  if (word.endsWith('s')) stems.push(word.slice(0, -1));
  if (word.endsWith('ing')) stems.push(word.slice(0, -3), `${word.slice(0, -3)}e`);
  if (word.endsWith('ings')) stems.push(word.slice(0, -4), `${word.slice(0, -4)}e`);
  return stems;
}
