/** States and territories: one row each, found by code, name, adjective or demonym. */

import { foldName } from './fold.ts';
import { list, type Row } from './tables.ts';
import type { Country } from './types.ts';

export function makeCountries(rows: readonly Row[]): ReadonlyMap<string, Country> {
  const out = new Map<string, Country>();
  for (const row of rows) {
    const iso3 = row.iso3 ?? '';
    const common = row.common ?? '';
    out.set(iso3, {
      iso3,
      iso2: row.iso2 ?? '',
      name: common,
      official: row.official || common,
      names: [common, row.official ?? '', ...list(row.names)].filter((name) => name !== ''),
      former: list(row.former),
      abbreviations: list(row.abbr),
      adjectives: list(row.adjectives),
      demonyms: list(row.demonyms),
      demonymsPlural: list(row.plurals),
      capitals: list(row.capitals),
      metonyms: list(row.metonyms),
      code: row.code || iso3,
      status: (row.status || 'member') as Country['status'],
      note: row.note || null,
      region: row.region ?? '',
    });
  }
  return out;
}

/** The one country that a code, name, adjective or demonym means; null when none or several. */
export function countryFinder(countries: ReadonlyMap<string, Country>): (name: string) => Country | null {
  const index = new Map<string, Country | null>();
  const put = (name: string, country: Country): void => {
    const key = foldName(name);
    if (key === '') return;
    const other = index.get(key);
    index.set(key, other === undefined || other === country ? country : null);
  };
  for (const country of countries.values()) for (const name of country.names) put(name, country);
  for (const country of countries.values()) {
    for (const names of [
      country.former,
      country.abbreviations,
      country.adjectives,
      country.demonyms,
      country.demonymsPlural,
    ]) {
      for (const name of names) {
        const key = foldName(name);
        const other = index.get(key);
        // A country's proper name wins over another's adjective.
        if (other?.names.some((own) => foldName(own) === key)) continue;
        put(name, country);
      }
    }
  }
  const byIso2 = new Map([...countries.values()].map((country) => [country.iso2, country]));
  return (name) => countries.get(name) ?? byIso2.get(name) ?? index.get(foldName(name)) ?? null;
}
