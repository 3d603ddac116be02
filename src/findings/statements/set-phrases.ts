/** Set phrases that report without a verb of speech: "put the damage at 2.8 trillion", "she had one word: wait". */

import type { Knowledge } from '../../knowledge/index.ts';
import { children, lemmaOf, nominalModifiersOf, possessorsOf, subjectsOf, subtree } from '../../language/tree.ts';
import { modalBeside } from './assertion.ts';
import type { Draft } from './draft.ts';
import { withName } from './source.ts';
import { speakerKind } from './speaker.ts';
import { isTensed, isVerb, lastWord, type View } from './view.ts';

/** Drafts of all set phrases of a sentence. */
export const setPhrases = (view: View, knowledge: Knowledge): Draft[] => [
  ...putAt(view, knowledge),
  ...oneWord(view, knowledge),
  ...raised(view, knowledge),
  ...wished(view, knowledge),
  ...wasTheReply(view, knowledge),
];

const SPEAKS = /^(actor|role|body|name|writing|pronoun)$/;

/** "Officials put the number of stranded workers at 4,200": a figure somebody names. */
function putAt(view: View, knowledge: Knowledge): Draft[] {
  const drafts: Draft[] = [];
  for (let verb = 0; verb < view.tokens.length; verb++) {
    if (!/^(puts?|putting|places?|placed|estimates?|estimated)$/.test(view.low[verb]!) || !isVerb(view, verb)) continue;
    if (view.quoted[verb] || modalBeside(view, verb)) continue;
    const source = subjectsOf(view.sent, verb)[0]?.token ?? -1;
    if (source < 0 || source > verb || !SPEAKS.test(speakerKind(view, knowledge, source))) continue;
    let at = -1;
    const words = new Set<number>();
    for (let word = verb + 1; word <= lastWord(view); word++) {
      if (/^[;:()—–]$/.test(view.low[word]!) || isTensed(view, word)) break;
      if (view.low[word] === ',' && at >= 0 && !/^\p{N}/u.test(view.low[word + 1] ?? '')) break;
      if (view.low[word] === 'at' && at < 0) at = word;
      words.add(word);
    }
    const near = at < 0 ? [] : view.tokens.slice(at + 1, at + 6);
    if (at < verb + 3 || !near.some((token) => token.upos === 'NUM' || /^[$€£¥]/.test(token.form))) continue;
    drafts.push(draft(view, verb, source, words, 'SAY', 'statements/put-at'));
  }
  return drafts;
}

const FEW = /^(a|an|one|two|three|four|this|simple|single|short|clear|blunt|only|just|final)$/;
const WORD =
  /^(word|words|message|answer|reply|question|warning|request|advice|explanation|demand|condition|wish|plea)$/;

/** "To those who call it dead, she has one word: “Wait.”" */
function oneWord(view: View, knowledge: Knowledge): Draft[] {
  for (let colon = 3; colon < view.tokens.length - 1; colon++) {
    if (view.low[colon] !== ':' || view.quoted[colon]) continue;
    const noun = [colon - 1, colon - 2, colon - 3, colon - 4].find((at) => WORD.test(view.low[at] ?? ''));
    if (noun === undefined || !FEW.test(view.low[noun - 1] ?? '')) continue;
    let verb = noun - 1;
    while (verb > 0 && FEW.test(view.low[verb]!)) verb--;
    if (view.low[verb] === 'with' && /^(answer|reply|respond)$/.test(lemmaOf(view.sent, verb - 1))) verb--;
    if (!/^(have|offer|give|bring|carry|send|answer|reply|respond)$/.test(lemmaOf(view.sent, verb))) continue;
    const subject = subjectsOf(view.sent, verb)[0]?.token ?? children(view.sent, verb, 'nsubj')[0] ?? -1;
    if (subject < 0 || !/^(actor|role|body|name|pronoun)$/.test(speakerKind(view, knowledge, subject))) continue;
    const words = new Set<number>();
    for (let word = colon + 1; word <= lastWord(view); word++) words.add(word);
    if (words.size === 0) continue;
    return [draft(view, noun, withName(view, subject), words, 'SAY', 'statements/one-word')];
  }
  return [];
}

