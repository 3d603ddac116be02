/** What Chancery knows beforehand: names, offices, groups, ladders, places. One interface for all rooms below. */

import type { Sector } from '../core/index.ts';

export type NameKind =
  | 'country'
  | 'adjective'
  | 'demonym'
  | 'capital'
  | 'metonym'
  | 'group'
  | 'organisation'
  | 'outlet'
  | 'agency'
  | 'person'
  | 'title'
  | 'role'
  | 'place'
  | 'region'
  | 'water';

/** Why a name alone does not settle what it names; null when it does. */
export type Ambiguity = 'person' | 'place' | 'word' | 'several' | null;

/** One thing that a run of words may name. Several entries on the same words are readings to choose from. */
export interface NameEntry {
  readonly kind: NameKind;
  /**
   * Entity id: "state:USA", "org:asean", "person:antony-blinken", "place:hanoi", "water:south-china-sea".
   * Titles and roles have no entity: "title:fm", "role:lawmaker".
   */
  readonly id: string;
  /** Canonical name: "United States", "ASEAN", "Antony Blinken", "Secretary of State". */
  readonly name: string;
  /** The words of the table that matched, as written there. */
  readonly surface: string;
  /** ISO 3166-1 alpha-3 (XKX for Kosovo) or null. */
  readonly country: string | null;
  /** PLOVER actor code: country, UNO, EUR, IGO, NGO, ISM, IMG, MNC or null. Dependencies carry their controlling state. */
  readonly code: string | null;
  readonly sector: Sector | null;
  /** Kind of body ("ministry", "police", "party", "central-bank", "think-tank", "company", "armed-group", "un-body" …) or null. */
  readonly type: string | null;
  /** For titles: the office it names ("fm", "hog" …) or null when it names none that the tables follow. */
  readonly office: OfficeKind | null;
  /** Plural form ("ministers", "Vietnamese" as people is both and false). */
  readonly plural: boolean;
  /** Former or informal name ("Burma", "Saigon"). */
  readonly former: boolean;
  readonly ambiguous: Ambiguity;
}

/** A run of tokens and what it may name. `[start, end)` are indexes into the forms given. */
export interface NameMatch {
  readonly start: number;
  readonly end: number;
  /** Characters of the first form before the match and of the last form after it ("US-China": 0 and 6); both 0 for whole tokens. */
  readonly skipStart: number;
  readonly skipEnd: number;
  /** Never empty; in the order of the tables. */
  readonly entries: readonly NameEntry[];
}

export interface Matcher {
  /**
   * All matches that lie in no longer match, left to right, in linear time. Diacritics and dots do not count ("Viet Nam",
   * "U.S."); a proper name needs its capitals; an acronym needs its exact case. `forms` are token forms in order.
   */
  find(forms: readonly string[]): NameMatch[];
  /** The entries of exactly these words (split at spaces), or none. */
  lookup(name: string): readonly NameEntry[];
  /** How many different names it knows. */
  readonly size: number;
}

export interface Country {
  readonly iso3: string;
  readonly iso2: string;
  readonly name: string;
  readonly official: string;
  readonly names: readonly string[];
  readonly former: readonly string[];
  readonly abbreviations: readonly string[];
  readonly adjectives: readonly string[];
  readonly demonyms: readonly string[];
  readonly demonymsPlural: readonly string[];
  /** The first is the name to print. */
  readonly capitals: readonly string[];
  readonly metonyms: readonly string[];
  /** PLOVER code of its actors: itself, or the controlling state. */
  readonly code: string;
  readonly status: 'member' | 'observer' | 'limited' | 'dependency';
  readonly note: string | null;
  readonly region: string;
}

export interface Membership {
  readonly country: string;
  readonly from: string | null;
  /** First day no longer a member. */
  readonly to: string | null;
  readonly source: string;
}

export interface Group {
  readonly id: string;
  readonly name: string;
  readonly names: readonly string[];
  /** IGO, UNO, EUR, ISM or NGO; null for mere constructs ("Five Eyes"). */
  readonly code: string | null;
  readonly sector: Sector | null;
  /** Words that can refer back to it: "bloc", "alliance", "organisation". */
  readonly nouns: readonly string[];
  readonly seat: string | null;
  readonly members: readonly Membership[];
  /** Whether the member list is meant to be complete. */
  readonly complete: boolean;
  readonly source: string;
}

export interface Organisation {
  readonly id: string;
  readonly name: string;
  readonly names: readonly string[];
  readonly type: string;
  readonly country: string | null;
  readonly code: string | null;
  readonly sector: Sector | null;
  readonly source: string;
}

