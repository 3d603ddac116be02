/** What a statement does, where the words said tell more than the cue: "said it would shell the port" threatens. */

import type { Act, Span, Speaker } from '../../core/index.ts';
import { mentionsIn } from '../../mentions/index.ts';
import type { Draft } from './draft.ts';
import { isBody, isWriting } from './speaker.ts';

const UNTRUE =
  /^(?:(?:this|that) (?:is|was) (?:not correct|not true|untrue|false|incorrect|a lie|wrong|a fabrication)|it (?:is|was) (?:untrue|false|not true|a lie|wrong)\b|there (?:is|was) no truth\b|(?:the |those |these |such )?(?:reports?|claims?|allegations?|rumou?rs?) (?:is|are|was|were) (?:false|untrue|baseless|unfounded|groundless|fabricated|wrong))/i;
/** "There was no annex", "no such meeting had taken place", "there is not one drone in the province". */
const NONE_SUCH =
  /^(?:no such \w+ (?:was|were|had|has|have|took|existed|exists|happened)|there (?:was|were) (?:no|never)\b(?! (?:doubt|need|plan|point|reason|question|alternative|choice|way|progress|change|time|word|news|sign|indication|immediate|agreement|consensus|deadline|room))|there (?:is|was|are|were) not (?:one|a single)\b|[\p{Lu}\w]+ had been misquoted)/iu;
/** "Unless the fine is paid, Jakarta will impound the tanker": a condition and what follows it. */
const UNLESS = /\b(?:if|unless|should)\b/i;
const HOSTILE_WILL =
  /\b(?:will|would|could) (?:also |have to |immediately )?(?:impound|shoot|shell|bomb|strike|attack|retaliate|expel|sever|punish|sanction|invade|fire upon|open fire|seize|blockade|be cut off|be fired upon|be expelled|lose (?:its|their|his|her)|bar|block|reconsider the (?:very )?existence|close (?:its|the) (?:border|embassy|airspace)|take back .{0,40}by force|reinforce its garrison)\b/i;
