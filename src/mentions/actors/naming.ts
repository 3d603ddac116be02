/** Types the names that no table types: runs of capitals as persons, organisations or places, by their words and surroundings. */

import type { Sector, Sentence } from '../../core/index.ts';
import type { Knowledge, Person } from '../../knowledge/index.ts';
import type { Gender } from '../draft.ts';
import { genderOfName, isFirstName } from './firstnames.ts';
import type { Item } from './item.ts';
import { isHeadline } from './runs.ts';
import {
  HONORIFICS,
  LOCATIVE,
  ORG_WORDS,
  OTHER_WORDS,
  PLACE_WORDS,
  REGION_NOUNS,
  REGION_WORDS,
  SPEAKING,
} from './words.ts';

export interface NameType {
  readonly kind: 'person' | 'organization' | 'place';
  readonly sector: Sector | null;
  readonly confidence: number;
  readonly rule: string;
}

/** The words of a token range as read, with the text's own spacing. */
export function nameOf(sentence: Sentence, start: number, end: number): string {
  let name = '';
  for (let i = start; i < end; i++) {
    const token = sentence.tokens[i]!;
    if (i > start && sentence.tokens[i - 1]!.end < token.start) name += ' ';
    name += token.form;
  }
  return name.trim();
}

/** The honorific right before a name ("Mr."), with its gender; undefined when there is none. */
export function honorificBefore(sentence: Sentence, start: number): { gender: Gender } | undefined {
  let i = start - 1;
  if (sentence.tokens[i]?.form === '.') i -= 1;
  const form = sentence.tokens[i]?.form ?? '';
  if (!/^\p{Lu}/u.test(form)) return undefined;
  const gender = HONORIFICS.get(form.replace(/\.$/, '').toLowerCase());
  return gender === undefined ? undefined : { gender };
}

/** The one person of the tables with that name, middle initials aside; null when none or several. */
export function personNamed(
  knowledge: Knowledge,
  name: string,
  country: string | null,
  date: string | null,
): Person | null {
  let people = knowledge.peopleNamed(name);
  if (people.length === 0 && /\s\p{Lu}\.?\s/u.test(name))
    people = knowledge.peopleNamed(name.replace(/\s\p{Lu}\.?(?=\s)/gu, ''));
  if (people.length > 1 && country !== null) {
    const own = people.filter((person) => person.country === country);
    if (own.length > 0) people = own;
  }
  if (people.length > 1 && date !== null) {
    const then = people.filter((person) =>
      knowledge.termsOf(person.id).some((term) => covers(term.from, term.to, date)),
    );
    if (then.length > 0) people = then;
  }
  return people.length === 1 ? people[0]! : null;
}

const covers = (from: string | null, to: string | null, date: string): boolean =>
  (from === null || from.slice(0, date.length) <= date) && (to === null || date.slice(0, to.length) <= to);

/** What a run of capitals names; null for events, documents and what cannot be told. */
export function typeOfRun(sentence: Sentence, run: Item, knowledge: Knowledge): NameType | null {
  const { tokens } = sentence;
  const forms = tokens.slice(run.start, run.end).map((token) => token.form);
  const of = forms.findIndex((form, i) => i > 0 && /^(?:of|for)$/.test(form));
  const headWord = (forms[of > 0 ? of - 1 : forms.length - 1] ?? '').toLowerCase().replace(/\.$/, '');
  const lower = headWord.endsWith('s') && !ORG_WORDS.has(headWord) ? headWord.slice(0, -1) : headWord;
  const name = forms.join(' ');
  if (honorificBefore(sentence, run.start) !== undefined)
    return { kind: 'person', sector: null, confidence: 0.9, rule: 'name/honorific' };
  if (knowledge.peopleNamed(name).length > 0)
    return { kind: 'person', sector: null, confidence: 0.95, rule: 'name/known-person' };
  if (isFirstName(forms[0] ?? '') && forms.length > 1 && of < 0 && !ORG_WORDS.has(lower))
    return { kind: 'person', sector: null, confidence: 0.85, rule: 'name/given-name' };
  if (REGION_WORDS.has(headWord)) return null;
  if (REGION_NOUNS.has(headWord)) return { kind: 'place', sector: null, confidence: 0.8, rule: 'place/region' };
  // "the … Road Initiative", "Public Information", "Comprehensive Partner": a plan, a part of some title, a rung of a ladder
  if (/^(?:initiative|information|affairs|partners?|partnerships?|ally|allies)$/.test(headWord)) return null;
  if (OTHER_WORDS.has(lower) || OTHER_WORDS.has(headWord)) return null;
  const sector = ORG_WORDS.get(headWord) ?? ORG_WORDS.get(lower);
  if (sector !== undefined && forms.length > 1)
    return {
      kind: 'organization',
      sector: sector === '' ? null : (sector as Sector),
      confidence: 0.8,
      rule: 'name/body-word',
    };
  if (
    (PLACE_WORDS.has(headWord) && forms.length > 1) ||
    (/^(?:Mount|Lake|Gulf|Cape|Port|Fort|San|Santa|Isle|Strait|Bay)$/.test(forms[0] ?? '') && forms.length > 1)
  )
    return { kind: 'place', sector: null, confidence: 0.7, rule: 'name/place-word' };
  // "the Rally of Democrats", "the Rally for the Republic"
  if (headWord === 'rally' && of > 0 && !isHeadline(sentence))
    return { kind: 'organization', sector: 'PTY', confidence: 0.7, rule: 'name/body-word' };
  const before = tokens[run.start - 1]?.form.toLowerCase() ?? '';
  if (forms.length === 1 && /^[A-Z][A-Z0-9&]{1,6}s?$/.test(forms[0]!)) {
    if (
      isShouted(sentence) ||
      NO_BODY.has(forms[0]!) ||
      /^[-–]?\d/.test(tokens[run.end]?.form ?? '') ||
      (tokens[run.end]?.form === '-' && /^\d/.test(tokens[run.end + 1]?.form ?? ''))
    )
      return null;
    if (LOCATIVE.has(before) && forms[0]!.length === 2)
      return { kind: 'place', sector: null, confidence: 0.4, rule: 'name/after-preposition' };
    return { kind: 'organization', sector: null, confidence: 0.5, rule: 'name/acronym' };
  }
  if (forms.some((form) => /\d/.test(form)) || isHeadline(sentence)) return null;
  const head = tokens[run.start]!;
  const verb = tokens[head.head];
  if (
    head.deprel.startsWith('nsubj') &&
    verb !== undefined &&
    SPEAKING.has(verb.lemma.toLowerCase()) &&
    forms.length <= 4
  )
    return { kind: 'person', sector: null, confidence: 0.6, rule: 'name/speaker' };
  if (LOCATIVE.has(before) && forms.length <= 3)
    return { kind: 'place', sector: null, confidence: 0.5, rule: 'name/after-preposition' };
  if (isFirstName(forms[0] ?? '')) return { kind: 'person', sector: null, confidence: 0.6, rule: 'name/given-name' };
  if (OFFICE.test(before) && forms.length >= 2 && forms.length <= 8 && forms.every(isPartOfName))
    return { kind: 'person', sector: null, confidence: 0.6, rule: 'name/behind-office' };
  if (
    forms.length >= 2 &&
    forms.filter((form) => form !== '-').length <= 4 &&
    isNameLike(forms) &&
    before !== 'the' &&
    !isHeading(sentence)
  )
    return { kind: 'person', sector: null, confidence: 0.45, rule: 'name/several-capitals' };
  if (forms.length >= 2 && before === 'the')
    return { kind: 'organization', sector: null, confidence: 0.35, rule: 'name/with-article' };
  return null;
}

