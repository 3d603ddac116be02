/** Titles: which office a title names, in which country. */

import type { Sector } from '../core/index.ts';
import { foldName } from './fold.ts';
import { list, type Row } from './tables.ts';
import type { OfficeKind, Title } from './types.ts';

export function makeTitles(rows: readonly Row[]): readonly Title[] {
  return rows.map((row) => ({
    name: row.name ?? '',
    names: [row.name ?? '', ...list(row.names)],
    office: (row.office || null) as OfficeKind | null,
    who: list(row.who),
    notWho: list(row.notwho),
    sector: (row.sector || null) as Sector | null,
    needsCountry: list(row.who).length !== 1,
  }));
}

const PLAIN: Readonly<Record<OfficeKind, string>> = {
  hos: 'head of state',
  vp: 'vice president',
  hog: 'prime minister',
  dhog: 'deputy prime minister',
  fm: 'foreign minister',
  dfm: 'deputy foreign minister',
  dm: 'defence minister',
  nsa: 'national security adviser',
  party: 'party leader',
  spk: 'speaker of parliament',
  sg: 'secretary-general',
  amb: 'ambassador or envoy',
  lead: 'leader',
  opp: 'opposition leader',
  fin: 'finance minister',
  trade: 'trade minister',
  int: 'interior minister',
  min: 'minister',
};

/** The words for an office when no country's own are known. */
export const plainOffice = (office: OfficeKind): string => PLAIN[office];

export interface TitleIndex {
  officeOf(title: string, who?: string | null): OfficeKind | null;
  titleOf(who: string, office: OfficeKind): string;
}

export function indexTitles(titles: readonly Title[]): TitleIndex {
  const byName = new Map<string, Title[]>();
  for (const title of titles) {
    for (const name of title.names) {
      const key = foldName(name);
      const known = byName.get(key);
      if (known === undefined) byName.set(key, [title]);
      else known.push(title);
    }
  }
  return {
    officeOf(title, who) {
      const fitting = (byName.get(foldName(title)) ?? []).filter((candidate) => candidate.office !== null);
      if (who !== undefined && who !== null) {
        const own = fitting.find((candidate) => candidate.who.includes(who));
        if (own !== undefined) return own.office;
        return (
          fitting.find((candidate) => candidate.who.length === 0 && !candidate.notWho.includes(who))?.office ?? null
        );
      }
      const offices = new Set(fitting.map((candidate) => candidate.office));
      return offices.size === 1 ? ([...offices][0] ?? null) : null;
    },
    titleOf(who, office) {
      const own = titles.find((title) => title.office === office && title.who.includes(who));
      if (own !== undefined) return own.name;
      return (
        titles.find((title) => title.office === office && title.who.length === 0 && !title.notWho.includes(who))
          ?.name ?? plainOffice(office)
      );
    },
  };
}
