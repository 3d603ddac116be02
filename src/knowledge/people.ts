/** People: names in any order, aliases, and how a second mention calls them. */

import type { Sector } from '../core/index.ts';
import { foldName, slug } from './fold.ts';
import { list, type Row } from './tables.ts';
import type { Person } from './types.ts';

/** How a country's names are ordered in English text, and which part a second mention uses. */
interface Naming {
  readonly order: Person['order'];
  readonly short: 'first' | 'last' | 'all';
}

export function makeNaming(rows: readonly Row[]): ReadonlyMap<string, Naming> {
  return new Map(
    rows.map((row) => [
      row.country ?? '',
      { order: row.order as Person['order'], short: row.short as Naming['short'] },
    ]),
  );
}

const DEFAULT: Naming = { order: 'given-first', short: 'last' };
/** Particles that belong to the family name: "von der Leyen", "bin Salman". */
const PARTICLES = new Set([
  'von',
  'van',
  'der',
  'den',
  'de',
  'da',
  'dos',
  'del',
  'la',
  'le',
  'al',
  'el',
  'bin',
  'ben',
  'ter',
  'di',
]);
/** Not the numbers of kings, which tell them apart. */
const SUFFIXES = new Set(['jr', 'jr.', 'sr', 'sr.']);

function shortName(name: string, naming: Naming): string {
  const parts = name.split(' ').filter((part) => !SUFFIXES.has(part.toLowerCase().replace(',', '')));
  if (parts.length <= 1 || naming.short === 'all') return name;
  if (naming.short === 'first') return parts[0] as string;
  let from = parts.length - 1;
  while (from > 1 && PARTICLES.has((parts[from - 1] as string).toLowerCase())) from--;
  return parts.slice(from).join(' ');
}

/** Everybody in people.tsv, and everybody whom offices.tsv names without a row of their own. */
export function makePeople(
  rows: readonly Row[],
  offices: readonly Row[],
  naming: ReadonlyMap<string, Naming>,
): ReadonlyMap<string, Person> {
  const out = new Map<string, Person>();
  const add = (row: Row, name: string, country: string): void => {
    const rule = naming.get(country) ?? DEFAULT;
    const own = list(row.short);
    out.set(slug(name), {
      id: slug(name),
      name,
      aliases: list(row.aliases),
      short: own.length > 0 ? own : [shortName(name, rule)],
      order: (row.order || (name.includes(' ') ? rule.order : 'single')) as Person['order'],
      gender: (row.gender || null) as Person['gender'],
      country: country || null,
      wikidata: row.wikidata || null,
      sector: (row.sector || null) as Sector | null,
      role: row.role || null,
      source: row.source ?? '',
    });
  };
  for (const row of rows) add(row, row.name ?? '', row.country ?? '');
  for (const row of offices) {
    const name = row.person ?? '';
    if (name !== '' && !out.has(slug(name)))
      add({ source: row.source ?? '' }, name, /^[A-Z]{3}$/.test(row.who ?? '') ? (row.who ?? '') : '');
  }
  return out;
}

/** The words of a name that carry it: no initials, no honorifics, no "Jr". */
export function nameWords(name: string): string[] {
  return foldName(name)
    .split(' ')
    .filter((word) => word.length > 1 && !SUFFIXES.has(word) && !HONORIFICS.has(word));
}

const HONORIFICS = new Set([
  'mr',
  'mrs',
  'ms',
  'dr',
  'sir',
  'dame',
  'lord',
  'datuk',
  'dato',
  'seri',
  'samdech',
  'hon',
  'hrh',
  'hm',
  'haji',
  'prof',
]);

/** Order does not matter: "Wang Yi" and "Yi Wang" share a key. */
export const nameKey = (words: readonly string[]): string => [...words].sort().join(' ');
