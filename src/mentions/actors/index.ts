/** Actors and places of an article: names, titles, role nouns, and what refers back to them. */

import type { Parsed, Sentence, Span } from '../../core/index.ts';
import type { Knowledge, NameMatch } from '../../knowledge/index.ts';
import type { Draft } from '../draft.ts';
import { resolveReferences } from '../references/index.ts';
import { lendBriefing } from './briefing.ts';
import { lendConflict } from './conflict.ts';
import { Visits } from './destination.ts';
import { scenesOf } from './fronted.ts';
import { homeOfPublisher, hostOfPublisher, lendHome, nameLater, nameUnnamed } from './home.ts';
import { linkInitials } from './initials.ts';
import { fold } from './naming.ts';
import { People } from './people.ts';
import { codeOf } from './scene.ts';
import { type ReadSentence, readSentence } from './sentence.ts';
import { lendCapital, lendPlace } from './setting.ts';
import { isMain, labelsOf, lendTopic, topicOf } from './topic.ts';

export interface ActorContext {
  /** Known names by sentence. */
  readonly matches: readonly (readonly NameMatch[])[];
  /** The day the text tells of, for offices and memberships; null when unknown. */
  readonly date: string | null;
  /** Country of the outlet, for names that depend on who speaks. */
  readonly outlet: string | null;
  /** Spans of times and quantities; no name is read inside them. */
  readonly taken: readonly Span[];
}

/** Drafts of all actors and places, in no particular order. */
export function findActors(parsed: Parsed, knowledge: Knowledge, context: ActorContext): Draft[] {
  const { matches } = context;
  const countries = countriesIn(matches);
  const home = homeOfPublisher(parsed.article.publisher, knowledge);
  const told = home === null ? countries : new Set([...countries, home]);
  const congo = congoOf(parsed.article.text);
  const union = /European Commission|European Union|\bE\.?U\b|Brussels/.test(parsed.article.text);
  const spans = [...context.taken].sort((a, b) => a[0] - b[0]);
  const read = parsed.sentences.map((sentence, i) =>
    readSentence(
      sentence,
      matches[i]!,
      { knowledge, date: context.date, outlet: context.outlet, countries: told, home, congo, union },
      takenTokens(sentence, spans),
    ),
  );
  const people = settlePeople(read, knowledge, context.date);
  linkInitials(read);
  nameUnnamed(read, people, knowledge);
  const seat = seatOf(parsed, knowledge, countries);
  const visits = new Visits(read);
  lendHome(read, people, knowledge, home, hostOfPublisher(parsed.article.publisher, knowledge), visits, seat);
  const topic = topicOf(read, seat);
  lendCapital(read, knowledge);
  const labels = labelsOf(
    read,
    parsed.article.blocks.map((block) => block.span),
  );
  const scenes =
    home === null
      ? scenesOf(
          read,
          parsed.article.blocks.map((block) => block.span),
        )
      : new Map<Sentence, string>();
  if (home === null) lendBriefing(read, people, knowledge);
  lendTopic(read, people, knowledge, topic, home, { labels, scenes }, seat);
  const named = read.flatMap((one) => one.drafts);
  nameLater(named, people);
  const conflict = lendConflict(read, topic !== null && isMain(read, topic) ? topic : null);
  const references = resolveReferences(read, {
    knowledge,
    date: context.date,
    people,
    home,
    topic,
    labels: new Map([...scenes, ...labels]),
    seat,
    visits,
    conflict,
    titled: statesIn(parsed.article.title ?? '', knowledge),
  });
  // References tell more of the unnamed: "his defence minister"
  nameUnnamed(read, people, knowledge);
  nameLater(named, people);
  people.fill();
  linkInitials(read);
  settleWaters(
    read.flatMap((one) => one.drafts),
    knowledge,
    countries,
  );
  read.forEach((one, at) => {
    ofPresident(one);
    lendPlace(read, at, knowledge, seat, conflict, topic);
  });
  lendOnlyCountry(
    parsed,
    read.flatMap((one) => one.drafts),
    countries,
    context.outlet,
  );
  for (const one of read) for (const item of one.drafts) if (item.inner !== null) shareWithTitle(item, item.inner);
  for (const { drafts } of read) for (const item of drafts) shareWithApposition(item);
  const drafts = [...read.flatMap((one) => one.drafts), ...references];
  for (const item of drafts)
    if (item.kind !== 'place' && item.code === null) item.code = codeOf(knowledge, item.country);
  return drafts;
}

/** The state of the dateline's place, when the tables know one such place, or one in a state that the text tells of. */
function seatOf({ article }: Parsed, knowledge: Knowledge, told: ReadonlySet<string>): string | null {
  const place = article.dateline?.place ?? null;
  if (place === null) return null;
  // "Gulu, Uganda": the state behind the town tells
  const parts = place.split(/,\s*/);
  const behind = parts.length > 1 ? countriesOf(parts[parts.length - 1]!, knowledge) : [];
  const [state, another] = behind;
  if (state !== undefined && another === undefined) return state;
  const countries = countriesOf(parts[0]!, knowledge);
  // Of several places of one name the one in a state that the text tells of
  const [only, second] = countries.length > 1 ? countries.filter((country) => told.has(country)) : countries;
  return only !== undefined && second === undefined ? only : null;
}

