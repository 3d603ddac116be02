/** Readings gathered into facts in memory, by the same pure steps the store takes: kin, origins, claims, facts. */

import { CopyIndex, type CopyInput } from '../record/copies/index.ts';
import { type EventClaim, type Fact, findFacts } from '../record/facts/index.ts';
import { claimIds, type RecordedReading } from '../record/index.ts';
import { findOrigins, type KinEdge, type Origins } from '../record/origins.ts';

export interface Gathered {
  readonly claims: readonly EventClaim[];
  readonly facts: readonly Fact[];
  readonly origins: Origins;
}

/** Pure; the order of the readings makes no difference to the facts. */
export function gather(readings: readonly RecordedReading[]): Gathered {
  const sorted = [...readings].sort((a, b) => (a.id < b.id ? -1 : 1));
  const inputs = new Map<string, CopyInput>();
  const index = new CopyIndex((id) => inputs.get(id) ?? null);
  const edges: KinEdge[] = [];
  const descents = sorted.map((reading) => {
    const { id, article, credits } = reading;
    const spun = reading.flags.some(({ code }) => code === 'spun');
    const input = { id, text: article.text, publisher: article.publisher, url: article.url, spun };
    inputs.set(id, input);
    for (const { other, relation, alignment, why } of index.add(input)) {
      edges.push({ left: id, right: other, relation, aligned: alignment.aligned, why });
    }
    const words = article.text.split(/\s+/).length;
    return { id, publisher: article.publisher, published: article.published, credits, spun, words };
  });
  const origins = findOrigins(descents, edges);
  const claims = sorted.flatMap((reading): EventClaim[] => {
    const ids = claimIds(reading).events;
    const origin = origins.originOf.get(reading.id) ?? reading.id;
    return reading.events.map((event, n) => ({
      id: ids[n] as string,
      document: reading.id,
      event,
      quote: reading.article.text.slice(event.evidence[0], event.evidence[1]),
      publisher: reading.article.publisher,
      published: reading.article.published,
      grade: reading.grade,
      origin,
      source: origins.named.get(origin) ?? null,
      figures: reading.figures
        .filter((figure) => figure.event === n)
        .map((figure) => ({ figure, quote: reading.article.text.slice(figure.evidence[0], figure.evidence[1]) })),
    }));
  });
  return { claims, facts: findFacts(claims), origins };
}
