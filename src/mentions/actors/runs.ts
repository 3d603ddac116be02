/** Runs of capitals that no table knows, around and between the known names: "Ituri Patriotic Front", "Faisal al-Dulaimi". */

import type { Sentence } from '../../core/index.ts';
import { isFirstName } from './firstnames.ts';
import { type Item, isBody, isGeo } from './item.ts';
import { ORG_WORDS, PLACE_WORDS } from './words.ts';

const startsUpper = (form: string): boolean => /^\p{Lu}/u.test(form);

const NAME_PARTICLES = new Set([
  'de',
  'del',
  'della',
  'da',
  'di',
  'du',
  'la',
  'le',
  'el',
  'al',
  'bin',
  'ibn',
  'van',
  'von',
  'der',
  'den',
  'ul',
  'das',
  'do',
  'dos',
  'ter',
  'ben',
  'ould',
  'bint',
  '-',
  'y',
]);
const isParticle = (form: string): boolean => form !== '-' && NAME_PARTICLES.has(form);
const CONNECTORS = new Set([...NAME_PARTICLES, 'of', 'the', 'for', 'and', '&', 'on', '’s', "'s", 'to']);

/** Adds the runs of capitals around and between the known names. */
export function withRuns(sentence: Sentence, known: readonly Item[], taken: readonly boolean[]): Item[] {
  const { tokens } = sentence;
  const at: (Item | undefined)[] = [];
  for (const item of known) for (let i = item.start; i < item.end; i++) at[i] ??= item;
  const items: Item[] = [];
  const swallowed = new Set<Item>();
  const names = tokens.map((_, i) => at[i] === undefined && taken[i] !== true && isNameToken(sentence, i));
  const free = (i: number): boolean => names[i] === true;
  // A small town's name beside unknown capitals is part of somebody's name: "Omar Hassan al-Bashir"
  // "Nasser al-Duwaij": a name that goes on behind a particle
  const goesOn = (i: number): boolean =>
    free(i) ||
    (/^(?:al|bin|ibn|el|de|da|van|von)$/.test(tokens[i]?.form ?? '') &&
      (free(i + 1) || (tokens[i + 1]?.form === '-' && free(i + 2))));
  const town = (i: number): boolean => {
    const item = at[i];
    if (item === undefined || item.end - item.start !== 1 || item.kind !== 'place') return false;
    const next = tokens[i + 1]?.form.toLowerCase() ?? '';
    return (free(i - 1) || goesOn(i + 1)) && !ORG_WORDS.has(next) && !PLACE_WORDS.has(next);
  };
  const towns = known.filter((item) => item.kind === 'place').length > 0 ? tokens.map((_, i) => town(i)) : [];
  const unknown = (i: number): boolean => free(i) || towns[i] === true;
  let i = 0;
  while (i < tokens.length) {
    const here = at[i];
    const begins =
      unknown(i) || (here !== undefined && here.start === i && beginsRun(sentence, here, at, unknown, goesOn));
    if (!begins) {
      i = here === undefined ? i + 1 : Math.max(here.end, i + 1);
      continue;
    }
    const end = runEnd(sentence, i, at, unknown);
    const inside = known.filter((item) => item.start >= i && item.end <= end);
    // Only known names: no run
    if (inside.some((item) => item.start === i && item.end === end)) {
      i = end;
      continue;
    }
    for (const item of inside) swallowed.add(item);
    items.push({
      start: i,
      end,
      from: tokens[i]!.start,
      to: tokens[end - 1]!.end,
      entries: [],
      kind: 'run',
      inside,
    });
    i = end;
  }
  items.push(...known.filter((item) => !swallowed.has(item)));
  return items.sort((a, b) => a.from - b.from);
}

/** A capitalised word that stands for a name: tagged so, or capital inside a sentence. */
export function isNameToken(sentence: Sentence, i: number): boolean {
  const token = sentence.tokens[i]!;
  if (!startsUpper(token.form) || !/\p{L}/u.test(token.form)) return false;
  if (isTitleOfAddress(token.form) && /^\p{Lu}/u.test(sentence.tokens[i + 1]?.form ?? '')) return false;
  if (token.upos === 'PROPN') return i > 0 || !isSentenceWord(sentence);
  // "Domingos Na Tchuda": a short part of a name that is a small word elsewhere
  if (token.upos === 'ADP' || token.upos === 'X' || token.upos === 'PART')
    return (
      /^\p{Lu}\p{Ll}{1,2}$/u.test(token.form) &&
      sentence.tokens[i - 1]?.upos === 'PROPN' &&
      sentence.tokens[i + 1]?.upos === 'PROPN' &&
      !isHeadline(sentence)
    );
  if (token.upos === 'NOUN' || token.upos === 'ADJ') {
    if (i === 0) return false;
    // "the EFCC": capitals throughout behind an article
    const capitals = /^\p{Lu}{3,8}$/u.test(token.form) && /^the$/i.test(sentence.tokens[i - 1]?.form ?? '');
    if (capitals && sentence.tokens[i + 1]?.upos !== 'NOUN' && !isHeadline(sentence)) return true;
    // Capital words beside a name: "Foreign Ministry", "National Unity Government"
    return !isHeadline(sentence) && (token.deprel === 'flat' || isUpperNear(sentence, i));
  }
  return false;
}

