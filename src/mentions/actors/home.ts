/** Whose an office is when the text leaves it out: a ministry's own notes say "the Foreign Minister" of its own. */

import type { Sentence } from '../../core/index.ts';
import type { Knowledge } from '../../knowledge/index.ts';
import type { Draft } from '../draft.ts';
import { lastWord } from '../references/history.ts';
import { lendAffirming } from './affirming.ts';
import { placeOfVisit, type Visits } from './destination.ts';
import { focusBefore, isConveyed } from './focus.ts';
import { placeInFront } from './fronted.ts';
import type { ArticlePerson, People } from './people.ts';
import { codeOf, lend } from './scene.ts';
import type { ReadSentence } from './sentence.ts';
import { isSetting } from './setting.ts';
import { SENT } from './words.ts';

/** Publishers that speak for a state. */
const OFFICIAL =
  /\b(?:ministry|ministerio|department|office|government|presidency|embassy|chancellery|cabinet|secretariat|mission)\b/i;

/** The state whose body published the text; null for newspapers and for bodies that tell no state. */
export function homeOfPublisher(publisher: string | null, knowledge: Knowledge): string | null {
  if (publisher === null || !OFFICIAL.test(publisher)) return null;
  // "Embassy of Freedonia in Sylvania": the first is whose it is
  return onlyStateIn(publisher.replace(EMBASSY, '$1'), knowledge);
}

const EMBASSY = /^(.*\bEmbassy\b.*?) (?:in|to) (.*)$/iu;

/** The state that an embassy publishes from, when its name tells; null for all other publishers. */
export function hostOfPublisher(publisher: string | null, knowledge: Knowledge): string | null {
  const host = publisher === null ? null : EMBASSY.exec(publisher)?.[2];
  return host == null ? null : onlyStateIn(host, knowledge);
}

