/** Every name of every table as an entry of the automaton. */

import type { Sector } from '../core/index.ts';
import { foldName, slug } from './fold.ts';
import type { MoreNames, NamedEntry } from './matcher.ts';
import type { Gazetteer } from './places.ts';
import { list, type Row } from './tables.ts';
import type {
  Ambiguity,
  Country,
  Group,
  NameEntry,
  NameKind,
  Organisation,
  Outlet,
  Person,
  Role,
  Title,
  Water,
} from './types.ts';

export interface Named {
  readonly countries: ReadonlyMap<string, Country>;
  readonly groups: ReadonlyMap<string, Group>;
  readonly organisations: ReadonlyMap<string, Organisation>;
  readonly outlets: ReadonlyMap<string, Outlet>;
  readonly people: ReadonlyMap<string, Person>;
  readonly titles: readonly Title[];
  readonly roles: ReadonlyMap<string, Role>;
  readonly waters: ReadonlyMap<string, Water>;
  readonly regions: readonly Row[];
  readonly peoples: readonly Row[];
  readonly ambiguous: ReadonlyMap<string, Ambiguity>;
}

export function nameEntries(named: Named): NamedEntry[] {
  const out: NamedEntry[] = [];
  const codeOf = (country: string | null): string | null =>
    country === null ? null : (named.countries.get(country)?.code ?? country);

  const add = (
    kind: NameKind,
    surface: string,
    fields: Pick<NameEntry, 'id' | 'name'> & Partial<NameEntry>,
    anyCase = false,
  ): void => {
    if (surface === '') return;
    const country = fields.country ?? null;
    out.push({
      surface,
      anyCase,
      entry: {
        kind,
        id: fields.id,
        name: fields.name,
        surface,
        country,
        code: fields.code === undefined ? codeOf(country) : fields.code,
        sector: fields.sector ?? null,
        type: fields.type ?? null,
        office: fields.office ?? null,
        plural: fields.plural ?? false,
        former: fields.former ?? false,
        ambiguous: named.ambiguous.get(foldName(surface)) ?? null,
      },
    });
  };

  for (const country of named.countries.values()) {
    const base = { id: `state:${country.iso3}`, name: country.name, country: country.iso3 };
    for (const name of country.names) add('country', name, base);
    for (const name of country.abbreviations) add('country', name, base);
    for (const name of country.former) add('country', name, { ...base, former: true });
    for (const name of country.adjectives) add('adjective', name, base);
    for (const name of country.demonyms) add('demonym', name, base);
    for (const name of country.demonymsPlural) add('demonym', name, { ...base, plural: true });
    for (const name of country.capitals) add('capital', name, { ...base, name: country.capitals[0] ?? name });
    for (const name of country.metonyms) add('metonym', name, { ...base, name, sector: 'GOV' });
  }
  for (const group of named.groups.values()) {
    for (const name of group.names) {
      add('group', name, {
        id: `org:${group.id}`,
        name: group.name,
        code: group.code,
        sector: group.sector,
        type: 'group',
      });
    }
  }
  for (const org of named.organisations.values()) {
    for (const name of org.names) {
      add('organisation', name, {
        id: `org:${org.id}`,
        name: org.name,
        country: org.country,
        code: org.code ?? codeOf(org.country),
        sector: org.sector,
        type: org.type,
      });
    }
  }
  for (const outlet of named.outlets.values()) {
    for (const name of outlet.names) {
      add(outlet.kind, name, {
        id: `org:${outlet.id}`,
        name: outlet.name,
        country: outlet.country,
        sector: 'JRN',
        type: outlet.kind,
      });
    }
  }
  for (const person of named.people.values()) {
    for (const name of [person.name, ...person.aliases]) {
      // A lone name counts where it is all of the name ("Sugiono") or an alias of its own ("Jokowi"); family names do not.
      if (!name.includes(' ') && person.order !== 'single' && name === person.name) continue;
      add('person', name, {
        id: `person:${person.id}`,
        name: person.name,
        country: person.country,
        sector: person.sector,
      });
    }
  }
  // The same words are one title wherever they name the same office; only words of one country alone tell the country.
  const titles = new Map<string, { readonly name: string; readonly titles: Title[] }>();
  for (const title of named.titles) {
    for (const name of title.names) {
      const key = `${foldName(name)}\t${title.office ?? title.name}`;
      const known = titles.get(key);
      if (known === undefined) titles.set(key, { name, titles: [title] });
      else known.titles.push(title);
    }
  }
  for (const {
    name,
    titles: [title, ...others],
  } of titles.values()) {
    if (title === undefined) continue;
    const only = others.length === 0 && title.who.length === 1 ? (title.who[0] ?? null) : null;
    const fields = {
      id: `title:${title.office ?? slug(title.name)}`,
      name: others.length === 0 ? title.name : name,
      office: title.office,
      sector: title.sector,
      country: only !== null && named.countries.has(only) ? only : null,
    };
    // "Gen.", "Rep." need their capital, and so does a rank that is a common word ("Major").
    const isWord = title.office === null && named.ambiguous.get(foldName(name)) === 'word';
    const anyCase = !name.endsWith('.') && !isWord;
    add('title', name, fields, anyCase);
    const plural = pluralTitle(name);
    if (plural !== null) add('title', plural, { ...fields, plural: true }, anyCase);
  }
  for (const role of named.roles.values()) {
    const fields = {
      id: `role:${role.id}`,
      name: role.singular,
      code: role.code,
      sector: role.sector,
      type: role.class,
    };
    add('role', role.singular, fields, true);
    if (role.plural !== '' && role.plural !== role.singular)
      add('role', role.plural, { ...fields, plural: true }, true);
  }
  for (const water of named.waters.values()) {
    for (const { name } of water.names) add('water', name, { id: `water:${water.id}`, name: water.name });
  }
  // Peoples count under the state they live in; those of several states have none.
  for (const row of named.peoples) {
    const singular = row.singular ?? '';
    const fields = { id: `people:${slug(singular)}`, name: singular, country: row.country || null, type: 'people' };
    add('adjective', singular, fields);
    add('demonym', singular, fields);
    if (row.plural) add('demonym', row.plural, { ...fields, plural: true });
  }
  // Parts of the world that are no country and no actor; their adjectives keep "Latin American" from being American.
  for (const row of named.regions) {
    const name = row.name ?? '';
    const fields = { id: `region:${slug(name)}`, name, type: 'region' };
    for (const one of [name, ...list(row.names)]) add('region', one, fields);
    for (const one of list(row.adjectives)) add('adjective', one, fields);
  }
  return out;
}

