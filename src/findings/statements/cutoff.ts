/** Where content ends: a second verb of the speaker's, a further attribution, a participle of saying. */

import type { Knowledge } from '../../knowledge/index.ts';
import { child, children, hasRelation, head as headOf } from '../../language/tree.ts';
import type { StatementTables } from './cue-table.ts';
import { speakerKind } from './speaker.ts';
import { isTensed, isVerb, type View } from './view.ts';

/** Whether a verb is in the cue table as one that nearly always or usually reports speech. */
export function isSpeech(view: View, tables: StatementTables, word: number): boolean {
  const lemma = view.tokens[word]!.lemma.toLowerCase();
  if (!isVerb(view, word)) return false;
  const cues = tables.cues.get(lemma) ?? tables.cues.get(`${lemma}e`) ?? [];
  return (
    cues.some((cue) => cue.kind === 'verb' && (cue.tier === 'sure' || cue.tier === 'usual')) || tables.light.has(lemma)
  );
}

/**
 * Takes off the content's tail what the speaker did next: "condemned the raid | and called for calm",
 * "said the port was open, | adding that …", "talks would go on, | according to …". `how` tells what the content is:
 * behind a noun phrase or an infinitive any past tense starts a new deed, behind a clause only speech does.
 */
export function cutTail(
  view: View,
  words: Set<number>,
  cue: number,
  clausal: boolean,
  tables: StatementTables,
  knowledge: Knowledge,
): void {
  const sorted = [...words].filter((word) => word > cue).sort((a, b) => a - b);
  for (const at of sorted) {
    if (view.quoted[at] || at === sorted[0]) continue;
    if (!endsHere(view, words, at, clausal, tables, knowledge)) continue;
    for (const word of sorted) if (word >= at) words.delete(word);
    return;
  }
}

const DISPUTED =
  /^(?:a|an) (?:claim|version|charge|accusation|allegation|account|figure|toll|assertion|suggestion) (?:\S+ ){1,6}(?:disputes?|disputed|rejects?|rejected|denies|denied|deny|contests?|contested|dismisses|dismissed)\b/;

const UNVERIFIED =
  /could not (?:be )?(?:independently |immediately )?(?:be )?(?:verif|confirm)|was not possible to (?:verify|confirm)/;

function endsHere(
  view: View,
  words: ReadonlySet<number>,
  at: number,
  clausal: boolean,
  tables: StatementTables,
  knowledge: Knowledge,
): boolean {
  const low = view.low[at]!;
  if (/^(and|but)$/.test(low)) {
    if (refuses(view, at)) return true;
    const verb = verbBehind(view, at);
    if (verb < 0) return false;
    if (!clausal) return ownVerb(view, verb);
    if (view.tokens[verb]!.xpos === 'VB') return false;
    if (ownVerb(view, verb) && leavesTense(view, words, at, verb)) return true;
    return ownVerb(view, verb) && isSpeech(view, tables, verb) && !continuesClause(view, words, at, verb, knowledge);
  }
  if (low !== ',') return false;
  const next = at + 1;
  // "said the road was mined, a claim the army disputes": what others say of it.
  if (DISPUTED.test(view.low.slice(next, next + 10).join(' '))) return true;
  // "said it would answer in kind, without elaborating": how it was said.
  if (
    view.low[next] === 'without' &&
    /^(elaborating|giving|naming|providing|specifying|saying|explaining|offering|citing|further|going|identifying|mentioning|disclosing|revealing)$/.test(
      view.low[next + 1] ?? '',
    )
  )
    return true;
  // "said 26 had died, a toll that could not be independently verified": the writer's doubt.
  if (
    /^(a|an|the|which|but|though|although)$/.test(view.low[next] ?? '') &&
    UNVERIFIED.test(view.low.slice(next, next + 14).join(' '))
  )
    return true;
  if (/^(according|citing|amid|following|days|hours|weeks|months)$/.test(view.low[next] ?? '')) return true;
  if (view.low[next] === 'while' && othersSay(view, tables, next, knowledge)) return true;
  if (/^(as|after)$/.test(view.low[next] ?? '') && hasTensedBehind(view, next)) return true;
  // Behind a noun phrase a comma that lists nothing leads away from it.
  if (!clausal && !listed(view, words, at) && !view.quoted[next]) return !tellsMore(view, words, next);
  const participle = view.tokens[next]?.upos === 'ADV' ? next + 1 : next;
  return (
    view.tokens[participle]?.xpos === 'VBG' &&
    isSpeech(view, tables, participle) &&
    child(view.sent, participle, 'aux') < 0
  );
}

