/** Scores statements: on the project's own diplomatic gold, and on the attribution relations of GUM. */

import type { Span, Statement } from '../core/index.ts';
import {
  f1Of,
  type GoldStatement,
  locate,
  NOTHING,
  ownScorer,
  plus,
  precisionOf,
  recallOf,
  type Tally,
} from './diplomatic.ts';
import type { Score } from './scorer.ts';
import { align, isStrict, isT50, type Spoken } from './statement-score.ts';

/** Of all places where `words` stand, the one nearest to `at`. */
function nearest(text: string, words: string, at: number): Span | null {
  let best: Span | null = null;
  for (let nth = 1; nth < 200; nth++) {
    const span = locate(text, words, nth);
    if (span === null) break;
    if (best === null || Math.abs(span[0] - at) < Math.abs(best[0] - at)) best = span;
  }
  return best;
}

export const goldSpoken = (text: string, gold: GoldStatement): Spoken => {
  const cue = gold.cue === null ? null : locate(text, gold.cue, gold.cueAt ?? 1);
  return {
    cue,
    content: gold.content.flatMap((words) => {
      const span = locate(text, words);
      return span === null ? [] : [span];
    }),
    source: gold.speaker === null ? null : nearest(text, gold.speaker.text, cue?.[0] ?? 0),
  };
};

export const foundSpoken = (found: Statement): Spoken => ({
  cue: found.cue,
  content: found.content,
  source: found.speaker?.span ?? null,
});

export interface StatementTally {
  readonly t50: Tally;
  readonly strict: Tally;
  /** Of the pairs with the right words: how many agree on each field. */
  readonly right: Readonly<
    Record<'identity' | 'anonymous' | 'act' | 'quotation' | 'verbatim' | 'via' | 'addressee', number>
  >;
  readonly pairs: number;
}

const fold = (name: string | null): string =>
  (name ?? '')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/đ/g, 'd')
    .toLowerCase()
    .trim();

/** Same name (a fuller form of it counts) and same country, where the gold knows one. */
function sameIdentity(gold: GoldStatement, found: Statement): boolean {
  const wanted = gold.speaker;
  const given = found.speaker;
  if (wanted === null || given === null) return wanted === null && given === null;
  const [a, b] = [fold(wanted.name), fold(given.name)];
  const name =
    a === b || (a !== '' && b !== '' && (a.endsWith(b) || b.endsWith(a) || a.startsWith(b) || b.startsWith(a)));
  return name && (wanted.country === null || wanted.country === given.country);
}

/** One item: gold and reader in, counts out. */
export function scoreStatements(
  text: string,
  gold: readonly GoldStatement[],
  found: readonly Statement[],
): StatementTally {
  const wanted = gold.map((one) => goldSpoken(text, one));
  const given = found.map(foundSpoken);
  const pairs = align(text, wanted, given);
  const good = pairs.filter(([g, f]) => isT50(text, wanted[g]!, given[f]!));
  const exact = pairs.filter(([g, f]) => isStrict(text, wanted[g]!, given[f]!));
  const tally = (tp: number): Tally => ({ tp, fp: found.length - tp, fn: gold.length - tp });
  const count = (test: (one: GoldStatement, other: Statement) => boolean): number =>
    good.filter(([g, f]) => test(gold[g]!, found[f]!)).length;
  return {
    t50: tally(good.length),
    strict: tally(exact.length),
    pairs: good.length,
    right: {
      identity: count(sameIdentity),
      anonymous: count((one, other) => (one.speaker?.anonymous ?? false) === (other.speaker?.anonymous ?? false)),
      act: count((one, other) => one.act === other.act),
      quotation: count((one, other) => one.quotation === other.quotation),
      verbatim: count((one, other) => one.verbatim === other.verbatim),
      via: count((one, other) => (one.via ?? []).length === other.via.length),
      addressee: count((one, other) => ((one.addressee ?? null) === null) === (other.addressee === null)),
    },
  };
}

export function addTallies(a: StatementTally, b: StatementTally): StatementTally {
  const right = { ...a.right };
  for (const key of Object.keys(right) as (keyof typeof right)[]) right[key] += b.right[key];
  return { t50: plus(a.t50, b.t50), strict: plus(a.strict, b.strict), pairs: a.pairs + b.pairs, right };
}

export const NO_STATEMENTS: StatementTally = {
  t50: NOTHING,
  strict: NOTHING,
  pairs: 0,
  right: { identity: 0, anonymous: 0, act: 0, quotation: 0, verbatim: 0, via: 0, addressee: 0 },
};

/** The numbers of one split, under "statements/own/SPLIT/…". */
export function statementScores(prefix: string, total: StatementTally): Score[] {
  const n = total.t50.tp + total.t50.fn;
  const scores: Score[] = [
    { measure: `${prefix}/t50/f1`, value: f1Of(total.t50), n },
    { measure: `${prefix}/t50/precision`, value: precisionOf(total.t50), n },
    { measure: `${prefix}/t50/recall`, value: recallOf(total.t50), n },
    { measure: `${prefix}/strict/f1`, value: f1Of(total.strict), n },
  ];
  for (const [key, value] of Object.entries(total.right))
    scores.push({ measure: `${prefix}/${key}`, value: total.pairs === 0 ? 0 : value / total.pairs, n: total.pairs });
  return scores;
}

export const statementScorer = ownScorer<StatementTally>({
  name: 'statements',
  describe: 'who said what: own diplomatic gold (T50, strict, speaker identity)',
  none: NO_STATEMENTS,
  tally: (item, { article, statements }) => scoreStatements(article.text, item.statements, statements),
  add: addTallies,
  report: statementScores,
});
