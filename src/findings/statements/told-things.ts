/** Things that are told as a whole: "laid out three conditions", "echoed the call for talks", "the raid drew condemnation from Oslo". */

import type { Act } from '../../core/index.ts';
import type { Knowledge } from '../../knowledge/index.ts';
import { children, hasRelation, head as headOf, lemmaOf, objectsOf, subjectsOf, subtree } from '../../language/tree.ts';
import { mentionAt } from '../../mentions/index.ts';
import { assertion, deniedBeside, modalBeside } from './assertion.ts';
import type { Draft } from './draft.ts';
import { isOutlet } from './outlets.ts';
import { withName } from './source.ts';
import { speakerKind } from './speaker.ts';
import { isTensed, isVerb, lastWord, restFrom, type View } from './view.ts';

/** Drafts of all things told in a sentence. */
export const toldThings = (view: View, knowledge: Knowledge): Draft[] => [
  ...setForth(view, knowledge),
  ...sought(view, knowledge),
  ...reaction(view, knowledge),
  ...notDrawn(view, knowledge),
  ...wordCame(view, knowledge),
  ...hearTell(view, knowledge),
  ...learned(view, knowledge),
  ...allSaid(view, knowledge),
];

/** Verbs of telling in full, by the words they are made of. */
const FORTH = /^(outline|detail|explain|present|elaborate|reveal|summarise|summarize|recount|defend|clarify)$/;
const OUT = /^(lay|set|spell)$/;
const TOLD =
  /^(plans?|conditions?|terms|positions?|stances?|proposals?|demands?|priorit(?:y|ies)|visions?|reasons?|steps?|measures|reforms?|polic(?:y|ies)|views?|concerns?|objections?|decisions?|ideas?|roadmap|blueprint|strateg(?:y|ies)|agenda|approach|options|progress|efforts?|intentions?|case|grievances?|principles|requirements|objectives|goals|aims|circumstances|details|findings|results|situation|expectations|guarantees|arguments?)$/;
const CALLED =
  /^(calls?|appeals?|concerns?|views?|warnings?|criticisms?|sentiments?|remarks?|words|demands?|position|fears?|plea|condemnation|sentiment|message|line|stance|comments?)$/;

/** "The minister laid out his government's plans for the port", "Fiji echoed the call for a moratorium". */
function setForth(view: View, knowledge: Knowledge): Draft[] {
  const drafts: Draft[] = [];
  for (let verb = 0; verb < view.tokens.length; verb++) {
    if (view.quoted[verb] || !isVerb(view, verb)) continue;
    const lemma = lemmaOf(view.sent, verb);
    const out = OUT.test(lemma) && view.low[verb + 1] === 'out';
    const echo = lemma === 'echo';
    if (!out && !echo && !FORTH.test(lemma)) continue;
    const source = speakerOf(view, knowledge, verb);
    if (source < 0) continue;
    const object = objectsOf(view.sent, verb)
      .map(({ token }) => token)
      .find((token) => token > verb);
    if (object === undefined || !(echo ? CALLED : TOLD).test(view.low[object]!)) continue;
    if (!echo && mentionAt(view.doc, view.sent.index, object)?.kind === 'time') continue;
    const words = nounPhrase(view, object);
    if (!echo && !out && words.size < 3) continue;
    const act = echo && /^(call|appeal|plea|demand)/.test(view.low[object]!) ? 'URGE' : echo ? 'AFFIRM' : 'SAY';
    drafts.push(draft(view, out ? [verb, verb + 1] : [verb], source, words, act, 'statements/set-forth'));
  }
  return drafts;
}

const SOUGHT =
  /^(investigations?|inquir(?:y|ies)|enquir(?:y|ies)|probe|explanations?|clarifications?|assurances?|guarantees?|apolog(?:y|ies)|compensation|extradition|release|restraint|withdrawal|handover|repatriation)$/;

/** "The envoy sought an early investigation": a request, by what is sought. */
function sought(view: View, knowledge: Knowledge): Draft[] {
  return view.low.flatMap((low, verb) => {
    if (!/^(sought|seeks|seeking)$/.test(low) || view.quoted[verb] || !isVerb(view, verb)) return [];
    const object = objectsOf(view.sent, verb)[0]?.token ?? -1;
    const source = object > verb && SOUGHT.test(view.low[object]!) ? speakerOf(view, knowledge, verb) : -1;
    return source < 0 ? [] : [draft(view, [verb], source, nounPhrase(view, object), 'URGE', 'statements/sought')];
  });
}

