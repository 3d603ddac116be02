/** Promises: one's own word on what one will give, the object that says an amount is pledged, and troops that are none. */

import type { Figure, Sentence } from '../../core/index.ts';
import {
  ancestors,
  child,
  children,
  hasRelation,
  head,
  lemmaOf,
  prepositionOf,
  verbGroup,
} from '../../language/tree.ts';
import { isAid } from './giving.ts';
import type { FigureTables } from './tables.ts';

const OWN = /^(it|he|she|they|we|i)$/i;
const SAYS = /^(say|announce|tell|declare|confirm|state|add|write|inform|reveal|disclose|promise|pledge|vow|assure)$/;

/** "said it would add 5 million", "will add 5 million, it said": one's own future under a verb of saying is a promise. */
export function ownWord(sent: Sentence, verb: number): boolean {
  const subject = children(sent, verb, 'nsubj')[0];
  const own = (word: number | undefined): boolean => word !== undefined && OWN.test(sent.tokens[word]!.form);
  const teller = hasRelation(sent, verb, 'ccomp', 'parataxis')
    ? head(sent, verb)
    : children(sent, verb, 'parataxis').find((kid) => SAYS.test(lemmaOf(sent, kid)));
  if (hasRelation(sent, verb, 'ccomp') && own(subject)) return true;
  if (teller === undefined || teller < 0 || !SAYS.test(lemmaOf(sent, teller))) return false;
  // Told behind the promise, by the one who makes it.
  const speaker = children(sent, teller, 'nsubj')[0];
  if (teller < verb || speaker === undefined) return false;
  return own(speaker) || /^(promise|pledge|vow|assure)$/.test(lemmaOf(sent, teller));
}

export const isMilitary = (unit: string | null): boolean =>
  /^(troop|soldier|marine|policeman|police|officer|reservist)$/.test(unit ?? '');

export const promised = (sent: Sentence, path: readonly number[], tables: FigureTables): boolean =>
  path.some((up) => tables.words.get(lemmaOf(sent, up)) === 'pledge');

/** "raised its pledge to 50 million": what the object of a verb of growing says of the amount behind "to". */
export function grownTo(sent: Sentence, word: number, tables: FigureTables): Figure['status'] | null {
  const verb = ancestors(sent, word)[0];
  if (verb === undefined || prepositionOf(sent, word) !== 'to') return null;
  if (!/^(raise|double|triple|increase|lift|boost|bring|expand|up)$/.test(lemmaOf(sent, verb))) return null;
  const object = child(sent, verb, 'obj', 'nsubj:pass');
  const status = object < 0 ? undefined : tables.words.get(lemmaOf(sent, object));
  const help = object >= 0 && isAid(sent, object);
  if (status === 'pledge') return 'pledged';
  if (status !== 'give' && !help) return null;
  const group = verbGroup(sent, verb);
  return group.tense === 'future' || group.modal !== null || group.infinitive ? 'planned' : 'donated';
}
