/** What a number counts: the noun of its phrase, by the tree where it can be trusted, else by the run of words after it. */

import type { Sentence, Span, Token } from '../../core/index.ts';

export interface Counted {
  /** Lower-case lemma, or null when no noun follows. */
  readonly unit: string | null;
  /** "COVID-19 vaccines" of "doses of COVID-19 vaccines"; "grant" of "a $5 million grant". */
  readonly item: string | null;
  /** Where the counted noun ends. */
  readonly end: number;
}

/** Words after a hyphen that make no count: "three-day visit", "two-way trade", "five-year-old". */
const NOT_UNITS = new Set(
  'second minute hour day week month quarter year decade century old fold way time sided state third half off on to plus china child term track pronged star tier round man woman on-one sum stop star step edged digit figure dimensional party odd strong plus something'.split(
    ' ',
  ),
);
const ATTACHED = /-(\p{Ll}{3,})(?![\p{L}\d])/uy;

/** "10-member": the unit joined by a hyphen, or null. */
export function unitWord(text: string, end: number): { unit: string; end: number } | null {
  ATTACHED.lastIndex = end;
  const match = ATTACHED.exec(text);
  if (match === null || NOT_UNITS.has(match[1]!)) return null;
  return { unit: singular(match[1]!), end: end + match[0].length };
}

const IRREGULAR: Readonly<Record<string, string>> = {
  people: 'person',
  persons: 'person',
  folks: 'person',
  folk: 'person',
  men: 'man',
  women: 'woman',
  children: 'child',
  troops: 'troop',
  personnel: 'personnel',
  series: 'series',
  countries: 'country',
  lives: 'life',
  dead: 'person',
  injured: 'person',
  wounded: 'person',
  missing: 'person',
  displaced: 'person',
  kg: 'kilogram',
  kgs: 'kilogram',
  km: 'kilometre',
  kms: 'kilometre',
  dinghies: 'dinghy',
  memoranda: 'memorandum',
};
/** Measures as they are shortened, exactly as written. */
const MEASURED: ReadonlyMap<string, string> = new Map([
  ['t', 'tonne'],
  ['MT', 'tonne'],
  ['MW', 'megawatt'],
  ['GW', 'gigawatt'],
  ['kW', 'kilowatt'],
  ['kWh', 'kilowatt-hour'],
  ['MWh', 'megawatt-hour'],
  ['GWh', 'gigawatt-hour'],
  ['TWh', 'terawatt-hour'],
  ['ha', 'hectare'],
  ['bpd', 'barrel'],
]);

/** Lower-case singular of a noun whose lemma is not known or not to be trusted. */
export function singular(word: string): string {
  const lower = word.toLowerCase();
  const irregular = IRREGULAR[lower];
  if (irregular !== undefined) return irregular;
  if (/^\p{L}{3,}people$/u.test(lower)) return lower.replace(/people$/, 'person');
  if (/(?:ss|us|is)$/.test(lower)) return lower;
  if (lower.endsWith('ies') && lower.length > 4) return `${lower.slice(0, -3)}y`;
  if (/(?:ch|sh|x|ss|zz)es$/.test(lower)) return lower.slice(0, -2);
  return lower.endsWith('s') ? lower.slice(0, -1) : lower;
}

/** The noun counted by a number that ends at `end`; null outside any sentence. */
export function countedAfter(
  input: { readonly text: string; readonly sentences: readonly Sentence[] },
  end: number,
  money: boolean,
): Counted | null {
  const sentence = sentenceAround(input.sentences, end - 1);
  if (sentence === null) return null;
  const { tokens } = sentence;
  const first = tokens.findIndex((token) => token.start >= end);
  if (first < 0) return null;
  let at = first;
  // "three million of the doses", "$155 million in assistance", "$50 million worth of grain"
  const next = tokens[at]!.form.toLowerCase();
  if (money) {
    if (next === 'worth' && tokens[at + 1]?.form.toLowerCase() === 'of') at += 2;
    else if (next === 'in' || next === 'of' || next === 'for') at += 1;
    const phrase = phraseFrom(tokens, at);
    if (phrase === null || tokens[phrase.last]!.upos !== 'NOUN' || (at > first && isTimeWord(tokens[phrase.last]!)))
      return null;
    return { unit: null, item: phraseText(input.text, tokens, phrase), end: tokens[phrase.last]!.end };
  }
  if (next === 'of') {
    const phrase = phraseFrom(tokens, at + 1);
    if (phrase === null) return { unit: null, item: null, end };
    return { unit: unitOf(tokens[phrase.last]!), item: null, end };
  }
  // "down from 1,720 a year ago"
  if (/^an?$/.test(next)) return { unit: null, item: null, end };
  // "a 100 MW solar park", "25,000 t of wheat": measured, whatever follows.
  const measure = MEASURED.get(tokens[at]!.form);
  if (measure !== undefined) return { unit: measure, item: itemAfter(input.text, tokens, at), end: tokens[at]!.end };
  const phrase = phraseFrom(tokens, at);
  // "300,000 Sudanese in Chad": a people called by an adjective.
  if (phrase === null) {
    const people = PEOPLE_ESE.test(tokens[at]!.form) ? tokens[at]! : null;
    return { unit: people?.form ?? null, item: null, end: people?.end ?? end };
  }
  const head = tokens[phrase.last]!;
  return {
    unit: joined(tokens, phrase.last) ?? unitOf(head),
    item: itemAfter(input.text, tokens, phrase.last),
    end: head.end,
  };
}

