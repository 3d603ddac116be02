/** Words that tell that a level has ended, has only begun, or never was. */

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

/** "is treated as though it were one", "as if they were partners": it is none. */
export const asIf = (sent: Sentence, label: Label): boolean =>
  sent.tokens.some(
    (token, at) =>
      at < label.first &&
      label.first - at <= 8 &&
      /^as$/i.test(token.form) &&
      /^(though|if)$/i.test(sent.tokens[at + 1]!.form),
  );

/** "diplomatic relations with it, established on 3 May 1950": ties as such were opened on the day told; -1 for none. */
export function openedOn(sent: Sentence, label: Label): number {
  if (label.level !== 'diplomatic relations') return -1;
  for (let at = label.last + 1; at < Math.min(label.until, label.last + 9); at++) {
    const token = sent.tokens[at]!;
    if (/^(VBD|VBZ|VBP|MD)$/.test(token.xpos)) return -1;
    if (!/^(established|opened|re-established|restored)$/i.test(token.form)) continue;
    if (!/^(in|on)$/i.test(sent.tokens[at + 1]?.form ?? '')) return -1;
    return sent.tokens.slice(at + 2, at + 6).some((one) => /^(1[89]|20)\d\d$/.test(one.form)) ? at : -1;
  }
  return -1;
}
