/** Compiled spin tables: wording patterns, and standing names with what rewriting makes of their words. */

import { ChanceryError } from '../core/index.ts';
import type { Commoner } from './replaced.ts';

/** One line of data/spin/wording.tsv. */
export interface Wording {
  readonly pattern: string;
  /** Each word a set of choices; "<N>" a capitalised word, "<d>" a number, "*" any word. */
  readonly before: readonly Choice[];
  readonly replaced: readonly (readonly string[])[];
  /** Of a wording that stands inside a name: "the Copper Put up". */
  readonly capital: boolean;
  readonly after: readonly Choice[];
  /** What the bracketed part stands for. */
  readonly usual: string;
  readonly weight: number;
  readonly kind: 'cue' | 'term' | 'title' | 'relation';
}

export type Choice =
  | { readonly any: true }
  | { readonly capital: boolean; readonly number: boolean; readonly words: ReadonlySet<string> };

/** A standing name, with the words that may stand in place of each of its words. */
export interface StandingName {
  readonly name: string;
  readonly kind: 'organization' | 'title' | 'relation';
}

export interface Variants {
  /** word → what rewriting puts there, by use. */
  readonly name: ReadonlyMap<string, readonly string[]>;
  readonly term: ReadonlyMap<string, readonly string[]>;
  /** variant → word, for first names and surnames. */
  readonly given: ReadonlyMap<string, string>;
  readonly family: ReadonlyMap<string, string>;
}

export interface RestoreTables {
  /** By first replaced word. */
  readonly wordings: ReadonlyMap<string, readonly Wording[]>;
  /** By first word of the garbled form. Made on first use, which most texts never are. */
  readonly garbled: () => ReadonlyMap<string, readonly GarbledName[]>;
  /** One word of a name exchanged for a rarer synonym of it, by a wide table: read behind the gate only. Made on first use. */
  readonly widely: () => ReadonlyMap<string, readonly GarbledName[]>;
  readonly variants: Variants;
  readonly commoner: Commoner;
}

export interface GarbledName {
  readonly words: readonly string[];
  readonly to: string;
  readonly kind: StandingName['kind'];
}

/** Throws ChanceryError `bad-data` naming the line. */
export function parseWordings(tsv: string): Wording[] {
  return rowsOf(tsv, 'data/spin/wording.tsv').map(([pattern = '', usual = '', weight = '', kind = ''], line) => {
    const parts = /^([^[\]]*)\[([^[\]]+)\]([^[\]]*)$/.exec(pattern);
    if (!parts || weight === '' || !(Number(weight) >= 0))
      throw new ChanceryError('bad-data', `data/spin/wording.tsv, entry ${line + 1}: ${pattern}`);
    return {
      pattern,
      before: choices(parts[1] as string),
      replaced: (parts[2] as string)
        .toLowerCase()
        .split('|')
        .map((words) => words.trim().split(/\s+/)),
      capital: /^\p{Lu}/u.test(parts[2] as string),
      after: choices(parts[3] as string),
      usual,
      weight: Number(weight),
      kind: kind as Wording['kind'],
    };
  });
}

function choices(words: string): Choice[] {
  return words
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => {
      if (word === '*') return { any: true };
      const all = word === '|' ? ['|'] : word.split('|');
      return {
        capital: all.includes('<N>'),
        number: all.includes('<d>'),
        words: new Set(all.filter((choice) => !choice.startsWith('<')).map((choice) => choice.replace('’', "'"))),
      };
    });
}

export function parseVariants(tsv: string): Variants {
  const name = new Map<string, string[]>();
  const term = new Map<string, string[]>();
  const given = new Map<string, string>();
  const family = new Map<string, string>();
  for (const [word = '', variants = '', of = ''] of rowsOf(tsv, 'data/spin/variants.tsv')) {
    const list = variants.split('|').map((variant) => variant.trim());
    if (of === 'name' || of === 'term') (of === 'name' ? name : term).set(word, list);
    else for (const variant of list) (of === 'given' ? given : family).set(variant, word);
  }
  return { name, term, given, family };
}

function rowsOf(tsv: string, file: string): string[][] {
  const lines = tsv.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  const width = lines[0]?.split('\t').length ?? 0;
  return lines.slice(1).map((line) => {
    const cells = line.split('\t');
    if (cells.length !== width)
      throw new ChanceryError('bad-data', `${file}: a line of ${cells.length} cells instead of ${width}: ${line}`);
    return cells;
  });
}