/** "18 F-16s", "200 million kilowatt-hours": words that a hyphen makes one. */
function joined(tokens: readonly Token[], last: number): string | null {
  const [first, dash, head] = [tokens[last - 2], tokens[last - 1], tokens[last]!];
  if (first === undefined || dash?.form !== '-') return null;
  if (/^\d+s?$/.test(head.form) && /^\p{Lu}\p{L}*$/u.test(first.form))
    return `${first.form}-${head.form.replace(/s$/, '')}`;
  return /watt$/i.test(first.form) && /^hours?$/i.test(head.form) ? `${first.form.toLowerCase()}-hour` : null;
}

/** "doses of the Moderna vaccine" after the head noun. */
function itemAfter(text: string, tokens: readonly Token[], head: number): string | null {
  if (tokens[head + 1]?.form.toLowerCase() !== 'of') return null;
  const phrase = phraseFrom(tokens, head + 2);
  return phrase === null || tokens[phrase.last]!.upos !== 'NOUN' ? null : phraseText(text, tokens, phrase);
}

interface Phrase {
  readonly first: number;
  readonly last: number;
}

/** A run of adjectives and nouns that ends in a noun: at most eight words. */
function phraseFrom(tokens: readonly Token[], from: number): Phrase | null {
  let at = from;
  while (
    at < tokens.length &&
    /^(?:DET|PRON)$/.test(tokens[at]!.upos) &&
    /^(?:the|a|an|its|their|his|her|our|these|those|this|such|other)$/i.test(tokens[at]!.form)
  )
    at += 1;
  const first = at;
  let last = -1;
  for (; at < tokens.length && at < first + 8; at++) {
    const token = tokens[at]!;
    // "14 helicopters last year", "12 lorries Monday": the noun counted stands in the plural and modifies nothing behind it.
    // "ready-to-eat meals"
    if (hyphened(tokens, at) && tokens[at + 1] !== undefined) continue;
    if (last >= 0 && isTimeWord(token) && tokens[last]!.head !== at) break;
    if (last >= 0 && closed(tokens, last, at)) break;
    // "19 F-16s reach Kyiv", "250 families 80 dinars each"
    if (last >= 0 && (/^\d+s$/.test(tokens[last]!.form) || (token.upos === 'NUM' && tokens[last]!.xpos === 'NNS')))
      break;
    // "130,000 Nepalis work in Japan", "counts 11 nations Strategic Partners": a plural takes no noun behind it.
    if (last >= 0 && (PEOPLES.test(tokens[last]!.form) || titled(tokens, last, at))) break;
    if ((token.upos === 'NOUN' || token.upos === 'PROPN') && /\p{L}/u.test(token.form)) last = at;
    else if (last < 0 && leadsOn(tokens, at)) continue;
    else if (token.upos === 'ADJ' || token.deprel === 'amod' || token.form === '-' || token.upos === 'NUM') {
      if (
        last >= 0 &&
        token.form !== '-' &&
        token.upos === 'ADJ' &&
        tokens[at + 1]?.upos !== 'NOUN' &&
        tokens[at + 1]?.upos !== 'PROPN'
      )
        break;
    } else break;
  }
  return last < 0 ? null : { first, last };
}

