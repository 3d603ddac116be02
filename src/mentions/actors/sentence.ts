/** Turns the items of one sentence into drafts of mentions: phrases with titles and roles first, then what is left. */

import type { Sentence, Span } from '../../core/index.ts';
import type { NameMatch } from '../../knowledge/index.ts';
import { type Draft, draft, headOf } from '../draft.ts';
import { Describer } from './describe.ts';
import { Entities } from './entities.ts';
import type { Item } from './item.ts';
import { itemsOf } from './items.ts';
import { honorificLength, ItemIndex, type Phrase, phraseAround } from './phrases.ts';
import { readCapital } from './places.ts';
import { codeOf, countryOfItem, Scene, type SentenceContext } from './scene.ts';

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
  readonly #index: ItemIndex;
  readonly #scene: Scene;
  readonly #entities: Entities;
  readonly #describer: Describer;
  readonly #used = new Set<Item>();
  readonly #drafts: Draft[] = [];
  readonly #open: OpenName[] = [];
  readonly #phrases = new Map<Draft, Phrase>();

  constructor(sentence: Sentence, matches: readonly NameMatch[], context: SentenceContext, taken: readonly boolean[]) {
    this.#sentence = sentence;
    this.#index = new ItemIndex(itemsOf(sentence, matches, taken, context.congo));
    this.#scene = new Scene(sentence, context, this.#index);
    this.#entities = new Entities(this.#scene);
    this.#describer = new Describer(this.#scene, this.#entities);
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
    this.#ofCountry();
    return {
      sentence: this.#sentence,
      drafts: this.#drafts,
      open: this.#open,
      phrases: this.#phrases,
      asPerson: (item) => this.#entities.person(item, null),
      asTyped: (item) => {
        const type = this.#scene.typeOf(item);
        return type === null ? null : this.#entities.runDraft(item, type);
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

  // Phrases -----------------------------------------------------------------------------------------------------------

  #readPhrase(head: Item): void {
    const sentence = this.#sentence;
    const isName = (item: Item): boolean => {
      const type = this.#scene.typeOf(item);
      return type === null
        ? item.inside.length === 0 && item.end - item.start <= 4
        : type.kind === 'person' || type.confidence <= 0.5;
    };
    const isRunBody = (item: Item): boolean => this.#scene.typeOf(item)?.kind === 'organization';
    const phrase = phraseAround(sentence, head, this.#index, isName, isRunBody);
    const entry = this.#describer.entryOfHead(phrase);
    const name =
      entry.plural || entry.type === 'body' || entry.name === 'opposition' || this.#describer.classOf(entry) === 'body'
        ? null
        : phrase.name;
    const end = phrase.name !== null && name === null ? phrase.name.start : phrase.end;
    const start = Math.min(phrase.start, head.start);
    const span: Span = [sentence.tokens[start]!.start, sentence.tokens[end - 1]!.end];
    const item = draft(sentence, span, headOf(sentence, start, end), 'person', `actor/${head.kind}`);
    for (const inner of [head, ...phrase.more, ...phrase.roles]) this.#used.add(inner);
    this.#describer.describe(item, phrase, entry);
    this.#phrases.set(item, phrase);
    this.#drafts.push(item);
    if (name !== null) this.#named(item, name);
    this.#split(item, phrase);
  }

  /** Gives a phrase the person that goes with it, and the bare name a mention of its own inside. */
  #named(item: Draft, name: Item): void {
    this.#used.add(name);
    const inner = this.#entities.person(name, item.country);

    item.form = 'title';
    item.kind = 'person';
    item.plural = false;
    item.anonymous = false;
    item.name = inner.name;
    item.entity = inner.entity;
    item.gender = inner.gender;
    if (item.code === null) {
      item.country ??= inner.country;
      item.code = inner.country === item.country ? inner.code : codeOf(this.#scene.context.knowledge, item.country);
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
    const owners = phrase.afters.length > 0 && phrase.after !== null ? [phrase.after, ...phrase.afters] : phrase.geos;
    const shares = owners.filter((one) => one.kind !== 'place' && one.kind !== 'region' && one.kind !== 'water');
    const countries = new Set(shares.map((one) => countryOfItem(one) ?? one));
    for (const inside of [...phrase.geos, ...phrase.bodies, ...(phrase.afters.length > 0 ? owners : [])]) {
      if (this.#used.has(inside)) continue;
      this.#used.add(inside);
      const before = this.#drafts.length;
      this.#readItem(inside);
      const inner = this.#drafts[this.#drafts.length - 1];
      if (inner === undefined || this.#drafts.length === before || countries.size < 2 || !shares.includes(inside))
        continue;
      const role = { sector: item.sector, role: item.role, plural: item.plural };
      if (inner.kind === 'organization') Object.assign(inner, role);
      else
        Object.assign(inner, {
          ...role,
          kind: item.kind,
          entity: null,
          name: null,
          code: inner.code ?? codeOf(this.#scene.context.knowledge, inner.country),
        });
      item.members.push(inner);
    }
    item.members.sort((a, b) => a.span[0] - b.span[0]);
    if (countries.size > 1) Object.assign(item, { country: null, code: null, org: null, plural: true });
  }

  // Names -------------------------------------------------------------------------------------------------------------

  #readItem(item: Item): void {
    const sentence = this.#sentence;
    switch (item.kind) {
      case 'country':
      case 'adjective':
      case 'demonym':
      case 'metonym':
        this.#drafts.push(this.#entities.state(item));
        return;
      case 'capital': {
        const { reading, rule, confidence } = readCapital(sentence, item, this.#index);
        if (reading === 'place') this.#drafts.push(this.#entities.place(item, rule, confidence));
        else {
          const union = this.#entities.brussels(item);
          const state = union ?? this.#entities.state(item);
          if (union !== null) this.#drafts.push(union);
          else this.#drafts.push(Object.assign(state, { rule, confidence, sector: 'GOV', form: 'name' }));
        }
        return;
      }
      case 'group':
      case 'organisation':
      case 'outlet':
      case 'agency': {
        const body = this.#entities.body(item);
        body.members = this.#entities.membersOf(item);
        body.plural ||= body.members.length > 1;
        this.#drafts.push(body, ...body.members);
        this.#withOwner(body, item);
        return;
      }
      case 'person':
        this.#drafts.push(this.#entities.person(item, null));
        return;
      case 'run':
        this.#run(item);
        return;
      case 'place':
      case 'region':
      case 'water':
        this.#drafts.push(this.#entities.place(item, `place/${item.kind}`, 0.85));
        return;
      default:
    }
  }

  /** "Lao foreign ministry", "Turkish Red Crescent": the words with their state are one phrase around the body's name. */
  #withOwner(body: Draft, item: Item): void {
    const owner = this.#index.endingAt(item.start - 1);
    if (owner === undefined || owner.kind !== 'adjective' || countryOfItem(owner) !== body.country) return;
    const span: Span = [owner.from, item.to];
    this.#drafts.push({ ...body, span, form: 'nominal', rule: 'actor/with-state', members: [] });
  }

  #run(item: Item): void {
    const korea = this.#entities.korea(item);
    if (korea !== null) {
      this.#drafts.push(korea);
      return;
    }
    const type = this.#scene.typeOf(item);
    if (type === null || (item.end - item.start === 1 && type.confidence <= 0.6)) {
      // A single name is settled by the rest of the article first
      this.#open.push({ item, text: this.#scene.textOf(item) });
      return;
    }
    this.#drafts.push(this.#entities.runDraft(item, type));
  }

  // Appositions -------------------------------------------------------------------------------------------------------

  /** "Jane Doe, the Czech foreign minister," and "the Czech official, Jane Doe,": one person, two mentions. */
  #join(): void {
    const { tokens } = this.#sentence;
    const names = this.#drafts.filter(
      (item) => item.kind === 'person' && (item.form === 'name' || (item.form === 'title' && item.inner !== null)),
    );
    for (const [item, phrase] of this.#phrases) {
      if (item.form === 'title' || item.plural || item.kind !== 'person') continue;
      const from =
        tokens[phrase.start - 1]?.upos === 'DET' || phrase.pronoun === phrase.start - 1
          ? phrase.start - 1
          : phrase.start;
      const before = names.find((name) => tokens[from - 1]?.form === ',' && name.span[1] === tokens[from - 2]?.end);
      const body = this.#bodyBehind(phrase);
      const end = body === null ? this.#pastNoun(phrase) : tokens.findIndex((token) => token.start >= body.span[1]);
      const address = end + 1 + honorificLength(this.#sentence, end + 1);
      const after = names.find(
        (name) =>
          tokens[end]?.form === ',' &&
          (name.span[0] === tokens[end + 1]?.start || name.span[0] === tokens[address]?.start),
      );
      const name = before ?? (isClosed(tokens[end + 1]?.form) ? undefined : after);
      if (name === undefined || (name.country !== null && item.country !== null && name.country !== item.country))
        continue;
      if (before !== undefined && !closesPhrase(tokens[phrase.end]?.form)) continue;
      if (after === name && before === undefined && !this.#closesAfter(name)) continue;
      if (body !== null) {
        item.sector ??= body.sector;
        item.country ??= body.country;
        item.code ??= body.code;
      }
      const inner = name.inner;
      // "the bloc's envoy, Lao diplomat Jane Doe": who is sent by a body of no state acts for it
      if (item.country === null && item.code !== null)
        for (const one of [name, inner]) if (one !== null) Object.assign(one, { country: null, code: item.code });
      if (inner !== null && inner.country === null && inner.code === null) {
        inner.country = item.country;
        inner.code = item.code;
      }
      name.country ??= item.country;
      name.code ??= item.code;
      name.role ??= item.role;
      name.office ??= item.office;
      // "Sheikh Doe, Emir of Freedonia,": a form of address is no office
      if (inner !== null) inner.office ??= item.office;
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
      item.antecedent = name.inner ?? name;
      item.rule = 'actor/apposition';
    }
  }

  /** Past "of the bloc", "of the island" behind a role, when a comma follows. */
  #pastNoun(phrase: Phrase): number {
    const { tokens } = this.#sentence;
    const [link, article] = [tokens[phrase.end], tokens[phrase.end + 1]];
    if (!/^(?:of|for)$/.test(link?.form ?? '') || !/^(?:the|this)$/i.test(article?.form ?? '')) return phrase.end;
    for (let i = phrase.end + 2; i < phrase.end + 5; i++) {
      if (tokens[i]?.upos === 'NOUN' && tokens[i + 1]?.form === ',') return i + 1;
      if (!/^(?:NOUN|ADJ)$/.test(tokens[i]?.upos ?? '')) break;
    }
    return phrase.end;
  }

  /** "the presidency" behind "a spokesman for". */
  #bodyBehind(phrase: Phrase): Draft | null {
    const { tokens } = this.#sentence;
    if (!/^(?:for|of)$/.test(tokens[phrase.end]?.form ?? '')) return null;
    const article = tokens[phrase.end + 1];
    const from = article?.upos === 'DET' || article?.xpos === 'PRP$' ? tokens[phrase.end + 2]?.start : article?.start;
    return this.#drafts.find((item) => item.kind === 'organization' && item.span[0] === from) ?? null;
  }

  /** "Jane Doe of Freedonia", "Freedonia's Doe": a name that tells its state; after "ministers" in the plural, each its own. */
  #ofCountry(): void {
    const { tokens } = this.#sentence;
    const names = this.#drafts.filter(
      (item) =>
        item.kind === 'person' && item.form === 'name' && !item.plural && item.country === null && item.code === null,
    );
    if (names.length === 0) return;
    for (const name of names) {
      const at = tokens.findIndex((token) => token.start >= name.span[1]);
      const start = tokens.findIndex((token) => token.start >= name.span[0]);
      const article = /^the$/i.test(tokens[at + 1]?.form ?? '') ? 1 : 0;
      const after = tokens[at]?.form === 'of' ? this.#index.startingAt(at + 1 + article) : undefined;
      const possessive = /^(?:['’]s?|’s)$/.test(tokens[start - 1]?.form ?? '');
      const before = possessive ? this.#index.endingAt(start - 2) : undefined;
      const geo = [after, before].find(
        (item) => item !== undefined && (item.kind === 'country' || item.kind === 'capital'),
      );
      const country = geo === undefined ? null : countryOfItem(geo);
      if (country === null) continue;
      name.country = country;
      name.code = codeOf(this.#scene.context.knowledge, country);
    }
    for (const [item, phrase] of this.#phrases) this.#namedList(item, phrase, names);
  }

  /** "Trade ministers Jane Doe of Freedonia and John Roe of Sylvania": those named are the members. */
  #namedList(item: Draft, phrase: Phrase, names: readonly Draft[]): void {
    if (!item.plural || item.kind !== 'person' || item.members.length > 0 || phrase.name === null) return;
    const first = names.find((name) => name.span[0] === phrase.name!.from);
    if (first === undefined || first.country === null) return;
    const { tokens } = this.#sentence;
    const members = [first];
    for (const name of names) {
      const last = members[members.length - 1]!;
      if (name.span[0] <= last.span[1] || name.country === null) continue;
      const between = tokens.filter((token) => token.start >= last.span[1] && token.end <= name.span[0]);
      if (between.length > 6 || between.some((token) => token.upos === 'VERB' || token.form === ';')) break;
      members.push(name);
    }
    if (members.length < 2) return;
    for (const name of members) {
      name.role = item.role;
      name.sector = item.sector;
      name.office = item.office;
    }
    Object.assign(item, { members, country: null, code: null, org: null });
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