export interface Outlet {
  readonly id: string;
  readonly name: string;
  readonly names: readonly string[];
  readonly domains: readonly string[];
  readonly country: string | null;
  readonly kind: 'agency' | 'outlet';
  /** Owned or directed by a state. */
  readonly state: boolean;
  readonly source: string;
}

export type OfficeKind =
  /** Head of state, its deputy, head of government, its deputies. */
  | 'hos'
  | 'vp'
  | 'hog'
  | 'dhog'
  /** Foreign minister, the deputies, defence minister, national security adviser. */
  | 'fm'
  | 'dfm'
  | 'dm'
  | 'nsa'
  /** Head of the ruling party, head of the legislature. */
  | 'party'
  | 'spk'
  /** Head of an international body. */
  | 'sg'
  | 'amb'
  /** Opposition leader, supreme leader above the head of state. */
  | 'lead'
  | 'opp'
  /** Ministers whose lists are not kept: finance, trade, interior, others. */
  | 'fin'
  | 'trade'
  | 'int'
  | 'min';

export type Confidence = 'A' | 'A-' | 'B' | 'C';

/** One line of offices.tsv: somebody held an office from a day to a day, or (kind "seen") is documented in it on those days. */
export interface OfficeTerm {
  /** ISO3, or a group or organisation id without prefix ("asean", "un"). */
  readonly who: string;
  readonly office: OfficeKind;
  /** Id in people.tsv, without prefix. */
  readonly person: string;
  readonly name: string;
  /** Day, month or year; null = unknown. */
  readonly from: string | null;
  /** Null = still in office when last checked, for terms. */
  readonly to: string | null;
  readonly kind: 'term' | 'seen';
  /** acting, interim, suspended, deposed, died, disputed, junta, "rival:X" */
  readonly flags: readonly string[];
  readonly confidence: Confidence;
  readonly source: string;
}

export interface Person {
  /** "antony-blinken"; the entity is "person:antony-blinken". */
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** How a second mention calls him or her: "Blinken", "Sơn", "Xi", "Prayut". The first is the usual one. */
  readonly short: readonly string[];
  readonly order: 'given-first' | 'family-first' | 'single';
  readonly gender: 'f' | 'm' | null;
  readonly country: string | null;
  readonly wikidata: string | null;
  /** For people without an office that is followed: the sector they act in, and as what. */
  readonly sector: Sector | null;
  readonly role: string | null;
  readonly source: string;
}

export interface Title {
  /** "Secretary of State". */
  readonly name: string;
  readonly names: readonly string[];
  /** The office it names; null for titles whose holders are not followed. */
  readonly office: OfficeKind | null;
  /** Only in these countries or bodies; empty = everywhere. */
  readonly who: readonly string[];
  /** Not in these ("Secretary of State" of the Holy See is no foreign minister). */
  readonly notWho: readonly string[];
  readonly sector: Sector | null;
  /** True when the words alone do not tell the country ("Prime Minister"). */
  readonly needsCountry: boolean;
}

export interface Role {
  readonly id: string;
  readonly singular: string;
  readonly plural: string;
  readonly sector: Sector | null;
  /** official, security, civilian, armed, worker … for rules that need a class rather than a word. */
  readonly class: string;
  /** Code when the role alone gives one (militants of no country: IMG). */
  readonly code: string | null;
}

export interface Water {
  readonly id: string;
  readonly name: string;
  readonly names: readonly { readonly name: string; readonly usedBy: readonly string[]; readonly sure: boolean }[];
  readonly claimants: readonly string[];
  readonly source: string;
}

export interface Place {
  /** "place:hanoi" or "place:vn-hanoi-1581130" where the name is shared. */
  readonly id: string;
  readonly name: string;
  readonly country: string;
  /** Name of the first-level division, or null. */
  readonly admin: string | null;
  readonly kind: 'city' | 'capital' | 'seat' | 'admin' | 'venue' | 'island' | 'area';
  readonly lat: number;
  readonly lon: number;
  readonly population: number;
}

export type Verdict =
  /** In that office on that day. */
  | 'held'
  /** Held that office, but not on that day. */
  | 'anachronistic'
  /** Known, and held another office on that day. */
  | 'other-office'
  /** Not known, but one letter or so from somebody who held it. */
  | 'near-name'
  /** The list of holders is complete for that day and the name is not in it. */
  | 'not-in-complete-list'
  /** Nothing can be said. */
  | 'not-covered';