/** A small word between two hyphens: "ready-to-eat". */
const hyphened = (tokens: readonly Token[], at: number): boolean =>
  /^(?:ADP|PART|VERB|CCONJ|ADV)$/.test(tokens[at]!.upos) &&
  tokens[at - 1]?.form === '-' &&
  tokens[at - 1]!.end === tokens[at]!.start &&
  (tokens[at + 1]?.form === '-' || /^(?:NOUN|ADJ)$/.test(tokens[at + 1]?.upos ?? ''));

/** "mainly Syrian refugees", "sick and wounded civilians": what may stand among the adjectives before the noun. */
function leadsOn(tokens: readonly Token[], at: number): boolean {
  const [token, next] = [tokens[at]!, tokens[at + 1]];
  const quality = (one: Token | undefined): boolean =>
    one !== undefined && (one.upos === 'ADJ' || /^(?:VBN|VBG)$/.test(one.xpos) || one.deprel === 'amod');
  if (token.upos === 'ADV') return /ly$/i.test(token.form) && quality(next);
  if (/^(?:and|or|,)$/i.test(token.form)) return quality(tokens[at - 1]) && quality(next);
  return /^(?:VBN|VBG)$/.test(token.xpos) && token.deprel === 'amod';
}

const PEOPLE_ESE = /^\p{Lu}\p{Ll}+[^t]ese$/u;

/** "Nepalis", "Nigerians", "Germans". */
const PEOPLES = /^\p{Lu}\p{Ll}+(?:ians|eans|mans|icans|uans|gans|ghans|[aeiou]nis|lis|shis|tis|qis)$/u;

/** A name in capitals behind a plural in small letters, with a verb in front of the number. */
const titled = (tokens: readonly Token[], last: number, at: number): boolean =>
  tokens[last]!.xpos === 'NNS' && /^\p{Ll}/u.test(tokens[last]!.form) && /^\p{Lu}\p{Ll}/u.test(tokens[at]!.form);

/** Whether an adjective behind a noun opens another phrase, or a noun behind a plural: "held 20 engineers hostage". */
const closed = (tokens: readonly Token[], last: number, at: number): boolean =>
  tokens[at]!.upos === 'ADJ'
    ? tokens[last]!.head < at
    : /^(?:hostage|captive|prisoner)$/i.test(tokens[at]!.form) ||
      // "30 ambulances Oslo gave": the next noun is somebody who does something.
      (tokens[last]!.xpos === 'NNS' && /^nsubj/.test(tokens[at]!.deprel) && tokens[last]!.head !== at);

const phraseText = (text: string, tokens: readonly Token[], phrase: Phrase): string =>
  text.slice(tokens[phrase.first]!.start, tokens[phrase.last]!.end).replace(/\s+/g, ' ');

const DEMONYM =
  /^(?:\p{Lu}\p{Ll}+(?:[^t]ese|[aeiouy]ans?|ghans?|anis?|alis?|aelis?|raqis?|hingyas?)|(?:Serb|Croat|Turk|Kurd|Pole|Czech|Slovak|Finn|Dane|Swede|Thai|Greek|Filipino|Arab|Muslim|Christian|Uzbek|Kazakh|Tajik|Slovene|Argentine|Briton|Spaniard|Saudi|Somali|Yemeni|Azeri|Cypriot|Scot|Bosniak)s?)$/u;

function unitOf(token: Token): string {
  const form = token.form.toLowerCase();
  if (IRREGULAR[form] !== undefined) return IRREGULAR[form];
  if (/^\p{L}{3,}people$/u.test(form)) return singular(form);
  // "80 Nigerians": a people keeps its capital.
  if (DEMONYM.test(token.form)) return token.form.replace(/s$/, '');
  const lemma = token.lemma.toLowerCase();
  return token.upos === 'PROPN' || lemma === form ? singular(form) : lemma;
}

const isTimeWord = (token: Token): boolean =>
  /^(?:years?|months?|weeks?|days?|last|next|this|today|yesterday|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d{4})$/i.test(
    token.form,
  );

function sentenceAround(sentences: readonly Sentence[], at: number): Sentence | null {
  let low = 0;
  let high = sentences.length - 1;
  while (low <= high) {
    const mid = (low + high) >> 1;
    const span: Span = sentences[mid]!.span;
    if (at < span[0]) high = mid - 1;
    else if (at >= span[1]) low = mid + 1;
    else return sentences[mid]!;
  }
  return null;
}
