/** A spinner for measuring the spin gate: exchanges words for synonyms that the restorer's tables never saw. Not used by any reading. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Sentence, Span, Token } from '../core/index.ts';

export interface SpinnerTables {
  /** "meeting n" → synonyms, the usual sense first: of a resource that the gate has in part, and of one of which it has nothing. */
  readonly synonyms: ReadonlyMap<string, readonly string[]>;
  readonly thesaurus: ReadonlyMap<string, readonly string[]>;
  /** First word → phrases, longest first, with what they become. */
  readonly phrases: ReadonlyMap<
    string,
    readonly { readonly words: readonly string[]; readonly becomes: readonly string[] }[]
  >;
}

/** "synonyms" and "thesaurus" swap content words, "translation" standing phrases as a round trip would, "names" the words of names and half as many of the rest. */
export type SpinStyle = 'synonyms' | 'thesaurus' | 'translation' | 'names';

export interface SpunName {
  /** In the spun text. */
  readonly span: Span;
  readonly original: string;
}

export interface SpunText {
  readonly text: string;
  /** Exchanges made. */
  readonly changes: number;
  /** Where in the spun text each exchange begins. */
  readonly edits: readonly number[];
  /** The exchanges, left to right: where in the spun text, and what stood there. */
  readonly exchanges: readonly { readonly span: Span; readonly from: string }[];
  /** Names of which at least one word was exchanged. */
  readonly names: readonly SpunName[];
}

export interface SpinInput {
  readonly text: string;
  readonly sentences: readonly Sentence[];
  /** Names that the "names" style may garble, left to right. */
  readonly names: readonly Span[];
}

export function loadSpinner(ownDir: string): SpinnerTables {
  const rows = (name: string): string[][] =>
    readFileSync(join(ownDir, 'spinner', name), 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .slice(1)
      .map((line) => line.split('\t'));
  const listed = (name: string): Map<string, string[]> =>
    new Map(rows(name).map(([word = '', pos = '', list = '']) => [`${word} ${pos}`, list.split('|')] as const));
  const phrases = new Map<string, { words: string[]; becomes: string[] }[]>();
  for (const [phrase = '', becomes = ''] of rows('phrases.tsv')) {
    const words = phrase.split(' ');
    const list = phrases.get(words[0] as string) ?? [];
    list.push({ words, becomes: becomes.split('|') });
    phrases.set(words[0] as string, list);
  }
  for (const list of phrases.values()) list.sort((a, b) => b.words.length - a.words.length);
  return { synonyms: listed('synonyms.tsv'), thesaurus: listed('thesaurus.tsv'), phrases };
}

/** Exchanges about `rate` of what the style can exchange. The same input, rate and seed give the same text. */
export function spin(input: SpinInput, tables: SpinnerTables, style: SpinStyle, rate: number, seed: number): SpunText {
  const next = chance(seed);
  const edits: { span: Span; to: string }[] = [];
  const inName = (token: Token): boolean => input.names.some((span) => span[0] <= token.start && token.end <= span[1]);
  for (const { tokens } of input.sentences) {
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i] as Token;
      if (style === 'translation') {
        const phrase = phraseAt(tokens, i, tables);
        if (phrase === null) continue;
        if (next() < rate) {
          const last = tokens[i + phrase.words.length - 1] as Token;
          edits.push({ span: [token.start, last.end], to: likeCase(token.form, pick(phrase.becomes, next)) });
        }
        i += phrase.words.length - 1;
        continue;
      }
      const name = inName(token);
      if (token.xpos.startsWith('NNP') && !name) continue;
      if (name && style !== 'names') continue;
      const list = synonymsOf(token, name, style === 'thesaurus' ? tables.thesaurus : tables.synonyms);
      if (list === null || next() >= (style === 'names' && !name ? rate / 2 : rate)) continue;
      const to = inflect(pick(list, next), token.xpos);
      edits.push({ span: [token.start, token.end], to: name ? titleCase(to, token.form) : likeCase(token.form, to) });
    }
  }
  return apply(input, edits);
}

