/** Words for codes: what the codebook's types, modalities, grades and bases mean to a reader. */

import type { Actor, Grade, Modality, Speaker } from '../../index.ts';

/** PLOVER 2021 types in the order of the codebook, from words of goodwill to deeds of harm. */
export const TYPES: Readonly<Record<string, string>> = {
  AGREE: 'offers or agrees to cooperate later',
  CONSULT: 'meets, visits, calls',
  SUPPORT: 'backs, recognises, raises ties',
  CONCEDE: 'gives way in words',
  COOPERATE: 'acts jointly: trade, drills, extradition',
  AID: 'gives money, goods, relief, asylum',
  RETREAT: 'gives way in deeds',
  REQUEST: 'asks, urges, demands',
  ACCUSE: 'criticises, alleges, charges',
  REJECT: 'refuses, vetoes, calls off',
  THREATEN: 'warns of a penalty',
  PROTEST: 'civilians act in public',
  SANCTION: 'cuts an existing relation',
  MOBILIZE: 'raises forces without using them',
  COERCE: 'represses short of violence',
  ASSAULT: 'does bodily harm',
};

export const MODALITIES: Readonly<Record<Modality, string>> = {
  occurred: 'happened',
  ongoing: 'under way',
  planned: 'planned',
  possible: 'possible',
  requested: 'asked for',
  denied: 'denied',
  cancelled: 'cancelled',
  historical: 'background',
};

export const GRADES: Readonly<Record<Grade, { readonly word: string; readonly says: string }>> = {
  usable: { word: 'Usable', says: 'nothing speaks against relying on it' },
  'use-with-care': { word: 'Use with care', says: 'read the doubts below first' },
  hold: { word: 'Held', says: 'not evidence; left out of the timeline unless asked for' },
};

export const BASES: Readonly<Record<string, string>> = {
  page: 'printed on the page',
  'json-ld': 'from the page’s structured data',
  meta: 'from the page’s metadata',
  url: 'from the address',
  text: 'from the text',
  given: 'given by the caller',
};

export const LEDGERS: Readonly<Record<string, string>> = {
  integrity: 'Integrity',
  consistency: 'Consistency',
  sourcing: 'Sourcing',
};

export const ASIDES: Readonly<Record<string, string>> = {
  nav: 'Navigation',
  share: 'Sharing',
  teaser: 'Teasers',
  caption: 'Captions',
  credit: 'Credits',
  syndication: 'Syndication',
  agency: 'Agencies',
  byline: 'Bylines',
  date: 'Dates',
  ad: 'Advertising',
  comment: 'Comments',
  copyright: 'Copyright',
  correction: 'Corrections',
  other: 'Other',
};

/** What a document is of another: "A shortened version of …". */
export const COPIES: Readonly<Record<string, string>> = {
  identical: 'a word-for-word copy',
  excerpt: 'an excerpt',
  abridged: 'a shortened version',
  revision: 'a revision',
  rewrite: 'a rewritten version',
  spun: 'a machine’s rewriting',
};

/** What is known of a descent, by what shows it. */
export const DESCENT: Readonly<Record<string, string>> = {
  stated: 'it says so itself',
  aligned: 'its words show it',
  inferred: 'inferred',
  suspected: 'suspected only',
};

/** What a difference between reports means. */
export const VERDICTS: Readonly<Record<string, string>> = {
  compatible: 'both can be right',
  updates: 'no contradiction',
  conflict: 'they cannot both be right',
};

/** How one document comes from another, as the words between them. */
export const KINSHIP: Readonly<Record<string, string>> = {
  identical: 'word for word',
  excerpt: 'an excerpt',
  abridged: 'shortened',
  revision: 'a revision',
  rewrite: 'rewritten',
  spun: 'spun by a machine',
  quotes: 'quotes it',
};

/** The fullest name known: the resolved one, else the text's words. */
export function nameOf(actor: Actor | Speaker): string {
  return actor.name ?? actor.text;
}

export function codeOf(actor: Actor | Speaker): string | null {
  return ('code' in actor ? (actor.code ?? actor.org) : null) ?? actor.country;
}

export function percent(confidence: number): string {
  return `${Math.round(confidence * 100)}%`;
}

const NUMBERS = new Intl.NumberFormat('en');

export function showNumber(value: number): string {
  return NUMBERS.format(value);
}

/** "1 document", "3 documents". */
export function counted(count: number, noun: string): string {
  return `${showNumber(count)} ${noun}${count === 1 ? '' : 's'}`;
}

export function sentenceCase(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
