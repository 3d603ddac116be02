/** Says of a phrase around a title or role whose it is: country, body, office, role, sector. */

import type { Sector } from '../../core/index.ts';
import type { Group, NameEntry, OfficeKind } from '../../knowledge/index.ts';
import type { Draft } from '../draft.ts';
import type { Entities } from './entities.ts';
import { entryOf, type Item, isGeo } from './item.ts';
import { nameOf } from './naming.ts';
import type { Phrase } from './phrases.ts';
import { placeNamed } from './places.ts';
import { codeOf, countryOfItem, type Scene } from './scene.ts';
import { titleFor } from './titles.ts';
import { UNNAMED } from './words.ts';

/** Words before "parties" that leave them the sides of a quarrel or a contract. */
const SIDED =
  /^(?:all|both|other|relevant|concerned|warring|conflicting|opposing|rival|contracting|involved|interested|two|three|four)$/i;

export class Describer {
  readonly #scene: Scene;
  readonly #entities: Entities;

  constructor(scene: Scene, entities: Entities) {
    this.#scene = scene;
    this.#entities = entities;
  }

  /** The title that fits the country named around it. */
  entryOfHead(phrase: Phrase): NameEntry {
    const before = [...phrase.geos, ...phrase.bodies]
      .map((item) => (isGeo(item) ? countryOfItem(item) : this.#scene.countryOfBody(item)))
      .find((one) => one !== null);
    const after = phrase.after !== null && isGeo(phrase.after) ? countryOfItem(phrase.after) : null;
    return titleFor(
      this.#scene.context.knowledge,
      phrase.head,
      this.#scene.textOf(phrase.head),
      before ?? after ?? this.#ownerWithin(phrase.head)?.entry.country ?? null,
    );
  }

  classOf(entry: NameEntry): string | null {
    return entry.kind === 'role' ? (this.#scene.context.knowledge.role(entry.name)?.class ?? null) : null;
  }

  describe(item: Draft, phrase: Phrase, entry: NameEntry): void {
    const { knowledge } = this.#scene.context;
    const country = this.#countryOf(phrase, entry);
    const body = this.#bodyOf(phrase);
    const cls = this.classOf(entry);
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
    const commission = country === null && body === null ? this.#commission(phrase) : null;
    item.code = codeOf(knowledge, country) ?? body?.code ?? within?.entry.code ?? commission?.code ?? entry.code;
    item.org ??= within?.entry.name ?? commission?.name ?? null;
    item.sector = phrase.former && cls !== 'body' ? 'ELI' : this.#sectorOf(phrase, entry, cls, body?.sector ?? null);
    item.definite = phrase.determiner === 'definite';
    if (cls === 'body' || COLLECTIVE_BODIES.has(entry.name.slice(entry.name.lastIndexOf(' ') + 1))) {
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
    const bodies = phrase.bodies.map((item) => this.#scene.countryOfBody(item)).find((country) => country !== null);
    if (bodies !== undefined) return bodies;
    // "its consul in Lagos": where somebody is sent is not who sent him
    const posted =
      phrase.afterWord === 'in' &&
      (phrase.pronoun >= 0 ||
        /^(?:ambassador|consul|envoy|attaché|delegation|delegate|mediator|negotiator)s?$/.test(entry.name));
    // "the Special Envoy for Freedonia": whom somebody else sent to deal with it
    const dealsWith = phrase.afterWord === 'for' && phrase.after?.kind === 'country' && this.#isSentFor(phrase);
    if (phrase.after !== null && phrase.afterWord !== 'with' && !posted && !dealsWith) {
      const after = isGeo(phrase.after) ? countryOfItem(phrase.after) : this.#scene.countryOfBody(phrase.after);
      if (after !== null) return after;
      if (isGeo(phrase.after) && phrase.after.kind !== 'water') {
        const place = placeNamed(
          this.#scene.context.knowledge,
          this.#scene.textOf(phrase.after),
          null,
          this.#scene.context.countries,
        );
        if (place !== null) return place.place.country;
      }
    }
    // "the envoy of the bloc, Lao diplomat Jane Doe" speaks for the bloc
    if (this.#bodyOf(phrase)?.code != null) return null;
    if (phrase.person !== null) return this.#entities.personOf(phrase.person, null, true)?.country ?? null;
    return this.#smallBody(phrase)?.country ?? null;
  }

  #isSentFor(phrase: Phrase): boolean {
    const words = `${phrase.adjectives.join(' ')} ${this.#scene.textOf(phrase.head)}`.toLowerCase();
    return /\b(?:envoy|coordinator|co-ordinator|rapporteur|mediator)$|\b(?:special|personal|resident) (?:\S+ )?(?:representative|adviser|advisor|expert)$/.test(
      words,
    );
  }

  /** "US President", "Kremlin spokesman", written as one title: whose it begins with. */
  #ownerWithin(head: Item): { entry: NameEntry; words: number } | null {
    const words = this.#scene.sentence.tokens.slice(head.start, head.end).map((token) => token.form);
    for (let n = Math.min(3, words.length - 1); n > 0; n--) {
      const entry = this.#scene.context.knowledge.matcher
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

  /** "a Commission spokesperson" in an article about the European Union. */
  #commission(phrase: Phrase): Group | null {
    const { sentence, context } = this.#scene;
    const before = sentence.tokens[phrase.head.start - 1];
    if (!context.union || before?.form !== 'Commission') return null;
    const inside = sentence.tokens[phrase.head.start - 2];
    if (inside !== undefined && phrase.head.start > 1 && /^\p{Lu}/u.test(inside.form) && phrase.head.start - 2 > 0)
      return null;
    return context.knowledge.groups.get('eu-commission') ?? null;
  }

  /** "a state department official" in small letters: the body of that name, when it is one country's. */
  #smallBody(phrase: Phrase): NameEntry | null {
    const { head } = phrase;
    const words = this.#scene.sentence.tokens
      .slice(Math.max(phrase.start, head.start - 2), head.start)
      .map((token) => token.form);
    if (words.length < 2 || words.some((word) => !/^\p{Ll}{4,}$/u.test(word))) return null;
    const name = words.map((word) => word[0]!.toUpperCase() + word.slice(1)).join(' ');
    return (
      this.#scene.context.knowledge.matcher
        .lookup(name)
        .find((entry) => entry.kind === 'organisation' && entry.country !== null) ?? null
    );
  }

  #bodyOf(phrase: Phrase): { org: string | null; code: string | null; sector: Sector | null } | null {
    const item = phrase.bodies[0] ?? (phrase.after !== null && !isGeo(phrase.after) ? phrase.after : null);
    if (item === null || item === undefined) return null;
    if (item.kind === 'run') {
      return { org: this.#scene.textOf(item), code: null, sector: this.#scene.typeOf(item)?.sector ?? null };
    }
    const entry = entryOf(item, 'metonym', 'group', 'organisation', 'agency', 'outlet')!;
    return { org: entry.kind === 'metonym' ? null : entry.name, code: entry.code, sector: entry.sector };
  }

  #officeOf(phrase: Phrase, entry: NameEntry, country: string | null): OfficeKind | null {
    return this.#scene.context.knowledge.officeOf(this.#scene.textOf(phrase.head), country) ?? entry.office;
  }

  #roleOf(phrase: Phrase, entry: NameEntry, country: string | null): string {
    const owner = entry.kind === 'title' ? this.#ownerWithin(phrase.head) : null;
    if (owner !== null) {
      const rest = nameOf(this.#scene.sentence, phrase.head.start + owner.words, phrase.head.end);
      const own = this.#scene.context.knowledge.matcher
        .lookup(rest)
        .find((other) => other.kind === 'title' && (other.country === null || other.country === country));
      return own?.name ?? rest;
    }
    if (entry.kind === 'title' && entry.office !== null && country !== null) {
      const own = phrase.head.entries.find((other) => other.kind === 'title' && other.country === country);
      if (own !== undefined) return own.name;
    }
    // A title whose holders are not followed keeps the text's own words
    if (entry.kind === 'title' && (entry.office === null || entry.office === 'min'))
      return this.#scene.textOf(phrase.head);
    return (
      [...phrase.roles].reverse().reduce((text, role) => `${text}${entryOf(role, 'role')?.name ?? ''} `, '') +
      entry.name
    );
  }

  /** The most telling of the head's, its modifiers' and its body's sector. */
  #sectorOf(phrase: Phrase, entry: NameEntry, cls: string | null, body: Sector | null): Sector | null {
    // "Chile's chief": who leads a state
    const heads = entry.name === 'chief' && phrase.geos.length > 0 && phrase.roles.length + phrase.bodies.length === 0;
    // "all parties", "the warring parties": sides, unless something makes them political ones
    const sides =
      entry.name === 'party' &&
      /^parties$/i.test(this.#scene.textOf(phrase.head)) &&
      phrase.roles.length + phrase.bodies.length + phrase.geos.length === 0 &&
      phrase.adjectives.every((word) => SIDED.test(word));
    if (sides) return null;
    const own = heads && phrase.adjectives.length === 0 ? 'GOV' : entry.sector;
    const modifiers = phrase.roles.map((item) => entryOf(item, 'role')?.sector ?? null);
    const words = phrase.adjectives.map((word) => SECTOR_WORDS[word] ?? null);
    // "the military government", "the Sandinista government" govern; "the rebel administration" does not
    const governs = own === 'GOV' && /^(?:government|regime|junta|administration|cabinet)$/.test(entry.name);
    const specific = [...modifiers, ...words, body].find(
      (sector) => sector !== null && sector !== 'GOV' && (!governs || sector === 'REB'),
    );
    const general = own === null || (own === 'GOV' && (cls === 'official' || cls === 'body' || entry.office === null));
    if (general && specific !== undefined && specific !== null && entry.office === null) return specific;
    return (
      own ??
      modifiers.find((sector) => sector !== null) ??
      body ??
      (phrase.geos.length > 0 && cls === 'official' ? 'GOV' : null)
    );
  }
}

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
