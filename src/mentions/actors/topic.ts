/** The state an article is about, and the officials whom it names without a state: they are that state's. */

import type { Sentence, Span } from '../../core/index.ts';
import type { Knowledge } from '../../knowledge/index.ts';
import type { Draft } from '../draft.ts';
import { isCommonBody } from '../references/bodies.ts';
import { isOfMain, isSource, isSubject, lastWord, outermost } from '../references/history.ts';
import { isMainLine } from '../references/pairs.ts';
import { hasCourtOfStates } from '../references/story.ts';
import { placeOfVisit } from './destination.ts';
import { focusBefore, isConveyed, leadOf } from './focus.ts';
import { hasOffice } from './home.ts';
import { entryOf } from './item.ts';
import type { People } from './people.ts';
import type { Phrase } from './phrases.ts';
import { codeOf } from './scene.ts';
import type { ReadSentence } from './sentence.ts';
import { SPEECH } from './words.ts';

/**
 * The state an article is about: its dateline's, when the first sentences tell of it; else that of the subject of the
 * first of them that tells of a state; where that is no state's, the dateline's again.
 */
export function topicOf(read: readonly ReadSentence[], seat: string | null): string | null {
  for (const { drafts } of read.slice(0, 3)) {
    const told = drafts
      .filter((item) => item.country !== null && item.kind !== 'place')
      .sort((a, b) => a.span[0] - b.span[0]);
    if (told.length === 0) continue;
    const dateline = seat ?? drafts.find((item) => item.rule === 'place/dateline')?.country ?? null;
    if (dateline !== null && told.some((item) => item.country === dateline)) return dateline;
    // "PRAGUE - The Freedonian premier arrived in Prague": at home is the host
    if (
      seat !== null &&
      drafts.some((item) => item.kind === 'place' && item.country === seat && item.rule !== 'place/dateline')
    )
      return seat;
    const parties = told.filter(isParty);
    if (parties.some((item) => isSubject(item) && isMainLine(item))) return leadOf(parties);
    // "Donors sent aid to Freedonia after a flood in its capital": the scene of the first sentence
    const scene = drafts.filter((item) => item.country !== null);
    if (scene.some((item) => item.kind === 'place') && scene.every((item) => item.country === scene[0]!.country))
      return scene[0]!.country;
  }
  return seat;
}

/** A state, its bodies and officials, its people together; one citizen stands for no state. */
const isParty = (item: Draft): boolean =>
  item.kind !== 'person' || item.plural || item.sector === null || OWN_SECTOR.has(item.sector);

/** The text is about this state and at most one more, or tells of no other more often. */
export function isMain(read: readonly ReadSentence[], topic: string): boolean {
  const counts = new Map<string, number>();
  for (const { drafts } of read)
    for (const { country } of drafts) if (country !== null) counts.set(country, (counts.get(country) ?? 0) + 1);
  const own = counts.get(topic) ?? 0;
  return counts.size <= 2 || [...counts.values()].every((n) => n <= own);
}

/** The state that a text tells of twice as often as the one it began with, and of no other as often; else that one. */
function dominant(read: readonly ReadSentence[], topic: string): string {
  const counts = new Map<string, number>();
  for (const { drafts } of read)
    for (const { country } of outermost(drafts))
      if (country !== null) counts.set(country, (counts.get(country) ?? 0) + 1);
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  const own = counts.get(topic) ?? 0;
  const outdone = first !== undefined && first[1] >= 2 * own && first[1] >= own + 3;
  return outdone && first[1] > (second?.[1] ?? 0) ? first[0] : topic;
}

/** The state that stands before a colon at the head of a paragraph ("Zambia: Police arrested …"), for all its sentences. */
export function labelsOf(read: readonly ReadSentence[], blocks: readonly Span[]): ReadonlyMap<Sentence, string> {
  const labels = new Map<Sentence, string>();
  for (const [from, to] of blocks) {
    const inside = read.filter(({ sentence }) => sentence.span[0] >= from && sentence.span[1] <= to);
    const [first] = inside;
    const name = first?.drafts.find((item) => item.span[0] === first.sentence.span[0] && item.kind === 'state');
    const next = first?.sentence.tokens.find((token) => token.start >= (name?.span[1] ?? 0));
    if (name?.country == null || name.form === 'adjective' || next?.form !== ':') continue;
    for (const { sentence } of inside) labels.set(sentence, name.country);
  }
  return labels;
}

