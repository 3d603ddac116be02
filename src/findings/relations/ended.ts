/** Words that tell that a level has ended, or has only begun. */

import type { Sentence } from '../../core/index.ts';
import { child, head, lemmaOf } from '../../language/tree.ts';
import type { Label } from './label.ts';

/** "is no longer a …", "ceased to be a …". */
export function noLonger(sent: Sentence, label: Label): boolean {
  for (let at = label.first - 1; at >= 0 && label.first - at <= 6; at--) {
    const form = sent.tokens[at]!.form.toLowerCase();
    if (/^[,;:]$/.test(form)) return false;
    if (form === 'longer' && /^(no|any)$/i.test(sent.tokens[at - 1]?.form ?? '')) return true;
    if (/^(cease|stop)$/.test(lemmaOf(sent, at)) && sent.tokens[at]!.upos === 'VERB') return true;
  }
  return false;
}

/** "has not been one since 2022", "have had no relations since 2012". */
export const endedSince = (sent: Sentence, label: Label): boolean =>
  sent.tokens.some((token, at) => at < label.first && /^(has|have)$/i.test(token.form)) &&
  sent.tokens.some(
    (token, at) =>
      (at > label.last || at < 2) &&
      /^since$/i.test(token.form) &&
      /\d{4}|^\p{Lu}/u.test(sent.tokens[at + 1]?.form ?? ''),
  );

/** "Since yesterday we are partners": it has only begun. */
export const sinceToday = (sent: Sentence, label: Label): boolean =>
  (child(sent, label.head, 'cop') >= 0 || lemmaOf(sent, head(sent, label.head)) === 'have') &&
  sent.tokens.some(
    (token, at) =>
      /^since$/i.test(token.form) &&
      /^(yesterday|today|tonight|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$/i.test(sent.tokens[at + 1]?.form ?? ''),
  );
