/** Finds the body of a dump: the stretch of lines that reads most like running text. */

import { findDateline } from './dateline.ts';
import { type FurnitureRule, findFurniture } from './furniture.ts';
import type { Line } from './line.ts';
import { withoutBullet } from './line.ts';
import { countWords, hasSentenceEnd, isCutShort } from './sentence.ts';
import { aside, body, type Verdict } from './verdict.ts';

// Weights measured on the text-only rendering of 85 pages (see docs/article.md).
const MIN_WORDS = 10;
const MAX_GAIN = 60;
const REPEAT_PENALTY = 2;
/** From here on a line without a sentence end is more likely a careless paragraph than a headline. */
const LONG_LINE = 18;
/** A second stretch joins the first over at most this many lines. */
const MAX_BREAK = 6;
/** And it must be worth this much by itself. */
const SECOND = 60;
/** A date or a byline stands at most this many lines above a story. */
const ANCHOR_REACH = 10;
const ANCHORED = 1.6;
const BEHIND_COMMENTS = 0.4;
const BEHIND_TEASERS = 0.6;
/** No teaser or comment opens with "HANOI (Reuters) –". */
const DATELINED = 2.5;
/** A sentence between two lines that are none is as often the snippet under another story's headline. */
const ISOLATED = 0.4;
/** More lines in a row that are no sentences than this are not a sub-heading, a caption and a link, but another part of the page. */
const LONG_RUN = 3;
const RUN_COST = 6;
/** A line that stands here this often is no story, even when it is a sentence: a caption, a banner. */
const TOO_OFTEN = 3;

interface Scored {
  readonly line: Line;
  readonly words: number;
  readonly furniture: FurnitureRule | null;
  readonly solid: boolean;
  readonly gain: number;
}

function scoreLines(lines: readonly Line[]): Scored[] {
  const count = new Map<string, number>();
  for (const line of lines) count.set(line.text, (count.get(line.text) ?? 0) + 1);
  let listed = false;
  const scored = lines.map((line) => {
    const plain = withoutBullet(line.text);
    const words = countWords(plain);
    const furniture = findFurniture(plain, words);
    const solid = furniture === null && words >= MIN_WORDS && hasSentenceEnd(line.text);
    let gain = solid ? Math.min(words, MAX_GAIN) : -Math.min(8, 3 + 0.3 * words);
    if (solid && (count.get(line.text) ?? 0) > 1) gain = -REPEAT_PENALTY;
    else if (furniture === null && !solid && words >= LONG_LINE && !isCutShort(line.text)) gain = 2;
    // The items of a list that the text announces cost nothing.
    if (!line.bullet) listed = furniture === null && /[:：]$/.test(line.text);
    else if (listed && gain < 0) gain = 0;
    return { line, words, furniture, solid, gain };
  });
  const weak = (index: number): boolean => scored[index] !== undefined && !hasSentenceEnd(scored[index].line.text);
  let run = 0;
  return scored.map((entry, index) => {
    run = entry.gain < 0 && weak(index) ? run + 1 : 0;
    if (run > LONG_RUN) return { ...entry, gain: entry.gain - RUN_COST };
    if (entry.solid && entry.gain > 0 && weak(index - 1) && weak(index + 1))
      return { ...entry, gain: entry.gain * ISOLATED };
    return entry;
  });
}

interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly sum: number;
}

/** Maximum-sum stretch of `gains[from, to)`; ends are exclusive. */
function bestStretch(scored: readonly Scored[], from: number, to: number): Stretch | null {
  let best: Stretch | null = null;
  let start = from;
  let sum = 0;
  for (let index = from; index < to; index++) {
    if (sum <= 0) {
      sum = 0;
      start = index;
    }
    sum += scored[index]!.gain;
    if (sum > 0 && (best === null || sum > best.sum)) best = { start, end: index + 1, sum };
  }
  return best;
}

/** The best stretch between each two walls, in text order. */
function findStretches(scored: readonly Scored[]): Stretch[] {
  const stretches: Stretch[] = [];
  let from = 0;
  for (let index = 0; index <= scored.length; index++) {
    if (index < scored.length && scored[index]!.furniture?.wall !== true) continue;
    const best = bestStretch(scored, from, index);
    if (best !== null) stretches.push(best);
    from = index + 1;
  }
  return stretches;
}

/** What stands above a stretch tells a story from comments and teasers of the same length. */
function trustIn(scored: readonly Scored[], stretch: Stretch): number {
  let trust = findDateline(scored[stretch.start]!.line.text, 0) === null ? 1 : DATELINED;
  for (let index = stretch.start - 1; index >= Math.max(0, stretch.start - ANCHOR_REACH); index--) {
    const furniture = scored[index]!.furniture;
    if (furniture?.kind === 'date' || furniture?.kind === 'byline') return trust * ANCHORED;
    if (furniture?.wall !== true) continue;
    if (furniture.kind === 'comment') trust *= BEHIND_COMMENTS;
    else if (furniture.kind === 'teaser') trust *= BEHIND_TEASERS;
  }
  return trust;
}

/** A short sentence beside the stretch belongs to it. */
function isShortSentence(entry: Scored): boolean {
  return (
    entry.furniture === null && entry.words >= 4 && hasSentenceEnd(entry.line.text) && !/[:;]$/.test(entry.line.text)
  );
}

export interface Selection {
  readonly verdicts: readonly Verdict[];
  /** Position of the first body line, -1 when there is none. */
  readonly first: number;
}

