/** Who stands behind a cue: subject, agent, inverted or neighbouring noun phrase. */

import type { Knowledge } from '../../knowledge/index.ts';
import {
  type Argument,
  agentsOf,
  ancestors,
  child,
  children,
  firstConjunct,
  hasRelation,
  head as headOf,
  lemmaOf,
  relation,
  subjectsOf,
} from '../../language/tree.ts';
import { isActor, mentionAt, mentionsIn } from '../../mentions/index.ts';
import { callsOn, passiveAt, sayingBefore } from './assertion.ts';
import { sourceWithApposition } from './beside.ts';
import { pronounBefore } from './relative-content.ts';
import { leadsBack } from './second-verb.ts';
import { speakerKind } from './speaker.ts';
import { isTensed, isVerb, type View } from './view.ts';

/** "was hailed as historic by both presidents": the agent behind the verdict; -1 for none. */
function lateAgent(view: View, knowledge: Knowledge, verb: number): number {
  if (view.low[verb + 1] !== 'as') return -1;
  for (let by = verb + 3; by < Math.min(view.tokens.length, verb + 14); by++) {
    if (isTensed(view, by) || /^[,;:]$/.test(view.low[by]!)) return -1;
    if (view.low[by] !== 'by') continue;
    const agent = headOf(view.sent, by);
    return agent > by && /^(actor|role|body|name|pronoun)$/.test(speakerKind(view, knowledge, agent)) ? agent : -1;
  }
  return -1;
}

export interface Source {
  /** Head word of the source; -1 when the text names none ("it was announced"). */
  readonly head: number;
  readonly via: 'subject' | 'shared' | 'relative' | 'agent' | 'inverted' | 'nearest' | 'noun' | 'none';
}

