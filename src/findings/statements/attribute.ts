/** Cues that are verbs, light verbs, refusals or nouns: from a spotted cue to a draft, or the reason why not. */

import type { Knowledge } from '../../knowledge/index.ts';
import { child, children, hasRelation, head as headOf, lemmaOf, verbGroup } from '../../language/tree.ts';
import { mentionAt, mentionsIn } from '../../mentions/index.ts';
import { assertion, modalBeside, type Refusal } from './assertion.ts';
import { contentOf } from './content.ts';
import { cutBlamed, cutOccasion, cutVenue } from './content-edges.ts';
import type { Cue, StatementTables } from './cue-table.ts';
import { cutTail } from './cutoff.ts';
import { isDeed } from './deeds.ts';
import { isDialogue } from './dialogue.ts';
import type { Draft } from './draft.ts';
import { nounDraft } from './nominal.ts';
import { type Source, sourceOf } from './source.ts';
import { isWriting, speakerKind } from './speaker.ts';
import type { Spotted } from './spot.ts';
import { type Surface, surfaceOf } from './surface.ts';
import { isTensed, isVerb, type View } from './view.ts';
import { withheld, withheldWords } from './withheld.ts';

/** How far each tier is trusted, before the way it was found takes off its share. */
const TRUST: Readonly<Record<Cue['tier'], number>> = { sure: 0.92, usual: 0.85, weak: 0.68, belief: 0.6, spun: 0.55 };

const BY_SOURCE: Readonly<Record<Source['via'], number>> = {
  subject: 0,
  inverted: 0,
  agent: 0.02,
  relative: 0.03,
  shared: 0.03,
  noun: 0.08,
  nearest: 0.1,
  none: 0.1,
};

