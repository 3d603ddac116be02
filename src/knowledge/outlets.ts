/** News outlets and agencies: found by name or by the address of a page. */

import { foldName } from './fold.ts';
import { list, type Row } from './tables.ts';
import type { Outlet } from './types.ts';

export function makeOutlets(rows: readonly Row[]): ReadonlyMap<string, Outlet> {
  const out = new Map<string, Outlet>();
  for (const row of rows) {
    const id = row.id ?? '';
    out.set(id, {
      id,
      name: row.name ?? '',
      names: [row.name ?? '', ...list(row.names)],
      domains: list(row.domains),
      country: row.country || null,
      kind: row.kind === 'agency' ? 'agency' : 'outlet',
      state: row.state === 'yes',
      source: row.source ?? '',
    });
  }
  return out;
}

/** Host of an address, or the name as it is. */
function hostOf(nameOrUrl: string): string | null {
  const match = /^(?:[a-z][a-z0-9+.-]*:\/\/)?([a-z0-9-]+(?:\.[a-z0-9-]+)+)(?:[:/?#]|$)/i.exec(nameOrUrl.trim());
  return match?.[1]?.toLowerCase() ?? null;
}

export function outletFinder(outlets: ReadonlyMap<string, Outlet>): (nameOrUrl: string) => Outlet | null {
  const byName = new Map<string, Outlet>();
  const byDomain = new Map<string, Outlet>();
  for (const outlet of outlets.values()) {
    for (const name of outlet.names) if (!byName.has(foldName(name))) byName.set(foldName(name), outlet);
    for (const domain of outlet.domains) byDomain.set(domain, outlet);
  }
  return (nameOrUrl) => {
    let host = hostOf(nameOrUrl);
    while (host?.includes('.')) {
      const known = byDomain.get(host);
      if (known !== undefined) return known;
      host = host.slice(host.indexOf('.') + 1);
    }
    return byName.get(foldName(nameOrUrl)) ?? null;
  };
}