/** The source of a verb cue, or null when none can be told. */
export function sourceOf(view: View, knowledge: Knowledge, verb: number, cueEnd: number): Source | null {
  const sent = view.sent;
  if (passiveAt(view, verb)) {
    const agent = agentsOf(sent, verb)[0];
    if (agent !== undefined) return { head: agent.token, via: 'agent' };
    const late = lateAgent(view, knowledge, verb);
    if (late >= 0) return { head: late, via: 'agent' };
    const subject = child(sent, verb, 'nsubj:pass', 'expl');
    if (subject >= 0 && view.low[subject] === 'it') return { head: -1, via: 'none' };
    // "The envoy was told that …": who told is not said.
    const told =
      /^(tell|inform|notify|assure|advise|warn)$/.test(lemmaOf(sent, verb)) && child(sent, verb, 'ccomp') > verb;
    if (told && view.low[cueEnd + 1] === 'that') return { head: -1, via: 'none' };
    // "Residents were urged to stay indoors": so is who urged them.
    const asked =
      /^(tell|urge|advise|warn|ask)$/.test(lemmaOf(sent, verb)) &&
      child(sent, verb, 'nsubj:pass') >= 0 &&
      // "was told to leave" is an expulsion.
      /^(?:not )?to (?!leave|go|quit|pack)/.test(view.low.slice(cueEnd + 1, cueEnd + 4).join(' '));
    return asked ? { head: -1, via: 'none' } : null;
  }
  const saying = sayingBefore(view, verb);
  if (saying >= 0) return { head: withName(view, climbList(view, child(sent, saying, 'nsubj'))), via: 'shared' };
  const writer = writerOf(view, knowledge, verb);
  if (writer >= 0) return { head: withName(view, climbList(view, writer)), via: 'noun' };
  // "summoned the envoy to protest": the one who summoned protests, whatever the infinitive usually means.
  if (view.low[verb - 1] === 'to' && hasRelation(sent, verb, 'advcl', 'xcomp')) {
    const doer = headOf(sent, verb);
    const above = /^(summon|use|phone|call|meet|write)$/.test(lemmaOf(sent, doer))
      ? subjectsOf(sent, doer)[0]
      : undefined;
    if (above !== undefined && !passiveAt(view, doer))
      return { head: withName(view, climbList(view, above.token)), via: 'shared' };
  }
  const inverted = invertedSource(view, knowledge, verb, cueEnd);
  const own = child(sent, verb, 'nsubj:pass', 'expl');
  const listed = own >= 0 ? [{ token: own, via: 'own' as const }] : subjectsOf(sent, verb);
  // "told the paper the premier had joked": of two subjects in a row the second is the verb's.
  const double = children(sent, verb, 'nsubj').filter((kid) => kid < verb);
  // "leaders meeting in Oslo welcomed": what they are doing is no subject.
  const doing = double.length === 2 && /ing$/.test(view.low[double[1]!]!) && double[1] === double[0]! + 1;
  const subjects = doing
    ? listed.filter(({ token }) => token === double[0])
    : double.length > 1
      ? listed.filter(({ token }) => token >= double[double.length - 1]!)
      : listed;
  let subject = subjects[0] ?? chanceSubject(view, verb);
  if (
    subject !== undefined &&
    subject.via === 'own' &&
    (misplaced(view, verb, cueEnd, subject.token) || isDateline(view, subject.token))
  )
    subject = isDateline(view, subject.token) ? undefined : subjectAbove(view, verb);
  if ((subject === undefined || subject.via === 'shared') && hasRelation(sent, verb, 'conj')) {
    const above = speakerAbove(view, knowledge, verb, subject?.token ?? -1);
    if (above !== null) subject = above;
  }
  if (subject !== undefined) subject = leadsBack(view, verb, subject);
  // "blamed the raid on the movement, which denied it": of what stands in front of the comma, the one who can speak.
  if (subject?.via === 'relative' && /^(thing|none)$/.test(speakerKind(view, knowledge, subject.token))) {
    const nearer = speakerInFront(view, knowledge, verb, subject.token);
    if (nearer >= 0) subject = { token: nearer, via: 'relative' };
  }
  if (subject !== undefined && !(inverted !== null && subject.via !== 'own')) {
    const head = withName(view, climbList(view, subject.token));
    return { head, via: subject.via === 'relative' ? 'relative' : subject.via === 'own' ? 'subject' : 'shared' };
  }
  if (inverted !== null) return { head: inverted, via: 'inverted' };
  if (hasRelation(sent, verb, 'acl') && view.tokens[verb]!.xpos === 'VBG')
    return { head: headOf(sent, verb), via: 'noun' };
  // "The joint statement called on …": a tense the tree read as a participle.
  if (hasRelation(sent, verb, 'acl') && isTensed(view, verb) && headOf(sent, verb) === verb - 1)
    return { head: verb - 1, via: 'subject' };
  // "used his address to thank Norway"
  if (hasRelation(sent, verb, 'advcl', 'xcomp') && view.low[verb - 1] === 'to') {
    const above = subjectsOf(sent, headOf(sent, verb))[0];
    if (above !== undefined) return { head: withName(view, climbList(view, above.token)), via: 'shared' };
  }
  const near = nearestBefore(view, knowledge, verb);
  return near === null ? null : { head: near, via: 'nearest' };
}

/** The speaker that ends right in front of ", which" or ", who"; -1 for none. */
function speakerInFront(view: View, knowledge: Knowledge, verb: number, noun: number): number {
  const which = view.low.findLastIndex((low, at) => at < verb && at > noun && /^(which|who)$/.test(low));
  if (which < 0 || view.low[which - 1] !== ',') return -1;
  for (let at = which - 2; at > noun; at--) {
    if (view.mark[at] || isTensed(view, at)) return -1;
    const kind = speakerKind(view, knowledge, at);
    if (!/^(actor|body|name|role)$/.test(kind)) continue;
    // Up to the head of its phrase.
    const up = headOf(view.sent, at);
    return up > noun && up <= which && hasRelation(view.sent, at, 'compound', 'flat', 'amod') ? up : at;
  }
  return -1;
}

/** "Mr Sato": the name rather than the title in front of it. */
export function withName(view: View, head: number): number {
  if (!/^(mr|mrs|ms|miss|dr|sir|dame|lady|lord|madam)\.?$/.test(view.low[head] ?? '')) return head;
  const next = view.low[head + 1] === '.' ? head + 2 : head + 1;
  return view.tokens[next]?.upos === 'PROPN' && headOf(view.sent, next) !== head ? next : head;
}