/** The three sentences before speak of other states and no more of this one, nor does this sentence. */
function leftBehind(read: readonly ReadSentence[], at: number, topic: string): boolean {
  const told = (i: number): (string | null)[] =>
    (read[i]?.drafts ?? []).flatMap((item) => (item.country === null ? [] : [item.country]));
  const before = [...told(at - 3), ...told(at - 2), ...told(at - 1)];
  return told(at - 1).length > 0 && ![...before, ...told(at)].includes(topic);
}

/**
 * The only state that a text tells of as its scene or as a subject, with the sentences between which it is the only one;
 * what is merely dealt with ("trade with Freedonia") tells of no home.
 */
function onlyState(read: readonly ReadSentence[]): { country: string | null; from: number; until: number } {
  let first: string | null = null;
  let from = read.length;
  for (const [at, { drafts }] of read.entries())
    for (const item of drafts) {
      if (item.country === null) continue;
      first ??= item.country;
      if (item.country !== first) return { country: first, from, until: at };
      if (from === read.length && (item.kind === 'place' || (item.kind === 'state' && isSubject(item)))) from = at;
    }
  return { country: first, from, until: read.length };
}

/** Offices that a text gives without a state when they are its own state's. */
const OWN_OFFICE =
  /^(?:minister|president|premier|chancellor|king|queen|emir|sultan|governor|mayor|secretary|speaker|chairman|chairwoman|senator|lawmaker|legislator|parliamentarian|commander|general|admiral|chief|judge|prosecutor|colonel|captain|marshal|spokesman|spokeswoman|spokesperson|undersecretary|commissioner|prefect|councillor|deputy|magistrate|administrator|ombudsman|treasurer|negotiator|leader|member|candidate|commodore|brigadier|lieutenant|major|sergeant|inspector|superintendent|justice)$/;
const OWN_SECTOR: ReadonlySet<string> = new Set(['GOV', 'LEG', 'MIL', 'JUD', 'COP', 'OPP']);

/** Those of them who speak for their state to others; the rest are told of at home. */
const SPEAKS_ABROAD =
  /^(?:minister|president|premier|chancellor|king|queen|emir|sultan|secretary|undersecretary|general|commander|negotiator|spokesman|spokeswoman|spokesperson)$/;

/** What a state does to its own officials. */
const DOMESTIC =
  /^(?:appoint|name|elect|swear|dismiss|sack|oust|arrest|detain|jail|sentence|charge|impeach|replace|succeed|kill|assassinate|place|put|try|suspend|reinstate|convict)$/;

/**
 * Lends the state that the article just spoke of, else the one it is about, to office holders whom it names without any. Not to those who deal with that state's own
 * people ("Freedonia's premier met President Doe"), nor in a sentence that is set in another state.
 */
