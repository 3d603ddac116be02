/** From rows to Knowledge: everything indexed once. Works on invented tables too. */

import { countryFinder, makeCountries } from './countries.ts';
import { nameEntries, placeNames, sectorOf } from './entries.ts';
import { explain } from './explain.ts';
import { foldName, slug } from './fold.ts';
import { makeGroups, membersOn } from './groups.ts';
import { makeMatcher } from './matcher.ts';
import { makeCoverage, makeOffices, makeTerms } from './offices.ts';
import { makeOutlets, outletFinder } from './outlets.ts';
import { makeNaming, makePeople } from './people.ts';
import { makeGazetteer } from './places.ts';
import { makeRelations, makeRungs, stepsOn } from './relations.ts';
import { list, type Row, type TableName, type Tables } from './tables.ts';
import { indexTitles, makeTitles } from './titles.ts';
import type { Ambiguity, Knowledge, Matcher, Organisation, Role, Water } from './types.ts';

/** Builds the knowledge of the given tables; missing ones are empty. Pure. */
export function makeKnowledge(tables: Tables): Knowledge {
  const rows = (name: TableName): readonly Row[] => tables[name] ?? [];
  const countries = makeCountries(rows('countries'));
  const country = countryFinder(countries);
  const groups = makeGroups(rows('groups'), rows('memberships'));
  const organisations = makeOrganisations(rows('organisations'));
  const outlets = makeOutlets(rows('outlets'));
  const people = makePeople(rows('people'), rows('offices'), makeNaming(rows('naming')));
  const titles = makeTitles(rows('titles'));
  const titleIndex = indexTitles(titles);
  const roles = makeRoles(rows('roles'));
  const roleIndex = new Map<string, Role>();
  for (const role of roles.values()) {
    for (const word of [role.singular, role.plural]) if (word !== '') roleIndex.set(foldName(word), role);
  }
  const waters = makeWaters(rows('waters'));
  const gazetteer = makeGazetteer(rows('gazetteer'));
  const rungs = makeRungs(rows('ladders'));
  const relations = makeRelations(rows('relations'), rungs);
  const ambiguous = new Map(rows('ambiguous').map((row) => [foldName(row.name ?? ''), (row.why || null) as Ambiguity]));
  const offices = makeOffices(people, makeTerms(rows('offices')), makeCoverage(rows('coverage')), {
    ...titleIndex,
    whoName: (who) => countries.get(who)?.name ?? groups.get(who)?.name ?? organisations.get(who)?.name ?? who,
  });

  // Compiled on first use: commands that read no text do not need it.
  let compiled: Matcher | null = null;
  const matcher = (): Matcher =>
    (compiled ??= makeMatcher(
      nameEntries({
        countries,
        groups,
        organisations,
        outlets,
        people,
        titles,
        roles,
        waters,
        regions: rows('regions'),
        peoples: rows('peoples'),
        ambiguous,
      }),
      placeNames(gazetteer, countries, ambiguous),
    ));

  const knowledge: Knowledge = {
    get matcher() {
      return matcher();
    },
    countries,
    country,
    groups,
    membersOf(group, date) {
      const known = groups.get(group);
      return known === undefined ? null : membersOn(known, date);
    },
    groupSize(group, date) {
      const known = groups.get(group);
      return known?.complete ? membersOn(known, date).length : null;
    },
    organisations,
    outlets,
    outlet: outletFinder(outlets),
    people,
    ...offices,
    titles,
    ...titleIndex,
    roles,
    role: (word) => roleIndex.get(foldName(word)) ?? null,
    waters,
    water: waterFinder(waters),
    places: gazetteer.places,
    capitalOf: gazetteer.capitalOf,
    rungs,
    relations,
    relationOn: (a, b, date) => stepsOn(relations, a, b, date),
    explainName: (name, date) => explain(knowledge, name, date),
  };
  return knowledge;
}

function makeOrganisations(rows: readonly Row[]): ReadonlyMap<string, Organisation> {
  const out = new Map<string, Organisation>();
  for (const row of rows) {
    const id = row.id ?? '';
    out.set(id, {
      id,
      name: row.name ?? '',
      names: [row.name ?? '', ...list(row.names)],
      type: row.type ?? '',
      country: row.country || null,
      code: row.code || null,
      sector: sectorOf(row.sector),
      source: row.source ?? '',
    });
  }
  return out;
}

function makeRoles(rows: readonly Row[]): ReadonlyMap<string, Role> {
  const out = new Map<string, Role>();
  for (const row of rows) {
    const singular = row.singular ?? '';
    const plural = row.plural ?? '';
    const id = slug(singular || plural);
    out.set(id, {
      id,
      singular: singular || plural,
      plural,
      sector: sectorOf(row.sector),
      class: row.class ?? '',
      code: row.code || null,
    });
  }
  return out;
}

function makeWaters(rows: readonly Row[]): ReadonlyMap<string, Water> {
  const out = new Map<string, Water>();
  for (const row of rows) {
    const id = row.id ?? '';
    const name = row.name ?? '';
    const known = out.get(id);
    const names = [...(known?.names ?? [])];
    for (const one of list(row.names)) names.push({ name: one, usedBy: list(row.usedby), sure: row.sure === 'yes' });
    out.set(id, {
      id,
      name: known?.name ?? name,
      names,
      claimants: known?.claimants ?? list(row.claimants),
      source: known?.source ?? row.source ?? '',
    });
  }
  return out;
}

/** A name that is sure means its water; another only from a speaker or outlet of a country that uses it so. */
function waterFinder(waters: ReadonlyMap<string, Water>): (name: string, country: string | null) => Water | null {
  return (name, country) => {
    const key = foldName(name);
    let sure: Water | null = null;
    let own: Water | null = null;
    for (const water of waters.values()) {
      for (const use of water.names) {
        if (foldName(use.name) !== key) continue;
        if (country !== null && use.usedBy.includes(country)) own = water;
        else if (use.sure) sure = water;
      }
    }
    return own ?? sure;
  };
}