export function attribute(
  view: View,
  spotted: Spotted,
  knowledge: Knowledge,
  tables: StatementTables,
): Draft | Refusal {
  const { cue, head } = spotted;
  if (cue.kind === 'noun') return nounDraft(view, spotted, knowledge);
  if (isName(view, head)) return 'attributive';
  const surface = surfaceOf(view, knowledge, spotted);
  if (surface !== null) {
    const draft = surfaceDraft(view, spotted, surface, knowledge);
    if (draft !== null) return draft;
  }
  // "Asked by the paper for his view, the abbot …": what one was asked is no word of those who asked.
  if (
    /^(asked|pressed|questioned|quizzed|challenged)$/.test(view.low[head]!) &&
    !view.quoted[head] &&
    (head === 0 || view.low[head - 1] === ',' || /^(when|if|but|and)$/.test(view.low[head - 1]!)) &&
    /^(by|about|whether|if|on|for|how|why|what|who|when|where)$/.test(view.low[head + 1] ?? '') &&
    child(view.sent, head, 'nsubj') < 0 &&
    (head === 0 || /^(by|about)$/.test(view.low[head + 1] ?? ''))
  )
    return 'attributive';
  const mute = withheld(view, head);
  const stance = cue.kind === 'adjective' ? predicate(view, head) : assertion(view, head, mute);
  if (typeof stance === 'string') return stance;
  if (mute) {
    if (!stance.negated) return 'no-content';
  } else if (stance.negated) return 'negated';
  const found = sourceOf(view, knowledge, head, Math.max(...spotted.tokens));
  if (found === null) return 'no-source';
  const source = besideThing(view, knowledge, found, head);
  const quoted = view.quoted[head] === true && !onlyVerbQuoted(view, source.head, head);
  // "What the general told the king is not known."
  if (
    !cue.takes.has('as') &&
    /^(what|whatever)$/.test(view.low[0]!) &&
    source.head > 0 &&
    source.head < 8 &&
    source.head < head &&
    !view.mark.slice(1, source.head).includes(true)
  )
    return 'question';
  const refusal = trusted(view, spotted, source, knowledge, quoted);
  if (refusal !== null) return refusal;
  const act = mute ? 'NOCOMMENT' : cue.act;
  const rule = `statements/${cue.kind}/${cue.head}${cue.rest.length > 0 ? `-${cue.rest.join('-')}` : ''}`;
  const trust = TRUST[cue.tier] - BY_SOURCE[source.via] - (quoted ? 0.2 : 0);
  const via = carrierOf(view, knowledge, head, source.head);
  const base = { view, cue: spotted.tokens, act, tier: cue.tier, source: source.head, via, rule };
  if (cue.kind === 'refusal' || mute)
    return { ...base, addressee: -1, words: withheldWords(view, spotted), confidence: trust };
  const content = contentOf(view, spotted, source);
  if (content === null) {
    // "The minister said:" with the quote in the next paragraph.
    const opens = view.low[view.tokens.length - 1] === ':' && head >= view.tokens.length - 8 && cue.takes.has('quote');
    return opens && !quoted
      ? { ...base, addressee: -1, words: new Set<number>(), next: true, confidence: trust - 0.05 }
      : 'no-content';
  }
  const clausal = /^(clause|behind|relative)$/.test(content.how);
  if (isAnonymity(view, content.words)) return 'no-content';
  // "hit what the army called a store": a name in passing; "In what his office called a frank exchange, …" tells.
  if (
    cue.takes.has('as') &&
    hasRelation(view.sent, head, 'acl:relcl') &&
    view.low[headOf(view.sent, head)] === 'what' &&
    headOf(view.sent, head) > 1
  )
    return 'attributive';
  // "declared two consuls persona non grata" sends them home.
  if (
    [...content.words].some(
      (word) =>
        (view.low[word] === 'grata' ||
          (/^(declare|proclaim)$/.test(cue.head) && /^(winner|victor)$/.test(view.low[word]!))) &&
        !view.quoted[word],
    )
  )
    return 'no-content';
  if (content.how !== 'around' && content.how !== 'fronted')
    cutTail(view, content.words, head, clausal, tables, knowledge);
  // "went on to say" is said; "continues to offer repairs" is business.
  if (
    verbGroup(view.sent, head).infinitive &&
    content.how !== 'clause' &&
    !/^(URGE|CONDEMN|AFFIRM|WELCOME|ACCUSE|DENY)$/.test(cue.act) &&
    !/^(use|take|phone|call|write|issue|post|ring|telephone|hold)$/.test(lemmaOf(view.sent, headOf(view.sent, head)))
  )
    return 'infinitive';
  if (!clausal) cutVenue(view, content.words, head);
  if (content.how === 'infinitive') cutOccasion(view, content.words);
  if (cue.head === 'blame') cutBlamed(view, content.words, head);
  if (quoted && ![...content.words].some((word) => view.quoted[word])) return 'quoted';
  if (!fitsTier(view, cue, content.how, content.words)) return 'no-content';
  // "the government that opposes the junta", "supporting such projects": what one is, not what one says.
  if (
    content.how === 'thing' &&
    (cue.act === 'ENDORSE' || cue.head === 'oppose' || cue.tier === 'weak' || cue.tier === 'belief') &&
    hasRelation(view.sent, head, 'acl:relcl') &&
    (source.via === 'relative' || source.via === 'noun')
  )
    return 'attributive';
  if (content.how === 'thing' && cue.act === 'ENDORSE' && view.tokens[head]!.xpos === 'VBG') return 'attributive';
  if (isDeed(view, knowledge, spotted, source.head, content)) return 'attributive';
  // "agreed to meet" is a decision; "agreed that" says something.
  if (cue.head === 'agree' && firstWord(view, content.words) === 'to') return 'no-content';
  // "the official, who briefed the agency": the quote beside it is told by another cue.
  if (hasRelation(view.sent, head, 'acl:relcl') && (content.how === 'around' || content.how === 'fronted'))
    return 'no-content';
  const doubt = content.how === 'behind' || content.how === 'fronted' ? 0.08 : content.how === 'oblique' ? 0.04 : 0;
  return { ...base, addressee: content.addressee, words: content.words, confidence: Math.max(0.2, trust - doubt) };
}

