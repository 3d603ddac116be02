/** Groups of states and who belonged to them when. */

import type { Sector } from '../core/index.ts';
import { within } from './dates.ts';
import { list, type Row } from './tables.ts';
import type { Group, Membership } from './types.ts';

export function makeGroups(rows: readonly Row[], memberships: readonly Row[]): ReadonlyMap<string, Group> {
  const members = new Map<string, Membership[]>();
  for (const row of memberships) {
    const group = row.group ?? '';
    const known = members.get(group) ?? [];
    members.set(group, known);
    for (const country of list(row.countries)) {
      known.push({ country, from: row.from || null, to: row.to || null, source: row.source ?? '' });
    }
  }
  const out = new Map<string, Group>();
  for (const row of rows) {
    const id = row.id ?? '';
    out.set(id, {
      id,
      name: row.name ?? '',
      names: [row.name ?? '', ...list(row.names)],
      code: row.code || null,
      sector: (row.sector || null) as Sector | null,
      nouns: list(row.nouns),
      seat: row.seat || null,
      members: members.get(id) ?? [],
      complete: row.complete === 'yes',
      source: row.source ?? '',
    });
  }
  return out;
}

/** Members on a day, sorted; the day of leaving no longer counts. */
export function membersOn(group: Group, date: string): string[] {
  const out = new Set<string>();
  for (const member of group.members) {
    if (within(date, member.from, null) && (member.to === null || date < member.to)) out.add(member.country);
  }
  return [...out].sort();
}