export function lendTopic(
  read: readonly ReadSentence[],
  people: People,
  knowledge: Knowledge,
  topic: string | null,
  home: string | null,
  told: { readonly labels: ReadonlyMap<Sentence, string>; readonly scenes: ReadonlyMap<Sentence, string> },
  seat: string | null,
): void {
  const unnamed = unnamedIn(read);
  const courts = hasCourtOfStates(read);
  const alone = onlyState(read);
  const main = topic !== null && isMain(read, topic);
  const own = topic === null || topic === seat ? topic : dominant(read, topic);
  const places = new Map(read.map((one, i) => [one.sentence, i]));
  const holders = new Map<Draft, Draft>();
  for (const { drafts } of read)
    for (const item of drafts) {
      if (item.inner !== null) holders.set(item.inner, item);
      else if (item.rule === 'actor/apposition' && item.antecedent !== null) holders.set(item.antecedent, item);
    }
  const holdersAll = new Map<Draft, Draft[]>();
  for (const { drafts } of read)
    for (const item of drafts)
      if (item.rule === 'actor/apposition' && item.antecedent !== null)
        holdersAll.set(item.antecedent, [...(holdersAll.get(item.antecedent) ?? []), item]);
  for (const person of people.all) {
    if (person.country !== null || person.code !== null || person.role === null) continue;
    if (person.org !== null && !isCommonBody(person.org)) continue;
    if (!person.entity.startsWith('person:~') || !OWN_OFFICE.test(lastWord(person.role))) continue;
    if (person.sector === null || !(OWN_SECTOR.has(person.sector) || /^(?:ELI|LAB|PTY)$/.test(person.sector))) continue;
    const first = person.drafts.reduce((a, b) => (b.span[0] < a.span[0] ? b : a));
    const outer = holders.get(first) ?? first;
    const at = places.get(outer.sentence);
    if (at === undefined) continue;
    // "Its premier", "the government's negotiator": the possessor tells
    const phrase = read[at]!.phrases.get(outer);
    if (phrase !== undefined && (phrase.pronoun >= 0 || isOwned(phrase) || phrase.ofCountry || phrase.possessed))
      continue;
    if (holdersAll.get(first)?.some((one) => speaksForBody(one)) === true) continue;
    const speaks =
      isOfMain(outer) && SPEECH.has(outer.sentence.tokens[outer.sentence.tokens[outer.head]!.head]?.lemma ?? '');
    const abroad =
      speaks && SPEAKS_ABROAD.test(lastWord(person.role)) && person.sector !== 'OPP' && person.sector !== 'LEG';
    // Officers are told of at home, whoever the sentence before was about
    const away = placeOfVisit(outer, read[at]!);
    const focus = topic !== null && (abroad || away !== null) && person.sector !== 'MIL' ? focusBefore(read, at) : null;
    const label = told.labels.get(outer.sentence) ?? null;
    const scene = sees(outer) ? null : (told.scenes.get(outer.sentence) ?? null);
    // Judges and lawmakers deal with their own state's cases, whomever these are about
    if (person.sector === 'JUD' && courts) continue;
    const homely = topic !== null && topic === seat && /^(?:JUD|LEG|COP)$/.test(person.sector);
    const about = topic !== null && !main && !homely && leftBehind(read, at, topic) ? null : own;
    const only = alone.from <= at && at < alone.until ? alone.country : null;
    // The spokesperson of a ministry's own briefing
    const ownVoice = home !== null && /^spokes/i.test(lastWord(person.role));
    const { role } = person;
    const fits = (country: string | null): boolean =>
      country !== null &&
      country !== away &&
      hasOffice(knowledge, country, person.office, person.role) &&
      (ownVoice || label !== null || isOwn(outer, read[at]!, country, country === seat)) &&
      !isTaken(unnamed, role, first, country);
    const likeliest = home ?? label ?? focus ?? scene ?? about ?? only;
    // "Sylvania's navy held nine men. Minister Doe summoned the Sylvanian ambassador": the article's own then
    const dealtWith =
      focus !== null &&
      likeliest === focus &&
      topic === seat &&
      focus !== topic &&
      isSubject(outer) &&
      read[at]!.drafts.some((item) => item.country === focus && item !== outer && item !== first);
    const country = [likeliest, dealtWith ? about : null].find((one) => fits(one)) ?? null;
    if (country === null || isConveyed(outer)) continue;
    person.country = country;
    person.code = codeOf(knowledge, country);
    for (const name of person.drafts)
      for (const item of [name, holders.get(name)]) {
        if (item === undefined || item.country !== null) continue;
        Object.assign(item, { country, code: person.code, confidence: Math.min(item.confidence, 0.5) });
      }
  }
}

/** Who meets somebody in a place need not be at home there. */
const sees = ({ sentence, head }: Draft): boolean =>
  /^(?:meet|see|visit|hold|sign|discuss|confer|arrive|tour|attend)$/.test(
    sentence.tokens[sentence.tokens[head]!.head]?.lemma.toLowerCase() ?? '',
  );

