/** When the people named with their office held it together: what dates an undated article by its officials. */

import type { Parsed } from '../core/index.ts';
import type { Knowledge, NameMatch, OfficeTerm } from '../knowledge/index.ts';

export interface Tenure {
  readonly from: string;
  readonly to: string;
}

/** Today's holders are still in office as far as the tables know. */
const OPEN_END = '2099-12-31';
/** Words before a title that say it is over, or not yet. */
const NOT_NOW = /^(?:former|ex|then|late|incoming|outgoing|designate|elect|ousted|deposed|first|next|last|previous)$/i;

/**
 * The days on which all "title + name" pairs of the article, told as current, were true at once. Null when no pair is
 * known, or when no such day exists (then the article contradicts itself, and dates nothing).
 */
export function commonTenure(
  parsed: Parsed,
  found: readonly (readonly NameMatch[])[],
  knowledge: Knowledge,
): Tenure | null {
  let common: Tenure | null = null;
  for (const [index, { tokens }] of parsed.sentences.entries()) {
    const matches = found[index] ?? [];
    for (let i = 0; i + 1 < matches.length; i++) {
      const [title, name] = [matches[i]!, matches[i + 1]!];
      const person = name.entries.find((entry) => entry.kind === 'person');
      if (person === undefined || title.end !== name.start) continue;
      const office = title.entries.find((entry) => entry.kind === 'title' && entry.office !== null)?.office;
      if (office === undefined || office === null) continue;
      const before = [tokens[title.start - 1]?.form ?? '', tokens[title.start - 2]?.form ?? ''];
      if (before.some((form) => NOT_NOW.test(form))) continue;
      const terms = knowledge
        .termsOf(person.id.replace(/^person:/, ''))
        .filter((term) => term.kind === 'term' && term.office === office);
      const tenure = terms.length === 1 ? tenureOf(terms[0]!) : null;
      if (tenure === null) continue;
      common = common === null ? tenure : intersection(common, tenure);
      if (common.from > common.to) return null;
    }
  }
  return common;
}

const tenureOf = (term: OfficeTerm): Tenure | null =>
  term.from === null ? null : { from: term.from, to: term.to ?? OPEN_END };

/** ISO days sort as text. */
const intersection = (a: Tenure, b: Tenure): Tenure => ({
  from: [a.from, b.from].sort()[1]!,
  to: [a.to, b.to].sort()[0]!,
});
