/** A level told before and meant again: "was granted the status", "resumed them", "has offered one as well". */

import type { Sentence } from '../../core/index.ts';
import { child, formsOf, hasRelation, head, lemmaOf } from '../../language/tree.ts';
import { type Label, OPENS_OR_ENDS } from './label.ts';

const HAS_IT =
  /^(have|hold|enjoy|share|keep|offer|propose|grant|give|award|accord|confer|gain|get|obtain|receive|win|lose|strip|seek|want|request|apply|like|covet|desire|earn|deny|retain)$/;

/** "was granted the status", "has such partnerships with": the level told last, meant again. */
export function levelAgain(sent: Sentence, last: Label, from = 1): Label[] {
  for (let at = from; at < sent.tokens.length; at++) {
    if (
      !/^(status|designation|rank|tier|title|standing|partnerships?|associations?|level|one)$/i.test(
        sent.tokens[at]!.form,
      )
    )
      continue;
    let first = at - 1;
    while (first > 0 && /^(same|very|full|only|kind|of)$/i.test(sent.tokens[first]!.form)) first -= 1;
    const one = sent.tokens[at]!.form === 'one';
    // "has offered one as well"
    const too =
      one &&
      (/^(too|also|as well)\b/i.test(formsOf(sent, at + 1, at + 3)) ||
        // "has no partnership yet, but both sides want one"
        (hasRelation(sent, at, 'obj') && /^(want|seek|propose|request)$/.test(lemmaOf(sent, head(sent, at)))));
    if (one && (last.party || !too)) continue;
    const pointer = sent.tokens[first]!.form.toLowerCase();
    const same = /^same$/i.test(sent.tokens[at - 1]!.form);
    const status = /^(status|designation|rank|title|standing)$/i.test(sent.tokens[at]!.form);
    if (!too && !/^(such|that|this)$/.test(pointer) && !same && !(status && pointer === 'the')) continue;
    const verb = sent.tokens[at]!.head;
    const lemma = sent.tokens[verb]?.lemma.toLowerCase() ?? '';
    if (!HAS_IT.test(lemma) || !/^(obj|obl|nsubj:pass|iobj|xcomp)/.test(sent.tokens[at]!.deprel)) continue;
    return [
      {
        ...last,
        first: one ? at : first,
        last: at,
        head: at,
        party: status,
        from: 0,
        until: sent.tokens.length,
        opening: 0,
        after: 0,
      },
    ];
  }
  return [];
}

/** "severed relations … and resumed them", "ties with it, which it cut in 2016": the same ties, opened or ended by another verb. */
export function tiesAgain(sent: Sentence, last: Label): Label[] {
  if (last.level !== 'diplomatic relations') return [];
  const found: Label[] = [];
  for (let at = last.last + 1; at < sent.tokens.length; at++) {
    if (!/^(them|which|that|it|those)$/i.test(sent.tokens[at]!.form) || !hasRelation(sent, at, 'obj')) continue;
    const verb = sent.tokens[at]!.head;
    const particle = sent.tokens[child(sent, verb, 'compound:prt')]?.form.toLowerCase();
    const takes = lemmaOf(sent, verb) === 'take' && particle === 'up';
    if (!takes && !OPENS_OR_ENDS.test(lemmaOf(sent, verb))) continue;
    // "which" must hang on the ties, "it" and "them" on a verb that follows theirs.
    const relative = hasRelation(sent, verb, 'acl:relcl');
    if (relative ? !/^(which|that)$/i.test(sent.tokens[at]!.form) : !/^(them|it|those)$/i.test(sent.tokens[at]!.form))
      continue;
    if (relative && sent.tokens[verb]!.head !== last.head && sent.tokens[sent.tokens[verb]!.head]!.head !== last.head)
      continue;
    found.push({
      ...last,
      first: at,
      last: at,
      head: at,
      party: false,
      from: Math.min(at, verb),
      until: sent.tokens.length,
      opening: 0,
      after: Math.min(at, verb),
    });
  }
  return found;
}

/** "their ties, severed in 2017, were restored": the same ties in an aside that tells of their end. */
export function endedAside(sent: Sentence, label: Label): Label[] {
  if (label.level !== 'diplomatic relations') return [];
  const comma = sent.tokens[label.last + 1]?.form === ',' ? 1 : 0;
  const start = label.last + 1 + comma;
  const clause = [start, start + 1].find((at) => sent.tokens[at]?.xpos === 'VBN' && ENDS.test(lemmaOf(sent, at)));
  // "were cut" is the main verb, "ties severed in 2017" an aside.
  if (clause === undefined || (clause > start && sent.tokens[start]!.upos !== 'ADV')) return [];
  return [{ ...label, first: clause, last: clause, head: clause, from: clause, opening: 0, after: clause }];
}

const ENDS = /^(sever|break|cut|suspend|freeze|rupture|end|downgrade)$/;