/** The states that a place's name in a dateline may lie in. */
function countriesOf(place: string, knowledge: Knowledge): readonly string[] {
  const named =
    place.toUpperCase() === place ? place.toLowerCase().replace(/(?:^|[\s-])\p{Ll}/gu, (c) => c.toUpperCase()) : place;
  const countries = new Set<string>();
  for (const { kind, country } of knowledge.matcher.lookup(named))
    if (country !== null && /^(?:capital|place|country|region)$/.test(kind)) countries.add(country);
  return [...countries];
}

/** Full names first, then single names by them; open names become persons, or what their surroundings say. */
function settlePeople(read: readonly ReadSentence[], knowledge: Knowledge, date: string | null): People {
  const people = new People(knowledge, date);
  const names = read
    .flatMap((one) => one.drafts)
    .filter((item) => item.kind === 'person' && item.form === 'name' && !item.plural);
  people.addFull(names);
  for (const item of names) people.settle(item, item.office);
  for (const one of read) {
    for (const open of one.open) {
      const item = one.asPerson(open.item);
      if (people.isShortForm(item) || people.isWellKnown(item)) {
        people.settle(item, null);
        one.drafts.push(item);
      } else {
        const other = one.asTyped(open.item);
        if (other === null) continue;
        one.drafts.push(other);
        if (other.kind === 'person') people.settle(other, null);
      }
    }
  }
  const callable = people.callable();
  for (const one of read) {
    for (const item of townsThatSpeak(one, callable)) {
      people.settle(item, null);
      one.drafts.push(item);
    }
    for (const item of untaggedNames(one, callable)) {
      people.settle(item, null);
      one.drafts.push(item);
    }
  }
  return people;
}

/** "Doe refused", where Doe is also a town: the person that the article has by full name; the place is taken back. */
function townsThatSpeak(one: ReadSentence, callable: ReadonlySet<string>): Draft[] {
  const found: Draft[] = [];
  const { tokens } = one.sentence;
  for (const [i, item] of [...one.drafts.entries()].reverse()) {
    if (item.kind !== 'place' || item.rule !== 'place/place' || !callable.has(fold(item.name ?? ''))) continue;
    const token = tokens[item.head]!;
    if (token.start !== item.span[0] || token.end !== item.span[1] || !/^(?:nsubj|obj|iobj|conj)/.test(token.deprel))
      continue;
    if (/^(?:in|at|near|from|to|of|outside|around)$/i.test(tokens[item.head - 1]?.form ?? '')) continue;
    one.drafts.splice(i, 1);
    found.push(
      one.asPerson({
        start: item.head,
        end: item.head + 1,
        from: token.start,
        to: token.end,
        entries: [],
        kind: 'run',
        inside: [],
      }),
    );
  }
  return found;
}

/** Names the tagger took for other words ("Doe said …" at the head of a sentence), when the article has the full name. */
function untaggedNames(one: ReadSentence, callable: ReadonlySet<string>): Draft[] {
  const found: Draft[] = [];
  one.sentence.tokens.forEach((token, i) => {
    if (!/^\p{Lu}\p{L}{3,}$/u.test(token.form) || !callable.has(fold(token.form))) return;
    if (one.drafts.some((item) => item.span[0] <= token.start && token.end <= item.span[1])) return;
    found.push(
      one.asPerson({ start: i, end: i + 1, from: token.start, to: token.end, entries: [], kind: 'run', inside: [] }),
    );
  });
  return found;
}

/** A sea with several names, where neither outlet nor tables decide: by the other name in the article, or by whose shores it names. */
function settleWaters(drafts: readonly Draft[], knowledge: Knowledge, countries: ReadonlySet<string>): void {
  const waters = drafts.filter((item) => item.rule === 'place/water');
  const told = new Set(waters.map((item) => item.entity).filter((entity) => entity !== null));
  for (const item of waters) {
    if (item.entity !== null) continue;
    const fitting = knowledge.matcher.lookup(item.name ?? '').filter((entry) => entry.kind === 'water');
    const glossed = fitting.filter((entry) => told.has(entry.id));
    const shores = fitting.filter((entry) =>
      knowledge.waters.get(entry.id.replace(/^water:/, ''))?.claimants.some((claimant) => countries.has(claimant)),
    );
    const choice = glossed.length === 1 ? glossed[0] : shores.length === 1 ? shores[0] : undefined;
    if (choice === undefined) continue;
    item.entity = choice.id;
    item.name = choice.name;
    item.confidence = glossed.length === 1 ? 0.85 : 0.6;
  }
}