function apply({ text, names }: SpinInput, edits: readonly { span: Span; to: string }[]): SpunText {
  let out = '';
  let at = 0;
  const starts: number[] = [];
  const exchanges: { span: Span; from: string }[] = [];
  const moved: { at: number; by: number }[] = [];
  for (const { span, to } of edits) {
    out += text.slice(at, span[0]);
    starts.push(out.length);
    out += to;
    exchanges.push({ span: [out.length - to.length, out.length], from: text.slice(...span) });
    at = span[1];
    moved.push({ at: span[1], by: to.length - (span[1] - span[0]) });
  }
  out += text.slice(at);
  const map = (offset: number): number =>
    offset + moved.reduce((sum, move) => (move.at <= offset ? sum + move.by : sum), 0);
  const changed = names
    .filter((span) => edits.some((edit) => edit.span[0] >= span[0] && edit.span[1] <= span[1]))
    .map((span): SpunName => ({ span: [map(span[0]), map(span[1])], original: text.slice(...span) }));
  return { text: out, changes: edits.length, edits: starts, exchanges, names: changed };
}

function phraseAt(
  tokens: readonly Token[],
  at: number,
  { phrases }: SpinnerTables,
): { readonly words: readonly string[]; readonly becomes: readonly string[] } | null {
  const here = phrases.get((tokens[at] as Token).form.toLowerCase()) ?? [];
  return here.find(({ words }) => words.every((word, j) => tokens[at + j]?.form.toLowerCase() === word)) ?? null;
}

const POS: Readonly<Record<string, string>> = { NOUN: 'n', VERB: 'v', ADJ: 'a', ADV: 'r' };

function synonymsOf(token: Token, name: boolean, synonyms: SpinnerTables['synonyms']): readonly string[] | null {
  const pos = POS[token.upos];
  if (pos !== undefined && !name) return synonyms.get(`${token.lemma.toLowerCase()} ${pos}`) ?? null;
  if (!name) return null;
  // A word of a name is read as a noun or an adjective.
  const word = token.form.toLowerCase();
  return (
    synonyms.get(`${word} a`) ?? synonyms.get(`${word} n`) ?? synonyms.get(`${token.lemma.toLowerCase()} n`) ?? null
  );
}

/** The synonym in the form of the Penn tag: the last word of a noun phrase, the first of a verb phrase. */
export function inflect(synonym: string, xpos: string): string {
  const words = synonym.split(' ');
  if (xpos === 'NNS' || xpos === 'NNPS') words.push(plural(words.pop() as string));
  else if (xpos === 'VBZ') words.unshift(plural(words.shift() as string));
  else if (xpos === 'VBD' || xpos === 'VBN') words.unshift(past(words.shift() as string));
  else if (xpos === 'VBG') words.unshift(gerund(words.shift() as string));
  else if (xpos === 'JJR' || xpos === 'RBR') words.unshift('more');
  else if (xpos === 'JJS' || xpos === 'RBS') words.unshift('most');
  return words.join(' ');
}

const plural = (word: string): string =>
  /(?:s|x|z|ch|sh)$/.test(word) ? `${word}es` : /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`;

/** The few irregular verbs that synonyms mostly are; spinners err here as well. */
const IRREGULAR = new Map(
  'get got|give gave|take took|make made|go went|come came|see saw|say said|hold held|keep kept|bring brought|find found|think thought|tell told|put put|set set|let let|cut cut|run ran|draw drew|meet met|lead led|leave left|know knew|become became|show showed|speak spoke|begin began|have had|do did|be was|win won|send sent|build built|pay paid|lay laid|fall fell|bear bore'
    .split('|')
    .map((pair) => pair.split(' ') as [string, string]),
);

const past = (word: string): string =>
  IRREGULAR.get(word) ??
  (word.endsWith('e') ? `${word}d` : /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ied` : `${word}ed`);

const gerund = (word: string): string =>
  /[^e]e$/.test(word) && word.length > 2 ? `${word.slice(0, -1)}ing` : `${word}ing`;

const likeCase = (form: string, to: string): string => (/^\p{Lu}/u.test(form) ? up(to) : to);
const titleCase = (to: string, form: string): string => (/^\p{Lu}/u.test(form) ? to.split(' ').map(up).join(' ') : to);
const up = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
const pick = (list: readonly string[], next: () => number): string => list[Math.floor(next() * list.length)] as string;

/** A small seeded generator (mulberry32), so that every run spins alike. */
function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
