/** Cuts a sentence into items: known names, titles and roles from the tables, and runs of capitals that no table knows. */

import type { Sentence, Token } from '../../core/index.ts';
import type { NameEntry, NameKind, NameMatch } from '../../knowledge/index.ts';
import { type Item, isGeo } from './item.ts';
import { withRuns } from './runs.ts';

/** The reading of several to prefer, before any context. */
const ORDER: readonly NameKind[] = [
  'title',
  'country',
  'capital',
  'metonym',
  'group',
  'organisation',
  'agency',
  'outlet',
  'person',
  'role',
  'adjective',
  'demonym',
  'water',
  'region',
  'place',
];

/** All items of a sentence in order; they do not overlap. `taken` marks tokens that times and quantities hold. */
export function itemsOf(
  sentence: Sentence,
  matches: readonly NameMatch[],
  taken: readonly boolean[],
  congo: string | null,
): Item[] {
  const { tokens } = sentence;
  const known: Item[] = [];
  const reserved: boolean[] = [];
  for (const match of matches) {
    if (taken[match.start] === true) continue;
    const kind = kindOf(sentence, match.start, match.end, match.entries);
    if (kind === null) continue;
    const from =
      tokens[match.start]!.start + Math.min(match.skipStart, tokens[match.start]!.end - tokens[match.start]!.start);
    const to = Math.max(from + 1, tokens[match.end - 1]!.end - match.skipEnd);
    known.push({
      start: match.start,
      end: match.end,
      from,
      to,
      entries: usual(match.entries, tokens[match.start]!.form, congo),
      kind,
      inside: [],
    });
    for (let i = match.start; i < match.end; i++) reserved[i] = true;
  }
  for (let i = 0; i < tokens.length; i++) if (reserved[i] !== true && taken[i] !== true) addOwnRole(sentence, i, known);
  known.sort((a, b) => a.from - b.from);
  return withRuns(sentence, known, taken);
}

/** "Congo" and "Congolese" alone mean the one ruled from Kinshasa, unless the text tells of the other. */
function usual(entries: readonly NameEntry[], form: string, congo: string | null): readonly NameEntry[] {
  if (congo === null || !/^Congo(?:lese)?$/.test(form)) return entries;
  const kept = entries.filter((entry) => entry.country === congo);
  if (kept.length > 0) return kept;
  const name = congo === 'COD' ? 'Democratic Republic of the Congo' : 'Congo';
  return entries.map((entry) => ({ ...entry, id: `state:${congo}`, name, country: congo, code: congo }));
}

/** Nouns that are roles only beside somebody else's: "his Chinese counterpart", "the Vietnamese side". */
function addOwnRole(sentence: Sentence, i: number, known: Item[]): void {
  const token = sentence.tokens[i]!;
  const word = token.lemma.toLowerCase();
  if (token.upos !== 'NOUN') return;
  // "his opposite number", "her Chilean colleague"
  const opposite = /^(?:number|quantity)s?$/.test(word) && /^opposite$/i.test(sentence.tokens[i - 1]?.form ?? '');
  const start = opposite ? i - 1 : i;
  if (word === 'opposite' && /^(?:number|quantity)s?$/i.test(sentence.tokens[i + 1]?.form ?? '')) return;
  const besideState = known.some((item) => item.end === start && isGeo(item));
  if (
    !opposite &&
    word !== 'counterpart' &&
    !(besideState && /^(?:side|colleague|opposite|homologue|guest|host|visitor)$/.test(word))
  )
    return;
  const lemma = /^(?:side|guest|host|visitor)$/.test(word) ? word : 'counterpart';
  const plural = token.xpos === 'NNS';
  const entry: NameEntry = {
    kind: 'role',
    id: `role:${lemma}`,
    name: lemma,
    surface: token.form,
    country: null,
    code: null,
    sector: 'GOV',
    type: null,
    office: null,
    plural,
    former: false,
    ambiguous: null,
  };
  const from = sentence.tokens[start]!.start;
  known.push({ start, end: i + 1, from, to: token.end, entries: [entry], kind: 'role', inside: [] });
}

/** The kind to read a match as, or null when the words are no name here. */
function kindOf(sentence: Sentence, start: number, end: number, entries: readonly NameEntry[]): NameKind | null {
  const kinds = new Set(entries.map((entry) => entry.kind));
  const first = sentence.tokens[start]!;
  const last = sentence.tokens[end - 1]!;
  // "Lao" before a noun is the adjective; alone it may be the country
  if (
    kinds.has('adjective') &&
    (last.upos === 'ADJ' || last.deprel === 'amod' || (kinds.has('country') && isModifier(sentence, end - 1)))
  )
    return 'adjective';
  if (end - start === 1 && (kinds.has('role') || kinds.has('title'))) {
    // "to rebel", "he ministers"
    if (first.upos === 'VERB' || first.upos === 'AUX' || first.upos === 'ADV') return null;
    const titled = /^Premier$/.test(first.form) && /^\p{Lu}/u.test(sentence.tokens[end]?.form ?? '');
    if (first.upos === 'ADJ' && !titled) return null;
  }
  // "cabinet" the body of ministers before some office of that name
  if (kinds.has('role') && entries.every((entry) => entry.kind === 'role' || entry.ambiguous === 'word')) return 'role';
  // A town that is also a word or a surname needs a preposition before it or a country behind it
  if (
    kinds.size === 1 &&
    kinds.has('place') &&
    entries.some((entry) => entry.ambiguous === 'person' || entry.ambiguous === 'word') &&
    !isLocated(sentence, start, end)
  )
    return null;
  for (const kind of ORDER)
    if (kinds.has(kind))
      return end - start === 1 && kind !== 'role' && kind !== 'title' && !isNoun(first) ? null : kind;
  return null;
}

const isLocated = (sentence: Sentence, start: number, end: number): boolean => {
  const before = sentence.tokens[start - 1]?.form.toLowerCase() ?? '';
  if (/^(?:in|at|near|from|to|outside|across|around|of|via|toward|towards)$/.test(before))
    return !/^\p{Lu}/u.test(sentence.tokens[end]?.form ?? '');
  return (
    sentence.tokens[end]?.form === ',' &&
    /^\p{Lu}/u.test(sentence.tokens[end + 1]?.form ?? '') &&
    sentence.tokens[end + 2]?.form === ','
  );
};

/** Function words and verbs are no names, whatever the tables have ("We", "Let", "Best"). */
const isNoun = (token: Token): boolean => /^(?:PROPN|NOUN|ADJ|X)$/.test(token.upos);

const isModifier = (sentence: Sentence, i: number): boolean => {
  const { deprel, head } = sentence.tokens[i]!;
  return (deprel === 'compound' || deprel === 'amod') && head > i;
};