/** The noun phrase with what follows it without a break. */
function nounPhrase(view: View, noun: number): Set<number> {
  const own = new Set(subtree(view.sent, noun));
  const words = new Set<number>();
  for (let at = Math.min(...own); at <= Math.max(...own); at++) words.add(at);
  return words;
}

/** Who tells, when the verb is told as done and its subject can speak; else -1. */
function speakerOf(view: View, knowledge: Knowledge, verb: number): number {
  const stance = assertion(view, verb);
  if (typeof stance === 'string' || stance.negated || stance.passive) return -1;
  const source = subjectsOf(view.sent, verb)[0]?.token ?? -1;
  if (source < 0 || source > verb) return -1;
  return /^(actor|role|body|name|pronoun)$/.test(speakerKind(view, knowledge, source)) ? withName(view, source) : -1;
}

const DRAWS = /^(draw|win|earn|attract|provoke|prompt|spark|bring|receive|get|meet|face|incur|elicit|trigger)$/;
const REACTIONS: ReadonlyMap<string, Act> = new Map<string, Act>([
  ...['condemnation', 'criticism', 'rebuke', 'outrage', 'anger', 'censure', 'protest', 'fury', 'scorn', 'dismay'].map(
    (noun): [string, Act] => [noun, 'CONDEMN'],
  ),
  ...['praise', 'applause', 'acclaim', 'welcome', 'thanks', 'plaudit', 'congratulation', 'compliment'].map(
    (noun): [string, Act] => [noun, 'WELCOME'],
  ),
  ...['backing', 'support', 'endorsement'].map((noun): [string, Act] => [noun, 'ENDORSE']),
]);

/** "The raid drew condemnation from Norway", "the plan met with criticism from Tunis": what drew it is what is spoken about. */
function reaction(view: View, knowledge: Knowledge): Draft[] {
  const drafts: Draft[] = [];
  for (let noun = 1; noun < view.tokens.length; noun++) {
    const act = REACTIONS.get(lemmaOf(view.sent, noun)) ?? REACTIONS.get(view.low[noun]!);
    if (act === undefined || view.quoted[noun] || view.tokens[noun]!.upos !== 'NOUN') continue;
    if (!hasRelation(view.sent, noun, 'obj', 'obl', 'conj')) continue;
    const verb = headOf(view.sent, noun);
    if (verb < 0 || verb > noun || !isVerb(view, verb) || !DRAWS.test(lemmaOf(view.sent, verb))) continue;
    if (modalBeside(view, verb) || view.quoted[verb] || !isTensedGroup(view, verb)) continue;
    const from = view.low.findIndex((low, at) => low === 'from' && at > noun && at <= noun + 4);
    const source = from < 0 ? -1 : headOf(view.sent, from);
    if (source <= from || !/^(actor|role|body|name)$/.test(speakerKind(view, knowledge, source))) continue;
    const subject = subjectsOf(view.sent, verb)[0]?.token ?? -1;
    if (subject < 0 || subject > verb || deniedSubject(view, verb)) continue;
    if (/^(actor|role|name|pronoun)$/.test(speakerKind(view, knowledge, subject)) && view.low[subject] !== 'it')
      continue;
    drafts.push(draft(view, [noun], withName(view, source), nounPhrase(view, subject), act, 'statements/reaction'));
  }
  return drafts;
}

const isTensedGroup = (view: View, verb: number): boolean =>
  isTensed(view, verb) || children(view.sent, verb, 'aux', 'aux:pass').length > 0;
