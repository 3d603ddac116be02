/** Makes mentions of single names: persons, states, bodies, places. */

import type { Group, NameEntry, Person } from '../../knowledge/index.ts';
import { type Draft, draft, headOf } from '../draft.ts';
import { entryOf, type Item, isGeo } from './item.ts';
import { genderOf, localId, type NameType, personNamed } from './naming.ts';
import { isCountryPlace, placeNamed, standingOf } from './places.ts';
import { codeOf, countryOfItem, type Scene } from './scene.ts';
import { sectorInOffice } from './titles.ts';

export class Entities {
  readonly #scene: Scene;

  constructor(scene: Scene) {
    this.#scene = scene;
  }

  /** The one person of the tables meant; a single word ("Biden") only when `called` asks for short forms. */
  personOf(item: Item, country: string | null, called = false): Person | null {
    const { knowledge, date } = this.#scene.context;
    const entry = entryOf(item, 'person');
    if (entry !== null) return knowledge.people.get(entry.id.replace(/^person:/, '')) ?? null;
    const text = this.#scene.textOf(item);
    // A single word is settled by the whole article, not by the tables alone
    if (!called && item.end - item.start === 1) return null;
    const full = personNamed(knowledge, text, country, date);
    if (full !== null) return full;
    if (!called) return null;
    const people = knowledge
      .peopleCalled(text, date)
      .filter((person) => country === null || person.country === country);
    return people.length === 1 ? people[0]! : null;
  }

