/** A heading that names a state of which the text says nothing. */

import type { Found } from '../core/index.ts';
import type { Country, Knowledge } from '../knowledge/index.ts';
import { type Check, inconsistency, wordsIn } from './rule.ts';

const LEAST_WORDS = 40;

/** The heading names two states or more, the text at least two; one of the heading’s stands nowhere in the text, by no name, person or town. */
export const heading: Check = (doc, knowledge) => {
  const { title, text } = doc.article;
  if (title === null || text.includes(title) || wordsIn(text).length < LEAST_WORDS) return [];
  const named = statesIn(title, knowledge);
  if (named.size < 2) return [];
  const told = new Set(doc.mentions.map(({ country }) => country));
  const absent = [...named].filter((iso3) => !told.has(iso3) && !mentioned(text, knowledge.countries.get(iso3)));
  const present = [...named].length - absent.length;
  const others = new Set(doc.mentions.filter(({ kind }) => kind === 'state').map(({ country }) => country));
  for (const iso3 of named) others.delete(iso3);
  others.delete(null);
  if (absent.length !== 1 || present < 1 || others.size === 0) return [];
  const first = firstSentence(doc);
  return [
    inconsistency(
      'heading-clash',
      'medium',
      `The heading names ${knowledge.countries.get(absent[0] as string)?.name ?? absent[0]}; the text never does.`,
      first,
      'consistency/heading',
    ),
  ];
};

const firstSentence = (doc: Found): (readonly [number, number])[] => doc.sentences.slice(0, 1).map(({ span }) => span);

function statesIn(title: string, knowledge: Knowledge): Set<string> {
  const forms = title.match(/[\p{L}\p{M}.’'-]+|[^\s\p{L}]/gu) ?? [];
  const found = new Set<string>();
  for (const { entries } of knowledge.matcher.find(forms.map((form) => form.replace(/['’]s$/u, '')))) {
    const entry = entries[0];
    if (entries.length !== 1 || entry === undefined || entry.country === null || entry.ambiguous !== null) continue;
    if (entry.kind === 'country' || entry.kind === 'adjective' || entry.kind === 'capital') found.add(entry.country);
  }
  return found;
}

function mentioned(text: string, country: Country | undefined): boolean {
  if (!country) return true;
  return [country.name, ...country.names, ...country.adjectives, ...country.demonyms, ...country.capitals].some(
    (name) => name !== '' && text.includes(name),
  );
}
