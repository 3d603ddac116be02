/** What the text says of where it comes from. Its absence never accuses: a quarter of real news has no date, a third no attribution. */

import type { Flag } from '../core/index.ts';
import type { Check } from './rule.ts';

const weak = (code: string, reason: string): Flag => ({
  code,
  ledger: 'sourcing',
  strength: 'weak',
  reason,
  spans: [],
  rule: `sourcing/${code}`,
});

export const sourcing: Check = (doc) => {
  const flags: Flag[] = [];
  if (doc.article.text === '') return flags;
  if (doc.article.published === null && doc.reference === null)
    flags.push(weak('no-date', 'The page gives no date of publication and the text none to count from.'));
  const attributed = doc.statements.some((statement) => statement.speaker !== null);
  if (!attributed && doc.article.credits.length === 0)
    flags.push(weak('no-attribution', 'Nobody is named as the source of what the text says.'));
  return flags;
};
