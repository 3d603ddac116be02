/** Deliveries that are sales: what is shipped under a contract, to a buyer or for a price helps nobody for nothing. */

import type { Sentence } from '../../core/index.ts';
import { lemmaOf } from '../../language/tree.ts';
import type { Match } from './triggers.ts';
import type { Typed } from './typing.ts';

const MOVED = /^(ship|deliver|supply|export|send|receive|truck|unload)$/;
const WEIGHED =
  /^(oil|gas|lng|wheat|rice|maize|grain|corn|coal|fuel|diesel|petrol|crude|electricity|power|tonne|ton|barrel|cargo|shipment|helicopter|jet|plane|aircraft|tank|frigate|submarine|ship|boat|bus|truck|tractor|locomotive|missile|drone|howitzer|fertiliser|fertilizer|flour|sugar|medicine|vaccine|consignment|batch|radar|engine)$/;
const SALE =
  /^(sale|sold|bought|buyer|purchase|purchased|contract|commercial|trader|traders|tender|exporter|exporters|importer|importers|ordered)$/i;
const GIVEN = /^(aid|donated|donation|gift|grant|humanitarian|relief|free|pledged)$/i;

/** "shipped 40,000 tonnes of palm oil in the first such sale": trade, where the words say so and none of them says it is given. */
export function sold(match: Match, typed: Typed, sent: Sentence): Partial<Typed> | null {
  if (typed.type !== 'AID' || match.verb < 0 || match.noun < 0) return null;
  if (!MOVED.test(lemmaOf(sent, match.verb)) || !WEIGHED.test(match.trigger.noun ?? '')) return null;
  if (!sent.tokens.some((t) => SALE.test(t.form)) || sent.tokens.some((t) => GIVEN.test(t.form))) return null;
  return { type: 'COOPERATE', alt: ['AID'] };
}
