/** Why a sentence holds the events it holds, or none: its words, mentions, and every trigger that was tried. */

import type { Event, Mention, Mentioned, Sentence } from '../core/index.ts';
import type { Knowledge } from '../knowledge/index.ts';
import { mentionsIn } from '../mentions/index.ts';
import { type EventTables, findEvents, type Trace, type TraceStep } from './events/index.ts';

export interface Explanation {
  readonly sentence: Sentence;
  readonly text: string;
  readonly mentions: readonly Mention[];
  /** Triggers in the order they were tried, each fired or refused with its reason. */
  readonly steps: readonly TraceStep[];
  readonly events: readonly Event[];
  /** One line for a reader when there is no event; null otherwise. */
  readonly silence: string | null;
}

/** Explains sentence `index` (from 0); null when the document has no such sentence. Pure. */
export function explainSentence(
  doc: Mentioned,
  index: number,
  tables: { readonly events: EventTables },
  knowledge: Knowledge,
): Explanation | null {
  const sentence = doc.sentences[index];
  if (!sentence) return null;
  const trace: Trace = { steps: [] };
  const events = findEvents({ ...doc, sentences: doc.sentences }, tables.events, knowledge, { trace }).filter(
    (event) => event.evidence[0] === sentence.span[0],
  );
  const steps = trace.steps.filter((step) => step.sentence === index);
  const refusals = steps.filter((step) => step.outcome === 'refused');
  const silence =
    events.length > 0
      ? null
      : steps.length === 0
        ? 'No trigger of the lexicon stands in this sentence.'
        : refusals.map((step) => `${step.trigger} (${step.rule}): ${step.reason}`).join('; ');
  return {
    sentence,
    text: doc.article.text.slice(sentence.span[0], sentence.span[1]),
    mentions: mentionsIn(doc, index),
    steps,
    events,
    silence,
  };
}