/** "issued a statement condemning …", "handed over a petition asking …": whoever let the writing go out. */
function writerOf(view: View, knowledge: Knowledge, verb: number): number {
  if (view.tokens[verb]!.xpos !== 'VBG' || !hasRelation(view.sent, verb, 'acl', 'advcl')) return -1;
  const up = headOf(view.sent, verb);
  const noun = hasRelation(view.sent, verb, 'acl') ? up : child(view.sent, up, 'obj');
  if (noun < 0 || noun >= verb || speakerKind(view, knowledge, noun) !== 'writing') return -1;
  if (!hasRelation(view.sent, noun, 'obj', 'nsubj:pass')) return -1;
  const giver = headOf(view.sent, noun);
  if (!ISSUES.test(lemmaOf(view.sent, giver))) return -1;
  if (hasRelation(view.sent, noun, 'nsubj:pass')) return agentsOf(view.sent, giver)[0]?.token ?? -1;
  const subject = subjectsOf(view.sent, giver)[0]?.token ?? -1;
  return subject >= 0 && /^(actor|role|body|name|pronoun)$/.test(speakerKind(view, knowledge, subject)) ? subject : -1;
}

const ISSUES =
  /^(issue|release|publish|send|write|post|hand|deliver|submit|make|adopt|sign|circulate|put|give|present|address|read|share|file|approve|pass)$/;

/** "…, saying that Rudolph …": a subject behind "that" belongs to the clause, not to the cue. */
const misplaced = (view: View, verb: number, cueEnd: number, subject: number): boolean =>
  subject > verb && (view.low[cueEnd + 1] === 'that' || (view.tokens[verb]!.xpos === 'VBG' && !view.quoted[verb - 1]));

/** "condemned the raid and urged calm": hung on the raid by the parse, yet the one who condemned urges. */
function speakerAbove(view: View, knowledge: Knowledge, verb: number, shared: number): Argument | null {
  const speaks = (word: number): boolean =>
    /^(actor|role|body|pronoun|name|writing)$/.test(speakerKind(view, knowledge, word));
  const foreign = shared >= 0 && view.quoted[shared] === true && !view.quoted[verb];
  if (shared >= 0 && speaks(shared) && !foreign) return null;
  for (const up of ancestors(view.sent, verb)) {
    const own = child(view.sent, up, 'nsubj');
    if (own >= 0 && foreign && view.quoted[own]) continue;
    if (own >= 0 && own < up && speaks(own)) return { token: own, via: 'shared' };
  }
  return null;
}

function subjectAbove(view: View, verb: number): Argument | undefined {
  const up = headOf(view.sent, firstConjunct(view.sent, verb));
  const above = up < 0 ? undefined : subjectsOf(view.sent, up)[0];
  return above === undefined ? undefined : { token: above.token, via: 'participle' };
}

/** "HANOI (Reuters) - …": where it was filed is no subject. */
function isDateline(view: View, word: number): boolean {
  const dateline = view.doc.article.dateline?.span ?? null;
  const { start, form } = view.tokens[word]!;
  if (dateline !== null && start >= dateline[0] && start < dateline[1]) return true;
  if (word > 4 || !/^\p{Lu}{3,}$/u.test(form)) return false;
  return view.low.slice(word + 1, word + 12).some((low) => /^(-|–|—|--)$/.test(low));
}

/** "took the opportunity to brief": the subject of the verb above the noun. */
function chanceSubject(view: View, verb: number): Argument | undefined {
  if (!hasRelation(view.sent, verb, 'acl') || view.tokens[verb]!.xpos !== 'VB') return undefined;
  const noun = headOf(view.sent, verb);
  const above = view.low[noun] === 'pains' ? noun : headOf(view.sent, noun);
  const subject = above < 0 ? undefined : subjectsOf(view.sent, above)[0];
  return subject === undefined ? undefined : { token: subject.token, via: 'control' };
}

const climbList = (view: View, word: number): number => firstConjunct(view.sent, listBefore(view, word));