/** "The memoirs have the interpreter muttering that …": the writing that shows somebody speaking; empty for none. */
function carrierOf(view: View, knowledge: Knowledge, head: number, source: number): readonly number[] {
  if (view.tokens[head]!.xpos !== 'VBG' || source < 0 || !hasRelation(view.sent, source, 'obj')) return [];
  const shows = headOf(view.sent, source);
  if (!/^(have|show|record|describe|recall|capture|depict|portray)$/.test(lemmaOf(view.sent, shows))) return [];
  const subject = child(view.sent, shows, 'nsubj');
  return subject >= 0 && subject < shows && /^(writing|thing)$/.test(speakerKind(view, knowledge, subject))
    ? [subject]
    : [];
}

/** "The text “deplores” the raids": a word or two of the writing's own, whose subject stands in front of the mark. */
const onlyVerbQuoted = (view: View, source: number, head: number): boolean =>
  source >= 0 &&
  source < head &&
  !view.quoted[source] &&
  view.quoted.slice(source + 1, head).lastIndexOf(false) + source + 1 >= Math.max(source, head - 4) &&
  !isVerb(view, head - 1) &&
  child(view.sent, head, 'nsubj') === source;

/** "who asked not to be named", "briefed on condition of anonymity": how it was said, not what. */
const isAnonymity = (view: View, words: ReadonlySet<number>): boolean =>
  /^(not to be (?:named|identified|quoted)|to (?:remain|stay) (?:anonymous|unnamed)|to speak (?:anonymously|on condition)|(?:the )?condition of|(?:on )?anonymity|for anonymity)\b/.test(
    [...words]
      .sort((a, b) => a - b)
      .slice(0, 4)
      .map((word) => view.low[word]!)
      .join(' '),
  );