/** "but would not discuss it", "and declined to say more": what the speaker held back. */
const refuses = (view: View, at: number): boolean =>
  /^(and|but) (?:(?:he|she|it|they) )?(?:(?:would|could|did|will) (?:not|n['’]t) (?:discuss|say|comment|elaborate|confirm|name|give|specify|answer|disclose|explain)|(?:declined|refused) to)\b/.test(
    view.low.slice(at, at + 5).join(' '),
  );

/** "the growth of trade, which reached …": a relative clause on a word of the content. */
const tellsMore = (view: View, words: ReadonlySet<number>, next: number): boolean => {
  if (comesBack(view, words, next)) return true;
  if (
    !/^(which|where)$/.test(view.low[next] ?? '') &&
    !/^(of|in|for) which$/.test(`${view.low[next]} ${view.low[next + 1]}`)
  )
    return false;
  const verb = view.tokens.findIndex((_, word) => word > next && word < next + 12 && isTensed(view, word));
  // A clause longer than the thing itself tells a story of its own.
  const sorted = [...words];
  if (sorted.filter((word) => word >= next).length > sorted.filter((word) => word < next).length + 2) return false;
  return (
    verb >= 0 &&
    [...words].some(
      (word) => word >= next && hasRelation(view.sent, word, 'acl:relcl') && words.has(headOf(view.sent, word)),
    )
  );
};

/** "the elevation of their ties, in place since 2013, to a partnership": words between commas, and the thing goes on. */
const comesBack = (view: View, words: ReadonlySet<number>, next: number): boolean => {
  const close = view.low.findIndex((low, at) => low === ',' && at > next && at <= next + 8);
  if (close < 0 || !words.has(close + 1) || view.tokens[close + 1]!.upos !== 'ADP') return false;
  for (let at = next; at < close; at++) if (isTensed(view, at)) return false;
  const top = headOf(view.sent, headOf(view.sent, close + 1));
  return top < next && words.has(top);
};

/** ", while Congo's army said …": somebody else's words. */
function othersSay(view: View, tables: StatementTables, from: number, knowledge: Knowledge): boolean {
  for (let at = from + 1; at < Math.min(view.tokens.length, from + 10); at++) {
    if (!isTensed(view, at)) continue;
    const subject = child(view.sent, at, 'nsubj');
    return (
      isSpeech(view, tables, at) &&
      subject > from &&
      subject < at &&
      /^(actor|role|body|name|writing)$/.test(speakerKind(view, knowledge, subject))
    );
  }
  return false;
}

const hasTensedBehind = (view: View, at: number): boolean =>
  view.tokens.some((_, word) => word > at && word < at + 12 && isTensed(view, word));

/** Whether the comma stands in a list: an "and" follows among the words, with nouns or infinitives on both sides. */
const listed = (view: View, words: ReadonlySet<number>, at: number): boolean => {
  const next = view.tokens[at + 1];
  if (next !== undefined && next.upos === 'ADJ' && view.tokens[at - 1]?.upos === 'ADJ') return true;
  if (next === undefined || /^(WDT|WP|WRB|IN|VBG|VBN|VBD)$/.test(next.xpos)) return false;
  for (const word of words) if (word > at && view.tokens[word]!.deprel === 'conj') return true;
  return false;
};

/** The tensed verb right behind "and", adverbs and "has" between them; -1 when something else stands there. */
function verbBehind(view: View, at: number): number {
  for (let word = at + 1; word < Math.min(view.tokens.length, at + 5); word++) {
    const token = view.tokens[word]!;
    if (isTensed(view, word) && token.upos === 'VERB') return word;
    if (
      token.upos === 'ADV' ||
      (token.upos === 'AUX' && /^(has|have|had|also)$/.test(view.low[word]!)) ||
      /^(has|have)$/.test(view.low[word]!)
    )
      continue;
    if (token.xpos === 'VBN' && /^(has|have)$/.test(view.low[word - 1] ?? '')) return word;
    // "said the bombs had hit a pagoda and accused Oslo": a participle to the tagger.
    if (token.xpos === 'VBN' && word === at + 1 && child(view.sent, word, 'obj') > word) return word;
    // "condemned the raid and will discuss"
    if (token.xpos === 'MD') continue;
    if (token.xpos === 'VB' && view.tokens[word - 1]?.xpos === 'MD') return word;
    return -1;
  }
  return -1;
}

/** "said it will send tents and invited donors": a past tense behind a present or a modal is the teller's own deed. */
function leavesTense(view: View, words: ReadonlySet<number>, and: number, verb: number): boolean {
  if (view.tokens[verb]!.xpos !== 'VBD') return false;
  for (let at = and - 1; at >= 0 && words.has(at); at--)
    if (isTensed(view, at)) return /^(VBZ|VBP|MD)$/.test(view.tokens[at]!.xpos);
  return false;
}

/** Without a subject of its own, it has the speaker's. */
const ownVerb = (view: View, verb: number): boolean => {
  const subject = child(view.sent, verb, 'nsubj', 'nsubj:pass');
  return subject < 0 || subject > verb;
};

/** "said Oslo apologised and promised aid": the clause's own subject can speak, and its verb has the same tense. */
function continuesClause(
  view: View,
  words: ReadonlySet<number>,
  and: number,
  verb: number,
  knowledge: Knowledge,
): boolean {
  for (let at = and - 1; at >= 0 && words.has(at); at--) {
    if (view.tokens[at]!.upos !== 'VERB' || !isTensed(view, at) || hasRelation(view.sent, at, 'acl:relcl', 'advcl'))
      continue;
    const subject = children(view.sent, at, 'nsubj')[0];
    if (subject === undefined) continue;
    return (
      view.tokens[at]!.xpos === view.tokens[verb]!.xpos &&
      /^(actor|role|pronoun)$/.test(speakerKind(view, knowledge, subject))
    );
  }
  return false;
}
