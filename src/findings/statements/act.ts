/** What a statement does, where the words said tell more than the cue: "said it would shell the port" threatens. */

import type { Act, Span } from '../../core/index.ts';
import type { Draft } from './draft.ts';

const UNTRUE =
  /^(?:it (?:is|was) (?:untrue|false|not true|a lie|wrong)\b|there (?:is|was) no truth\b|(?:the |those |these |such )?(?:reports?|claims?|allegations?|rumou?rs?) (?:is|are|was|were) (?:false|untrue|baseless|unfounded|groundless|fabricated|wrong))/i;
const READY =
  /^(?:it|he|she|they|we|i|[a-z’' -]{2,40}?) (?:is|are|was|were|stands?|stood|remains?) (?:ready|willing|prepared) to\b/i;
/** What one would do to somebody else. */
const HOSTILE =
  /^(?:it|he|she|they|we) (?:would|will|['’]ll|is going to|are going to|was going to|were going to) (?:hit|strike|shell|bomb|attack|retaliate|expel|sever|punish|sanction|invade|fire|shoot|destroy|seize|block|close|cut|suspend|halt|target|crush|respond (?:with force|forcefully|harshly|in kind))\b/i;
const GIVING =
  /^(?:it|he|she|they|we) (?:would|will|['’]ll) (?:give|provide|donate|send|deliver|help|continue (?:to )?(?:support|supply|help|assist|aid|provid)\w*|support|assist|lend|pay|release|free|withdraw|fund|finance|contribute|supply)\b/i;

/** The act of a draft given its content; `outlet` when the speaker is a publication. */
export function refinedAct(draft: Draft, content: readonly Span[], outlet: boolean): Act {
  const first = content[0];
  const said =
    first === undefined ? '' : draft.view.doc.article.text.slice(first[0], Math.min(first[1], first[0] + 160));
  if (draft.act === 'SAY' || draft.act === 'ANNOUNCE') {
    if (UNTRUE.test(said)) return 'DENY';
    if (HOSTILE.test(said)) return 'THREATEN';
    if (GIVING.test(said) || READY.test(said)) return 'PLEDGE';
  }
  if (outlet && draft.act === 'SAY') return 'REPORT';
  // "suggested that the fair was near" says; "suggested that Oslo host it" proposes.
  if (
    draft.act === 'PROPOSE' &&
    draft.rule.endsWith('/suggest') &&
    /\b(?:is|are|was|were|had|has|could|might|may)\b/.test(said) &&
    !/\bshould\b/.test(said)
  )
    return 'SAY';
  if (draft.act === 'AFFIRM' && draft.rule.endsWith('/assure') && GIVING.test(said)) return 'PLEDGE';
  return draft.act;
}
