/** By which code a name can be a party of a relation. */

import type { Mention, Mentioned } from '../../core/index.ts';

/** ISO alpha-3, "ASEAN" or "EUR"; null for all others. */
export function partyCode(mention: Mention): string | null {
  if (mention.kind === 'time' || mention.kind === 'quantity') return null;
  if (mention.org === 'ASEAN' || mention.entity === 'org:asean') return 'ASEAN';
  if (mention.code === 'EUR') return 'EUR';
  if (mention.code !== null && /^(UNO|IGO|NGO|ISM|IMG|MNC)$/.test(mention.code)) return null;
  return mention.country;
}

/** Codes of a mention, of its members when it stands for several. */
export function codesOf(doc: Mentioned, mention: Mention): string[] {
  const members = mention.members ?? [];
  const all = members.length > 0 ? members.map((id) => doc.mentions[id]) : [mention];
  const codes = new Set<string>();
  for (const one of all) {
    const code = one === undefined ? null : partyCode(one);
    if (code !== null) codes.add(code === 'BEL' && isUnion(doc, one!) ? 'EUR' : code);
  }
  return [...codes];
}

/** "Brussels" where the text speaks of the European Union. */
const isUnion = (doc: Mentioned, mention: Mention): boolean =>
  doc.article.text.slice(...mention.span) === 'Brussels' && doc.mentions.some((other) => other.code === 'EUR');
