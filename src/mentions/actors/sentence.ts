/** Turns the items of one sentence into drafts of mentions: phrases with titles and roles first, then what is left. */

import type { Sector, Sentence, Span } from '../../core/index.ts';
import type { Group, Knowledge, NameEntry, NameMatch, OfficeKind, Person } from '../../knowledge/index.ts';
import { type Draft, draft, headOf } from '../draft.ts';
import { entryOf, type Item, isGeo, itemsOf } from './items.ts';
import { genderOf, localId, type NameType, nameOf, personNamed, typeOfRun } from './naming.ts';
import { ItemIndex, type Phrase, phraseAround } from './phrases.ts';
import { isCountryPlace, placeNamed, readCapital, standingOf } from './places.ts';
import { titleFor } from './titles.ts';
import { UNNAMED } from './words.ts';

export interface SentenceContext {
  readonly knowledge: Knowledge;
  readonly date: string | null;
  readonly outlet: string | null;
  /** Countries the article names, for places of one name. */
  readonly countries: ReadonlySet<string>;
}

/** What a sentence gives: its drafts, and the single names that only the rest of the article can explain. */
export interface ReadSentence {
  readonly sentence: Sentence;
  readonly drafts: Draft[];
  readonly open: readonly OpenName[];
  /** Phrases by their draft, for what refers back. */
  readonly phrases: ReadonlyMap<Draft, Phrase>;
  /** An open name read as a person, and as what its surroundings say (null when they say nothing). */
  asPerson(item: Item): Draft;
  asTyped(item: Item): Draft | null;
}

export interface OpenName {
  readonly item: Item;
  readonly text: string;
}

export function readSentence(
  sentence: Sentence,
  matches: readonly NameMatch[],
  context: SentenceContext,
  taken: readonly boolean[],
): ReadSentence {
  return new SentenceReader(sentence, matches, context, taken).read();
}

class SentenceReader {
  readonly #sentence: Sentence;
  readonly #context: SentenceContext;
  readonly #index: ItemIndex;
  readonly #types = new Map<Item, NameType | null>();
  readonly #used = new Set<Item>();
  readonly #drafts: Draft[] = [];
  readonly #open: OpenName[] = [];
  readonly #phrases = new Map<Draft, Phrase>();

  constructor(sentence: Sentence, matches: readonly NameMatch[], context: SentenceContext, taken: readonly boolean[]) {
    this.#sentence = sentence;
    this.#context = context;
    this.#index = new ItemIndex(itemsOf(sentence, matches, taken));
  }