function onlyStateIn(text: string, knowledge: Knowledge): string | null {
  const words = text.match(/[\p{L}\d.'’-]+/gu)?.slice(0, 20) ?? [];
  const countries = new Set<string>();
  for (const { entries } of knowledge.matcher.find(words))
    for (const { kind, country } of entries)
      if (country !== null && /^(?:country|adjective|organisation|capital)$/.test(kind)) countries.add(country);
  const [only] = countries;
  return countries.size === 1 && only !== undefined ? only : null;
}

/** An office holder of a state whose state the text does not tell. */
const isOpenOffice = (item: Draft): boolean =>
  item.kind === 'person' &&
  !item.plural &&
  item.country === null &&
  item.code === null &&
  item.org === null &&
  (item.office !== null ||
    (item.sector === 'GOV' && /\b(?:minister|premier|president|secretary)\b/i.test(item.role ?? ''))) &&
  item.entity?.startsWith('person:~') !== false;

/**
 * "Freedonia's president …" and later "President Jane Doe said": who has the office by name is whom the text had by
 * office alone, when it tells of one state's holder only.
 */
export function nameUnnamed(read: readonly ReadSentence[], people: People, knowledge: Knowledge): void {
  const drafts = read.flatMap((one) => one.drafts);
  const unnamed = drafts.filter(
    (item) =>
      item.kind === 'person' &&
      item.form === 'nominal' &&
      !item.plural &&
      item.country !== null &&
      item.name === null &&
      item.sector === 'GOV' &&
      item.role !== null,
  );
  if (unnamed.length === 0) return;
  for (const person of people.all) {
    if (person.country !== null || person.code !== null || person.role === null || person.org !== null) continue;
    if (!person.entity.startsWith('person:~') || SENT.test(person.role)) continue;
    const word = lastWord(person.role);
    if (!/^(?:minister|president|premier|king|queen|emir|sultan|chancellor|secretary|governor|prince)$/.test(word))
      continue;
    const first = Math.min(...person.drafts.map((item) => item.span[0]));
    const countries = new Set<string>();
    for (const item of unnamed) {
      if (item.span[0] > first) continue;
      const same = person.office === null ? lastWord(item.role) === word : item.office === person.office;
      if (same && item.country !== null) countries.add(item.country);
    }
    const [country] = countries;
    if (country === undefined || countries.size !== 1) continue;
    person.country = country;
    person.code = codeOf(knowledge, country);
    for (const item of drafts)
      if ((people.of(item.inner ?? item) === person || item.entity === person.entity) && item.country === null) {
        lend(item, country, knowledge);
        item.confidence = Math.min(item.confidence, 0.65);
      }
  }
}

/**
 * "Freedonia's justice minister says …" and later "Justice Minister Jane Doe told": the office told of first without
 * the name means the one who has it by name, when there is one such only.
 */
export function nameLater(drafts: readonly Draft[], people: People): void {
  const byCountry = new Map<string, ArticlePerson[]>();
  for (const person of people.all)
    if (person.country !== null && person.role !== null) {
      const own = byCountry.get(person.country);
      if (own === undefined) byCountry.set(person.country, [person]);
      else own.push(person);
    }
  for (const item of drafts) {
    if (item.kind !== 'person' || item.form !== 'nominal' || item.plural || item.name !== null) continue;
    if (item.entity !== null || item.country === null || item.role === null || item.antecedent !== null) continue;
    const role = item.role.toLowerCase();
    if (!NAMED_OFFICE.test(role) || SENT.test(role)) continue;
    const holders = (byCountry.get(item.country) ?? []).filter((person) =>
      (person.role ?? '').toLowerCase().endsWith(role),
    );
    const [only] = holders;
    if (only === undefined || holders.length > 1) continue;
    const first = Math.min(...only.drafts.map((one) => one.span[0]));
    if (first < item.span[0]) continue;
    people.mean(item, only);
    item.anonymous = false;
    item.confidence = Math.min(item.confidence, 0.6);
  }
}

/** Offices that one person at a time has: "justice minister", not "minister". */
const NAMED_OFFICE =
  /(?:\S+ (?:minister|secretary|chief|governor|president)|president|premier|king|queen|chancellor|emir|sultan)$/;

/**
 * Lends office holders without a state the one that the article speaks from: its publisher's, else, where just two
 * states occur and the officials of one are called so, the other one.
 */
export function lendHome(
  read: readonly ReadSentence[],
  people: People,
  knowledge: Knowledge,
  home: string | null,
  host: string | null,
  visits: Visits,
  seat: string | null,
): void {
  const drafts = read.flatMap((one) => one.drafts);
  if (host !== null) {
    lendEmbassy(drafts, people, knowledge, home, host);
    return;
  }
  lendAffirming(drafts, people, knowledge);
  const open = drafts.filter((item) => isOpenOffice(item) && item.form === 'title');
  if (open.length === 0 && home === null) return;
  for (const item of open) {
    lendCompany(item, drafts, people, knowledge);
    lendHost(item, drafts, people, knowledge);
    lendDestination(item, visits, people, knowledge);
  }
  const other = home ?? otherOfTwo(drafts, seat);
  if (other === null) return;
  const told = drafts.filter((item) => item.country === other).map((item) => item.sentence.index);
  const first = told.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  for (const item of drafts) {
    if (!isOpenOffice(item)) continue;
    // Home politics are not of the other of two states
    if (home === null && /^(?:OPP|PTY|LEG)$/.test(item.sector ?? '')) continue;
    // Of two states whose officials meet the ambassador is the other one's
    const sent = home === null && item.form === 'title' && /\b(?:ambassador|envoy)\b/i.test(item.role ?? '');
    if (SENT.test(item.role ?? '') && !sent) continue;
    if (item.form !== 'title' && !(home !== null && item.definite)) continue;
    if (!hasOffice(knowledge, other, item.office, item.role)) continue;
    // Nobody's office is told of long before his state is
    if (home === null && first > item.sentence.index + 1) continue;
    const one = home === null ? read.find(({ sentence }) => sentence === item.sentence) : undefined;
    if (one !== undefined && placeOfVisit(item, one) === other) continue;
    // "In Paramaribo, President Doe said", "greetings from President Doe"
    const scene = one === undefined ? null : placeInFront(one.sentence, one.drafts);
    if (home === null && ((scene !== null && scene !== other) || isConveyed(item))) continue;
    // "The ministry in Warsaw protested. Foreign Minister Doe …": of whom the sentence before is about
    const focus = one === undefined || opensStory(item) ? null : focusBefore(read, read.indexOf(one));
    if (focus !== null && focus !== other) continue;
    if (item.form !== 'title' && (isSecond(item, read) || (namesOther(item, drafts, other) && !opens(item)))) continue;
    const name = item.inner ?? item;
    const person = people.of(name);
    if (person !== null && (person.country ?? person.code) !== null) continue;
    lend(item, other, knowledge);
    if (item.inner !== null) lend(item.inner, other, knowledge);
    if (person !== null) {
      person.country = other;
      person.code = codeOf(knowledge, other);
    }
    item.confidence = Math.min(item.confidence, home === null ? 0.55 : 0.7);
  }
}

/** In an embassy's own text the ambassador is its state's, and the ministers whom he meets are its host's. */
function lendEmbassy(
  drafts: readonly Draft[],
  people: People,
  knowledge: Knowledge,
  home: string | null,
  host: string,
): void {
  for (const item of drafts) {
    if (!isOpenOffice(item) || item.form !== 'title') continue;
    const country = /\b(?:ambassador|consul|chargé|attaché)\b/i.test(item.role ?? '') ? home : host;
    if (country === null) continue;
    lend(item, country, knowledge);
    if (item.inner === null) continue;
    lend(item.inner, country, knowledge);
    const person = people.of(item.inner);
    if (person !== null && person.country === null)
      Object.assign(person, { country, code: codeOf(knowledge, country) });
  }
}

/** Whether a state has an office so called: no president where there is a king. */
export function hasOffice(
  knowledge: Knowledge,
  country: string,
  office: Draft['office'],
  role: string | null,
): boolean {
  const word = lastWord(role);
  if (word === 'chancellor') return country === 'GBR' || /chancellor/i.test(knowledge.titleOf(country, 'hog'));
  if (office !== 'hos' || !/^(?:president|king|queen|emir|sultan|emperor)$/.test(word)) return true;
  const own = knowledge.titleOf(country, 'hos').toLowerCase();
  if (/^(?:emir|sultan)$/.test(word) && /king|emir|sultan/.test(own) && !own.includes(word)) return country === 'MYS';
  return isCrowned(own) === isCrowned(word);
}

/** Whether a head of state is so called who is none by election. */
export const isCrowned = (name: string): boolean =>
  /king|queen|emir|sultan|emperor|duke|prince|agong|monarch/i.test(name);

/** "Minister Doe received the envoys in Lagos": who receives is at home there. */
function lendHost(item: Draft, drafts: readonly Draft[], people: People, knowledge: Knowledge): void {
  const { sentence } = item;
  const token = sentence.tokens[item.head]!;
  const verb = sentence.tokens[token.head];
  const agent = token.deprel.startsWith('obl') && sentence.tokens[item.head - 1] !== undefined && isBy(sentence, item);
  if (SENT.test(item.role ?? '') || !(/^nsubj(?!:pass)/.test(token.deprel) || agent)) return;
  if (verb === undefined || !/^(?:receive|host|welcome|greet)$/.test(verb.lemma.toLowerCase())) return;
  const places = new Set<string>();
  for (const place of drafts)
    if (place.sentence === sentence && place.kind === 'place' && place.country !== null && isSetting(sentence, place))
      places.add(place.country);
  const [country] = places;
  if (country === undefined || places.size !== 1) return;
  lend(item, country, knowledge);
  item.confidence = Math.min(item.confidence, 0.6);
  if (item.inner === null) return;
  lend(item.inner, country, knowledge);
  const person = people.of(item.inner);
  if (person !== null && person.country === null && person.code === null)
    Object.assign(person, { country, code: codeOf(knowledge, country) });
}

/** "She flew to Lagos, where she met President Doe": of the state that she came to. */
function lendDestination(item: Draft, visits: Visits, people: People, knowledge: Knowledge): void {
  if (item.country !== null || SENT.test(item.role ?? '')) return;
  const country = visits.hostOf(item, (one) => one.country ?? people.of(one)?.country ?? null);
  if (country === null || !hasOffice(knowledge, country, item.office, item.role)) return;
  const person = item.inner === null ? null : people.of(item.inner);
  if (person !== null && (person.country ?? person.code) !== null) return;
  lend(item, country, knowledge);
  if (item.inner !== null) lend(item.inner, country, knowledge);
  if (person !== null) Object.assign(person, { country, code: codeOf(knowledge, country) });
  item.confidence = Math.min(item.confidence, 0.55);
}

/** "Doe was accompanied by Trade Minister Roe": of Doe's state. */
function lendCompany(item: Draft, drafts: readonly Draft[], people: People, knowledge: Knowledge): void {
  const { tokens } = item.sentence;
  const verb = tokens[item.head]!.head;
  if (!/^(?:accompany|flank)$/.test(tokens[verb]?.lemma.toLowerCase() ?? '') || !isBy(item.sentence, item)) return;
  for (const other of drafts) {
    const word = tokens[other.head];
    if (other.sentence !== item.sentence || word?.head !== verb || !word.deprel.startsWith('nsubj')) continue;
    const country = other.country ?? people.of(other)?.country ?? null;
    if (country === null) continue;
    lend(item, country, knowledge);
    if (item.inner === null) return;
    lend(item.inner, country, knowledge);
    const person = people.of(item.inner);
    if (person !== null && person.country === null)
      Object.assign(person, { country, code: codeOf(knowledge, country) });
    return;
  }
}

/** In the first sentence nothing was told before. */
const opensStory = (item: Draft): boolean => item.sentence.index === 0;

/** "was received by the Foreign Minister". */
const isBy = (sentence: Sentence, item: Draft): boolean => {
  const at = sentence.tokens.findIndex((token) => token.start >= item.span[0]);
  return [at - 1, at - 2].some((i) => sentence.tokens[i]?.form === 'by');
};

/** "The minister" of a text that also tells of another state's minister may be that one. */
function isSecond(item: Draft, read: readonly ReadSentence[]): boolean {
  for (const { drafts } of read)
    for (const other of drafts)
      if (
        other !== item &&
        other.kind === 'person' &&
        other.country !== null &&
        !other.plural &&
        other.span[0] < item.span[0] &&
        other.office === item.office
      )
        return true;
  return false;
}

/** "The Foreign Minister spoke with her Latvian counterpart": the subject that a sentence begins with. */
const opens = (item: Draft): boolean =>
  item.sentence.tokens[item.head]!.deprel.startsWith('nsubj') && item.sentence.tokens[1]!.end >= item.span[0];

/** The sentence tells of another state, whose office it may be. */
const namesOther = (item: Draft, drafts: readonly Draft[], home: string): boolean =>
  drafts.some((other) => other.sentence === item.sentence && other.country !== null && other.country !== home);

/** Of just two states in a text, the one that no official is called after; null when it is not as clear as that. */
function otherOfTwo(drafts: readonly Draft[], seat: string | null): string | null {
  const countries = new Set<string>();
  const called = new Set<string>();
  for (const item of drafts) {
    if (item.country === null || item.kind === 'time' || item.kind === 'quantity') continue;
    countries.add(item.country);
    if (item.kind === 'person' && (item.office !== null || item.role === 'counterpart')) called.add(item.country);
  }
  if (called.size === 0) return null;
  if (countries.size === 2 && called.size === 1)
    // In its own capital an official of the seat needs no state's name beside him
    for (const country of countries)
      if (!called.has(country)) return seat === null || seat === country || !called.has(seat) ? country : null;
  // Whose place the text speaks from is told of as a matter of course
  const most = mostTold(drafts, called);
  return seat === null || most === seat ? most : null;
}

/** The state told of twice as often as any other that no official is called after; null when there is none. */
function mostTold(drafts: readonly Draft[], called: ReadonlySet<string>): string | null {
  const counts = new Map<string, number>();
  for (const { kind, country } of drafts)
    if (kind === 'state' && country !== null && !called.has(country))
      counts.set(country, (counts.get(country) ?? 0) + 1);
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  return first !== undefined && first[1] >= 2 && first[1] >= 2 * (second?.[1] ?? 0) ? first[0] : null;
}
