/** Whom words were for, and which phrases only tell where they were said. */

import { child, children, lemmaOf, obliquesOf } from '../../language/tree.ts';
import { isActor, mentionAt } from '../../mentions/index.ts';
import { passiveAt } from './assertion.ts';
import type { Source } from './source.ts';
import type { Spotted } from './spot.ts';
import { isVerb, type View } from './view.ts';

/** Where and when it was said rather than what. */
export const isVenue = (view: View, word: number): boolean =>
  /^(statement|interview|speech|conference|meeting|summit|briefing|letter|tweet|post|remarks|call|telephone|phone|talks|rally|address|visit|twitter|facebook|television|radio|session|forum|press|communique)$/.test(
    lemmaOf(view.sent, word),
  );

/** Whom the words were for: "told reporters", "urged Oman", "called on Laos", "protested to Seoul". */
export function addresseeOf(view: View, spotted: Spotted, source: Source): number {
  const sent = view.sent;
  const { cue, head } = spotted;
  const passive = passiveAt(view, head);
  if (cue.takes.has('whom')) {
    if (passive) return child(sent, head, 'nsubj:pass');
    if (cue.rest.length > 0) {
      const last = spotted.tokens[spotted.tokens.length - 1]!;
      const after = obliquesOf(sent, head).find((phrase) => phrase.token > last);
      if (after !== undefined) return after.token;
    }
    const object = [...children(sent, head, 'iobj'), ...children(sent, head, 'obj')].find(
      (kid) => kid !== source.head && kid > head,
    );
    if (
      object !== undefined &&
      !(cue.takes.has('thing') && !humanlike(view, object) && !accusedOf(view, spotted, object))
    )
      return object;
    // "told the paper the premier had joked": two subjects in a row, the first of them was told.
    if (object === undefined) {
      const heard = children(sent, head, 'ccomp').flatMap((clause) => children(sent, clause, 'nsubj', 'iobj'));
      const [first, second] = heard.filter((kid) => kid > head);
      if (first !== undefined && second !== undefined && first <= head + 6 && second <= first + 6) return first;
    }
    // "urged Chad to act" read with Chad as the subject of a clause.
    if (object === undefined) {
      for (const clause of children(sent, head, 'ccomp', 'xcomp')) {
        const subject = child(sent, clause, 'nsubj');
        if (subject > head && children(sent, clause, 'mark').some((mark) => view.low[mark] === 'to')) return subject;
      }
    }
    if (object !== undefined) return -1;
  }
  // "saying her people needed boats": whoever has nothing said to them is the subject of what is said.
  const indirect = child(sent, head, 'iobj');
  if (indirect >= 0 && !(lemmaOf(sent, head) === 'say' && indirect > head)) return indirect;
  // "offered Romania access to its silos", read as a name in front of a noun.
  if (/^(PROPOSE|PLEDGE)$/.test(cue.act)) {
    const given = child(sent, head, 'obj');
    const named = given > head ? children(sent, given, 'compound')[0] : undefined;
    const mention = named === head + 1 && given > named ? mentionAt(view.doc, sent.index, named) : null;
    if (mention?.kind === 'state' && mention.form === 'name' && view.tokens[given]!.upos === 'NOUN') return named!;
    // "offered the priest asylum"
    const one = given > head ? children(sent, given, 'compound').find((kid) => kid === head + 2) : undefined;
    if (
      one !== undefined &&
      /^(the|a|an|his|her|its|their)$/.test(view.low[head + 1]!) &&
      mentionAt(view.doc, sent.index, one)?.kind === 'person'
    )
      return one;
  }
  const to = obliquesOf(sent, head, 'to').find((phrase) => phrase.token > head && humanlike(view, phrase.token));
  if (to !== undefined && !cue.takes.has('to')) return to.token;
  const object = child(sent, head, 'obj');
  if (
    object >= 0 &&
    object !== source.head &&
    cue.takes.has('whom') &&
    humanlike(view, object) &&
    children(sent, head, 'ccomp').length > 0
  )
    return object;
  return -1;
}

/** "accused its neighbour of dumping waste": whoever stands in front of "of" is the one accused. */
const accusedOf = (view: View, { cue, head }: Spotted, object: number): boolean =>
  cue.act === 'ACCUSE' &&
  [...children(view.sent, head, 'obl', 'advcl'), ...children(view.sent, object, 'nmod', 'acl', 'advcl')].some(
    (kid) =>
      kid > object &&
      children(view.sent, kid, 'case', 'mark').some(
        (word) => word > object && word < kid && view.low[word] === 'of' && isVerb(view, kid),
      ),
  );

export const humanlike = (view: View, word: number): boolean => {
  const mention = mentionAt(view.doc, view.sent.index, word);
  return (
    (mention !== null && isActor(mention)) ||
    /^(reporters?|journalists?|officials?|ministers?|lawmakers?|parliament|members|leaders|them|him|her|us|media|press)$/.test(
      view.low[word] ?? '',
    )
  );
};
