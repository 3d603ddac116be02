/** Places: cities, divisions and venues with country and coordinates. Which one a text means is decided elsewhere. */

import { foldName, slug } from './fold.ts';
import { list, type Row } from './tables.ts';
import type { Place } from './types.ts';

export interface Gazetteer {
  readonly all: readonly { readonly place: Place; readonly names: readonly string[] }[];
  places(name: string): readonly Place[];
  capitalOf(iso3: string): Place | null;
}

export function makeGazetteer(rows: readonly Row[]): Gazetteer {
  const byName = new Map<string, Place[]>();
  const capitals = new Map<string, Place>();
  const taken = new Set<string>();
  const all: { place: Place; names: readonly string[] }[] = [];
  for (const row of rows) {
    const name = row.name ?? '';
    const country = row.country ?? '';
    let id = slug(name);
    if (taken.has(id)) id = `${id}-${country.toLowerCase()}`;
    if (taken.has(id)) id = `${id}-${slug(row.admin || row.lat || '')}`;
    taken.add(id);
    const place: Place = {
      id: `place:${id}`,
      name,
      country,
      admin: row.admin || null,
      kind: (row.kind || 'city') as Place['kind'],
      lat: Number(row.lat),
      lon: Number(row.lon),
      population: Number(row.population || 0),
    };
    const names = [name, ...list(row.names)];
    all.push({ place, names });
    for (const key of new Set(names.map(foldName))) {
      const known = byName.get(key);
      if (known === undefined) byName.set(key, [place]);
      else known.push(place);
    }
    if (place.kind === 'capital' && !capitals.has(country)) capitals.set(country, place);
  }
  for (const known of byName.values()) known.sort((a, b) => b.population - a.population);
  return {
    all,
    places: (name) => byName.get(foldName(name)) ?? [],
    capitalOf: (iso3) => capitals.get(iso3) ?? null,
  };
}
