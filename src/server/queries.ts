/** What may be asked, as it stands in an address. The timeline's words are also the pages' and the feeds'. */

import { z } from '@hono/zod-openapi';
import type { FactQuery } from '../index.ts';

const words = z.string().min(1).max(300);
const isoDay = z.string().regex(/^\d{4}-\d\d-\d\d$/, 'an ISO day, 2021-08-06');
const limit = z.coerce.number().int().min(1).max(1000).optional();
const cursor = z.string().max(500).optional();
const list = z
  .union([z.string(), z.array(z.string())])
  .transform((value) =>
    [value]
      .flat()
      .flatMap((part) => part.split(','))
      .filter((part) => part !== ''),
  )
  .optional();
const flag = z
  .enum(['true', 'false'])
  .transform((value) => value === 'true')
  .optional();
const range = { from: isoDay.optional(), to: isoDay.optional() };
const page = { limit, cursor };

export const id = z.object({ id: words });
export const pair = z.object({ a: words, b: words });

export const documentsQuery = z.object({
  text: words.optional(),
  publisher: words.optional(),
  grade: z.enum(['usable', 'use-with-care', 'hold']).optional(),
  language: words.optional(),
  entity: words.optional(),
  ...range,
  ...page,
});

export const timelineQuery = z.object({
  actor: words.optional(),
  other: words.optional(),
  ...range,
  types: list,
  modality: list,
  text: words.optional(),
  undated: flag,
  document: words.optional(),
  minConfidence: z.coerce.number().min(0).max(1).optional(),
  held: flag,
  ...page,
});

export const factsQuery = timelineQuery.omit({ document: true, minConfidence: true }).extend({ disagreeing: flag });

export const statementsQuery = z.object({
  speaker: words.optional(),
  acts: list,
  text: words.optional(),
  held: flag,
  ...range,
  ...page,
});

export const figuresQuery = z.object({
  unit: words.optional(),
  currency: words.optional(),
  item: words.optional(),
  status: words.optional(),
  atLeast: z.coerce.number().optional(),
  text: words.optional(),
  held: flag,
  ...range,
  ...page,
});

const parties = { actor: words.optional(), other: words.optional() };

/** Without a day, from today on. */
export const upcomingQuery = z.object({ ...parties, ...range, limit });
export const meetingsQuery = z.object({ actor: words.optional(), ...range, limit });
export const peopleQuery = z.object({ name: words.optional(), country: words.optional(), limit });
export const decisionsQuery = z.object({
  kind: z.enum(['judgment', 'override', 'exclusion', 'search', 'correction']).optional(),
});

export const searchQuery = z.object({ q: words, ...page });
export const pageQuery = z.object(page);
export const relationQuery = z.object({ on: isoDay.optional() });

/** Facts are asked for in the timeline's words. */
export function toFacts({ types, modality, ...query }: z.output<typeof factsQuery>): FactQuery {
  return { ...query, stories: types, states: modality };
}

export const readBody = z
  .object({
    text: z.string().optional(),
    html: z.string().optional(),
    id: z.string().max(300).optional(),
    url: z.url().max(2000).optional(),
    published: isoDay.optional(),
    publisher: words.optional(),
    title: z.string().max(1000).optional(),
    /** The text is clean running text: no menus or teasers to take off. */
    plain: z.boolean().optional(),
  })
  .refine(({ text, html }) => (text === undefined) !== (html === undefined), {
    message: 'give either text or html',
    path: ['text'],
  });
