/** Around a statement: where it was made, which outlet was told or passed it on, and whose words carry it. */

import type { Span } from '../../core/index.ts';
import type { Knowledge } from '../../knowledge/index.ts';
import { mentionAt, mentionsIn } from '../../mentions/index.ts';
import type { Draft, Spanned } from './draft.ts';
import { isOutlet } from './outlets.ts';
import { phraseOf } from './speaker.ts';
import { spanBetween, type View } from './view.ts';

export interface Relay {
  readonly name: string;
  readonly span: Span;
}

const VENUE =
  /\b(?:in|at|on|during|via|through)\s+(?:(?:a|an|the|his|her|its|their|this|that|another|one|separate|joint|written|short|brief|lengthy|televised|recorded|live|late-night|regular|daily|weekly|rare|exclusive|recent|official|social|media|first|second|final|opening|closing|keynote|annual|virtual|video|phone|telephone|online|press|news|government|cabinet|campaign|political|public|similar|strongly-worded|strongly|worded|nationwide|national|state-run|parliamentary|ministerial|two-day|three-day|[A-Z][\w’'.-]*|[a-z]+-[a-z]+)\s+){0,5}(?:statement|statements|interview|interviews|speech|address|news conference|press conference|conference|briefing|rally|tweet|tweets|post|posts|message|letter|letters|op-ed|editorial|article|column|communique|communiqué|declaration|readout|summit|meeting|talks|hearing|forum|session|debate|dinner|ceremony|sidelines|visit|podcast|broadcast|programme|program|television|Twitter|X|Facebook|Telegram|Weibo|WeChat|Truth Social|Instagram|YouTube|website|cable|memo|email|report|bulletin|remarks|call|conversation|panel|testimony|sermon|note)\b(?![-’'])/;

/** "in a statement", "at a news conference in Oslo": from the words beside the content, or null. */
export function venueOf(draft: Draft, beside: readonly Span[], cue: Span | null): string | null {
  const text = draft.view.doc.article.text;
  for (const span of beside) {
    const match = VENUE.exec(text.slice(span[0], Math.min(span[1], span[0] + 600)));
    if (match === null) continue;
    const start = span[0] + match.index;
    if (cue === null || (start >= cue[1] && start - cue[1] < 90) || (start < cue[0] && cue[0] - start < 120))
      return match[0];
  }
  return null;
}

/** What the sentence holds besides the content: where cue, source and circumstances stand. */
export function besideContent(view: View, content: readonly Span[]): Span[] {
  const [from, to] = view.sent.span;
  const beside: Span[] = [];
  let at = from;
  for (const span of content) {
    if (span[0] > at && span[0] <= to) beside.push([at, span[0]]);
    at = Math.max(at, span[1]);
  }
  if (at < to) beside.push([at, to]);
  return beside;
}

/** Outlets named beside the content that were told or carried it, outer to inner; the speaker is none of them. */
export function outletsBeside(
  draft: Draft,
  parents: readonly Spanned[],
  beside: readonly Span[],
  speaker: Span | null,
  knowledge: Knowledge,
): Relay[] {
  const { view } = draft;
  const found: Relay[] = [];
  const text = view.doc.article.text;
  const add = (relay: Relay): void => {
    if (
      !found.some(
        (other) => other.name === relay.name || (other.span[0] < relay.span[1] && relay.span[0] < other.span[1]),
      )
    )
      found.push(relay);
  };
  // What an enclosing statement was told to or carried by, this one was too.
  const stretches =
    parents.length === 0 ? beside : [...beside, ...parents.flatMap((parent) => besideContent(view, parent.content))];
  for (const head of [draft.addressee, ...parents.map((parent) => parent.draft.addressee)])
    if (head >= 0 && (isOutlet(view, knowledge, head) || isUnknownOutlet(view, head))) {
      // "told radio", "told state television": no outlet of its own.
      const relay = relayOf(view, head);
      if (/\p{Lu}/u.test(relay.name) || /^this\b/.test(relay.name)) add(relay);
    }
  for (const span of stretches) {
    const stretch = text.slice(span[0], Math.min(span[1], span[0] + 400));
    const match = PASSED_ON.exec(stretch);
    if (match === null) continue;
    const start = span[0] + match.index + match[0].length - match[1]!.length;
    const end = start + match[1]!.length;
    if (speaker === null || end <= speaker[0] || start >= speaker[1]) {
      const sure = /quoted|cited|carried|seen|obtained/.test(match[0]);
      if (sure || OUTLET_LIKE.test(match[1]!) || knowledge.outlet(match[1]!) !== null)
        add({ name: match[1]!, span: [start, end] });
    }
  }
  for (const mention of mentionsIn(view.doc, view.sent.index)) {
    if (mention.kind !== 'organization' && mention.kind !== 'person') continue;
    if (!stretches.some((span) => span[0] <= mention.span[0] && mention.span[1] <= span[1])) continue;
    if (speaker !== null && mention.span[0] < speaker[1] && speaker[0] < mention.span[1]) continue;
    if (!isOutlet(view, knowledge, mention.head)) continue;
    const lead = text.slice(Math.max(view.sent.span[0], mention.span[0] - 40), mention.span[0]);
    if (!CARRIED.test(lead) && mentionAt(view.doc, view.sent.index, draft.addressee) !== mention) continue;
    const relay = { name: mention.name ?? text.slice(...mention.span), span: mention.span };
    add(relay);
  }
  return found;
}

/** "told the Ceylon Mirror", "told El Puente", "told the daily Jutranjik": a name with an article that is no person, state or body. */
function isUnknownOutlet(view: View, head: number): boolean {
  const mention = mentionAt(view.doc, view.sent.index, head);
  if (view.tokens[head]!.upos !== 'PROPN') return false;
  if (mention !== null && !(mention.kind === 'organization' && mention.entity === null && mention.sector === null))
    return false;
  const [first] = phraseOf(view, head);
  const lead = view.low[first - 1] ?? '';
  return (
    /^(el|la|le|il|die|der|o)$/.test(view.low[first]!) ||
    (lead === 'the' && first !== head) ||
    PRESS.test(view.low[first]!) ||
    PRESS.test(lead)
  );
}

const PRESS = /^(daily|newspaper|weekly|broadcaster|channel|magazine|agency|station|paper|website)$/;

/** "as quoted by the Volta Star", "told the Helsinki Standard": a name right behind words of passing on. */
const PASSED_ON =
  /\b(?:told|quoted by|cited by|carried by|reported by|seen by|obtained by|published by|interview with|statement to|remarks to)\s+(?:the\s+)?((?:\p{Lu}[\p{L}’'-]*)(?:\s+\p{Lu}[\p{L}’'-]*){0,3})/u;
const OUTLET_LIKE =
  /\b(?:Star|Standard|Sun|Today|Record|Review|Press|Times|Post|Herald|Tribune|Gazette|Courier|Ledger|Daily|Weekly|News|Journal|Mirror|Monitor|Guardian|Observer|Chronicle|Telegraph|Mail|Globe|Radio|Television|TV|Newspaper|Bulletin|Dispatch|Express|Examiner|Wire|Agency)$/;

const CARRIED =
  /\b(?:told|tells|telling|to|with|by|briefed|informed|according to|quoted by|quotes|quoted|cited by|carried by|reported by|seen by|obtained by|published (?:by|in|on)|posted (?:on|by)|citing|on|in|for|from|via|as per|per|keeping with)\s+(?:the\s+|state-run\s+|state\s+|news\s+agency\s+|broadcaster\s+|newspaper\s+|daily\s+|local\s+|[A-Z]\w*['’]s\s+|[A-Z][\w.]*\s+){0,3}$/;

/** A relay from a head word: an outlet or the body whose statement holds this one. */
export function relayOf(view: View, head: number): Relay {
  const [first, last] = phraseOf(view, head);
  const mention = mentionAt(view.doc, view.sent.index, head);
  const text = view.doc.article.text;
  const span = spanBetween(view, first, last);
  if (mention !== null && mention.name !== null && mention.head === head)
    return { name: mention.name, span: mention.span };
  return { name: text.slice(span[0], span[1]), span };
}