/** "Oslo and Riga both said": the list in front of "both" or "all", though the parse has that word for the subject. */
function listBefore(view: View, word: number): number {
  if (!/^(both|all|each)$/.test(view.low[word]!) || word < 3 || view.mark[word - 1]) return word;
  for (const token of [word - 1, headOf(view.sent, word - 1)])
    if (token >= 0 && token < word && hasRelation(view.sent, token, 'conj', 'nsubj', 'obl', 'dep')) return token;
  return word;
}

/** "…," said the minister: a noun phrase right behind the verb, a mark or quote right before it. */
function invertedSource(view: View, knowledge: Knowledge, verb: number, cueEnd: number): number | null {
  const before = verb - 1;
  if (before < 0 || !(view.mark[before] || view.quoted[before])) return null;
  // "expelled two envoys, accusing them of spying": a participle is followed by whom it is about.
  if (view.tokens[verb]!.xpos === 'VBG') return null;
  const next = cueEnd + 1;
  if (next >= view.tokens.length || view.mark[next] || view.quoted[next] || view.low[next] === 'that') return null;
  for (const kid of children(view.sent, verb, 'nsubj', 'obj', 'obl', 'dep', 'parataxis', 'ccomp', 'xcomp', 'iobj')) {
    if (kid <= verb || kid > verb + 14) continue;
    if (relation(view.sent, kid) === 'obl' && child(view.sent, kid, 'case') >= 0) continue;
    if (isVerb(view, kid)) continue;
    const kind = speakerKind(view, knowledge, kid);
    if (kind !== 'none' && kind !== 'thing') return kid;
  }
  // The parse may have hung the phrase elsewhere: the first actor that starts within three words.
  for (const mention of mentionsIn(view.doc, view.sent.index)) {
    if (!isActor(mention) || mention.span[0] < view.tokens[next]!.start) continue;
    const gap = view.tokens.findIndex((token) => token.start >= mention.span[0]) - next;
    return gap >= 0 && gap <= 2 ? mention.head : null;
  }
  return null;
}

/** The noun phrase that ends right before the verb, adverbs and a relative clause's commas aside. */
function nearestBefore(view: View, knowledge: Knowledge, verb: number): number | null {
  let at = verb - 1;
  if (callsOn(view, verb) && view.low[at] === ',') return sourceWithApposition(view, knowledge, verb)?.head ?? null;
  if (hasRelation(view.sent, verb, 'advcl', 'xcomp', 'acl', 'amod')) {
    // "envoys whom Lagos accused": a relative clause whose subject the parse lost.
    if (!hasRelation(view.sent, verb, 'acl:relcl') || !isTensed(view, verb)) return null;
    const bare = mentionAt(view.doc, view.sent.index, at)?.kind === 'state' && headOf(view.sent, verb) === at - 1;
    if (bare) return at;
    if (!/^(whom|which)$/.test(pronounBefore(view, at))) return null;
  }
  while (at >= 0 && (/^(ADV|AUX|PART)$/.test(view.tokens[at]!.upos) || /^(both|each|all)$/.test(view.low[at]!))) at--;
  // "Scientists on Monday unveiled": a day between source and verb.
  if (at > 1 && mentionAt(view.doc, view.sent.index, at)?.kind === 'time' && view.low[at - 1] === 'on') at -= 2;
  if (at >= 0 && view.low[at] === ',') return sourceWithApposition(view, knowledge, at + 1)?.head ?? null;
  if (at < 0 || view.mark[at] || view.quoted[at]) return null;
  if (!/^(NOUN|PROPN|PRON)$/.test(view.tokens[at]!.upos)) return null;
  let head = at;
  // Up to the head of the phrase that ends here.
  for (let steps = 0; steps < 8; steps++) {
    const up = headOf(view.sent, head);
    if (up < 0 || up > at || isVerb(view, up) || !/^(NOUN|PROPN)$/.test(view.tokens[up]!.upos)) break;
    if (!hasRelation(view.sent, head, 'flat', 'compound', 'nmod', 'appos', 'conj')) break;
    head = up;
  }
  const kind = speakerKind(view, knowledge, head);
  return kind === 'none' || kind === 'thing' ? null : head;
}
