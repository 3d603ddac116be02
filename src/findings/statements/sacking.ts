/** Dismissals from office, which are no words: "dismissed his government". */

import { children } from '../../language/tree.ts';
import { mentionAt } from '../../mentions/index.ts';
import type { View } from './view.ts';

/** "dismissed his government", "was dismissed as army chief": somebody lost an office. */
export function isSacking(view: View, verb: number): boolean {
  const [object] = children(view.sent, verb, 'obj', 'nsubj:pass');
  if (object === undefined) return false;
  const mention = mentionAt(view.doc, view.sent.index, object);
  const person = mention !== null && mention.kind === 'person' && mention.head === object;
  const office = OFFICE.test(view.low[object]!);
  if (!person && !office) return false;
  const as = view.low.indexOf('as', verb);
  // "dismissed the envoy as a fool" judges; "dismissed him as army chief" does not.
  return as < 0 || as > object + 3 || view.low.slice(as + 1, as + 5).some((low) => OFFICE.test(low));
}

const OFFICE =
  /^(governments?|cabinets?|ministers?|governors?|generals?|commanders?|chiefs?|heads?|ambassadors?|envoys?|directors?|judges?|mayors?|premiers?|boards?|staff|officials?|officers?|aides?|advisers?|advisors?|secretary|secretaries|parliament|assembly|prosecutors?|council|court|employees|workers|soldiers|teachers|diplomats|deputy|deputies|spokesman|spokeswoman|spokesperson|commissioners?)$/;