const REPLIES =
  /^(reply|answer|response|retort|verdict|message|comment|explanation|assessment|warning|advice|conclusion|reaction|summary)$/;

/** "“Nobody asked us,” was the reply of the envoy", "The reply from Quito was curt: “Never.”": a quote told by a noun. */
function wasTheReply(view: View, knowledge: Knowledge): Draft[] {
  for (let noun = 1; noun < view.tokens.length; noun++) {
    if (!REPLIES.test(view.low[noun]!) || view.quoted[noun]) continue;
    const owner =
      possessorsOf(view.sent, noun)[0] ??
      nominalModifiersOf(view.sent, noun).find((one) => /^(from|of|by)$/.test(one.preposition ?? ''))?.token;
    if (owner === undefined || !/^(actor|role|body|name|pronoun)$/.test(speakerKind(view, knowledge, owner))) continue;
    const before = view.tokens.findIndex(
      (_, at) => at < noun && /^(was|is|came|ran|went)$/.test(view.low[at]!) && view.quoted[at - 1] === true,
    );
    const colon = view.low.findIndex((low, at) => low === ':' && at > Math.max(noun, owner) && !view.quoted[at]);
    const words = new Set<number>();
    if (before > 1) {
      for (let at = 0; at < before; at++) if (view.quoted[at]) words.add(at);
    } else if (colon > 0 && (view.quoted[colon + 1] || view.quoted[colon + 2])) {
      for (let at = colon + 1; at <= lastWord(view); at++) words.add(at);
    }
    if ([...words].some((at) => !view.mark[at]))
      return [draft(view, noun, withName(view, owner), words, 'SAY', 'statements/was-the-reply')];
  }
  return [];
}

const SUBJECT =
  /^(case|cases|issue|issues|question|detention|fate|plight|matter|imprisonment|arrest|treatment|trial|execution|disappearance|problem|subject|expulsion|killing|delays?)$/;

/** "The Secretary raised the detention of a dual national": brought up in talks, with what it is about. */
function raised(view: View, knowledge: Knowledge): Draft[] {
  return view.low.flatMap((low, verb) => {
    if (!/^(raised|raises)$/.test(low) || view.quoted[verb] || !isVerb(view, verb) || modalBeside(view, verb))
      return [];
    const source = subjectsOf(view.sent, verb)[0]?.token ?? -1;
    const object = children(view.sent, verb, 'obj')[0] ?? -1;
    if (source < 0 || source > verb || object < verb || !SUBJECT.test(view.low[object]!)) return [];
    const told = children(view.sent, object, 'nmod', 'compound', 'acl').length > 0;
    if (!told || !/^(actor|role|body|name)$/.test(speakerKind(view, knowledge, source))) return [];
    return [draft(view, verb, source, new Set(subtree(view.sent, object)), 'SAY', 'statements/raised')];
  });
}

/** "wished Oman well", "wished the people of Laos a happy new year". */
function wished(view: View, knowledge: Knowledge): Draft[] {
  return view.low.flatMap((low, verb) => {
    if (!/^(wished|wishes)$/.test(low) || view.quoted[verb] || !isVerb(view, verb)) return [];
    const source = subjectsOf(view.sent, verb)[0]?.token ?? -1;
    if (source < 0 || source > verb || !/^(actor|role|body|name|pronoun)$/.test(speakerKind(view, knowledge, source)))
      return [];
    const words = new Set<number>();
    for (let at = verb + 1; at <= lastWord(view); at++) {
      if (/^(and|but|[,;:])$/.test(view.low[at]!) || isTensed(view, at)) break;
      words.add(at);
    }
    const good = [...words].some(
      (at) =>
        at > verb + 1 &&
        /^(well|luck|success|happy|peaceful|recovery|prosperity|peace|merry|prosperous|speedy)$/.test(view.low[at]!),
    );
    return good ? [draft(view, verb, source, words, 'WELCOME', 'statements/wished')] : [];
  });
}

const draft = (
  view: View,
  cue: number,
  source: number,
  words: ReadonlySet<number>,
  act: Draft['act'],
  rule: string,
): Draft => ({ view, cue: [cue], act, tier: 'usual', source, addressee: -1, words, via: [], rule, confidence: 0.75 });
