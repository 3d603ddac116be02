/** Who, where, when, how much: things named in the text. */

import type { Parsed } from './parsed.ts';
import type { Span } from './span.ts';

export type MentionKind = 'person' | 'state' | 'organization' | 'place' | 'time' | 'quantity';

/** How the text names it. */
export type MentionForm = 'name' | 'title' | 'nominal' | 'adjective' | 'pronoun';

/** PLOVER 2021 sectors. */
export const SECTORS = [
  'COP',
  'GOV',
  'JUD',
  'LEG',
  'MIL',
  'PRM',
  'PTY',
  'REB',
  'SPY',
  'UAF',
  'UNK',
  'AGR',
  'BUS',
  'CRM',
  'CVL',
  'EDU',
  'ELI',
  'JRN',
  'LAB',
  'MED',
  'OPP',
  'PRE',
  'REF',
  'REL',
  'SOC',
] as const;
export type Sector = (typeof SECTORS)[number];

export interface Mention {
  /** Position in `mentions`. */
  readonly id: number;
  readonly span: Span;
  readonly kind: MentionKind;
  readonly form: MentionForm;
  /** Index of the sentence, and of the head token in it. */
  readonly sentence: number;
  readonly head: number;
  /** ISO value of a time, number of a quantity; null otherwise. */
  readonly value: string | number | null;
  /** Canonical name ("Antony Blinken", "United States"), null when the text does not give it. */
  readonly name: string | null;
  /** "person:antony-blinken", "state:USA", "org:asean", "place:vientiane"; document-local people without a table row are "person:~name". */
  readonly entity: string | null;
  /** ISO 3166-1 alpha-3. */
  readonly country: string | null;
  /** PLOVER actor code: the country, or UNO EUR IGO NGO ISM IMG MNC; null when unknown. */
  readonly code: string | null;
  readonly sector: Sector | null;
  /** "ASEAN", "State Department": set when the actor is or speaks for a named organisation. */
  readonly org: string | null;
  /** "Secretary of State", as the text or the tables have it. */
  readonly role: string | null;
  /** Several people or bodies ("ministers", "the two sides"). */
  readonly plural: boolean;
  /** "a senior official", "people familiar with the matter". */
  readonly anonymous: boolean;
  /** The earlier mention this one was resolved to, for pronouns and short forms. */
  readonly antecedent: number | null;
  /** Ids of the mentions meant by a plural one ("the two sides", "both countries", "they"), where they could be told. */
  readonly members?: readonly number[];
  readonly time: TimeReading | null;
  readonly quantity: QuantityReading | null;
  readonly place: { readonly lat: number; readonly lon: number } | null;
  /** Rule id, and 0..1. */
  readonly rule: string;
  readonly confidence: number;
}

export interface TimeReading {
  /** ISO day, month, year, ISO week or end-inclusive interval "from/to"; null while symbolic. */
  readonly value: string | null;
  readonly precision: 'day' | 'week' | 'month' | 'quarter' | 'season' | 'year' | 'decade' | 'interval' | 'unknown';
  readonly mod: 'start' | 'mid' | 'end' | 'approx' | null;
  /** In words: "next week from 2021-07-31". */
  readonly basis: string;
  /** An anchor in another event ("two weeks before the visit"): "offset(P2W, before, event)". */
  readonly symbolic: string | null;
  /** Durations and frequencies are times that date nothing. */
  readonly dates: boolean;
}

export type Bound = 'exactly' | 'about' | 'at-least' | 'more-than' | 'at-most' | 'less-than';

export interface QuantityReading {
  readonly value: number;
  /** The upper end of a range ("5 to 10 million"); `value` is the lower one then. */
  readonly high?: number;
  readonly bound: Bound;
  /** Lower-case lemma ("dose", "person"), "percent", or null for bare numbers and money. */
  readonly unit: string | null;
  /** ISO 4217. */
  readonly currency: string | null;
  /** "assumed" when only "$" stood there. */
  readonly currencyBasis: 'stated' | 'assumed' | null;
  readonly item: string | null;
  /** The whole this is a part of ("$2 bn of the total $4 bn"). */
  readonly partOf: number | null;
}

/** What relative times count from. */
export interface Reference {
  readonly date: string;
  readonly basis: string;
  readonly span: Span | null;
}

export interface Mentioned extends Parsed {
  readonly reference: Reference | null;
  /** In text order; an outer mention before the inner ones. */
  readonly mentions: readonly Mention[];
}