/** Never the first word of a name: "Mr", "Datuk"; "Prince" and "Sri" may be ("Prince Rupert", "Sri Lanka"). */
const isTitleOfAddress = (form: string): boolean =>
  /^(?:mr|mrs|ms|mme|dr|sen|rep|gov|gen|lt|col|maj|capt|sgt|adm|rev|prof|hon|engr|sir|lord|miss|madam|madame|prophet|uncle|aunt|detective|coach|datuk|dato|dato’|datin|seri|tun|puan|toh|haji|hajji|hajjah|alhaji|alhaja|ustaz|shri|smt|shrimati|begum|hojatoleslam)\.?$/i.test(
    form,
  );

const isUpperNear = (sentence: Sentence, i: number): boolean =>
  startsUpper(sentence.tokens[i - 1]?.form ?? '') || startsUpper(sentence.tokens[i + 1]?.form ?? '');

/** A first word tagged as a name that is a word of speech all the same. */
const isSentenceWord = (sentence: Sentence): boolean => {
  const form = sentence.tokens[0]!.form;
  return /^(?:The|A|An|This|That|It|He|She|They|We|In|On|At|But|And|As|For|If|When|While|After|Before|Since|However|Meanwhile)$/.test(
    form,
  );
};

const headlines = new WeakMap<Sentence, boolean>();
/** Most words begin with capitals: a headline, in which capitals tell nothing. */
export function isHeadline(sentence: Sentence): boolean {
  let known = headlines.get(sentence);
  if (known === undefined) {
    const words = sentence.tokens.filter((token) => /^\p{L}{4,}/u.test(token.form));
    const upper = words.filter((token) => startsUpper(token.form)).length;
    // A full stop and a verb in small letters: a sentence full of names
    const closed =
      sentence.tokens[sentence.tokens.length - 1]?.form === '.' &&
      sentence.tokens.some((token) => /^VB[DZ]$/.test(token.xpos) && /^\p{Ll}/u.test(token.form));
    known = !closed && words.length >= 5 && upper / words.length > 0.7;
    headlines.set(sentence, known);
  }
  return known;
}

function beginsRun(
  sentence: Sentence,
  item: Item,
  at: readonly (Item | undefined)[],
  unknown: (i: number) => boolean,
  goesOn: (i: number) => boolean,
): boolean {
  const { tokens } = sentence;
  const next = item.end;
  // "Ministry of Public Security": a body with a capital, and more capitals after "of"
  if (
    item.kind === 'role' &&
    startsUpper(tokens[item.start]!.form) &&
    ORG_WORDS.has(tokens[item.end - 1]!.form.toLowerCase())
  ) {
    if (/^(?:of|for)$/.test(tokens[next]?.form ?? '')) {
      const after = tokens[next + 1]?.form === 'the' ? next + 2 : next + 1;
      return after < tokens.length && (unknown(after) || startsUpper(tokens[after]!.form));
    }
    return unknown(next);
  }
  if (item.kind === 'person' && item.end - item.start === 1 && !unknown(next) && goesOn(next)) return true;
  if (next >= tokens.length || !unknown(next)) return false;
  // "Vietnam News Agency", "Indian Army": a country's name belongs to a body's
  if (isGeo(item) || isBody(item)) {
    const end = runEnd(sentence, next, at, unknown);
    if (
      endsInOrgWord(sentence, next, end) ||
      (isGeo(item) && PLACE_WORDS.has(tokens[end - 1]!.form.toLowerCase()) && item.kind !== 'adjective')
    )
      return true;
    // "Paris Hilton", "Austin Powers": a place that is a first or last name here
    const entry = item.entries[0];
    return (
      entry !== undefined &&
      item.end - item.start === 1 &&
      (entry.ambiguous === 'person' || isFirstName(tokens[item.start]!.form)) &&
      tokens[next]!.deprel === 'flat'
    );
  }
  return item.kind === 'person' && tokens[next]!.deprel === 'flat';
}

const endsInOrgWord = (sentence: Sentence, start: number, end: number): boolean => {
  for (let i = end - 1; i >= start; i--) {
    const word = sentence.tokens[i]!.form.toLowerCase();
    if (ORG_WORDS.has(word)) return true;
    if (!/^(?:of|for|the|and|on)$/.test(word) && i < end - 1) return false;
  }
  return false;
};