  read(): ReadSentence {
    const heads = this.#index.items.filter(
      (item) => (item.kind === 'title' || item.kind === 'role') && this.#heads(item),
    );
    // From right to left, so that the last noun of "military police chief" takes the others
    for (const head of heads.reverse()) if (!this.#used.has(head)) this.#readPhrase(head);
    for (const item of this.#index.items) {
      if (item.kind === 'title' || item.kind === 'role' || this.#used.has(item)) continue;
      this.#readItem(item);
    }
    this.#join();
    return {
      sentence: this.#sentence,
      drafts: this.#drafts,
      open: this.#open,
      phrases: this.#phrases,
      asPerson: (item) => this.#person(item, null),
      asTyped: (item) => {
        const type = this.#typeOf(item);
        return type === null ? null : this.#runDraft(item, type);
      },
    };
  }

  /** A role that only modifies another noun ("army base", "police station") is no actor there. */
  #heads(item: Item): boolean {
    const { tokens } = this.#sentence;
    if (/^opposition$/i.test(tokens[item.start]!.form) && tokens[item.end]?.form === 'to') return false;
    const head = headOf(this.#sentence, item.start, item.end);
    const { deprel, head: up } = tokens[head]!;
    if (up < item.end || (deprel !== 'compound' && deprel !== 'amod') || /^\p{Lu}/u.test(tokens[item.start]!.form))
      return true;
    const other = this.#index.at(up);
    return other !== undefined || tokens[up]!.upos === 'PROPN';
  }

  #typeOf(item: Item): NameType | null {
    let type = this.#types.get(item);
    if (type === undefined) {
      type = typeOfRun(this.#sentence, item, this.#context.knowledge);
      this.#types.set(item, type);
    }
    return type;
  }

  // Phrases -----------------------------------------------------------------------------------------------------------

  #readPhrase(head: Item): void {
    const sentence = this.#sentence;
    const isName = (item: Item): boolean => {
      const type = this.#typeOf(item);
      return type === null
        ? item.inside.length === 0 && item.end - item.start <= 4
        : type.kind === 'person' || type.confidence <= 0.5;
    };
    const isRunBody = (item: Item): boolean => this.#typeOf(item)?.kind === 'organization';
    const phrase = phraseAround(sentence, head, this.#index, isName, isRunBody);
    const entry = this.#entryOfHead(phrase);
    const name = entry.plural || entry.type === 'body' || this.#classOf(entry) === 'body' ? null : phrase.name;
    const end = phrase.name !== null && name === null ? phrase.name.start : phrase.end;
    const start = Math.min(phrase.start, head.start);
    const span: Span = [sentence.tokens[start]!.start, sentence.tokens[end - 1]!.end];
    const item = draft(sentence, span, headOf(sentence, start, end), 'person', `actor/${head.kind}`);
    for (const inner of [head, ...phrase.more, ...phrase.roles]) this.#used.add(inner);
    this.#describe(item, phrase, entry);
    this.#phrases.set(item, phrase);
    this.#drafts.push(item);
    if (name !== null) this.#named(item, name);
    this.#split(item, phrase);
  }

  /** The title that fits the country named around it. */
  #entryOfHead(phrase: Phrase): NameEntry {
    const before = [...phrase.geos, ...phrase.bodies]
      .map((item) => (isGeo(item) ? countryOfItem(item) : this.#countryOfBody(item)))
      .find((one) => one !== null);
    const after = phrase.after !== null && isGeo(phrase.after) ? countryOfItem(phrase.after) : null;
    return titleFor(
      this.#context.knowledge,
      phrase.head,
      this.#textOf(phrase.head),
      before ?? after ?? this.#ownerWithin(phrase.head)?.entry.country ?? null,
    );
  }

  #classOf(entry: NameEntry): string | null {
    return entry.kind === 'role' ? (this.#context.knowledge.role(entry.name)?.class ?? null) : null;
  }

  #describe(item: Draft, phrase: Phrase, entry: NameEntry): void {
    const { knowledge } = this.#context;
    const country = this.#countryOf(phrase, entry);
    const body = this.#bodyOf(phrase);
    const cls = this.#classOf(entry);
    item.form = 'nominal';
    item.plural = entry.plural;
    item.country = country;
    item.role = this.#roleOf(phrase, entry, country);
    item.office = entry.kind === 'title' ? this.#officeOf(phrase, entry, country) : null;
    // "the top US diplomat"
    if (
      item.office === null &&
      entry.name === 'diplomat' &&
      !entry.plural &&
      phrase.adjectives.some((word) => word === 'top' || word === 'chief')
    )
      item.office = 'fm';
    item.org = body?.org ?? this.#smallBody(phrase)?.name ?? null;
    const within = country === null ? this.#ownerWithin(phrase.head) : null;
    item.code = codeOf(knowledge, country) ?? body?.code ?? within?.entry.code ?? entry.code;
    item.org ??= within?.entry.name ?? null;
    item.sector = phrase.former && cls !== 'body' ? 'ELI' : this.#sectorOf(phrase, entry, cls, body?.sector ?? null);
    item.definite = phrase.determiner === 'definite';
    if (cls === 'body' || COLLECTIVE_BODIES.has(entry.name)) {
      item.kind = 'organization';
      if (
        country !== null &&
        entry.sector === 'GOV' &&
        /^(?:government|administration|authority|regime|leadership|cabinet)$/.test(entry.name)
      )
        item.entity = `state:${country}`;
    }
    const unnamed = phrase.adjectives.some((word) => UNNAMED.has(word));
    item.anonymous =
      cls === 'official' && (unnamed || phrase.determiner !== 'definite') && item.office === null && !item.definite;
  }

  /** Nearest country before the head, else of the possessor, the phrase after it, its bodies, the title itself. */
  #countryOf(phrase: Phrase, entry: NameEntry): string | null {
    // "Albanian rebels in Macedonia" fight there, whatever they are called
    if (entry.sector === 'REB' && phrase.afterWord === 'in' && phrase.after?.kind === 'country')
      return countryOfItem(phrase.after);
    const geo = phrase.geos.map((item) => countryOfItem(item)).find((country) => country !== null);
    if (geo !== undefined) return geo;
    if (entry.country !== null) return entry.country;
    const within = this.#ownerWithin(phrase.head);
    if (within !== null) return within.entry.country;
    const bodies = phrase.bodies.map((item) => this.#countryOfBody(item)).find((country) => country !== null);
    if (bodies !== undefined) return bodies;
    if (phrase.after !== null && phrase.afterWord !== 'with') {
      const after = isGeo(phrase.after) ? countryOfItem(phrase.after) : this.#countryOfBody(phrase.after);
      if (after !== null) return after;
      if (isGeo(phrase.after) && phrase.after.kind !== 'water') {
        const place = placeNamed(this.#context.knowledge, this.#textOf(phrase.after), null, this.#context.countries);
        if (place !== null) return place.place.country;
      }
    }
    if (phrase.person !== null) return this.#personOf(phrase.person, null)?.country ?? null;
    return this.#smallBody(phrase)?.country ?? null;
  }

  /** "US President", "Kremlin spokesman", written as one title: whose it begins with. */
  #ownerWithin(head: Item): { entry: NameEntry; words: number } | null {
    const words = this.#sentence.tokens.slice(head.start, head.end).map((token) => token.form);
    for (let n = Math.min(3, words.length - 1); n > 0; n--) {
      const entry = this.#context.knowledge.matcher
        .lookup(words.slice(0, n).join(' '))
        .find(
          (one) =>
            (one.country !== null && /^(?:country|adjective|metonym|organisation|capital)$/.test(one.kind)) ||
            (one.kind === 'group' && one.code !== null),
        );
      if (entry !== undefined) return { entry, words: n };
    }
    return null;
  }

  /** "a state department official" in small letters: the body of that name, when it is one country's. */
  #smallBody(phrase: Phrase): NameEntry | null {
    const { head } = phrase;
    const words = this.#sentence.tokens
      .slice(Math.max(phrase.start, head.start - 2), head.start)
      .map((token) => token.form);
    if (words.length < 2 || words.some((word) => !/^\p{Ll}{4,}$/u.test(word))) return null;
    const name = words.map((word) => word[0]!.toUpperCase() + word.slice(1)).join(' ');
    return (
      this.#context.knowledge.matcher
        .lookup(name)
        .find((entry) => entry.kind === 'organisation' && entry.country !== null) ?? null
    );
  }