export interface OfficeVerdict {
  readonly verdict: Verdict;
  /** Id of the person meant, without prefix, or null. */
  readonly person: string | null;
  readonly name: string | null;
  readonly who: string | null;
  readonly office: OfficeKind | null;
  /** The line of the tables it rests on. */
  readonly term: OfficeTerm | null;
  /** One sentence a reader understands, with the source. */
  readonly evidence: string;
}

export interface OfficeQuery {
  /** ISO3 or group id. */
  readonly who?: string | null;
  readonly office?: OfficeKind | null;
  /** A title as the text has it; turned into an office with the country's help. */
  readonly title?: string | null;
}

export interface Coverage {
  readonly who: string;
  readonly office: OfficeKind;
  readonly from: string;
  /** Last day for which the list was checked. */
  readonly to: string;
  readonly source: string;
}

export interface RelationStep {
  /** Ladder owner: "vn", "asean", "cn", "in", "jp", "kr", "us". */
  readonly ladder: string;
  readonly parties: readonly [string, string];
  /** Lower-case words: "comprehensive strategic". */
  readonly level: string;
  /** Position on the ladder, higher is closer; null for labels without order. */
  readonly rank: number | null;
  readonly date: string | null;
  readonly event: 'established' | 'upgraded' | 'announced' | 'ended' | 'holds';
  /** The official wording where it differs. */
  readonly wording: string | null;
  readonly confidence: Confidence;
  readonly source: string;
}

export interface LadderRung {
  readonly ladder: string;
  readonly level: string;
  readonly rank: number | null;
  /** Wordings that name the rung: "comprehensive strategic partnership". */
  readonly names: readonly string[];
}

export interface Knowledge {
  readonly matcher: Matcher;

  readonly countries: ReadonlyMap<string, Country>;
  /** By ISO3, ISO2, or any name, adjective or demonym; null when none or several. */
  country(name: string): Country | null;

  readonly groups: ReadonlyMap<string, Group>;
  /** ISO3 codes of the members on that ISO day, sorted; null for an unknown group. */
  membersOf(group: string, date: string): readonly string[] | null;
  /** How many members on that day; null when unknown or the list is not complete. */
  groupSize(group: string, date: string): number | null;

  readonly organisations: ReadonlyMap<string, Organisation>;
  readonly outlets: ReadonlyMap<string, Outlet>;
  /** By name or domain ("bangkokpost.com", "https://www.bangkokpost.com/x"). */
  outlet(nameOrUrl: string): Outlet | null;

  readonly people: ReadonlyMap<string, Person>;
  /** Everybody whose name or alias this is: diacritics, hyphens and case ignored, given and family name in either order. */
  peopleNamed(name: string): readonly Person[];
  /** Everybody who may be meant by a short form ("Blinken") and was in an office on that day (any day when null). */
  peopleCalled(short: string, date: string | null): readonly Person[];
  /** Lines for that person, oldest first. */
  termsOf(person: string): readonly OfficeTerm[];
  /** Lines that place somebody in the office on that day; `seen` lines only on their own days. */
  holders(who: string, office: OfficeKind, date: string): readonly OfficeTerm[];
  /** Who the bare title can only mean on that day: the one term holder not marked rival, else null. */
  holder(who: string, office: OfficeKind, date: string): OfficeTerm | null;
  checkOffice(name: string, query: OfficeQuery, date: string): OfficeVerdict;
  covered(who: string, office: OfficeKind, date: string): Coverage | null;

  readonly titles: readonly Title[];
  /** "Secretary of State" + USA = fm; "Defence Minister" = dm; null when unknown or it depends on a country not given. */
  officeOf(title: string, who?: string | null): OfficeKind | null;
  /** How that country or body calls the office: ("USA", "fm") = "Secretary of State". */
  titleOf(who: string, office: OfficeKind): string;

  readonly roles: ReadonlyMap<string, Role>;
  /** By singular or plural, case ignored. */
  role(word: string): Role | null;

  readonly waters: ReadonlyMap<string, Water>;
  /** Which water a name means for a country's speaker or outlet ("East Sea", "VNM"); null when it stays open. */
  water(name: string, country: string | null): Water | null;

  /** Every place of that name, largest first. Diacritics and case ignored. */
  places(name: string): readonly Place[];
  capitalOf(iso3: string): Place | null;

  readonly rungs: readonly LadderRung[];
  readonly relations: readonly RelationStep[];
  /** The steps of that pair that held on that day, one for each ladder; order of the pair does not matter. */
  relationOn(a: string, b: string, date: string): readonly RelationStep[];

  /** What the tables say about a name on a day, in lines for a reader. */
  explainName(name: string, date: string): string[];
}