/** The places as entries, made when one is met in a text. */
export function placeNames(
  gazetteer: Gazetteer,
  countries: ReadonlyMap<string, Country>,
  ambiguous: ReadonlyMap<string, Ambiguity>,
): MoreNames {
  return {
    starts: gazetteer.starts,
    size: gazetteer.names.size,
    has: (key) => gazetteer.names.has(key),
    entries: (key) =>
      gazetteer
        .numbers(key)
        .slice(0, MOST_NAMESAKES)
        .map((number) => {
          const place = gazetteer.place(number);
          const surface = gazetteer.surface(number, key);
          return {
            surface,
            anyCase: false,
            entry: {
              kind: place.kind === 'admin' || place.kind === 'area' ? 'region' : 'place',
              id: place.id,
              name: place.name,
              surface,
              country: place.country,
              code: countries.get(place.country)?.code ?? place.country,
              sector: null,
              type: place.kind,
              office: null,
              plural: false,
              former: false,
              ambiguous: ambiguous.get(key) ?? null,
            },
          };
        }),
  };
}

/** More places of one name do not help a reader to choose. */
const MOST_NAMESAKES = 8;

/** "foreign minister" → "foreign ministers", "secretary of state" → "secretaries of state"; null where the plural is unlikely. */
export function pluralTitle(title: string): string | null {
  const words = title.split(' ');
  const stop = words.findIndex((word) => word === 'of' || word === 'for' || word === 'to');
  const head = stop > 0 ? stop - 1 : words.length - 1;
  const word = words[head] ?? '';
  if (!/^[A-Za-z-]+$/.test(word) || word.endsWith('s')) return null;
  const plural =
    word.endsWith('y') && !/[aeo]y$/.test(word)
      ? `${word.slice(0, -1)}ies`
      : word.endsWith('ch')
        ? `${word}es`
        : `${word}s`;
  return [...words.slice(0, head), plural, ...words.slice(head + 1)].join(' ');
}

export const sectorOf = (cell: string | undefined): Sector | null => (cell ? (cell as Sector) : null);