const READY = /^(?:is|are|was|were|stands?|stood|remains?) (?:ready|willing|prepared) to\b/i;
const WILL =
  /^(?:would|will|['’]ll|may|might|could|is going to|are going to|was going to|were going to)\s+(?:also |not hesitate to |have to |soon |immediately )?/i;
/** What one would do to somebody else. */
const HOSTILE =
  /^(?:hit|strike|shell|bomb|attack|retaliate|expel|sever|punish|sanction|invade|fire|shoot|destroy|seize|blockade|block|close|shut|cut|suspend|halt|target|crush|impound|arrest|recall|call back|withdraw|impose|act against|take (?:action|measures|countermeasures)|use (?:military )?force|open fire|answer(?! (?:within|by|on|later|soon|tomorrow|questions?|the (?:questions?|letter|offer|call)|in (?:the|a|due|[a-z]+ days)))|respond (?:with force|forcefully|harshly|in kind)|make \S+ pay|strike back|hit back)\b/i;
const PUNISHING =
  /^(?:hit|strike|shell|bomb|attack|retaliate|avenge|turn back|boycott|sever|punish|expel|jail|imprison|prosecute|crush|destroy|invade|shoot|blockade|take revenge|respond (?:with force|forcefully|harshly|in kind)|hit back|strike back|make \S+ pay)\b/i;
const PUNISHED =
  /\b(?:will|would) be (?:arrested|punished|shot|expelled|sanctioned|destroyed|seized|impounded|prosecuted|jailed|killed|bombed)\b/i;
const GIVING =
  /^(?:give|provide|donate|send|deliver|help|continue (?:to )?(?:support|supply|help|assist|aid|provid)\w*|support|assist|lend|pay|release|free|withdraw|fund|finance|contribute|supply|add|lift|stop|reopen|train|rebuild)\b/i;
const ALLEGED = /\b(?:allegations?|claims?|reports?|rumou?rs?|suggestions? that|insinuations?)\b/i;
const FALSEHOOD =
  /\b(?:a lie|lies|false|untrue|fabrication|fabricated|fake news|a hoax|baseless|nonsense|a fairy tale|a herring story|groundless|unfounded|an invention|propaganda)\b/i;
const GOOD =
  /\b(?:gift|bridge|brothers?|sisters?|friends?|milestone|historic|victory|heroe?s?|good|great|excellent|success\w*|breakthrough|pillar|model|constructive|fruitful|positive|welcome|landmark|frank|productive|encouraging|important|valuable|reliable|trusted|cornerstone|opportunity|triumph|overdue)\b/i;
const BAD =
  /\b(?:ugly|unacceptable|reckless|shame\w*|disgrace\w*|farce|illegal|unlawful|provocat\w+|mistake|crimes?|criminal|terror\w*|threat|outrageous|dangerous|betrayal|aggress\w+|coward\w*|heinous|sham|barbari\w+|violation|insult|unjust\w*|irresponsible|regrettable|genocide|massacre|invasion|blackmail|theft|hypocri\w+|insolent|destabili\w+|banditry|theatre|absurd|pretext|insulting|a stunt|nonsense|a shame|sloppy)\b/i;
const WITH_FEELING =
  /^\s+with (?:\w+ )?(?:satisfaction|appreciation|pleasure|approval|gratitude|delight|joy|pride|concern|regret|alarm|dismay|anger|indignation|outrage)\b/;
const COUNTS = /^(?:poll|survey|count|data|figures|census|study|estimates?|statistics|tally|review)$/;

/** The cue's first word as the text has it, before any restoration. */
const surfaceOf = ({ view, cue }: Draft): string => {
  const token = view.tokens[cue[0] ?? -1];
  return token === undefined ? '' : view.doc.article.text.slice(token.start, token.end);
};

/** The act of a draft given its content; `outlet` when the speaker is a publication. */
export function refinedAct(draft: Draft, content: readonly Span[], speaker: Speaker | null, outlet: boolean): Act {
  const text = draft.view.doc.article.text;
  const first = content[0];
  const said = first === undefined ? '' : text.slice(first[0], Math.min(first[1], first[0] + 240));
  const whole = content.map((span) => text.slice(span[0], Math.min(span[1], span[0] + 200))).join(' ');
  if (/\/(?:call|describe|characteri[sz]e|portray|depict|brand|term|label|dub|consider|regard|deem)$/.test(draft.rule))
    return FALSEHOOD.test(whole) ? 'DENY' : BAD.test(whole) ? 'CONDEMN' : GOOD.test(whole) ? 'WELCOME' : 'SAY';
  if (draft.act === 'SAY' || draft.act === 'ANNOUNCE' || draft.act === 'WARN' || draft.act === 'AFFIRM') {
    if (UNTRUE.test(said) || NONE_SUCH.test(said)) return 'DENY';
    if (draft.act !== 'AFFIRM' && UNLESS.test(whole) && HOSTILE_WILL.test(whole)) return 'THREATEN';
    const own = first === undefined ? null : ownDeed(draft, first, said, speaker);
    if (draft.act !== 'WARN' && draft.act !== 'AFFIRM') {
      const performed = own === null ? null : performedBy(own);
      if (performed !== null) return performed;
      if (NO_SUCH.test(said)) return 'REJECT';
      if (draft.act === 'SAY' && MUST.test(said)) return 'DEMAND';
      if (draft.act === 'SAY' && MUTE.test(said)) return 'NOCOMMENT';
      if (draft.act === 'SAY' && first !== undefined && /["“‘']/.test(text[first[0] - 1] ?? '') && ORDER.test(said))
        return 'DEMAND';
    }
    if (own !== null) {
      const deed = own.replace(WILL, '');
      if (WILL.test(own) && HOSTILE.test(deed)) return 'THREATEN';
      if (draft.act === 'SAY' && ((WILL.test(own) && GIVING.test(deed)) || READY.test(own))) return 'PLEDGE';
    }
    if (speaker !== null && !outlet && speaker.sector !== 'JRN' && draft.act !== 'AFFIRM' && PUNISHED.test(said))
      return 'THREATEN';
  }
  // "Our patience has a date"
  if (draft.act === 'SAY' && PATIENCE.test(whole)) return 'WARN';
  // "assured Oslo that the army would leave"
  if (draft.act === 'AFFIRM' && draft.rule.endsWith('/assure') && first !== undefined) {
    const own = ownDeed(draft, first, said, speaker);
    if (own !== null && /^(?:will|would) (?!not\b|be\b|never\b)/i.test(own)) return 'PLEDGE';
  }
  // "vowed to respond in kind", "promised to jail whoever marched"
  if (draft.act === 'PLEDGE' && /^to /.test(said) && PUNISHING.test(said.slice(3))) return 'THREATEN';
  // "the other side had fired first"
  if (draft.act === 'SAY' && FIRST.test(said)) return 'ACCUSE';
  // "the treatment of the priest was unacceptable"
  if (draft.act === 'SAY' && UNBEARABLE.test(said)) return 'CONDEMN';
  // "noted with satisfaction that …"
  if (draft.act === 'SAY' && draft.cue.length > 0) {
    const from = draft.view.tokens[draft.cue[draft.cue.length - 1]!]!.end;
    const feeling = WITH_FEELING.exec(text.slice(from, from + 60));
    if (feeling !== null)
      return /concern|regret|alarm|dismay|anger|indignation|outrage/.test(feeling[0]) ? 'CONDEMN' : 'WELCOME';
  }
  // What was offered or said in blame is dismissed, what was alleged denied.
  if (draft.act === 'DENY' && draft.rule.endsWith('/dismiss') && !ALLEGED.test(whole.slice(0, 60))) return 'REJECT';
  // An accusation is rejected, an allegation denied.
  if (draft.act === 'REJECT' && ALLEGED.test(said.slice(0, 60))) return 'DENY';
  // "advised that the visit was off" tells; "advised him to wait" and "advised that he wait" urge.
  if (
    draft.act === 'URGE' &&
    /\/(?:advise|counsel|remind)$/.test(draft.rule) &&
    /^(?!to\b).*\b(?:is|are|was|were|has|have|had|will|would|can|could)\b/.test(said.slice(0, 120)) &&
    !/\bshould\b/.test(said)
  )
    return 'SAY';
  // "asked whether the loan could wait" asks for no deed.
  if (
    draft.act === 'URGE' &&
    draft.rule.endsWith('/ask') &&
    /^(?:whether|if|how|why|what|when|where|who|which)\b/i.test(said)
  )
    return 'SAY';
  // "volunteered to host the talks"
  if (draft.act === 'SAY' && draft.rule.endsWith('/volunteer') && /^to /.test(said)) return 'PROPOSE';
  // "told them to leave" asks for it.
  if (draft.act === 'SAY' && draft.rule.endsWith('/tell') && /^(?:not )?to [a-z]/.test(said)) return 'URGE';
  if (
    draft.act === 'SAY' &&
    (outlet || (draft.source >= 0 && isWriting(draft.view, draft.source) && COUNTS.test(draft.view.low[draft.source]!)))
  )
    return 'REPORT';
  // "the news agency introduced": what a spinner makes of "announced"; an outlet reports.
  if (outlet && draft.act === 'ANNOUNCE' && (draft.tier === 'spun' || /^introduc/i.test(surfaceOf(draft))))
    return 'REPORT';
  // "according to the trade ministry, 19 percent", "the chamber estimated the loss at …": a body's figures.
  const body = draft.source >= 0 && isBody(draft.view, draft.source);
  if (draft.act === 'SAY' && body && /\d/.test(whole) && /\/(?:according|estimate)$/.test(draft.rule)) return 'REPORT';
  // "suggested that the fair was near" says; "suggested that Oslo host it" proposes.
  if (
    draft.act === 'PROPOSE' &&
    draft.rule.endsWith('/suggest') &&
    /\b(?:is|are|was|were|had|has|could|might|may)\b/.test(said) &&
    !/\bshould\b/.test(said)
  )
    return 'SAY';
  return draft.act;
}

/** What a sentence in the speaker's own voice does by its verb: "we welcome", "it hoped", "he would not". */
function performedBy(own: string): Act | null {
  const plain = own.replace(/^(?:strongly |deeply |firmly |warmly |also |fully |sincerely |categorically )/i, '');
  for (const [pattern, act] of PERFORMED) if (pattern.test(plain)) return act;
  return null;
}

const PERFORMED: readonly (readonly [RegExp, Act])[] = [
  [/^welcome[sd]?\b/i, 'WELCOME'],
  [/^(?:thank(?:s|ed)?|(?:am|is|are|was|were) (?:very |deeply )?grateful)\b/i, 'WELCOME'],
  [/^(?:condemn(?:s|ed)?|deplore[sd]?|denounce[sd]?)\b/i, 'CONDEMN'],
  [/^regret(?:s|ted)?\b/i, 'CONCEDE'],
  [/^hope[sd]?\b/i, 'HOPE'],
  [/^(?:reject(?:s|ed)?|rule[sd]? out)\b/i, 'REJECT'],
  [/^(?:den(?:y|ies|ied)|(?:have|has|had) nothing to do with)\b/i, 'DENY'],
  [/^(?:call(?:s|ed)? on|urge[sd]?|appeal(?:s|ed)? to)\b/i, 'URGE'],
  [/^demand(?:s|ed)?\b/i, 'DEMAND'],
  [/^can confirm\b/i, 'AFFIRM'],
  [
    /^(?:did(?: not|n['’]t)|never\b|(?:has|have|had) (?:never|(?:not|n['’]t) (?:received|sent|made|given|met|seen|asked|sold|done)|(?:said|made|done|given|sent) no such)|gave nothing)/i,
    'DENY',
  ],
  [/^(?:will|would|is|are) (?:not (?!hesitate)|n['’]t )(?:going to )?(?:be |have )?[a-z]+/i, 'REJECT'],
];

/** "There will be no extradition", "No mediator will be let in". */
const NO_SUCH = /^(?:there (?:will|would) be no|no (?:[\p{L}-]+ ){1,3}(?:will|would))\b/iu;
const MUST =
  /\bmust (?:first )?(?:come|stop|end|leave|withdraw|apologi[sz]e|pay|resign|be (?:released|freed|returned|lifted|paid|withdrawn))\b/i;
/** A quote that opens with a command. */
const ORDER =
  /^(?:no more|stop|leave|go (?:home|away|back)|get out|release|withdraw|burn|free|hand over|give (?:us|back)|let (?:us|them|him|her)|lay down|put down|come (?:home|back)|return)\b/i;
const UNBEARABLE =
  /\b(?:is|was|are|were) (?:totally |completely |wholly |utterly )?(?:unacceptable|outrageous|intolerable|a disgrace|a crime|an outrage|shameful|inexcusable)\b/i;
const FIRST = /\bhad (?:opened fire\b|(?:fired|shelled|attacked|struck)\b[^.]{0,60}\bfirst\b)/i;
const PATIENCE =
  /\bpatience\b.{0,40}\b(?:dates?|ends?|limits?|running out|wearing thin|exhausted|not (?:endless|infinite|unlimited))\b/i;
const MUTE =
  /^(?:no comment\b|i (?:cannot|can['’]t|won['’]t|will not) comment|i have (?:no comment|nothing (?:for you|to add|to say)))/i;

/** What the speaker's own side would do: the words behind "it", "we" or the name of its country; null for others' deeds. */
function ownDeed(draft: Draft, first: Span, said: string, speaker: Speaker | null): string | null {
  let at = 0;
  const condition = /^(?:if|unless|should)\b[^,]{3,120},\s*/i.exec(said);
  if (condition !== null) at = condition[0].length;
  const pronoun =
    /^(?:it|he|she|they|we|i|his country|her country|its forces|their country|our country|(?:his|her|its|our|their) (?:members|party|union|army|forces|men|fighters|movement))\s+/i.exec(
      said.slice(at),
    );
  if (pronoun !== null) return said.slice(at + pronoun[0].length);
  if (speaker?.country == null) return null;
  for (const mention of mentionsIn(draft.view.doc, draft.view.sent.index)) {
    const start = first[0] + at + (/^the /i.test(said.slice(at)) ? 4 : 0);
    if (mention.span[0] !== start && mention.span[0] !== first[0] + at) continue;
    if (
      !/^(state|organization)$/.test(mention.kind) ||
      mention.form === 'adjective' ||
      mention.country !== speaker.country
    )
      continue;
    return said.slice(mention.span[1] - first[0]).trimStart();
  }
  return null;
}
