/** How many stand behind a fact: documents, publishers, origins as a range, registers. */

import { sameName } from '../origins.ts';
import type { Support } from '../record.ts';
import type { EventClaim } from './claim.ts';

/**
 * Claims of held documents are listed with the fact but support nothing.
 *
 * Origins: at most the roots that are distinct; at least the named sources that are distinct, since a root that names no source may stand
 * on any of them (in one study 60 % of press articles were mainly agency or PR copy and about 1 % said so: Lewis, Williams, Franklin 2008).
 */
export function supportOf(claims: readonly EventClaim[], registers: readonly string[] = []): Support {
  const counted = claims.filter((claim) => claim.grade !== 'hold');
  const documents = [...new Set(counted.map((claim) => claim.document))].sort();
  const publishers = [...new Set(counted.map((claim) => claim.publisher).filter((name) => name !== null))].sort();
  const roots = new Map<string, string | null>();
  for (const { origin, source } of counted) roots.set(origin, source);
  const sources: string[] = [];
  for (const source of roots.values())
    if (source !== null && !sources.some((known) => sameName(known, source))) sources.push(source);
  const bySource = new Set(sources);
  const unnamed = [...roots.values()].filter((source) => source === null).length;
  return {
    documents,
    publishers,
    origins: {
      min: roots.size === 0 ? 0 : Math.max(1, bySource.size),
      max: unnamed + bySource.size,
      ids: [...roots.keys()].sort(),
    },
    registers,
  };
}