const deniedSubject = (view: View, verb: number): boolean =>
  children(view.sent, verb, 'advmod').some((kid) => /^(not|never|n['’]t)$/.test(view.low[kid]!)) &&
  deniedBeside(view, verb);

/** "would not be drawn on whether the tanks would go", "refused to be pinned down on a date": a refusal to speak. */
function notDrawn(view: View, knowledge: Knowledge): Draft[] {
  const drafts: Draft[] = [];
  for (let at = 2; at < view.tokens.length; at++) {
    if (view.quoted[at] || !/^(drawn|pinned)$/.test(view.low[at]!) || view.low[at - 1] !== 'be') continue;
    const refused = /^(?:would not|will not|could not|would n['’]t|declined to|refused to|refuses to|declines to)$/;
    if (!refused.test(view.low.slice(at - 3, at - 1).join(' '))) continue;
    const first = at - 3;
    const heads = [at, first, ...children(view.sent, first, 'xcomp')];
    const source = heads
      .flatMap((verb) => subjectsOf(view.sent, verb).map(({ token }) => token))
      .find((token) => token < first);
    if (source === undefined) continue;
    if (!/^(actor|role|body|name|pronoun)$/.test(speakerKind(view, knowledge, source))) continue;
    const words = new Set<number>();
    let next = view.low[at + 1] === 'down' ? at + 2 : at + 1;
    if (/^(on|about|into)$/.test(view.low[next] ?? '')) {
      for (next++; next <= lastWord(view) && !/^[,;]$/.test(view.low[next]!); next++) words.add(next);
    }
    drafts.push(
      draft(view, [first, first + 1, at - 1, at], withName(view, source), words, 'NOCOMMENT', 'statements/not-drawn'),
    );
  }
  return drafts;
}

/** "Word came from Baku that the men were free": the place or body it came from speaks. */
function wordCame(view: View, knowledge: Knowledge): Draft[] {
  const match = view.low.findIndex(
    (low, at) =>
      /^(word|news|confirmation|assurances|signals?)$/.test(low) &&
      /^(?:came|comes|has come|arrived|reached us) from /.test(`${view.low.slice(at + 1, at + 5).join(' ')} `),
  );
  if (match < 0 || view.quoted[match]) return [];
  const from = view.low.indexOf('from', match);
  const that = view.low.indexOf('that', from);
  const source = headOf(view.sent, from);
  if (that < 0 || that > from + 8 || source <= from || source >= that) return [];
  if (!/^(actor|role|body|name)$/.test(speakerKind(view, knowledge, source))) return [];
  const words = restFrom(view, that + 1);
  return words.size > 1 ? [draft(view, [match], withName(view, source), words, 'SAY', 'statements/word-came')] : [];
}

/** "To hear the negotiators tell it, the deal was safe", "As the envoy saw it, …" when the parse has the two clauses upside down. */
function hearTell(view: View, knowledge: Knowledge): Draft[] {
  if (!/^to hear /.test(`${view.low.slice(0, 2).join(' ')} `)) return [];
  const tell = view.low.findIndex((low, at) => low === 'tell' && at < 12 && view.low[at + 1] === 'it');
  if (tell < 3 || view.low[tell + 2] !== ',') return [];
  const source = subjectsOf(view.sent, tell)[0]?.token ?? children(view.sent, 1, 'obj')[0] ?? -1;
  if (source < 2 || source >= tell || !/^(actor|role|body|name)$/.test(speakerKind(view, knowledge, source))) return [];
  const words = restFrom(view, tell + 3);
  return words.size > 1
    ? [draft(view, [tell, tell + 1], withName(view, source), words, 'SAY', 'statements/hear-tell')]
    : [];
}

/** "The Riga Courier has learned that the envoy will go": an outlet's own news. */
function learned(view: View, knowledge: Knowledge): Draft[] {
  return view.low.flatMap((low, verb) => {
    if (!/^(learned|learnt|understands)$/.test(low) || view.low[verb + 1] !== 'that' || view.quoted[verb]) return [];
    const source = subjectsOf(view.sent, verb)[0]?.token ?? -1;
    if (source < 0 || source > verb || !isOutlet(view, knowledge, source)) return [];
    const words = restFrom(view, verb + 2);
    return words.size > 1 ? [draft(view, [verb], source, words, 'REPORT', 'statements/learned')] : [];
  });
}

/** "All the minister would say was that talks went on." */
function allSaid(view: View, knowledge: Knowledge): Draft[] {
  if (!/^(all|what)$/.test(view.low[0] ?? '')) return [];
  const say = view.low.findIndex((low, at) => /^(say|said|offer|reveal|disclose)$/.test(low) && at < 12);
  if (say < 2 || !/^(?:is|was) that$/.test(view.low.slice(say + 1, say + 3).join(' '))) return [];
  const source = subjectsOf(view.sent, say)[0]?.token ?? -1;
  if (source < 1 || source >= say || !/^(actor|role|body|name|pronoun)$/.test(speakerKind(view, knowledge, source)))
    return [];
  const words = restFrom(view, say + 3);
  return words.size > 1 ? [draft(view, [say], withName(view, source), words, 'SAY', 'statements/all-said')] : [];
}

const draft = (
  view: View,
  cue: readonly number[],
  source: number,
  words: ReadonlySet<number>,
  act: Act,
  rule: string,
): Draft => ({ view, cue, act, tier: 'usual', source, addressee: -1, words, via: [], rule, confidence: 0.72 });