interface Form {
  readonly words: readonly string[];
  readonly changed: number;
  /** Sum of the places of the variants in their lists: the table names the usual exchange first. */
  readonly oddness: number;
}

/** At most this many garbled forms of one name: a long name in which everything was changed is not told apart any more. */
const MOST_FORMS = 400;

/**
 * All garbled forms of the standing names: at least one word changed, and the result not itself a name somebody bears (`known`).
 *
 * At most `most` words of a name are changed. Names of a single word have none: "Post" alone says nothing.
 */
export function compileGarbled(
  names: readonly StandingName[],
  variants: Variants,
  known: ReadonlySet<string>,
  most = Number.POSITIVE_INFINITY,
): Map<string, GarbledName[]> {
  /** By garbled form: the name that takes the fewest and most usual exchanges. */
  const seen = new Map<string, GarbledName & { readonly oddness: number }>();
  const doubtful = new Set<string>();
  for (const { name, kind } of names) {
    const words = name.toLowerCase().replace(/’/g, "'").split(/\s+/);
    if (words.length < 2 || words.length > 7) continue;
    const table = kind === 'relation' ? variants.term : variants.name;
    let forms: Form[] = [{ words: [], changed: 0, oddness: 0 }];
    for (const word of words) {
      const more = (table.get(word) ?? []).map((variant) => variant.split(/\s+/));
      forms = forms.flatMap((form) => [
        { ...form, words: [...form.words, word] },
        ...more.map((variant, i) => ({
          words: [...form.words, ...variant],
          changed: form.changed + 1,
          oddness: form.oddness + i,
        })),
      ]);
      if (most < words.length) forms = forms.filter(({ changed }) => changed <= most);
      if (forms.length > MOST_FORMS) forms = forms.filter((form) => form.changed <= 1).slice(0, MOST_FORMS);
    }
    for (const form of forms) {
      const joined = form.words.join(' ');
      // One word exchanged for one of many: where two names may have stood there, nothing is told.
      const earlier = most === 1 ? seen.get(joined) : undefined;
      if (earlier && earlier.to.toLowerCase() !== name.toLowerCase() && form.changed > 0) doubtful.add(joined);
      if (
        form.changed === 0 ||
        known.has(joined) ||
        (seen.get(joined)?.oddness ?? Number.POSITIVE_INFINITY) <= form.oddness
      )
        continue;
      seen.set(joined, { words: form.words, to: name, kind, oddness: form.oddness });
    }
  }
  const garbled = new Map<string, GarbledName[]>();
  for (const [joined, { words, to, kind }] of seen) {
    if (doubtful.has(joined)) continue;
    const first = words[0] as string;
    const list = garbled.get(first);
    if (list) list.push({ words, to, kind });
    else garbled.set(first, [{ words, to, kind }]);
  }
  // The longest form wins at a place.
  for (const list of garbled.values()) list.sort((a, b) => b.words.length - a.words.length || (a.to < b.to ? -1 : 1));
  return garbled;
}

/** word → its rarer synonyms, least rare first: data/spin/commoner.tsv turned round. */
export function rarerOf({ entries }: Commoner): Variants {
  const rarer = new Map<string, { word: string; level: number }[]>();
  for (const { word, level, commoner } of entries.values()) {
    for (const common of commoner) {
      const list = rarer.get(common);
      if (list) list.push({ word, level });
      else rarer.set(common, [{ word, level }]);
    }
  }
  const table = new Map(
    [...rarer].map(([word, list]) => [
      word,
      list
        .sort((a, b) => a.level - b.level || (a.word < b.word ? -1 : 1))
        .slice(0, 10)
        .map((one) => one.word),
    ]),
  );
  return { name: table, term: table, given: new Map(), family: new Map() };
}

export function indexWordings(wordings: readonly Wording[]): Map<string, Wording[]> {
  const index = new Map<string, Wording[]>();
  for (const wording of wordings) {
    for (const first of new Set(wording.replaced.map((words) => words[0] as string))) {
      const list = index.get(first);
      if (list) list.push(wording);
      else index.set(first, [wording]);
    }
  }
  return index;
}
