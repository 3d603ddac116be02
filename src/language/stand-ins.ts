/** Words that the network misreads in one setting, and the word it is shown there instead. */

import type { Word } from './words.ts';

/** Who is met: a title or a trade of people who visit as such. */
const VISITOR =
  /^(?:presidents?|premiers?|prime|ministers?|chancellor|king|queen|prince|princess|emir|sultan|chiefs?|secretary|envoys?|ambassadors?|leaders?|delegations?|delegates|officials?|lawmakers?|legislators?|senators?|congressmen|congressman|parliamentarians|mps?|chairman|chairwoman|chairperson|general|admiral|commanders?|counterparts?|diplomats?|negotiators?|mediators?|taoiseach|speaker|governor|commissioner|director|dignitaries|guests?|troops|monks?|pope|pontiff)$/i;
/** Behind these a journey is told: "after visiting President Bell". */
const GOING =
  /^(?:after|before|while|when|whilst|by|in|of|for|since|on|upon|without|despite|is|was|are|were|be|been|am|started?|began|begin|stop|stopped|keeps?|kept|resumed?|considers?|considered|planned|avoid|avoided|enjoyed|recalled|recommended|instead|from)$/i;
const REACH = 6;

/**
 * The word shown for a word: "visiting" is "former" where the phrase behind it names who visits ("met visiting Chadian
 * President …"), since it was nearly always read as a verb there. Everything else is shown as it is.
 */
export function standIn(words: readonly Word[], i: number): string {
  const form = words[i]!.form;
  if (!/^visiting$/i.test(form)) return form;
  if (i > 0 && GOING.test(words[i - 1]!.form)) return form;
  for (let k = i + 1; k <= i + REACH && k < words.length; k++) {
    const next = words[k]!.form;
    if (VISITOR.test(next)) return form === 'visiting' ? 'former' : 'Former';
    if (!/^[\p{L}.&'’-]+$/u.test(next) || /^(?:the|a|an|his|her|its|their|and|in|to|with|for|on|at)$/i.test(next))
      break;
  }
  return form;
}
