/** The Reading format `chancery.reading/1`: what users script against. One zod schema; docs/reading.schema.json is made from it. */

import { z } from 'zod';
import { EVENT_TYPES, SECTORS } from '../core/index.ts';
import type { Reading } from './reading.ts';

export const READING_FORMAT = 'chancery.reading/1';

const span = z
  .tuple([z.int().min(0), z.int().min(0)])
  .describe('[start, end) in UTF-16 units of article.text; text.slice(start, end) is exactly what is quoted');
const nullableSpan = span.nullable();
const text = z.string();
const unknownable = z.string().nullable();
const isoDate = z.string().describe('ISO 8601 day, month, year, week, or interval from/to whose ends are included');
const confidence = z.number().min(0).max(1);
const bound = z.enum(['exactly', 'about', 'at-least', 'more-than', 'at-most', 'less-than']);
const sector = z.enum(SECTORS);
const eventType = z.enum(EVENT_TYPES);

export const articleSchema = z.object({
  url: unknownable,
  title: unknownable,
  byline: z.array(text),
  publisher: unknownable,
  published: isoDate.nullable(),
  publishedBasis: z.enum(['page', 'json-ld', 'meta', 'url', 'text', 'given']).nullable(),
  reference: z.object({ date: isoDate, basis: text, span: nullableSpan }).nullable(),
  dateline: z.object({ place: unknownable, agency: unknownable, span: nullableSpan }).nullable(),
  language: unknownable,
  text,
  asides: z.array(
    z.object({
      kind: z.enum([
        'nav',
        'share',
        'teaser',
        'caption',
        'credit',
        'syndication',
        'agency',
        'byline',
        'date',
        'ad',
        'comment',
        'copyright',
        'correction',
        'other',
      ]),
      text,
      reason: text,
    }),
  ),
});

export const mentionSchema = z.object({
  span,
  kind: z.enum(['person', 'state', 'organization', 'place', 'time', 'quantity']),
  value: z.union([z.string(), z.number()]).nullable(),
  name: unknownable,
  entity: unknownable,
  country: unknownable,
  role: unknownable,
  sector: sector.nullable(),
});

export const actorSchema = z.object({
  text,
  span,
  country: unknownable,
  code: unknownable,
  sector: sector.nullable(),
  org: unknownable,
  name: unknownable,
  role: unknownable,
  entity: unknownable,
});

export const eventSchema = z.object({
  type: eventType,
  mode: unknownable,
  contexts: z.array(text),
  alt: z.array(eventType),
  actors: z.array(actorSchema),
  recipients: z.array(actorSchema),
  date: z.object({ value: isoDate, precision: text, basis: text, span: nullableSpan }).nullable(),
  place: z
    .object({ name: text, country: unknownable, lat: z.number().nullable(), lon: z.number().nullable(), span })
    .nullable(),
  channel: z.enum(['in-person', 'virtual', 'phone']).nullable(),
  modality: z.enum(['occurred', 'ongoing', 'planned', 'possible', 'requested', 'denied', 'cancelled', 'historical']),
  trigger: span,
  evidence: span,
  attributedTo: z.int().min(0).nullable(),
  rule: text,
  confidence,
});

const speakerSchema = z.object({
  text,
  span,
  name: unknownable,
  entity: unknownable,
  country: unknownable,
  sector: sector.nullable(),
  anonymous: z.boolean(),
});

export const statementSchema = z.object({
  speaker: speakerSchema.nullable(),
  addressee: speakerSchema.nullable(),
  act: z.enum([
    'SAY',
    'URGE',
    'DEMAND',
    'PLEDGE',
    'PROPOSE',
    'WELCOME',
    'ENDORSE',
    'CONDEMN',
    'ACCUSE',
    'DENY',
    'REJECT',
    'WARN',
    'THREATEN',
    'HOPE',
    'AFFIRM',
    'ANNOUNCE',
    'CONCEDE',
    'CONDOLE',
    'REPORT',
    'NOCOMMENT',
  ]),
  cue: nullableSpan,
  content: z.array(span),
  quotation: z.enum(['direct', 'indirect', 'mixed']),
  verbatim: z.boolean(),
  via: z.array(z.object({ name: text, span })),
  venue: unknownable,
  evidence: span,
  rule: text,
  confidence,
});

export const figureSchema = z.object({
  value: z.number(),
  bound,
  unit: unknownable,
  currency: unknownable,
  currencyBasis: z.enum(['stated', 'assumed']).nullable(),
  item: unknownable,
  partOf: z.number().nullable(),
  status: z.enum(['donated', 'pledged', 'planned', 'reported']),
  span,
  evidence: span,
  event: z.int().min(0).nullable(),
});

export const relationSchema = z.object({
  parties: z.tuple([text, text]),
  ladder: unknownable,
  level: text,
  change: z.enum(['holds', 'established', 'upgraded', 'sought', 'downgraded']),
  since: isoDate.nullable(),
  date: isoDate.nullable(),
  evidence: span,
  rule: text,
});

export const creditSchema = z.object({
  name: text,
  relation: z.enum(['first-published', 'agency', 'told', 'edited-by', 'copyright']),
  status: z.enum(['stated', 'aligned', 'inferred', 'suspected']),
  text,
});

export const flagSchema = z.object({
  code: text,
  ledger: z.enum(['integrity', 'consistency', 'sourcing']),
  strength: z.enum(['strong', 'medium', 'weak']),
  reason: text,
  spans: z.array(span),
  rule: text,
});

export const restorationSchema = z.object({
  span,
  from: text,
  to: text,
  kind: z.enum(['organization', 'person', 'title', 'term', 'relation']),
  basis: text,
  confidence,
});

export const readingSchema = z.object({
  format: z.literal(READING_FORMAT),
  id: z.union([text, z.number()]).describe('as given in the input, else made from the content'),
  article: articleSchema,
  sentences: z.array(span),
  mentions: z.array(mentionSchema),
  events: z.array(eventSchema),
  statements: z.array(statementSchema),
  figures: z.array(figureSchema),
  relations: z.array(relationSchema),
  credits: z.array(creditSchema),
  flags: z.array(flagSchema),
  restorations: z.array(restorationSchema),
  grade: z.enum(['usable', 'use-with-care', 'hold']),
});

/** The Reading format as JSON Schema 2020-12, as committed in docs/reading.schema.json. */
export function readingJsonSchema(): Record<string, unknown> {
  return {
    title: READING_FORMAT,
    description: 'One document as Chancery reads it. See docs/reading.md.',
    ...z.toJSONSchema(readingSchema, { target: 'draft-2020-12' }),
  };
}

/** The type without `readonly`, as zod infers it; tuples stay tuples. */
type Plain<T> = T extends readonly [infer A, infer B]
  ? [A, B]
  : T extends readonly (infer Item)[]
    ? Plain<Item>[]
    : T extends object
      ? { -readonly [K in keyof T]: Plain<T[K]> }
      : T;

/** Compiles only while the TypeScript type and the schema agree on every field; at run time it is the reading itself. */
export const asSchemaInput = (reading: Plain<Reading>): z.input<typeof readingSchema> => reading;
