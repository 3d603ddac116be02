/** Event claims made by hand. */

import type { Event } from '../../src/core/index.ts';
import type { EventClaim } from '../../src/record/facts/index.ts';

export type Told = Partial<Omit<EventClaim, 'event' | 'id'>> & {
  readonly id: string;
  readonly type?: Event['type'];
  readonly date?: string;
  readonly codes?: readonly [string, string];
};

/** An event of two states, each its own document unless told. */
export function eventClaim({ type = 'CONSULT', date, codes = ['USA', 'VNM'], ...told }: Told): EventClaim {
  const [actor, recipient] = codes.map((code) => ({
    text: code,
    span: [0, 1] as const,
    country: code,
    code,
    sector: 'GOV' as const,
    org: null,
    name: null,
    role: null,
    entity: `state:${code}`,
  }));
  return {
    document: told.id,
    quote: told.id,
    publisher: told.id,
    published: null,
    grade: 'usable',
    origin: told.id,
    source: null,
    ...told,
    event: {
      type,
      mode: null,
      contexts: [],
      alt: [],
      actors: [actor!],
      recipients: [recipient!],
      date: date === undefined ? null : { value: date, precision: 'day', basis: 'test', span: null },
      place: null,
      channel: null,
      modality: 'occurred',
      trigger: [0, 1],
      evidence: [0, 1],
      attributedTo: null,
      rule: 'test',
      confidence: 0.8,
    },
  };
}