  /** A person by name; entity and country from the tables when they know exactly one such. */
  person(item: Item, country: string | null): Draft {
    const sentence = this.#scene.sentence;
    const text = this.#scene.textOf(item);
    const known = this.personOf(item, country);
    const person = draft(
      sentence,
      [item.from, item.to],
      headOf(sentence, item.start, item.end),
      'person',
      'actor/name',
    );
    person.gender = genderOf(sentence, item.start, item.end, known);
    if (known !== null && (country === null || known.country === null || known.country === country)) {
      person.name = known.name;
      person.entity = `person:${known.id}`;
      const body = this.#bodyLedBy(known);
      person.country = body === null ? known.country : null;
      person.code = body === null ? codeOf(this.#scene.context.knowledge, known.country) : body.code;
      person.org = body?.name ?? null;
      person.sector = sectorInOffice(this.#scene.context.knowledge, known.id, this.#scene.context.date);
      person.confidence = 0.95;
    } else {
      person.name = text;
      person.entity = localId('person', text);
      person.confidence = this.#scene.typeOf(item)?.confidence ?? 0.7;
    }
    return person;
  }

  /** The body of states that somebody heads on the day: who speaks for the UN speaks for no country. */
  #bodyLedBy(person: Person): Group | null {
    const { knowledge, date } = this.#scene.context;
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

  state(item: Item): Draft {
    const entry = entryOf(item, 'country', 'adjective', 'demonym', 'metonym', 'capital')!;
    const standing = standingOf(this.#scene.sentence, item);
    const adjective = item.kind === 'adjective' || item.kind === 'demonym';
    const asPlace = item.kind === 'country' && isCountryPlace(standing);
    const state = draft(
      this.#scene.sentence,
      [item.from, item.to],
      standing.head,
      asPlace ? 'place' : 'state',
      `actor/${item.kind}`,
    );
    const country = entry.country;
    state.form = adjective ? 'adjective' : 'name';
    state.name =
      country === null ? entry.name : (this.#scene.context.knowledge.countries.get(country)?.name ?? entry.name);
    state.entity = country === null ? entry.id : `state:${country}`;
    state.country = country;
    state.code = entry.code ?? codeOf(this.#scene.context.knowledge, country);
    state.sector = item.kind === 'metonym' ? (entry.sector ?? 'GOV') : null;
    // "Bosnian Serbs", "ethnic Albanians in Serbia": where they live, not what they are called
    if (item.kind === 'demonym' && entry.plural) {
      const home = this.#homeOf(item);
      if (home !== undefined) {
        state.country = home;
        state.code = codeOf(this.#scene.context.knowledge, home);
      }
    }
    // Another word for the people: "Filipinos"
    if (item.kind === 'demonym' && entry.plural)
      Object.assign(state, { kind: 'person', plural: true, sector: 'CVL', entity: null });
    const region =
      asPlace && this.#scene.sentence.tokens[item.end]?.form === ','
        ? this.#scene.index.startingAt(item.end + 1)
        : undefined;
    // "in Jordan, Minnesota": a town called like a country
    if (region?.kind === 'region' && countryOfItem(region) !== country)
      return Object.assign(state, {
        name: entry.surface,
        entity: null,
        country: countryOfItem(region),
        code: null,
        rule: 'place/with-region',
      });
    if (asPlace) state.rule = 'place/country';
    return state;
  }

  /** "Brussels decided": the European Union, in a text that does not tell of Belgium. */
  brussels(item: Item): Draft | null {
    const { knowledge, countries } = this.#scene.context;
    if (this.#scene.textOf(item) !== 'Brussels' || countries.has('BEL')) return null;
    const union = knowledge.groups.get('eu');
    if (union === undefined) return null;
    const head = headOf(this.#scene.sentence, item.start, item.end);
    const made = draft(this.#scene.sentence, [item.from, item.to], head, 'organization', 'capital/union');
    const { name, code } = union;
    return Object.assign(made, { name, code, org: name, entity: 'org:eu', confidence: 0.7 });
  }

  /** "Korea" in a text that does not tell of North Korea: the South, unless a name goes on ("Korea Strait"). */
  korea(item: Item): Draft | null {
    const { knowledge, countries, home } = this.#scene.context;
    if (this.#scene.textOf(item) !== 'Korea') return null;
    if (home !== 'KOR' && countries.has('PRK')) return null;
    if (this.#scene.sentence.tokens[item.end]?.upos === 'PROPN' && !countries.has('KOR')) return null;
    const standing = standingOf(this.#scene.sentence, item);
    const kind = isCountryPlace(standing) ? 'place' : 'state';
    const made = draft(this.#scene.sentence, [item.from, item.to], standing.head, kind, 'actor/short-name');
    const name = knowledge.countries.get('KOR')?.name ?? 'South Korea';
    return Object.assign(made, { name, country: 'KOR', code: 'KOR', entity: 'state:KOR', confidence: 0.7 });
  }

  #homeOf(item: Item): string | null | undefined {
    const { tokens } = this.#scene.sentence;
    const before = this.#scene.index.endingAt(item.start - 1);
    if (before !== undefined && isGeo(before)) return countryOfItem(before);
    const ethnic = tokens[item.start - 1]?.form.toLowerCase() === 'ethnic';
    // "the Albanians of southern Serbia"
    if (!ethnic && tokens[item.end]?.form !== 'of') return undefined;
    if (!/^(?:in|of|from|near)$/.test(tokens[item.end]?.form ?? '')) return null;
    for (let i = item.end + 1; i < item.end + 4; i++) {
      const place = this.#scene.index.startingAt(i);
      if (place !== undefined) return isGeo(place) ? countryOfItem(place) : null;
    }
    return null;
  }

  body(item: Item): Draft {
    const entry = entryOf(item, 'group', 'organisation', 'agency', 'outlet')!;
    const body = draft(
      this.#scene.sentence,
      [item.from, item.to],
      headOf(this.#scene.sentence, item.start, item.end),
      'organization',
      `actor/${entry.kind}`,
    );
    body.name = entry.name;
    const namesake = this.#isNamesake(entry);
    const [country, code] = namesake ? [null, null] : [entry.country, entry.code];
    // "Vietnam's Ministry of Public Security": one such body in every country
    const society = code === 'NGO' && /\bRed (?:Cross|Crescent)$/.test(entry.surface);
    const owner = country === null && (code === null || society) ? this.#ownerOf(item) : null;
    body.entity = owner !== null ? `${entry.id}-${owner.toLowerCase()}` : namesake ? null : entry.id;
    body.country = country ?? owner;
    body.code = (owner === null ? code : null) ?? codeOf(this.#scene.context.knowledge, body.country);
    // A body of states is an actor of its own kind; its courts are courts all the same
    const ofStates =
      /^(?:IGO|UNO|EUR)$/.test(body.code ?? '') &&
      entry.sector !== 'JUD' &&
      (entry.kind === 'group' || entry.sector !== 'MIL');
    body.sector = ofStates
      ? null
      : (entry.sector ?? (entry.kind === 'outlet' || entry.kind === 'agency' ? 'JRN' : null));
    body.org = entry.name;
    return body;
  }

  /** "the Democratic Alliance" in a story of other states: there are several, and nothing says whose. */
  #isNamesake({ ambiguous, country }: NameEntry): boolean {
    const { countries } = this.#scene.context;
    return ambiguous === 'several' && country !== null && countries.size > 0 && !countries.has(country);
  }

  /** The states that a name of several means: "the three Baltic states". None for bodies that act as one. */
  membersOf(item: Item): Draft[] {
    const { knowledge, date } = this.#scene.context;
    const entry = entryOf(item, 'group');
    if (entry === null || entry.code !== null || !/\b(?:states|countries|nations)$|^Baltics$/i.test(entry.surface))
      return [];
    const { sentence } = this.#scene;
    const head = headOf(sentence, item.start, item.end);
    const states = knowledge.membersOf(entry.id.replace(/^org:/, ''), date ?? '9999-12-31') ?? [];
    return states.map((country) =>
      Object.assign(draft(sentence, [item.from, item.to], head, 'state', 'actor/member'), {
        name: knowledge.countries.get(country)?.name ?? country,
        country,
        code: codeOf(knowledge, country),
        entity: `state:${country}`,
        confidence: 0.8,
      }),
    );
  }

  runDraft(item: Item, type: NameType): Draft {
    if (type.kind === 'person') return Object.assign(this.person(item, null), { rule: type.rule });
    const text = this.#scene.textOf(item);
    const made = draft(
      this.#scene.sentence,
      [item.from, item.to],
      headOf(this.#scene.sentence, item.start, item.end),
      type.kind,
      type.rule,
    );
    made.name = text;
    made.confidence = type.confidence;
    if (type.kind === 'organization') {
      made.entity = localId('org', text);
      // "the UN Mission in Freedonia": the body's of states that the name begins with
      const states = item.inside.find(
        (part) => part.start === item.start && /^(?:UNO|EUR|IGO)$/.test(entryOf(part, 'group')?.code ?? ''),
      );
      made.country = states === undefined ? (this.#scene.countryOfBody(item) ?? this.#ownerOf(item)) : null;
      made.code =
        states === undefined
          ? codeOf(this.#scene.context.knowledge, made.country)
          : (entryOf(states, 'group')?.code ?? null);
      made.sector = states === undefined ? type.sector : null;
      made.org = text;
    } else this.#locate(made, item, text);
    return made;
  }

  /** "Lithuanian Parliament", "Israel's Supreme Court": the country right before a body. */
  #ownerOf(item: Item): string | null {
    const { tokens } = this.#scene.sentence;
    const possessive = /^(?:['’]s?|’s)$/.test(tokens[item.start - 1]?.form ?? '');
    const owner = this.#scene.index.endingAt(item.start - (possessive ? 2 : 1));
    if (owner !== undefined && isGeo(owner)) return countryOfItem(owner);
    // "the foreign ministry in Lima"
    const after = /^(?:of|in)$/.test(tokens[item.end]?.form ?? '')
      ? this.#scene.index.startingAt(item.end + 1)
      : undefined;
    return after !== undefined && (after.kind === 'country' || after.kind === 'capital') ? countryOfItem(after) : null;
  }

  /** A place of several capitals: by the gazetteer under its whole name, else in the country named inside it. */
  #locate(made: Draft, item: Item, text: string): void {
    const found = placeNamed(this.#scene.context.knowledge, text, null, this.#scene.context.countries);
    if (found === null) made.country = this.#scene.countryOfBody(item);
    else {
      made.country = found.place.country;
      made.entity = found.place.id;
      made.place = { lat: found.place.lat, lon: found.place.lon };
    }
  }

  place(item: Item, rule: string, confidence: number): Draft {
    const { knowledge, countries, outlet } = this.#scene.context;
    const text = this.#scene.textOf(item);
    const made = draft(
      this.#scene.sentence,
      [item.from, item.to],
      headOf(this.#scene.sentence, item.start, item.end),
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
      return made;
    }
    const entry = entryOf(item, 'capital', 'place', 'region');
    const following = this.#scene.index.startingAt(item.end + 1);
    const comma = this.#scene.sentence.tokens[item.end]?.form === ',';
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
    return made;
  }
}
