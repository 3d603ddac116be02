/** Whose ties a level phrase speaks of: pairs of codes, one pair for each member of a list. */

import type { Mention, Mentioned, Sentence } from '../../core/index.ts';
import { ancestors, governor, possessorsOf, prepositionOf, subjectsOf } from '../../language/tree.ts';
import { mentionAt, mentionsIn } from '../../mentions/index.ts';
import { codesOf, partyCode } from './code.ts';
import { fronted } from './fronted.ts';
import type { Label } from './label.ts';
import { gapped, type Listed, listBehind, ownDates } from './list.ts';
import { oneAndList, prefaced } from './listed-once.ts';
import {
  alongside,
  bindings,
  clauseCodes,
  countedCodes,
  directly,
  enumerated,
  governing,
  hyphenPair,
  leadCodes,
  numbered,
  phraseCodes,
  predicated,
  relativeCodes,
  sideCodes,
  unique,
} from './named.ts';
import { bestowed } from './par.ts';
import { called, runBefore, runFrom } from './run.ts';

export type Pair = readonly [string, string];

export interface Parties {
  readonly pairs: readonly Pair[];
  readonly how: 'lead' | 'between' | 'list' | 'clause' | 'hyphen' | 'context' | 'headline' | 'only-two';
  /** By the other party: the date that its name alone carries ("with China since 2008 and with Russia since 2012"). */
  readonly since?: ReadonlyMap<string, string | null>;
}

/** What the text has spoken of before a level. */
export interface Told {
  /** The party that the sentences before were about. */
  readonly focus: string | null;
  /** The one that an earlier level of this sentence was told of. */
  readonly here: string | null;
  /** Whose level is meant again ("has held that rank for longer"). */
  readonly again: string | null;
  /** With whom the level before this one in the sentence was held, where it was one alone. */
  readonly partner: string | null;
  /** The state that was the subject of the sentence before: "it", "its". */
  readonly topic: string | null;
}

const PAPER = /^(communiqu[eé]|statement|declaration|document|treaty|text|agreement|accord|pact|paper|memorandum)$/;