  #countryOfBody(item: Item): string | null {
    if (item.kind !== 'run')
      return entryOf(item, 'metonym', 'organisation', 'group', 'agency', 'outlet')?.country ?? null;
    return item.inside.map((inner) => countryOfItem(inner)).find((country) => country !== null) ?? null;
  }

  #bodyOf(phrase: Phrase): { org: string | null; code: string | null; sector: Sector | null } | null {
    const item = phrase.bodies[0] ?? (phrase.after !== null && !isGeo(phrase.after) ? phrase.after : null);
    if (item === null || item === undefined) return null;
    if (item.kind === 'run') {
      return { org: this.#textOf(item), code: null, sector: this.#typeOf(item)?.sector ?? null };
    }
    const entry = entryOf(item, 'metonym', 'group', 'organisation', 'agency', 'outlet')!;
    return { org: entry.kind === 'metonym' ? null : entry.name, code: entry.code, sector: entry.sector };
  }

  #officeOf(phrase: Phrase, entry: NameEntry, country: string | null): OfficeKind | null {
    return this.#context.knowledge.officeOf(this.#textOf(phrase.head), country) ?? entry.office;
  }

  #roleOf(phrase: Phrase, entry: NameEntry, country: string | null): string {
    const owner = entry.kind === 'title' ? this.#ownerWithin(phrase.head) : null;
    if (owner !== null) {
      const rest = nameOf(this.#sentence, phrase.head.start + owner.words, phrase.head.end);
      const own = this.#context.knowledge.matcher
        .lookup(rest)
        .find((other) => other.kind === 'title' && (other.country === null || other.country === country));
      return own?.name ?? rest;
    }
    if (entry.kind === 'title' && entry.office !== null && country !== null) {
      const own = phrase.head.entries.find((other) => other.kind === 'title' && other.country === country);
      if (own !== undefined) return own.name;
    }
    return (
      [...phrase.roles].reverse().reduce((text, role) => `${text}${entryOf(role, 'role')?.name ?? ''} `, '') +
      entry.name
    );
  }

  /** The most telling of the head's, its modifiers' and its body's sector. */
  #sectorOf(phrase: Phrase, entry: NameEntry, cls: string | null, body: Sector | null): Sector | null {
    const own = entry.sector;
    const modifiers = phrase.roles.map((item) => entryOf(item, 'role')?.sector ?? null);
    const words = phrase.adjectives.map((word) => SECTOR_WORDS[word] ?? null);
    const specific = [...modifiers, ...words, body].find((sector) => sector !== null && sector !== 'GOV');
    const general = own === null || (own === 'GOV' && (cls === 'official' || cls === 'body' || entry.office === null));
    if (general && specific !== undefined && specific !== null && entry.office === null) return specific;
    return (
      own ??
      modifiers.find((sector) => sector !== null) ??
      body ??
      (phrase.geos.length > 0 && cls === 'official' ? 'GOV' : null)
    );
  }

  /** Gives a phrase the person that goes with it, and the bare name a mention of its own inside. */
  #named(item: Draft, name: Item): void {
    this.#used.add(name);
    const inner = this.#person(name, item.country);

    item.form = 'title';
    item.kind = 'person';
    item.plural = false;
    item.anonymous = false;
    item.name = inner.name;
    item.entity = inner.entity;
    item.gender = inner.gender;
    if (item.code === null) {
      item.country ??= inner.country;
      item.code = inner.country === item.country ? inner.code : codeOf(this.#context.knowledge, item.country);
      item.org ??= inner.org;
    }
    item.confidence = inner.confidence;
    item.definite = false;
    inner.country = item.country;
    inner.code = item.code;
    inner.role = item.role;
    inner.office = item.office;
    inner.sector = item.sector;
    inner.org = item.org;
    item.inner = inner;
    this.#drafts.push(inner);
  }

  /** "Hungarian and Romanian officials": one actor for each country, and the phrase for all of them. */
  #split(item: Draft, phrase: Phrase): void {
    const geos = phrase.geos.filter((geo) => geo.kind !== 'place' && geo.kind !== 'region' && geo.kind !== 'water');
    const countries = new Set(geos.map(countryOfItem));
    for (const geo of [...phrase.geos, ...phrase.bodies]) {
      this.#used.add(geo);
      this.#readItem(geo);
      const inner = this.#drafts[this.#drafts.length - 1];
      if (inner === undefined || countries.size < 2 || !geos.includes(geo)) continue;
      Object.assign(inner, {
        sector: item.sector,
        role: item.role,
        plural: item.plural,
        kind: item.kind,
        entity: null,
        name: null,
      });
      item.members.push(inner);
    }
    item.members.sort((a, b) => a.span[0] - b.span[0]);
    if (countries.size > 1) Object.assign(item, { country: null, code: null, plural: true });
  }

  // Names -------------------------------------------------------------------------------------------------------------

  #textOf(item: Item): string {
    return nameOf(this.#sentence, item.start, item.end);
  }

  #personOf(item: Item, country: string | null): Person | null {
    const { knowledge, date } = this.#context;
    const entry = entryOf(item, 'person');
    if (entry !== null) return knowledge.people.get(entry.id.replace(/^person:/, '')) ?? null;
    const text = this.#textOf(item);
    const full = personNamed(knowledge, text, country, date);
    if (full !== null) return full;
    const called = knowledge
      .peopleCalled(text, date)
      .filter((person) => country === null || person.country === country);
    return called.length === 1 ? called[0]! : null;
  }

  /** A person by name; entity and country from the tables when they know exactly one such. */
  #person(item: Item, country: string | null): Draft {
    const sentence = this.#sentence;
    const text = this.#textOf(item);
    const known = this.#personOf(item, country);
    const person = draft(
      sentence,
      [item.from, item.to],
      headOf(sentence, item.start, item.end),
      'person',
      'actor/name',
    );
    person.gender = genderOf(sentence, item.start, known);
    if (known !== null && (country === null || known.country === null || known.country === country)) {
      person.name = known.name;
      person.entity = `person:${known.id}`;
      const body = this.#bodyLedBy(known);
      person.country = body === null ? known.country : null;
      person.code = body === null ? codeOf(this.#context.knowledge, known.country) : body.code;
      person.org = body?.name ?? null;
      person.sector = this.#sectorOfPerson(known);
      person.confidence = 0.95;
    } else {
      person.name = text;
      person.entity = localId('person', text);
      person.confidence = this.#typeOf(item)?.confidence ?? 0.7;
    }
    return person;
  }

  /** The body of states that somebody heads on the day: who speaks for the UN speaks for no country. */
  #bodyLedBy(person: Person): Group | null {
    const { knowledge, date } = this.#context;
    const terms = knowledge
      .termsOf(person.id)
      .filter(
        (term) =>
          term.kind === 'term' &&
          (date === null ||
            ((term.from ?? '') <= date && (term.to === null || date.slice(0, term.to.length) <= term.to))),
      );
    if (terms.some((term) => knowledge.countries.has(term.who))) return null;
    const term = terms.find((one) => knowledge.groups.has(one.who));
    return term === undefined ? null : knowledge.groups.get(term.who)!;
  }

  /** In office on the day: the office's sector; before or after it: none, or former elite. */
  #sectorOfPerson(person: Person): Sector | null {
    const { knowledge, date } = this.#context;
    const terms = knowledge.termsOf(person.id).filter((term) => term.kind === 'term');
    if (terms.length === 0) return knowledge.termsOf(person.id).length > 0 ? 'GOV' : null;
    if (date === null) return 'GOV';
    if (
      terms.some((term) => (term.from ?? '') <= date && (term.to === null || date.slice(0, term.to.length) <= term.to))
    )
      return 'GOV';
    return terms.some((term) => term.to !== null && term.to < date) ? 'ELI' : null;
  }

  #readItem(item: Item): void {
    const sentence = this.#sentence;
    switch (item.kind) {
      case 'country':
      case 'adjective':
      case 'demonym':
      case 'metonym':
        this.#drafts.push(this.#state(item));
        return;
      case 'capital': {
        const { reading, rule, confidence } = readCapital(sentence, item, this.#index);
        if (reading === 'place') this.#place(item, rule, confidence);
        else {
          const state = this.#state(item);
          this.#drafts.push(Object.assign(state, { rule, confidence, sector: 'GOV', form: 'name' }));
        }
        return;
      }
      case 'group':
      case 'organisation':
      case 'outlet':
      case 'agency':
        this.#drafts.push(this.#body(item));
        return;
      case 'person':
        this.#drafts.push(this.#person(item, null));
        return;
      case 'run':
        this.#run(item);
        return;
      case 'place':
      case 'region':
      case 'water':
        this.#place(item, `place/${item.kind}`, 0.85);
        return;
      default:
    }
  }

  #state(item: Item): Draft {
    const entry = entryOf(item, 'country', 'adjective', 'demonym', 'metonym', 'capital')!;
    const standing = standingOf(this.#sentence, item);
    const adjective = item.kind === 'adjective' || item.kind === 'demonym';
    const asPlace = item.kind === 'country' && isCountryPlace(standing);
    const state = draft(
      this.#sentence,
      [item.from, item.to],
      standing.head,
      asPlace ? 'place' : 'state',
      `actor/${item.kind}`,
    );
    const country = entry.country;
    state.form = adjective ? 'adjective' : 'name';
    state.name = country === null ? entry.name : (this.#context.knowledge.countries.get(country)?.name ?? entry.name);
    state.entity = country === null ? entry.id : `state:${country}`;
    state.country = country;
    state.code = entry.code ?? codeOf(this.#context.knowledge, country);
    state.sector = item.kind === 'metonym' ? (entry.sector ?? 'GOV') : null;
    // "Bosnian Serbs", "ethnic Albanians in Serbia": where they live, not what they are called
    if (item.kind === 'demonym' && entry.plural) {
      const home = this.#homeOf(item);
      if (home !== undefined) {
        state.country = home;
        state.code = codeOf(this.#context.knowledge, home);
      }
    }
    // Another word for the people: "Filipinos"
    if (item.kind === 'demonym' && entry.plural)
      Object.assign(state, { kind: 'person', plural: true, sector: 'CVL', entity: null });
    if (asPlace && country !== null) {
      const capital = this.#context.knowledge.capitalOf(country);
      if (capital !== null) state.place = null;
      state.rule = 'place/country';
    }
    return state;
  }

  #homeOf(item: Item): string | null | undefined {
    const { tokens } = this.#sentence;
    const before = this.#index.endingAt(item.start - 1);
    if (before !== undefined && isGeo(before)) return countryOfItem(before);
    const ethnic = tokens[item.start - 1]?.form.toLowerCase() === 'ethnic';
    // "the Albanians of southern Serbia"
    if (!ethnic && tokens[item.end]?.form !== 'of') return undefined;
    if (!/^(?:in|of|from|near)$/.test(tokens[item.end]?.form ?? '')) return null;
    for (let i = item.end + 1; i < item.end + 4; i++) {
      const place = this.#index.startingAt(i);
      if (place !== undefined) return isGeo(place) ? countryOfItem(place) : null;
    }
    return null;
  }

  #body(item: Item): Draft {
    const entry = entryOf(item, 'group', 'organisation', 'agency', 'outlet')!;
    const body = draft(
      this.#sentence,
      [item.from, item.to],
      headOf(this.#sentence, item.start, item.end),
      'organization',
      `actor/${entry.kind}`,
    );
    body.name = entry.name;
    // "Vietnam's Ministry of Public Security": one such body in every country
    const owner = entry.country === null && entry.code === null ? this.#ownerOf(item) : null;
    body.entity = owner === null ? entry.id : `${entry.id}-${owner.toLowerCase()}`;
    body.country = entry.country ?? owner;
    body.code = entry.code ?? codeOf(this.#context.knowledge, body.country);
    body.sector = entry.sector ?? (entry.kind === 'outlet' || entry.kind === 'agency' ? 'JRN' : null);
    body.org = entry.name;
    return body;
  }

  #run(item: Item): void {
    const type = this.#typeOf(item);
    if (type === null || (item.end - item.start === 1 && type.confidence <= 0.6)) {
      // A single name is settled by the rest of the article first
      this.#open.push({ item, text: this.#textOf(item) });
      return;
    }
    this.#drafts.push(this.#runDraft(item, type));
  }

  #runDraft(item: Item, type: NameType): Draft {
    if (type.kind === 'person') return Object.assign(this.#person(item, null), { rule: type.rule });
    const text = this.#textOf(item);
    const made = draft(
      this.#sentence,
      [item.from, item.to],
      headOf(this.#sentence, item.start, item.end),
      type.kind,
      type.rule,
    );
    made.name = text;
    made.confidence = type.confidence;
    if (type.kind === 'organization') {
      made.entity = localId('org', text);
      made.country = this.#countryOfBody(item) ?? this.#ownerOf(item);
      made.code = codeOf(this.#context.knowledge, made.country);
      made.sector = type.sector;
      made.org = text;
    } else this.#locate(made, item, text);
    return made;
  }

  /** "Lithuanian Parliament", "Israel's Supreme Court": the country right before a body. */
  #ownerOf(item: Item): string | null {
    const { tokens } = this.#sentence;
    const possessive = /^(?:['’]s?|’s)$/.test(tokens[item.start - 1]?.form ?? '');
    const owner = this.#index.endingAt(item.start - (possessive ? 2 : 1));
    if (owner !== undefined && isGeo(owner)) return countryOfItem(owner);
    const after = tokens[item.end]?.form === 'of' ? this.#index.startingAt(item.end + 1) : undefined;
    return after !== undefined && (after.kind === 'country' || after.kind === 'capital') ? countryOfItem(after) : null;
  }

  /** A place of several capitals: by the gazetteer under its whole name, else in the country named inside it. */
  #locate(made: Draft, item: Item, text: string): void {
    const found = placeNamed(this.#context.knowledge, text, null, this.#context.countries);
    if (found === null) made.country = this.#countryOfBody(item);
    else {
      made.country = found.place.country;
      made.entity = found.place.id;
      made.place = { lat: found.place.lat, lon: found.place.lon };
    }
  }

  #place(item: Item, rule: string, confidence: number): void {
    const { knowledge, countries, outlet } = this.#context;
    const text = this.#textOf(item);
    const made = draft(
      this.#sentence,
      [item.from, item.to],
      headOf(this.#sentence, item.start, item.end),
      'place',
      rule,
    );
    made.name = text;
    made.confidence = confidence;
    if (item.kind === 'water') {
      const waters = item.entries.filter((entry) => entry.kind === 'water');
      const water = knowledge.water(text, outlet);
      made.name = water?.name ?? (waters.length === 1 ? waters[0]!.name : text);
      made.entity =
        water === null ? (waters.length === 1 ? waters[0]!.id : null) : `water:${water.id.replace(/^water:/, '')}`;
      this.#drafts.push(made);
      return;
    }
    const entry = entryOf(item, 'capital', 'place', 'region');
    const following = this.#index.startingAt(item.end + 1);
    const comma = this.#sentence.tokens[item.end]?.form === ',';
    const beside =
      comma &&
      following !== undefined &&
      isGeo(following) &&
      (following.kind === 'region' || following.kind === 'country' || following.kind === 'adjective')
        ? countryOfItem(following)
        : null;
    const own = item.kind === 'capital' && beside === null ? (entryOf(item, 'capital')?.country ?? null) : null;
    const found =
      item.kind === 'region' && entryOf(item, 'place') === null
        ? null
        : placeNamed(knowledge, text, beside ?? own, countries);
    if (found !== null) {
      made.country = found.place.country;
      made.entity = found.place.id;
      made.name = found.place.name;
      made.place = { lat: found.place.lat, lon: found.place.lon };
      made.confidence = Math.min(confidence, found.confidence);
    } else {
      made.country = beside ?? entry?.country ?? null;
      made.entity = beside === null ? (entry?.id ?? null) : null;
      made.name = entry?.name ?? text;
    }
    this.#drafts.push(made);
  }

  // Appositions -------------------------------------------------------------------------------------------------------

  /** "Jane Doe, the Czech foreign minister," and "the Czech official, Jane Doe,": one person, two mentions. */
  #join(): void {
    const { tokens } = this.#sentence;
    const names = this.#drafts.filter((item) => item.kind === 'person' && item.form === 'name');
    for (const [item, phrase] of this.#phrases) {
      if (item.form === 'title' || item.plural || item.kind !== 'person') continue;
      const from =
        tokens[phrase.start - 1]?.upos === 'DET' || phrase.pronoun === phrase.start - 1
          ? phrase.start - 1
          : phrase.start;
      const before = names.find((name) => tokens[from - 1]?.form === ',' && name.span[1] === tokens[from - 2]?.end);
      const after = names.find(
        (name) => tokens[phrase.end]?.form === ',' && name.span[0] === tokens[phrase.end + 1]?.start,
      );
      const name = before ?? (isClosed(tokens[phrase.end + 1]?.form) ? undefined : after);
      if (name === undefined || (name.country !== null && item.country !== null && name.country !== item.country))
        continue;
      if (before !== undefined && !closesPhrase(tokens[phrase.end]?.form)) continue;
      if (after === name && before === undefined && !this.#closesAfter(name)) continue;
      name.country ??= item.country;
      name.code ??= item.code;
      name.role ??= item.role;
      name.office ??= item.office;
      name.sector = item.sector ?? name.sector;
      name.org ??= item.org;
      Object.assign(item, {
        name: name.name,
        entity: name.entity,
        country: name.country,
        code: name.code,
        gender: name.gender,
        anonymous: false,
      });
      item.antecedent = name;
      item.rule = 'actor/apposition';
    }
  }

  #closesAfter(name: Draft): boolean {
    const next = this.#sentence.tokens.find((token) => token.start >= name.span[1]);
    return next === undefined || closes(next.form);
  }
}

const closes = (form: string | undefined): boolean =>
  form === undefined || /^(?:[,.;:)”"’—–-]|who|and|in|on|at|to|said|told|whose)$/.test(form);
const closesPhrase = (form: string | undefined): boolean =>
  form === undefined || /^(?:[,.;:)”"’—–-]|who|whose)$/.test(form);
const isClosed = (form: string | undefined): boolean => form === undefined;

/** Role nouns that name a body rather than its people. */
const COLLECTIVE_BODIES = new Set(
  'army military navy marines police media press newspaper magazine broadcaster militia coalition opposition group party company firm bank court tribunal parliament congress senate assembly legislature union council commission committee agency guard judiciary airline church university hospital'.split(
    ' ',
  ),
);

/** Words that give a role its sector without being roles themselves. */
const SECTOR_WORDS: Readonly<Record<string, Sector>> = {
  military: 'MIL',
  army: 'MIL',
  naval: 'MIL',
  defence: 'MIL',
  rebel: 'REB',
  guerrilla: 'REB',
  insurgent: 'REB',
  separatist: 'REB',
  opposition: 'OPP',
  dissident: 'OPP',
  police: 'COP',
  judicial: 'JUD',
  court: 'JUD',
  legislative: 'LEG',
  parliamentary: 'LEG',
  congressional: 'LEG',
  party: 'PTY',
  union: 'LAB',
  labor: 'LAB',
  labour: 'LAB',
  business: 'BUS',
  corporate: 'BUS',
  religious: 'REL',
  church: 'REL',
  student: 'EDU',
  university: 'EDU',
  medical: 'MED',
  health: 'GOV',
  intelligence: 'SPY',
  militia: 'PRM',
  paramilitary: 'PRM',
};

export function countryOfItem(item: Item): string | null {
  const entry = entryOf(item, 'country', 'adjective', 'demonym', 'capital', 'metonym', 'place', 'region');
  return entry?.country ?? null;
}

export const codeOf = (knowledge: Knowledge, country: string | null): string | null =>
  country === null ? null : (knowledge.countries.get(country)?.code ?? country);
