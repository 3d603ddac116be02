/** Events of the project's own gold: one-to-one against what was found, tolerated readings left out. */

import type { Event, Span } from '../core/index.ts';
import { type GoldItem, locate, type Tally } from './diplomatic.ts';
import { compare } from './event-score.ts';

export interface GoldParty {
  readonly text: string;
  readonly code: string | null;
  readonly sector: string | null;
}

export interface GoldEvent {
  readonly type: string;
  readonly alt?: readonly string[];
  readonly mode: string | null;
  readonly modality: string;
  readonly actors: readonly GoldParty[];
  readonly recipients: readonly GoldParty[];
  readonly trigger: string;
  readonly triggerAt?: number;
}

export type ItemWithEvents = GoldItem & {
  readonly events?: readonly GoldEvent[];
  readonly tolerated?: readonly { readonly type: string; readonly modality: string; readonly trigger: string }[];
};

export interface OwnScore {
  /** Type, actors and modality right. */
  readonly full: Tally;
  /** Type (accepted alternatives count). */
  readonly type: Tally;
  /** Of the pairs of one type: how many agree on modality, mode, cast. */
  readonly pairs: number;
  readonly modality: number;
  readonly mode: number;
  readonly cast: number;
}

const codes = (parties: readonly { readonly code: string | null }[]): string[] => parties.map((p) => p.code ?? '?');

const accepts = (gold: GoldEvent, found: Event): boolean =>
  found.type === gold.type || (gold.alt ?? []).includes(found.type);

const overlap = (a: Span | null, b: Span): boolean => a !== null && a[0] < b[1] && b[0] < a[1];

export function sameCast(gold: GoldEvent, found: Event): boolean {
  const actors = compare(codes(gold.actors), codes(found.actors));
  const recipients = compare(codes(gold.recipients), codes(found.recipients));
  return actors.fp + actors.fn + recipients.fp + recipients.fn === 0;
}

/** Pairs gold with found events: trigger and type first, then type in the same sentence. */
export function alignEvents(item: ItemWithEvents, found: readonly Event[]): readonly (readonly [GoldEvent, Event])[] {
  const pairs: (readonly [GoldEvent, Event])[] = [];
  const taken = new Set<Event>();
  const gold = item.events ?? [];
  const open = new Set(gold);
  const spans = new Map(gold.map((g) => [g, locate(item.text, g.trigger, g.triggerAt ?? 1)]));
  const passes: readonly ((g: GoldEvent, e: Event) => boolean)[] = [
    (g, e) => overlap(spans.get(g) ?? null, e.trigger) && accepts(g, e),
    (g, e) => accepts(g, e) && sameCast(g, e) && overlap(spans.get(g) ?? null, e.evidence),
    (g, e) => accepts(g, e) && overlap(spans.get(g) ?? null, e.evidence),
  ];
  for (const pass of passes)
    for (const g of open)
      for (const e of found) {
        if (taken.has(e) || !pass(g, e)) continue;
        taken.add(e);
        open.delete(g);
        pairs.push([g, e]);
        break;
      }
  return pairs;
}

export function scoreItem(item: ItemWithEvents, found: readonly Event[]): OwnScore {
  const pairs = alignEvents(item, found);
  const gold = item.events ?? [];
  const used = new Set(pairs.map(([, e]) => e));
  const extra = found.filter((e) => !used.has(e) && !isTolerated(item, e));
  let [full, modality, mode, cast] = [0, 0, 0, 0];
  for (const [g, e] of pairs) {
    const sameModality = g.modality === e.modality;
    const castRight = sameCast(g, e);
    if (sameModality) modality++;
    if (castRight) cast++;
    if ((g.mode ?? null) === e.mode) mode++;
    if (sameModality && castRight) full++;
  }
  return {
    type: { tp: pairs.length, fp: extra.length, fn: gold.length - pairs.length },
    full: { tp: full, fp: extra.length + pairs.length - full, fn: gold.length - full },
    pairs: pairs.length,
    modality,
    mode,
    cast,
  };
}

function isTolerated(item: ItemWithEvents, event: Event): boolean {
  return (item.tolerated ?? []).some(
    (t) =>
      (t.type === event.type || event.alt.some((a) => a === t.type)) &&
      overlap(locate(item.text, t.trigger), event.trigger),
  );
}
