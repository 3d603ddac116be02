/** Figures: how much of what, tied to its event, item and status. */

import type { Event, Figure, Mention, Mentioned, Sentence } from '../../core/index.ts';
import type { Knowledge } from '../../knowledge/index.ts';
import { ancestors } from '../../language/tree.ts';
import { isFigure } from './countable.ts';
import { statusOf } from './status.ts';
import type { FigureTables } from './tables.ts';

export { type FigureTables, loadFigureTables, parseFigureTables } from './tables.ts';

/** In text order; `event` is an index into `events`. Never throws on content. */
export function findFigures(
  doc: Mentioned,
  events: readonly Event[],
  tables: FigureTables,
  _knowledge: Knowledge,
): Figure[] {
  const figures: Figure[] = [];
  for (const mention of doc.mentions) {
    const reading = mention.quantity;
    const sent = doc.sentences[mention.sentence];
    if (mention.kind !== 'quantity' || reading === null || sent === undefined) continue;
    if (!isFigure(reading, doc.article.text.slice(mention.span[0], mention.span[1]))) continue;
    figures.push({
      value: reading.value,
      bound: reading.bound,
      unit: reading.unit,
      currency: reading.currency,
      currencyBasis: reading.currencyBasis,
      item: reading.item,
      partOf: reading.partOf,
      status: statusOf(sent, mention.head, tables),
      span: mention.span,
      evidence: sent.span,
      event: eventOf(sent, mention, events),
    });
  }
  return figures;
}

/** Types that move goods, money or people, before those that only speak of them. */
const MOVES = /^(AID|COOPERATE|SANCTION|RETREAT|ASSAULT|COERCE)$/;

/** The event of the same sentence whose trigger stands above the amount, else the nearest one; null for none. */
function eventOf(sent: Sentence, mention: Mention, events: readonly Event[]): number | null {
  const above = ancestors(sent, mention.head);
  let best: number | null = null;
  let least = Number.POSITIVE_INFINITY;
  events.forEach((event, index) => {
    if (event.evidence[0] > mention.span[0] || event.evidence[1] < mention.span[1]) return;
    const trigger = sent.tokens.findIndex((token) => token.start < event.trigger[1] && event.trigger[0] < token.end);
    if (trigger < 0) return;
    const up = above.indexOf(trigger);
    const distance = up >= 0 ? up : 10 + Math.abs(trigger - mention.head);
    const cost = distance - (MOVES.test(event.type) ? 0.5 : 0);
    if (cost < least) {
      least = cost;
      best = index;
    }
  });
  return best;
}
