/** The spin gate: does the wording show that a machine exchanged words for synonyms? Three signals, each with its words. */

import type { Flag, Restoration, Span } from '../core/index.ts';
import type { WordingHit } from './find.ts';
import type { Replacement } from './replaced.ts';

export interface GateVerdict {
  readonly spun: boolean;
  readonly flags: readonly Flag[];
}

// On genuine press and treebank text the first rule stays under a third of this: docs/decisions/0041-spin-gate.md.
const WEIGHT_PER_1000 = 3;
const KINDS = 4;
// A short text needs the same number of kinds of wording, and never fewer than this much weight.
const LEAST_WEIGHT = 4;
const GARBLED_NAMES = 2;
// Wording of the first weight no writer writes; of the second, few. A short text has no room for more than one or two of them.
const UNMISTAKABLE = 3;
const TELLING = 1.5;
const SHORT = 150;

// Over all genuine documents at hand the score of replaced words stays under the first; the second needs another sign beside it.
const REPLACED = 0.32;
const REPLACED_WITH_OTHERS = 0.26;
const LEAST_JUDGED = 20;

/** Whether anything but names speaks for spinning at all; only then do garbled names matter to the gate. */
export function isDoubtful(hits: readonly WordingHit[], replaced: Replacement): boolean {
  return (
    kindsOf(hits) >= 2 ||
    kindsOf(hits, TELLING) > 0 ||
    (replaced.judged >= LEAST_JUDGED && replaced.score >= REPLACED_WITH_OTHERS)
  );
}

const kindsOf = (hits: readonly WordingHit[], least = Number.MIN_VALUE): number =>
  new Set(hits.filter((hit) => hit.wording.weight >= least).map((hit) => hit.wording.pattern)).size;

/**
 * Fires on many kinds of rewritten wording, on some wording together with garbled names, or on a text full of words that stand where a
 * commoner one fits better.
 *
 * One odd phrase is an author; one odd name a misprint; some rare words a taste.
 */
export function gate(
  hits: readonly WordingHit[],
  garbled: readonly Restoration[],
  replaced: Replacement,
  text: string,
  wordCount: number,
): GateVerdict {
  const weight = hits.reduce((sum, hit) => sum + hit.wording.weight, 0);
  const kinds = kindsOf(hits);
  const unmistakable = kindsOf(hits, UNMISTAKABLE);
  const short = wordCount <= SHORT;
  const per1000 = (weight / Math.max(wordCount, 200)) * 1000;
  const names = new Set(garbled.map(({ to }) => to)).size;
  const byWording =
    (per1000 >= WEIGHT_PER_1000 && kinds >= KINDS && weight >= LEAST_WEIGHT) ||
    unmistakable >= 2 ||
    (short && (unmistakable > 0 || kindsOf(hits, TELLING) >= 2 || (kinds >= 2 && weight >= TELLING)));
  const byNames =
    (names >= GARBLED_NAMES && kinds >= 2 && weight >= 2) || (short && names > 0 && kindsOf(hits, TELLING) > 0);
  const score = replaced.judged >= LEAST_JUDGED ? replaced.score : 0;
  const others = names > 0 || (kinds >= 2 && weight >= 2);
  const byWords = score >= REPLACED || (score >= REPLACED_WITH_OTHERS && others);
  const signals = [byWording ? 'wording' : '', byNames ? 'names' : '', byWords ? 'words' : ''].filter(
    (one) => one !== '',
  );
  if (signals.length === 0) return { spun: false, flags: [] };
  const nameExamples = garbled.slice(0, 3).map(({ from, to }) => `“${from}” for “${to}”`);
  const examples = [...new Set(hits.map((hit) => hit.wording))]
    .sort((a, b) => b.weight - a.weight)
    .slice(0, 4)
    .map(
      ({ replaced: words, usual }) => `“${(words[0] as readonly string[]).join(' ')}”${usual ? ` for “${usual}”` : ''}`,
    );
  const shown = byWords ? replaced.words.filter(({ probability }) => probability >= 0.3).slice(0, MOST_SHOWN) : [];
  const words = shown
    .slice(0, byWording ? 2 : 6)
    .map(({ span, likelier }) => `“${text.slice(...span)}” for “${likelier}”`);
  const spans: Span[] = [
    ...garbled.map(({ span }) => span),
    ...hits.map(({ span }) => span),
    ...shown.map(({ span }) => span),
  ].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  return {
    spun: true,
    flags: [
      {
        code: 'spun',
        ledger: 'integrity',
        strength: signals.length > 1 || (byWording && per1000 >= 4 * WEIGHT_PER_1000) ? 'strong' : 'medium',
        reason: `The text reads as machine-rewritten: ${[...nameExamples, ...examples, ...words].join(', ')}. Its quotations are not verbatim.`,
        spans,
        rule: `spin/${signals.join('+')}`,
      },
    ],
  };
}

const MOST_SHOWN = 40;