/** "the administration of President Doe": the body is the country's of its head. */
function ofPresident({ drafts, sentence }: ReadSentence): void {
  for (const item of drafts) {
    if (item.kind !== 'organization' || item.form !== 'nominal' || item.country !== null || item.code !== null)
      continue;
    const owner = drafts.find(
      (other) =>
        other.form === 'title' &&
        other.country !== null &&
        other.span[0] > item.span[1] &&
        other.span[0] - item.span[1] <= 8,
    );
    if (
      owner === undefined ||
      !sentence.tokens.some((token) => token.form === 'of' && token.start >= item.span[1] && token.end < owner.span[0])
    )
      continue;
    item.country = owner.country;
    item.code = owner.code;
    if (item.sector === 'GOV') item.entity = `state:${owner.country}`;
  }
}

/** Dealings with others, after which an article's only country may well be the other one. */
const DEALINGS =
  /\b(?:visit|arriv|met|meet|talks|travel|trip|tour|summit|call|sanction|against|war|ties|relation|ambassador|embassy|envoy|bilateral|foreign|abroad|aid|attack|invade|threat|treaty|troops)/i;

/** "President Doe" in an article about one country's home affairs is that country's; said with less confidence. */
function lendOnlyCountry(
  parsed: Parsed,
  drafts: readonly Draft[],
  countries: ReadonlySet<string>,
  outlet: string | null,
): void {
  const [only] = countries;
  if (only === undefined || countries.size !== 1 || (outlet !== null && outlet !== only)) return;
  const named = drafts.filter((item) => item.country === only && (item.kind === 'state' || item.kind === 'place'));
  const atHome = named.every(
    (item) =>
      item.kind === 'place' ||
      item.form === 'adjective' ||
      /^(?:['’]|’s)/.test(parsed.article.text.slice(item.span[1], item.span[1] + 2)),
  );
  if (!atHome || DEALINGS.test(parsed.article.text)) return;
  for (const item of drafts) {
    if (
      item.kind !== 'person' ||
      item.country !== null ||
      item.code !== null ||
      item.office === null ||
      item.name === null
    )
      continue;
    item.country = only;
    item.code = only;
    item.confidence = Math.min(item.confidence, 0.5);
  }
}

/** A title with a name says of the person what the bare name inside it says. */
function shareWithTitle(title: Draft, name: Draft): void {
  title.name = name.name;
  title.entity = name.entity;
  if (title.code === null) title.country ??= name.country;
  title.code ??= name.code;
  title.sector ??= name.sector;
  title.gender ??= name.gender;
}

/** What the text tells of a person by name holds for the office beside the name. */
function shareWithApposition(item: Draft): void {
  const name = item.rule === 'actor/apposition' ? item.antecedent : null;
  if (name === null || item.country !== null || item.code !== null) return;
  item.country = name.country;
  item.code = name.code;
}

/** Which tokens times and quantities hold: days and months, never the noun that a number counts. */
function takenTokens(sentence: Sentence, spans: readonly Span[]): boolean[] {
  const taken: boolean[] = [];
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (spans[mid]![1] <= sentence.span[0]) low = mid + 1;
    else high = mid;
  }
  for (let k = low; k < spans.length && spans[k]![0] < sentence.span[1]; k++) {
    const [from, to] = spans[k]!;
    sentence.tokens.forEach((token, i) => {
      if (token.start >= from && token.end <= to) taken[i] = true;
    });
  }
  return taken;
}

/** The states that a title names, by code: "Freedonia and Sylvania raise ties". */
function statesIn(title: string, knowledge: Knowledge): string[] {
  const words = title.match(/[\p{L}\d.’'-]+/gu)?.slice(0, 40) ?? [];
  const codes = new Set<string>();
  for (const { entries } of knowledge.matcher.find(words)) {
    const states = entries.filter(({ kind }) => /^(?:country|adjective|demonym|capital)$/.test(kind));
    const own = new Set(states.map(({ country }) => codeOf(knowledge, country)));
    const [code] = own;
    if (own.size === 1 && code != null) codes.add(code);
  }
  return [...codes];
}

/** The Congo of a text: the one ruled from Kinshasa, unless only the other is told by its full name or capital. */
function congoOf(text: string): string | null {
  if (!text.includes('Congo')) return null;
  const other = /Brazzaville|(?<!Democratic )Republic of (?:the )?Congo/.test(text);
  return other && !/Kinshasa|Democratic Republic of|\bDRC?\b|\bD\.R\./.test(text) ? 'COG' : 'COD';
}

/** Countries named anywhere in the text: they settle which of several towns is meant. */
function countriesIn(matches: readonly (readonly NameMatch[])[]): Set<string> {
  const countries = new Set<string>();
  for (const { entries } of matches.flat()) {
    for (const { country, kind } of entries) {
      if (country !== null && (kind === 'country' || kind === 'adjective' || kind === 'demonym'))
        countries.add(country);
    }
  }
  return countries;
}