/** "the Omani, Said Al Barwan, …": a capital inside a sentence that is no title-case headline. */
function isName(view: View, head: number): boolean {
  const { form } = view.tokens[head]!;
  const first = view.mark.findIndex((mark) => !mark);
  if (!/^\p{Lu}/u.test(form) || head === first || /["“”]/.test(view.low[head - 1] ?? '')) return false;
  const plain = view.tokens.filter((token) => token.upos === 'VERB' || token.upos === 'NOUN');
  return plain.some((token) => /^\p{Ll}/u.test(token.form));
}

/** A draft from word order alone: it needs no more than a believable source and no denial of the cue. */
function surfaceDraft(view: View, spotted: Spotted, surface: Surface, knowledge: Knowledge): Draft | null {
  const { cue, head } = spotted;
  if (modalBeside(view, head) || negatedBeside(view, head)) return null;
  const kind = speakerKind(view, knowledge, surface.source);
  const quoted = [...surface.words].some((word) => view.quoted[word] && !view.mark[word]);
  if (kind === 'none' || (kind === 'thing' && !quoted && cue.tier !== 'sure')) return null;
  // "a ban “without notice” if the raids go on": a thing that lasts or ends says nothing.
  if (kind === 'thing' && /^(go|continue|begin|open|close|end|finish|read)$/.test(cue.head)) return null;
  if (!cue.takes.has('clause') && !quoted) return null;
  // "She invited him to Lima, and he accepted": a decision.
  if (/^(accept|allow|grant|recogni[sz]e|rule|determine|undertake|guarantee)$/.test(cue.head) && !quoted) return null;
  return {
    view,
    cue: spotted.tokens,
    act: cue.act,
    tier: cue.tier,
    source: surface.source,
    addressee: cue.takes.has('whom') ? addressedBehind(view, head, surface.source) : -1,
    words: surface.words,
    via: [],
    rule: `statements/${surface.how}/${[cue.head, ...cue.rest].join('-')}`,
    confidence: TRUST[cue.tier] - (cue.tier === 'sure' ? 0 : 0.03),
  };
}

const negatedBeside = (view: View, head: number): boolean => /^(not|never|n['’]t)$/.test(view.low[head - 1] ?? '');

function addressedBehind(view: View, head: number, source: number): number {
  const object = children(view.sent, head, 'obj', 'iobj').find((kid) => kid > head && kid !== source);
  if (object !== undefined) return object;
  // "the minister knowledgeable reporters"
  let at = head + 1;
  while (/^(DET|ADJ)$/.test(view.tokens[at]?.upos ?? '')) at++;
  const next = view.tokens[at];
  if (next === undefined || at === source || !/^(NOUN|PROPN)$/.test(next.upos)) return -1;
  return mentionAt(view.doc, view.sent.index, at)?.kind === 'time' || at > head + 3 ? -1 : at;
}

/** "Her voice breaking, Premier Brel Adan offered …": a thing as subject, yet a person's name right before the verb. */
function besideThing(view: View, knowledge: Knowledge, source: Source, verb: number): Source {
  if (source.head < 0 || source.head > verb || !/^(thing|none)$/.test(speakerKind(view, knowledge, source.head)))
    return source;
  let at = verb - 1;
  while (at > 0 && /^(ADV|AUX|PART)$/.test(view.tokens[at]!.upos)) at--;
  if (view.quoted[at] || view.mark[at]) return source;
  const end = view.tokens[at]!.end;
  const comma = view.low.lastIndexOf(',', at);
  const person = mentionsIn(view.doc, view.sent.index).find(
    (one) =>
      one.kind === 'person' &&
      one.form !== 'pronoun' &&
      one.head > source.head &&
      one.head <= at &&
      (one.span[1] === end || mentionAt(view.doc, view.sent.index, at) === null) &&
      comma > source.head &&
      one.span[0] >= view.tokens[comma]!.end,
  );
  return person === undefined ? source : { head: person.head, via: 'nearest' };
}

/** What an author does in the first person of a release. */
const OWN_VOICE = /^(WELCOME|CONDEMN|URGE|DEMAND|PLEDGE|REJECT|CONDOLE|ENDORSE|AFFIRM)$/;

/** Whether that source may speak through that cue. */
function trusted(view: View, spotted: Spotted, source: Source, knowledge: Knowledge, quoted: boolean): Refusal | null {
  const { cue, head } = spotted;
  if (source.head < 0)
    return child(view.sent, head, 'ccomp', 'csubj:pass', 'csubj') >= 0 && !quoted
      ? null
      : asksNamed(view, knowledge, head) && !quoted
        ? null
        : 'no-source';
  const kind = speakerKind(view, knowledge, source.head);
  // "We welcome the decision": a release in its author's own words.
  if (view.low[source.head] === 'we' && !quoted && cue.tier === 'sure' && OWN_VOICE.test(cue.act)) return null;
  // "“He told them it was over,” the spokesman said", "“I asked the consul for a meeting,” …": words retold inside a quote.
  const retold = cue.head === 'ask' ? /^(he|she|they)$/ : /^(i|we|he|she|they)$/;
  if (quoted && retold.test(view.low[source.head]!) && RETELLS.test(cue.head) && isPast(view, head)) return null;
  // "ANSWER: We have asked them for clarification. I have no comment on that."
  if (
    /^(i|we)$/.test(view.low[source.head]!) &&
    !quoted &&
    isDialogue(view.doc) &&
    (cue.kind === 'refusal' || OWN_VOICE.test(cue.act))
  )
    return null;
  if (kind === 'none') return 'weak-source';
  // Inside a quote somebody else's words need a speaker of their own.
  if (quoted && kind !== 'actor' && kind !== 'role' && kind !== 'body') return 'quoted';
  if (quoted && cue.tier !== 'sure' && cue.tier !== 'usual') return 'quoted';
  const plain = cue.tier === 'sure' && cue.act === 'SAY';
  // What a bare state thinks is the writer's reading of it; its people hold opinions.
  if (cue.tier === 'belief' && isBareState(view, source.head)) return 'weak-source';
  if (view.low[source.head] === 'it' && kind === 'thing')
    return inWriting(view, head) ||
      (cue.tier === 'sure' && cue.act !== 'SAY') ||
      (cue.takes.has('clause') && cue.tier !== 'weak' && child(view.sent, head, 'ccomp') >= 0) ||
      /^(ask|blame|thank|congratulate|apologi[sz]e|dismiss|criticise|criticize|rebuke)$/.test(cue.head)
      ? null
      : 'weak-source';
  // "the Fijian islanders urged": a noun of people that no list has, with its country beside it.
  if (
    kind === 'thing' &&
    cue.tier === 'sure' &&
    /^(URGE|CONDEMN|WELCOME|ACCUSE|DEMAND|DENY|SAY)$/.test(cue.act) &&
    (hasNation(view, source.head) ||
      (/^(URGE|CONDEMN|DEMAND|ACCUSE)$/.test(cue.act) && view.tokens[source.head]!.xpos === 'NNS'))
  )
    return null;
  // "His mother wrote, “…”": anybody may be quoted.
  const clause = child(view.sent, head, 'ccomp');
  if (
    kind === 'thing' &&
    clause >= 0 &&
    view.quoted[clause] &&
    cue.takes.has('quote') &&
    view.tokens[source.head]!.upos === 'NOUN'
  )
    return null;
  if (kind === 'thing')
    return plain && child(view.sent, head, 'ccomp') >= 0 && view.tokens[source.head]!.upos === 'NOUN'
      ? null
      : 'weak-source';
  if (kind === 'writing')
    return cue.takes.has('clause') ||
      cue.takes.has('quote') ||
      /^(speak|talk|tell|point)$/.test(cue.head) ||
      cue.act === 'CONDEMN' ||
      cue.act === 'URGE'
      ? null
      : 'weak-source';
  if (cue.tier === 'belief' && view.low[source.head] === 'it') return 'weak-source';
  return null;
}

/** "Residents were urged to stay indoors": people or bodies are asked, by whom is not told. */
const asksNamed = (view: View, knowledge: Knowledge, head: number): boolean => {
  const asked = child(view.sent, head, 'nsubj:pass');
  return (
    asked >= 0 &&
    hasRelation(view.sent, head, 'root', 'conj', 'parataxis') &&
    /^(actor|role|body|name)$/.test(speakerKind(view, knowledge, asked))
  );
};

/** "issued a statement in which it rejected the charges": whoever wrote it. */
const inWriting = (view: View, verb: number): boolean =>
  hasRelation(view.sent, verb, 'acl:relcl') && isWriting(view, headOf(view.sent, verb));

const RETELLS = /^(tell|ask|promise|assure|warn|inform)$/;

const isPast = (view: View, verb: number): boolean =>
  view.tokens[verb]!.xpos === 'VBD' ||
  (view.tokens[verb]!.xpos === 'VBN' &&
    children(view.sent, verb, 'aux').some((aux) => lemmaOf(view.sent, aux) === 'have'));

/** A plural noun with a nationality in front: people rather than things. */
const hasNation = (view: View, word: number): boolean =>
  /^NNS$/.test(view.tokens[word]!.xpos) &&
  children(view.sent, word, 'amod', 'nmod:poss', 'compound').some(
    (kid) => (mentionAt(view.doc, view.sent.index, kid)?.country ?? null) !== null,
  );

const isBareState = (view: View, word: number): boolean => {
  const mention = mentionAt(view.doc, view.sent.index, word);
  return mention !== null && mention.kind === 'state' && mention.form === 'name' && mention.head === word;
};

const firstWord = (view: View, words: ReadonlySet<number>): string =>
  view.low[[...words].sort((a, b) => a - b).find((word) => !view.mark[word]) ?? -1] ?? '';

function fitsTier(view: View, cue: Cue, how: string, words: ReadonlySet<number>): boolean {
  const quoted = [...words].some((word) => view.quoted[word] && !view.mark[word]);
  if (
    !cue.takes.has('clause') &&
    cue.takes.has('quote') &&
    how !== 'thing' &&
    how !== 'infinitive' &&
    how !== 'oblique' &&
    !(cue.head === 'ask' && how === 'clause')
  )
    return quoted;
  if (cue.tier === 'sure' || cue.tier === 'usual') return true;
  if (how === 'thing') return true;
  if (how === 'oblique' || how === 'infinitive') return true;
  // A weak cue needs quoted words, or a clause of its own that carries a tense.
  if (quoted) return true;
  return how !== 'fronted' && how !== 'behind' && [...words].some((word) => isTensed(view, word));
}

/** "is confident that …": an adjective with its copula. */
function predicate(view: View, head: number): { negated: boolean; passive: boolean } | Refusal {
  if (child(view.sent, head, 'cop') < 0) return 'attributive';
  return assertion(view, head);
}