/** Offices whose holder is named right behind them. */
const OFFICE =
  /^(?:president|premier|minister|chancellor|secretary|ambassador|envoy|spokesman|spokeswoman|spokesperson|general|admiral|colonel|commander|governor|mayor|senator|judge|justice|king|queen|prince|princess|sheikh|chief|leader|speaker|commissioner|chairman|chairwoman|chairperson|representative|director|counterpart|lawmaker|negotiator|mediator)$/;
const isPartOfName = (form: string): boolean =>
  /^\p{Lu}[\p{L}'’.-]*$/u.test(form) ||
  /^(?:-|al|el|bin|ibn|bint|de|del|della|da|das|do|dos|di|du|la|le|van|von|der|den|ter|ten|y|e|ben|ould)$/.test(form);

/** Capitals throughout, but for particles ("Nasser al-Duwaij"). */
const isNameLike = (forms: readonly string[]): boolean =>
  forms.every(
    (form, i) =>
      /^\p{Lu}[\p{L}'’.-]*$/u.test(form) ||
      // "de" and "von" stand in places as often: with them only a known given name makes a person.
      (i > 0 && /^(?:al|bin|ibn|el)$/.test(form)) ||
      (form === '-' && /^(?:al|el)$/.test(forms[i - 1] ?? '')),
  );

/** A single word may be a family name: it tells no gender by itself. */
export const genderOf = (sentence: Sentence, start: number, end: number, person: Person | null): Gender =>
  honorificBefore(sentence, start)?.gender ??
  person?.gender ??
  (end - start > 1 ? genderOfName(sentence.tokens[start]?.form ?? '') : null);

/** Lower case without diacritics, for comparing names: "Sơn" and "Son", "Đức" and "Duc". */
export const fold = (text: string): string => (/^[\x00-\x7f]*$/.test(text) ? text.toLowerCase() : foldFully(text));

const foldFully = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D').toLowerCase();

/** A document-local id for somebody without a row in the tables. */
export const localId = (kind: 'person' | 'org', name: string): string =>
  `${kind}:~${fold(name)
    .replace(/[^\p{L}\d]+/gu, '-')
    .replace(/^-|-$/g, '')}`;

/** Capitals that abbreviate no body. */
const NO_BODY = new Set(
  'COVID AIDS HIV SARS MERS GDP GNP GMT UTC EST EDT PST CEO CFO TV DVD CD PC IT AI ID FAQ PDF LED DNA RNA UFO VIP PHD MBA AM PM II III IV VI VII VIII IX XI OK DVDs UNCLOS START NPT TPP RCEP CPTPP NAFTA FTA MOU MoU'.split(
    ' ',
  ),
);

/** A short line without a verb, all in capitals: "Key Points:". */
const isHeading = (sentence: Sentence): boolean => {
  const words = sentence.tokens.filter((token) => /\p{L}/u.test(token.form));
  return words.length <= 5 && words.every((token) => /^\p{Lu}/u.test(token.form) && token.upos !== 'VERB');
};

/** Most words stand in capitals throughout. */
function isShouted(sentence: Sentence): boolean {
  const words = sentence.tokens.filter((token) => /^\p{L}{2,}$/u.test(token.form));
  return (
    words.length > 0 && words.filter((token) => token.form === token.form.toUpperCase()).length * 2 >= words.length
  );
}