/** The pairs a label is said of; null when the text does not tell. */
export function partiesOf(
  doc: Mentioned,
  sent: Sentence,
  label: Label,
  { focus, here, again, topic, partner }: Told,
): Parties | null {
  const beside = ownerBeside(doc, sent, label);
  if (beside !== null) return { pairs: [beside], how: 'lead' };
  const front = label.party ? null : fronted(doc, sent, label);
  if (front !== null) {
    const first = firstCode(doc, sent, front.names[0]!.span[0]);
    const named = front.owners.length > 0 ? front.owners : [here ?? first ?? focus ?? ''];
    const owner = named.find((code) => code !== '' && !front.names.some((one) => one.code === code));
    if (owner !== undefined) return { pairs: crossed([owner], codesIn(front.names)), how: 'list' };
  }
  const so = called(doc, sent, label);
  const callers = so === null ? [] : so.subjects.flatMap((word) => phraseCodes(doc, sent, word));
  const besides = so === null || label.from > 0 ? [] : countedCodes(doc, sent, label);
  const theirs = so === null ? [] : codesIn([...so.names, ...besides]).filter((code) => !callers.includes(code));
  if (callers.length > 0 && theirs.length > 0) return { pairs: crossed(callers, theirs), how: 'list' };
  // "The communiqué describes Oslo and Lima as partners": of one another.
  const paper = so?.subjects.some((word) => PAPER.test(sent.tokens[word]!.lemma.toLowerCase())) ?? false;
  if (paper && theirs.length === 2) return { pairs: [[theirs[0]!, theirs[1]!]], how: 'list' };
  if (partner !== null && label.after > 0) {
    const gap = gappedSubject(doc, sent, label).filter((code) => code !== partner);
    if (gap.length > 0) return { pairs: crossed(gap, [partner]), how: 'list' };
  }
  const two = gappedPair(doc, sent, label);
  if (two !== null) return { pairs: [two], how: 'lead' };
  const lead = leadCodes(doc, sent, label);
  if (lead.length >= 2) return { pairs: [[lead[0]!, lead[1]!]], how: 'lead' };
  const between = codesIn(listBehind(doc, sent, label, /^between$/, 6));
  if (between.length >= 2) return { pairs: [[between[0]!, between[1]!]], how: 'between' };
  const said = unique([...clauseCodes(doc, sent, label), ...alongside(doc, sent, label)]);
  const it = said.length === 0 && topic !== null && /^it$/i.test(subjectForm(sent, label)) ? [topic] : said;
  const clause = it.length === 2 && isUnnamed(doc, sent) ? [...(principal(doc, sent) ?? it)] : it;
  // "Its partners include A and B": of those the text is about, where the clause names nobody.
  const unknown = lead.length === 0 && hasUnknownOwner(doc, sent, label);
  const whose = /^its$/i.test(sent.tokens[0]!.form) ? (topic ?? focus) : focus;
  const possessed = unknown && clause.length === 0 && whose !== null ? [whose] : [];
  if (again !== null && lead.length === 0 && clause.length === 1 && clause[0] !== again)
    return { pairs: [[again, clause[0]!]], how: 'clause' };
  const opener = label.party ? /^(of|with|to|for)$/ : /^with$/;
  const places = [
    () => listBehind(doc, sent, label, opener, label.party ? 3 : 7),
    () => (lead.length === 1 || unknown ? directly(doc, sent, label) : []),
    () => numbered(doc, sent, label),
    () => relativeCodes(doc, sent, label),
    () => bindings(doc, sent, label),
    () => predicated(doc, sent, label),
    () => (label.party ? countedCodes(doc, sent, label) : []),
    () => listBehind(doc, sent, label, /^[:–—]$/, 10),
    () => listBehind(doc, sent, label, /^\($/, 1),
    () => enumerated(doc, sent, label),
    () => sideCodes(doc, sent, label),
    () => bestowed(doc, sent, label),
  ];
  let list: readonly Listed[] = [];
  let from = -1;
  while (list.length === 0 && ++from < places.length) list = places[from]!();
  // "partners of Vietnam: China, Russia": the colon lists what the phrase before it only opens.
  const behindColon = from === 0 && list.length === 1 ? listBehind(doc, sent, label, /^[:–—]$/, 6) : [];
  if (behindColon.length > 0)
    return {
      pairs: crossed(codesIn(list), codesIn(behindColon)),
      how: 'list',
      since: ownDates(doc, sent, behindColon),
    };
  const others = codesIn(list);
  const owners = lead.length > 0 ? lead : possessed.length > 0 ? possessed : clause;
  if (label.party && from === 0 && clause.length === 1 && lead.length === 0) {
    const more = singular(sent, label) ? gapped(doc, sent, label) : [];
    const kept = list.filter((one) => !more.some((other) => other.code === one.code));
    const last = kept.at(-1);
    if (more.length > 0 && last !== undefined) {
      const all = [{ code: clause[0]!, at: last.at, span: last.span }, ...more];
      return { pairs: crossed(codesIn(kept), codesIn(all)), how: 'list', since: ownDates(doc, sent, all) };
    }
  }
  if (others.length > 0) {
    const since = ownDates(doc, sent, list);
    const own = owners.filter((code) => !others.includes(code));
    // "Apart from A and B, its partners include C and D."
    if (label.party && label.from === 0 && own.length === 1)
      others.push(...prefaced(doc, sent).filter((code) => !others.includes(code) && code !== own[0]));
    // "partners (A and B), allies (C)": a row of one owner.
    if (from === 8 && here !== null && !others.includes(here))
      return { pairs: crossed([here], others), how: 'list', since };
    if (own.length > 0) return { pairs: crossed(own, others), how: 'list', since };
    if (from === 4 && others.length === 2) return { pairs: [[others[0]!, others[1]!]], how: 'list', since };
    if ((from >= 7 || from === 5) && focus !== null && !others.includes(focus))
      return { pairs: crossed([focus], others), how: 'context', since };
    if (owners.length === 2) return { pairs: [[owners[0]!, owners[1]!]], how: 'clause' };
    // "The Gulf has three major non-NATO allies, namely A, B and C."
    if (label.level === 'major non-nato ally' && !others.includes('USA'))
      return { pairs: crossed(['USA'], others), how: 'list', since };
  }
  if (lead.length === 1 && label.party && prepositionOf(sent, label.head) === 'among') {
    // "Among Hanoi's strategic partners are A, B and C."
    const listed = phraseCodes(doc, sent, governor(sent, label.head).head).filter((code) => code !== lead[0]);
    if (listed.length > 0) return { pairs: crossed([lead[0]!], listed), how: 'list' };
  }
  // "Among the holders of major non-NATO ally status are A, B and C."
  if (label.level === 'major non-nato ally' && /^among$/i.test(sent.tokens[0]!.form)) {
    const are = sent.tokens.findIndex((token, at) => at > label.last && /^(are|were|is)$/i.test(token.form));
    const held = are < 0 ? [] : codesIn(runFrom(doc, sent, are + 1));
    if (held.length > 0) return { pairs: crossed(['USA'], held), how: 'list' };
  }
  if (lead.length === 1) {
    const rest = clause.filter((code) => code !== lead[0]);
    const more = label.party ? gapped(doc, sent, label).filter((one) => !clause.includes(one.code)) : [];
    if (more.length > 0 && rest.length > 0) {
      const label_ = sent.tokens[label.last]!;
      const first = rest.map((code): Listed => ({ code, at: label.last, span: [label_.start, label_.end] }));
      const all = [...first, ...more];
      return { pairs: crossed([lead[0]!], codesIn(all)), how: 'clause', since: ownDates(doc, sent, all) };
    }
    if (rest.length > 0 && (label.party || rest.length === 1))
      return { pairs: crossed([lead[0]!], rest), how: 'clause' };
  }
  // "A and B are its partners": of the one that the level before was told of.
  if (lead.length === 0 && unknown && label.party && here !== null && clause.length > 0 && !clause.includes(here))
    return { pairs: crossed([here], clause), how: 'clause' };
  if (lead.length === 0) {
    const host = governing(doc, sent, label).filter((code) => !clause.includes(code));
    // "told Seoul and Tokyo, both strategic partners": of the one who told them, not of one another.
    if (host.length === 1) return { pairs: crossed(host, clause), how: 'clause' };
    if (clause.length === 2) return { pairs: [[clause[0]!, clause[1]!]], how: 'clause' };
  }
  // "ASEAN granted Norway the status of dialogue partner": giver and receiver.
  const above = ancestors(sent, label.head);
  const given = sent.tokens.flatMap((token, at) =>
    token.deprel === 'iobj' && above.includes(token.head) ? phraseCodes(doc, sent, at) : [],
  );
  if (lead.length === 0 && clause.length === 1 && given.length > 0 && !given.includes(clause[0]!))
    return { pairs: crossed(clause, given), how: 'clause' };
  // "We are partners", one of the two says.
  const us = label.party && clause.length === 1 && !singular(sent, label) && /^we$/i.test(subjectForm(sent, label));
  // "She and her host raised relations to a …"
  const hosted =
    clause.length === 1 &&
    /\band (?:her|his|their) (?:\p{Lu}?\p{L}+ )?(?:hosts?|counterparts?)\b/u.test(
      doc.article.text.slice(sent.span[0], sent.tokens[label.first]!.start),
    );
  if ((clause.length === 0 || us || hosted) && lead.length === 0) {
    const both = bothBefore(doc, sent, label);
    if (both !== null) return { pairs: [both], how: 'context' };
  }
  const whole = label.from === 0 && label.until === sent.tokens.length ? oneAndList(doc, sent) : null;
  if (whole !== null) return { pairs: crossed([whole.owner], whole.list), how: 'list' };
  const hyphen = hyphenPair(doc, sent);
  if (hyphen !== null) return { pairs: [hyphen], how: 'hyphen' };
  const all = unique(
    mentionsIn(doc, sent.index)
      .filter((mention) => !isBackdrop(sent, mention))
      .flatMap((mention) => codesOf(doc, mention)),
  );
  const one = lead[0] ?? (clause.length === 1 ? clause[0] : clause.length === 0 && label.party ? all[0] : undefined);
  // "Germany has been a strategic partner since 2011 and …": a partner of the one that the text is about.
  if (label.party && one !== undefined && focus !== null && !all.includes(focus) && lead.length === 0)
    return { pairs: [[focus, one]], how: 'context' };
  // "The visit raised ties to a …": of the two that the sentence before named.
  if (all.length === 0) {
    const both = theTwo(doc, sent, 2);
    if (both !== null) return { pairs: [both], how: 'context' };
  }
  if (all.length === 2) return { pairs: [[all[0]!, all[1]!]], how: 'only-two' };
  if (one !== undefined && focus !== null && focus !== one && all.length === 1)
    return { pairs: [[focus, one]], how: 'context' };
  return null;
}

/** "…, and Chile a comprehensive partner": the names between "and" and a level that has no verb and no owner of its own. */
function gappedSubject(doc: Mentioned, sent: Sentence, label: Label): string[] {
  if (!label.party || /^(of|with|to)$/i.test(sent.tokens[label.last + 1]?.form ?? '')) return [];
  let start = label.first;
  while (start > label.after && /^(DET|ADV|PUNCT)$/.test(sent.tokens[start - 1]!.upos)) start -= 1;
  if (start === label.first) return [];
  const names = runBefore(doc, sent, start, label.after);
  const first = names[0];
  const before = first === undefined ? undefined : sent.tokens.findLast((token) => token.end <= first.span[0]);
  return before !== undefined && /^(and|,|;|while|but)$/i.test(before.form) ? codesIn(names) : [];
}

/** "…, India and Japan a special one": the two right in front of a further level that has no verb of its own. */
function gappedPair(doc: Mentioned, sent: Sentence, label: Label): Pair | null {
  if (label.party || label.after === 0) return null;
  let start = label.first;
  while (start > label.after && sent.tokens[start - 1]!.upos === 'DET') start -= 1;
  if (start === label.first) return null;
  const names = runBefore(doc, sent, start, label.after);
  const [a, b] = names;
  if (a === undefined || b === undefined || names.length !== 2 || a.code === b.code) return null;
  const before = sent.tokens.findLast((token) => token.end <= a.span[0]);
  return before !== undefined && /^(,|;|and|while)$/i.test(before.form) ? [a.code, b.code] : null;
}

/** The first party named in the sentence before `end`, or null. */
function firstCode(doc: Mentioned, sent: Sentence, end: number): string | null {
  for (const mention of mentionsIn(doc, sent.index)) {
    if (mention.span[1] > end) return null;
    const [code] = codesOf(doc, mention);
    if (code !== undefined) return code;
  }
  return null;
}

/** Whether the sentence names no state and tells its parties as "the two leaders", "both sides", "they". */
const isUnnamed = (doc: Mentioned, sent: Sentence): boolean =>
  mentionsIn(doc, sent.index).every(
    (mention) =>
      codesOf(doc, mention).length === 0 ||
      (mention.form === 'pronoun' && mention.plural) ||
      (mention.members ?? []).length > 1,
  );

/** "the United States and its treaty ally the Philippines": the name in front of "and its" and the one behind the level. */
function ownerBeside(doc: Mentioned, sent: Sentence, label: Label): Pair | null {
  const form = (at: number): string => sent.tokens[at]?.form.toLowerCase() ?? '';
  if (!label.party || !/^(its|their)$/.test(form(label.first - 1)) || form(label.first - 2) !== 'and') return null;
  const owner = runBefore(doc, sent, label.first - 2, 0).at(-1);
  const start = /^(the|,)$/.test(form(label.last + 1)) ? label.last + 2 : label.last + 1;
  const other = runFrom(doc, sent, start)[0] ?? runFrom(doc, sent, label.last + 1)[0];
  return owner === undefined || other === undefined || owner.code === other.code ? null : [owner.code, other.code];
}

/** "its strategic partners" where nothing says whose: those of whom the text has been speaking. */
const hasUnknownOwner = (doc: Mentioned, sent: Sentence, label: Label): boolean =>
  possessorsOf(sent, label.head).some((word) => {
    const mention = mentionAt(doc, sent.index, word);
    return /^its$/i.test(sent.tokens[word]!.form) && (mention === null || codesOf(doc, mention).length === 0);
  });

const subjectForm = (sent: Sentence, label: Label): string => {
  const subject = subjectsOf(sent, label.head)[0] ?? subjectsOf(sent, governor(sent, label.head).head)[0];
  return subject === undefined ? '' : sent.tokens[subject.token]!.form;
};

const singular = (sent: Sentence, label: Label): boolean => !/s$/i.test(sent.tokens[label.last]!.form);

const codesIn = (list: readonly Listed[]): string[] => unique(list.map((one) => one.code));

/**
 * Only the United States names major non-NATO allies, and here only ASEAN has dialogue partners: pairs without the
 * owner are the owner's with each, when the text speaks of it; with another body's dialogue partners nobody is paired.
 */
export function ofOwner(doc: Mentioned, sent: Sentence, label: Label, parties: Parties | null): Parties | null {
  const owner = label.level === 'major non-nato ally' ? 'USA' : /dialogue partner$/.test(label.level) ? 'ASEAN' : null;
  // A treaty makes allies on Washington's ladder alone.
  if (label.level === 'treaty ally' && /^(treaty|pact)$/i.test(sent.tokens[label.last]!.form))
    return parties?.pairs.every((pair) => pair.includes('USA')) ? parties : null;
  if (owner === null) return parties;
  const its = parties?.pairs.filter((pair) => pair.includes(owner)) ?? [];
  if (parties !== null && its.length > 0) return { ...parties, pairs: its };
  const known = owner === 'USA' || doc.mentions.some((mention) => partyCode(mention) === owner);
  if (!known) return null;
  const said = [...clauseCodes(doc, sent, label), ...alongside(doc, sent, label)].filter((code) => code !== owner);
  const inSentence = mentionsIn(doc, sent.index).flatMap((mention) => codesOf(doc, mention));
  const named = said.length > 0 ? said : (parties?.pairs.flat() ?? inSentence);
  // "was named one in 1996, New Zealand in 1997"
  const more = said.length === 1 ? gapped(doc, sent, label).filter((one) => one.code !== owner) : [];
  const span = [sent.tokens[label.last]!.start, sent.tokens[label.last]!.end] as const;
  const dated = [...said.map((code): Listed => ({ code, at: label.last, span })), ...more];
  const codes = unique([...named, ...codesIn(more)]).filter((code) => code !== owner);
  if (codes.length === 0 || (parties === null && said.length === 0 && codes.length > 1)) return null;
  const since = more.length > 0 ? ownDates(doc, sent, dated) : parties?.since;
  return { pairs: crossed([owner], codes), how: 'only-two', ...(since ? { since } : {}) };
}

/** "amid challenges posed by China": named only as the setting. */
const isBackdrop = (sent: Sentence, mention: Mention): boolean =>
  [mention.head, ...ancestors(sent, mention.head)].some((word) =>
    /^(amid|amidst|against|despite|over|given)$/.test(prepositionOf(sent, word) ?? ''),
  );

/** "The two sides … their partnership": the only two parties that the text has named before. */
function bothBefore(doc: Mentioned, sent: Sentence, label: Label): Pair | null {
  const words = sent.tokens.slice(0, label.first).map((token) => token.form.toLowerCase());
  return words.some((word) => /^(two|both|their|they|them|we|our|host|hosts|counterpart)$/.test(word))
    ? (theTwo(doc, sent, 8) ?? principal(doc, sent))
    : null;
}

/** The only two parties named in this sentence and the `reach` before it; null when there are fewer or more. */
function theTwo(doc: Mentioned, sent: Sentence, reach: number): Pair | null {
  const before = twoAmong(doc, sent.index - reach, sent.index);
  // "The two leaders raised ties to a …. The Malaysian premier left Hanoi on Friday.": named only afterwards.
  return before === 'none' ? asPair(twoAmong(doc, sent.index, sent.index + reach)) : asPair(before);
}

/** "The two leaders": of the two states that the text opens with, unless the sentence before names just two others. */
function principal(doc: Mentioned, sent: Sentence): Pair | null {
  const near = twoAmong(doc, sent.index - 1, sent.index, true);
  if (near !== null && near !== 'none') return null;
  for (let at = 0; at < 3 && at < sent.index; at++) {
    const two = twoAmong(doc, at, at);
    if (two !== 'none') return two;
  }
  return null;
}

const asPair = (two: Pair | 'none' | null): Pair | null => (two === 'none' ? null : two);

/** The only two parties of some sentences; null for others, "none" where no party is named at all. */
function twoAmong(doc: Mentioned, from: number, to: number, byName = false): Pair | 'none' | null {
  const codes = new Set<string>();
  for (const mention of doc.mentions) {
    if (mention.sentence > to || mention.sentence < from) continue;
    if (mention.kind === 'time' || mention.kind === 'quantity' || (byName && mention.form === 'pronoun')) continue;
    const code = partyCode(mention);
    if (code !== null) codes.add(code);
  }
  const [a, b] = [...codes];
  if (codes.size === 0) return 'none';
  return codes.size === 2 ? [a!, b!] : null;
}

function crossed(owners: readonly string[], others: readonly string[]): Pair[] {
  const pairs: Pair[] = [];
  for (const owner of owners.slice(0, others.length === 1 ? 16 : 4))
    for (const other of others) if (owner !== other) pairs.push([owner, other]);
  return pairs;
}