/** "a spokesman for the junta, Captain Doe": whose he is stands there. */
const speaksForBody = ({ span, sentence }: Draft): boolean =>
  /^for (?:the )?(?:\S+ )?(?:junta|rebels?|group|movement|militants?|militia|guerrillas?|fighters|separatists|opposition|company|firm)\b/.test(
    sentence.tokens
      .filter((token) => token.start >= span[1])
      .slice(0, 4)
      .map((token) => token.form)
      .join(' '),
  );

/** A possessor other than a party, which is at home here as its leader is. */
const isOwned = ({ owner }: Phrase): boolean =>
  owner !== null && !/^(?:PTY|OPP)$/.test(entryOf(owner, 'role')?.sector ?? '');

/** By the noun of an office: the states whose unnamed holders the text tells of, and where it first does. */
type Unnamed = ReadonlyMap<string, ReadonlyMap<string, number>>;

function unnamedIn(read: readonly ReadSentence[]): Unnamed {
  const found = new Map<string, Map<string, number>>();
  for (const { drafts } of read)
    for (const item of drafts) {
      if (item.kind !== 'person' || item.plural || item.country === null || item.name !== null) continue;
      const word = lastWord(item.role);
      const known = found.get(word) ?? new Map<string, number>();
      found.set(word, known);
      if ((known.get(item.country) ?? Number.POSITIVE_INFINITY) > item.span[0]) known.set(item.country, item.span[0]);
    }
  return found;
}

/** Another state's holder of such an office was told of before: it may be that one. */
function isTaken(unnamed: Unnamed, role: string, first: Draft, topic: string): boolean {
  for (const [country, at] of unnamed.get(lastWord(role)) ?? [])
    if (country !== topic && at < first.span[0]) return true;
  return false;
}

function isOwn(item: Draft, { sentence, drafts }: ReadSentence, topic: string, atHome: boolean): boolean {
  // "Commander Doe of the Freedonian navy"
  if (/^(?:of|from)$/.test(sentence.tokens.find((token) => token.start >= item.span[1])?.form ?? '')) return false;
  const others = drafts.filter((other) => other.country !== null && other.country !== topic);
  if (others.length > 0 && !leads(item) && !(atHome && closesWith(item, drafts, topic))) return false;
  if (isSource(item)) return true;
  const [verb, first] = clauseOf(sentence, item.head);
  for (const other of drafts) {
    if (other === item || other.country !== topic || other.kind === 'place' || other.form === 'adjective') continue;
    if (other.span[0] >= item.span[0] && other.span[1] <= item.span[1]) continue;
    const [its, root] = clauseOf(sentence, other.head);
    if (root === first && root !== item.head) return false;
    if (its >= 0 && its === verb && !DOMESTIC.test(sentence.tokens[verb]!.lemma.toLowerCase())) return false;
  }
  return true;
}

/** "Freedonia has frozen Sylvanian assets, Minister Doe said": who tells what his own state did. */
function closesWith(item: Draft, drafts: readonly Draft[], topic: string): boolean {
  const { tokens } = item.sentence;
  const word = tokens[item.head]!;
  const verb = tokens[word.head];
  if (verb === undefined || !word.deprel.startsWith('nsubj') || !/^(?:say|announce|add|tell|confirm)$/.test(verb.lemma))
    return false;
  const first = drafts
    .filter((other) => other.kind !== 'place' && other.country !== null && other.span[1] < item.span[0])
    .sort((a, b) => a.span[0] - b.span[0])[0];
  return first !== undefined && first.country === topic && first.form !== 'adjective' && isSubject(first);
}

/** The subject that a sentence begins with. */
const leads = (item: Draft): boolean =>
  isSubject(item) && isMainLine(item) && item.sentence.tokens[2]!.end >= item.span[0];

/** The verb whose subject, object or oblique a word is, and the first member of its coordination; -1 for no verb. */
function clauseOf(sentence: Sentence, head: number): readonly [number, number] {
  const { tokens } = sentence;
  let at = head;
  for (let steps = 0; /^(?:conj|appos|flat)/.test(tokens[at]!.deprel) && steps < 6; steps++) at = tokens[at]!.head;
  return [/^(?:nsubj|obj|iobj|obl)/.test(tokens[at]!.deprel) ? tokens[at]!.head : -1, at];
}
