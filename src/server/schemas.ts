/** What the API answers, for its OpenAPI description: JSON Schema 2020-12, the Reading as docs/reading.schema.json has it. */

import { readFileSync } from 'node:fs';

export type Schema = { readonly [key: string]: unknown };

const text = { type: 'string' };
const number = { type: 'number' };
const whole = { type: 'integer' };
const truth = { type: 'boolean' };
const textOrNull = { type: ['string', 'null'] };
const grade = { type: 'string', enum: ['usable', 'use-with-care', 'hold'] };
const span = { type: 'array', items: { type: 'integer' }, minItems: 2, maxItems: 2 };
const counts = { type: 'object', additionalProperties: whole };
const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
const list = (items: Schema): Schema => ({ type: 'array', items });
const orNull = (schema: Schema): Schema => ({ anyOf: [schema, { type: 'null' }] });

/** Every property is required unless its name ends in "?"; more may come. */
function object(properties: { readonly [name: string]: Schema }): Schema {
  const names = Object.keys(properties);
  return {
    type: 'object',
    properties: Object.fromEntries(names.map((name) => [name.replace(/\?$/, ''), properties[name]])),
    required: names.filter((name) => !name.endsWith('?')),
  };
}

const summary = {
  id: text,
  url: textOrNull,
  title: textOrNull,
  publisher: textOrNull,
  published: textOrNull,
  firstSeen: text,
  grade,
  language: textOrNull,
  counts: object({ events: whole, statements: whole, figures: whole, relations: whole }),
  origin: text,
  copyOf: textOrNull,
  relation: textOrNull,
};

const inDocument = object({
  id: text,
  title: textOrNull,
  publisher: textOrNull,
  published: textOrNull,
  url: textOrNull,
  grade,
});

const derivation = object({ document: text, from: textOrNull, relation: text, status: text, why: text });

const relationClaim = object({
  id: text,
  document: text,
  relation: ref('Relation'),
  quote: text,
  publisher: textOrNull,
  published: textOrNull,
});

const interval = object({
  ladder: textOrNull,
  level: text,
  from: textOrNull,
  to: textOrNull,
  step: orNull({ type: 'object' }),
  claims: list(relationClaim),
  disagreements: list(object({ claim: relationClaim, why: text })),
});

/** Schemas by name; `Event`, `Statement`, `Figure` and `Relation` are those of the Reading. */
export function components(): { readonly [name: string]: Schema } {
  const { $schema: _, ...reading } = JSON.parse(
    readFileSync(new URL('../../docs/reading.schema.json', import.meta.url), 'utf8'),
  ) as { $schema: string; properties: { [name: string]: { items: Schema } } };
  const part = (name: string): Schema => reading.properties[name]?.items ?? {};
  return {
    Reading: reading,
    Event: part('events'),
    Statement: part('statements'),
    Figure: part('figures'),
    Relation: part('relations'),
    DocumentSummary: object(summary),
    Document: object({ ...summary, hash: text, reading: ref('Reading') }),
    Descent: object({
      origin: text,
      source: textOrNull,
      derivation: orNull(derivation),
      kin: list(object({ document: text, relation: text, words: whole, why: text })),
      family: list(text),
    }),
    TimelineItem: object({
      id: text,
      index: whole,
      event: ref('Event'),
      quote: text,
      day: textOrNull,
      dayBasis: { enum: ['event', 'published', null] },
      document: inDocument,
    }),
    Fact: object({
      id: text,
      story: text,
      state: text,
      day: textOrNull,
      event: ref('Event'),
      quote: text,
      claims: list(
        object({
          id: text,
          document: text,
          publisher: textOrNull,
          published: textOrNull,
          modality: text,
          date: textOrNull,
          quote: text,
          origin: text,
          why: textOrNull,
        }),
      ),
      states: list(object({ modality: text, since: textOrNull, claims: list(text) })),
      support: object({
        documents: list(text),
        publishers: list(text),
        origins: object({ min: whole, max: whole, ids: list(text) }),
        registers: list(text),
      }),
      disagreements: list(
        object({ slot: text, verdict: text, sides: list(object({ value: text, claims: list(text) })), why: text }),
      ),
      register: orNull(object({ verdict: { enum: ['confirmed', 'contradicted'] }, why: text })),
      held: truth,
    }),
    FoundStatement: object({
      id: text,
      statement: ref('Statement'),
      quote: text,
      day: textOrNull,
      document: inDocument,
    }),
    FoundFigure: object({ id: text, figure: ref('Figure'), quote: text, day: textOrNull, document: inDocument }),
    Counterpart: object({
      actor: text,
      actorName: textOrNull,
      counterpart: text,
      counterpartName: textOrNull,
      country: textOrNull,
      meetings: whole,
      first: textOrNull,
      last: textOrNull,
    }),
    Person: object({
      id: text,
      name: text,
      aliases: list(text),
      country: textOrNull,
      entities: list(object({ id: text, why: textOrNull })),
      documents: whole,
    }),
    Decision: object({ id: text, kind: text, at: text, by: text, about: list(text), why: text, body: {} }),
    Histogram: object({
      unit: { enum: ['day', 'month', 'year'] },
      bars: list(object({ day: text, count: whole })),
      undated: whole,
      total: whole,
      types: counts,
      modalities: counts,
    }),
    SearchHit: object({ document: ref('DocumentSummary'), spans: list(span), snippet: text }),
    Source: object({
      id: text,
      url: textOrNull,
      title: textOrNull,
      publisher: textOrNull,
      published: textOrNull,
      grade,
      origin: text,
      copyOf: textOrNull,
      relation: textOrNull,
    }),
    RelationHistory: object({
      parties: list(text),
      names: { type: 'object', additionalProperties: text },
      standing: list(interval),
      intervals: list(interval),
      sought: list(relationClaim),
    }),
    Stats: object({
      documents: whole,
      events: whole,
      statements: whole,
      figures: whole,
      relations: whole,
      publishers: whole,
      entities: whole,
      from: textOrNull,
      to: textOrNull,
      grades: object({ usable: whole, 'use-with-care': whole, hold: whole }),
      archive: object({ segments: whole, bytes: number, pages: whole }),
      engine: text,
    }),
    Refusal: object({ ok: { const: false }, error: text, errors: list(text), status: whole }),
  };
}

/** A page of results. */
export const pageOf = (name: string): Schema => object({ items: list(ref(name)), next: textOrNull });
export const one = ref;
export const pageOfSources = object({ documents: list(ref('Source')), next: textOrNull });