/** Where a run of capitals that begins at `from` ends. */
function runEnd(
  sentence: Sentence,
  from: number,
  at: readonly (Item | undefined)[],
  unknown: (i: number) => boolean,
): number {
  const { tokens } = sentence;
  let org = false;
  let end = from;
  let i = from;
  while (i < tokens.length && i - from < 14) {
    const item = at[i];
    if (unknown(i)) {
      org ||= ORG_WORDS.has(tokens[i]!.form.toLowerCase());
      i += 1;
      end = i;
      continue;
    }
    if (item !== undefined && item.start === i && i === from) {
      org ||= ORG_WORDS.has(tokens[item.end - 1]!.form.toLowerCase());
      i = item.end;
      end = i;
      continue;
    }
    if (item !== undefined && item.start === i && startsUpper(tokens[i]!.form)) {
      const word = tokens[item.end - 1]!.form.toLowerCase();
      // "Foreign Ministry", "Communist Party": a role word with a capital ends a body's name
      const bodyWord = (item.kind === 'role' || item.kind === 'title') && ORG_WORDS.has(word) && !isHeadline(sentence);
      const afterOf =
        i > from && /^(?:of|for|the)$/.test(tokens[i - 1]!.form) && org && (isGeo(item) || item.kind === 'role');
      // "Jaber al-Sabah", "João da Silva": a town's name behind a particle
      const particle = tokens[i - 1]?.form === '-' ? tokens[i - 2]?.form : tokens[i - 1]?.form;
      const joined =
        (isGeo(item) || item.kind === 'place') &&
        item.kind !== 'adjective' &&
        isParticle(particle?.toLowerCase() ?? '') &&
        !org;
      const flat = (item.kind === 'person' || joined) && item.end - item.start === 1 && tokens[i]!.deprel === 'flat';
      if (!bodyWord && !afterOf && !flat) break;
      org ||= bodyWord;
      i = item.end;
      end = i;
      continue;
    }
    const joined = i > from ? givenNameEnd(sentence, i) : i;
    if (joined > i) {
      i = joined;
      end = i;
      continue;
    }
    const form = tokens[i]!.form.toLowerCase();
    if (i > from && CONNECTORS.has(form) && (org || NAME_PARTICLES.has(form))) {
      let next = i + 1;
      // "van der", "de la", "bin al"
      while (NAME_PARTICLES.has(form) && form !== '-' && isParticle(tokens[next]?.form ?? '')) next += 1;
      // "al-Sabah", cut in three
      if (NAME_PARTICLES.has(form) && tokens[next]?.form === '-' && tokens[next]!.start === tokens[i]!.end) next += 1;
      if (/^(?:of|for|on)$/.test(form) && tokens[next]?.form === 'the') next += 1;
      if (form === 'and' && !/^\p{Lu}/u.test(tokens[next]?.form ?? '')) break;
      if (form === 'and' && !isJoined(sentence, i, next, from)) break;
      if ((form === "'s" || form === '’s' || form === 'to') && !ORG_WORDS.has(tokens[next]?.form.toLowerCase() ?? ''))
        break;
      const follows =
        next < tokens.length &&
        (unknown(next) || (at[next] !== undefined && at[next]!.start === next && startsUpper(tokens[next]!.form)));
      if (!follows) break;
      i = next;
      continue;
    }
    break;
  }
  return end;
}

/** Past the lower-case half of a name with a hyphen ("Sang-ho", "Seo-jun"), whose hyphen stands at `i` or ends the token before; else `i`. */
function givenNameEnd(sentence: Sentence, i: number): number {
  const { tokens } = sentence;
  const before = tokens[i - 1]!;
  const half = tokens[i]!.form === '-' && tokens[i]!.start === before.end ? i + 1 : i;
  if (half === i && !before.form.endsWith('-')) return i;
  const token = tokens[half];
  if (token === undefined || token.start !== tokens[half - 1]!.end || !/^\p{Ll}{2,6}$/u.test(token.form)) return i;
  return token.upos === 'PROPN' && /^\p{Lu}\p{L}{0,6}-?$/u.test(before.form) ? half + 1 : i;
}

/** "Ministry of Trade and Industry" against "the Ministry and President Doe": the part after "and" hangs on the part after "of". */
function isJoined(sentence: Sentence, and: number, next: number, from: number): boolean {
  const { tokens } = sentence;
  let of = -1;
  for (let i = from; i < and; i++) if (/^(?:of|for)$/.test(tokens[i]!.form)) of = i;
  if (of < 0) return false;
  const up = tokens[next]!.head;
  return tokens[next]!.deprel === 'conj' && up > of && up < and;
}