/** The body as one stretch, or several with short breaks between them. */
function chooseBody(scored: readonly Scored[]): Stretch[] {
  const stretches = findStretches(scored);
  let best = -1;
  let most = 0;
  for (const [index, stretch] of stretches.entries()) {
    const worth = stretch.sum * trustIn(scored, stretch);
    if (worth > most) {
      most = worth;
      best = index;
    }
  }
  const main = stretches[best] ?? shortBody(scored);
  if (main === null) return [];
  const chosen = [widen(scored, main)];
  for (let index = best - 1; index >= 0 && joins(scored, stretches[index]!, chosen[0]!); index--) {
    chosen.unshift(widen(scored, stretches[index]!));
  }
  for (
    let index = best + 1;
    best >= 0 && index < stretches.length && joins(scored, chosen.at(-1)!, stretches[index]!);
    index++
  ) {
    chosen.push(widen(scored, stretches[index]!));
  }
  return chosen;
}

/** Takes in what Kadane leaves at the ends: short sentences, announced lists, the sentence at which a paywall cut. */
function widen(scored: readonly Scored[], stretch: Stretch): Stretch {
  let { start, end } = stretch;
  // "The following is attributable to …:" opens a statement.
  const opens = (entry: Scored): boolean =>
    entry.words >= 6 && (isShortSentence(entry) || (entry.furniture === null && /[:：]$/.test(entry.line.text)));
  while (start > 0 && opens(scored[start - 1]!)) start--;
  let listed = /[:：]$/.test(scored[end - 1]!.line.text);
  for (; end < scored.length; end++) {
    const entry = scored[end]!;
    if (entry.furniture !== null) break;
    if (listed && entry.line.bullet) continue;
    if (isShortSentence(entry) || entry.words >= LONG_LINE) {
      listed = false;
      continue;
    }
    break;
  }
  return { start, end, sum: stretch.sum };
}

/** Decides every line of a dump. Same length and order as `lines`. */
export function selectBody(lines: readonly Line[]): Selection {
  const scored = scoreLines(lines);
  const main = chooseBody(scored);
  const inside = new Set<number>();
  for (const stretch of main) for (let index = stretch.start; index < stretch.end; index++) inside.add(index);
  const seen = new Map<string, number>();
  for (const { line } of scored) seen.set(line.text, (seen.get(line.text) ?? 0) + 1);

  const verdicts = scored.map((entry, index): Verdict => {
    if (!inside.has(index)) return typeOutside(entry.line);
    if (entry.furniture !== null) return aside(entry.line, entry.furniture.kind, entry.furniture.id);
    const again = seen.get(entry.line.text) ?? 0;
    if (again >= TOO_OFTEN || (again > 1 && scored[index - 1]?.line.text === entry.line.text)) {
      return aside(entry.line, 'teaser', 'line/repeated');
    }
    if (entry.solid || hasSentenceEnd(entry.line.text)) return body(entry.line);
    // Behind a sentence of the story it is where a paywall cut; elsewhere it is a snippet.
    const cutOff = entry.words >= LONG_LINE && scored[index - 1]?.solid === true;
    if (isCutShort(entry.line.text) && entry.words >= MIN_WORDS && !cutOff)
      return aside(entry.line, 'teaser', 'line/cut-short');
    if (again > 1) return aside(entry.line, 'teaser', 'line/repeated');
    return isHeading(scored, index) ? { line: entry.line, role: 'heading', reason: '' } : body(entry.line);
  });
  return { verdicts, first: main[0]?.start ?? -1 };
}

/** A page of short lines only (a brief, a poem of headlines): the longest run of lines with a sentence end. */
function shortBody(scored: readonly Scored[]): Stretch | null {
  let best: Stretch | null = null;
  for (let index = 0; index < scored.length; index++) {
    let end = index;
    let sum = 0;
    while (end < scored.length && scored[end]!.furniture === null && hasSentenceEnd(scored[end]!.line.text))
      sum += scored[end++]!.words;
    if (sum >= 5 && (best === null || sum > best.sum)) best = { start: index, end, sum };
    if (end > index) index = end;
  }
  return best;
}

function joins(scored: readonly Scored[], left: Stretch, right: Stretch): boolean {
  const between = scored.slice(left.end, right.start);
  return (
    between.length <= MAX_BREAK &&
    Math.min(left.sum, right.sum) >= SECOND &&
    between.every((entry) => entry.furniture?.wall !== true || entry.furniture.kind === 'teaser')
  );
}

function isHeading(scored: readonly Scored[], index: number): boolean {
  const { line, words } = scored[index]!;
  const next = scored[index + 1];
  return (
    words <= 14 &&
    !line.bullet &&
    next !== undefined &&
    (next.solid || next.line.bullet) &&
    /^[\p{Lu}\p{Lo}\p{N}"“‘'«]/u.test(line.text)
  );
}

/** Names a line that lies outside the body. */
export function typeOutside(line: Line): Verdict {
  const plain = withoutBullet(line.text);
  const words = countWords(plain);
  const furniture = findFurniture(plain, words);
  if (furniture !== null) return aside(line, furniture.kind, furniture.id);
  if (isCutShort(line.text)) return aside(line, 'teaser', 'outside/cut-short');
  if (words >= MIN_WORDS && hasSentenceEnd(line.text)) return aside(line, 'teaser', 'outside/sentence');
  if (words <= 4) return aside(line, 'nav', 'outside/short');
  return aside(line, 'teaser', 'outside/line');
}
