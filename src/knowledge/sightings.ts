/** Titled names of the registers gathered into lines: the same person, country and office, close in time. */

import { alignNames } from './align.ts';
import { daysBetween } from './dates.ts';
import { nameWords } from './people.ts';
import type { TitledName } from './registers.ts';
import type { Knowledge, OfficeKind } from './types.ts';

/** A line for offices-seen.tsv: documented in the office on `from` and on `to`. */
export interface Sighting {
  readonly who: string;
  readonly office: OfficeKind;
  readonly person: string;
  readonly aliases: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly ids: readonly string[];
}

/** Two entries this close, with nobody else documented between them, make one line. */
const BRIDGE_DAYS = 370;

interface Cluster {
  readonly spellings: Map<string, number>;
  readonly names: TitledName[];
}

/**
 * Gathers names per country. Spellings that differ by a letter go to the same person under the commonest spelling.
 * Left out: offices whose list is complete for the day, and names that only one trip gives without saying whose minister.
 */
export function gatherSightings(found: readonly TitledName[], knowledge: Knowledge): Sighting[] {
  const byWho = new Map<string, Cluster[]>();
  for (const name of found) {
    if (knowledge.covered(name.who, name.office, name.entry.from) !== null) continue;
    if (['held', 'other-office'].includes(knowledge.checkOffice(name.name, name, name.entry.from).verdict)) continue;
    const clusters = byWho.get(name.who) ?? [];
    byWho.set(name.who, clusters);
    const words = nameWords(name.name);
    let cluster = clusters.find((one) =>
      [...one.spellings.keys()].some((known) => samePerson(words, nameWords(known))),
    );
    if (cluster === undefined) {
      cluster = { spellings: new Map(), names: [] };
      clusters.push(cluster);
    }
    cluster.spellings.set(name.name, (cluster.spellings.get(name.name) ?? 0) + 1);
    cluster.names.push(name);
  }
  const lines: Sighting[] = [];
  for (const [who, clusters] of byWho) {
    for (const cluster of clusters) {
      if (cluster.names.length < 2 && !cluster.names[0]?.sure) continue;
      const ranked = [...cluster.spellings].sort((a, b) => b[1] - a[1] || b[0].length - a[0].length);
      const person = ranked[0]?.[0] ?? '';
      const own = nameWords(person);
      const aliases = ranked
        .slice(1)
        .map(([spelling]) => spelling)
        .filter((spelling) => ['same', 'part'].includes(alignNames(own, nameWords(spelling))));
      for (const office of new Set(cluster.names.map((name) => name.office))) {
        const entries = cluster.names
          .filter((name) => name.office === office)
          .map((name) => name.entry)
          .sort((a, b) => (a.from < b.from ? -1 : 1));
        const merged: { from: string; to: string; ids: string[] }[] = [];
        for (const entry of entries) {
          const id = `${entry.register} ${entry.id}`;
          const last = merged.at(-1);
          if (
            last !== undefined &&
            daysBetween(last.to, entry.from) <= BRIDGE_DAYS &&
            !othersBetween(clusters, cluster, office, last.to, entry.from)
          ) {
            if (entry.to > last.to) last.to = entry.to;
            if (!last.ids.includes(id)) last.ids.push(id);
          } else merged.push({ from: entry.from, to: entry.to, ids: [id] });
        }
        for (const line of merged) lines.push({ who, office, person, aliases, ...line });
      }
    }
  }
  return lines.sort((a, b) => (`${a.who} ${a.office} ${a.from}` < `${b.who} ${b.office} ${b.from}` ? -1 : 1));
}

function othersBetween(
  clusters: readonly Cluster[],
  own: Cluster,
  office: OfficeKind,
  from: string,
  to: string,
): boolean {
  return clusters.some(
    (cluster) =>
      cluster !== own &&
      cluster.names.some((name) => name.office === office && name.entry.from >= from && name.entry.from <= to),
  );
}

/** "Idriss Deby" and "Mahamat Idriss Deby" are father and son: a longer name must begin alike. */
function samePerson(a: readonly string[], b: readonly string[]): boolean {
  const alignment = alignNames(a, b);
  return alignment === 'part' ? a[0] === b[0] : alignment !== 'none';
}
