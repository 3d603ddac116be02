/** The spin gate: does the wording show that a machine exchanged words for synonyms? Two signals, each with its words. */

import type { Flag, Restoration, Span } from '../core/index.ts';
import type { WordingHit } from './find.ts';

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

/**
 * Fires on many kinds of rewritten wording, or on some wording together with garbled names.
 *
 * One odd phrase is an author; one odd name a misprint.
 */
export function gate(hits: readonly WordingHit[], garbled: readonly Restoration[], wordCount: number): GateVerdict {
  const weight = hits.reduce((sum, hit) => sum + hit.wording.weight, 0);
  const kinds = new Set(hits.map((hit) => hit.wording.pattern)).size;
  const per1000 = (weight / Math.max(wordCount, 200)) * 1000;
  const names = new Set(garbled.map(({ to }) => to)).size;
  const byWording = per1000 >= WEIGHT_PER_1000 && kinds >= KINDS && weight >= LEAST_WEIGHT;
  const byNames = names >= GARBLED_NAMES && kinds >= 2 && weight >= 2;
  if (!byWording && !byNames) return { spun: false, flags: [] };
  const examples = [...new Set(hits.map((hit) => hit.wording))]
    .sort((a, b) => b.weight - a.weight)
    .slice(0, 4)
    .map(({ replaced, usual }) => `“${(replaced[0] as readonly string[]).join(' ')}”${usual ? ` for “${usual}”` : ''}`);
  const nameExamples = garbled.slice(0, 3).map(({ from, to }) => `“${from}” for “${to}”`);
  const reasons = [...nameExamples, ...examples].join(', ');
  const spans: Span[] = [...garbled.map(({ span }) => span), ...hits.map(({ span }) => span)].sort(
    (a, b) => a[0] - b[0],
  );
  return {
    spun: true,
    flags: [
      {
        code: 'spun',
        ledger: 'integrity',
        strength: byWording && byNames ? 'strong' : byWording && per1000 >= 4 * WEIGHT_PER_1000 ? 'strong' : 'medium',
        reason: `The text reads as machine-rewritten: ${reasons}. Its quotations are not verbatim.`,
        spans,
        rule: byWording && byNames ? 'spin/wording+names' : byWording ? 'spin/wording' : 'spin/names',
      },
    ],
  };
}
