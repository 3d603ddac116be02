/** Places: cities, divisions and venues with country and coordinates. Which one a text means is decided elsewhere. */

import { foldWhole, slug } from './fold.ts';
import { list, type Row } from './tables.ts';
import type { Place } from './types.ts';

export interface Gazetteer {
  /** Every name in use with its key and the numbers of the places it may mean. */
  readonly names: ReadonlyMap<string, number | readonly number[]>;
  /** First piece of a name of several → pieces of the longest name that begins so. */
  readonly starts: ReadonlyMap<string, number>;
  /** The places of a key, largest first. */
  numbers(key: string): readonly number[];
  place(number: number): Place;
  /** The name of that place that has this key, as written in the table. */
  surface(number: number, key: string): string;
  places(name: string): readonly Place[];
  capitalOf(iso3: string): Place | null;
}

/** Rows stay rows until somebody asks for the place: most of ten thousand are never asked for. */
export function makeGazetteer(rows: readonly Row[]): Gazetteer {
  const names = new Map<string, number | number[]>();
  const starts = new Map<string, number>();
  const put = (name: string, number: number): void => {
    const folded = foldWhole(name);
    if (folded.key === '') return;
    const known = names.get(folded.key);
    if (known === undefined) names.set(folded.key, number);
    else if (typeof known === 'number') {
      if (known !== number) names.set(folded.key, [known, number]);
    } else if (!known.includes(number)) known.push(number);
    if (folded.count > 1 && (starts.get(folded.first) ?? 1) < folded.count) starts.set(folded.first, folded.count);
  };
  const population = (number: number): number => Number(rows[number]?.population || 0);
  const capitals = new Map<string, number>();
  rows.forEach((row, number) => {
    put(row.name ?? '', number);
    if (row.names) for (const name of list(row.names)) put(name, number);
    if (row.kind === 'capital' && !capitals.has(row.country ?? '')) capitals.set(row.country ?? '', number);
  });
  for (const known of names.values()) {
    if (typeof known !== 'number') known.sort((a, b) => population(b) - population(a));
  }
  const numbers = (key: string): readonly number[] => {
    const known = names.get(key);
    return known === undefined ? [] : typeof known === 'number' ? [known] : known;
  };

  const made = new Map<number, Place>();
  const place = (number: number): Place => {
    let known = made.get(number);
    if (known === undefined) {
      const row = rows[number] ?? {};
      const name = row.name ?? '';
      const country = row.country ?? '';
      const admin = row.admin || null;
      const sharing = numbers(foldWhole(name).key);
      // The largest of a name keeps the plain id.
      const id =
        sharing[0] === number ? slug(name) : `${slug(name)}-${country.toLowerCase()}-${slug(admin ?? row.kind ?? '')}`;
      known = {
        id: `place:${id}`,
        name,
        country,
        admin,
        kind: (row.kind || 'city') as Place['kind'],
        lat: Number(row.lat),
        lon: Number(row.lon),
        population: population(number),
      };
      made.set(number, known);
    }
    return known;
  };
  return {
    names,
    starts,
    place,
    surface(number, key) {
      const row = rows[number] ?? {};
      return [row.name ?? '', ...list(row.names)].find((name) => foldWhole(name).key === key) ?? row.name ?? '';
    },
    numbers,
    places: (name) => numbers(foldWhole(name).key).map(place),
    capitalOf(iso3) {
      const number = capitals.get(iso3);
      return number === undefined ? null : place(number);
    },
  };
}
